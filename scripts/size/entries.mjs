// What is measured of the package itself: a name for each bundle, what it imports, and how its runtime resolves the package.
// The first is what the peers are held against.

export const entries = [
  { name: 'seam-edge', source: "export { SeamHttpAccessCodes } from 'seam-edge'" },
  {
    name: 'seam-edge, for Cloudflare Workers, .wasm included',
    source: "export { SeamHttpAccessCodes } from 'seam-edge'",
    condition: 'workerd',
  },
  {
    name: "seam-edge, for Vercel's edge runtime, .wasm included",
    source: "export { SeamHttpAccessCodes } from 'seam-edge'",
    condition: 'edge-light',
  },
  { name: 'seam-edge, all namespaces', source: "export { SeamHttp } from 'seam-edge'" },
  { name: 'seam-edge, webhooks alone', source: "export { SeamWebhook } from 'seam-edge'" },
  { name: 'seam-edge, a guard alone', source: "export { isSeamHttpApiError } from 'seam-edge'" },
]
