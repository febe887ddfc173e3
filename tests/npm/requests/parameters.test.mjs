// What the package refuses before the network: each bad input gets its class, a one-line message that names the path and
// the remedy, and nothing is sent. What the server refuses is in responses.test.mjs.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { inspect } from 'node:util'
import { assertParametersRefused } from '../../support/refusal.mjs'
import { failureOf, openStage, pin } from '../../support/stage.mjs'

const starts_at = '2031-05-01T14:00:00Z'
const ends_at = '2031-05-04T10:00:00Z'

describe('parameters', { timeout: 600_000 }, () => {
  let stage
  let accessCodes
  let device_id

  before(async () => {
    stage = await openStage()
    accessCodes = stage.seam.accessCodes
    device_id = stage.deviceId
  })
  after(() => stage.close())
  beforeEach(() => stage.reset())

  describe('that are no parameters: the official TypeErrors', () => {
    const refused = async (request, message) => {
      const error = await failureOf(() => request)
      assert.equal(error.constructor, TypeError, String(error))
      assert.equal(error.message, message)
      assert.equal(stage.proxy.count(), 0)
    }

    test('none', async () => {
      await refused(accessCodes.create(), 'Parameters are required for /access_codes/create')
      await refused(accessCodes.list(), 'Parameters are required for /access_codes/list')
    })

    test('null, arrays, strings, numbers', async () => {
      for (const value of [null, [], [{ device_id }], 'text', 7, true]) {
        await refused(accessCodes.create(value), 'Parameters for /access_codes/create must be an object')
      }
      await refused(stage.seam.devices.list('august'), 'Parameters for /devices/list must be an object')
    })

    test('a required one is missing; undefined is missing, null is not', async () => {
      const message = 'Required parameters missing for /access_codes/create: device_id'
      await refused(accessCodes.create({}), message)
      await refused(accessCodes.create({ device_id: undefined }), message)
      await refused(
        accessCodes.simulate.createUnmanagedAccessCode({ device_id }),
        'Required parameters missing for /access_codes/simulate/create_unmanaged_access_code: code, name',
      )
      const error = await failureOf(() => accessCodes.create({ device_id: null }))
      assert.ok(error instanceof stage.seamEdge.SeamValidationError)
      // What frameworks answer with where they pass an error's status on: they refuse 0.
      assert.ok(stage.seamEdge.isSeamHttpApiError(error))
      assert.equal(error.statusCode, 400)
    })

    test('none of those of which one is needed', async () => {
      const those = 'one of `access_code_id`, `code`, `device_id` is needed'
      await refused(accessCodes.get({}), `At least one parameter is required for /access_codes/get: ${those}`)
      const error = await failureOf(() => accessCodes.list({ limit: 5 }))
      assert.match(
        error.message,
        /^At least one parameter is required for \/access_codes\/list: one of `access_code_ids`, /,
      )
    })

    test('each endpoint with a required parameter says which', async () => {
      const cases = [
        [accessCodes.createMultiple({}), '/access_codes/create_multiple', 'device_ids'],
        [accessCodes.delete({}), '/access_codes/delete', 'access_code_id'],
        [accessCodes.generateCode({}), '/access_codes/generate_code', 'device_id'],
        [accessCodes.pullBackupAccessCode({}), '/access_codes/pull_backup_access_code', 'access_code_id'],
        [accessCodes.reportDeviceConstraints({}), '/access_codes/report_device_constraints', 'device_id'],
        [accessCodes.update({}), '/access_codes/update', 'access_code_id'],
        [accessCodes.updateMultiple({}), '/access_codes/update_multiple', 'common_code_key'],
        [accessCodes.unmanaged.list({}), '/access_codes/unmanaged/list', 'device_id'],
        [accessCodes.unmanaged.delete({}), '/access_codes/unmanaged/delete', 'access_code_id'],
        [
          accessCodes.unmanaged.convertToManaged({}),
          '/access_codes/unmanaged/convert_to_managed',
          'access_code_id',
        ],
        [accessCodes.unmanaged.update({}), '/access_codes/unmanaged/update', 'access_code_id, is_managed'],
        [stage.seam.actionAttempts.get({}), '/action_attempts/get', 'action_attempt_id'],
      ]
      for (const [request, path, names] of cases) {
        await refused(request, `Required parameters missing for ${path}: ${names}`)
      }
    })
  })

  const assertRefused = (request, expected) => assertParametersRefused(stage, request, expected)

  describe('names', () => {
    test('a misspelt one is refused with the known name as help', async () => {
      const error = await assertRefused(
        accessCodes.create({ device_id, start_at: starts_at, ends_at: undefined }),
        { start_at: /`starts_at`/ },
      )
      assert.match(error.issues[0].help, /starts_at/)
      assert.match(error.message, /\/access_codes\/create/)
      assert.match(error.message, /starts_at/, 'the remedy is in the message')
    })

    test('slips of one or two letters', async () => {
      await assertRefused(accessCodes.create({ device_id, nmae: 'Guest' }), {
        nmae: /`name`/,
      })
      await assertRefused(accessCodes.create({ device_id, prefered_code_length: 6 }), {
        prefered_code_length: /`preferred_code_length`/,
      })
      await assertRefused(accessCodes.create({ device_id, end_at: ends_at }), {
        end_at: /`ends_at`/,
      })
    })

    test('another way of writing: camel case, capitals, hyphens', async () => {
      const slips = { starts_at: ['startAt', 'startsAt', 'STARTS_AT', 'starts-at'] }
      slips.ends_at = slips.starts_at.map((name) => name.replace('start', 'end').replace('START', 'END'))
      for (const [known, names] of Object.entries(slips)) {
        for (const name of names) {
          for (const request of [
            accessCodes.create({ device_id, [name]: starts_at }),
            accessCodes.update({ access_code_id: 'a', [name]: starts_at }),
          ]) {
            const { issues } = await assertRefused(request, { [name]: new RegExp(`\`${known}\``) })
            assert.match(issues[0].help, new RegExp(known))
          }
        }
      }
    })

    test('a short name has slips of one letter or a swap; other short words are sent', async () => {
      await assertRefused(accessCodes.create({ device_id, nmae: 'Guest', cdoe: '1234' }), {
        nmae: /`name`/,
        cdoe: /`code`/,
      })
      await accessCodes.create({ device_id, note: 'late', lane: 3 })
      assert.deepEqual(stage.proxy.last().body, { device_id, note: 'late', lane: 3 })
    })

    test('one unlike all known ones is sent: the API grows faster than apps upgrade', async () => {
      await accessCodes.create({ device_id, shiny_new_feature: { on: true } })
      assert.deepEqual(stage.proxy.last().body, {
        device_id,
        shiny_new_feature: { on: true },
      })
    })
  })

  describe('types and values', () => {
    test('wrong types', async () => {
      await assertRefused(
        accessCodes.create({
          device_id: 5,
          name: {},
          prefer_native_scheduling: 'yes',
          preferred_code_length: '6',
        }),
        {
          device_id: /string/,
          name: /string/,
          prefer_native_scheduling: /boolean/,
          preferred_code_length: /number/,
        },
      )
    })

    test('wrong values of an enumeration name what is allowed', async () => {
      await assertRefused(accessCodes.update({ access_code_id: 'a', type: 'timebound' }), {
        type: /time_bound/,
      })
      await assertRefused(
        accessCodes.create({
          device_id,
          starts_at,
          ends_at,
          max_time_rounding: '2h',
        }),
        { max_time_rounding: /1h/ },
      )
      await assertRefused(
        accessCodes.createMultiple({
          device_ids: [device_id],
          behavior_when_code_cannot_be_shared: 'create_random_codes',
        }),
        { behavior_when_code_cannot_be_shared: /create_random_code/ },
      )
    })

    test('a name that is newer than this version is sent and reported, unless it looks like a slip', async () => {
      const reported = []
      const seam = stage.createClient({ onResponseIssues: (issues, about) => reported.push([issues, about]) })
      stage.proxy.fault('/devices/list', { status: 200, body: { devices: [], pagination: null, ok: true } })
      const device_types = ['august_lock', 'roborock_vacuum']
      await seam.devices.list({ device_types })
      assert.deepEqual(stage.proxy.last().body, { device_types })
      const [[issues, { path }]] = reported
      assert.equal(path, '/devices/list')
      const [{ code, severity, message, ...issue }] = issues.filter(({ path }) =>
        path.startsWith('device_types'),
      )
      assert.deepEqual([code, severity, issue.path], ['unlisted_name', 'warning', 'device_types[1]'])
      assert.equal(message, 'got `roborock_vacuum`, which is not known here')
      stage.reset()
      await assertRefused(seam.devices.list({ device_types: ['agust_lock'] }), {
        'device_types[0]': /did you mean `august_lock`/,
      })
      await assertRefused(seam.devices.list({ device_types }, { validate: 'strict' }), {
        'device_types[1]': /which is not allowed/,
      })
    })

    test('items of lists have paths with their index', async () => {
      await assertRefused(accessCodes.createMultiple({ device_ids: [device_id, 7, null] }), {
        'device_ids[1]': /string/,
        'device_ids[2]': /string/,
      })
      await assertRefused(accessCodes.createMultiple({ device_ids: device_id }), { device_ids: /array|list/ })
    })

    test('lengths that a lock can have', async () => {
      await assertRefused(
        accessCodes.reportDeviceConstraints({
          device_id,
          supported_code_lengths: [3, 6, 21],
        }),
        {
          'supported_code_lengths[0]': /4/,
          'supported_code_lengths[2]': /20/,
        },
      )
      await assertRefused(
        accessCodes.reportDeviceConstraints({
          device_id,
          supported_code_lengths: [],
        }),
        { supported_code_lengths: /1|one|empty/ },
      )
    })

    test('numbers that are none', async () => {
      for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
        await assertRefused(accessCodes.create({ device_id, preferred_code_length: value }), {
          preferred_code_length: /number/,
        })
      }
    })

    test('ids are any text: the fake and older servers have no UUIDs', async () => {
      await accessCodes.create({ device_id })
      assert.equal(stage.proxy.count(), 1)
    })

    test('everything is reported at once', async () => {
      const error = await assertRefused(
        accessCodes.create({
          device_id: 5,
          code: '12345a',
          nmae: 'Guest',
          starts_at: 'sooner',
          ends_at: 'later',
          is_one_time_use: 1,
        }),
        {
          device_id: /string/,
          code: /digit/,
          nmae: /`name`/,
          starts_at: /RFC 3339/,
          ends_at: /RFC 3339/,
          is_one_time_use: /boolean/,
        },
      )
      assert.equal(error.issues.length, 6)
    })

    test('what cannot be JSON is refused as well', async () => {
      const circular = { device_id }
      circular.self = circular
      for (const parameters of [circular, { device_id, extra: 1n }]) {
        const error = await failureOf(() => accessCodes.create(parameters))
        assert.ok(error instanceof stage.seamEdge.SeamValidationError, String(error))
        assert.equal(error.path, '/access_codes/create')
        assert.equal(error.issues.length, 1)
      }
      assert.equal(stage.proxy.count(), 0)
    })

    test('what JSON would leave out without a word is refused by name', async () => {
      const date = new Date(starts_at)
      const cases = [
        ['starts_at', { device_id, starts_at: date.toISOString, ends_at }, {}],
        ['code', { device_id, code: () => pin }, {}],
        ['code', { device_id, code: Symbol(pin) }, {}],
        ['code', { device_id, code: () => pin }, { validate: 'off' }],
        ['shiny_new_feature', { device_id, shiny_new_feature: () => true }, {}],
        ['shiny.new[1].feature', { device_id, shiny: { new: [{}, { feature: () => true }] } }, {}],
        ['starts_at', { device_id, starts_at: new Date(Number.NaN), ends_at }, {}],
        ['ends_at', { device_id, starts_at, ends_at: new Date('soon') }, { validate: 'off' }],
        ['ends_at', { device_id, starts_at, ends_at: Number.NaN }, { validate: 'off' }],
        ['starts_at', { device_id, starts_at: { toJSON() {} }, ends_at: { toJSON() {} } }, {}],
        ['starts_at', { device_id, starts_at: { toJSON: () => null } }, { validate: 'off' }],
        ['shiny[0].toJSON', { device_id, shiny: [{ toJSON: Symbol(pin) }] }, {}],
        ['shiny.at', { device_id, shiny: { at: { toJSON: () => assert.fail(pin) } } }, {}],
        ['code', { device_id, code: Promise.resolve(pin) }, {}],
        ['shiny', { device_id, shiny: new Map([['code', pin]]) }, {}],
        ['shiny.n', { device_id, shiny: { n: 1n } }, {}],
        // Of all these, `JSON.stringify` makes `{}` or what is in the box.
        ['code', { device_id, code: new Response(pin) }, {}],
        ['shiny', { device_id, shiny: new Error(pin) }, {}],
        ['shiny[0]', { device_id, shiny: [new ArrayBuffer(4)] }, { validate: 'off' }],
        ['shiny.count', { device_id, shiny: { count: new Number(4) } }, {}],
        ['shiny.request', { device_id, shiny: { request: accessCodes.get({ device_id, code: pin }) } }, {}],
      ]
      for (const [name, parameters, options] of cases) {
        const request = accessCodes.create(parameters, options)
        const { issues } = await assertRefused(request, {
          [name]:
            /expected a value, got a (function|symbol|bigint|promise|collection|value that|Date that|number that|toJSON\(\) that)/,
        })
        assert.deepEqual(
          issues.map((issue) => issue.code),
          ['not_serializable'],
        )
      }
    })

    test('a getter that throws is refused, without what it threw', async () => {
      const parameters = {
        device_id,
        get code() {
          throw new Error(`no ${pin}`)
        },
      }
      const error = await failureOf(() => accessCodes.create(parameters))
      assert.ok(error instanceof stage.seamEdge.SeamValidationError, String(error))
      assert.deepEqual(
        error.issues.map((issue) => issue.code),
        ['not_serializable'],
      )
      assert.ok(!inspect(error, { depth: null, showHidden: true }).includes(pin))
      assert.equal(stage.proxy.count(), 0)
    })

    test('undefined is left out', async () => {
      await accessCodes.create({ device_id, code: undefined, starts_at: undefined, shiny: undefined })
      assert.deepEqual(stage.proxy.last().body, { device_id })
    })

    test('a device type of which the fake has not heard is sent', async () => {
      // The fake is older than this device type; the answer is the proxy's.
      const path = '/devices/list'
      const pagination = { has_next_page: false, next_page_cursor: null, next_page_url: null }
      stage.proxy.fault(path, { status: 200, body: { devices: [], pagination, ok: true } })
      assert.deepEqual(await stage.seam.devices.list({ device_type: 'hubitat_lock' }), [])
      assert.deepEqual(stage.proxy.last(path).body, { device_type: 'hubitat_lock' })
    })
  })

  describe('validate', () => {
    test("'strict' refuses every unknown name", async () => {
      const parameters = { device_id, shiny_new_feature: true }
      await assertRefused(accessCodes.create(parameters, { validate: 'strict' }), {
        shiny_new_feature: /known/,
      })
      const seam = stage.createClient({ validate: 'strict' })
      await assertRefused(seam.accessCodes.create(parameters), {
        shiny_new_feature: /known/,
      })
    })

    test("'strict' refuses names that every object has", async () => {
      for (const name of ['constructor', 'toString', 'valueOf', 'hasOwnProperty']) {
        const request = accessCodes.create({ device_id, [name]: 'x' }, { validate: 'strict' })
        await assertRefused(request, { [name]: /known/ })
      }
    })

    test("'off' leaves everything to the server but the required parameters", async () => {
      const options = { validate: 'off' }
      const parameters = { device_id, code: 'abc', start_at: 'soon' }
      await accessCodes.create(parameters, options)
      assert.deepEqual(stage.proxy.last().body, parameters)

      const error = await failureOf(() => accessCodes.create({}, options))
      assert.equal(error.constructor, TypeError)
    })

    test('the call wins over the client', async () => {
      const seam = stage.createClient({ validate: 'off' })
      await assertRefused(seam.accessCodes.create({ device_id, code: '12' }, { validate: 'lenient' }), {
        code: /4|digit/,
      })
    })

    test('a mode or an option that does not exist is refused', async () => {
      for (const options of [{ validate: 'loose' }, { retries: 3 }]) {
        const error = await failureOf(() => accessCodes.create({ device_id }, options))
        assert.ok(error instanceof stage.seamEdge.SeamHttpInvalidOptionsError, String(error))
        assert.equal(stage.proxy.count(), 0)
      }
    })
  })
})
