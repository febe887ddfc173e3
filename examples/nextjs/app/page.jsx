// The page of a user: the server mints a client session for it, the browser talks to Seam with that.
import { connection } from 'next/server'
import { Locks } from './locks.jsx'
import { seam } from './seam.js'

// In place of your own login: a random UUID that you keep for each user.
const userIdentifierKey = 'f1f1dd2d-6c3b-4a7f-b8a9-8b1f6c1e0a55'

export default async function Page() {
  await connection()
  const server = seam()
  // All locks of the workspace. In your app: the accounts of this user alone.
  const accounts = await server.connectedAccounts.list()
  const { token } = await server.clientSessions.getOrCreate({
    user_identifier_key: userIdentifierKey,
    connected_account_ids: accounts.map(({ connected_account_id }) => connected_account_id),
  })
  return (
    <main>
      <h1>Locks</h1>
      <Locks token={token} endpoint={server.client.endpoint} />
    </main>
  )
}
