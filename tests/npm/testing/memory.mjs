// Creates and drops fakes, and prints as JSON how many are left in the module and how much memory that has, after each thousand. `node --expose-gc
// memory.mjs free` frees each; `drop` leaves that to the garbage collector.
import { catchInstances } from '../../support/inside.mjs'
import { loadPackage } from '../../support/package.mjs'

const [, , how] = process.argv
const caught = catchInstances()
const { SeamHttp } = await loadPackage()
const { createFakeSeam, fakeAccessCode, fakeDevice } = await loadPackage('testing')

const makeOne = async (seed) => {
  const fake = createFakeSeam({ clock: 'frozen', seed, now: 0, devices: [{}, { brand: 'schlage' }] })
  const seam = new SeamHttp({ apiKey: fake.apiKey, fetch: fake.fetch })
  await seam.webhooks.create({ url: 'https://app.test/' })
  await seam.accessCodes.create({ device_id: fake.locks[0].deviceId })
  fake.advance(60_000)
  if (how === 'free') fake.free()
}

const collected = async () => {
  // Finalizers run in a task of their own.
  for (let turn = 0; turn < 10; turn++) {
    globalThis.gc()
    await new Promise((resolve) => setImmediate(resolve))
  }
}

const lookInside = () => {
  const testing = caught.instances.find(({ name }) => name === 'testing')
  return { ...testing.ask('under_way'), byteLength: testing.byteLength() }
}

const seen = []
for (let thousand = 0; thousand < 3; thousand++) {
  for (let one = 0; one < 1000; one++) {
    await makeOne(thousand * 1000 + one)
    if (how === 'drop' && one % 100 === 99) await collected()
    if (one % 100 === 0) fakeDevice(fakeAccessCode())
  }
  seen.push(lookInside())
}
console.log(JSON.stringify(seen))
