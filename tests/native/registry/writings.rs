//! One JSON value can be written in many ways, and a damaged text must never pass for a wrong value: recorded replies, rewritten and
//! damaged at random (the same way in every run), hold the interpreter to `serde_json`.

use seam_edge::schema::check;
use serde_json::Value;

use crate::{endpoints, fixtures, verdicts};

/// Numbers that look random and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        // Knuth's constants; the high bits are the good ones.
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }
}

/// The value with white space where JSON allows it and with characters written as escapes.
fn rewritten(value: &Value, chance: &mut Chance) -> String {
    let space = [" ", "\n", "\t\r", "", "", ""][chance.below(6)];
    let text = match value {
        Value::String(text) => quoted(text, chance),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(|item| rewritten(item, chance)).collect();
            format!("[{space}{}{space}]", items.join(","))
        }
        Value::Object(members) => {
            let members: Vec<String> = members
                .iter()
                .map(|(key, value)| {
                    format!(
                        "{space}{}{space}:{}",
                        quoted(key, chance),
                        rewritten(value, chance)
                    )
                })
                .collect();
            format!("{{{}{space}}}", members.join(","))
        }
        other => other.to_string(),
    };
    format!("{space}{text}{space}")
}

fn quoted(text: &str, chance: &mut Chance) -> String {
    let letters: String = text
        .chars()
        .map(|letter| match letter {
            '"' | '\\' => format!("\\{letter}"),
            _ if chance.below(8) == 0 => {
                let mut units = [0; 2];
                let units = letter.encode_utf16(&mut units);
                units.iter().map(|unit| format!("\\u{unit:04x}")).collect()
            }
            _ => letter.to_string(),
        })
        .collect();
    format!("\"{letters}\"")
}

/// The text with one to three bytes removed, doubled or replaced.
fn damaged(text: &str, chance: &mut Chance) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=chance.below(3) {
        let at = chance.below(bytes.len());
        match chance.below(3) {
            0 => drop(bytes.remove(at)),
            1 => bytes.insert(at, bytes[at]),
            _ => bytes[at] = b"\"\\{}[],:0atfn-.e \n"[chance.below(18)],
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn every_way_of_writing_a_reply_is_read_alike() {
    let mut chance = Chance(1);
    for (name, endpoint) in endpoints() {
        let mut reply = fixtures::reply(&name);
        // Something to be found: a field that no door depends on is wrong, in every reply.
        reply["pagination"] = Value::from("wrong: \u{e9}\u{1f511} \"quoted\" \\ ");
        let fields = endpoint.reply.fields();
        let expected = verdicts(&check::reply(&reply.to_string(), &fields).unwrap());
        for _ in 0..40 {
            let text = rewritten(&reply, &mut chance);
            assert_eq!(
                serde_json::from_str::<Value>(&text).unwrap(),
                reply,
                "the rewriting itself"
            );
            let findings =
                check::reply(&text, &fields).unwrap_or_else(|error| panic!("{name}: {error:?}: {text}"));
            assert_eq!(verdicts(&findings), expected, "{name}: {text}");
        }
    }
}

#[test]
fn what_is_well_formed_is_never_called_malformed() {
    let mut chance = Chance(2);
    let (mut sound, mut broken) = (0, 0);
    for (name, endpoint) in endpoints() {
        let text = fixtures::reply(&name).to_string();
        for _ in 0..400 {
            let text = damaged(&text, &mut chance);
            let is_object = serde_json::from_str::<Value>(&text).is_ok_and(|value| value.is_object());
            let read = check::reply(&text, &endpoint.reply.fields());
            assert!(read.is_ok() || !is_object, "{name}: {read:?}: {text}");
            if is_object { sound += 1 } else { broken += 1 }
        }
    }
    assert!(sound > 500 && broken > 500, "{sound} sound, {broken} broken");
}
