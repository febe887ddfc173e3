// The program of one cold start in Node: imports a client, makes the first of it and calls once, and writes how long that took, in
// milliseconds. Imports nothing before.

const [name, endpoint, token] = process.argv.slice(2)
const cpu = process.cpuUsage()
const start = performance.now()
const sinceStart = () => {
  const { user, system } = process.cpuUsage(cpu)
  return [(user + system) / 1000, performance.now() - start]
}

const { clientOf } = await import(`./clients/${name}.mjs`)
const client = clientOf({ endpoint, token })
const [clientCpu, clientElapsed] = sinceStart()
await client.create()
const [answerCpu, answerElapsed] = sinceStart()
console.log(JSON.stringify({ clientCpu, clientElapsed, answerCpu, answerElapsed }))
// An idle connection would keep the process.
process.exit()
