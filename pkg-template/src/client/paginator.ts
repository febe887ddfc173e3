// SeamPaginator: walks the pages of a list endpoint.
// Sends nothing itself: each page is a SeamHttpRequest with a cursor.
import { ask, core } from './core-module.js'
import { SeamError, SeamHttpInvalidResponseError } from './errors.js'
import type { SeamPaginatedRequest } from './request.js'

declare const cursor: unique symbol

/** Where a page of results starts. Opaque, and of use only with the parameters that it came with. */
export type SeamPageCursor = string & { [cursor]: 'SeamPageCursor' }

/** Whether and where a list goes on. */
export interface SeamPagination {
  /** Whether there is another page. */
  readonly hasNextPage: boolean
  /** Where it starts, for `nextPage`; null on the last page. */
  readonly nextPageCursor: SeamPageCursor | null
  /** Its address; null on the last page. */
  readonly nextPageUrl: string | null
}

type List<T> = T extends readonly unknown[] ? T : never
type Item<T> = T extends readonly (infer TItem)[] ? TItem : never

/**
 * Gives the results of a list endpoint page by page: one page at a time with `firstPage` and `nextPage`, all pages with
 * `for await`, all items with `flatten` or, at once, with `flattenToArray`. Made by a client's `createPaginator`.
 *
 * Every page is a request of its own and may fail as any {@link SeamHttpRequest}.
 */
export class SeamPaginator<const TResponse, const TResponseKey extends keyof TResponse>
  implements AsyncIterable<List<TResponse[TResponseKey]>>
{
  readonly #request: SeamPaginatedRequest<TResponse, TResponseKey>

  /** @throws SeamError where the endpoint does not give its data in pages. */
  constructor(request: SeamPaginatedRequest<TResponse, TResponseKey>) {
    if (!request.hasPagination) {
      throw new SeamError(`The ${request.pathname} endpoint does not support pagination`)
    }
    this.#request = request
  }

  /** The first page, and whether there is more. */
  firstPage(): Promise<[List<TResponse[TResponseKey]>, SeamPagination]> {
    return this.#fetch()
  }

  /**
   * The page that starts at the cursor, and whether there is more.
   *
   * @throws SeamError where the cursor is null, as it is on the last page.
   */
  async nextPage(
    nextPageCursor: SeamPageCursor | null,
  ): Promise<[List<TResponse[TResponseKey]>, SeamPagination]> {
    if (nextPageCursor == null) throw new SeamError('Cannot get the next page with a null nextPageCursor')
    return await this.#fetch(nextPageCursor)
  }

  /** All items of all pages. */
  async flattenToArray(): Promise<List<TResponse[TResponseKey]>> {
    const items: unknown[] = []
    for await (const item of this.flatten()) items.push(item)
    return items as List<TResponse[TResponseKey]>
  }

  /** Each item of each page; the next page is asked for when it is reached. */
  async *flatten(): AsyncGenerator<Item<TResponse[TResponseKey]>> {
    for await (const page of this) yield* page as Iterable<Item<TResponse[TResponseKey]>>
  }

  /** Each page; the next one is asked for when it is reached. */
  async *[Symbol.asyncIterator](): AsyncGenerator<List<TResponse[TResponseKey]>> {
    const cursors: (SeamPageCursor | null)[] = []
    do {
      const [page, { hasNextPage, nextPageCursor }] = await this.#fetch(cursors.at(-1) ?? undefined)
      yield page
      cursors.push(hasNextPage ? nextPageCursor : null)
    } while (ask<{ goes_on: boolean }>(core(), ['goes_on'], JSON.stringify(cursors)).goes_on)
  }

  async #fetch(nextPageCursor?: SeamPageCursor): Promise<[List<TResponse[TResponseKey]>, SeamPagination]> {
    const request = this.#request.withPageCursor(nextPageCursor)
    const { body, data, requestId } = await request.send()
    const { pagination } = body as { pagination?: Record<string, unknown> | null }
    const fail = (key: string, reason: string): never => {
      throw new SeamHttpInvalidResponseError(request.pathname, key, reason, requestId)
    }
    if (!Array.isArray(data)) return fail(String(request.responseKey), 'which is not a list')
    if (typeof pagination !== 'object' || pagination === null)
      return fail('pagination', 'but this server has no pages here: await the request itself')
    return [
      data as List<TResponse[TResponseKey]>,
      {
        hasNextPage: pagination.has_next_page === true,
        nextPageCursor: (pagination.next_page_cursor ?? null) as SeamPageCursor | null,
        nextPageUrl: (pagination.next_page_url ?? null) as string | null,
      },
    ]
  }
}
