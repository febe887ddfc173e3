// createFakeSeam: a fake as an object. Keeps its clock and is its network; what it answers is worked out in Rust (src/fake).
import { millisecondsOf } from '../module/instant.js'
import type { WebRequest, WebRequestInit, WebResponse, WebURL } from '../module/web-types.js'
import { deliverWebhooks } from './deliver-webhooks.js'
import { fakeFetch } from './fetch.js'
import { freeFake, freeWith } from './free.js'
import { fakeLock } from './lock.js'
import { askFake, misuse, requireKnown } from './module.js'
import type { FakeDeviceOptions, FakeLock, FakeLogLine, FakeSeam, FakeSeamOptions } from './types.js'

/**
 * Creates a fake of Seam: a workspace with locks, for a client whose `fetch` it is. Codes reach their locks after a while, and what goes wrong, a
 * test says.
 *
 * @throws SeamHttpInvalidOptionsError for options that are not as described.
 */
export const createFakeSeam = (options: FakeSeamOptions = {}): FakeSeam => {
  requireKnown('createFakeSeam', options)
  const { devices = [{}], now, seed = 0, clock = 'running' } = options ?? {}
  if (!Number.isSafeInteger(seed) || seed < 0) throw invalid('`seed`: expected a whole number of 0 or more')
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
    if (typeof device !== 'object') throw invalid("each lock is an object, as `{ brand: 'nuki' }`", where)
    requireKnown('createFakeSeam.devices', device, where)
    const asked = { ...device, brand: device?.brand ?? 'august' }
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
      ask('advance', 'advance', { ms })
      advanced += ms
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
      const fault = disturbance?.fault
      if (!faults.includes(fault)) {
        throw invalid(`\`fault\`: expected one of ${faults.join(', ')}`, 'disturb')
      }
      ask('disturb', 'disturb', disturbance)
    },
    disturbAtRandom: (share) => ask('disturbAtRandom', 'disturb_at_random', { share }),
    delayEvents: (ms) => ask('delayEvents', 'delay_events', { ms }),
    repeatEvents: (times) => ask('repeatEvents', 'repeat_events', { times }),
    deliverWebhooks: (receive) => deliverWebhooks(ask, receive),
    disconnectAccount: (connectedAccountId) =>
      ask('disconnectAccount', 'account', { connectedAccountId, isConnected: false }),
    reconnectAccount: (connectedAccountId) =>
      ask('reconnectAccount', 'account', { connectedAccountId, isConnected: true }),
    failProvider: (brand) => ask('failProvider', 'provider', { brand, isAvailable: false }),
    restoreProvider: (brand) => ask('restoreProvider', 'provider', { brand, isAvailable: true }),
    completeConnectWebview: (connectWebviewId, brand = 'august') =>
      ask<{ account: string }>('completeConnectWebview', 'login', { connectWebviewId, brand }).account,
    free: () => freeFake('free', made.fake),
  }
}

const invalid = (message: string, where = 'createFakeSeam'): Error => misuse(where, message)

const faults = ['lost_before', 'lost_after', 'slow', 'too_many_requests', 'server_error', 'cut_body']

interface Made {
  fake: number
  apiKey: string
  publishableKey: string
  personalAccessToken: string
  consoleSessionToken: string
  workspaceId: string
}
