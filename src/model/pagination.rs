//! `pagination`: where a list goes on (docs/api-facts.md#pagination). In a reply it stands beside the list.
//! Holds no paging: that is the client's.

use crate::schema::object;

/// Where a list goes on after this page.
#[object]
pub struct Pagination {
    /// Cursor of the next page, opaque; to be sent as `page_cursor` with otherwise the same parameters. Null on the last page.
    #[field(nullable, left_out, load_bearing)]
    pub next_page_cursor: Option<String>,
    /// Whether another page follows.
    #[field(required)]
    pub has_next_page: Option<bool>,
    /// URL of the next page; null on the last page.
    #[field(nullable)]
    pub next_page_url: Option<String>,
}
