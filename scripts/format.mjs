// `npm run format`: lays out all Rust, JavaScript, TypeScript and JSON sources and applies the linter's safe fixes.
// What it leaves to a person, `npm run check` names.
import { main, runOrFail } from './command.mjs'
import { npmProgram } from './repository.mjs'
import { setUp } from './setup.mjs'
import { machineEnvironment } from './toolchain.mjs'

await main('format', async () => {
  await setUp()
  await runOrFail('cargo', ['fmt', '--all'], { env: machineEnvironment(), echo: true })
  await runOrFail(npmProgram('biome'), ['check', '--write', '.'], {
    echo: true,
    remedy: 'fix by hand what biome names above',
  })
})
