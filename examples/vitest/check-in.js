// The app: checks a guest in, which is a code on the lock and a text for the guest. It takes the client, so that tests bring another.
import { ensureAccessCode, isSeamAccessCodeError, waitUntilSet } from 'seam-edge/status'

/**
 * @param {import('seam-edge').SeamHttp} seam
 * @param {{ id: string, guest: string, deviceId: string }} booking
 * @param {import('seam-edge/status').WaitUntilSetOptions} [options]
 * @returns {Promise<{ text: string, code?: string, todo?: string[] }>}
 */
export async function checkIn(seam, { id, guest, deviceId }, options) {
  const { access_code_id } = await ensureAccessCode(seam, { device_id: deviceId, name: guest }, { key: id })
  try {
    const { code } = await waitUntilSet(seam, access_code_id, { stopWhen: 'needs_action', ...options })
    return { text: `Welcome, ${guest}. Your code is on the door.`, code }
  } catch (error) {
    if (!isSeamAccessCodeError(error)) throw error
    const todo = error.diagnosis.advice.map(({ action }) => action)
    return { text: `Welcome, ${guest}. Please come to the front desk for a key.`, todo }
  }
}
