// The official client, and the official zod schema of what it returns.
import { SeamHttpAccessCodes } from '@seamapi/http'
import { schemas } from '@seamapi/types/connect'
import { createParameters, listParameters } from './calls.mjs'

export function clientOf({ endpoint, token }) {
  const seam = new SeamHttpAccessCodes({ endpoint, clientSessionToken: token })
  const accessCodes = schemas.access_code.array()
  return {
    list: async () => accessCodes.parse(await seam.list(listParameters)),
    create: async () => schemas.access_code.parse(await seam.create(createParameters)),
    /** How much is wrong in the reply. */
    async issues() {
      const { error } = accessCodes.safeParse(await seam.list(listParameters))
      return error?.issues.length ?? 0
    },
  }
}
