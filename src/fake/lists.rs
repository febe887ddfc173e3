//! Finding resources: by what identifies one, by the filters of a list, in pages. A parameter narrows by the member of its name, unless `FILTERS`
//! says otherwise; so an endpoint needs no filters of its own.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Value, json};

use crate::fake::Fake;
use crate::fake::authentication::Caller;
use crate::fake::failure::Failure;
use crate::fake::kinds::{CLIENT_SESSION, CONNECT_WEBVIEW, CONNECTED_ACCOUNT, EVENT, Kind, WORKSPACE};
use crate::fake::records::{Record, Resource, text};
use crate::schema::date_time::milliseconds;

/// How a parameter narrows a list.
enum Filter {
    /// Says how many and from where, or is about something that the fake does not keep: narrows nothing.
    Passes,
    /// A part of one of these members, in either case.
    PartOf(&'static [&'static str]),
    /// Each of its keys and values is in the member `custom_metadata`.
    InMetadata,
    /// The member `created_at` is before it.
    CreatedBefore,
    /// Each of its names is a member that is `true`, or none of them is.
    Flags(bool),
    /// `true` leaves those that have no member of this name.
    Without(&'static str),
    /// A member of this name is an array that holds it.
    Among(&'static str),
    /// The account of this email address.
    Email,
    /// The connected account is one that came through this Connect Webview.
    OfWebview,
    /// The connected account is one of the user's.
    OfUser,
    /// It is a Connect Webview of the user's.
    WebviewOfUser,
}

const FILTERS: &[(&str, Filter)] = &[
    ("limit", Filter::Passes),
    ("page_cursor", Filter::Passes),
    ("unstable_offset", Filter::Passes),
    ("since", Filter::Passes),
    ("between", Filter::Passes),
    (
        "search",
        Filter::PartOf(&[
            "name",
            "code",
            "display_name",
            "access_code_id",
            "device_id",
            "connected_account_id",
            "connect_webview_id",
            "nickname",
        ]),
    ),
    ("custom_metadata_has", Filter::InMetadata),
    ("created_before", Filter::CreatedBefore),
    ("include_if", Filter::Flags(true)),
    ("exclude_if", Filter::Flags(false)),
    (
        "without_user_identifier_key",
        Filter::Without("user_identifier_key"),
    ),
    ("space_id", Filter::Among("space_ids")),
    ("unstable_location_id", Filter::Among("space_ids")),
    ("email", Filter::Email),
];

/// The filters that mean something else where devices, codes and accounts are listed: they go by the connected account.
const BY_ACCOUNT: &[(&str, Filter)] = &[
    ("connect_webview_id", Filter::OfWebview),
    ("user_identifier_key", Filter::OfUser),
];

/// The filters that mean something else where Connect Webviews are listed: no account has come through most of them yet.
const OF_WEBVIEWS: &[(&str, Filter)] = &[("user_identifier_key", Filter::WebviewOfUser)];

impl Fake {
    /// The resources of a kind that a caller may see and that pass the filters, oldest first.
    pub(super) fn listed<'f>(
        &'f self,
        kind: &'static Kind,
        caller: &'f Caller,
        filters: &'f Resource,
    ) -> impl Iterator<Item = &'f Record> {
        self.records.of(kind).filter(move |record| {
            self.is_visible(record, caller)
                && filters
                    .iter()
                    .all(|(name, wanted)| self.passes(record, name, wanted))
        })
    }

    /// One resource by what identifies it.
    pub(super) fn found(
        &self,
        kind: &'static Kind,
        caller: &Caller,
        parameters: &Resource,
    ) -> Result<&Record, Failure> {
        let mut records = self.records.of(kind);
        let found = records.find(|record| {
            self.is_visible(record, caller)
                && parameters
                    .iter()
                    .all(|(name, wanted)| self.passes(record, name, wanted))
        });
        found.ok_or_else(|| Failure::not_found(kind))
    }

    /// The resource of a kind with the ID that the parameters name, whatever else they say.
    pub(super) fn of_id(
        &self,
        kind: &'static Kind,
        caller: &Caller,
        parameters: &Resource,
    ) -> Result<&Record, Failure> {
        let found = self.records.find(kind, text(parameters, kind.id));
        found
            .filter(|record| self.is_visible(record, caller))
            .ok_or_else(|| Failure::not_found(kind))
    }

    /// The ID of that resource, so that the fake can be changed meanwhile.
    pub(super) fn id_of(
        &self,
        kind: &'static Kind,
        caller: &Caller,
        parameters: &Resource,
    ) -> Result<String, Failure> {
        Ok(self.of_id(kind, caller, parameters)?.id().to_string())
    }

    /// Whether a resource is in the caller's workspace, and the caller's session may see it.
    pub(super) fn is_visible(&self, record: &Record, caller: &Caller) -> bool {
        if record.kind == &WORKSPACE && caller.is_person {
            return true;
        }
        if record.workspace_id != caller.workspace_id {
            return false;
        }
        let Some(accounts) = &caller.connected_account_ids else {
            return true;
        };
        match record.kind {
            kind if kind == &CLIENT_SESSION => caller.client_session_id.as_deref() == Some(record.id()),
            kind if kind == &CONNECT_WEBVIEW => true,
            kind if kind == &WORKSPACE => true,
            _ => {
                let account = record.get("connected_account_id").as_str();
                account.is_some_and(|account| accounts.iter().any(|id| id == account))
            }
        }
    }

    fn passes(&self, record: &Record, name: &str, wanted: &Value) -> bool {
        let named = |filters: &'static [(&str, Filter)]| {
            let found = filters.iter().find(|(other, _)| *other == name);
            found.map(|(_, filter)| filter)
        };
        let of_kind = match record.kind {
            kind if kind == &CONNECT_WEBVIEW => named(OF_WEBVIEWS),
            kind if [&CLIENT_SESSION, &EVENT].contains(&kind) => None,
            _ => named(BY_ACCOUNT),
        };
        // Its own ID narrows by nothing else.
        let filter = match name == record.kind.id {
            true => None,
            false => of_kind.or_else(|| named(FILTERS)),
        };
        let account = record.get("connected_account_id").as_str().unwrap_or_default();
        match filter {
            _ if wanted.is_null() => true,
            Some(Filter::Passes) => true,
            Some(Filter::PartOf(names)) => {
                let wanted = wanted.as_str().unwrap_or_default().to_lowercase();
                let mut values = names.iter().filter_map(|name| record.get(name).as_str());
                values.any(|value| value.to_lowercase().contains(&wanted))
            }
            Some(Filter::InMetadata) => {
                let mut members = wanted.as_object().into_iter().flatten();
                members.all(|(key, value)| record.get("custom_metadata").get(key) == Some(value))
            }
            Some(Filter::CreatedBefore) => instant(record.get("created_at")) < instant(wanted),
            Some(Filter::Flags(is_set)) => {
                let mut names = wanted.as_array().into_iter().flatten();
                names.all(|name| {
                    (record.get(name.as_str().unwrap_or_default()) == &Value::Bool(true)) == *is_set
                })
            }
            Some(Filter::Without(name)) => wanted != &Value::Bool(true) || record.get(name).is_null(),
            Some(Filter::Among(name)) => holds(record.get(name), wanted),
            Some(Filter::Email) => record.get("user_identifier").get("email") == Some(wanted),
            Some(Filter::OfWebview) => {
                let webview = self
                    .records
                    .find(&CONNECT_WEBVIEW, wanted.as_str().unwrap_or_default());
                webview.is_some_and(|webview| webview.get("connected_account_id").as_str() == Some(account))
            }
            Some(Filter::OfUser) => self.records.of(&CLIENT_SESSION).any(|session| {
                session.get("user_identifier_key") == wanted
                    && self.accounts_of_session(session).iter().any(|id| id == account)
            }),
            Some(Filter::WebviewOfUser) => self.records.of(&CLIENT_SESSION).any(|session| {
                session.get("user_identifier_key") == wanted
                    && holds(session.get("connect_webview_ids"), &record.id().into())
            }),
            None => self.equals(record, name, wanted),
        }
    }

    /// A list narrows by the singular of its name: `device_ids` by `device_id`.
    fn equals(&self, record: &Record, name: &str, wanted: &Value) -> bool {
        match wanted {
            Value::Array(items) => {
                let singular = name.strip_suffix('s').unwrap_or(name);
                items.contains(record.get(singular)) || (name == "event_types" && items.is_empty())
            }
            wanted => {
                let plural = format!("{name}s");
                record.get(name) == wanted || holds(record.get(&plural), wanted)
            }
        }
    }

    /// A page of a list, and where the list goes on.
    pub(super) fn page(
        &self,
        kind: &'static Kind,
        caller: &Caller,
        parameters: &Resource,
        default_limit: usize,
    ) -> Result<(Vec<Value>, Value), Failure> {
        let mut others = parameters.clone();
        let cursor = others.remove("page_cursor").filter(|cursor| !cursor.is_null());
        // Two lists that differ in a parameter have different cursors, as in production.
        let asked = fingerprint(&Value::Object(others.clone()).to_string());
        let mut start = String::new();
        if let Some(cursor) = cursor.as_ref().and_then(Value::as_str) {
            let (of, after) = cursor.split_once('.').unwrap_or_default();
            if of != asked {
                return Err(Failure::new(
                    400,
                    "mismatched_page_parameters",
                    "When using next_page_cursor, the request must send parameters identical to the initial request.",
                ));
            }
            start = after.to_string();
        }
        let limit = parameters.get("limit").and_then(Value::as_u64);
        let limit = limit.map_or(default_limit, |limit| {
            usize::try_from(limit).unwrap_or(usize::MAX)
        });
        let all: Vec<&Record> = self.listed(kind, caller, &others).collect();
        // A resource that is gone meanwhile costs no other: the page goes on by when it came to be.
        let skipped = all.iter().take_while(|record| !is_after(record, &start)).count();
        let page: Vec<&Record> = all.iter().skip(skipped).take(limit).copied().collect();
        let has_more = all.len() > skipped + page.len();
        let next = page
            .last()
            .filter(|_| has_more)
            .map(|last| format!("{asked}.{}", last.serial));
        let values = page.iter().map(|record| self.shown(record)).collect();
        let url = next
            .as_ref()
            .map(|cursor| format!("https://connect.getseam.com/?page_cursor={cursor}"));
        Ok((
            values,
            json!({ "next_page_cursor": next, "has_next_page": has_more, "next_page_url": url }),
        ))
    }

    /// The number of devices of a list of connected accounts.
    pub(super) fn device_count(&self, accounts: &[String]) -> usize {
        let kinds = [&crate::fake::kinds::DEVICE, &crate::fake::kinds::UNMANAGED_DEVICE];
        let of_account = |record: &&Record| {
            accounts
                .iter()
                .any(|id| record.get("connected_account_id").as_str() == Some(id))
        };
        kinds
            .iter()
            .map(|kind| self.records.of(kind).filter(of_account).count())
            .sum()
    }

    /// The connected account of a resource.
    pub(super) fn account_of(&self, record: &Record) -> Option<&Record> {
        let id = record.get("connected_account_id").as_str()?;
        self.records.find(&CONNECTED_ACCOUNT, id)
    }
}

fn is_after(record: &Record, start: &str) -> bool {
    start.parse::<u64>().map_or(true, |start| record.serial > start)
}

fn holds(array: &Value, wanted: &Value) -> bool {
    array.as_array().is_some_and(|items| items.contains(wanted))
}

fn instant(value: &Value) -> Option<i64> {
    value.as_str().and_then(milliseconds)
}

/// A short name of a text: FNV-1a in hexadecimal.
fn fingerprint(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    });
    format!("{hash:016x}")
}
