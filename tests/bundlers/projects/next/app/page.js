'use client'

import { useEffect } from 'react'
import { isPublishableKey } from 'seam-edge'
import { outcomeOf } from '../src/main-job.js'

export default function Page() {
  useEffect(() => {
    // Once: in development React runs each effect twice, and a second job would meet the code of the first.
    globalThis.job ??= outcomeOf(location.search).then((outcome) => {
      globalThis.outcome = outcome
    })
  }, [])
  return <p>Rendered on the server too: {String(isPublishableKey('seam_pk_1'))}</p>
}
