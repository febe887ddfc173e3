// The border of the core as TypeScript sees it: a function that takes text and answers with JSON text.
// Types only. What each answer is, is in Rust (pkg-template/wasm, src/flow, src/client).
import type { Issue } from './issue.js'

/** What the core exports: it answers a question, whose words are lines, about a text. pkg-template/wasm/src/core.rs lists the questions. */
export interface Core {
  core(question: string, text: string): string
}

/** An answer that may be why there is none. */
export interface Answer {
  fault?: Fault
}

/** A client. */
export interface About {
  endpoint: string
  /** What calls do that do not say otherwise, as the core takes it. */
  settings: string
  /** What every request has. */
  init: RequestInit & { method: string }
  /** What every request carries, secrets included. */
  headers: Record<string, string>
  /** Lines for the console. */
  warnings: string[]
}

/** What a call is to do next: send, pause for `sleep` ms and send, or end with its data under `key`. */
export interface CallStep {
  /** With the first step: the number of the call. */
  call?: number
  /** With the first step: ms per attempt, 0 for none. */
  timeout?: number
  /** With the first step, where the call has headers of its own: all that it carries. */
  headers?: Record<string, string>
  sleep?: number
  key?: string
  /** What is not as described but does not matter enough to fail. */
  issues?: Issue[]
}

/** Why there is no answer. `fault.ts` makes the error object from it and from the answer of the API. */
export type Fault =
  | { kind: 'invalid_options' | 'invalid_token' | 'type_error' | 'error'; message: string }
  | { kind: 'action_attempt_failed' }
  | {
      kind: 'unauthorized' | 'invalid_input' | 'api'
      message: string
      /** The API's error as JSON, without secrets; absent where the answer has none. */
      error?: string
    }
  | { kind: 'validation'; message: string; issues: Issue[] }
  | { kind: 'invalid_response'; responseKey: string; reason: string; issues: Issue[] }
  | { kind: 'transport'; message: string; code: string }
  | { kind: 'action_attempt_timeout'; timeout: number }
