// The program in which one client is measured in Node, in a process of its own: its garbage and its compiled code are no other's.
// Started by `fork` with the name of a file of clients/. Each message asks for one block of calls, and is answered with the CPU time of
// one, in milliseconds.
import { makeCalls, tryCall } from './calls.mjs'

const [name] = process.argv.slice(2)
const { clientOf } = await import(`./clients/${name}.mjs`)
const clients = new Map()

process.on('message', async ({ endpoint, token, row, calls }) => {
  try {
    const key = `${endpoint} ${row.operation}`
    if (!clients.has(key)) {
      clients.set(key, clientOf({ endpoint, token }))
      await tryCall(clients.get(key), row)
    }
    const before = process.cpuUsage()
    await makeCalls(clients.get(key), row, calls)
    const { user, system } = process.cpuUsage(before)
    process.send({ value: (user + system) / 1000 / calls })
  } catch (error) {
    process.send({ failure: error.stack })
  }
})
process.once('disconnect', () => process.exit())
process.send({ value: 'ready' })
