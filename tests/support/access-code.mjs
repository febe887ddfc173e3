// An access code as the newest API sends it, for answers that the proxy invents. Holds every field that is always there.
import { pin } from './stage.mjs'

/** @param {object} [change] fields over the usual ones */
export const accessCode = (change = {}) => ({
  access_code_id: 'access_code_1',
  workspace_id: 'workspace_1',
  device_id: 'device_1',
  name: 'Guest',
  code: pin,
  type: 'ongoing',
  status: 'set',
  is_managed: true,
  created_at: '2030-01-01T00:00:00.946242Z',
  common_code_key: null,
  is_external_modification_allowed: false,
  is_one_time_use: false,
  is_offline_access_code: false,
  is_backup_access_code_available: false,
  errors: [],
  warnings: [],
  pending_mutations: [],
  ...change,
})
