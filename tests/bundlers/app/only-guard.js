// An entry that uses nothing of the package that needs its WebAssembly: a bundler should leave that out.
import { isApiKey } from 'seam-edge'

globalThis.outcome = isApiKey(location.search.slice(1))
