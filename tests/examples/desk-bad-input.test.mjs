// examples/front-desk in the hands of somebody who types what cannot be, presses twice, and goes on while things are going wrong: the page says what
// happened, and keeps what was typed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeDeskInBrowsers } from './desk-in-browsers.mjs'

describeDeskInBrowsers('the front desk on a bad day', ({ openLock, openForm }) => {
  test('a year that is half typed or has five digits is no time, and the form stays', async () => {
    const { setTime, says, saysNoMore, read, page } = await openForm()
    for (const time of ['0002-05-04T10:00', '20315-05-04T10:00', '9999-12-31T23:59']) {
      await setTime('Until', time)
      await says('Enter a full date and time.', '.field-said')
      await setTime('Until', '2031-05-04T10:00')
      await saysNoMore('Enter a full date and time.', '.field-said')
    }
    assert.equal(await read('Name'), 'Marie Curie')
    assert.deepEqual(page.errors, [])
  })

  test('a code that is being deleted cannot be undone or deleted once more', async () => {
    const { press, tab } = await openLock('Main entrance')
    await press('Housekeeping')
    await press('Delete')
    await tab.waitForSelector('.toast')
    const heard = await tab.evaluate(async () => {
      const heard = []
      const announcement = document.querySelector('.announcement')
      new MutationObserver(() => heard.push(announcement.innerText)).observe(announcement, {
        childList: true,
        characterData: true,
        subtree: true,
      })
      const [undo, deleteNow] = document.querySelectorAll('.toast button')
      for (const button of [deleteNow, deleteNow, undo]) {
        button.click()
        await new Promise((settle) => setTimeout(settle))
      }
      while (document.querySelector('.toast') !== null) await new Promise((settle) => setTimeout(settle, 20))
      return heard
    })
    assert.deepEqual(heard, ['Housekeeping is being taken off the lock.'])
  })

  test('a code that went with its lock leaves nothing to undo', async () => {
    const { press, says, saysNoMore } = await openLock('Main entrance')
    await press('Housekeeping')
    await press('Delete')
    await press('Make things go wrong')
    await press('Remove the lock')
    await press('Delete now')
    await says('This no longer exists.', '.announcement')
    await saysNoMore('Undo')
  })

  test('what waits to be deleted does not follow to other locks', async () => {
    const { press, says, saysNoMore } = await openLock('Main entrance')
    await press('Housekeeping')
    await press('Delete')
    await press('Make things go wrong')
    await press('Start over')
    await saysNoMore('Undo')
    await press('Main entrance')
    await press('Housekeeping')
    await says('Until it is deleted', '.details')
  })

  test('what was typed into a change is kept when its code is deleted, and makes a new code', async () => {
    const { press, fill, says, read } = await openLock('Main entrance')
    await press('Housekeeping')
    await press('Change')
    await fill('Name', 'Night shift')
    await press('Delete')
    await press('Delete now')
    await press('Make things go wrong')
    await press('Let 20 minutes pass')
    await says('This code has been deleted in the meantime.', '.code-form')
    assert.equal(await read('Name'), 'Night shift')
    await fill('PIN', '735194')
    await press('Create code')
    await says('Night shift is on the lock.', '.announcement')
  })

  test('a name of 200 letters leaves room for what is beside it, and can be read whole', async () => {
    const { press, fill, tab } = await openForm()
    const name = 'W'.repeat(200)
    await fill('Name', name)
    await press('Create code')
    await tab.waitForSelector('.announcement button')
    await press(name)
    await tab.waitForSelector('.details')
    const cut = await tab.$$eval('.announcement button, .picture li.open .row-name > span', (elements) =>
      elements
        .filter(
          (element) =>
            element.getBoundingClientRect().right > innerWidth ||
            element.scrollWidth > element.clientWidth + 1,
        )
        .map(({ outerHTML }) => outerHTML),
    )
    assert.deepEqual(cut, [])
  })

  test('what was wrong with one code is not said of the next that is changed', async () => {
    const { press, fill, says, tab } = await openLock('Main entrance')
    await press('Housekeeping')
    await press('Change')
    await fill('PIN', '12')
    await press('Save changes')
    await says('Fix what is marked', '.code-form')
    await press('Ada Lovelace')
    await press('Change')
    await says('Change Ada Lovelace', '#form-title')
    await fill('PIN', '12')
    await tab.waitForSelector('.code-form [aria-invalid=true]')
    assert.equal(await tab.$('.code-form [role=alert]'), null)
  })

  test('a lock that is removed offers no new code', async () => {
    const { press, says, saysNoMore } = await openLock('Room 101')
    await says('New code', 'button')
    await press('Make things go wrong')
    await press('Remove the lock')
    await says('This lock has been removed.', '[role=alert]')
    await saysNoMore('New code', 'button')
    await saysNoMore('Create the first one.')
  })

  test('an emptied name and PIN stay what they were, and the page says so', async () => {
    const { press, fill, says, fieldAbout } = await openLock('Main entrance')
    await press('Housekeeping')
    await press('Change')
    await fill('Name', '   ')
    await fill('PIN', ' ')
    assert.equal((await fieldAbout('Name')).said, 'Leave empty to keep the name')
    assert.equal((await fieldAbout('PIN')).said, 'Leave empty to keep the PIN')
    await press('Save changes')
    await says('Housekeeping is', '.announcement')
    await says('Housekeeping', '.picture')
  })

  test('a form that is sent twice at once makes one code', async () => {
    const { says, tab } = await openForm()
    await tab.evaluate(() => {
      const form = document.querySelector('.code-form')
      form.requestSubmit()
      form.requestSubmit()
    })
    await says('Marie Curie is on the lock.', '.announcement')
    const names = await tab.$$eval('.row-name', (rows) => rows.map(({ innerText }) => innerText))
    assert.equal(names.filter((text) => text.includes('Marie Curie')).length, 1)
  })

  test('what was not sent for want of a network is said truly when there is one again', async () => {
    const { press, says, saysNoMore, tab } = await openForm()
    const setOnline = (isOnline) =>
      tab.evaluate((isOnline) => {
        Object.defineProperty(navigator, 'onLine', { value: isOnline, configurable: true })
        dispatchEvent(new Event(isOnline ? 'online' : 'offline'))
      }, isOnline)
    await setOnline(false)
    await press('Create code')
    await says('Your browser is offline.', '.code-form [role=alert]')
    await setOnline(true)
    await saysNoMore('Your browser is offline.')
    await says('Seam could not be reached.', '.code-form [role=alert]')
  })

  test('the browser asks before it forgets what was typed', async () => {
    const { press, tab } = await openForm()
    const asks = () => tab.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })))
    assert.equal(await asks(), true)
    await press('Cancel')
    assert.equal(await asks(), false)
  })

  test('signing in again that fails can be tried again, and leads to the same locks', async () => {
    const { press, says, saysNoMore, fill, tab } = await openForm()
    await fill('PIN', '735194')
    await press('Create code')
    await says('Marie Curie is on the lock.', '.announcement')
    await press('Make things go wrong')
    await press('End my session')
    await says('Your session has ended.', '.banner')
    await press('Seam is down for the next requests')
    await press('Sign in again')
    await says('Seam has a problem right now.', '#root > .notice')
    await tab.waitForFunction(
      () => {
        const again = document.querySelector('#root > .notice button')
        again?.click()
        return again === null
      },
      { polling: 500 },
    )
    await saysNoMore('Your session has ended.', '.banner')
    await says('Marie Curie', '.picture')
  })

  test('a fault that cannot be made is said', async () => {
    const { press, says, page } = await openLock('Room 101')
    await press('Make things go wrong')
    await press('Remove the lock')
    await says('This lock has been removed.', '[role=alert]')
    await press('Remove the lock')
    await says('This no longer exists.', '.announcement')
    await press('Lose the connection')
    await says('This lock has been removed.', '.announcement')
    assert.deepEqual(page.errors, [])
  })

  test('locks that Seam sends as a second page can be asked for', async () => {
    const { press, fill, says, tab } = await openLock('Room 101')
    await tab.evaluate(() => {
      const lock = (device_id, display_name) => ({
        device_id,
        device_type: 'yale_lock',
        connected_account_id: '657eecdd-3cb1-4d09-82d3-26e0055bdef6',
        workspace_id: '1b39896a-51a8-449b-93cb-9f0c747ea2ea',
        created_at: '2031-05-04T10:00:00.000Z',
        is_managed: true,
        capabilities_supported: [],
        custom_metadata: {},
        warnings: [],
        display_name,
        properties: { online: true },
        errors: [],
      })
      const pages = {
        first: [lock('3ee57890-41c9-4ac3-b3b8-488c368cb0a6', 'First lock')],
        second: [lock('7d29825c-7552-4255-83cf-17102b7f7f86', 'Last lock')],
      }
      globalThis.fetch = async (url, { body }) => {
        const isSecond = `${url}${body}`.includes('second')
        return Response.json({
          devices: isSecond ? pages.second : pages.first,
          pagination: {
            has_next_page: !isSecond,
            next_page_cursor: isSecond ? null : 'second',
            next_page_url: null,
          },
          ok: true,
        })
      }
    })
    await press('Use your own locks')
    await fill('Publishable key', 'seam_cst1_pages')
    await press('Sign in')
    await says('First lock', '.locks')
    await press('More locks')
    await says('Last lock', '.locks')
    await says('First lock', '.locks')
  })

  test('who leaves the dialog while it signs in stays where they are', async () => {
    const { press, fill, says, tab } = await openLock('Room 101')
    await press('Use your own locks')
    await fill('Publishable key', 'seam_cst1_slow')
    await tab.evaluate(() => {
      globalThis.fetch = () => new Promise((settle) => Object.assign(globalThis, { answer: settle }))
    })
    await press('Sign in')
    await tab.waitForFunction(() => globalThis.answer !== undefined)
    await press('Cancel')
    await tab.evaluate(async () => {
      const body = { devices: [], pagination: { has_next_page: false, next_page_cursor: null }, ok: true }
      globalThis.answer(Response.json(body))
      await new Promise((settle) => setTimeout(settle, 500))
    })
    await says('Room 101', '.lock-page h2')
  })
})
