//! What holds for any delivery: what was signed passes, what was changed does not, and no text makes it fail in another way.

use base64ct::{Base64, Encoding};
use hmac::{Hmac, KeyInit, Mac};
use proptest::prelude::*;
use seam_edge::webhook::{Refusal, Secret, Unreadable, Unverified};
use sha2::Sha256;

use crate::delivered::Delivered;
use crate::soak::cases;

/// Signs as the sender does.
fn signed(key: &[u8], id: &str, timestamp: &str, body: &[u8]) -> Delivered {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    mac.update(format!("{id}.{timestamp}.").as_bytes());
    mac.update(body);
    let signature = format!("v1,{}", Base64::encode_string(&mac.finalize().into_bytes()));
    let secret = format!("whsec_{}", Base64::encode_string(key));
    Delivered::new(&secret, id, timestamp, &signature, body)
}

prop_compose! {
    fn delivery()(
        key in prop::collection::vec(any::<u8>(), 1..80),
        id in "[!-~]{1,40}",
        timestamp in 0_i64..4_000_000_000,
        note in any::<String>(),
    ) -> Delivered {
        let body = serde_json::json!({ "event_type": "x", "note": note, "event_id": "1" }).to_string();
        signed(&key, &id, &timestamp.to_string(), body.as_bytes())
    }
}

fn flip(bytes: &mut [u8], at: prop::sample::Index, bit: u8) {
    let at = at.index(bytes.len());
    bytes[at] ^= 1 << bit;
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn what_was_signed_passes(delivered in delivery(), others in prop::collection::vec("v[12]a?,[A-Za-z0-9+/=]{0,44}", 0..4), at in any::<prop::sample::Index>()) {
        prop_assert_eq!(delivered.outcome(), "event");
        let mut several = delivered.clone();
        let (_, own) = several.headers.pop().unwrap();
        let mut list = others;
        list.insert(at.index(list.len() + 1), own);
        several.set("svix-signature", Some(&list.join(" ")));
        prop_assert_eq!(several.outcome(), "event");
    }

    #[test]
    fn a_bit_of_the_body_decides(mut delivered in delivery(), at in any::<prop::sample::Index>(), bit in 0_u8..8) {
        flip(&mut delivered.body, at, bit);
        prop_assert_eq!(delivered.outcome(), "no_match");
    }

    #[test]
    fn a_bit_of_the_key_decides(delivered in delivery(), at in any::<prop::sample::Index>(), bit in 0_u8..8) {
        let mut key = Base64::decode_vec(&delivered.secret["whsec_".len()..]).unwrap();
        flip(&mut key, at, bit);
        let other = Delivered { secret: Base64::encode_string(&key), ..delivered };
        prop_assert_eq!(other.outcome(), "no_match");
    }

    #[test]
    fn a_bit_of_the_signature_decides(mut delivered in delivery(), at in any::<prop::sample::Index>(), bit in 0_u8..8) {
        let (_, own) = delivered.headers.pop().unwrap();
        let mut signature = Base64::decode_vec(&own["v1,".len()..]).unwrap();
        flip(&mut signature, at, bit);
        delivered.set("svix-signature", Some(&format!("v1,{}", Base64::encode_string(&signature))));
        prop_assert_eq!(delivered.outcome(), "no_match");
    }

    #[test]
    fn the_time_decides_in_whole_seconds(mut delivered in delivery(), away in -700_000_i64..700_000, tolerance in 0_u64..700_000) {
        let seconds = delivered.now / 1000;
        delivered.now += away;
        delivered.tolerance = tolerance;
        let ago = (delivered.now.div_euclid(1000) - seconds) * 1000;
        let expected = match ago {
            _ if ago.unsigned_abs() <= tolerance => "event",
            0.. => "too_old",
            _ => "too_new",
        };
        prop_assert_eq!(delivered.outcome(), expected);
    }

    #[test]
    fn any_headers_are_refused_in_one_of_the_known_ways(
        id in any::<String>(), timestamp in "[0-9]{1,20}|\\PC*", signature in "(v1,)?\\PC*", secret in any::<String>(),
        body in prop::collection::vec(any::<u8>(), 0..200), now in any::<i64>(), tolerance in any::<u64>(),
    ) {
        let mut delivered = Delivered::new("whsec_AAAA", &id, "0", &signature, &body);
        delivered.set("svix-timestamp", Some(&timestamp));
        (delivered.now, delivered.tolerance) = (now, tolerance);
        prop_assert_ne!(delivered.outcome(), "event");
        delivered.secret = secret;
        prop_assert_ne!(delivered.outcome(), "event");
    }

    #[test]
    fn what_is_an_event_is_decided_as_by_a_parser(text in "[{}\\[\\]\",:a1 ]{0,12}|\\{(\"event_(id|type)\":(\"x\"|1|null|\\{\\}),?){0,3}\\}") {
        let outcome = signed(b"key", "id", "1", text.as_bytes()).outcome();
        match serde_json::from_str::<serde_json::Value>(&text) {
            Ok(value) if value["event_id"].is_string() && value["event_type"].is_string() => prop_assert_eq!(outcome, "event"),
            Ok(_) => prop_assert_eq!(outcome, "not_an_event"),
            // What is nested is left to the parser that makes values of it.
            Err(_) => prop_assert_ne!(outcome, "no_match"),
        }
    }
}

#[test]
fn nothing_that_is_printed_holds_a_secret() {
    let secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    assert_eq!(format!("{:?}", Secret::new(secret)), "Ok(Secret(..))");
    let invalid = Secret::new(&format!("{secret}=")).unwrap_err().to_string();
    assert!(!invalid.contains("AAECAw"), "{invalid}");
    for reason in [
        Unverified::MissingHeaders,
        Unverified::InvalidHeaders,
        Unverified::TooOld,
        Unverified::TooNew,
        Unverified::NoMatch,
    ] {
        assert_eq!(Refusal::Unverified(reason).to_string(), reason.message());
    }
    for reason in [Unreadable::NotJson, Unreadable::NotAnEvent] {
        assert_eq!(Refusal::Payload(reason).to_string(), reason.message());
    }
}
