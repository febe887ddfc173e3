'use client'
// In the browser: the locks that the user may see, by the client session.
import { useEffect, useState } from 'react'
import { SeamHttp } from 'seam-edge'
import { giveCode } from './actions.js'

export function Locks({ token, endpoint }) {
  const [locks, setLocks] = useState()
  const [said, setSaid] = useState('')

  useEffect(() => {
    const leaving = new AbortController()
    const seam = SeamHttp.fromClientSessionToken(token, { endpoint })
    seam.locks.list({}, { signal: leaving.signal }).then(setLocks, (error) => {
      if (!leaving.signal.aborted) setSaid(error.message)
    })
    return () => leaving.abort()
  }, [token, endpoint])

  return (
    <>
      <ul>
        {locks?.map(({ device_id, display_name }) => (
          <li key={device_id}>
            {display_name}{' '}
            <button type="button" onClick={async () => setSaid(await giveCode(device_id))}>
              Give a guest a code
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{said}</p>
    </>
  )
}
