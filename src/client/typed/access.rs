//! Waiting until access is issued: typed options in, models and typed errors out. What the wait decides is in `flow::wait_until_issued`.

use serde::de::DeserializeOwned;

use crate::api::{access_grants, access_methods};
use crate::client::host::Host;
use crate::client::typed::waits::written;
use crate::client::typed::{Client, WaitFailure, WaitOptions, WaitProgress, read};
use crate::error::Error;
use crate::flow::access_code_wait::reports::Seen;
use crate::flow::wait_until_issued::{Awaits, WaitUntilIssued, seen_access};
use crate::model::{AccessGrant, AccessMethod};
use crate::rules::access::{AccessDiagnosis, diagnose_access};
use crate::schema::json;
use crate::schema::value::Value;

/// An access grant that is issued, with all its access methods.
#[derive(Clone, Debug, PartialEq)]
pub struct IssuedGrant {
    /// The grant.
    pub access_grant: AccessGrant,
    /// Its access methods, each with its PIN or key.
    pub access_methods: Vec<AccessMethod>,
}

/// What a wait until access is issued has seen last.
#[derive(Clone, Debug, PartialEq)]
pub struct SeenAccess {
    /// The grant; nothing where the wait is for an access method alone.
    pub access_grant: Option<AccessGrant>,
    /// The access methods.
    pub access_methods: Vec<AccessMethod>,
}

impl Seen {
    /// The access grant and the access methods as they then were, of a wait until these are issued.
    ///
    /// # Errors
    /// [`Error::InvalidResponse`] where a value of them does not fit its Rust type.
    pub fn access(&self) -> Result<SeenAccess, Error> {
        let text = &self.code.0;
        let grant = json::find(text, "access_grant");
        let methods = json::find(text, "access_methods").unwrap_or("[]");
        Ok(SeenAccess {
            access_grant: grant
                .map(|grant| model(access_grants::GET.path, "access_grant", grant))
                .transpose()?,
            access_methods: model(access_methods::LIST.path, "access_methods", methods)?,
        })
    }

    /// What was the matter with access then, given to `look`, since a diagnosis borrows the words of the server.
    pub fn diagnose_access<T>(&self, look: impl FnOnce(&AccessDiagnosis<'_>) -> T) -> T {
        let seen = Value::read(&self.code.0).unwrap_or(Value::Null);
        look(&diagnose_access(seen_access(&seen), self.now))
    }
}

fn model<T: DeserializeOwned>(path: &'static str, key: &'static str, text: &str) -> Result<T, Error> {
    read(path, Some(key), text).map_err(Error::InvalidResponse)
}

impl<H: Host> Client<H> {
    /// Waits until an access grant is issued: until all its access methods are. Polls at once, then less and less often. `progress` is
    /// called after each poll that leaves something to wait for.
    ///
    /// ```
    /// use seam_edge::client::Client;
    /// use seam_edge::client::host::Host;
    /// use seam_edge::client::typed::{WaitFailure, WaitOptions};
    ///
    /// async fn pins<H: Host>(client: &Client<H>, id: &str) -> Result<Vec<Option<String>>, WaitFailure> {
    ///     let issued = client.wait_until_grant_issued(id, WaitOptions::default(), |_| ()).await?;
    ///     Ok(issued.access_methods.into_iter().map(|method| method.code).collect())
    /// }
    /// ```
    ///
    /// # Errors
    /// As [`Self::wait_until_set`]; [`Seen::access`] has what was seen.
    pub async fn wait_until_grant_issued(
        &self,
        access_grant_id: &str,
        options: WaitOptions,
        progress: impl FnMut(WaitProgress),
    ) -> Result<IssuedGrant, WaitFailure> {
        let seen = self
            .wait_until_issued(Awaits::Grant, access_grant_id, options, progress)
            .await?;
        match seen.access_grant {
            Some(access_grant) => Ok(IssuedGrant {
                access_grant,
                access_methods: seen.access_methods,
            }),
            None => Err(nothing_seen("access grant")),
        }
    }

    /// Waits until an access method is issued; returns it as it then is. A method does not say when it opens, so the wait does not end at
    /// the end of its grant.
    ///
    /// # Errors
    /// As [`Self::wait_until_grant_issued`].
    pub async fn wait_until_method_issued(
        &self,
        access_method_id: &str,
        options: WaitOptions,
        progress: impl FnMut(WaitProgress),
    ) -> Result<AccessMethod, WaitFailure> {
        let seen = self
            .wait_until_issued(Awaits::Method, access_method_id, options, progress)
            .await?;
        let method = seen.access_methods.into_iter().next();
        method.ok_or_else(|| nothing_seen("access method"))
    }

    async fn wait_until_issued(
        &self,
        awaits: Awaits,
        id: &str,
        options: WaitOptions,
        progress: impl FnMut(WaitProgress),
    ) -> Result<SeenAccess, WaitFailure> {
        let flow = WaitUntilIssued::new(awaits, id, &written(options, None))?;
        let waited = self.wait(flow, progress).await?;
        let seen = waited.seen.ok_or_else(|| nothing_seen("access"))?;
        Ok(seen.access()?)
    }
}

/// A wait that is done has seen what it waited for, so nobody meets this.
fn nothing_seen(what: &str) -> WaitFailure {
    WaitFailure::Call(Error::State(format!("the wait has seen no {what}")))
}
