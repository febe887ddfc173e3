// What signatures of this package name of the web platform: the type that the runtime's own types have, and where a project has none of
// those (no `DOM` in `lib`, no @types/node), the least that this package needs. Types only.

// biome-ignore-all lint/suspicious/noTsIgnore: whether a name is found depends on the project that reads the declarations
// TypeScript takes a name that is not found for `any`, and would complain of it without these comments.
/** @ts-ignore */
type FoundSignal = AbortSignal
/** @ts-ignore */
type FoundHeaders = Headers
/** @ts-ignore */
type FoundInit = RequestInit
/** @ts-ignore */
type FoundModule = WebAssembly.Module
/** @ts-ignore */
type FoundRequest = Request
/** @ts-ignore */
type FoundResponse = Response
/** @ts-ignore */
type FoundSearchParams = URLSearchParams
/** @ts-ignore */
type FoundURL = URL

// In brackets: what is not found would else make the whole answer `any`.
type Either<TFound, TLeast> = [0] extends [1 & TFound] ? TLeast : TFound

/** An `AbortSignal`. */
export type WebSignal = Either<
  FoundSignal,
  {
    readonly aborted: boolean
    readonly reason: unknown
    addEventListener(type: 'abort', listener: () => void): void
    removeEventListener(type: 'abort', listener: () => void): void
  }
>

/** A `Headers`. */
export type WebHeaders = Either<FoundHeaders, Iterable<[string, string]>>

/** The `RequestInit` that a `fetch` is called with. */
export type WebRequestInit = Either<
  FoundInit,
  { method: string; headers: Record<string, string>; body: string | undefined; signal: WebSignal }
>

/** A `WebAssembly.Module`. */
export type WebModule = Either<FoundModule, object>

/** A `Request`. */
export type WebRequest = Either<
  FoundRequest,
  {
    readonly method: string
    readonly url: string
    readonly headers: { get(name: string): string | null }
    text(): Promise<string>
  }
>

/** A `Response`. */
export type WebResponse = Either<
  FoundResponse,
  {
    readonly status: number
    readonly headers: { get(name: string): string | null }
    text(): Promise<string>
  }
>

/** A `URLSearchParams`. */
export type WebSearchParams = Either<
  FoundSearchParams,
  { append(name: string, value: string): void; set(name: string, value: string): void; sort(): void }
>

/** A `URL`. */
export type WebURL = Either<
  FoundURL,
  {
    readonly href: string
    readonly origin: string
    readonly protocol: string
    readonly host: string
    readonly pathname: string
    readonly search: string
    toString(): string
  }
>
