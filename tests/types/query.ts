// What seam-edge/query infers from a path, without the libraries that it is for; in those it is checked by libraries.ts.
import type { AccessCode, AccessCodesCreateParameters, Device, SeamHttp } from 'seam-edge'
import {
  infiniteQueryOptions,
  mutationOptions,
  queryOptions,
  type SeamPage,
  swrInfiniteOptions,
  swrMutationOptions,
  swrOptions,
} from 'seam-edge/query'
import { type Assert, any, type Same } from './expect.js'

const seam = any<SeamHttp>()
const device = queryOptions(seam, '/devices/get', { device_id: 'a' })
const devices = queryOptions(seam, '/devices/list')
const create = mutationOptions(seam.accessCodes, '/access_codes/create', { maxRetries: 0 })
const pages = infiniteQueryOptions(seam, '/devices/list', { limit: 50 }, { validate: 'strict' })

export type Inferred = [
  Assert<Same<Awaited<ReturnType<typeof device.queryFn>>, Device>>,
  Assert<Same<Awaited<ReturnType<typeof devices.queryFn>>, Device[]>>,
  Assert<Same<Parameters<typeof create.mutationFn>[0], AccessCodesCreateParameters>>,
  Assert<Same<Awaited<ReturnType<typeof create.mutationFn>>, AccessCode>>,
  Assert<Same<Awaited<ReturnType<typeof pages.queryFn>>, SeamPage<'/devices/list'>>>,
  Assert<Same<SeamPage<'/devices/list'>['items'], Device[]>>,
]

export const refused = () => {
  // @ts-expect-error a slip in the path
  queryOptions(seam, '/devices/lists')
  // @ts-expect-error a slip in a parameter
  queryOptions(seam, '/devices/get', { device: 'a' })
  // @ts-expect-error parameters are needed
  queryOptions(seam, '/devices/get')
  // @ts-expect-error of the wrong type
  swrOptions(seam, '/devices/list', { limit: 'all' })
  // @ts-expect-error has no pages
  infiniteQueryOptions(seam, '/events/list', {})
  // @ts-expect-error has no pages
  swrInfiniteOptions(seam, '/devices/get', { device_id: 'a' })
  // @ts-expect-error creates something: it is no query
  queryOptions(seam, '/access_codes/create', { device_id: 'a' })
  // @ts-expect-error reads: it is no mutation
  swrMutationOptions(seam, '/devices/list')
  // @ts-expect-error the library brings the signal
  queryOptions(seam, '/devices/list', {}, { signal: any<AbortSignal>() })
  // @ts-expect-error no client
  queryOptions('seam_key', '/devices/list')
}
