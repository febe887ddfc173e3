// examples/front-desk, built on the packed package and used by mouse and keyboard in every browser of this machine. Its locks are the fake in the page,
// whose clock runs: what takes a lock five seconds is waited for until it appears.
import assert from 'node:assert/strict'
import { after, afterEach, before, describe, test } from 'node:test'
import { browserNames, findBrowser, openBrowser } from '../support/browser.mjs'
import { closeAll } from '../support/close-all.mjs'
import { serveSite } from '../support/web-server.mjs'
import { openDesk } from './desk-page.mjs'
import { buildDesk } from './desk-project.mjs'

describe('the front desk', { timeout: 900_000, concurrency: true }, () => {
  let project
  let site

  before(async () => {
    project = await buildDesk()
    site = await serveSite({ folders: { '/': `${project.dist}/` } })
  })
  after(() => closeAll([site?.stop, project?.remove]))

  for (const name of browserNames) {
    describe(name, { concurrency: 1 }, async () => {
      if ((await findBrowser(name)) === undefined) return test.skip(`NOT TESTED: no ${name} here`)
      let browser
      let desk

      before(async () => {
        browser = await openBrowser(name)
      })
      after(() => browser?.close())
      afterEach(async () => {
        await desk?.page.close()
        desk = undefined
      })
      const open = async (options) => {
        desk = await openDesk(browser, site.url, options)
        return desk
      }
      const openForm = async (lock = 'Room 101') => {
        const opened = await open()
        await opened.press(lock)
        await opened.press('New code')
        await opened.fill('Name', 'Marie Curie')
        return opened
      }

      test('a code is created, set, changed, kept and deleted, by the mouse', async () => {
        const { press, fill, setTime, says, saysNoMore, read, page } = await openForm()
        // Of itself it begins at the next full hour, which may come while the code is on its way.
        const dayFromNow = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
        await setTime('From', `${dayFromNow(1)}T15:00`)
        await setTime('Until', `${dayFromNow(2)}T11:00`)
        await press('Suggest a PIN')
        assert.match(await read('PIN'), /^[1-9]{6}$/, 'a Nuki takes six digits, none of them a zero')
        await press('Create code')
        await says('next check in', '.progress')
        await says('Marie Curie is on the lock.', '.announcement')
        await says('Scheduled', '.picture li')
        await says('Code scheduled on the lock', '.events li')

        await press('Marie Curie')
        await press('Change')
        await fill('Name', 'Maria Skłodowska')
        await press('Save changes')
        await says('Maria Skłodowska', '.picture')

        await press('Delete')
        await saysNoMore('Maria Skłodowska', '.picture')
        await press('Undo')
        await says('Maria Skłodowska', '.picture')
        await press('Delete')
        await press('Delete now')
        await says('Maria Skłodowska is being taken off the lock.', '.announcement')
        assert.deepEqual(page.errors, [])
      })

      test('a code is created and kept by the keyboard alone', async () => {
        const { reach, untilFocused, says, saysNoMore, tab } = await open()
        await reach('Room 101')
        await says('Codes', 'h3')
        await reach('New code')
        await tab.waitForFunction(() => document.activeElement?.matches('.code-form input'))
        await tab.keyboard.type('Marie Curie')
        await reach('Suggest a PIN', ' ')
        await reach('Create code')
        await says('Marie Curie is created.', '.announcement')
        await says('Marie Curie', '.picture')
        await untilFocused('Room 101')
        await reach('Marie Curie')
        await reach('Delete')
        await saysNoMore('Marie Curie', '.picture')
        await untilFocused('Undo')
        await tab.keyboard.press('Enter')
        await says('Marie Curie', '.picture')
      })

      test('impossible values are named beside their fields as one types, and nothing is sent', async () => {
        const { fill, setTime, press, says, saysNoMore, fieldAbout, read } = await openForm()
        await fill('PIN', '12')
        await says('The PIN needs 4 to 12 digits.', '.field-said')
        await fill('PIN', '127356')
        await says('must not start with 12', '.field-said')
        assert.deepEqual((await fieldAbout('PIN')).isInvalid, 'true')
        await setTime('From', '2031-03-30T02:30')
        await says('because the clocks change', '.field-said')
        await setTime('From', '2031-05-04T10:00')
        await setTime('Until', '2031-05-01T10:00')
        await says('end', '.field-said .wrong')
        await setTime('Until', '')
        await says('Enter a full date and time.', '.field-said')
        await press('Create code')
        await says('Fix what is marked, then send again.', '[role=alert]')
        assert.equal(await read('Name'), 'Marie Curie')
        await setTime('Until', '2031-05-06T10:00')
        await fill('PIN', '735194')
        await saysNoMore('Fix what is marked')
      })

      test('a session that ends is said, and what was typed is still there after signing in again', async () => {
        const { press, says, saysNoMore, read, fill } = await openForm()
        await fill('PIN', '735194')
        await press('Make things go wrong')
        await press('End my session')
        await says('Your session has ended.', '.banner')
        await press('Create code')
        await says('Your session has ended.', '.code-form [role=alert]')
        assert.equal(await read('Name'), 'Marie Curie')
        await press('Sign in again')
        await saysNoMore('Your session has ended.', '.banner')
        assert.equal(await read('Name'), 'Marie Curie')
        assert.equal(await read('PIN'), '735194')
        await press('Create code')
        await says('Marie Curie is on the lock.', '.announcement')
      })

      test('a browser that is offline is said, and sends when it is online again', async () => {
        const { press, says, saysNoMore, read, tab } = await openForm()
        const setOnline = async (isOnline) => {
          await tab.evaluate((isOnline) => {
            Object.defineProperty(navigator, 'onLine', { value: isOnline, configurable: true })
            dispatchEvent(new Event(isOnline ? 'online' : 'offline'))
          }, isOnline)
        }
        await setOnline(false)
        await says('Your browser is offline.', '.banner')
        await press('Create code')
        await says('What you have typed stays here.', '.code-form [role=alert]')
        assert.equal(await read('Name'), 'Marie Curie')
        await setOnline(true)
        await saysNoMore('Your browser is offline.', '.banner')
        await press('Create code')
        await says('Marie Curie is on the lock.', '.announcement')
      })

      test('a lock that is removed while its page is open is said, and what was typed can be used elsewhere', async () => {
        const { press, says, read, fill } = await openForm()
        await fill('PIN', '735194')
        await press('Make things go wrong')
        await press('Remove the lock')
        await says('This lock has been removed.', '[role=alert]')
        assert.equal(await read('Name'), 'Marie Curie')
        await press('Main entrance')
        await says('Main entrance', '.lock-page h2')
        assert.equal(await read('Name'), 'Marie Curie')
        assert.equal(await read('PIN'), '735194')
        await press('Create code')
        await says('Marie Curie is on the lock.', '.announcement')
      })

      for (const pin of ['a PIN', 'no PIN']) {
        test(`a reply that is lost makes no second code, with ${pin}`, async () => {
          const { press, says, tab } = await openForm()
          if (pin === 'a PIN') await press('Suggest a PIN')
          await press('Make things go wrong')
          await press('Lose the next reply to a new code')
          await press('Create code')
          await says('Marie Curie is on the lock.', '.announcement')
          const names = await tab.$$eval('.row-name', (rows) => rows.map(({ innerText }) => innerText))
          assert.equal(names.filter((text) => text.includes('Marie Curie')).length, 1)
        })
      }

      test('an outage and too many requests are said with what to do', async () => {
        const { press, says, read } = await openForm()
        await press('Make things go wrong')
        await press('Refuse the next requests (429)')
        await says('Too many requests. Seam asks to wait 90 seconds', '[role=alert]')
        await press('Seam is down for the next requests')
        await says('Seam has a problem right now.', '[role=alert]')
        assert.equal(await read('Name'), 'Marie Curie')
      })

      test('what is wrong with codes and locks is said with what to do', async () => {
        const { press, says } = await open()
        await press('Room 102')
        await press('Edsger Dijkstra')
        await says('Failed', '.picture li')
        await says('What to do:', '.advice')
        await press('Spa')
        await says('Not connected', '.lock-page .facts')
        await says('What to do:', '.advice')
        await press('Main entrance')
        await press('Make things go wrong')
        await press('Lose the connection')
        await says('Not connected', '.lock-page .facts')
        await press('Connect again')
        await press('Drain the battery')
        await says('Battery low, 5%', '.lock-page .facts')
        await press('Change a PIN at the keypad')
        await says('Code changed at the lock', '.events li')
        await press('Fill the memory')
        await press('New code')
        await says('full', '.code-form')
      })

      test('it speaks German', async () => {
        const { press, says, tab } = await open({ language: 'de' })
        await says('Schlösser', 'h2')
        await press('Zimmer 102')
        await press('Edsger Dijkstra')
        await says('Gescheitert', '.picture li')
        await says('Was zu tun ist:', '.advice')
        assert.equal(await tab.evaluate(() => document.documentElement.lang), 'de')
      })

      test('a key that is none is refused beside its field, and stays', async () => {
        const { press, fill, says, saysNoMore, read, tab } = await open()
        await press('Use your own locks')
        await fill('Publishable key', 'seam_apikey1_x')
        await says('An API key must not be used in a browser.', 'dialog .field-said')
        await press('Sign in')
        await says('Enter at least 8 characters.', 'dialog .field-said')
        assert.equal(await read('Publishable key'), 'seam_apikey1_x')

        await tab.evaluate(() => {
          const body = { error: { type: 'unauthorized', message: 'Unknown key' }, ok: false }
          globalThis.fetch = async () => Response.json(body, { status: 401 })
        })
        await fill('Publishable key', 'seam_pk1_unknown')
        await fill('User identifier key', 'e1a5b0a7-front-desk')
        await press('Sign in')
        await says('Seam does not accept this key.', 'dialog [role=alert]')
        assert.equal(await read('Publishable key'), 'seam_pk1_unknown')
        await fill('Publishable key', 'seam_cst1_unknown')
        await saysNoMore('User identifier key', 'dialog')
        await press('Sign in')
        await says('Seam does not accept this key.', 'dialog [role=alert]')

        // Where Seam answers, the page is of that session: it has no locks.
        await tab.evaluate(() => {
          const body = { devices: [], pagination: { has_next_page: false, next_page_cursor: null }, ok: true }
          globalThis.fetch = async () => Response.json(body)
        })
        await press('Sign in')
        await says('There are no locks here yet.', '.locks')
        await press('Back to practice')
        await says('Main entrance', '.locks')
      })
    })
  }
})
