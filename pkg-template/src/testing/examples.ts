// fakeDevice and fakeAccessCode: resources as the API writes them, for tests of what takes one. They come out of a fake of their own.
import { isCollectionOrPromise } from '../client/options.js'
import type { AccessCode, Device } from '../generated/resources.js'
import { freeFake } from './free.js'
import { askFake, misuse } from './module.js'
import type { FakeBrand } from './types.js'

/** A device as the API writes it: a lock of a brand, with these members in place of its own. */
export const fakeDevice = (overrides: Partial<Device> = {}, brand: FakeBrand = 'august'): Device => {
  requireMembers('fakeDevice', overrides)
  return { ...aside(brand, 'device').device, ...overrides }
}

/** An access code as the API writes it: an ongoing one that is set, with these members in place of its own. */
export const fakeAccessCode = (overrides: Partial<AccessCode> = {}): AccessCode => {
  requireMembers('fakeAccessCode', overrides)
  return { ...aside('august', 'access_code').access_code, ...overrides }
}

/** Refuses what has no members to take, as a brand in their place, whose letters would become members, or a promise of them. */
const requireMembers = (where: string, overrides: unknown): void => {
  if (overrides === null) return
  if (typeof overrides !== 'object' || isCollectionOrPromise(overrides)) {
    throw misuse(where, '`overrides`: expected an object of members')
  }
}

interface Example {
  device: Device
  access_code: AccessCode
}

/** Each example is another one, by its ID; the time is the clock's. */
let seed = 1

const aside = (brand: FakeBrand, wanted: 'device' | 'access_code'): Example => {
  const now = Date.now()
  const where = wanted === 'device' ? 'fakeDevice' : 'fakeAccessCode'
  const { fake, apiKey } = askFake<{ fake: number; apiKey: string }>(where, 'create', { now, seed: seed++ })
  try {
    return example(where, { fake, apiKey, now, brand, wanted })
  } finally {
    freeFake(where, fake)
  }
}

interface Aside {
  fake: number
  apiKey: string
  now: number
  brand: FakeBrand
  wanted: 'device' | 'access_code'
}

const example = (where: string, { fake, apiKey, now, brand, wanted }: Aside): Example => {
  const { deviceId } = askFake<{ deviceId: string }>(where, 'add', { fake, now, brand })
  const call = (path: string, parameters: object, at = now): Example => {
    const headers = { authorization: `Bearer ${apiKey}` }
    const asked = { fake, now: at, method: 'POST', path, headers, body: JSON.stringify(parameters) }
    return JSON.parse(askFake<{ body: string }>(where, 'exchange', asked).body)
  }
  if (wanted === 'device') return call('/devices/get', { device_id: deviceId })
  const { access_code_id } = call('/access_codes/create', { device_id: deviceId, name: 'Guest' }).access_code
  return call('/access_codes/get', { access_code_id }, now + 60_000)
}
