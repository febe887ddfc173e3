// The loop of `ensure`: looks for the code, creates it, looks again where that may have worked after all.
// What counts as the code that was asked for is in differences.ts.

import { onAbort, sleep } from '../client/attempt.js'
import type { SeamHttpClient } from '../client/client.js'
import {
  isSeamHttpApiError,
  isSeamHttpInvalidResponseError,
  isSeamHttpTransportError,
  SeamHttpInvalidOptionsError,
} from '../client/errors.js'
import { parsed } from '../client/json.js'
import type { SeamHttpCallOptions } from '../client/options.js'
import { parametersText } from '../client/parameters.js'
import { statusOf } from '../events/trouble.js'
import type { AccessCode, UnmanagedAccessCode } from '../generated/resources.js'
import type { AccessCodesCreateParameters } from '../generated/routes.js'
import {
  accessCodesCreate,
  accessCodesGet,
  accessCodesList,
  accessCodesUnmanagedList,
  type EndpointSchema,
} from '../generated/schemas.js'
import { diagnose } from './diagnosis.js'
import { differencesOf, type PlainParameters } from './differences.js'
import { SeamAccessCodeConflictError } from './errors.js'

/** How a code is ensured; also the options of the calls that are made. `validate: 'device'` is for the call that creates. */
export interface AccessCodesEnsureOptions extends Omit<SeamHttpCallOptions, 'waitForActionAttempt'> {
  /**
   * Tells a code without a `code` from others on its device, e.g. the number of a booking. It becomes a part of its `common_code_key`, and so
   * is no secret.
   */
  key?: string | undefined
  /**
   * How often the code is created again after no clear answer, by default 2, whatever the client says; and how often a call that reads
   * is sent again, by default as the client says.
   */
  maxRetries?: number
}

type AnyCode = AccessCode | UnmanagedAccessCode

/** One call of `ensure`, read. */
interface Errand {
  client: SeamHttpClient
  /** As they are sent. */
  wanted: PlainParameters
  createOptions: SeamHttpCallOptions
  readOptions: SeamHttpCallOptions
  /** Which code it is about. */
  identity: string
}

/** What `ensure` does. */
export const ensure = async (
  client: SeamHttpClient,
  parameters: AccessCodesCreateParameters,
  given: AccessCodesEnsureOptions,
): Promise<AccessCode> => {
  const { key, ...options } = given ?? {}
  const { validate, ...others } = options
  const readOptions = validate === undefined || validate === 'device' ? others : options
  client.refuseBadCall(accessCodesCreate, parameters, readOptions)
  const plain = parsed(parametersText('', parameters)) as PlainParameters
  const wanted = { ...plain, ...keyOf(plain, key) }
  const { device_id, code, common_code_key } = wanted
  const identity = JSON.stringify([device_id, code ?? '', code === undefined ? common_code_key : ''])
  const errand = { client, wanted, createOptions: options, readOptions, identity }
  return await oneAfterAnother(client, identity, options.signal, () => findOrCreate(errand))
}

/** The key that stands for a code which has no PIN yet. */
const keyOf = (
  { device_id, code, common_code_key }: PlainParameters,
  key: unknown,
): { common_code_key?: string } => {
  if (key === undefined) {
    if (code !== undefined || common_code_key !== undefined) return {}
    throw new SeamHttpInvalidOptionsError('ensure needs a `code`, or the option `key` to tell the code by')
  }
  if (typeof key !== 'string' || key === '') {
    throw new SeamHttpInvalidOptionsError('The key option must be a string that is not empty')
  }
  if (code !== undefined || common_code_key !== undefined) {
    throw new SeamHttpInvalidOptionsError('The key option cannot be used with `code` or `common_code_key`')
  }
  // With the device: codes of one key have one PIN, on whichever devices they are, and that was not asked for.
  return { common_code_key: `ensure:${device_id}:${key}` }
}

const queues = /* @__PURE__ */ new WeakMap<SeamHttpClient, Map<string, Promise<unknown>>>()

/** Runs what is about the same code one after another, so that the second finds what the first has made. */
const oneAfterAnother = async <T>(
  client: SeamHttpClient,
  identity: string,
  signal: AbortSignal | undefined,
  run: () => Promise<T>,
): Promise<T> => {
  const queue = queues.get(client) ?? new Map<string, Promise<unknown>>()
  queues.set(client, queue)
  const before = queue.get(identity)
  const running = before === undefined ? run() : settledOr(before, signal).then(run)
  // Who gives up does not let the next one pass those before.
  const tail = Promise.allSettled([before, running])
  queue.set(identity, tail)
  try {
    return await running
  } finally {
    tail.then(() => {
      if (queue.get(identity) === tail) queue.delete(identity)
    })
  }
}

/** Settles with the promise, or when the caller gives up: the call that follows then says so. */
const settledOr = (promise: Promise<unknown>, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    const leave = onAbort(signal, resolve)
    if (signal?.aborted) resolve()
    promise.finally(() => {
      leave()
      resolve()
    })
  })

// What may be under way by a client: identities of codes without a PIN, whose creation has had no clear answer. With a PIN the server
// refuses the second.
const doubts = /* @__PURE__ */ new WeakMap<SeamHttpClient, Set<string>>()

