//! `/cameras/live_views/**` (docs/api-facts.md#other-endpoints): shows what a camera sees.
//! Holds no resource: what replies hold is in `model`.

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::{CameraLiveViewAnswer, CameraLiveViewSession};
use crate::schema::{object, summarized};

/// Shows what a camera sees.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "cameras/live_views",
    endpoints: &[&CREATE, &OFFER, &STOP],
    children: &[],
};

/// Opens a live view of a camera.
#[summarized]
pub const CREATE: Endpoint<CreateParameters, CameraLiveViewSession> = Endpoint {
    path: "/cameras/live_views/create",
    reply: Returns::value("camera_live_view_session"),
    repeatable: false,
};

/// Answers a browser's WebRTC offer, so that it can show the live view.
#[summarized]
pub const OFFER: Endpoint<OfferParameters, CameraLiveViewAnswer> = Endpoint {
    path: "/cameras/live_views/offer",
    reply: Returns::value("camera_live_view_answer"),
    repeatable: false,
};

/// Ends a live view.
#[summarized]
pub const STOP: Endpoint<StopParameters, ()> = Endpoint {
    path: "/cameras/live_views/stop",
    reply: Returns::NOTHING,
    repeatable: true,
};

/// What `create` takes.
#[object(name = "CamerasLiveViewsCreateParameters")]
pub struct CreateParameters {
    /// ID of the device.
    pub device_id: String,
    /// For how many seconds the view may last.
    pub duration_seconds: Option<f64>,
    /// Whether there is sound.
    pub include_audio: Option<bool>,
}

/// What `offer` takes.
#[object(name = "CamerasLiveViewsOfferParameters")]
pub struct OfferParameters {
    /// ID of the live view.
    pub camera_live_view_session_id: String,
    /// The browser's WebRTC offer, in SDP.
    pub sdp_offer: String,
    /// Token of the live view; whoever has it can watch.
    #[field(secret)]
    pub token: String,
}

/// What `stop` takes.
#[object(name = "CamerasLiveViewsStopParameters")]
pub struct StopParameters {
    /// ID of the live view.
    pub camera_live_view_session_id: String,
    /// Token of the live view; whoever has it can watch.
    #[field(secret)]
    pub token: String,
}
