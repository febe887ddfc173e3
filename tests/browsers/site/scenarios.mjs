// What is done with the package in a window and in workers: takes its exports and plain values, answers plain values.
// What is expected of them is in the test files, outside of the browser.

import { fakeChecks } from '../../runtimes/fake-checks.mjs'

const code = '482913'

/** Create, read, list and delete, as the user of a publishable key. */
const mainJob = async ({ SeamHttp }, { publishableKey, userIdentifierKey, endpoint, deviceId }) => {
  const seam = await SeamHttp.fromPublishableKey(publishableKey, userIdentifierKey, { endpoint })
  return await job(seam, deviceId)
}

/** The same with a client session token, which some server made. */
const jobOfSession = async ({ SeamHttp }, { clientSessionToken, endpoint, deviceId }) =>
  await job(SeamHttp.fromClientSessionToken(clientSessionToken, { endpoint }), deviceId)

const job = async (seam, device_id) => {
  const created = await seam.accessCodes.create({ device_id, name: 'Guest', code })
  const { access_code_id } = created
  const read = await seam.accessCodes.get({ access_code_id })
  const listed = await seam.accessCodes.list({ device_id })
  await seam.accessCodes.delete({ access_code_id })
  return {
    created: [created.name, created.code, created.status],
    read: read.access_code_id === access_code_id,
    listed: listed.map((each) => each.access_code_id === access_code_id),
  }
}

/** Many calls at once through one client: each gets its own answer. */
const manyAtOnce = async ({ SeamHttp }, { clientSessionToken, endpoint, deviceId, count }) => {
  const seam = SeamHttp.fromClientSessionToken(clientSessionToken, { endpoint })
  const codes = Array.from({ length: count }, (_, index) => String(500_000 + index))
  const created = await Promise.all(
    codes.map((each) => seam.accessCodes.create({ device_id: deviceId, code: each })),
  )
  const read = await Promise.all(
    created.map(({ access_code_id }) => seam.accessCodes.get({ access_code_id })),
  )
  return { sent: codes, read: read.map((each) => each.code), ids: new Set(read.map(idOf)).size }
}

const idOf = ({ access_code_id }) => access_code_id

/** The errors of calls, one per way to fail. */
const failures = async (seamEdge, { clientSessionToken, endpoint, deviceId, silentId }) => {
  const seam = seamEdge.SeamHttp.fromClientSessionToken(clientSessionToken, { endpoint, maxRetries: 0 })
  const { accessCodes } = seam
  const get = (access_code_id, options) => accessCodes.get({ access_code_id }, options)
  return {
    api: await failureOf(seamEdge, () => get('none')),
    validation: await failureOf(seamEdge, () => accessCodes.create({ device_id: deviceId, code: '12' })),
    timeout: await failureOf(seamEdge, () => get(silentId, { timeout: 300 })),
    abort: await failureOf(seamEdge, () => get(silentId, { signal: abortedIn(300) })),
    abortedBefore: await failureOf(seamEdge, () => get(silentId, { signal: AbortSignal.abort() })),
  }
}

const abortedIn = (milliseconds) => {
  const controller = new AbortController()
  setTimeout(() => controller.abort(), milliseconds)
  return controller.signal
}

/** What becomes of an API key, which must not be in a browser. */
const apiKey = async (seamEdge, { apiKey, endpoint }) => ({
  refused: await failureOf(seamEdge, () => new seamEdge.SeamHttp({ apiKey, endpoint })),
  devices: (await new seamEdge.SeamHttp({ apiKey, endpoint, dangerouslyAllowBrowser: true }).devices.list())
    .length,
})

/** The first use of the package, where its WebAssembly is compiled; sends nothing. */
const firstUse = async (seamEdge, { clientSessionToken, endpoint }) =>
  await failureOf(seamEdge, () => seamEdge.SeamHttp.fromClientSessionToken(clientSessionToken, { endpoint }))

const wasm = '/seam-edge/seam_edge.wasm'
const bytesOf = async () => await (await fetch(wasm)).arrayBuffer()

/** The file of the package in every form that `init` takes in a browser. */
const formsOfModule = {
  'a Response that streams': () => fetch(wasm),
  'a Response of another type': () => fetch('/untyped.bin'),
  'a Response whose type has a parameter': async () =>
    new Response(await bytesOf(), { headers: { 'content-type': 'application/wasm; charset=utf-8' } }),
  'a Response that was made here': async () => new Response(await bytesOf()),
  'an address': () => wasm,
  'a URL': () => new URL(wasm, location.href),
  bytes: bytesOf,
  'a module': async () => await WebAssembly.compile(await bytesOf()),
}

