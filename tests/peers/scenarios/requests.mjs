// Requests before, while and after they are sent: what can be looked at, that nothing goes out too early or twice.

const create = ({ seam, seed }) =>
  seam.accessCodes.create({ device_id: seed.august_device_1, name: 'Guest', code: '482913' })

const scenarios = {
  'nothing-is-sent-before-await': async (stage) => {
    create(stage)
    await new Promise((resolve) => setTimeout(resolve, 30))
    return stage.sent()
  },
  'await-sends': async (stage) => (await create(stage)).access_code_id,
  'sent-once/awaited-twice': async (stage) => {
    const request = create(stage)
    const first = await request
    return { same: (await request).access_code_id === first.access_code_id, sent: stage.sent() }
  },
  'sent-once/awaited-side-by-side': async (stage) => {
    const request = create(stage)
    const codes = await Promise.all([request, request, request.execute()])
    return { ids: codes.map((code) => code.access_code_id), sent: stage.sent() }
  },
  'sent-once/execute-and-fetch-response': async (stage) => {
    const request = create(stage)
    const { access_code } = await request.fetchResponse()
    return {
      same: (await request.execute()).access_code_id === access_code.access_code_id,
      sent: stage.sent(),
    }
  },
  'sent-once/a-failure-stays': async ({ seam, sent }) => {
    const request = seam.accessCodes.get({ access_code_id: 'no-such-code' })
    const failures = []
    await request.catch((error) => failures.push(error))
    await request.catch((error) => failures.push(error))
    return { same: failures[0] === failures[1], sent: sent() }
  },
  'two-requests-are-two': async (stage) => {
    const { seam, seed, sent } = stage
    await seam.devices.get({ device_id: seed.august_device_1 })
    await seam.devices.get({ device_id: seed.august_device_1 })
    return sent()
  },
  'then/handler': async (stage) => await create(stage).then((code) => code.name),
  'then/without-handlers': async (stage) => (await create(stage).then()).name,
  'then/second-handler': async ({ seam }) =>
    await seam.accessCodes.get({ access_code_id: 'no-such-code' }).then(undefined, (error) => error.code),
  'catch/handler': async ({ seam }) =>
    await seam.accessCodes
      .get({ access_code_id: 'no-such-code' })
      .catch((error) => [error.code, error.statusCode]),
  'finally/handler': async (stage) => {
    const order = []
    const code = await create(stage).finally(() => order.push('finally'))
    return { order, name: code.name }
  },
  'is-no-promise-but-says-so': (stage) => {
    const request = create(stage)
    return [request instanceof Promise, Object.prototype.toString.call(request), typeof request.then]
  },
  'is-a-request': (stage) => create(stage) instanceof stage.exports.SeamHttpRequest,
  'fetch-response': async ({ seam, seed }) =>
    await seam.devices.get({ device_id: seed.august_device_1 }).fetchResponse(),
  'fetch-response/delete': async (stage) => {
    const { access_code_id } = await create(stage)
    const response = await stage.seam.accessCodes.delete({ access_code_id }).fetchResponse()
    return { ok: response.ok, keys: Object.keys(response) }
  },
  'inspect/url-of-a-read': ({ seam }) => seam.devices.list({ limit: 5 }).url,
  'inspect/url-of-a-write': (stage) => create(stage).url,
  'inspect/method-of-a-read': ({ seam }) => seam.devices.list().method,
  'inspect/method-of-a-write': (stage) => create(stage).method,
  'inspect/method-of-an-update': ({ seam }) => seam.accessCodes.update({ access_code_id: 'a' }).method,
  'inspect/params-of-a-read': ({ seam }) => seam.devices.list({ limit: 5 }).params,
  'inspect/params-of-a-write': (stage) => create(stage).params,
  'inspect/body-of-a-read': ({ seam }) => seam.devices.list({ limit: 5 }).body,
  'inspect/body-of-a-write': (stage) => create(stage).body,
  'inspect/body-without-parameters': ({ seam }) => seam.devices.list().body,
  'inspect/response-key': ({ seam }) => [seam.devices.list().responseKey, seam.devices.get({}).responseKey],
  'inspect/response-key-of-nothing': ({ seam }) =>
    seam.accessCodes.delete({ access_code_id: 'a' }).responseKey,
  'inspect/has-pagination': ({ seam }) => [
    seam.devices.list().hasPagination,
    seam.devices.get({ device_id: 'a' }).hasPagination,
  ],
  'inspect/of-a-wrong-call': ({ seam }) => seam.accessCodes.create().pathname,
  'endpoint/with-a-path': async ({ make, endpoint }) =>
    make({ endpoint: `${endpoint}/some/path` }).accessCodes.create({ device_id: 'a' }).url,
  'endpoint/with-slash': async ({ make, endpoint }) =>
    make({ endpoint: `${endpoint}/` }).devices.list({ limit: 1 }),
  'endpoint/no-url': ({ make }) => make({ endpoint: 'localhost:3000' }).devices.list().url,
  'endpoint/empty': ({ make }) => make({ endpoint: '' }).devices.list().url,
  'endpoint/nobody-there': ({ make }) =>
    make({ endpoint: 'http://127.0.0.1:9', maxRetries: 0 }).accessCodes.create({ device_id: 'a' }),
  'parameters/changed-before-await': async ({ seam, seed }) => {
    const parameters = { device_id: seed.august_device_1, name: 'before', code: '4829' }
    const request = seam.accessCodes.create(parameters)
    parameters.name = 'after'
    return (await request).name
  },
  'parameters/are-not-changed': async ({ seam, seed }) => {
    const parameters = Object.freeze({ device_id: seed.august_device_1, name: 'Guest', code: '4829' })
    await seam.accessCodes.create(parameters)
    return parameters
  },
}

// The older client sends reads as POST too, but not everything.
const newerAlone = ['url', 'method', 'params', 'body'].map((what) => `inspect/${what}-of-a-read`)

export default Object.entries(scenarios).map(([name, does]) => ({
  id: `requests/${name}`,
  does,
  ...(newerAlone.includes(name) && { against: '2.32.0' }),
}))
