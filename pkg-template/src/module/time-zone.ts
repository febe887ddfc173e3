// What the runtime knows about time zones, by `Intl`: the package ships no zone database.

const formats = /* @__PURE__ */ new Map<string, Intl.DateTimeFormat>()

/** Seconds that a zone is ahead of UTC at an instant in ms since 1970; NaN where the runtime knows no such zone or no such instant. */
const offset = (zone: string, at: number): number => {
  try {
    let format = formats.get(zone)
    if (format === undefined) {
      format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
      formats.set(zone, format)
    }
    // `1/31/2026, GMT-08:00`, or `GMT` alone for UTC. Zones of long ago have seconds.
    const found = /GMT(?:([+-])(\d+):(\d+)(?::(\d+))?)?$/.exec(format.format(at))
    if (found === null) return Number.NaN
    const [, sign = '', hours = 0, minutes = 0, seconds = 0] = found
    return Number(`${sign}1`) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds))
  } catch {
    return Number.NaN
  }
}

/** The time zones as a module asks for them. */
export const zones = { offset }
