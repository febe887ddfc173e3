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
  const milliseconds = now == null ? Date.now() : new Date(now).getTime()
  if (Number.isNaN(milliseconds))
    throw new TypeError('`now`: expected a valid Date, ms since 1970 or RFC 3339 text')
  return milliseconds
}
