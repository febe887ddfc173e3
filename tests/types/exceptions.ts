// Where our types differ from those of the official clients on purpose, and why. official.ts fails where it finds another
// difference, and where it does not find one of these. Open names and variants are set aside before it compares.

type Code = 'access_code' | 'unmanaged_access_code'

/** What the API has had since the newest client. */
type SinceNewest<Names extends string> = [
  `${string}${Names}${string}`,
  'names that the Python client 3.18 has',
]
type NewProvider = 'arlo' | 'failed_to_delete' | 'reolink' | 'sonos' | 'speaker'
type NewCode = NewProvider | 'ACTIVATE_WEEKLY_PROGRAM' | 'requested_code_unavailable'

/** What the newest client gives, and ours does not take. */
export type NewestNotTaken = [
  [
    'generated_code.code: null',
    'there it is typed as a whole access code; servers send a device and a new PIN',
  ],
]

/** What neither client lists, and ours takes of a reply. */
type TakenBeyondBoth = [
  [
    `${Code}.errors[]<${
      | 'access_code_state_unconfirmed'
      | 'august_device_slots_full'
      | 'august_lock_bad_access_code_format'
      | 'dormakaba_oracode_no_valid_user_level'
      | 'failed_to_apply_mutations'
      | 'failed_to_expire'
      | 'igloohome_bridge_offline'
      | 'igloohome_bridge_too_many_pending_jobs'
      | 'igloohome_offline_access_code_no_variance_available'
      | 'invalid_credentials'
      | 'replaced_by_newer_access_code'
      | 'salto_site_user_not_subscribed'
      | 'schlage_lock_exceeds_maximum_number_of_access_codes'}>: a variant`,
    'from generations before and between the two clients',
  ],
  [
    `${Code}.warnings[]<${
      | 'access_code_inactive'
      | 'delay_in_applying_mutations'
      | 'provider_issue'
      | 'salto_office_mode'
      | 'schlage_access_code_ambiguous_timezone_dst_risk'
      | 'schlage_detected_duplicate_code_name'}>: a variant`,
    'from generations before and between the two clients',
  ],
  ['connected_account.errors[]<invalid_credentials>: a variant', 'from a generation before both clients'],
  [
    `${'device' | 'unmanaged_device'}.warnings[]<insufficient_permissions>: a variant`,
    'an error of codes that servers also give as a warning of the device',
  ],
  [
    `action_attempt<${'CONVERT_ACCESS_CODE_TO_MANAGED' | 'DELETE_UNMANAGED_ACCESS_CODE'} ${
      | 'pending'
      | 'success'
      | 'error'}>: a variant`,
    "named in the API's guides",
  ],
  [
    `event<access_code.${
      | 'issued'
      | 'delay_in_issuing'
      | 'failed_to_issue'
      | 'failed_to_update'
      | 'failed_to_expire'
      | 'failed_to_remove'}>: a variant`,
    'undocumented event types; the newest client has most of them as filters alone',
  ],
  ['unmanaged_access_code.code: undefined', 'servers leave it out where the provider does not tell it'],
  ['device_provider.provider_categories[]: internal_beta', 'servers have it, though undocumented'],
  [
    `device_provider.device_provider_name: ${'google_nest' | 'hid_cm' | 'slack' | 'yale_access'}`,
    'Connect Webviews know it: one list of providers serves both',
  ],
]

/** What ours takes of a reply beyond the newest client, and not because 1.102.0 gives it. */
export type TakenBeyondNewest = [
  SinceNewest<
    | NewCode
    | 'access_not_provisioned'
    | 'connection_error'
    | 'user_license_limit_reached'
    | 'waiting_for_access_on_acs_system'
  >,
  ...TakenBeyondBoth,
  [`${Code}.display_status: undefined`, 'servers of the older generation do not send it'],
  [
    `${Code}.errors[]<insufficient_permissions>.${
      | 'created_at'
      | 'is_connected_account_error'
      | 'is_device_error'}: undefined`,
    'an error of the code in one generation, of the account in the other: only one of them has these fields',
  ],
  [
    `batch.${string}[].${string}`,
    'the resources of a batch, with the differences that their own endpoints have',
  ],
  [
    `${'action_attempt<SCAN_TO_ASSIGN_CREDENTIAL success>.result' | 'acs_credential'}.is_managed: false`,
    'one type for all credentials, those of action attempts too',
  ],
  [
    `${'action_attempt<ASSIGN_CREDENTIAL success>.result' | 'access_method' | 'unmanaged_access_method' | 'batch.access_methods[]'}.pending_mutations[]${string}`,
    'one type for all mutations of access methods, of which only some are of times',
  ],
]

/** What ours takes of a reply beyond 1.102.0, and not because the newest client gives it. */
export type TakenBeyondOlder = [
  SinceNewest<NewCode>,
  ...TakenBeyondBoth,
  [
    `action_attempt<${
      | 'SCAN_CREDENTIAL success>.result.acs_credential_on_seam'
      | 'ENCODE_CREDENTIAL success>.result'}.warnings[]<requested_code_unavailable>: a variant`,
    'from the newest client, whose other action attempts have it',
  ],
  [
    `connect_webview.${'accepted_devices' | 'any_device_allowed'}: undefined`,
    'the newest client has them no longer',
  ],
  [
    'device.properties.dormakaba_oracode_metadata.predefined_time_slots[].ext_dormakaba_oracode_user_level_prefix: undefined',
    'the newest client has it no longer',
  ],
  [
    `device.properties.hubitat_metadata.${'device_id' | 'device_name' | 'device_label'}: undefined`,
    'the newest client has it no longer',
  ],
]

