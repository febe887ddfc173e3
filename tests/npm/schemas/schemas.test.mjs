// `schemas`: a Standard Schema for each parameter object and each resource. What they let through is what calls let through, so calls
// are asked beside them; what is theirs alone is paths as keys, values of any kind, and that they answer at once.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { before, describe, test } from 'node:test'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import fc from 'fast-check'
import { endpoints } from '../../support/endpoints.mjs'
import { consumerFolder, loadPackage } from '../../support/package.mjs'
import { pin } from '../../support/stage.mjs'

const run = promisify(execFile)

/** `/access_codes/create` as `accessCodesCreateParameters`. */
const schemaName = (path) =>
  `${path.slice(1).replace(/[/_](\w)/g, (_, letter) => letter.toUpperCase())}Parameters`

/** What replies hold that is not called by the key that they hold it under. */
const resourceNames = { event: 'seamEvent', lock: 'device' }
/** The resource, in camel case. Keys of lists are those of their items in the plural. */
const resourceName = (path, key) => {
  if (key === 'batch') return `${schemaName(path).replace(/sGetRelated.*/, '')}Batch`
  const one = key.replace(/ies$/, 'y').replace(/s$/, '')
  const name = resourceNames[one] ?? one.replace(/_(\w)/g, (_, letter) => letter.toUpperCase())
  const unmanaged = /\/unmanaged\/|create_unmanaged/.test(path)
  return unmanaged ? `unmanaged${name[0].toUpperCase()}${name.slice(1)}` : name
}

// JSON has no kind of value that is right everywhere, so one of these is wrong for any value that has a type.
const oddValues = [{ an: 'object' }, ['a list', 7], 'a text', 7.5, true, null]

const failureOf = async (promise) => {
  try {
    await promise
  } catch (error) {
    return error
  }
}

/** A path as `Issue.path` has it. */
const asText = (path) =>
  path.reduce(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  )
const asLine = ({ path, message, help }) => `${path}: ${message}${help === undefined ? '' : ` (${help})`}`

