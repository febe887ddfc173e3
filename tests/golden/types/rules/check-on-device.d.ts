import type { SeamAnyClient } from '../client/connection.js';
import type { SeamHttpCallOptions } from '../client/options.js';
import type { Instant } from '../module/instant.js';
import { type AccessCodeCheck, type AccessCodeParameters } from './check-access-code.js';
/** How a code is checked on its device; also the options of the calls that are made. */
export interface CheckAccessCodeOnDeviceOptions extends Omit<SeamHttpCallOptions, 'waitForActionAttempt'> {
    /** When it is now. Default: the clock. */
    now?: Instant | undefined;
}
/**
 * Every reason why this lock would not take this code, as {@link checkAccessCode} returns it, by the device and the codes on it, managed and
 * not, as the server has them now. For the parameters of `create`, `createMultiple` and `update`. Where the parameters do not say which
 * device, they alone are checked, and nothing is sent.
 *
 * @param seam - A `SeamHttp`, one of its namespaces, or its `client`.
 * @returns Whether the lock would take it, and all issues; of several devices, an issue that not all have names its device.
 * @throws As a request does, where the device or its codes cannot be had; SeamHttpInvalidOptionsError for bad options; TypeError where `now` is no
 * instant.
 */
export declare const checkAccessCodeOnDevice: (seam: SeamAnyClient, parameters: AccessCodeParameters, options?: CheckAccessCodeOnDeviceOptions) => Promise<AccessCodeCheck>;
