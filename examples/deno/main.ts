// A small service in Deno: which locks there are, and whether one of them takes a code. Creates nothing.
// `SEAM_API_KEY=… deno task start`, then `curl localhost:8000/locks`.
import { isSeamHttpApiError, SeamHttp } from 'seam-edge'
import { checkAccessCodeOnDevice, suggestCode } from 'seam-edge/rules'

const seam = new SeamHttp()

Deno.serve({ port: Number(Deno.env.get('PORT') ?? 8000) }, async (request) => {
  const { pathname } = new URL(request.url)
  try {
    if (pathname === '/locks') {
      const devices = await seam.locks.list()
      return Response.json(
        devices.map(({ device_id, display_name, properties }) => ({
          device_id,
          name: display_name,
          online: properties.online,
          battery: properties.battery_level,
        })),
      )
    }
    if (pathname === '/check' && request.method === 'POST') {
      const parameters = await request.json()
      const { ok, issues } = await checkAccessCodeOnDevice(seam, parameters)
      const suggestion = ok
        ? undefined
        : suggestCode(await seam.devices.get({ device_id: parameters.device_id }))
      return Response.json({ ok, issues: issues.map(({ message, help }) => ({ message, help })), suggestion })
    }
    return new Response('not found\n', { status: 404 })
  } catch (error) {
    if (error instanceof SyntaxError) return Response.json({ error: 'expected JSON' }, { status: 400 })
    if (isSeamHttpApiError(error))
      return Response.json({ error: error.message }, { status: error.statusCode })
    throw error
  }
})
