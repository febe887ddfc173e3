// `seam-edge/schemas`: a Standard Schema for each parameter object and each resource, by the name of its type.
export * from './generated/validators.js'
export type { StandardSchemaV1 } from './schemas/standard-schema.js'
