// Where an instant lies in the picture: two days back, six ahead, in per cent of its width.

const day = 86_400_000
const back = 2 * day
const ahead = 6 * day

export interface Scale {
  start: number
  end: number
  /** Midnights of the lock, to draw lines at. */
  days: number[]
  at: (instant: number) => number
}

export const scaleAround = (now: number, zone: string): Scale => {
  const start = now - back
  const end = now + ahead
  const at = (instant: number) => Math.min(100, Math.max(0, ((instant - start) / (end - start)) * 100))
  const days: number[] = []
  for (
    let instant = firstMidnight(start, zone);
    instant < end;
    instant = firstMidnight(instant + day / 2, zone)
  ) {
    days.push(instant)
  }
  return { start, end, days, at }
}

const firstMidnight = (after: number, zone: string): number => {
  const format = new Intl.DateTimeFormat('sv', { timeStyle: 'medium', timeZone: zone })
  const [hours = 0, minutes = 0, seconds = 0] = format.format(after).split(':').map(Number)
  return after + day - ((hours * 60 + minutes) * 60 + seconds) * 1000 - (after % 1000)
}
