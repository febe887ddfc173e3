// The progress of a watch as a short text, to be kept until the next one. Letters, digits, `.`, `-` and `_`: fit for any store,
// cookie or address. Its form is nobody else's business, and has a version.
import { SeamHttpInvalidOptionsError } from '../client/errors.js'
import { markOf } from './mark.js'
import type { Progress } from './progress.js'

// With it the text stays below 4 kB, which is what a cookie holds. Where more events are within the overlap, the oldest of them
// are left out, and so may be given again after a restart: rather twice than never.
const mostMarks = 240

const form = /^seam1_(-?[\da-z]+)_([\da-z]+)_((?:[\da-z]{10,}\.)*)_([\da-z]+)$/

/** The text: position, how far the floor is below it, the marks with how far each is above the floor, and a check. */
export const writeCursor = ({ position, floor, given }: Progress): string => {
  const marks = [...given]
    .sort(([, one], [, other]) => one - other)
    .slice(-mostMarks)
    .map(([mark, time]) => `${mark}${(time - floor).toString(36)}.`)
  const text = `seam1_${position.toString(36)}_${(position - floor).toString(36)}_${marks.join('')}_`
  return text + markOf(text)
}

/** @throws SeamHttpInvalidOptionsError where the text is no cursor of a watch, or not the whole of one. */
export const readCursor = (cursor: string): Progress => {
  const [, position = '', lag = '', marks = '', check] = form.exec(String(cursor)) ?? []
  if (check === undefined || markOf(String(cursor).slice(0, -check.length)) !== check) {
    throw new SeamHttpInvalidOptionsError('The cursor option must be the `cursor` of an earlier watch')
  }
  const floor = numberOf(position) - numberOf(lag)
  const given = marks
    .split('.')
    .slice(0, -1)
    .map((entry): [string, number] => [entry.slice(0, 9), floor + numberOf(entry.slice(9))])
  return { position: numberOf(position), floor, given: new Map(given) }
}

const numberOf = (digits: string): number => Number.parseInt(digits, 36)
