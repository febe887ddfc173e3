// Runs the checks in Node. The settings are the one argument, as JSON.
import { runChecks } from '../run-checks.mjs'

await runChecks({
  importPackage: () => import('seam-edge'),
  settings: JSON.parse(process.argv[2]),
  print: console.log,
})
