// Diagnoses and timelines: a module that only those carry who ask. Decides nothing: that is done in Rust (src/rules).
import { loadModule } from '#module/diagnosis'
import { createGlue } from './glue/diagnosis.js'
import { WasmModule } from './instance.js'

const diagnosisModule = /* @__PURE__ */ new WasmModule(loadModule, createGlue)

/** Asks about a code or a device that there is; src/wasm/diagnosis.rs lists the questions. */
export const askDiagnosis = <T>(question: 'diagnose' | 'timeline', asked: object): T =>
  JSON.parse(diagnosisModule.instance().glue.tell(question, JSON.stringify(asked))) as T
