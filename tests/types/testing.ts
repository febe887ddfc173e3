// The fake: that its `fetch` is one that clients take, what controls and faults take, and what the examples are.
import { type AccessCode, type Device, SeamHttp } from 'seam-edge'
import {
  createFakeSeam,
  type FakeDelivery,
  type FakeLock,
  type FakeSeam,
  type FakeSeamOptions,
  type fakeAccessCode,
  type fakeDevice,
} from 'seam-edge/testing'
import type { Assert, Fits, Same } from './expect.js'

const fake = createFakeSeam({
  devices: [{ brand: 'nuki', name: undefined }],
  now: new Date(),
  clock: 'frozen',
})

export const seam = new SeamHttp({ apiKey: fake.apiKey, fetch: fake.fetch })

export type Shapes = [
  Assert<Same<typeof fake, FakeSeam>>,
  Assert<Fits<{ devices: undefined; seed: undefined }, FakeSeamOptions>>,
  Assert<Same<ReturnType<typeof fakeDevice>, Device>>,
  Assert<Same<ReturnType<typeof fakeAccessCode>, AccessCode>>,
]

const lock: FakeLock = fake.lock('front-door')
lock.setDelays({ setting: 0, removing: undefined })
lock.turn('unlocked')
export const opens: boolean = lock.enter('4071')

fake.disturb({ fault: 'lost_after', path: '/access_codes/create', times: 2 })
fake.disturb({ fault: 'slow', ms: 500 })
const worker = { fetch: async (request: Request): Promise<Response> => new Response(await request.text()) }
export const attempts: Promise<FakeDelivery[]> = fake.deliverWebhooks(worker.fetch)
fake.deliverWebhooks(({ url }) => console.log(url))
fake.deliverWebhooks()
fake.repeatEvents(1)
export const intercepted: Promise<Response> = fake.fetch(
  new Request('https://connect.getseam.com/devices/list'),
)
// @ts-expect-error: no such receiver
fake.deliverWebhooks('http://localhost')
// @ts-expect-error: how slow?
fake.disturb({ fault: 'slow' })
// @ts-expect-error: no such fault
fake.disturb({ fault: 'lost' })
// @ts-expect-error: no brand of the fake
createFakeSeam({ devices: [{ brand: 'acme' }] })
// @ts-expect-error: a lock has two positions
lock.turn('ajar')
