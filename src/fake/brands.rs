//! The brands of locks that the fake has, as data (docs/api-facts.md#brands): adding one is a constant. What a lock of a brand can do is what its
//! device says.

use crate::text::listed;
use alloc::string::String;
use alloc::vec::Vec;

/// What Seam can do with the codes on a lock that it has not set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unmanaged {
    /// It lists them, takes them over and deletes them.
    Managed,
    /// It lists them, and no more.
    Listed,
    /// It does not see them.
    Hidden,
}

/// A brand.
#[derive(Debug)]
pub struct Brand {
    /// The provider's name, as the API writes it and controls take it.
    pub name: &'static str,
    /// Its name for people.
    pub(super) display_name: &'static str,
    pub(super) device_type: &'static str,
    pub(super) category: &'static str,
    /// How many digits a PIN may have; empty where the brand does not say.
    pub(super) code_lengths: &'static [u32],
    /// Each `constraint_type`; the name's length has its bounds.
    pub(super) constraints: &'static [&'static str],
    /// The least and the greatest length of a name, where there are any.
    pub(super) name_length: Option<(u32, u32)>,
    /// How many codes a lock holds.
    pub(super) slots: u32,
    /// Whether the lock keeps schedules itself.
    pub(super) schedules_natively: bool,
    /// Whether the provider makes the PINs.
    pub(super) assigns_codes: bool,
    /// Whether there are codes that work by an algorithm.
    pub(super) has_offline_codes: bool,
    pub(super) has_backup_pool: bool,
    pub(super) unmanaged: Unmanaged,
}

const PLAIN: Brand = Brand {
    name: "",
    display_name: "",
    device_type: "",
    category: "consumer_smartlocks",
    code_lengths: &[4, 5, 6, 7, 8],
    constraints: &[],
    name_length: None,
    slots: 100,
    schedules_natively: true,
    assigns_codes: false,
    has_offline_codes: false,
    has_backup_pool: true,
    unmanaged: Unmanaged::Managed,
};

static BRANDS: [Brand; 10] = [
    Brand {
        name: "august",
        display_name: "August",
        device_type: "august_lock",
        code_lengths: &[4, 5, 6],
        ..PLAIN
    },
    Brand {
        name: "schlage",
        display_name: "Schlage",
        device_type: "schlage_lock",
        constraints: &["unique_first_four_digits"],
        slots: 30,
        ..PLAIN
    },
    Brand {
        name: "yale",
        display_name: "Yale",
        device_type: "yale_lock",
        code_lengths: &[4, 5, 6],
        ..PLAIN
    },
    Brand {
        name: "igloohome",
        display_name: "igloohome",
        device_type: "igloohome_lock",
        code_lengths: &[4, 5, 6],
        has_offline_codes: true,
        unmanaged: Unmanaged::Listed,
        ..PLAIN
    },
    Brand {
        name: "ttlock",
        display_name: "TTLock",
        device_type: "ttlock_lock",
        ..PLAIN
    },
    Brand {
        name: "nuki",
        display_name: "Nuki",
        device_type: "nuki_lock",
        code_lengths: &[6],
        constraints: &["no_zeros", "cannot_start_with_12"],
        name_length: Some((1, 20)),
        ..PLAIN
    },
    Brand {
        name: "kwikset",
        display_name: "Kwikset",
        device_type: "kwikset_lock",
        constraints: &["start_date_in_future"],
        name_length: Some((2, 14)),
        slots: 30,
        unmanaged: Unmanaged::Hidden,
        ..PLAIN
    },
    Brand {
        name: "smartthings",
        display_name: "SmartThings",
        device_type: "smartthings_lock",
        code_lengths: &[],
        slots: 30,
        schedules_natively: false,
        unmanaged: Unmanaged::Listed,
        ..PLAIN
    },
    Brand {
        name: "salto_ks",
        display_name: "Salto KS",
        device_type: "salto_lock",
        category: "access_control_systems",
        code_lengths: &[6],
        constraints: &["cannot_specify_pin_code"],
        assigns_codes: true,
        has_backup_pool: false,
        ..PLAIN
    },
    Brand {
        name: "dormakaba_oracode",
        display_name: "dormakaba Oracode",
        device_type: "dormakaba_oracode_door",
        category: "access_control_systems",
        code_lengths: &[6],
        constraints: &["cannot_specify_pin_code"],
        schedules_natively: false,
        assigns_codes: true,
        has_offline_codes: true,
        ..PLAIN
    },
];

/// Every brand that the fake has.
#[must_use]
pub fn brands() -> &'static [Brand] {
    &BRANDS
}

/// The brand of a name, as the API writes its provider's.
///
/// # Errors
/// A message that names the brands that there are.
pub(super) fn brand(name: &str) -> Result<&'static Brand, String> {
    let found = BRANDS.iter().find(|brand| brand.name == name);
    found.ok_or_else(|| {
        let names: Vec<&str> = BRANDS.iter().map(|brand| brand.name).collect();
        let quoted = crate::schema::issue::quoted(name);
        alloc::format!(
            "brand: {quoted} is not one that the fake has: give one of {}",
            listed(&names)
        )
    })
}
