// Runs the checks in workerd: a worker that is asked with the settings and answers with the lines.
import { runChecks } from '../run-checks.mjs'

export default {
  async fetch(request) {
    const lines = []
    await runChecks({
      importPackage: () => import('seam-edge'),
      settings: await request.json(),
      print: (line) => lines.push(line),
    })
    return new Response(lines.join('\n'))
  },
}
