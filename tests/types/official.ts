// Code that was written for the official client keeps compiling with ours, and what ours gives can be handed to such code:
// call by call, for every call of the compared namespaces, against the newest client and the one of the older generation.
// All differences that there are stand in exceptions.ts.
import type * as newest from '@seamapi/http'
import type * as ours from 'seam-edge'
import type * as older from 'seamapi-http-1'
import type {
  Absent,
  ClassesIn,
  Closed,
  Lacking,
  Misfits,
  NameOf,
  Namespace,
  None,
  NotFound,
  OlderNamespace,
  OneOf,
  OtherwiseKeyed,
  ParametersOf,
  PathsIn,
  Refused,
  RefusedCalls,
  RefusedFactories,
  Unexpected,
  Unfit,
  UnfitCalls,
  Vague,
} from './compared.js'
import type * as exceptions from './exceptions.js'
import type { Assert, Same } from './expect.js'

type Newest = newest.SeamHttpEndpoints
type Older = older.SeamHttpEndpoints
type Ours = ours.SeamHttpEndpoints

type Paths = PathsIn<keyof Newest & keyof Ours>
type OlderPaths = PathsIn<keyof Older & keyof Ours, OlderNamespace>
type CommonPaths = Paths & OlderPaths

/** In what the results of one client do not fit those of another. */
type Results<From, To, Path extends keyof From & keyof To & Paths> = {
  [Name in Path]: Misfits<OneOf<From[Name]>, OneOf<To[Name]>, NameOf<Name, Ours[Name]>>
}[Path]
/** In what our results, open names aside, do not fit those of another. */
type OurResults<To, Path extends keyof To & Paths> = {
  [Name in Path]: Misfits<Closed<OneOf<Ours[Name]>>, OneOf<To[Name]>, NameOf<Name, Ours[Name]>>
}[Path]
/** In what the parameters of one client do not fit those of another. */
type Parameters<From, To, Path extends keyof From & keyof To & string> = {
  [Name in Path]: Misfits<ParametersOf<From[Name]>, ParametersOf<To[Name]>, Name>
}[Path]
type OurParameters<To, Path extends keyof To & Paths> = {
  [Name in Path]: Misfits<Closed<ParametersOf<Ours[Name]>>, ParametersOf<To[Name]>, Name>
}[Path]

/** What of the results of another client ours would not take, were they not open. */
type ListedBy<From, Path extends keyof From & Paths> = {
  [Name in Path]: Misfits<OneOf<From[Name]>, Closed<OneOf<Ours[Name]>>, NameOf<Name, Ours[Name]>>
}[Path]
/** What of the parameters of another client ours would not take, were they not open. */
type ParametersListedBy<From, Path extends keyof From & Paths> = {
  [Name in Path]: Misfits<ParametersOf<From[Name]>, Closed<ParametersOf<Ours[Name]>>, Name>
}[Path]

/** The fields of another client's results that ours lack. */
type LackedFields<From, Path extends keyof From & Paths> = {
  [Name in Path]: Absent<OneOf<From[Name]>, OneOf<Ours[Name]>, NameOf<Name, Ours[Name]>>
}[Path]
/** The parameters of another client's calls that ours lack. */
type LackedParameters<From, Path extends keyof From & Paths> = {
  [Name in Path]: Absent<ParametersOf<From[Name]>, ParametersOf<Ours[Name]>, Name>
}[Path]

// The generations differ from one another, and ours is for both. What of 1.102.0 does not fit the newest client need not fit
// ours; and ours may take beyond one generation what the other one has.
type OlderBesideNewest = Results<Older, Newest, CommonPaths>
type NewestBesideOlder = Results<Newest, Older, CommonPaths>
type OlderParametersBesideNewest = Parameters<Older, Newest, CommonPaths>
type NewestParametersBesideOlder = Parameters<Newest, Older, CommonPaths>

/** Endpoints that the newest client has not. */
type Newer<Names> = Exclude<Names, exceptions.NewerPaths>
export type EveryPath = [Assert<Same<Newer<PathsIn<keyof Ours>>, PathsIn<keyof Newest>>>]