describe('schemas', { timeout: 600_000 }, () => {
  let seamEdge
  let schemas
  /** The answer to every call. */
  let reply
  let sent
  let calls

  const validate = (name, value) => schemas[name]['~standard'].validate(value)
  const linesOf = (name, value) =>
    validate(name, value).issues?.map(({ path, message }) => `${asText(path)}: ${message}`)
  const isFine = (name, value) => {
    const result = validate(name, value)
    assert.deepEqual(Reflect.ownKeys(result), ['value'], JSON.stringify(result))
    // Neither copied nor changed.
    assert.ok(Object.is(result.value, value))
  }

  before(async () => {
    seamEdge = await loadPackage()
    schemas = await loadPackage('schemas')
    calls = new seamEdge.SeamHttpEndpoints({
      apiKey: 'seam_key',
      waitForActionAttempt: false,
      maxRetries: 0,
      fetch: async () => {
        sent += 1
        return Response.json(reply)
      },
    })
  })

  test('are Standard Schemas, and nothing but schemas', () => {
    assert.ok(Object.keys(schemas).length > endpoints.length)
    for (const [name, schema] of Object.entries(schemas)) {
      assert.deepEqual(Object.keys(schema), ['~standard'], name)
      const { version, vendor, validate, ...rest } = schema['~standard']
      assert.deepEqual([version, vendor, typeof validate, rest], [1, 'seam-edge', 'function', {}], name)
    }
  })

  test('has one for every parameter object and every resource', () => {
    const names = endpoints.flatMap(({ path, responseKey }) => [
      schemaName(path),
      ...(responseKey === null ? [] : [resourceName(path, responseKey)]),
    ])
    assert.deepEqual([...new Set(names)].sort(), Object.keys(schemas).sort())
  })

  for (const { path, parameters } of endpoints) {
    test(`${schemaName(path)}: lets through what the call sends`, async () => {
      const name = schemaName(path)
      isFine(name, parameters)
      // The reply is nothing that could be read: whether it was sent is what counts.
      reply = {}
      const cases = Object.keys(parameters).flatMap((key) => {
        const { [key]: _, ...without } = parameters
        const slip = { ...without, [`${key.slice(0, 1)}x${key.slice(1)}`]: parameters[key] }
        return [...oddValues.map((odd) => ({ ...parameters, [key]: odd })), without, slip, { [key]: 7 }]
      })
      for (const given of [...cases, {}, { ...parameters, unknown_to_us: [1] }]) {
        sent = 0
        const error = await failureOf(calls[path](given))
        if (sent > 0) isFine(name, given)
        else if (error instanceof seamEdge.SeamValidationError) {
          assert.deepEqual(linesOf(name, given), error.issues.map(asLine), JSON.stringify(given))
        } else {
          // Of what is absent the call says one line for all, and the schema one for each.
          assert.ok(error instanceof TypeError, String(error))
          const lines = linesOf(name, given)
          const [, names] = error.message.match(/^Required parameters missing for \S+ (.*)$/) ?? []
          for (const missing of names?.split(', ') ?? []) {
            assert.ok(lines.includes(`${missing}: required, but absent`), `${missing}: ${lines}`)
          }
          assert.ok(names !== undefined || lines.some((line) => /^: one of .* is needed$/.test(line)), lines)
        }
      }
    })
  }

  for (const { path, parameters, responseKey, reply: replied } of endpoints) {
    if (responseKey === null) continue
    test(`${resourceName(path, responseKey)}: lets through what ${path} gives`, async () => {
      const name = resourceName(path, responseKey)
      const key = responseKey in replied ? responseKey : Object.keys(replied)[0]
      const given = replied[key]
      const items = [given].flat()
      const asGiven = (item) => ({ ...replied, [key]: Array.isArray(given) ? [item] : item })
      const prefix = Array.isArray(given) ? `${key}[0]` : key
      for (const item of items) isFine(name, item)
      const [item] = items
      const cases = Object.keys(item).flatMap((field) => {
        const { [field]: _, ...without } = item
        return [...oddValues.map((odd) => ({ ...item, [field]: odd })), without]
      })
      for (const changed of [...cases, {}, { ...item, unknown_to_us: 'x' }]) {
        reply = asGiven(changed)
        const error = await failureOf(calls[path](parameters))
        if (error === undefined) isFine(name, changed)
        else {
          assert.ok(error instanceof seamEdge.SeamHttpInvalidResponseError, String(error))
          const counting = error.issues.filter(({ severity }) => severity === 'error')
          const lines = counting.map((issue) =>
            asLine({ ...issue, path: issue.path.slice(prefix.length).replace(/^\./, '') }),
          )
          assert.deepEqual(linesOf(name, changed), lines)
        }
      }
    })
  }

  test('resources: what is new to this package gets through, what a door depends on does not', () => {
    const accessCode = endpoints.find(({ path }) => path === '/access_codes/get').reply.access_code
    isFine('accessCode', { ...accessCode, status: 'levitating', a_field_of_tomorrow: {} })
    isFine('accessCode', {
      ...accessCode,
      errors: [{ error_code: 'of_tomorrow', message: 5 }],
      name: 7,
    })
    assert.deepEqual(linesOf('accessCode', { ...accessCode, code: 4829, status: null, name: 7 }), [
      'code: expected a string, got a number',
      'status: expected a string, got null',
    ])
  })

  test('parameters: dates, undefined and unknown names as methods take them', () => {
    const given = { device_id: 'x', starts_at: new Date(1), ends_at: new Date(2), name: undefined, note: 1 }
    isFine('accessCodesCreateParameters', given)
    isFine('devicesListParameters', {})
    assert.deepEqual(linesOf('accessCodesCreateParameters', { device_id: 'x', start_at: 'x', nmae: 'x' }), [
      'start_at: not a known name (did you mean `starts_at`?)',
      'nmae: not a known name (did you mean `name`?)',
    ])
  })

  test('all that is missing has a path, beside all that is wrong', () => {
    assert.deepEqual(linesOf('accessCodesSimulateCreateUnmanagedAccessCodeParameters', { device_id: 5 }), [
      'device_id: expected a string, got a number',
      'code: required, but absent',
      'name: required, but absent',
    ])
    assert.deepEqual(linesOf('accessCodesListParameters', { limit: 'x' }).length, 2)
    assert.deepEqual(
      linesOf('accessCodesCreateParameters', { device_id: 'x', starts_at: '2031-05-01T14:00:00Z' }),
      [
        'ends_at: required together with `starts_at`, but absent (give both or neither; found only `starts_at`)',
      ],
    )
  })

  describe('paths', () => {
    const pathsOf = (name, value) => validate(name, value).issues.map(({ path }) => path)

    test('are keys and indices', () => {
      const name = 'accessCodesCreateMultipleParameters'
      assert.deepEqual(pathsOf(name, { device_ids: ['a', 5, 'b', null] }), [
        ['device_ids', 1],
        ['device_ids', 3],
      ])
    })

    test('name keys exactly, whatever they hold', () => {
      const name = 'accessCodesCreateParameters'
      const paths = (...keys) =>
        pathsOf(name, { device_id: 'x', ...Object.fromEntries(keys.map((key) => [key, 'x'])) })
      for (const key of [
        'starts.at',
        'starts[at',
        'starts_at]',
        'code[',
        '.code',
        'ends"at',
        'ends\\at',
        'ends\nat',
      ]) {
        assert.deepEqual(paths(key), [[key]], key)
      }
      assert.deepEqual(paths('starts\u000eat', 'ends.at', 'nam.'), [
        ['starts\u000eat'],
        ['ends.at'],
        ['nam.'],
      ])
      assert.deepEqual(paths('starts\\u000eat', 'ends.at'), [['ends.at']])
      for (const text of ['a"b":', '\\', '"', '\\"', '{"a.b":1}']) {
        assert.deepEqual(
          pathsOf('accessCodesCreateParameters', { device_id: text, 'starts.at': 1 }),
          [['starts.at']],
          text,
        )
      }
    })

    test('of what JSON cannot hold, likewise', () => {
      const name = 'connectWebviewsCreateParameters'
      const place = (custom_metadata) => pathsOf(name, { custom_metadata })
      const odd = Object.assign(() => pin, { inner: () => pin })
      // Where a key spells a path, that key is named.
      assert.deepEqual(place({ 'a.b': 1, a: { b: odd } }), [['custom_metadata', 'a.b']])
      assert.deepEqual(place({ a: { b: 1 }, 'a.b': odd }), [['custom_metadata', 'a.b']])
      assert.deepEqual(
        place({
          list: [
            [1, 2],
            [3, odd],
          ],
        }),
        [['custom_metadata', 'list', 1, 1]],
      )
      assert.deepEqual(place({ 'a[0]': new Date(Number.NaN) }), [['custom_metadata', 'a[0]']])
      assert.deepEqual(place({ a: { toJSON: () => ({ '': Symbol('x') }) } }), [['custom_metadata', 'a', '']])
      const hostile = {
        odd,
        get later() {
          throw new Error('read')
        },
      }
      assert.deepEqual(place(hostile), [['custom_metadata', 'odd']])
    })

    test('of what JSON cannot hold, whatever the keys', () => {
      const key = fc.oneof(fc.constantFrom('a', 'a.b', 'b', '[0]', 'a[0]', '', '.'), fc.string())
      const way = fc.array(fc.oneof(fc.nat(3), key), { minLength: 1, maxLength: 5 })
      fc.assert(
        fc.property(way, way, (path, other) => {
          const value = {}
          const whole = ['custom_metadata', ...path]
          put(value, whole, () => pin)
          assert.deepEqual(pathsOf('connectWebviewsCreateParameters', value), [whole])
          if (!put(value, ['custom_metadata', ...other], 1)) return
          // A key beside it may spell a part of the path, and may be named then.
          const [[first], ...others] = pathsOf('connectWebviewsCreateParameters', value)
          assert.deepEqual([first, others], ['custom_metadata', []])
        }),
      )
    })
  })

  /** Puts a value where a path leads; false where something else is there. */
  const put = (whole, path, value) => {
    let place = whole
    for (const [index, key] of path.entries()) {
      if (Array.isArray(place) !== (typeof key === 'number')) return false
      const last = index === path.length - 1
      if (last && Object.hasOwn(place, key)) return false
      if (!Object.hasOwn(place, key)) {
        const next = last ? value : typeof path[index + 1] === 'number' ? [] : {}
        Object.defineProperty(place, key, {
          value: next,
          enumerable: true,
          writable: true,
          configurable: true,
        })
      }
      place = place[key]
      if (!last && (typeof place !== 'object' || place === null)) return false
    }
    return true
  }

  describe('values of any kind', () => {
    const odd = () => {
      const circular = { device_id: 'x' }
      circular.self = circular
      const revoked = Proxy.revocable({}, {})
      revoked.revoke()
      let deep = []
      for (let depth = 0; depth < 200_000; depth += 1) deep = [deep]
      return [
        ...[undefined, null, true, 5, 5n, Number.NaN, '', 'text', Symbol('x'), () => pin, class {}, [], [{}]],
        ...[new Date(), new Date(Number.NaN), new Map(), /x/, circular, [circular], revoked.proxy, deep],
        ...[{ device_id: 5n }, { a: { b: circular } }, Object.create(null)],
        { note: '\\"'.repeat(3_000_000) },
        { toJSON: () => pin },
        {
          toJSON() {
            throw new Error(pin)
          },
        },
        {
          get device_id() {
            throw new Error(pin)
          },
        },
      ]
    }

    test('are refused, not thrown over', () => {
      for (const name of ['accessCodesCreateParameters', 'accessCode', 'actionAttempt', 'seamEvent']) {
        for (const value of odd()) {
          const { issues } = validate(name, value)
          assert.ok(issues.length > 0)
          for (const { message, path } of issues) {
            assert.match(message, /^[^\n]+$/)
            assert.doesNotMatch(message, new RegExp(pin))
            assert.ok(Array.isArray(path))
          }
        }
      }
    })

    test('say what is wrong with the whole', () => {
      const wholes = [
        [undefined, 'required, but absent', 'missing'],
        [null, 'expected an object, got null', 'wrong_type'],
        [[], 'expected an object, got an array', 'wrong_type'],
        ['text', 'expected an object, got a string', 'wrong_type'],
        [() => 5, 'expected a value, got a function (pass the value itself, or leave it out)'],
        [5n, 'expected a value, got a bigint (pass the value itself, or leave it out)'],
        [Promise.resolve({}), 'expected a value, got a promise (await it first)'],
      ]
      for (const [value, message, code = 'not_serializable'] of wholes) {
        for (const name of ['devicesListParameters', 'device']) {
          assert.deepEqual(validate(name, value).issues, [{ code, message, path: [] }])
        }
      }
    })

    test('are answered at once, and always', () => {
      const names = Object.keys(schemas)
      const anything = fc.anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withNullPrototype: true,
      })
      fc.assert(
        fc.property(fc.constantFrom(...names), anything, (name, value) => {
          const result = validate(name, value)
          if (result.issues === undefined) assert.ok(Object.is(result.value, value))
          else {
            assert.ok(result.issues.length > 0)
            for (const { code, message, path, ...rest } of result.issues) {
              assert.deepEqual(rest, {})
              assert.match(code, /^[a-z_]+$/)
              assert.match(message, /^[^\n]+$/)
              assert.ok(path.every((part) => ['string', 'number'].includes(typeof part)))
            }
          }
        }),
        { numRuns: 500 },
      )
    })

    test('never show a PIN', () => {
      const lines = [
        { device_id: 'x', code: '48a913' },
        { device_id: 'x', code: 482913 },
        { device_id: 'x', code: '482913482913482913' },
        { device_id: 'x', cdoe: '482913', starts_at: '482913', max_time_rounding: '482913' },
        { device_id: 482913, code: ['482913'] },
      ].flatMap((value) => linesOf('accessCodesCreateParameters', value))
      assert.ok(lines.length >= 8)
      assert.doesNotMatch(lines.join('\n'), /48|913/)
    })
  })

  test('need no token, and read no environment', async () => {
    const program = `
      import * as schemas from 'seam-edge/schemas'
      const { issues } = schemas.accessCodesCreateParameters['~standard'].validate({})
      console.log(issues[0].path[0])`
    const environment = {
      PATH: process.env.PATH,
      SEAM_API_KEY: 'rubbish',
      SEAM_PERSONAL_ACCESS_TOKEN: 'rubbish',
      SEAM_ENDPOINT: 'rubbish',
    }
    const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: await consumerFolder(),
      env: environment,
    })
    assert.deepEqual([stdout, stderr], ['device_id\n', ''])
  })

  describe('in a bundle', () => {
    const bundleOf = async (contents, options) => {
      const { outputFiles } = await build({
        stdin: { contents, resolveDir: await consumerFolder() },
        bundle: true,
        minify: true,
        format: 'esm',
        write: false,
        ...options,
      })
      return outputFiles[0].text
    }
    const withSchemas = /~standard/
    const ofAccessCodes = /deferring_creation/
    const ofWebhooks = /webhook_id/

    test('are left out where nothing uses them', async () => {
      for (const conditions of [[], ['workerd'], ['edge-light']]) {
        const text = await bundleOf(
          "import { SeamHttpAccessCodes } from 'seam-edge'; SeamHttpAccessCodes.name",
          {
            conditions,
            external: ['*.wasm', '*.wasm?module'],
          },
        )
        assert.match(text, ofAccessCodes)
        assert.doesNotMatch(text, withSchemas)
      }
    })

    test('come one by one', async () => {
      const all = await bundleOf("import * as schemas from 'seam-edge/schemas'; console.log(schemas)")
      for (const source of [
        "import * as schemas from 'seam-edge/schemas'; console.log(schemas.accessCode)",
        "import { accessCode } from 'seam-edge/schemas'; console.log(accessCode)",
      ]) {
        const text = await bundleOf(source)
        assert.match(text, withSchemas)
        assert.match(text, ofAccessCodes)
        assert.doesNotMatch(text, ofWebhooks)
        assert.ok(text.length + 60_000 < all.length, `${text.length} of ${all.length}`)
      }
    })
  })
})
