// `seam-edge/testing`: a fake of Seam for tests, whose locks fail as real ones do when a test asks for it.
export { SeamHttpInvalidOptionsError } from './client/errors.js'
export type { SeamEdgeWasm } from './module/init.js'
export type { Instant } from './module/instant.js'
export { createFakeSeam } from './testing/create-fake-seam.js'
export { fakeAccessCode, fakeDevice } from './testing/examples.js'
export { init } from './testing/module.js'
export type {
  FakeBrand,
  FakeDelivery,
  FakeDeviceOptions,
  FakeLock,
  FakeLogLine,
  FakeSeam,
  FakeSeamOptions,
  FakeWebhookReceiver,
  NetworkDisturbance,
} from './testing/types.js'
