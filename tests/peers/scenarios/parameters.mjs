// What is given as parameters: missing, odd, unknown, of unusual value. How each kind travels is in parameters.test.mjs.

const create =
  (parameters) =>
  ({ call }) =>
    call('/access_codes/create', parameters)
const list =
  (parameters) =>
  ({ call }) =>
    call('/devices/list', parameters)
const filled =
  (parameters) =>
  ({ call, seed }) =>
    call('/access_codes/create', { device_id: seed.august_device_1, ...parameters })

const noObjects = { null: null, array: [], 'array-of-objects': [{}], number: 5, text: 'abc', true: true }
const oddObjects = { date: new Date(0), map: new Map(), 'no-prototype': Object.create(null) }

const of = (name, values, make) =>
  Object.entries(values).map(([key, value]) => ({ id: `parameters/${name}/${key}`, does: make(value) }))

const scenarios = {
  'missing/required': create({ name: 'Guest' }),
  'missing/required-is-undefined': create({ device_id: undefined }),
  'missing/required-is-null': create({ device_id: null }),
  'missing/required-of-several': ({ call }) => call('/access_codes/update_multiple', {}),
  'missing/two-required': ({ call }) => call('/access_codes/simulate/create_unmanaged_access_code', {}),
  'missing/all': ({ call }) => call('/access_codes/create'),
  'missing/nothing-needed': ({ call }) => call('/devices/list'),
  'missing/at-least-one': ({ call }) => call('/access_codes/list', {}),
  'missing/at-least-one/undefined': ({ call }) => call('/access_codes/list', { device_id: undefined }),
  'missing/at-least-one/null': ({ call }) => call('/access_codes/list', { device_id: null }),
  'missing/at-least-one/no-object': ({ call }) => call('/access_codes/list'),
  'missing/at-least-one/other': ({ call }) => call('/access_codes/list', { limit: 5 }),
  'missing/misspelt': create({ devise_id: 'a' }),
  'missing/then-right': async ({ call, seed, sent }) => {
    const code = await call('/access_codes/create', {}).catch((error) => error.name)
    await call('/access_codes/create', { device_id: seed.august_device_1, code: '4829' })
    return [code, sent()]
  },
  'inherited/required': create(Object.create({ device_id: 'inherited' })),
  'unknown/one-more': list({ limit: 1, building_name: 'Seaside House' }),
  'unknown/one-more-in-a-create': filled({ code: '4829', building_name: 'Seaside House' }),
  'unknown/nested': filled({ code: '4829', building: { floor: 3 } }),
  'unknown/name-of-a-method': list({ limit: 1, hasOwnProperty: 'x', toString: 'y' }),
  'unknown/with-a-dot': list({ limit: 1, 'building.floor': 'third' }),
  'unknown/of-other-letters': list({ limit: 1, étage: 'troisième' }),
  'unknown/slip': filled({ code: '4829', start_at: '2031-01-01T00:00:00Z' }),
  'unknown/camel-case': filled({ code: '4829', startsAt: '2031-01-01T00:00:00Z' }),
  'values/undefined': list({ limit: 1, search: undefined }),
  'values/null': list({ limit: 1, customer_key: null }),
  'values/empty-text': list({ limit: 1, customer_key: '' }),
  'values/empty-array': list({ limit: 1, device_ids: [] }),
  'values/null-in-an-array': list({ device_ids: [null] }),
  'values/array-in-an-array': list({ device_ids: [['a']] }),
  'values/text-for-an-array': list({ device_ids: 'august_device_1' }),
  'values/hole-in-an-array': list({ device_ids: [undefined, 'a'] }),
  'values/null-in-a-map': list({ limit: 1, custom_metadata_has: { floor: null } }),
  'values/map-in-a-map': list({ limit: 1, custom_metadata_has: { floor: { number: 3 } } }),
  'values/one-in-an-array': list({ device_ids: ['august_device_1'] }),
  'values/two-in-an-array': list({ device_ids: ['august_device_1', 'schlage_device_id'] }),
  'values/comma-in-an-array': list({ device_ids: ['august_device_1,schlage_device_id'] }),
  'values/empty-map': list({ limit: 1, custom_metadata_has: {} }),
  'values/map': list({ limit: 1, custom_metadata_has: { floor: 'third', is_inside: true } }),
  'values/date': list({ limit: 1, created_before: new Date('2031-05-01T10:00:00Z') }),
  'values/date-with-zone': list({ limit: 1, created_before: '2031-05-01T10:00:00-07:00' }),
  'values/date-far-away': list({ limit: 1, created_before: new Date(8.64e15) }),
  'values/invalid-date': list({ limit: 1, created_before: new Date(Number.NaN) }),
  'values/with-to-json': list({ limit: 1, customer_key: { toJSON: () => 'from-json' } }),
  'values/name-with-umlauts': filled({ name: 'Gäste & Co / 100 % «ä» 😀', code: '4829' }),
  'values/name-of-spaces': filled({ name: '   ', code: '4829' }),
  'values/name-with-line-break': filled({ name: 'two\nlines', code: '4829' }),
  'values/name-with-quotes': filled({ name: '"; DROP TABLE \\', code: '4829' }),
  'values/empty-name': filled({ name: '', code: '4829' }),
  'values/code-as-number': filled({ code: 4829 }),
  'values/code-too-short': filled({ code: '12' }),
  'values/code-of-letters': filled({ code: 'abcd' }),
  'values/code-null': filled({ code: null }),
  'values/boolean-as-text': filled({ code: '4829', is_offline_access_code: 'false' }),
  'values/limit-as-text': list({ limit: '5' }),
  'values/limit-zero': list({ limit: 0 }),
  'values/limit-fraction': list({ limit: 1.5 }),
  'values/not-a-number': list({ limit: Number.NaN }),
  'values/infinity': list({ limit: Number.POSITIVE_INFINITY }),
  'values/bigint': list({ limit: 5n }),
  'values/function': list({ limit: 1, customer_key: () => 'x' }),
  'values/function-in-a-create': filled({ code: '4829', name: () => 'x' }),
  'values/symbol': list({ limit: 1, customer_key: Symbol('x') }),
  'values/cycle': (stage) => {
    const parameters = { device_id: 'a' }
    parameters.building = parameters
    return create(parameters)(stage)
  },
  'values/unlisted-name': list({ device_type: 'august_lok' }),
  'window/both': filled({ code: '4829', starts_at: '2031-05-01T10:00:00Z', ends_at: '2031-05-04T10:00:00Z' }),
  'window/both-as-dates': filled({
    code: '4829',
    starts_at: new Date('2031-05-01T10:00:00Z'),
    ends_at: new Date('2031-05-04T10:00:00Z'),
  }),
  'window/end-before-start': filled({
    code: '4829',
    starts_at: '2031-05-04T10:00:00Z',
    ends_at: '2031-05-01T10:00:00Z',
  }),
  'window/only-start': filled({ code: '4829', starts_at: '2031-05-01T10:00:00Z' }),
  'window/no-date': filled({ code: '4829', starts_at: 'tomorrow', ends_at: 'later' }),
  'both-of-one-of': ({ call }) =>
    call('/access_codes/get', { access_code_id: 'a', device_id: 'b', code: '4829' }),
  'long/many-ids': list({ device_ids: Array.from({ length: 300 }, (_, index) => `device_${index}`) }),
}

const options = {
  null: null,
  undefined,
  empty: {},
  unknown: { somethingElse: true },
}

// The fake itself stumbles over this one.
const emptyItem = {
  id: 'parameters/values/empty-text-in-an-array',
  faults: [['/devices/list', { status: 200, body: { devices: [], pagination: null, ok: true } }]],
  does: list({ device_ids: [''] }),
}

export default [
  emptyItem,
  ...of('no-object-for-create', noObjects, create),
  ...of('no-object-for-list', noObjects, list),
  ...of('odd-object-for-list', oddObjects, list),
  ...Object.entries(scenarios).map(([name, does]) => ({ id: `parameters/${name}`, does })),
  ...Object.entries(options).map(([name, value]) => ({
    id: `parameters/call-options/${name}`,
    does: ({ seam }) => seam.devices.list({ limit: 1 }, value),
  })),
]
