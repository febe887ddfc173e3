// A dedicated worker and a service worker: runs the scenario that it is asked for. Import maps do not reach workers, so the
// package is loaded by its address. What goes wrong beside the scenario is collected here: Firefox tells nobody outside of
// what happens in its service workers.
import * as seamEdge from '../seam-edge/index.js'
import { scenarios } from './scenarios.mjs'

const complaints = []

for (const level of ['error', 'warn']) {
  const write = console[level]
  console[level] = (...values) => {
    complaints.push(`console.${level}: ${values.join(' ')}`)
    write(...values)
  }
}
addEventListener('error', (event) => complaints.push(`uncaught: ${event.message}`))
addEventListener('unhandledrejection', (event) => complaints.push(`unhandled rejection: ${event.reason}`))

addEventListener('message', (event) => {
  const [port] = event.ports
  const done = answer(event.data).then((reply) => port.postMessage(reply))
  // A service worker may be ended as soon as nothing of its events is left.
  event.waitUntil?.(done)
})

const answer = async ({ scenario, given }) => {
  try {
    const value = await scenarios[scenario](seamEdge, given)
    // Rejections that nobody handles are told a moment later.
    await new Promise((resolve) => setTimeout(resolve, 20))
    return { answer: value, complaints }
  } catch (error) {
    return { failure: String(error?.stack ?? error) }
  }
}
