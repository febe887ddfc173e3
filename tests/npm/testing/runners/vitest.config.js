import { defineConfig } from 'vitest/config'

// The test of the guide has no option for browsers, so it is one for Node alone.
export default defineConfig({
  test: {
    projects: ['node', 'jsdom', 'happy-dom'].map((environment) => ({
      test: {
        name: environment,
        environment,
        include: environment === 'node' ? ['*.spec.js'] : ['vitest*.spec.js'],
      },
    })),
  },
})
