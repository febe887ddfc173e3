// SeamHttpAccessCodesBase: what `accessCodes` offers beside its endpoints, which is to wait for a code and to create one safely.
// How that works is in status/ensure.ts and status/wait.ts, which come with `lockSupport`, so that only those carry it who want it.

import type { AccessCode, UnmanagedAccessCode } from '../generated/resources.js'
import type { AccessCodesCreateParameters } from '../generated/routes.js'
import type { AccessCodesEnsureOptions } from '../status/ensure.js'
import type {
  AccessCodesWaitUntilRemovedOptions,
  AccessCodesWaitUntilSetOptions,
} from '../status/wait-options.js'
import { SeamHttpNamespace } from './namespace.js'

/** Base of `SeamHttpAccessCodes`. Its methods need the client option `lockSupport`. */
export abstract class SeamHttpAccessCodesBase extends SeamHttpNamespace {
  /**
   * Creates an access code, or gives the one that an earlier attempt has created: safe to repeat, also after a reply that was lost. The code
   * is told by `device_id` and `code`; without a `code` by the option `key`, or by `common_code_key`. Calls side by side through one client
   * make one code. Of two clients that create at the same moment the server refuses the second, if there is a `code`; without one they may
   * make two. So may one client, if a server is at work on a request for more than 15 s after the connection was lost: for so long it is looked
   * for before it is created again, by the same client in a later call too. Where there are several, the oldest is given.
   *
   * An existing code is given back where it is what the parameters ask for: name, time frame, kind and whether changes outside Seam are
   * allowed, as far as they are given. What the server does not tell of a code, as `prefer_native_scheduling`, is not compared.
   *
   * @throws {@link SeamAccessCodeConflictError} where there is another code under the same identity; {@link SeamHttpInvalidOptionsError}
   * without an identity or without `lockSupport`; and as `create` does.
   */
  async ensure(
    parameters: AccessCodesCreateParameters,
    options: AccessCodesEnsureOptions = {},
  ): Promise<AccessCode> {
    return await this.client.helpOf('lockSupport').ensure(this.client, parameters, options)
  }

  /**
   * Asks for a managed access code until it is on the lock, and gives it as it is then. Goes on after lost connections, timeouts and
   * answers of status 5xx, 408, 425 or 429; any other error ends it.
   *
   * @param idOrCode - The `access_code_id`, or an object that has it.
   * @throws {@link SeamAccessCodeFailedError} as soon as it cannot succeed within `timeout`; {@link SeamAccessCodeTimeoutError} after that;
   * {@link SeamHttpTransportError} of code `ERR_CANCELED` by `signal`; {@link SeamHttpApiError} where the server does not know the ID;
   * {@link SeamHttpInvalidOptionsError} for bad options or without `lockSupport`.
   */
  async waitUntilSet(
    idOrCode: string | { access_code_id: string },
    options: AccessCodesWaitUntilSetOptions = {},
  ): Promise<AccessCode> {
    return await this.client.helpOf('lockSupport').waitUntilSet(this.client, idOrCode, options)
  }

  /**
   * Asks for an access code, managed or not, until the server does not know it any more, or says that it has left the lock. An ID that
   * never was is taken for one that is gone. Goes on after the same errors as `waitUntilSet`, and throws the same otherwise.
   *
   * @returns The code as it was last seen; undefined where it was gone at the first look.
   */
  async waitUntilRemoved(
    idOrCode: string | { access_code_id: string },
    options: AccessCodesWaitUntilRemovedOptions = {},
  ): Promise<AccessCode | UnmanagedAccessCode | undefined> {
    return await this.client.helpOf('lockSupport').waitUntilRemoved(this.client, idOrCode, options)
  }
}
