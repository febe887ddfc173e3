/**
 * The package, the client, the path and what else tells one call from another: its parameters, or `infinite` before them.
 *
 * All parts of a client have the same text here, for as long as the page is open; on the next page load it is another. In place of a PIN, a search
 * text or anything else that is secret stands `{ secret: 3 }`, with another number for each value.
 */
export type SeamQueryKey = readonly ['seam-edge', client: string, path: string, ...rest: unknown[]];
