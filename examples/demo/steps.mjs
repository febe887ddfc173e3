// The main job, step by step, with nothing but the package's own calls: this is the part to read before writing an app.
// Printing is in terminal.mjs, whom it talks to in backend.mjs, cleaning up after a failure in demo.mjs.
import { setTimeout as sleep } from 'node:timers/promises'

const day = 86_400_000

/**
 * @typedef {object} Stage what every step needs
 * @property {any} seamEdge the package's exports
 * @property {any} seam the client
 * @property {ReturnType<typeof import('./terminal.mjs').createTerminal>} terminal
 * @property {{ interval: number, limit: number }} patience
 * @property {AbortSignal} signal
 * @property {() => number} countRequests
 */

/** @param {Stage} stage */
export const findLock = ({ seam, terminal, signal }) =>
  terminal.step('Find a lock that takes PINs', async (tell) => {
    const devices = await seam.devices.list({}, { signal })
    const locks = devices.filter((device) => device.can_program_online_access_codes)
    const lock = locks.find((device) => device.properties.online) ?? locks[0]
    if (lock === undefined) {
      throw new Error(
        `none of the ${devices.length} devices can program online access codes; connect such a lock first`,
      )
    }
    const name = lock.properties.appearance?.name ?? lock.properties.name ?? lock.display_name
    tell(`${name} (${lock.device_type}), ${locks.length} of ${devices.length} devices take PINs`)
    tell(`can_program_online_access_codes: ${lock.can_program_online_access_codes}`)
    return lock
  })

/** @param {Stage} stage */
export const createOngoing = ({ seam, terminal, signal }, { device_id }, name) =>
  terminal.step('Create an ongoing code', async (tell) => {
    const { code } = await seam.accessCodes.generateCode({ device_id }, { signal })
    terminal.hide(code)
    const accessCode = await seam.accessCodes.create({ device_id, name, code }, { signal })
    tell(describe(terminal, accessCode))
    return accessCode
  })

/** @param {Stage} stage */
export const waitUntilSet = ({ seam, terminal, patience, signal }, { access_code_id }) =>
  terminal.step('Wait until it is on the lock', async (tell, progress) => {
    const accessCode = await poll({ patience, signal }, async () => {
      const current = await seam.accessCodes.get({ access_code_id }, { signal })
      progress(current.status)
      const [problem] = current.errors ?? []
      if (problem !== undefined)
        throw new Error(`the lock did not take it: ${problem.error_code}, ${problem.message}`)
      return current.status === 'set' ? current : undefined
    })
    tell(`${terminal.hide(accessCode.code)} opens the door now`)
  })

/** @param {Stage} stage */
export const createTimeBound = ({ seam, terminal, signal }, { device_id }, name) =>
  terminal.step('Create a time-bound code, from tomorrow for three days', async (tell) => {
    const { code } = await seam.accessCodes.generateCode({ device_id }, { signal })
    terminal.hide(code)
    const accessCode = await seam.accessCodes.create(
      { device_id, name, code, ...windowFrom(1, 3) },
      { signal },
    )
    tell(describe(terminal, accessCode))
    return accessCode
  })

/** @param {Stage} stage */
export const list = ({ seam, terminal, signal }, { device_id }, run) =>
  terminal.step('List the codes of the lock', async (tell) => {
    const accessCodes = await seam.accessCodes.list({ device_id }, { signal })
    const ours = accessCodes.filter(({ name }) => name?.startsWith(run))
    for (const accessCode of ours) tell(describe(terminal, accessCode))
    if (accessCodes.length > ours.length)
      tell(`and ${accessCodes.length - ours.length} that were there before`)
  })

/** @param {Stage} stage */
export const update = ({ seam, terminal, signal }, { access_code_id }, name) =>
  terminal.step('The guest stays longer: update name and window', async (tell) => {
    await seam.accessCodes.update({ access_code_id, name, ...windowFrom(1, 5) }, { signal })
    tell(describe(terminal, await seam.accessCodes.get({ access_code_id }, { signal })))
  })

/** @param {Stage} stage */
export const removeAll = (stage, accessCodes) =>
  stage.terminal.step(`Delete both and wait until they are gone`, async (tell, progress) => {
    const { seam, signal } = stage
    for (const { access_code_id } of accessCodes)
      await seam.accessCodes.delete({ access_code_id }, { signal })
    for (const { access_code_id } of accessCodes) {
      await poll(stage, async () => {
        const status = await statusOf(stage, access_code_id)
        progress(status)
        return status === 'gone' ? status : undefined
      })
    }
    tell('the PINs open nothing any more')
  })

/** @param {Stage} stage */
export const refuseBadPin = ({ seamEdge, seam, terminal, countRequests }, { device_id }, name) =>
  terminal.step('A PIN that no lock takes: refused before the network', async (tell) => {
    const before = countRequests()
    const error = await errorOf(
      seam.accessCodes.create({ device_id, name, code: '12a', start_at: '2031-05-01T14:00:00Z' }),
    )
    if (!seamEdge.isSeamValidationError(error)) throw error
    for (const { path, message, help } of error.issues)
      tell(`${path}: ${help ? `${message}; ${help}` : message}`)
    tell(`${error.name}, ${countRequests() - before} requests sent`)
  })

/** @param {Stage} stage */
export const showServerError = ({ seamEdge, seam, terminal, signal }) =>
  terminal.step('An error of the server: a code that does not exist', async (tell) => {
    const error = await errorOf(seam.accessCodes.get({ access_code_id: crypto.randomUUID() }, { signal }))
    if (!seamEdge.isSeamHttpApiError(error)) throw error
    tell(`${error.name}: ${error.message}`)
    tell(`code ${error.code}, status ${error.statusCode}, request ${error.requestId || 'without an id'}`)
  })

const statusOf = async ({ seamEdge, seam, signal }, access_code_id) => {
  try {
    return (await seam.accessCodes.get({ access_code_id }, { signal })).status
  } catch (error) {
    if (seamEdge.isSeamHttpApiError(error) && error.statusCode === 404) return 'gone'
    throw error
  }
}

/** Looks until `look` returns something, the limit is reached or the person has had enough. */
const poll = async ({ patience, signal }, look) => {
  const deadline = Date.now() + patience.limit
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > deadline) {
      throw new Error(
        `still not there after ${patience.limit / 1000} s; a lock that is offline may need longer`,
      )
    }
    await sleep(patience.interval, undefined, { signal })
  }
}

const errorOf = async (request) => {
  try {
    await request
  } catch (error) {
    return error
  }
  throw new Error('expected an error, but the call succeeded')
}

const windowFrom = (start, days) => {
  const today = Math.floor(Date.now() / day) * day
  const at = (days, hour) => new Date(today + days * day + hour * 3_600_000).toISOString()
  return { starts_at: at(start, 14), ends_at: at(start + days, 10) }
}

const describe = (terminal, { access_code_id, name, code, type, status, starts_at, ends_at }) => {
  const minute = (time) => time.slice(0, 16).replace('T', ' ')
  const window =
    type === 'time_bound' && starts_at && ends_at ? `, ${minute(starts_at)} to ${minute(ends_at)} UTC` : ''
  return `${name} ${terminal.dim(`(${shortened(access_code_id)})`)}  PIN ${terminal.hide(code)}, ${type}, ${status}${window}`
}

const shortened = (id) => (id.length > 16 ? `${id.slice(0, 8)}…` : id)
