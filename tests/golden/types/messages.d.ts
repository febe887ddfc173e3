export type { DiagnosisSummary, IssueCode, IssueParameters, KnownErrorCode, KnownIssueCode, KnownWarningCode, TimelineExpectation, TimelineWorry, } from './generated/codes.js';
export { type AdviceWords, type FieldLabels, type IssueForWords, type IssueWords, type Messages, type PartOfMessages, type Wording, type WordingOptions, wording, } from './messages/wording.js';
