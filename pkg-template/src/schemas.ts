// `seam-edge/schemas`, and what `schemas` holds: a Standard Schema for each parameter object and each resource, by the name of its type.
// A module of its own, because bundlers drop what is not used of a module, and nothing of an object.
export * from './generated/validators.js'
