// Which colour and word a code has in the picture, from its diagnosis.
import type { AccessCode } from 'seam-edge'
import { type Diagnosis, type DiagnosisVerdict, diagnose } from 'seam-edge/status'
import type { Texts } from '../language/en'

export type State = keyof Texts['codes']['states']

const states: Record<DiagnosisVerdict, State> = {
  active: 'set',
  programming: 'setting',
  scheduled: 'scheduled',
  attention: 'attention',
  failed: 'failing',
  removing: 'removing',
  expired: 'over',
  unknown: 'unknown',
}

export interface CodeWithState {
  code: AccessCode
  state: State
  diagnosis: Diagnosis
}

export const withState = (code: AccessCode, now: number): CodeWithState => {
  const diagnosis = diagnose(code, { now })
  return { code, diagnosis, state: states[diagnosis.verdict] }
}
