// What a lock can do, its battery and its connection: each with a word beside the picture.
import type { Device } from 'seam-edge'
import { useSpeech } from '../language/language'

export const LockFacts = ({ device }: { device: Device }) => {
  const { language, texts } = useSpeech()
  const { locks } = texts
  const { properties } = device
  const level = properties.battery?.level ?? properties.battery_level
  const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(level ?? 0)
  const isLow = level !== undefined && level <= 0.2
  const abilities = [
    device.can_program_online_access_codes === false ? locks.noCodes : locks.codes,
    ...(device.can_program_offline_access_codes ? [locks.offlineCodes] : []),
    ...(device.can_remotely_unlock ? [locks.unlock] : []),
  ]
  return (
    <ul className="facts">
      <li className={properties.online ? 'good' : 'bad'}>
        <svg aria-hidden="true" viewBox="0 0 16 16">
          <path d="M2 7a9 9 0 0 1 12 0M4.5 9.5a5.5 5.5 0 0 1 7 0M8 13h0" />
          {!properties.online && <path d="M2 2 14 14" />}
        </svg>
        {properties.online ? locks.online : locks.offline}
      </li>
      {level !== undefined && (
        <li className={isLow ? 'bad' : 'good'}>
          <svg aria-hidden="true" viewBox="0 0 16 16">
            <path d="M1.5 5h11v6h-11zM14.5 7v2" />
            <rect x="3" y="6.5" width={8 * level} height="3" className="filled" />
          </svg>
          {isLow ? locks.batteryLow(percent) : locks.battery(percent)}
        </li>
      )}
      {level === undefined && properties.has_direct_power === true && <li className="good">{locks.mains}</li>}
      {abilities.map((ability) => (
        <li key={ability} className="ability">
          {ability}
        </li>
      ))}
    </ul>
  )
}
