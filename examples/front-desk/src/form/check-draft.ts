// What a draft is to Seam, and what the lock has against it.
import type { AccessCode, Device } from 'seam-edge'
import type { Wording } from 'seam-edge/messages'
import { checkAccessCode } from 'seam-edge/rules'
import type { Texts } from '../language/en'
import { fromLocal, isLocal } from '../lock/zone'
import type { Draft } from './drafts'

export type FieldName = 'name' | 'code' | 'starts_at' | 'ends_at' | 'all'

export interface Verdict {
  /** The first error of each field. */
  errors: Partial<Record<FieldName, string>>
  notes: Partial<Record<FieldName, string[]>>
}

export interface Around {
  device: Device
  existing: AccessCode[]
  zone: string
  now: number
}

export const parametersOf = (draft: Draft, { device, zone }: Around) => {
  const starts_at = draft.isLimited ? fromLocal(draft.starts, zone) : undefined
  const ends_at = draft.isLimited ? fromLocal(draft.ends, zone) : undefined
  return {
    device_id: device.device_id,
    ...(draft.name.trim() !== '' && { name: draft.name.trim() }),
    ...(draft.code.trim() !== '' && { code: draft.code.trim() }),
    ...(starts_at !== undefined && { starts_at }),
    ...(ends_at !== undefined && { ends_at }),
  }
}

/** Parameters of a change; a code without an end becomes an ongoing one. */
export const changeOf = (draft: Draft & { codeId: string }, around: Around) => ({
  ...parametersOf(draft, around),
  access_code_id: draft.codeId,
  type: draft.isLimited ? ('time_bound' as const) : ('ongoing' as const),
})

export const checkDraft = (draft: Draft, around: Around, texts: Texts['form'], words: Wording): Verdict => {
  const { device, existing, zone, now } = around
  const errors: Verdict['errors'] = {}
  const notes: Verdict['notes'] = {}
  for (const [field, local] of [
    ['starts_at', draft.starts],
    ['ends_at', draft.ends],
  ] as const) {
    if (!draft.isLimited) continue
    if (!isLocal(local)) errors[field] = texts.incomplete
    else if (fromLocal(local, zone) === undefined) errors[field] = texts.noSuchTime
  }
  const { codeId } = draft
  const parameters =
    codeId === undefined ? parametersOf(draft, around) : changeOf({ ...draft, codeId }, around)
  for (const issue of checkAccessCode(parameters, { device, existing, now }).issues) {
    const field = fieldOf(issue.path)
    const { message, help } = words.issue(issue)
    const said = help === undefined ? sentence(message) : `${sentence(message)} ${sentence(help)}`
    // A time that cannot be read has been said to be so.
    if (issue.severity === 'error') errors[field] ??= said
    else notes[field] = [...(notes[field] ?? []), said]
  }
  return { errors, notes }
}

const fieldOf = (path: string): FieldName => {
  const fields: FieldName[] = ['name', 'code', 'starts_at', 'ends_at']
  return fields.find((field) => path === field) ?? 'all'
}

/** Words for guests begin with a capital, and end as they happen to. */
const sentence = (text: string): string =>
  text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.')
