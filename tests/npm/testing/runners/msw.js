// What has to work with msw in every test runner that runs in Node. The runner's own functions come in.
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { isSeamHttpUnauthorizedError, SeamHttp } from 'seam-edge'
import { createFakeSeam } from 'seam-edge/testing'

// The environments jsdom and happy-dom are browsers to the client.
const dangerouslyAllowBrowser = true

export const defineTests = ({ test, expect }) => {
  test('msw hands requests to the fake', async () => {
    const fake = createFakeSeam()
    const answer = ({ request }) => fake.fetch(request).catch(() => HttpResponse.error())
    const server = setupServer(http.all('https://connect.getseam.com/*', answer))
    server.listen({ onUnhandledRequest: 'error' })
    try {
      const seam = new SeamHttp({ apiKey: fake.apiKey, dangerouslyAllowBrowser })
      expect(await seam.devices.list()).toHaveLength(1)
      fake.disturb({ fault: 'lost_before', times: 3 })
      await expect(seam.devices.list()).rejects.toMatchObject({ code: 'ERR_NETWORK' })
      const stranger = new SeamHttp({ apiKey: 'seam_unknown', dangerouslyAllowBrowser })
      const refused = await stranger.devices.list().catch((error) => error)
      expect(isSeamHttpUnauthorizedError(refused)).toBe(true)
    } finally {
      server.close()
    }
  })
}
