// The page's side of a test: runs a scenario in the window, or asks a worker to. Tests call `ask` from outside.
import { scenarios } from './scenarios.mjs'

/** Sets `ask`, which answers what the scenario gave, and what a worker complained of meanwhile. */
export const offer = (seamEdge, subpaths) => {
  globalThis.ask = async (place, scenario, given) =>
    place === 'window'
      ? { answer: await scenarios[scenario](seamEdge, given, subpaths), complaints: [] }
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
  'module service worker': once(() => serviceWorker('./worker.mjs', { type: 'module', scope: './module/' })),
  'classic service worker': once(() => serviceWorker('./bundled-worker.js', { scope: './classic/' })),
}

// Each has a scope of its own, since there is one service worker per scope. Neither is that of the page, which need not be in the
// scope of whom it writes to.
const serviceWorker = async (path, options) => {
  const registration = await navigator.serviceWorker.register(path, options)
  const worker = registration.installing ?? registration.waiting ?? registration.active
  return await new Promise((resolve, reject) => {
    const look = () => {
      if (worker.state === 'activated') resolve(worker)
      if (worker.state === 'redundant') reject(new Error(`${path} was not installed`))
    }
    worker.addEventListener('statechange', look)
    look()
  })
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
