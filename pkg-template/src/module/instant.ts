// Instants as callers give them. Reads the clock where they give none.

/** An instant: a `Date`, ms since 1970, or an RFC 3339 text. */
export type Instant = Date | number | string

/**
 * The instant `now` in ms since 1970: as given, else by the clock. Null is what callers without types pass for none.
 *
 * @internal
 * @throws TypeError where it is none.
 */
export const millisecondsOf = (now: Instant | null | undefined): number => {
  // Of a boolean, a BigInt or a symbol `Date` makes an instant, or an error of its own.
  const isOne = /^(number|string|object)$/.test(typeof now)
  const milliseconds = now == null ? Date.now() : isOne ? new Date(now).getTime() : Number.NaN
  if (Number.isNaN(milliseconds))
    throw new TypeError('`now`: expected a valid Date, ms since 1970 or RFC 3339 text')
  return milliseconds
}
