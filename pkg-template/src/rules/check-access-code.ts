// checkAccessCode: whether a lock would take a code, before the network. What parameters have to be like is checked by the core, what the lock
// takes by the rules; both in Rust.
import type { Issue } from '../client/issue.js'
import { parsed } from '../client/json.js'
import { parametersText } from '../client/parameters.js'
import type {
  AccessCodesCreateMultipleParameters,
  AccessCodesCreateParameters,
  AccessCodesUpdateParameters,
} from '../generated/routes.js'
import {
  accessCodesCreateMultipleParametersSchema,
  accessCodesCreateParametersSchema,
  accessCodesUpdateParametersSchema,
} from '../generated/schemas.js'
import { collected, mistakenForCodes, mistakenForOne } from '../module/given-resource.js'
import { type Instant, millisecondsOf } from '../module/instant.js'
import { jsonText } from '../module/json-text.js'
import { requireKnownOptions } from '../module/option-names.js'
import type { AccessCodePart, DevicePart } from '../module/resource-parts.js'
import { type ValueCheck, valueCheck } from '../schemas/value-check.js'
import { askRules } from './module.js'

/** Parameters of the calls that make or change a code. */
export type AccessCodeParameters =
  | AccessCodesCreateParameters
  | AccessCodesCreateMultipleParameters
  | AccessCodesUpdateParameters

/** What a code is checked against. */
export interface CheckAccessCodeOptions {
  /** The device, as the API gives it; also a part of it, or an older one. Without one, the parameters alone are checked. */
  device?: DevicePart | null | undefined
  /**
   * The codes on the device, managed and not: for PINs and names that are taken, for the room on the lock, and for an update the code as it
   * is now. Without them, these are not checked.
   */
  existing?: readonly AccessCodePart[] | null | undefined
  /** When it is now. Default: the clock. */
  now?: Instant | undefined
}

/** Whether a lock would take a code. */
export interface AccessCodeCheck {
  /** Whether no issue is an error. */
  ok: boolean
  /** Every reason why not, and what is worth knowing besides. */
  issues: Issue[]
}

/**
 * Every reason why this lock would not take this code, for the parameters of `create`, `createMultiple` and `update`. Sends nothing.
 *
 * An error is what the API or the lock is sure to refuse; a warning is what may go wrong, or what could not be checked. Nothing about the
 * parameters is thrown. No issue holds a PIN.
 *
 * @throws SeamHttpInvalidOptionsError for an unknown option; TypeError where `now` is no instant.
 */
export const checkAccessCode = (
  parameters: AccessCodeParameters,
  options: CheckAccessCodeOptions = {},
): AccessCodeCheck => {
  requireKnownOptions(askRules, 'checkAccessCode', options)
  const { device, now, existing } = options ?? {}
  const codes = collected(existing)
  const at = millisecondsOf(now)
  const issues = checkFor(parameters)('parameters', parameters)
  const mistakes = [mistakenForOne('device', 'a device', device), mistakenForCodes('existing', codes)]
  for (const mistake of mistakes) {
    if (mistake) issues.push({ code: 'wrong_type', ...mistake, severity: 'error' })
  }
  const [wrongDevice, wrongCodes] = mistakes
  const asked = {
    device: wrongDevice ? undefined : device,
    existing: wrongCodes ? [] : codes,
    now: at,
  }
  // The rules look at what can be sent; what cannot is an issue already.
  if (!issues.some(({ code }) => code === 'not_serializable')) {
    issues.push(...rulesFor({ parameters: parsed(parametersText('', parameters)), ...asked }))
  }
  return { ok: issues.every(({ severity }) => severity !== 'error'), issues }
}

const rulesFor = (asked: object): Issue[] => {
  const text = writtenOrIssue(asked)
  return typeof text === 'string' ? askRules<{ issues: Issue[] }>(['check'], text).issues : [text]
}

/** As JSON; an issue for what JSON cannot hold, such as a cycle. */
const writtenOrIssue = (asked: object): string | Issue => {
  try {
    return jsonText('the device, or the codes on it', asked)
  } catch (error) {
    return {
      code: 'not_serializable',
      path: '',
      message: (error as TypeError).message,
      help: 'pass them as the API returns them',
      severity: 'error',
    }
  }
}

const checkOfCreate = /* @__PURE__ */ valueCheck(accessCodesCreateParametersSchema)
const checkOfCreateMultiple = /* @__PURE__ */ valueCheck(accessCodesCreateMultipleParametersSchema)
const checkOfUpdate = /* @__PURE__ */ valueCheck(accessCodesUpdateParametersSchema)

/** The check of the call that the parameters are for, which is told by the id that they have. */
const checkFor = (parameters: unknown): ValueCheck => {
  const { access_code_id, device_ids } = Object(parameters) as Record<string, unknown>
  if (access_code_id !== undefined) return checkOfUpdate
  return device_ids !== undefined ? checkOfCreateMultiple : checkOfCreate
}
