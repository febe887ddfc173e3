//! Flows in virtual time: no test here sleeps, so thousands of schedules with faults run in a second.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may panic: that is how it fails"
)]

mod ensure;
mod ensure_another_code;
mod ensure_by_key;
mod ensure_schedules;
mod ensured;
mod ensuring;
mod events_server;
mod issued_at_random;
mod issued_due_later;
mod other_code;
mod other_input;
mod random;
mod retry_after;
mod rivals;
mod shown;
#[path = "../soak.rs"]
mod soak;
mod unlisted_status;
mod virtual_time;
mod wait_plans;
mod wait_until_issued;
mod wait_until_removed;
mod wait_until_set;
mod waits;
mod waits_at_random;
mod watch;
mod watch_at_random;
mod watch_beginnings;
mod watch_clamped;
mod watch_failures;
mod watch_future;
mod watched;
mod watching;
mod wrong_date;
