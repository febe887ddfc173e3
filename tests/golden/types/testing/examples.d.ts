import type { AccessCode, Device } from '../generated/resources.js';
import type { FakeBrand } from './types.js';
/** A device as the API writes it: a lock of a brand, with these members in place of its own. */
export declare const fakeDevice: (overrides?: Partial<Device>, brand?: FakeBrand) => Device;
/** An access code as the API writes it: an ongoing one that is set, with these members in place of its own. */
export declare const fakeAccessCode: (overrides?: Partial<AccessCode>) => AccessCode;
