//! Whether the device can take a code of this kind at all: its capability flags, and why one that the model has is missing now.
//! Flags have three states (docs/api-facts.md#device): works, cannot now, and not supported. Holds no rule over the code itself.

use alloc::string::String;
use alloc::vec::Vec;

use crate::rules::Situation;
use crate::rules::issue::{Findings, Rule, rules};
use crate::rules::wanted::Call;
use crate::schema::value::Value;
use crate::text::{concat, listed};

rules! {
    const UNMANAGED: Rule = Rule::error("device_is_unmanaged", "is_managed");
    const OTHER_DEVICE: Rule = Rule::error("device_id_differs", "device_id");
    const ONLINE_UNSUPPORTED: Rule = Rule::error("online_access_codes_not_supported", "can_program_online_access_codes");
    const ONLINE_IMPOSSIBLE: Rule = Rule::error("online_access_codes_not_possible_now", "can_program_online_access_codes").with(&["reasons"]);
    const OFFLINE_UNSUPPORTED: Rule = Rule::error("offline_access_codes_not_supported", "can_program_offline_access_codes");
    const OFFLINE_IMPOSSIBLE: Rule = Rule::error("offline_access_codes_not_possible_now", "can_program_offline_access_codes").with(&["reasons"]);
}
const ONLINE: Capability = Capability {
    flag: "can_program_online_access_codes",
    older: &[
        (
            &["properties", "model", "online_access_codes_supported"],
            State::Unsupported,
        ),
        (&["properties", "online_access_codes_enabled"], State::Impossible),
    ],
    what: "access codes",
    unsupported: &ONLINE_UNSUPPORTED,
    impossible: &ONLINE_IMPOSSIBLE,
};
const OFFLINE: Capability = Capability {
    flag: "can_program_offline_access_codes",
    older: &[
        (
            &["properties", "model", "offline_access_codes_supported"],
            State::Unsupported,
        ),
        (
            &["properties", "supports_offline_access_codes"],
            State::Unsupported,
        ),
        (&["properties", "offline_access_codes_enabled"], State::Impossible),
    ],
    what: "offline access codes",
    unsupported: &OFFLINE_UNSUPPORTED,
    impossible: &OFFLINE_IMPOSSIBLE,
};

