// Whom the demo talks to: the fake of seam-edge/testing, or the real API when SEAM_API_KEY is set. Both are given as the same object, so that the steps
// do not know which it is.
import { randomUUID } from 'node:crypto'

/**
 * @typedef {object} Backend
 * @property {string} name whom the demo talks to, for people
 * @property {string} signInTitle
 * @property {(seamEdge: any, options: object) => Promise<{ seam: any, how: string }>} signIn
 * @property {{ interval: number, limit: number }} patience milliseconds between looks at a code, and until giving up
 * @property {typeof fetch} fetch
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
  fetch,
})

const openFakeSeam = async () => {
  let fake
  return {
    name: 'the fake of seam-edge/testing (set SEAM_API_KEY for the real Seam)',
    signInTitle: 'Publishable key to client session, as a browser does',
    signIn: async ({ SeamHttp }, options) => {
      const { createFakeSeam } = await import('seam-edge/testing')
      fake = createFakeSeam({ devices: [{ brand: 'august', name: 'Front Door' }] })
      fake.locks[0].setDelays({ setting: 600, removing: 400 })
      const user = await userWithDevices(new SeamHttp({ apiKey: fake.apiKey, fetch: fake.fetch }))
      return {
        seam: await SeamHttp.fromPublishableKey(fake.publishableKey, user, options),
        how: 'the token is inside the client and is printed nowhere',
      }
    },
    patience: { interval: 100, limit: 10_000 },
    fetch: (url, init) => fake.fetch(url, init),
  }
}

/** A user who may see the account with the lock: the owner says so before the user signs in. */
const userWithDevices = async (owner) => {
  const [{ connected_account_id }] = await owner.devices.list()
  const user_identifier_key = randomUUID()
  await owner.clientSessions.create({ user_identifier_key, connected_account_ids: [connected_account_id] })
  return user_identifier_key
}

/** Short, since some locks keep 14 characters, and unique, so that cleaning up finds what this run made. */
export const createNames = () => {
  const run = `Demo ${randomUUID().slice(0, 4)}`
  return { run, ongoing: `${run} A`, timeBound: `${run} B`, renamed: `${run} C`, refused: `${run} D` }
}
