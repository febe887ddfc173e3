// lockSupport: what a client needs beside its core to help with locks. Given as an option, so that only those carry it who want it.
import { checkAccessCode } from './check-access-code.js'
import type { SeamHttpClient } from './client.js'
import { ensure } from './ensure.js'
import { type Issue, SeamHttpInvalidOptionsError, SeamValidationError } from './errors.js'
import { accessCodesGet, devicesGet } from './generated/schemas.js'
import type { SeamHttpCallOptions } from './options.js'
import type { AccessCodePart, DevicePart } from './resource-parts.js'
import { waitUntilRemoved, waitUntilSet } from './wait.js'

/** What the option `lockSupport` of a client gives it. */
export interface LockSupport {
  /** @internal */
  refuseForDevice: typeof refuseForDevice
  /** @internal */
  ensure: typeof ensure
  /** @internal */
  waitUntilSet: typeof waitUntilSet
  /** @internal */
  waitUntilRemoved: typeof waitUntilRemoved
}

/**
 * The option of the same name: `new SeamHttp({ apiKey, lockSupport })`. With it calls take `validate: 'device'`, and there
 * are `accessCodes.ensure`, `waitUntilSet` and `waitUntilRemoved`.
 */
export const lockSupport = (): LockSupport => ({ refuseForDevice, ensure, waitUntilSet, waitUntilRemoved })

/** How long a device is taken to be as it was, in ms. */
const deviceLifetime = 60_000

const devices = /* @__PURE__ */ new WeakMap<SeamHttpClient, Map<string, Remembered>>()

interface Remembered {
  at: number
  device: Promise<DevicePart>
}

/**
 * Asks for the devices that a call is about, and throws where the lock of one would not take the code.
 *
 * @throws SeamValidationError with the issues; and as a request does, where a device cannot be had.
 */
const refuseForDevice = async (
  client: SeamHttpClient,
  path: string,
  parameters: unknown,
  options: SeamHttpCallOptions,
): Promise<void> => {
  if (!/^\/access_codes\/(create|create_multiple|update)$/.test(path)) {
    throw new SeamHttpInvalidOptionsError(
      "`validate`: 'device' is for create, createMultiple and update of access codes",
    )
  }
  const given = Object(parameters) as Record<string, unknown>
  const existing = await currentCode(client, path, given, options)
  const ids = path.endsWith('multiple') ? given.device_ids : [given.device_id ?? existing[0]?.device_id]
  const found: Issue[] = []
  for (const id of Array.isArray(ids) ? ids : []) {
    if (typeof id !== 'string') continue
    const device = await deviceOf(client, id, options)
    found.push(...checkAccessCode(given as never, { device, existing }).issues)
  }
  const issues = withoutRepeats(found)
  const errors = issues.filter(({ severity }) => severity === 'error')
  if (errors.length > 0)
    throw new SeamValidationError(path, `${path}: ${errors.map(line).join('; ')}`, issues)
}

/** The code that an update is about, as it is now. */
const currentCode = async (
  client: SeamHttpClient,
  path: string,
  { access_code_id }: Record<string, unknown>,
  options: SeamHttpCallOptions,
): Promise<AccessCodePart[]> => {
  if (!path.endsWith('update') || typeof access_code_id !== 'string') return []
  const [, code] = await client.send(accessCodesGet, { access_code_id }, readingOptions(options))
  return [Object(code) as AccessCodePart]
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
  const asked = client.send(devicesGet, { device_id: id }, readingOptions(options))
  const device = asked.then(([, found]) => Object(found) as DevicePart)
  const remember = () => known.set(id, { at: now, device })
  // Calls side by side ask once, but for those that another may give up. A device that could not be had is asked for anew.
  if (options.signal == null) remember()
  device.then(remember, () => known.delete(id))
  return device
}

// What concerns the reply of the call itself stays with that call.
const readingOptions = ({ validate: _, ...options }: SeamHttpCallOptions): SeamHttpCallOptions => options

/** What is wrong with parameters alone is found once for each device. */
const withoutRepeats = (issues: Issue[]): Issue[] => [
  ...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values(),
]

const line = ({ path, message, help }: Issue): string =>
  `${path && `\`${path}\`: `}${message}${help === undefined ? '' : ` (${help})`}`
