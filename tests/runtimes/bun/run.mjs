// Runs the checks in Bun, with its own fetch. The settings are the one argument, as JSON.
import { runChecks } from '../run-checks.mjs'

await runChecks({
  importPackage: () => import('seam-edge'),
  settings: JSON.parse(Bun.argv[2]),
  print: console.log,
})
