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
  {
    name: 'seam-edge, with lockSupport',
    source: "export { SeamHttpAccessCodes, lockSupport } from 'seam-edge'",
  },
  {
    name: 'seam-edge, with lockRules',
    source: "export { SeamHttpAccessCodes, lockRules } from 'seam-edge'",
  },
  { name: 'seam-edge, all namespaces', source: "export { SeamHttp } from 'seam-edge'" },
  { name: 'seam-edge, webhooks alone', source: "export { SeamWebhook } from 'seam-edge'" },
  { name: 'seam-edge, a guard alone', source: "export { isSeamHttpApiError } from 'seam-edge'" },
  {
    name: 'seam-edge/schemas, one alone',
    source: "export { accessCodesCreateParameters } from 'seam-edge/schemas'",
  },
  {
    name: 'seam-edge, and one of seam-edge/schemas',
    source: `export { SeamHttpAccessCodes } from 'seam-edge'
      import * as schemas from 'seam-edge/schemas'
      export const schema = schemas.accessCodesCreateParameters`,
  },
  { name: 'checkAccessCode alone', source: "export { checkAccessCode } from 'seam-edge'" },
  { name: 'diagnose alone', source: "export { diagnose } from 'seam-edge'" },
  {
    name: 'seam-edge with checkAccessCode, suggestCode, diagnose and accessCodeTimeline',
    source:
      "export { SeamHttpAccessCodes, accessCodeTimeline, checkAccessCode, diagnose, suggestCode } from 'seam-edge'",
  },
]
