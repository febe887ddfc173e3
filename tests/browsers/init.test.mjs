// `init` in a page and in its worker, before first use: the module in every form that a browser has, streamed where its type
// lets it, from addresses that are served as badly as some are. Each case takes a copy of the package of its own, since an
// instance that runs is not exchanged; service workers import nothing late, so there the one copy takes the one form.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inEveryBrowser } from './stage.mjs'

/** By which function each form is compiled: the copy inside the package goes through `new Module`. */
const forms = {
  'a Response that streams': ['compileStreaming'],
  'a Response of another type': ['compile'],
  'a Response whose type has a parameter': ['compile'],
  'a Response that was made here': ['compile'],
  'an address': ['compileStreaming'],
  'a URL': ['compileStreaming'],
  bytes: ['compile'],
  'a module': [],
}

await inEveryBrowser('init', (stage) => {
  for (const place of ['window', 'dedicated worker']) {
    for (const [form, compiledBy] of Object.entries(forms)) {
      test(`${place}: takes ${form}`, async () => {
        const found = await stage.ask(place, 'initWith', { form, copy: stage.freshCopy() })
        assert.deepEqual(found, { created: ['482913', 'setting'], compiledBy })
      })
    }

    test(`${place}: what is not the module is said, and the package works all the same`, async () => {
      const { html, missing, bytes, usable } = await stage.ask(place, 'initInVain', {
        copy: stage.freshCopy(),
      })
      assert.match(html, /^SeamError: init cannot compile .* content-type text\/html/)
      assert.match(missing, /^SeamError: seam_edge\.wasm was not given: status 404 of http:.*none\.wasm$/)
      assert.match(bytes, /^SeamError: init cannot compile /)
      assert.equal(usable, true)
    })
  }

  for (const place of stage.places.filter((each) => each.endsWith('service worker'))) {
    test(`${place}: takes a Response that streams`, async () => {
      const found = await stage.ask(place, 'initWith', { form: 'a Response that streams' })
      assert.deepEqual(found, { created: ['482913', 'setting'], compiledBy: ['compileStreaming'] })
    })
  }
})
