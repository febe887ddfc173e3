// ensureAccessCode with servers that answer oddly: what callers get to see of it. What the flow decides is tested natively.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { loadPackage } from '../../support/package.mjs'
import { failureOf, pin } from '../../support/stage.mjs'

const { SeamHttp, isSeamHttpInvalidResponseError } = await loadPackage()
const { ensureAccessCode, isSeamAccessCodeConflictError } = await loadPackage('status')

const device_id = 'c1fc3a92-6d44-4f0b-a1de-6b1a5d1f5e0a'

/** A client whose server answers to each path by a function of the path and the body. */
const clientOf = (answer) =>
  SeamHttp.fromClient(async (url, { body }) => {
    const { pathname } = new URL(url)
    const value = answer(pathname, JSON.parse(body))
    return Response.json({ ...value, ok: true }, { headers: { 'content-type': 'application/json' } })
  })

const accessCode = (changes) => ({
  access_code_id: 'e7b1c5d2-48a0-4f93-a6d7-1c92b03f58e4',
  workspace_id: 'w',
  device_id,
  name: 'Guest',
  code: pin,
  type: 'ongoing',
  status: 'set',
  is_managed: true,
  created_at: '2026-01-01T00:00:00Z',
  common_code_key: null,
  errors: [],
  warnings: [],
  pending_mutations: [],
  ...changes,
})

const lastPage = { has_next_page: false, next_page_cursor: null, next_page_url: null }

describe('ensureAccessCode and odd servers', () => {
  test('a list that does not end', async () => {
    let pages = 0
    const seam = clientOf((path) => {
      assert.equal(path, '/access_codes/list')
      pages += 1
      const pagination = { has_next_page: true, next_page_cursor: `page ${pages}`, next_page_url: null }
      return { access_codes: [], pagination }
    })
    const error = await failureOf(() => ensureAccessCode(seam, { device_id }, { key: '17' }))
    assert.ok(isSeamHttpInvalidResponseError(error), String(error))
    assert.equal(error.path, '/access_codes/list')
    assert.match(error.message, /the list does not end/)
    assert.equal(pages, 1000)
  })

  test('a created code whose key is not reported', async () => {
    const seam = clientOf((path) =>
      path === '/access_codes/create'
        ? { access_code: accessCode({}) }
        : { access_codes: [], pagination: lastPage },
    )
    const error = await failureOf(() => ensureAccessCode(seam, { device_id }, { key: '17' }))
    assert.ok(isSeamAccessCodeConflictError(error), String(error))
    assert.equal(error.accessCode.access_code_id, accessCode({}).access_code_id)
    assert.deepEqual(error.differences, [
      { property: 'common_code_key', expected: `ensure:${device_id}:17`, actual: null },
    ])
    assert.match(error.message, /was created, but the server does not report its `common_code_key`/)
  })

  test('a code with another PIN', async () => {
    const seam = clientOf(() => ({ access_code: accessCode({ code: '1357' }) }))
    const error = await failureOf(() => ensureAccessCode(seam, { device_id, code: pin }))
    assert.ok(isSeamAccessCodeConflictError(error), String(error))
    assert.deepEqual(error.differences, [{ property: 'code', expected: '[redacted]', actual: '[redacted]' }])
    for (const shown of [error.message, error.stack]) {
      assert.ok(!shown.includes(pin) && !shown.includes('1357'), shown)
    }
  })
})
