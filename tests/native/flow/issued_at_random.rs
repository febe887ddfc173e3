//! `waitUntilIssued` over random schedules: access methods that are issued, changed and deleted at any time, a network that loses and delays, a process that
//! freezes, a device clock that is wrong.

use seam_edge::flow::failure::Failure;
use seam_edge::flow::wait_until_issued::{Awaits, WaitUntilIssued};
use serde_json::json;

use crate::random::Random;
use crate::soak::Soak;
use crate::virtual_time::{Network, Served, World, run, unknown};
use crate::wait_until_issued::{GET, LIST, grant, method};
use crate::waits::{Waiting, at, word};

const NEVER: f64 = 1e12;

/// What happens on the server, in ms from the beginning.
struct Plan {
    max_wait: f64,
    /// When each access method is made, and issued.
    methods: Vec<(f64, f64)>,
    /// When a change of an issued grant begins and ends.
    change: (f64, f64),
    /// When an error is raised that Seam does not try again.
    vain_at: f64,
    deleted_at: f64,
    ends_at: f64,
    world: World,
}

fn plan(random: &mut Random) -> Plan {
    let max_wait = random.pick(&[0.0, 20_000.0, 60_000.0, 300_000.0]);
    let soon = |random: &mut Random| random.between(-max_wait, max_wait * 1.3);
    let maybe = |random: &mut Random| {
        if random.happens(0.15) {
            random.between(-max_wait, max_wait * 1.3)
        } else {
            NEVER
        }
    };
    let count = random.pick(&[1, 1, 2, 3]);
    let methods = (0..count).map(|_| {
        let made = soon(random).min(max_wait / 2.0);
        (made, made.max(soon(random)))
    });
    let methods = methods.collect();
    let change = maybe(random);
    let how_often = random.pick(&[0.0, 0.0, 0.2]);
    Plan {
        max_wait,
        methods,
        change: (change, change + random.between(0.0, max_wait)),
        vain_at: maybe(random),
        deleted_at: maybe(random),
        ends_at: maybe(random),
        world: World {
            epoch: World::default().epoch + random.between(0.0, 1_000.0),
            shows_date: random.happens(0.7),
            network: Network {
                lost_requests: how_often,
                lost_answers: how_often,
                down: how_often,
                freezes: random.pick(&[0.0, 0.1]),
                longest_way: random.pick(&[0.0, 20.0, 400.0]),
                longest_freeze: 120_000.0,
                calm_from: random.pick(&[0.0, max_wait / 2.0, NEVER]),
                timeout: 5_000.0,
                ..Network::default()
            },
            cancel_at: random.happens(0.1).then(|| random.between(0.0, max_wait)),
            ..World::default()
        },
    }
}

impl Plan {
    fn answer(&self, path: &str, now: f64) -> Result<Served, Failure> {
        if now >= self.deleted_at {
            return Err(unknown("access_grant_not_found"));
        }
        let written = |instant: f64| at((self.world.epoch + instant) as i64);
        let made = |(_, (at, _)): &(usize, &(f64, f64))| *at <= now;
        let methods = self.methods.iter().enumerate();
        let created = written(-3_600_000.0);
        let value = match path {
            GET => {
                let ids: Vec<String> = methods
                    .clone()
                    .filter(made)
                    .map(|(index, _)| format!("m{index}"))
                    .collect();
                let requested: Vec<_> = methods
                    .map(|(index, (made, _))| {
                        let ids = if *made <= now {
                            vec![format!("m{index}")]
                        } else {
                            vec![]
                        };
                        json!({ "created_access_method_ids": ids })
                    })
                    .collect();
                let errors = match now >= self.vain_at {
                    true => json!([{ "error_code": "cannot_create_requested_access_methods" }]),
                    false => json!([]),
                };
                let is_changing = now >= self.change.0 && now < self.change.1;
                let pending = if is_changing {
                    json!([{ "mutation_code": "updating_spaces" }])
                } else {
                    json!([])
                };
                grant(&json!({
                    "access_method_ids": ids, "requested_access_methods": requested, "errors": errors,
                    "pending_mutations": pending, "starts_at": created, "created_at": created,
                    "ends_at": (self.ends_at < NEVER).then(|| written(self.ends_at)),
                }))
            }
            LIST => {
                let found = methods.filter(made).map(|(index, (_, issued))| {
                    method(&json!({ "access_method_id": format!("m{index}"), "is_issued": *issued <= now, "created_at": created }))
                });
                found.collect()
            }
            path => panic!("{path}"),
        };
        Ok(Served::value(value.to_string()))
    }

