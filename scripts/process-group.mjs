// Starts programs, each in a process group of its own: what it starts in turn can be ended with it, and ends with this process.
// Uses Node's own modules only: setup runs it before the npm packages are there.
import { spawn } from 'node:child_process'

const running = new Set()

// An interrupt of the terminal reaches the group of this process alone, and one from elsewhere this process alone.
process.on('exit', () => {
  for (const id of running) signalGroup(id, 'SIGTERM')
})
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(name, () => process.exit(1))

/**
 * As `spawn` does; `signal` reaches all processes of the group.
 * @returns {{ child: import('node:child_process').ChildProcess, signal: (name: NodeJS.Signals) => void }}
 */
export const startGroup = (program, args, options) => {
  const child = spawn(program, args, { ...options, detached: true })
  const { pid } = child
  if (pid !== undefined) {
    running.add(pid)
    child.on('close', () => running.delete(pid))
  }
  return { child, signal: (name) => pid !== undefined && signalGroup(pid, name) }
}

const signalGroup = (id, name) => {
  try {
    process.kill(-id, name)
  } catch {
    // All of it has ended.
  }
}
