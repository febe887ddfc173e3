// Which public names of the npm package have no documentation. What an alias of a type is made of needs none beside that of the alias: its members are
// told apart by their codes.

/** An interface of values in messages, whose own comment speaks for its members: they are named after codes. */
const speaksForItsMembers = ['IssueParameters']

/** The full names of what has no documentation; `project` and the kinds are TypeDoc's. */
export function undocumentedIn(project, { Module, Namespace, Class, Interface }) {
  const modules = Module | Namespace
  const classes = Class | Interface

  const found = []
  visit(project, (reflection) => {
    if (!needsOwn(reflection, modules, classes)) return
    const documented =
      reflection.hasComment() || reflection.signatures?.every((signature) => signature.hasComment())
    const accessor = reflection.getSignature?.hasComment() || reflection.setSignature?.hasComment()
    if (!documented && !accessor) found.push(reflection.getFullName())
  })
  return found
}

function visit(reflection, look) {
  reflection.traverse((child) => {
    if (!child.isSignature?.() && !child.isTypeParameter?.()) look(child)
    if (!child.isTypeAlias?.()) visit(child, look)
    return true
  })
}

function needsOwn(reflection, modules, classes) {
  if (reflection.isDocument?.() || reflection.isReference?.() || !reflection.isDeclaration?.()) return false
  const { parent } = reflection
  if (parent.kindOf(modules)) return true
  if (reflection.inheritedFrom !== undefined || reflection.name === 'constructor') return false
  return parent.kindOf(classes) && !speaksForItsMembers.includes(parent.name)
}
