//! What `seam-edge/testing` asks: fakes of Seam, each under a number, to which requests, time and controls go. A module of its own, which no program
//! carries that is not a test. Decides nothing: the fake is in `fake`.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use spin::Mutex;
use wasm_bindgen::prelude::*;

use crate::options;
use seam_edge::fake::{
    Disturbance, Fake, LockControl, LogLine, Misuse, NetworkFault, NewDevice, Request, Setup, WebhookDelivery,
};
use seam_edge::options::known::TESTING;
use seam_edge::schema::misspelling;
use seam_edge::schema::record::Record;
use seam_edge::schema::value::Value;
use seam_edge::text::each_part;

/// The fakes by their numbers, and how many there have been. A number is never used again, so that a fake which is gone is never taken for another.
/// There is one thread, so the lock is never waited for: it stands in for unsafe code.
static FAKES: Mutex<(u32, BTreeMap<u32, Fake>)> = Mutex::new((0, BTreeMap::new()));

/// Answers a question, whose words are lines, about a JSON object. The answer is a JSON object; where something was used wrongly, `{ misuse }`.
///
/// | Question | Object | Answer |
/// |---|---|---|
/// | `create` | `{ now, seed }` | `{ fake, apiKey, publishableKey, personalAccessToken, consoleSessionToken, workspaceId }` |
/// | `exchange` | `{ fake, now, method, path, headers, body }` | `{ delay, status, headers, body }`; `{ delay }` where no reply comes |
/// | `add` | `{ fake, now, brand, deviceId, name, slots, timeZone }` | `{ deviceId }` |
/// | `control` | `{ fake, now, device, control, … }` with what the control takes | `{}` |
/// | `enter` | `{ fake, now, device, code }` | `{ opens }` |
/// | `holds` | `{ fake, now, device, accessCodeId, code }` | `{ holds }` |
/// | `account` | `{ fake, now, account, isConnected }` | `{}` |
/// | `provider` | `{ fake, now, brand, isAvailable }` | `{}` |
/// | `login` | `{ fake, now, webview, brand }` | `{ account }` |
/// | `disturb` | `{ fake, now, fault, path, times, ms, seconds, status }` | `{}` |
/// | `disturb_at_random` | `{ fake, now, share }` | `{}` |
/// | `delay_events` | `{ fake, now, ms }` | `{}` |
/// | `repeat_events` | `{ fake, now, times }` | `{}` |
/// | `deliveries` | `{ fake, now, signedAt }` | `{ deliveries: [{ id, webhookId, url, headers, body, eventType, attempt }] }` |
/// | `acknowledge` | `{ fake, now, id, status }`, no `status` where there was no answer | `{}` |
/// | `advance` | `{ fake, now }` | `{}` |
/// | `log` | `{ fake, now }` | `{ log: [{ at, method, path, status, error }] }` |
/// | `free` | `{ fake }` | `{}`: the fake is gone |
/// | `under_way` | | `{ number }`: how many fakes there are, for tests |
/// | `options`, a function, the names of its options | | `{}`, or `{ fault }` where one is not known |
///
/// `now` is in ms since 1970: what happens until then has happened before the question is answered.
#[wasm_bindgen]
#[must_use]
pub fn testing(question: &str, text: &str) -> String {
    let mut words = each_part(question, b'\n');
    let question = words.next().unwrap_or_default();
    if question == "options" {
        return options::answer(TESTING, &mut words, misspelling::nearest).finish();
    }
    let asked = Value::read(text).unwrap_or(Value::Null);
    let answered = match question {
        "create" => Ok(create(&asked)),
        "free" => Ok(free(&asked)),
        "under_way" => Ok(count()),
        _ => with_fake(question, &asked),
    };
    answered.unwrap_or_else(misuse).finish()
}

fn misuse(message: String) -> Record {
    let mut answer = Record::new();
    answer.text("misuse", &message);
    answer
}

fn create(asked: &Value<'_>) -> Record {
    let fake = Fake::new(Setup {
        now: whole(asked, "now"),
        seed: whole(asked, "seed").cast_unsigned(),
    });
    let mut answer = Record::new();
    answer.text("apiKey", fake.api_key());
    answer.text("publishableKey", fake.publishable_key());
    answer.text("personalAccessToken", fake.personal_access_token());
    answer.text("consoleSessionToken", fake.console_session_token());
    answer.text("workspaceId", fake.workspace_id());
    let (count, fakes) = &mut *FAKES.lock();
    *count += 1;
    answer.number("fake", f64::from(*count));
    fakes.insert(*count, fake);
    answer
}

fn free(asked: &Value<'_>) -> Record {
    let (_, fakes) = &mut *FAKES.lock();
    fakes.remove(&(whole(asked, "fake") as u32));
    Record::new()
}

fn count() -> Record {
    let (_, fakes) = &*FAKES.lock();
    let mut answer = Record::new();
    answer.number("number", fakes.len() as f64);
    answer
}

fn with_fake(question: &str, asked: &Value<'_>) -> Result<Record, String> {
    let (_, fakes) = &mut *FAKES.lock();
    let fake = fakes.get_mut(&(whole(asked, "fake") as u32));
    let fake = fake.ok_or("this fake has been freed: create another")?;
    let now = whole(asked, "now");
    fake.advance_to(now);
    answer(fake, question, asked, now).map_err(|misuse| misuse.to_string())
}

