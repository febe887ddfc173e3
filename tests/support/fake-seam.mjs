// Starts the official fake Seam server inside this process, seeded, on a free port.
// Holds nothing about the package under test and adds no behaviour of its own:
// faults are in `recording-proxy.mjs`; a fake whose codes move is in `own-fake.mjs`.
import { createFake } from '@seamapi/fake-seam-connect'

/**
 * @typedef {object} FakeSeam
 * @property {string} url base URL without a trailing slash
 * @property {Record<string, string>} seed ids and tokens of the seeded workspaces (`seed.seam_apikey1_token`, ...)
 * @property {any} database the fake's store: `access_codes`, `events`, `updateAccessCode()`, `addEvent()`, ...
 * @property {() => Promise<void>} stop closes the server and its open connections
 */

/**
 * @param {{ port?: number }} [options] without `port` any free one is taken
 * @returns {Promise<FakeSeam>}
 */
export const startFakeSeam = async ({ port } = {}) => {
  const fake = await createFake()
  const seed = await fake.seed()
  const { server } = await listen(fake, port)

  return {
    url: `http://127.0.0.1:${server.address().port}`,
    seed,
    database: fake.database,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

// The fake looks for a free port and binds it a moment later; a test file that starts at the same time may win it.
const listen = async (fake, port, attemptsLeft = 5) => {
  try {
    return await fake.startServer({ port })
  } catch (error) {
    const isTaken = error?.code === 'EADDRINUSE'
    if (!isTaken || port !== undefined || attemptsLeft === 0) throw error
    return await listen(fake, port, attemptsLeft - 1)
  }
}
