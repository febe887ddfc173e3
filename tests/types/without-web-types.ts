// The package in a project without any types of the web platform: no `DOM` in `lib`, no @types/node. What signatures name of it is then the least
// that the package needs, never `any`.
import { init, SeamHttp, serializeUrlSearchParams } from 'seam-edge'
import * as schemas from 'seam-edge/schemas'
import { waitUntilSet } from 'seam-edge/status'
import { SeamWebhook } from 'seam-edge/webhooks'
import { any } from './expect.js'

const seam = new SeamHttp({
  fetch: async (url, init) => {
    url satisfies string
    init.method satisfies string
    init.signal.aborted satisfies boolean
    // @ts-expect-error not known here
    init.credentials
    return { status: 200, headers: { get: () => null }, text: async () => '{}' }
  },
})
// @ts-expect-error an answer has a text
export const refused = new SeamHttp({ fetch: async () => ({ status: 200 }) })

const request = seam.devices.list()
request.url.href satisfies string
// @ts-expect-error not known here
request.url.nothing

class Signal {
  readonly aborted = false
  readonly reason = undefined
  addEventListener(_: string, __: () => void): void {}
  removeEventListener(_: string, __: () => void): void {}
}

export const taken = [
  waitUntilSet(seam, 'access_code', { signal: new Signal() }),
  // @ts-expect-error no signal
  waitUntilSet(seam, 'access_code', { signal: 5 }),
  seam.client.get(request.url),
  init('https://example.com/seam_edge.wasm'),
  init(new Uint8Array(8)),
  serializeUrlSearchParams({ limit: 5 }),
  schemas.device['~standard'].validate({}),
  new SeamWebhook('whsec_AAAA').verify(new Uint8Array(8), any<Map<string, string>>()),
  // @ts-expect-error no headers
  new SeamWebhook('whsec_AAAA').verify('', 5),
]
