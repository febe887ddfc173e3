// The schemas where a Standard Schema is expected, and the queries of seam-edge/query, by the types of the libraries that they are tested with in
// tests/npm/schemas/ and tests/npm/query/, which have to infer our types from them.
import { sValidator } from '@hono/standard-validator'
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import type { StandardSchemaV1 as Official } from '@standard-schema/spec'
import {
  type InfiniteData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useSuspenseQuery,
} from '@tanstack/react-query'
import { Hono } from 'hono'
import { createFormControl } from 'react-hook-form'
import type { AccessCode, AccessCodesCreateParameters, Device, SeamHttp } from 'seam-edge'
import {
  infiniteQueryOptions,
  mutationOptions,
  queryOptions,
  type SeamPage,
  swrInfiniteOptions,
  swrMutationOptions,
  swrOptions,
} from 'seam-edge/query'
import type { StandardSchemaV1 } from 'seam-edge/schemas'
import * as schemas from 'seam-edge/schemas'
import useSWR from 'swr'
import useSWRInfinite from 'swr/infinite'
import useSWRMutation from 'swr/mutation'
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

const seam = any<SeamHttp>()
const client = any<QueryClient>()
export const useAll = async () => {
  const listed = useQuery(queryOptions(seam, '/devices/list'))
  type _Listed = Assert<Same<typeof listed.data, Device[] | undefined>>
  const names = useQuery({
    ...queryOptions(seam, '/devices/list'),
    select: (devices) => devices.map(({ display_name }) => display_name),
    enabled: false,
  })
  type _Names = Assert<Same<typeof names.data, string[] | undefined>>
  const suspended = useSuspenseQuery(queryOptions(seam, '/devices/get', { device_id: 'a' }))
  type _Suspended = Assert<Same<typeof suspended.data, Device>>
  const fetched = await client.fetchQuery(queryOptions(seam, '/devices/get', { device_id: 'a' }))
  type _Fetched = Assert<Same<typeof fetched, Device>>
  const pages = useInfiniteQuery(infiniteQueryOptions(seam, '/devices/list'))
  type _Pages = Assert<Same<typeof pages.data, InfiniteData<SeamPage<'/devices/list'>> | undefined>>
  const creation = useMutation(mutationOptions(seam, '/access_codes/create'))
  creation.mutate({ device_id: 'a' }, { onSuccess: ({ access_code_id }) => access_code_id })
  // @ts-expect-error a slip
  creation.mutate({ device: 'a' })
  type _Created = Assert<Same<typeof creation.data, AccessCode | undefined>>
  const session = useMutation(mutationOptions(seam, '/client_sessions/create'))
  session.mutate({})
}

export const useSwr = () => {
  const list = swrOptions(seam, '/devices/list')
  const listed = useSWR(list.key, list.fetcher, list.config)
  type _Listed = Assert<Same<typeof listed.data, Device[] | undefined>>
  const infinite = swrInfiniteOptions(seam, '/devices/list')
  const pages = useSWRInfinite(infinite.getKey, infinite.fetcher, infinite.config)
  type _Pages = Assert<Same<typeof pages.data, SeamPage<'/devices/list'>[] | undefined>>
  const create = swrMutationOptions(seam, '/access_codes/create')
  const creation = useSWRMutation(create.key, create.fetcher)
  // @ts-expect-error a slip
  creation.trigger({ device: 'a' })
  type _Created = Assert<Same<typeof creation.data, AccessCode | undefined>>
  return creation.trigger({ device_id: 'a' })
}
