// Action attempts: waited for or not, in time or not, successful or not.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { endpointAt } from '../../support/endpoints.mjs'

const path = '/action_attempts/get'
const { action_attempt: sample } = endpointAt(path).reply
const attempt = (status, rest = {}) => ({
  action_attempt: { ...sample, action_attempt_id: 'attempt1', status, result: null, error: null, ...rest },
  ok: true,
})
const pending = attempt('pending')
const success = attempt('success', { result: { was_confirmed_by_device: true } })
const failure = attempt('error', { error: { type: 'device_offline', message: 'The device is offline' } })

const answers = (...bodies) =>
  bodies.map((body, index) => [path, { status: 200, body }, index === bodies.length - 1 ? 99 : 1])
// As often as a test wants it, and longer than the slowest machine takes.
const soon = { timeout: 60_000, pollingInterval: 20 }
const get = (waitForActionAttempt) => ({
  inCall: ({ seam }) => seam.actionAttempts.get({ action_attempt_id: 'attempt1' }, { waitForActionAttempt }),
  inClient: ({ make }) =>
    make({ waitForActionAttempt }).actionAttempts.get({ action_attempt_id: 'attempt1' }),
})

// The older client checks none of this, and would poll without a pause until the timeout.
const patience = {
  'negative-timeout': { timeout: -1 },
  'zero-interval': { timeout: 100, pollingInterval: 0 },
  'negative-interval': { timeout: 100, pollingInterval: -5 },
  'timeout-that-is-no-number': { timeout: Number.NaN },
  'interval-that-is-no-number': { timeout: 100, pollingInterval: Number.NaN },
}

const badPatience = Object.entries(patience).flatMap(([name, options]) => [
  { id: `attempts/bad-options/${name}/in-call`, faults: answers(pending), does: get(options).inCall },
  { id: `attempts/bad-options/${name}/in-client`, faults: answers(pending), does: get(options).inClient },
  {
    id: `attempts/bad-options/${name}/not-an-attempt`,
    does: ({ seam }) => seam.devices.list({ limit: 1 }, options),
  },
])

const scenarios = {
  'waits/already-successful': {
    faults: answers(success),
    does: ({ seam }) => seam.actionAttempts.get({ action_attempt_id: 'attempt1' }),
  },
  'waits/by-default': {
    faults: answers(pending, success),
    does: ({ seam }) => seam.actionAttempts.get({ action_attempt_id: 'attempt1' }),
  },
  'waits/several-polls': { faults: answers(pending, pending, pending, success), does: get(soon).inCall },
  'waits/several-polls/client-option': {
    faults: answers(pending, pending, pending, success),
    does: get(soon).inClient,
  },
  'waits/true-in-call-over-false-in-client': {
    faults: answers(success),
    does: ({ make }) =>
      make({ waitForActionAttempt: false }).actionAttempts.get(
        { action_attempt_id: 'attempt1' },
        { waitForActionAttempt: soon },
      ),
  },
  'waits/empty-options': { faults: answers(success), does: get({}).inCall },
  'waits/null-in-call': { faults: answers(success), does: get(null).inCall },
  'waits/undefined-in-call': { faults: answers(success), does: get(undefined).inCall },
  'waits/locking-a-door': {
    does: ({ seam, seed }) => seam.locks.lockDoor({ device_id: seed.august_device_1 }),
  },
  'waits/unlocking-a-door': {
    does: ({ seam, seed }) =>
      seam.locks.unlockDoor({ device_id: seed.august_device_1 }, { waitForActionAttempt: soon }),
  },
  'waits-not/locking-a-door': {
    does: ({ seam, seed }) =>
      seam.locks.lockDoor({ device_id: seed.august_device_1 }, { waitForActionAttempt: false }),
  },
  'waits-not/whole-reply-of-a-lock': {
    does: ({ seam, seed }) => seam.locks.lockDoor({ device_id: seed.august_device_1 }).fetchResponse(),
  },
  'fails/locking-a-door': {
    faults: [['/locks/lock_door', { status: 200, body: pending }], ...answers(pending, failure)],
    does: ({ make, seed }) =>
      make({ waitForActionAttempt: soon }).locks.lockDoor({ device_id: seed.august_device_1 }),
  },
  'bad-options/of-a-lock': {
    does: ({ seam, seed }) =>
      seam.locks.unlockDoor({ device_id: seed.august_device_1 }, { waitForActionAttempt: { timeout: -1 } }),
  },
  'waits-not/in-call': { faults: answers(pending), does: get(false).inCall },
  'waits-not/in-client': { faults: answers(pending), does: get(false).inClient },
  'waits-not/a-failed-one': { faults: answers(failure), does: get(false).inCall },
  'waits-not/fetch-response': {
    faults: answers(pending),
    does: ({ seam }) => seam.actionAttempts.get({ action_attempt_id: 'attempt1' }).fetchResponse(),
  },
  'fails/at-once': { faults: answers(failure), does: get(soon).inCall },
  'fails/later': { faults: answers(pending, failure), does: get(soon).inCall },
  'fails/without-error': { faults: answers(attempt('error')), does: get(soon).inCall },
  'unknown-status-is-pending': {
    faults: answers(attempt('dreaming'), success),
    does: get(soon).inCall,
  },
  'times-out': {
    polls: true,
    faults: answers(pending),
    does: get({ timeout: 4500, pollingInterval: 3000 }).inCall,
  },
  'times-out/at-once': { faults: answers(pending), does: get({ timeout: 0, pollingInterval: 10 }).inCall },
  'times-out/zero-but-already-successful': { faults: answers(success), does: get({ timeout: 0 }).inCall },
  'times-out/interval-longer-than-timeout': {
    faults: answers(pending, success),
    does: get({ timeout: 60, pollingInterval: 60_000 }).inCall,
  },
  'times-out/no-limit': {
    faults: answers(pending, success),
    does: get({ timeout: Number.POSITIVE_INFINITY, pollingInterval: 10 }).inCall,
  },
  'fails-to-poll': {
    faults: [
      [path, { status: 200, body: pending }],
      [
        path,
        { status: 404, body: { error: { type: 'action_attempt_not_found', message: 'Gone' }, ok: false } },
        9,
      ],
    ],
    does: get(soon).inCall,
  },
  'poll-is-repeated': {
    faults: [
      [path, { status: 200, body: pending }],
      [path, { status: 503, body: '' }],
      [path, { status: 200, body: success }],
    ],
    does: get(soon).inCall,
  },
  'has-no-attempt': { faults: [[path, { status: 200, body: { ok: true } }]], does: get(soon).inCall },
  'attempt-is-null': {
    faults: [[path, { status: 200, body: { action_attempt: null, ok: true } }]],
    does: get(soon).inCall,
  },
  list: { does: ({ seam }) => seam.actionAttempts.list({ action_attempt_ids: ['action_attempt1'] }) },
  'at-the-fake': {
    does: async ({ seam, database, requests }) => {
      const { action_attempt_id } = database.addActionAttempt({ action_type: 'LOCK_DOOR', status: 'pending' })
      const found = seam.actionAttempts.get({ action_attempt_id }, { waitForActionAttempt: soon }).execute()
      // It is seen pending once, however slow the machine is.
      while (requests()[0]?.status === undefined) await nextTurn()
      database.updateActionAttempt({ action_attempt_id, status: 'success', result: {} })
      return await found
    },
  },
  'option-of-the-wrong-type': { faults: answers(success), does: get('yes').inCall },
}

export default [
  ...badPatience,
  ...Object.entries(scenarios).map(([name, scenario]) => ({ id: `attempts/${name}`, ...scenario })),
]
