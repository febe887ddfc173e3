// What every bundler's project does with the package: a client session, a device, an access code made and read, and one
// that is refused. Answers plain JSON, which the test reads from the page or from the answer of a route.
import { isSeamHttpApiError, isSeamValidationError, SeamHttp } from 'seam-edge'

/**
 * @param {{ endpoint: string, publishableKey: string, userIdentifierKey: string, name: string, pin: string }} settings
 *   `name` goes to the access code, by which the test finds it again in the fake
 */
export const mainJob = async ({ endpoint, publishableKey, userIdentifierKey, name, pin }) => {
  const seam = await SeamHttp.fromPublishableKey(publishableKey, userIdentifierKey, { endpoint })
  const [{ device_id }] = await seam.devices.list({ device_type: 'august_lock' })
  const { access_code_id } = await seam.accessCodes.create({ device_id, name, code: pin })
  const { code, type, status } = await seam.accessCodes.get({ access_code_id })

  const refused = await failureOf(seam.accessCodes.create({ device_id, name: `${name} refused`, code: '12' }))
  const unknown = await failureOf(
    seam.accessCodes.get({ access_code_id: '00000000-0000-4000-8000-000000000000' }),
  )
  return {
    access_code_id,
    code,
    type,
    status,
    refused: {
      name: refused.name,
      isOurs: isSeamValidationError(refused),
      paths: refused.issues?.map(({ path }) => path),
    },
    unknown: { name: unknown.name, isOurs: isSeamHttpApiError(unknown), statusCode: unknown.statusCode },
  }
}

/** As `mainJob`, with the settings in the search of an address; what goes wrong is part of the outcome. */
export const outcomeOf = async (search) => {
  try {
    return await mainJob(Object.fromEntries(new URLSearchParams(search)))
  } catch (error) {
    return { failed: `${error.stack ?? error}`, cause: String(error.cause?.stack ?? error.cause) }
  }
}

const failureOf = async (request) => {
  try {
    return { name: 'no error', value: await request }
  } catch (error) {
    return error
  }
}
