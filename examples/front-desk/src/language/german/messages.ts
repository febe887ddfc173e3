import type { Messages } from 'seam-edge/messages'
export const messages = {} as Messages
