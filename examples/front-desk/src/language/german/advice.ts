// In German: why an error or a warning is there, and what to do. Codes that say the same share their words.
import type { AdviceWords, KnownErrorCode, KnownWarningCode } from 'seam-edge/messages'

const words = (cause: string, action: string): AdviceWords => ({ cause, action })

const failed = words(
  'Der Code kam bisher nicht auf das Schloss. Seam versucht es weiter.',
  'Warten Sie, und prüfen Sie Strom und Verbindung des Schlosses.',
)
const late = words(
  'Der Beginn ist da, aber der Code ist nicht auf dem Schloss. Seam versucht es weiter.',
  'Warnen Sie den Gast, und prüfen Sie Strom und Verbindung des Schlosses.',
)
const slow = words(
  'Das Schloss oder seine Verbindung ist langsam.',
  'Warten Sie. Wenn es so bleibt, prüfen Sie WLAN, Bridge und Batterie.',
)
const outage = words(
  'Der Dienst des Herstellers ist gerade nicht zu erreichen.',
  'Warten Sie. Wenn es so bleibt, fragen Sie den Support von Seam.',
)
const change = words(
  'Eine Änderung ist noch nicht auf dem Schloss.',
  'Warten Sie. Bis dahin gilt der Code, wie er war.',
)
const unconfirmed = words(
  'Was auf dem Schloss ist, ließ sich nicht bestätigen.',
  'Warten Sie, oder lassen Sie den Code am Schloss ausprobieren.',
)
const samePin = words(
  'Auf dem Schloss ist ein anderer Code mit derselben PIN.',
  'Wählen Sie eine andere PIN, oder löschen Sie den anderen Code.',
)
const sameName = words(
  'Auf dem Schloss ist ein anderer Code mit demselben Namen.',
  'Wählen Sie einen anderen Namen, oder löschen Sie den anderen Code.',
)
const hiddenPin = words(
  'Der Hersteller bestätigt den Code nicht, meist weil schon jemand diese PIN hat.',
  'Wählen Sie eine andere PIN.',
)
const refused = words(
  'Das Schloss nimmt eine solche PIN oder einen solchen Namen nicht.',
  'Wählen Sie eine andere PIN oder einen anderen Namen.',
)
const usedUp = words(
  'Das Schloss hat für diesen Beginn keine PIN mehr.',
  'Legen Sie einen Code an, der zu einer anderen Stunde oder an einem anderen Tag beginnt.',
)
const slots = words(
  'Die Zeiten passen zu keinem Zeitfenster der Tür.',
  'Nehmen Sie die Zeiten eines Fensters, oder lassen Sie eines einrichten.',
)
const zone = words(
  'Die Zeitzone des Schlosses ist nicht bekannt oder falsch.',
  'Stellen Sie die Zeitzone in der App des Schlosses ein.',
)
const full = words('Der Speicher des Schlosses ist voll.', 'Löschen Sie Codes, die niemand mehr braucht.')
const otherSoftware = words(
  'Andere Software verwaltet das Schloss auch.',
  'Schalten Sie die andere Software für dieses Schloss ab.',
)
const tampered = words(
  'Jemand hat den Code außerhalb von Seam geändert oder gelöscht. Seam stellt ihn wieder her.',
  'Fragen Sie, wer das war.',
)
const tolerated = words(
  'Jemand hat den Code außerhalb von Seam geändert, und das ist erlaubt.',
  'Lesen Sie den Code neu, bevor Sie ihn zeigen.',
)
const disabled = words(
  'Der Code ist am Schloss abgeschaltet.',
  'Lassen Sie ihn in der App des Herstellers wieder einschalten.',
)
const mode = words(
  'Das Schloss ist in einem Modus, in dem Codes es nicht öffnen.',
  'Lassen Sie den Modus am Schloss oder in seiner App beenden.',
)
const provider = words(
  'Der Hersteller meldet ein eigenes Problem.',
  'Lesen Sie seine Meldung in der Seam Console.',
)
const rights = words(
  'Dem verbundenen Konto fehlen Rechte für dieses Schloss.',
  'Lassen Sie sich die Rechte geben, oder verbinden Sie das Konto eines Eigentümers.',
)
const part = words(
  'Ein Tastenfeld, eine Bridge oder ein Gateway fehlt oder ist nicht verbunden.',
  'Bauen Sie es ein, oder verbinden Sie es in der App des Herstellers.',
)
const hub = words(
  'Ohne Hub kann das Schloss weniger, als es könnte.',
  'Mit einem Hub öffnet es zum Beispiel aus der Ferne.',
)
const locker = words(
  'Der Schlüssel liegt in einem Fach, das keine Codes nimmt.',
  'Legen Sie den Schlüssel in ein anderes Fach.',
)
const lostCodes = words(
  'Das Schloss nimmt vielleicht keine Codes mehr.',
  'Lassen Sie es in Salto KS neu einrichten.',
)
const plan = words(
  'Das Kontingent beim Hersteller ist aufgebraucht oder bald aufgebraucht.',
  'Löschen Sie Codes, die niemand mehr braucht, oder vergrößern Sie den Tarif.',
)
const keypadBattery = words(
  'Die Batterie des Tastenfelds ist schwach.',
  'Lassen Sie sie wechseln, bevor sie leer ist.',
)
const offline = words(
  'Das Schloss oder sein Hub ist nicht verbunden.',
  'Stellen Sie Strom und Netz wieder her. Codes, die schon darauf sind, öffnen weiter.',
)
const bridge = words(
  'Seam Bridge ist nicht zu erreichen.',
  'Starten Sie Seam Bridge und den Rechner, auf dem es läuft.',
)
const login = words(
  'Seam ist beim Konto hinter dem Schloss nicht mehr angemeldet.',
  'Lassen Sie den Eigentümer sich neu anmelden.',
)
const site = words(
  'Ein Standort beim Hersteller ist nicht zu erreichen oder nicht freigegeben.',
  'Lassen Sie die Verbindung oder die Freigabe herstellen.',
)
const setup = words(
  'Konto oder Zubehör ist nicht vollständig eingerichtet.',
  'Richten Sie es in der App des Herstellers fertig ein.',
)
const setting = words(
  'Eine Einstellung des Schlosses verhindert, dass das Gateway es steuert.',
  'Erlauben Sie das Öffnen aus der Ferne, oder beenden Sie das Stromsparen.',
)
const flaky = words(
  'Die Verbindung zum Schloss kommt und geht.',
  'Rechnen Sie mit Verzögerungen. Verbessern Sie das Signal, oder wechseln Sie die Batterien.',
)
const maintenance = words(
  'Der Hersteller hat Wartungsarbeiten angekündigt.',
  'Rechnen Sie so lange mit Verzögerungen.',
)
const stillThere = words(
  'Der Code ließ sich bisher nicht entfernen und öffnet vielleicht noch.',
  'Rechnen Sie damit, dass er noch öffnet, und prüfen Sie die Verbindung des Schlosses.',
)
const leaving = words('Es wird gerade gelöscht.', 'Rechnen Sie nicht mehr damit.')
const gone = words(
  'Das Schloss ist nicht mehr im verbundenen Konto.',
  'Legen Sie den Code auf einem anderen Schloss an, oder verbinden Sie dieses neu.',
)
const replaced = words('Ein neuerer Code hat diesen ersetzt.', 'Zeigen Sie den neueren Code.')
const transferred = words(
  'Ein anderer Workspace hat den Code übernommen.',
  'Dieser Workspace kann ihn nicht mehr ändern.',
)
const backup = words('Ein Ersatzcode hat diesen ersetzt.', 'Geben Sie dem Gast die PIN des Ersatzcodes.')
const rotates = words(
  'Der Hersteller ändert die PIN ab und zu.',
  'Lesen Sie den Code jedes Mal neu, bevor Sie ihn zeigen.',
)
const firstDay = words(
  'Das Schloss nimmt diese PIN nur, wenn sie in den ersten 24 Stunden benutzt wird.',
  'Sagen Sie das dem Gast.',
)
const spares = words(
  'Auf dem Schloss sind wenige oder keine Ersatzcodes.',
  'Warten Sie. Wenn es so bleibt, prüfen Sie Verbindung und Speicher des Schlosses.',
)
const unknown = words(
  'Etwas stimmt nicht, das Seam nicht benennen kann.',
  'Warten Sie, lassen Sie den Code am Schloss ausprobieren, und fragen Sie den Support von Seam.',
)
const notProvisioned = words(
  'Ein Teil von dem, was der Zugang öffnen soll, ist nicht eingerichtet.',
  'Prüfen Sie Strom und Verbindung der Schlösser. Wenn es so bleibt, fragen Sie den Support von Seam.',
)
const notCreated = words(
  'Seam konnte nicht für alle Schlösser ein Zugangsmittel machen und versucht es nicht mehr.',
  'Sehen Sie nach, welche Schlösser fehlen, und fordern Sie die Zugangsmittel neu an: mit einer anderen PIN, für andere Zeiten oder ohne diese Schlösser.',
)
const tooLittle = words(
  'Der Zugang öffnet noch nicht alles, was er soll. Seam fügt den Rest hinzu.',
  'Warten Sie. Wenn es so bleibt, prüfen Sie Strom und Verbindung der Schlösser.',
)
const tooMuch = words(
  'Der Zugang öffnet noch, was er nicht mehr öffnen soll.',
  'Rechnen Sie damit, dass dort noch offen ist, und entfernen Sie den Code in der App des Herstellers.',
)
const times = words('Die Zeiten werden geändert.', 'Warten Sie. Bis dahin gelten die bisherigen Zeiten.')
const noCodes = words(
  'Ein Gerät nimmt keine Codes.',
  'Lassen Sie das Gerät weg, oder fordern Sie dafür ein anderes Zugangsmittel an.',
)
const otherTimes = words(
  'Ein Gerät nimmt solche Zeiten nicht.',
  'Ändern Sie die Zeiten des Zugangs so, dass das Gerät sie nimmt.',
)
const noAddress = words(
  'Der Schlüssel wird an die Person geschickt, und dafür fehlt ihre Adresse oder Nummer.',
  'Tragen Sie die E-Mail-Adresse oder Telefonnummer der Person ein.',
)
const otherPin = words(
  'Das Schloss hat eine andere PIN als die gewünschte.',
  'Geben Sie dem Gast die PIN, die jetzt gilt.',
)
const other = words('Das betrifft keine Codes.', 'Für Codes ist nichts zu tun.')

