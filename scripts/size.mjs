// `npm run size`: what the package adds to a user's bundle, beside what its peers add, against the budgets of the design.
// `--write` also writes the table into docs/guide/performance.md and its main rows into README.md, `--accept` takes the sizes as those expected from now on. What is bundled, and how,
// is in scripts/size/.
import { buildPackage } from './build.mjs'
import { main, StepFailure } from './command.mjs'
import { writePart } from './document-parts.mjs'
import { tableOf } from './markdown.mjs'
import { setUp } from './setup.mjs'
import { bundleOf, constructFrom } from './size/bundle.mjs'
import { entries } from './size/entries.mjs'
import { holdToExpected, writeExpected } from './size/expected.mjs'

// `budget` is the largest ratio of our brotli size to the peer's; `own` the bundle of ours that is held against it, where that is not the first.
const peers = [
  {
    name: '@seamapi/http (checks nothing)',
    source: "export { SeamHttpAccessCodes } from '@seamapi/http'",
    budget: 1.3,
    inReadme: true,
  },
  {
    name: '@seamapi/http + zod schema of one resource',
    source: `export { SeamHttpAccessCodes } from '@seamapi/http'
      import { schemas } from '@seamapi/types/connect'
      export const accessCode = schemas.access_code`,
    budget: 0.48,
    inReadme: true,
  },
  {
    name: '@seamapi/http, all namespaces + zod schemas of all resources',
    source: `export { SeamHttp } from '@seamapi/http'
      import * as connect from '@seamapi/types/connect'
      export const schemas = connect.schemas`,
    own: 'seam-edge, all namespaces',
    budget: 0.67,
  },
]

async function measure() {
  const sized = async (bundles) => {
    const all = []
    for (const bundle of bundles) all.push({ ...bundle, ...(await bundleOf(bundle)) })
    return all
  }
  const [own, ...others] = await sized(entries)
  const rows = await sized(peers)
  const sizeOf = (name) => others.find((entry) => entry.name === name)?.brotli ?? own.brotli
  return { own, others, rows: rows.map((row) => ({ ...row, ours: sizeOf(row.own) })) }
}

function comparison({ own, others, rows }) {
  const cells = ({ name, raw, gzip, brotli }) => [
    name,
    ...[raw, gzip, brotli].map((size) => size.toLocaleString('en-US')),
  ]
  const ratio = ({ ours, brotli, budget }) => [`${(ours / brotli).toFixed(2)} x`, `<= ${budget.toFixed(2)} x`]
  return tableOf([
    ['bundle, bytes', 'raw', 'gzip -9', 'brotli 11', 'seam-edge / this', 'budget'],
    ...[own, ...others].map((entry) => [...cells(entry), '', '']),
    ...rows.map((row) => [...cells(row), ...ratio(row)]),
  ])
}

/** The rows for README.md. */
function mainRows({ own, others, rows }) {
  const cells = ({ name, gzip, brotli }) => [
    name,
    ...[gzip, brotli].map((size) => size.toLocaleString('en-US')),
  ]
  const shown = [own, ...others, ...rows].filter(({ inReadme }) => inReadme)
  return tableOf([['bundle, bytes', 'gzip -9', 'brotli 11'], ...shown.map(cells)])
}

function failWhereOverBudget({ rows }) {
  const over = rows
    .map(({ name, ours, brotli, budget }) => ({ name, budget, excess: ours - Math.floor(brotli * budget) }))
    .filter(({ excess }) => excess > 0)
  if (over.length === 0) return
  throw new StepFailure({
    tried: 'holding the bundle to its budgets',
    outcome: over
      .map(({ name, budget, excess }) => `${excess} bytes of brotli over ${budget} x ${name}`)
      .join('; '),
    remedy: 'find what grew: `twiggy top` on the wasm before wasm-opt, or the facade in pkg/index.js',
  })
}

await main('size', async () => {
  await setUp()
  await buildPackage()
  const measured = await measure()
  // A bundler that dropped the core would win every comparison.
  await constructFrom(measured.own)
  const table = comparison(measured)
  console.log(`\nesbuild --minify, ESM, platform browser, where no other tool is named\n\n${table}\n`)
  const all = [measured.own, ...measured.others]
  if (process.argv.includes('--accept')) writeExpected(all)
  if (process.argv.includes('--write')) {
    writePart('docs/guide/performance.md', 'size', table)
    writePart('README.md', 'size-short', mainRows(measured))
  }
  failWhereOverBudget(measured)
  holdToExpected(all)
  console.log('size: within the budgets')
})
