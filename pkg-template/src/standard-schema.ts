// Schema data as Standard Schemas (https://standardschema.dev), which form libraries and routers take whoever made them.
// Decides nothing: the core answers the questions that calls ask it, about a call that is never made.
import type { Core, Fault, Question } from './core.js'
import type { Issue, SeamValidationError } from './errors.js'
import type { EndpointSchema, Schema } from './generated/schemas.js'
import { currentInstance, endpointIn, type Instance } from './instance.js'
import { parametersText } from './parameters.js'

/**
 * A schema as https://standardschema.dev describes it, so that form libraries and routers take it. It is narrower than the
 * standard allows: `validate` answers at once, and every issue has a path.
 */
export interface StandardSchemaV1<Input = unknown, Output = Input> {
  readonly '~standard': StandardSchemaV1.Props<Input, Output>
}

export declare namespace StandardSchemaV1 {
  /** What a schema offers. */
  interface Props<Input = unknown, Output = Input> {
    readonly version: 1
    readonly vendor: string
    /** Looks at any value. A value that is as it should be comes back as it is, neither copied nor changed. */
    readonly validate: (value: unknown) => Result<Output>
    /** For TypeScript alone: never there. */
    readonly types?: Types<Input, Output> | undefined
  }

  /** The value, or why it is refused. */
  type Result<Output> = SuccessResult<Output> | FailureResult

  interface SuccessResult<Output> {
    readonly value: Output
    readonly issues?: undefined
  }

  interface FailureResult {
    /** Every reason that was found. */
    readonly issues: readonly Issue[]
  }

  interface Issue {
    /** What is wrong and what to do about it, in one line. Never contains a PIN or a token. */
    readonly message: string
    /** The keys and indices that lead to the place; empty for the whole value. */
    readonly path: readonly (string | number)[]
  }

  interface Types<Input = unknown, Output = Input> {
    readonly input: Input
    readonly output: Output
  }

  /** The type of the values that a schema is for. */
  type InferInput<T extends StandardSchemaV1> = NonNullable<T['~standard']['types']>['input']

  /** The type of the values that a schema has let through. */
  type InferOutput<T extends StandardSchemaV1> = NonNullable<T['~standard']['types']>['output']
}

type Failure = StandardSchemaV1.Issue

/**
 * A schema for parameters: lets through what the method would send.
 * @internal
 */
export const parametersSchema = <T>(schema: Schema): StandardSchemaV1<T> =>
  standardSchema(schema, (ask) => {
    const fault = ask('prepare')
    // Where nothing is given of which something is needed, a call tells that alone; the look at a reply tells all.
    return fault && ('issues' in fault ? fault : ask('judge'))
  })

/**
 * A schema for a resource: lets through what a method would give, where only what a door depends on has to be as described.
 * @internal
 */
export const resourceSchema = <T>(schema: Schema): StandardSchemaV1<T> =>
  standardSchema(
    schema,
    (ask) => ask('judge'),
    ({ severity }) => severity === 'error',
  )

/** Asks the core about a value: as parameters, or as a reply of status 200. */
type Ask = (word: 'prepare' | 'judge') => Fault | undefined

const standardSchema = <T>(
  schema: Schema,
  faultOf: (ask: Ask) => Fault | undefined,
  counts: (issue: Issue) => boolean = () => true,
): StandardSchemaV1<T> => {
  // The value is told of as a part of something, because then it may be anything, and all that it lacks has a path.
  const endpoint: EndpointSchema = ['', 0, ['o', [], 'value', 1, schema], 'value', 'value', 5, schema]
  const failuresOf = (value: unknown): Failure[] => {
    const text = written(value)
    if (typeof text !== 'string') return [text]
    const { marked, original } = markKeys(text)
    const [instance, core] = currentCore()
    try {
      const fault = faultOf((word) => {
        const words: Question = [word, endpointIn(instance, core, endpoint), '{}', 200, '']
        return (JSON.parse(core.decide(words.join('\n'), marked)) as { fault?: Fault }).fault
      })
      if (fault === undefined) return []
      const issues = 'issues' in fault ? fault.issues.filter(counts) : []
      if (issues.length > 0) return issues.map((issue) => failure(issue, placeOf(issue.path, original)))
    } catch {
      // As where the memory of the core ends. It starts afresh with the next question.
    }
    // Refused, even where the core cannot say why.
    return [failure({ message: 'cannot be checked; it may be too large' }, [])]
  }
  return {
    '~standard': {
      version: 1,
      vendor: 'seam-edge',
      validate: (value) => {
        const issues = failuresOf(value)
        return issues.length === 0 ? { value: value as T } : { issues }
      },
    },
  }
}

