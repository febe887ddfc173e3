import type { UnlistedCode } from './resources.js';
/** Each code that an issue of this version may have. */
export type KnownIssueCode = ValueIssueCode | RuleCode;
/**
 * The code of an issue. A newer version may have more: so a `switch` over it needs a `default`, and a code that this version does not have is
 * compared as a string, `String(issue.code) === '…'`.
 */
export type IssueCode = KnownIssueCode | UnlistedCode;
/** What is wrong with a value by its schema. */
export type ValueIssueCode = 'missing' | 'missing_all' | 'missing_counterpart' | 'misspelt_parameter' | 'not_before' | 'not_checkable' | 'not_date_time' | 'not_digits' | 'not_integer' | 'not_serializable' | 'too_few_items' | 'too_large' | 'too_long' | 'too_many_items' | 'too_short' | 'too_small' | 'unknown_parameter' | 'unlisted_name' | 'wrong_type';
/** What a lock has against a code, or against each PIN. */
export type RuleCode = 'access_code_id_is_offline' | 'backup_access_code_pool_empty' | 'code_already_on_device' | 'code_breaks_constraint' | 'code_length_not_supported' | 'code_may_be_on_device' | 'code_may_break_constraint' | 'code_none_left' | 'code_not_allowed' | 'code_not_allowed_offline' | 'code_not_among_existing' | 'constraint_unknown' | 'device_cannot_take_codes' | 'device_full' | 'device_has_error' | 'device_has_warning' | 'device_id_differs' | 'device_ignores_codes' | 'device_is_offline' | 'device_is_removed' | 'device_is_unmanaged' | 'device_last_slot' | 'device_may_be_full' | 'device_reports_full' | 'ends_at_date_not_allowed' | 'ends_at_depends_on_clock_change' | 'ends_at_ignored' | 'ends_at_local_time_twice' | 'ends_at_may_be_moved' | 'ends_at_may_be_required' | 'ends_at_missing' | 'ends_at_not_after_start' | 'ends_at_not_checked' | 'ends_at_not_in_future' | 'ends_at_offset_differs_from_zone' | 'ends_at_other_time_of_day' | 'ends_at_required_offline' | 'ends_at_time_not_allowed' | 'ends_at_too_late' | 'ends_at_too_soon' | 'is_one_time_use_needs_offline' | 'is_one_time_use_not_supported' | 'max_time_rounding_without_offline' | 'name_like_uuid' | 'name_may_be_cut' | 'name_may_be_too_short' | 'name_may_not_be_unique' | 'name_not_unique' | 'name_too_short' | 'offline_access_codes_not_possible_now' | 'offline_access_codes_not_supported' | 'online_access_codes_not_possible_now' | 'online_access_codes_not_supported' | 'parameter_contradicts_newer_name' | 'parameter_has_newer_name' | 'preferred_code_length_ignored' | 'preferred_code_length_not_supported' | 'starts_at_date_not_allowed' | 'starts_at_in_past' | 'starts_at_limits_first_use' | 'starts_at_local_time_twice' | 'starts_at_may_be_moved' | 'starts_at_missing' | 'starts_at_needs_time_zone' | 'starts_at_not_before_end' | 'starts_at_not_checked' | 'starts_at_not_in_future' | 'starts_at_offset_differs_from_zone' | 'starts_at_required_offline' | 'starts_at_time_not_allowed' | 'starts_at_time_zone_in_doubt' | 'starts_at_time_zone_unknown' | 'starts_at_too_long_ago' | 'starts_at_too_soon' | 'starts_at_without_time_slots' | 'type_contradicts_bounds' | 'type_without_bounds' | 'use_backup_access_code_pool_maybe_not_supported' | 'use_backup_access_code_pool_not_supported' | 'use_backup_access_code_pool_not_time_bound';
/** Each `error_code` that this version has advice for. */
export type KnownErrorCode = 'access_code_inactive' | 'access_code_state_unconfirmed' | 'access_not_provisioned' | 'accessory_keypad_setup_required' | 'account_disconnected' | 'august_device_programming_delay' | 'august_device_slots_full' | 'august_lock_bad_access_code_format' | 'august_lock_invalid_code_length' | 'august_lock_missing_bridge' | 'august_lock_missing_keypad' | 'august_lock_not_authorized' | 'august_lock_temporarily_offline' | 'auxiliary_heat_running' | 'bridge_disconnected' | 'cannot_create_requested_access_methods' | 'code_constraints_violated' | 'code_modified_external_to_seam' | 'conflicting_external_modification' | 'delay_in_issuing' | 'delay_in_setting_on_device' | 'device_disconnected' | 'device_offline' | 'device_removed' | 'dormakaba_oracode_invalid_time_range' | 'dormakaba_oracode_no_valid_user_level' | 'dormakaba_sites_disconnected' | 'duplicate_code_attempt_prevented' | 'duplicate_code_on_device' | 'empty_backup_access_code_pool' | 'failed_to_apply_mutations' | 'failed_to_delete' | 'failed_to_expire' | 'failed_to_issue' | 'failed_to_remove' | 'failed_to_remove_from_device' | 'failed_to_set_on_device' | 'failed_to_update' | 'hub_disconnected' | 'hubitat_device_programming_delay' | 'hubitat_no_free_positions_available' | 'igloohome_bridge_offline' | 'igloohome_bridge_too_many_pending_jobs' | 'igloohome_offline_access_code_no_variance_available' | 'insufficient_permissions' | 'invalid_credentials' | 'keynest_unsupported_locker' | 'keynest_unsupported_third_party_locker' | 'kwikset_insufficient_permissions' | 'kwikset_unable_to_confirm_code' | 'kwikset_unable_to_confirm_deletion' | 'lockly_missing_wifi_bridge' | 'many_active_backup_codes' | 'max_access_codes_reached' | 'missing_device_credentials' | 'no_space_for_access_code_on_device' | 'partial_backup_access_code_pool' | 'provider_issue' | 'replaced_by_newer_access_code' | 'salto_ks_subscription_limit_exceeded' | 'salto_ks_user_not_subscribed' | 'salto_site_user_not_subscribed' | 'schlage_detected_duplicate' | 'schlage_detected_duplicate_code_name' | 'schlage_lock_exceeds_maximum_number_of_access_codes' | 'smartthings_failed_to_set_access_code' | 'smartthings_failed_to_set_after_multiple_retries' | 'smartthings_no_free_slots_available' | 'subscription_required' | 'temperature_threshold_exceeded' | 'ttlock_lock_not_paired_to_gateway' | 'ultraloq_access_code_disabled' | 'unknown_issue_with_phone' | 'wyze_device_missing_gateway' | 'wyze_duplicate_code_name' | 'wyze_potential_duplicate_code';
/** Each `warning_code` that this version has advice for. */
export type KnownWarningCode = 'access_code_inactive' | 'accessory_keypad_low_battery' | 'accessory_keypad_setup_required' | 'account_reauthorization_requested' | 'august_device_programming_delay' | 'august_device_slots_full' | 'august_lock_missing_bridge' | 'august_lock_missing_keypad' | 'august_lock_not_authorized' | 'august_lock_temporarily_offline' | 'auxiliary_heat_running' | 'being_deleted' | 'code_modified_external_to_seam' | 'code_rotates_periodically' | 'delay_in_applying_mutations' | 'delay_in_issuing' | 'delay_in_removing_from_device' | 'delay_in_setting_on_device' | 'device_communication_degraded' | 'device_does_not_support_access_codes' | 'device_has_flaky_connection' | 'device_time_constraints_violated' | 'dormakaba_sites_unapproved' | 'duplicate_code_on_device' | 'empty_backup_access_code_pool' | 'external_modification_in_effect' | 'hub_required_for_additional_capabilities' | 'hubitat_device_programming_delay' | 'hubitat_no_free_positions_available' | 'igloo_algopin_must_be_used_within_24_hours' | 'insufficient_permissions' | 'keynest_unsupported_locker' | 'keynest_unsupported_third_party_locker' | 'kwikset_insufficient_permissions' | 'kwikset_unable_to_confirm_code' | 'lockly_missing_wifi_bridge' | 'lockly_time_zone_not_configured' | 'management_transferred' | 'many_active_backup_codes' | 'max_access_codes_reached' | 'no_space_for_access_code_on_device' | 'overprovisioned_access' | 'partial_backup_access_code_pool' | 'power_saving_mode' | 'privacy_mode' | 'provider_issue' | 'provider_service_unavailable' | 'pulled_backup_access_code' | 'requested_code_unavailable' | 'salto_ks_lock_access_code_support_removed' | 'salto_ks_office_mode' | 'salto_ks_privacy_mode' | 'salto_ks_subscription_limit_almost_reached' | 'salto_office_mode' | 'scheduled_maintenance_window' | 'schlage_access_code_ambiguous_timezone_dst_risk' | 'schlage_creation_outage' | 'schlage_detected_duplicate' | 'schlage_detected_duplicate_code_name' | 'schlage_lock_exceeds_maximum_number_of_access_codes' | 'setup_required' | 'smartthings_failed_to_set_access_code' | 'smartthings_no_free_slots_available' | 'temperature_threshold_exceeded' | 'third_party_integration_detected' | 'time_frame_adjusted_for_unknown_time_zone' | 'time_zone_mismatch' | 'time_zone_unknown' | 'ttlock_lock_gateway_unlocking_not_enabled' | 'ttlock_lock_not_paired_to_gateway' | 'ttlock_weak_gateway_signal' | 'two_n_device_missing_timezone' | 'ultraloq_access_code_disabled' | 'ultraloq_time_zone_unknown' | 'underprovisioned_access' | 'unknown_issue_with_access_code' | 'unknown_issue_with_connected_account' | 'unknown_issue_with_phone' | 'unreliable_online_status' | 'updating_access_times' | 'user_identity_missing_email_address' | 'user_identity_missing_phone_number' | 'using_backup_access_code' | 'wyze_device_missing_gateway' | 'wyze_duplicate_code_name' | 'wyze_potential_duplicate_code';
/** What a diagnosis comes to, in one line. */
export type DiagnosisSummary = 'access_changing' | 'access_hindered' | 'access_late' | 'access_leaving' | 'access_not_known' | 'access_over' | 'access_troubled' | 'being_issued' | 'change_on_its_way' | 'device_does_not_say' | 'device_gone' | 'device_hindered' | 'device_not_at_present' | 'device_ready' | 'device_takes_no_codes' | 'hindered' | 'issued' | 'issued_before_start' | 'late' | 'lock_gone' | 'may_not_work' | 'methods_to_come' | 'needs_assignment' | 'needs_encoding' | 'neither_code_nor_device' | 'neither_grant_nor_method' | 'not_created' | 'not_known' | 'not_yet_confirmed' | 'nothing_requested' | 'on_its_way' | 'on_lock_before_start' | 'opens' | 'over' | 'should_be_off' | 'still_opens' | 'to_leave' | 'waits_for_start' | 'will_not_be_set';
/** What to expect next of a code. */
export type TimelineExpectation = 'access_not_known' | 'access_removed' | 'access_until_end' | 'active_at_start' | 'change_issued' | 'issued_by_person' | 'issued_by_seam' | 'leaves_lock' | 'lock_ahead_of_start' | 'methods_made' | 'not_known' | 'nothing' | 'opens_from_start' | 'opens_until_deleted' | 'opens_until_end' | 'opens_until_expiry' | 'programmed_before_start' | 'programmed_just_in_time' | 'set_after_change' | 'set_at_start' | 'set_by_lock' | 'set_with_pin' | 'taken_from_start';
/** Why to worry about a code. */
export type TimelineWorry = 'change_not_set' | 'change_too_long' | 'issuing_too_long' | 'may_not_open' | 'not_issued' | 'not_used' | 'still_there' | 'takes_too_long';
/** What issues of a code tell beside their place: the values in their message, as they stand there. */
export interface IssueParameters {
    code_length_not_supported: {
        lengths: string;
    };
    code_none_left: {
        causes: string;
    };
    device_cannot_take_codes: {
        condition: string;
    };
    device_full: {
        count: string;
        limit: string;
    };
    device_has_error: {
        condition: string;
    };
    device_has_warning: {
        condition: string;
    };
    device_ignores_codes: {
        condition: string;
    };
    device_is_removed: {
        condition: string;
    };
    device_last_slot: {
        count: string;
        limit: string;
    };
    device_may_be_full: {
        count: string;
        limit: string;
    };
    ends_at_date_not_allowed: {
        frame: string;
    };
    ends_at_depends_on_clock_change: {
        frame: string;
    };
    ends_at_local_time_twice: {
        time: string;
        zone: string;
    };
    ends_at_may_be_moved: {
        frame: string;
    };
    ends_at_not_checked: {
        frame?: string;
    };
    ends_at_offset_differs_from_zone: {
        time: string;
        zone: string;
    };
    ends_at_other_time_of_day: {
        frame: string;
    };
    ends_at_time_not_allowed: {
        frame: string;
    };
    ends_at_too_late: {
        frame: string;
        limit: string;
    };
    ends_at_too_soon: {
        frame: string;
        limit: string;
    };
    missing_all: {
        names: string;
    };
    missing_counterpart: {
        other: string;
    };
    name_may_be_cut: {
        length: string;
        limit: string;
    };
    name_may_be_too_short: {
        length: string;
        limit: string;
    };
    name_too_short: {
        length: string;
        limit: string;
    };
    not_before: {
        earlier: string;
    };
    offline_access_codes_not_possible_now: {
        reasons: string;
    };
    online_access_codes_not_possible_now: {
        reasons: string;
    };
    parameter_contradicts_newer_name: {
        newer: string;
    };
    parameter_has_newer_name: {
        newer: string;
    };
    preferred_code_length_not_supported: {
        lengths: string;
    };
    starts_at_date_not_allowed: {
        frame: string;
    };
    starts_at_in_past: {
        ago?: string;
    };
    starts_at_local_time_twice: {
        time: string;
        zone: string;
    };
    starts_at_may_be_moved: {
        frame: string;
    };
    starts_at_not_checked: {
        frame?: string;
    };
    starts_at_offset_differs_from_zone: {
        time: string;
        zone: string;
    };
    starts_at_time_not_allowed: {
        frame: string;
    };
    starts_at_time_zone_in_doubt: {
        condition: string;
    };
    starts_at_time_zone_unknown: {
        frame: string;
    };
    starts_at_too_soon: {
        ahead: string;
    };
    too_few_items: {
        got: string;
        limit: string;
    };
    too_large: {
        got: string;
        limit: string;
    };
    too_long: {
        least: string;
        length: string;
        most?: string;
    };
    too_many_items: {
        got: string;
        limit: string;
    };
    too_short: {
        least: string;
        length: string;
        most?: string;
    };
    too_small: {
        got: string;
        limit: string;
    };
}
