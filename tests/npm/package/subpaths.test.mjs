// What each subpath offers, that all of them together are one package, and which clients their functions take.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { after, before, beforeEach, describe, test } from 'node:test'
import { promisify } from 'node:util'
import axios from 'axios'
import { consumerFolder, loadAnotherCopy, loadPackage } from '../../support/package.mjs'
import { failureOf, openStage, pin } from '../../support/stage.mjs'

const run = promisify(execFile)

const offered = {
  status: [
    'SeamAccessCodeConflictError',
    'SeamAccessCodeError',
    'SeamAccessCodeFailedError',
    'SeamAccessCodeTimeoutError',
    'SeamAccessGrantError',
    'SeamAccessGrantFailedError',
    'SeamAccessGrantTimeoutError',
    'SeamHttpInvalidOptionsError',
    'accessCodeTimeline',
    'accessTimeline',
    'diagnose',
    'diagnoseAccess',
    'ensureAccessCode',
    'init',
    'isSeamAccessCodeConflictError',
    'isSeamAccessCodeError',
    'isSeamAccessCodeFailedError',
    'isSeamAccessCodeTimeoutError',
    'isSeamAccessGrantError',
    'isSeamAccessGrantFailedError',
    'isSeamAccessGrantTimeoutError',
    'waitUntilIssued',
    'waitUntilRemoved',
    'waitUntilSet',
  ],
  rules: [
    'SeamHttpInvalidOptionsError',
    'SeamNoCodeError',
    'checkAccessCode',
    'checkAccessCodeOnDevice',
    'init',
    'isSeamNoCodeError',
    'suggestCode',
  ],
  events: ['SeamHttpInvalidOptionsError', 'init', 'watchEvents'],
  webhooks: [
    'SeamHttpInvalidOptionsError',
    'SeamInvalidWebhookPayloadError',
    'SeamWebhook',
    'SeamWebhookVerificationError',
    'init',
    'isSeamInvalidWebhookPayloadError',
    'isSeamWebhookVerificationError',
    'redactEvent',
  ],
  messages: ['wording'],
  query: [
    'infiniteQueryOptions',
    'mutationOptions',
    'queryOptions',
    'swrInfiniteOptions',
    'swrMutationOptions',
    'swrOptions',
  ],
  testing: ['SeamHttpInvalidOptionsError', 'createFakeSeam', 'fakeAccessCode', 'fakeDevice', 'init'],
}
/** `init` compiles the module of its entry, and the error is thrown by functions of all. */
const inSeveral = ['init', 'SeamHttpInvalidOptionsError']
const clientKey = Symbol.for('seam-edge.client')

