// An issue in one line, as messages of errors and schemas have it.
import type { Issue } from './errors.js'

/** What is wrong, and what to do about it where that is known. */
export const withHelp = ({ message, help }: Pick<Issue, 'message' | 'help'>): string =>
  help === undefined ? message : `${message} (${help})`

/** The same behind its place. */
export const issueLine = (issue: Issue): string => `${issue.path && `\`${issue.path}\`: `}${withHelp(issue)}`
