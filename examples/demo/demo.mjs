// `npm run demo`: the package does its main job, and a person watches. Runs the steps of steps.mjs in order and
// removes what they left, also after a failure or Ctrl-C. Whom they talk to is not known here: backend.mjs decides it.
import { createNames, openBackend } from './backend.mjs'
import * as steps from './steps.mjs'
import { createTerminal } from './terminal.mjs'

const terminal = createTerminal()
const { line, bold } = terminal
const names = createNames()
const controller = new AbortController()
const { signal } = controller

process.once('SIGINT', () => controller.abort(new Error('stopped with Ctrl-C')))

let requests = 0
const countingFetch = (url, init) => {
  requests += 1
  return backend.fetch(url, init)
}

const start = performance.now()
const backend = await openBackend()
/** What is to be removed at the end: known as soon as the lock is, since a create may succeed without an answer. */
let lock
let seam

try {
  line()
  line(bold('seam-edge: an access code from creation to removal, through Rust compiled to WebAssembly'))
  line(`against ${backend.name}`)
  line()
  await run()
  line()
  line(`Done: ${requests} requests in ${((performance.now() - start) / 1000).toFixed(1)} s.`)
} catch (error) {
  process.exitCode = 1
  terminal.failure(signal.aborted ? signal.reason : error)
} finally {
  await cleanUp()
}

async function run() {
  const seamEdge = await terminal.step('Import seam-edge', async (tell) => {
    const exports = await import('seam-edge')
    tell('no init() to await, no asset to serve; the wasm is compiled by the first client')
    return exports
  })
  seam = await terminal.step(backend.signInTitle, async (tell) => {
    const signedIn = await backend.signIn(seamEdge, { fetch: countingFetch })
    tell(signedIn.how)
    return signedIn.seam
  })
  const stage = {
    seamEdge,
    seam,
    terminal,
    patience: backend.patience,
    signal,
    countRequests: () => requests,
  }

  lock = await steps.findLock(stage)
  const ongoing = await steps.createOngoing(stage, lock, names.ongoing)
  await steps.waitUntilSet(stage, ongoing)
  const timeBound = await steps.createTimeBound(stage, lock, names.timeBound)
  await steps.list(stage, lock, names.run)
  await steps.update(stage, timeBound, names.renamed)
  await steps.removeAll(stage, [ongoing, timeBound])
  await steps.refuseBadPin(stage, lock, names.refused)
  await steps.showServerError(stage)
}

async function cleanUp() {
  if (lock === undefined) return
  const left = await seam.accessCodes.list({ device_id: lock.device_id }).catch(() => undefined)
  const ours = left?.filter(({ name, status }) => name?.startsWith(names.run) && status !== 'removing')
  if (ours?.length === 0) return
  if (ours === undefined) {
    process.exitCode = 1
    line(`Could not look for what is left: please remove the codes named "${names.run} …" by hand.`)
    return
  }
  for (const { access_code_id, name } of ours) {
    try {
      await seam.accessCodes.delete({ access_code_id })
      line(`Cleaned up: ${name}`)
    } catch (error) {
      process.exitCode = 1
      line(`Could not clean up ${name}, please remove it by hand: ${error.message}`)
    }
  }
}
