// Texts for guests: an application's own by the code of what there is to say, else the English ones without backticks and names of parameters.
// What there is to say is decided in Rust, and so are the names here (generated/codes.ts). Needs no module.
import {
  type DiagnosisSummary,
  type IssueParameters,
  type KnownErrorCode,
  type KnownIssueCode,
  type KnownWarningCode,
  saidIn,
  type TimelineExpectation,
  type TimelineWorry,
} from '../generated/codes.js'
import type { Advice, Diagnosis } from '../status/diagnosis.js'
import type { AccessCodeTimeline } from '../status/timeline.js'

/** What is to be said of one issue. */
export interface IssueWords {
  /** What is wrong. */
  message: string
  /** What to do about it. */
  help?: string | undefined
}

/** Why an error or warning is there, and what to do about it. */
export interface AdviceWords {
  /** Why it happens, in one sentence. */
  cause: string
  /** What to do about it, in one sentence. */
  action: string
}

/** What a text about an issue can tell: what issues of its code tell, what the field is called, and the constraint of the device, if one is broken. */
type Told<TCode> = (TCode extends keyof IssueParameters ? IssueParameters[TCode] : unknown) & {
  label: string
  constraint?: string
}

/**
 * A text for everything that can be said. Declare a translation as `Messages`, and the compiler names each text that is missing, also
 * after an upgrade.
 */
export interface Messages {
  /** Of `checkAccessCode`, `suggestCode`, `seam-edge/schemas` and `SeamValidationError`, by the code of the issue. */
  issues: { [TCode in KnownIssueCode]: (told: Told<TCode>) => string | IssueWords }
  /** By `summaryCode` of a diagnosis. */
  summaries: Record<DiagnosisSummary, string>
  /** By `error_code`; `unknown` for those that this version does not know. */
  errors: Record<KnownErrorCode | 'unknown', AdviceWords>
  /** By `warning_code`, as `errors`. */
  warnings: Record<KnownWarningCode | 'unknown', AdviceWords>
  /** By `expectCode` of a timeline. */
  expectations: Record<TimelineExpectation, string>
  /** By `worryCode` of a timeline. */
  worries: Record<TimelineWorry, string>
}

/** Some of the texts; the others stay English. */
export type PartOfMessages = { [TPart in keyof Messages]?: PartOf<Messages[TPart]> | undefined }

type PartOf<T> = { [TCode in keyof T]?: T[TCode] | undefined }

/** What fields are called, by their names in the API: `{ code: 'your PIN', starts_at: 'check-in' }`. */
export type FieldLabels = Readonly<Record<string, string>>

/** How things are to be said. */
export interface WordingOptions {
  /** Texts in place of the English ones. */
  messages?: PartOfMessages | undefined
  /** What fields are called, within a sentence. A field without a label is called by the words of its name. */
  labels?: FieldLabels | undefined
}

/** What issues have that can be put into words: those of this package, and those of its Standard Schemas. */
export interface IssueForWords {
  /** What is wrong, as a stable word. */
  code: string
  /** The developer's text, by which an issue without a text of its own is put into words. */
  message: string
  /** The parameter at fault, as `device_ids[0]` or in parts. */
  path: string | readonly (string | number)[]
  /** What to do about it. */
  help?: string | undefined
  /** The constraint of the device that is broken, where one is. */
  constraint?: string | undefined
  /** The values that its text can hold, by name. */
  parameters?: Readonly<Record<string, string>> | undefined
}

/** Puts into words. */
export interface Wording {
  /** What is wrong, and what to do about it. */
  issue: (issue: IssueForWords) => IssueWords
  /** A diagnosis in one line. */
  summary: (diagnosis: Pick<Diagnosis, 'summary' | 'summaryCode'>) => string
  /** An item of a diagnosis' `advice`. */
  advice: (advice: Pick<Advice, 'code' | 'scope' | 'known' | 'cause' | 'action'>) => AdviceWords
  /** What to expect next of a code. */
  expect: (timeline: Pick<AccessCodeTimeline, 'expect' | 'expectCode'>) => string
  /** Why to worry about it; nothing where there is no reason. */
  worry: (timeline: Pick<AccessCodeTimeline, 'worry' | 'worryCode'>) => string | undefined
}

