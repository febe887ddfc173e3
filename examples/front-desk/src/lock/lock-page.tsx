// The page of one lock. A chunk of its own, with seam-edge/status and seam-edge/events.
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { type AccessCode, isSeamHttpApiError } from 'seam-edge'
import { queryOptions } from 'seam-edge/query'
import { diagnose } from 'seam-edge/status'
import { useConnection } from '../connection/connection'
import { useDeletions } from '../deletions/deletions'
import { LiveEvents } from '../events/live-events'
import { useDrafts } from '../form/drafts'
import { useSpeech } from '../language/language'
import { LockFacts } from '../locks/lock-facts'
import { useNow } from '../page-state'
import { ErrorNotice } from '../problems/error-notice'
import { AdviceList } from './advice-list'
import { CodeDetails } from './code-details'
import { Picture } from './picture'
import { withState } from './state'
import { zoneOf } from './zone'

const CodeForm = lazy(() => import('../form/code-form'))
const none: AccessCode[] = []

export default function LockPage({ deviceId }: { deviceId: string }) {
  const { texts, words } = useSpeech()
  const { devices, codes } = useConnection()
  const { pending } = useDeletions()
  const { draft, create } = useDrafts()
  const now = useNow()
  const heading = useRef<HTMLHeadingElement>(null)

  const lock = useQuery(queryOptions(devices, '/devices/get', { device_id: deviceId }))
  const listed = useQuery(queryOptions(codes, '/access_codes/list', { device_id: deviceId }))
  const isRemoved = isSeamHttpApiError(lock.error) && lock.error.statusCode === 404
  const device = lock.data
  const { zone, isKnown } = zoneOf(device)
  const existing = listed.data ?? none

  // Who has chosen a lock goes on reading here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each lock anew
  useEffect(() => heading.current?.focus(), [deviceId, device === undefined])

  if (device === undefined) {
    if (isRemoved) return <Removed />
    if (lock.error !== null) return <ErrorNotice error={lock.error} onRetry={() => lock.refetch()} />
    return <p className="quiet">{texts.page.loading}</p>
  }
  const shown = existing
    .filter(({ access_code_id }) => !pending.has(access_code_id))
    .map((code) => withState(code, now))
  const trouble = diagnose(device, { now })
  const edited = existing.find(({ access_code_id }) => access_code_id === draft?.codeId)
  // What was typed into a change outlives its code, once it is known that the code is gone.
  const isOfHere = listed.data !== undefined && draft?.deviceId === deviceId
  const hasForm = draft !== undefined && (draft.codeId === undefined || edited !== undefined || isOfHere)
  return (
    <>
      <a className="back" href="#/">
        {texts.lock.back}
      </a>
      <h2 ref={heading} tabIndex={-1} id="lock">
        {device.display_name}
      </h2>
      <LockFacts device={device} />
      <p className="quiet">{isKnown ? texts.lock.zone(zone) : texts.lock.zoneUnknown}</p>
      {isRemoved && <Removed />}
      {lock.error !== null && !isRemoved && <ErrorNotice error={lock.error} onRetry={() => lock.refetch()} />}
      {trouble.advice.length > 0 && !isRemoved && (
        <section aria-label={texts.lock.problems}>
          <p>
            <strong>{words.summary(trouble)}</strong>
          </p>
          <AdviceList advice={trouble.advice} />
        </section>
      )}
      <section aria-labelledby="codes-title">
        <div className="section-head">
          <h3 id="codes-title">{texts.codes.title}</h3>
          {!hasForm && !isRemoved && (
            <button type="button" className="primary" onClick={() => create(now, zone)}>
              {texts.lock.create}
            </button>
          )}
        </div>
        {hasForm && (
          <Suspense fallback={<p className="quiet">{texts.page.loading}</p>}>
            <CodeForm
              key={draft.codeId ?? ''}
              device={device}
              existing={existing}
              edited={edited}
              zone={zone}
              isRemoved={isRemoved}
            />
          </Suspense>
        )}
        {listed.error !== null && !isRemoved && (
          <ErrorNotice error={listed.error} onRetry={() => listed.refetch()} />
        )}
        {listed.isPending && !isRemoved && <p className="quiet">{texts.page.loading}</p>}
        {listed.data !== undefined && !isRemoved && shown.length === 0 && (
          <p className="quiet">{texts.codes.none}</p>
        )}
        {shown.length > 0 && (
          <Picture
            codes={shown}
            now={now}
            zone={zone}
            details={(item) => <CodeDetails item={item} device={device} now={now} zone={zone} />}
          />
        )}
      </section>
      {!isRemoved && <LiveEvents deviceId={deviceId} zone={zone} />}
    </>
  )
}

const Removed = () => {
  const { lock } = useSpeech().texts
  return (
    <div className="notice failing" role="alert">
      <p>
        <strong>{lock.removed}</strong> {lock.removedDetail}
      </p>
    </div>
  )
}
