// In German: what a form or a lock has against a code.
import type { Messages } from 'seam-edge/messages'

type Issues = Messages['issues']

/** `der Beginn` at the start of a sentence. */
const big = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const constraints: Record<string, string> = {
  no_zeros: 'Die Ziffer 0 ist nicht erlaubt',
  cannot_start_with_12: 'Die PIN darf nicht mit 12 beginnen',
  no_triple_consecutive_ints: 'Nicht mehr als zwei Ziffern hintereinander dürfen gleich sein oder aufsteigen',
  no_ascending_or_descending_sequence: 'Die Ziffern dürfen nicht auf- oder absteigen',
  no_all_same_digits: 'Die Ziffern dürfen nicht alle gleich sein',
  at_least_three_unique_digits: 'Die PIN braucht mindestens drei verschiedene Ziffern',
  cannot_contain_089: 'Die Ziffern 0, 8 und 9 sind nicht erlaubt',
  cannot_contain_0789: 'Die Ziffern 0, 7, 8 und 9 sind nicht erlaubt',
  unique_first_four_digits: 'Die ersten vier Ziffern hat schon ein anderer Code auf dem Schloss',
}
const broken = (constraint = ''): string => constraints[constraint] ?? 'Das Schloss nimmt diese PIN nicht'

const noCodes = 'Auf dieses Schloss kann kein Code'
const chooseTime = 'Wählen Sie eine andere Zeit.'
const freeSpace = 'Löschen Sie Codes, die niemand mehr braucht.'
const needsOffline = 'Das geht nur mit einem Offline-Code'
const moved = 'Die Zeit kann verschoben werden'
const notChecked = 'Ob die Zeit passt, ließ sich nicht prüfen'
const wrongZone = 'Die Zeitzone passt nicht zum Schloss'
const twice = 'Diese Uhrzeit gibt es an dem Tag zweimal, weil die Uhren umgestellt werden'
const other = (message: string) => ({ message, help: 'Wählen Sie etwas anderes.' })

