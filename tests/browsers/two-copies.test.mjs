// Two copies of the package on one page, as two dependencies bring them: what the one throws the other recognises, and it
// sends through the other's client.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inEveryBrowser } from './stage.mjs'

await inEveryBrowser('two copies', (stage) => {
  for (const place of ['window', 'dedicated worker']) {
    test(`${place}: classes, guards and clients of the one work with the other`, async () => {
      const found = await stage.ask(place, 'twoCopies')
      assert.equal(found.areTwo, true)
      assert.equal(found.sameClient, true)
      assert.equal(found.read, '482913')
      const api = { classes: ['SeamError', 'SeamHttpApiError'], guards: ['isSeamHttpApiError'] }
      assert.deepEqual(recognised(found.api), api)
      assert.deepEqual(recognised(found.apiThroughOther), api)
      assert.deepEqual(recognised(found.timeout), {
        classes: ['SeamError', 'SeamHttpTransportError'],
        guards: ['isSeamHttpTransportError'],
      })
      assert.deepEqual(recognised(found.validation), {
        classes: ['SeamError', 'SeamHttpApiError', 'SeamHttpInvalidInputError', 'SeamValidationError'],
        guards: ['isSeamHttpApiError', 'isSeamHttpInvalidInputError', 'isSeamValidationError'],
      })
    })
  }
})

const recognised = (error) => error && { classes: error.classes.sort(), guards: error.guards.sort() }
