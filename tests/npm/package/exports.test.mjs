// Every name that the official clients export for our namespaces is exported here, value for value and type for type, and what
// has one of their types can be used where ours is expected. tests/types/official.ts compares calls and replies in depth.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { readDeclarations } from '../../support/declarations.mjs'
import { installedFolder } from '../../support/package.mjs'

const namespaces = [
  'access-codes',
  'action-attempts',
  'client-sessions',
  'connect-webviews',
  'connected-accounts',
  'devices',
  'events',
  'locks',
  'webhooks',
  'workspaces',
]
/** Resources by file, which have no namespace in their path. */
const resources = [
  'access-code',
  'action-attempt',
  'client-session',
  'connect-webview',
  'connected-account',
  'device',
  'device-provider',
  'event',
  'unmanaged-access-code',
  'unmanaged-device',
  'webhook',
  'workspace',
]

const newestAbsent = {
  readResponseData: 'what its SeamHttpRequest does by itself',
}

/** Exported by 1.102.0 and neither by the newest client nor by us. */
const olderAbsent = [
  [/^DevicesDelete(Params|Parameters|Request|Response|Options)$/, 'the newest client has no such call'],
  [/^WorkspacesFindAnything/, 'undocumented; the newest client has no such call'],
  [/^(SeamHttp)?WorkspacesCustomizationProfiles/, 'undocumented; the newest client has no such calls'],
]

const withAxios = 'holds `axiosOptions`, of which we take three: tests/types/clients.ts'
/** Types of the newest client that are not ours, although they have the name of one. */
const unlike = {
  SeamHttpFromPublishableKeyOptions: withAxios,
  SeamHttpOptions: withAxios,
  SeamHttpOptionsFromEnv: withAxios,
  SeamHttpOptionsWithApiKey: withAxios,
  SeamHttpOptionsWithClientSessionToken: withAxios,
  SeamHttpOptionsWithConsoleSessionToken: withAxios,
  SeamHttpOptionsWithPersonalAccessToken: withAxios,
  SeamHttpWithoutWorkspaceOptions: withAxios,
  SeamHttpWithoutWorkspaceOptionsFromEnv: withAxios,
  SeamHttpWithoutWorkspaceOptionsWithConsoleSessionToken: withAxios,
  SeamHttpWithoutWorkspaceOptionsWithPersonalAccessToken: withAxios,
  AccessCodesGenerateCodeResponse: 'typed there as a whole access code; servers send a device and a new PIN',
  SeamPageCursor: 'opaque in both',
  SeamValidationError: 'there the reason for one parameter, here the error: docs/differences.md',
}

describe('exports beside the official clients', { timeout: 600_000 }, async () => {
  const { exports, fits } = readDeclarations({
    '@seamapi/http': undefined,
    'seamapi-http-1': undefined,
    'seam-edge': join(await installedFolder(), 'index.d.ts'),
  })
  const ours = exports['seam-edge']
  const newest = ofOurNamespaces(exports['@seamapi/http'])
  const older = ofOurNamespaces(exports['seamapi-http-1'])

  test('there is enough to compare', () => {
    for (const name of [
      'AccessCode',
      'AccessCodesCreateParameters',
      'SeamHttp',
      'SeamHttpWebhooks',
      'isApiKey',
    ]) {
      assert.ok(newest.has(name), name)
    }
    assert.ok(newest.size > 350, `${newest.size} names of the newest client`)
    assert.ok(older.size > 400, `${older.size} names of 1.102.0`)
  })

  test('every name of the newest client', () => {
    assert.deepEqual(lacking(newest, ours), Object.keys(newestAbsent))
  })

  test('every name of 1.102.0 but those of calls that are gone', () => {
    const absent = lacking(older, ours)
    assert.deepEqual(
      absent.filter((name) => !olderAbsent.some(([names]) => names.test(name))),
      [],
    )
    for (const [names] of olderAbsent)
      assert.ok(
        absent.some((name) => names.test(name)),
        `${names} are all here`,
      )
  })

  test('what is a value there is one here', () => {
    for (const theirs of [newest, older]) {
      const types = [...theirs].filter(([name, { isValue }]) => isValue && ours.get(name)?.isValue === false)
      assert.deepEqual(
        types.map(([name]) => name),
        [],
      )
    }
  })

  test('types of the newest client can be used as ours', (context) => {
    const { fit, unfit } = compare(newest, ours)
    assert.deepEqual(unfit.sort(), Object.keys(unlike).sort())
    assert.ok(fit.length > 200, `${fit.length} types compared`)
    context.diagnostic(`${newest.size} names, ${fit.length} types that fit, ${unfit.length} that do not`)
  })

  test('types of 1.102.0 can be used as ours, or neither as those of the newest client', (context) => {
    const { fit, unfit } = compare(older, ours)
    const beside = new Set(compare(older, newest, nowCalled).unfit)
    assert.deepEqual(
      unfit.filter((name) => !beside.has(name) && !(name in unlike)),
      [],
    )
    assert.ok(fit.length > 200, `${fit.length} types compared`)
    context.diagnostic(`${older.size} names, ${fit.length} types that fit, ${unfit.length} that do not`)
  })

  /** Names of types that both have, by whether theirs can be used as ours. Classes have private parts, and fit no other. */
  function compare(theirs, others, called = (name) => name) {
    const fit = []
    const unfit = []
    for (const [name, type] of theirs) {
      const other = others.get(called(name))
      const answer = other && fits(type, other)
      if (answer !== undefined) (answer ? fit : unfit).push(name)
    }
    return { fit, unfit }
  }
})

/** `AccessCodesGetParams` and `AccessCodesCreateBody` of 1.102.0 as the newest client calls them. */
const nowCalled = (name) => name.replace(/(?:Params|Body)$/, 'Parameters')

function ofOurNamespaces(names) {
  const isOurs = ({ file }) => {
    const [, folder, part] = /\/lib\/(?:seam\/connect\/)?(routes|resources)\/([^/.]+)/.exec(file) ?? []
    if (folder === 'resources') return resources.includes(part)
    return folder === undefined || part.startsWith('seam-http') || namespaces.includes(part)
  }
  return new Map([...names].filter(([, declared]) => isOurs(declared)))
}

const lacking = (theirs, ours) => [...theirs.keys()].filter((name) => !ours.has(name))
