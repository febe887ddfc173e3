//! `/webhooks/**`, and what becomes of events that webhooks want: each is a signed message, sent again at the documented distances until it is
//! acknowledged (docs/api-facts.md#webhook-signatures). Sends nothing itself: a test takes what is due, and says what came of it.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Value, json};

use crate::fake::Fake;
use crate::fake::authentication::Caller;
use crate::fake::events::vec_of;
use crate::fake::failure::Failure;
use crate::fake::instant::{MINUTE, SECOND};
use crate::fake::kinds::WEBHOOK;
use crate::fake::records::{Record, Resource, members, text, texts};
use crate::fake::routes::Answer;
use crate::webhook::{Secret, encoded, sign};

/// From one attempt to the next, in ms (docs/api-facts.md#limits-and-webhooks-repeats).
const PAUSES: [i64; 7] = [
    5 * SECOND,
    5 * MINUTE,
    30 * MINUTE,
    120 * MINUTE,
    300 * MINUTE,
    600 * MINUTE,
    600 * MINUTE,
];

/// One attempt to deliver an event to a webhook: an HTTP request of the method POST.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebhookDelivery {
    /// ID of the message, as the header `svix-id` has it: the same in each attempt, another where an event comes once more.
    pub id: String,
    /// ID of the webhook.
    pub webhook_id: String,
    /// Where to.
    pub url: String,
    /// `content-type` and the three headers of the signature.
    pub headers: Vec<(&'static str, String)>,
    /// The event as JSON text.
    pub body: String,
    /// The type of the event.
    pub event_type: String,
    /// Which attempt of this message it is, from 1.
    pub attempt: u32,
}

/// The messages that are not acknowledged yet.
#[derive(Clone, Debug, Default)]
pub(super) struct Deliveries {
    messages: Vec<Message>,
    /// How many times more each event comes.
    repeats: u32,
}

/// An event on its way to a webhook.
#[derive(Clone, Debug)]
struct Message {
    id: String,
    webhook_id: String,
    event: Value,
    /// How many attempts there have been.
    attempts: usize,
    /// When the next one is due, in ms since 1970; nothing while one is under way.
    due: Option<i64>,
}

impl Fake {
    /// The attempts to deliver webhooks that are due, in order. Each is under way then, and due again only after
    /// [`acknowledge`](Self::acknowledge) has said that it failed.
    ///
    /// `signed_at` is the time in the signatures, in ms since 1970. A receiver holds it to its own clock, which need not be the fake's.
    pub fn due_deliveries(&mut self, signed_at: i64) -> Vec<WebhookDelivery> {
        let (records, now) = (&self.records, self.now);
        // Who deletes a webhook wants to hear no more of it.
        let messages = &mut self.deliveries.messages;
        messages.retain(|message| records.find(&WEBHOOK, &message.webhook_id).is_some());
        let mut due: Vec<&mut Message> = messages
            .iter_mut()
            .filter(|message| message.due.is_some_and(|at| at <= now))
            .collect();
        due.sort_by_key(|message| message.due);
        let attempts = due.into_iter().filter_map(|message| {
            message.due = None;
            message.attempts += 1;
            message.delivery(records.find(&WEBHOOK, &message.webhook_id)?, signed_at)
        });
        attempts.collect()
    }

    /// Says what came of an attempt, by the ID of its message: the HTTP status, nothing where there was no answer. A status from 200 to 299 is the
    /// end of it; after any other it is due again after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h and 10 h.
    pub fn acknowledge(&mut self, id: &str, status: Option<u16>) {
        let now = self.now;
        let messages = &mut self.deliveries.messages;
        let Some(place) = messages.iter().position(|message| message.id == id) else {
            return;
        };
        let next = messages.get_mut(place).and_then(|message| {
            let is_done = status.is_some_and(|status| (200..300).contains(&status));
            let pause = PAUSES.get(message.attempts.saturating_sub(1));
            message.due = pause.filter(|_| !is_done).map(|pause| now + pause);
            message.due
        });
        if next.is_none() {
            messages.remove(place);
        }
    }

