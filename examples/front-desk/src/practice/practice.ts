// Practice locks: the fake of seam-edge/testing in this page, a client session to it, and what can go wrong there. A chunk of its own.
import {
  SeamHttpAccessCodes,
  SeamHttpClientSessions,
  SeamHttpConnectedAccounts,
  SeamHttpDevices,
  SeamHttpDevicesSimulate,
} from 'seam-edge'
import { createFakeSeam, type FakeLock, type FakeSeam } from 'seam-edge/testing'
import type { Connection } from '../connection/connection'
import { furnish, type Names } from './furnish'

const day = 86_400_000
const minute = 60_000

/** What the drawer of faults can do. */
export interface Practice {
  lock: (deviceId: string) => FakeLock
  /** Changes the PIN of a code at the keypad. False where the lock has none. */
  changeAtKeypad: (deviceId: string) => Promise<boolean>
  fillMemory: (deviceId: string) => Promise<void>
  removeLock: (deviceId: string) => Promise<void>
  loseNextReply: () => void
  refuseNext: () => void
  beDown: () => void
  endSession: () => Promise<void>
  pass: () => void
}

export const connectToPractice = async (names: Names): Promise<Connection> => {
  // What is furnished happened in the last days.
  const fake = createFakeSeam({ devices: [], now: Date.now() - 3 * day })
  const admin = adminOf(fake)
  await furnish(fake, admin.codes, names)
  fake.advance(Date.now() - fake.now)
  return await openSession(fake, admin)
}

/** What a key of the workspace may do. By the classes that are needed: `SeamHttp` would bring the data of all endpoints into the first chunk. */
const adminOf = (fake: FakeSeam) => {
  const codes = new SeamHttpAccessCodes({
    apiKey: fake.apiKey,
    fetch: fake.fetch,
    dangerouslyAllowBrowser: true,
  })
  return {
    codes,
    accounts: SeamHttpConnectedAccounts.fromClient(codes.client),
    sessions: SeamHttpClientSessions.fromClient(codes.client),
    simulated: SeamHttpDevicesSimulate.fromClient(codes.client),
  }
}

type Admin = ReturnType<typeof adminOf>

const openSession = async (fake: FakeSeam, admin: Admin): Promise<Connection> => {
  const accounts = await admin.accounts.list()
  const { token, client_session_id } = await admin.sessions.create({
    connected_account_ids: accounts.map(({ connected_account_id }) => connected_account_id),
  })
  const devices = SeamHttpDevices.fromClientSessionToken(token, { fetch: fake.fetch })
  return {
    devices,
    codes: SeamHttpAccessCodes.fromClient(devices.client),
    now: () => fake.now,
    renew: () => openSession(fake, admin),
    practice: controls(fake, admin, client_session_id),
  }
}

const controls = (fake: FakeSeam, admin: Admin, client_session_id: string): Practice => {
  const codesOf = (device_id: string) => admin.codes.list({ device_id })
  return {
    lock: (deviceId) => fake.lock(deviceId),
    changeAtKeypad: async (deviceId) => {
      const lock = fake.lock(deviceId)
      const codes = await codesOf(deviceId)
      const held = codes.find(({ access_code_id, code }) => code !== null && lock.holds(access_code_id, code))
      if (held?.code == null) return false
      // A digit that no lock here forbids.
      lock.changeCode(
        held.access_code_id,
        held.code.replace(/.$/, (digit) => (digit === '7' ? '8' : '7')),
      )
      return true
    },
    fillMemory: async (deviceId) => fake.lock(deviceId).setSlots((await codesOf(deviceId)).length),
    removeLock: async (device_id) => {
      await admin.simulated.remove({ device_id })
    },
    loseNextReply: () => fake.disturb({ fault: 'lost_after', path: '/access_codes/create' }),
    refuseNext: () => fake.disturb({ fault: 'too_many_requests', seconds: 90, times: 3 }),
    beDown: () => fake.disturb({ fault: 'server_error', status: 503, times: 12 }),
    endSession: async () => {
      await admin.sessions.revoke({ client_session_id })
    },
    pass: () => fake.advance(20 * minute),
  }
}
