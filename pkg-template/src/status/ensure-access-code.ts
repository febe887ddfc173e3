// ensureAccessCode: runs the flow of this name, one after another for the same code, and turns what it reports into values and errors. Decides
// nothing.
import type { SeamAnyClient } from '../client/connection.js'
import type { Fault } from '../client/core.js'
import { errorFrom } from '../client/fault.js'
import { clientOf, type Handle } from '../client/handle.js'
import { copied, optionsText, requireSignal, type SeamHttpCallOptions } from '../client/options.js'
import { parametersText } from '../client/parameters.js'
import { oneAfterAnother } from '../client/queue.js'
import { endOfFlow, runFlow, type Words } from '../flow/run-flow.js'
import type { AccessCode, UnmanagedAccessCode } from '../generated/resources.js'
import type { AccessCodesCreateParameters } from '../generated/routes.js'
import {
  accessCodesCreate,
  accessCodesGet,
  accessCodesList,
  accessCodesUnmanagedList,
} from '../generated/schemas.js'
import { inTheNameOf } from '../module/option-names.js'
import { type AccessCodeDifference, SeamAccessCodeConflictError } from './errors.js'
import { callsOf, statusFlows } from './module.js'

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
  maxRetries?: number | undefined
}

/** What the steps of the flow have; src/ensure_access_code.rs in pkg-template/wasm says which. */
interface EnsureStep {
  inDoubt: boolean
  accessCode: AccessCode | UnmanagedAccessCode
  message: string
  differences: AccessCodeDifference[]
  reason: Fault
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
 * @throws {@link SeamAccessCodeConflictError} where there is another code under the same identity, or Seam has created something else than it
 * was asked for; `SeamHttpInvalidOptionsError` without an identity; and as `accessCodes.create` does.
 */
export const ensureAccessCode = async (
  seam: SeamAnyClient,
  parameters: AccessCodesCreateParameters,
  options: EnsureAccessCodeOptions = {},
): Promise<AccessCode> => {
  try {
    return await ensureByFlow(clientOf(seam), parameters, options)
  } catch (error) {
    throw inTheNameOf('ensureAccessCode', error)
  }
}

const ensureByFlow = async (
  client: Handle,
  parameters: AccessCodesCreateParameters,
  options: EnsureAccessCodeOptions,
): Promise<AccessCode> => {
  const { signal, ...plain } = copied(options ?? {})
  const { key: _, ...callOptions } = plain
  requireSignal(signal)
  client.check(accessCodesCreate, parameters, callOptions)
  const ask = statusFlows()
  const words = ['start', 'ensure_access_code', optionsText(plain)]
  const started = ask<{ number: number; identity: string }>(words, parametersText('', parameters))
  const { number, identity } = started
  const run = async (): Promise<AccessCode> => {
    const doubts = doubtsOf(client)
    const host = {
      ask<T>(words: Words, text?: string): T {
        const step = ask<T>(words, text)
        if ((step as EnsureStep).inDoubt) doubts.add(identity)
        else if (words[0] === 'next') doubts.delete(identity)
        return step
      },
      signal: signal ?? undefined,
      call: calls(client, callOptions),
    }
    const flow = runFlow<EnsureStep>(host, number, [doubts.has(identity) ? 1 : 0])
    const { step } = await endOfFlow(flow)
    if (step.do === 'done') return step.accessCode as AccessCode
    if (step.why === 'endless') throw errorFrom(step.reason, step)
    throw new SeamAccessCodeConflictError(step.message, step.accessCode, step.differences)
  }
  return await oneAfterAnother(client, 'ensureAccessCode', identity, signal ?? undefined, run)
}

const calls = callsOf(accessCodesCreate, accessCodesGet, accessCodesList, accessCodesUnmanagedList)

/** Which codes a client may have created without having had a clear answer. */
const doubtsOf = ({ anchor }: Handle): Set<string> => {
  const name = 'ensureAccessCode: in doubt'
  const doubts = (anchor.get(name) ?? new Set()) as Set<string>
  anchor.set(name, doubts)
  return doubts
}
