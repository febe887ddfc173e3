// Whom the demo talks to: the official fake Seam server in this process, with the driver that moves its codes, or the real
// API when SEAM_API_KEY is set. Both are given as the same object, so that the steps do not know which it is.
import { randomUUID } from 'node:crypto'

/**
 * @typedef {object} Backend
 * @property {string} name whom the demo talks to, for people
 * @property {string} signInTitle
 * @property {(seamEdge: any, options: object) => Promise<{ seam: any, how: string }>} signIn
 * @property {{ interval: number, limit: number }} patience milliseconds between looks at a code, and until giving up
 * @property {() => Promise<void>} stop
 */

/** @returns {Promise<Backend>} */
export const openBackend = () => (process.env.SEAM_API_KEY ? openRealSeam() : openFakeSeam())

const openRealSeam = async () => ({
  name: `the Seam API at ${process.env.SEAM_ENDPOINT ?? 'https://connect.getseam.com'}`,
  signInTitle: 'Sign in with SEAM_API_KEY',
  signIn: async ({ SeamHttp }, options) => ({
    seam: new SeamHttp(options),
    how: 'an API key stays on servers; a browser would get a client session token',
  }),
  patience: { interval: 2_000, limit: 300_000 },
  stop: async () => undefined,
})

const openFakeSeam = async () => {
  const { startFakeSeam } = await import('../../tests/support/fake-seam.mjs')
  const { Lifecycle } = await import('../../tests/support/lifecycle.mjs')
  const fake = await startFakeSeam()
  const lifecycle = new Lifecycle({ database: fake.database, ticksToSet: 3, ticksToRemove: 2 })
  lifecycle.start(200)

  return {
    name: 'the official fake Seam server, in this process (set SEAM_API_KEY for the real one)',
    signInTitle: 'Publishable key to client session, as a browser does',
    signIn: async ({ SeamHttp }, options) => ({
      seam: await SeamHttp.fromPublishableKey(fake.seed.seam_pk1_token, fake.seed.john_user_identifier_key, {
        ...options,
        endpoint: fake.url,
      }),
      how: 'the token is inside the client and is printed nowhere',
    }),
    patience: { interval: 100, limit: 10_000 },
    stop: async () => {
      lifecycle.uninstall()
      await fake.stop()
    },
  }
}

/** Short, since some locks keep 14 characters, and unique, so that cleaning up finds what this run made. */
export const createNames = () => {
  const run = `Demo ${randomUUID().slice(0, 4)}`
  return { run, ongoing: `${run} A`, timeBound: `${run} B`, renamed: `${run} C`, refused: `${run} D` }
}
