// The module of `seam-edge/webhooks`, which verifies. Decides nothing: the rules are in Rust (src/webhook.rs).
import { loadModule } from '#module/webhooks'
import { createGlue } from '../glue/webhooks.js'
import { initModule, type SeamEdgeWasm } from '../module/init.js'
import { instanceOf, type WasmModule } from '../module/instance.js'

const webhooksModule: WasmModule<ReturnType<typeof createGlue>> = {
  name: 'webhooks',
  load: loadModule,
  createGlue,
}

/** Asks about a JSON text and a body; src/webhooks.rs in pkg-template/wasm lists the questions. */
export const askWebhooks = <T>(
  question: readonly ['verify', ...number[]] | readonly ['options' | 'redact', string],
  text: string,
  body: Uint8Array = new Uint8Array(),
): T => JSON.parse(instanceOf(webhooksModule).glue.webhooks(question.join('\n'), text, body)) as T

/**
 * Compiles the file `seam-edge/seam_edge_webhooks.wasm` of this version of the package and uses it for everything from the first use on. Where there has been one
 * already, it serves only if that one's instance breaks. May be called twice.
 *
 * @param source - The module, its bytes, a `Response` (compiled while it comes in, where its `content-type` is
 * `application/wasm` and nothing else), an address for `fetch`, or a promise of these.
 * @throws SeamHttpInvalidOptionsError where it is none of these, or not that file; SeamError where it cannot be compiled here, with
 * what the runtime said as its `cause`, where the address does not give it, or where the runtime has no WebAssembly.
 */
export const init = (source: SeamEdgeWasm | Promise<SeamEdgeWasm>): Promise<void> =>
  initModule(webhooksModule, source)
