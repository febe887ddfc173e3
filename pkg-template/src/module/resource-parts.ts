// Devices, codes, access grants and access methods as the rules take them: whole, in part, older or newer than the types of this package. Types only.

/** A device, managed or not, or a part of one. What is absent restricts nothing. */
export interface DevicePart {
  device_id?: string | undefined
  device_type?: string | undefined
  is_managed?: boolean | undefined
  capabilities_supported?: readonly string[] | undefined
  can_program_online_access_codes?: boolean | undefined
  can_program_offline_access_codes?: boolean | undefined
  properties?: object | undefined
  location?: object | null | undefined
  errors?: readonly object[] | undefined
  warnings?: readonly object[] | undefined
}

/** An access code, managed or not, or a part of one. */
export interface AccessCodePart {
  access_code_id?: string | undefined
  device_id?: string | undefined
  is_managed?: boolean | undefined
  name?: string | null | undefined
  code?: string | null | undefined
  type?: string | undefined
  status?: string | undefined
  starts_at?: string | null | undefined
  ends_at?: string | null | undefined
  errors?: readonly object[] | undefined
  warnings?: readonly object[] | undefined
}

/** An access grant, managed or not, or a part of one. */
export interface AccessGrantPart {
  access_grant_id: string
  access_method_ids?: readonly string[] | undefined
  requested_access_methods?: readonly object[] | undefined
  starts_at?: string | null | undefined
  ends_at?: string | null | undefined
  created_at?: string | undefined
  pending_mutations?: readonly object[] | undefined
  errors?: readonly object[] | undefined
  warnings?: readonly object[] | undefined
}

/** An access method, managed or not, or a part of one. */
export interface AccessMethodPart {
  access_method_id: string
  mode?: string | undefined
  is_issued?: boolean | undefined
  issued_at?: string | null | undefined
  is_encoding_required?: boolean | undefined
  is_ready_for_encoding?: boolean | undefined
  is_assignment_required?: boolean | undefined
  is_ready_for_assignment?: boolean | undefined
  created_at?: string | undefined
  pending_mutations?: readonly object[] | undefined
  errors?: readonly object[] | undefined
  warnings?: readonly object[] | undefined
}
