// Diagnoses and timelines: a module that only those carry who ask. Decides nothing: that is done in Rust (src/rules).
import { loadModule } from '#module/diagnosis'
import { createGlue } from '../glue/diagnosis.js'
import { instanceOf, type WasmModule } from '../module/instance.js'

const diagnosisModule: WasmModule<ReturnType<typeof createGlue>> = { load: loadModule, createGlue }

/** Asks about a code or a device that there is; src/wasm/diagnosis.rs lists the questions. */
export const askDiagnosis = <T>(question: 'diagnose' | 'timeline', asked: object): T =>
  JSON.parse(instanceOf(diagnosisModule).glue.tell(question, JSON.stringify(asked))) as T
