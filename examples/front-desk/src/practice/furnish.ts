// The locks and codes that practice begins with: one of each state, so that the picture has something to show.
import type { SeamHttpAccessCodes } from 'seam-edge'
import type { FakeDeviceOptions, FakeSeam } from 'seam-edge/testing'

/** What the locks are called. */
export interface Names {
  entrance: string
  room: (number: string) => string
  spa: string
  garage: string
}

const hour = 3_600_000
const day = 24 * hour

export const furnish = async (fake: FakeSeam, codes: SeamHttpAccessCodes, names: Names): Promise<void> => {
  const add = (options: FakeDeviceOptions) => fake.addLock({ timeZone: 'Europe/Berlin', ...options })
  const entrance = add({ brand: 'yale', name: names.entrance })
  const room = add({ brand: 'nuki', name: names.room('101') })
  const other = add({ brand: 'schlage', name: names.room('102') })
  const spa = add({ brand: 'igloohome', name: names.spa })
  const garage = add({ brand: 'ttlock', name: names.garage, timeZone: 'America/New_York' })

  const today = Math.floor((fake.now + 3 * day) / hour) * hour
  const at = (hours: number) => new Date(today + hours * hour).toISOString()
  const create = (device_id: string, name: string, code: string, from?: number, until?: number) =>
    codes.create({
      device_id,
      name,
      code,
      ...(from === undefined || until === undefined ? {} : { starts_at: at(from), ends_at: at(until) }),
    })

  await create(entrance.deviceId, 'Housekeeping', '480516')
  await create(entrance.deviceId, 'Ada Lovelace', '702943', -40, 46)
  await create(entrance.deviceId, 'Grace Hopper', '915372', 20, 92)
  await create(entrance.deviceId, 'Alan Turing', '638204', 60, 150)
  await create(room.deviceId, 'Ada Lovelace', '749386', -40, 46)
  await create(other.deviceId, 'Grace Hopper', '915372', 20, 92)
  fake.advance(2.9 * day)

  // The lock has something against PINs that Seam does not know of.
  other.refuseCodes()
  await create(other.deviceId, 'Edsger Dijkstra', '264091')
  fake.advance(60_000)
  spa.goOffline()
  await create(spa.deviceId, 'Spa team', '571830')
  garage.setBattery(0.08)
}
