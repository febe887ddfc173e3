// What the scripts show of something long: how far cargo is, and all that is under way.
import assert from 'node:assert/strict'
import { describe, mock, test } from 'node:test'
import { progressIn, withoutProgressBar } from '../../scripts/cargo.mjs'
import { progressLine, underWay } from '../../scripts/progress.mjs'

// As cargo writes them: a bar goes until a carriage return, and what comes next is written over it.
const bar = (done, all, what) => `    Building [=====>      ] ${done}/${all}: ${what}      \r`
const output = [
  '   Compiling syn v2.0.1\n',
  bar(1, 43, 'syn, quote'),
  '   Compiling seam-edge v0.1.0\n',
  bar(42, 43, 'seam-edge'),
  'error[E0425]: cannot find `x`\n',
].join('')

describe("cargo's output", () => {
  test('the last bar says how far it is', () => {
    assert.equal(progressIn(output), '42 of 43 crates')
  })

  test('nothing says so where there is no bar', () => {
    assert.equal(progressIn('   Compiling syn v2.0.1\n[1/2] Building\n'), undefined)
  })

  test('without its bars it is what it is without a terminal', () => {
    const lines = '   Compiling syn v2.0.1\n   Compiling seam-edge v0.1.0\nerror[E0425]: cannot find `x`\n'
    assert.equal(withoutProgressBar(output), lines)
    assert.equal(withoutProgressBar('kept\r\nkept too\n'), 'kept\r\nkept too\n')
  })
})

describe('what is under way', () => {
  test('is one line, each with its time and how far it is', () => {
    const tasks = [
      { name: 'npm ci', start: 1000 },
      { name: 'render', start: 9000, howFar: '3 of 9 crates' },
    ]
    assert.equal(progressLine(tasks, 13_400), 'under way: npm ci (12 s), render (4 s, 3 of 9 crates)')
  })

  test('is shown after a while, again and again, and no longer than it is', async (context) => {
    context.mock.timers.enable({ apis: ['setTimeout'] })
    const log = mock.method(console, 'log', () => undefined)
    try {
      const shown = () => log.mock.callCount()
      let end
      const background = underWay('in the background', () => new Promise((resolve) => (end = resolve)), {
        inBackground: true,
      })
      context.mock.timers.tick(60_000)
      assert.equal(shown(), 0, 'what is in the background is not shown alone')

      await underWay('long', async (note) => {
        context.mock.timers.tick(1999)
        assert.equal(shown(), 0)
        note('half')
        context.mock.timers.tick(1)
        assert.match(log.mock.calls[0].arguments[0], /in the background \(.*long \(\d+ s, half\)$/)
        for (let round = 0; round < 2; round++) context.mock.timers.tick(10_000)
        assert.equal(shown(), 3)
      })
      context.mock.timers.tick(60_000)
      assert.equal(shown(), 3)

      // Steps one after the other do not begin the time anew: the next line comes when it would have come.
      await underWay('next', async () => {
        context.mock.timers.tick(5000)
        assert.equal(shown(), 3)
      })
      end()
      await background
    } finally {
      log.mock.restore()
    }
  })

  test('ends where it fails, and the failure is handed on', async () => {
    await assert.rejects(
      underWay('broken', () => Promise.reject(new Error('broken'))),
      /^Error: broken$/,
    )
  })
})
