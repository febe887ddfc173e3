// A dedicated worker and a service worker, as a module. Import maps do not reach workers, so the package is loaded by its address.
import * as seamEdge from '../seam-edge/index.js'
import { answerMessages } from './answer-messages.mjs'
import * as subpaths from './subpaths.mjs'

answerMessages(seamEdge, subpaths)
