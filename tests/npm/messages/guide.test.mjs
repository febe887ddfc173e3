// The programs of docs/guide/messages.md.
import { testPrograms } from '../../support/guide.mjs'

await testPrograms('messages')
