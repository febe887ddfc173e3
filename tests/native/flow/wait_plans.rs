//! Random plans of what happens to an access code, and the server that answers by one.

use seam_edge::flow::Call;
use seam_edge::flow::failure::{Failure, Outcome};

use crate::random::Random;
use crate::virtual_time::{Network, Served, World, unknown};
use crate::waits::{GET, UNMANAGED, at};

pub(crate) const NEVER: f64 = f64::INFINITY;
pub(crate) const MINUTE: f64 = 60_000.0;
const DUPLICATE: &str = "duplicate_code_on_device";
/// Longer than any freeze of these schedules.
pub(crate) const LONGEST_FREEZE: f64 = 10.0 * MINUTE;

/// Another code with the same PIN, which is about to leave the lock or stays.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rival {
    /// On which list it is; on none where Seam does not see it, and then it stays.
    pub(crate) is_managed: Option<bool>,
    pub(crate) leaves_at: f64,
    pub(crate) gone_at: f64,
    /// How often the lock is asked again, and when for the first time.
    every: f64,
    offset: f64,
    /// Whether the error says when the lock has last refused.
    is_dated: bool,
}

impl Rival {
    /// When the lock is asked next, at this time or later.
    fn asked_next(&self, time: f64) -> f64 {
        self.offset + ((time - self.offset) / self.every).ceil() * self.every
    }

    /// When the lock has refused last.
    fn refused_at(&self, now: f64) -> f64 {
        let next = self.asked_next(now.min(self.gone_at));
        if next <= now && next < self.gone_at {
            next
        } else {
            next - self.every
        }
    }
}

/// What happens to the code, in ms from the beginning of the wait; [`NEVER`] where it does not.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub(crate) max_wait: f64,
    pub(crate) interval: Option<f64>,
    pub(crate) created_at: f64,
    pub(crate) starts_at: Option<f64>,
    pub(crate) ends_at: f64,
    /// When it is on the lock.
    pub(crate) set_at: f64,
    /// When Seam gives up, or the lock is gone.
    pub(crate) vain_at: f64,
    pub(crate) why: &'static str,
    /// An error that Seam goes on trying after.
    pub(crate) trouble: (f64, f64),
    pub(crate) deleted_at: f64,
    /// When the server forgets it.
    pub(crate) gone_at: f64,
    pub(crate) rival: Option<Rival>,
    /// Whether it has no status, as in the newest types.
    pub(crate) is_newest: bool,
    /// How long it is there as an unmanaged code.
    pub(crate) unmanaged_until: f64,
    /// Whether the unmanaged endpoint is hidden by the browser.
    pub(crate) is_unmanaged_hidden: bool,
    pub(crate) world: World,
}

fn network(random: &mut Random, max_wait: f64) -> Network {
    let mut often = |most: f64| {
        let how_often = random.between(0.0, most);
        random.pick(&[0.0, how_often])
    };
    Network {
        lost_requests: often(0.2),
        lost_answers: often(0.2),
        hangs: often(0.1),
        down: often(0.2),
        too_many: often(0.1),
        freezes: often(0.1),
        longest_way: random.pick(&[0.0, 20.0, 400.0, 8_000.0]),
        timeout: random.pick(&[5_000.0, 60_000.0]),
        longest_retry_after: random.pick(&[2_000.0, 90_000.0]),
        longest_freeze: LONGEST_FREEZE,
        calm_from: random.pick(&[0.0, max_wait / 2.0, NEVER]),
    }
}

pub(crate) fn plan(random: &mut Random) -> Plan {
    let max_wait = random.pick(&[0.0, 2_500.0, 20_000.0, 60_000.0, 300_000.0]);
    let soon = |random: &mut Random| random.between(-max_wait, max_wait * 1.5);
    let maybe = |random: &mut Random, how_often: f64| {
        if random.happens(how_often) {
            random.between(-max_wait, max_wait * 1.5)
        } else {
            NEVER
        }
    };
    let trouble = maybe(random, 0.3);
    let rival = random.happens(0.2).then(|| {
        let is_managed = random.pick(&[Some(true), Some(false), None]);
        let leaves_at = maybe(random, if is_managed.is_some() { 0.7 } else { 0.0 });
        Rival {
            is_managed,
            leaves_at,
            gone_at: leaves_at + random.between(0.0, max_wait),
            every: random.pick(&[2_000.0, 20_000.0, 60_000.0]),
            offset: random.between(0.0, 60_000.0),
            is_dated: random.happens(0.8),
        }
    });
    let starts_at = random.happens(0.4).then(|| {
        if random.happens(0.2) {
            max_wait + 10.0 * MINUTE
        } else {
            soon(random)
        }
    });
    let ready_at = if random.happens(0.8) { soon(random) } else { NEVER };
    // The lock takes the code when its start has come and it is asked after no other code has the PIN.
    let freed_at = rival.map_or(-NEVER, |rival| rival.asked_next(rival.gone_at));
    let deleted_at = maybe(random, 0.15);
    Plan {
        max_wait,
        interval: random.pick(&[None, None, Some(2_000.0), Some(30_000.0)]),
        created_at: starts_at.unwrap_or(0.0).min(-max_wait) - random.between(0.0, 60.0 * MINUTE),
        starts_at,
        ends_at: starts_at.map_or(NEVER, |start| {
            start + random.pick(&[0.3, 5.0]) * max_wait.max(1.0)
        }),
        set_at: ready_at.max(starts_at.unwrap_or(-NEVER)).max(freed_at),
        vain_at: maybe(random, 0.15),
        why: random.pick(&["code_constraints_violated", "device_removed"]),
        trouble: (trouble, trouble + random.between(0.0, max_wait)),
        deleted_at,
        gone_at: deleted_at + random.between(0.0, max_wait),
        rival,
        is_newest: starts_at.is_none() && random.happens(0.3),
        unmanaged_until: match random.pick(&[0, 0, 0, 0, 0, 0, 1, 1, 2]) {
            0 => -NEVER,
            1 => soon(random),
            _ => NEVER,
        },
        is_unmanaged_hidden: random.happens(0.1),
        world: World {
            // Anywhere within a second.
            epoch: World::default().epoch + random.between(0.0, 1_000.0),
            shows_date: random.happens(0.7),
            network: network(random, max_wait),
            cancel_at: random.happens(0.1).then(|| random.between(0.0, max_wait)),
            ..World::default()
        },
    }
}

