// How the scripts run other programs: what one of those has started ends with it, and with the script. No test of the package.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { constants, getPriority } from 'node:os'
import { describe, test } from 'node:test'
import { failureText, run, StepFailure, sideBySide } from '../../scripts/command.mjs'
import { startGroup } from '../../scripts/process-group.mjs'

/** A program that starts another, which holds its output open, and prints the id of that one. */
const parent = (ofChild) => `
  const child = require('node:child_process').spawn(process.execPath, ['--eval', ${JSON.stringify(ofChild)}], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  child.on('message', () => console.log(child.pid))
  setInterval(() => {}, 1000)
`
const waits = "process.send('ready'); setInterval(() => {}, 1000)"
const ignoresSigterm = `process.on('SIGTERM', () => {}); ${waits}`

const isThere = (pid) => {
  try {
    process.kill(pid, 0)
    // One that has ended stays in the list until somebody asks for its exit code, which in a container may be nobody.
    return !existsSync('/proc/self/stat') || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

const untilGone = async (pid) => {
  while (isThere(pid)) await new Promise((resolve) => setTimeout(resolve, 20))
}

describe('run', { timeout: 60_000 }, () => {
  test('answers what a program printed, and how it ended', async () => {
    const source = "console.log('out'); console.error('err'); process.exit(3)"
    const { code, outcome, stdout, output } = await run(process.execPath, ['--eval', source])
    assert.deepEqual({ code, outcome, stdout }, { code: 3, outcome: 'exit code 3', stdout: 'out\n' })
    assert.deepEqual(output.trim().split('\n').sort(), ['err', 'out'])
  })

  test('answers that a program is not there', async () => {
    const { code, outcome } = await run('no-such-program-of-seam-edge')
    assert.deepEqual({ code, outcome }, { code: undefined, outcome: 'could not start (ENOENT)' })
  })

  test('hands on what a program prints while it runs', async () => {
    const texts = []
    await run(process.execPath, ['--eval', "console.log('out')"], { onOutput: (text) => texts.push(text) })
    assert.equal(texts.join(''), 'out\n')
  })

  test('one in the background has a lower priority', async () => {
    const source = "console.log(require('node:os').getPriority())"
    const [usual, background] = await Promise.all(
      [false, true].map((inBackground) => run(process.execPath, ['--eval', source], { inBackground })),
    )
    // Who runs the tests at a low priority keeps it.
    const own = getPriority()
    assert.equal(Number(usual.stdout), own)
    assert.equal(Number(background.stdout), Math.max(own, constants.priority.PRIORITY_BELOW_NORMAL))
  })

  const ends = [
    { title: 'a program that has no end is ended with what it has started', child: waits, after: [2000] },
    // The second time is when it is ended by force.
    { title: 'so is one that does not listen', child: ignoresSigterm, after: [2000, 5000] },
  ]
  for (const { title, child, after } of ends) {
    test(title, async ({ mock: { timers } }) => {
      timers.enable({ apis: ['setTimeout'] })
      const { code, outcome, stdout } = await run(process.execPath, ['--eval', parent(child)], {
        timeoutSeconds: 2,
        // The time goes by once the other has begun, however long that takes.
        onOutput: () => {
          for (const milliseconds of after) timers.tick(milliseconds)
        },
      })
      timers.reset()
      assert.deepEqual({ code, outcome }, { code: undefined, outcome: 'no end after 2 s' })
      assert.match(stdout, /^\d+\n$/)
      await untilGone(Number(stdout))
    })
  }

  for (const signal of ['SIGINT', 'SIGTERM']) {
    test(`a script that is ended by ${signal} ends what it has started`, async () => {
      const { href } = new URL('../../scripts/command.mjs', import.meta.url)
      const script = `
        import { run } from ${JSON.stringify(href)}
        await run(process.execPath, ['--eval', ${JSON.stringify(parent(waits))}], { echo: true })
      `
      const { child } = startGroup(process.execPath, ['--input-type=module', '--eval', script], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const [printed] = await once(child.stdout, 'data')
      // To the script alone, as `kill` does.
      child.kill(signal)
      assert.deepEqual(await once(child, 'exit'), [1, null])
      await untilGone(Number(printed))
    })
  }
})

describe('side by side', () => {
  const failing = (tried) => new StepFailure({ tried, outcome: 'failed' })

  test('steps run at the same time, and their results come in order', async () => {
    let release
    const released = new Promise((resolve) => (release = resolve))
    const results = await sideBySide(
      async () => {
        await released
        return 'first'
      },
      async () => {
        release()
        return 'second'
      },
    )
    assert.deepEqual(results, ['first', 'second'])
  })

  test('where one fails the others come to their end before', async () => {
    let ended = false
    const slow = async () => {
      await new Promise((resolve) => setImmediate(resolve))
      ended = true
    }
    await assert.rejects(
      sideBySide(() => Promise.reject(failing('one')), slow),
      /tried: one/,
    )
    assert.ok(ended)
  })

  test('all failures are shown, the same one once', async () => {
    const same = failing('one')
    const steps = [same, failing('two'), same].map((failure) => () => Promise.reject(failure))
    const text = await sideBySide(...steps).catch(failureText)
    assert.deepEqual(text.match(/^tried: .*/gm), ['tried: one', 'tried: two'])
  })
})
