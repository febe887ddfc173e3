// Finds paths of the machine that made a file in it. They tell strangers about that machine, and make each machine's build another.
// Rust writes them into a program for the messages of panics.
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename } from 'node:path'
import { root } from '../repository.mjs'

// Where Rust's own libraries and downloaded crates lie on any machine.
const librarySource = /\/[\w/.-]*\/(?:library|registry)\/[\w/.-]+\.rs/

// Also the paths of others' machines: rustc's own libraries, and the crates that cargo downloads.
const traces = [root, homedir(), process.env.CARGO_HOME, '/rustc/', '.cargo/registry']
  // A home directory can be `/`.
  .filter((path) => path !== undefined && path.length > 1)

/** One line per trace in the file: the file's name and the text around the trace. */
export function tracesIn(file) {
  // One character per byte, whatever the file is.
  const text = readFileSync(file, 'latin1')
  const places = [...traces.map((trace) => text.indexOf(trace)), text.search(librarySource)]
  return places
    .filter((at) => at !== -1)
    .map((at) => {
      const [around] = text.slice(at, at + 120).match(/^[ -~]*/)
      return `${basename(file)}: ${around}`
    })
}
