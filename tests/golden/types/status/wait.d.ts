import type { SeamAnyClient } from '../client/connection.js';
import type { AccessCode } from '../generated/resources.js';
import type { RemovedAccessCode, WaitUntilRemovedOptions, WaitUntilSetOptions } from './options.js';
/**
 * Polls a managed access code until it is on the lock. Resolves with the code as it is then. Goes on after lost connections, timeouts and
 * answers of status 5xx, 408, 425 or 429; any other error ends it.
 *
 * @param seam - A `SeamHttp`, one of its namespaces, or its `client`.
 * @param idOrCode - The `access_code_id`, or an object that has it.
 * @throws {@link SeamAccessCodeFailedError} as soon as it cannot succeed within `maxWait`; {@link SeamAccessCodeTimeoutError} after that;
 * `SeamHttpTransportError` of code `ERR_CANCELED` by `signal`; `SeamHttpApiError` where the server does not know the ID;
 * `SeamHttpInvalidOptionsError` for bad options.
 */
export declare const waitUntilSet: (seam: SeamAnyClient, idOrCode: string | {
    access_code_id: string;
}, options?: WaitUntilSetOptions) => Promise<AccessCode>;
/**
 * Polls an access code, managed or not, until the server does not know it any more, or says that it has left the lock. An ID that
 * never existed counts as gone. Goes on after the same errors as {@link waitUntilSet}, and throws the same otherwise.
 */
export declare const waitUntilRemoved: (seam: SeamAnyClient, idOrCode: string | {
    access_code_id: string;
}, options?: WaitUntilRemovedOptions) => Promise<RemovedAccessCode>;
