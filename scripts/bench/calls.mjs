// Makes the calls that are measured, in a Node process or in a page, and sees that they do what they should. Measures nothing.

const clients = new Map()

/** The client for a row, tried once when it is made. `clientOf` is that of a file of scripts/bench/clients/. */
export async function clientFor(clientOf, { endpoint, token, row }) {
  const key = `${endpoint} ${row.operation}`
  if (!clients.has(key)) {
    clients.set(key, clientOf({ endpoint, token }))
    await tryCall(clients.get(key), row)
  }
  return clients.get(key)
}

/**
 * @param {any} client
 * @param {object} row
 * @param {'list' | 'create' | 'issues'} row.operation
 * @param {number} [row.atOnce] how many calls are under way at a time
 * @param {number} calls how many in all, a multiple of that
 */
export async function makeCalls(client, { operation, atOnce = 1 }, calls) {
  if (atOnce === 1) {
    for (let done = 0; done < calls; done += 1) await client[operation]()
    return
  }
  for (let done = 0; done < calls; done += atOnce) {
    await Promise.all(Array.from({ length: atOnce }, () => client[operation]()))
  }
}

/** Calls once. A client that fails fast, or that gets less than the others, would win every comparison. */
async function tryCall(client, { operation, count, damaged }) {
  const answer = await client[operation]()
  const [got, expected] = {
    list: () => [answer.length, count],
    create: () => [answer.code?.length > 0, true],
    issues: () => [answer, damaged],
  }[operation]()
  if (got !== expected) throw new Error(`\`${operation}\` of ${count} gave ${got}, not ${expected}`)
}
