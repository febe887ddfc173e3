import { outcomeOf } from '../../src/main-job.js'

export const runtime = 'nodejs'

export async function GET(request) {
  return Response.json(await outcomeOf(new URL(request.url).search))
}
