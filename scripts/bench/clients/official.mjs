// The official client, which checks nothing.
import { SeamHttpAccessCodes } from '@seamapi/http'
import { createParameters, listParameters } from './calls.mjs'

export function clientOf({ endpoint, token }) {
  const seam = new SeamHttpAccessCodes({ endpoint, clientSessionToken: token })
  return {
    list: async () => await seam.list(listParameters),
    create: async () => await seam.create(createParameters),
  }
}
