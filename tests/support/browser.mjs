// Stand-in until the tests of browsers bring theirs, with the same interface: Chromium by puppeteer-core from .tools/.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../.tools/puppeteer-core-25.16.0', import.meta.url))
const program = '/usr/bin/chromium'

export const findBrowser = async () => (existsSync(program) ? { program, version: 'unknown' } : undefined)

export const openBrowser = async (name) => {
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true })
    execFileSync('npm', ['install', '--prefix', folder, 'puppeteer-core@25.16.0', '--ignore-scripts'], {
      stdio: 'ignore',
    })
  }
  const { default: puppeteer } = await import(
    `${folder}/node_modules/puppeteer-core/lib/puppeteer/puppeteer-core.js`
  )
  const browser = await puppeteer.launch({
    executablePath: program,
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
  const openPage = async (url) => {
    const page = await browser.newPage()
    const errors = []
    page.on('pageerror', (error) => errors.push(String(error?.message ?? error)))
    await page.goto(url)
    return {
      errors,
      run: async (action, ...values) => await page.evaluate(action, ...values),
      close: async () => await page.close(),
    }
  }
  return { name, version: await browser.version(), openPage, close: async () => await browser.close() }
}
