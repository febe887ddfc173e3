// Gives back what a test has opened: every part of it, also where one of them fails to close, since what stays open keeps the test's
// process from ending.

/**
 * Closes the last opened first, and throws the first error in the end.
 * @param {Array<(() => unknown) | undefined>} closers in the order in which things were opened
 */
export const closeAll = async (closers) => {
  const errors = []
  for (const close of closers.toReversed()) {
    try {
      await close?.()
    } catch (error) {
      errors.push(error)
    }
  }
  if (errors.length > 0) throw errors[0]
}
