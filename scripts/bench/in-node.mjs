// The CPU time of calls in Node: that of the client's own process, as the operating system counts it.
import { startProgram } from './programs.mjs'
import { clients } from './rows.mjs'

/** A process for each client. `measure` answers the CPU time of one call in milliseconds. */
export async function startNode({ server, token, scale }) {
  const processes = new Map()
  for (const { name } of clients) processes.set(name, await startProgram('node-process.mjs', [name]))
  return {
    async measure(name, row) {
      const { operation, count, damaged, atOnce = 1 } = row
      return await processes.get(name).ask({
        endpoint: server.endpointOf(row),
        token,
        row: { operation, count, damaged, atOnce },
        // Whole batches.
        calls: Math.ceil((row.calls * scale) / atOnce) * atOnce,
      })
    },
    stop() {
      for (const { stop } of processes.values()) stop()
    },
  }
}
