// Replies with access codes, as the API sends them: every field of a full record, made from a fixed seed, so that each run and each
// client reads the same text. Knows no client and no server.

const workspace = '5f0c8a1e-3b7d-4c52-9a64-21d8e0b7c913'
const guests = [
  'Ada Palmer',
  'Zoë Martin',
  'Jürgen Vogt',
  'Guest of room 12',
  'Cleaning',
  'María Núñez',
  'Bo Li',
  'Noa',
]
const day = 24 * 60 * 60 * 1000
const begin = Date.parse('2031-03-01T00:00:00Z')

/**
 * The text of a reply to `/access_codes/list`.
 * @param {number} count of the access codes
 * @param {number} [damaged] how many of them have a `created_at` that is no date, evenly spread
 */
export function listReply(count, damaged = 0) {
  const random = randomFrom(20_310_301)
  const codes = Array.from({ length: count }, () => accessCode(random))
  for (let index = 0; index < damaged; index += 1) {
    codes[Math.floor((index * count) / damaged)].created_at = 'yesterday'
  }
  const pagination = { next_page_cursor: null, has_next_page: false, next_page_url: null }
  return JSON.stringify({ access_codes: codes, pagination, ok: true })
}

/** The text of a reply to `/access_codes/create`. */
export const createReply = () =>
  JSON.stringify({
    access_code: { ...accessCode(randomFrom(7)), status: 'setting' },
    action_attempt: {
      action_attempt_id: 'd6f3a0b9-15c7-4e82-9d4b-a27c80e5f316',
      action_type: 'CREATE_ACCESS_CODE',
      status: 'pending',
      result: null,
      error: null,
    },
    ok: true,
  })

function accessCode(random) {
  const isOngoing = random() < 0.3
  const name = `${pick(guests, random)} ${Math.floor(random() * 1000)}`
  const startsAt = begin + Math.floor(random() * 60) * day + 15 * (day / 24)
  const createdAt = new Date(startsAt - Math.floor(random() * 20 * day)).toISOString()
  return {
    access_code_id: uuid(random),
    workspace_id: workspace,
    device_id: uuid(random),
    name,
    code: String(1000 + Math.floor(random() * 999_000)),
    type: isOngoing ? 'ongoing' : 'time_bound',
    status: 'set',
    is_managed: true,
    created_at: createdAt.replace('Z', '242Z'),
    ...(isOngoing
      ? {}
      : {
          starts_at: new Date(startsAt).toISOString(),
          ends_at: new Date(startsAt + 3 * day).toISOString(),
          is_backup: false,
          is_scheduled_on_device: false,
          is_waiting_for_code_assignment: false,
        }),
    common_code_key: random() < 0.5 ? null : `booking-${Math.floor(random() * 1e6)}`,
    is_external_modification_allowed: false,
    is_one_time_use: false,
    is_offline_access_code: false,
    is_backup_access_code_available: random() < 0.5,
    errors: random() < 0.03 ? [failure(createdAt)] : [],
    warnings: random() < 0.03 ? [warning(createdAt)] : [],
    pending_mutations: random() < 0.05 ? [mutation(createdAt)] : [],
    display_status: 'Active',
    appearance: { name },
  }
}

const failure = (createdAt) => ({
  error_code: 'failed_to_set_on_device',
  is_access_code_error: true,
  message: 'Failed to set the code on the device.',
  created_at: createdAt,
})

const warning = (createdAt) => ({
  warning_code: 'delay_in_setting_on_device',
  message: 'There was an unusually long delay in programming the code onto the device.',
  created_at: createdAt,
})

const mutation = (createdAt) => ({
  mutation_code: 'creating',
  created_at: createdAt,
  message: 'Seam is in the process of setting the code on the device.',
})

const pick = (values, random) => values[Math.floor(random() * values.length)]

function uuid(random) {
  const digits = Array.from({ length: 30 }, () => Math.floor(random() * 16).toString(16)).join('')
  const part = (from, to) => digits.slice(from, to)
  return `${part(0, 8)}-${part(8, 12)}-4${part(12, 15)}-a${part(15, 18)}-${part(18, 30)}`
}

/** Numbers from 0 to 1, the same for the same seed (the generator mulberry32). */
function randomFrom(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
