//! Webhooks of the fake: what is delivered to whom, signed so that receivers take it, again where it is not acknowledged, and twice or late where a
//! test asks for that.

use std::borrow::Cow;

use seam_edge::fake::WebhookDelivery;
use seam_edge::webhook::{Delivery, Secret, TOLERANCE, verify};
use serde_json::{Value, json};

use crate::calls::{BEGINNING, HOUR, MINUTE, SECOND, Seam};

const URL: &str = "https://app.test/webhook";

/// A webhook of these types of events: its ID and its secret.
fn webhook(seam: &Seam, event_types: Value) -> (String, String) {
    let parameters = match event_types {
        Value::Null => json!({ "url": URL }),
        event_types => json!({ "url": URL, "event_types": event_types }),
    };
    let webhook = seam.call("/webhooks/create", parameters)["webhook"].clone();
    let member = |key: &str| webhook[key].as_str().unwrap().to_owned();
    (member("webhook_id"), member("secret"))
}

/// What is due, signed at the fake's own time.
fn due(seam: &Seam) -> Vec<WebhookDelivery> {
    let mut fake = seam.fake.borrow_mut();
    let now = fake.now();
    fake.due_deliveries(now)
}

/// What is due, acknowledged with a status.
fn delivered(seam: &Seam, status: Option<u16>) -> Vec<WebhookDelivery> {
    let due = due(seam);
    for delivery in &due {
        seam.fake.borrow_mut().acknowledge(&delivery.id, status);
    }
    due
}

/// The event, as our own receiver takes it at an instant.
fn received(delivery: &WebhookDelivery, secret: &str, now: i64) -> Result<Value, String> {
    let header = |name: &str| {
        let mut found = delivery.headers.iter().filter(|(other, _)| *other == name);
        found.next().map(|(_, value)| Cow::from(value.clone()))
    };
    let at = Delivery {
        header: &header,
        now,
        tolerance: TOLERANCE,
    };
    let text = verify(&Secret::new(secret).unwrap(), delivery.body.as_bytes(), &at);
    text.map(|text| serde_json::from_str(text).unwrap())
        .map_err(|refusal| refusal.to_string())
}

fn types(deliveries: &[WebhookDelivery]) -> Vec<&str> {
    deliveries.iter().map(|one| &*one.event_type).collect()
}

#[test]
fn what_happens_is_delivered_signed_and_once() {
    let seam = Seam::with("august");
    let (webhook_id, secret) = webhook(&seam, Value::Null);
    let id = seam.create(json!({ "code": "4071" }));
    seam.advance(MINUTE);
    let deliveries = delivered(&seam, Some(204));
    assert_eq!(
        types(&deliveries),
        ["access_code.created", "access_code.set_on_device"]
    );
    assert_eq!(types(&deliveries), seam.events_of(&id));
    for delivery in &deliveries {
        assert_eq!((&*delivery.url, &delivery.webhook_id), (URL, &webhook_id));
        assert_eq!(delivery.attempt, 1);
        let event = received(delivery, &secret, BEGINNING + MINUTE).unwrap();
        let event_id = json!({ "event_id": event["event_id"] });
        assert_eq!(event, seam.call("/events/get", event_id)["event"]);
        let another = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";
        let refused = received(delivery, another, BEGINNING + MINUTE);
        assert_eq!(refused, Err("No matching signature found".to_owned()));
    }
    assert_eq!(due(&seam), []);
    assert_eq!(seam.fake.borrow().next_delivery(), None);
}

