// The page: what is at its edges, and who it is connected to. What is typed lives above the connection, so that it outlives a session.
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { type Connection, ConnectionProvider } from './connection/connection'
import { reportError, sessionHasBegun } from './connection/session'
import { SignIn } from './connection/sign-in'
import { DeletionsProvider } from './deletions/deletions'
import { DraftsProvider } from './form/drafts'
import { Header } from './header'
import { useSpeech } from './language/language'
import { LockList } from './locks/lock-list'
import { announce, useAnnouncement, useChosenLock } from './page-state'
import { Faults } from './practice/faults'
import { Banners } from './problems/banners'
import { ChunkBoundary } from './problems/chunk-boundary'
import { ErrorNotice } from './problems/error-notice'
import { WaitsProvider } from './waits/waits'

const LockPage = lazy(() => import('./lock/lock-page'))

const cache = new QueryClient({
  queryCache: new QueryCache({ onError: reportError }),
  defaultOptions: { queries: { staleTime: 10_000, refetchInterval: 30_000 } },
})

export const App = () => {
  const { page, practice } = useSpeech().texts
  const [connection, setConnection] = useState<Connection>()
  const [failure, setFailure] = useState<{ error: unknown; retry: () => void }>()
  // Counts whose locks are shown: what is under way with some must not go on with others.
  const [visit, setVisit] = useState(0)
  const [isSigningIn, setSigningIn] = useState(false)
  const [hasDrawer, setDrawer] = useState(false)
  const chosen = useChosenLock()
  const announced = useAnnouncement()

  const take = (next: Connection, isSameLocks: boolean) => {
    sessionHasBegun()
    setFailure(undefined)
    setConnection(next)
    if (!isSameLocks) setVisit(visit + 1)
    setSigningIn(false)
  }
  const startPractice = () => {
    import('./practice/practice')
      .then(({ connectToPractice }) => connectToPractice(practice.names))
      .then(
        (next) => take(next, false),
        (error) => setFailure({ error, retry: startPractice }),
      )
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is opened
  useEffect(startPractice, [])
  /** The locks of one connection are none of another. */
  const leaveTo = (connect: () => void) => {
    location.hash = '/'
    connect()
  }
  const signInAgain = () => {
    if (connection?.renew === undefined) setSigningIn(true)
    else
      connection.renew().then(
        (next) => take(next, true),
        (error) => setFailure({ error, retry: signInAgain }),
      )
  }
  const isPractice = connection?.practice !== undefined

  return (
    <DraftsProvider>
      <Header
        isPractice={isPractice}
        hasDrawer={hasDrawer}
        onDrawer={() => setDrawer(!hasDrawer)}
        onSignIn={() => setSigningIn(true)}
        onPractice={() => leaveTo(startPractice)}
      />
      <Banners onSignIn={signInAgain} />
      {failure !== undefined && <ErrorNotice error={failure.error} onRetry={failure.retry} />}
      {connection === undefined ? (
        <main className="quiet">{page.loading}</main>
      ) : (
        <QueryClientProvider client={cache}>
          <ConnectionProvider value={connection}>
            <WaitsProvider key={visit}>
              <DeletionsProvider>
                <main
                  className="columns"
                  id="content"
                  tabIndex={-1}
                  data-chosen={chosen !== undefined}
                  data-drawer={hasDrawer && isPractice}
                >
                  <LockList chosen={chosen} />
                  <div className="lock-page">
                    <ChunkBoundary key={chosen} instead={(again) => <ChunkFailure onRetry={again} />}>
                      <Suspense fallback={<p className="quiet">{page.loading}</p>}>
                        {chosen === undefined ? <Choose /> : <LockPage key={chosen} deviceId={chosen} />}
                      </Suspense>
                    </ChunkBoundary>
                  </div>
                  {hasDrawer && isPractice && (
                    <Faults
                      deviceId={chosen}
                      onClose={() => setDrawer(false)}
                      onRestart={() => leaveTo(startPractice)}
                    />
                  )}
                </main>
              </DeletionsProvider>
            </WaitsProvider>
          </ConnectionProvider>
        </QueryClientProvider>
      )}
      <div className="announcement" role="status">
        {announced !== '' && (
          <>
            <p>{announced}</p>
            <button type="button" aria-label={page.close} onClick={() => announce('')}>
              <svg aria-hidden="true" viewBox="0 0 16 16">
                <path d="M4 4l8 8M12 4l-8 8" />
              </svg>
            </button>
          </>
        )}
      </div>
      {isSigningIn && (
        <SignIn
          onConnected={(next) => leaveTo(() => take(next, !isPractice))}
          onClose={() => setSigningIn(false)}
        />
      )}
    </DraftsProvider>
  )
}

const Choose = () => <p className="quiet choose">{useSpeech().texts.lock.choose}</p>

const ChunkFailure = ({ onRetry }: { onRetry: () => void }) => {
  const { page } = useSpeech().texts
  return (
    <div className="notice failing" role="alert">
      <p>{page.chunkFailed}</p>
      <button type="button" onClick={onRetry}>
        {page.again}
      </button>
    </div>
  )
}
