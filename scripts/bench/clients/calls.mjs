// What every client of the benchmark is asked for: the same parameters, by names that all of them share.

export const listParameters = { device_id: '8d3e4b70-61fa-4f0c-b2a9-7c5d10e9f4a6' }

export const createParameters = {
  device_id: '8d3e4b70-61fa-4f0c-b2a9-7c5d10e9f4a6',
  name: 'Guest of room 12',
  code: '482913',
  starts_at: '2031-03-01T15:00:00Z',
  ends_at: '2031-03-04T11:00:00Z',
}
