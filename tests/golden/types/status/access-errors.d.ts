import { SeamError } from '../client/errors.js';
import type { AccessGrant, AccessMethod } from '../generated/resources.js';
import type { AccessDiagnosis } from './access-diagnosis.js';
/** Thrown when waiting for an access grant, or for an access method alone, ends without success. */
export declare class SeamAccessGrantError extends SeamError {
    /** The grant as it was last seen; undefined where it never was, or an access method was waited for. Left out when the error is logged. */
    readonly accessGrant: AccessGrant | undefined;
    /** The access methods as they were last seen. Left out when the error is logged: they hold PINs and keys. */
    readonly accessMethods: AccessMethod[];
    /** What was the matter then; undefined where nothing was seen. */
    diagnosis: AccessDiagnosis | undefined;
    constructor(message: string, accessGrant: AccessGrant | undefined, accessMethods: AccessMethod[], diagnosis: AccessDiagnosis | undefined, options?: ErrorOptions);
}
/** Returns true if the error is a {@link SeamAccessGrantError}. */
export declare const isSeamAccessGrantError: (error: unknown) => error is SeamAccessGrantError;
/**
 * Why waiting is in vain.
 *
 * - `failed`: it is not issued and will not be; `diagnosis` says why
 * - `deleted`: it was deleted while it was waited for
 * - `due_later`: Seam itself puts its access code off until after the end of `maxWait`
 * - `needs_action`: somebody has to act, with `stopWhen: 'needs_action'`; `diagnosis` says who and what to do
 */
export type AccessGrantFailure = 'failed' | 'deleted' | 'due_later' | 'needs_action';
/** Thrown when waiting until access is issued cannot succeed. */
export declare class SeamAccessGrantFailedError extends SeamAccessGrantError {
    diagnosis: AccessDiagnosis;
    /** Why waiting is in vain. */
    reason: AccessGrantFailure;
    constructor(message: string, reason: AccessGrantFailure, accessGrant: AccessGrant | undefined, accessMethods: AccessMethod[], diagnosis: AccessDiagnosis);
}
/** Returns true if the error is a {@link SeamAccessGrantFailedError}. */
export declare const isSeamAccessGrantFailedError: (error: unknown) => error is SeamAccessGrantFailedError;
/** Thrown when access is not issued after `maxWait`. The `cause` is what the last poll failed with, if it did. */
export declare class SeamAccessGrantTimeoutError extends SeamAccessGrantError {
}
/** Returns true if the error is a {@link SeamAccessGrantTimeoutError}. */
export declare const isSeamAccessGrantTimeoutError: (error: unknown) => error is SeamAccessGrantTimeoutError;
