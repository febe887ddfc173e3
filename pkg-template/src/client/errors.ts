// All error classes of the package, and the guards that tell them apart.
// When each one is thrown is decided in Rust; fault.ts makes them from what the core answers.
import type { ActionAttempt } from '../generated/resources.js'
import { type Issue, withHelp } from './issue.js'

/** What Seam's error envelope holds. */
export interface ApiError {
  type: string
  message: string
  data?: unknown
  validation_errors?: Record<string, { _errors: string[] }> | undefined
}

/**
 * The root of everything that this package throws, `TypeError` aside. `instanceof` recognizes errors of another copy of the package too.
 */
// Each class states its name in `seamError`: it survives minification, and `instanceof` goes by it.
export class SeamError extends Error {
  /** @internal */
  static get seamError(): string {
    return 'SeamError'
  }

  /** @internal */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: it is the class on the right of `instanceof`, seldom this one
    return isInstance(value, this)
  }

  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = ownSeamError(new.target) ?? new.target.name
  }
}

// A subclass that a user makes states no name of its own: there `name` and `instanceof` work as in any class.
const ownSeamError = (errorClass: object): string | undefined =>
  Object.hasOwn(Object(errorClass), 'seamError') ? (errorClass as typeof SeamError).seamError : undefined

const isInstance = (value: unknown, errorClass: object): boolean => {
  const name = ownSeamError(errorClass)
  if (name === undefined) return Function.prototype[Symbol.hasInstance].call(errorClass, value)
  for (let link = value; link != null; link = Object.getPrototypeOf(link)) {
    if (Object.hasOwn(link, 'constructor') && ownSeamError((link as object).constructor) === name) return true
  }
  return false
}

/** Thrown when a client, a request or a function is given options that it cannot use. Nothing was sent. */
export class SeamHttpInvalidOptionsError extends SeamError {
  /** @internal */
  static override get seamError() {
    return 'SeamHttpInvalidOptionsError'
  }

  /** @param where - Whose options they are: the words before the colon. */
  constructor(message: string, where = 'SeamHttp received invalid options') {
    super(`${where}: ${message}`)
  }
}

/** Thrown when a client without a workspace is made without what it authenticates with. Nothing was sent. */
export class SeamHttpWithoutWorkspaceInvalidOptionsError extends SeamError {
  /** @internal */
  static override get seamError() {
    return 'SeamHttpWithoutWorkspaceInvalidOptionsError'
  }

  constructor(message: string) {
    super(`SeamHttpWithoutWorkspace received invalid options: ${message}`)
  }
}

/** Thrown when a token does not look like the kind of token that the option is for. Nothing was sent. */
export class SeamHttpInvalidTokenError extends SeamError {
  /** @internal */
  static override get seamError() {
    return 'SeamHttpInvalidTokenError'
  }

  constructor(message: string) {
    super(`SeamHttp received an invalid token: ${message}`)
  }
}

/** Thrown when Seam answers with an error. */
export class SeamHttpApiError extends SeamError {
  /** @internal */
  static override get seamError() {
    return 'SeamHttpApiError'
  }

  /** Seam's word for the error, e.g. `device_not_found`. New ones may appear at any time. */
  code: string

  /** HTTP status of the answer. */
  statusCode: number

  /** Seam's id of the request, to be named to Seam's support; empty where the answer had none that could be read. */
  requestId: string

  /** What Seam sent along; absent where it sent nothing. */
  declare data?: unknown

  /** Milliseconds for which Seam asks to be left alone, by `Retry-After`; absent where it does not, or a browser hides it. */
  declare retryAfter?: number

  constructor(error: ApiError, statusCode: number, requestId: string, options?: ErrorOptions) {
    super(error.message, options)
    this.code = error.type
    this.statusCode = statusCode
    this.requestId = requestId
    if (error.data != null) this.data = error.data
  }
}

/** Returns true if the error is a {@link SeamHttpApiError}. */
export const isSeamHttpApiError = (error: unknown): error is SeamHttpApiError =>
  error instanceof SeamHttpApiError

