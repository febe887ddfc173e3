// Instants as callers give them.

/** An instant: a `Date`, ms since 1970, or an RFC 3339 text. */
export type Instant = Date | number | string

/**
 * An instant in ms since 1970; now, where none is given.
 *
 * @throws TypeError where it is none.
 */
export const millisecondsOf = (instant: Instant | undefined): number => {
  const milliseconds = instant === undefined ? Date.now() : new Date(instant).getTime()
  if (Number.isNaN(milliseconds))
    throw new TypeError('`now`: expected a valid Date, ms since 1970, or RFC 3339 text')
  return milliseconds
}
