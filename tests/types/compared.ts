// How the types of two clients are compared: call by call, and within parameters and replies field by field. Names no
// exception: those stand with their reasons in the files that compare.
import type { UnlistedCode } from 'seam-edge'
import type { Same } from './expect.js'

/** The namespaces that are compared, as their paths begin. */
export type Namespace =
  | 'access_codes'
  | 'access_grants'
  | 'access_methods'
  | 'acs'
  | 'action_attempts'
  | 'client_sessions'
  | 'connect_webviews'
  | 'connected_accounts'
  | 'customers'
  | 'devices'
  | 'events'
  | 'instant_keys'
  | 'locks'
  | 'noise_sensors'
  | 'phones'
  | 'spaces'
  | 'thermostats'
  | 'user_identities'
  | 'webhooks'
  | 'workspaces'

/** Those in which the older generation is compared too. In the others its names are those of another time: ours are the newest client's. */
export type OlderNamespace =
  | 'access_codes'
  | 'action_attempts'
  | 'client_sessions'
  | 'connect_webviews'
  | 'connected_accounts'
  | 'devices'
  | 'events'
  | 'locks'
  | 'webhooks'
  | 'workspaces'

/** Those names that are paths in the compared namespaces. */
export type PathsIn<Names, Of extends Namespace = Namespace> = Extract<Names, `/${Of}/${string}`>

/** What a call takes, as a list. */
export type Arguments<Call> = Call extends (...args: infer Given) => unknown ? Given : never

/** The parameters of a call, which is its first argument. */
export type ParametersOf<Call> = Call extends (parameters: infer Given, ...rest: never[]) => unknown
  ? Exclude<Given, undefined>
  : never

/** What awaiting a call gives. */
export type ResultOf<Call> = Call extends (...args: never[]) => infer Request ? Awaited<Request> : never

/** The whole reply to a call. */
export type ReplyOf<Call> = Call extends (...args: never[]) => { fetchResponse(): Promise<infer Whole> }
  ? Whole
  : never

/** The names of calls on `From` that cannot be made on `To` with the same arguments. */
export type Refused<From, To, Names extends keyof From & keyof To> = {
  [Name in Names]: [Arguments<From[Name]>] extends [Arguments<To[Name]>] ? never : Name
}[Names]

/** The names of calls on `From` whose results cannot be used as those of `To`. */
export type Unfit<From, To, Names extends keyof From & keyof To> = {
  [Name in Names]: [ResultOf<From[Name]>] extends [ResultOf<To[Name]>] ? never : Name
}[Names]

/** The names of calls whose replies have not the same keys. */
export type OtherwiseKeyed<From, To, Names extends keyof From & keyof To> = {
  [Name in Names]: Same<keyof ReplyOf<From[Name]>, keyof ReplyOf<To[Name]>> extends true ? never : Name
}[Names]

/** Names of calls of which nothing is known: with them, the comparisons above would prove nothing. */
export type Vague<Calls, Names extends keyof Calls> = {
  [Name in Names]: true extends
    | SaysNothing<Arguments<Calls[Name]>>
    | SaysNothing<ParametersOf<Calls[Name]>>
    | SaysNothing<ResultOf<Calls[Name]>>
    ? Name
    : never
}[Names]

type SaysNothing<T> = 0 extends 1 & T ? true : [T] extends [never] ? true : unknown extends T ? true : false

type Scalar = string | number | boolean | null | undefined

/** What parameters take for a moment besides text: a `Date` and the like, which are not looked into. */
type Moment = { toJSON(...key: never[]): unknown }

/** What tells the variants of a union apart. */
type Tag = 'action_type' | 'status' | 'error_code' | 'warning_code' | 'mutation_code' | 'event_type'

/** A type without what is open in it on purpose: of names and of variants only those that are listed. */
export type Closed<T> = unknown extends T
  ? T
  : ClosedNames<Extract<T, string>> | Exclude<Extract<T, Scalar>, string> | ClosedObject<Exclude<T, Scalar>>

/** Listed names without `string & {}`; what is not a list of names stays as it is. */
type ClosedNames<Names> = OrElse<Literals<Names>, Exclude<Names, UnlistedCode>>

type Literals<Names> = Names extends UnlistedCode | object ? never : string extends Names ? never : Names

type ClosedObject<T> = T extends readonly (infer Item)[]
  ? Closed<Item>[]
  : T extends Moment
    ? T
    : true extends { [Key in Tag & keyof T]: T[Key] extends UnlistedCode ? true : false }[Tag & keyof T]
      ? never
      : { [Key in keyof T]: Closed<T[Key]> }

