//! The names that every generation of the API has used (docs/api-facts.md#access-code and #device), held against the models.
//! A list may grow without a line here; it may not shrink.

use std::collections::BTreeSet;

use seam_edge::model::{
    AccessCodeError, AccessCodeStatus, AccessCodeType, AccessCodeWarning, AccessDenialCode, Action,
    ActionAttemptStatus, BatteryStatus, ClimatePresetMode, CodeConstraintType, ConnectWebviewStatus,
    ConnectedAccountError, ConnectedAccountWarning, DeviceCapability, DeviceError, DeviceProviderName,
    DeviceSelectionMode, DeviceType, DeviceWarning, DisconnectionCode, EcobeeClimateOwner, FanMode, HvacMode,
    LockMethod, LogoShape, MotionSubType, MutationCode, NoiseawareDeviceModel, PendingMutation,
    ProviderCapability, ProviderCategory, SeamBridgeUnlockMethod, SeamEvent, ThermostatAdjustmentMethod,
    UnmanagedAccessCodeStatus,
};

/// Makes sure that all the names, separated by spaces, are listed, and none twice.
fn lists(listed: &[&str], wanted: &str) {
    let unique: BTreeSet<&str> = listed.iter().copied().collect();
    assert_eq!(unique.len(), listed.len(), "{listed:?}");
    for name in wanted.split_whitespace() {
        assert!(unique.contains(name), "`{name}` is not listed");
    }
}

#[test]
fn errors_of_every_generation_are_listed() {
    lists(
        AccessCodeError::NAMES,
        "provider_issue failed_to_set_on_device failed_to_remove_from_device duplicate_code_on_device
        no_space_for_access_code_on_device conflicting_external_modification access_code_inactive
        insufficient_permissions code_constraints_violated failed_to_issue failed_to_update failed_to_expire
        failed_to_remove failed_to_delete account_disconnected salto_ks_subscription_limit_exceeded
        dormakaba_sites_disconnected device_offline device_removed hub_disconnected device_disconnected
        empty_backup_access_code_pool august_lock_not_authorized missing_device_credentials
        auxiliary_heat_running subscription_required bridge_disconnected
        august_device_programming_delay august_device_slots_full august_lock_bad_access_code_format
        august_lock_invalid_code_length august_lock_missing_bridge august_lock_missing_keypad
        august_lock_temporarily_offline code_modified_external_to_seam dormakaba_oracode_no_valid_user_level
        duplicate_code_attempt_prevented hubitat_device_programming_delay hubitat_no_free_positions_available
        igloohome_bridge_offline igloohome_bridge_too_many_pending_jobs
        igloohome_offline_access_code_no_variance_available invalid_credentials
        kwikset_unable_to_confirm_code kwikset_unable_to_confirm_deletion lockly_missing_wifi_bridge
        salto_ks_user_not_subscribed salto_site_user_not_subscribed smartthings_failed_to_set_access_code
        smartthings_failed_to_set_after_multiple_retries smartthings_no_free_slots_available
        ttlock_lock_not_paired_to_gateway wyze_duplicate_code_name wyze_potential_duplicate_code
        schlage_lock_exceeds_maximum_number_of_access_codes kwikset_insufficient_permissions
        keynest_unsupported_third_party_locker dormakaba_oracode_invalid_time_range
        replaced_by_newer_access_code access_code_state_unconfirmed failed_to_apply_mutations",
    );
    lists(
        DeviceError::NAMES,
        "account_disconnected salto_ks_subscription_limit_exceeded dormakaba_sites_disconnected device_offline
        device_removed hub_disconnected device_disconnected empty_backup_access_code_pool
        august_lock_not_authorized missing_device_credentials auxiliary_heat_running subscription_required
        bridge_disconnected insufficient_permissions ttlock_lock_not_paired_to_gateway
        august_lock_missing_bridge lockly_missing_wifi_bridge",
    );
    lists(
        ConnectedAccountError::NAMES,
        "account_disconnected bridge_disconnected salto_ks_subscription_limit_exceeded
        dormakaba_sites_disconnected invalid_credentials",
    );
}

