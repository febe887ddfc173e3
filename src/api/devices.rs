//! `/devices/**` (sections 4.1 and 5 of the API's facts): the endpoints that find devices.
//! Holds no judgement of what a device can do: that is read off the device.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, FixedOffset};

use crate::api::{Endpoint, Namespace, Reply};
use crate::model::{Device, DeviceType};
use crate::schema::{ObjectSchema, Schema, Value, names, object, summarized};

/// Finds locks and other devices.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "devices",
    endpoints: &[&GET, &LIST],
    children: &[],
};

/// Reads one device, by its ID or its name.
#[summarized]
pub const GET: Endpoint = Endpoint {
    path: "/devices/get",
    parameters: GetParameters::OBJECT,
    reply: Reply::value("device", Device::TYPE),
    repeatable: true,
};

/// Lists devices, in pages.
#[summarized]
pub const LIST: Endpoint = Endpoint {
    path: "/devices/list",
    parameters: ListParameters::OBJECT,
    reply: Reply::pages("devices", <Vec<Device>>::TYPE),
    repeatable: true,
};

/// What `get` takes.
#[object(name = "DevicesGetParameters", at_least_one(device_id, name))]
pub struct GetParameters {
    /// ID of the device.
    pub device_id: Option<String>,
    /// Name of the device.
    pub name: Option<String>,
}

/// What `list` takes. Every filter narrows.
#[object(name = "DevicesListParameters")]
pub struct ListParameters {
    /// IDs of the devices.
    pub device_ids: Option<Vec<String>>,
    /// Kind of the devices.
    #[field(listed)]
    pub device_type: Option<DeviceType>,
    /// Kinds of the devices.
    #[field(listed)]
    pub device_types: Option<Vec<DeviceType>>,
    /// Manufacturer of the devices.
    #[field(listed)]
    pub manufacturer: Option<Manufacturer>,
    /// ID of the connected account that the devices belong to.
    pub connected_account_id: Option<String>,
    /// IDs of the connected accounts that the devices belong to.
    pub connected_account_ids: Option<Vec<String>>,
    /// ID of the Connect Webview through which the devices came.
    pub connect_webview_id: Option<String>,
    /// Key of the customer that the devices belong to.
    pub customer_key: Option<String>,
    /// Your own key of the user that the devices belong to.
    #[field(secret)]
    pub user_identifier_key: Option<String>,
    /// ID of the space that the devices are in.
    pub space_id: Option<String>,
    /// ID of the space that the devices are in.
    #[field(nullable, optional, deprecated = "use `space_id`")]
    pub unstable_location_id: Option<String>,
    /// Keys and values that the devices' `custom_metadata` has.
    #[field(typescript = "Record<string, string | boolean>")]
    pub custom_metadata_has: Option<BTreeMap<String, Value>>,
    /// Flags that the devices have; internal to the API.
    #[field(listed)]
    pub include_if: Option<Vec<CapabilityFlag>>,
    /// Flags that the devices do not have; internal to the API.
    #[field(listed)]
    pub exclude_if: Option<Vec<CapabilityFlag>>,
    /// Date-time before which the devices were found, RFC 3339 with a zone; a `Date` or a `Temporal.Instant` is written so by itself.
    #[field(typescript = "string | { toJSON(): string }")]
    pub created_before: Option<DateTime<FixedOffset>>,
    /// Part of an ID, a name, a place or a value of `custom_metadata`.
    #[field(min_length = 1)]
    pub search: Option<String>,
    /// Most devices per page; 500 unless given.
    #[field(min = 1)]
    pub limit: Option<u32>,
    /// Cursor of the page, from the page before; everything else as for the page before.
    #[field(nullable, optional)]
    pub page_cursor: Option<String>,
}

/// A `can_*` flag of a device.
#[names(closed)]
pub enum CapabilityFlag {
    CanRemotelyLock,
    CanRemotelyUnlock,
    CanProgramOnlineAccessCodes,
    CanProgramOfflineAccessCodes,
    CanUnlockWithCode,
    CanConfigureAutoLock,
    CanSimulateConnection,
    CanSimulateDisconnection,
    CanSimulateHubConnection,
    CanSimulateHubDisconnection,
    CanSimulatePaidSubscription,
    CanSimulateRemoval,
    CanHvacHeat,
    CanHvacCool,
    CanHvacHeatCool,
    CanTurnOffHvac,
    CanRunThermostatPrograms,
    CanProgramThermostatProgramsAsWeekdayWeekend,
    CanProgramThermostatProgramsAsDifferentEachDay,
    CanProgramThermostatProgramsAsSameEachDay,
}

/// A manufacturer by whom devices can be filtered.
#[names(closed)]
pub enum Manufacturer {
    Akuvox,
    August,
    AvigilonAlta,
    Brivo,
    Butterflymx,
    Doorking,
    Hubitat,
    #[name("kwikset2")]
    KwiksetTwo,
    FourSuites,
    Genie,
    Igloo,
    Keywe,
    Kwikset,
    Linear,
    Nuki,
    Philia,
    Salto,
    Samsung,
    Schlage,
    Seam,
    Unknown,
    Wyze,
    Yale,
    TwoN,
    Ttlock,
    Igloohome,
    Controlbyweb,
    Tedee,
    Keyincode,
    Akiles,
    Aqara,
    Ecobee,
    DormakabaOracode,
    DormakabaOracodeIho,
    HoneywellResideo,
    Keynest,
    Korelock,
    Lockly,
    Minut,
    Nest,
    Noiseaware,
    Sensi,
    Smartthings,
    Tado,
    Ultraloq,
    Ring,
    Tapo,
    Ical,
    Lodgify,
    Hostaway,
    Guesty,
    AcuityScheduling,
    Omnitec,
    Kisi,
    Slack,
    Yacan,
}
