import type { TimelineExpectation, TimelineWorry } from '../generated/codes.js';
import type { AccessGrantPart, AccessMethodPart } from '../module/resource-parts.js';
import type { AccessOptions, AccessPhase } from './access-diagnosis.js';
/** A step in the life of an access grant or an access method. */
export interface AccessStep {
    /**
     * - `creation`: it is created
     * - `issuing`: the last access method of it is issued
     * - `active`: it begins to open
     * - `removal`: it ceases to open
     */
    name: 'creation' | 'issuing' | 'active' | 'removal';
    /** When, as RFC 3339; absent where nobody knows. Seam does not say when it will issue an access method. */
    at?: string;
}
/** What happens to an access grant or an access method when. */
export interface AccessTimeline {
    /** Its steps, in their order. An access method without its grant has no `active` and no end. */
    steps: AccessStep[];
    /** How far it is. */
    phase: AccessPhase;
    /** The step that is to come, which may be overdue; absent after the last one. */
    next?: AccessStep;
    /** What to expect next, in one line. */
    expect: string;
    /** Which text that is: its name in `seam-edge/messages`. */
    expectCode: TimelineExpectation;
    /** After when one should worry if nothing has changed, as RFC 3339; absent where there is no reason to. */
    worryAfter?: string;
    /** Why one should worry then, in one line. */
    worry?: string;
    /** Which text that is. */
    worryCode?: TimelineWorry;
}
/**
 * When an access grant or an access method is created, issued, opens and ends; how far it is now, what comes next, and when to worry. Sends nothing.
 *
 * @throws SeamHttpInvalidOptionsError for an unknown option; TypeError where `now` is no instant, or a resource is a promise or a whole reply.
 */
export declare const accessTimeline: (grantOrMethod: AccessGrantPart | AccessMethodPart, options?: AccessOptions) => AccessTimeline;
