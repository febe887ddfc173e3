//! One JSON value can be written in many ways, and a damaged text must never pass for a wrong value: recorded replies, rewritten and
//! damaged at random (the same way in every run), hold the interpreter to `serde_json` and its shortcuts to the long way.
//!
//! `SOAK=1000000 cargo test --release --test registry shortcuts` tries as many texts.

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
        let expected = verdicts(&check::reply(&reply.to_string(), fields).unwrap());
        for _ in 0..40 {
            let text = rewritten(&reply, &mut chance);
            assert_eq!(
                serde_json::from_str::<Value>(&text).unwrap(),
                reply,
                "the rewriting itself"
            );
            let findings =
                check::reply(&text, fields).unwrap_or_else(|error| panic!("{name}: {error:?}: {text}"));
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
            let read = check::reply(&text, endpoint.reply.fields());
            assert!(read.is_ok() || !is_object, "{name}: {read:?}: {text}");
            if is_object { sound += 1 } else { broken += 1 }
        }
    }
    assert!(sound > 500 && broken > 500, "{sound} sound, {broken} broken");
}

/// The same text, written so that no shortcut of the interpreter applies: white space around every token, every character of a string as an
/// escape. Numbers stay as they are, since messages show them.
fn laborious(value: &Value) -> String {
    let escaped = |text: &str| -> String {
        let units = text.encode_utf16();
        let letters: String = units.map(|unit| format!("\\u{unit:04x}")).collect();
        format!(" \"{letters}\" ")
    };
    match value {
        Value::String(text) => escaped(text),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(laborious).collect();
            format!(" [ {} ] ", items.join(","))
        }
        Value::Object(members) => {
            let members: Vec<String> = members
                .iter()
                .map(|(key, value)| format!("{}:{}", escaped(key), laborious(value)))
                .collect();
            format!(" {{ {} }} ", members.join(","))
        }
        other => format!(" {other} "),
    }
}

/// Spoils a few values anywhere inside: another kind, another text, a key less or more.
fn spoil(value: &mut Value, chance: &mut Chance) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| spoil(item, chance)),
        Value::Object(members) => {
            members.values_mut().for_each(|member| spoil(member, chance));
            if chance.below(20) == 0 {
                let key = members.keys().nth(chance.below(members.len().max(1))).cloned();
                let removed = key.as_ref().and_then(|key| members.remove(key));
                if let (Some(key), Some(removed)) = (key, removed) {
                    let renamed = [format!("{key}s"), "[".to_owned(), ".".to_owned(), String::new()];
                    members.insert(renamed[chance.below(4)].clone(), removed);
                }
            }
        }
        _ => {}
    }
    if chance.below(40) == 0 {
        *value = [
            Value::Null,
            Value::from(true),
            Value::from(-1.5),
            Value::from("2026-02-30T15:00:00Z"),
            Value::from("2026-02-28t15:00:60.5-08:00"),
            Value::from("\u{e9}\u{1f511} \"quoted\" \\ \n"),
            Value::from("12"),
            Value::from(vec![0; 3]),
            serde_json::json!({ "ok": false }),
        ][chance.below(9)]
        .clone();
    }
}

#[test]
fn shortcuts_change_no_verdict() {
    let texts: usize = std::env::var("SOAK").map_or(4_000, |texts| texts.parse().unwrap());
    let mut chance = Chance(3);
    let (mut sound, mut wrong) = (0, 0);
    let endpoints = endpoints();
    for _ in 0..texts {
        let (name, endpoint) = &endpoints[chance.below(endpoints.len())];
        let mut reply = fixtures::reply(name);
        spoil(&mut reply, &mut chance);
        if !reply.is_object() {
            continue;
        }
        let fields = endpoint.reply.fields();
        let check =
            |text: &str| check::reply(text, fields).unwrap_or_else(|error| panic!("{error:?}: {text}"));
        let (short, long) = (check(&reply.to_string()), check(&laborious(&reply)));
        // Issues to the letter: order, paths, texts.
        assert_eq!(format!("{short:?}"), format!("{long:?}"), "{name}: {reply}");
        if short.issues.is_empty() {
            sound += 1
        } else {
            wrong += 1
        }
    }
    assert!(
        sound > texts / 20 && wrong > texts / 20,
        "{sound} sound, {wrong} wrong"
    );
}

#[test]
fn a_string_without_one_of_its_quotes_is_malformed() {
    for (name, endpoint) in endpoints() {
        let text = fixtures::reply(&name).to_string();
        assert!(
            !text.contains('\\'),
            "{name}: escaped quotes would have to be left out"
        );
        for (at, _) in text.match_indices('"') {
            let mut broken = text.clone();
            broken.replace_range(at..=at, "x");
            let read = check::reply(&broken, endpoint.reply.fields());
            assert!(read.is_err(), "{name}: {broken}");
        }
    }
}
