// What consoles and JSON show of an object that holds secrets.
// Does not choose what that is: whoever makes the object does.

/**
 * Makes an object show as something else, when Node, Bun or Deno print it and when it is made into JSON. Done per object, because
 * a computed method name that is not a well-known symbol would keep bundlers from dropping a class where it is not used.
 */
export const showAs = (value: object, shown: () => object): void => {
  for (const name of ['toJSON', Symbol.for('nodejs.util.inspect.custom')]) {
    Object.defineProperty(value, name, { value: shown })
  }
}
