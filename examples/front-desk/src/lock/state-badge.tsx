// A state as a sign and a word: nobody has to tell colours apart.
import { useSpeech } from '../language/language'
import type { State } from './state'

const signs: Record<State, string> = {
  set: 'M3 8.5 6.5 12 13 4.5',
  setting: 'M8 3v7M4.5 7 8 10.5 11.5 7M3.5 13h9',
  scheduled: 'M8 4v4.5l3 2M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z',
  attention: 'M8 2.5 14.5 13.5h-13zM8 7v3M8 12v.1',
  failing: 'M4 4l8 8M12 4l-8 8',
  removing: 'M3.5 8h9M8 3.5',
  over: 'M4 8h8',
  unknown: 'M6 6a2 2 0 1 1 2 2.5V10M8 12.5v.1',
}

export const StateBadge = ({ state }: { state: State }) => (
  <span className={`badge ${state}`}>
    <svg aria-hidden="true" viewBox="0 0 16 16">
      <path d={signs[state]} />
    </svg>
    {useSpeech().texts.codes.states[state]}
  </span>
)
