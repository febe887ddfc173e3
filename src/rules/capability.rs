//! Whether the device can take codes at all (section 4.1 of the API's facts).

use crate::rules::Situation;
use crate::rules::issue::Findings;

pub(crate) fn check(_: &Situation<'_>, _: &mut Findings) {}
