// The program in which one client is measured in Node, in a process of its own: its garbage and its compiled code are no other's.
// Started by `fork` with the name of a file of clients/. Each message asks for one block of calls, and is answered with the CPU time of
// one, in milliseconds.
import { clientFor, makeCalls } from './calls.mjs'

const [name] = process.argv.slice(2)
const { clientOf } = await import(`./clients/${name}.mjs`)

process.on('message', async ({ endpoint, token, row, calls }) => {
  try {
    const client = await clientFor(clientOf, { endpoint, token, row })
    const before = process.cpuUsage()
    await makeCalls(client, row, calls)
    const { user, system } = process.cpuUsage(before)
    process.send({ value: (user + system) / 1000 / calls })
  } catch (error) {
    process.send({ failure: error.stack })
  }
})
process.once('disconnect', () => process.exit())
process.send({ value: 'ready' })