    /// When all of it is issued, whatever else happens.
    fn issued_at(&self) -> f64 {
        self.methods
            .iter()
            .map(|(_, issued)| *issued)
            .fold(-NEVER, f64::max)
    }
}

fn wait(plan: &Plan, seed: u64, device_ahead: f64) -> Waiting {
    let mut world = World {
        device_ahead,
        ..plan.world.clone()
    };
    let options = format!("{{\"maxWait\":{}}}", plan.max_wait);
    let mut flow = WaitUntilIssued::new(Awaits::Grant, "g1", &options).unwrap();
    run(
        &mut flow,
        &mut world,
        &mut Random::new(!seed),
        |call, world, _| plan.answer(call.path, world.now),
    )
}

#[test]
fn a_grant_is_waited_for_until_all_of_it_is_issued() {
    let mut ends = std::collections::BTreeMap::new();
    let mut soak = Soak::of("waitUntilIssued", 10_000, "schedules");
    for seed in soak.seeds() {
        let plan = plan(&mut Random::new(seed));
        let run = wait(&plan, seed, 0.0);
        soak.simulated(run.ended_at);
        let end = match word(&run) {
            GET | LIST => "unknown",
            end => end,
        };
        *ends.entry(end).or_insert(0_u64) += 1;
        let about = format!("seed {seed}, {end}");
        // When the server saw the last call of each kind that it answered.
        let seen = |path: &str| {
            let calls = run
                .calls
                .iter()
                .filter(|made| made.call.path == path && made.failure.is_none());
            calls.filter_map(|made| made.seen_at).next_back()
        };
        match end {
            "done" => {
                let (grant_at, methods_at) = (seen(GET).unwrap(), seen(LIST).unwrap());
                assert!(methods_at >= plan.issued_at(), "{about}: a method is not issued");
                assert!(
                    grant_at < plan.change.0 || grant_at >= plan.change.1,
                    "{about}: a change is on its way"
                );
                assert!(grant_at < plan.vain_at && grant_at < plan.deleted_at, "{about}");
            }
            "failed" => {
                let grant_at = seen(GET).unwrap();
                let is_changing = grant_at >= plan.change.0 && grant_at < plan.change.1;
                let is_vain = grant_at >= plan.vain_at && !is_changing;
                // Its end is written in whole ms, and may come while the answer is on its way.
                assert!(
                    is_vain || run.ended_at + 1.0 >= plan.ends_at,
                    "{about}: fails what may heal"
                );
            }
            "deleted" | "unknown" => assert!(run.ended_at >= plan.deleted_at, "{about}"),
            "timed_out" => {
                let frozen: f64 = run.freezes.iter().map(|(from, to)| to - from).sum();
                assert!(run.ended_at >= plan.max_wait - 1.0, "{about}: too early");
                let longest = plan.max_wait.max(20_000.0) + frozen + 10_001.0;
                assert!(run.ended_at <= longest, "{about}: too late");
            }
            "canceled" => assert!(plan.world.cancel_at.is_some(), "{about}"),
            end => panic!("{about} {end}"),
        }
        if seed % 4 == 0 {
            for device_ahead in [-600_000.0, 600_000.0] {
                let again = wait(&plan, seed, device_ahead);
                assert_eq!(
                    (word(&run), run.calls.len()),
                    (word(&again), again.calls.len()),
                    "{about}: a wrong clock changes it"
                );
            }
        }
        let network = &plan.world.network;
        // The last poll has a second, and makes two calls.
        let is_calm = network.freezes == 0.0
            && network.longest_way <= 200.0
            && (network.calm_from == 0.0 || network.lost_requests == 0.0);
        let works = [plan.vain_at, plan.deleted_at, plan.ends_at, plan.change.0];
        if is_calm
            && plan.issued_at() <= plan.max_wait - 3_000.0
            && works.iter().all(|at| *at >= NEVER)
            && plan.world.cancel_at.is_none()
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
        "unknown",
        "timed_out",
        "canceled",
        "must be done",
    ] {
        assert!(
            ends.get(end).is_some_and(|count| *count > 60),
            "too few end like this: {end}, {ends:?}"
        );
    }
}
