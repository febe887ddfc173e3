// Our fake beside the official one, for every endpoint that both serve: what is missing, unknown or of a wrong type is refused with the same status and
// `error.type`, or the difference is in `differences` with its reason.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, before, beforeEach, describe, test } from 'node:test'
import { startFakeSeam } from '../../support/fake-seam.mjs'
import { loadPackage } from '../../support/package.mjs'

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

/** Paths on which ours answers otherwise, with the reason. */
const differences = {
  '/action_attempts/list': 'Seam’s OpenAPI description requires no `action_attempt_ids`',
  '/client_sessions/get_or_create':
    'Seam’s OpenAPI description lists API keys among its callers; the official fake takes publishable keys alone',
  '/connect_webviews/list':
    'the official fake does not check the parameters that Seam’s OpenAPI description has',
  '/connected_accounts/list':
    'the official fake does not check the parameters that Seam’s OpenAPI description has',
  '/devices/unmanaged/update': 'Seam’s OpenAPI description requires no `is_managed`',
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
          if (!(path in differences)) throw error
          differing.add(path)
        }
      }
      assert.ok(served > 30, `${served}`)
    })
  }

  test('each difference is there', () => {
    assert.deepEqual([...differing].sort(), Object.keys(differences))
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