    /// The instant at which an attempt to deliver a webhook is due next, in ms since 1970; nothing where none is.
    #[must_use]
    pub fn next_delivery(&self) -> Option<i64> {
        let messages = self.deliveries.messages.iter();
        messages.filter_map(|message| message.due).min()
    }

    /// From now on each event comes to its webhooks so many times more, each time in a message of its own.
    pub fn repeat_events(&mut self, times: u32) {
        self.deliveries.repeats = times;
    }

    /// Has an event delivered to the webhooks of its workspace that want its type.
    pub(super) fn send_to_webhooks(&mut self, event: &Record) {
        let event_type = text(&event.resource, "event_type");
        let wanting = self.records.of(&WEBHOOK).filter(|webhook| {
            let wanted = texts(&webhook.resource, "event_types");
            let wants = |name: &String| name == "*" || name == event_type;
            webhook.workspace_id == event.workspace_id && (wanted.is_empty() || wanted.iter().any(wants))
        });
        let wanting: Vec<String> = wanting.map(|webhook| webhook.id().to_owned()).collect();
        for webhook_id in wanting {
            for _ in 0..=self.deliveries.repeats {
                let id = format!("msg_{:016x}", self.randomness.bits());
                self.deliveries.messages.push(Message {
                    id,
                    webhook_id: webhook_id.clone(),
                    event: event.resource.clone().into(),
                    attempts: 0,
                    due: Some(self.now),
                });
            }
        }
    }

    /// A secret of 24 random bytes, as webhooks have it.
    fn webhook_secret(&mut self) -> String {
        let bytes: Vec<u8> = (0..3)
            .flat_map(|_| self.randomness.bits().to_le_bytes())
            .collect();
        format!("whsec_{}", encoded(&bytes))
    }
}

impl Message {
    /// The attempt that is made now; nothing where the webhook has no secret to sign with.
    fn delivery(&self, webhook: &Record, signed_at: i64) -> Option<WebhookDelivery> {
        let secret = Secret::new(text(&webhook.resource, "secret")).ok()?;
        let body = self.event.to_string();
        let timestamp = signed_at.div_euclid(SECOND).to_string();
        let signature = sign(&secret, &self.id, &timestamp, body.as_bytes());
        Some(WebhookDelivery {
            id: self.id.clone(),
            webhook_id: self.webhook_id.clone(),
            url: text(&webhook.resource, "url").to_owned(),
            headers: Vec::from([
                ("content-type", "application/json".to_owned()),
                ("svix-id", self.id.clone()),
                ("svix-timestamp", timestamp),
                ("svix-signature", signature),
            ]),
            event_type: self.event.get("event_type").and_then(Value::as_str)?.to_owned(),
            body,
            attempt: u32::try_from(self.attempts).unwrap_or(u32::MAX),
        })
    }
}

/// `/webhooks/create`
pub(super) fn create(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let id = fake.randomness.uuid();
    let events = parameters
        .get("event_types")
        .cloned()
        .unwrap_or_else(|| json!(["*"]));
    let resource = members(json!({
        "webhook_id": id, "url": parameters.get("url"), "event_types": events, "secret": fake.webhook_secret(),
    }));
    let shown = Value::Object(resource.clone());
    fake.records
        .add(Record::new(&WEBHOOK, &*caller.workspace_id, resource));
    Ok(vec_of("webhook", shown))
}

/// `/webhooks/update`
pub(super) fn update(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let id = fake.id_of(&WEBHOOK, caller, parameters)?;
    if let (Some(webhook), Some(events)) = (
        fake.records.resource_mut(&WEBHOOK, &id),
        parameters.get("event_types"),
    ) {
        webhook.insert("event_types".into(), events.clone());
    }
    Ok(Answer::new())
}
