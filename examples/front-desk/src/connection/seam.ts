// Signs in at Seam, as a browser may: by a publishable key.
import { SeamHttpAccessCodes, SeamHttpDevices } from 'seam-edge'
import type { Connection } from './connection'

export const connectToSeam = async (publishableKey: string, userKey: string): Promise<Connection> => {
  const devices = await SeamHttpDevices.fromPublishableKey(publishableKey, userKey)
  return {
    devices,
    codes: SeamHttpAccessCodes.fromClient(devices.client),
    now: Date.now,
    renew: () => connectToSeam(publishableKey, userKey),
  }
}
