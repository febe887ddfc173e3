// A fake with two locks and clients of it, for the tests of seam-edge/query.
import { loadPackage } from '../../support/package.mjs'

/** @returns {Promise<any>} the fake, the package, its `query`, a client, and a function that makes more clients of the fake */
export const openQuerying = async () => {
  const [{ SeamHttp, ...seamEdge }, query, { createFakeSeam }] = await Promise.all([
    loadPackage(),
    loadPackage('query'),
    loadPackage('testing'),
  ])
  const fake = createFakeSeam({ devices: [{ name: 'Front' }, { name: 'Back' }], clock: 'frozen' })
  const createClient = (options) => new SeamHttp({ apiKey: fake.apiKey, fetch: fake.fetch, ...options })
  return {
    fake,
    query,
    seamEdge: { SeamHttp, ...seamEdge },
    createClient,
    seam: createClient(),
    deviceId: fake.locks[0].deviceId,
    /** How often a path was asked for. */
    count: (path) => fake.log.filter((line) => line.path === path).length,
  }
}
