//! Whether an endpoint is a URL to which paths can be appended.

use crate::text::holds;

/// `http://` or `https://`, a host, perhaps a port and a path; no user, query or fragment.
pub(crate) fn is_absolute_url(endpoint: &str) -> bool {
    let rest = endpoint
        .strip_prefix("https://")
        .or_else(|| endpoint.strip_prefix("http://"));
    let Some(rest) = rest else {
        return false;
    };
    let (mut host, mut port, mut in_brackets, mut in_path) = (0_usize, None, false, false);
    for byte in rest.bytes() {
        if !byte.is_ascii_graphic() || holds(b"@?#\\\"<>`", byte) {
            return false;
        }
        in_path |= byte == b'/';
        // An IPv6 address has colons of its own, inside brackets.
        in_brackets |= byte == b'[' && host == 0;
        match (byte, port) {
            _ if in_path => {}
            (b':', None) if !in_brackets => port = Some((0_u32, 0_u32)),
            (digit, Some((number, digits))) => {
                if !digit.is_ascii_digit() {
                    return false;
                }
                let number = number.saturating_mul(10).saturating_add(u32::from(digit - b'0'));
                port = Some((number, digits.saturating_add(1)));
            }
            _ => {
                host = host.saturating_add(1);
                in_brackets &= byte != b']';
            }
        }
    }
    host > 0 && !in_brackets && port.is_none_or(|(number, digits)| digits > 0 && number < 65_536)
}