/**
 * Words for guests: the texts of `messages`, and where it has none, English ones without backticks and names of parameters.
 *
 * Not for logs: `message` and `help` of an issue name what a developer looks for.
 */
export const wording = ({ messages, labels }: WordingOptions = {}): Wording => {
  const own = <TPart extends keyof Messages>(part: TPart, code: string | undefined) =>
    ownMember((messages?.[part] ?? {}) as Record<string, Messages[TPart][keyof Messages[TPart]]>, code)
  const plain = (text: string) => plainly(text, labels ?? {})
  return {
    issue: (issue) => {
      const label = labelOf(issue, labels ?? {})
      const say = own('issues', issue.code) as ((told: object) => string | IssueWords) | undefined
      if (say === undefined) return english(issue, label, plain)
      const words = say({ ...toldBy(issue), label })
      return typeof words === 'string' ? { message: words } : words
    },
    summary: ({ summary, summaryCode }) => (own('summaries', summaryCode) as string) ?? plain(summary),
    advice: ({ code, scope, known, cause, action }) => {
      const part = scope === 'error' ? 'errors' : 'warnings'
      const words = own(part, code) ?? (known ? undefined : own(part, 'unknown'))
      return (words as AdviceWords) ?? { cause: plain(cause), action: plain(action) }
    },
    expect: ({ expect, expectCode }) => (own('expectations', expectCode) as string) ?? plain(expect),
    worry: ({ worry, worryCode }) =>
      worry === undefined ? undefined : ((own('worries', worryCode) as string) ?? plain(worry)),
  }
}

/** A member of the object itself: codes come from servers, and one may be called `constructor`. */
const ownMember = <T>(object: Record<string, T>, name: string | undefined): T | undefined =>
  name !== undefined && Object.hasOwn(object, name) ? object[name] : undefined

/** The values that an issue tells; schemas tell them in the message alone. */
const toldBy = ({ code, message, parameters, constraint }: IssueForWords): object => {
  const pattern = ownMember<RegExp>(saidIn, code)
  const said = pattern?.exec(message)?.groups
  return { ...said, ...parameters, ...(constraint === undefined ? {} : { constraint }) }
}

/** An issue of a value begins where its field is named; rules make whole sentences. */
const english = (issue: IssueForWords, label: string, plain: (text: string) => string): IssueWords => {
  const isSentence = 'source' in issue
  const message = isSentence || label === '' ? issue.message : `${label}: ${issue.message}`
  return { message: plain(message), help: issue.help === undefined ? undefined : plain(issue.help) }
}

const labelOf = ({ path }: IssueForWords, labels: FieldLabels): string => {
  const keys = typeof path === 'string' ? path.split(/[.[\]]+/) : path
  const field = keys.filter((key) => key !== '' && !/^\d+$/.test(String(key))).at(-1)
  return field === undefined ? '' : called(String(field), labels)
}

const called = (name: string, labels: FieldLabels): string =>
  ownMember(labels, name) ?? ownMember(usual, name) ?? spoken(name)

/** What guests call the fields that they meet. */
const usual: FieldLabels = {
  access_code_id: 'the code',
  code: 'the PIN',
  device_id: 'the lock',
  ends_at: 'the end',
  name: 'the name',
  starts_at: 'the start',
}

/** `max_time_rounding` as `max time rounding`; paths of endpoints by their last word. */
const spoken = (name: string): string => name.replace(/^\/.*\//, '').replaceAll(/[._]+/g, ' ')

/** A text without backticks and names of parameters, which begins with a capital. */
const plainly = (text: string, labels: FieldLabels): string => {
  const quoted = text.replaceAll(/`([^`]*)`/g, (_, name: string) =>
    isName(name) ? called(name, labels) : name,
  )
  const words = quoted.replaceAll(/\/?\b[a-z0-9]+(?:[_/][a-z0-9]+)+\b/g, (name) => spoken(name))
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const isName = (text: string): boolean => /^[a-z][a-z0-9_.]*$/.test(text)
