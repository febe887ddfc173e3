import type { FakeSeam, FakeSeamOptions } from './types.js';
/**
 * Creates a fake of Seam: a workspace with locks, for a client whose `fetch` it is. Codes reach their locks after a while, and what goes wrong, a
 * test says.
 *
 * @throws SeamHttpInvalidOptionsError for options that are not as described.
 */
export declare const createFakeSeam: (options?: FakeSeamOptions) => FakeSeam;
