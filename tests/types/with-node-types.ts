// The package in a project whose types of the web platform are those of Node.js, without `DOM`.
import { init, SeamHttp, updateUrlSearchParams } from 'seam-edge'
import { waitUntilSet } from 'seam-edge/status'
import { SeamWebhook } from 'seam-edge/webhooks'
import { type Assert, any, type Same } from './expect.js'

const seam = new SeamHttp({ fetch: (url, init) => fetch(url, init) })
const { url } = seam.devices.list()
export type Url = Assert<Same<typeof url, URL>>

export const taken = [
  waitUntilSet(seam, 'access_code', { signal: AbortSignal.timeout(5) }),
  // @ts-expect-error no signal
  waitUntilSet(seam, 'access_code', { signal: 5 }),
  init(fetch('https://example.com/seam_edge.wasm')),
  init(new URL('https://example.com/seam_edge.wasm')),
  updateUrlSearchParams(new URLSearchParams(), { limit: 5 }),
  new SeamWebhook('whsec_AAAA').verify(Buffer.from(''), any<Request>().headers),
]
