// `schemas` in the libraries that they are for: as the resolver of a real form of React Hook Form, and as the validator of a real
// route of Hono. Nothing of either is replaced. What a schema lets through is tested in schemas.test.mjs.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { sValidator } from '@hono/standard-validator'
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { Hono } from 'hono'
import { createFormControl } from 'react-hook-form'
import { loadPackage } from '../../support/package.mjs'
import { pin } from '../../support/stage.mjs'

const window = { starts_at: '2031-05-01T14:00:00Z', ends_at: '2031-05-04T10:00:00Z' }

describe('schemas in libraries', { timeout: 600_000 }, () => {
  let schemas

  before(async () => {
    schemas = await loadPackage('schemas')
  })

  describe('a form of React Hook Form', () => {
    /** Fills a form and submits it: what it hands on, or its errors. */
    const submit = async (schema, values, options) => {
      const form = createFormControl({ resolver: standardSchemaResolver(schema), ...options })
      for (const [name, value] of Object.entries(values)) {
        form.register(name)
        form.setValue(name, value)
      }
      let outcome
      await form.handleSubmit(
        (given) => {
          outcome = { given }
        },
        (errors) => {
          outcome = { errors }
        },
      )()
      return outcome
    }

    test('hands on what the schema lets through', async () => {
      const values = { device_id: 'lock', code: pin, ...window }
      assert.deepEqual(await submit(schemas.accessCodesCreateParameters, values), { given: values })
    })

    test('shows each error at its field, absent ones too', async () => {
      const values = { code: '12', starts_at: window.starts_at }
      const { errors } = await submit(schemas.accessCodesCreateParameters, values)
      const messages = Object.fromEntries(
        Object.entries(errors).map(([name, { message }]) => [name, message]),
      )
      assert.deepEqual(messages, {
        device_id: 'required, but absent',
        code: 'expected 4 to 12 digits, got 2',
        ends_at:
          'required together with `starts_at`, but absent (give both or neither; found only `starts_at`)',
      })
    })

    test('shows errors inside lists, and all of one field where that is asked for', async () => {
      const listed = await submit(schemas.accessCodesCreateMultipleParameters, { device_ids: ['a', 5] })
      assert.equal(listed.errors.device_ids[0], undefined)
      assert.equal(listed.errors.device_ids[1].message, 'expected a string, got a number')
      const values = { device_id: 'lock', code: 'ab' }
      const { errors } = await submit(schemas.accessCodesCreateParameters, values, { criteriaMode: 'all' })
      assert.deepEqual(Object.values(errors.code.types), [
        'expected only the digits 0 to 9',
        'expected 4 to 12 digits, got 2',
      ])
    })

    test('does not hand on what is refused as a whole', async () => {
      const { given, errors } = await submit(schemas.accessCodesGetParameters, {})
      assert.equal(given, undefined)
      assert.match(errors.root.message, /^one of .* is needed$/)
    })
  })

  describe('a route of Hono', () => {
    const routeOf = (schema, hook) => {
      const app = new Hono()
      app.post('/', sValidator('json', schema, hook), (context) => context.json(context.req.valid('json')))
      app.get('/', sValidator('query', schema, hook), (context) => context.json(context.req.valid('query')))
      return app
    }
    const post = async (app, body) => {
      const response = await app.request('/', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      return { status: response.status, body: await response.json() }
    }

    test('gets what the schema lets through', async () => {
      const values = { device_id: 'lock', code: pin, ...window, note: 'of tomorrow' }
      const answer = await post(routeOf(schemas.accessCodesCreateParameters), values)
      assert.deepEqual(answer, { status: 200, body: values })
    })

    test('is not reached by anything else', async () => {
      const { status, body } = await post(routeOf(schemas.accessCodesCreateParameters), {
        device_id: 'lock',
        start_at: 'x',
      })
      assert.equal(status, 400)
      assert.equal(body.success, false)
      assert.deepEqual(body.error, [
        {
          code: 'misspelt_parameter',
          message: 'not a known name (did you mean `starts_at`?)',
          path: ['start_at'],
        },
      ])
    })

    test('answers without the PIN by a hook', async () => {
      const hook = ({ success, error }, context) => (success ? undefined : context.json(error, 400))
      const app = routeOf(schemas.accessCodesCreateParameters, hook)
      const { status, body } = await post(app, { code: `${pin}x` })
      assert.equal(status, 400)
      assert.deepEqual(
        body.map(({ path }) => path),
        [['code'], ['device_id']],
      )
      assert.doesNotMatch(JSON.stringify(body), new RegExp(pin))
    })

    test('takes parameters from a query, and a resource from a body', async () => {
      const found = await routeOf(schemas.accessCodesGetParameters).request('/?access_code_id=x')
      assert.deepEqual(await found.json(), { access_code_id: 'x' })
      const refused = await routeOf(schemas.accessCodesGetParameters).request('/')
      assert.equal(refused.status, 400)
      const event = {
        event_id: 'e',
        event_type: 'of.tomorrow',
        workspace_id: 'w',
        created_at: window.starts_at,
        occurred_at: window.starts_at,
      }
      assert.equal((await post(routeOf(schemas.seamEvent), event)).status, 200)
      assert.equal((await post(routeOf(schemas.seamEvent), { ...event, event_id: 5 })).status, 400)
    })
  })
})
