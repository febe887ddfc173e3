// What can be imported beside the package itself, each under its name: by its address, since import maps do not reach workers.
export * as events from '../seam-edge/events.js'
export * as status from '../seam-edge/status.js'
export * as testing from '../seam-edge/testing.js'
export * as webhooks from '../seam-edge/webhooks.js'
