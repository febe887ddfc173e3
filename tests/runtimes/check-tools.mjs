// Assertions, and the watch over import and rejections, in web APIs alone: node:assert is not in every runtime.
// Knows nothing of the package.

/** Fails unless `value` is true; `said` may be the error that was found instead. */
export const ok = (value, said) => {
  if (value !== true)
    throw new Error(`not so: ${said instanceof Error ? `${said.name}: ${said.message}` : said}`)
}

/** Fails unless both are the same primitive. */
export const equal = (actual, expected, what) => {
  if (actual !== expected) throw new Error(`${what}: expected ${expected}, got ${actual}`)
}

/** Fails unless the text matches. */
export const matches = (text, pattern) => {
  if (!pattern.test(text)) throw new Error(`${JSON.stringify(text)} does not match ${pattern}`)
}

/** What `action` throws or rejects with; fails when it does neither. */
export const failureOf = async (action) => {
  let value
  try {
    value = await action()
  } catch (error) {
    return error
  }
  throw new Error(`expected an error, got ${JSON.stringify(value)}`)
}

// What a module could do at import that others would notice.
const noticeable = [
  [globalThis, ['fetch', 'setTimeout', 'setInterval', 'queueMicrotask', 'addEventListener']],
  [globalThis.WebAssembly, ['Module', 'Instance', 'compile', 'instantiate', 'compileStreaming']],
  [globalThis.console, ['log', 'info', 'warn', 'error']],
]

/** Imports, and answers what was `done` on the way and which globals were `added`. */
export const quietImport = async (importPackage) => {
  const done = []
  const replaced = []
  for (const [owner, names] of noticeable) {
    for (const name of names.filter((name) => typeof owner?.[name] === 'function')) {
      const original = owner[name]
      const watched = function (...values) {
        done.push(name)
        return new.target ? Reflect.construct(original, values) : Reflect.apply(original, this, values)
      }
      owner[name] = watched
      // Where it could not be replaced, the check would pass whatever happens.
      if (owner[name] !== watched) throw new Error(`cannot watch ${name}`)
      replaced.push(() => {
        owner[name] = original
      })
    }
  }
  const before = new Set(Reflect.ownKeys(globalThis))
  try {
    await importPackage()
  } finally {
    for (const restore of replaced) restore()
  }
  return {
    done,
    added: Reflect.ownKeys(globalThis)
      .filter((key) => !before.has(key))
      .map(String),
  }
}

/** From now on collects rejections that nobody handles. Proves that this runtime tells of them, or throws. */
export const watchRejections = async () => {
  const rejections = []
  const note = (reason) => rejections.push(String(reason))
  // Node tells by `process`; workerd and browsers by an event; Bun and Deno by both.
  if (typeof globalThis.process?.on === 'function') globalThis.process.on('unhandledRejection', note)
  globalThis.addEventListener?.('unhandledrejection', (event) => {
    event.preventDefault()
    note(event.reason)
  })
  Promise.reject(new Error('left on purpose'))
  for (let turn = 0; turn < 50 && rejections.length === 0; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  if (rejections.length === 0) throw new Error('this runtime does not tell of unhandled rejections')
  rejections.length = 0
  return rejections
}