export const issues: Issues = {
  missing: ({ label }) => `${big(label)} fehlt`,
  missing_all: () => 'Es fehlt eine Angabe',
  missing_counterpart: ({ label }) => `Zu ${label} fehlt die andere Angabe`,
  misspelt_parameter: ({ label }) => `${big(label)} ist nicht bekannt`,
  not_before: () => 'Das Ende muss nach dem Beginn liegen',
  not_checkable: () => 'Das ließ sich nicht prüfen',
  not_date_time: ({ label }) => `${big(label)} ist keine Zeit`,
  not_digits: ({ label }) => `${big(label)} darf nur Ziffern haben`,
  not_integer: ({ label }) => `${big(label)} muss eine ganze Zahl sein`,
  not_serializable: ({ label }) => `${big(label)} kann nicht gesendet werden`,
  too_few_items: ({ limit }) => `Es müssen mindestens ${limit} sein`,
  too_large: ({ label, limit }) => `${big(label)} darf höchstens ${limit} sein`,
  too_long: ({ label, least, most }) => `${big(label)} braucht ${least}${most ? ` bis ${most}` : ''} Zeichen`,
  too_many_items: ({ limit }) => `Es dürfen höchstens ${limit} sein`,
  too_short: ({ label, least, most }) =>
    `${big(label)} braucht ${least}${most ? ` bis ${most}` : ''} Zeichen`,
  too_small: ({ label, limit }) => `${big(label)} muss mindestens ${limit} sein`,
  unknown_parameter: ({ label }) => `${big(label)} ist nicht bekannt`,
  unlisted_name: ({ label }) => `${big(label)} ist nicht bekannt`,
  wrong_type: ({ label }) => `${big(label)} hat die falsche Form`,
  access_code_id_is_offline: () => ({
    message: 'Ein Offline-Code lässt sich nicht ändern',
    help: 'Legen Sie einen neuen an.',
  }),
  backup_access_code_pool_empty: () => 'Auf dem Schloss sind keine Ersatzcodes mehr',
  code_already_on_device: () => ({
    message: 'Ein anderer Code auf dem Schloss hat diese PIN',
    help: 'Wählen Sie eine andere PIN.',
  }),
  code_breaks_constraint: ({ constraint }) => ({
    message: broken(constraint),
    help: 'Wählen Sie eine andere PIN.',
  }),
  code_length_not_supported: ({ lengths }) =>
    `Die PIN muss so viele Ziffern haben: ${lengths.replace(' or ', ' oder ')}`,
  code_may_be_on_device: () => 'Ein anderer Code hatte diese PIN oder soll sie bekommen',
  code_may_break_constraint: ({ constraint }) =>
    `Das Schloss nimmt diese PIN vielleicht nicht. ${broken(constraint)}`,
  code_none_left: () => 'Es ist keine PIN mehr frei',
  code_not_allowed: () => ({
    message: 'Die PIN macht der Hersteller selbst',
    help: 'Lassen Sie das Feld leer.',
  }),
  code_not_allowed_offline: () => ({
    message: 'Die PIN eines Offline-Codes wird berechnet',
    help: 'Lassen Sie das Feld leer.',
  }),
  code_not_among_existing: () => 'Die PIN muss eine sein, die es im Konto schon gibt',
  constraint_unknown: () => 'Das Schloss hat eine Regel, die hier nicht bekannt ist',
  device_cannot_take_codes: () => noCodes,
  device_full: ({ count, limit }) => ({
    message: `Das Schloss ist voll: ${count} von ${limit} Codes`,
    help: freeSpace,
  }),
  device_has_error: () => 'Mit dem Schloss stimmt etwas nicht. Der Code kann sich verspäten',
  device_has_warning: () => 'Das Schloss meldet etwas. Der Code kann sich verspäten',
  device_id_differs: () => 'Das ist ein anderes Schloss',
  device_ignores_codes: () => 'Zurzeit öffnet kein Code das Schloss',
  device_is_offline: () => ({
    message: 'Das Schloss ist nicht verbunden',
    help: 'Der Code kommt darauf, sobald es wieder verbunden ist.',
  }),
  device_is_removed: () => noCodes,
  device_is_unmanaged: () => noCodes,
  device_last_slot: ({ count, limit }) => `Das ist der letzte freie Platz: ${count} von ${limit} sind belegt`,
  device_may_be_full: () => ({ message: 'Das Schloss kann bis dahin voll sein', help: freeSpace }),
  device_reports_full: () => ({ message: 'Das Schloss meldet, dass es voll ist', help: freeSpace }),
  ends_at_date_not_allowed: () => ({ message: 'An diesem Tag darf der Code nicht enden', help: chooseTime }),
  ends_at_depends_on_clock_change: () => 'Ob die Dauer passt, hängt von der Zeitumstellung ab',
  ends_at_ignored: () => 'Dieser Code gilt 24 Stunden, egal welches Ende Sie angeben',
  ends_at_local_time_twice: () => twice,
  ends_at_may_be_moved: () => moved,
  ends_at_may_be_required: () => 'Vielleicht braucht dieser Code ein Ende',
  ends_at_missing: () => 'Das Ende fehlt',
  ends_at_not_after_start: () => 'Das Ende muss nach dem Beginn liegen',
  ends_at_not_checked: () => notChecked,
  ends_at_not_in_future: () => 'Das Ende muss in der Zukunft liegen',
  ends_at_offset_differs_from_zone: () => wrongZone,
  ends_at_other_time_of_day: () => 'Beginn und Ende müssen dieselbe Uhrzeit haben',
  ends_at_required_offline: () => 'Dieser Code braucht ein Ende',
  ends_at_time_not_allowed: () => ({
    message: 'Um diese Uhrzeit darf der Code nicht enden',
    help: chooseTime,
  }),
  ends_at_too_late: () => ({ message: 'Der Code dauert zu lange', help: chooseTime }),
  ends_at_too_soon: () => ({ message: 'Der Code dauert nicht lange genug', help: chooseTime }),
  is_one_time_use_needs_offline: () => needsOffline,
  is_one_time_use_not_supported: () => 'Dieses Schloss hat keine Einmalcodes',
  max_time_rounding_without_offline: () => needsOffline,
  name_like_uuid: () => 'Der Name sagt am Schloss niemandem etwas',
  name_may_be_cut: ({ limit }) => `Das Schloss zeigt vielleicht nur ${limit} Zeichen des Namens`,
  name_may_be_too_short: ({ limit }) => `Der Name sollte mindestens ${limit} Zeichen haben`,
  name_may_not_be_unique: () => 'Ein anderer Code heißt fast genauso',
  name_not_unique: () => other('Ein anderer Code auf dem Schloss heißt so'),
  name_too_short: ({ limit }) => `Der Name muss mindestens ${limit} Zeichen haben`,
  offline_access_codes_not_possible_now: () => 'Zurzeit nimmt dieses Schloss keine Offline-Codes',
  offline_access_codes_not_supported: () => 'Dieses Schloss nimmt keine Offline-Codes',
  online_access_codes_not_possible_now: () => 'Zurzeit nimmt dieses Schloss keine Codes',
  online_access_codes_not_supported: () => 'Dieses Schloss nimmt keine Codes',
  parameter_contradicts_newer_name: ({ label }) => `${big(label)} widerspricht einer anderen Angabe`,
  parameter_has_newer_name: ({ label }) => `${big(label)} heißt jetzt anders`,
  preferred_code_length_ignored: () => 'Die Länge zählt nicht, wenn eine PIN angegeben ist',
  preferred_code_length_not_supported: ({ lengths }) => `Das Schloss nimmt nur diese Längen: ${lengths}`,
  starts_at_date_not_allowed: () => ({
    message: 'An diesem Tag darf der Code nicht beginnen',
    help: chooseTime,
  }),
  starts_at_in_past: () =>
    'Der Beginn liegt in der Vergangenheit. Der Code öffnet, sobald er auf dem Schloss ist',
  starts_at_limits_first_use: () => 'Der Code muss in den ersten 24 Stunden benutzt werden',
  starts_at_local_time_twice: () => twice,
  starts_at_may_be_moved: () => moved,
  starts_at_missing: () => 'Der Beginn fehlt',
  starts_at_needs_time_zone: () => 'Dieses Schloss braucht erst eine Zeitzone',
  starts_at_not_before_end: () => 'Der Beginn muss vor dem Ende liegen',
  starts_at_not_checked: () => notChecked,
  starts_at_not_in_future: () => 'Der Beginn muss mindestens 15 Minuten in der Zukunft liegen',
  starts_at_offset_differs_from_zone: () => wrongZone,
  starts_at_required_offline: () => 'Dieser Code braucht Beginn und Ende',
  starts_at_time_not_allowed: () => ({
    message: 'Um diese Uhrzeit darf der Code nicht beginnen',
    help: chooseTime,
  }),
  starts_at_time_zone_in_doubt: () =>
    'Der Code kann Stunden zu früh oder zu spät öffnen: Die Zeitzone ist ungewiss',
  starts_at_time_zone_unknown: () => notChecked,
  starts_at_too_long_ago: () => 'Dieser Code wäre schon vorbei',
  starts_at_too_soon: () => 'Besser liegt der Beginn mindestens 15 Minuten in der Zukunft',
  starts_at_without_time_slots: () => 'Die Tür hat keine Zeitfenster für Gäste',
  type_contradicts_bounds: () => 'Ein Code ohne Ende hat auch keinen Beginn',
  type_without_bounds: () => 'Beginn und Ende fehlen',
  use_backup_access_code_pool_maybe_not_supported: () => 'Vielleicht hat dieses Schloss keine Ersatzcodes',
  use_backup_access_code_pool_not_supported: () => 'Dieses Schloss hat keine Ersatzcodes',
  use_backup_access_code_pool_not_time_bound: () => 'Ersatzcodes gibt es nur für Codes mit Beginn und Ende',
}
