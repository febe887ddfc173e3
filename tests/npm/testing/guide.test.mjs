// The programs of docs/guide/testing.md. Those that need a test runner or msw run in test-runners.test.mjs.
import { testPrograms } from '../../support/guide.mjs'

await testPrograms('testing', (program) => !/from '(vitest|@jest\/globals|msw)'/.test(program))
