// German for all that seam-edge says. Declared as `Messages`, so that the compiler names what a newer version says and is missing here.
import type { Messages } from 'seam-edge/messages'
import { errors, warnings } from './advice'
import { issues } from './issues'
import { expectations, summaries, worries } from './verdicts'

export const messages: Messages = { issues, summaries, errors, warnings, expectations, worries }
