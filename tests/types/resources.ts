// How resources narrow: errors, warnings and pending mutations by their codes, listed or not; action attempts by what
// was asked and by what became of it.
import type {
  AccessCode,
  AccessCodeError,
  AccessCodeStatus,
  AccessCodeType,
  AccessCodeWarning,
  ActionAttempt,
  Device,
  DoorActionResult,
  FailedActionAttempt,
  ModifiedField,
  PendingMutation,
  SeamEvent,
  SucceededActionAttempt,
  UnmanagedAccessCode,
  UnmanagedDevice,
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

/** Lists of some servers hold managed and unmanaged ones. */
export function changesOf(code: AccessCode | UnmanagedAccessCode, device: Device | UnmanagedDevice): number {
  // @ts-expect-error codes that Seam does not manage have no changes under way
  code.pending_mutations
  if (!code.is_managed) return code.cannot_be_managed === true ? 0 : code.errors.length
  if (device.is_managed) device satisfies Device
  else device satisfies UnmanagedDevice
  return code.pending_mutations.length
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

export function outcomeOf(attempt: ActionAttempt): string {
  // What every attempt has needs no narrowing.
  const id: string = attempt.action_attempt_id
  if (attempt.status === 'error') {
    const kind: string = attempt.error.type
    attempt.result satisfies null
    return kind + attempt.error.message
  }
  if (attempt.status === 'pending') {
    attempt.result satisfies null
    // @ts-expect-error nothing has failed yet
    attempt.error.message
    return 'pending'
  }
  return attempt.status === 'success' ? `${id} done` : String(attempt.status)
}

export function resultOf(attempt: ActionAttempt): string | boolean | undefined {
  // @ts-expect-error the result is there only after success
  attempt.result.was_confirmed_by_device
  if (attempt.status !== 'success') return undefined
  attempt.error satisfies null
  // @ts-expect-error not every action is confirmed
  attempt.result.was_confirmed_by_device
  switch (attempt.action_type) {
    case 'LOCK_DOOR':
    case 'UNLOCK_DOOR':
      // @ts-expect-error a door has no credential
      attempt.result.acs_credential_id
      return attempt.result.was_confirmed_by_device
    case 'CREATE_ACCESS_CODE':
      return String(attempt.result.access_code.access_code_id)
    case 'UPDATE_ACCESS_CODE':
      // @ts-expect-error a server may leave it out
      attempt.result.access_code.access_code_id
      return String(attempt.result.access_code?.access_code_id)
    case 'CREATE_NOISE_THRESHOLD':
      return String(attempt.result.noise_threshold.noise_threshold_id)
    case 'SCAN_CREDENTIAL':
      return attempt.result.acs_credential_on_encoder?.visionline_metadata?.card_id
    case 'ENCODE_CREDENTIAL':
      return attempt.result.acs_credential_id
    case 'ASSIGN_CREDENTIAL':
      return attempt.result.access_method_id
    case 'SYNC_ACCESS_CODES':
      // @ts-expect-error there is nothing in it
      return attempt.result.access_code
    // @ts-expect-error no action is called this
    case 'OPEN_SESAME':
      return undefined
    default:
      return String(attempt.action_type) === 'AN_ACTION_OF_TOMORROW'
  }
}

export function failureOf(attempt: ActionAttempt): string | undefined {
  if (attempt.action_type !== 'ENCODE_CREDENTIAL') return undefined
  // Either key may narrow first.
  if (attempt.status === 'success') return attempt.result.display_name
  // @ts-expect-error it may still be under way
  attempt.error.type
  if (attempt.status !== 'error') return undefined
  // Listed failures complete in an editor, and any other is taken.
  const tomorrow: typeof attempt.error.type = 'a_failure_of_tomorrow'
  return attempt.error.type === 'incompatible_card_format' ? 'another card, please' : tomorrow
}

type Locking = Extract<ActionAttempt, { action_type: 'LOCK_DOOR' }>
export type Locked = Assert<Same<SucceededActionAttempt<Locking>['result'], DoorActionResult>>
export type NotLocked = Assert<Same<FailedActionAttempt<Locking>['result'], null>>
export type Confirmation = Assert<Same<DoorActionResult, { was_confirmed_by_device?: boolean | undefined }>>
export type SomeFailed = Assert<Same<FailedActionAttempt<ActionAttempt>['status'], 'error'>>

export type IsManaged = Assert<Same<AccessCode['is_managed'], true>>
export type CodeCanBeMissing = Assert<Same<AccessCode['code'], string | null>>
export type ErrorsAreListed = Assert<Same<AccessCode['errors'][number], AccessCodeError>>
export type IdIsText = Assert<Same<Device['device_id'], string>>
