//! `device_provider`: a company through which Seam reaches devices (docs/api-facts.md#other-endpoints).
//! What a single device says about its provider is in `device`.

use crate::model::capability_flags::with_capability_flags;
use crate::schema::{names, object};

with_capability_flags! {
    /// A provider through which Seam reaches devices. The `can_*` flags tell what devices of the provider may be able to do; what one
    /// device can do, it tells itself.
    #[object]
    pub struct DeviceProvider {
        /// Name of the provider as the API writes it.
        pub device_provider_name: DeviceProviderName,
        /// Name of the provider for people.
        pub display_name: String,
        /// URL of the provider's logo.
        pub image_url: String,
        /// The categories that the provider is in.
        pub provider_categories: Vec<ProviderCategory>,
    }
}

/// A category of providers.
#[names]
pub enum ProviderCategory {
    Stable,
    ConsumerSmartlocks,
    Beta,
    Thermostats,
    NoiseSensors,
    AccessControlSystems,
    Cameras,
    Connectors,
    // Of older generations.
    InternalBeta,
}

/// A provider through which Seam reaches devices.
#[names]
pub enum DeviceProviderName {
    Hotek,
    DormakabaCommunity,
    LegicConnect,
    Akuvox,
    August,
    AvigilonAlta,
    Brivo,
    Butterflymx,
    Schlage,
    Smartthings,
    Yale,
    Genie,
    Doorking,
    Salto,
    SaltoKs,
    SaltoKsAccept,
    Lockly,
    Ttlock,
    Linear,
    Noiseaware,
    Nuki,
    Igloo,
    Kwikset,
    Minut,
    #[name("my_2n")]
    MyTwoN,
    Controlbyweb,
    Nest,
    Igloohome,
    Ecobee,
    FourSuites,
    DormakabaOracode,
    DormakabaOracodeIho,
    Pti,
    Wyze,
    SeamPassport,
    Visionline,
    AssaAbloyCredentialService,
    Tedee,
    HoneywellResideo,
    FirstAlert,
    Latch,
    Akiles,
    AssaAbloyVostio,
    AssaAbloyVostioCredentialService,
    Tado,
    SaltoSpace,
    Sensi,
    Keynest,
    Korelock,
    Keyincode,
    DormakabaAmbiance,
    Ultraloq,
    Yacan,
    Dusaw,
    Sifely,
    ThirtyThreeLock,
    Ring,
    Tapo,
    Ical,
    Lodgify,
    Hostaway,
    Guesty,
    AcuityScheduling,
    Omnitec,
    Kisi,
    Aqara,
    Arlo,
    Reolink,
    Sonos,
    // That Connect Webviews know besides.
    YaleAccess,
    HidCm,
    GoogleNest,
    Slack,
    // Of older generations.
    SeamRelayAdmin,
    Hubitat,
    #[name("kwikset2")]
    KwiksetTwo,
}
