// ensureAccessCode: looks for the code, creates it, looks again where that may have worked after all.
// What counts as the code that is wanted is in differences.ts.
import { sleep } from '../client/attempt.js'
import {
  isSeamHttpApiError,
  isSeamHttpInvalidResponseError,
  isSeamHttpTransportError,
  SeamHttpInvalidOptionsError,
} from '../client/errors.js'
import { everyPage } from '../client/every-page.js'
import { statusOf } from '../client/failure.js'
import { clientOf, type Handle, type SeamAnyClient } from '../client/handle.js'
import { parsed } from '../client/json.js'
import type { SeamHttpCallOptions } from '../client/options.js'
import { parametersText } from '../client/parameters.js'
import { oneAfterAnother } from '../client/queue.js'
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

/** How a code is ensured; also the options of the calls that are made, such as `headers` and `timeout`, which is per attempt. */
export interface EnsureAccessCodeOptions extends Omit<SeamHttpCallOptions, 'waitForActionAttempt'> {
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

/** What one call of the function is about. */
interface Wanted {
  client: Handle
  /** The parameters as they are sent. */
  wanted: PlainParameters
  options: SeamHttpCallOptions
  /** Which code it is about. */
  identity: string
}

/**
 * Creates an access code, or returns the one that an earlier attempt has created: safe to repeat, also after a reply that was lost. The code
 * is identified by `device_id` and `code`; without a `code` by the option `key`, or by `common_code_key`. Calls side by side through one client
 * make one code, whichever copies of this package they are made with. Of two clients that create at the same moment the server refuses the
 * second, if there is a `code`; without one they may make two. So may one client, if a server works on a request for more than 15 s after the
 * connection was lost: for so long the code is looked for before it is created again, by the same client in a later call too. Where there are
 * several, the oldest is returned.
 *
 * An existing code is returned where it matches the parameters: name, time frame, kind and whether changes outside Seam are
 * allowed, as far as they are given. What the server does not report of a code, as `prefer_native_scheduling`, is not compared.
 *
 * @param seam - A `SeamHttp`, one of its namespaces, or its `client`.
 * @throws {@link SeamAccessCodeConflictError} where there is another code under the same identity; {@link SeamHttpInvalidOptionsError}
 * without an identity; and as `accessCodes.create` does.
 */
export const ensureAccessCode = async (
  seam: SeamAnyClient,
  parameters: AccessCodesCreateParameters,
  options: EnsureAccessCodeOptions = {},
): Promise<AccessCode> => {
  const client = clientOf(seam)
  const { key, ...callOptions } = options ?? {}
  client.check(accessCodesCreate, parameters, callOptions)
  const plain = parsed(parametersText('', parameters)) as PlainParameters
  const wanted = { ...plain, ...keyOf(plain, key) }
  const { device_id, code, common_code_key } = wanted
  const identity = JSON.stringify([device_id, code ?? '', code === undefined ? common_code_key : ''])
  return await oneAfterAnother(client, 'ensureAccessCode', identity, callOptions.signal, () =>
    findOrCreate({ client, wanted, options: callOptions, identity }),
  )
}

/** The key that stands for a code which has no PIN yet. */
const keyOf = (
  { device_id, code, common_code_key }: PlainParameters,
  key: unknown,
): { common_code_key?: string } => {
  if (key === undefined) {
    if (code !== undefined || common_code_key !== undefined) return {}
    throw new SeamHttpInvalidOptionsError(
      'ensureAccessCode needs a `code`, or the option `key` to tell the code by',
    )
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

/** Identities of codes without a PIN, whose creation by this client has had no clear answer. With a PIN the server refuses the second. */
const underWayIn = ({ anchor }: Handle): Set<string> => {
  const name = 'ensureAccessCode: under way'
  const found = (anchor.get(name) ?? new Set()) as Set<string>
  anchor.set(name, found)
  return found
}

const findOrCreate = async (about: Wanted): Promise<AccessCode> => {
  const { client, wanted, options, identity } = about
  const underWay = underWayIn(client)
  const most = options.maxRetries ?? 2
  for (let repeats = 0, failure: unknown; ; repeats += 1) {
    const isLast = repeats > most
    const found = await (underWay.has(identity) && !isLast ? lookForLong(about) : look(about))
    if (found !== undefined || !isLast) underWay.delete(identity)
    if (found !== undefined) return found
    if (isLast) throw failure
    try {
      const { data: created } = await client.call(accessCodesCreate, wanted, options)
      if (wanted.code !== undefined) return created as AccessCode
      // Another may have been made meanwhile: then all calls return the oldest.
      return (await look(about).catch(() => undefined)) ?? (created as AccessCode)
    } catch (error) {
      failure = error
      if (wanted.code === undefined && (mayHaveCreated(error) || options.signal?.aborted))
        underWay.add(identity)
      // There is one already; creating again can only be refused again.
      if (isDuplicate(error)) repeats = most
      else if (!mayHaveCreated(error)) throw error
      // What lost its reply may be at work still.
      else await sleep(1000 * 2 ** repeats * (1 + Math.random() / 4), options.signal)
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
const lookForLong = async (about: Wanted): Promise<AccessCode | undefined> => {
  const { signal } = about.options
  for (let waited = 0, pause = 1000; ; pause = Math.min(pause * 1.5, 4000)) {
    const found = await look(about)
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
const look = async (about: Wanted): Promise<AccessCode | undefined> => {
  const { wanted } = about
  const found = wanted.code === undefined ? await withKey(about) : await withPin(about)
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

const withPin = async (about: Wanted): Promise<AnyCode[]> => {
  const { client, wanted, options } = about
  const { device_id, code } = wanted
  try {
    const { data } = await client.call(accessCodesGet, { device_id, code }, options)
    return [data as AccessCode]
  } catch (error) {
    if (!(isSeamHttpApiError(error) && error.statusCode === 404)) throw error
  }
  // A PIN that Seam has not set is on the lock all the same: the new code would never get there.
  const unmanaged = await codesOf(about, accessCodesUnmanagedList)
  return unmanaged.filter((other) => other.code === code)
}

const withKey = async (about: Wanted): Promise<AnyCode[]> => {
  const { common_code_key } = about.wanted
  const codes = await codesOf(about, accessCodesList)
  // Where there are several, all calls return the oldest.
  return codes
    .filter((code) => 'common_code_key' in code && code.common_code_key === common_code_key)
    .sort((one, other) => Date.parse(one.created_at) - Date.parse(other.created_at))
}

/** All codes of the device. Some servers return those of other devices too. */
const codesOf = async ({ client, wanted, options }: Wanted, schema: EndpointSchema): Promise<AnyCode[]> => {
  const { device_id } = wanted
  const codes = (await everyPage(client, schema, { device_id }, options)) as AnyCode[]
  return codes.filter((code) => code.device_id === device_id)
}
