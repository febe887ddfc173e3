//! `wait_until_set` against the fake where the lock has the PIN already: on a code that is about to leave it, or on one that Seam does not see.

use seam_edge::api::access_codes::{self, CreateParameters, DeleteParameters};
use seam_edge::client::host::Host;
use seam_edge::client::typed::{Until, WaitFailure, WaitOptions};
use seam_edge::fake::LockControl;

use crate::calls::MINUTE;
use crate::network::{client, host};
use crate::soak::Soak;

const PIN: &str = "4071";

#[test]
fn a_wait_ends_only_where_the_pin_stays_on_the_lock() {
    let mut soak = Soak::of("waitUntilSet where the PIN is taken", 100, "seeds");
    for seed in soak.seeds() {
        let is_unseen = seed % 2 == 0;
        // Seam does not see what is set at the keypad of a Kwikset lock.
        let (host, device_id) = host(seed, if is_unseen { "kwikset" } else { "august" });
        let client = client(&host);
        let parameters = CreateParameters {
            device_id: device_id.clone(),
            code: Some(PIN.to_owned()),
            ..Default::default()
        };
        let create = || {
            let created = host.run(client.call(&access_codes::CREATE, &parameters));
            created.unwrap().unwrap().access_code_id
        };
        if is_unseen {
            let at_keypad = LockControl::AddCode {
                name: "Owner".to_owned(),
                code: PIN.to_owned(),
            };
            host.with(|fake| fake.control(&device_id, at_keypad)).unwrap();
        } else {
            let older = create();
            host.run(host.sleep(MINUTE as f64)).unwrap();
            let delays = LockControl::Delays {
                setting: 1_000,
                removing: (host.random() * 8.0 * MINUTE as f64) as i64,
                answering: 0,
            };
            host.with(|fake| fake.control(&device_id, delays)).unwrap();
            let older = DeleteParameters {
                access_code_id: older,
                ..Default::default()
            };
            host.run(client.call(&access_codes::DELETE, &older))
                .unwrap()
                .unwrap();
            // What is set while the older one leaves.
            host.run(host.sleep(host.random() * MINUTE as f64)).unwrap();
        }
        let id = create();
        host.with(|fake| fake.disturb_at_random(0.2)).unwrap();
        let options = WaitOptions {
            max_wait: 12.0 * MINUTE as f64,
            ..Default::default()
        };
        let outcome = host
            .run(client.wait_until_set(&id, Until::Set, options, |_| ()))
            .unwrap();
        match (is_unseen, outcome) {
            (true, Err(WaitFailure::InVain { message, .. })) => {
                assert!(
                    message.contains("another code with the same PIN"),
                    "seed {seed}: {message}"
                );
            }
            (false, Ok(_)) => {}
            // The network may fail in each of the last polls.
            (_, Err(WaitFailure::Call(_))) => {}
            (_, other) => panic!("seed {seed}: {other:?}"),
        }
        soak.simulated(host.elapsed());
    }
}
