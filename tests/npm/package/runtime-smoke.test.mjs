// The main job from end to end in one file, for every runtime that runs node:test: create, see it set, delete, and a PIN
// that is refused. The test runner calls this file with other Node versions too, so it depends on no other test.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startFakeSeam } from '../../support/fake-seam.mjs'
import { Lifecycle } from '../../support/lifecycle.mjs'
import { loadPackage } from '../../support/package.mjs'

test(`the main job in Node ${process.versions.node}`, async (context) => {
  const { SeamHttp, isSeamHttpApiError, isSeamValidationError } = await loadPackage()
  const fake = await startFakeSeam()
  const lifecycle = new Lifecycle({ database: fake.database })
  context.after(async () => {
    lifecycle.uninstall()
    await fake.stop()
  })

  const seam = await SeamHttp.fromPublishableKey(
    fake.seed.seam_pk1_token,
    fake.seed.john_user_identifier_key,
    { endpoint: fake.url },
  )
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
    lifecycle.tick()
  }
  assert.deepEqual(statuses, ['setting', 'setting', 'set'])

  await assert.rejects(seam.accessCodes.create({ device_id, code: '12' }), isSeamValidationError)

  await seam.accessCodes.delete({ access_code_id })
  const removing = await seam.accessCodes.get({ access_code_id })
  assert.equal(removing.status, 'removing')
  lifecycle.tick()
  await assert.rejects(
    seam.accessCodes.get({ access_code_id }),
    (error) => isSeamHttpApiError(error) && error.statusCode === 404,
  )
  assert.deepEqual(
    fake.database.events
      .filter((event) => event.access_code_id === access_code_id)
      .map((event) => event.event_type),
    [
      'access_code.created',
      'access_code.set_on_device',
      'access_code.removed_from_device',
      'access_code.deleted',
    ],
  )
})
