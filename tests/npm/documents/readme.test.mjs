// The programs of README.md.
import { testPrograms } from '../../support/document-programs.mjs'

await testPrograms('README.md')
