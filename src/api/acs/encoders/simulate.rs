//! `/acs/encoders/simulate/**` (docs/api-facts.md#other-endpoints): says what the next card on a sandbox encoder does.
//! Holds no resource: what replies hold is in `model`.

use crate::api::{Endpoint, Namespace, Returns};
use crate::schema::{names, object, summarized};

/// Says what the next card on a sandbox encoder does.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "acs/encoders/simulate",
    endpoints: &[
        &NEXT_CREDENTIAL_ENCODE_WILL_FAIL,
        &NEXT_CREDENTIAL_ENCODE_WILL_SUCCEED,
        &NEXT_CREDENTIAL_SCAN_WILL_FAIL,
        &NEXT_CREDENTIAL_SCAN_WILL_SUCCEED,
    ],
    children: &[],
};

/// Makes the next writing of a card on a sandbox encoder fail.
#[summarized]
pub const NEXT_CREDENTIAL_ENCODE_WILL_FAIL: Endpoint<NextCredentialEncodeWillFailParameters, ()> = Endpoint {
    path: "/acs/encoders/simulate/next_credential_encode_will_fail",
    reply: Returns::NOTHING,
    repeatable: false,
};

/// Makes the next writing of a card on a sandbox encoder succeed.
#[summarized]
pub const NEXT_CREDENTIAL_ENCODE_WILL_SUCCEED: Endpoint<NextCredentialEncodeWillSucceedParameters, ()> =
    Endpoint {
        path: "/acs/encoders/simulate/next_credential_encode_will_succeed",
        reply: Returns::NOTHING,
        repeatable: false,
    };

/// Makes the next reading of a card on a sandbox encoder fail.
#[summarized]
pub const NEXT_CREDENTIAL_SCAN_WILL_FAIL: Endpoint<NextCredentialScanWillFailParameters, ()> = Endpoint {
    path: "/acs/encoders/simulate/next_credential_scan_will_fail",
    reply: Returns::NOTHING,
    repeatable: false,
};

/// Makes the next reading of a card on a sandbox encoder succeed.
#[summarized]
pub const NEXT_CREDENTIAL_SCAN_WILL_SUCCEED: Endpoint<NextCredentialScanWillSucceedParameters, ()> =
    Endpoint {
        path: "/acs/encoders/simulate/next_credential_scan_will_succeed",
        reply: Returns::NOTHING,
        repeatable: false,
    };

/// What `next_credential_encode_will_fail` takes.
#[object(name = "AcsEncodersSimulateNextCredentialEncodeWillFailParameters")]
pub struct NextCredentialEncodeWillFailParameters {
    /// ID of the encoder.
    pub acs_encoder_id: String,
    /// ID of the credential.
    pub acs_credential_id: Option<String>,
    /// The failure to simulate.
    pub error_code: Option<SimulatedEncodeFailure>,
}

/// What `next_credential_encode_will_succeed` takes.
#[object(name = "AcsEncodersSimulateNextCredentialEncodeWillSucceedParameters")]
pub struct NextCredentialEncodeWillSucceedParameters {
    /// ID of the encoder.
    pub acs_encoder_id: String,
    /// What to simulate.
    pub scenario: Option<SimulatedEncodeSuccess>,
}

/// What `next_credential_scan_will_fail` takes.
#[object(name = "AcsEncodersSimulateNextCredentialScanWillFailParameters")]
pub struct NextCredentialScanWillFailParameters {
    /// ID of the encoder.
    pub acs_encoder_id: String,
    /// ID of the credential that Seam knows.
    pub acs_credential_id_on_seam: Option<String>,
    /// The failure to simulate.
    pub error_code: Option<SimulatedScanFailure>,
}

/// What `next_credential_scan_will_succeed` takes.
#[object(name = "AcsEncodersSimulateNextCredentialScanWillSucceedParameters")]
pub struct NextCredentialScanWillSucceedParameters {
    /// ID of the encoder.
    pub acs_encoder_id: String,
    /// ID of the credential that Seam knows.
    pub acs_credential_id_on_seam: Option<String>,
    /// What to simulate.
    pub scenario: Option<SimulatedScanSuccess>,
}

/// Why writing a card fails.
#[names(closed)]
pub enum SimulatedEncodeFailure {
    NoCredentialOnEncoder,
    EncodingInterrupted,
    UncategorizedError,
    ActionAttemptExpired,
}

/// What comes of writing a card.
#[names(closed)]
pub enum SimulatedEncodeSuccess {
    CredentialIsIssued,
}

/// Why reading a card fails.
#[names(closed)]
pub enum SimulatedScanFailure {
    NoCredentialOnEncoder,
    UncategorizedError,
    ActionAttemptExpired,
}

/// What is read off a card.
#[names(closed)]
pub enum SimulatedScanSuccess {
    CredentialExistsOnSeam,
    CredentialOnEncoderNeedsUpdate,
    CredentialDoesNotExistOnSeam,
    CredentialOnEncoderIsEmpty,
}
