// The entry of a page: does the main job with the settings in the page's address and leaves the outcome at the window.
import { outcomeOf } from './main-job.js'

outcomeOf(location.search).then((outcome) => {
  globalThis.outcome = outcome
})
