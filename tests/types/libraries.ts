// The schemas where a Standard Schema is expected: by the standard's own types, and in the libraries that are tested in
// tests/npm/schemas/schemas-in-libraries.test.mjs, which have to infer our types from them.
import { sValidator } from '@hono/standard-validator'
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import type { StandardSchemaV1 as Official } from '@standard-schema/spec'
import { Hono } from 'hono'
import { createFormControl } from 'react-hook-form'
import { type AccessCode, type AccessCodesCreateParameters, type StandardSchemaV1, schemas } from 'seam-edge'
import { type Assert, any, type Same } from './expect.js'

export const each: readonly Official[] = Object.values(schemas)
export const official: Official<AccessCodesCreateParameters> = schemas.accessCodesCreateParameters
// @ts-expect-error of another resource
export const another: Official<AccessCode> = schemas.accessCodesCreateParameters

export type Inferred = [
  Assert<Same<Official.InferInput<typeof schemas.accessCodesCreateParameters>, AccessCodesCreateParameters>>,
  Assert<Same<Official.InferOutput<typeof schemas.accessCode>, AccessCode>>,
]

// What a schema of ours answers is what the standard says.
export const asked = (schema: StandardSchemaV1<AccessCode>): Official.Result<AccessCode> =>
  schema['~standard'].validate(any<unknown>())

export const app = new Hono().post(
  '/',
  sValidator('json', schemas.accessCodesCreateParameters),
  (context) => {
    const given = context.req.valid('json')
    type _Given = Assert<Same<typeof given, AccessCodesCreateParameters>>
    return context.json({ device: given.device_id })
  },
)

const form = createFormControl({ resolver: standardSchemaResolver(schemas.accessCodesCreateParameters) })
form.register('starts_at')
// @ts-expect-error no parameter has this name
form.register('start_at')
export const submit = form.handleSubmit((given) => {
  type _Given = Assert<Same<typeof given, AccessCodesCreateParameters>>
  return given.device_id
})
