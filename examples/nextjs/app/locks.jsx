'use client'
// In the browser: the locks that the user may see, by the client session.
import { useEffect, useState } from 'react'
import { SeamHttp } from 'seam-edge'
import { giveCode } from './actions.js'

export function Locks({ token, endpoint }) {
  const [locks, setLocks] = useState()
  const [said, setSaid] = useState('')
  // In place of your bookings: who the next code is for.
  const [guest, setGuest] = useState(() => crypto.randomUUID())
  const [isGiving, setIsGiving] = useState(false)

  const give = async (deviceId) => {
    setIsGiving(true)
    try {
      setSaid(await giveCode(deviceId, guest))
      setGuest(crypto.randomUUID())
    } catch {
      // The next try is for the same guest, so it finds the code if this one made it.
      setSaid('That did not work. Try again.')
    } finally {
      setIsGiving(false)
    }
  }

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
            <button type="button" disabled={isGiving} onClick={() => give(device_id)}>
              Give a guest a code
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{said}</p>
    </>
  )
}
