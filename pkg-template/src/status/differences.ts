// In what an existing access code differs from what `ensureAccessCode` is asked for. Pure. Only what a server tells of a code is compared, and only
// what the parameters say, but for the kind of code, which they say by what they leave out.

import { withoutSecrets } from '../client/secrets.js'
import type { AccessCode, UnmanagedAccessCode } from '../generated/resources.js'
import type { AccessCodesCreateParameters } from '../generated/routes.js'
import { pinsOf } from './pins.js'

/** In what an access code differs from what was asked for. No value holds the PIN. */
export interface AccessCodeDifference {
  /** The property of the access code, e.g. `ends_at`. */
  property: string
  /** What was asked for. */
  expected: unknown
  /** What it is. */
  actual: unknown
}

const second = 1000
const hour = 3600 * second

/** The parameters of `create` as they are sent: date-times are text. */
export type PlainParameters = { [Name in keyof AccessCodesCreateParameters]?: unknown } & {
  device_id: string
}

/** In what the code differs; empty where it is what is asked for. */
export const differencesOf = (
  wanted: PlainParameters,
  code: AccessCode | UnmanagedAccessCode,
): AccessCodeDifference[] => {
  if (code.is_managed === false) return [{ property: 'is_managed', expected: true, actual: false }]
  const found: AccessCodeDifference[] = []
  const compare = (property: keyof AccessCode, expected: unknown, isEqual = Object.is): void => {
    const actual = code[property]
    // What is not asked for, or not told, says nothing. Null tells that there is none, where that is so for sure.
    if (expected == null || actual === undefined || (actual === null && !tellingNulls.includes(property)))
      return
    if (actual !== null && isEqual(expected, actual)) return
    found.push({ property, expected, actual })
  }
  const { starts_at, ends_at } = wanted
  const isBound = starts_at != null || ends_at != null
  compare('name', wanted.name, isSameText)
  // Old servers write `timebound`.
  compare(
    'type',
    isBound ? 'time_bound' : 'ongoing',
    (a, b) => a === b || (b === 'timebound' && a === 'time_bound'),
  )
  if (isBound) {
    const isOffline = isOn(wanted.is_offline_access_code) || isOn(wanted.use_offline_access_code)
    const rounding = isOffline ? roundingOf(wanted.max_time_rounding) : 0
    const margin = isAdjusted(code) ? hour : 0
    const [shorter, longer] = [rounding, Math.max(rounding, margin)]
    compare(
      'starts_at',
      starts_at,
      (a, b) => isWithin(a, b, longer, shorter) || isBumped(a, b, code.created_at),
    )
    compare('ends_at', ends_at, (a, b) => isWithin(a, b, shorter, longer))
  }
  const allowed = wanted.is_external_modification_allowed ?? wanted.allow_external_modification
  compare('is_external_modification_allowed', allowed)
  compare(
    'is_offline_access_code',
    isOn(wanted.is_offline_access_code) || isOn(wanted.use_offline_access_code),
  )
  compare('is_one_time_use', isOn(wanted.is_one_time_use))
  compare('common_code_key', wanted.common_code_key)
  compare('is_backup', false)
  const pins = pinsOf(code)
  return found.map((difference) => ({
    ...difference,
    expected: withoutSecrets(difference.expected, isText(difference) ? pins : []),
    actual: withoutSecrets(difference.actual, isText(difference) ? pins : []),
  }))
}

const tellingNulls: (keyof AccessCode)[] = ['name', 'starts_at', 'ends_at', 'common_code_key']

const isOn = (value: unknown): boolean => value === true

// Free text may quote the PIN; in date-times its digits stand by chance.
const isText = ({ property }: AccessCodeDifference): boolean => ['name', 'common_code_key'].includes(property)

const isSameText = (one: unknown, other: unknown): boolean => String(one).trim() === String(other).trim()

/** How far Seam may shift the time frame of an offline code, in ms. */
const roundingOf = (rounding: unknown): number => (/^1d/.test(String(rounding)) ? 24 * hour : hour)

// Where a device's zone is not known, Seam makes the window longer by an hour (section 3.5 of the API's facts).
const isAdjusted = ({ warnings }: AccessCode): boolean =>
  (warnings ?? []).some(
    (warning: { warning_code: string }) =>
      warning.warning_code === 'time_frame_adjusted_for_unknown_time_zone',
  )

/** Whether a date-time is the wanted one or so many ms before or after it, but for fractions of a second, which servers cut. */
const isWithin = (wanted: unknown, actual: unknown, before: number, after: number): boolean => {
  const shift = Date.parse(String(actual)) - Date.parse(String(wanted))
  return shift > -before - second && shift < after + second
}

/** Whether a start that lay in the past was moved to when the code was created, as for some locks (section 7.3). */
const isBumped = (wanted: unknown, start: unknown, created: string): boolean => {
  const [asked, given, made] = [wanted, start, created].map((text) => Date.parse(String(text))) as [
    number,
    number,
    number,
  ]
  return asked < made && given >= asked && given <= made + 60 * second
}
