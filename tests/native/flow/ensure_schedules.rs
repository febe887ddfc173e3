//! `ensureAccessCode` under random schedules: whatever is lost, late or refused, one code is made, and what is returned is it. The server is
//! simulated; one client sends several calls about one code, one after another as its queue has them.

use seam_edge::flow::ensure_access_code::{EnsureAccessCode, EnsureError};
use seam_edge::flow::failure::{Failure, Outcome};
use seam_edge::flow::{Call, Ended};
use seam_edge::schema::json::{find, find_text};

use crate::random::Random;
use crate::soak::Soak;
use crate::virtual_time::{Made, Network, Served, World, failed, run, unknown};

const CREATE: &str = "/access_codes/create";
const GET: &str = "/access_codes/get";
/// For each of the two tests.
const SCHEDULES: u64 = 50_000;

/// How late a code may come that a create has begun, and still be found: what the documentation promises for codes by a key.
const PROMISED: f64 = 15_000.0;

/// A code on the server.
#[derive(Clone)]
struct Code {
    id: usize,
    device: &'static str,
    pin: String,
    key: &'static str,
    name: &'static str,
    is_managed: bool,
    /// When it is made, in ms from the beginning.
    made_at: f64,
    /// From when on it is found.
    seen_from: f64,
}

impl Code {
    fn json(&self) -> String {
        let Self {
            id,
            device,
            pin,
            key,
            name,
            is_managed,
            made_at,
            ..
        } = self;
        let (minutes, ms) = ((made_at / 60_000.0).floor(), made_at % 60_000.0);
        let key = if key.is_empty() {
            "null".into()
        } else {
            format!("\"{key}\"")
        };
        format!(
            "{{\"access_code_id\":\"{id}\",\"device_id\":\"{device}\",\"code\":\"{pin}\",\"name\":\"{name}\",\"type\":\"ongoing\",\
             \"status\":\"set\",\"is_managed\":{is_managed},\"common_code_key\":{key},\
             \"created_at\":\"2026-06-01T{:02}:{:02}:{:06.3}Z\"}}",
            12 + minutes as u32 / 60,
            minutes as u32 % 60,
            ms / 1_000.0,
        )
    }
}

/// The simulated server.
struct Server {
    codes: Vec<Code>,
    ids: usize,
    /// Whether it holds a PIN from when a create comes in, or only from when the code is made.
    reserves: bool,
    /// How long a code may take that is made after the reply, in ms, and how often that is so.
    slowest: f64,
    slow: f64,
    /// How often a create works and its reply says otherwise, or is not understood.
    misreported: f64,
    /// How often a create is refused.
    refused: f64,
    /// How long a code that was made may be missing where it is looked for, in ms.
    unseen: f64,
    page: usize,
}

impl Server {
    fn holds(&self, device: &str, pin: &str, now: f64) -> bool {
        let mut codes = self.codes.iter();
        codes.any(|code| code.device == device && code.pin == pin && (self.reserves || code.made_at <= now))
    }

    /// A create that is at work no longer finds its PIN taken, as the server refuses it then.
    fn drop_late_duplicates(&mut self, now: f64) {
        let mut at = 0;
        while at < self.codes.len() {
            let code = &self.codes[at];
            let is_late = code.made_at <= now
                && self.codes.iter().any(|other| {
                    other.id != code.id
                        && other.device == code.device
                        && other.pin == code.pin
                        && (other.made_at, other.id) < (code.made_at, code.id)
                });
            if is_late {
                self.codes.remove(at);
            } else {
                at += 1;
            }
        }
    }

    fn serve(&mut self, call: &Call, now: f64, random: &mut Random) -> Result<Served, Failure> {
        self.drop_late_duplicates(now);
        match call.path {
            CREATE => self.create(&call.parameters, now, random),
            GET => {
                let pin = find_text(&call.parameters, "code").unwrap();
                let mut seen = self
                    .codes
                    .iter()
                    .filter(|code| code.seen_from <= now && code.is_managed);
                let found = seen.find(|code| code.device == "d" && code.pin == pin);
                found
                    .map(|code| Served::value(code.json()))
                    .ok_or_else(|| unknown("access_code_not_found"))
            }
            path => {
                let wants_managed = path == "/access_codes/list";
                let from: usize =
                    find_text(&call.parameters, "page_cursor").map_or(0, |text| text.parse().unwrap());
                // Codes of other devices are listed along.
                let seen = self
                    .codes
                    .iter()
                    .filter(|code| code.seen_from <= now && code.is_managed == wants_managed);
                let codes: Vec<_> = seen.map(Code::json).collect();
                let to = codes.len().min(from + self.page);
                Ok(Served {
                    value: format!("[{}]", codes[from.min(to)..to].join(",")),
                    next_page: (to < codes.len()).then(|| to.to_string()),
                })
            }
        }
    }

