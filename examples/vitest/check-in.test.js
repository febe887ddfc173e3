import { SeamHttp } from 'seam-edge'
import { createFakeSeam } from 'seam-edge/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkIn } from './check-in.js'

let fake
let seam
let booking

beforeEach(() => {
  fake = createFakeSeam({ devices: [{ brand: 'schlage' }] })
  seam = new SeamHttp({ apiKey: fake.apiKey, fetch: fake.fetch })
  booking = { id: 'b17', guest: 'Ada', deviceId: fake.locks[0].deviceId }
  fake.locks[0].setDelays({ setting: 0 })
})
afterEach(() => fake.free())

test('the code that the guest gets opens the door', async () => {
  const { text, code } = await checkIn(seam, booking)
  expect(text).toBe('Welcome, Ada. Your code is on the door.')
  expect(fake.locks[0].enter(code)).toBe(true)
})

test('checking in twice makes one code', async () => {
  const first = await checkIn(seam, booking)
  const second = await checkIn(seam, booking)
  expect(second.code).toBe(first.code)
  expect(await seam.accessCodes.list({ device_id: booking.deviceId })).toHaveLength(1)
})

test('a reply that is lost makes no second code', async () => {
  fake.disturb({ fault: 'lost_after', path: '/access_codes/create' })
  const { code } = await checkIn(seam, booking)
  expect(fake.locks[0].enter(code)).toBe(true)
  expect(await seam.accessCodes.list({ device_id: booking.deviceId })).toHaveLength(1)
})

test('a full lock sends the guest to the front desk, and says what to do', async () => {
  fake.locks[0].setSlots(0)
  const { text, code, todo } = await checkIn(seam, booking, { pollingInterval: 10 })
  expect(text).toContain('front desk')
  expect(code).toBeUndefined()
  expect(todo.join()).toMatch(/delete/i)
})
