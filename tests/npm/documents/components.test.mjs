// The React components of the guide, as a reader copies them: rendered against the fake of seam-edge/testing, their buttons pressed. React's test
// renderer stands in for a page.
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { afterEach, describe, test } from 'node:test'
import * as reactQuery from '@tanstack/react-query'
import { transform } from 'esbuild'
import { createElement } from 'react'
import * as jsxRuntime from 'react/jsx-runtime'
import { act, create } from 'react-test-renderer'
import * as swr from 'swr'
import * as swrInfinite from 'swr/infinite'
import * as swrMutation from 'swr/mutation'
import { blocksOf, readDocument } from '../../support/document-programs.mjs'
import { loadPackage } from '../../support/package.mjs'

globalThis.IS_REACT_ACT_ENVIRONMENT = true

const pages = readdirSync(new URL('../../../docs/guide/', import.meta.url)).map(
  (name) => `docs/guide/${name}`,
)
const documents = await Promise.all(pages.map(async (page) => [page, blocksOf(await readDocument(page))]))
const blocks = documents.flatMap(([page, all]) =>
  all.filter(({ language }) => language === 'tsx').map((block) => ({ ...block, page })),
)

/** What the components can import. */
const modules = {
  '@tanstack/react-query': reactQuery,
  'react/jsx-runtime': jsxRuntime,
  'seam-edge/query': await loadPackage('query'),
  swr,
  'swr/infinite': swrInfinite,
  'swr/mutation': swrMutation,
}

/** The component that a block exports. */
const componentOf = async ({ code }) => {
  const options = { loader: 'tsx', format: 'cjs', jsx: 'automatic' }
  const { code: program } = await transform(code, options)
  const module = { exports: {} }
  const required = (name) => {
    assert.ok(modules[name], `\`${name}\` is not among the modules of this test`)
    return { __esModule: true, ...modules[name] }
  }
  new Function('module', 'require', program)(module, required)
  const [component] = Object.values(module.exports)
  return component
}

/** One lock more than a page of the components holds. */
const names = Array.from({ length: 21 }, (_, index) => `Room ${index + 1}`)

/** What is on the page before and after its button is pressed. */
const scenarios = {
  Codes: { button: 'Create a code', before: [], after: ['4071'] },
  Devices: { button: 'More', before: names.slice(0, 20), after: names },
}

describe('components of the guide', { timeout: 600_000 }, () => {
  let renderer
  afterEach(async () => await act(async () => renderer?.unmount()))

  const textsOf = (type) => renderer.root.findAllByType(type).map(({ children }) => children.join(''))
  /** Lets what is under way go on until something is on the page. */
  const until = async (isShown) => {
    for (let round = 0; !isShown(); round += 1) {
      assert.ok(round < 10_000, `the page stays as it is: ${JSON.stringify(renderer.toJSON())}`)
      await act(async () => await new Promise(setImmediate))
    }
  }

  test('are there', () => assert.equal(blocks.length, 4))

  for (const block of blocks) {
    test(`the component in line ${block.line} of ${block.page} shows what it says`, async () => {
      const { SeamHttp } = await loadPackage()
      const { createFakeSeam } = await loadPackage('testing')
      const fake = createFakeSeam({ devices: names.map((name) => ({ name })) })
      const seam = new SeamHttp({ apiKey: fake.apiKey, fetch: fake.fetch })
      const client = new reactQuery.QueryClient()
      const component = await componentOf(block)
      const { button, before, after } = scenarios[component.name]

      const element = createElement(component, { seam, device_id: fake.locks[0].deviceId })
      const inSwr = createElement(swr.SWRConfig, { value: { provider: () => new Map() } }, element)
      await act(async () => {
        renderer = create(createElement(reactQuery.QueryClientProvider, { client }, inSwr))
      })
      await until(() => textsOf('button').includes(button) && textsOf('p').length === before.length)
      assert.deepEqual(textsOf('p'), before)
      await act(async () => renderer.root.findByType('button').props.onClick())
      await until(() => textsOf('p').length === after.length)
      assert.deepEqual(textsOf('p'), after)
      client.clear()
    })
  }
})
