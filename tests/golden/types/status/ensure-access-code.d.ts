import type { SeamAnyClient } from '../client/connection.js';
import { type SeamHttpCallOptions } from '../client/options.js';
import type { AccessCode } from '../generated/resources.js';
import type { AccessCodesCreateParameters } from '../generated/routes.js';
/** How a code is ensured; also the options of the calls that are made, such as `headers` and `timeout`, which is per attempt. */
export interface EnsureAccessCodeOptions extends Omit<SeamHttpCallOptions, 'waitForActionAttempt'> {
    /**
     * Tells a code without a `code` from others on its device, e.g. the number of a booking. It becomes a part of its `common_code_key`, and so
     * is no secret.
     */
    key?: string | undefined;
    /**
     * How often the code is created again after no clear answer, by default 2, whatever the client says; and how often a call that reads
     * is sent again, by default as the client says.
     */
    maxRetries?: number | undefined;
}
/**
 * Creates an access code, or returns the one that an earlier attempt has created: safe to repeat, also after a reply that was lost. The code
 * is identified by `device_id` and `code`; without a `code` by the option `key`, or by `common_code_key`. Calls side by side through one client
 * make one code, whichever copies of this package they are made with. Of two clients that create at the same moment the server refuses the
 * second, if there is a `code`; without one they may make two. So may one client, if a server works on a request for more than 15 s after the
 * connection was lost: for so long the code is looked for before it is created again, by the same client in a later call too. Where there are
 * several, the oldest is returned.
 *
 * An existing code is returned where it matches the parameters: name, time frame, kind and whether changes outside Seam are
 * allowed, as far as they are given. What the server does not report of a code, as `prefer_native_scheduling`, is not compared.
 *
 * @param seam - A `SeamHttp`, one of its namespaces, or its `client`.
 * @throws {@link SeamAccessCodeConflictError} where there is another code under the same identity, or Seam has created something else than it
 * was asked for; `SeamHttpInvalidOptionsError` without an identity; and as `accessCodes.create` does.
 */
export declare const ensureAccessCode: (seam: SeamAnyClient, parameters: AccessCodesCreateParameters, options?: EnsureAccessCodeOptions) => Promise<AccessCode>;
