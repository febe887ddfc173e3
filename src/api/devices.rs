//! `/devices/**` (docs/api-facts.md#device and #other-endpoints): the endpoints that find devices and change what Seam knows of them.
//! Holds no judgement of what a device can do: that is read off the device.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, FixedOffset};

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::{Device, DeviceProvider, DeviceType, ProviderCategory};
use crate::schema::{Value, names, object, summarized};

mod filters;
pub mod simulate;
pub mod unmanaged;

pub(crate) use filters::device_filters;

/// Finds locks and other devices, and changes what Seam knows of them.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "devices",
    endpoints: &[
        &GET,
        &LIST,
        &LIST_DEVICE_PROVIDERS,
        &REPORT_PROVIDER_METADATA,
        &UPDATE,
    ],
    children: &[&simulate::NAMESPACE, &unmanaged::NAMESPACE],
};

/// Reads one device, by its ID or its name.
#[summarized]
pub const GET: Endpoint<GetParameters, Device> = Endpoint {
    path: "/devices/get",
    reply: Returns::value("device"),
    repeatable: true,
};

/// Lists devices, in pages.
#[summarized]
pub const LIST: Endpoint<ListParameters, Vec<Device>> = Endpoint {
    path: "/devices/list",
    reply: Returns::pages("devices"),
    repeatable: true,
};

/// Lists the providers through which Seam reaches devices, and what each can do.
#[summarized]
pub const LIST_DEVICE_PROVIDERS: Endpoint<ListDeviceProvidersParameters, Vec<DeviceProvider>> = Endpoint {
    path: "/devices/list_device_providers",
    reply: Returns::value("device_providers"),
    repeatable: true,
};

/// Tells Seam what a provider does not tell about its devices: their time zones.
#[summarized]
pub const REPORT_PROVIDER_METADATA: Endpoint<ReportProviderMetadataParameters, ()> = Endpoint {
    path: "/devices/report_provider_metadata",
    reply: Returns::NOTHING,
    repeatable: false,
};

/// Changes the name of a device, your own keys and values on it, or whether Seam manages it.
#[summarized]
pub const UPDATE: Endpoint<UpdateParameters, ()> = Endpoint {
    path: "/devices/update",
    reply: Returns::NOTHING,
    repeatable: false,
};

/// What `get` takes.
#[object(name = "DevicesGetParameters", at_least_one(device_id, name))]
pub struct GetParameters {
    /// ID of the device.
    pub device_id: Option<String>,
    /// Name of the device.
    #[field(min_length = 1)]
    pub name: Option<String>,
}

device_filters! {
    /// What `list` takes. Every filter narrows.
    #[object(name = "DevicesListParameters")]
    pub struct ListParameters {
        /// Most devices per page; 500 unless given.
        #[field(min = 1)]
        pub limit: Option<u32>,
        /// Cursor of the page, from the page before; everything else as for the page before.
        #[field(nullable, optional)]
        pub page_cursor: Option<String>,
    }
}

/// What `list_device_providers` takes.
#[object(name = "DevicesListDeviceProvidersParameters")]
pub struct ListDeviceProvidersParameters {
    /// Category of the providers; all providers unless given.
    #[field(listed)]
    pub provider_category: Option<ProviderCategory>,
}

/// What `report_provider_metadata` takes.
#[object(name = "DevicesReportProviderMetadataParameters")]
pub struct ReportProviderMetadataParameters {
    /// What you know of each device; of one at least.
    #[field(min_items = 1)]
    pub devices: Vec<ReportedProviderMetadata>,
}

/// What you know of a device and its provider does not tell.
#[object]
pub struct ReportedProviderMetadata {
    /// ID of the device.
    pub device_id: Option<String>,
    /// What you know of an Omnitec lock.
    pub omnitec_metadata: Option<ReportedTimeZone>,
    /// What you know of a Schlage lock.
    pub schlage_metadata: Option<ReportedTimeZone>,
    /// What you know of an Ultraloq lock.
    pub ultraloq_metadata: Option<ReportedTimeZone>,
}

/// Where a device is in time.
#[object]
pub struct ReportedTimeZone {
    /// IANA time zone of the device, as `America/Los_Angeles`; without it time-bound codes may open at the wrong hours or not be
    /// taken at all. Which zones there are is the server's to say.
    pub time_zone: Option<String>,
}

/// What `update` takes: what is absent stays as it is.
#[object(name = "DevicesUpdateParameters")]
pub struct UpdateParameters {
    /// ID of the device.
    pub device_id: String,
    /// Name for people; null gives back the name in the provider's app.
    #[field(nullable, optional)]
    pub name: Option<String>,
    /// Older place of `name`.
    pub properties: Option<UpdatedProperties>,
    /// Your own keys and values, at most 50: keys of up to 40 characters, booleans, strings of up to 500 characters. Null or an empty
    /// string removes a key.
    #[field(typescript = "Record<string, string | boolean | null>")]
    pub custom_metadata: Option<BTreeMap<String, Value>>,
    /// False hands the device back: Seam shows it still, but no longer controls it.
    pub is_managed: Option<bool>,
    /// Whether the device keeps spare codes.
    pub backup_access_code_pool_enabled: Option<bool>,
}

/// Properties of a device that `update` changes.
#[object]
pub struct UpdatedProperties {
    /// Name for people; null gives back the name in the provider's app.
    #[field(nullable, optional)]
    pub name: Option<String>,
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
    Eufy,
    Arlo,
    Reolink,
    Sonos,
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
