// The CPU time of calls in Chromium: that of the thread on which a page runs, which is also the one that draws it. What the browser does
// elsewhere, such as HTTP, is the same for all. Chromium counts the whole process too, but only in steps of 10 ms.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromiumArguments, findBrowser } from '../../tests/support/browser-programs.mjs'
import { root } from '../repository.mjs'
import { siteFolder } from './programs.mjs'
import { clients } from './rows.mjs'

/** A page for each client; undefined where there is no Chromium. `measure` answers the CPU time of one call in milliseconds. */
export async function startChromium({ server, token, scale }) {
  const found = await findBrowser('chromium')
  if (found === undefined) return undefined
  await bundleClients()
  const { default: puppeteer } = await import('puppeteer-core')
  const browser = await puppeteer.launch({
    executablePath: found.program,
    args: chromiumArguments,
    timeout: 60_000,
    protocolTimeout: 120_000,
  })
  const pages = new Map()
  const addressOf = (name) => `${server.url}/${name}.js`
  for (const { name } of clients) {
    const opened = await openPage(browser, server.url)
    await opened.page.evaluate(async (address) => {
      globalThis.bench = await import(address)
    }, addressOf(name))
    pages.set(name, opened)
  }
  return {
    version: found.version,
    async measure(name, { operation, count, damaged, calls: most }) {
      const endpoint = server.endpointOf({ count, damaged })
      const calls = Math.ceil(most * scale)
      const { page, cpu } = pages.get(name)
      await page.evaluate(prepare, { endpoint, token, row: { operation, count, damaged } })
      const before = await cpu()
      await page.evaluate(callOften, { operation, calls })
      return ((await cpu()) - before) / calls
    },
    /** In a page of a fresh profile, which has a process of its own. */
    async coldStart(name) {
      const { page, cpu, close } = await openPage(browser, server.url)
      try {
        const endpoint = server.endpointOf({ count: 1 })
        const start = await cpu()
        const clientElapsed = await page.evaluate(importAndMake, {
          address: addressOf(name),
          endpoint,
          token,
        })
        const clientCpu = (await cpu()) - start
        const callElapsed = await page.evaluate(callFirst)
        const answerCpu = (await cpu()) - start
        return { clientCpu, clientElapsed, answerCpu, answerElapsed: clientElapsed + callElapsed }
      } finally {
        await close()
      }
    },
    stop: async () => await browser.close(),
  }
}

/** As users deploy them: minified, one file. */
async function bundleClients() {
  const esbuild = await import('esbuild')
  mkdirSync(siteFolder, { recursive: true })
  for (const { name } of clients) {
    await esbuild.build({
      stdin: {
        contents: `export { clientOf } from './clients/${name}.mjs'\nexport * from './calls.mjs'`,
        resolveDir: join(root, 'scripts', 'bench'),
      },
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'browser',
      tsconfigRaw: {},
      outfile: join(siteFolder, `${name}.js`),
      logLevel: 'silent',
    })
  }
}

async function openPage(browser, url) {
  const context = await browser.createBrowserContext()
  const page = await context.newPage()
  await page.goto(url)
  const session = await page.createCDPSession()
  await session.send('Performance.enable')
  return {
    page,
    async cpu() {
      const { metrics } = await session.send('Performance.getMetrics')
      return metrics.find(({ name }) => name === 'ThreadTime').value * 1000
    },
    close: async () => await context.close(),
  }
}

// These run in the page and see nothing of this file.

const prepare = async (asked) => {
  const { bench } = globalThis
  globalThis.client = await bench.clientFor(bench.clientOf, asked)
}

const callOften = async ({ operation, calls }) => {
  const { bench, client } = globalThis
  await bench.makeCalls(client, { operation }, calls)
}

const importAndMake = async ({ address, endpoint, token }) => {
  const start = performance.now()
  const { clientOf } = await import(address)
  globalThis.client = clientOf({ endpoint, token })
  return performance.now() - start
}

const callFirst = async () => {
  const start = performance.now()
  await globalThis.client.create()
  return performance.now() - start
}
