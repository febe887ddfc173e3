// What is wrong with a value, and how that is written in one line, as messages of errors and schemas have it.

import type { IssueCode } from '../generated/codes.js'

/** One reason why parameters or a reply do not fit. `code` is stable; `message` is for people and may change. */
export interface Issue {
  /** What is wrong, as a stable word, e.g. `missing`. */
  code: IssueCode
  /** Where it is, e.g. `starts_at` or `device_ids[0]`; empty for the whole object. */
  path: string
  /** What is wrong, in one line. Never contains a PIN or a token. */
  message: string
  /** What to do about it. */
  help?: string
  /** An `error` stops the call, a `warning` does not. */
  severity: 'error' | 'warning'
  /** Of a lock's rule: the `constraint_type` of the device that says so. */
  constraint?: string
  /** Of a lock's rule: what the message tells, by name; `IssueParameters` of `seam-edge/messages` has the names. */
  parameters?: Record<string, string>
  /** Of a lock's rule: the property of the device, or the part of Seam's documentation, where it comes from. */
  source?: string
}

/** What is wrong, and what to do about it where that is known. */
export const withHelp = ({ message, help }: Pick<Issue, 'message' | 'help'>): string =>
  help === undefined ? message : `${message} (${help})`

/** The same behind its place. */
export const issueLine = (issue: Issue): string => `${issue.path && `\`${issue.path}\`: `}${withHelp(issue)}`
