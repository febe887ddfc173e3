// The rules of locks: a module that only those carry who ask. Decides nothing: the rules are in Rust (src/rules).
import { loadModule } from '#module/rules'
import { createGlue } from '../glue/rules.js'
import { instanceOf, type WasmModule } from '../module/instance.js'
import { zoneOffset } from './time-zone.js'

const rulesModule: WasmModule<ReturnType<typeof createGlue>> = { load: loadModule, createGlue }

const zones = { offset: zoneOffset }

/** Asks the rules about a JSON text; src/wasm/rules.rs lists the questions. */
export const askRules = <T>(question: 'check' | 'suggest', asked: string): T =>
  JSON.parse(instanceOf(rulesModule).glue.rule(question, asked, zones)) as T
