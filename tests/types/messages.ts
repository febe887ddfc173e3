// What codes and messages are to TypeScript: a slip does not compile, and a translation that declares itself complete has to be so.
import type { SeamValidationError } from 'seam-edge'
import { type IssueCode, type KnownIssueCode, type Messages, wording } from 'seam-edge/messages'
import { type AccessCodeCheck, checkAccessCode } from 'seam-edge/rules'
import type { StandardSchemaV1 } from 'seam-edge/schemas'
import { type AccessCodeTimeline, accessCodeTimeline, type Diagnosis, diagnose } from 'seam-edge/status'
import type { Assert, Same } from './expect.js'

type Issue = AccessCodeCheck['issues'][number]
export type OneUnion = [
  Assert<Same<Issue['code'], IssueCode>>,
  Assert<Same<SeamValidationError['issues'][number]['code'], IssueCode>>,
  Assert<Same<StandardSchemaV1.Issue['code'], IssueCode>>,
]

export const isShort = (issue: Issue, advice: Diagnosis['advice'][number]): boolean => {
  // @ts-expect-error a slip
  if (issue.code === 'too_shortt') return false
  // @ts-expect-error a slip
  if (advice.code === 'failed_to_set_on_devices') return false
  // @ts-expect-error a slip
  const slip: Issue['code'] = 'too_shortt'
  // @ts-expect-error a slip
  const known: KnownIssueCode = 'name_to_short'
  switch (issue.code) {
    case 'too_short':
    case 'code_length_not_supported':
      return true
    // @ts-expect-error a slip
    case 'too_longg':
      return false
    default:
      // One of tomorrow is compared as a string, and any may be used as one.
      return String(issue.code) === 'an_issue_of_tomorrow' || [slip, known].join() === String(advice.code)
  }
}

export const words = wording({
  labels: { code: 'PIN' },
  messages: {
    issues: {
      code_length_not_supported: ({ label, lengths }) => `${label}: ${lengths}`,
      too_short: ({ least, most, length }) => ({ message: `${least} ${most ?? ''}`, help: length }),
      // @ts-expect-error it tells no such thing
      too_long: ({ longest }) => longest,
    },
    summaries: { opens: 'Ja' },
    // @ts-expect-error there is no such text
    worries: { not_usedd: 'Nein' },
  },
})

// @ts-expect-error without the texts of issues, of errors and of warnings, a translation is not complete
export const part: Messages = { summaries: {} as never, expectations: {} as never, worries: {} as never }
// @ts-expect-error most texts are missing
export const summaries: Messages['summaries'] = { opens: 'Ja' }
// @ts-expect-error most texts are missing
export const issues: Messages['issues'] = { too_short: () => '' }

export const said = (issue: StandardSchemaV1.Issue, timeline: AccessCodeTimeline): (string | undefined)[] => [
  words.issue(issue).message,
  words.issue(checkAccessCode({ device_id: 'd' }).issues[0] as Issue).help,
  words.summary(diagnose({})),
  words.expect(accessCodeTimeline({})),
  words.worry(timeline),
]
