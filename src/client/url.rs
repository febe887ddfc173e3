//! Whether an endpoint is a URL to which paths can be appended.

use crate::schema::json::number;
use crate::text::{each_part, holds};

/// `http://` or `https://`, a host, perhaps a port and a path; no user, query or fragment.
pub(crate) fn is_absolute_url(endpoint: &str) -> bool {
    let rest = endpoint
        .strip_prefix("https://")
        .or_else(|| endpoint.strip_prefix("http://"));
    let Some(rest) = rest else {
        return false;
    };
    let is_carried = |byte: u8| byte.is_ascii_graphic() && !holds(b"@?#\\\"<>`", byte);
    let authority = each_part(rest, b'/').next().unwrap_or_default();
    // An IPv6 address has colons of its own, inside brackets.
    let in_brackets = authority.starts_with("[");
    let mut parts = each_part(authority, if in_brackets { b']' } else { b':' });
    let host = parts.next().unwrap_or_default();
    let port = match (in_brackets, parts.next()) {
        (true, Some("")) | (false, None) => Some("0"),
        (true, Some(after)) => after.strip_prefix(":"),
        (_, port) => port,
    };
    rest.bytes().all(is_carried)
        && host.len() > usize::from(in_brackets)
        && parts.next().is_none()
        && port.is_some_and(is_port)
}

fn is_port(port: &str) -> bool {
    !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit()) && number(port) < 65_536.0
}

#[cfg(test)]
mod tests {
    use super::is_absolute_url;

    #[test]
    fn takes_host_port_and_path() {
        for url in [
            "https://connect.getseam.com",
            "http://localhost:8080",
            "https://a.test:1/b/c",
            "https://[::1]",
            "https://[::1]:65535/b:c",
            "http://host/[x]",
        ] {
            assert!(is_absolute_url(url), "{url}");
        }
        for url in [
            "",
            "https://",
            "https:///path",
            "https://:80",
            "https://host:",
            "https://host:65536",
            "https://host:8o",
            "https://host:80:80",
            "https://[",
            "https://[::1",
            "https://[]",
            "https://[::1]80",
            "https://[::1]:",
            "https://user@host",
            "https://host?query",
            "https://host/#fragment",
            "https://ho st",
            "ftp://host",
            "//host",
        ] {
            assert!(!is_absolute_url(url), "{url}");
        }
    }
}
