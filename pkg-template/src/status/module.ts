// The module of `seam-edge/status`: diagnoses and timelines. Decides nothing: that is done in Rust (src/rules).
import { loadModule } from '#module/status'
import { resultOf } from '../client/fault.js'
import type { Handle } from '../client/handle.js'
import type { SeamHttpCallOptions } from '../client/options.js'
import type { Ask, FlowHost } from '../flow/run-flow.js'
import type { EndpointSchema } from '../generated/schemas.js'
import { createGlue } from '../glue/status.js'
import { type Mistake, mistakenForOne, refuseMistake } from '../module/given-resource.js'
import { initModule, type SeamEdgeWasm } from '../module/init.js'
import { ask, instanceOf, type WasmModule } from '../module/instance.js'
import { jsonText } from '../module/json-text.js'

const statusModule: WasmModule<ReturnType<typeof createGlue>> = {
  name: 'status',
  load: loadModule,
  createGlue,
}

/**
 * Asks about a code or a device that there is; src/status.rs in pkg-template/wasm lists the questions.
 *
 * @internal
 * @throws TypeError where `subject` or `device` is a promise or a whole reply, or cannot be written as JSON.
 */
export const askStatus = <T>(
  question: 'diagnose' | 'timeline',
  subject: unknown,
  now: number,
  device?: unknown,
): T => {
  const what = 'the access code or device'
  refuseMistake(mistakenForOne(question === 'diagnose' ? 'subject' : 'codeOrParameters', what, subject))
  refuseMistake(mistakenForOne('device', 'a device', device))
  const written = (name: string, value: unknown) => jsonText(name, value ?? null)
  const asked = `{"subject":${written(what, subject)},"device":${written('`device`', device)},"now":${now}}`
  return statusFlows()([question], asked)
}

/**
 * Asks about an access grant or an access method that there is, and what belongs to it.
 *
 * @internal
 * @throws TypeError where one of them is a promise or a whole reply, or cannot be written as JSON.
 */
export const askAccess = <T>(
  question: 'diagnose_access' | 'access_timeline',
  subject: unknown,
  { accessGrant, accessMethods }: { accessGrant?: unknown; accessMethods?: unknown },
  now: number,
): T => {
  refuseMistake(mistakenForOne('grantOrMethod', 'the access grant or access method', subject))
  refuseMistake(mistakenForOne('accessGrant', 'an access grant', accessGrant))
  refuseMistake(mistakenForMethods(accessMethods))
  const written = (name: string, value: unknown) => jsonText(name, value ?? null)
  const asked = [
    `"subject":${written('the access grant or access method', subject)}`,
    `"grant":${written('`accessGrant`', accessGrant)}`,
    `"methods":${written('`accessMethods`', accessMethods)}`,
    `"now":${now}`,
  ]
  return statusFlows()([question], `{${asked.join()}}`)
}

/** What is wrong with a value in place of the access methods of a grant. */
const mistakenForMethods = (value: unknown): Mistake | undefined => {
  if (value == null || Array.isArray(value)) return undefined
  const mistake = mistakenForOne('accessMethods', 'an array of access methods', value)
  const help = 'pass the list that `accessMethods.list` returns'
  return (
    mistake ?? { path: 'accessMethods', message: 'expected an array of access methods, got an object', help }
  )
}

/**
 * How the flows of this module make their calls: by the path of an endpoint, among these.
 * @internal
 */
export const callsOf =
  (...schemas: EndpointSchema[]) =>
  (client: Handle, options: SeamHttpCallOptions): FlowHost['call'] =>
  (path, parameters, signal) => {
    const schema = schemas.find(([known]) => known === path) as EndpointSchema
    return client.call(schema, JSON.parse(parameters), { ...options, signal })
  }

/**
 * Asks the running instance: the flows that it has begun are known to no other.
 * @internal
 */
export const statusFlows = (): Ask => {
  const instance = instanceOf(statusModule)
  return (words, text = '') => resultOf(ask(instance, 'status', words, text), {})
}

/** As `init` of `seam-edge`, for the file `seam-edge/seam_edge_status.wasm`, which this import uses. */
export const init = (source: SeamEdgeWasm | Promise<SeamEdgeWasm>): Promise<void> =>
  initModule(statusModule, source)
