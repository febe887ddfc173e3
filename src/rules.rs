//! What a lock accepts, before the network: pure functions over parameters, a device and the codes on it, with the clock and the time
//! zones passed in. Sends nothing, and does not repeat what the schemas of the parameters check already (types, 4 to 12 digits, order).
//!
//! All of it looks at JSON values, since devices come partial, older and newer than any model: what is not there restricts nothing,
//! and a restriction that is not known is a warning.

#[doc(hidden)]
pub mod access;
mod alias;
mod backup_pool;
mod brand_times;
mod capability;
pub mod civil;
mod device_state;
pub mod diagnosis;
#[doc(hidden)]
pub mod duration;
pub mod issue;
pub mod lifecycle;
mod name;
mod occupancy;
mod offline;
pub(crate) mod on_device;
mod pin;
#[doc(hidden)]
pub mod recurrence;
pub mod suggest;
mod time_frame;
pub mod timeline;
#[cfg(feature = "typed")]
pub mod typed;
pub mod wanted;
mod window;
pub mod zone;

use alloc::vec::Vec;

use crate::rules::issue::{Findings, Rule, RuleIssue};
use crate::rules::time_frame::rules::{DORMAKABA, IGLOOHOME, OFFLINE_OPTIONS, ONLINE_OPTIONS};
use crate::rules::wanted::Wanted;
use crate::rules::zone::Zones;
use crate::schema::value::Value;

/// What the rules look at.
pub struct Situation<'a> {
    /// The code that is wanted.
    pub wanted: Wanted<'a>,
    /// The device, managed or not; `Null` where it is not known.
    pub device: &'a Value<'a>,
    /// The codes on the device, managed and unmanaged.
    pub existing: &'a [Value<'a>],
    /// Now, in ms since 1970.
    pub now: i64,
    /// What the runtime knows about time zones.
    pub zones: &'a dyn Zones,
}

/// A family of rules: adds what it finds.
type Family = fn(&Situation<'_>, &mut Findings);

/// Every rule that is applied, by family and in the order in which their issues are told.
const FAMILIES: &[Family] = &[
    capability::check,
    device_state::check,
    pin::check,
    name::check,
    occupancy::check,
    window::check,
    time_frame::check,
    offline::check,
    backup_pool::check,
    alias::check,
];

/// Every rule, those of suggestions included.
#[must_use]
pub fn every_rule() -> Vec<&'static Rule> {
    let families = [
        capability::RULES,
        device_state::RULES,
        pin::RULES,
        name::RULES,
        occupancy::RULES,
        window::RULES,
        offline::RULES,
        backup_pool::RULES,
        alias::RULES,
        suggest::RULES,
    ];
    let frames = [&ONLINE_OPTIONS, &OFFLINE_OPTIONS, &IGLOOHOME, &DORMAKABA];
    let mut rules = families.concat();
    rules.extend(frames.iter().flat_map(|frames| frames.all()));
    rules
}

/// All reasons why this lock would not take this code, and what is worth knowing besides.
#[must_use]
pub fn check_access_code(situation: &Situation<'_>) -> Vec<RuleIssue> {
    let mut findings = Findings::default();
    for family in FAMILIES {
        family(situation, &mut findings);
    }
    findings.issues
}
