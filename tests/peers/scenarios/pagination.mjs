// Pages: of the fake, and made up where the fake has none or where they are wrong.
import { endpointAt } from '../../support/endpoints.mjs'

const path = '/devices/list'
const [device] = endpointAt(path).reply.devices
const devices = (...ids) => ids.map((id) => ({ ...device, device_id: id }))
const reply = (list, pagination) => ({
  devices: list,
  ...(pagination !== undefined && { pagination }),
  ok: true,
})
const cursor = (next) => ({
  has_next_page: next !== null,
  next_page_cursor: next,
  next_page_url: next && `/?c=${next}`,
})

const pages = [
  [path, { status: 200, body: reply(devices('a', 'b'), cursor('second')) }],
  [path, { status: 200, body: reply(devices('c'), cursor('third')) }],
  [path, { status: 200, body: reply(devices('d'), cursor(null)) }],
]
const page = (body) => [[path, { status: 200, body }, 9]]

const paginate = ({ seam }, parameters = { limit: 2 }) => seam.createPaginator(seam.devices.list(parameters))
const idsOf = (list) => list.map(({ device_id }) => device_id)
const collect = async (iterable, take = Number.POSITIVE_INFINITY) => {
  const items = []
  for await (const item of iterable) {
    items.push(item)
    if (items.length >= take) break
  }
  return items
}