#[test]
fn warnings_of_every_generation_are_listed() {
    lists(
        AccessCodeWarning::NAMES,
        "delay_in_setting_on_device delay_in_removing_from_device third_party_integration_detected
        igloo_algopin_must_be_used_within_24_hours management_transferred code_rotates_periodically
        time_frame_adjusted_for_unknown_time_zone external_modification_in_effect using_backup_access_code
        being_deleted unknown_issue_with_access_code delay_in_issuing
        august_device_programming_delay august_lock_temporarily_offline code_modified_external_to_seam
        kwikset_unable_to_confirm_code schlage_creation_outage schlage_detected_duplicate
        smartthings_failed_to_set_access_code salto_office_mode schlage_detected_duplicate_code_name
        ultraloq_access_code_disabled schlage_access_code_ambiguous_timezone_dst_risk access_code_inactive
        provider_issue delay_in_applying_mutations",
    );
    lists(
        DeviceWarning::NAMES,
        "partial_backup_access_code_pool many_active_backup_codes max_access_codes_reached
        third_party_integration_detected salto_ks_office_mode privacy_mode salto_ks_privacy_mode
        salto_ks_lock_access_code_support_removed lockly_time_zone_not_configured ultraloq_time_zone_unknown
        time_zone_unknown time_zone_mismatch two_n_device_missing_timezone accessory_keypad_setup_required
        keynest_unsupported_locker provider_issue insufficient_permissions
        ttlock_lock_gateway_unlocking_not_enabled ttlock_weak_gateway_signal power_saving_mode
        device_communication_degraded device_has_flaky_connection unreliable_online_status
        scheduled_maintenance_window hub_required_for_additional_capabilities
        salto_ks_subscription_limit_almost_reached temperature_threshold_exceeded unknown_issue_with_phone
        accessory_keypad_low_battery wyze_device_missing_gateway",
    );
    lists(
        ConnectedAccountWarning::NAMES,
        "scheduled_maintenance_window unknown_issue_with_connected_account
        salto_ks_subscription_limit_almost_reached account_reauthorization_requested being_deleted
        provider_service_unavailable setup_required dormakaba_sites_unapproved",
    );
}

