// What the type tests assert with. A failed assertion is an error of tsc; nothing here has a value.

/** Whether two types are one and the same; `any` is the same as nothing but `any`. */
export type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

/** Whether a value of the one type can be used as one of the other. */
export type Fits<From, To> = [From] extends [To] ? true : false

/** Takes only what holds. */
export type Assert<T extends true> = T

/** A value of a type, for code that is never run. */
export declare const any: <T>() => T
