// The rules of locks: the module that answers about them, which only those carry who ask, and what goes into a question.
// Decides nothing: the rules are in Rust (src/rules).
import { loadModule } from '#module/rules'
import { createGlue } from './glue/rules.js'
import { WasmModule } from './instance.js'
import { zoneOffset } from './time-zone.js'

const rulesModule = /* @__PURE__ */ new WasmModule(loadModule, createGlue)

const zones = { offset: zoneOffset }

/** Asks the rules. What `asked` holds that JSON cannot is left out, as in any request. */
export const askRules = <T>(question: 'check', asked: object): T =>
  JSON.parse(rulesModule.instance().glue.answer(question, JSON.stringify(asked), zones)) as T
