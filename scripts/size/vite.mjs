// What Vite makes of an application by its production build: the script that a page loads first, and the chunks that it loads later.
// Vite is that of the bundler tests. Knows no budget.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Answers the code of the chunks.
 * @param {object} application
 * @param {string} application.source of its module; what it imports by `import()` is loaded later
 * @param {string} application.folder that is made anew for it, from which `seam-edge` is found
 */
export async function chunksOf({ source, folder }) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'index.html'), '<script type="module" src="/page.js"></script>')
  writeFileSync(join(folder, 'page.js'), source)
  const { build } = await bringVite()
  const { output } = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, modulePreload: false },
  })
  const chunks = output.filter(({ type }) => type === 'chunk')
  // With an entry come the chunks that it imports.
  const loadedWith = (chunk) => [
    chunk,
    ...chunk.imports.flatMap((name) => loadedWith(chunks.find(({ fileName }) => fileName === name))),
  ]
  const initial = new Set(chunks.filter(({ isEntry }) => isEntry).flatMap(loadedWith))
  const codeOf = (some) => [...some].map(({ code }) => code).join('\n')
  return { initial: codeOf(initial), lazy: codeOf(chunks.filter((chunk) => !initial.has(chunk))) }
}

async function bringVite() {
  const { installBundler } = await import('../../tests/bundlers/project.mjs')
  const { bundlers } = await import('../../tests/bundlers/table.mjs')
  const installed = await installBundler(bundlers.find(({ name }) => name === 'vite'))
  return await import(pathToFileURL(join(installed, 'node_modules', 'vite', 'dist', 'node', 'index.js')).href)
}
