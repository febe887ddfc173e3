// Runs the named stages of a command one after the other, says how each ended and how long it took, and sums up.
// A failed stage does not keep the others from running, unless they need what it should have made.
import { failureText, secondsSince } from './command.mjs'

/**
 * Each stage is `{ name, run, needs?: string[] }`; `run` throws where it failed and may answer a note for the summary.
 * Answers whether all stages passed.
 */
export async function runStages(command, stages) {
  const start = performance.now()
  const results = []
  for (const stage of stages) results.push(await runStage(command, stage, results))
  const failed = results.filter(({ outcome }) => outcome !== 'ok')
  console.log(
    `\n${command}: ${results.length - failed.length} of ${results.length} stages passed (${secondsSince(start)})`,
  )
  for (const { name, note } of results.filter(({ note }) => note)) console.log(`  note  ${name}: ${note}`)
  for (const { name, outcome, reason } of failed)
    console.log(`  ${outcome}  ${name}${reason ? `: ${reason}` : ''}`)
  return failed.length === 0
}

async function runStage(command, { name, run, needs = [] }, earlier) {
  const missing = needs.filter((need) =>
    earlier.some((result) => result.name === need && result.outcome !== 'ok'),
  )
  if (missing.length > 0) {
    console.log(`\n== ${command}: ${name}: not run, it needs ${missing.join(', ')}`)
    return { name, outcome: 'not run', reason: `needs ${missing.join(', ')}` }
  }
  console.log(`\n== ${command}: ${name}`)
  const start = performance.now()
  try {
    const answer = await run()
    const note = typeof answer === 'string' ? answer : undefined
    console.log(`-- ${name}: ok (${secondsSince(start)})${note ? `, ${note}` : ''}`)
    return { name, outcome: 'ok', note }
  } catch (error) {
    console.log(failureText(error).replace(/^/gm, '   '))
    console.log(`-- ${name}: FAILED (${secondsSince(start)})`)
    return { name, outcome: 'FAILED' }
  }
}
