// Where the English of seam-edge/messages is meant for any form, this page has words of its own; all else is as it comes.
import type { PartOfMessages } from 'seam-edge/messages'

const big = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const length = ({ label, least, most }: { label: string; least: string; most?: string }): string =>
  `${big(label)} needs ${least}${most === undefined ? '' : ` to ${most}`} ${label === 'the PIN' ? 'digits' : 'characters'}`

export const messages: PartOfMessages = {
  issues: {
    too_short: length,
    too_long: length,
    not_digits: ({ label }) => `${big(label)} may have digits only`,
    not_before: () => 'The end must be after the start',
    code_breaks_constraint: ({ constraint }) => ({
      message: constraints[constraint ?? ''] ?? 'The lock does not take this PIN',
      help: 'Choose another PIN.',
    }),
  },
}

const constraints: Record<string, string> = {
  no_zeros: 'The lock takes no PIN with a 0',
  cannot_start_with_12: 'The PIN must not start with 12',
  no_triple_consecutive_ints: 'The lock takes no PIN with three digits in a row',
  unique_first_four_digits: 'Another code on the lock has the same first four digits',
}
