//! `/media/**` (docs/api-facts.md#other-endpoints): finds the pictures and videos of cameras.
//! Holds no resource: what replies hold is in `model`.

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::Media;
use crate::schema::{names, object, summarized};

/// Finds the pictures and videos of cameras.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "media",
    endpoints: &[&GET],
    children: &[],
};

/// Reads one picture or video of a camera, with the address at which it can be had for a while.
#[summarized]
pub const GET: Endpoint<GetParameters, Media> = Endpoint {
    path: "/media/get",
    reply: Returns::value("media"),
    repeatable: true,
};

/// What `get` takes.
#[object(name = "MediaGetParameters")]
pub struct GetParameters {
    /// ID of the recording.
    pub media_id: String,
    /// Whether the reply describes the recording (`json`) or leads to it (`redirect`).
    pub format: Option<MediaFormat>,
}

/// How a recording is given.
#[names(closed)]
pub enum MediaFormat {
    Json,
    Redirect,
}