/**
 * The places in which `From` does not fit `To`, and what is wrong there: `.properties.model: undefined`. `[]` stands for the
 * items of a list, `<tag>` for the variant of a union.
 */
export type Misfits<From, To, At extends string = ''> = [From] extends [To]
  ? never
  : OrElse<
      | ScalarMisfits<Exclude<Extract<From, Scalar>, To>, At>
      | ObjectMisfits<Exclude<From, Scalar>, Exclude<To, Scalar | Moment>, At>,
      `${At}: taken together`
    >

type OrElse<Found, Else> = [Found] extends [never] ? Else : Found

type ScalarMisfits<From, At extends string> = From extends Scalar
  ? `${At}: ${string extends From ? 'any string' : number extends From ? 'any number' : From}`
  : never

type ObjectMisfits<From, To, At extends string> = From extends To
  ? never
  : From extends readonly (infer Item)[]
    ? [To] extends [readonly (infer Wanted)[]]
      ? Misfits<Item, Wanted, `${At}[]`>
      : `${At}: a list`
    : From extends Moment
      ? `${At}: a moment`
      : [TagsOf<From>] extends [never]
        ? FieldMisfits<From, To, At>
        : IsUnion<To> extends true
          ? VariantMisfits<From, Variant<To, From>, `${At}<${Label<From>}>`>
          : FieldMisfits<From, To, At>

type VariantMisfits<From, To, At extends string> = [To] extends [never]
  ? `${At}: a variant`
  : FieldMisfits<From, To, At>

type FieldMisfits<From, To, At extends string> = [To] extends [never]
  ? `${At}: an object`
  : {
      [Key in KeysOf<To>]: Key extends keyof From
        ? Misfits<From[Key], FieldOf<To, Key>, `${At}.${Key}`>
        : undefined extends FieldOf<To, Key>
          ? never
          : `${At}.${Key}: missing`
    }[KeysOf<To>]

/** The fields that `From` has, required or not, and `To` has not: code that names one would not compile. */
export type Absent<From, To, At extends string = ''> = unknown extends From | To
  ? never
  : AbsentIn<Exclude<From, Scalar | Moment>, Exclude<To, Scalar | Moment>, At>

type AbsentIn<From, To, At extends string> = From extends readonly (infer Item)[]
  ? [To] extends [readonly (infer Other)[]]
    ? Absent<Item, Other, `${At}[]`>
    : `${At}: a list`
  : From extends unknown
    ? [TagsOf<From>] extends [never]
      ? AbsentFields<From, To, At>
      : IsUnion<To> extends true
        ? AbsentFields<From, Variant<To, From>, `${At}<${Label<From>}>`>
        : AbsentFields<From, To, At>
    : never

type AbsentFields<From, To, At extends string> = {
  [Key in keyof From & string]: Key extends KeysOf<To>
    ? Absent<From[Key], FieldOf<To, Key>, `${At}.${Key}`>
    : `${At}.${Key}`
}[keyof From & string]

type IsUnion<T, All = T> = true extends (T extends unknown ? ([All] extends [T] ? false : true) : never)
  ? true
  : false

/** The names of fields that any variant has. */
type KeysOf<T> = T extends unknown ? keyof T & string : never

/** What a field may hold in any variant; undefined where a variant has none. */
type FieldOf<T, Key extends string> = T extends unknown ? (Key extends keyof T ? T[Key] : undefined) : never

/** The variants of a union that have the tags of this one. */
type Variant<Union, One> = Union extends unknown
  ? Pick<One, TagsOf<One> & keyof Union> extends Pick<Union, TagsOf<One> & keyof Union>
    ? Union
    : never
  : never

/** The fields of a variant that tell it apart: those of one name and no other. */
type TagsOf<One> = {
  [Key in Tag & keyof One]: One[Key] extends string
    ? string extends One[Key]
      ? never
      : IsUnion<One[Key]> extends true
        ? never
        : Key
    : never
}[Tag & keyof One]

type Label<One> = One extends {
  action_type: infer Action extends string
  status: infer Status extends string
}
  ? `${Action} ${Status}`
  : { [Key in TagsOf<One>]: One[Key] & string }[TagsOf<One>]

/** What a call gives, or one of what it gives a list of. */
export type OneOf<Call> = ResultOf<Call> extends readonly (infer Item)[] ? Item : ResultOf<Call>

