// A worker as people write it: one client for all requests, made when the worker starts. At that time workerd allows
// neither timers nor fetch nor random numbers, and what one request has begun no other may touch.
import { isSeamValidationError, SeamHttp } from 'seam-edge'

// Written in by the test, because at this time bindings cannot be read everywhere.
const seam = new SeamHttp({ apiKey: SEAM_API_KEY, endpoint: SEAM_ENDPOINT })

export default {
  async fetch(request) {
    const { device_id, code } = await request.json()
    try {
      const { access_code_id } = await seam.accessCodes.create({ device_id, code })
      const { status, code: found } = await seam.accessCodes.get({ access_code_id })
      await seam.accessCodes.delete({ access_code_id })
      return Response.json({ status, code: found })
    } catch (error) {
      return Response.json({ name: error.name, isOurs: isSeamValidationError(error), message: error.message })
    }
  },
}
