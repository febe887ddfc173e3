// Hooks of the application: they are called, and change nothing.

/** Tells a hook, which only looks on: what it throws must not make a call fail that has opened a door. */
export const observe = <T extends unknown[]>(
  hook: ((...values: T) => unknown) | undefined,
  ...values: T
): void => {
  if (hook === undefined) return
  // An async hook throws later.
  new Promise((resolve) => resolve(hook(...values))).catch((error) => console.error(error))
}
