// Makes 100,000 calls and leaves many of them, and prints as JSON how they ended and what is left. Nothing here depends on speed: the answers
// come from a function, pauses last one turn of the event loop, and each call draws its own numbers from its index.
import { catchInstances } from '../../support/inside.mjs'
import { loadPackage } from '../../support/package.mjs'

const total = 100_000
const batch = 400

const id = 'ed7d2bd2-6a8c-4b0c-9c8f-2a6f7d2f9a10'
const accessCode = {
  access_code_id: id,
  workspace_id: id,
  device_id: id,
  name: 'Guest',
  code: '739184',
  type: 'ongoing',
  status: 'setting',
  is_managed: true,
  created_at: '2030-01-01T00:00:00.946242Z',
  errors: [],
  warnings: [],
  pending_mutations: [],
}

const caught = catchInstances()
const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

// A pause is a turn of the event loop; a limit, which is longer than every pause, is never reached.
globalThis.setTimeout = (callback, ms) => (ms < 5_000 ? setImmediate(callback) : undefined)
globalThis.clearTimeout = (timer) => clearImmediate(timer)

/** Random numbers from 0 to 1 that are the same in every run (mulberry32). */
const randomFrom = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}

const pick = (random, choices) => choices[Math.floor(random() * choices.length)]

/** Some turns, of microtasks and of the event loop, in which everything else goes on. */
const wander = async (random, most) => {
  for (let left = Math.floor(random() * most); left > 0; left -= 1) await (random() < 0.7 ? null : nextTurn())
}

const answerTo = (path, random) => {
  if (path === '/locks/unlock_door' || path === '/action_attempts/get') {
    const status = pick(random, ['pending', 'pending', 'success', 'error'])
    const error = status === 'error' ? { type: 'lock_jammed', message: 'The bolt is stuck' } : null
    const result = status === 'success' ? {} : null
    return { action_attempt: { action_attempt_id: id, action_type: 'UNLOCK_DOOR', status, error, result } }
  }
  if (path !== '/access_codes/list') return { access_code: accessCode }
  const has_next_page = random() < 0.7
  const next_page_cursor = has_next_page ? `page ${random()}` : null
  return {
    access_codes: [accessCode, accessCode],
    pagination: { has_next_page, next_page_cursor, next_page_url: null },
  }
}

/** A double of an answer may throw where none of `fetch` does. */
const refuse = () => {
  throw new Error('no headers')
}

const fetchFor = async (call, url, signal) => {
  const { random } = call
  call.moment = 'while the fetch is pending'
  const heeds = random() < 0.5
  const left = wander(random, 6)
  if (heeds) {
    const aborted = new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
    await Promise.race([left, aborted])
    signal.throwIfAborted()
  } else await left
  const fate = random()
  call.moment = fate < 0.2 ? 'in the pause before the next attempt' : 'after the answer'
  if (fate < 0.15) return new Response('', { status: 503 })
  if (fate < 0.2) throw new TypeError('fetch failed')
  if (fate < 0.23) return new Response('{"error":{"type":"not_found","message":"none"}}', { status: 404 })
  if (fate < 0.26) return Response.json({ access_code: 1, access_codes: 1, action_attempt: 1, ok: true })
  if (fate < 0.28) return { status: 200, text: async () => '{}', headers: { get: refuse } }
  return Response.json({ ...answerTo(new URL(url).pathname, random), ok: true })
}

const kinds = {
  get: (seam, options) => seam.accessCodes.get({ access_code_id: id }, options),
  create: (seam, options) => seam.accessCodes.create({ device_id: id, code: '739184' }, options),
  refused: (seam, options) => seam.accessCodes.create({ device_id: id, code: '1' }, options),
  raw: (seam, options) => seam.client.get('/access_codes/get', options),
  wait: (seam, options) =>
    seam.locks.unlockDoor({ device_id: id }, { ...options, waitForActionAttempt: { timeout: 3_600_000 } }),
  pages: (seam, options) => paginator(seam, options).flattenToArray(),
  async someOfThePages(seam, options, random) {
    let left = Math.floor(random() * 3)
    for await (const _ of paginator(seam, options)) {
      if (left === 0) break
      left -= 1
    }
  },
  async someOfTheItems(seam, options) {
    for await (const _ of paginator(seam, options).flatten()) break
  },
  /** Left while a page is on its way. */
  async leftWhilePending(seam, options, random) {
    const pages = paginator(seam, options)[Symbol.asyncIterator]()
    const page = pages.next()
    const left = wander(random, 8).then(() => pages.return())
    await Promise.allSettled([page, left])
  },
}

const paginator = (seam, options) => seam.createPaginator(seam.accessCodes.list({ device_id: id }, options))

const { SeamHttp, SeamError } = await loadPackage()

/** Clients, each with one call at a time, so that its `fetch` knows whose request it sends. */
const places = Array.from({ length: 2 * batch }, () => {
  const place = { call: undefined }
  const fetch = (url, { signal }) => fetchFor(place.call, url, signal)
  place.seam = new SeamHttp({ apiKey: 'seam_key_of_calls', endpoint: 'https://seam.test', fetch })
  return place
})

const tally = {}
const count = (name) => {
  tally[name] = (tally[name] ?? 0) + 1
}

const run = async (index, place) => {
  const random = randomFrom(index)
  const call = { random, moment: 'before it is sent' }
  place.call = call
  const controller = new AbortController()
  const { signal } = controller
  const aborts = index % 3 === 0
  const abort = async () => {
    // Its own numbers: what the call does must not depend on when it is aborted.
    await wander(randomFrom(-index), pick(random, [1, 12, 40]))
    if (call.moment !== 'ended') count(`aborted ${call.moment}`)
    controller.abort()
  }
  const kind = pick(random, Object.keys(kinds))
  const told = Promise.resolve(kinds[kind](place.seam, { signal }, random)).then(
    () => 'fulfilled',
    (error) => {
      if (error.message === 'no headers') return error.message
      if (!(error instanceof SeamError) || /internal|already/.test(error.message)) throw error
      return error.code === 'ERR_CANCELED' && !aborts ? 'canceled by nobody' : `${error.code ?? error.name}`
    },
  )
  const aborted = aborts ? abort() : undefined
  const name = await told
  call.moment = 'ended'
  await aborted
  count(name)
}

const runTo = async (end, size, from) => {
  for (let done = from; done < end; done += size) {
    await Promise.all(
      Array.from({ length: Math.min(size, end - done) }, (_, index) => run(done + index, places[index])),
    )
  }
}
const measure = () => {
  const [instance] = caught.instances
  const byteLength = instance.byteLength()
  // New operations get the lowest numbers that no other has, so a number that is left out is one that was left behind.
  const free = places.map(() => instance.ask('start\n{}').number)
  for (const number of free) instance.ask(`end\n${number}`)
  return { free, byteLength }
}

// The first batch is the largest: what it needs at once, no other needs. Nor does a measurement need more than the first.
await runTo(2 * batch, 2 * batch, 0)
measure()
await runTo(total / 2, batch, 2 * batch)
const half = measure()
await runTo(total, batch, total / 2)
const whole = measure()
console.log(JSON.stringify({ instances: caught.instances.length, tally, half, whole }))
