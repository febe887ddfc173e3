// Runs the checks in Node. The settings are the one argument, as JSON.
import { runChecks } from '../run-checks.mjs'

await runChecks({
  importPackage: () => import('seam-edge'),
  settings: JSON.parse(process.argv[2]),
  print: console.log,
})
// A timer or connection that the package leaves behind would keep the process alive: the test then runs into its limit.
