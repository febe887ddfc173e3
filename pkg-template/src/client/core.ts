// The border of the core as TypeScript sees it: a function that takes text and answers with JSON text.
// Types only. What each decision is, is in Rust (src/wasm, src/client).
import type { Issue } from './issue.js'

/**
 * What the core exports. It answers questions about a text with JSON, or with `{ fault }` where something is wrong. A question is a
 * few words, a line each; src/wasm/core.rs lists them. Nothing is kept but the endpoints that were declared.
 */
export interface Core {
  decide(question: string, text: string): string
}

/** A question about a text: `about`, `prepare`, `retry`, `judge`, `pause` or `update`, and what it needs to know beside the client. */
export type Question = readonly [word: string, ...(string | number)[]]

/** A client. `headers` are what every call carries, secrets included; `warnings` are lines for the console. */
export interface About {
  endpoint: string
  headers: Record<string, string>
  warnings: string[]
}

/** A request: all of it but body and signal. `timeout` is ms per attempt, 0 for none. */
export interface Prepared {
  url: string
  timeout: number
  init: RequestInit & { method: string; headers: Record<string, string> }
}

/** How long to wait, in ms; absent where there is nothing to wait for. */
export interface Pause {
  pause?: number
}

/** A success: the key of the data, and what is not as described but does not matter enough to fail. */
export interface Judged {
  key?: string
  issues?: Issue[]
}

/** Why a decision is no. `fault.ts` makes the error object from it and from the answer of the API. */
export type Fault =
  | {
      kind:
        | 'invalid_options'
        | 'invalid_token'
        | 'type_error'
        | 'error'
        | 'unauthorized'
        | 'invalid_input'
        | 'api'
        | 'action_attempt_failed'
      message: string
    }
  | { kind: 'validation'; message: string; issues: Issue[] }
  | { kind: 'invalid_response'; message: string; responseKey: string; reason: string; issues: Issue[] }
  | { kind: 'transport'; message: string; code: string }
  | { kind: 'action_attempt_timeout'; message: string; timeout: number }
