// The client of the server, with the key of the whole workspace: only files that run on the server import it.
import 'server-only'
import { SeamHttp } from 'seam-edge'

/** Reads SEAM_API_KEY when it is first needed, so that a build needs no key. */
export const seam = () => new SeamHttp()
