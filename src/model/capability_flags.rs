//! The `can_*` flags (docs/api-facts.md#device), written once: devices, unmanaged devices and device providers have them.
//! Holds no judgement of what a flag allows.

/// Adds the flags to a resource, after its own fields. They are told by what a device has at the moment, or by what any device of
/// a provider may have.
macro_rules! with_capability_flags {
    ($(#$attribute:tt)* pub struct $name:ident { $($own:tt)* }) => {
        $(#$attribute)*
        pub struct $name {
            $($own)*
            /// Whether it takes codes that work by being programmed through its connection; stays true while a lock is merely offline.
            pub can_program_online_access_codes: Option<bool>,
            /// Whether it takes codes that work by an algorithm, without a connection.
            pub can_program_offline_access_codes: Option<bool>,
            /// Whether a code on its keypad opens it.
            pub can_unlock_with_code: Option<bool>,
            /// Whether it can be locked remotely.
            pub can_remotely_lock: Option<bool>,
            /// Whether it can be unlocked remotely.
            pub can_remotely_unlock: Option<bool>,
            /// Whether its automatic locking can be configured.
            pub can_configure_auto_lock: Option<bool>,
            /// Whether the sandbox can simulate that it comes online.
            pub can_simulate_connection: Option<bool>,
            /// Whether the sandbox can simulate that it goes offline.
            pub can_simulate_disconnection: Option<bool>,
            /// Whether the sandbox can simulate that its hub comes online.
            pub can_simulate_hub_connection: Option<bool>,
            /// Whether the sandbox can simulate that its hub goes offline.
            pub can_simulate_hub_disconnection: Option<bool>,
            /// Whether the sandbox can simulate a paid subscription.
            pub can_simulate_paid_subscription: Option<bool>,
            /// Whether the sandbox can simulate that it is removed.
            pub can_simulate_removal: Option<bool>,
            /// Whether it can heat.
            pub can_hvac_heat: Option<bool>,
            /// Whether it can cool.
            pub can_hvac_cool: Option<bool>,
            /// Whether it can heat and cool by turns.
            pub can_hvac_heat_cool: Option<bool>,
            /// Whether heating and cooling can be turned off.
            pub can_turn_off_hvac: Option<bool>,
            /// Whether it can run thermostat programs.
            pub can_run_thermostat_programs: Option<bool>,
            /// Whether it can be told to follow its own weekly program again.
            pub can_activate_weekly_program: Option<bool>,
            /// Whether a camera can stream live video.
            pub can_stream_live_video: Option<bool>,
            /// Whether it takes one thermostat program for weekdays and one for the weekend.
            pub can_program_thermostat_programs_as_weekday_weekend: Option<bool>,
            /// Whether it takes a thermostat program per day.
            pub can_program_thermostat_programs_as_different_each_day: Option<bool>,
            /// Whether it takes one thermostat program for all days.
            pub can_program_thermostat_programs_as_same_each_day: Option<bool>,
        }
    };
}
pub(crate) use with_capability_flags;
