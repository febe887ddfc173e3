// The worker of site/ as one classic script: what users deploy whose browsers have no module service workers. No expectation about
// the package, but that a bundler takes it without a warning.
import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { consumerFolder } from '../support/package.mjs'

const answering = fileURLToPath(new URL('site/answer-messages.mjs', import.meta.url))

const source = `
import * as seamEdge from 'seam-edge'
import * as events from 'seam-edge/events'
import * as status from 'seam-edge/status'
import * as testing from 'seam-edge/testing'
import * as webhooks from 'seam-edge/webhooks'
import { answerMessages } from ${JSON.stringify(answering)}

answerMessages(seamEdge, { events, status, testing, webhooks })
`

/** @returns {Promise<string>} the script, with the installed package in it */
export const bundleWorker = async () => {
  const { outputFiles, warnings } = await build({
    // Where the package is installed: from inside the repository, another one may be found.
    stdin: { contents: source, resolveDir: await consumerFolder() },
    bundle: true,
    format: 'iife',
    write: false,
    logLevel: 'silent',
  })
  assert.deepEqual(warnings, [])
  return outputFiles[0].text
}