describe('subpaths', { timeout: 600_000 }, () => {
  let stage
  let seamEdge

  before(async () => {
    stage = await openStage()
    ;({ seamEdge } = stage)
  })
  after(() => stage.close())
  beforeEach(() => stage.reset())

  for (const [subpath, names] of Object.entries(offered)) {
    test(`seam-edge/${subpath} exports what is its own, and the main entry none of it`, async () => {
      assert.deepEqual(Object.keys(await loadPackage(subpath)).sort(), names)
      for (const name of names) assert.ok(inSeveral.includes(name) || !(name in seamEdge), name)
    })
  }

  test('the main entry has nothing of what was removed', () => {
    for (const name of ['lockRules', 'lockSupport', 'schemas']) assert.ok(!(name in seamEdge), name)
    const { seam } = stage
    for (const name of ['ensure', 'waitUntilSet', 'waitUntilRemoved'])
      assert.ok(!(name in seam.accessCodes), name)
    assert.ok(!('watch' in seam.events))
    for (const value of [seam, seam.client]) {
      assert.ok(!('free' in value))
      if (Symbol.dispose !== undefined) assert.ok(!(Symbol.dispose in value))
    }
  })

  test('seam-edge/connect is the main entry', async () => {
    const connect = await loadPackage('connect')
    assert.deepEqual(Object.keys(connect).sort(), Object.keys(seamEdge).sort())
    assert.equal(connect.SeamHttp, seamEdge.SeamHttp)
  })

  test('all that is thrown but TypeError is a SeamError, of this copy and of another', async () => {
    const { SeamError } = seamEdge
    const another = await loadAnotherCopy()
    const { status, rules, webhooks } = stage
    const errors = [
      await failureOf(() => new seamEdge.SeamHttp({ apiKey: 'none' })),
      await failureOf(() => new seamEdge.SeamHttp({ apiKey: 'seam_key' }).createPaginator({})),
      await failureOf(() => stage.seam.updateClientSessionToken('seam_cst1_a')),
      await failureOf(() => rules.suggestCode({}, { length: 3 })),
      await failureOf(() => status.waitUntilSet(stage.seam, 'a', { until: 'soon' })),
      await failureOf(() => new webhooks.SeamWebhook('whsec_aaaa').verify('{}', {})),
      await failureOf(() => webhooks.init(new Uint8Array([1]))),
      await failureOf(() => stage.events.watchEvents(stage.seam, {}, { signal: AbortSignal.abort() }).next()),
    ]
    for (const error of errors) {
      assert.ok(error instanceof SeamError, `${error.name}: ${error.message}`)
      assert.ok(error instanceof another.SeamError, error.name)
    }
    assert.ok(!(new Error('other') instanceof SeamError))
    assert.equal(new SeamError('own').name, 'SeamError')
  })

  test('an init of an entry compiles the module of that entry alone', async () => {
    const source = `
      import { readFileSync } from 'node:fs'
      import { fileURLToPath } from 'node:url'
      const bytesOf = (file) => readFileSync(fileURLToPath(import.meta.resolve('seam-edge/' + file)))
      const { Module } = WebAssembly
      let compiled = 0
      WebAssembly.Module = new Proxy(Module, { construct: (target, values) => { compiled += 1; return new target(...values) } })
      const [core, status, rules, webhooks] = await Promise.all(
        ['seam-edge', 'seam-edge/status', 'seam-edge/rules', 'seam-edge/webhooks'].map((name) => import(name)),
      )
      await core.init(bytesOf('seam_edge.wasm'))
      await status.init(bytesOf('seam_edge_status.wasm'))
      await rules.init(bytesOf('seam_edge_rules.wasm'))
      await webhooks.init(bytesOf('seam_edge_webhooks.wasm'))
      new core.SeamHttp('seam_key')
      status.diagnose({})
      rules.suggestCode({})
      new webhooks.SeamWebhook('whsec_' + btoa('a key of some length'))
      console.log(compiled)
      console.log(await rules.init(bytesOf('seam_edge.wasm')).catch(({ message }) => message))
    `
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', source], {
      cwd: await consumerFolder(),
    })
    assert.match(stdout, /^0\n.*init: expected the seam_edge_rules\.wasm of this version/)
  })

  test('all entries together have one instance of each module', async () => {
    const source = `
      const { Instance } = WebAssembly
      let count = 0
      WebAssembly.Instance = new Proxy(Instance, { construct: (target, values) => { count += 1; return new target(...values) } })
      const names = ['', '/connect', '/status', '/rules', '/events', '/webhooks', '/schemas']
      const all = Object.assign({}, ...await Promise.all(names.map((name) => import('seam-edge' + name))))
      for (let times = 0; times < 2; times += 1) {
        new all.SeamHttp('seam_key')
        all.diagnose({})
        all.checkAccessCode({ device_id: 'a' })
        all.suggestCode({})
        all.accessCodesCreateParameters['~standard'].validate({})
        new all.SeamWebhook('whsec_' + btoa('a key of some length'))
      }
      console.log(count)
    `
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', source], {
      cwd: await consumerFolder(),
    })
    assert.equal(stdout.trim(), '4')
  })

  describe('the client of a function', () => {
    const functions = () => ({
      waitUntilSet: (client) => stage.status.waitUntilSet(client, 'access_code_1', { maxWait: 0 }),
      waitUntilRemoved: (client) => stage.status.waitUntilRemoved(client, 'access_code_1', { maxWait: 0 }),
      ensureAccessCode: (client) =>
        stage.status.ensureAccessCode(client, { device_id: stage.deviceId, code: pin }),
      checkAccessCodeOnDevice: (client) =>
        stage.rules.checkAccessCodeOnDevice(client, { device_id: stage.deviceId, code: pin }),
      watchEvents: (client) => stage.events.watchEvents(client),
    })

    test('is one of this package, and anything else is refused by a word on what to pass', async () => {
      for (const [name, use] of Object.entries(functions())) {
        for (const other of [undefined, null, 'seam_key', {}, axios.create(), fetch, seamEdge.SeamHttp]) {
          const error = await failureOf(() => use(other))
          assert.ok(error instanceof TypeError, `${name}: ${error}`)
          assert.match(error.message, /SeamHttp, one of its namespaces or its `client`.*SeamHttp\.fromClient/)
        }
      }
    })

    test('of a version that is not known is refused, with both versions', async () => {
      for (const use of Object.values(functions())) {
        const error = await failureOf(() => use({ [clientKey]: { version: 2 } }))
        assert.ok(error instanceof TypeError)
        assert.match(error.message, /version 2.*version 1/)
      }
    })

    test('may be of another copy of the package, whose errors are recognized', async () => {
      const another = await loadAnotherCopy()
      const seam = new another.SeamHttp({ apiKey: stage.apiKey, endpoint: stage.proxy.url })
      const { deviceId: device_id } = stage
      const code = await stage.status.ensureAccessCode(seam, { device_id, code: pin })
      assert.equal(code.code, pin)
      const error = await failureOf(() => stage.status.waitUntilSet(seam, 'no-such-code'))
      assert.ok(seamEdge.isSeamHttpApiError(error), String(error))
      const refused = await failureOf(() => stage.status.ensureAccessCode(seam, { device_id, code: '1' }))
      assert.ok(seamEdge.isSeamValidationError(refused), String(refused))
    })

    test('may send by an Axios instance, or by a fetch', async () => {
      const { SeamHttp } = seamEdge
      const headers = { authorization: `Bearer ${stage.apiKey}` }
      const instance = axios.create({ baseURL: stage.proxy.url, headers })
      const clients = [
        SeamHttp.fromClient(instance),
        stage.createClient({ fetch: (url, init) => fetch(url, init) }),
      ]
      for (const client of clients) {
        const { code } = await stage.status.ensureAccessCode(client, { device_id: stage.deviceId, code: pin })
        assert.equal(code, pin)
      }
    })

    test('carries its headers, hooks, repeats and signal into a function', async () => {
      const seen = []
      const client = stage.createClient({
        headers: { 'x-own': 'of the client' },
        onRequest: ({ path, attempt }) => seen.push(`${path} ${attempt}`),
        maxRetries: 1,
      })
      stage.proxy.fault('/access_codes/get', { drop: 'before' }, 1)
      await failureOf(() => stage.status.waitUntilSet(client, 'access_code_1'))
      assert.deepEqual(seen, ['/access_codes/get 1', '/access_codes/get 2'])
      assert.equal(stage.proxy.last().headers['x-own'], 'of the client')
    })

    test('is where calls of ensureAccessCode for the same code queue, through all parts and copies', async () => {
      const [another] = await loadAnotherCopy('status')
      const { seam } = stage
      const parameters = { device_id: stage.deviceId, code: pin }
      const codes = await Promise.all([
        stage.status.ensureAccessCode(seam, parameters),
        another.ensureAccessCode(seam, parameters),
        stage.status.ensureAccessCode(seam.client, parameters),
        another.ensureAccessCode(seam.accessCodes, parameters),
      ])
      assert.equal(new Set(codes.map(({ access_code_id }) => access_code_id)).size, 1)
      assert.equal(stage.proxy.count('/access_codes/create'), 1)
    })
  })
})
