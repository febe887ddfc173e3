// The page's side of a test: runs a scenario in the window, or asks a worker to. Tests call `ask` from outside.
import { scenarios } from './scenarios.mjs'

/** Sets `ask`, which answers what the scenario gave, and what a worker complained of meanwhile. */
export const offer = (seamEdge) => {
  globalThis.ask = async (place, scenario, given) =>
    place === 'window'
      ? { answer: await scenarios[scenario](seamEdge, given), complaints: [] }
      : await askWorker(await workers[place](), scenario, given)
}

const once = (make) => {
  let made
  return () => {
    made ??= make()
    return made
  }
}

const workers = {
  'dedicated worker': once(() => new Worker('./worker.mjs', { type: 'module' })),
  'service worker': once(async () => {
    await navigator.serviceWorker.register('./worker.mjs', { type: 'module' })
    return (await navigator.serviceWorker.ready).active
  }),
}

const askWorker = (worker, scenario, given) =>
  new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel()
    // A worker that cannot even be loaded says so here.
    worker.onerror = (event) => reject(new Error(`the worker failed: ${event.message}`))
    port1.onmessage = ({ data: { failure, ...reply } }) =>
      failure === undefined ? resolve(reply) : reject(new Error(failure))
    worker.postMessage({ scenario, given }, [port2])
  })
