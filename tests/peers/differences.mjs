// Every way in which the package may differ from both official clients: the one table that the suite holds it to. An entry
// says what differs, where, why, and with which words its row in docs/differences.md begins; the row has the whole reason.
// What differs and is not in here fails the suite, and so does an entry, a scenario or a delta that no longer occurs.
import { absent } from './compare.mjs'

// A delta: `at` is where in what was asked or what came of it, `official` and `ours` are patterns (see compare.mjs).
const isNotAsked = { at: 'asked.*', ours: absent }
const threwNothing = { at: 'outcome.value', ours: absent }
const refusal = (issues = {}) => ({
  class: 'SeamValidationError',
  code: 'invalid_input',
  statusCode: 400,
  requestId: '',
  ...issues,
})
const optionsRefusal = { class: 'SeamHttpInvalidOptionsError' }
const invalidResponse = { class: 'SeamHttpInvalidResponseError' }

/** The error of the official client becomes another one. */
const becomes = (official, ours) => [
  { at: 'outcome.threw.class', official, ours },
  { at: 'outcome.threw.name', official, ours },
]
const loses = (...properties) => properties.map((name) => ({ at: `outcome.threw.${name}`, ours: absent }))
const gains = (...properties) => properties.map((name) => ({ at: `outcome.threw.${name}`, official: absent }))

const anyError = /./

