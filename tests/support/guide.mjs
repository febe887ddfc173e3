// The programs of a page of docs/guide/: its code blocks in JavaScript. Runs none of them.
import { readFile } from 'node:fs/promises'

/**
 * @param {string} page the name of the page, as `testing`
 * @returns {Promise<string[]>}
 */
export const programsOf = async (page) => {
  const text = await readFile(new URL(`../../docs/guide/${page}.md`, import.meta.url), 'utf8')
  return Array.from(text.matchAll(/^```js\n([\s\S]*?)^```$/gm), ([, program]) => program)
}
