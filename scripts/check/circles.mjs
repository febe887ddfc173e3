// Finds circles among the imports of TypeScript sources, those of types included: files that import each other, directly or through others,
// can be neither read nor tested alone.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const imported = /(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+)\.js'/g

/** The circles below a folder, each as the paths of its files. */
export function circlesIn(folder) {
  const graph = graphOf(folder)
  const circles = []
  const done = new Set()
  for (const start of graph.keys()) {
    if (done.has(start)) continue
    const reached = reachedFrom(graph, start)
    const circle = [...reached].filter((file) => reachedFrom(graph, file).has(start))
    if (circle.length === 0) continue
    for (const file of circle) done.add(file)
    circles.push(circle.sort())
  }
  return circles
}

/** What each file imports, by its path. Files that another tool writes, as the glue, are JavaScript, and so not among them. */
function graphOf(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((name) => /(?<!\.d)\.ts$/.test(name))
  return new Map(
    files.map((file) => {
      const text = readFileSync(join(folder, file), 'utf8')
      const targets = Array.from(text.matchAll(imported), ([, path]) =>
        relative(folder, join(folder, dirname(file), `${path}.ts`)),
      )
      return [file, targets.filter((target) => files.includes(target))]
    }),
  )
}

/** All that a file imports, directly or through others; the file itself only where a way leads back to it. */
function reachedFrom(graph, start) {
  const reached = new Set()
  const open = [...graph.get(start)]
  while (open.length > 0) {
    const file = open.pop()
    if (reached.has(file)) continue
    reached.add(file)
    open.push(...graph.get(file))
  }
  return reached
}
