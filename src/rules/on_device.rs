//! The other codes on the device, as the rules compare with them. Judges nothing.

use alloc::vec::Vec;

use crate::rules::Situation;
use crate::rules::lifecycle::Span;
use crate::rules::wanted::{Call, Window};
use crate::schema::value::Value;

/// Whether a code is on the device: codes that say of themselves to be on another one are not.
pub(crate) fn is_on(code: &Value<'_>, device: &Value<'_>) -> bool {
    let (here, device) = (code.get("device_id"), device.get("device_id"));
    here.is_null() || device.is_null() || here == device
}

/// The codes on the device that is meant, other than the one that is to be updated. Where the device is not known, it is that of the call.
pub(crate) fn others<'a>(situation: &'a Situation<'_>) -> impl Iterator<Item = &'a Value<'a>> {
    let wanted = &situation.wanted;
    let is_other = |code: &&Value<'_>| {
        let id = wanted.parameters.get("access_code_id");
        wanted.call != Call::Update || code.get("access_code_id") != id
    };
    let is_meant = |code: &&Value<'_>| {
        let (here, ids) = (code.get("device_id"), wanted.parameters.get("device_ids").items());
        if !situation.device.get("device_id").is_null() {
            return is_on(code, situation.device);
        }
        let is_one_of_several = ids.is_empty() || here.is_null() || ids.contains(here);
        is_on(code, wanted.parameters) && is_on(code, wanted.current) && is_one_of_several
    };
    situation.existing.iter().filter(is_other).filter(is_meant)
}

/// Whether a code is about to go, or gone: it is being removed, or its time is over.
pub(crate) fn is_leaving(code: &Value<'_>, now: i64) -> bool {
    let has = |list, key, name| {
        let mut items = code.get(list).items().iter();
        items.any(|item: &Value<'_>| item.get(key).text() == Some(name))
    };
    code.get("status").text() == Some("removing")
        || has("pending_mutations", "mutation_code", "deleting")
        || has("warnings", "warning_code", "being_deleted")
        || ends_at(code).is_some_and(|ends_at| ends_at <= now)
}

/// What a change of a code that is on its way takes from the lock and brings to it, at the key `code` or `name`: either may be there.
pub(crate) fn on_its_way<'a>(code: &'a Value<'_>, key: &str) -> Vec<&'a str> {
    let mut texts = Vec::new();
    for mutation in code.get("pending_mutations").items() {
        for side in ["from", "to"] {
            texts.extend(mutation.get(side).get(key).text());
        }
    }
    texts
}

/// When a code ceases to open, in ms since 1970; nothing where it does not say.
pub(crate) fn ends_at(code: &Value<'_>) -> Option<i64> {
    Span::new(code).ends_at
}

/// When the wanted code begins to open, in ms since 1970: now, where it is to open at once or it is not known.
pub(crate) fn begins(window: Window, now: i64) -> i64 {
    window.starts_at().map_or(now, |starts_at| starts_at.max(now))
}
