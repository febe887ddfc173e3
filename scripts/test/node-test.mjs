// How the tests that node:test runs are started.

// The default reporter differs between the versions of Node, and where the output is no terminal.
export const nodeTestArguments = (files) => ['--test', '--test-reporter=spec', ...files]

/**
 * The tests must not reach the real API by what the user's shell has set for it.
 * @param {{ tarball: string, consumers: string }} packed the packed package, and the folder that it is installed in
 */
export const nodeTestEnvironment = ({ tarball, consumers }) => {
  const kept = Object.entries(process.env).filter(([name]) => !/^SEAM_(?!EDGE_)/.test(name))
  return { ...Object.fromEntries(kept), SEAM_EDGE_TARBALL: tarball, SEAM_EDGE_CONSUMERS: consumers }
}
