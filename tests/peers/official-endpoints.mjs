// The endpoints that the newest official client has too, and those that are newer than it. Compares nothing.
import { SeamHttpEndpoints } from '@seamapi/http'
import { endpoints } from '../support/endpoints.mjs'

const has = ({ path }) => path in SeamHttpEndpoints.prototype

export const officialEndpoints = endpoints.filter(has)
export const newerEndpoints = endpoints.filter((endpoint) => !has(endpoint))
