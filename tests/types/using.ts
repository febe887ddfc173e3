// `using`, for those whose compiler knows it; the other files of this folder are compiled without.
import { SeamHttp, SeamHttpWithoutWorkspace } from 'seam-edge'

export async function lifetime(): Promise<number> {
  using seam = new SeamHttp('seam_key')
  using client = seam.client
  using _ = new SeamHttpWithoutWorkspace()
  client.free()
  return (await seam.devices.list()).length
}

// @ts-expect-error a request holds nothing that has to be given back
export const request = () => new SeamHttp().devices.list()[Symbol.dispose]