// A comparison with `any` or `unknown` would hold whatever the other type is.
export type SaysSomething = [
  None<Vague<Ours, Paths>>,
  None<Vague<Newest, Paths>>,
  None<Vague<Older, OlderPaths>>,
]

type PassedBeyondNewest = Exclude<OurParameters<Newest, Paths>, OlderParametersBesideNewest>
type PassedBeyondOlder = Exclude<OurParameters<Older, OlderPaths>, NewestParametersBesideOlder>
type OlderNotPassed = Exclude<Parameters<Older, Ours, OlderPaths>, OlderParametersBesideNewest>
export type ParametersFit = [
  None<Refused<Newest, Ours, Paths>>,
  None<Parameters<Newest, Ours, Paths>>,
  None<Exclude<Refused<Older, Ours, OlderPaths>, Refused<Older, Newest, CommonPaths>>>,
  None<Unexpected<OlderNotPassed, exceptions.OlderNotPassed>>,
  None<NotFound<OlderNotPassed, exceptions.OlderNotPassed>>,
  None<Unexpected<PassedBeyondNewest, exceptions.PassedBeyondNewest>>,
  None<NotFound<PassedBeyondNewest, exceptions.PassedBeyondNewest>>,
  None<Unexpected<PassedBeyondOlder, exceptions.PassedBeyondOlder>>,
  None<NotFound<PassedBeyondOlder, exceptions.PassedBeyondOlder>>,
]

type NewestNotTaken = Results<Newest, Ours, Paths>
type TakenBeyondNewest = Exclude<OurResults<Newest, Paths>, OlderBesideNewest>
type TakenBeyondOlder = Exclude<OurResults<Older, OlderPaths>, NewestBesideOlder>
export type ResultsFit = [
  Assert<Same<Unfit<Newest, Ours, Paths>, '/access_codes/generate_code'>>,
  None<Unexpected<NewestNotTaken, exceptions.NewestNotTaken>>,
  None<NotFound<NewestNotTaken, exceptions.NewestNotTaken>>,
  None<Exclude<Results<Older, Ours, OlderPaths>, OlderBesideNewest>>,
  None<Unexpected<TakenBeyondNewest, exceptions.TakenBeyondNewest>>,
  None<NotFound<TakenBeyondNewest, exceptions.TakenBeyondNewest>>,
  None<Unexpected<TakenBeyondOlder, exceptions.TakenBeyondOlder>>,
  None<NotFound<TakenBeyondOlder, exceptions.TakenBeyondOlder>>,
  None<OtherwiseKeyed<Newest, Ours, Paths>>,
  None<Exclude<OtherwiseKeyed<Older, Ours, OlderPaths>, OtherwiseKeyed<Older, Newest, CommonPaths>>>,
]

// What they list, ours lists: a `case` for any of their names or variants compiles with ours, and narrows as there.
type ListedByNewest = Exclude<ListedBy<Newest, Paths>, NewestNotTaken>
type ListedByOlder = Exclude<ListedBy<Older, OlderPaths>, Results<Older, Ours, OlderPaths>>
type PassedToNewest = ParametersListedBy<Newest, Paths>
type PassedToOlder = Exclude<ParametersListedBy<Older, OlderPaths>, Parameters<Older, Ours, OlderPaths>>
export type NamesAreListed = [
  None<ListedByNewest>,
  None<ListedByOlder>,
  None<Unexpected<PassedToNewest, exceptions.NotListed>>,
  None<NotFound<PassedToNewest, exceptions.NotListed>>,
  None<Unexpected<PassedToOlder, exceptions.NotListed>>,
  None<NotFound<PassedToOlder, exceptions.NotListed>>,
]

// What they have, ours has: no field of a reply and no parameter is missing. An optional one is missed by no comparison above.
type FieldsLackedOfNewest = LackedFields<Newest, Paths>
type FieldsLackedOfOlder = LackedFields<Older, OlderPaths>
export type NothingIsMissing = [
  None<Unexpected<FieldsLackedOfNewest, exceptions.NewestFieldsLacked>>,
  None<NotFound<FieldsLackedOfNewest, exceptions.NewestFieldsLacked>>,
  None<Unexpected<FieldsLackedOfOlder, exceptions.OlderFieldsLacked>>,
  None<NotFound<FieldsLackedOfOlder, exceptions.OlderFieldsLacked>>,
  None<LackedParameters<Newest, Paths>>,
  None<LackedParameters<Older, OlderPaths>>,
]

