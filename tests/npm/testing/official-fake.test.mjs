// Our fake beside the official one. Each difference of differences.mjs is there. For every endpoint that both serve, what is missing, unknown or of a wrong
// type is refused with the same status and `error.type`, or the path is among the differences.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, before, beforeEach, describe, test } from 'node:test'
import { renderFakeDifferences, writtenFakeDifferences } from '../../../scripts/fake-differences-table.mjs'
import { startFakeSeam } from '../../support/fake-seam.mjs'
import { loadPackage } from '../../support/package.mjs'
import { behaviours, refusals } from './differences.mjs'

const cases = new URL('../../cases/requests/', import.meta.url)

/** What a request of an endpoint is made of, by what is wrong with it. */
const requests = {
  nothing: () => ({}),
  'an unknown id': (names) =>
    Object.fromEntries(
      names
        .filter((name) => name.endsWith('_id'))
        .map((name) => [name, 'x'])
        .slice(0, 1),
    ),
  'wrong types': (names) => Object.fromEntries(names.slice(0, 2).map((name) => [name, 7])),
}

describe('beside the official fake', { timeout: 600_000 }, () => {
  const differing = new Set()
  let official
  let createFakeSeam

  before(async () => {
    ;({ createFakeSeam } = await loadPackage('testing'))
  })
  // One of the requests resets the workspace, keys included.
  beforeEach(async () => {
    official = await startFakeSeam()
  })
  afterEach(() => official.stop())

  const refusal = async (send, url, key, parameters) => {
    const headers = { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) }
    const answer = await send(url, { method: 'POST', headers, body: JSON.stringify(parameters) })
    const text = await answer.text()
    return { status: answer.status, type: text.startsWith('{') ? JSON.parse(text).error?.type : text }
  }

  const compared = async (path, parameters, keys = [official.seed.seam_apikey1_token]) => {
    const fake = createFakeSeam()
    const [theirKey, ourKey = fake.apiKey] = keys
    return {
      theirs: await refusal(fetch, official.url + path, theirKey, parameters),
      ours: await refusal(fake.fetch, `https://connect.getseam.com${path}`, ourKey, parameters),
    }
  }

  for (const [what, parametersOf] of Object.entries(requests)) {
    test(`a request with ${what}`, async () => {
      let served = 0
      for (const file of readdirSync(cases)) {
        const { path, parameters } = JSON.parse(readFileSync(new URL(file, cases), 'utf8'))
        const { theirs, ours } = await compared(path, parametersOf(Object.keys(parameters)))
        if (theirs.status === 404 && theirs.type === '404') continue
        // A path that ours does not serve; a resource that it does not know has an error of its own.
        if (ours.status === 404 && ours.type === 'not_found') continue
        served += 1
        try {
          assert.deepEqual(ours, theirs, path)
        } catch (error) {
          if (!refusals.some((refusal) => refusal.path === path)) throw error
          differing.add(path)
        }
      }
      assert.ok(served > 30, `${served}`)
    })
  }

  test('each difference in refusals is there', () => {
    assert.deepEqual(
      [...differing].sort(),
      refusals.map(({ path }) => path),
    )
  })

  /** A caller with a key, over a `fetch`. */
  const caller =
    (send, url, headers) =>
    async (path, parameters, { method = 'POST', text = JSON.stringify(parameters) } = {}) => {
      const init = { method, headers: { 'content-type': 'application/json', ...headers }, body: text }
      const answer = await send(url + path, init)
      const body = await answer.text()
      return { status: answer.status, body: body.startsWith('{') ? JSON.parse(body) : body }
    }

  const officialSide = () => {
    const { seed, url } = official
    const as = (key) => caller(fetch, url, { authorization: `Bearer ${key}` })
    return {
      call: as(seed.seam_apikey1_token),
      callAsStranger: as(seed.seam_apikey2_token),
      deviceId: seed.august_device_1,
      otherDeviceId: seed.august_device_2,
      advance: () => undefined,
    }
  }

  const ourSide = async () => {
    const fake = createFakeSeam({ clock: 'frozen', devices: [{}, {}] })
    const as = (key, headers) =>
      caller(fake.fetch, 'https://connect.getseam.com', { authorization: `Bearer ${key}`, ...headers })
    const person = as(fake.personalAccessToken)
    const { body } = await person('/workspaces/create', { name: 'Another' })
    const { workspace_id } = body.workspace
    return {
      call: as(fake.apiKey),
      callAsStranger: as(fake.personalAccessToken, { 'seam-workspace': workspace_id }),
      deviceId: fake.locks[0].deviceId,
      otherDeviceId: fake.locks[1].deviceId,
      advance: fake.advance,
    }
  }

  for (const { what, see, official: theirs, ours } of behaviours) {
    test(`differs: ${what}`, async () => {
      assert.deepEqual([await see(officialSide()), await see(await ourSide())], [theirs[0], ours[0]])
    })
  }

  test('the guide has the table of differences, each with a source', () => {
    assert.equal(writtenFakeDifferences(), renderFakeDifferences(), 'npm run update-goldens writes it')
    for (const { source, what, path } of [...behaviours, ...refusals]) assert.ok(source, what ?? path)
  })

  // The official fake reports the refusal of the kind of caller that it tries last, so with tokens of people it answers otherwise on each path.
  test('callers that are not known', async () => {
    for (const key of ['', 'seam_unknown', 'seam_cst1_unknown']) {
      for (const path of ['/access_codes/list', '/webhooks/list']) {
        const { theirs, ours } = await compared(path, {}, [key, key])
        assert.equal(ours.status, theirs.status, `${path} ${key}`)
      }
    }
  })
})
