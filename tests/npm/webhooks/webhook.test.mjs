// SeamWebhook on the packed package: the vectors and the cases that run in Rust too, each with its error class; what only JavaScript
// can give it; that nothing it prints or throws holds a secret, a signature or a PIN; redactEvent.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { inspect, promisify } from 'node:util'
import { runInNewContext } from 'node:vm'
import { consumerFolder, installedFolder, loadPackage } from '../../support/package.mjs'
import { cases, exampleSecret, signedHeaders, vectors } from '../../support/webhooks.mjs'

const run = promisify(execFile)

const body = '{"event_id":"e1","event_type":"access_code.set_on_device","code":"482913","extra":{"a":[1]}}'

describe('SeamWebhook', { timeout: 600_000 }, () => {
  let webhooks
  let webhook

  before(async () => {
    webhooks = await loadPackage('webhooks')
    webhook = new webhooks.SeamWebhook(exampleSecret)
  })

  /** `event`, or the word that the tests in Rust have for what was thrown. */
  const outcomeOf = ({ secret, headers, body, now, tolerance }) => {
    let receiver
    try {
      receiver = new webhooks.SeamWebhook(secret)
    } catch (error) {
      assert.ok(error instanceof TypeError, error)
      return /empty/.test(error.message) ? 'empty_secret' : 'not_base64'
    }
    try {
      const event = receiver.verify(body, headers, { now, tolerance })
      assert.deepEqual(event, JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body)))
      return 'event'
    } catch (error) {
      if (webhooks.isSeamWebhookVerificationError(error)) return error.code
      assert.ok(webhooks.isSeamInvalidWebhookPayloadError(error), error)
      return /not valid JSON/.test(error.message) ? 'not_json' : 'not_an_event'
    }
  }

  test('verifies the vectors', () => {
    for (const vector of vectors) assert.equal(outcomeOf(vector), vector.outcome)
  })

  test('ends every case as the table says, as text, bytes and ArrayBuffer, with headers of every form', () => {
    assert.ok(cases.length > 140)
    for (const { name, outcome, ...delivery } of cases) {
      const bytes = new TextEncoder().encode(delivery.body)
      const raw = typeof delivery.body === 'string' ? bytes : new Uint8Array(delivery.body)
      const { headers } = delivery
      const forms = [
        delivery,
        { ...delivery, body: raw },
        { ...delivery, body: Buffer.from(raw) },
        { ...delivery, body: raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.byteLength) },
        { ...delivery, headers: new Map(Object.entries(headers)) },
        { ...delivery, headers: Object.entries(headers) },
        {
          ...delivery,
          headers: Object.fromEntries(Object.entries(headers).map(([key, value]) => [key, [value]])),
        },
      ]
      // A `Headers` takes white space off the ends, and no other characters than those of Latin-1.
      const isPlain = Object.values(headers).every((value) => /^[!-~](?:.*[!-~])?$/.test(value))
      if (isPlain) forms.push({ ...delivery, headers: new Headers(headers) })
      for (const form of forms) assert.equal(outcomeOf(form), outcome, name)
    }
  })

  test('takes a part of a larger buffer, and bytes of another realm', () => {
    const headers = signedHeaders(body)
    const larger = Buffer.from(`##${body}##`)
    assert.equal(webhook.verify(larger.subarray(2, -2), headers).event_id, 'e1')
    const { buffer } = runInNewContext('({ buffer: Uint8Array.from(bytes).buffer })', {
      bytes: [...Buffer.from(body)],
    })
    assert.ok(!(buffer instanceof ArrayBuffer))
    assert.equal(webhook.verify(buffer, headers).event_id, 'e1')
    assert.equal(webhook.verify(new Uint8Array(buffer), headers).event_id, 'e1')
  })

  test('takes signatures of several headers, as an array and joined by Headers', () => {
    const { 'svix-signature': signature, ...others } = signedHeaders(body)
    for (const several of [
      [signature, 'v1,AAAA'],
      ['v1,AAAA', signature],
    ]) {
      assert.equal(webhook.verify(body, { ...others, 'svix-signature': several }).event_id, 'e1')
      const headers = new Headers(others)
      for (const one of several) headers.append('svix-signature', one)
      assert.equal(webhook.verify(body, headers).event_id, 'e1')
    }
  })

  test('does not take two ids or two times for one', () => {
    const headers = signedHeaders(body)
    for (const name of ['svix-id', 'svix-timestamp']) {
      const twice = { ...headers, [name]: [headers[name], headers[name]] }
      assert.throws(() => webhook.verify(body, twice), webhooks.SeamWebhookVerificationError)
    }
  })

  test('finds nothing where there are no headers', () => {
    for (const headers of [undefined, null, {}, [], 'svix-id', 1, { 'svix-id': undefined }, new Headers()]) {
      assert.throws(() => webhook.verify(body, headers), { code: 'missing_headers' })
    }
  })

  test('takes now as Date, ms and text, and is at the clock without', () => {
    const now = Date.parse('2026-01-01T00:00:00Z')
    const headers = signedHeaders(body, { timestamp: now / 1000 })
    for (const form of [now, new Date(now), '2026-01-01T00:00:00Z', '2026-01-01T01:00:00+01:00']) {
      assert.equal(webhook.verify(body, headers, { now: form }).event_id, 'e1')
    }
    assert.throws(() => webhook.verify(body, headers), { code: 'too_old' })
    assert.equal(webhook.verify(body, signedHeaders(body)).event_id, 'e1')
    for (const none of [{}, null, { now: null, tolerance: null }]) {
      assert.equal(webhook.verify(body, signedHeaders(body), none).event_id, 'e1')
    }
  })

  test('refuses options that have no meaning, before anything else', () => {
    for (const tolerance of [-1, Number.NaN, Number.POSITIVE_INFINITY, 'x']) {
      assert.throws(() => webhook.verify(body, {}, { tolerance }), /^TypeError: `tolerance`/)
    }
    for (const now of [Number.NaN, new Date('x'), 'soon', {}]) {
      assert.throws(() => webhook.verify(body, {}, { now }), /^TypeError: `now`/)
    }
  })

  test('says of a body that was parsed that it has to be the raw one', () => {
    for (const parsed of [JSON.parse(body), undefined, null, 5, [1], new Blob([body])]) {
      assert.throws(() => webhook.verify(parsed, signedHeaders(body)), /^TypeError: `rawBody`.*parses/)
    }
  })

  test('refuses secrets that are no string, without saying what they are', () => {
    for (const secret of [undefined, null, 5, {}, new Uint8Array(32)]) {
      assert.throws(() => new webhooks.SeamWebhook(secret), /^TypeError: `secret`: expected a string/)
    }
  })

  test('gives the event as it was signed: what a string holds beyond UTF-8 was not', () => {
    const text = '{"event_id":"e1","event_type":"a","note":"\ud800"}'
    const { note } = webhook.verify(text, signedHeaders(Buffer.from(text)))
    assert.equal(note, '\ufffd')
  })

  test('keeps what it does not know, `__proto__` as a plain field', () => {
    const text = '{"event_id":"e1","event_type":"of.tomorrow","more":{"b":1},"__proto__":{"polluted":true}}'
    const event = webhook.verify(text, signedHeaders(text))
    assert.deepEqual(event.more, { b: 1 })
    assert.equal(event.polluted, undefined)
    assert.ok(Object.hasOwn(event, '__proto__'))
  })

  test('verifies a body of a megabyte', () => {
    const large = JSON.stringify({ event_id: 'e1', event_type: 'a', note: 'x'.repeat(1_000_000) })
    assert.equal(webhook.verify(large, signedHeaders(large)).note.length, 1_000_000)
    assert.throws(() => webhook.verify(`${large} `, signedHeaders(large)), { code: 'no_match' })
  })

  test('names its errors, and tells them apart', () => {
    const { SeamInvalidWebhookPayloadError, SeamWebhookVerificationError } = webhooks
    const forged = failureOf(() => webhook.verify(body, { ...signedHeaders(body), 'svix-id': 'x' }))
    assert.equal(forged.name, 'SeamWebhookVerificationError')
    assert.ok(forged instanceof SeamWebhookVerificationError)
    assert.ok(!webhooks.isSeamInvalidWebhookPayloadError(forged))
    const unreadable = failureOf(() => webhook.verify('{}', signedHeaders('{}')))
    assert.equal(unreadable.name, 'SeamInvalidWebhookPayloadError')
    assert.ok(unreadable instanceof SeamInvalidWebhookPayloadError)
    assert.ok(!webhooks.isSeamWebhookVerificationError(unreadable))
  })

  test('shows no secret, no signature and no PIN, in the object and in errors', () => {
    const bad = `{"event_id":"e1","code":"482913"`
    const headers = signedHeaders(bad)
    const shown = [
      webhook,
      failureOf(() => webhook.verify(bad, headers)),
      failureOf(() => webhook.verify(body, headers)),
      failureOf(() => webhook.verify(bad, headers, { now: 0 })),
      failureOf(() => webhook.verify({ code: '482913' }, headers)),
      failureOf(() => new webhooks.SeamWebhook(`${exampleSecret}=`)),
      failureOf(() => new webhooks.SeamWebhook([exampleSecret])),
    ]
    const secrets = [exampleSecret, exampleSecret.slice(6, 20), headers['svix-signature'].slice(3), '482913']
    for (const value of shown) {
      const texts = [
        String(value),
        `${value.stack}`,
        JSON.stringify(value),
        inspect(value, { depth: null, showHidden: true, getters: true }),
      ]
      for (const text of texts) for (const secret of secrets) assert.ok(!text.includes(secret), text)
      assert.equal(value.cause, undefined)
    }
  })

  test('compiles its own module alone, and that when the first secret is given', async () => {
    const { stdout } = await run(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        `const { Module } = WebAssembly
        const sizes = []
        WebAssembly.Module = class extends Module {
          constructor(bytes) { super(bytes); sizes.push(bytes.length) }
        }
        const { SeamWebhook } = await import('seam-edge/webhooks')
        const before = sizes.length
        new SeamWebhook('AAAA')
        new SeamWebhook('AAAA')
        console.log(JSON.stringify([before, sizes]))`,
      ],
      { cwd: await consumerFolder() },
    )
    const [before, sizes] = JSON.parse(stdout)
    const { size } = await stat(join(await installedFolder(), 'seam_edge_webhooks.wasm'))
    assert.equal(before, 0)
    assert.deepEqual(sizes, [size])
  })
})

