//! What a camera shows: live views, and the pictures and videos that it has taken. Newer than the official client 2.32; the fields are those of
//! the official Python client. Holds no camera: that is a device.

use chrono::{DateTime, Utc};

use crate::schema::{names, object};

/// A live view of a camera that has been opened.
#[object]
pub struct CameraLiveViewSession {
    /// ID of the live view.
    #[field(load_bearing)]
    pub camera_live_view_session_id: String,
    /// ID of the camera.
    pub device_id: String,
    /// Token of the live view; whoever has it can watch.
    #[field(load_bearing, secret)]
    pub token: String,
    /// Date-time at which it ends, RFC 3339.
    #[field(required)]
    pub expires_at: Option<DateTime<Utc>>,
}

/// The answer to a browser's WebRTC offer.
#[object]
pub struct CameraLiveViewAnswer {
    /// The answer, in SDP.
    #[field(secret)]
    pub sdp_answer: String,
}

/// A picture or a video that a camera has taken.
#[object]
pub struct Media {
    /// ID of the recording.
    #[field(load_bearing)]
    pub media_id: String,
    /// ID of the workspace.
    pub workspace_id: String,
    /// ID of the camera.
    pub device_id: String,
    /// ID of the event that it belongs to.
    pub event_id: Option<String>,
    /// Whether it is a picture or a video.
    pub media_type: MediaType,
    /// Whether it can be had.
    pub status: MediaStatus,
    /// The address at which it can be had until `expires_at`; null or absent where it cannot.
    #[field(nullable, optional, secret)]
    pub url: Option<String>,
    /// Date-time until which the address works, RFC 3339; null or absent where there is none.
    #[field(nullable, optional)]
    pub expires_at: Option<DateTime<Utc>>,
    /// Media type as HTTP writes it, as `image/jpeg`.
    #[field(nullable, optional)]
    pub content_type: Option<String>,
    /// How a video is coded.
    #[field(nullable, optional)]
    pub video_codec: Option<VideoCodec>,
    /// Date-time at which it was taken, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// What a camera has taken.
#[names]
pub enum MediaType {
    Image,
    Video,
}

/// Whether a recording can be had.
#[names]
pub enum MediaStatus {
    Pending,
    Available,
    Unavailable,
    Failed,
}

/// How a video is coded.
#[names]
pub enum VideoCodec {
    #[name("h264")]
    H264,
    Hevc,
}
