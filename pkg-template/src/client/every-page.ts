// All items of a list whose endpoint gives them in pages.
import type { EndpointSchema } from '../generated/schemas.js'
import type { Handle } from './handle.js'
import type { SeamHttpCallOptions } from './options.js'

/** The items of all pages. A cursor that comes again ends the list. */
export const everyPage = async (
  client: Handle,
  schema: EndpointSchema,
  parameters: object,
  options: SeamHttpCallOptions,
): Promise<unknown[]> => {
  const items: unknown[] = []
  const seen = new Set<string>([''])
  for (let cursor = ''; ; ) {
    const asked = cursor === '' ? parameters : { ...parameters, page_cursor: cursor }
    const { data, nextPage } = await client.call(schema, asked, options)
    items.push(...(data as unknown[]))
    if (seen.has(nextPage)) return items
    seen.add(nextPage)
    cursor = nextPage
  }
}
