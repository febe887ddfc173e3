// createFakeSeam: a fake as an object. Keeps its clock and is its network; what it answers is worked out in Rust (src/fake).
import { SeamHttpInvalidOptionsError } from '../client/errors.js'
import { millisecondsOf } from '../module/instant.js'
import type { WebRequest, WebRequestInit, WebResponse, WebURL } from '../module/web-types.js'
import { deliverWebhooks } from './deliver-webhooks.js'
import { fakeFetch } from './fetch.js'
import { freeFake, freeWith } from './free.js'
import { fakeLock } from './lock.js'
import { askFake, requireKnown } from './module.js'
import type { FakeDeviceOptions, FakeLock, FakeLogLine, FakeSeam, FakeSeamOptions } from './types.js'

/** The last ms that a date-time of the API can name. */
const lastInstant = Date.parse('9999-12-31T23:59:59.999Z')

/**
 * Creates a fake of Seam: a workspace with locks, for a client whose `fetch` it is. Codes reach their locks after a while, and what goes wrong, a
 * test says.
 *
 * @throws SeamHttpInvalidOptionsError for options that are not as described.
 */
export const createFakeSeam = (options: FakeSeamOptions = {}): FakeSeam => {
  requireKnown('createFakeSeam', options)
  const { devices = [{}], now, seed = 0, clock = 'running' } = options ?? {}
  requireCount(seed, 'seed')
  if (clock !== 'running' && clock !== 'frozen') throw invalid("`clock`: expected 'running' or 'frozen'")
  if (!Array.isArray(devices)) throw invalid('`devices`: expected an array of locks')
  const beginning = millisecondsOf(now)
  const begun = Date.now()
  let advanced = 0
  const time = (): number => Math.floor(beginning + advanced + (clock === 'running' ? Date.now() - begun : 0))
  const made = askFake<Made>('createFakeSeam', 'create', { now: beginning, seed })
  const ask = <T>(where: string, question: string, asked: object = {}): T =>
    askFake<T>(where, question, { ...asked, fake: made.fake, now: time() })
  // Whatever can still ask the fake holds `ask`: when nothing does, the fake can go.
  freeWith(ask, made.fake)
  const locks: FakeLock[] = []
  const addLock = (device: FakeDeviceOptions = {}, where = 'addLock'): FakeLock => {
    requireKnown('createFakeSeam.devices', device, where)
    const asked = { ...device, brand: device.brand ?? 'august' }
    const { deviceId } = ask<{ deviceId: string }>(where, 'add', asked)
    const lock = fakeLock(deviceId, ask)
    locks.push(lock)
    return lock
  }
  for (const device of devices) addLock(device, 'createFakeSeam')
  const { apiKey, publishableKey, personalAccessToken, consoleSessionToken, workspaceId } = made
  return {
    apiKey,
    publishableKey,
    personalAccessToken,
    consoleSessionToken,
    workspaceId,
    fetch: (url: string | WebURL | WebRequest, init?: WebRequestInit): Promise<WebResponse> =>
      fakeFetch(ask, url, init),
    locks,
    get log() {
      return ask<{ log: FakeLogLine[] }>('log', 'log').log
    },
    get now() {
      return time()
    },
    advance(ms) {
      // A text would be put behind the digits of the time.
      if (!Number.isFinite(ms) || ms < 0 || time() + ms > lastInstant) {
        const given = typeof ms === 'number' ? ms : `a ${typeof ms}`
        throw invalid(`expected ms, 0 or more and not beyond the year 9999, got ${given}`, 'advance')
      }
      advanced += ms
      ask('advance', 'advance')
    },
    lock(deviceId) {
      const found = locks.find((lock) => lock.deviceId === deviceId)
      if (found === undefined) {
        const known = locks.map((lock) => lock.deviceId).join(', ')
        throw invalid(`there is no lock \`${deviceId}\`: give one of ${known}`, 'lock')
      }
      return found
    },
    addLock: (device) => addLock(device),
    disturb(disturbance) {
      requireKnown('disturb', disturbance)
      const { fault } = disturbance
      if (!faults.includes(fault)) {
        throw invalid(`\`fault\`: expected one of ${faults.join(', ')}`, 'disturb')
      }
      ask('disturb', 'disturb', disturbance)
    },
    disturbAtRandom: (share) => ask('disturbAtRandom', 'disturb_at_random', { share }),
    delayEvents: (ms) => ask('delayEvents', 'delay_events', { ms: requireCount(ms, 'ms', 'delayEvents') }),
    repeatEvents: (times) =>
      ask('repeatEvents', 'repeat_events', { times: requireCount(times, 'times', 'repeatEvents') }),
    deliverWebhooks: (receive) => deliverWebhooks(ask, receive),
    disconnectAccount: (account) => ask('disconnectAccount', 'account', { account, isConnected: false }),
    reconnectAccount: (account) => ask('reconnectAccount', 'account', { account, isConnected: true }),
    failProvider: (brand) => ask('failProvider', 'provider', { brand, isAvailable: false }),
    restoreProvider: (brand) => ask('restoreProvider', 'provider', { brand, isAvailable: true }),
    completeConnectWebview: (webview, brand = 'august') =>
      ask<{ account: string }>('completeConnectWebview', 'login', { webview, brand }).account,
    free: () => freeFake('free', made.fake),
  }
}

const requireCount = (count: number, name: string, where?: string): number => {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw invalid(`\`${name}\`: expected a whole number of 0 or more`, where)
  }
  return count
}

const invalid = (message: string, where = 'createFakeSeam'): Error =>
  new SeamHttpInvalidOptionsError(message, where)

const faults = ['lost_before', 'lost_after', 'slow', 'too_many_requests', 'server_error', 'cut_body']

interface Made {
  fake: number
  apiKey: string
  publishableKey: string
  personalAccessToken: string
  consoleSessionToken: string
  workspaceId: string
}
