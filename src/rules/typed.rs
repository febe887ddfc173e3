//! The rules of locks for Rust applications: models in, the same answers out as for JavaScript. Judges nothing itself: it writes the models as
//! the JSON that all rules look at.
//!
//! ```
//! use chrono::{TimeZone, Utc};
//! use seam_edge::api::access_codes::CreateParameters;
//! use seam_edge::model::Device;
//! use seam_edge::rules::typed::Lock;
//! use seam_edge::rules::zone::NoZones;
//!
//! let device: Device = serde_json::from_str(
//!     r#"{
//!         "device_id": "front-door",
//!         "can_program_online_access_codes": true,
//!         "properties": {
//!             "online": true,
//!             "supported_code_lengths": [6],
//!             "code_constraints": [{ "constraint_type": "no_zeros" }]
//!         }
//!     }"#,
//! )?;
//! let parameters = CreateParameters {
//!     device_id: "front-door".to_owned(),
//!     code: Some("4082".to_owned()),
//!     ..Default::default()
//! };
//! let now = Utc.with_ymd_and_hms(2026, 6, 1, 12, 0, 0).unwrap();
//!
//! let lock = Lock::new(&device);
//! let check = lock.check_access_code(&parameters, now, &NoZones);
//! assert!(!check.ok());
//! let codes: Vec<_> = check.rules.iter().map(|issue| issue.rule.code).collect();
//! assert_eq!(codes, ["code_length_not_supported", "code_breaks_constraint"]);
//!
//! // A PIN that passes. In an application, `draw` gives 32 random bits from a secure source.
//! let mut draw = || 0x1234_5678;
//! let code = lock.suggest_code(None, &[], &mut draw).unwrap();
//! assert_eq!(code.len(), 6);
//! # Ok::<(), serde_json::Error>(())
//! ```

use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::Value as Json;

use crate::api::Endpoint;
use crate::api::access_codes::{
    CREATE, CREATE_MULTIPLE, CreateMultipleParameters, CreateParameters, UPDATE, UpdateParameters,
};
use crate::model::{AccessCode, Device, UnmanagedAccessCode, UnmanagedDevice};
use crate::rules::diagnosis::Diagnosis;
use crate::rules::issue::{Rule, RuleIssue};
use crate::rules::suggest::{NoCode, Suggestion};
use crate::rules::timeline::Timeline;
use crate::rules::wanted::Wanted;
use crate::rules::zone::Zones;
use crate::rules::{Situation, diagnosis, suggest, timeline};
use crate::schema::check::{self, UnknownKeys};
use crate::schema::issue::{Issue, Severity};
use crate::schema::value::Value;

/// Parameters of a call that makes or changes an access code.
pub trait AccessCodeParameters: Serialize + Sized + 'static {
    /// What the call returns.
    type Returned;
    /// The call.
    const ENDPOINT: &'static Endpoint<Self, Self::Returned>;
}

impl AccessCodeParameters for CreateParameters {
    type Returned = AccessCode;
    const ENDPOINT: &'static Endpoint<Self, AccessCode> = &CREATE;
}

impl AccessCodeParameters for CreateMultipleParameters {
    type Returned = Vec<AccessCode>;
    const ENDPOINT: &'static Endpoint<Self, Vec<AccessCode>> = &CREATE_MULTIPLE;
}

impl AccessCodeParameters for UpdateParameters {
    type Returned = ();
    const ENDPOINT: &'static Endpoint<Self, ()> = &UPDATE;
}

/// A model of a device, managed or not.
pub trait DeviceModel: Serialize {}

impl DeviceModel for Device {}
impl DeviceModel for UnmanagedDevice {}

/// A model of an access code, managed or not.
pub trait AccessCodeModel: Serialize {}

impl AccessCodeModel for AccessCode {}
impl AccessCodeModel for UnmanagedAccessCode {}

/// A device and the codes on it.
#[derive(Clone)]
pub struct Lock {
    device: String,
    existing: Vec<String>,
    /// Whether the device or a code could not be written as JSON, so that nobody has looked at it.
    is_partly_unread: bool,
}

/// A model, or parameters, that serde cannot write as JSON. None of this crate is such.
const NOT_SERIALIZABLE: Rule = Rule {
    code: "not_serializable",
    severity: Severity::Error,
    source: "",
    parameters: &[],
};

/// What was found about a code that is wanted.
#[derive(Clone, Debug)]
pub struct AccessCodeCheck {
    /// What is wrong with the parameters themselves; all of it is refused before anything is sent.
    pub parameters: Vec<Issue>,
    /// What the lock would not take, or what is worth knowing.
    pub rules: Vec<RuleIssue>,
}

impl AccessCodeCheck {
    /// Whether nothing that was found is an error.
    #[must_use]
    pub fn ok(&self) -> bool {
        let is_error = |issue: &RuleIssue| issue.rule.severity == Severity::Error;
        self.parameters.is_empty() && !self.rules.iter().any(is_error)
    }
}

impl Lock {
    /// A device, of whose codes nothing is known.
    #[must_use]
    pub fn new(device: &impl DeviceModel) -> Self {
        let device = known(device);
        Self {
            is_partly_unread: device.is_none(),
            device: device.unwrap_or_default(),
            existing: Vec::new(),
        }
    }

    /// Adds codes on the device, managed or not: for PINs and names that are taken, for the room on the lock, and for an update the code as it
    /// is now.
    #[must_use]
    pub fn with_codes<C: AccessCodeModel>(mut self, codes: &[C]) -> Self {
        for code in codes.iter().map(known) {
            self.is_partly_unread |= code.is_none();
            self.existing.extend(code);
        }
        self
    }

