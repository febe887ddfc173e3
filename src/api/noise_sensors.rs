//! `/noise_sensors/**` (docs/api-facts.md#other-endpoints): finds noise sensors.
//! Holds no resource: what replies hold is in `model`.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, FixedOffset};

use crate::api::devices::{CapabilityFlag, Manufacturer, device_filters};
use crate::api::{Endpoint, Namespace, Returns};
use crate::model::{Device, DeviceType};
use crate::schema::{Value, object, summarized};

pub mod noise_thresholds;
pub mod simulate;

/// Finds noise sensors.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "noise_sensors",
    endpoints: &[&LIST],
    children: &[&noise_thresholds::NAMESPACE, &simulate::NAMESPACE],
};

/// Lists noise sensors.
#[summarized]
pub const LIST: Endpoint<ListParameters, Vec<Device>> = Endpoint {
    path: "/noise_sensors/list",
    reply: Returns::value("devices"),
    repeatable: true,
};

device_filters! {
    /// What `list` takes. Every filter narrows. The API documents `device_type`, `device_types`, `manufacturer`,
    /// `connected_account_id`, `connect_webview_id` and `customer_key`; servers of older generations take the others too.
    #[object(name = "NoiseSensorsListParameters")]
    pub struct ListParameters {
        /// Most noise sensors in the list; the server's own limit unless given.
        #[field(min = 1, deprecated = "the newest API takes none; filter instead")]
        pub limit: Option<u32>,
        /// Cursor of a page. No server ever answers with one.
        #[field(nullable, optional, deprecated = "they do not come in pages; use `devices.list`")]
        pub page_cursor: Option<String>,
    }
}