describe('redactEvent', { timeout: 600_000 }, () => {
  let redactEvent
  let events

  before(async () => {
    ;({ redactEvent } = await loadPackage('webhooks'))
    const path = new URL('../../cases/replies/events.list.json', import.meta.url)
    ;({ events } = JSON.parse(await readFile(path, 'utf8')))
  })

  const hidden = '[redacted]'

  test('hides the PINs of events that are listed, and nothing else', () => {
    const common = { event_id: 'a-482913', created_at: '2026-01-01T00:00:00Z' }
    const pairs = [
      [
        { event_type: 'access_code.set_on_device', code: '482913', device_id: 'd' },
        { event_type: 'access_code.set_on_device', code: hidden, device_id: 'd' },
      ],
      [
        { event_type: 'access_code.code_changed', from: { code: '1234' }, to: { code: null } },
        { event_type: 'access_code.code_changed', from: { code: hidden }, to: { code: null } },
      ],
      [
        { event_type: 'access_code.name_changed', from: { name: 'A' }, to: { name: 'B' } },
        { event_type: 'access_code.name_changed', from: { name: 'A' }, to: { name: 'B' } },
      ],
      [
        {
          event_type: 'access_code.changed',
          changed_properties: [{ property: 'code', from: '1234', to: '5678' }],
        },
        {
          event_type: 'access_code.changed',
          changed_properties: [{ property: 'code', from: hidden, to: hidden }],
        },
      ],
      [
        {
          event_type: 'access_code.mutations_requested',
          requested_mutations: [{ mutation_code: 'updating_code', from: { code: '1234' }, to: null }],
        },
        {
          event_type: 'access_code.mutations_requested',
          requested_mutations: [{ mutation_code: 'updating_code', from: hidden, to: null }],
        },
      ],
      [
        { event_type: 'device.doorbell_rang', image_url: 'https://a/b', device_id: 'd' },
        { event_type: 'device.doorbell_rang', image_url: hidden, device_id: 'd' },
      ],
    ]
    for (const [event, expected] of pairs) {
      assert.deepEqual(redactEvent({ ...common, ...event }), { ...common, ...expected })
    }
  })

  test('hides by name in events and fields that are not listed', () => {
    assert.deepEqual(
      redactEvent({
        event_type: 'of.tomorrow',
        from: '1234',
        to: { pin: '5678' },
        deep: [{ code: 4321, token: 'seam_x', name: 'n' }],
      }),
      {
        event_type: 'of.tomorrow',
        from: hidden,
        to: hidden,
        deep: [{ code: hidden, token: hidden, name: 'n' }],
      },
    )
    assert.deepEqual(
      redactEvent({ event_type: 'lock.locked', backup: { code: '1234' }, method: 'keycode' }),
      {
        event_type: 'lock.locked',
        backup: { code: hidden },
        method: 'keycode',
      },
    )
  })

  test('clears free text of the PINs that it found, and leaves ids and dates alone', () => {
    const event = {
      event_id: '00000000-2026-4000-8000-000000000001',
      event_type: 'access_code.code_changed',
      created_at: '2026-01-01T00:00:00Z',
      description: 'The code 2026 became 5678.',
      from: { code: '2026' },
      to: { code: 5678 },
    }
    assert.deepEqual(redactEvent(event), {
      ...event,
      description: `The code ${hidden} became ${hidden}.`,
      from: { code: hidden },
      to: { code: hidden },
    })
  })

  test('clears text without a space, and of secrets that are no digits', () => {
    const event = {
      event_type: 'of.tomorrow',
      created_at: '1234-01-01T00:00:00Z',
      url_of_app: 'https://example.com/1234?code=1234',
      some_id: 'id-1234',
      description: '1234→A12B#',
      message: '1234',
      note: 'use seam_token, or on',
      from: '1234',
      to: 'A12B#',
      deep: { token: 'seam_token', code: 'on', secret: true },
    }
    assert.deepEqual(redactEvent(event), {
      ...event,
      description: `${hidden}→${hidden}`,
      message: hidden,
      note: `use ${hidden}, or on`,
      from: hidden,
      to: hidden,
      deep: { token: hidden, code: hidden, secret: hidden },
    })
  })

  test('leaves the event itself as it was, and takes what is none', () => {
    const event = { event_type: 'lock.unlocked', code: '1234', list: [{ code: '1234' }] }
    const before = structuredClone(event)
    assert.notEqual(redactEvent(event), event)
    assert.deepEqual(event, before)
    for (const value of [null, undefined, 'text', 5, true, [], {}])
      assert.deepEqual(redactEvent(value), value)
    const odd = JSON.parse('{"__proto__":{"code":"1234"},"event_type":null}')
    assert.equal(JSON.stringify(redactEvent(odd)), `{"__proto__":{"code":"${hidden}"},"event_type":null}`)
  })

  test('gives what JSON makes of the event, and quotes nothing of what it cannot write', () => {
    class Received {
      code = '1234'
      at = new Date('2026-01-01T00:00:00Z')
      absent = undefined
      method() {}
    }
    assert.deepEqual(redactEvent(new Received()), { code: hidden, at: '2026-01-01T00:00:00.000Z' })
    assert.deepEqual(redactEvent({ lone: '\ud800 \u00e4', code: '1234' }), {
      lone: '\ud800 \u00e4',
      code: hidden,
    })
    const cycle = { code: '482913' }
    cycle.itself = cycle
    const throwing = {
      toJSON() {
        throw new Error('482913')
      },
    }
    for (const odd of [cycle, { code: 1n }, () => '482913', Symbol('482913'), 1n, throwing]) {
      const error = failureOf(() => redactEvent(odd))
      assert.ok(error instanceof TypeError)
      assert.match(error.message, /^`event`: .*pass /)
      assert.doesNotMatch(inspect(error, { depth: null }), /482913|1n/)
    }
    const deep = JSON.parse(`${'['.repeat(2000)}{"code":"482913"}${']'.repeat(2000)}`)
    assert.ok(!JSON.stringify(redactEvent(deep)).includes('482913'))
    // Deeper than any stack.
    let bottomless = { code: '482913' }
    for (let depth = 0; depth < 200_000; depth += 1) bottomless = [bottomless]
    assert.throws(() => redactEvent(bottomless), TypeError)
  })

  test('takes a null inside a secret for no secret', () => {
    const event = { event_type: 'of.tomorrow', to: { code: null }, note: 'it was null before' }
    assert.deepEqual(redactEvent(event), { ...event, to: hidden })
  })

  test('hides every PIN of the fixtures of all shapes of events', () => {
    assert.ok(events.length > 20)
    for (const event of events) {
      const pins = []
      const collect = (value) => {
        for (const [name, inner] of Object.entries(Object(value))) {
          if (name === 'code' && typeof inner === 'string') pins.push(inner)
          if (typeof inner === 'object') collect(inner)
        }
      }
      collect(event)
      const text = JSON.stringify(redactEvent(event))
      for (const pin of pins) assert.ok(!text.includes(`"${pin}"`), event.event_type)
      assert.equal(redactEvent(event).event_id, event.event_id)
      // As many fields as before, none of them empty that was not.
      assert.deepEqual(Object.keys(redactEvent(event)), Object.keys(event))
    }
  })
})

const failureOf = (action) => {
  try {
    action()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}