    fn create(&mut self, parameters: &str, now: f64, random: &mut Random) -> Result<Served, Failure> {
        if random.happens(self.refused) {
            return Err(failed(
                Outcome::Refused {
                    status: random.pick(&[400, 401, 403, 422]),
                },
                0.0,
            ));
        }
        let pin = find_text(parameters, "code").map(|pin| pin.into_owned());
        if let Some(pin) = &pin
            && self.holds("d", pin, now)
        {
            let (status, code) = random.pick(&[(409, "duplicate_access_code"), (400, "duplicate_code")]);
            return Err(Failure {
                code: code.into(),
                ..failed(Outcome::Refused { status }, 0.0)
            });
        }
        let is_slow = random.happens(self.slow);
        let takes = if is_slow {
            random.between(0.0, self.slowest)
        } else {
            0.0
        };
        let made_at = now + takes;
        let unseen = random.between(0.0, self.unseen.min(PROMISED - takes));
        self.ids += 1;
        let code = Code {
            id: self.ids,
            device: "d",
            pin: pin.unwrap_or_else(|| format!("{}", 5_000 + self.ids)),
            key: if find(parameters, "common_code_key").is_some() {
                "ensure:d:k"
            } else {
                ""
            },
            name: "Guest",
            is_managed: true,
            made_at,
            seen_from: made_at + unseen,
        };
        let answer = code.json();
        self.codes.push(code);
        if is_slow || random.happens(self.misreported) {
            return Err(failed(
                random.pick(&[
                    Outcome::NoAnswer,
                    Outcome::Timeout,
                    Outcome::Unreadable,
                    Outcome::NotAsDescribed,
                    Outcome::Refused { status: 500 },
                    Outcome::Refused { status: 504 },
                    Outcome::Refused { status: 408 },
                    Outcome::Refused { status: 425 },
                    Outcome::Refused { status: 302 },
                ]),
                0.0,
            ));
        }
        Ok(Served::value(answer))
    }
}

fn world(random: &mut Random) -> World {
    let mut rate = |most| {
        if random.happens(0.5) {
            random.between(0.0, most)
        } else {
            0.0
        }
    };
    World {
        network: Network {
            longest_way: 400.0,
            lost_requests: rate(0.3),
            lost_answers: rate(0.5),
            hangs: rate(0.2),
            timeout: 3_000.0,
            down: rate(0.2),
            too_many: rate(0.1),
            longest_retry_after: 4_000.0,
            freezes: rate(0.05),
            longest_freeze: 60_000.0,
            ..Network::default()
        },
        shows_date: random.happens(0.5),
        device_ahead: random.between(-600_000.0, 600_000.0),
        ..World::default()
    }
}

fn server(random: &mut Random) -> Server {
    let mut server = Server {
        codes: Vec::new(),
        ids: 0,
        reserves: random.happens(0.5),
        slowest: random.between(0.0, PROMISED),
        slow: random.pick(&[0.0, 0.3, 0.8]),
        misreported: random.pick(&[0.0, 0.3, 0.8]),
        refused: random.pick(&[0.0, 0.0, 0.2]),
        unseen: random.pick(&[0.0, 0.0, 5_000.0, PROMISED]),
        page: random.pick(&[1, 2, 100]),
    };
    // Codes that are in nobody's way, those of other devices among them.
    for (device, key, is_managed) in [
        ("d", "", true),
        ("other", "ensure:d:k", true),
        ("other", "", false),
    ] {
        if random.happens(0.5) {
            server.add(device, key, is_managed, "Other", "4000", -1.0);
        }
    }
    if random.happens(0.2) {
        server.add("other", "", true, "Other", "4829", -1.0);
    }
    server
}

impl Server {
    fn add(
        &mut self,
        device: &'static str,
        key: &'static str,
        is_managed: bool,
        name: &'static str,
        pin: &str,
        at: f64,
    ) {
        self.ids += 1;
        self.codes.push(Code {
            id: self.ids,
            device,
            pin: pin.into(),
            key,
            name,
            is_managed,
            made_at: at.max(0.0),
            seen_from: at,
        });
    }
}

/// How runs ended, so that no kind of end is left untested.
#[derive(Default, Debug)]
struct Ends {
    done: u64,
    conflict: u64,
    create: u64,
    search: u64,
    canceled: u64,
}

/// One client that wants one code up to three times, one call after another.
/// How many ms of virtual time it took.
fn schedule(seed: u64, parameters: &str, options: &str, server: &mut Server, ends: &mut Ends) -> f64 {
    let mut random = Random::new(seed);
    let mut world = world(&mut random);
    let mut in_doubt = false;
    for _ in 0..random.pick(&[1, 2, 3]) {
        let retries = random.pick(&[0_u32, 1, 2, 2, 4]);
        let options = format!("{{{options}\"maxRetries\":{retries}}}");
        let mut flow = EnsureAccessCode::new(parameters, &options).unwrap();
        flow.set_in_doubt(in_doubt);
        world.cancel_at = random
            .happens(0.2)
            .then(|| world.now + random.between(0.0, 20_000.0));
        let run = run(&mut flow, &mut world, &mut random, |call, world, random| {
            server.serve(call, world.now, random)
        });
        in_doubt = flow.in_doubt();
        check(seed, &run.end, &run.calls, retries, server, ends);
        world.now += random.pick(&[0.0, 0.0, 500.0, 20_000.0]);
    }
    server.drop_late_duplicates(f64::INFINITY);
    world.now
}

