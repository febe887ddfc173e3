// What a fault inside the WebAssembly module does: the call that met it is rejected, the broken instance is never entered again,
// and the next call runs in a fresh one with everything the client knew. The module has no trap to offer, so one is thrown from
// around its exports, in the place where the runtime would throw it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'

const RealInstance = WebAssembly.Instance
let instances = 0
let trapOn

before(() => {
  WebAssembly.Instance = function Instance(module, imports) {
    instances += 1
    const { exports } = new RealInstance(module, imports)
    const core = (...values) => {
      if (trapOn?.()) throw new WebAssembly.RuntimeError('unreachable')
      return exports.core(...values)
    }
    return { exports: { ...exports, core } }
  }
})
after(() => {
  WebAssembly.Instance = RealInstance
})

test('a trap ends one call, and the next starts afresh', async () => {
  const { openStage, failureOf, assertReadable } = await import('../../support/stage.mjs')
  const stage = await openStage()
  try {
    const { seam_cst1_token } = stage.fake.seed
    const seam = stage.seamEdge.SeamHttp.fromClientSessionToken(seam_cst1_token, {
      endpoint: stage.proxy.url,
    })
    const other = stage.createClient()
    const { client_session } = await stage.seam.clientSessions.create({}).fetchResponse()
    await seam.updateClientSessionToken(client_session.token)
    assert.equal(instances, 1)

    let traps = 1
    trapOn = () => traps-- > 0
    stage.proxy.reset()
    const error = await failureOf(() => seam.devices.list())
    assert.match(error.message, /internal fault/)
    assert.ok(error.cause instanceof WebAssembly.RuntimeError)
    assertReadable(error, client_session.token)
    assert.equal(stage.proxy.count(), 0)

    await seam.devices.list()
    assert.equal(instances, 2)
    const [{ headers }] = stage.proxy.requests
    assert.equal(headers.authorization, `Bearer ${client_session.token}`)
    await other.devices.list()
    assert.equal(instances, 2)
  } finally {
    await stage.close()
  }
})

test('a trap refuses one value, and the next is checked afresh', async () => {
  const { loadPackage } = await import('../../support/package.mjs')
  const { schemas } = await loadPackage()
  const { validate } = schemas.accessCodesDeleteParameters['~standard']
  const value = { access_code_id: 'x' }
  assert.deepEqual(validate(value), { value })
  const before = instances
  let traps = 1
  trapOn = () => traps-- > 0
  const message = 'cannot be checked; it may be too large'
  assert.deepEqual(validate(value), { issues: [{ message, path: [] }] })
  assert.deepEqual(validate(value), { value })
  assert.equal(instances, before + 1)
})
