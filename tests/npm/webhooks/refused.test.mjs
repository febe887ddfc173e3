// What a receiver of webhooks does not take: options in the place where they would be passed over, and values of another type.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { loadPackage } from '../../support/package.mjs'
import { exampleSecret, signedHeaders } from '../../support/webhooks.mjs'

const body = '{"event_id":"e1","event_type":"access_code.set_on_device"}'

describe('a receiver of webhooks refuses', { timeout: 60_000 }, () => {
  let webhooks

  before(async () => {
    webhooks = await loadPackage('webhooks')
  })

  test('a tolerance that is no number', () => {
    const webhook = new webhooks.SeamWebhook(exampleSecret)
    for (const tolerance of ['9999999999999', '300000', true, [300_000], {}, 5n, Number.NaN, -1]) {
      assert.throws(
        () => webhook.verify(body, signedHeaders(body), { tolerance }),
        { name: 'TypeError', message: /`tolerance`/ },
        typeof tolerance,
      )
    }
    assert.equal(webhook.verify(body, signedHeaders(body), { tolerance: 0 }).event_id, 'e1')
  })

  test('a time that is none', () => {
    const webhook = new webhooks.SeamWebhook(exampleSecret)
    for (const now of [true, 5n]) {
      assert.throws(() => webhook.verify(body, signedHeaders(body), { now }), { message: /`now`/ })
    }
  })

  test('more than the secret', () => {
    for (const more of [{ tolerance: 1 }, {}, null, 'whsec_']) {
      assert.throws(() => new webhooks.SeamWebhook(exampleSecret, more), {
        name: 'TypeError',
        message: /secret alone/,
      })
    }
    assert.ok(new webhooks.SeamWebhook(exampleSecret, undefined))
  })
})