/** What {@link OneOf} is called: the reply's key, and `unmanaged` where the path says so. */
export type NameOf<Path, Call> = `${Path extends `${string}unmanaged${string}` ? 'unmanaged_' : ''}${Singular<
  keyof ReplyOf<Call> & string
>}`

type Singular<Key extends string> = Key extends `${infer One}s` ? One : Key

/** Those names that are classes of clients: of the compared namespaces, and of all of the API. */
export type ClassesIn<Names, Of extends Namespace = Namespace> = Extract<
  Names,
  | `SeamHttp${CamelCase<Of>}${'' | 'Simulate' | 'Unmanaged'}`
  | ('acs' extends Of ? NestedClass : never)
  | `SeamHttp${'' | 'Endpoints'}${'' | 'WithoutWorkspace'}`
>

/** The classes of namespaces in namespaces, but for `simulate` and `unmanaged`. */
type NestedClass =
  | `SeamHttpAcs${'AccessGroups' | 'Credentials' | 'Encoders' | 'EncodersSimulate' | 'Entrances' | 'Systems' | 'Users'}`
  | 'SeamHttpNoiseSensorsNoiseThresholds'
  | `SeamHttpThermostats${'DailyPrograms' | 'Schedules'}`

type CamelCase<Words extends string> = Words extends `${infer First}_${infer Rest}`
  ? `${Capitalize<First>}${CamelCase<Rest>}`
  : Capitalize<Words>

/** Members of the classes of one client that those of another do not have: `SeamHttp.fromEnv`, `SeamHttp().locks`. */
export type Lacking<From, To, Names extends keyof From & keyof To & string> = {
  [Name in Names]:
    | `${Name}.${Exclude<keyof From[Name], keyof To[Name]> & string}`
    | `${Name}().${NotElsewhere<Exclude<keyof Made<From[Name]>, keyof Made<To[Name]>>> & string}`
}[Names]

/** Without the paths that are not in the compared namespaces. */
type NotElsewhere<Names> = Exclude<Names, Exclude<Extract<Names, `/${string}`>, PathsIn<Names>>>

/** Factories of the classes of one client that cannot be called with the same arguments on those of another. */
export type RefusedFactories<From, To, Names extends keyof From & keyof To & string> = {
  [Name in Names]: {
    [Factory in keyof From[Name] & keyof To[Name] & `from${string}`]: [
      WithoutAxios<Arguments<From[Name][Factory]>>,
    ] extends [Arguments<To[Name][Factory]>]
      ? never
      : `${Name}.${Factory}`
  }[keyof From[Name] & keyof To[Name] & `from${string}`]
}[Names]

/** Arguments without the options that are passed on to Axios: clients.ts has what becomes of them. */
type WithoutAxios<Given> = {
  [Place in keyof Given]: Given[Place] extends object | undefined
    ? Omit<NonNullable<Given[Place]>, 'axiosOptions' | 'axiosRetryOptions'>
    : Given[Place]
}

/** Calls on the objects of one client that cannot be made on those of another. */
export type RefusedCalls<From, To, Names extends keyof From & keyof To & string> = {
  [Name in Names]: `${Name}().${Refused<Made<From[Name]>, Made<To[Name]>, CommonCalls<From[Name], To[Name]>> & string}`
}[Names]

/** Calls on the objects of one client whose results do not fit those of another. */
export type UnfitCalls<From, To, Names extends keyof From & keyof To & string> = {
  [Name in Names]: `${Name}().${Unfit<Made<From[Name]>, Made<To[Name]>, CommonCalls<From[Name], To[Name]>> & string}`
}[Names]

type Made<Class> = Class extends new (...args: never[]) => infer Object ? Object : never

/** Names of methods that the objects of both classes have; `client` is a class of its own. */
type CommonCalls<A, B> = Exclude<keyof Made<A> & keyof Made<B> & CallsOf<Made<A>>, 'client'>

type CallsOf<T> = { [Key in keyof T]: T[Key] extends (...args: never[]) => unknown ? Key : never }[keyof T]

/** A place or a name in which two clients differ on purpose, and why. */
export type Exception = readonly [where: string, why: string]

/** Of what was found, what no exception names. */
export type Unexpected<Found, Exceptions extends readonly Exception[]> = Exclude<Found, Exceptions[number][0]>

/** Of what the exceptions name, what was not found. */
export type NotFound<
  Found,
  Exceptions extends readonly Exception[],
> = Exceptions[number][0] extends infer Where
  ? Where extends string
    ? [Extract<Found, Where>] extends [never]
      ? Where
      : never
    : never
  : never

/** Takes only what is empty; tsc names what is in it. */
export type None<Found extends never> = Found
