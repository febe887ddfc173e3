// Parameters as the query of a URL: what the server's strict parser reads back, and what cannot be written at all.
// That random parameters come out as those of the official client is in tests/peers.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { loadPackage } from '../../support/package.mjs'

const written = [
  [{}, ''],
  [{ a: undefined }, ''],
  [{ a: '' }, ''],
  [{ a: {} }, ''],
  [{ a: null }, 'a='],
  [{ a: [] }, 'a='],
  [{ b: 2, a: 1 }, 'a=1&b=2'],
  [{ a: ['y', 'x'], A: 1 }, 'A=1&a=y&a=x'],
  [{ a: { b: 1, c: ['p', 'q'] } }, 'a.b=1&a.c=p&a.c=q'],
  [{ d: new Date(0) }, 'd=1970-01-01T00%3A00%3A00.000Z'],
  [
    { d: { epochMilliseconds: 0, [Symbol.toStringTag]: 'Temporal.Instant', __proto__: class {}.prototype } },
    'd=1970-01-01T00%3A00%3A00.000Z',
  ],
  [{ s: "a b+c&d/é*-._~!'()" }, 's=a+b%2Bc%26d%2F%C3%A9*-._%7E%21%27%28%29'],
  [{ z: 1, _a: 2 }, '_a=2&z=1'],
  [{ a: ['x,y'] }, 'a=x%2Cy'],
  [{ t: '2025-01-01T16:00:00-08:00' }, 't=2025-01-01T16%3A00%3A00-08%3A00'],
  [
    { a: true, b: false, c: -0, d: 1e21, e: 10n, f: [new Date(0), 2] },
    'a=true&b=false&c=0&d=1e%2B21&e=10&f=1970-01-01T00%3A00%3A00.000Z&f=2',
  ],
]

const refused = [
  [{ 'a.b': 1 }, "'a.b' contains one or more dots"],
  [{ a: [''] }, "'a' is a single element array containing the empty string"],
  [{ a: ['x', ''] }, "'a' is an array containing the empty string"],
  [{ a: ['x', null] }, "'a' is an array containing null or undefined"],
  [{ a: [undefined] }, "'a' is an array containing null or undefined"],
  [{ a: { b: [['x']] } }, "'a.b' is a object"],
  [{ a: [{ b: 1 }] }, "'a' is a object"],
  [{ a: () => {} }, "'a' is a function"],
  [{ a: Symbol('s') }, "'a' is a symbol"],
  [{ a: new Map() }, "'a' is a object"],
  [{ a: Number.NaN }, "'a' is NaN"],
  [{ a: Number.NEGATIVE_INFINITY }, "'a' is -Infinity"],
]

describe('search params', () => {
  let seamEdge

  before(async () => {
    seamEdge = await loadPackage()
  })

  test('are written as the server reads them', () => {
    for (const [params, query] of written) {
      const expected = query && `${query}&_strict=true`
      assert.equal(seamEdge.serializeUrlSearchParams(params), expected)
    }
  })

  test('that cannot be written are refused by name, without the value', () => {
    for (const [params, message] of refused) {
      assert.throws(
        () => seamEdge.serializeUrlSearchParams(params),
        (error) => {
          assert.ok(error instanceof seamEdge.UnserializableParamError, String(error))
          assert.equal(error.name, 'UnserializableParamError')
          assert.ok(error.message.startsWith(`Could not serialize parameter: ${message}`), error.message)
          return true
        },
      )
    }
  })

  test('go into those of a URL', () => {
    const url = new URL('https://connect.getseam.com/devices/list?limit=1&keep=me&_strict=true')
    seamEdge.updateUrlSearchParams(url.searchParams, { limit: 2, after: 'x' })
    assert.equal(url.search, '?_strict=true&after=x&keep=me&limit=2')
    const empty = new URLSearchParams()
    seamEdge.updateUrlSearchParams(empty, {})
    assert.equal(empty.toString(), '')
  })
})
