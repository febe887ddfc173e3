// All scenarios: the default exports of the files in scenarios/, each of which is a theme.
import { readdirSync } from 'node:fs'

const folder = new URL('scenarios/', import.meta.url)
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.mjs'))
  .sort()
const themes = await Promise.all(files.map((file) => import(new URL(file, folder).href)))

/** @type {import('./run.mjs').Scenario[]} */
export const scenarios = themes.flatMap((theme) => theme.default)