/** @type {import('./compare.mjs').NamedDifference[]} */
export const differences = [
  {
    id: 'post-for-all',
    why: 'PINs and names stay out of URLs',
    row: 'Every call is a POST with a JSON body.',
    // Where a request travels is no part of what is compared; the judge counts here that the official one goes otherwise.
    scenarios: ['endpoint/*/**', 'requests/inspect/method-of-*', 'requests/inspect/*-of-a-read'],
    deltas: [
      { at: 'outcome.value', official: /^(GET|PATCH)$/, ours: 'POST' },
      {
        at: 'outcome.value',
        official: '<endpoint>/devices/list?limit=5&_strict=true',
        ours: '<endpoint>/devices/list',
      },
      { at: 'outcome.value', official: { limit: 5 }, ours: '<undefined>' },
      { at: 'outcome.value', official: '<undefined>', ours: { limit: 5 } },
    ],
  },
  {
    id: 'redirects-not-followed',
    why: 'a redirect could take the PIN and the key to another host',
    row: 'Redirects are not followed',
    scenarios: ['options/redirect/*', 'faults/304/*'],
    deltas: [
      {
        at: 'outcome.threw.message',
        official: 'Request failed with status code 304',
        ours: /^a redirect is not followed/,
      },
      isNotAsked,
      { at: 'asked.0.attempts', official: 2, ours: 1 },
      threwNothing,
      {
        at: 'outcome.threw',
        official: absent,
        ours: { class: 'SeamHttpTransportError', code: 'ERR_BAD_RESPONSE', response: { status: 307 } },
      },
    ],
  },
  {
    id: 'one-root-of-errors',
    why: 'one root to look for',
    row: 'Everything but `TypeError` is a `SeamError`',
    scenarios: [
      'auth/update-client-session-token/of-a-client-with-api-key',
      'pagination/null-cursor',
      'pagination/undefined-cursor',
      'pagination/refused/*',
    ],
    deltas: becomes('Error', 'SeamError'),
  },
  {
    id: 'own-name',
    why: 'it is another client',
    row: '`seam-sdk-name` is `seam-edge`',
    scenarios: ['auth/headers/who-asks'],
    deltas: [{ at: 'outcome.value.name', official: 'seamapi/javascript-http', ours: 'seam-edge' }],
  },
  {
    id: 'unknown-call-option',
    why: 'a slip should not go unnoticed',
    row: 'A call option that is not known is refused',
    scenarios: ['parameters/call-options/unknown', 'attempts/bad-options/*/not-an-attempt'],
    deltas: [isNotAsked, threwNothing, { at: 'outcome.threw', official: absent, ours: optionsRefusal }],
  },
  {
    id: 'not-repeated',
    why: 'a repeat could make a second one',
    row: 'Whether a call is repeated after no answer',
    scenarios: ['endpoint/access_codes.create_multiple/*', 'endpoint/client_sessions.create/*'],
    deltas: [{ at: 'asked.0.attempts', official: 3, ours: 1 }],
  },
  {
    id: 'put-not-repeated',
    why: 'the API makes things by PUT',
    row: '`client.put`, and `client.request` with PUT, are not repeated',
    scenarios: ['client/repeats/put'],
    deltas: [{ at: 'asked.0.attempts', official: 3, ours: 1 }],
  },
  {
    id: 'repeated',
    why: 'a repeat gives the same one',
    row: '`accessCodes.pullBackupAccessCode` and `clientSessions.getOrCreate` are repeated',
    scenarios: [
      'endpoint/access_codes.pull_backup_access_code/*',
      'endpoint/client_sessions.get_or_create/*',
    ],
    deltas: [{ at: 'asked.0.attempts', official: 1, ours: 3 }],
  },
  {
    id: 'too-many-requests-repeated',
    why: 'the server has refused to act',
    row: 'Status 429 is repeated for every call',
    scenarios: ['endpoint/*/too-many-requests', 'faults/429-*/create-code'],
    deltas: [
      { at: 'asked.0.attempts', official: 1, ours: 2 },
      { at: 'asked.0.attempts', official: 1, ours: 3 },
      { at: 'outcome.threw', official: { statusCode: 429 }, ours: absent },
      { at: 'outcome.threw', official: { response: { status: 429 } }, ours: absent },
      { at: 'outcome.value', official: absent },
    ],
  },
  {
    id: 'long-retry-after',
    why: 'a caller who waits for hours looks as if it hangs',
    row: 'A `Retry-After` of more than 60 s is not waited for',
    scenarios: ['options/retry-after/more-than-a-minute'],
    deltas: [{ at: 'outcome.value', official: 'waits', ours: 'gave up with 503' }],
  },
  {
    id: 'unknown-client-option',
    why: 'a slip should not go unnoticed, and there is no Axios',
    row: 'An option that is not known is refused by its name',
    scenarios: ['options/unknown', 'options/axios-*/another-one', 'options/*-for-options'],
    deltas: [
      isNotAsked,
      threwNothing,
      { at: 'outcome.threw', official: absent, ours: optionsRefusal },
      ...becomes('TypeError', 'SeamHttpInvalidOptionsError'),
      {
        at: 'outcome.threw.message',
        ours: /^SeamHttp received invalid options: Expected an API key or an object with options/,
      },
    ],
  },
  {
    id: 'options-in-range',
    why: 'they would do what nobody wants',
    row: 'Options are held to their ranges',
    scenarios: [
      'options/timeout/negative',
      'options/retries/fraction',
      'attempts/bad-options/*/in-*',
      'attempts/bad-options/of-a-lock',
      'auth/headers/number',
      'attempts/option-of-the-wrong-type',
    ],
    deltas: [
      isNotAsked,
      threwNothing,
      { at: 'outcome.threw', official: absent, ours: optionsRefusal },
      ...becomes('AxiosError', 'SeamHttpInvalidOptionsError'),
      {
        at: 'outcome.threw.message',
        ours: /^SeamHttp received invalid options: `timeout`: expected at least `0`/,
      },
      { at: 'outcome.threw.code', official: 'ETIMEDOUT', ours: absent },
    ],
  },
  {
    id: 'client-is-no-axios',
    why: 'there is no Axios',
    row: '`client` is no function and has no `interceptors`',
    scenarios: ['client/interceptors'],
    deltas: [{ at: 'outcome.value', official: 'object', ours: 'undefined' }],
  },
  {
    id: 'own-client-only-carries',
    why: 'what is sent and accepted is decided in the core',
    row: '`fromClient`, and the option `client`, let an Axios instance',
    scenarios: ['client/own/axios/error'],
    deltas: [
      { at: 'asked.0.parameters.**' },
      ...becomes('AxiosError', 'SeamHttpApiError'),
      {
        at: 'outcome.threw.message',
        official: 'Request failed with status code 404',
        ours: 'Action attempts not found',
      },
      { at: 'outcome.threw.code', official: 'ERR_BAD_REQUEST', ours: 'action_attempts_not_found' },
      ...gains('guards.*', 'statusCode', 'requestId', 'data'),
      ...loses('response'),
    ],
  },
  {
    id: 'workspace-needed',
    why: 'calls would go to a workspace that nobody chose',
    row: 'A personal access token or a console session token always needs a `workspaceId`.',
    scenarios: ['auth/workspace/*/none-to-constructor', 'environment/personal-token/without-workspace'],
    deltas: [
      isNotAsked,
      ...becomes('SeamHttpUnauthorizedError', 'SeamHttpInvalidOptionsError'),
      { at: 'outcome.threw.message', ours: /: Must pass a workspaceId when using a \w+$/ },
      ...loses('guards.*', 'code', 'statusCode', 'requestId'),
    ],
  },
  {
    id: 'empty-variable-is-none',
    why: 'the message has to say where to look',
    row: 'A key or workspace in an environment variable that is blank counts as not set',
    scenarios: ['environment/api-key/empty'],
    deltas: [
      ...becomes('SeamHttpInvalidTokenError', 'SeamHttpInvalidOptionsError'),
      { at: 'outcome.threw.message', ours: /: Must specify an apiKey.*SEAM_API_KEY is empty or not set$/ },
    ],
  },
  {
    id: 'endpoint-checked-at-once',
    why: 'a wrong one fails where it is given',
    row: '`endpoint` has to be an `http` or `https` URL',
    scenarios: [
      'options/endpoint/*',
      'requests/endpoint/no-url',
      'requests/endpoint/empty',
      'environment/endpoint/no-url',
      'environment/endpoint/empty',
      'environment/endpoint/old-name-empty',
    ],
    deltas: [
      isNotAsked,
      threwNothing,
      { at: 'outcome.threw', official: absent, ours: optionsRefusal },
      ...becomes('Error', 'SeamHttpInvalidOptionsError'),
      ...becomes('SeamHttpInvalidResponseError', 'SeamHttpInvalidOptionsError'),
      { at: 'outcome.threw.message', ours: /: (the endpoint|SEAM_ENDPOINT|SEAM_API_URL) is not a URL: / },
      ...loses('guards.*', 'path', 'responseKey'),
      { at: 'outcome.value', official: '//devices/list', ours: '/devices/list' },
      { at: 'outcome.warned', official: [/SEAM_API_URL/], ours: absent },
    ],
  },
  {
    id: 'token-of-printable-characters',
    why: 'it was copied with a line break',
    row: 'A token that holds white space',
    scenarios: ['options/token/*'],
    deltas: [
      isNotAsked,
      threwNothing,
      { at: 'outcome.threw', official: absent, ours: { class: 'SeamHttpInvalidTokenError' } },
      ...becomes('SeamHttpUnauthorizedError', 'SeamHttpInvalidTokenError'),
      { at: 'outcome.threw.message', ours: /white space/ },
      ...loses('guards.*', 'code', 'statusCode', 'requestId'),
    ],
  },
  {
    id: 'factories-on-their-class',
    why: 'one set of factories for all classes',
    row: 'Factories have to be called on their class',
    scenarios: ['options/factory/*'],
    deltas: [
      isNotAsked,
      threwNothing,
      { at: 'outcome.threw', official: absent, ours: { class: 'TypeError' } },
      { at: 'outcome.value', official: false, ours: true },
    ],
  },
  {
    id: 'nothing-secret-in-logs',
    why: 'logs are read by many',
    row: 'Logging a client shows no key',
    scenarios: ['options/logging/a-client-shows-its-key'],
    deltas: [{ at: 'outcome.value', official: true, ours: false }],
  },
  {
    id: 'refused-before-sending',
    why: 'all that is wrong at once, and no request for it',
    row: 'Parameters that break a rule known here throw `SeamValidationError`',
    scenarios: [
      'parameters/missing/required-is-null',
      'parameters/missing/at-least-one/null',
      'parameters/values/**',
      'parameters/window/*',
    ],
    deltas: [
      isNotAsked,
      threwNothing,
      { at: 'outcome.threw', official: absent, ours: refusal() },
      ...becomes('SeamHttpInvalidInputError', 'SeamValidationError'),
      { at: 'outcome.threw.message', ours: /^\/\w+\/\w+: `[\w.[\]]+`: / },
      { at: 'outcome.threw.requestId', official: /^request\d+$/, ours: '' },
      { at: 'outcome.threw.validationErrors.**' },
    ],
  },
  {
    id: 'slips-refused',
    why: 'a bound that does not arrive makes a code that never ends',
    row: 'A name that looks like a slip of a known one is refused',
    scenarios: ['parameters/unknown/slip', 'parameters/unknown/camel-case', 'parameters/missing/misspelt'],
    deltas: [
      isNotAsked,
      threwNothing,
      // A slip tells why a required name is missing.
      ...becomes('TypeError', 'SeamValidationError'),
      { at: 'outcome.threw.message', ours: /did you mean `device_id`/ },
      ...gains('guards.*', 'code', 'statusCode', 'requestId', 'validationErrors'),
      { at: 'outcome.threw', official: absent, ours: refusal({ message: /did you mean `starts_at`/ }) },
    ],
  },
  {
    id: 'listed-names',
    why: 'a slip would find nothing',
    row: 'Names from a fixed list',
    scenarios: ['parameters/values/unlisted-name'],
    deltas: [{ at: 'outcome.threw.message', ours: /which is not allowed \(did you mean `august_lock`\?\)$/ }],
  },
  {
    id: 'unserializable',
    why: 'one class for all that is wrong with parameters',
    row: 'Parameters that cannot be written as JSON',
    scenarios: ['parameters/values/**'],
    deltas: [
      ...becomes('UnserializableParamError', 'SeamValidationError'),
      ...becomes('RangeError', 'SeamValidationError'),
      { at: 'outcome.threw.message', ours: /cannot be written as JSON/ },
      ...gains('guards.*', 'code', 'statusCode', 'requestId', 'validationErrors'),
      {
        at: 'outcome.threw',
        official: absent,
        ours: refusal({ message: /cannot be written as JSON|got a function/ }),
      },
    ],
  },
  {
    id: 'parameters-as-json',
    why: 'what is no part of the JSON would not arrive',
    row: 'Parameters are what JSON makes of the object',
    scenarios: [
      'parameters/odd-object-for-list/date',
      'parameters/inherited/required',
      'pagination/refused/wrong-parameters-of-a-list',
    ],
    deltas: [
      isNotAsked,
      threwNothing,
      { at: 'outcome.threw', official: absent, ours: { class: 'TypeError', message: /must be an object$/ } },
      ...becomes('SeamHttpInvalidInputError', 'TypeError'),
      {
        at: 'outcome.threw.message',
        ours: 'Required parameters missing for /access_codes/create: device_id',
      },
      ...loses('guards.*', 'code', 'statusCode', 'requestId', 'validationErrors'),
    ],
  },
  {
    id: 'map-is-no-parameters',
    why: 'what is no part of the JSON would not arrive',
    row: 'Parameters are what JSON makes of the object',
    scenarios: ['parameters/odd-object-for-list/map'],
    deltas: [
      isNotAsked,
      threwNothing,
      {
        at: 'outcome.threw',
        official: absent,
        ours: refusal({ message: /got a collection other than an array/ }),
      },
    ],
  },
  {
    id: 'says-which-are-needed',
    why: 'a message should not send its reader to the documentation',
    row: 'Where at least one of several parameters is needed',
    scenarios: ['parameters/missing/at-least-one', 'parameters/missing/at-least-one/*'],
    deltas: [
      {
        at: 'outcome.threw.message',
        official: /^At least one parameter is required for \S+$/,
        ours: /^At least one parameter is required for \S+: one of `.*` is needed$/,
      },
    ],
  },
  {
    id: 'wrong-reply-refused',
    why: 'better no PIN than a wrong one',
    row: 'A reply in which something is wrong that a door depends on',
    scenarios: ['replies/harmful/*', 'attempts/attempt-is-null'],
    deltas: [
      threwNothing,
      {
        at: 'outcome.threw',
        official: absent,
        ours: { ...invalidResponse, path: '/access_codes/get', responseKey: 'access_code' },
      },
      ...becomes('TypeError', 'SeamHttpInvalidResponseError'),
      {
        at: 'outcome.threw.message',
        official: /^Cannot read properties of null/,
        ours: /expected an object, got null$/,
      },
      ...gains('guards.*', 'path', 'responseKey'),
    ],
  },
  {
    id: 'whole-reply-checked',
    why: 'what it gives has its type',
    row: '`fetchResponse` rejects replies without their response key',
    scenarios: ['replies/whole/*'],
    deltas: [threwNothing, { at: 'outcome.threw', official: absent, ours: invalidResponse }],
  },
  {
    id: 'foreign-success-refused',
    why: "a proxy's page is no answer of Seam's",
    row: 'An empty or non-JSON reply with status 200',
    scenarios: ['faults/200-*/update-code', 'faults/200-*/delete-code', 'faults/200-not-ok/*'],
    deltas: [threwNothing, { at: 'outcome.threw', official: absent, ours: invalidResponse }],
  },
  {
    id: 'type-of-content',
    why: 'an answer under another type comes from something between',
    row: 'A success whose `content-type` is there and not JSON is refused',
    scenarios: ['faults/200-as-text/*'],
    deltas: [
      threwNothing,
      {
        at: 'outcome.threw',
        official: absent,
        ours: { ...invalidResponse, message: /got `text\/plain` instead of JSON/ },
      },
    ],
  },
  {
    id: 'backup-code-under-its-other-name',
    why: 'some servers send it under that name alone',
    row: '`pullBackupAccessCode` gives `backup_access_code`',
    scenarios: [
      'endpoint/access_codes.pull_backup_access_code/full',
      'endpoint/access_codes.pull_backup_access_code/by-its-path',
    ],
    deltas: [
      { at: 'outcome.threw', official: invalidResponse, ours: absent },
      { at: 'outcome.value', official: absent, ours: { is_backup: true } },
    ],
  },
  {
    id: 'no-read-response-data',
    why: 'it is what a request does by itself',
    row: '`readResponseData` is not exported',
    scenarios: ['exports/readResponseData'],
    deltas: [{ at: 'outcome.value', official: 'function', ours: 'undefined' }],
  },
  {
    id: 'request-id-of-invalid-response',
    why: "for Seam's support",
    row: '`SeamHttpInvalidResponseError` also has `requestId`',
    scenarios: [
      'endpoint/*/without-its-key',
      // The official fake lists thermostats under an older key alone.
      'endpoint/thermostats.list/at-the-fake',
      'faults/20*/*',
      'pagination/*',
      'pagination/fake/*',
      'attempts/*',
    ],
    deltas: [{ at: 'outcome.threw.requestId', official: absent, ours: /^request/ }],
  },
  {
    id: 'transport-error',
    why: 'there is no Axios',
    row: '`SeamHttpTransportError` where there an `AxiosError` came through.',
    scenarios: [
      'endpoint/*/no-answer',
      // The official fake fails there, with an answer that is no JSON.
      'endpoint/user_identities.*/at-the-fake',
      'faults/**',
      'auth/publishable-key/server-is-down',
      'requests/endpoint/nobody-there',
      'client/**',
      'options/axios-retry-options',
      'guards/getOpenapiSchema/not-there',
    ],
    deltas: [
      ...becomes('AxiosError', 'SeamHttpTransportError'),
      { at: 'outcome.threw.requestId', official: absent, ours: /^(request.*)?$/ },
    ],
  },
  {
    id: 'messages-are-a-list',
    why: 'that is its type',
    row: '`errorMessages` is an empty list',
    scenarios: ['faults/400-odd-validation/*'],
    deltas: [{ at: 'outcome.threw.validationErrors.*.errorMessages', official: '<undefined>', ours: [] }],
  },
  {
    id: 'redacted',
    why: 'servers quote the PIN that they refuse',
    row: 'What was sent as a secret',
    scenarios: ['stories/duplicate-code'],
    deltas: [
      {
        at: 'outcome.threw.message',
        official: /482913/,
        ours: /^Cannot set duplicate access code \[redacted\] named Two$/,
      },
    ],
  },
  {
    id: 'no-cause-of-api-errors',
    why: 'it would hold the key and the PIN',
    row: '`SeamHttpApiError` has no `cause`',
    scenarios: ['stories/cause-of-an-api-error', 'options/logging/an-error-shows-the-key'],
    deltas: [
      { at: 'outcome.value', official: 'AxiosError', ours: '<undefined>' },
      { at: 'outcome.value', official: true, ours: false },
    ],
  },
  {
    id: 'failed-attempt-without-error',
    why: 'a failed one is a failed one',
    row: 'A failed action attempt without an `error`',
    scenarios: ['attempts/fails/without-error'],
    deltas: [
      ...becomes('TypeError', 'SeamActionAttemptFailedError'),
      {
        at: 'outcome.threw.message',
        official: /^Cannot read properties of null/,
        ours: 'Action attempt failed',
      },
      ...gains('guards.*', 'code', 'actionAttempt'),
    ],
  },
  {
    id: 'other-words',
    why: 'clearer, and nobody should compare messages',
    row: 'Some messages differ',
    scenarios: [
      'auth/publishableKey/client-session-token',
      'auth/no-options',
      'without-workspace/nothing',
      'auth/publishable-key/e-mail-as-user',
      'environment/**',
      'endpoint/*/no-answer',
      'faults/**',
      'requests/endpoint/nobody-there',
      'pagination/**',
    ],
    deltas: [
      {
        at: 'outcome.threw.message',
        official: /A Client Session Token Key cannot be used/,
        ours: /A Client Session Token cannot be used/,
      },
      { at: 'outcome.threw.message', official: /: Must specify an apiKey/, ours: /: Must specify an apiKey/ },
      { at: 'outcome.threw.message', official: 'Network Error', ours: 'Network Error, see `cause`' },
      {
        at: 'outcome.threw.message',
        official: /^Seam returned an invalid response for \S+: expected "\w+", /,
        ours: /^Seam returned an invalid response for \S+: expected "\w+", /,
      },
      { at: 'outcome.warned.*', official: anyError, ours: /^seam-edge: / },
    ],
  },
]
