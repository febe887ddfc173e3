// The runner of flows (src/flow.rs): makes the calls that a flow wants, sleeps, and reports what came of it. Decides nothing.
import { limited, sleep } from '../client/attempt.js'
import { SeamHttpTransportError } from '../client/errors.js'
import type { Answer } from '../client/handle.js'
import { describeFailure } from './describe-failure.js'

/** What a module is asked, and with what. */
export type Words = readonly (string | number)[]

/** Asks the module instance in which the flow lives. */
export type Ask = <T>(words: Words, text?: string) => T

/** What a flow lives on. */
export interface FlowHost {
  ask: Ask
  /** Calls an endpoint. `parameters` is a JSON object. */
  call(
    path: string,
    parameters: string,
    signal: AbortSignal | undefined,
  ): Promise<Pick<Answer, 'data' | 'nextPage' | 'date'>>
  /** Ends the flow, and everything that it is waiting for. */
  signal: AbortSignal | undefined
}

/** A step of a flow; its other members are its own. */
export interface FlowStep {
  do: 'call' | 'sleep' | 'tell' | 'done' | 'fail'
  path: string
  /** Of a call: a JSON object. */
  parameters: string
  /** Of a call: how many ms it may take; absent for as long as it takes. */
  within?: number
  ms: number
  /** Of a failure: `canceled`, `call`, or what the flow says itself. */
  why: string
}

/** A step that is for the caller, and what was known when the flow made it. */
export interface FlowReport<TStep> {
  step: FlowStep & TStep
  /** What the last call returned. */
  data: unknown
  /** What the last call of a path failed with. */
  failureOf(path: string): unknown
}

/**
 * Runs a flow that was started under a number; `started` are words that go along with its first event, and `began` is when that was. Yields its `tell` steps, and returns its
 * `done` step, or the `fail` step that says what only this flow can say.
 *
 * @throws What a call failed with, where the flow ends for that; a SeamHttpTransportError of code `ERR_CANCELED` where the signal aborts it.
 */
export async function* runFlow<TStep>(
  { ask, call, signal }: FlowHost,
  number: number,
  started: Words = [],
  began: Words = moment(),
): AsyncGenerator<FlowReport<TStep>, FlowReport<TStep>, undefined> {
  const failures = new Map<string, unknown>()
  const failureOf = (path: string): unknown => failures.get(path)
  let data: unknown
  let lastPath = ''
  let isUnderWay = true
  const next = (event: Words, value = '', at = moment()): FlowStep & TStep => {
    // A fault ends the flow.
    isUnderWay = false
    const step = ask<FlowStep & TStep>(['next', number, ...at, ...event], value)
    isUnderWay = step.do !== 'done' && step.do !== 'fail'
    return step
  }
  const made = async ({ path, parameters, within }: FlowStep): Promise<FlowStep & TStep> => {
    lastPath = path
    const limit = limited(signal, within)
    let event: Words
    let value = ''
    try {
      const answer = await call(path, parameters, limit.signal)
      data = answer.data
      const date = Date.parse(answer.date)
      // As JSON: a cursor comes back as it is, whatever is in it.
      const cursor = answer.nextPage && JSON.stringify(`${answer.nextPage}`)
      event = ['answered', cursor, Number.isNaN(date) ? '' : date]
      value = JSON.stringify(data) ?? 'null'
    } catch (error) {
      failures.set(path, error)
      event = ['canceled']
      if (!signal?.aborted) event = ['failed', ...(limit.isOver() ? ['out_of_time'] : describeFailure(error))]
    } finally {
      limit.release()
    }
    // Out here: what the flow makes of an answer is no failure of the call.
    return next(event, value)
  }
  try {
    if (signal?.aborted) throw canceled(signal, lastPath)
    for (let step = next(['started', ...started], '', began); ; ) {
      switch (step.do) {
        case 'call':
          step = await made(step)
          break
        case 'sleep':
          step = next([(await sleep(step.ms, signal)) ? 'slept' : 'canceled'])
          break
        case 'tell':
          yield { step, data, failureOf }
          step = next([signal?.aborted ? 'canceled' : 'told'])
          break
        default:
          if (step.why === 'canceled') throw canceled(signal, lastPath)
          if (step.why === 'call') throw failures.get(step.path)
          return { step, data, failureOf }
      }
    }
  } finally {
    // Where the caller leaves early.
    if (isUnderWay) {
      try {
        ask(['end', number])
      } catch {
        // An instance that a fault has ended keeps nothing, and who leaves has nothing to be told.
      }
    }
  }
}

/** What a flow is told with each event: ms on a clock that never goes back, ms since 1970 by the device, and a random number. */
export const moment = (): Words => [performance.now(), Date.now(), Math.random()]

const canceled = (signal: AbortSignal | undefined, path: string): SeamHttpTransportError =>
  new SeamHttpTransportError('canceled', {
    code: 'ERR_CANCELED',
    path,
    requestId: '',
    response: undefined,
    cause: signal?.reason,
  })

/** Runs a flow to its end; `tell` is called with what it reports on the way. */
export const endOfFlow = async <TStep>(
  flow: AsyncGenerator<FlowReport<TStep>, FlowReport<TStep>, undefined>,
  tell: (report: FlowReport<TStep>) => void = () => {},
): Promise<FlowReport<TStep>> => {
  for (;;) {
    const { done, value } = await flow.next()
    if (done) return value
    tell(value)
  }
}