/** Thrown when Seam answers with status 401: the key or token is not accepted. */
export class SeamHttpUnauthorizedError extends SeamHttpApiError {
  /** @internal */
  static override get seamError() {
    return 'SeamHttpUnauthorizedError'
  }

  declare code: 'unauthorized'
  declare statusCode: 401

  constructor(requestId: string, error?: ApiError, options?: ErrorOptions) {
    super({ message: 'Unauthorized', ...error, type: 'unauthorized' }, 401, requestId, options)
  }
}

/** Returns true if the error is a {@link SeamHttpUnauthorizedError}. */
export const isSeamHttpUnauthorizedError = (error: unknown): error is SeamHttpUnauthorizedError =>
  error instanceof SeamHttpUnauthorizedError

/** A request parameter that was not accepted, and why. */
export interface SeamParameterError {
  /** The parameter, as it is called in the request. */
  parameterName: string
  /** What Seam says of it. */
  errorMessages: string[]
}

/** Thrown when Seam answers that parameters are not valid (`invalid_input`). */
export class SeamHttpInvalidInputError extends SeamHttpApiError {
  /** @internal */
  static override get seamError() {
    return 'SeamHttpInvalidInputError'
  }

  declare code: 'invalid_input'

  readonly #validationErrors: NonNullable<ApiError['validation_errors']>

  constructor(error: ApiError, statusCode: number, requestId: string, options?: ErrorOptions) {
    super({ ...error, type: 'invalid_input' }, statusCode, requestId, options)
    this.#validationErrors = error.validation_errors ?? {}
  }

  /** The parameters that were not accepted. May be empty: a rule about several parameters is told in `message` alone. */
  get validationErrors(): SeamParameterError[] {
    return Object.keys(this.#validationErrors)
      .filter((parameterName) => parameterName !== '_errors')
      .map((parameterName) => ({
        parameterName,
        errorMessages: this.getValidationErrorMessages(parameterName),
      }))
  }

  /** Why one parameter was not accepted; empty where it was. */
  getValidationErrorMessages(paramName: string): string[] {
    return this.#validationErrors[paramName]?._errors ?? []
  }
}

/** Returns true if the error is a {@link SeamHttpInvalidInputError}. */
export const isSeamHttpInvalidInputError = (error: unknown): error is SeamHttpInvalidInputError =>
  error instanceof SeamHttpInvalidInputError

/**
 * Thrown before anything is sent when parameters break a rule that is known here. It is the error that Seam would have
 * answered with, so `statusCode` is 400; `requestId` is empty.
 */
export class SeamValidationError extends SeamHttpInvalidInputError {
  /** @internal */
  static override get seamError() {
    return 'SeamValidationError'
  }

  /** Path of the endpoint, e.g. `/access_codes/create`. */
  path: string

  /** Every reason that was found. */
  issues: Issue[]

