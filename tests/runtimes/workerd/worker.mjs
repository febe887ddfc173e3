// Runs the checks in workerd: a worker that is asked with the settings and answers with the lines.
import { runChecks } from '../run-checks.mjs'

export default {
  async fetch(request) {
    const lines = []
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
      settings: await request.json(),
      print: (line) => lines.push(line),
    })
    return new Response(lines.join('\n'))
  },
}
