//! Waits over random schedules: what the server knows and when, a network that loses, delays and refuses, a process that freezes, a device
//! clock that is wrong. What a wait should come to is read from the plan of the schedule, not from the code under test.

use seam_edge::flow::access_code_wait::{Progress, Reason, WaitError, Waited};
use seam_edge::flow::failure::{Failure, Outcome};
use seam_edge::flow::wait_until_removed::WaitUntilRemoved;
use seam_edge::flow::wait_until_set::WaitUntilSet;
use seam_edge::flow::{Call, Ended, Flow};

use crate::random::Random;
use crate::virtual_time::{Made, Network, Served, World, run, unknown};
use crate::waits::{Waiting, at};

const GET: &str = "/access_codes/get";
const UNMANAGED: &str = "/access_codes/unmanaged/get";
const SCHEDULES: u64 = 100_000;
const NEVER: f64 = f64::INFINITY;
const MINUTE: f64 = 60_000.0;
/// Longer than any freeze of these schedules.
const LONGEST_FREEZE: f64 = 10.0 * MINUTE;

/// Another code with the same PIN, which is about to leave the lock or stays.
#[derive(Clone, Copy, Debug)]
struct Rival {
    is_managed: bool,
    leaves_at: f64,
    gone_at: f64,
}

/// What happens to the code, in ms from the beginning of the wait; [`NEVER`] where it does not.
#[derive(Clone, Debug)]
struct Plan {
    max_wait: f64,
    interval: Option<f64>,
    created_at: f64,
    starts_at: Option<f64>,
    ends_at: f64,
    /// When it is on the lock.
    set_at: f64,
    /// When Seam gives up, or the lock is gone.
    vain_at: f64,
    why: &'static str,
    /// An error that Seam goes on trying after.
    trouble: (f64, f64),
    deleted_at: f64,
    /// When the server forgets it.
    gone_at: f64,
    rival: Option<Rival>,
    /// Whether it has no status, as in the newest types.
    is_newest: bool,
    /// How long it is there as an unmanaged code.
    unmanaged_until: f64,
    /// Whether the unmanaged endpoint is hidden by the browser.
    is_unmanaged_hidden: bool,
    world: World,
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

fn plan(random: &mut Random) -> Plan {
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
        let leaves_at = maybe(random, 0.7);
        Rival {
            is_managed: random.happens(0.5),
            leaves_at,
            gone_at: leaves_at + random.between(0.0, max_wait),
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
    // The lock takes the code when its start has come and no other code has the PIN; Seam needs a while to see that.
    let freed_at = rival.map_or(-NEVER, |rival| rival.gone_at + random.between(0.0, 5_000.0));
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
    fn options(&self) -> String {
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
            errors.push("duplicate_code_on_device");
        }
        let is_early = self.starts_at.is_some_and(|start| now < start);
        let (status, pending) = if is_early {
            ("unset", "deferring_creation")
        } else {
            ("setting", "creating")
        };
        Ok(self.code("a", status, pending, &errors, true))
    }

    fn answer(&self, call: &Call, now: f64, random: &mut Random) -> Result<Served, Failure> {
        let rival = |is_managed: bool| {
            let here = self
                .rival
                .filter(|rival| rival.is_managed == is_managed && now < rival.gone_at);
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
    fn means(&self, now: f64, was_seen: bool) -> &'static str {
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

fn wait<F>(mut flow: F, plan: &Plan, seed: u64, device_ahead: f64) -> Waiting
where
    F: Flow<Progress = Progress, Output = Waited, Error = WaitError>,
{
    let mut world = World {
        device_ahead,
        ..plan.world.clone()
    };
    let mut random = Random::new(!seed);
    run(&mut flow, &mut world, &mut random, |call, world, random| {
        plan.answer(call, world.now, random)
    })
}

fn word(run: &Waiting) -> &'static str {
    match &run.end {
        Ok(_) => "done",
        Err(Ended::Own(WaitError::Failed { reason, .. })) => reason.as_str(),
        Err(Ended::Own(WaitError::TimedOut { .. })) => "timed_out",
        Err(Ended::Call(_)) => "unknown",
        Err(Ended::Canceled) => "canceled",
    }
}

/// Whether the flow has heard the server's own answer, be it the 404 of an unknown code.
fn is_heard(made: &Made) -> bool {
    made.seen_at.is_some()
        && made
            .failure
            .as_ref()
            .is_none_or(|failure| failure.status() == 404)
}

/// Never later than the end, but for a freeze and the one poll after it.
fn assert_in_time(run: &Waiting, plan: &Plan, about: &str) {
    let frozen: f64 = run.freezes.iter().map(|(from, to)| to - from).sum();
    // Without patience, the one poll takes the time that it needs.
    let limit = if plan.max_wait == 0.0 {
        2.0 * MINUTE
    } else {
        plan.max_wait + 1.0
    };
    let extra = if frozen > 1_000.0 { 10_000.0 } else { 0.0 };
    assert!(
        run.ended_at <= limit + frozen + extra,
        "{about}: too late, at {}",
        run.ended_at
    );
    if word(run) != "timed_out" {
        return;
    }
    assert!(
        run.ended_at >= plan.max_wait - 1.0,
        "{about}: too early, at {}",
        run.ended_at
    );
    // Whoever was frozen over the end has polled after that.
    if let Some((from, to)) = run.freezes.last()
        && *from <= plan.max_wait
        && *to > plan.max_wait + 1_001.0
        && plan.max_wait > 0.0
    {
        let polled_after = run.calls.iter().any(|made| made.at >= *to);
        assert!(polled_after, "{about}: has not looked again after a freeze");
    }
}

/// Whether the network lets each poll of the last second through.
fn is_calm_at_the_end(plan: &Plan) -> bool {
    let network = &plan.world.network;
    network.too_many == 0.0
        && network.longest_way <= 400.0
        && network.calm_from + network.timeout <= plan.max_wait - 2_000.0
}

/// Whether the process goes on when there is just no time for another poll, and it cannot be noticed that it was frozen.
fn wakes_at_the_end(run: &Waiting, plan: &Plan) -> bool {
    let mut ends = run.freezes.iter().map(|(_, to)| to - plan.max_wait);
    ends.any(|end| (-2_000.0..=1_001.0).contains(&end))
}

fn assert_same_by_any_clock(run: &Waiting, again: &Waiting, about: &str) {
    assert_eq!(word(run), word(again), "{about}: a wrong clock changes the end");
    assert_eq!(
        run.ended_at.to_bits(),
        again.ended_at.to_bits(),
        "{about}: a wrong clock changes when it ends"
    );
    assert_eq!(
        run.calls.len(),
        again.calls.len(),
        "{about}: a wrong clock changes what is sent"
    );
}

#[test]
fn a_code_is_waited_for_until_it_is_set() {
    let mut ends = std::collections::BTreeMap::new();
    for seed in 0..SCHEDULES {
        let plan = plan(&mut Random::new(seed));
        let flow = || WaitUntilSet::new("a", &plan.options()).unwrap();
        let run = wait(flow(), &plan, seed, 0.0);
        let end = word(&run);
        let about = format!("seed {seed}, {end}");
        *ends.entry(end).or_insert(0_u64) += 1;
        assert_in_time(&run, &plan, &about);
        if seed % 4 == 0 {
            for device_ahead in [-10.0 * MINUTE, 10.0 * MINUTE] {
                assert_same_by_any_clock(&run, &wait(flow(), &plan, seed, device_ahead), &about);
            }
        }
        // The answer is known at the first poll that shows it.
        let mut was_seen = false;
        let polls: Vec<_> = run
            .calls
            .iter()
            .filter(|made| made.call.path == GET && is_heard(made))
            .collect();
        let mut shown = "goes on";
        for (index, poll) in polls.iter().enumerate() {
            shown = plan.means(poll.seen_at.unwrap(), was_seen);
            was_seen |= poll.failure.is_none();
            let is_last = index + 1 == polls.len();
            assert!(
                is_last || shown == "goes on",
                "{about}: the answer was known before: {shown}"
            );
        }
        match end {
            "canceled" => {}
            "timed_out" => assert_eq!(shown, "goes on", "{about}"),
            // Frozen with an answer in hand, until the window was over.
            "failed" if plan.ends_at <= run.ended_at => {}
            "failed" if shown == "goes on" => {
                let rival = plan.rival.unwrap();
                let list = if rival.is_managed {
                    "/access_codes/list"
                } else {
                    "/access_codes/unmanaged/list"
                };
                let listed = run.calls.iter().rfind(|made| made.call.path == list).unwrap();
                let listed_at = listed.seen_at.unwrap();
                assert!(
                    rival.leaves_at > listed_at,
                    "{about}: fails though the other code leaves"
                );
            }
            "due_later" if shown == "goes on" => {
                let start = plan.starts_at.unwrap();
                assert!(
                    plan.world.shows_date && start > plan.max_wait,
                    "{about}: fails, though it starts in time"
                );
            }
            _ => assert_eq!(shown, end, "{about}"),
        }
        // What gets onto the lock in time does not fail, if the network lets the last polls through.
        let works = [plan.gone_at, plan.vain_at, plan.deleted_at, plan.ends_at];
        if plan.set_at <= plan.max_wait - 2_000.0
            && works
                .iter()
                .all(|end| *end > plan.max_wait + LONGEST_FREEZE * 2.0)
            && plan.rival.is_none_or(|rival| rival.leaves_at <= 0.0)
            && is_calm_at_the_end(&plan)
            && plan.world.cancel_at.is_none()
            && !wakes_at_the_end(&run, &plan)
        {
            *ends.entry("must be done").or_insert(0) += 1;
            assert_eq!(end, "done", "{about}: would have succeeded");
        }
    }
    println!("{ends:?}");
    for end in [
        "done",
        "failed",
        "deleted",
        "due_later",
        "timed_out",
        "unknown",
        "canceled",
        "must be done",
    ] {
        assert!(
            ends.get(end).is_some_and(|count| *count > 300),
            "too few end like this: {end}, {ends:?}"
        );
    }
}

#[test]
fn a_code_is_waited_for_until_it_is_removed() {
    let mut ends = std::collections::BTreeMap::new();
    for seed in 0..SCHEDULES {
        let mut plan = plan(&mut Random::new(seed));
        plan.rival = None;
        if plan.starts_at.is_some() {
            plan.ends_at = 100.0 * MINUTE;
        }
        if plan.gone_at == NEVER && seed % 4 > 0 {
            let random = &mut Random::new(seed);
            plan.deleted_at = random.between(-plan.max_wait, plan.max_wait * 1.5);
            plan.gone_at = plan.deleted_at + random.between(0.0, plan.max_wait);
        }
        let flow = || WaitUntilRemoved::new("a", &plan.options()).unwrap();
        let run = wait(flow(), &plan, seed, 0.0);
        let checked = run.end.as_ref().map_or(true, |waited| waited.checked);
        let end = if checked { word(&run) } else { "not checked" };
        let about = format!("seed {seed}, {end}");
        *ends.entry(end).or_insert(0_u64) += 1;
        assert_in_time(&run, &plan, &about);
        if seed % 4 == 0 {
            for device_ahead in [-10.0 * MINUTE, 10.0 * MINUTE] {
                assert_same_by_any_clock(&run, &wait(flow(), &plan, seed, device_ahead), &about);
            }
        }
        let mut shown = "goes on";
        let mut unanswered = 0;
        let mut was_unknown = false;
        let last = run.calls.len();
        for (index, made) in run.calls.iter().enumerate() {
            let seen_at = made.seen_at.filter(|_| is_heard(made));
            shown = match (made.call.path, seen_at) {
                (GET, Some(at))
                    if at < plan.gone_at && at >= plan.vain_at && plan.why == "device_removed" =>
                {
                    "failed"
                }
                (UNMANAGED, Some(at)) if at >= plan.unmanaged_until && !plan.is_unmanaged_hidden => "done",
                _ => "goes on",
            };
            let is_hidden = made
                .failure
                .as_ref()
                .is_some_and(|failure| failure.outcome == Outcome::NoAnswer);
            if made.call.path == UNMANAGED {
                assert!(
                    was_unknown,
                    "{about}: looks among unmanaged codes though the managed one is there"
                );
                unanswered = if is_hidden { unanswered + 1 } else { 0 };
            } else {
                was_unknown = made.failure.as_ref().is_some_and(Failure::is_unknown_object);
                unanswered = if was_unknown { unanswered } else { 0 };
            }
            if unanswered == 3 {
                shown = "not checked";
            }
            assert!(
                index + 1 == last || shown == "goes on",
                "{about}: the answer was known before: {shown}"
            );
        }
        match end {
            "canceled" => {}
            "timed_out" => assert_eq!(shown, "goes on", "{about}"),
            _ => assert_eq!(shown, end, "{about}"),
        }
        let works = plan.why != "device_removed" || plan.vain_at > plan.gone_at;
        if plan.gone_at <= plan.max_wait - 2_000.0
            && (plan.unmanaged_until == NEVER || plan.unmanaged_until <= plan.max_wait - 2_000.0)
            && plan.unmanaged_until != NEVER
            && works
            && !plan.is_unmanaged_hidden
            && is_calm_at_the_end(&plan)
            && plan.world.cancel_at.is_none()
            && !wakes_at_the_end(&run, &plan)
            && plan.world.network.longest_way <= 200.0
        {
            *ends.entry("must be done").or_insert(0) += 1;
            assert!(
                matches!(end, "done" | "not checked"),
                "{about}: would have succeeded"
            );
        }
    }
    println!("{ends:?}");
    for end in [
        "done",
        "not checked",
        "failed",
        "timed_out",
        "canceled",
        "must be done",
    ] {
        assert!(
            ends.get(end).is_some_and(|count| *count > 300),
            "too few end like this: {end}, {ends:?}"
        );
    }
    assert_eq!(Reason::Failed.as_str(), "failed");
}
