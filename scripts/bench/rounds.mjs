// Measures in rounds: each client in turn, row by row, and that again and again, so that other work on the machine slows all of them alike.

/**
 * @template Value
 * @param {object} plan
 * @param {any[]} plan.rows with the `clients` that each is measured with
 * @param {number} plan.rounds
 * @param {number} [plan.warmUp] rounds before those, which are thrown away
 * @param {(client: string, row: any) => Promise<Value>} plan.measure
 * @returns {Promise<any[]>} the rows, each with `samples`: by client, a value a round
 */
export async function inRounds({ rows, rounds, warmUp = 0, measure }) {
  const measured = rows.map((row) => ({
    ...row,
    samples: Object.fromEntries(row.clients.map((name) => [name, []])),
  }))
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const row of measured) {
      for (const name of rotated(row.clients, round + warmUp)) {
        const value = await measure(name, row)
        if (round >= 0) row.samples[name].push(value)
      }
    }
  }
  return measured
}

// Each comes first in turn.
const rotated = (values, by) => values.map((_, index) => values[(index + by) % values.length])
