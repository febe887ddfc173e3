// The packed package in a plain `<script type="module">`, in a module worker and in a service worker, without a bundler, and bundled
// in a classic service worker, with the API on another origin: what it is for, how it fails, and that a browser's preflights are
// asked for.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inEveryBrowser } from './stage.mjs'

const done = { created: ['Guest', '482913', 'setting'], read: true, listed: [true] }

await inEveryBrowser('calls', (stage) => {
  for (const place of stage.places) {
    test(`${place}: the main job with a publishable key`, async () => {
      assert.deepEqual(await stage.ask(place, 'mainJob'), done)
      const asked = stage.api.requests.filter(({ method }) => method === 'POST').map(({ path }) => path)
      assert.deepEqual(asked, [
        '/client_sessions/get_or_create',
        '/access_codes/create',
        '/access_codes/get',
        '/access_codes/list',
        '/access_codes/delete',
      ])
      assert.deepEqual(stage.database.access_codes, [])
    })

    test(`${place}: the main job with a client session token`, async () => {
      assert.deepEqual(await stage.ask(place, 'jobOfSession'), done)
      const sent = stage.api.requests.find(
        ({ method, path }) => method === 'POST' && path === '/access_codes/create',
      )
      assert.equal(sent.headers['client-session-token'], stage.given.clientSessionToken)
      assert.equal(sent.headers.authorization, `Bearer ${stage.given.clientSessionToken}`)
    })

    test(`${place}: is another origin to the API, which is asked before`, async () => {
      await stage.ask(place, 'jobOfSession')
      const preflight = stage.api.requests.find(({ method }) => method === 'OPTIONS')
      assert.ok(preflight, 'a preflight came')
      assert.equal(preflight.headers['access-control-request-method'], 'POST')
      const asked = preflight.headers['access-control-request-headers'].split(',')
      assert.ok(asked.includes('client-session-token'), asked.join())
      const { origin } = stage.api.last('/access_codes/delete').headers
      assert.match(origin, /^http:\/\/127\.0\.0\.1:\d+$/)
      assert.notEqual(origin, stage.api.url)
    })

    test(`${place}: 24 calls at once`, async () => {
      const { sent, read, ids } = await stage.ask(place, 'manyAtOnce', { count: 24 })
      assert.equal(sent.length, 24)
      assert.deepEqual(read, sent)
      assert.equal(ids, 24)
      assert.equal(stage.database.access_codes.length, 24)
    })

    test(`${place}: errors`, async () => {
      const found = await stage.ask(place, 'failures')
      assert.deepEqual(summaries(found), {
        api: ['SeamHttpApiError', 'not_found', 404],
        validation: ['SeamValidationError', 'invalid_input', 400],
        timeout: ['SeamHttpTransportError', 'ETIMEDOUT', undefined],
        abort: ['SeamHttpTransportError', 'ERR_CANCELED', undefined],
        abortedBefore: ['SeamHttpTransportError', 'ERR_CANCELED', undefined],
      })
      assert.deepEqual(found.api.guards, ['isSeamHttpApiError'])
      assert.deepEqual(found.timeout.guards, ['isSeamHttpTransportError'])
      const { classes, guards, message } = found.validation
      assert.deepEqual(classes.sort(), [
        'SeamError',
        'SeamHttpApiError',
        'SeamHttpInvalidInputError',
        'SeamValidationError',
      ])
      assert.deepEqual(guards.sort(), [
        'isSeamHttpApiError',
        'isSeamHttpInvalidInputError',
        'isSeamValidationError',
      ])
      assert.match(message, /`code`/)
      assert.equal(stage.api.count('/access_codes/create'), 0, 'the bad PIN was not sent')
      const silent = stage.api.requests.filter(({ rawBody }) => rawBody.includes(stage.given.silentId))
      assert.equal(silent.length, 2, 'what was given up was on its way, what was aborted before was not')
    })

    test(`${place}: an API key is refused, unless it is allowed`, async () => {
      const { refused, devices } = await stage.ask(place, 'apiKey')
      assert.equal(refused?.name, 'SeamHttpInvalidOptionsError')
      assert.match(refused.message, /dangerouslyAllowBrowser: true/)
      assert.ok(!refused.message.includes(stage.given.apiKey))
      assert.ok(devices > 3, `${devices} devices`)
    })
  }
})

const summaries = (found) =>
  Object.fromEntries(
    Object.entries(found).map(([way, error]) => [way, error && [error.name, error.code, error.statusCode]]),
  )
