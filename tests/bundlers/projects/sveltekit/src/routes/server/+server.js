import { outcomeOf } from '../../main-job.js'

export const GET = async ({ url }) => Response.json(await outcomeOf(url.search))
