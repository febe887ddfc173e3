// What is measured of the package itself: a name for each bundle, what it imports, and which tool makes it, by its defaults esbuild for a browser.
// The first is what the peers are held against. README.md shows those that are `inReadme`.

const client = "export { SeamHttpAccessCodes } from 'seam-edge'\n"
const worker = (source, used) => `${source}\nexport default { fetch: () => Response.json(String(${used})) }\n`

export const entries = [
  { name: 'seam-edge', source: client, inReadme: true },
  {
    name: 'seam-edge, for Cloudflare Workers, .wasm included',
    source: client,
    condition: 'workerd',
  },
  {
    name: "seam-edge, for Vercel's edge runtime, .wasm included",
    source: client,
    condition: 'edge-light',
  },
  { name: 'seam-edge, all namespaces', source: "export { SeamHttp } from 'seam-edge'", inReadme: true },
  { name: 'seam-edge, a guard alone', source: "export { isSeamHttpApiError } from 'seam-edge'" },
  { name: 'seam-edge/status', source: "export * from 'seam-edge/status'" },
  { name: 'seam-edge/status, diagnose alone', source: "export { diagnose } from 'seam-edge/status'" },
  { name: 'seam-edge/rules', source: "export * from 'seam-edge/rules'" },
  { name: 'seam-edge/events', source: "export * from 'seam-edge/events'" },
  { name: 'seam-edge/webhooks', source: "export * from 'seam-edge/webhooks'" },
  { name: 'seam-edge/messages', source: "export * from 'seam-edge/messages'" },
  { name: 'seam-edge/query', source: "export * from 'seam-edge/query'" },
  { name: 'seam-edge/testing', source: "export * from 'seam-edge/testing'" },
  {
    name: 'seam-edge/schemas, one alone',
    source: "export { accessCodesCreateParameters } from 'seam-edge/schemas'",
  },
  {
    name: 'seam-edge and one of seam-edge/schemas',
    source: `${client}export { accessCodesCreateParameters } from 'seam-edge/schemas'`,
  },
  {
    name: 'seam-edge and waitUntilSet',
    source: `${client}export { waitUntilSet } from 'seam-edge/status'`,
  },
  {
    name: 'seam-edge and checkAccessCodeOnDevice',
    source: `${client}export { checkAccessCodeOnDevice } from 'seam-edge/rules'`,
  },
  { name: 'seam-edge and watchEvents', source: `${client}export { watchEvents } from 'seam-edge/events'` },
  {
    name: 'Vite: first script with seam-edge, seam-edge/rules later',
    tool: 'vite',
    part: 'initial',
    source: `import { SeamHttpAccessCodes } from 'seam-edge'
      globalThis.seam = new SeamHttpAccessCodes('seam_key')
      globalThis.check = async (...given) => (await import('seam-edge/rules')).checkAccessCode(...given)`,
  },
  {
    name: 'Vite: lazy chunk with checkAccessCode',
    tool: 'vite',
    part: 'lazy',
    source: `import { SeamHttpAccessCodes } from 'seam-edge'
      globalThis.seam = new SeamHttpAccessCodes('seam_key')
      globalThis.check = async (...given) => (await import('seam-edge/rules')).checkAccessCode(...given)`,
  },
  {
    name: 'wrangler: worker with SeamHttp',
    tool: 'wrangler',
    source: worker("import { SeamHttp } from 'seam-edge'", 'SeamHttp'),
  },
  {
    name: 'wrangler: worker with seam-edge/webhooks alone',
    inReadme: true,
    tool: 'wrangler',
    source: worker(
      "import { redactEvent, SeamWebhook } from 'seam-edge/webhooks'",
      '[redactEvent, SeamWebhook]',
    ),
  },
  {
    name: 'wrangler: worker with SeamHttp and seam-edge/status',
    tool: 'wrangler',
    source: worker(
      "import { SeamHttp } from 'seam-edge'\nimport * as status from 'seam-edge/status'",
      '[SeamHttp, ...Object.values(status)]',
    ),
  },
]
