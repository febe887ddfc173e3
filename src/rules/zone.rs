//! Time zones: local times of a zone and instants, by what the runtime knows of the zone. Ships no zone database and reads no clock.

use crate::rules::civil::DAY;
use crate::schema::value::Value;

/// What a runtime knows about time zones: `Intl` in JavaScript, a zone database elsewhere.
pub trait Zones {
    /// How many seconds the zone is ahead of UTC at an instant in ms since 1970; nothing where the runtime knows no such zone, or
    /// no such instant: durations of devices may lead beyond every calendar.
    fn offset(&self, zone: &str, at: i64) -> Option<i64>;
}

/// Knows no zone: rules that need one then say that they could not be checked.
pub struct NoZones;

impl Zones for NoZones {
    fn offset(&self, _: &str, _: i64) -> Option<i64> {
        None
    }
}

/// Where a device says in which zone it is, the first that the runtime knows counts.
const ZONE_OF_DEVICE: [&[&str]; 4] = [
    &["location", "time_zone"],
    &["location", "timezone"],
    &["properties", "dormakaba_oracode_metadata", "iana_timezone"],
    &["properties", "ultraloq_metadata", "time_zone"],
];

/// The zone that a device says it is in; nothing where the runtime knows none that it names.
pub(crate) fn zone_of_device<'a>(device: &'a Value<'_>, zones: &dyn Zones) -> Option<&'a str> {
    let mut named = ZONE_OF_DEVICE.iter().filter_map(|path| device.at(path).text());
    named.find(|name| zones.offset(name, 0).is_some())
}

/// A zone, and the runtime that knows it.
#[derive(Clone, Copy)]
pub struct Zone<'a> {
    zones: &'a dyn Zones,
    /// The IANA name, as `Europe/Berlin`.
    pub name: &'a str,
}

/// The instants, in ms since 1970, that a local time means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instants {
    /// The one instant at which clocks show it.
    Once(i64),
    /// The two instants at which clocks show it, since they were put back between them.
    Twice(i64, i64),
    /// No instant, since clocks were put forward over it: what it would be by the clock of after the change, and by that of before.
    Never(i64, i64),
}

impl<'a> Zone<'a> {
    /// The zone of an IANA name.
    #[must_use]
    pub fn new(zones: &'a dyn Zones, name: &'a str) -> Self {
        Self { zones, name }
    }

    /// How many ms the zone is ahead of UTC at an instant; nothing where the runtime does not know the zone.
    #[must_use]
    pub fn offset(self, at: i64) -> Option<i64> {
        // No zone has ever been as much as a day away from UTC.
        let seconds = self.zones.offset(self.name, at)?;
        (seconds.unsigned_abs() < 86_400).then(|| seconds * 1000)
    }

    /// What the zone's clocks show at an instant, in ms since 1970 of those clocks.
    #[must_use]
    pub fn local(self, at: i64) -> Option<i64> {
        Some(at.saturating_add(self.offset(at)?))
    }

    /// The instants at which the zone's clocks show a time. Of clocks that are changed twice within two days, one change is overlooked.
    #[must_use]
    pub fn instants(self, local: i64) -> Option<Instants> {
        let before = local.saturating_sub(self.offset(local.saturating_sub(DAY))?);
        let after = local.saturating_sub(self.offset(local.saturating_add(DAY))?);
        let shows = |at| self.local(at) == Some(local);
        Some(match (shows(before), shows(after)) {
            (true, true) if before != after => Instants::Twice(before, after),
            (true, _) => Instants::Once(before),
            (false, true) => Instants::Once(after),
            (false, false) => Instants::Never(after, before),
        })
    }
}
