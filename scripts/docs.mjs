// `npm run docs`: the reference of both languages and the guide as web pages, in docs/site/, which works from any file server. TypeDoc makes those of
// TypeScript from the sources of the npm package, rustdoc those of the crate; a warning of either is an error, and so is a public name without
// documentation.
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { entries } from './build/modules.mjs'
import { buildPackage } from './build.mjs'
import { main, runOrFail, StepFailure } from './command.mjs'
import { guidePages, headingOf } from './docs/guide-pages.mjs'
import { startPage } from './docs/start-page.mjs'
import { undocumentedIn } from './docs/undocumented.mjs'
import { inRepository, isProgram, stagingDirectory } from './repository.mjs'
import { setUp } from './setup.mjs'
import { machineEnvironment } from './toolchain.mjs'

const site = inRepository('docs', 'site')
const facade = join(stagingDirectory, 'facade')

/** Types that public declarations are made of, and that nobody has to name: TypeDoc shows them where they are used. */
const inside = [
  'ApiError',
  'CallPath',
  'Either',
  'FoundSignal',
  'Item',
  'List',
  'Method',
  'NamespaceClass',
  'NoRetry',
  'PartOf',
  'RequireAtLeastOne',
  'RuleCode',
  'SeamHttpRequestData',
  'SeamHttpTransportErrorDetails',
  'Told',
  'Unlisted',
  'Unlisted._',
  'ValueIssueCode',
  'WebHeaders',
  'WebModule',
  'WebRequest',
  'WebRequestInit',
  'WebResponse',
  'WebURL',
  'WithSince',
  'WithoutWorkspaceClass',
]

/** Makes the site. Needs the package built. */
export async function makeSite() {
  rmSync(site, { recursive: true, force: true })
  mkdirSync(site, { recursive: true })
  await Promise.all([documentTypeScript(join(site, 'typescript')), documentRust(join(site, 'rust'))])
  const page = startPage()
  writeFileSync(join(site, 'index.html'), page)
  const missing = linksIn(page).filter((link) => !existsSync(join(site, link)))
  if (missing.length > 0) {
    throw new StepFailure({
      tried: 'following the links of docs/site/index.html',
      outcome: `${missing.join(', ')} missing`,
      remedy: 'fix scripts/docs/start-page.mjs',
    })
  }
}

const linksIn = (page) => Array.from(page.matchAll(/href="([^"]+)"/g), ([, link]) => link)

async function documentTypeScript(out) {
  // Not at the top: it is an npm package, which setup may have just brought.
  const { Application, LogLevel, OptionDefaults, ReflectionKind } = await import('typedoc')
  const app = await Application.bootstrapWithPlugins({
    name: 'seam-edge',
    tsconfig: inRepository('tsconfig.build.json'),
    basePath: facade,
    entryPoints: entries.map((entry) => join(facade, `${entry}.ts`)),
    // That of the crate is rustdoc's.
    projectDocuments: guidePages()
      .filter(({ path }) => path !== 'docs/guide/rust.md')
      .map(({ path }) => inRepository(path)),
    highlightLanguages: ['diff', 'javascript', 'shell', 'tsx', 'typescript'],
    // An instruction for the compiler.
    blockTags: [...OptionDefaults.blockTags, '@ts-ignore'],
    readme: 'none',
    excludeInternal: true,
    excludePrivate: true,
    disableSources: true,
    githubPages: false,
    sort: ['source-order'],
    sortEntryPoints: false,
    intentionallyNotExported: inside,
    // undocumented.mjs looks for undocumented names.
    validation: { notExported: true, invalidLink: true, invalidPath: false, notDocumented: false },
    logLevel: LogLevel.Warn,
  })
  const said = []
  app.logger.addContext = (message, level) => {
    if (level >= LogLevel.Warn) said.push(message)
    return message
  }
  const project = await app.convert()
  if (project !== undefined) {
    app.validate(project)
    // By its heading and its import, not by its path.
    for (const document of project.documents ?? []) {
      document.name = headingOf(document.content.map(({ text }) => text).join(''))
    }
    for (const module of project.children ?? []) {
      module.name = module.name === 'index' ? 'seam-edge' : `seam-edge/${module.name}`
    }
    said.push(...undocumentedIn(project, ReflectionKind).map((name) => `${name} has no documentation`))
    await app.generateDocs(project, out)
  }
  if (project === undefined || said.length > 0) {
    throw new StepFailure({
      tried: 'typedoc',
      outcome: `${said.length} warnings`,
      output: said.join('\n'),
      remedy: 'document the names, and link only to what the same entry exports',
      lines: 100,
    })
  }
}

async function documentRust(out) {
  const made = inRepository('target', 'doc')
  rmSync(made, { recursive: true, force: true })
  const args = ['doc', '--package', 'seam-edge', '--no-deps', '--features', 'fake']
  await runOrFail('cargo', args, { env: machineEnvironment({ RUSTDOCFLAGS: '--deny warnings' }), lines: 400 })
  cpSync(made, out, { recursive: true })
}

if (isProgram(import.meta.url)) {
  await main('docs', async () => {
    await setUp()
    await buildPackage()
    await makeSite()
    console.log('docs: open docs/site/index.html')
  })
}
