// What every worker of the tests does: runs the scenario that it is asked for. What goes wrong beside the scenario is collected here:
// Firefox tells nobody outside of what happens in its service workers.
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

/** Listens from now on. Service workers have to while their script is evaluated. */
export const answerMessages = (seamEdge, subpaths) => {
  addEventListener('message', (event) => {
    const [port] = event.ports
    const done = answer(seamEdge, event.data, subpaths).then((reply) => port.postMessage(reply))
    // A service worker may be ended as soon as nothing of its events is left.
    event.waitUntil?.(done)
  })
}

const answer = async (seamEdge, { scenario, given }, subpaths) => {
  try {
    const value = await scenarios[scenario](seamEdge, given, subpaths)
    // Rejections that nobody handles are told a moment later.
    await new Promise((resolve) => setTimeout(resolve, 20))
    return { answer: value, complaints }
  } catch (error) {
    return { failure: String(error?.stack ?? error) }
  }
}
