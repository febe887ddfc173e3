// Successes that are not quite as described: new fields and codes have to reach the caller, what a door depends on has to be
// right.
import { endpointAt } from '../../support/endpoints.mjs'

const path = '/access_codes/get'
const { access_code: sample } = endpointAt(path).reply
const changed = (change) => [
  [path, { status: 200, body: { access_code: { ...sample, ...change }, ok: true } }],
]
const without = (name) => changed({ [name]: undefined })
const get = ({ seam }) => seam.accessCodes.get({ access_code_id: 'a' })
const getUnchecked = ({ make }) => make({ validate: 'off' }).accessCodes.get({ access_code_id: 'a' })

const harmless = {
  'new-field': changed({ something_new: { a: [1, null] } }),
  'new-status': changed({ status: 'status_of_tomorrow' }),
  'new-type': changed({ type: 'type_of_tomorrow' }),
  'new-error-code': changed({
    errors: [{ error_code: 'error_of_tomorrow', message: 'New', is_access_code_error: true }],
  }),
  'new-warning-code': changed({ warnings: [{ warning_code: 'warning_of_tomorrow', message: 'New' }] }),
  'new-mutation': changed({
    pending_mutations: [{ mutation_code: 'mutation_of_tomorrow', message: 'New', created_at: 'x' }],
  }),
  'name-of-wrong-type': changed({ name: 7 }),
  'date-that-is-none': changed({ created_at: 'yesterday' }),
  'no-mutations': without('pending_mutations'),
  'no-warnings': without('warnings'),
  'id-that-is-no-uuid': changed({ access_code_id: 'access_code1' }),
  umlauts: changed({ name: 'Gäste 😀 \u2028' }),
  'large-number': changed({ something_new: 1e300 }),
  'field-called-__proto__': [
    [
      path,
      {
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: `{"access_code":${JSON.stringify(sample).replace(/}$/, ',"__proto__":{"a":1}}')},"ok":true}`,
      },
    ],
  ],
}

const harmful = {
  'id-is-missing': without('access_code_id'),
  'id-is-a-number': changed({ access_code_id: 5 }),
  'code-is-a-number': changed({ code: 4829 }),
  'status-is-null': changed({ status: null }),
  'managed-is-text': changed({ is_managed: 'true' }),
  'data-is-null': [[path, { status: 200, body: { access_code: null, ok: true } }]],
  'data-is-a-list': [[path, { status: 200, body: { access_code: [], ok: true } }]],
  'data-is-text': [[path, { status: 200, body: { access_code: 'abc', ok: true } }]],
}

const incomplete = {
  'without-key': [[path, { status: 200, body: { ok: true } }]],
  'not-json': [[path, { status: 200, headers: { 'content-type': 'text/html' }, body: '<html></html>' }]],
  empty: [[path, { status: 200, body: '' }]],
}

const from = (prefix, table, does) =>
  Object.entries(table).map(([name, faults]) => ({ id: `replies/${prefix}/${name}`, faults, does }))

export default [
  ...from('harmless', harmless, get),
  ...from('harmful', harmful, get),
  ...from('unchecked', harmful, getUnchecked),
  ...from('whole', incomplete, ({ seam }) => seam.accessCodes.get({ access_code_id: 'a' }).fetchResponse()),
]