    /// Every reason why this lock would not take this code.
    #[must_use]
    pub fn check_access_code<P: AccessCodeParameters>(
        &self,
        parameters: &P,
        now: DateTime<Utc>,
        zones: &dyn Zones,
    ) -> AccessCodeCheck {
        let declared = P::ENDPOINT.declaration.parameters;
        let text = serde_json::to_string(parameters).unwrap_or_default();
        let checked = check::parameters(&text, declared, UnknownKeys::RefuseSlips);
        let (device, parameters, existing) = (read(&self.device), read(&text), self.existing());
        let mut rules = crate::rules::check_access_code(&Situation {
            wanted: Wanted::new(&parameters, &existing),
            device: &device,
            existing: &existing,
            now: now.timestamp_millis(),
            zones,
        });
        if self.is_partly_unread || checked.is_err() {
            rules.push(not_serializable());
        }
        AccessCodeCheck {
            parameters: checked.map(|findings| findings.issues).unwrap_or_default(),
            rules,
        }
    }

    /// A PIN that this lock takes, as [`suggest::suggest_code`] finds it: `length` in digits, 4 to 12; `avoid` what is not to be suggested;
    /// `draw` gives 32 random bits.
    ///
    /// # Errors
    /// [`NoCode`] where no PIN passes, or the device or a code on it cannot be written as JSON.
    pub fn suggest_code(
        &self,
        length: Option<u32>,
        avoid: &[&str],
        draw: &mut dyn FnMut() -> u32,
    ) -> Result<String, NoCode> {
        if self.is_partly_unread {
            return Err(NoCode {
                issue: Box::new(not_serializable()),
                collide: Vec::new(),
            });
        }
        let (device, existing) = (read(&self.device), self.existing());
        let request = Suggestion {
            device: &device,
            length,
            avoid,
            existing: &existing,
        };
        suggest::suggest_code(&request, draw)
    }

    /// What happens when to a code on this lock, or to one that would be created with parameters.
    ///
    /// ```
    /// use chrono::{TimeZone, Utc};
    /// use seam_edge::api::access_codes::CreateParameters;
    /// use seam_edge::model::Device;
    /// use seam_edge::rules::lifecycle::Phase;
    /// use seam_edge::rules::typed::Lock;
    ///
    /// let device: Device = serde_json::from_str(r#"{ "device_id": "front-door", "device_type": "august_lock" }"#)?;
    /// let stay = CreateParameters {
    ///     device_id: "front-door".to_owned(),
    ///     starts_at: Some("2031-05-01T14:00:00Z".parse().unwrap()),
    ///     ends_at: Some("2031-05-04T10:00:00Z".parse().unwrap()),
    ///     ..Default::default()
    /// };
    /// let now = Utc.with_ymd_and_hms(2031, 4, 1, 12, 0, 0).unwrap();
    /// let timeline = Lock::new(&device).timeline(&stay, now);
    /// assert_eq!(timeline.phase, Phase::DeferringCreation);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn timeline(&self, code_or_parameters: &impl Serialize, now: DateTime<Utc>) -> Timeline {
        let text = known(code_or_parameters).unwrap_or_default();
        timeline::timeline(&read(&text), &read(&self.device), now.timestamp_millis())
    }

    fn existing(&self) -> Vec<Value<'_>> {
        self.existing.iter().map(|code| read(code)).collect()
    }
}

/// What is the matter with an access code or a device, given to `look`, since a diagnosis borrows the words of the server.
///
/// ```
/// use chrono::{TimeZone, Utc};
/// use seam_edge::model::AccessCode;
/// use seam_edge::rules::diagnosis::Verdict;
/// use seam_edge::rules::typed::diagnose;
///
/// let code: AccessCode = serde_json::from_str(
///     r#"{ "access_code_id": "a", "type": "ongoing", "code": "4821", "status": "set" }"#,
/// )?;
/// let now = Utc.with_ymd_and_hms(2026, 6, 1, 12, 0, 0).unwrap();
/// assert_eq!(diagnose(&code, now, |diagnosis| diagnosis.verdict), Verdict::Active);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn diagnose<T>(
    subject: &impl Serialize,
    now: DateTime<Utc>,
    look: impl FnOnce(&Diagnosis<'_>) -> T,
) -> T {
    let text = known(subject).unwrap_or_default();
    look(&diagnosis::diagnose(&read(&text), now.timestamp_millis()))
}

fn not_serializable() -> RuleIssue {
    RuleIssue {
        given: Vec::new(),
        rule: &NOT_SERIALIZABLE,
        path: "",
        message: "the parameters, the device or a code on it cannot be written as JSON".to_owned(),
        help: "pass the models of this crate as the API returns them".to_owned(),
        constraint: None,
    }
}

/// A resource as JSON, without the texts that are empty because its model requires them and nobody has said them. Nothing where serde cannot
/// write it.
fn known(resource: &impl Serialize) -> Option<String> {
    let mut value = serde_json::to_value(resource).ok()?;
    leave_out_empty(&mut value);
    Some(value.to_string())
}

fn leave_out_empty(value: &mut Json) {
    match value {
        Json::Object(members) => {
            members.retain(|_, member| member.as_str() != Some(""));
            members.values_mut().for_each(leave_out_empty);
        }
        Json::Array(items) => items.iter_mut().for_each(leave_out_empty),
        _ => {}
    }
}

fn read(text: &str) -> Value<'_> {
    Value::read(text).unwrap_or(Value::Null)
}
