// Times as a lock's clock shows them: in its zone, for fields and for people.
import type { Device } from 'seam-edge'

/** The zone of a lock; of this computer, where the lock does not say. */
export const zoneOf = (device: Device | undefined): { zone: string; isKnown: boolean } => {
  const zone = device?.location?.time_zone ?? device?.location?.timezone
  if (zone != null && isZone(zone)) return { zone, isKnown: true }
  return { zone: Intl.DateTimeFormat().resolvedOptions().timeZone, isKnown: false }
}

const isZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}

/** An instant as a field of the type `datetime-local` has it, `2031-05-09T14:00`. */
export const toLocal = (instant: number, zone: string): string => {
  // Swedish has the form of ISO 8601.
  const format = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'short', timeZone: zone })
  return format.format(instant).replace(' ', 'T')
}

/** Whether a field holds a whole date and time. While a year is typed it is one of the first century, and it may get six digits. */
export const isLocal = (local: string): boolean =>
  /^[1-9]\d{3}-/.test(local) && local < '9999' && !Number.isNaN(Date.parse(`${local}Z`))

/** The instant of a local time, as RFC 3339; undefined where the clocks skip it, or where it is no time. */
export const fromLocal = (local: string, zone: string): string | undefined => {
  if (!isLocal(local)) return undefined
  const asUtc = Date.parse(`${local}Z`)
  // Once for the offset, once more for an offset that changes in between.
  let instant = asUtc
  for (let times = 0; times < 2; times += 1) instant += asUtc - Date.parse(`${toLocal(instant, zone)}Z`)
  return toLocal(instant, zone) === local.slice(0, 16) ? new Date(instant).toISOString() : undefined
}

export const saying = (language: string, zone: string) => {
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zone,
  })
  return (instant: string | number): string => format.format(new Date(instant))
}
