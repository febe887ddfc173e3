// What the package offers and what importing it does: names, classes, statics, and that import alone does nothing.
// How the things behave is the other files' subject.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { promisify } from 'node:util'
import { namespaceClasses } from '../../support/endpoints.mjs'
import { consumerFolder, installedFolder, loadPackage, readPackageJson } from '../../support/package.mjs'

const run = promisify(execFile)

const official = await import('@seamapi/http')
const officialWebhook = await import('@seamapi/webhook')

/** The classes of the official client: `SeamHttp` and one for each namespace, also for those without an endpoint of their own. */
const officialClasses = Object.keys(official).filter(
  (name) => typeof official[name].fromApiKey === 'function' && name !== 'SeamHttpEndpoints',
)

/** Those of this package, which has some that are newer. */
const namespaces = [...new Set([...officialClasses, ...namespaceClasses])]

/** The paths of the official client's endpoints. */
const officialPaths = Object.getOwnPropertyNames(official.SeamHttpEndpoints.prototype).filter((name) =>
  name.startsWith('/'),
)

const errors = {
  SeamHttpApiError: 'isSeamHttpApiError',
  SeamHttpUnauthorizedError: 'isSeamHttpUnauthorizedError',
  SeamHttpInvalidInputError: 'isSeamHttpInvalidInputError',
  SeamHttpInvalidResponseError: 'isSeamHttpInvalidResponseError',
  SeamHttpTransportError: 'isSeamHttpTransportError',
  SeamValidationError: 'isSeamValidationError',
  SeamActionAttemptError: 'isSeamActionAttemptError',
  SeamActionAttemptFailedError: 'isSeamActionAttemptFailedError',
  SeamActionAttemptTimeoutError: 'isSeamActionAttemptTimeoutError',
}

/** Those that only a subpath throws, and so only it exports. */
const errorsOfSubpaths = {
  status: {
    SeamAccessCodeError: 'isSeamAccessCodeError',
    SeamAccessCodeFailedError: 'isSeamAccessCodeFailedError',
    SeamAccessCodeTimeoutError: 'isSeamAccessCodeTimeoutError',
    SeamAccessCodeConflictError: 'isSeamAccessCodeConflictError',
  },
  rules: { SeamNoCodeError: 'isSeamNoCodeError' },
  webhooks: {
    SeamWebhookVerificationError: 'isSeamWebhookVerificationError',
    SeamInvalidWebhookPayloadError: 'isSeamInvalidWebhookPayloadError',
  },
}

/** Runs a module in the consumer folder in a process of its own and gives what it printed. */
const runInConsumer = async (source) => {
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', source], {
    cwd: await consumerFolder(),
  })
  return stdout.trim()
}