#[test]
fn a_webhook_gets_what_it_wants_of_its_own_workspace_while_it_is_there() {
    let seam = Seam::with("august");
    let (created, _) = webhook(&seam, json!(["access_code.created"]));
    let (gone, _) = webhook(&seam, json!(["*"]));
    let bearer = format!("Bearer {}", seam.fake.borrow().personal_access_token());
    let mut person = vec![("authorization".to_owned(), bearer)];
    let (_, reply) = seam.ask("/workspaces/create", &person, &json!({ "name": "Another" }));
    let another = reply["workspace"]["workspace_id"].as_str().unwrap();
    person.push(("seam-workspace".to_owned(), another.to_owned()));
    let (status, _) = seam.ask("/webhooks/create", &person, &json!({ "url": URL }));
    assert_eq!(status, 200);
    seam.create(json!({}));
    seam.call("/webhooks/delete", json!({ "webhook_id": gone }));
    seam.advance(MINUTE);
    let deliveries = delivered(&seam, Some(200));
    assert_eq!(types(&deliveries), ["access_code.created"]);
    assert_eq!(deliveries[0].webhook_id, created);
    let update = json!({ "webhook_id": created, "event_types": ["access_code.set_on_device"] });
    seam.call("/webhooks/update", update);
    seam.create(json!({}));
    seam.advance(MINUTE);
    assert_eq!(types(&delivered(&seam, Some(200))), ["access_code.set_on_device"]);
}

#[test]
fn what_is_not_acknowledged_comes_again_at_the_documented_distances() {
    let seam = Seam::with("august");
    let (_, secret) = webhook(&seam, json!(["access_code.created"]));
    seam.create(json!({}));
    let (mut ids, mut distances) = (Vec::new(), Vec::new());
    let mut last = BEGINNING;
    loop {
        let next = seam.fake.borrow().next_delivery();
        let Some(at) = next else { break };
        distances.push(at - last);
        seam.advance(at - last);
        last = at;
        // One that is under way does not come a second time.
        let deliveries = due(&seam);
        assert_eq!(due(&seam), []);
        let [delivery] = &*deliveries else {
            panic!("{deliveries:?}");
        };
        assert_eq!(delivery.attempt as usize, distances.len());
        assert!(received(delivery, &secret, at).is_ok());
        ids.push(delivery.id.clone());
        // A redirect, a refusal and silence are no acknowledgement.
        let status = [Some(500), None, Some(302)][distances.len() % 3];
        seam.fake.borrow_mut().acknowledge(&delivery.id, status);
    }
    let expected = [
        0,
        5 * SECOND,
        5 * MINUTE,
        30 * MINUTE,
        2 * HOUR,
        5 * HOUR,
        10 * HOUR,
        10 * HOUR,
    ];
    assert_eq!(distances, expected);
    ids.dedup();
    assert_eq!(ids.len(), 1);
}

#[test]
fn events_come_twice_and_late_on_command() {
    let seam = Seam::with("august");
    let (_, secret) = webhook(&seam, json!(["access_code.created"]));
    seam.fake.borrow_mut().repeat_events(1);
    seam.create(json!({}));
    let twice = delivered(&seam, Some(200));
    assert_eq!(twice.len(), 2);
    assert_eq!(twice[0].body, twice[1].body);
    assert_ne!(twice[0].id, twice[1].id);
    assert!(twice.iter().all(|one| received(one, &secret, BEGINNING).is_ok()));

    seam.fake.borrow_mut().repeat_events(0);
    seam.fake.borrow_mut().delay_events(u32::try_from(HOUR).unwrap());
    for _ in 0..10 {
        seam.create(json!({}));
        seam.advance(MINUTE);
    }
    let mut times = Vec::new();
    while times.len() < 10 {
        seam.advance(SECOND);
        let deliveries = delivered(&seam, Some(200));
        times.extend(deliveries.iter().map(|delivery| {
            let event: Value = serde_json::from_str(&delivery.body).unwrap();
            event["created_at"].as_str().unwrap().to_owned()
        }));
    }
    assert!(!times.is_sorted(), "{times:?}");
}

#[test]
fn the_signature_has_the_time_of_the_receiver() {
    let seam = Seam::with("august");
    let (_, secret) = webhook(&seam, json!(["access_code.created"]));
    seam.create(json!({}));
    let far = BEGINNING + 1_000 * HOUR;
    let deliveries = seam.fake.borrow_mut().due_deliveries(far);
    assert!(received(&deliveries[0], &secret, far).is_ok());
    assert_eq!(
        received(&deliveries[0], &secret, BEGINNING),
        Err("Message timestamp too new".to_owned())
    );
}
