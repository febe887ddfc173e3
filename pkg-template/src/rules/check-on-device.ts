// checkAccessCodeOnDevice: gets the device that parameters are for, and the codes on it, and answers like checkAccessCode.

import type { SeamAnyClient } from '../client/connection.js'
import { clientOf, type Handle } from '../client/handle.js'
import type { Issue } from '../client/issue.js'
import type { SeamHttpCallOptions } from '../client/options.js'
import {
  accessCodesGet,
  accessCodesList,
  accessCodesUnmanagedList,
  devicesGet,
  type EndpointSchema,
} from '../generated/schemas.js'
import type { Instant } from '../module/instant.js'
import { inTheNameOf, requireKnownOptions } from '../module/option-names.js'
import type { AccessCodePart, DevicePart } from '../module/resource-parts.js'
import {
  type AccessCodeCheck,
  type AccessCodeParameters,
  type CheckAccessCodeOptions,
  checkAccessCode,
} from './check-access-code.js'
import { everyPage } from './every-page.js'
import { askRules } from './module.js'

/** How a code is checked on its device; also the options of the calls that are made. */
export interface CheckAccessCodeOnDeviceOptions extends Omit<SeamHttpCallOptions, 'waitForActionAttempt'> {
  /** When it is now. Default: the clock. */
  now?: Instant | undefined
}

/**
 * Every reason why this lock would not take this code, as {@link checkAccessCode} returns it, by the device and the codes on it, managed and
 * not, as the server has them now. For the parameters of `create`, `createMultiple` and `update`. Where the parameters do not say which
 * device, they alone are checked, and nothing is sent.
 *
 * @param seam - A `SeamHttp`, one of its namespaces, or its `client`.
 * @returns Whether the lock would take it, and all issues; of several devices, an issue that not all have names its device.
 * @throws As a request does, where the device or its codes cannot be had; SeamHttpInvalidOptionsError for bad options; TypeError where `now` is no
 * instant.
 */
export const checkAccessCodeOnDevice = async (
  seam: SeamAnyClient,
  parameters: AccessCodeParameters,
  options: CheckAccessCodeOnDeviceOptions = {},
): Promise<AccessCodeCheck> => {
  try {
    return await checkWithDevice(clientOf(seam), parameters, options)
  } catch (error) {
    throw inTheNameOf('checkAccessCodeOnDevice', error)
  }
}

const checkWithDevice = async (
  client: Handle,
  parameters: AccessCodeParameters,
  options: CheckAccessCodeOnDeviceOptions,
): Promise<AccessCodeCheck> => {
  requireKnownOptions(askRules, 'checkAccessCodeOnDevice', options)
  const { now, ...callOptions } = options ?? {}
  // Looked at before anything is sent.
  const alone = checkAccessCode(parameters, { now })
  const changed = await codeToChange(client, parameters, callOptions)
  const ids = deviceIdsIn(parameters, changed)
  if (ids.length === 0) return alone
  const found = await Promise.all(
    ids.map(async (id) => {
      const { device, existing } = await onDevice(client, id, callOptions)
      const isThere = existing.some(({ access_code_id }) => access_code_id === changed?.access_code_id)
      const all = changed === undefined || isThere ? existing : [...existing, changed]
      return checkAccessCode(parameters, { device, existing: all, now }).issues
    }),
  )
  const issues = ids.length === 1 ? found.flat() : together(found, ids)
  return { ok: issues.every(({ severity }) => severity !== 'error'), issues }
}

/** The code that an update is about, as it is now. */
const codeToChange = async (
  client: Handle,
  parameters: unknown,
  options: SeamHttpCallOptions,
): Promise<AccessCodePart | undefined> => {
  const { access_code_id } = Object(parameters) as { access_code_id?: unknown }
  if (!isId(access_code_id)) return undefined
  const { data } = await client.call(accessCodesGet, { access_code_id }, options)
  return Object(data) as AccessCodePart
}

const deviceIdsIn = (parameters: unknown, changed: AccessCodePart | undefined): string[] => {
  const { device_id, device_ids } = Object(parameters) as { device_id?: unknown; device_ids?: unknown }
  const ids = Array.isArray(device_ids) ? device_ids : [device_id ?? changed?.device_id]
  return ids.filter(isId)
}

const isId = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** The device and all codes on it. Some servers return those of other devices too. */
const onDevice = async (
  client: Handle,
  device_id: string,
  options: SeamHttpCallOptions,
): Promise<CheckAccessCodeOptions & { existing: AccessCodePart[] }> => {
  const codes = async (schema: EndpointSchema): Promise<AccessCodePart[]> => {
    const found = (await everyPage(client, schema, { device_id }, options)) as AccessCodePart[]
    return found.filter((code) => code.device_id === device_id)
  }
  const [{ data }, managed, unmanaged] = await Promise.all([
    client.call(devicesGet, { device_id }, options),
    codes(accessCodesList),
    codes(accessCodesUnmanagedList),
  ])
  return { device: Object(data) as DevicePart, existing: [...managed, ...unmanaged] }
}

/** What all devices share once, and what some of them have with their place and ID. */
const together = (found: Issue[][], ids: string[]): Issue[] => {
  const places = new Map<string, number[]>()
  found.forEach((issues, place) => {
    for (const issue of issues) {
      const key = JSON.stringify(issue)
      places.set(key, [...(places.get(key) ?? []), place])
    }
  })
  return [...places].flatMap(([key, those]) => {
    const issue: Issue = JSON.parse(key)
    if (those.length === ids.length) return issue
    return those.map((place) => ({
      ...issue,
      path: issue.path || `device_ids[${place}]`,
      message: `${issue.message}, on device \`${ids[place]}\``,
    }))
  })
}
