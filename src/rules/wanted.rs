//! What a call would make of an access code: its parameters, and for an update also the code as it is now. Judges nothing.

use crate::schema::date_time::milliseconds;
use crate::schema::value::Value;

/// Which call the parameters are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Call {
    /// `/access_codes/create`
    Create,
    /// `/access_codes/create_multiple`
    CreateMultiple,
    /// `/access_codes/update`
    Update,
}

/// When a code opens. Instants are ms since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// From now on, until it is deleted.
    Ongoing,
    /// From one instant to another.
    Bound {
        /// When it begins to open.
        starts_at: i64,
        /// When it ceases to open.
        ends_at: i64,
    },
    /// From an instant on, for as long as the provider has set: one-time codes.
    StartsAt(i64),
    /// Not known: a bound is no date-time, or an update says nothing and the code as it is now is not at hand.
    Unknown,
}

impl Window {
    /// When it begins to open, where it is known and not at once.
    #[must_use]
    pub fn starts_at(self) -> Option<i64> {
        match self {
            Self::Bound { starts_at, .. } | Self::StartsAt(starts_at) => Some(starts_at),
            Self::Ongoing | Self::Unknown => None,
        }
    }

    /// When it ceases to open, where it is known.
    #[must_use]
    pub fn ends_at(self) -> Option<i64> {
        match self {
            Self::Bound { ends_at, .. } => Some(ends_at),
            _ => None,
        }
    }
}

/// The code that is wanted.
pub struct Wanted<'a> {
    /// Which call it is for.
    pub call: Call,
    /// The parameters as they were given.
    pub parameters: &'a Value<'a>,
    /// The code as it is now, for an update of a code that is among the existing ones.
    pub current: &'a Value<'a>,
}

impl<'a> Wanted<'a> {
    /// What the parameters ask for. `existing` are the codes on the device.
    #[must_use]
    pub fn new(parameters: &'a Value<'a>, existing: &'a [Value<'a>]) -> Self {
        let id = parameters.get("access_code_id");
        let call = if !id.is_null() {
            Call::Update
        } else if parameters.get("device_ids").is_null() {
            Call::Create
        } else {
            Call::CreateMultiple
        };
        let is_current = |code: &&Value<'_>| call == Call::Update && code.get("access_code_id") == id;
        Self {
            call,
            parameters,
            current: existing.iter().find(is_current).unwrap_or(&Value::Null),
        }
    }

    /// Whether it is an update of a code that is not at hand.
    #[must_use]
    pub fn is_current_missing(&self) -> bool {
        self.call == Call::Update && self.current.is_null()
    }

    /// What the code will have at a key: as given, else as it is now.
    #[must_use]
    pub fn get(&self, key: &str) -> &'a Value<'a> {
        let given = self.parameters.get(key);
        if given.is_null() { self.kept(key) } else { given }
    }

    /// What the code has at a key as it is now. The bounds of an ongoing code, which some servers keep, do not count.
    #[must_use]
    pub fn kept(&self, key: &str) -> &'a Value<'a> {
        let is_bound = matches!(key, "starts_at" | "ends_at");
        if is_bound && self.current.get("type").text() == Some("ongoing") {
            &Value::Null
        } else {
            self.current.get(key)
        }
    }

    /// The PIN that was given, whatever it looks like; nothing where it is left to Seam.
    #[must_use]
    pub fn code(&self) -> Option<&'a str> {
        self.parameters.get("code").text()
    }

    /// Whether it is to be an offline code.
    #[must_use]
    pub fn is_offline(&self) -> bool {
        self.get("is_offline_access_code").is_true() || self.get("use_offline_access_code").is_true()
    }

    /// Whether it is to be used only once.
    #[must_use]
    pub fn is_one_time_use(&self) -> bool {
        self.get("is_one_time_use").is_true()
    }

    /// When it will open.
    #[must_use]
    pub fn window(&self) -> Window {
        if self.parameters.get("type").text() == Some("ongoing") {
            return Window::Ongoing;
        }
        let (starts_at, ends_at) = (self.get("starts_at"), self.get("ends_at"));
        let instant = |value: &Value<'_>| value.text().and_then(milliseconds);
        match (starts_at.is_null(), ends_at.is_null()) {
            (true, true) if self.is_current_missing() => Window::Unknown,
            (true, true) => Window::Ongoing,
            (false, true) => instant(starts_at).map_or(Window::Unknown, Window::StartsAt),
            (true, false) => Window::Unknown,
            (false, false) => match (instant(starts_at), instant(ends_at)) {
                (Some(starts_at), Some(ends_at)) => Window::Bound { starts_at, ends_at },
                _ => Window::Unknown,
            },
        }
    }

    /// Whether the call says anything about when the code opens.
    #[must_use]
    pub fn moves_window(&self) -> bool {
        let given = |key| !self.parameters.get(key).is_null();
        self.call != Call::Update || given("starts_at") || given("ends_at") || given("type")
    }

    /// Whether the call asks for anything that is written to the lock, or computed for it. An update may be about Seam's own records alone,
    /// such as `is_managed`.
    #[must_use]
    pub fn programs(&self) -> bool {
        let given = |key| !self.parameters.get(key).is_null();
        self.moves_window() || given("code") || given("name") || given("preferred_code_length")
    }
}
