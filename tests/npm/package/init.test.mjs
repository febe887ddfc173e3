// `init`: the module in every form that it takes, before and after first use, and what it refuses. Each case runs in a process of its
// own, since an instance that runs is not exchanged.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import http from 'node:http'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { promisify } from 'node:util'
import { startFakeSeam } from '../../support/fake-seam.mjs'
import { consumerFolder, installedFolder } from '../../support/package.mjs'

const run = promisify(execFile)

describe('init', { timeout: 600_000 }, () => {
  let fake
  let server
  let address

  before(async () => {
    fake = await startFakeSeam()
    const wasm = await readFile(join(await installedFolder(), 'seam_edge.wasm'))
    server = http.createServer(({ url }, response) => {
      if (url === '/broken.wasm') {
        response.writeHead(200, { 'content-type': 'application/wasm', 'content-length': wasm.length })
        return response.write(wasm.subarray(0, 1000), () => response.destroy())
      }
      const known = { '/typed.wasm': 'application/wasm', '/untyped.wasm': 'application/octet-stream' }[url]
      response
        .writeHead(known ? 200 : 404, { 'content-type': known ?? 'text/html' })
        .end(known ? wasm : '<p>')
    })
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${server.address().port}`
  })
  after(async () => {
    await new Promise((resolve) => server.close(resolve))
    await fake.stop()
  })

  // What the program prints; in it, `compiled` counts the modules that were compiled synchronously, as the package's own is.
  const printedBy = async (program) => {
    const source = `
      import { readFileSync } from 'node:fs'
      import { fileURLToPath } from 'node:url'
      const file = fileURLToPath(import.meta.resolve('seam-edge/seam_edge.wasm'))
      const bytes = readFileSync(file)
      const { Module } = WebAssembly
      let compiled = 0
      WebAssembly.Module = new Proxy(Module, { construct: (target, values) => { compiled += 1; return new target(...values) } })
      const { init, SeamHttp } = await import('seam-edge')
      const use = async () => (await new SeamHttp().devices.list()).length > 3
      const failure = (promise) => promise.then(() => 'none', ({ name, message }) => name + ': ' + message)
      ${program}
    `
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', source], {
      cwd: await consumerFolder(),
      env: { ...process.env, SEAM_API_KEY: fake.seed.seam_apikey1_token, SEAM_ENDPOINT: fake.url },
    })
    return stdout.trim()
  }

  for (const [form, source] of Object.entries({
    'a module': 'new Module(bytes)',
    bytes: 'bytes',
    'an ArrayBuffer': 'bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)',
    'a promise of bytes': 'Promise.resolve(bytes)',
    'a Response that streams': 'fetch(address + "/typed.wasm")',
    'a Response of another type': 'fetch(address + "/untyped.wasm")',
    // As node-fetch gives them.
    'a Response that is not of this runtime': `({
      [Symbol.toStringTag]: 'Response', ok: true, headers: new Headers({ 'content-type': 'application/wasm' }),
      arrayBuffer: async () => bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
    })`,
    'an address': 'address + "/typed.wasm"',
    'a URL': 'new URL(address + "/untyped.wasm")',
  })) {
    test(`takes ${form}, and the copy inside the package is not compiled`, async () => {
      const printed = await printedBy(`
        const address = ${JSON.stringify(address)}
        await init(${source})
        console.log(await use(), compiled)
      `)
      assert.equal(printed, 'true 0')
    })
  }

  test('is not needed', async () => {
    assert.equal(await printedBy('console.log(await use(), compiled)'), 'true 1')
  })

  test('may come twice, and after first use', async () => {
    const printed = await printedBy(`
      await Promise.all([init(bytes), init(bytes)])
      const seam = new SeamHttp()
      await init(bytes)
      console.log((await seam.devices.list()).length > 3, await use(), compiled)
    `)
    assert.equal(printed, 'true true 0')
  })

  test('refuses what is not the module, and the package works all the same', async () => {
    const empty = '[0, 97, 115, 109, 1, 0, 0, 0]'
    const printed = await printedBy(`
      for (const source of [undefined, null, 7, {}, [1]]) console.log(await failure(init(source)))
      console.log(await failure(init(new Module(new Uint8Array(${empty})))))
      console.log(await failure(init(${JSON.stringify(address)} + '/none.wasm')))
      console.log(await failure(init(new Uint8Array([1, 2, 3]))))
      console.log(await init(new Uint8Array([1, 2, 3])).catch(({ cause }) => cause.name))
      console.log(await use(), compiled)
    `)
    const lines = printed.split('\n')
    const invalid = 'SeamHttpInvalidOptionsError: init: expected'
    for (const line of lines.slice(0, 5)) {
      assert.ok(line.startsWith(`${invalid} a WebAssembly.Module, bytes, a Response or a URL, got `), line)
    }
    assert.equal(lines[5], `${invalid} the seam_edge.wasm of this version of the package`)
    assert.match(lines[6], /^SeamError: seam_edge\.wasm was not given: status 404 of http:.*none\.wasm$/)
    assert.equal(lines[7], 'SeamError: init cannot compile these bytes. Is it seam_edge.wasm?')
    assert.deepEqual(lines.slice(8), ['CompileError', 'true 1'])
  })

  test('an answer that breaks off is told as it is, and the package works all the same', async () => {
    const printed = await printedBy(`
      console.log(await failure(init(${JSON.stringify(address)} + '/broken.wasm')))
      console.log(await use(), compiled)
    `)
    assert.match(printed, /^TypeError: .*\ntrue 1$/)
  })

  // Jest's jsdom has neither TextEncoder nor TextDecoder.
  for (const missing of ['WebAssembly', 'TextEncoder', 'TextDecoder']) {
    test(`a runtime without ${missing} is told so at first use, and not before`, async () => {
      const source = `
        delete globalThis.${missing}
        const { init, SeamHttp } = await import('seam-edge')
        console.log('imported')
        try { new SeamHttp('seam_key') } catch ({ message }) { console.log(message) }
        await init('https://seam.test/seam_edge.wasm').catch(({ message }) => console.log(message))
      `
      const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', source], {
        cwd: await consumerFolder(),
      })
      const [imported, ...messages] = stdout.trim().split('\n')
      assert.equal(imported, 'imported')
      assert.equal(messages.length, 2)
      for (const message of messages) {
        assert.ok(message.startsWith(`seam-edge needs ${missing}, which this runtime does not have`), message)
      }
    })
  }

  test('a Content-Security-Policy is named where it is what forbids to compile, and nowhere else', async () => {
    const messages = {
      chromium:
        "Refused to compile or instantiate WebAssembly module because 'unsafe-eval' is not an allowed source",
      firefox: 'call to WebAssembly.Module() blocked by CSP',
      safari:
        "Refused to create a WebAssembly object because 'unsafe-eval' is not an allowed source of script",
      workerd: 'WebAssembly.Module(): Wasm code generation disallowed by embedder',
      old: 'WebAssembly.Module(): invalid opcode 0xfd',
      full: 'WebAssembly.Module(): Out of memory: Cannot allocate Wasm memory for new instance',
    }
    const source = `
      let message
      WebAssembly.Module = class { constructor() { throw new WebAssembly.CompileError(message) } }
      WebAssembly.compile = async () => { throw new WebAssembly.CompileError(message) }
      const { init, SeamHttp } = await import('seam-edge')
      for (message of ${JSON.stringify(Object.values(messages))}) {
        try { new SeamHttp('seam_key') } catch ({ message }) { console.log(message) }
        await init(new Uint8Array(8)).catch(({ message }) => console.log(message))
      }
    `
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', source], {
      cwd: await consumerFolder(),
    })
    const printed = stdout.trim().split('\n')
    Object.keys(messages).forEach((name, place) => {
      const isPolicy = name !== 'old' && name !== 'full'
      for (const line of printed.slice(2 * place, 2 * place + 2)) {
        assert.equal(/Content-Security-Policy.*'wasm-unsafe-eval'/.test(line), isPolicy, `${name}: ${line}`)
      }
    })
  })
})
