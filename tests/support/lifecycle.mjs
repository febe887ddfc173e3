// Moves the access codes of the fake through their life as production does, and emits the events that go with it.
// The fake creates codes as `setting` or `unset`, leaves them there for ever and deletes at once. The clock and the
// ticks are the caller's, so that a test decides what time it is. Knows nothing of the package under test.

const hour = 3_600_000
const nativeSchedulingLead = 72 * hour
const programmingLead = 1 * hour
const eventsWithPin = ['access_code.scheduled_on_device', 'access_code.set_on_device', 'access_code.deleted']

/**
 * @typedef {object} LifecycleOptions
 * @property {any} database the store of `startFakeSeam()`
 * @property {() => number} [clock] milliseconds since 1970, `Date.now` by default
 * @property {number} [ticksToSet] how many ticks a lock takes to be programmed, 2 by default
 * @property {number} [ticksToRemove] how many ticks a lock takes to forget a code, 1 by default
 * @property {'native' | 'just_in_time'} [scheduling] how time-bound codes reach the lock, `native` by default
 * @property {(event: any) => void} [onEvent] is told of each event, as `WebhookSender` in webhook-sender.mjs wants to be
 */

export class Lifecycle {
  #database
  #clock
  #ticksTo
  #scheduling
  #onEvent
  #original
  #ticksSpent = new Map()
  #onLock = new Set()
  #failures = { set: () => false, remove: () => false }
  #timer

  /** @param {LifecycleOptions} options */
  constructor({
    database,
    clock = Date.now,
    ticksToSet = 2,
    ticksToRemove = 1,
    scheduling = 'native',
    onEvent = () => undefined,
  }) {
    this.#database = database
    this.#clock = clock
    this.#ticksTo = { set: ticksToSet, remove: ticksToRemove }
    this.#scheduling = scheduling
    this.#onEvent = onEvent

    const { addEvent, deleteAccessCode, updateAccessCode } = database.getState()
    this.#original = { addEvent, deleteAccessCode, updateAccessCode }
    // The routes of the fake look the store's actions up at each call, so replacing them here reaches the routes.
    database.setState({
      addEvent: (event) => this.#addEventOfRoute(event),
      deleteAccessCode: (id) => this.#deleteByRoute(id),
      updateAccessCode: (change) => this.#updateByRoute(change),
    })
  }

