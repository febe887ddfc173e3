// The rules of locks: a module that only those carry who ask. Decides nothing: the rules are in Rust (src/rules).
import { loadModule } from '#module/rules'
import { createGlue } from './glue/rules.js'
import { WasmModule } from './instance.js'
import { zoneOffset } from './time-zone.js'

const rulesModule = /* @__PURE__ */ new WasmModule(loadModule, createGlue)

const zones = { offset: zoneOffset }

/** Asks the rules; src/wasm/rules.rs lists the questions. */
export const askRules = <T>(question: 'check' | 'suggest', asked: object): T =>
  JSON.parse(rulesModule.instance().glue.rule(question, JSON.stringify(asked), zones)) as T
