// Pages with a Content-Security-Policy: what has to be in it, and what a developer reads where it is not.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inEveryBrowser, places } from './stage.mjs'

const page = '/site/strict.html'

const policy = (scriptSource) => (apiUrl) => ({
  'content-security-policy': [
    "default-src 'none'",
    `script-src ${scriptSource}`,
    "worker-src 'self'",
    // The module, for `init`, and the API.
    `connect-src 'self' ${apiUrl}`,
    // For the icon that every browser asks for.
    "img-src 'self'",
  ].join('; '),
})

await inEveryBrowser(
  "script-src 'self' 'wasm-unsafe-eval'",
  (stage) => {
    for (const place of places) {
      test(`${place}: is enough`, async () => {
        const { created } = await stage.ask(place, 'mainJob')
        assert.deepEqual(created, ['Guest', '482913', 'setting'])
      })
    }
  },
  { page, headers: policy("'self' 'wasm-unsafe-eval'") },
)

await inEveryBrowser(
  "script-src 'self'",
  (stage) => {
    test('importing throws nothing', async () => {
      assert.equal(await stage.page.run(() => typeof globalThis.ask), 'function')
      assert.deepEqual(stage.complaints(), [])
    })

    for (const place of places) {
      test(`${place}: the first use says what to add`, async () => {
        const error = await stage.ask(place, 'firstUse')
        assert.match(error?.message ?? '', /cannot compile its WebAssembly/)
        assert.match(error.message, /add 'wasm-unsafe-eval' to script-src/)
        assert.match(error.cause, /^CompileError/, 'what the browser said comes along')
        assert.equal(stage.api.count(), 0)
      })

      test(`${place}: so does init`, async () => {
        const error = await stage.ask(place, 'firstInit')
        assert.match(error?.message ?? '', /^init cannot compile/)
        assert.match(error.message, /add 'wasm-unsafe-eval' to script-src/)
        assert.match(error.cause, /^CompileError/, 'what the browser said comes along')
      })
    }
  },
  { page, headers: policy("'self'"), expected: /blocked WebAssembly/ },
)
