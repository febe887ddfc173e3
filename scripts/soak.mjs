// `npm run soak`: runs the tests at random of the Rust crate with ten times as much as `cargo test` tries, and writes what was tried into
// docs/soak.md. `npm run soak -- --times 100 --seed 7` tries more, and something else; `--test fake` runs one of the test programs of tests/native/Cargo.toml, and
// leaves the lines of the others as they are.
// It finds what there is by the lines that such tests print (tests/native/soak.rs), and knows none of them.
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { main, runOrFail, StepFailure, secondsSince } from './command.mjs'
import { inRepository } from './repository.mjs'
import { toolchainEnvironment } from './toolchain.mjs'

const report = inRepository('docs', 'soak.md')

const readArguments = () => {
  const { values } = parseArgs({
    options: {
      times: { type: 'string', default: '10' },
      seed: { type: 'string', default: '0' },
      test: { type: 'string' },
    },
  })
  const [times, seed] = [Number(values.times), Number(values.seed)]
  if (!Number.isInteger(times) || times < 1 || !Number.isInteger(seed) || seed < 0) {
    throw new StepFailure({
      tried: `npm run soak -- ${process.argv.slice(2).join(' ')}`,
      outcome: 'no number',
      remedy: 'say how many times as much as `--times 10`, and another seed as `--seed 7`',
    })
  }
  return { times, seed, test: values.test }
}

/** What each test has tried, as it said itself: `{ what, count, unit, simulatedHours?, seconds? }`. */
const triedIn = (output) => [...output.matchAll(/\bsoak: (\{.*\})/g)].map(([, line]) => JSON.parse(line))

/** What the report says that tests have tried in other runs. */
const triedBefore = () =>
  [...readFileSync(report, 'utf8').matchAll(/^\| (.+) \| ([\d,]+) (\w+) \| ([\d,]*) \| ([\d,]*) \|$/gm)].map(
    ([, what, count, unit, hours, seconds]) => {
      const [tried, simulatedHours, took] = [count, hours, seconds].map((cell) =>
        Number(cell.replaceAll(',', '')),
      )
      return { what, unit, count: tried, simulatedHours, seconds: took }
    },
  )

/** Those of a run of one test program in the place of what they have tried before. */
const joined = (tried) => [
  ...triedBefore().filter((before) => !tried.some(({ what }) => what === before.what)),
  ...tried,
]

const inOrder = (tried) =>
  tried.toSorted((one, other) => other.count - one.count || one.what.localeCompare(other.what))

const number = (value) => (value ? value.toLocaleString('en') : '')

const sum = (tried) => tried.reduce((hours, { simulatedHours = 0 }) => hours + simulatedHours, 0)

const render = ({ tried, times, seed, test, took, rustc, version }) => {
  const run = test === undefined ? '' : `, the last one by \`--test ${test}\``
  const head = ['What', 'Tried', 'Simulated hours', 'Seconds']
  const rows = tried.map(({ what, count, unit, simulatedHours, seconds }) => [
    what,
    `${number(count)} ${unit}`,
    number(simulatedHours),
    number(seconds),
  ])
  const table = [head, ['---', '---:', '---:', '---:'], ...rows]
  return `# The last soak

\`npm run soak\` runs the random tests of the Rust crate with many times as many cases as \`cargo test\`, and writes this page. Everything passed.

- ${times} times as many cases as \`cargo test\`, seed ${seed}, in ${took} altogether${run}; tests run side by side
- ${number(sum(tried))} simulated hours
- seam-edge ${version}, ${rustc}

${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}
`
}

await main('soak', async () => {
  const { times, seed, test } = readArguments()
  const env = toolchainEnvironment({ SOAK: String(times), SOAK_SEED: String(seed) })
  const start = performance.now()
  const { stdout } = await runOrFail(
    'cargo',
    ['test', '--package', 'seam-edge-tests', ...(test ? ['--test', test] : []), '--', '--nocapture'],
    {
      env,
      echo: true,
      remedy: 'the seed that fails is above; it fails again with the same SOAK_SEED',
    },
  )
  const took = secondsSince(start)
  const tried = triedIn(stdout)
  if (tried.length === 0) {
    throw new StepFailure({
      tried: 'cargo test',
      outcome: 'no test said what it has tried (tests/native/soak.rs)',
    })
  }
  const rustc = (await runOrFail('rustc', ['--version'], { env })).stdout.trim()
  const [, version] = /^version = "(.*)"$/m.exec(readFileSync(inRepository('Cargo.toml'), 'utf8'))
  const all = inOrder(test ? joined(tried) : tried)
  writeFileSync(report, render({ tried: all, times, seed, test, took, rustc, version }))
  console.log(`\nsoak: ${tried.length} tests at random passed (${took}); docs/soak.md has what they tried`)
})
