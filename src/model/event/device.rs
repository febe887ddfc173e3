//! The shapes of `device.*` events, and of those of cameras, noise sensors and phones (docs/api-facts.md#events).
//! Which event type has which shape is said in `event.rs`.

use alloc::collections::BTreeMap;
use alloc::string::String;

use crate::model::BatteryStatus;
use crate::model::event::fields::event;
use crate::schema::{Value, names};

event! {
    /// What every event of a device has.
    DeviceEvent + device + account + customer {}
}

event! {
    /// A device was disconnected.
    DeviceDisconnectedEvent + device + account + customer + device_issues + account_issues {
        /// What was disconnected.
        pub error_code: DisconnectionCode,
    }
}

/// What was disconnected when a device was.
#[names]
pub enum DisconnectionCode {
    /// The account behind the device.
    AccountDisconnected,
    /// The device's hub.
    HubDisconnected,
    /// The device itself.
    DeviceDisconnected,
}

event! {
    /// A device does not work as it should, and this is what was known to be in its way.
    DeviceIssueEvent + device + account + customer + device_issues + account_issues {}
}

event! {
    /// The battery of a device is low.
    DeviceLowBatteryEvent + device + account + customer {
        /// Charge of the battery that is low, from 0 (empty) to 1 (full).
        #[field(required, deprecated = "use `device_battery_level` and `accessory_keypad_battery_level`")]
        pub battery_level: Option<f64>,
        /// Charge of the device's own battery, from 0 (empty) to 1 (full).
        pub device_battery_level: Option<f64>,
        /// Charge of the keypad's battery, from 0 (empty) to 1 (full).
        pub accessory_keypad_battery_level: Option<f64>,
    }
}

event! {
    /// What the charge of a battery means has changed.
    DeviceBatteryStatusChangedEvent + device + account + customer {
        /// Charge of the battery, from 0 (empty) to 1 (full).
        #[field(required)]
        pub battery_level: Option<f64>,
        /// What that means for the device.
        pub battery_status: BatteryStatus,
    }
}

event! {
    /// A device was deleted.
    DeviceDeletedEvent + device + account + customer {
        /// Name that the device had; null where it had none.
        #[field(nullable, optional)]
        pub device_name: Option<String>,
    }
}

event! {
    /// A device got another name.
    DeviceNameChangedEvent + device + account + customer {
        /// The new name.
        pub device_name: String,
    }
}

event! {
    /// Somebody rang.
    DeviceDoorbellRangEvent + device + account + customer + pictures {}
}

event! {
    /// A camera woke up.
    CameraActivatedEvent + device + account + customer + pictures {
        /// What woke it up.
        pub activation_reason: CameraActivationReason,
        /// What moved, where the camera tells.
        pub motion_sub_type: Option<MotionSubType>,
    }
}

/// What woke a camera up.
#[names]
pub enum CameraActivationReason {
    MotionDetected,
}

/// What moved in front of a camera.
#[names]
pub enum MotionSubType {
    Human,
    Vehicle,
    Package,
    Other,
}

event! {
    /// It is louder than a threshold allows.
    NoiseThresholdTriggeredEvent + device + account + customer {
        /// Loudness, in decibels.
        pub noise_level_decibels: Option<f64>,
        /// Loudness, as Noiseaware's Noise Risk Score.
        pub noise_level_nrs: Option<f64>,
        /// ID of the threshold.
        pub noise_threshold_id: Option<String>,
        /// Name of the threshold.
        pub noise_threshold_name: Option<String>,
        /// What Minut says about it.
        pub minut_metadata: Option<BTreeMap<String, Value>>,
        /// What Noiseaware says about it.
        pub noiseaware_metadata: Option<BTreeMap<String, Value>>,
    }
}

event! {
    /// A phone was deactivated.
    PhoneEvent + device {}
}
