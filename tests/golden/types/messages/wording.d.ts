import { type DiagnosisSummary, type IssueParameters, type KnownErrorCode, type KnownIssueCode, type KnownWarningCode, type TimelineExpectation, type TimelineWorry } from '../generated/codes.js';
import type { Advice, Diagnosis } from '../status/diagnosis.js';
import type { AccessCodeTimeline } from '../status/timeline.js';
/** What is to be said of one issue. */
export interface IssueWords {
    /** What is wrong. */
    message: string;
    /** What to do about it. */
    help?: string | undefined;
}
/** Why an error or warning is there, and what to do about it. */
export interface AdviceWords {
    /** Why it happens, in one sentence. */
    cause: string;
    /** What to do about it, in one sentence. */
    action: string;
}
/** What a text about an issue can tell: what issues of its code tell, what the field is called, and the constraint of the device, if one is broken. */
type Told<TCode> = (TCode extends keyof IssueParameters ? IssueParameters[TCode] : unknown) & {
    label: string;
    constraint?: string;
};
/**
 * A text for everything that can be said. Declare a translation as `Messages`, and the compiler names each text that is missing, also
 * after an upgrade.
 */
export interface Messages {
    /** Of `checkAccessCode`, `suggestCode`, `seam-edge/schemas` and `SeamValidationError`, by the code of the issue. */
    issues: {
        [TCode in KnownIssueCode]: (told: Told<TCode>) => string | IssueWords;
    };
    /** By `summaryCode` of a diagnosis. */
    summaries: Record<DiagnosisSummary, string>;
    /** By `error_code`; `unknown` for those that this version does not know. */
    errors: Record<KnownErrorCode | 'unknown', AdviceWords>;
    /** By `warning_code`, as `errors`. */
    warnings: Record<KnownWarningCode | 'unknown', AdviceWords>;
    /** By `expectCode` of a timeline. */
    expectations: Record<TimelineExpectation, string>;
    /** By `worryCode` of a timeline. */
    worries: Record<TimelineWorry, string>;
}
/** Some of the texts; the others stay English. */
export type PartOfMessages = {
    [TPart in keyof Messages]?: PartOf<Messages[TPart]> | undefined;
};
type PartOf<T> = {
    [TCode in keyof T]?: T[TCode] | undefined;
};
/** What fields are called, by their names in the API: `{ code: 'your PIN', starts_at: 'check-in' }`. */
export type FieldLabels = Readonly<Record<string, string>>;
/** How things are to be said. */
export interface WordingOptions {
    /** Texts in place of the English ones. */
    messages?: PartOfMessages | undefined;
    /** What fields are called, within a sentence. A field without a label is called by the words of its name. */
    labels?: FieldLabels | undefined;
}
/** What issues have that can be put into words: those of this package, and those of its Standard Schemas. */
export interface IssueForWords {
    /** What is wrong, as a stable word. */
    code: string;
    /** The developer's text, by which an issue without a text of its own is put into words. */
    message: string;
    /** The parameter at fault, as `device_ids[0]` or in parts. */
    path: string | readonly (string | number)[];
    /** What to do about it. */
    help?: string | undefined;
    /** The constraint of the device that is broken, where one is. */
    constraint?: string | undefined;
    /** The values that its text can hold, by name. */
    parameters?: Readonly<Record<string, string>> | undefined;
}
/** Puts into words. */
export interface Wording {
    /** What is wrong, and what to do about it. */
    issue: (issue: IssueForWords) => IssueWords;
    /** A diagnosis in one line. */
    summary: (diagnosis: Pick<Diagnosis, 'summary' | 'summaryCode'>) => string;
    /** An item of a diagnosis' `advice`. */
    advice: (advice: Pick<Advice, 'code' | 'scope' | 'known' | 'cause' | 'action'>) => AdviceWords;
    /** What to expect next of a code. */
    expect: (timeline: Pick<AccessCodeTimeline, 'expect' | 'expectCode'>) => string;
    /** Why to worry about it; nothing where there is no reason. */
    worry: (timeline: Pick<AccessCodeTimeline, 'worry' | 'worryCode'>) => string | undefined;
}
/**
 * Words for guests: the texts of `messages`, and where it has none, English ones without backticks and names of parameters.
 *
 * Not for logs: `message` and `help` of an issue name what a developer looks for.
 */
export declare const wording: ({ messages, labels }?: WordingOptions) => Wording;
export {};
