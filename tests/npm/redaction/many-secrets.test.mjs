// Secrets by the thousand, and those that are numbers or names: redactEvent and diagnose leave none of them.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { loadPackage } from '../../support/package.mjs'

describe('redactEvent', { timeout: 60_000 }, () => {
  test('clears numbers and names of what is secret', async () => {
    const { redactEvent } = await loadPackage('webhooks')
    assert.deepEqual(redactEvent({ code: 4829, n: 4829, m: 48290, 4829: ['4829'], 'of 4829': null }), {
      code: '[redacted]',
      n: '[redacted]',
      m: 48290,
      '[redacted]': ['[redacted]'],
      'of [redacted]': null,
    })
    assert.deepEqual(redactEvent({ code: '4829', n: 4829 }), { code: '[redacted]', n: '[redacted]' })
  })

  test('leaves none of very many secrets', async () => {
    const { redactEvent } = await loadPackage('webhooks')
    const { diagnose } = await loadPackage('status')
    const pins = Array.from({ length: 8000 }, (_, index) => `${10_000 + index}`)
    const event = { list: pins.map((code) => ({ code, message: `is ${code}` })) }
    for (const { code, message } of redactEvent(event).list) {
      assert.deepEqual([code, message], ['[redacted]', 'is [redacted]'])
    }
    const errors = pins.map((code) => ({ code, error_code: 'provider_issue', message: `is ${code}` }))
    const { advice } = diagnose({ access_code_id: 'a', errors })
    assert.equal(advice.length, pins.length)
    for (const { message } of advice) assert.equal(message, 'is [redacted]')
  })
})