const findOrCreate = async (errand: Errand): Promise<AccessCode> => {
  const { client, wanted, createOptions, identity } = errand
  const underWay = doubts.get(client) ?? new Set()
  doubts.set(client, underWay)
  const most = createOptions.maxRetries ?? 2
  for (let repeats = 0, failure: unknown; ; repeats += 1) {
    const isLast = repeats > most
    const found = await (underWay.has(identity) && !isLast ? lookForLong(errand) : look(errand))
    if (found !== undefined || !isLast) underWay.delete(identity)
    if (found !== undefined) return found
    if (isLast) throw failure
    try {
      const [, created] = await client.send(accessCodesCreate, wanted, createOptions)
      if (wanted.code !== undefined) return created as AccessCode
      // Another may have been made meanwhile: then all calls give the oldest.
      return (await look(errand).catch(() => undefined)) ?? (created as AccessCode)
    } catch (error) {
      failure = error
      if (wanted.code === undefined && (mayHaveCreated(error) || createOptions.signal?.aborted))
        underWay.add(identity)
      // There is one already; creating again can only be refused again.
      if (isDuplicate(error)) repeats = most
      else if (!mayHaveCreated(error)) throw error
      // What lost its reply may be at work still.
      else await sleep(1000 * 2 ** repeats * (1 + Math.random() / 4), createOptions.signal)
    }
  }
}

const isDuplicate = (error: unknown): boolean =>
  isSeamHttpApiError(error) && (error.statusCode === 409 || error.code.startsWith('duplicate_'))

/** Whether a create that failed like this may have made a code. */
const mayHaveCreated = (error: unknown): boolean => {
  if (isSeamHttpInvalidResponseError(error)) return true
  const status = statusOf(error)
  if (status >= 500 || status === 408 || status === 425) return true
  return isSeamHttpTransportError(error) && /^(ERR_NETWORK|ETIMEDOUT|ERR_BAD_RESPONSE)$/.test(error.code)
}

/** Looks again and again for up to 15 s, in which a slow server gets done with what it has begun. */
const lookForLong = async (errand: Errand): Promise<AccessCode | undefined> => {
  const { signal } = errand.readOptions
  for (let waited = 0, pause = 1000; ; pause = Math.min(pause * 1.5, 4000)) {
    const found = await look(errand)
    if (found !== undefined || waited + pause > 15_000) return found
    waited += pause
    await sleep(pause * (1 + Math.random() / 4), signal)
  }
}

/**
 * The code that was asked for, where it is there.
 *
 * @throws SeamAccessCodeConflictError where there is another one in its place.
 */
const look = async (errand: Errand): Promise<AccessCode | undefined> => {
  const { wanted } = errand
  const found = wanted.code === undefined ? await withKey(errand) : await withPin(errand)
  let conflict: SeamAccessCodeConflictError | undefined
  for (const code of found) {
    const differences = differencesOf(wanted, code)
    const { phase } = diagnose(code)
    if (differences.length === 0 && phase === 'removing') {
      differences.push({ property: 'status', expected: 'set', actual: 'removing' })
    }
    if (differences.length === 0) return code as AccessCode
    // What has left the lock is in nobody's way.
    if (phase !== 'removed') conflict ??= new SeamAccessCodeConflictError(code, differences)
  }
  if (conflict !== undefined) throw conflict
  return undefined
}

const withPin = async (errand: Errand): Promise<AnyCode[]> => {
  const { client, wanted, readOptions } = errand
  const { device_id, code } = wanted
  try {
    const [, found] = await client.send(accessCodesGet, { device_id, code }, readOptions)
    return [found as AccessCode]
  } catch (error) {
    if (!(isSeamHttpApiError(error) && error.statusCode === 404)) throw error
  }
  // A PIN that Seam has not set is on the lock all the same: the new code would never get there.
  const unmanaged = await codesOf(errand, accessCodesUnmanagedList)
  return unmanaged.filter((other) => other.code === code)
}

const withKey = async (errand: Errand): Promise<AnyCode[]> => {
  const { common_code_key } = errand.wanted
  const codes = await codesOf(errand, accessCodesList)
  // Where there are several, all calls give the oldest.
  return codes
    .filter((code) => 'common_code_key' in code && code.common_code_key === common_code_key)
    .sort((one, other) => Date.parse(one.created_at) - Date.parse(other.created_at))
}

/** All codes of the device. Some servers give those of other devices along. */
const codesOf = async (
  { client, wanted, readOptions }: Errand,
  schema: EndpointSchema,
): Promise<AnyCode[]> => {
  const { device_id } = wanted
  const codes: AnyCode[] = []
  const cursors = new Set<unknown>()
  for (let page_cursor: string | null | undefined; ; ) {
    const parameters = page_cursor == null ? { device_id } : { device_id, page_cursor }
    const [body, page] = await client.send(schema, parameters, readOptions)
    codes.push(...(page as AnyCode[]).filter((code) => code.device_id === device_id))
    const { pagination } = body as {
      pagination?: { has_next_page: boolean; next_page_cursor: string | null }
    }
    page_cursor = pagination?.next_page_cursor
    if (pagination?.has_next_page !== true || page_cursor == null || cursors.has(page_cursor)) return codes
    cursors.add(page_cursor)
  }
}