export const errors: Record<KnownErrorCode | 'unknown', AdviceWords> = {
  access_code_inactive: disabled,
  access_code_state_unconfirmed: unconfirmed,
  access_not_provisioned: notProvisioned,
  accessory_keypad_setup_required: setup,
  account_disconnected: login,
  august_device_programming_delay: slow,
  august_device_slots_full: full,
  august_lock_bad_access_code_format: refused,
  august_lock_invalid_code_length: refused,
  august_lock_missing_bridge: part,
  august_lock_missing_keypad: part,
  august_lock_not_authorized: rights,
  august_lock_temporarily_offline: slow,
  auxiliary_heat_running: other,
  bridge_disconnected: bridge,
  cannot_create_requested_access_methods: notCreated,
  code_constraints_violated: refused,
  code_modified_external_to_seam: tampered,
  conflicting_external_modification: tampered,
  delay_in_issuing: slow,
  delay_in_setting_on_device: slow,
  device_disconnected: offline,
  device_offline: offline,
  device_removed: gone,
  dormakaba_oracode_invalid_time_range: slots,
  dormakaba_oracode_no_valid_user_level: slots,
  dormakaba_sites_disconnected: site,
  duplicate_code_attempt_prevented: samePin,
  duplicate_code_on_device: samePin,
  empty_backup_access_code_pool: spares,
  failed_to_apply_mutations: change,
  failed_to_delete: stillThere,
  failed_to_expire: stillThere,
  failed_to_issue: late,
  failed_to_remove: stillThere,
  failed_to_remove_from_device: stillThere,
  failed_to_set_on_device: failed,
  failed_to_update: change,
  hub_disconnected: offline,
  hubitat_device_programming_delay: slow,
  hubitat_no_free_positions_available: full,
  igloohome_bridge_offline: offline,
  igloohome_bridge_too_many_pending_jobs: slow,
  igloohome_offline_access_code_no_variance_available: usedUp,
  insufficient_permissions: rights,
  invalid_credentials: login,
  keynest_unsupported_locker: locker,
  keynest_unsupported_third_party_locker: locker,
  kwikset_insufficient_permissions: rights,
  kwikset_unable_to_confirm_code: hiddenPin,
  kwikset_unable_to_confirm_deletion: stillThere,
  lockly_missing_wifi_bridge: part,
  many_active_backup_codes: spares,
  max_access_codes_reached: full,
  missing_device_credentials: login,
  no_space_for_access_code_on_device: full,
  partial_backup_access_code_pool: spares,
  provider_issue: provider,
  replaced_by_newer_access_code: replaced,
  salto_ks_subscription_limit_exceeded: plan,
  salto_ks_user_not_subscribed: plan,
  salto_site_user_not_subscribed: plan,
  schlage_detected_duplicate: samePin,
  schlage_detected_duplicate_code_name: sameName,
  schlage_lock_exceeds_maximum_number_of_access_codes: full,
  smartthings_failed_to_set_access_code: otherSoftware,
  smartthings_failed_to_set_after_multiple_retries: otherSoftware,
  smartthings_no_free_slots_available: full,
  subscription_required: plan,
  temperature_threshold_exceeded: other,
  ttlock_lock_not_paired_to_gateway: part,
  ultraloq_access_code_disabled: disabled,
  unknown,
  unknown_issue_with_phone: other,
  wyze_device_missing_gateway: part,
  wyze_duplicate_code_name: sameName,
  wyze_potential_duplicate_code: samePin,
}