const scenarios = {
  'fake/first-page': { does: (stage) => paginate(stage).firstPage() },
  'fake/next-page': {
    does: async (stage) => {
      const pages = paginate(stage)
      const [, { nextPageCursor }] = await pages.firstPage()
      return await pages.nextPage(nextPageCursor)
    },
  },
  'fake/flatten-to-array': { does: async (stage) => idsOf(await paginate(stage).flattenToArray()) },
  'fake/connected-accounts': {
    does: async ({ seam }) =>
      await seam.createPaginator(seam.connectedAccounts.list({ limit: 1 })).flattenToArray(),
  },
  'fake/other-parameters-with-a-cursor': {
    does: async (stage) => {
      const [, { nextPageCursor }] = await paginate(stage).firstPage()
      return await paginate(stage, { limit: 3 }).nextPage(nextPageCursor)
    },
  },
  'fake/access-codes-have-no-pagination': {
    does: ({ seam, seed }) =>
      seam.createPaginator(seam.accessCodes.list({ device_id: seed.august_device_1 })).firstPage(),
  },
  'first-page': { faults: pages, does: (stage) => paginate(stage).firstPage() },
  'first-page/twice': {
    faults: pages,
    does: async (stage) => {
      const walker = paginate(stage)
      return [idsOf((await walker.firstPage())[0]), idsOf((await walker.firstPage())[0])]
    },
  },
  'without-parameters': { faults: pages, does: (stage) => paginate(stage, undefined).flattenToArray() },
  'flatten-to-array': { faults: pages, does: async (stage) => idsOf(await paginate(stage).flattenToArray()) },
  flatten: { faults: pages, does: async (stage) => idsOf(await collect(paginate(stage).flatten())) },
  'flatten/stopped-early': {
    faults: pages,
    does: async (stage) => idsOf(await collect(paginate(stage).flatten(), 1)),
  },
  iteration: { faults: pages, does: async (stage) => (await collect(paginate(stage))).map(idsOf) },
  'iteration/stopped-early': {
    faults: pages,
    does: async (stage) => (await collect(paginate(stage), 2)).map(idsOf),
  },
  'iteration/twice': {
    faults: [...pages, ...pages],
    does: async (stage) => {
      const walker = paginate(stage)
      return [await collect(walker), await collect(walker)].map((list) => list.map(idsOf))
    },
  },
  'resumed-from-a-stored-cursor': {
    faults: [pages[2]],
    does: (stage) => paginate(stage).nextPage('third'),
  },
  'cursor-in-the-parameters': {
    faults: [pages[1]],
    does: ({ seam }) => seam.devices.list({ limit: 2, page_cursor: 'second' }),
  },
  'cursor-in-the-parameters-of-a-paginator': {
    faults: [pages[0]],
    does: (stage) => paginate(stage, { limit: 2, page_cursor: 'second' }).firstPage(),
  },
  'null-cursor': { does: (stage) => paginate(stage).nextPage(null) },
  'undefined-cursor': { does: (stage) => paginate(stage).nextPage(undefined) },
  'empty-cursor': { faults: [pages[1]], does: (stage) => paginate(stage).nextPage('') },
  'repeated-cursor/flatten-to-array': {
    faults: [
      [path, { status: 200, body: reply(devices('a'), cursor('again')) }, 3],
      [path, { status: 200, body: reply(devices('end'), cursor(null)) }],
    ],
    does: async (stage) => idsOf(await paginate(stage).flattenToArray()),
  },
  'repeated-cursor/flatten': {
    faults: [
      [path, { status: 200, body: reply(devices('a'), cursor('again')) }, 3],
      [path, { status: 200, body: reply(devices('end'), cursor(null)) }],
    ],
    does: async (stage) => idsOf(await collect(paginate(stage).flatten())),
  },
  'more-but-no-cursor': {
    faults: page(reply(devices('a'), { has_next_page: true, next_page_cursor: null, next_page_url: null })),
    does: async (stage) => idsOf(await paginate(stage).flattenToArray()),
  },
  'no-more-but-a-cursor': {
    faults: page(reply(devices('a'), { has_next_page: false, next_page_cursor: 'x', next_page_url: null })),
    does: (stage) => paginate(stage).firstPage(),
  },
  'empty-page-in-between': {
    faults: [[path, { status: 200, body: reply([], cursor('second')) }], pages[2]],
    does: async (stage) => (await collect(paginate(stage))).map(idsOf),
  },
  'missing-pagination': { faults: page(reply(devices('a'))), does: (stage) => paginate(stage).firstPage() },
  'missing-pagination/without-paginator': {
    faults: page(reply(devices('a'))),
    does: ({ seam }) => seam.devices.list(),
  },
  'null-pagination': {
    faults: page(reply(devices('a'), null)),
    does: (stage) => paginate(stage).firstPage(),
  },
  'text-as-pagination': {
    faults: page(reply(devices('a'), 'next')),
    does: (stage) => paginate(stage).firstPage(),
  },
  'empty-pagination': { faults: page(reply(devices('a'), {})), does: (stage) => paginate(stage).firstPage() },
  'null-as-list': { faults: page(reply(null, cursor(null))), does: (stage) => paginate(stage).firstPage() },
  'object-as-list': { faults: page(reply({}, cursor(null))), does: (stage) => paginate(stage).firstPage() },
  'no-list': {
    faults: page({ ok: true, pagination: cursor(null) }),
    does: (stage) => paginate(stage).firstPage(),
  },
  'error-on-the-second-page': {
    faults: [
      pages[0],
      [path, { status: 400, body: { error: { type: 'some_error', message: 'No' }, ok: false } }],
    ],
    does: async (stage) => idsOf(await paginate(stage).flattenToArray()),
  },
  'request-itself-is-not-sent': {
    faults: pages,
    does: async ({ seam, sent }) => {
      const request = seam.devices.list({ limit: 2 })
      await seam.createPaginator(request).firstPage()
      return sent()
    },
  },
  'refused/get': { does: ({ seam }) => void seam.createPaginator(seam.devices.get({ device_id: 'a' })) },
  'refused/create': {
    does: ({ seam }) => void seam.createPaginator(seam.accessCodes.create({ device_id: 'a' })),
  },
  'refused/delete': {
    does: ({ seam }) => void seam.createPaginator(seam.accessCodes.delete({ access_code_id: 'a' })),
  },
  'refused/wrong-parameters-of-a-list': { does: (stage) => paginate(stage, null).firstPage() },
  'with-page-cursor/taken-away': {
    faults: [pages[0]],
    does: ({ seam }) => seam.devices.list({ limit: 2, page_cursor: 'second' }).withPageCursor(undefined),
  },
  'with-date-and-map': {
    faults: pages,
    does: async (stage) =>
      idsOf(
        await paginate(stage, {
          limit: 2,
          created_before: new Date('2031-05-01T10:00:00Z'),
          custom_metadata_has: { floor: 'third' },
        }).flattenToArray(),
      ),
  },
  'with-page-cursor': {
    faults: [pages[1]],
    does: ({ seam }) => seam.devices.list({ limit: 2 }).withPageCursor('second'),
  },
}

export default Object.entries(scenarios).map(([name, scenario]) => ({
  id: `pagination/${name}`,
  ...scenario,
}))
