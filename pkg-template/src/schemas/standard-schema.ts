// Schema data as Standard Schemas (https://standardschema.dev), which form libraries and routers take whoever made them.
// Decides nothing: the core answers the questions that calls ask it, about a call that is never made.
import type { Issue } from '../client/issue.js'
import { withHelp } from '../client/issue.js'
import type { IssueCode } from '../generated/codes.js'
import type { Schema } from '../generated/schemas.js'
import { valueCheck } from './value-check.js'

/**
 * A schema as https://standardschema.dev describes it, so that form libraries and routers take it. It is narrower than the
 * standard allows: `validate` answers at once, and every issue has a path.
 */
export interface StandardSchemaV1<Input = unknown, Output = Input> {
  /** The schema's side of the standard. */
  readonly '~standard': StandardSchemaV1.Props<Input, Output>
}

/** What the standard's own types of the same names are, for these schemas. */
export declare namespace StandardSchemaV1 {
  /** What a schema offers. */
  interface Props<Input = unknown, Output = Input> {
    /** Version of the standard. */
    readonly version: 1
    /** Whose schema it is: `seam-edge`. */
    readonly vendor: string
    /** Looks at any value. A value that is as it should be comes back as it is, neither copied nor changed. */
    readonly validate: (value: unknown) => Result<Output>
    /** For TypeScript alone: never there. */
    readonly types?: Types<Input, Output> | undefined
  }

  /** The value, or why it is refused. */
  type Result<Output> = SuccessResult<Output> | FailureResult

  /** The value is as it should be. */
  interface SuccessResult<Output> {
    /** The value itself, neither copied nor changed. */
    readonly value: Output
    /** Never there. */
    readonly issues?: undefined
  }

  /** The value is refused. */
  interface FailureResult {
    /** Every reason that was found. */
    readonly issues: readonly Issue[]
  }

  /** A reason why a value is refused. */
  interface Issue {
    /** What is wrong, as a stable word. */
    readonly code: IssueCode
    /** What is wrong and what to do about it, in one line. Never contains a PIN or a token. */
    readonly message: string
    /** The keys and indices that lead to the place; empty for the whole value. */
    readonly path: readonly (string | number)[]
  }

  /** The types of a schema, for the compiler alone. */
  interface Types<Input = unknown, Output = Input> {
    /** What it is for. */
    readonly input: Input
    /** What it lets through. */
    readonly output: Output
  }

  /** The type of the values that a schema is for. */
  type InferInput<T extends StandardSchemaV1> = NonNullable<T['~standard']['types']>['input']

  /** The type of the values that a schema has let through. */
  type InferOutput<T extends StandardSchemaV1> = NonNullable<T['~standard']['types']>['output']
}

/**
 * A schema for parameters: lets through what the method would send.
 * @internal
 */
export const parametersSchema = <T>(schema: Schema): StandardSchemaV1<T> => {
  const check = valueCheck(schema)
  return standardSchema((value) => {
    const issues = check('parameters', value)
    // What is sent with warnings alone is let through.
    return issues.some(isError) ? issues : []
  })
}

/**
 * A schema for a resource: lets through what a method would give, where only what a door depends on has to be as described.
 * @internal
 */
export const resourceSchema = <T>(schema: Schema): StandardSchemaV1<T> => {
  const check = valueCheck(schema)
  return standardSchema((value) => check('reply', value).filter(isError))
}

const isError = ({ severity }: Issue): boolean => severity === 'error'

const standardSchema = <T>(issuesOf: (value: unknown) => Issue[]): StandardSchemaV1<T> => ({
  '~standard': {
    version: 1,
    vendor: 'seam-edge',
    validate: (value) => {
      const issues = issuesOf(value)
      return issues.length === 0
        ? { value: value as T }
        : { issues: issues.map((issue) => failure(issue, value)) }
    },
  },
})

const failure = (issue: Issue, value: unknown): StandardSchemaV1.Issue => ({
  code: issue.code,
  message: withHelp(issue),
  path: placeOf(issue.path, value),
})

/** A path as issues have it, `device_ids[0]`, taken apart along the value, since keys may hold dots and brackets: `['device_ids', 0]`. */
const placeOf = (path: string, value: unknown): (string | number)[] => {
  const place: (string | number)[] = []
  let rest = path === '' || path.startsWith('[') ? path : `.${path}`
  let inner = value
  while (rest !== '') {
    const [whole, index] = /^\[(\d+)\]/.exec(rest) ?? []
    const part = index === undefined ? keyAt(rest.slice(1), inner) : Number(index)
    place.push(part)
    rest = rest.slice(whole?.length ?? 1 + String(part).length)
    inner = (Object(inner) as Record<string | number, unknown>)[part]
  }
  return place
}

/** The key that a path begins with: the longest that the object has, else as far as the next separator. */
const keyAt = (path: string, object: unknown): string => {
  const isNext = (key: string) => path.startsWith(key) && /^[.[]|^$/.test(path.slice(key.length))
  const [longest] = Object.keys(Object(object))
    .filter(isNext)
    .sort((left, right) => right.length - left.length)
  return longest ?? (path.split(/[.[]/, 1)[0] as string)
}
