//! `/devices/simulate/**`: brings conditions about through the API.

use serde_json::json;

use crate::fake::Fake;
use crate::fake::authentication::Caller;
use crate::fake::conditions::Link;
use crate::fake::failure::Failure;
use crate::fake::kinds::DEVICE;
use crate::fake::records::{Resource, is_true};
use crate::fake::routes::Answer;

/// The device that a `simulate` endpoint is about.
fn link(
    fake: &mut Fake,
    caller: &Caller,
    parameters: &Resource,
    link: Link,
    is_there: bool,
) -> Result<Answer, Failure> {
    let device_id = fake.id_of(&DEVICE, caller, parameters)?;
    fake.set_link(&device_id, link, is_there);
    Ok(Answer::new())
}

/// `/devices/simulate/connect`
pub(super) fn connect(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    link(fake, caller, parameters, Link::Lock, true)
}

/// `/devices/simulate/disconnect`
pub(super) fn disconnect(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    link(fake, caller, parameters, Link::Lock, false)
}

/// `/devices/simulate/connect_to_hub`
pub(super) fn connect_to_hub(
    fake: &mut Fake,
    caller: &Caller,
    parameters: &Resource,
) -> Result<Answer, Failure> {
    link(fake, caller, parameters, Link::Hub, true)
}

/// `/devices/simulate/disconnect_from_hub`
pub(super) fn disconnect_from_hub(
    fake: &mut Fake,
    caller: &Caller,
    parameters: &Resource,
) -> Result<Answer, Failure> {
    link(fake, caller, parameters, Link::Hub, false)
}

/// `/devices/simulate/paid_subscription`
pub(super) fn subscription(
    fake: &mut Fake,
    caller: &Caller,
    parameters: &Resource,
) -> Result<Answer, Failure> {
    let is_paid = !is_true(parameters, "is_expired");
    link(fake, caller, parameters, Link::Subscription, is_paid)
}

/// `/devices/simulate/remove`
pub(super) fn remove(fake: &mut Fake, caller: &Caller, parameters: &Resource) -> Result<Answer, Failure> {
    let device_id = fake.id_of(&DEVICE, caller, parameters)?;
    fake.emit_of_device("device.removed", &device_id, json!({}));
    fake.remove_device(&device_id);
    Ok(Answer::new())
}
