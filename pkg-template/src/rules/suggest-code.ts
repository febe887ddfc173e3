// suggestCode: a PIN that the lock takes. Which pass, and which are poor, is worked out in Rust (src/rules/suggest.rs); random numbers come from here.
import { SeamHttpInvalidOptionsError, SeamNoCodeError } from '../client/errors.js'
import type { Issue } from '../client/issue.js'
import {
  collected,
  lineOf,
  mistakenForCodes,
  mistakenForOne,
  refuseMistake,
} from '../module/given-resource.js'
import { jsonText } from '../module/json-text.js'
import { requireKnownOptions } from '../module/option-names.js'
import type { AccessCodePart, DevicePart } from '../module/resource-parts.js'
import { askRules } from './module.js'

/** What a suggestion has to keep to. */
export interface SuggestCodeOptions {
  /**
   * How many digits, 4 to 12. Default: the shortest length that the device takes and that has a PIN left; 6 where the device does not say,
   * which all brands take whose lengths are documented.
   */
  length?: number | undefined
  /** PINs that are not to be suggested. */
  avoid?: readonly string[] | undefined
  /** The codes on the device, managed and not, of any window: their PINs are not suggested. */
  existing?: readonly AccessCodePart[] | null | undefined
  /** Fills the array with random words, as `crypto.getRandomValues` does, which is the default. */
  random?: ((words: Uint32Array<ArrayBuffer>) => unknown) | undefined
}

/**
 * A PIN against which {@link checkAccessCode} has nothing to say, each as likely as any other. As long as there are others, it holds no
 * year of birth, no three digits in a row that ascend, descend or are equal, and does not repeat a block of up to four digits. Sends nothing.
 *
 * @throws SeamNoCodeError where no PIN passes; SeamHttpInvalidOptionsError for options that are not as described; TypeError for a
 * promise or a whole reply in place of the device.
 */
export const suggestCode = (device: DevicePart, options: SuggestCodeOptions = {}): string => {
  requireKnownOptions(askRules, 'suggestCode', options)
  refuseMistake(mistakenForOne('device', 'a device', device))
  const { length, avoid = [], existing, random = randomWords } = options ?? {}
  // A PIN that is not looked at might be suggested.
  if (!Array.isArray(avoid) || !avoid.every((item) => typeof item === 'string')) {
    throw invalid('`avoid`: expected an array of PINs')
  }
  const codes = collected(existing)
  const mistake = mistakenForCodes('existing', codes)
  if (mistake) throw invalid(lineOf(mistake))
  if (length !== undefined && !(Number.isInteger(length) && length >= 4 && length <= 12)) {
    throw invalid('`length`: expected a whole number from 4 to 12')
  }
  const words = new Uint32Array(16)
  random(words)
  // As a function leaves them that gives its words back, or gives them later.
  if (words.every((word) => word === 0)) {
    throw invalid('`random`: expected a function that fills the array that it is given')
  }
  const asked = { device, length, avoid, existing: codes, words: [...words] }
  const { code, issue, collide } = askRules<Suggested>(
    ['suggest'],
    jsonText('the device, or the codes on it', asked),
  )
  if (code === undefined) throw new SeamNoCodeError(issue as Issue, collide as string[])
  return code
}

const invalid = (message: string): Error => new SeamHttpInvalidOptionsError(message, 'suggestCode')

interface Suggested {
  code?: string
  issue?: Issue
  collide?: string[]
}

const randomWords = (words: Uint32Array<ArrayBuffer>): unknown => {
  const { crypto } = globalThis as { crypto?: Partial<Crypto> }
  if (crypto?.getRandomValues === undefined) {
    throw invalid('`random`: needed, because this runtime has no `crypto.getRandomValues`')
  }
  return crypto.getRandomValues(words)
}
