// The programs of docs/guide/testing.md.
import { testPrograms } from '../../support/guide.mjs'

await testPrograms('testing')
