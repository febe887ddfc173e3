// What the schemas are to TypeScript: which values each is for, and what comes of one.
import type {
  AccessCode,
  AccessCodesCreateParameters,
  AccessCodesGetParameters,
  DevicesListParameters,
  SeamEvent,
} from 'seam-edge'
import type { StandardSchemaV1 } from 'seam-edge/schemas'
import * as schemas from 'seam-edge/schemas'
import { type Assert, any, type Same } from './expect.js'

export type Create = typeof schemas.accessCodesCreateParameters
export type Inferred = [
  Assert<Same<StandardSchemaV1.InferInput<Create>, AccessCodesCreateParameters>>,
  Assert<Same<StandardSchemaV1.InferOutput<Create>, AccessCodesCreateParameters>>,
  Assert<
    Same<StandardSchemaV1.InferOutput<typeof schemas.accessCodesGetParameters>, AccessCodesGetParameters>
  >,
  Assert<Same<StandardSchemaV1.InferInput<typeof schemas.devicesListParameters>, DevicesListParameters>>,
  Assert<Same<StandardSchemaV1.InferOutput<typeof schemas.accessCode>, AccessCode>>,
  Assert<Same<StandardSchemaV1.InferOutput<typeof schemas.seamEvent>, SeamEvent>>,
]

export function read(value: unknown): AccessCode | string {
  // Whatever the value is, and without an await.
  const result = schemas.accessCode['~standard'].validate(value)
  // @ts-expect-error there may be none
  result.value
  if (result.issues) return result.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join()
  return result.value
}

export const vendor: string = schemas.device['~standard'].vendor
export const version: 1 = schemas.device['~standard'].version
// @ts-expect-error no resource has this name
schemas.accessCodes
// @ts-expect-error a schema is made by nobody else
any<Create>()['~standard'].vendor = 'x'