fn check(
    seed: u64,
    end: &Result<String, Ended<EnsureError>>,
    calls: &[Made],
    retries: u32,
    server: &Server,
    ends: &mut Ends,
) {
    let creates: Vec<_> = calls.iter().filter(|made| made.call.path == CREATE).collect();
    assert!(
        creates.len() <= retries as usize + 1,
        "seed {seed}: {} creates",
        creates.len()
    );
    for create in creates.iter().rev().skip(1) {
        let failure = create.failure.as_ref();
        let may_be_repeated = failure.is_some_and(|failure| failure.may_have_acted() && failure.heals());
        assert!(may_be_repeated, "seed {seed}: repeats a create after {failure:?}");
    }
    match end {
        Ok(code) => {
            ends.done += 1;
            let id: usize = find_text(code, "access_code_id").unwrap().parse().unwrap();
            let known = server.codes.iter().find(|code| code.id == id);
            let known = known.unwrap_or_else(|| panic!("seed {seed}: returns a code that is not there"));
            assert_eq!(
                (known.device, known.name, known.is_managed),
                ("d", "Guest", true),
                "seed {seed}"
            );
        }
        Err(Ended::Own(EnsureError::Endless(path))) => panic!("seed {seed}: {path} does not end"),
        Err(Ended::Own(EnsureError::Conflict(conflict))) => {
            ends.conflict += 1;
            let id: usize = find_text(&conflict.access_code, "access_code_id")
                .unwrap()
                .parse()
                .unwrap();
            let known = server.codes.iter().find(|code| code.id == id).unwrap();
            let properties: Vec<_> = conflict.differences.iter().map(|each| each.property).collect();
            let expected = if known.is_managed {
                ["name"]
            } else {
                ["is_managed"]
            };
            assert_eq!(
                (known.device, properties),
                ("d", expected.to_vec()),
                "seed {seed}"
            );
            assert!(!known.is_managed || known.name != "Guest", "seed {seed}");
        }
        Err(Ended::Call(CREATE)) => {
            ends.create += 1;
            assert!(creates.last().unwrap().failure.is_some(), "seed {seed}");
        }
        Err(Ended::Call(path)) => {
            ends.search += 1;
            let last = calls.last().unwrap();
            assert!(last.call.path == *path && last.failure.is_some(), "seed {seed}");
        }
        Err(Ended::Canceled) => ends.canceled += 1,
    }
}

#[test]
fn by_pin_there_is_never_a_second_code() {
    let mut ends = Ends::default();
    let mut soak = Soak::of("ensureAccessCode by PIN", SCHEDULES, "schedules");
    for seed in soak.seeds() {
        let mut random = Random::new(seed ^ 0x5eed_0001);
        let mut server = server(&mut random);
        // Other clients create the same, or something else with the same PIN, at any moment.
        if random.happens(0.3) {
            let name = random.pick(&["Guest", "Owner"]);
            let (is_managed, at) = (random.happens(0.7), random.between(-1.0, 10_000.0));
            server.add("d", "", is_managed, name, "4829", at);
        }
        let took = schedule(
            seed,
            r#"{"device_id":"d","code":"4829","name":"Guest"}"#,
            "",
            &mut server,
            &mut ends,
        );
        soak.simulated(took);
        let codes = server
            .codes
            .iter()
            .filter(|code| code.device == "d" && code.pin == "4829");
        assert!(codes.count() <= 1, "seed {seed}: two codes");
    }
    for count in [ends.done, ends.conflict, ends.create, ends.search, ends.canceled] {
        assert!(count > soak.count() / 100, "{ends:?}");
    }
}

#[test]
fn by_key_there_is_no_second_code_within_the_window() {
    let mut ends = Ends::default();
    let mut soak = Soak::of("ensureAccessCode by key", SCHEDULES, "schedules");
    for seed in soak.seeds() {
        let mut random = Random::new(seed ^ 0x5eed_0002);
        let mut server = server(&mut random);
        if random.happens(0.1) {
            let name = random.pick(&["Guest", "Owner"]);
            server.add("d", "ensure:d:k", true, name, "4828", -1.0);
        }
        let took = schedule(
            seed,
            r#"{"device_id":"d","name":"Guest"}"#,
            "\"key\":\"k\",",
            &mut server,
            &mut ends,
        );
        soak.simulated(took);
        let codes = server
            .codes
            .iter()
            .filter(|code| code.device == "d" && code.key == "ensure:d:k");
        assert!(codes.count() <= 1, "seed {seed}: two codes");
    }
    for count in [ends.done, ends.conflict, ends.create, ends.search, ends.canceled] {
        assert!(count > soak.count() / 100, "{ends:?}");
    }
}
