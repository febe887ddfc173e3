// What the tests of ensureAccessCode share: the endpoints that it calls, and a fake that keeps `common_code_key`. No expectation.
import { startRecordingProxy } from '../../support/recording-proxy.mjs'

export const createPath = '/access_codes/create'
export const listPath = '/access_codes/list'
export const unmanagedPath = '/access_codes/unmanaged/list'

/** What was called through a proxy, in order, as `create` or `unmanaged/list`. */
export const pathsOf = (proxy) => proxy.requests.map(({ path }) => path.replace('/access_codes/', ''))

/** A proxy in front of a fake, which does not keep `common_code_key`: so this does. */
export const startKeyedProxy = (fake) =>
  startRecordingProxy(fake.url, {
    async ask(request, pass) {
      const answer = await pass(request)
      if (request.url !== createPath || answer.status !== 200) return answer
      const { access_code } = JSON.parse(answer.body)
      const { common_code_key } = JSON.parse(request.rawBody)
      fake.database.updateAccessCode({ access_code_id: access_code.access_code_id, common_code_key })
      return {
        ...answer,
        body: JSON.stringify({ access_code: { ...access_code, common_code_key }, ok: true }),
      }
    },
  })
