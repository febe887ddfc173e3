// The front desk in a browser, as a person uses it: finds things by what they are called, clicks and types with the browser's own mouse and keys, and
// waits for what appears. Expects nothing.
import assert from 'node:assert/strict'

const patience = 60_000

/** Opens the page with practice locks, in English unless told otherwise. */
export const openDesk = async (browser, url, { language = 'en' } = {}) => {
  const page = await browser.openPage(url)
  const { tab } = page
  tab.setDefaultTimeout(patience)
  // Firefox 140 does not know the command; its window is 800 wide.
  if (browser.name === 'chromium') await tab.setViewport({ width: 1280, height: 900 })
  await tab.evaluate((language) => localStorage.setItem('front-desk.language', language), language)
  await tab.reload()
  await tab.waitForSelector('.locks a')
  return { page, tab, ...actions(tab) }
}

const actions = (tab) => {
  /** The first of what a person can press or fill in, by what it is called. Runs in the page. */
  const find = (name, kind) => {
    const selector = kind === 'field' ? 'label' : 'button, a[href], [role=button]'
    const shows = (element) => element.checkVisibility() && !element.disabled
    const said = (element) => element.textContent.trim()
    const all = [...document.querySelectorAll(selector)].filter((element) => shows(element))
    const found =
      all.find((element) => said(element) === name) ?? all.find((element) => said(element).startsWith(name))
    return (kind === 'field' ? found?.control : found) ?? null
  }
  const handleOf = async (name, kind) => await tab.waitForFunction(find, {}, name, kind)

  const press = async (name) => {
    const handle = await handleOf(name, 'button')
    await handle.evaluate((element) => element.scrollIntoView({ block: 'center' }))
    await handle.click()
  }
  const focused = () => tab.evaluate(() => document.activeElement?.textContent.trim() ?? '')
  return {
    press,
    /** Puts a text into a field in place of what is there. */
    fill: async (label, text) => {
      const handle = await handleOf(label, 'field')
      await handle.click({ count: 3 })
      await tab.keyboard.press('Backspace')
      await handle.type(text)
    },
    /** Sets a field of date and time, which every browser has typed in another way. */
    setTime: async (label, value) => {
      const handle = await handleOf(label, 'field')
      await handle.evaluate((input, value) => {
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, value)
        input.dispatchEvent(new Event('input', { bubbles: true }))
      }, value)
    },
    read: async (label) => await (await handleOf(label, 'field')).evaluate((input) => input.value),
    /** Waits until the page says something, in one of the elements of the selector. */
    says: async (text, selector = 'body') => {
      await tab
        .waitForFunction(
          (text, selector) =>
            [...document.querySelectorAll(selector)].some(
              (element) => element.checkVisibility() && element.innerText.includes(text),
            ),
          {},
          text,
          selector,
        )
        .catch(async () =>
          assert.fail(
            `nowhere in \`${selector}\`: ${text}\n${await tab.evaluate(() => document.body.innerText)}`,
          ),
        )
    },
    /** Waits until it says that no more. */
    saysNoMore: async (text, selector = 'body') => {
      await tab.waitForFunction(
        (text, selector) =>
          ![...document.querySelectorAll(selector)].some(
            (element) => element.checkVisibility() && element.innerText.includes(text),
          ),
        {},
        text,
        selector,
      )
    },
    /** Goes by the tab key to what is called so, and presses a key there. */
    reach: async (name, key = 'Enter') => {
      for (let presses = 0; presses < 80; presses += 1) {
        if ((await focused()).startsWith(name)) return await tab.keyboard.press(key)
        await tab.keyboard.press('Tab')
      }
      assert.fail(`the tab key does not lead to: ${name}`)
    },
    /** Waits until the focus is on what is called so: it must not be lost where what had it goes away. */
    untilFocused: async (name) => {
      await tab.waitForFunction((name) => document.activeElement?.textContent.trim() === name, {}, name)
    },
    /** What screen readers hear of the field: its label, whether it is wrong, what is said beside it. */
    fieldAbout: async (label) =>
      await (await handleOf(label, 'field')).evaluate((input) => ({
        isInvalid: input.getAttribute('aria-invalid'),
        said: document.getElementById(input.getAttribute('aria-describedby'))?.innerText,
      })),
  }
}
