// Proves the lifecycle driver of `tests/support/` against the fake, with plain `fetch`: tests and the demo stand on it.
// Needs no built package.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { startFakeSeam } from './fake-seam.mjs'
import { Lifecycle } from './lifecycle.mjs'

const hour = 3_600_000
const epoch = Date.parse('2030-01-01T00:00:00.000Z')

describe('lifecycle driver', { timeout: 600_000 }, () => {
  let fake
  let lifecycle
  let now

  beforeEach(async () => {
    fake = await startFakeSeam()
    now = epoch
    install()
  })

  afterEach(async () => {
    lifecycle.uninstall()
    await fake.stop()
  })

  const install = (options = {}) => {
    lifecycle?.uninstall()
    lifecycle = new Lifecycle({
      database: fake.database,
      clock: () => now,
      ...options,
    })
  }

  const post = async (path, body) => {
    const response = await fetch(fake.url + path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${fake.seed.seam_apikey1_token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    })
    return { status: response.status, body: await response.json() }
  }

  const create = async (parameters = {}) => {
    const { body } = await post('/access_codes/create', {
      device_id: fake.seed.august_device_1,
      code: '482913',
      ...parameters,
    })
    return body.access_code.access_code_id
  }

  const timeBound = () => ({
    starts_at: new Date(epoch + 100 * hour).toISOString(),
    ends_at: new Date(epoch + 200 * hour).toISOString(),
  })

  const get = async (access_code_id) => (await post('/access_codes/get', { access_code_id })).body.access_code

  const eventsOf = (id) =>
    fake.database.events
      .filter((event) => event.access_code_id === id)
      .map((event) => event.event_type.replace('access_code.', ''))

  const tickAt = (hours) => {
    now = epoch + hours * hour
    lifecycle.tick()
  }

  test('an ongoing code is set after the given number of ticks', async () => {
    const id = await create()
    assert.equal((await get(id)).status, 'setting')

    lifecycle.tick()
    const halfway = await get(id)
    assert.equal(halfway.status, 'setting')
    assert.equal(halfway.pending_mutations[0].mutation_code, 'creating')

    lifecycle.tick()
    const done = await get(id)
    assert.equal(done.status, 'set')
    assert.deepEqual(done.pending_mutations, [])
    lifecycle.tick()
    assert.deepEqual(eventsOf(id), ['created', 'set_on_device'])
  })

  test('a natively scheduled code goes to the lock 72 h ahead, is set at its start and leaves at its end', async () => {
    const id = await create(timeBound())

    tickAt(0)
    const waiting = await get(id)
    assert.equal(waiting.status, 'unset')
    assert.equal(waiting.pending_mutations[0].mutation_code, 'deferring_creation')

    tickAt(28)
    const scheduled = await get(id)
    assert.equal(scheduled.status, 'unset')
    assert.equal(scheduled.is_scheduled_on_device, true)

    tickAt(100)
    assert.equal((await get(id)).status, 'set')

    tickAt(200)
    assert.equal((await get(id)).status, 'removing')

    tickAt(201)
    assert.equal(await get(id), undefined)
    assert.deepEqual(eventsOf(id), [
      'created',
      'scheduled_on_device',
      'set_on_device',
      'removed_from_device',
      'deleted',
    ])
  })

  test('a just-in-time code is programmed from an hour before its start', async () => {
    install({ scheduling: 'just_in_time' })
    const id = await create(timeBound())

    tickAt(98)
    assert.equal((await get(id)).status, 'unset')
    tickAt(99)
    assert.equal((await get(id)).status, 'setting')
    tickAt(99.5)
    tickAt(99.9)
    assert.equal((await get(id)).status, 'setting')
    tickAt(100)
    tickAt(100.1)
    assert.equal((await get(id)).status, 'set')
  })

  test('a deleted code is removing until the lock has forgotten it', async () => {
    const id = await create()
    lifecycle.tick()
    lifecycle.tick()

    const answer = await post('/access_codes/delete', { access_code_id: id })
    assert.equal(answer.status, 200)
    assert.equal((await get(id)).status, 'removing')
    assert.deepEqual(eventsOf(id), ['created', 'set_on_device'])

    lifecycle.tick()
    assert.equal(await get(id), undefined)
    assert.deepEqual(eventsOf(id).slice(2), ['removed_from_device', 'deleted'])
  })

  test('a code that never reached the lock is deleted without being removed from it', async () => {
    const id = await create(timeBound())
    await post('/access_codes/delete', { access_code_id: id })
    lifecycle.tick()
    assert.deepEqual(eventsOf(id), ['created', 'deleted'])
  })

  test('an updated code is programmed again', async () => {
    const id = await create()
    lifecycle.tick()
    lifecycle.tick()

    await post('/access_codes/update', { access_code_id: id, code: '771204' })
    const changed = await get(id)
    assert.equal(changed.status, 'setting')
    assert.deepEqual(changed.pending_mutations[0].to, { code: '771204' })

    lifecycle.tick()
    lifecycle.tick()
    assert.equal((await get(id)).status, 'set')
  })

  test('an injected failure shows as an error and an event, once, until it is recovered', async () => {
    lifecycle.fail('set', (code) => code.code === '482913')
    const id = await create()
    for (let ticks = 0; ticks < 6; ticks += 1) lifecycle.tick()

    const failed = await get(id)
    assert.equal(failed.status, 'setting')
    assert.equal(failed.errors[0].error_code, 'failed_to_set_on_device')
    assert.deepEqual(eventsOf(id), ['created', 'failed_to_set_on_device'])

    lifecycle.recover()
    lifecycle.tick()
    lifecycle.tick()
    const recovered = await get(id)
    assert.equal(recovered.status, 'set')
    assert.deepEqual(recovered.errors, [])
  })

  test('a failing removal keeps the code with an error', async () => {
    const id = await create()
    lifecycle.tick()
    lifecycle.tick()
    lifecycle.fail('remove')
    await post('/access_codes/delete', { access_code_id: id })
    lifecycle.tick()

    const stuck = await get(id)
    assert.equal(stuck.status, 'removing')
    assert.equal(stuck.errors[0].error_code, 'failed_to_remove_from_device')
  })

  test('uninstall gives the fake its own behaviour back', async () => {
    lifecycle.uninstall()
    const id = await create()
    await post('/access_codes/delete', { access_code_id: id })
    assert.equal(await get(id), undefined)
  })
})