#[test]
fn states_kinds_and_constraints_are_listed() {
    lists(AccessCodeStatus::NAMES, "setting set unset removing unknown");
    lists(AccessCodeType::NAMES, "time_bound ongoing");
    lists(UnmanagedAccessCodeStatus::NAMES, "set unset");
    lists(ActionAttemptStatus::NAMES, "pending success error");
    lists(BatteryStatus::NAMES, "critical low good full");
    lists(
        DeviceCapability::NAMES,
        "access_code lock noise_detection thermostat battery phone",
    );
    lists(HvacMode::NAMES, "off heat cool heat_cool eco");
    lists(FanMode::NAMES, "auto on circulate");
    lists(
        ClimatePresetMode::NAMES,
        "home away wake sleep occupied unoccupied",
    );
    lists(EcobeeClimateOwner::NAMES, "user system");
    lists(NoiseawareDeviceModel::NAMES, "indoor outdoor");
    lists(SeamBridgeUnlockMethod::NAMES, "bridge doorking");
    lists(
        PendingMutation::NAMES,
        "creating deferring_creation deleting updating_code updating_name updating_time_frame",
    );
    lists(
        Action::NAMES,
        "LOCK_DOOR UNLOCK_DOOR CREATE_ACCESS_CODE UPDATE_ACCESS_CODE DELETE_ACCESS_CODE SYNC_ACCESS_CODES
        RESET_SANDBOX_WORKSPACE SET_FAN_MODE SET_HVAC_MODE ACTIVATE_CLIMATE_PRESET PUSH_THERMOSTAT_PROGRAMS
        CONFIGURE_AUTO_LOCK SIMULATE_KEYPAD_CODE_ENTRY SIMULATE_MANUAL_LOCK_VIA_KEYPAD DELETE_NOISE_THRESHOLD
        CREATE_NOISE_THRESHOLD UPDATE_NOISE_THRESHOLD SCAN_CREDENTIAL ENCODE_CREDENTIAL
        SCAN_TO_ASSIGN_CREDENTIAL ASSIGN_CREDENTIAL CONVERT_ACCESS_CODE_TO_MANAGED
        DELETE_UNMANAGED_ACCESS_CODE ACTIVATE_WEEKLY_PROGRAM",
    );
    lists(
        CodeConstraintType::NAMES,
        "no_zeros cannot_start_with_12 no_triple_consecutive_ints cannot_specify_pin_code
        pin_code_matches_existing_set start_date_in_future no_ascending_or_descending_sequence
        at_least_three_unique_digits no_all_same_digits unique_first_four_digits cannot_contain_089
        cannot_contain_0789 name_length name_must_be_unique",
    );
    lists(
        DeviceType::NAMES,
        "akuvox_lock august_lock brivo_access_point butterflymx_panel avigilon_alta_entry doorking_lock
        genie_door igloo_lock linear_lock lockly_lock kwikset_lock nuki_lock salto_lock schlage_lock
        smartthings_lock wyze_lock yale_lock two_n_intercom controlbyweb_device ttlock_lock igloohome_lock
        four_suites_door dormakaba_oracode_door tedee_lock akiles_lock ultraloq_lock keyincode_lock
        omnitec_lock kisi_lock keynest_key noiseaware_activity_zone minut_sensor ecobee_thermostat
        nest_thermostat honeywell_resideo_thermostat tado_thermostat sensi_thermostat smartthings_thermostat
        ios_phone android_phone ring_camera tapo_camera yacan_lock aqara_lock korelock_lock seam_relay
        hubitat_lock arlo_camera reolink_camera sonos_speaker",
    );
}

#[test]
fn what_connect_webviews_can_be_asked_for_is_listed() {
    lists(ConnectWebviewStatus::NAMES, "pending failed authorized");
    lists(DeviceSelectionMode::NAMES, "none single multiple");
    lists(LogoShape::NAMES, "circle square");
    lists(
        ProviderCapability::NAMES,
        "lock thermostat noise_sensor access_control camera speaker",
    );
    lists(
        ProviderCategory::NAMES,
        "stable consumer_smartlocks beta thermostats noise_sensors access_control_systems cameras connectors
        internal_beta",
    );
    lists(
        DeviceProviderName::NAMES,
        "hotek dormakaba_community legic_connect akuvox august avigilon_alta brivo butterflymx schlage
        smartthings yale genie doorking salto salto_ks salto_ks_accept lockly ttlock linear
        noiseaware nuki igloo kwikset minut my_2n controlbyweb nest igloohome ecobee four_suites
        dormakaba_oracode dormakaba_oracode_iho pti wyze seam_passport visionline
        assa_abloy_credential_service tedee honeywell_resideo first_alert latch akiles
        assa_abloy_vostio assa_abloy_vostio_credential_service tado salto_space sensi keynest
        korelock keyincode dormakaba_ambiance ultraloq yacan dusaw sifely thirty_three_lock ring
        tapo ical lodgify hostaway guesty acuity_scheduling omnitec kisi aqara yale_access hid_cm
        google_nest slack seam_relay_admin hubitat kwikset2 arlo reolink sonos",
    );
}

