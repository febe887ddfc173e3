// In German: what a diagnosis and a timeline come to.
import type { Messages } from 'seam-edge/messages'

export const summaries: Messages['summaries'] = {
  change_on_its_way: 'Eine Änderung ist auf dem Weg. Bis dahin gilt der Code, wie er war.',
  device_does_not_say: 'Das Schloss sagt nicht, ob es Codes nimmt.',
  device_gone: 'Das Schloss ist nicht mehr im verbundenen Konto.',
  device_hindered: 'Auf diesem Schloss steht Codes etwas im Weg.',
  device_not_at_present: 'Das Schloss könnte Codes nehmen, aber zurzeit nicht.',
  device_ready: 'Das Schloss ist bereit für Codes.',
  device_takes_no_codes: 'Das Schloss nimmt keine Codes.',
  hindered: 'Dem Code steht auf dem Weg zum Schloss etwas im Weg.',
  late: 'Der Code ist verspätet: Er sollte längst auf dem Schloss sein.',
  lock_gone: 'Das Schloss des Codes ist nicht mehr im verbundenen Konto.',
  may_not_work: 'Der Code ist auf dem Schloss, aber vielleicht geht er nicht.',
  neither_code_nor_device: 'Das ist weder ein Code noch ein Schloss.',
  not_known: 'Was auf dem Schloss ist, lässt sich nicht sagen.',
  not_yet_confirmed: 'Der Code ist auf dem Schloss, aber noch nicht bestätigt.',
  on_its_way: 'Der Code ist auf dem Weg zum Schloss.',
  on_lock_before_start: 'Der Code ist auf dem Schloss und öffnet ab seinem Beginn.',
  opens: 'Der Code ist auf dem Schloss und öffnet es.',
  over: 'Die Zeit des Codes ist vorbei.',
  should_be_off: 'Der Code sollte weg sein. Rechnen Sie damit, dass er noch öffnet.',
  to_leave: 'Der Code wird entfernt und öffnet bis dahin vielleicht noch.',
  waits_for_start: 'Der Code wartet auf seinen Beginn und ist noch nicht auf dem Schloss.',
  will_not_be_set: 'Der Code ist nicht auf dem Schloss, und Seam versucht es nicht mehr.',
}

export const expectations: Messages['expectations'] = {
  active_at_start: 'Der Code gilt ab seinem Beginn.',
  leaves_lock: 'Seam nimmt den Code vom Schloss. Bis dahin öffnet er vielleicht noch.',
  lock_ahead_of_start: 'Seam bringt den Code bis zu 72 Stunden vor dem Beginn auf das Schloss.',
  not_known: 'Seam weiß nicht, was auf dem Schloss ist.',
  nothing: 'Nichts mehr.',
  opens_from_start: 'Der Code öffnet ab seinem Beginn.',
  opens_until_deleted: 'Der Code öffnet, bis er gelöscht wird.',
  opens_until_end: 'Der Code öffnet bis zu seinem Ende. Dann nimmt Seam ihn vom Schloss.',
  opens_until_expiry: 'Der Code öffnet, bis das Schloss ihn nach seiner Uhr beendet.',
  programmed_before_start: 'Seam bringt den Code spätestens 60 Minuten vor dem Beginn auf das Schloss.',
  programmed_just_in_time: 'Seam beginnt 60 Minuten vor dem Beginn, den Code auf das Schloss zu bringen.',
  set_after_change: 'Die Änderung gilt, sobald das Schloss sie hat.',
  set_at_start: 'Der Code ist auf dem Schloss und gilt ab seinem Beginn.',
  set_by_lock: 'Der Code gilt, sobald das Schloss ihn hat.',
  set_with_pin: 'Der Code gilt, sobald seine PIN da ist.',
  taken_from_start: 'Das Schloss nimmt den Code ab seinem Beginn.',
}

export const worries: Messages['worries'] = {
  change_not_set: 'Sonst gilt weiter der Code, wie er war.',
  may_not_open: 'Sonst öffnet er vielleicht nicht, wenn jemand vor der Tür steht.',
  not_used: 'Unbenutzt öffnet er danach nicht mehr.',
  still_there: 'Ist er dann noch da, öffnet er vielleicht weiter.',
  takes_too_long: 'Sonst dauert es länger, als es sollte.',
}