type Shared = Extract<KnownErrorCode, KnownWarningCode>
const ofWarningsAlone: Record<Exclude<KnownWarningCode, Shared>, AdviceWords> = {
  accessory_keypad_low_battery: keypadBattery,
  account_reauthorization_requested: login,
  being_deleted: leaving,
  code_rotates_periodically: rotates,
  delay_in_applying_mutations: change,
  delay_in_removing_from_device: stillThere,
  device_communication_degraded: flaky,
  device_does_not_support_access_codes: noCodes,
  device_has_flaky_connection: flaky,
  device_time_constraints_violated: otherTimes,
  dormakaba_sites_unapproved: site,
  external_modification_in_effect: tolerated,
  hub_required_for_additional_capabilities: hub,
  igloo_algopin_must_be_used_within_24_hours: firstDay,
  lockly_time_zone_not_configured: zone,
  management_transferred: transferred,
  overprovisioned_access: tooMuch,
  power_saving_mode: setting,
  privacy_mode: mode,
  provider_service_unavailable: outage,
  pulled_backup_access_code: otherPin,
  requested_code_unavailable: otherPin,
  salto_ks_lock_access_code_support_removed: lostCodes,
  salto_ks_office_mode: mode,
  salto_ks_privacy_mode: mode,
  salto_ks_subscription_limit_almost_reached: plan,
  salto_office_mode: mode,
  scheduled_maintenance_window: maintenance,
  schlage_access_code_ambiguous_timezone_dst_risk: zone,
  schlage_creation_outage: outage,
  setup_required: setup,
  third_party_integration_detected: otherSoftware,
  time_frame_adjusted_for_unknown_time_zone: zone,
  time_zone_mismatch: zone,
  time_zone_unknown: zone,
  ttlock_lock_gateway_unlocking_not_enabled: setting,
  ttlock_weak_gateway_signal: flaky,
  two_n_device_missing_timezone: zone,
  ultraloq_time_zone_unknown: zone,
  underprovisioned_access: tooLittle,
  unknown_issue_with_access_code: unknown,
  unknown_issue_with_connected_account: unknown,
  unreliable_online_status: flaky,
  updating_access_times: times,
  user_identity_missing_email_address: noAddress,
  user_identity_missing_phone_number: noAddress,
  using_backup_access_code: backup,
}

export const warnings: Record<KnownWarningCode | 'unknown', AdviceWords> = {
  ...errors,
  ...ofWarningsAlone,
  code_modified_external_to_seam: tolerated,
}
