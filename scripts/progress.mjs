// Shows that something long is under way: after two seconds, and then every ten, one line with all that is, and how far each of it is.
// Says nothing where all is over sooner. Uses Node's own modules only: setup runs it before the npm packages are there.

const firstSeconds = 2
const everySeconds = 10

const tasks = new Set()
let timer
let lastShown = Number.NEGATIVE_INFINITY

/**
 * Runs a step, and shows it for as long as it runs; one in the background is shown only beside others that are not.
 * @template Result
 * @param {string} name
 * @param {(note: (howFar: string) => void) => Promise<Result>} step
 * @returns {Promise<Result>}
 */
export async function underWay(name, step, { inBackground = false } = {}) {
  const task = { name, start: performance.now(), howFar: undefined, inBackground }
  tasks.add(task)
  if (!inBackground) {
    const earliest = Math.max(task.start + firstSeconds * 1000, lastShown + everySeconds * 1000)
    timer ??= setTimeout(showAll, earliest - task.start)
  }
  try {
    return await step((howFar) => {
      task.howFar = howFar
    })
  } finally {
    tasks.delete(task)
    if ([...tasks].every((other) => other.inBackground)) {
      clearTimeout(timer)
      timer = undefined
    }
  }
}

function showAll() {
  lastShown = performance.now()
  console.log(progressLine(tasks, lastShown))
  timer = setTimeout(showAll, everySeconds * 1000)
}

/** `now` and each `start` in milliseconds. */
export function progressLine(tasks, now) {
  const texts = [...tasks].map(({ name, start, howFar }) => {
    const seconds = `${Math.round((now - start) / 1000)} s`
    return `${name} (${howFar === undefined ? seconds : `${seconds}, ${howFar}`})`
  })
  return `under way: ${texts.join(', ')}`
}