#[test]
fn events_of_every_generation_are_listed() {
    lists(
        SeamEvent::NAMES,
        "access_code.created access_code.changed access_code.name_changed access_code.code_changed
        access_code.time_frame_changed access_code.mutations_requested access_code.scheduled_on_device
        access_code.set_on_device access_code.removed_from_device access_code.delay_in_setting_on_device
        access_code.failed_to_set_on_device access_code.issued access_code.delay_in_issuing
        access_code.failed_to_issue access_code.failed_to_update access_code.failed_to_expire
        access_code.failed_to_remove access_code.failed_to_delete access_code.deleted access_code.delay_in_removing_from_device
        access_code.failed_to_remove_from_device access_code.modified_external_to_seam
        access_code.deleted_external_to_seam access_code.backup_access_code_pulled
        access_code.unmanaged.converted_to_managed access_code.unmanaged.failed_to_convert_to_managed
        access_code.unmanaged.created access_code.unmanaged.removed access_grant.created
        access_grant.deleted access_grant.access_granted_to_all_doors access_grant.access_granted_to_door
        access_grant.access_to_door_lost access_grant.access_times_changed
        access_grant.could_not_create_requested_access_methods access_method.issued access_method.revoked
        access_method.card_encoding_required access_method.deleted access_method.reissued
        access_method.created access_method.delay_in_issuing access_method.failed_to_issue
        acs_system.connected acs_system.added acs_system.disconnected acs_credential.deleted
        acs_credential.issued acs_credential.reissued acs_credential.invalidated acs_user.created
        acs_user.deleted acs_encoder.added acs_encoder.removed acs_access_group.deleted acs_entrance.added
        acs_entrance.removed client_session.deleted connected_account.connected connected_account.created
        connected_account.successful_login connected_account.disconnected
        connected_account.completed_first_sync connected_account.deleted
        connected_account.completed_first_sync_after_reconnection
        connected_account.reauthorization_requested connect_webview.login_succeeded
        connect_webview.login_failed enrollment_automation.deleted action_attempt.lock_door.succeeded
        action_attempt.lock_door.failed action_attempt.unlock_door.succeeded
        action_attempt.unlock_door.failed action_attempt.simulate_keypad_code_entry.succeeded
        action_attempt.simulate_keypad_code_entry.failed
        action_attempt.simulate_manual_lock_via_keypad.succeeded
        action_attempt.simulate_manual_lock_via_keypad.failed device.connected device.added
        device.converted_to_unmanaged device.unmanaged.converted_to_managed device.unmanaged.connected
        device.disconnected device.unmanaged.disconnected device.tampered device.low_battery
        device.battery_status_changed device.removed device.deleted device.third_party_integration_detected
        device.third_party_integration_no_longer_detected device.salto.privacy_mode_activated
        device.salto.privacy_mode_deactivated device.connection_became_flaky device.connection_stabilized
        device.error.subscription_required device.error.subscription_required.resolved
        device.accessory_keypad_connected device.accessory_keypad_disconnected device.name_changed
        device.doorbell_rang lock.locked lock.unlocked lock.access_denied camera.activated
        noise_sensor.noise_threshold_triggered phone.deactivated thermostat.climate_preset_activated
        thermostat.manually_adjusted thermostat.temperature_threshold_exceeded
        thermostat.temperature_threshold_no_longer_exceeded thermostat.temperature_reached_set_point
        thermostat.temperature_changed space.device_membership_changed space.created space.deleted",
    );
    lists(
        MutationCode::NAMES,
        "creating deferring_creation deleting updating_code updating_name updating_time_frame",
    );
    lists(
        LockMethod::NAMES,
        "keycode manual automatic unknown remote card mobile_key seamapi",
    );
    lists(
        AccessDenialCode::NAMES,
        "unknown_code expired_code blocklisted_code too_many_attempts blocked_by_privacy_mode credential_error
        connection_error",
    );
    lists(
        DisconnectionCode::NAMES,
        "account_disconnected hub_disconnected device_disconnected",
    );
    lists(MotionSubType::NAMES, "human vehicle package other");
    lists(ThermostatAdjustmentMethod::NAMES, "seam external");
}
