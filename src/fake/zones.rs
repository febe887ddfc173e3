//! The time zones that a fake knows, which are those of whoever made it: the crate ships no zone database.

use alloc::format;
use alloc::sync::Arc;
use core::fmt::{Debug, Formatter};

use crate::fake::{Fake, Misuse};
use crate::rules::zone::{NoZones, Zones};

/// What the rules of locks ask about zones.
#[derive(Clone)]
pub(super) struct KnownZones(Arc<dyn Zones + Send + Sync>);

impl Default for KnownZones {
    fn default() -> Self {
        Self(Arc::new(NoZones))
    }
}

impl Debug for KnownZones {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> core::fmt::Result {
        formatter.write_str("KnownZones")
    }
}

impl Zones for KnownZones {
    fn offset(&self, zone: &str, at: i64) -> Option<i64> {
        self.0.offset(zone, at)
    }
}

impl Fake {
    /// From now on locks are judged by these time zones. Without any, what a rule needs a zone for is not held against a code.
    pub fn set_zones(&mut self, zones: impl Zones + Send + Sync + 'static) {
        self.zones = KnownZones(Arc::new(zones));
    }

    /// Refuses the name of a zone that is none. Who knows not even UTC knows no zones at all.
    pub(super) fn require_zone(&self, name: &str) -> Result<(), Misuse> {
        let is_known = |name| self.zones.offset(name, self.now).is_some();
        if !is_known(name) && is_known("UTC") {
            return Err(Misuse(format!(
                "time_zone: there is no time zone `{name}`: give an IANA name, as `America/Los_Angeles`"
            )));
        }
        Ok(())
    }
}