/// A kind of codes, and how a device says that it takes them.
struct Capability {
    flag: &'static str,
    /// Where devices say so that are older than the flag, and what a no means there.
    older: &'static [(&'static [&'static str], State)],
    what: &'static str,
    unsupported: &'static Rule,
    impossible: &'static Rule,
}

/// What devices of the time before the flags say of all kinds of codes at once.
const LISTED: &str = "access_code";

/// A value that a device has while it cannot take codes, and what that means.
type Reason = (&'static [&'static str], bool, &'static str);

const REASONS: &[Reason] = &[
    (
        &["properties", "accessory_keypad", "is_connected"],
        false,
        "its keypad is not connected",
    ),
    (
        &["properties", "august_metadata", "has_keypad"],
        false,
        "it has no keypad",
    ),
    (
        &["properties", "ttlock_metadata", "features", "passcode"],
        false,
        "it takes no PINs",
    ),
    (
        &[
            "properties",
            "igloohome_metadata",
            "is_accessory_keypad_linked_to_bridge",
        ],
        false,
        "its keypad is not linked to the bridge",
    ),
    (&["properties", "online"], false, "it is offline"),
];

pub(crate) fn check(situation: &Situation<'_>, findings: &mut Findings) {
    let Situation { wanted, device, .. } = situation;
    if device.get("is_managed").boolean() == Some(false) {
        findings.add(
            &UNMANAGED,
            "",
            "Seam does not manage this device, so it sets no codes on it",
            "convert it to a managed device first, by /devices/unmanaged/update with `is_managed: true`",
        );
    }
    check_identity(situation, findings);
    if !wanted.programs() {
        return;
    }
    let capability = if wanted.is_offline() { &OFFLINE } else { &ONLINE };
    match capability.state(device) {
        State::Unsupported => findings.add(
            capability.unsupported,
            "",
            concat(&["this device does not take ", capability.what]),
            "take another device, or another kind of code",
        ),
        State::Impossible => {
            let reasons = reasons(device);
            findings.add(
                capability.impossible,
                "",
                concat(&["this device cannot be given ", capability.what, " now: ", &reasons]),
                "fix that and get the device again; `diagnose` says what each of its errors and warnings wants",
            );
            findings.given("reasons", &reasons);
        }
        State::Possible | State::Unknown => {}
    }
}

/// The device has to be the one that the call is about, and that of the code which is to be updated.
fn check_identity(Situation { wanted, device, .. }: &Situation<'_>, findings: &mut Findings) {
    let (named, own) = (
        wanted.parameters.get("device_id"),
        wanted.current.get("device_id"),
    );
    if !named.is_null() && !own.is_null() && named != own {
        findings.add(
            &OTHER_DEVICE,
            "device_id",
            "the code is on another device than the one that the call names",
            "name the device of the code, or leave `device_id` out",
        );
        return;
    }
    let id = device.get("device_id");
    let (path, is_meant) = match wanted.call {
        Call::CreateMultiple => {
            let ids = wanted.parameters.get("device_ids").items();
            (
                "device_ids",
                ids.is_empty() || ids.iter().any(|named| named == id),
            )
        }
        Call::Create | Call::Update => {
            let named = wanted.get("device_id");
            ("device_id", named.is_null() || named == id)
        }
    };
    if !is_meant && !id.is_null() {
        findings.add(
            &OTHER_DEVICE,
            path,
            "the device that is checked is not the one that the call names",
            "check with the device of this id",
        );
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Possible,
    Impossible,
    Unsupported,
    /// The device is too partial, or too old, to say.
    Unknown,
}

impl Capability {
    fn state(&self, device: &Value<'_>) -> State {
        if let Some(works) = device.get(self.flag).boolean() {
            return if works { State::Possible } else { State::Impossible };
        }
        let said = |(path, no): &(&[&str], State)| device.at(path).boolean().map(|yes| (yes, *no));
        let older: Vec<_> = self.older.iter().filter_map(said).collect();
        if let Some((_, no)) = older.iter().find(|(yes, _)| !yes) {
            return *no;
        }
        if !older.is_empty() {
            return State::Possible;
        }
        if leaves_out(device) {
            State::Unsupported
        } else {
            State::Unknown
        }
    }
}

/// Whether a device takes codes of neither kind, and is whole enough to say so.
pub(crate) fn takes_none(device: &Value<'_>) -> bool {
    [&ONLINE, &OFFLINE]
        .iter()
        .all(|capability| capability.state(device) == State::Unsupported)
}

/// Whether a device without the flag for codes says no by that: it has other flags, or is whole and lists no codes. A part of a device without
/// any flag says nothing by what is absent.
fn leaves_out(device: &Value<'_>) -> bool {
    let is_flag = |name: &str, value: &Value<'_>| name.starts_with("can_") && !value.is_null();
    if device.members().iter().any(|(name, value)| is_flag(name, value)) {
        return true;
    }
    let capabilities = device.get("capabilities_supported").items();
    let is_listed = capabilities.iter().any(|name| name.text() == Some(LISTED));
    !capabilities.is_empty() && !device.get("properties").is_null() && !is_listed
}

/// Why a device cannot take codes now, as far as it says.
fn reasons(device: &Value<'_>) -> String {
    let mut reasons: Vec<&str> = REASONS
        .iter()
        .filter(|(path, value, _)| device.at(path).boolean() == Some(*value))
        .map(|(_, _, reason)| *reason)
        .collect();
    let nuki = device.at(&["properties", "nuki_metadata"]);
    // Either kind of keypad is enough.
    let keypads = ["keypad_paired", "keypad_2_paired"].map(|key| nuki.get(key).boolean());
    if keypads.contains(&Some(false)) && !keypads.contains(&Some(true)) {
        reasons.push("its keypad is not paired");
    }
    let model = device.at(&["properties", "model"]);
    let needs_keypad = model.get("has_built_in_keypad").boolean() == Some(false)
        && model.get("can_connect_accessory_keypad").is_true()
        && device.at(&["properties", "accessory_keypad"]).is_null();
    if needs_keypad {
        reasons.push("it needs an accessory keypad");
    }
    for (list, key) in [("errors", "error_code"), ("warnings", "warning_code")] {
        reasons.extend(
            device
                .get(list)
                .items()
                .iter()
                .filter_map(|item| item.get(key).text()),
        );
    }
    if reasons.is_empty() {
        reasons.push("it does not say why, as when a keypad, a hub or a subscription is missing");
    }
    listed(&reasons)
}
