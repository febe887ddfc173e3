// The locks, each a link to its page.
import { useQuery } from '@tanstack/react-query'
import { queryOptions } from 'seam-edge/query'
import { useConnection } from '../connection/connection'
import { useSpeech } from '../language/language'
import { ErrorNotice } from '../problems/error-notice'
import { LockFacts } from './lock-facts'

export const LockList = ({ chosen }: { chosen: string | undefined }) => {
  const { locks, page } = useSpeech().texts
  const { devices } = useConnection()
  const { data, error, refetch } = useQuery(queryOptions(devices, '/devices/list'))
  return (
    <nav className="locks" aria-labelledby="locks-title">
      <h2 id="locks-title">{locks.title}</h2>
      {error !== null && <ErrorNotice error={error} onRetry={() => refetch()} />}
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
    </nav>
  )
}
