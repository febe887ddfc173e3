'use server'
// Server actions: what only the server may do. Check your own login here too, since anybody can call an action.
import { isSeamHttpApiError } from 'seam-edge'
import { isSeamAccessCodeError, waitUntilSet } from 'seam-edge/status'
import { seam } from './seam.js'

/** Gives a guest a code on a lock, and waits until it is there. Returns what to tell the person at the desk. */
export async function giveCode(deviceId) {
  const server = seam()
  try {
    const { access_code_id } = await server.accessCodes.create({ device_id: deviceId, name: 'Guest' })
    const { code } = await waitUntilSet(server, access_code_id, { maxWait: 60_000 })
    return `The code ${code} is on the lock.`
  } catch (error) {
    if (isSeamAccessCodeError(error)) return error.diagnosis.summary
    if (isSeamHttpApiError(error)) return error.message
    throw error
  }
}
