// That memory stays flat: over 100,000 calls of one client, and over 10,000 clients that were forgotten.
// memory.mjs measures, in a process of its own; the limits are here. What it measured is printed.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { outputOf, withChecks } from '../checked-runtime.mjs'

describe(`memory in Node ${process.versions.node}`, { timeout: 1_800_000 }, () => {
  let measured

  before(async () => {
    const printed = await withChecks((folder) =>
      outputOf(process.execPath, ['--expose-gc', join(folder, 'node', 'memory.mjs')], { cwd: folder }),
    )
    measured = JSON.parse(printed)
    for (const [name, { seconds, instances, ...megabytes }] of Object.entries(measured)) {
      const list = Object.entries(megabytes).map(([kind, value]) => `${kind} ${value}`)
      console.log(`${name}: ${list.join(', ')} MB after ${seconds} s`)
    }
  })

  const growth = (kind, from, to) => measured[to][kind] - measured[from][kind]

  // In MB. What 90,000 calls may leave behind comes to 11 to 22 bytes each, less than any object takes.
  const limits = { heapUsed: 2, external: 1, arrayBuffers: 1, wasm: 0.25 }

  for (const [kind, limit] of Object.entries(limits)) {
    test(`90,000 more calls add no ${kind}`, () => {
      const grown = growth(kind, 'calls 10000', 'calls 100000')
      assert.ok(grown <= limit, `${grown} MB more`)
    })

    test(`9,000 more clients that are collected add no ${kind}`, () => {
      const grown = growth(kind, 'collected clients 1000', 'collected clients 10000')
      assert.ok(grown <= limit, `${grown} MB more`)
    })
  }

  test('10,000 forgotten clients, collected when the engine likes, take a few MB at most', () => {
    // The memory of the module never shrinks, so this is what was in use at once between two collections.
    assert.ok(measured['clients 10000'].wasm <= 8, `${measured['clients 10000'].wasm} MB`)
    assert.ok(growth('heapUsed', 'collected clients 10000', 'clients 10000') <= limits.heapUsed)
  })

  test('all of it in one instance of the module, of less than 2 MB for all calls', () => {
    for (const { instances } of Object.values(measured)) assert.equal(instances, 1)
    const { wasm } = measured['calls 100000']
    assert.ok(wasm > 0 && wasm < 2, `${wasm} MB`)
  })
})
