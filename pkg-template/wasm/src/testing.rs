//! What `seam-edge/testing` asks: fakes of Seam, each under a number, to which requests, time and controls go. A module of its own, which no program
//! carries that is not a test. Decides nothing: the fake is in `fake`.

mod asked;

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use spin::Mutex;
use wasm_bindgen::prelude::*;

use self::asked::Asked;
use crate::options;
use crate::zones::ZoneOffsets;
use seam_edge::fake::{
    Disturbance, Fake, LockControl, LogLine, NetworkFault, NewDevice, Request, Setup, WebhookDelivery,
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
/// | `account` | `{ fake, now, connectedAccountId, isConnected }` | `{}` |
/// | `provider` | `{ fake, now, brand, isAvailable }` | `{}` |
/// | `login` | `{ fake, now, connectWebviewId, brand }` | `{ account }` |
/// | `disturb` | `{ fake, now, fault, path, times, ms, seconds, status }` | `{}` |
/// | `disturb_at_random` | `{ fake, now, share }` | `{}` |
/// | `delay_events` | `{ fake, now, ms }` | `{}` |
/// | `repeat_events` | `{ fake, now, times }` | `{}` |
/// | `deliveries` | `{ fake, now, signedAt }` | `{ deliveries: [{ id, webhookId, url, headers, body, eventType, attempt }] }` |
/// | `acknowledge` | `{ fake, now, id, status }`, no `status` where there was no answer | `{}` |
/// | `advance` | `{ fake, now, ms }` | `{}` |
/// | `log` | `{ fake, now }` | `{ log: [{ at, method, path, status, error }] }` |
/// | `free` | `{ fake }` | `{}`: the fake is gone |
/// | `under_way` | | `{ number }`: how many fakes there are, for tests |
/// | `options`, a function, the names of its options | | `{}`, or `{ fault }` where one is not known |
///
/// A fake keeps the `zones` that it was created with. `now` is in ms since 1970: what happens until then has happened before the question is answered.
#[wasm_bindgen]
#[must_use]
pub fn testing(question: &str, text: &str, zones: ZoneOffsets) -> String {
    let mut words = each_part(question, b'\n');
    let question = words.next().unwrap_or_default();
    if question == "options" {
        return options::answer(TESTING, &mut words, misspelling::nearest).finish();
    }
    let asked = Value::read(text).unwrap_or(Value::Null);
    let answered = match question {
        "create" => create(&asked, zones),
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

fn create(asked: &Value<'_>, zones: ZoneOffsets) -> Result<Record, String> {
    let now = whole(asked, "now");
    if !(FIRST..=LAST).contains(&now) {
        return Err("`now`: expected an instant of the years 0 to 9999, which the API can write".to_owned());
    }
    let mut fake = Fake::new(Setup {
        now,
        seed: whole(asked, "seed").cast_unsigned(),
    });
    fake.set_zones(zones);
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
    Ok(answer)
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
    answer(fake, question, Asked(asked), now)
}

/// The first and the last instant that the API can write, in ms since 1970: the years 0 to 9999.
const FIRST: i64 = -62_167_219_200_000;
const LAST: i64 = 253_402_300_799_999;

/// The most messages in which one event comes: each takes memory.
const MOST_REPEATS: u32 = 1000;

fn answer(fake: &mut Fake, question: &str, asked: Asked<'_>, now: i64) -> Result<Record, String> {
    let mut answer = Record::new();
    match question {
        "exchange" => return Ok(exchange(fake, asked.0, now)),
        "add" => {
            let device_id = fake.add_device(NewDevice {
                brand: asked.text("brand")?.to_owned(),
                device_id: asked.optional_text("deviceId")?,
                name: asked.optional_text("name")?,
                slots: asked.optional_count("slots", u32::MAX)?,
                time_zone: asked.optional_text("timeZone")?,
            });
            answer.text("deviceId", &device_id.map_err(said)?);
        }
        "control" => fake
            .control(asked.text("device")?, control(asked)?)
            .map_err(said)?,
        "enter" => {
            let opens = fake.enter(asked.text("device")?, asked.text("code")?);
            answer.boolean("opens", opens.map_err(said)?);
        }
        "holds" => {
            let (device, id) = (asked.text("device")?, asked.text("accessCodeId")?);
            let holds = fake.holds(device, id, asked.text("code")?);
            answer.boolean("holds", holds.map_err(said)?);
        }
        "account" => {
            let is_connected = asked.0.get("isConnected").is_true();
            fake.set_connected(asked.text("connectedAccountId")?, is_connected)
                .map_err(said)?;
        }
        "provider" => {
            let is_available = asked.0.get("isAvailable").is_true();
            fake.set_available(asked.text("brand")?, is_available)
                .map_err(said)?;
        }
        "login" => {
            let (webview, brand) = (asked.text("connectWebviewId")?, asked.text("brand")?);
            let account = fake.complete_connect_webview(webview, brand);
            answer.text("account", &account.map_err(said)?);
        }
        "disturb" => fake
            .disturb(Disturbance {
                fault: fault(asked)?,
                path: asked.optional_text("path")?,
                times: asked.optional_count("times", u32::MAX)?.unwrap_or(1),
            })
            .map_err(said)?,
        "disturb_at_random" => fake.disturb_at_random(asked.number("share")?).map_err(said)?,
        "delay_events" => fake.delay_events(asked.count("ms", u32::MAX)?),
        "repeat_events" => fake.repeat_events(asked.count("times", MOST_REPEATS)?),
        "deliveries" => {
            let deliveries = fake.due_deliveries(whole(asked.0, "signedAt"));
            answer.records("deliveries", deliveries.iter().map(delivery));
        }
        "acknowledge" => {
            let status = asked.optional_count("status", 599)?;
            fake.acknowledge(asked.text("id")?, status.map(|status| status as u16));
        }
        "advance" => {
            let by = asked.number("ms")?;
            let to = now as f64 + by;
            if by < 0.0 {
                return Err(format!("{by} ms lie in the past: give 0 or more"));
            }
            if to > LAST as f64 {
                return Err(format!(
                    "{by} ms lead beyond the year 9999, the last that the API can write"
                ));
            }
            fake.advance_to(to as i64);
        }
        "log" => answer.records("log", fake.log().iter().map(line)),
        _ => {}
    }
    Ok(answer)
}

fn said(misuse: impl ToString) -> String {
    misuse.to_string()
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

fn control(asked: Asked<'_>) -> Result<LockControl, String> {
    let text = |key| asked.text(key).map(ToOwned::to_owned);
    Ok(match asked.text("control")? {
        "goOffline" => LockControl::GoOffline,
        "goOnline" => LockControl::GoOnline,
        "loseHub" => LockControl::LoseHub,
        "findHub" => LockControl::FindHub,
        "setDelays" => LockControl::Delays {
            setting: asked.duration("setting")?,
            removing: asked.duration("removing")?,
            answering: asked.duration("answering")?,
        },
        "setSlots" => LockControl::Slots(asked.count("slots", u32::MAX)?),
        "refuseCodes" => LockControl::RefuseCodes,
        "acceptCodes" => LockControl::AcceptCodes,
        "setBattery" => LockControl::Battery(asked.number("level")?),
        "addCode" => LockControl::AddCode {
            name: text("name")?,
            code: text("code")?,
        },
        "changeCode" => LockControl::ChangeCode {
            access_code_id: text("accessCodeId")?,
            code: text("code")?,
        },
        "deleteCode" => LockControl::DeleteCode {
            access_code_id: text("accessCodeId")?,
        },
        _ => LockControl::Turn {
            is_locked: match asked.text("position")? {
                "locked" => true,
                "unlocked" => false,
                _ => return Err("`position`: expected 'locked' or 'unlocked'".to_owned()),
            },
        },
    })
}

/// The fault of a name that the facade has checked.
fn fault(asked: Asked<'_>) -> Result<NetworkFault, String> {
    Ok(match asked.text("fault")? {
        "lost_before" => NetworkFault::LostBefore,
        "lost_after" => NetworkFault::LostAfter,
        "slow" => NetworkFault::Slow(asked.count("ms", u32::MAX)?),
        "too_many_requests" => NetworkFault::TooManyRequests(asked.count("seconds", u32::MAX)?),
        "server_error" => NetworkFault::ServerError(asked.count("status", 599)? as u16),
        _ => NetworkFault::CutBody,
    })
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

/// A whole number of the facade's own.
fn whole(asked: &Value<'_>, key: &str) -> i64 {
    asked.get(key).number().unwrap_or_default() as i64
}
