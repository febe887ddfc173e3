// Measures what calls and forgotten clients leave behind, and prints it as JSON. Started with --expose-gc. The answers come
// from a function, so what is measured is the package and not the network.

const megabyte = 2 ** 20

// The memory of the WebAssembly instance is not in what Node counts, so it is taken from the instance itself.
const memories = []
const { Instance } = WebAssembly
WebAssembly.Instance = class extends Instance {
  constructor(...parts) {
    super(...parts)
    memories.push(this.exports.memory)
  }
}
const { SeamHttp } = await import('seam-edge')

// Finalizers run in turns of their own after a collection.
const collect = async (rounds = 1) => {
  for (let round = 0; round < rounds; round += 1) {
    globalThis.gc()
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

const measure = async () => {
  await collect(4)
  const { heapUsed, external, arrayBuffers } = process.memoryUsage()
  const wasm = memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0)
  const inMegabytes = (bytes) => Math.round((bytes / megabyte) * 100) / 100
  return {
    instances: memories.length,
    heapUsed: inMegabytes(heapUsed),
    external: inMegabytes(external),
    arrayBuffers: inMegabytes(arrayBuffers),
    wasm: inMegabytes(wasm),
  }
}

const device_id = '6aae9d08-fed6-4ca5-8328-e36849ab48fe'
const answer = JSON.stringify({
  access_code: {
    access_code_id: 'ed7d2bd2-6a8c-4b0c-9c8f-2a6f7d2f9a10',
    workspace_id: '398d80b7-3f96-47c2-b85a-6f8ba21d07be',
    device_id,
    name: 'Guest',
    code: '739184',
    type: 'ongoing',
    status: 'setting',
    is_managed: true,
    created_at: '2030-01-01T00:00:00.946242Z',
    errors: [],
    warnings: [],
    pending_mutations: [],
  },
  ok: true,
})

const headers = { 'content-type': 'application/json' }
const create = () =>
  new SeamHttp({
    apiKey: 'seam_key_of_memory',
    endpoint: 'https://seam.test',
    fetch: async () => new Response(answer, { headers }),
  })

/** Calls through one client, 50 at a time; every tenth is refused before it is sent. */
const call = async (seam, count) => {
  for (let done = 0; done < count; done += 50) {
    await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        const code = index % 10 === 0 ? '1' : '739184'
        const outcome = await seam.accessCodes.create({ device_id, name: 'Guest', code }).then(
          ({ access_code_id }) => access_code_id.length,
          ({ name }) => name,
        )
        if (outcome !== (code === '1' ? 'SeamValidationError' : 36)) throw new Error(String(outcome))
      }),
    )
  }
}

/**
 * Clients of which each makes one call and is forgotten. Memory of the module is given back when a client is collected, and
 * never shrinks: so collected often it shows what is not given back, and left to the engine how far it gets on its own.
 */
const forget = async (count, { collectEvery = Number.POSITIVE_INFINITY } = {}) => {
  for (let made = 1; made <= count; made += 1) {
    await create().accessCodes.create({ device_id, code: '739184' })
    // Finalizers wait for a turn in which nothing else runs, as any program has between two requests.
    if (made % 20 === 0) await new Promise((resolve) => setImmediate(resolve))
    if (made % collectEvery === 0) await collect()
  }
}

const timed = async (action) => {
  const start = performance.now()
  await action()
  const seconds = Math.round(performance.now() - start) / 1000
  return { ...(await measure()), seconds }
}

const seam = create()
const results = {
  'calls 10000': await timed(() => call(seam, 10_000)),
  'calls 100000': await timed(() => call(seam, 90_000)),
  'collected clients 1000': await timed(() => forget(1_000, { collectEvery: 500 })),
  'collected clients 10000': await timed(() => forget(9_000, { collectEvery: 500 })),
  'clients 10000': await timed(() => forget(10_000)),
}
console.log(JSON.stringify(results))
