// seam-edge as its users have it: the built package, which checks parameters and replies.
import { SeamHttpAccessCodes } from 'seam-edge'
import { createParameters, listParameters } from './calls.mjs'

export function clientOf({ endpoint, token }) {
  let found = 0
  const onResponseIssues = (issues) => {
    found = issues.length
  }
  const seam = new SeamHttpAccessCodes({ endpoint, clientSessionToken: token, onResponseIssues })
  return {
    list: async () => await seam.list(listParameters),
    create: async () => await seam.create(createParameters),
    /** How much is wrong in the reply. */
    async issues() {
      await seam.list(listParameters)
      return found
    },
  }
}
