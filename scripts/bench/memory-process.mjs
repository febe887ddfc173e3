// The program that measures the memory of one large list: started with `--expose-gc`, it writes bytes. Its client has made a small call
// before, so that what any call needs does not count.
//
// `peak` is the largest size of the whole process in memory, over what it was before: garbage that waits for its collection is in it.
// `held` is what the answer takes while it is used, `left` what is still there when it is not, and `wasm` how much of that is memory of
// WebAssembly. All of it is over what there was before the call.

const memories = new Set()
const { Instance } = WebAssembly
WebAssembly.Instance = class extends Instance {
  constructor(...args) {
    super(...args)
    for (const value of Object.values(this.exports))
      if (value instanceof WebAssembly.Memory) memories.add(value)
  }
}

const [name, small, large, token] = process.argv.slice(2)
const { clientOf } = await import(`./clients/${name}.mjs`)
await clientOf({ endpoint: small, token }).list()
const client = clientOf({ endpoint: large, token })

const before = await settled()
const resident = process.memoryUsage.rss()
let answer = await client.list()
const peak = process.resourceUsage().maxRSS * 1024 - resident
const { length } = answer
const held = await settled()
answer = undefined
const left = await settled()

console.log(
  JSON.stringify({
    length,
    peak,
    held: held.total - before.total,
    left: left.total - before.total,
    wasm: left.wasm - before.wasm,
  }),
)
process.exit()

/** What is in use, without garbage. */
async function settled() {
  for (let round = 0; round < 4; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    globalThis.gc()
  }
  // The memory of WebAssembly is in `external`.
  const { heapUsed, external } = process.memoryUsage()
  const wasm = [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0)
  return { total: heapUsed + external, wasm }
}
