// All items of a list whose endpoint gives them in pages.
import { SeamHttpInvalidResponseError } from '../client/errors.js'
import type { Handle } from '../client/handle.js'
import type { SeamHttpCallOptions } from '../client/options.js'
import type { EndpointSchema } from '../generated/schemas.js'
import { askRules } from './module.js'

/**
 * The items of all pages.
 *
 * @throws SeamHttpInvalidResponseError where another page follows 1,000: such a list does not end.
 */
export const everyPage = async (
  client: Handle,
  schema: EndpointSchema,
  parameters: object,
  options: SeamHttpCallOptions,
): Promise<unknown[]> => {
  const items: unknown[] = []
  const cursors: string[] = []
  for (;;) {
    const cursor = cursors.at(-1)
    const asked = cursor === undefined ? parameters : { ...parameters, page_cursor: cursor }
    const { data, nextPage, requestId } = await client.call(schema, asked, options)
    items.push(...(data as unknown[]))
    cursors.push(nextPage)
    const { goes_on, endless } = askRules<{ goes_on?: true; endless?: string }>(
      ['goes_on'],
      JSON.stringify(cursors),
    )
    if (endless !== undefined)
      throw new SeamHttpInvalidResponseError(schema[0], 'pagination', endless, requestId)
    if (!goes_on) return items
  }
}