fn answer(fake: &mut Fake, question: &str, asked: &Value<'_>, now: i64) -> Result<Record, Misuse> {
    let mut answer = Record::new();
    let said = |key| asked.get(key).text().unwrap_or_default();
    match question {
        "exchange" => return Ok(exchange(fake, asked, now)),
        "add" => {
            let given = |key| asked.get(key).text().map(ToOwned::to_owned);
            let device_id = fake.add_device(NewDevice {
                brand: said("brand").to_owned(),
                device_id: given("deviceId"),
                name: given("name"),
                slots: asked.get("slots").number().map(|slots| slots as u32),
                time_zone: given("timeZone"),
            })?;
            answer.text("deviceId", &device_id);
        }
        "control" => fake.control(said("device"), control(asked))?,
        "enter" => answer.boolean("opens", fake.enter(said("device"), said("code"))?),
        "holds" => {
            let holds = fake.holds(said("device"), said("accessCodeId"), said("code"))?;
            answer.boolean("holds", holds);
        }
        "account" => fake.set_connected(said("account"), asked.get("isConnected").is_true())?,
        "provider" => fake.set_available(said("brand"), asked.get("isAvailable").is_true())?,
        "login" => answer.text(
            "account",
            &fake.complete_connect_webview(said("webview"), said("brand"))?,
        ),
        "disturb" => fake.disturb(Disturbance {
            fault: fault(asked),
            path: asked.get("path").text().map(ToOwned::to_owned),
            times: asked.get("times").number().map_or(1, |times| times as u32),
        })?,
        "disturb_at_random" => fake.disturb_at_random(asked.get("share").number().unwrap_or(-1.0))?,
        "delay_events" => fake.delay_events(whole(asked, "ms") as u32),
        "repeat_events" => fake.repeat_events(whole(asked, "times") as u32),
        "deliveries" => {
            let deliveries = fake.due_deliveries(whole(asked, "signedAt"));
            answer.records("deliveries", deliveries.iter().map(delivery));
        }
        "acknowledge" => {
            let status = asked.get("status").number().map(|status| status as u16);
            fake.acknowledge(said("id"), status);
        }
        "log" => answer.records("log", fake.log().iter().map(line)),
        _ => {}
    }
    Ok(answer)
}

fn exchange(fake: &mut Fake, asked: &Value<'_>, now: i64) -> Record {
    let headers: Vec<(String, String)> = asked
        .get("headers")
        .members()
        .iter()
        .map(|(name, value)| (name.to_string(), value.text().unwrap_or_default().to_owned()))
        .collect();
    let said = |key| asked.get(key).text().unwrap_or_default();
    let request = Request {
        method: said("method"),
        path: said("path"),
        headers: &headers,
        body: said("body"),
    };
    let exchange = fake.exchange(&request, now);
    let mut answer = Record::new();
    answer.number("delay", exchange.delay as f64);
    if let Some(reply) = exchange.reply {
        answer.number("status", f64::from(reply.status));
        answer.record("headers", headers_of(&reply.headers));
        answer.text("body", &reply.body);
    }
    answer
}

fn headers_of(headers: &[(&str, String)]) -> Record {
    let mut record = Record::new();
    for (name, value) in headers {
        record.text(name, value);
    }
    record
}

fn delivery(delivery: &WebhookDelivery) -> Record {
    let mut record = Record::new();
    record.text("id", &delivery.id);
    record.text("webhookId", &delivery.webhook_id);
    record.text("url", &delivery.url);
    record.record("headers", headers_of(&delivery.headers));
    record.text("body", &delivery.body);
    record.text("eventType", &delivery.event_type);
    record.number("attempt", f64::from(delivery.attempt));
    record
}

fn control(asked: &Value<'_>) -> LockControl {
    let said = |key: &str| asked.get(key).text().unwrap_or_default().to_owned();
    match asked.get("control").text().unwrap_or_default() {
        "goOffline" => LockControl::GoOffline,
        "goOnline" => LockControl::GoOnline,
        "loseHub" => LockControl::LoseHub,
        "findHub" => LockControl::FindHub,
        "setDelays" => LockControl::Delays {
            setting: whole(asked, "setting"),
            removing: whole(asked, "removing"),
            answering: whole(asked, "answering"),
        },
        "setSlots" => LockControl::Slots(whole(asked, "slots") as u32),
        "refuseCodes" => LockControl::RefuseCodes,
        "acceptCodes" => LockControl::AcceptCodes,
        "setBattery" => LockControl::Battery(asked.get("level").number().unwrap_or(-1.0)),
        "addCode" => LockControl::AddCode {
            name: said("name"),
            code: said("code"),
        },
        "changeCode" => LockControl::ChangeCode {
            access_code_id: said("accessCodeId"),
            code: said("code"),
        },
        "deleteCode" => LockControl::DeleteCode {
            access_code_id: said("accessCodeId"),
        },
        _ => LockControl::Turn {
            is_locked: asked.get("isLocked").is_true(),
        },
    }
}

/// The fault of a name that the facade has checked.
fn fault(asked: &Value<'_>) -> NetworkFault {
    match asked.get("fault").text().unwrap_or_default() {
        "lost_before" => NetworkFault::LostBefore,
        "lost_after" => NetworkFault::LostAfter,
        "slow" => NetworkFault::Slow(whole(asked, "ms") as u32),
        "too_many_requests" => NetworkFault::TooManyRequests(whole(asked, "seconds") as u32),
        "server_error" => NetworkFault::ServerError(whole(asked, "status") as u16),
        _ => NetworkFault::CutBody,
    }
}

fn line(line: &LogLine) -> Record {
    let mut record = Record::new();
    record.number("at", line.at as f64);
    record.text("method", &line.method);
    record.text("path", &line.path);
    record.number("status", f64::from(line.status));
    record.text("error", &line.error);
    record
}

fn whole(asked: &Value<'_>, key: &str) -> i64 {
    asked.get(key).number().unwrap_or_default() as i64
}
