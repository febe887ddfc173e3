// The locks, each a link to its page.
import { useInfiniteQuery } from '@tanstack/react-query'
import { infiniteQueryOptions } from 'seam-edge/query'
import { useConnection } from '../connection/connection'
import { useSpeech } from '../language/language'
import { ErrorNotice } from '../problems/error-notice'
import { LockFacts } from './lock-facts'

export const LockList = ({ chosen }: { chosen: string | undefined }) => {
  const { locks, page } = useSpeech().texts
  const { devices } = useConnection()
  const list = useInfiniteQuery(infiniteQueryOptions(devices, '/devices/list'))
  const { error, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, refetch } = list
  const data = list.data?.pages.flatMap(({ items }) => items)
  return (
    <nav className="locks" aria-labelledby="locks-title">
      <h2 id="locks-title">{locks.title}</h2>
      {error !== null && (
        <ErrorNotice error={error} onRetry={() => (isFetchNextPageError ? fetchNextPage() : refetch())} />
      )}
      {data === undefined && error === null && <p className="quiet">{page.loading}</p>}
      {data?.length === 0 && <p className="quiet">{locks.none}</p>}
      <ul>
        {data?.map((device) => (
          <li key={device.device_id}>
            <a href={`#/${device.device_id}`} aria-current={device.device_id === chosen ? 'page' : undefined}>
              <span className="lock-name">
                {device.display_name}
                <small>{device.device_manufacturer?.display_name ?? device.properties.manufacturer}</small>
              </span>
              <LockFacts device={device} />
              {device.errors.length > 0 && <span className="badge attention">{locks.attention}</span>}
            </a>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" disabled={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {isFetchingNextPage ? page.loading : locks.more}
        </button>
      )}
    </nav>
  )
}
