// The programs of docs/guide/access-grants.md.
import { testPrograms } from '../../support/guide.mjs'

await testPrograms('access-grants')
