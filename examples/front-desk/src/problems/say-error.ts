// What an error of seam-edge is for a receptionist: what happened, and what to do.
import {
  isSeamHttpApiError,
  isSeamHttpTransportError,
  isSeamHttpUnauthorizedError,
  isSeamValidationError,
} from 'seam-edge'
import type { Wording } from 'seam-edge/messages'
import { OfflineError } from '../connection/online'
import type { Texts } from '../language/en'

export interface Said {
  title: string
  detail?: string
}

export const sayError = (error: unknown, { problems }: Texts, words: Wording): Said => {
  if (isSeamHttpUnauthorizedError(error)) {
    return { title: problems.sessionEnded, detail: problems.sessionEndedDetail }
  }
  if (isSeamValidationError(error)) {
    return {
      title: problems.refused,
      detail: error.issues.map((issue) => words.issue(issue).message).join(' '),
    }
  }
  if (isSeamHttpApiError(error)) return sayAnswer(error, problems)
  if (isSeamHttpTransportError(error) || error instanceof OfflineError) {
    return { title: problems.noConnection, detail: problems.noConnectionDetail }
  }
  // By its name: its class is in the chunk with seam-edge/status.
  if (error instanceof Error && error.name === 'SeamAccessCodeConflictError') {
    return { title: problems.conflict, detail: problems.conflictDetail }
  }
  return { title: problems.unexpected, ...(error instanceof Error && { detail: error.message }) }
}

const sayAnswer = (
  error: { statusCode: number; message: string /** In ms. */; retryAfter?: number },
  problems: Texts['problems'],
): Said => {
  if (error.statusCode === 429) {
    return {
      title: problems.tooMany,
      detail: problems.tooManyDetail(String(Math.ceil((error.retryAfter ?? 60_000) / 1000))),
    }
  }
  if (error.statusCode >= 500) return { title: problems.outage, detail: problems.outageDetail }
  if (error.statusCode === 404) return { title: problems.notFound, detail: problems.notFoundDetail }
  return { title: problems.refused, detail: error.message }
}