const failure = ({ message, help }: Pick<Issue, 'message' | 'help'>, path: Failure['path']): Failure => ({
  message: help === undefined ? message : `${message} (${help})`,
  path,
})

let asked: readonly [Instance, Core] | undefined

/** The core that is asked: one for all schemas, and without a token, since nothing is sent. */
const currentCore = (): readonly [Instance, Core] => {
  const instance = currentInstance()
  if (asked?.[0] !== instance) asked = [instance, new instance.Core('{"client":true}', '{}', false)]
  return asked
}

/** The text that the core gets to see, or what of the value cannot be written and where that is. */
const written = (value: unknown): string | Failure => {
  try {
    return parametersText('', { value })
  } catch (error) {
    const [issue] = (error as SeamValidationError).issues as [Issue]
    return failure(issue, issue.path === '' ? [] : placeOfUnwritten(value))
  }
}

/** Where the first part is that cannot be written: its path as text would not tell dots in keys from those between them. */
const placeOfUnwritten = (value: unknown): Failure['path'] => {
  if (typeof value !== 'object') return []
  const { toJSON } = Object(value) as { toJSON?: unknown }
  const plain = Object(typeof toJSON === 'function' ? toJSON.call(value) : value) as Record<string, unknown>
  for (const key of Object.keys(plain)) {
    const part = written(plain[key])
    if (typeof part !== 'string') return [Array.isArray(plain) ? Number(key) : key, ...part.path]
  }
  return []
}

/**
 * JSON text whose keys hold none of the characters that separate the parts of a path, and what a key was before. In their place
 * stand control characters that the text does not have. They are as long, so that a slip is as near to a name as it was.
 */
const markKeys = (text: string): { marked: string; original: (key: string) => string } => {
  const dot = spareAfter(0x0d, text)
  const bracket = spareAfter(dot, text)
  let marked = ''
  let from = 0
  for (const [start, end] of keysIn(text)) {
    const key = text.slice(start, end).replaceAll('.', escapeOf(dot)).replaceAll('[', escapeOf(bracket))
    marked += text.slice(from, start) + key
    from = end
  }
  return {
    marked: marked + text.slice(from),
    original: (key) =>
      key.replaceAll(String.fromCharCode(dot), '.').replaceAll(String.fromCharCode(bracket), '['),
  }
}

/** Where the keys are: strings before a colon. No regular expression, since a text can be made so that one takes its time. */
function* keysIn(text: string): Generator<readonly [start: number, end: number]> {
  let start = -1
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '"' && start === -1) start = at
    else if (text[at] === '"') {
      if (text[at + 1] === ':') yield [start, at]
      start = -1
    }
  }
}

/** The next control character that a JSON text does not hold; of those that have no short escape, so that all look alike. */
const spareAfter = (code: number, text: string): number =>
  code < 0x1e && text.includes(escapeOf(code + 1)) ? spareAfter(code + 1, text) : code + 1

const escapeOf = (code: number): string => `\\u00${code.toString(16).padStart(2, '0')}`

/** A path as the core writes it, taken apart: `value.device_ids[0]` as `['device_ids', 0]`. */
const placeOf = (path: string, original: (key: string) => string): Failure['path'] =>
  Array.from(path.matchAll(/\[(\d+)\]|\.([^.[]*)/g), ([, index, key = '']) =>
    index === undefined ? original(key) : Number(index),
  )
