//! What the other codes on the device leave: which PINs are in use, and how many codes still fit (docs/api-facts.md#device,
//! #lifecycle-of-a-code and #times). Errors and warnings of the device itself, as `max_access_codes_reached`, are judged in capability.rs.

use crate::rules::Situation;
use crate::rules::issue::{Findings, Rule, rules};
use crate::rules::on_device::{begins, ends_at, is_leaving, on_its_way, others};
use crate::rules::pin::{MATCHES_EXISTING_SET, constraint, pin};
use crate::rules::wanted::Call;
use crate::schema::value::Value;
use crate::text::{concat, decimal};

const MAX: &str = "properties.max_active_codes_supported";
const DUPLICATES: &str = "duplicate access codes";

rules! {
    const ALREADY_ON_DEVICE: Rule = Rule::error("code_already_on_device", DUPLICATES);
    const MAY_BE_ON_DEVICE: Rule = Rule::warning("code_may_be_on_device", DUPLICATES);
    const FULL: Rule = Rule::error("device_full", MAX).with(&["limit", "count"]);
    const MAY_BE_FULL: Rule = Rule::warning("device_may_be_full", MAX).with(&["limit", "count"]);
    const LAST_SLOT: Rule = Rule::warning("device_last_slot", MAX).with(&["limit", "count"]);
}

pub(crate) fn check(situation: &Situation<'_>, findings: &mut Findings) {
    if let Some(code) = pin(&situation.wanted) {
        check_duplicates(situation, code, findings);
    }
    // A code that is there already keeps its slot, an offline code needs none: the lock computes it.
    if situation.wanted.call != Call::Update && !situation.wanted.is_offline() {
        check_slots(situation, findings);
    }
}

/// The same PIN twice on one device is refused whatever the windows are.
fn check_duplicates(situation: &Situation<'_>, code: &str, findings: &mut Findings) {
    let mut found = None;
    for other in others(situation) {
        if other.get("code").text() != Some(code) {
            if on_its_way(other, "code").contains(&code) {
                found =
                    Some("another code on the device had this PIN, or is to have it: a change is on its way");
            }
            continue;
        }
        if is_leaving(other, situation.now) {
            found = Some("another code with this PIN is being removed from the device, or its time is over");
        } else if constraint(situation.device, MATCHES_EXISTING_SET) {
            found = Some(
                "another code on the device has this PIN: this lock asks for a PIN in use, but may not take it twice",
            );
        } else {
            findings.add(
                &ALREADY_ON_DEVICE,
                "code",
                "another code on the device has this PIN, and a device takes a PIN only once, even for windows that do not meet",
                "choose another PIN, or delete the other code first",
            );
            return;
        }
    }
    if let Some(message) = found {
        let help = "choose another PIN, or wait until the other code is gone or changed";
        findings.add(&MAY_BE_ON_DEVICE, "code", message, help);
    }
}

/// Whether another code has a slot when the wanted one is to be programmed.
enum Slot {
    /// It is on the lock and will still be there.
    Held,
    /// It is, or will be, on the lock at some time.
    Perhaps,
    Free,
}

fn check_slots(situation: &Situation<'_>, findings: &mut Findings) {
    let Some(max) = situation
        .device
        .at(&["properties", "max_active_codes_supported"])
        .number()
        .filter(|max| *max >= 0.0)
    else {
        return;
    };
    let begins = begins(situation.wanted.window(), situation.now);
    let (mut held, mut perhaps) = (0_u32, 0_u32);
    for other in others(situation) {
        match slot(other, situation.now, begins) {
            Slot::Held => held += 1,
            Slot::Perhaps => perhaps += 1,
            Slot::Free => {}
        }
    }
    let all = held + perhaps;
    let (rule, says) = match () {
        () if f64::from(held) >= max => (&FULL, "the device is full"),
        () if f64::from(all) >= max => (&MAY_BE_FULL, "the device may be full by then"),
        () if f64::from(all) + 1.0 >= max => (&LAST_SLOT, "this code takes the last place on the device"),
        () => return,
    };
    let (max, all) = (decimal(max as u64), decimal(u64::from(all)));
    let message = concat(&[says, ": of at most ", &max, " codes, ", &all, " on it or planned"]);
    let help = "delete codes that are no longer needed, through Seam where that is possible";
    findings.add(rule, "", message, help);
    findings.given("limit", &max);
    findings.given("count", &all);
}

/// Codes that are scheduled on the device hold their slot before they open, others are programmed shortly before.
fn slot(code: &Value<'_>, now: i64, begins: i64) -> Slot {
    let status = code.get("status").text();
    let ends_at = ends_at(code);
    let is_scheduled = code.get("is_scheduled_on_device").is_true();
    let is_on_lock = status == Some("set") || is_scheduled;
    let is_over = ends_at.is_some_and(|ends_at| ends_at <= now);
    if code.get("is_offline_access_code").is_true() || is_over && !is_on_lock && status != Some("removing") {
        return Slot::Free;
    }
    let stays = ends_at.is_none_or(|ends_at| ends_at > begins) && !is_leaving(code, now);
    if is_on_lock && stays {
        Slot::Held
    } else {
        Slot::Perhaps
    }
}
