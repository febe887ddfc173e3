// A lock of a fake: its controls, each of which is a question to the fake. Decides nothing.
import { requireKnown } from './module.js'
import type { FakeLock } from './types.js'

/** How a fake is asked: the control as its callers know it, the question, what it is about. */
type Ask = <T>(where: string, question: string, asked?: object) => T

/** @internal */
export const fakeLock = (deviceId: string, ask: Ask): FakeLock => {
  const control = (name: string, asked: object = {}): void =>
    ask(name, 'control', { ...asked, device: deviceId, control: name })
  return {
    deviceId,
    goOffline: () => control('goOffline'),
    goOnline: () => control('goOnline'),
    loseHub: () => control('loseHub'),
    findHub: () => control('findHub'),
    setDelays(delays) {
      requireKnown('setDelays', delays)
      const { setting = 5000, removing = 5000, answering = 1000 } = delays ?? {}
      control('setDelays', { setting, removing, answering })
    },
    setSlots: (slots) => control('setSlots', { slots }),
    refuseCodes: () => control('refuseCodes'),
    acceptCodes: () => control('acceptCodes'),
    setBattery: (level) => control('setBattery', { level }),
    addCode: (code, name = 'Keypad') => control('addCode', { code, name }),
    changeCode: (accessCodeId, code) => control('changeCode', { accessCodeId, code }),
    deleteCode: (accessCodeId) => control('deleteCode', { accessCodeId }),
    turn: (position) => control('turn', { position }),
    enter: (code) => ask<{ opens: boolean }>('enter', 'enter', { device: deviceId, code }).opens,
    holds: (accessCodeId, code) =>
      ask<{ holds: boolean }>('holds', 'holds', { device: deviceId, accessCodeId, code }).holds,
  }
}
