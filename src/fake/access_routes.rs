//! Which path does what, and for whom, of access grants, access methods, spaces and user identities, as `routes` has the others.

use crate::fake::authentication::OWNERS;
use crate::fake::kinds::{ACCESS_GRANT, ACCESS_METHOD, SPACE, USER_IDENTITY};
use crate::fake::routes::Act::{Do, Get, Pages};
use crate::fake::routes::{Route, route};
use crate::fake::{access_grants, access_methods, related, spaces, user_identities};

pub(super) static ROUTES: &[Route] = &[
    route("/access_grants/create", "POST", OWNERS, Do(access_grants::create)),
    route(
        "/access_grants/get",
        "GET",
        OWNERS,
        Get("access_grant", &ACCESS_GRANT),
    ),
    route(
        "/access_grants/list",
        "GET",
        OWNERS,
        Pages("access_grants", &ACCESS_GRANT, 500),
    ),
    route(
        "/access_grants/update",
        "PATCH",
        OWNERS,
        Do(access_grants::update),
    ),
    route(
        "/access_grants/delete",
        "DELETE",
        OWNERS,
        Do(access_grants::delete),
    ),
    route(
        "/access_grants/request_access_methods",
        "POST",
        OWNERS,
        Do(access_grants::request),
    ),
    route(
        "/access_grants/get_related",
        "GET",
        OWNERS,
        Do(related::of_grants),
    ),
    route(
        "/access_methods/get_related",
        "GET",
        OWNERS,
        Do(related::of_methods),
    ),
    route(
        "/access_methods/encode",
        "POST",
        OWNERS,
        Do(access_methods::encode),
    ),
    route(
        "/access_methods/get",
        "GET",
        OWNERS,
        Get("access_method", &ACCESS_METHOD),
    ),
    route(
        "/access_methods/list",
        "GET",
        OWNERS,
        Pages("access_methods", &ACCESS_METHOD, 500),
    ),
    route(
        "/access_methods/delete",
        "DELETE",
        OWNERS,
        Do(access_methods::delete),
    ),
    route("/spaces/create", "POST", OWNERS, Do(spaces::create)),
    route("/spaces/get_related", "GET", OWNERS, Do(related::of_spaces)),
    route("/spaces/get", "GET", OWNERS, Get("space", &SPACE)),
    route("/spaces/list", "GET", OWNERS, Pages("spaces", &SPACE, 500)),
    route("/spaces/update", "PATCH", OWNERS, Do(spaces::update)),
    route("/spaces/delete", "DELETE", OWNERS, Do(spaces::delete)),
    route("/spaces/add_devices", "PUT", OWNERS, Do(spaces::add_devices)),
    route(
        "/spaces/remove_devices",
        "DELETE",
        OWNERS,
        Do(spaces::remove_devices),
    ),
    route(
        "/user_identities/create",
        "POST",
        OWNERS,
        Do(user_identities::create),
    ),
    route(
        "/user_identities/get",
        "GET",
        OWNERS,
        Get("user_identity", &USER_IDENTITY),
    ),
    route(
        "/user_identities/list",
        "GET",
        OWNERS,
        Pages("user_identities", &USER_IDENTITY, 500),
    ),
    route(
        "/user_identities/update",
        "PATCH",
        OWNERS,
        Do(user_identities::update),
    ),
    route(
        "/user_identities/delete",
        "DELETE",
        OWNERS,
        Do(user_identities::delete),
    ),
];
