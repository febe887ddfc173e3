// What Node, Bun and Deno print of an object that holds secrets.
// Does not choose what is shown: the object's own `toJSON` does.

/**
 * Makes an object print as its `toJSON` says. Done per object, because a computed method name that is not a well-known
 * symbol would keep bundlers from dropping the class where it is not used.
 */
export const redactWhenLogged = (value: { toJSON(): object }): void => {
  Object.defineProperty(value, Symbol.for('nodejs.util.inspect.custom'), { value: () => value.toJSON() })
}
