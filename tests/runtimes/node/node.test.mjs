// The checks in the Node that runs this file; `npm test` runs it in every supported one.
import { join } from 'node:path'
import { describeRuntime, environmentFor, outputOf, withChecks } from '../checked-runtime.mjs'

describeRuntime(`Node ${process.versions.node}`, {
  readsEnvironment: true,
  run: (settings) =>
    withChecks((folder) =>
      outputOf(process.execPath, [join(folder, 'node', 'run.mjs'), JSON.stringify(settings)], {
        cwd: folder,
        env: environmentFor(settings),
      }),
    ),
})
