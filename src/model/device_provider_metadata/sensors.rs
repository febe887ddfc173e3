//! What the providers of thermostats, noise sensors and cameras alone know of their devices.
//! What every thermostat tells is in `thermostat`.

use crate::schema::{names, object};

/// What only ecobee thermostats know.
#[object]
pub struct EcobeeMetadata {
    /// ID of the device at ecobee.
    pub ecobee_device_id: Option<String>,
    /// Name of the device.
    pub device_name: Option<String>,
}

/// What only Honeywell Resideo thermostats know.
#[object]
pub struct HoneywellResideoMetadata {
    /// ID of the device at Honeywell Resideo.
    pub honeywell_resideo_device_id: Option<String>,
    /// Name of the device.
    pub device_name: Option<String>,
}

/// What only Minut sensors know.
#[object]
pub struct MinutMetadata {
    /// ID of the device at Minut.
    pub device_id: Option<String>,
    /// Name of the device.
    pub device_name: Option<String>,
    /// What the sensor measured last.
    pub latest_sensor_values: Option<MinutSensorValues>,
}

/// What a Minut sensor measured last.
#[object]
pub struct MinutSensorValues {
    /// Acceleration along the vertical axis.
    pub accelerometer_z: Option<MinutReading>,
    /// Humidity.
    pub humidity: Option<MinutReading>,
    /// Air pressure.
    pub pressure: Option<MinutReading>,
    /// Sound level.
    pub sound: Option<MinutReading>,
    /// Temperature.
    pub temperature: Option<MinutReading>,
}

/// One thing that a Minut sensor measured.
#[object]
pub struct MinutReading {
    /// When it was measured.
    pub time: Option<String>,
    /// The value, in Minut's unit.
    pub value: Option<f64>,
}

/// What only Google Nest thermostats know.
#[object]
pub struct NestMetadata {
    /// ID of the device at Google.
    pub nest_device_id: Option<String>,
    /// ID of the building at Google.
    pub nest_structure_id: Option<String>,
    /// Name that Google gave the device.
    pub device_name: Option<String>,
    /// Name that its owner gave it.
    pub device_custom_name: Option<String>,
    /// Name that its owner gave the room.
    pub display_name: Option<String>,
    /// Name that its owner gave the building.
    pub structure_name: Option<String>,
}

/// What only NoiseAware sensors know.
#[object]
pub struct NoiseawareMetadata {
    /// ID of the device at NoiseAware.
    pub device_id: Option<String>,
    /// Name of the device.
    pub device_name: Option<String>,
    /// For which side of the wall it is made.
    pub device_model: Option<NoiseawareDeviceModel>,
    /// Sound level in decibels.
    pub noise_level_decibel: Option<f64>,
    /// Sound level as NoiseAware's Noise Risk Score.
    pub noise_level_nrs: Option<f64>,
}

/// What only Ring cameras know.
#[object]
pub struct RingMetadata {
    /// ID of the device at Ring.
    pub device_id: Option<String>,
    /// Name of the device.
    pub device_name: Option<String>,
}

/// What only Sensi thermostats know.
#[object]
pub struct SensiMetadata {
    /// ID of the device at Sensi.
    pub device_id: Option<String>,
    /// Name of the device.
    pub device_name: Option<String>,
    /// Kind of the product.
    pub product_type: Option<String>,
    /// True where it takes no set points for heating and cooling at once.
    pub dual_setpoints_not_supported: Option<bool>,
}

/// What only tado thermostats know.
#[object]
pub struct TadoMetadata {
    /// Serial number.
    pub serial_no: Option<String>,
    /// Kind of the device.
    pub device_type: Option<String>,
}

/// What only Tapo cameras know.
#[object]
pub struct TapoMetadata {
    /// Name of the model as the camera tells it.
    pub model: Option<String>,
    /// Version of the firmware.
    pub firmware_version: Option<String>,
    /// Version of the hardware.
    pub hardware_version: Option<String>,
}

/// For which side of the wall a NoiseAware sensor is made.
#[names]
pub enum NoiseawareDeviceModel {
    Indoor,
    Outdoor,
}

/// What only Arlo cameras know.
#[object]
pub struct ArloMetadata {
    /// ID of the camera at Arlo.
    pub device_id: Option<String>,
    /// Name of the camera.
    pub device_name: Option<String>,
    /// ID of the model at Arlo.
    pub model_id: Option<String>,
    /// Version of its software.
    pub firmware_version: Option<String>,
    /// Version of its hardware.
    pub hardware_version: Option<String>,
}

/// What only Reolink cameras know.
#[object]
pub struct ReolinkMetadata {
    /// Model of the camera.
    pub model: Option<String>,
    /// Version of its software.
    pub firmware_version: Option<String>,
    /// Version of its hardware.
    pub hardware_version: Option<String>,
}
