// The wasm border as TypeScript sees it: the class `Core`, what it is given and what it rejects with.
// Types only. What each call does is decided in Rust (src/wasm).
import type { ApiError, Issue, SeamHttpTransportResponse } from './errors.js'

/** What the Rust core needs from the runtime during one call. */
export interface Host {
  fetch(url: string, init: RequestInit): Promise<Response>
  signal?: AbortSignal | undefined
  onResponseIssues?: (issues: Issue[], context: { path: string; requestId: string }) => void
}

/** The one class that the WebAssembly module exports. Structured input is JSON text; promises reject with a {@link Fault}. */
export interface Core {
  readonly endpoint: string
  takeWarnings(): string[]
  send(
    path: string,
    parametersText: string | undefined,
    callText: string,
    host: Host,
  ): Promise<[body: unknown, data: unknown]>
  waitForActionAttempt(
    actionAttempt: unknown,
    waitText: string,
    callText: string,
    host: Host,
  ): Promise<unknown>
  updateClientSessionToken(token: string): void
}

/** Its constructor. Throws a {@link Fault}. */
export type CoreClass = new (optionsText: string, environmentText: string, inBrowser: boolean) => Core

/** Why a call into the core did not succeed. `fault.ts` makes the error object from it. */
export type Fault =
  | { kind: 'invalid_options' | 'invalid_token' | 'type_error' | 'error'; message: string }
  | { kind: 'validation'; path: string; message: string; issues: Issue[] }
  | { kind: 'unauthorized'; requestId: string; body?: { error?: ApiError } }
  | { kind: 'invalid_input' | 'api'; statusCode: number; requestId: string; body: { error: ApiError } }
  | {
      kind: 'invalid_response'
      path: string
      responseKey: string
      reason: string
      requestId: string
      issues: Issue[]
    }
  | {
      kind: 'transport'
      code: string
      message: string
      requestId: string
      path?: string
      response?: SeamHttpTransportResponse
      cause?: unknown
    }
  | { kind: 'action_attempt_failed'; actionAttempt: unknown }
  | { kind: 'action_attempt_timeout'; actionAttempt: unknown; timeout: number }
  | { kind: 'trap'; cause: unknown }
