// The wasm border as TypeScript sees it: the class `Core`, whose methods take text and answer with JSON text.
// Types only. What each decision is, is in Rust (src/wasm, src/client).
import type { Issue } from './errors.js'

/** The one class that the WebAssembly module exports. Where something is wrong, an answer is `{ fault }`. */
export interface Core {
  /** Makes an endpoint known to the module and answers its number. */
  declare(schemaText: string): number
  /** Answers {@link About}. */
  about(): string
  /** Answers {@link Prepared}. Checks the call; nothing has been sent yet. No text: no parameters. */
  prepare(endpoint: number, parametersText: string, callText: string): string
  /** Answers how many ms to wait before the next attempt; negative where there is to be none. */
  retry(
    endpoint: number,
    callText: string,
    made: number,
    outcome: number,
    retryAfter: string,
    now: number,
    random: number,
  ): number
  /** Answers {@link Judged}. */
  judge(
    endpoint: number, callText: string, outcome: number, contentType: string, text: string): string
  /** Answers `{ pause? }`: how many ms to wait before the next look at an action attempt; none where it has succeeded. */
  pause(actionAttemptText: string, waitText: string, waited: number): string
  /** Answers `{}`. */
  updateClientSessionToken(token: string): string
}

/** Its constructor. */
export type CoreClass = new (optionsText: string, environmentText: string, inBrowser: boolean) => Core

/** A client. `warnings` are lines for the console. */
export interface About {
  endpoint: string
  warnings: string[]
}

/** A request: all of it but body and signal. `timeout` is ms per attempt, 0 for none. */
export interface Prepared {
  url: string
  timeout: number
  init: RequestInit
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
