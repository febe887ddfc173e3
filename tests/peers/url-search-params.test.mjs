// The helpers for URL search parameters beside those of the newer official client, with random values, odd ones included.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import fc from 'fast-check'
import { loadPackage } from '../support/package.mjs'

const seed = Number(process.env.SEAM_EDGE_SEED ?? 20_260_301)
const helpers = ['serializeUrlSearchParams', 'updateUrlSearchParams', 'UnserializableParamError']

const seamEdge = await loadPackage()
const scalar = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.date({ noInvalidDate: true }),
  fc.bigInt(),
  fc.constantFrom(null, undefined, '', 'a,b', ' a+b&c=d%', -0, 1e21),
)
const odd = fc.constantFrom(() => 1, Symbol('odd'), new Map([['a', 1]]), new Set(), /a/, new Date(Number.NaN))
const key = fc.oneof(
  { weight: 8, arbitrary: fc.stringMatching(/^[A-Za-z_]\w{0,6}$/) },
  { weight: 1, arbitrary: fc.string({ maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom('a.b', '', '_strict', 'foo[]', 'ä') },
)
const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 12, arbitrary: scalar },
    { weight: 4, arbitrary: fc.array(scalar, { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 2 }) },
    { weight: 3, arbitrary: fc.dictionary(key, tie('value'), { maxKeys: 3 }) },
    { weight: 1, arbitrary: odd },
  ),
})).value
const parameters = fc.dictionary(key, value, { maxKeys: 4 })

describe('helpers for URL search parameters', { timeout: 600_000 }, () => {
  let official

  before(async () => {
    official = await import('@seamapi/http')
  })

  const outcomeOf = ({ UnserializableParamError }, action) => {
    try {
      return { gives: action() }
    } catch (error) {
      return {
        name: error.name,
        message: error.message,
        isUnserializable: error instanceof UnserializableParamError,
      }
    }
  }

  const assertSame = (action) =>
    assert.deepEqual(
      outcomeOf(seamEdge, () => action(seamEdge)),
      outcomeOf(official, () => action(official)),
    )

  test('they are there', () => {
    for (const name of helpers) assert.equal(typeof seamEdge[name], 'function', name)
  })

  test('serializeUrlSearchParams', () => {
    const property = fc.property(parameters, (given) =>
      assertSame(({ serializeUrlSearchParams }) => serializeUrlSearchParams(given)),
    )
    fc.assert(property, { seed, numRuns: 3000 })
  })

  test('updateUrlSearchParams', () => {
    const present = fc.array(fc.tuple(key, fc.string()), { maxLength: 3 })
    const property = fc.property(present, parameters, (pairs, given) =>
      assertSame(({ updateUrlSearchParams }) => {
        const query = new URLSearchParams(pairs)
        updateUrlSearchParams(query, given)
        return query.toString()
      }),
    )
    fc.assert(property, { seed, numRuns: 1000 })
  })

  test('UnserializableParamError', () => {
    assertSame(({ UnserializableParamError }) => {
      const { name, message } = new UnserializableParamError('some_name', 'is odd')
      return [name, message]
    })
  })
})
