// Signs in at Seam as a browser may: by a publishable key, or with the token of a client session that a server has made.
import { SeamHttpAccessCodes, SeamHttpDevices } from 'seam-edge'
import type { Connection } from './connection'

/** Asks for a client session of that user. */
export const connectByKey = async (publishableKey: string, userKey: string): Promise<Connection> => ({
  ...connectionOf(await SeamHttpDevices.fromPublishableKey(publishableKey, userKey)),
  renew: () => connectByKey(publishableKey, userKey),
})

/** Asks for the locks, so that a token that is no good is refused here. */
export const connectByToken = async (token: string): Promise<Connection> => {
  const devices = SeamHttpDevices.fromClientSessionToken(token)
  await devices.list()
  return connectionOf(devices)
}

const connectionOf = (devices: SeamHttpDevices): Connection => ({
  devices,
  codes: SeamHttpAccessCodes.fromClient(devices.client),
  now: Date.now,
})
