// How long clients live: freed, freed during a call, freed twice, left by `using`. Memory over many calls is measured elsewhere.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { openStage } from '../../support/stage.mjs'

describe('lifetime', { timeout: 60_000 }, () => {
  let stage

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())
  beforeEach(() => stage.reset())

  const works = async (seam) => assert.ok((await seam.devices.list()).length > 3)

  test('a client that was freed, also twice, makes its next call', async () => {
    const seam = stage.createClient()
    seam.free()
    seam.free()
    await works(seam)
    seam.client.free()
    await works(seam)
    assert.equal(seam.client.defaults.headers.authorization, `Bearer ${stage.apiKey}`)
  })

  test('calls in flight are not disturbed, their repeats included', async () => {
    const seam = stage.createClient()
    stage.proxy.fault('/devices/list', { status: 503, body: '', delay: 20 }, 1)
    const calls = [works(seam), works(seam), works(seam)]
    await new Promise((resolve) => setTimeout(resolve, 10))
    seam.free()
    await Promise.all(calls)
    assert.equal(stage.proxy.count('/devices/list'), 4)
  })

  test('a client session token that was exchanged stays', async () => {
    const { seam_cst1_token: clientSessionToken } = stage.fake.seed
    const seam = stage.createClient({ apiKey: undefined, clientSessionToken })
    const { token } = stage.fake.database.addClientSession({
      workspace_id: stage.fake.seed.seed_workspace_1,
      connected_account_ids: [],
      user_identifier_key: 'another',
    })
    await seam.updateClientSessionToken(token)
    seam.free()
    await seam.devices.list()
    assert.equal(stage.proxy.last().headers['client-session-token'], token)
  })

  test('`using` frees at the end of its block', async () => {
    if (Symbol.dispose === undefined) return
    for (const value of [
      stage.createClient(),
      stage.createClient().client,
      new stage.seamEdge.SeamHttpWithoutWorkspace({ personalAccessToken: 'seam_at1_a' }),
    ]) {
      let freed = 0
      const { free } = value
      value.free = () => {
        freed += 1
        free.call(value)
      }
      value[Symbol.dispose]()
      assert.equal(freed, 1)
    }
  })
})