// The paths by kind, as they are exported.
export type PathsByKind = [
  Assert<Same<PathsIn<newest.SeamHttpEndpointQueryPaths>, PathsIn<ours.SeamHttpEndpointQueryPaths>>>,
  Assert<Same<PathsIn<newest.SeamHttpEndpointPaginatedQueryPaths>, ours.SeamHttpEndpointPaginatedQueryPaths>>,
  Assert<
    Same<PathsIn<newest.SeamHttpEndpointMutationPaths>, Newer<PathsIn<ours.SeamHttpEndpointMutationPaths>>>
  >,
  Assert<
    Same<
      PathsIn<newest.SeamHttpEndpointWithoutWorkspaceQueryPaths>,
      ours.SeamHttpEndpointWithoutWorkspaceQueryPaths
    >
  >,
  Assert<
    Same<
      PathsIn<newest.SeamHttpEndpointWithoutWorkspaceMutationPaths>,
      ours.SeamHttpEndpointWithoutWorkspaceMutationPaths
    >
  >,
  None<Unexpected<Exclude<PathsIn<keyof Older, OlderNamespace>, keyof Ours>, exceptions.OlderCallsNotHad>>,
  None<NotFound<Exclude<PathsIn<keyof Older, OlderNamespace>, keyof Ours>, exceptions.OlderCallsNotHad>>,
]

// The classes: every name in a class of theirs is in ours, and every call there takes the same arguments.
type NewestClasses = typeof newest
type OlderClasses = typeof older
type OurClasses = typeof ours
type NewestClass = ClassesIn<keyof NewestClasses>
type OlderClass = Extract<ClassesIn<keyof OlderClasses, OlderNamespace>, keyof OurClasses>

type LackedOfNewest = Lacking<NewestClasses, OurClasses, NewestClass>
/** Without the paths of namespaces in which the older generation is not compared. */
type OfOlder<Found> = Exclude<Found, `SeamHttpEndpoints()./${Exclude<Namespace, OlderNamespace>}/${string}`>
type LackedOfOlder = OfOlder<Exclude<Lacking<OlderClasses, OurClasses, OlderClass>, LackedOfNewest>>
type RefusedOfNewest = RefusedCalls<NewestClasses, OurClasses, NewestClass>
type RefusedOfOlder = OfOlder<RefusedCalls<OlderClasses, OurClasses, OlderClass>>
type UnfitOfNewest = UnfitCalls<NewestClasses, OurClasses, NewestClass>
type UnfitOfOlder = OfOlder<UnfitCalls<OlderClasses, OurClasses, OlderClass>>
export type ClassesFit = [
  Assert<Same<ClassesIn<keyof OurClasses>, NewestClass>>,
  None<Unexpected<LackedOfNewest, exceptions.NewestLacked>>,
  None<NotFound<LackedOfNewest, exceptions.NewestLacked>>,
  None<Unexpected<LackedOfOlder, exceptions.OlderLacked>>,
  None<NotFound<LackedOfOlder, exceptions.OlderLacked>>,
  None<Unexpected<RefusedOfNewest, exceptions.NewestCallsRefused>>,
  None<NotFound<RefusedOfNewest, exceptions.NewestCallsRefused>>,
  None<
    Exclude<
      Unexpected<RefusedOfOlder, exceptions.NewestCallsRefused>,
      RefusedCalls<OlderClasses, NewestClasses, OlderClass>
    >
  >,
  None<Unexpected<UnfitOfNewest, exceptions.NewestCallsUnfit>>,
  None<NotFound<UnfitOfNewest, exceptions.NewestCallsUnfit>>,
  None<
    Exclude<
      Unexpected<UnfitOfOlder, exceptions.NewestCallsUnfit>,
      UnfitCalls<OlderClasses, NewestClasses, OlderClass>
    >
  >,
  None<RefusedFactories<NewestClasses, OurClasses, NewestClass>>,
  None<RefusedFactories<OlderClasses, OurClasses, OlderClass>>,
]
