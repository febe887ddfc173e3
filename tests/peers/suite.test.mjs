// That the suite can fail: slips that are put into the package's requests and answers have to come out as differences
// without a name, and a name that nothing shows any more has to come out as stale.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { absent, deltasOf, fits, Judge } from './compare.mjs'
import { runScenarios } from './run.mjs'
import { loadSdks, names } from './sdks.mjs'
import { readQuery } from './wire.mjs'

const list = { id: 'list', does: ({ seam }) => seam.devices.list({ limit: 1 }) }
const refused = {
  id: 'refused',
  does: ({ seam }) => seam.accessCodes.get({ access_code_id: 'no-such-code' }),
}

/** The deltas of a scenario when ours is changed by `slip`. */
const deltasWith = async (scenario, slip) => {
  const sdks = await loadSdks()
  const [ours] = sdks.filter(({ name }) => name === names.ours)
  Object.assign(ours, slip(ours))
  const results = await runScenarios([scenario], { sdks })
  return new Judge([]).judge(scenario, results.get(scenario.id)).unnamed
}

const places = (deltas) => deltas.map(({ at }) => at)

describe('the suite itself', { timeout: 600_000 }, () => {
  test('finds nothing where nothing is wrong', async () => {
    assert.deepEqual(await deltasWith(list, () => ({})), [])
    assert.deepEqual(await deltasWith(refused, () => ({})), [])
  })

  test('finds another header', async () => {
    const headers = { authorization: 'Bearer seam_apikey2_token' }
    const deltas = await deltasWith(list, () => ({ translate: (options) => ({ ...options, headers }) }))
    assert.ok(places(deltas).includes('asked.0.headers.authorization'), String(places(deltas)))
  })

  test('finds another path', async () => {
    const deltas = await deltasWith(list, () => ({
      translate: (options) => ({ ...options, endpoint: `${options.endpoint}/wrong` }),
    }))
    assert.ok(places(deltas).includes('asked.0.path'), String(places(deltas)))
  })

  test('finds a parameter more', async () => {
    const deltas = await deltasWith(
      { id: 'more', does: ({ call, exports }) => call('/devices/list', exports.parameters) },
      ({ exports }) => ({
        exports: { ...exports, parameters: { limit: 1 } },
      }),
    )
    assert.ok(places(deltas).includes('asked.0.parameters.limit'), String(places(deltas)))
  })

  test('finds another error code, status, message and request', async () => {
    const error = { type: 'another', message: 'Another' }
    const deltas = await deltasWith(refused, () => ({
      faults: [['/access_codes/get', { status: 410, body: { error, ok: false } }]],
    }))
    for (const name of ['code', 'statusCode', 'message', 'requestId']) {
      assert.ok(places(deltas).includes(`outcome.threw.${name}`), name)
    }
  })

  test('finds other data', async () => {
    const transform = (body) => ({
      ...body,
      devices: body.devices.map((device) => ({ ...device, display_name: 'Other' })),
    })
    const deltas = await deltasWith(list, () => ({ faults: [['/devices/list', { transform }]] }))
    assert.deepEqual(places(deltas), ['outcome.value.0.display_name'])
  })

  test('finds an attempt more', async () => {
    const deltas = await deltasWith(list, () => ({ faults: [['/devices/list', { status: 503, body: '' }]] }))
    assert.deepEqual(places(deltas), ['asked.0.attempts'])
  })

  test('finds a scenario that is itself wrong', async () => {
    const deltas = await deltasWith({ id: 'slip', does: ({ seam }) => seam.noSuchThing.list() }, () => ({}))
    assert.deepEqual(places(deltas), ['scenario'])
  })

  const record = (value) => ({ asked: [], outcome: { value }, methods: [] })
  const resultsOf = (official, ours) => ({
    [names.newer]: record(official),
    [names.older]: record(official),
    [names.ours]: record(ours),
  })
  const named = {
    id: 'named',
    why: '',
    row: '',
    scenarios: ['a/*'],
    deltas: [{ at: 'outcome.value', official: 1, ours: 2 }],
  }

  test('takes a name for the scenario and the delta that it says, and for no other', () => {
    const judge = new Judge([named])
    assert.deepEqual(judge.judge({ id: 'a/b' }, resultsOf(1, 2)), {
      equal: [],
      named: ['named'],
      unnamed: [],
    })
    assert.equal(judge.judge({ id: 'b/b' }, resultsOf(1, 2)).unnamed.length, 1)
    assert.equal(judge.judge({ id: 'a/c' }, resultsOf(1, 3)).unnamed.length, 1)
    assert.deepEqual(judge.stale(), [])
    assert.deepEqual(judge.counts(), { named: 1 })
  })

  test('finds names that are stale', () => {
    const judge = new Judge([named])
    judge.judge({ id: 'a/b' }, resultsOf(1, 1))
    assert.equal(judge.stale().length, 2)
  })

  test('is content with the older client', () => {
    const results = { ...resultsOf(1, 2), [names.older]: record(2) }
    assert.deepEqual(new Judge([]).judge({ id: 'a' }, results), {
      equal: [names.older],
      named: [],
      unnamed: [],
    })
    assert.equal(new Judge([]).judge({ id: 'a', against: names.newer }, results).unnamed.length, 1)
  })

  test('compares deep, and patterns part by part', () => {
    assert.deepEqual(deltasOf({ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] }), [
      { at: 'a.1.b', official: 2, ours: 3 },
    ])
    assert.deepEqual(deltasOf({ a: 1 }, {}), [{ at: 'a', official: 1, ours: undefined }])
    assert.deepEqual(
      [fits('a/*', 'a/b.c'), fits('a/*', 'a/b/c'), fits('a/**', 'a/b/c'), fits('a', 'ab')],
      [true, false, true, false],
    )
    assert.equal(typeof absent, 'symbol')
  })

  test('reads queries by the strict rules', () => {
    const samples = { ids: ['x'], flag: true, count: 1, name: 'x', has: { a: 'x' } }
    const query = '?count=5&flag=false&has.a=1&has.b=true&ids=a%2Cb&ids=c&name=5&none=&_strict=true'
    assert.deepEqual(readQuery(query, samples), {
      count: 5,
      flag: false,
      has: { a: '1', b: true },
      ids: ['a,b', 'c'],
      name: '5',
      none: null,
    })
    assert.deepEqual(readQuery('ids=&name=&_strict=true', samples), { ids: [], name: null })
  })
})
