// Runs the checks in Deno. The settings are the one argument, as JSON. The specifier is written out: Deno may read what a
// module imports by a literal, and without --allow-read nothing else.
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
  settings: JSON.parse(Deno.args[0]),
  print: console.log,
})
