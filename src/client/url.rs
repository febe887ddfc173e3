//! Whether an endpoint is a URL to which paths can be appended.

use crate::text::holds;

/// `http://` or `https://`, a host, perhaps a port and a path; no user, query or fragment.
pub(crate) fn is_absolute_url(endpoint: &str) -> bool {
    let rest = endpoint
        .strip_prefix("https://")
        .or_else(|| endpoint.strip_prefix("http://"));
    let Some(rest) = rest.map(str::as_bytes) else {
        return false;
    };
    let plain = rest
        .iter()
        .all(|byte| byte.is_ascii_graphic() && !holds(b"@?#\\\"<>`", *byte));
    let authority = rest.split(|byte| *byte == b'/').next().unwrap_or_default();
    // An IPv6 address has colons of its own, inside brackets.
    let (host, port) = match authority.iter().rposition(|byte| *byte == b':') {
        Some(colon) if !authority.ends_with(b"]") => {
            let (host, port) = authority.split_at_checked(colon).unwrap_or_default();
            (host, port.get(1..).unwrap_or_default())
        }
        _ => (authority, &b"80"[..]),
    };
    let number = port.iter().fold(0_u32, |number, digit| {
        number
            .saturating_mul(10)
            .saturating_add(u32::from(digit.wrapping_sub(b'0')))
    });
    let port_is_number = !port.is_empty() && port.iter().all(u8::is_ascii_digit) && number < 65_536;
    let closed = host.starts_with(b"[") == host.ends_with(b"]");
    plain && !host.is_empty() && closed && port_is_number
}
