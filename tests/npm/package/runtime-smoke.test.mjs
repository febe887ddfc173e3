// The main job from end to end in one file, for every runtime that runs node:test: create, see it set, delete, and a PIN
// that is refused. The test runner calls this file with other Node versions too, so it depends on no other test.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startOwnFake } from '../../support/own-fake.mjs'
import { loadPackage } from '../../support/package.mjs'

test(`the main job in Node ${process.versions.node}`, async (context) => {
  const { SeamHttp, isSeamHttpApiError, isSeamValidationError } = await loadPackage()
  const { url, fake, stop } = await startOwnFake({ clock: 'frozen' })
  context.after(stop)

  const owner = new SeamHttp({ apiKey: fake.apiKey, endpoint: url })
  const [{ connected_account_id }] = await owner.devices.list()
  const user_identifier_key = 'a-user-identifier-key'
  await owner.clientSessions.create({ user_identifier_key, connected_account_ids: [connected_account_id] })
  const seam = await SeamHttp.fromPublishableKey(fake.publishableKey, user_identifier_key, { endpoint: url })
  const [device] = await seam.devices.list({ device_type: 'august_lock' })
  assert.equal(device.can_program_online_access_codes, true)
  const { device_id } = device

  const { access_code_id } = await seam.accessCodes.create({
    device_id,
    name: 'Guest',
    code: '482913',
  })

  const statuses = []
  while (statuses.at(-1) !== 'set' && statuses.length < 10) {
    const { status } = await seam.accessCodes.get({ access_code_id })
    statuses.push(status)
    fake.advance(2_500)
  }
  assert.deepEqual(statuses, ['setting', 'setting', 'set'])

  await assert.rejects(seam.accessCodes.create({ device_id, code: '12' }), isSeamValidationError)

  await seam.accessCodes.delete({ access_code_id })
  const removing = await seam.accessCodes.get({ access_code_id })
  assert.equal(removing.status, 'removing')
  fake.advance(5_000)
  await assert.rejects(
    seam.accessCodes.get({ access_code_id }),
    (error) => isSeamHttpApiError(error) && error.statusCode === 404,
  )
  const since = new Date(fake.now - 60_000)
  const events = await seam.events.list({ since, access_code_id })
  assert.deepEqual(
    events.map(({ event_type }) => event_type),
    [
      'access_code.created',
      'access_code.set_on_device',
      'access_code.removed_from_device',
      'access_code.deleted',
    ],
  )
})
