// What every local refusal of parameters has in common: class, issues, message, and that nothing was sent.
// Which parameters are refused is the tests' subject.
import assert from 'node:assert/strict'
import { assertReadable, failureOf, pin } from './stage.mjs'

/**
 * Refused with exactly these issues; returns the error.
 * @param {any} stage
 * @param {PromiseLike<any>} request
 * @param {Record<string, RegExp>} expected what message and help say, by the path of the issue
 */
export const assertParametersRefused = async (stage, request, expected) => {
  const error = await failureOf(() => request)
  const { SeamValidationError, SeamHttpInvalidInputError } = stage.seamEdge
  assert.ok(error instanceof SeamValidationError, String(error))
  assert.ok(error instanceof SeamHttpInvalidInputError)
  assert.ok(stage.seamEdge.isSeamValidationError(error))
  assert.ok(stage.seamEdge.isSeamHttpInvalidInputError(error))
  assert.equal(error.name, 'SeamValidationError')
  assert.equal(error.code, 'invalid_input')
  assert.equal(error.requestId, '')
  assert.equal(stage.proxy.count(), 0, 'nothing was sent')
  assertReadable(error, pin, stage.apiKey)
  assert.doesNotMatch(JSON.stringify(error.issues), new RegExp(pin))

  assert.deepEqual([...new Set(error.issues.map((issue) => issue.path))].sort(), Object.keys(expected).sort())
  for (const issue of error.issues) {
    assert.equal(typeof issue.code, 'string')
    assert.equal(issue.severity, 'error')
    const said = [issue.message, issue.help].join(' ')
    assert.match(said, expected[issue.path])
    assert.doesNotMatch(said, /\n/)
    const [parameterName] = issue.path.split(/[.[]/)
    assert.ok(error.getValidationErrorMessages(parameterName).includes(issue.message))
  }
  assert.ok(error.message.includes(error.issues[0].path), 'the message names the parameter')
  assert.match(error.path, /^\/\w+/)
  assert.ok(error.message.includes(error.path), 'the message names the endpoint')
  return error
}
