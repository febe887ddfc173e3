//! Tests of [`super`] and of the strings it reads.

use super::*;
use crate::schema::json_text::write_text;

#[test]
fn passes_any_value_and_gives_its_text() {
    for value in [
        "null",
        "true",
        "-1.5e+3",
        "\"a\\\"b\"",
        "[]",
        "{}",
        "[1,[2,{\"a\":[]}]]",
        "{\"a\":\"}\"}",
    ] {
        let text = format!(" {value} ,");
        assert_eq!(Reader::new(&text).value(), Ok(value));
    }
}

#[test]
fn refuses_what_is_cut_off() {
    for text in [
        "", "\"a", "\"a\\", "[1", "{\"a\":", "{\"a\":1", "}", ",", "\"a\nb\"",
    ] {
        assert!(Reader::new(text).value().is_err(), "{text}");
    }
}

#[test]
fn finds_the_end_of_a_string_wherever_it_is() {
    for length in 0..70 {
        let plain = "x".repeat(length);
        for (end, said) in [
            ("\"", Some("")),
            ("\\\"\"", Some("\\\"")),
            ("\n\"", None),
            ("", None),
        ] {
            let text = ["\"", &plain, end, &"y\"".repeat(20)].concat();
            let text = text.get(..length + 1 + end.len()).unwrap_or_default();
            let expected = said.map(|said| [&plain, said].concat());
            assert_eq!(Reader::new(text).raw_text().ok(), expected.as_deref(), "{text}");
            let long = [text, ",", &plain].concat();
            if said.is_some() {
                assert_eq!(Reader::new(&long).raw_text().ok(), expected.as_deref(), "{long}");
            }
        }
    }
}

#[test]
fn resolves_escapes() {
    let said = |text: &str| Reader::new(text).text().map(Cow::into_owned);
    assert_eq!(said(r#""a\n\u00e9\ud83d\ude00\\""#), Ok("a\né😀\\".to_owned()));
    assert_eq!(said(r#""\ud83dx""#), Ok("\u{fffd}x".to_owned()));
}

#[test]
fn reads_numbers() {
    for (word, value) in [
        ("0", 0.0),
        ("-0", -0.0),
        ("12", 12.0),
        ("0.5", 0.5),
        ("-1.25", -1.25),
        ("1e21", 1e21),
        ("1.5E+2", 150.0),
        ("25e-1", 2.5),
        ("1e999999999999", f64::INFINITY),
        ("1e-999999999999", 0.0),
    ] {
        assert_eq!(number(word).to_string(), value.to_string(), "{word}");
    }
}

#[test]
fn tells_whole_numbers() {
    for whole in [0.0, -3.0, 1e21, f64::INFINITY] {
        assert!(is_whole(whole), "{whole}");
    }
    assert!(!is_whole(0.5) && !is_whole(-2.25) && !is_whole(f64::NAN));
}

#[test]
fn finds_the_last_of_equal_keys() {
    let text = r#"{"error":{"type":"a","x":[{"type":"no"}],"type":"b"},"ok":false}"#;
    let error = find(text, "error").unwrap_or_default();
    assert_eq!(find_text(error, "type").as_deref(), Some("b"));
    assert_eq!(find(text, "ok"), Some("false"));
    assert_eq!(find(error, "none"), None);
}

#[test]
fn writes_what_it_reads() {
    for text in ["", "a\"b\\c\u{1}\n", "Türschloß 🔐"] {
        let mut written = String::new();
        write_text(&mut written, text);
        assert_eq!(Reader::new(&written).text().as_deref(), Ok(text));
        assert_eq!(
            serde_json::from_str::<String>(&written).ok().as_deref(),
            Some(text)
        );
    }
}
