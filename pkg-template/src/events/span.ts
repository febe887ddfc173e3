// Which span of time a watch asks for: how to say it to the endpoint, and where to cut it when an answer may not be all of it.
// Pure. Nothing is presumed of the order in which the endpoint lists events, since nothing is documented.

/** Instants in ms since 1970, both within the span; `to` may be Infinity. */
export interface Span {
  from: number
  to: number
}

/**
 * The parameters that ask for the events of a span. The endpoint leaves out what was made exactly at the bounds (section 5 of the
 * API's facts), and may know fractions of a ms that it does not show, so each bound is a ms further out.
 */
export const parametersFor = ({ from, to }: Span): { since: string } | { between: string[] } => {
  const since = written(from - 1)
  return to === Number.POSITIVE_INFINITY ? { since } : { between: [since, written(to + 1)] }
}

const written = (instant: number): string => new Date(instant).toISOString()

/**
 * The end of the part to ask for first, when the answer had as many events as it may: the rest may be missing, and which rest is not
 * known. Nothing where the span cannot be cut.
 *
 * Where the events that came are all far from the beginning, as when the newest come first, it is halfway to them; else it leaves
 * out the newest quarter of them.
 */
export const cutOf = ({ from, to }: Span, times: readonly number[]): number | undefined => {
  const within = times.filter((time) => time >= from && time <= to).sort((one, other) => one - other)
  const first = within[0]
  const last = within.at(-1)
  const middle = within[Math.floor(within.length * 0.75)]
  if (from >= to || first === undefined || last === undefined || middle === undefined) return undefined
  const cut = first - from > last - first ? Math.floor((from + first) / 2) : middle
  return Math.min(cut, to - 1, last === from ? from : last - 1)
}