  constructor(path: string, message: string, issues: Issue[]) {
    super({ type: 'invalid_input', message, validation_errors: messagesByParameter(issues) }, 400, '')
    this.path = path
    this.issues = issues
  }
}

const messagesByParameter = (issues: Issue[]): NonNullable<ApiError['validation_errors']> => {
  // Without a prototype: a parameter may be called `constructor`.
  const found: NonNullable<ApiError['validation_errors']> = Object.create(null)
  for (const { path, message, severity } of issues) {
    if (severity !== 'error') continue
    const [parameterName] = path.split(/[.[]/, 1)
    const key = parameterName || '_errors'
    found[key] ??= { _errors: [] }
    found[key]._errors.push(message)
  }
  return found
}

/** Returns true if the error is a {@link SeamValidationError}. */
export const isSeamValidationError = (error: unknown): error is SeamValidationError =>
  error instanceof SeamValidationError

/** Thrown when no PIN can be suggested for a lock. */
export class SeamNoCodeError extends SeamError {
  /** @internal */
  static override get seamError() {
    return 'SeamNoCodeError'
  }

  /** The rule that leaves none; its path is `length` where another length could fix it. */
  issues: Issue[]

  /**
   * Which of the device's constraints, `avoid` and `existing` leave no PIN together: without any one of them there would be some. Empty
   * where it is something else.
   */
  collide: string[]

  constructor(issue: Issue, collide: string[]) {
    super(withHelp(issue))
    this.issues = [issue]
    this.collide = collide
  }
}

/** Returns true if the error is a {@link SeamNoCodeError}. */
export const isSeamNoCodeError = (error: unknown): error is SeamNoCodeError =>
  error instanceof SeamNoCodeError

/**
 * Thrown when Seam reports success, but what it sent does not have the shape that code depends on.
 * The request may well have taken effect.
 */
export class SeamHttpInvalidResponseError extends SeamError {
  /** @internal */
  static override get seamError() {
    return 'SeamHttpInvalidResponseError'
  }

  /** Path of the endpoint, e.g. `/access_codes/create`. */
  path: string

  /** Name under which the answer should hold the data. */
  responseKey: string

  /** Seam's id of the request, to be named to Seam's support; empty where the answer had none that could be read. */
  requestId: string

  /** What is wrong with the answer, where it is known in detail. */
  issues: Issue[]

  constructor(path: string, responseKey: string, reason: string, requestId = '', issues: Issue[] = []) {
    super(`Seam returned an invalid response for ${path}: expected "${responseKey}", ${reason}`)
    this.path = path
    this.responseKey = responseKey
    this.requestId = requestId
    this.issues = issues
  }
}

/** Returns true if the error is a {@link SeamHttpInvalidResponseError}. */
export const isSeamHttpInvalidResponseError = (error: unknown): error is SeamHttpInvalidResponseError =>
  error instanceof SeamHttpInvalidResponseError

/** An answer that is not one of Seam's. `headers` are lower-case. */
export interface SeamHttpTransportResponse {
  /** The HTTP status. */
  status: number
  /** The headers, with lower-case names. */
  headers: Record<string, string>
  /** The body: parsed where it is JSON, else its text. */
  data: unknown
}

/** What a {@link SeamHttpTransportError} tells beside its message. */
export interface SeamHttpTransportErrorDetails extends ErrorOptions {
  code: string
  path: string
  requestId?: string | undefined
  response?: SeamHttpTransportResponse | undefined
}

/**
 * Thrown when there is no answer, or none that comes from Seam: network error, timeout, abort, an error page of a proxy.
 * Whether the request took effect is not known.
 */
export class SeamHttpTransportError extends SeamError {
  /** @internal */
  static override get seamError() {
    return 'SeamHttpTransportError'
  }

  /**
   * `ERR_NETWORK` (no answer), `ETIMEDOUT` (not within `timeout`), `ERR_CANCELED` (by `signal`), `ERR_BAD_REQUEST` and
   * `ERR_BAD_RESPONSE` (an answer that is not Seam's).
   */
  code: string

  /** Path of the endpoint, e.g. `/access_codes/create`. */
  path: string

  /** Seam's id of the request; empty where there was no answer or none that could be read. */
  requestId: string

  /** The answer, where there was one. Left out when the error is logged: it may hold what was asked for. */
  declare readonly response?: SeamHttpTransportResponse

  constructor(
    message: string,
    { code, path, requestId = '', response, ...options }: SeamHttpTransportErrorDetails,
  ) {
    super(message, options)
    this.code = code
    this.path = path
    this.requestId = requestId
    Object.defineProperty(this, 'response', { value: response })
  }
}

/** Returns true if the error is a {@link SeamHttpTransportError}. */
export const isSeamHttpTransportError = (error: unknown): error is SeamHttpTransportError =>
  error instanceof SeamHttpTransportError

/** An action attempt that has succeeded. */
export type SucceededActionAttempt<T extends ActionAttempt> = Extract<T, { status: 'success' }>

/** An action attempt that has failed. */
export type FailedActionAttempt<T extends ActionAttempt> = Extract<T, { status: 'error' }>

/** Thrown when waiting for an action attempt ends without success. */
export class SeamActionAttemptError<T extends ActionAttempt> extends SeamError {
  /** @internal */
  static override get seamError() {
    return 'SeamActionAttemptError'
  }

  /** The action attempt as it was last seen. */
  actionAttempt: T

  constructor(message: string, actionAttempt: T) {
    super(message)
    this.actionAttempt = actionAttempt
  }
}

/** Returns true if the error is a {@link SeamActionAttemptError}. */
export const isSeamActionAttemptError = <T extends ActionAttempt>(
  error: unknown,
): error is SeamActionAttemptError<T> => error instanceof SeamActionAttemptError

/** Thrown when an action attempt fails. */
export class SeamActionAttemptFailedError<T extends ActionAttempt> extends SeamActionAttemptError<T> {
  /** @internal */
  static override get seamError() {
    return 'SeamActionAttemptFailedError'
  }

  /** Seam's word for what went wrong. */
  code: string

  constructor(actionAttempt: FailedActionAttempt<T>) {
    const { error } = actionAttempt as { error?: { type?: string; message?: string } | null }
    super(error?.message ?? 'Action attempt failed', actionAttempt)
    this.code = error?.type ?? ''
  }
}

/** Returns true if the error is a {@link SeamActionAttemptFailedError}. */
export const isSeamActionAttemptFailedError = <T extends ActionAttempt>(
  error: unknown,
): error is SeamActionAttemptFailedError<T> => error instanceof SeamActionAttemptFailedError

/** Thrown when an action attempt is still pending after the time given in `waitForActionAttempt`. */
export class SeamActionAttemptTimeoutError<T extends ActionAttempt> extends SeamActionAttemptError<T> {
  /** @internal */
  static override get seamError() {
    return 'SeamActionAttemptTimeoutError'
  }

  constructor(actionAttempt: T, timeout: number) {
    super(`Timed out waiting for action attempt after ${timeout}ms`, actionAttempt)
  }
}

/** Returns true if the error is a {@link SeamActionAttemptTimeoutError}. */
export const isSeamActionAttemptTimeoutError = <T extends ActionAttempt>(
  error: unknown,
): error is SeamActionAttemptTimeoutError<T> => error instanceof SeamActionAttemptTimeoutError

/**
 * Why a webhook is not known to be from Seam, or not to be new. `missing_headers`: it is not signed; `invalid_headers`: its time is not a
 * whole number of seconds; `too_old`, `too_new`: its time is too far from now; `no_match`: no signature is one of this body by this secret.
 */
export type SeamWebhookVerificationErrorCode =
  | 'missing_headers'
  | 'invalid_headers'
  | 'too_old'
  | 'too_new'
  | 'no_match'

/** Thrown when a webhook is forged, not signed, or too old. Answer it with status 400. */
export class SeamWebhookVerificationError extends SeamError {
  /** @internal */
  static override get seamError() {
    return 'SeamWebhookVerificationError'
  }

  /** Why it was refused. */
  code: SeamWebhookVerificationErrorCode

  constructor(message: string, code: SeamWebhookVerificationErrorCode = 'no_match') {
    super(message)
    this.code = code
  }
}

/** Returns true if the error is a {@link SeamWebhookVerificationError}. */
export const isSeamWebhookVerificationError = (error: unknown): error is SeamWebhookVerificationError =>
  error instanceof SeamWebhookVerificationError

/**
 * Thrown when a webhook is from Seam, but what it carries is no event. It would be the same if it were sent again: answer it with status
 * 2xx, and report it.
 */
export class SeamInvalidWebhookPayloadError extends SeamError {
  /** @internal */
  static override get seamError() {
    return 'SeamInvalidWebhookPayloadError'
  }
}

/** Returns true if the error is a {@link SeamInvalidWebhookPayloadError}. */
export const isSeamInvalidWebhookPayloadError = (error: unknown): error is SeamInvalidWebhookPayloadError =>
  error instanceof SeamInvalidWebhookPayloadError
