// Gives each booking a code on its lock, and says which are there. A booking that has its code keeps it, so the script may run as often as you like.
// It needs SEAM_API_KEY: `SEAM_API_KEY=… npm start`.
import { readFile } from 'node:fs/promises'
import { SeamHttp } from 'seam-edge'
import { checkAccessCodeOnDevice } from 'seam-edge/rules'
import { diagnose, ensureAccessCode, isSeamAccessCodeError, waitUntilSet } from 'seam-edge/status'

const [file = 'bookings.json'] = process.argv.slice(2)
const bookings = JSON.parse(await readFile(file, 'utf8'))

const seam = new SeamHttp()
const devices = await seam.createPaginator(seam.devices.list()).flattenToArray()

let failed = 0
for (const booking of bookings) {
  try {
    console.log(`${booking.booking}: ${await giveCode(booking)}`)
  } catch (error) {
    failed += 1
    console.log(`${booking.booking}: ${error.message}`)
    if (isSeamAccessCodeError(error))
      for (const { action } of error.diagnosis.advice) console.log(`  ${action}`)
  }
}
if (failed > 0) process.exitCode = 1

async function giveCode({ booking, guest, lock, from, to }) {
  const device = devices.find(({ display_name }) => display_name === lock)
  if (device === undefined) throw new Error(`no lock is called \`${lock}\``)
  const parameters = {
    device_id: device.device_id,
    name: guest,
    ...(from && { starts_at: from, ends_at: to }),
  }

  const { issues } = await checkAccessCodeOnDevice(seam, parameters)
  const refused = issues.find(({ severity }) => severity === 'error')
  if (refused) throw new Error(refused.message)

  // The PIN is Seam's to choose, so the booking is what tells this code from others.
  const accessCode = await ensureAccessCode(seam, parameters, { key: booking })
  // A code for later is set when its time comes. webhooks or events report it; see the example cloudflare-worker.
  if (from && Date.parse(from) - Date.now() > 60_000) return diagnose(accessCode).summary
  await waitUntilSet(seam, accessCode.access_code_id, { maxWait: 120_000 })
  return 'on the lock'
}
