// Devices and codes as the rules take them: whole, in part, older or newer than the types of this package. Types only.

/** A device, managed or not, or a part of one. What is absent restricts nothing. */
export interface DevicePart {
  device_id?: string
  device_type?: string
  is_managed?: boolean
  capabilities_supported?: readonly string[]
  can_program_online_access_codes?: boolean
  can_program_offline_access_codes?: boolean
  properties?: object
  location?: object | null
  errors?: readonly object[]
  warnings?: readonly object[]
}

/** An access code, managed or not, or a part of one. */
export interface AccessCodePart {
  access_code_id?: string
  device_id?: string
  is_managed?: boolean
  name?: string | null
  code?: string | null
  type?: string
  status?: string
  starts_at?: string | null
  ends_at?: string | null
  errors?: readonly object[]
  warnings?: readonly object[]
}
