// What kind of Seam token a string is, told by how it starts.
// Keeps no token and refuses none: whether one fits its option is decided in Rust.

/** Returns true if the token looks like a Seam API key (`seam_...`, and none of the other kinds). */
export const isApiKey = (token: string): boolean => /^seam_(?!cst|at|pk)/.test(token)

/** Returns true if the token looks like a client session token (`seam_cst...`). */
export const isClientSessionToken = (token: string): boolean => token.startsWith('seam_cst')

/** Returns true if the token looks like a publishable key (`seam_pk...`). */
export const isPublishableKey = (token: string): boolean => token.startsWith('seam_pk')

/** Returns true if the token looks like a console session token, which is a JWT (`ey...`). */
export const isConsoleSessionToken = (token: string): boolean => token.startsWith('ey')

/** Returns true if the token looks like a personal access token (`seam_at...`). */
export const isPersonalAccessToken = (token: string): boolean => token.startsWith('seam_at')
