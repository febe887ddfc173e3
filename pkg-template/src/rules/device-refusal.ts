// `validate: 'device'`: asks for the devices that a call is about, and refuses what the lock of one would not take.

import type { SeamHttpClient } from '../client/client.js'
import { type Issue, SeamHttpInvalidOptionsError, SeamValidationError } from '../client/errors.js'
import { issueLine } from '../client/issue-line.js'
import type { SeamHttpCallOptions } from '../client/options.js'
import { accessCodesGet, devicesGet, type EndpointSchema } from '../generated/schemas.js'
import type { AccessCodePart, DevicePart } from '../module/resource-parts.js'
import { checkAccessCode } from './check-access-code.js'

/**
 * Throws where the lock of a device would not take the code.
 *
 * @throws SeamValidationError with the issues; and as a request does, where a device cannot be had.
 */
export const refuseForDevice = async (
  client: SeamHttpClient,
  schema: EndpointSchema,
  parameters: unknown,
  options: SeamHttpCallOptions,
): Promise<void> => {
  const [path] = schema
  if (!/^\/access_codes\/(create|create_multiple|update)$/.test(path)) {
    throw new SeamHttpInvalidOptionsError(
      "`validate`: 'device' is for create, createMultiple and update of access codes",
    )
  }
  client.refuseBadCall(schema, parameters, options)
  const given = parameters as Record<string, string> & { device_ids?: string[] }
  const existing =
    given.access_code_id === undefined ? [] : [await codeOf(client, given.access_code_id, options)]
  const ids = given.device_ids ?? [given.device_id ?? existing[0]?.device_id ?? '']
  const found = await Promise.all(
    ids.map(async (id) => {
      const device = await deviceOf(client, id, options)
      return checkAccessCode(given as never, { device, existing }).issues
    }),
  )
  const issues = ids.length === 1 ? found.flat() : together(found, ids)
  const errors = issues.filter(({ severity }) => severity === 'error')
  if (errors.length > 0)
    throw new SeamValidationError(path, `${path}: ${errors.map(issueLine).join('; ')}`, issues)
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

/** The code that an update is about, as it is now. */
const codeOf = async (
  client: SeamHttpClient,
  access_code_id: string,
  options: SeamHttpCallOptions,
): Promise<AccessCodePart> => {
  const [, code] = await client.send(accessCodesGet, { access_code_id }, options)
  return Object(code) as AccessCodePart
}

/** How long a device is taken to be as it was, in ms. */
const deviceLifetime = 60_000

const devices = /* @__PURE__ */ new WeakMap<SeamHttpClient, Map<string, Remembered>>()

interface Remembered {
  at: number
  device: Promise<DevicePart>
}

const deviceOf = (client: SeamHttpClient, id: string, options: SeamHttpCallOptions): Promise<DevicePart> => {
  const known = devices.get(client) ?? new Map<string, Remembered>()
  devices.set(client, known)
  const now = Date.now()
  for (const [key, { at }] of known) {
    if (Math.abs(now - at) >= deviceLifetime) known.delete(key)
  }
  const remembered = known.get(id)
  if (remembered !== undefined) return remembered.device
  const asked = client.send(devicesGet, { device_id: id }, options)
  const device = asked.then(([, found]) => Object(found) as DevicePart)
  const remember = () => known.set(id, { at: now, device })
  // Calls side by side ask once, but for those that another may give up. A device that could not be had is asked for anew.
  if (options.signal == null) remember()
  device.then(remember, () => known.delete(id))
  return device
}