/** `init` with one form in a copy of the package that nobody has used, then a call; and how modules were compiled from `init` on. */
const initWith = async (seamEdge, { form, copy, clientSessionToken, endpoint, deviceId }) => {
  const { init, SeamHttp } = copy ? await import(copy) : seamEdge
  const source = await formsOfModule[form]()
  const { compiledBy, restore } = watchCompiling()
  try {
    await init(source)
    const seam = SeamHttp.fromClientSessionToken(clientSessionToken, { endpoint })
    const created = await seam.accessCodes.create({ device_id: deviceId, code })
    return { created: [created.code, created.status], compiledBy }
  } finally {
    restore()
  }
}

/** Notes each way to compile a module by its name. */
const watchCompiling = () => {
  const compiledBy = []
  const originals = ['Module', 'compile', 'compileStreaming'].map((name) => [name, WebAssembly[name]])
  for (const [name, original] of originals) {
    WebAssembly[name] = function (...values) {
      compiledBy.push(name)
      return new.target ? Reflect.construct(original, values) : Reflect.apply(original, this, values)
    }
    // With what hangs on it, as `WebAssembly.Module.exports`.
    Object.setPrototypeOf(WebAssembly[name], original)
  }
  const restore = () => {
    for (const [name, original] of originals) WebAssembly[name] = original
  }
  return { compiledBy, restore }
}

/** What `init` says of what is not the module, and whether a client can be made afterwards. */
const initInVain = async (_, { copy, clientSessionToken, endpoint }) => {
  const { init, SeamHttp } = await import(copy)
  const said = (source) =>
    init(source).then(
      () => 'nothing',
      ({ name, message }) => `${name}: ${message}`,
    )
  return {
    html: await said('/site/index.html'),
    missing: await said(fetch('/none.wasm')),
    bytes: await said(new Uint8Array([1, 2, 3])),
    usable: SeamHttp.fromClientSessionToken(clientSessionToken, { endpoint }) instanceof SeamHttp,
  }
}

/** `init` as the first use, where no WebAssembly may be compiled. */
const firstInit = async (seamEdge) => await failureOf(seamEdge, () => seamEdge.init(wasm))

/** A second copy of the package beside the first: errors and clients of the one in the hands of the other. */
const twoCopies = async (seamEdge, { otherCopy, clientSessionToken, endpoint, deviceId, silentId }) => {
  const other = await import(otherCopy)
  const seam = seamEdge.SeamHttp.fromClientSessionToken(clientSessionToken, { endpoint, maxRetries: 0 })
  const through = other.SeamHttp.fromClient(seam.client)
  const { access_code_id } = await through.accessCodes.create({ device_id: deviceId, code })
  const read = await seam.accessCodes.get({ access_code_id })
  const get = (id, options) => seam.accessCodes.get({ access_code_id: id }, options)
  return {
    areTwo: other.SeamHttp !== seamEdge.SeamHttp && other.SeamHttpApiError !== seamEdge.SeamHttpApiError,
    sameClient: through.client === seam.client,
    read: read.code,
    api: await failureOf(other, () => get('none')),
    validation: await failureOf(other, () => seam.accessCodes.create({ device_id: deviceId, code: '12' })),
    timeout: await failureOf(other, () => get(silentId, { timeout: 300 })),
    apiThroughOther: await failureOf(seamEdge, () => through.accessCodes.get({ access_code_id: 'none' })),
  }
}

/** What an action throws or rejects with, as a page would tell it by the classes and guards of one copy of the package. */
const failureOf = async (seamEdge, action) => {
  try {
    await action()
  } catch (error) {
    const classes = Object.keys(seamEdge).filter(
      (name) => seamEdge[name]?.prototype instanceof Error && error instanceof seamEdge[name],
    )
    const guards = Object.keys(seamEdge).filter((name) => /^is\w+Error$/.test(name) && seamEdge[name](error))
    const { name, message, code, statusCode, cause } = error
    return { name, message, code, statusCode, cause: cause && String(cause), classes, guards }
  }
  return undefined
}

/** One of the checks of the fake, which need no API. */
const fakeCheck = async (seamEdge, { name }, subpaths) => {
  const { run } = fakeChecks.find((check) => check.name === name)
  await run({ importPackage: async () => seamEdge, importSubpaths: async () => subpaths })
  return 'holds'
}

export const scenarios = {
  mainJob,
  jobOfSession,
  manyAtOnce,
  failures,
  apiKey,
  firstUse,
  firstInit,
  initWith,
  initInVain,
  twoCopies,
  fakeCheck,
}
