// What index.html has inline, for a page whose Content-Security-Policy forbids that.
import * as seamEdge from '../seam-edge/index.js'
import * as subpaths from './subpaths.mjs'
import { offer } from './window.mjs'

offer(seamEdge, subpaths)
