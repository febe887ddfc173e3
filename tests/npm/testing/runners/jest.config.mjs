// jsdom alone takes away what Node has of the web platform; jest-fixed-jsdom puts it back. The test of the guide has no option for browsers, so it is one
// for Node alone.
export default {
  projects: ['node', 'jest-fixed-jsdom'].map((testEnvironment) => ({
    displayName: testEnvironment,
    testEnvironment,
    testMatch: [testEnvironment === 'node' ? '<rootDir>/*.spec.js' : '<rootDir>/jest.spec.js'],
    transform: {},
  })),
}
