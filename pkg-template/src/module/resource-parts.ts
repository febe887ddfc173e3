// Devices, codes, access grants and access methods as the rules take them: whole, in part, older or newer than the types of this package. Types only.

/** A device, managed or not, or a part of one. What is absent restricts nothing. */
export interface DevicePart {
  /** ID of the device. */
  device_id?: string | undefined
  /** Kind of the device, as `august_lock`. */
  device_type?: string | undefined
  /** Whether Seam manages it. An unmanaged one takes no codes. */
  is_managed?: boolean | undefined
  /** What its kind can do, as `access_code`. */
  capabilities_supported?: readonly string[] | undefined
  /** Whether it takes PINs now. */
  can_program_online_access_codes?: boolean | undefined
  /** Whether it computes offline PINs. */
  can_program_offline_access_codes?: boolean | undefined
  /** What it says of itself: lengths and constraints of PINs, room, time frames. */
  properties?: object | undefined
  /** Where it is; `time_zone` decides what its clock shows. */
  location?: object | null | undefined
  /** Its errors, each with an `error_code`. */
  errors?: readonly object[] | undefined
  /** Its warnings, each with a `warning_code`. */
  warnings?: readonly object[] | undefined
}

/** An access code, managed or not, or a part of one. */
export interface AccessCodePart {
  /** ID of the access code. */
  access_code_id?: string | undefined
  /** ID of the device that it is for. */
  device_id?: string | undefined
  /** Whether Seam made it, or has taken it over. */
  is_managed?: boolean | undefined
  /** Name for people. */
  name?: string | null | undefined
  /** The PIN; null where nobody knows it. */
  code?: string | null | undefined
  /** `ongoing` or `time_bound`. */
  type?: string | undefined
  /** Where it stands, as `set`. */
  status?: string | undefined
  /** When it begins to open the door, as RFC 3339. */
  starts_at?: string | null | undefined
  /** When it ends to, as RFC 3339. */
  ends_at?: string | null | undefined
  /** Its errors, each with an `error_code`. */
  errors?: readonly object[] | undefined
  /** Its warnings, each with a `warning_code`. */
  warnings?: readonly object[] | undefined
}

/** An access grant, managed or not, or a part of one. */
export interface AccessGrantPart {
  /** ID of the access grant. */
  access_grant_id: string
  /** IDs of its access methods. */
  access_method_ids?: readonly string[] | undefined
  /** What was requested: a PIN, a card, a mobile key, each once for the grant or for each device. */
  requested_access_methods?: readonly object[] | undefined
  /** When it begins to open, as RFC 3339. */
  starts_at?: string | null | undefined
  /** When it ends to, as RFC 3339. */
  ends_at?: string | null | undefined
  /** When it was made, as RFC 3339. */
  created_at?: string | undefined
  /** What Seam has not done yet, each with a `mutation_code`. */
  pending_mutations?: readonly object[] | undefined
  /** Its errors, each with an `error_code`. */
  errors?: readonly object[] | undefined
  /** Its warnings, each with a `warning_code`. */
  warnings?: readonly object[] | undefined
}

/** An access method, managed or not, or a part of one. */
export interface AccessMethodPart {
  /** ID of the access method. */
  access_method_id: string
  /** How it opens: `code`, `card`, `mobile_key` or `cloud_key`. */
  mode?: string | undefined
  /** Whether its holder can use it. */
  is_issued?: boolean | undefined
  /** When it was issued, as RFC 3339; null before. */
  issued_at?: string | null | undefined
  /** Whether a card has to be written by an encoder. */
  is_encoding_required?: boolean | undefined
  /** Whether it can be written now. */
  is_ready_for_encoding?: boolean | undefined
  /** Whether a card has to be assigned to it. */
  is_assignment_required?: boolean | undefined
  /** Whether one can be assigned now. */
  is_ready_for_assignment?: boolean | undefined
  /** When it was made, as RFC 3339. */
  created_at?: string | undefined
  /** What Seam has not done yet, each with a `mutation_code`. */
  pending_mutations?: readonly object[] | undefined
  /** Its errors, each with an `error_code`. */
  errors?: readonly object[] | undefined
  /** Its warnings, each with a `warning_code`. */
  warnings?: readonly object[] | undefined
}