/** What neither client takes as a parameter, and ours does. */
type PassedBeyondBoth = [
  [
    `/locks/list.${'device_type' | 'device_types[]' | 'manufacturer'}: ${string}`,
    'one list of device types and manufacturers for all endpoints, not only those of locks',
  ],
  [
    `/${'connect_webviews' | 'connected_accounts'}/list.custom_metadata_has.${string}: null`,
    'documented: null finds what has no such key',
  ],
  ['/devices/list_device_providers.provider_category: internal_beta', 'servers have it, though undocumented'],
  [
    '/devices/report_provider_metadata.devices[].ultraloq_metadata.time_zone: any string',
    'the list of time zones is left to the server',
  ],
  [
    `/events/list.${'event_type' | 'event_types[]'}: access_code.failed_to_expire`,
    'from a generation between the two clients',
  ],
  ['/events/list.since: a moment', 'a Date becomes text, which is what servers take'],
]

/** What ours takes as a parameter beyond the newest client, and not because 1.102.0 does. */
export type PassedBeyondNewest = [
  SinceNewest<NewProvider | 'eufy'>,
  ...PassedBeyondBoth,
  [
    `/${'noise_sensors' | 'thermostats'}/list.${'device_type' | 'device_types[]' | 'manufacturer'}: ${string}`,
    'one list of device types and manufacturers for all endpoints',
  ],
  ['/acs/users/update.access_schedule.ends_at: null', 'one type for the schedules of `create` and `update`'],
  [
    `/${string}.${'created_before' | 'ends_at' | 'expires_at' | 'starts_at'}: a moment`,
    'anything that JSON writes as text, for instance a library of dates',
  ],
  [
    `/devices/report_provider_metadata.devices[].${'omnitec' | 'schlage'}_metadata.time_zone: any string`,
    'the list of time zones is left to the server',
  ],
]

/** What ours takes as a parameter beyond 1.102.0, and not because the newest client does. */
export type PassedBeyondOlder = [
  SinceNewest<NewProvider | 'eufy'>,
  ...PassedBeyondBoth,
  [
    `${
      | '/access_codes/delete'
      | '/access_codes/unmanaged/convert_to_managed'
      | '/access_codes/unmanaged/delete'
      | '/connected_accounts/delete'
      | '/locks/lock_door'
      | '/locks/unlock_door'}: taken together`,
    'optional parameters may be undefined; there not, under exactOptionalPropertyTypes',
  ],
  [
    `/${'devices' | 'devices/unmanaged' | 'locks'}/list.${'include_if' | 'exclude_if'}[]: can_configure_auto_lock`,
    'a flag that devices have in the newest client, which has no such filters any more',
  ],
  ['/events/list.between[]: a moment', 'a Date becomes text, which is what servers take'],
  [`/locks/list.created_before: ${'any string' | 'a moment'}`, 'there a Date alone'],
]

/** What 1.102.0 takes as parameters and ours does not, though the newest client does not either. */
export type OlderNotPassed = [
  ['/events/list: taken together', 'one filter is needed, as in the newest client'],
]

/** Parameters of theirs in which ours lists names: others are taken too. */
export type NotListed = [['/events/get.event_type: any string', 'both clients take any text there']]

/** Fields of the newest client's replies that ours lack. */
export type NewestFieldsLacked = [[`generated_code.${string}`, 'see NewestNotTaken']]

/** Fields of the replies of 1.102.0 that ours lack. */
export type OlderFieldsLacked = [
  [
    `event<connected_account.disconnected>.connected_account_errors[].${
      | 'is_connected_account_error'
      | 'is_bridge_error'
      | 'salto_ks_metadata'}`,
    'the newest client has them no longer: errors that events report have code, message and moment',
  ],
]

/** Calls of 1.102.0 that the newest client has no longer, and ours has not. */
export type OlderCallsNotHad = [
  ['/devices/delete', 'the newest client has it no longer'],
  ['/workspaces/find_anything', 'undocumented; the newest client has it no longer'],
  [
    `/workspaces/customization_profiles/${'create' | 'get' | 'list' | 'update' | 'upload_images'}`,
    'undocumented; the newest client has them no longer',
  ],
]

/** Members of the newest client's classes that ours do not have. */
export type NewestLacked = []

/** Endpoints of the compared namespaces that the newest client has not: the Python client 3.18 has them. */
export type NewerPaths = '/thermostats/activate_weekly_program'

/** Members of the classes of 1.102.0 that neither the newest client's nor ours have. */
export type OlderLacked = [
  [
    `${string}.ltsVersion`,
    'a version of the API that servers no longer look at; the newest client has it no longer',
  ],
  [`SeamHttp().${'bridges' | 'unstablePartner'}`, 'namespaces that the newest client has no longer'],
  ['SeamHttpDevices().delete', 'see OlderCallsNotHad'],
  [`SeamHttpWorkspaces().${'customizationProfiles' | 'findAnything'}`, 'see OlderCallsNotHad'],
  [`SeamHttpEndpoints()./${'devices/delete' | `workspaces/${string}`}`, 'see OlderCallsNotHad'],
]

/** Calls on the newest client's objects that ours refuse. */
export type NewestCallsRefused = [
  [`${string}().createPaginator`, 'a client makes paginators for its own requests: what is private differs'],
]

/** Calls on the newest client's objects whose results do not fit ours. */
export type NewestCallsUnfit = [
  [`${string}().createPaginator`, 'gives a paginator of its own: what is private differs'],
  ['SeamHttpAccessCodes().generateCode', 'see NewestNotTaken'],
  ['SeamHttpEndpoints()./access_codes/generate_code', 'see NewestNotTaken'],
]