describe('surface', { timeout: 600_000 }, () => {
  let seamEdge

  before(async () => {
    seamEdge = await loadPackage()
  })

  test('has a class per namespace with the official factories', () => {
    for (const name of namespaces) {
      const Namespace = seamEdge[name]
      assert.equal(typeof Namespace, 'function', name)
      for (const factory of [
        'fromApiKey',
        'fromClient',
        'fromClientSessionToken',
        'fromConsoleSessionToken',
        'fromPersonalAccessToken',
        'fromPublishableKey',
      ]) {
        assert.equal(typeof Namespace[factory], 'function', `${name}.${factory}`)
      }
      const instance = Namespace.fromApiKey('seam_key_for_the_surface')
      assert.ok(instance instanceof Namespace, `${name}.fromApiKey`)
      assert.equal(typeof instance.createPaginator, 'function')
      assert.equal(typeof instance.updateClientSessionToken, 'function')
      assert.deepEqual(instance.defaults, { waitForActionAttempt: true })
      assert.equal(typeof instance.client, 'object')
    }
  })

  test('has every method and every part of the official classes', () => {
    const ofItself = ['client', 'defaults', 'createPaginator', 'updateClientSessionToken']
    const calls = []
    // Both objects are walked from their roots: a part that is missing, or a method of it, is named by its way there.
    const walk = (theirs, ours, way) => {
      assert.equal(ours?.constructor.name, theirs.constructor.name, way)
      const members = Object.getOwnPropertyDescriptors(Object.getPrototypeOf(theirs))
      for (const [member, { get }] of Object.entries(members)) {
        if (member === 'constructor') continue
        const here = `${way}.${member}`
        if (get !== undefined) {
          walk(theirs[member], ours[member], here)
          assert.equal(ours[member].client, ours.client, here)
        } else {
          assert.equal(typeof ours[member], 'function', here)
          if (!ofItself.includes(member)) calls.push(here)
        }
      }
      for (const member of ofItself) assert.ok(member in ours, `${way}.${member}`)
    }
    walk(
      new official.SeamHttp('seam_key_for_the_surface'),
      new seamEdge.SeamHttp('seam_key_for_the_surface'),
      'seam',
    )
    assert.equal(calls.length, officialPaths.length)
    for (const path of officialPaths) assert.ok(path in seamEdge.SeamHttpEndpoints.prototype, path)
    for (const name of officialClasses) assert.equal(typeof seamEdge[name], 'function', name)
  })

  test('has every export of @seamapi/webhook in seam-edge/webhooks', async () => {
    const webhooks = await loadPackage('webhooks')
    for (const name of Object.keys(officialWebhook)) assert.equal(typeof webhooks[name], 'function', name)
  })

  test('has an error class and a guard for everything that is thrown', async () => {
    const assertAll = (exports, errors) => {
      for (const [name, guard] of Object.entries(errors)) {
        assert.ok(exports[name]?.prototype instanceof seamEdge.SeamError, name)
        assert.equal(typeof exports[guard], 'function', guard)
        assert.equal(exports[guard](new Error('other')), false, guard)
        assert.equal(exports[guard](undefined), false, guard)
      }
    }
    assertAll(seamEdge, errors)
    for (const [subpath, own] of Object.entries(errorsOfSubpaths)) assertAll(await loadPackage(subpath), own)
    assert.ok(seamEdge.SeamHttpInvalidOptionsError.prototype instanceof Error)
    assert.ok(seamEdge.SeamHttpInvalidTokenError.prototype instanceof Error)
    const { SeamHttpApiError, SeamHttpInvalidInputError } = seamEdge
    assert.ok(SeamHttpInvalidInputError.prototype instanceof SeamHttpApiError)
    assert.ok(seamEdge.SeamValidationError.prototype instanceof SeamHttpInvalidInputError)
    assert.ok(seamEdge.SeamHttpUnauthorizedError.prototype instanceof SeamHttpApiError)
    const { SeamAccessCodeError, SeamAccessCodeFailedError, SeamAccessCodeTimeoutError } =
      await loadPackage('status')
    assert.ok(SeamAccessCodeFailedError.prototype instanceof SeamAccessCodeError)
    assert.ok(SeamAccessCodeTimeoutError.prototype instanceof SeamAccessCodeError)
  })

  test('tells tokens apart', () => {
    const tokens = {
      isApiKey: 'seam_apikey1_token',
      isClientSessionToken: 'seam_cst1_token',
      isConsoleSessionToken: 'eyJhbGciOiJIUzI1NiJ9.e30.x',
      isPersonalAccessToken: 'seam_at1_token',
      isPublishableKey: 'seam_pk1_token',
    }
    for (const guard of Object.keys(tokens)) {
      for (const [kind, token] of Object.entries(tokens)) {
        assert.equal(seamEdge[guard](token), guard === kind, `${guard}(${kind})`)
      }
    }
  })

  test('exports SeamHttpRequest and SeamPaginator, and nothing of the wasm glue', () => {
    assert.equal(typeof seamEdge.SeamHttpRequest, 'function')
    assert.equal(typeof seamEdge.SeamPaginator, 'function')
    const leaked = Object.keys(seamEdge).filter((name) => /^_|^(Core|wasm|memory|bg)|wbg|wbindgen/.test(name))
    assert.deepEqual(leaked, [])
  })

  test('says in package.json that it has no side effects, no dependencies and types', async () => {
    const packageJson = await readPackageJson()
    assert.equal(packageJson.name, 'seam-edge')
    assert.equal(packageJson.type, 'module')
    assert.equal(packageJson.sideEffects, false)
    assert.deepEqual(packageJson.dependencies ?? {}, {})
    for (const file of ['seam_edge', 'seam_edge_status', 'seam_edge_rules', 'seam_edge_webhooks'])
      assert.ok(packageJson.exports[`./${file}.wasm`], file)
    const types = await readFile(join(await installedFolder(), 'index.d.ts'))
    assert.ok(types.length > 0)
  })

  test('compiles nothing at import, and says so when it cannot compile later', async () => {
    const printed = await runInConsumer(`
      for (const name of ['Module', 'Instance']) {
        WebAssembly[name] = class { constructor() { throw new Error('compiled') } }
      }
      for (const name of ['compile', 'instantiate', 'compileStreaming', 'instantiateStreaming']) {
        WebAssembly[name] = () => { throw new Error('compiled') }
      }
      const { SeamHttp } = await import('seam-edge')
      console.log('imported')
      try { new SeamHttp('seam_key') } catch (error) { console.log(error.message) }
    `)
    assert.match(printed, /^imported\n.*cannot compile its WebAssembly/)
  })

  test('leaves the globals alone at import', async () => {
    const printed = await runInConsumer(`
      const names = () => Reflect.ownKeys(globalThis).length
      // Node defines some globals on first use; the count is taken after they exist.
      void [globalThis.fetch, globalThis.crypto, globalThis.navigator]
      const before = names()
      await import('seam-edge')
      console.log(names() - before)
    `)
    assert.equal(printed, '0')
  })

  test('works without globalThis.process', async () => {
    const printed = await runInConsumer(`
      const { log } = console
      const write = (text) => log(text)
      delete globalThis.process
      const { SeamHttp } = await import('seam-edge')
      const seam = new SeamHttp({ apiKey: 'seam_key', endpoint: 'https://seam.test' })
      write(seam.accessCodes.get({ access_code_id: 'a' }).url.href)
    `)
    assert.equal(printed, 'https://seam.test/access_codes/get')
  })

  test('sets itself up once for many clients', async () => {
    const printed = await runInConsumer(`
      const { Module } = WebAssembly
      let compiled = 0
      WebAssembly.Module = class extends Module {
        constructor(...parts) { super(...parts); compiled += 1 }
      }
      const { SeamHttp } = await import('seam-edge')
      for (let count = 0; count < 5; count += 1) new SeamHttp('seam_key')
      console.log(compiled)
    `)
    assert.equal(printed, '1')
  })
})
