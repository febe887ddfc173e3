'use server'
// Server actions: what only the server may do. Anybody can call an action: check your own login here, and that the lock is one of that user's.
import { isSeamHttpApiError } from 'seam-edge'
import { ensureAccessCode, isSeamAccessCodeError, waitUntilSet } from 'seam-edge/status'
import { seam } from './seam.js'

/**
 * Gives a guest a code on a lock, and waits until it is there. Returns what to tell the person at the desk. Asked again for the same guest, it
 * makes no second code.
 */
export async function giveCode(deviceId, guest) {
  const server = seam()
  try {
    const { access_code_id } = await ensureAccessCode(
      server,
      { device_id: deviceId, name: 'Guest' },
      { key: guest },
    )
    const { code } = await waitUntilSet(server, access_code_id, { maxWait: 60_000 })
    return `The code ${code} is on the lock.`
  } catch (error) {
    if (isSeamAccessCodeError(error)) return error.diagnosis.summary
    if (isSeamHttpApiError(error)) return error.message
    throw error
  }
}
