// What all waits share: runs the flow of a wait, and hands on what it tells. Decides nothing.
import type { Handle } from '../client/handle.js'
import { observe } from '../client/observe.js'
import { copied, optionsText, requireFunction, requireSignal } from '../client/options.js'
import { endOfFlow, type FlowHost, type FlowReport, type FlowStep, runFlow } from '../flow/run-flow.js'
import { statusFlows } from './module.js'
import type { WaitUntilRemovedOptions, WaitUntilSetOptions } from './options.js'

/** What the steps of every wait have; src/status.rs in pkg-template/wasm says which. */
export interface AnyWaitStep {
  attempt: number
  nextPollIn: number
  failedPath?: string
  message: string
}

/** The options of any wait, with progress of its own. */
export type AnyWaitOptions = Omit<WaitUntilSetOptions, 'onProgress'> & {
  onProgress?: ((progress: never) => void) | undefined
}

/**
 * Runs a wait to its end: its last step, and what its last poll failed with.
 *
 * @internal
 * @throws What a call failed with, where the wait ends for that; TypeError where there is no ID.
 */
export const runWait = async <TStep extends AnyWaitStep>(
  client: Handle,
  calls: (client: Handle, options: WaitUntilRemovedOptions) => FlowHost['call'],
  flowOf: () => [flow: string, id: string],
  options: AnyWaitOptions,
  progressOf: (report: FlowReport<TStep>) => unknown,
): Promise<{ step: FlowStep & TStep; cause: ErrorOptions }> => {
  const { signal, ...plain } = copied(options ?? {})
  requireSignal(signal)
  requireFunction('onProgress', plain.onProgress)
  const [flow, id] = flowOf()
  const ask = statusFlows()
  const { number } = ask<{ number: number }>(['start', flow, optionsText(plain)], id)
  const { maxWait: _, pollingInterval: __, until: ___, stopWhen: ____, onProgress, ...callOptions } = plain
  const host = { ask, signal: signal ?? undefined, call: calls(client, callOptions) }
  const { step, failureOf } = await endOfFlow(runFlow<TStep>(host, number), (report) =>
    observe(onProgress ?? undefined, progressOf(report) as never),
  )
  return { step, cause: step.failedPath === undefined ? {} : { cause: failureOf(step.failedPath) } }
}

/** What a look failed with, if it did. */
export const errorOf = ({ step, failureOf }: FlowReport<AnyWaitStep>): { error?: unknown } =>
  step.failedPath === undefined ? {} : { error: failureOf(step.failedPath) }
