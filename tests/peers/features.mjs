// The table of features in docs/migrating.md: what each client does, and the scenarios that prove it. A proof says whom
// ours is equal to in its scenario: `both`, `2.32.0` or `1.102.0` alone, or else by which named difference it is not. Holds no
// scenario.

import { newerEndpoints } from './official-endpoints.mjs'

const inWords = (count) => ['no', 'one', 'two', 'three', 'four', 'five'][count] ?? String(count)

/**
 * @typedef {object} Feature
 * @property {string} feature
 * @property {string} newer what @seamapi/http 2.32.0 does
 * @property {string} older what @seamapi/http 1.102.0 does
 * @property {string} ours
 * @property {Record<string, string>} proof by scenario
 */

const yes = 'yes'
const no = 'no'

/** @type {Feature[]} */
export const features = [
  {
    feature: 'Endpoints, by namespace and by path',
    newer: 'all',
    older: 'all of its time',
    ours: `all, and ${inWords(newerEndpoints.length)} newer ones`,
    proof: { 'by-path/all': '2.32.0', 'by-path/create': 'both', 'endpoint/locks.lock_door/full': 'both' },
  },
  {
    feature: 'Keys and tokens of all kinds, each refused where it does not belong',
    newer: yes,
    older: yes,
    ours: yes,
    proof: {
      'auth/apiKey/api-key': 'both',
      'auth/apiKey/jwt': 'both',
      'auth/clientSessionToken/client-session-token': 'both',
      'auth/clientSessionToken/publishable-key': 'both',
      'auth/personalAccessToken/personal-access-token': '2.32.0',
      'auth/consoleSessionToken/jwt': '2.32.0',
      'auth/conflict/apiKey+clientSessionToken': 'both',
    },
  },
  {
    feature: 'Publishable key to client session; exchange of the session token',
    newer: yes,
    older: yes,
    ours: yes,
    proof: { 'auth/publishable-key/session-is-used': 'both', 'auth/update-client-session-token': 'both' },
  },
  {
    feature: 'Settings from environment variables',
    newer: yes,
    older: yes,
    ours: yes,
    proof: {
      'environment/api-key': 'both',
      'environment/personal-token': '2.32.0',
      'environment/endpoint': 'both',
    },
  },
  {
    feature: 'A workspace is asked for where a token needs one',
    newer: 'by factories',
    older: 'by factories',
    ours: 'always',
    proof: {
      'auth/workspace/personalAccessToken/none-to-factory': 'both',
      'auth/workspace/personalAccessToken/none-to-constructor': 'workspace-needed',
    },
  },
  {
    feature: 'Lazy requests, sent once',
    newer: yes,
    older: 'sent at each `await`',
    ours: yes,
    proof: { 'requests/nothing-is-sent-before-await': 'both', 'requests/sent-once/awaited-twice': '2.32.0' },
  },
  {
    feature: 'Parameters travel in',
    newer: 'query or body',
    older: 'body',
    ours: 'body',
    proof: {
      'requests/inspect/url-of-a-read': 'post-for-all',
      'requests/inspect/method-of-a-read': 'post-for-all',
    },
  },
  {
    feature: 'Paginator: pages, items, stored cursors',
    newer: yes,
    older: yes,
    ours: yes,
    proof: {
      'pagination/first-page': 'both',
      'pagination/flatten': 'both',
      'pagination/iteration': 'both',
      'pagination/resumed-from-a-stored-cursor': 'both',
    },
  },
  {
    feature: 'Paginator stops at a repeated cursor',
    newer: yes,
    older: no,
    ours: yes,
    proof: { 'pagination/repeated-cursor/flatten': '2.32.0', 'pagination/more-but-no-cursor': '2.32.0' },
  },
  {
    feature: 'Waits for action attempts',
    newer: yes,
    older: yes,
    ours: yes,
    proof: {
      'attempts/waits/by-default': 'both',
      'attempts/fails/later': 'both',
      'attempts/times-out': '2.32.0',
      'attempts/waits-not/in-call': 'both',
    },
  },
  {
    feature: 'Missing required parameters are refused before anything is sent',
    newer: yes,
    older: no,
    ours: yes,
    proof: {
      'parameters/missing/required': '2.32.0',
      'parameters/missing/at-least-one': 'says-which-are-needed',
    },
  },
  {
    feature: 'Types, PINs, dates and time frames are checked before anything is sent',
    newer: no,
    older: no,
    ours: yes,
    proof: {
      'parameters/values/code-too-short': 'refused-before-sending',
      'parameters/window/end-before-start': 'refused-before-sending',
      'parameters/window/only-start': 'refused-before-sending',
    },
  },
  {
    feature: 'Slips in names of parameters are refused',
    newer: no,
    older: no,
    ours: yes,
    proof: { 'parameters/unknown/slip': 'slips-refused', 'parameters/unknown/one-more': 'both' },
  },
  {
    feature: 'Replies are checked where a door depends on them',
    newer: 'key of the data',
    older: no,
    ours: yes,
    proof: {
      'replies/harmful/code-is-a-number': 'wrong-reply-refused',
      'replies/unchecked/code-is-a-number': 'both',
    },
  },
  {
    feature: 'New fields, codes and statuses get through',
    newer: yes,
    older: yes,
    ours: yes,
    proof: { 'replies/harmless/new-field': 'both', 'replies/harmless/new-error-code': 'both' },
  },
  {
    feature: 'Error classes with code, status, request id, messages per parameter',
    newer: yes,
    older: 'in part',
    ours: yes,
    proof: {
      'faults/400-envelope/create-code': 'both',
      'faults/400-invalid-input/create-code': '2.32.0',
      'faults/401-envelope/create-code': '2.32.0',
    },
  },
  {
    feature: 'Errors and logs are free of keys, and of the PIN that was sent',
    newer: no,
    older: no,
    ours: yes,
    proof: {
      'options/logging/a-client-shows-its-key': 'nothing-secret-in-logs',
      'options/logging/an-error-shows-the-key': 'no-cause-of-api-errors',
      'stories/duplicate-code': 'redacted',
    },
  },
  {
    feature: 'Reads are repeated after 5xx and lost connections',
    newer: yes,
    older: 'lost connections',
    ours: yes,
    proof: { 'faults/503-once/list-devices': '2.32.0', 'faults/reset-once/list-devices': 'both' },
  },
  {
    feature: 'Creates are never repeated blindly',
    newer: 'except `createMultiple`, sessions',
    older: 'lost connections are',
    ours: yes,
    proof: {
      'faults/500-envelope/create-code': 'both',
      'faults/reset-once/create-code': 'transport-error',
      'endpoint/access_codes.create_multiple/server-error': 'not-repeated',
    },
  },
  {
    feature: 'Creates and updates are repeated after 429',
    newer: no,
    older: 'as PUT',
    ours: yes,
    proof: {
      'faults/429-once/create-code': 'too-many-requests-repeated',
      'faults/429-once/update-code': '1.102.0',
    },
  },
  {
    feature: '`Retry-After`',
    newer: 'however long',
    older: 'PUT alone',
    ours: 'up to a minute',
    proof: {
      'faults/pauses/retry-after-is-waited-for': '2.32.0',
      'options/retry-after/more-than-a-minute': 'long-retry-after',
    },
  },
  {
    feature: 'Redirects',
    newer: 'followed, with the PIN',
    older: 'followed, with the PIN',
    ours: 'refused',
    proof: { 'options/redirect/of-a-create': 'redirects-not-followed' },
  },
]
