// How the tests that node:test runs are started.
import { availableParallelism } from 'node:os'

// The default reporter differs between the versions of Node, and where the output is no terminal. By default one processor does nothing, which
// of two is half: the tests for Node took 215 s that way, and 155 s with both, where much of a test is waiting for a process or a page.
export const nodeTestArguments = (files) => [
  '--test',
  '--test-reporter=spec',
  `--test-concurrency=${availableParallelism()}`,
  ...files,
]

/**
 * The tests must not reach the real API by what the user's shell has set for it.
 * @param {{ tarball: string, consumers: string }} packed the packed package, and the folder that it is installed in
 */
export const nodeTestEnvironment = ({ tarball, consumers }) => {
  const kept = Object.entries(process.env).filter(([name]) => !/^SEAM_(?!EDGE_)/.test(name))
  return { ...Object.fromEntries(kept), SEAM_EDGE_TARBALL: tarball, SEAM_EDGE_CONSUMERS: consumers }
}
