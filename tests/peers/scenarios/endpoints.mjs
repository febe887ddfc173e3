// Every endpoint that an official client has too, from the request and reply fixtures: what it sends, what it gives, and how it ends when
// something goes wrong. A new endpoint is in here as soon as it has its fixtures.
import { officialEndpoints } from '../official-endpoints.mjs'

const soon = { waitForActionAttempt: false }
const apiError = {
  error: { type: 'some_error', message: 'Something went wrong', data: { of: 'the server' } },
  ok: false,
}

/** What each endpoint goes through. */
const trials = {
  full: ({ path, parameters, reply }) => ({
    does: ({ call }) => call(path, parameters, soon),
    faults: [[path, { status: 200, body: reply }]],
  }),
  'by-its-path': ({ path, parameters, reply }) => ({
    does: ({ make }) => make({}, 'SeamHttpEndpoints')[path](parameters, soon),
    faults: [[path, { status: 200, body: reply }]],
  }),
  'whole-reply': ({ path, parameters, reply }) => ({
    does: ({ call }) => call(path, parameters, soon).fetchResponse(),
    faults: [[path, { status: 200, body: reply }]],
  }),
  'at-the-fake': ({ path, parameters }) => ({
    does: ({ call }) => call(path, parameters, soon),
  }),
  'no-parameters': ({ path, reply }) => ({
    does: ({ call }) => call(path, undefined, soon),
    faults: [[path, { status: 200, body: reply }]],
  }),
  inspected: ({ path, parameters }) => ({
    does: ({ call, sent }) => {
      const request = call(path, parameters, soon)
      const { pathname, responseKey, hasPagination } = request
      return { pathname, responseKey, hasPagination, sent: sent() }
    },
  }),
  refused: ({ path, parameters }) => ({
    does: ({ call }) => call(path, parameters, soon),
    faults: [[path, { status: 400, body: apiError }, 9]],
  }),
  'server-error': ({ path, parameters }) => ({
    does: ({ call }) => call(path, parameters, soon),
    faults: [[path, { status: 500, body: apiError }, 9]],
  }),
  'no-answer': ({ path, parameters }) => ({
    does: ({ call }) => call(path, parameters, soon),
    faults: [[path, { drop: 'before' }, 9]],
  }),
  'too-many-requests': ({ path, parameters, reply }) => ({
    does: ({ call }) => call(path, parameters, soon),
    faults: [
      [path, { status: 429, body: apiError }],
      [path, { status: 200, body: reply }],
    ],
  }),
  'without-its-key': ({ path, parameters }) => ({
    does: ({ call }) => call(path, parameters, soon),
    faults: [[path, { status: 200, body: { ok: true } }]],
  }),
}

export default officialEndpoints.flatMap((endpoint) =>
  Object.entries(trials).map(([trial, make]) => ({
    id: `endpoint/${endpoint.name}/${trial}`,
    group: `endpoint/${endpoint.name}`,
    ...make(endpoint),
  })),
)
