//! Waits over random schedules: what the server knows and when, a network that loses, delays and refuses, a process that freezes, a device
//! clock that is wrong. What a wait should come to is read from the plan of the schedule, not from the code under test.

use seam_edge::flow::access_code_wait::reports::{Progress, WaitError, Waited};
use seam_edge::flow::failure::{Failure, Outcome};
use seam_edge::flow::wait_until_removed::WaitUntilRemoved;
use seam_edge::flow::wait_until_set::WaitUntilSet;
use seam_edge::flow::{Ended, Flow};

use crate::random::Random;
use crate::soak::Soak;
use crate::virtual_time::{Made, World, run};
use crate::wait_plans::{LONGEST_FREEZE, MINUTE, NEVER, Plan, plan};
use crate::waits::{GET, UNMANAGED, Waiting};

/// For each of the two tests.
const SCHEDULES: u64 = 100_000;

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
    let mut soak = Soak::of("waitUntilSet", SCHEDULES, "schedules");
    for seed in soak.seeds() {
        let plan = plan(&mut Random::new(seed));
        let flow = || WaitUntilSet::new("a", &plan.options()).unwrap();
        let run = wait(flow(), &plan, seed, 0.0);
        soak.simulated(run.ended_at);
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
            // Frozen with an answer in hand, until the window was over. Its end is written in whole ms.
            "failed" if plan.ends_at <= run.ended_at + 1.0 => {}
            "failed" if shown == "goes on" => {
                let rival = plan.rival.unwrap();
                let list = match rival.is_managed {
                    Some(true) => "/access_codes/list",
                    Some(false) => "/access_codes/unmanaged/list",
                    None => {
                        // Nobody takes away what Seam does not see.
                        *ends.entry("failed, unseen").or_insert(0) += 1;
                        continue;
                    }
                };
                let listed = run.calls.iter().rfind(|made| made.call.path == list);
                let listed_at = listed.and_then(|made| made.seen_at);
                let listed_at =
                    listed_at.unwrap_or_else(|| panic!("{about}: fails without having seen the other code"));
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
        "failed, unseen",
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
    let mut soak = Soak::of("waitUntilRemoved", SCHEDULES, "schedules");
    for seed in soak.seeds() {
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
        soak.simulated(run.ended_at);
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
}
