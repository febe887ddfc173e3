// Which parameters calls take, what they give, and which of them can be walked page by page.
import {
  type AccessCode,
  type AccessCodesCreateRequest,
  type AccessCodesListResponse,
  type AccessCodesUpdateParameters,
  type Device,
  type SeamHttp,
  type SeamHttpRequest,
  type SeamPageCursor,
  type SeamPagination,
  SeamPaginator,
} from 'seam-edge'
import { type Assert, any, type Same } from './expect.js'

const seam = any<SeamHttp>()
const { accessCodes } = seam

export const required = [
  accessCodes.create({ device_id: 'device', code: '4829', starts_at: '2030-01-01T00:00:00Z' }),
  // @ts-expect-error a code is for a device
  accessCodes.create({ code: '4829' }),
  // @ts-expect-error so it needs parameters
  accessCodes.create(),
  // @ts-expect-error PINs are text: as a number one would lose its leading zeros
  accessCodes.create({ device_id: 'device', code: 4829 }),
  // @ts-expect-error a slip in a name
  accessCodes.create({ device_id: 'device', start_at: '2030-01-01T00:00:00Z' }),
  // @ts-expect-error null is no date-time
  accessCodes.create({ device_id: 'device', starts_at: null }),
  accessCodes.createMultiple({ device_ids: ['device'], behavior_when_code_cannot_be_shared: 'throw' }),
  // @ts-expect-error one of a fixed set
  accessCodes.createMultiple({ device_ids: ['device'], behavior_when_code_cannot_be_shared: 'ignore' }),
]

// A parameter may be given as undefined, also under exactOptionalPropertyTypes: that is how forms hand it on.
const name = any<string | undefined>()
export const update: AccessCodesUpdateParameters = { access_code_id: 'access_code', name }

export const atLeastOne = [
  accessCodes.get({ access_code_id: 'access_code' }),
  accessCodes.get({ device_id: 'device', code: '4829' }),
  // @ts-expect-error nothing says which
  accessCodes.get({}),
  accessCodes.list({ device_id: 'device', limit: 10 }),
  // @ts-expect-error a filter is needed
  accessCodes.list({}),
  // @ts-expect-error the size of a page is no filter
  accessCodes.list({ limit: 10 }),
  // @ts-expect-error undefined is nothing
  accessCodes.list({ device_id: undefined }),
  seam.devices.get({ name: 'Front door' }),
  // @ts-expect-error nothing says which
  seam.devices.get({}),
]

export const optional = [seam.devices.list(), seam.clientSessions.get(), seam.actionAttempts.list({})]

export const callOptions = accessCodes.list(
  { device_id: 'device' },
  { signal: new AbortController().signal, timeout: 0, maxRetries: 0, waitForActionAttempt: { timeout: 5 } },
)

export async function results() {
  const created = await accessCodes.create({ device_id: 'device' })
  type Created = Assert<Same<typeof created, AccessCode>>
  const deleted = await accessCodes.delete({ access_code_id: 'access_code' })
  type Deleted = Assert<Same<typeof deleted, undefined>>
  const response = await accessCodes.list({ device_id: 'device' }).fetchResponse()
  type Response = Assert<Same<typeof response, AccessCodesListResponse>>
  const devices = await seam.devices.list().execute()
  type Devices = Assert<Same<typeof devices, Device[]>>
  return any<[Created, Deleted, Response, Devices]>()
}

export async function unsent(request: AccessCodesCreateRequest) {
  request.url satisfies URL
  request.method satisfies 'POST'
  request.responseKey satisfies 'access_code'
  const promise: Promise<AccessCode> = request
  const general: SeamHttpRequest<{ access_code: AccessCode }, 'access_code'> = request
  return [await promise, await general]
}

export async function pages() {
  const paginator = seam.createPaginator(accessCodes.list({ device_id: 'device' }))
  const [page, pagination] = await paginator.firstPage()
  page satisfies AccessCode[]
  pagination satisfies SeamPagination
  const cursor: SeamPageCursor | null = pagination.nextPageCursor
  await paginator.nextPage(cursor)
  // @ts-expect-error a cursor comes from a page
  await paginator.nextPage('cursor')
  for await (const item of paginator.flatten()) item satisfies AccessCode
  for await (const items of paginator) items satisfies AccessCode[]
  const all = await paginator.flattenToArray()
  type All = Assert<Same<typeof all, AccessCode[]>>
  return any<All>()
}

// @ts-expect-error one access code has no pages
seam.createPaginator(accessCodes.get({ access_code_id: 'access_code' }))
// @ts-expect-error neither has one that is made
export const notPaginated = new SeamPaginator(accessCodes.create({ device_id: 'device' }))
