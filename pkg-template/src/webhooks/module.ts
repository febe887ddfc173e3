// The module of `seam-edge/webhooks`, which verifies. Decides nothing: the rules are in Rust (src/webhook.rs).
import { loadModule } from '#module/webhooks'
import { createGlue } from '../glue/webhooks.js'
import { initModule, type SeamEdgeWasm } from '../module/init.js'
import { instanceOf, questionOf, type WasmModule } from '../module/instance.js'

const webhooksModule: WasmModule<ReturnType<typeof createGlue>> = {
  name: 'webhooks',
  load: loadModule,
  createGlue,
}

/**
 * Asks about a JSON text and a body; src/webhooks.rs in pkg-template/wasm lists the questions.
 * @internal
 */
export const askWebhooks = <T>(
  question: readonly ['verify', ...number[]] | readonly ['options' | 'redact', ...string[]],
  text: string,
  body: Uint8Array = new Uint8Array(),
): T => JSON.parse(instanceOf(webhooksModule).glue.webhooks(questionOf(question), text, body)) as T

/** As `init` of `seam-edge`, for the file `seam-edge/seam_edge_webhooks.wasm`, which this import uses. */
export const init = (source: SeamEdgeWasm | Promise<SeamEdgeWasm>): Promise<void> =>
  initModule(webhooksModule, source)
