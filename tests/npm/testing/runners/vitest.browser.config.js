// Vitest's browser mode, in the Chromium whose path is in CHROMIUM. Playwright's own browsers are not needed: it drives this one.
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['vitest.spec.js'],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: {
          executablePath: process.env.CHROMIUM,
          args: JSON.parse(process.env.CHROMIUM_ARGUMENTS),
        },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
})
