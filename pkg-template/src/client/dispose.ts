// `using`: objects whose use ends with a block, where the runtime and the user's TypeScript know of it.
// What happens then is for each object's own `free`.

/** Declares `[Symbol.dispose]` for those whose TypeScript has it (`lib: esnext.disposable`), and nothing for others. */
export type Disposing = typeof Symbol extends { readonly dispose: infer Dispose extends symbol }
  ? { [Name in Dispose]: () => void }
  : object

/** Makes `using value = …` call `free`. Done per object, since a class with a computed name cannot be dropped by bundlers. */
export const freeAfterUse = (value: { free(): void }): void => {
  const { dispose } = Symbol as { dispose?: symbol }
  if (dispose !== undefined) Object.defineProperty(value, dispose, { value: () => value.free() })
}
