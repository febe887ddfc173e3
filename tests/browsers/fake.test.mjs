// `seam-edge/testing` in Chromium and Firefox: the checks of tests/runtimes/fake-checks.mjs in a window and in every kind of worker.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fakeChecks } from '../runtimes/fake-checks.mjs'
import { inEveryBrowser } from './stage.mjs'

await inEveryBrowser('seam-edge/testing', (stage) => {
  for (const place of stage.places) {
    for (const { name } of fakeChecks) {
      test(`${place}: ${name}`, async () => {
        assert.equal(await stage.ask(place, 'fakeCheck', { name }), 'holds')
        assert.equal(stage.api.count(), 0, 'nothing was sent')
      })
    }
  }
})
