// getOpenapiSchema: the API's own description.
import { SeamHttpClient } from '../client/client.js'

/**
 * Asks the API for its OpenAPI description; no authentication is needed.
 *
 * @param endpoint - Address of the API. Default: `https://connect.getseam.com`.
 * @throws As the methods of a {@link SeamHttpClient} do.
 */
export const getOpenapiSchema = async (endpoint = 'https://connect.getseam.com'): Promise<unknown> => {
  const client = new SeamHttpClient({ client: true, endpoint })
  const { data } = await client.get('/openapi.json')
  return data
}
