// Waiting until access is issued, through real HTTP against our own fake: what it resolves with, what ends it, what is refused and what progress shows.
// What a poll means, and how long it waits, is tested in virtual time, in tests/native/flow.
import assert from 'node:assert/strict'
import { afterEach, before, beforeEach, describe, test } from 'node:test'
import { startOwnFake } from '../../support/own-fake.mjs'
import { loadPackage } from '../../support/package.mjs'
import { assertReadable, failureOf, pin } from '../../support/stage.mjs'
import { assertShowsNoPin, waitOptions } from '../../support/waiting.mjs'

const minute = 60_000

describe('waitUntilIssued', { timeout: 600_000 }, () => {
  let seamEdge
  let status
  let server
  let seam
  let lock

  before(async () => {
    seamEdge = await loadPackage()
    status = await loadPackage('status')
  })
  beforeEach(async () => {
    server = await startOwnFake({ clock: 'frozen', devices: [{}, { brand: 'schlage' }] })
    seam = new seamEdge.SeamHttp({ apiKey: server.fake.apiKey, endpoint: server.url })
    ;[lock] = server.fake.locks
  })
  afterEach(() => server.stop())

  /** A grant for all locks, with access methods of these modes. */
  const grant = (modes = ['code'], more = {}) =>
    seam.accessGrants.create({
      user_identity: { full_name: 'Anna' },
      device_ids: server.fake.locks.map(({ deviceId }) => deviceId),
      requested_access_methods: modes.map((mode) => (mode === 'code' ? { mode, code: pin } : { mode })),
      ...more,
    })

  /** Time passes by so much at each look that leaves something to wait for. */
  const wait = (what, { perLook = 2_000, ...options } = {}) => {
    const onProgress = (progress) => {
      server.fake.advance(perLook)
      options.onProgress?.(progress)
    }
    return status.waitUntilIssued(seam, what, { ...waitOptions, ...options, onProgress })
  }

  test('resolves with the grant and its access methods once every lock has the PIN', async () => {
    const { access_grant_id } = await grant()
    const told = []
    const { accessGrant, accessMethods } = await wait(
      { access_grant_id },
      { onProgress: (one) => told.push(one) },
    )
    assert.equal(accessGrant.access_grant_id, access_grant_id)
    assert.deepEqual(
      accessMethods.map(({ mode, is_issued, code }) => [mode, is_issued, code]),
      [['code', true, pin]],
    )
    for (const each of server.fake.locks) assert.ok(each.enter(pin))
    assert.deepEqual([...new Set(told.map(({ phase }) => phase))], ['issuing'])
    assert.deepEqual(
      told.map(({ attempt }) => attempt),
      [1, 2, 3],
    )
    const [first] = told
    assert.equal(first.accessGrant.access_grant_id, access_grant_id)
    assert.equal(first.accessMethods[0].code, pin)
    assert.deepEqual(
      first.diagnosis.uncoveredDeviceIds,
      server.fake.locks.map(({ deviceId }) => deviceId),
    )
    assertShowsNoPin(told)
  })

  test('a grant, a method and any client are taken', async () => {
    const created = await grant()
    await wait(created)
    const [access_method_id] = created.access_method_ids
    const method = await seam.accessMethods.get({ access_method_id })
    for (const client of [seam, seam.accessGrants, seam.client]) {
      const issued = await status.waitUntilIssued(client, method, waitOptions)
      assert.deepEqual(issued, { accessGrant: undefined, accessMethods: [method] })
    }
  })

  test('a card ends it where a person is waited for, and the error says what to do', async () => {
    const { access_grant_id } = await grant(['mobile_key', 'card'])
    const error = await failureOf(() => wait({ access_grant_id }, { stopWhen: 'needs_action' }))
    assert.ok(status.isSeamAccessGrantFailedError(error) && status.isSeamAccessGrantError(error), error)
    assert.ok(error instanceof seamEdge.SeamError)
    assert.deepEqual(
      [error.reason, error.diagnosis.phase, error.diagnosis.actor],
      ['needs_action', 'needs_encoding', 'user'],
    )
    assert.match(
      error.message,
      /^access grant `.*` does not get issued until somebody acts: Somebody has to write/,
    )
    assert.equal(error.accessGrant.access_grant_id, access_grant_id)
    assert.deepEqual(
      error.accessMethods.map(({ is_issued }) => is_issued),
      [true, false],
    )
    assertReadable(error)
    assertShowsNoPin(error)
  })

  test('time that is over has the diagnosis, and what the last look failed with', async () => {
    lock.goOffline()
    const { access_grant_id } = await grant()
    server.fake.advance(20 * minute)
    const error = await failureOf(() => wait({ access_grant_id }, { maxWait: 0 }))
    assert.ok(status.isSeamAccessGrantTimeoutError(error), error)
    assert.equal(error.cause, undefined)
    const [advice] = error.diagnosis.advice
    assert.deepEqual([advice.code, advice.actor, advice.known], ['failed_to_issue', 'user', true])
    assert.equal(advice.accessMethodId, error.accessMethods[0].access_method_id)
    assert.deepEqual(error.diagnosis.uncoveredDeviceIds, [lock.deviceId])
    assertShowsNoPin(error)
    server.fake.disturb({ fault: 'server_error', status: 503, times: 9 })
    const other = await failureOf(() => wait({ access_grant_id }, { maxWait: 0, maxRetries: 0 }))
    assert.ok(status.isSeamAccessGrantTimeoutError(other), other)
    assert.equal(other.cause.statusCode ?? other.cause.response?.status, 503)
    assert.deepEqual([other.accessGrant, other.accessMethods, other.diagnosis], [undefined, [], undefined])
  })

  test('a lock that comes back heals it', async () => {
    lock.goOffline()
    const { access_grant_id } = await grant()
    server.fake.advance(20 * minute)
    const phases = []
    const { accessMethods } = await wait(
      { access_grant_id },
      { onProgress: ({ diagnosis }) => phases.push(diagnosis.verdict) && lock.goOnline() },
    )
    assert.equal(accessMethods[0].is_issued, true)
    assert.equal(phases[0], 'attention')
  })

  test('what is deleted, was never there, or starts too late ends it at once', async () => {
    const never = await failureOf(() => wait({ access_grant_id: 'x' }))
    assert.deepEqual([never.statusCode, never.code], [404, 'access_grant_not_found'])
    lock.goOffline()
    const { access_grant_id } = await grant()
    const deleteAtFirst = ({ attempt }) => attempt === 1 && deleteNow(access_grant_id)
    const gone = await failureOf(() => wait({ access_grant_id }, { onProgress: deleteAtFirst }))
    assert.deepEqual([gone.name, gone.reason], ['SeamAccessGrantFailedError', 'deleted'])
    assert.equal(gone.accessMethods[0].code, pin)
    const day = 24 * 60 * minute
    const later = await grant(['code'], {
      device_ids: [server.fake.locks[1].deviceId],
      starts_at: new Date(server.fake.now + 30 * day).toISOString(),
      ends_at: new Date(server.fake.now + 31 * day).toISOString(),
    })
    const error = await failureOf(() => wait(later))
    assert.deepEqual([error.reason, error.diagnosis.phase], ['due_later', 'issuing'])
  })
  /** Deletes a grant, whose PIN is on no lock yet, at once. */
  const deleteNow = (access_grant_id) =>
    server.fake.fetch('https://connect.getseam.com/access_grants/delete', {
      method: 'POST',
      headers: { authorization: `Bearer ${server.fake.apiKey}` },
      body: JSON.stringify({ access_grant_id }),
    })

  test('a signal ends it', async () => {
    const { access_grant_id } = await grant(['card'])
    const controller = new AbortController()
    const options = { signal: controller.signal, onProgress: () => controller.abort() }
    const error = await failureOf(() => wait({ access_grant_id }, options))
    assert.deepEqual([error.code, error.name], ['ERR_CANCELED', 'SeamHttpTransportError'])
  })

  test('what is no grant and no method is refused, and so are options', async () => {
    const refused = async (...parameters) =>
      (await failureOf(() => status.waitUntilIssued(seam, ...parameters))).message
    const expected = '`grantOrMethod`: expected an object with an `access_grant_id` or an `access_method_id`'
    assert.equal(await refused({}), expected)
    const help = 'pass it as the API returns it'
    assert.equal(await refused('id'), `${expected}, got a string (${help})`)
    assert.match(
      await refused(seam.accessGrants.get({ access_grant_id: 'x' })),
      /got a promise \(`await` it first\)/,
    )
    assert.match(
      await refused({ access_grant: {} }),
      /got a whole reply \(pass what is in its `access_grant`\)/,
    )
    assert.match(
      await refused({ access_grant_id: 'x' }, { stopWhen: 'soon' }),
      /stopWhen option must be 'needs_action'/,
    )
  })

  test('diagnoseAccess and accessTimeline say what the wait says', async () => {
    const created = await grant(['code'], { ends_at: new Date(server.fake.now + 60 * minute).toISOString() })
    const { accessGrant, accessMethods } = await wait(created)
    const now = server.fake.now
    const diagnosis = status.diagnoseAccess(accessGrant, { accessMethods, now })
    assert.deepEqual(
      [diagnosis.verdict, diagnosis.phase, diagnosis.summary, diagnosis.advice, diagnosis.pending],
      ['active', 'issued', 'It is issued and opens.', [], []],
    )
    assert.equal(diagnosis.endsAt, accessGrant.ends_at)
    assert.deepEqual(diagnosis.accessMethods, [
      { accessMethodId: created.access_method_ids[0], mode: 'code', phase: 'issued' },
    ])
    assert.equal(status.diagnoseAccess(accessMethods[0]).phase, 'issued')
    assert.equal(
      status.diagnoseAccess(accessMethods[0], { accessGrant, now: now + 61 * minute }).phase,
      'over',
    )
    const timeline = status.accessTimeline(accessGrant, { accessMethods, now })
    assert.deepEqual(
      timeline.steps.map(({ name }) => name),
      ['creation', 'issuing', 'active', 'removal'],
    )
    assert.deepEqual([timeline.next.name, timeline.expect], ['removal', 'It opens until its end.'])
    assert.throws(() => status.diagnoseAccess(accessGrant, { accessMethods: accessMethods[0] }), {
      name: 'TypeError',
      message:
        '`accessMethods`: expected an array of access methods, got an object (pass the list that `accessMethods.list` returns)',
    })
  })
})