  /** Every code takes one step, if its time has come. */
  tick() {
    for (const code of [...this.#database.access_codes]) this.#advance(code)
  }

  /** Ticks by itself, for a demo or an end-to-end run. */
  start(intervalMs) {
    this.stop()
    this.#timer = setInterval(() => this.tick(), intervalMs)
    this.#timer.unref()
  }

  stop() {
    clearInterval(this.#timer)
  }

  /** Gives the fake its own behaviour back. */
  uninstall() {
    this.stop()
    this.#database.setState(this.#original)
  }

  /**
   * From now on the codes that `matches` fail to reach the lock (`set`) or to leave it (`remove`).
   * @param {'set' | 'remove'} step
   * @param {(accessCode: any) => boolean} [matches]
   */
  fail(step, matches = () => true) {
    this.#failures[step] = matches
  }

  /** The lock works again: errors go away and the step is taken at the next tick. */
  recover() {
    this.#failures = { set: () => false, remove: () => false }
    for (const { access_code_id } of this.#database.access_codes) {
      this.#change(access_code_id, { errors: [] })
    }
  }

  #advance(code) {
    if (!code.is_managed) return
    const now = this.#clock()
    if (code.status === 'removing') return this.#remove(code)
    if (code.type === 'time_bound' && now >= Date.parse(code.ends_at)) {
      return this.#startRemoving(code)
    }
    if (code.status === 'setting') return this.#set(code)
    if (code.status === 'unset') return this.#waitForStart(code, now)
  }

  #waitForStart(code, now) {
    const startsAt = Date.parse(code.starts_at)
    if (code.type !== 'time_bound' || now >= startsAt) {
      return this.#finishSetting(code)
    }
    if (this.#scheduling === 'just_in_time' && now >= startsAt - programmingLead) {
      return this.#change(code.access_code_id, {
        status: 'setting',
        pending_mutations: [this.#mutation('creating')],
      })
    }
    if (this.#scheduling === 'native' && now >= startsAt - nativeSchedulingLead) {
      if (code.is_scheduled_on_device) return
      this.#onLock.add(code.access_code_id)
      this.#change(code.access_code_id, {
        is_scheduled_on_device: true,
        pending_mutations: [],
      })
      return this.#emit('access_code.scheduled_on_device', code)
    }
    if (code.pending_mutations !== undefined) return
    this.#change(code.access_code_id, {
      is_scheduled_on_device: false,
      pending_mutations: [
        {
          ...this.#mutation('deferring_creation'),
          scheduled_at: code.starts_at,
        },
      ],
    })
  }

  #set(code) {
    const isEarly = code.type === 'time_bound' && this.#clock() < Date.parse(code.starts_at)
    const mutations = code.pending_mutations ?? [this.#mutation('creating')]
    this.#change(code.access_code_id, { pending_mutations: mutations })
    if (isEarly || !this.#isDone('set', code)) return
    this.#finishSetting(code)
  }

  #finishSetting(code) {
    if (this.#failures.set(code)) {
      return this.#reportFailure(code, 'failed_to_set_on_device')
    }
    this.#onLock.add(code.access_code_id)
    this.#change(code.access_code_id, {
      status: 'set',
      errors: [],
      pending_mutations: [],
    })
    this.#emit('access_code.set_on_device', code)
  }

  #startRemoving(code) {
    this.#ticksSpent.delete(code.access_code_id)
    this.#change(code.access_code_id, {
      status: 'removing',
      pending_mutations: [this.#mutation('deleting')],
    })
  }

  #remove(code) {
    if (!this.#isDone('remove', code)) return
    if (this.#failures.remove(code)) {
      return this.#reportFailure(code, 'failed_to_remove_from_device')
    }
    this.#original.deleteAccessCode(code.access_code_id)
    if (this.#onLock.delete(code.access_code_id)) {
      this.#emit('access_code.removed_from_device', code)
    }
    this.#emit('access_code.deleted', code)
  }

  /** Counts the ticks that a code has spent in a step, and says when they are enough. */
  #isDone(step, { access_code_id }) {
    const spent = (this.#ticksSpent.get(access_code_id) ?? 0) + 1
    this.#ticksSpent.set(access_code_id, spent)
    if (spent < this.#ticksTo[step]) return false
    this.#ticksSpent.delete(access_code_id)
    return true
  }

  #reportFailure(code, errorCode) {
    if (code.errors.some((error) => error.error_code === errorCode)) return
    this.#change(code.access_code_id, {
      status: errorCode === 'failed_to_set_on_device' ? 'setting' : code.status,
      errors: [
        ...code.errors,
        {
          error_code: errorCode,
          is_access_code_error: true,
          message: `The lock did not answer (${errorCode.replaceAll('_', ' ')}).`,
          created_at: this.#now(),
        },
      ],
    })
    this.#emit(`access_code.${errorCode}`, code)
  }

  /** A deleted code stays readable as `removing` until the lock has forgotten it. */
  #deleteByRoute(id) {
    const code = this.#find(id)
    if (code?.is_managed && code.status !== 'removing') {
      return this.#startRemoving(code)
    }
    if (code?.status !== 'removing') this.#original.deleteAccessCode(id)
  }

  /** The fake announces `access_code.deleted` at once and without a device; ours follows when it has happened. */
  #addEventOfRoute(event) {
    const isTooEarly =
      event.event_type === 'access_code.deleted' && this.#find(event.access_code_id) !== undefined
    return isTooEarly ? undefined : this.#addEvent(event)
  }

  /** A changed code has to be programmed again. */
  #updateByRoute(change) {
    const before = this.#find(change.access_code_id)
    const after = this.#original.updateAccessCode(change)
    const mutations = this.#mutationsBetween(before, after)
    if (before?.status !== 'set' || mutations.length === 0) return after
    return this.#change(after.access_code_id, {
      status: 'setting',
      pending_mutations: mutations,
    })
  }

  #mutationsBetween(before, after) {
    const names = {
      updating_code: ['code'],
      updating_name: ['name'],
      updating_time_frame: ['starts_at', 'ends_at'],
    }
    return Object.entries(names)
      .filter(([, keys]) => keys.some((key) => before?.[key] !== after[key]))
      .map(([mutationCode, keys]) => ({
        ...this.#mutation(mutationCode),
        from: Object.fromEntries(keys.map((key) => [key, before?.[key] ?? null])),
        to: Object.fromEntries(keys.map((key) => [key, after[key] ?? null])),
      }))
  }

  #mutation(mutationCode) {
    return {
      mutation_code: mutationCode,
      message: `Seam is ${mutationCode.replaceAll('_', ' ')}.`,
      created_at: this.#now(),
    }
  }

  #addEvent(event) {
    const added = this.#original.addEvent(event)
    this.#onEvent(added)
    return added
  }

  #emit(eventType, { access_code_id, device_id, workspace_id, code }) {
    this.#addEvent({
      event_type: eventType,
      ...(eventsWithPin.includes(eventType) ? { code } : {}),
      access_code_id,
      device_id,
      workspace_id,
      connected_account_id: this.#database.devices.find((device) => device.device_id === device_id)
        ?.connected_account_id,
      created_at: this.#now(),
      occurred_at: this.#now(),
    })
  }

  #find(id) {
    return this.#database.access_codes.find((code) => code.access_code_id === id)
  }

  #change(access_code_id, change) {
    return this.#original.updateAccessCode({ access_code_id, ...change })
  }

  #now() {
    return new Date(this.#clock()).toISOString()
  }
}