impl Plan {
    pub(crate) fn options(&self) -> String {
        let interval = self
            .interval
            .map(|interval| format!(",\"pollingInterval\":{interval}"));
        format!(
            "{{\"maxWait\":{}{}}}",
            self.max_wait,
            interval.unwrap_or_default()
        )
    }

    fn written(&self, instant: f64) -> String {
        at((self.world.epoch + instant) as i64)
    }

    fn code(&self, id: &str, status: &str, pending: &str, errors: &[&str], window: bool) -> String {
        let errors: Vec<String> = errors
            .iter()
            .map(|code| format!("{{\"error_code\":\"{code}\",\"message\":\"m\"}}"))
            .collect();
        let window = match self.starts_at.filter(|_| window) {
            Some(start) => format!(
                "\"type\":\"time_bound\",\"starts_at\":\"{}\",\"ends_at\":\"{}\"",
                self.written(start),
                self.written(self.ends_at)
            ),
            None => "\"type\":\"ongoing\"".into(),
        };
        let status = if self.is_newest {
            String::new()
        } else {
            format!("\"status\":\"{status}\",")
        };
        let pending = match pending {
            "" => String::new(),
            mutation => format!("{{\"mutation_code\":\"{mutation}\"}}"),
        };
        format!(
            "{{\"access_code_id\":\"{id}\",\"device_id\":\"d\",\"code\":\"4829\",\"is_managed\":true,{status}{window},\
             \"created_at\":\"{}\",\"errors\":[{}],\"warnings\":[],\"pending_mutations\":[{pending}]}}",
            self.written(self.created_at),
            errors.join(",")
        )
    }

    /// What `get` answers at a time.
    fn managed(&self, now: f64) -> Result<String, Failure> {
        if now >= self.gone_at {
            return Err(unknown("access_code_not_found"));
        }
        if now >= self.vain_at {
            return Ok(self.code("a", "setting", "creating", &[self.why], true));
        }
        if now >= self.deleted_at || now >= self.ends_at {
            return Ok(self.code("a", "removing", "deleting", &[], true));
        }
        if now >= self.set_at {
            return Ok(self.code("a", "set", "", &[], true));
        }
        let mut errors = Vec::new();
        if now >= self.trouble.0 && now < self.trouble.1 {
            errors.push("failed_to_set_on_device");
        }
        if self.rival.is_some() {
            errors.push(DUPLICATE);
        }
        let is_early = self.starts_at.is_some_and(|start| now < start);
        let (status, pending) = if is_early {
            ("unset", "deferring_creation")
        } else {
            ("setting", "creating")
        };
        let code = self.code("a", status, pending, &errors, true);
        Ok(match self.rival.filter(|rival| rival.is_dated) {
            Some(rival) => {
                let dated = format!(
                    "{DUPLICATE}\",\"created_at\":\"{}",
                    self.written(rival.refused_at(now))
                );
                code.replace(DUPLICATE, &dated)
            }
            None => code,
        })
    }

    pub(crate) fn answer(&self, call: &Call, now: f64, random: &mut Random) -> Result<Served, Failure> {
        let rival = |is_managed: bool| {
            let here = self
                .rival
                .filter(|rival| rival.is_managed == Some(is_managed) && now < rival.gone_at);
            let code = here.map(|rival| {
                let (status, pending) = if now >= rival.leaves_at {
                    ("removing", "deleting")
                } else {
                    ("set", "")
                };
                self.code("b", status, pending, &[], false)
            });
            code.unwrap_or_default()
        };
        let text = match call.path {
            GET => self.managed(now)?,
            UNMANAGED if self.is_unmanaged_hidden => {
                return Err(crate::virtual_time::failed(Outcome::NoAnswer, 0.0));
            }
            UNMANAGED if now < self.unmanaged_until => {
                let code = self.code("a", "set", "", &[], false);
                code.replace("\"is_managed\":true", "\"is_managed\":false")
            }
            UNMANAGED => {
                let code = random.pick(&["", "access_code_not_found"]);
                return Err(unknown(code));
            }
            "/access_codes/list" => format!("[{}]", rival(true)),
            _ => format!("[{}]", rival(false)),
        };
        Ok(Served::value(text))
    }

    /// What a poll for `waitUntilSet` that the server sees at a time means, by the plan. `was_seen`: the code has been seen before.
    pub(crate) fn means(&self, now: f64, was_seen: bool) -> &'static str {
        if now >= self.gone_at {
            return if was_seen { "deleted" } else { "unknown" };
        }
        if now >= self.vain_at || now >= self.deleted_at || now >= self.ends_at {
            return "failed";
        }
        if now >= self.set_at {
            return "done";
        }
        let is_far = self
            .starts_at
            .is_some_and(|start| start > self.max_wait + 2.0 * LONGEST_FREEZE);
        if is_far && self.world.shows_date {
            "due_later"
        } else {
            "goes on"
        }
    }
}
