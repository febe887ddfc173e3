// What the facade finds out about the runtime it is in: environment variables, and whether this is a browser.
// Decides nothing but that a blank key is none: both go to the Rust core.

const variables = [
  'SEAM_API_KEY',
  'SEAM_ENDPOINT',
  'SEAM_API_URL',
  'SEAM_PERSONAL_ACCESS_TOKEN',
  'SEAM_WORKSPACE_ID',
]

interface Runtime {
  process?: { env?: Record<string, string | undefined>; versions?: { node?: string } }
  window?: { document?: unknown }
  navigator?: { userAgent?: string }
  WorkerGlobalScope?: unknown
}

/** The Seam environment variables that are set, as JSON text; false in place of one that cannot be read. A blank key or workspace counts as not set. */
export const readEnvironment = (): string => {
  const found: Record<string, string | false | undefined> = {}
  for (const name of variables) {
    try {
      const value = (globalThis as Runtime).process?.env?.[name]
      // A blank key or workspace names none. A blank address is handed on, to be refused: calls must not go to production because of it.
      if (/POINT|URL/.test(name) || value?.trim()) found[name] = value
    } catch {
      // Deno without --allow-env.
      found[name] = false
    }
  }
  return JSON.stringify(found)
}

/**
 * Returns true in a page and in a web worker of a browser, where whoever opens the page can read an API key.
 *
 * Server runtimes imitate parts of a browser, so each has to be told apart: Node, Bun and Deno by `process.versions.node`
 * (which also holds for jsdom), workerd and edge runtimes by having no document and by not calling themselves Mozilla, as
 * every browser does.
 */
export const isBrowser = (): boolean => {
  const { process, window, navigator, WorkerGlobalScope } = globalThis as Runtime
  if (process?.versions?.node != null) return false
  return (
    window?.document != null || (WorkerGlobalScope != null && /^Mozilla\//.test(navigator?.userAgent ?? ''))
  )
}
