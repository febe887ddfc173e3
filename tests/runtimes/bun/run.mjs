// Runs the checks in Bun, with its own fetch. The settings are the one argument, as JSON.
import { runChecks } from '../run-checks.mjs'

await runChecks({
  importPackage: () => import('seam-edge'),
  importSubpaths: async () => ({
    status: await import('seam-edge/status'),
    rules: await import('seam-edge/rules'),
    events: await import('seam-edge/events'),
    webhooks: await import('seam-edge/webhooks'),
    schemas: await import('seam-edge/schemas'),
    testing: await import('seam-edge/testing'),
  }),
  settings: JSON.parse(Bun.argv[2]),
  print: console.log,
})
