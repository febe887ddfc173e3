// How resources narrow: errors, warnings, pending mutations and action attempts by their codes, listed or not.
import type {
  AccessCode,
  AccessCodeError,
  AccessCodeStatus,
  AccessCodeType,
  AccessCodeWarning,
  ActionAttempt,
  Device,
  ModifiedField,
  PendingMutation,
  SeamEvent,
} from 'seam-edge'
import type { Assert, Fits, Same } from './expect.js'

export function explain(error: AccessCodeError): string | undefined {
  // What every error has needs no narrowing.
  const { message } = error
  switch (error.error_code) {
    case 'duplicate_code_on_device':
      return error.managed_access_code_id
    case 'conflicting_external_modification': {
      const fields: ModifiedField[] | undefined = error.modified_fields
      return fields?.[0]?.field
    }
    case 'failed_to_set_on_device':
      // @ts-expect-error only duplicates name another code
      return error.managed_access_code_id
    default:
      return message
  }
}

export function isNew(
  error: AccessCodeError,
  warning: AccessCodeWarning,
  mutation: PendingMutation,
): boolean {
  const code: string = error.error_code
  // @ts-expect-error the message of a fault is no list
  error.message.push('')
  return (
    code === 'an_error_of_tomorrow' ||
    String(warning.warning_code) === 'a_warning_of_tomorrow' ||
    String(mutation.mutation_code) === 'a_mutation_of_tomorrow'
  )
}

export function changeOf(mutation: PendingMutation): string | null | undefined {
  // @ts-expect-error not every mutation has a `from`
  mutation.from
  return mutation.mutation_code === 'updating_code' ? mutation.from.code : undefined
}

export function pinOf(event: SeamEvent): string | null | undefined {
  // What every event has needs no narrowing.
  const id: string = event.event_id
  // @ts-expect-error not every event is about a PIN
  event.code
  switch (event.event_type) {
    case 'access_code.set_on_device':
    case 'access_code.deleted':
    case 'lock.unlocked':
      return event.code
    case 'access_code.code_changed':
      return event.to.code
    case 'device.disconnected':
      return event.device_errors[0]?.error_code
    default:
      return String(event.event_type) === 'an.event_of_tomorrow' ? undefined : id
  }
}

// Listed values complete in an editor, and any other is taken.
export const statuses: AccessCodeStatus[] = ['set', 'a_status_of_tomorrow']
export const types: AccessCodeType[] = ['ongoing', 'a_type_of_tomorrow']
export type StatusIsText = Assert<Fits<string, AccessCode['status']>>
export type StatusesAreListed = Assert<Same<Same<AccessCodeStatus, string>, false>>

export function resultOf(attempt: ActionAttempt): string {
  if (attempt.status === 'error') return attempt.error.message
  if (attempt.status === 'pending') {
    attempt.result satisfies null
    // @ts-expect-error nothing has failed yet
    attempt.error.message
    return 'pending'
  }
  return attempt.status === 'success' ? 'done' : String(attempt.status)
}

export type IsManaged = Assert<Same<AccessCode['is_managed'], true>>
export type CodeCanBeMissing = Assert<Same<AccessCode['code'], string | null>>
export type ErrorsAreListed = Assert<Same<AccessCode['errors'][number], AccessCodeError>>
export type IdIsText = Assert<Same<Device['device_id'], string>>
