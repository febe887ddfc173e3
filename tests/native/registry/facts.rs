//! What the loops cannot know: that the data itself is right. Tables of facts about the API (docs/api-facts.md#endpoints and
//! #resources, and the official SDK's local rules), held against the registry. What names are listed is in `names`.

use std::collections::BTreeSet;

use seam_edge::schema::check::{self, UnknownKeys};
use seam_edge::schema::issue::Code;
use seam_edge::schema::{Object, Rule, Type};
use serde_json::{Value, json};

use crate::walk::{self, Site};
use crate::{endpoints, samples};

fn parameters_of(name: &str) -> &'static Object {
    let found = endpoints().into_iter().find(|(other, _)| other == name);
    found.unwrap().1.parameters
}

/// `a|b` for at least one, `a+b` for together, `a<b` for ordered.
fn written(rule: &Rule) -> String {
    match rule {
        Rule::AtLeastOne(names) => names.join("|"),
        Rule::Together {
            first,
            second,
            unless: None,
        } => format!("{first}+{second}"),
        Rule::Together {
            first,
            second,
            unless: Some(unless),
        } => format!("{first}+{second} unless {unless}"),
        Rule::Ordered { earlier, later } => format!("{earlier}<{later}"),
    }
}

#[test]
fn required_parameters_and_rules_are_those_of_the_official_sdk() {
    const WINDOW: &[&str] = &["starts_at+ends_at unless is_one_time_use", "starts_at<ends_at"];
    const BOUNDS: &[&str] = &["starts_at<ends_at"];
    const BY_CODE: &[&str] = &["access_code_id|code|device_id"];
    const FILTERS: &[&str] = &[
        "access_code_ids|access_grant_id|access_grant_key|access_method_id|customer_key|device_id|search|user_identifier_key",
    ];
    const GRANTS: &[&str] = &[
        "client_session_id|connect_webview_ids|connected_account_ids|user_identifier_key|user_identity_id|user_identity_ids",
    ];
    const EVENTS: &[&str] = &[
        "access_code_id|access_code_ids|access_grant_id|access_grant_ids|access_method_id\
         |access_method_ids|acs_access_group_id|acs_credential_id|acs_encoder_id|acs_entrance_id\
         |acs_system_id|acs_system_ids|acs_user_id|between|connect_webview_id|connected_account_id\
         |customer_key|device_id|device_ids|event_ids|event_type|event_types|since|space_id|space_ids\
         |unstable_offset|user_identity_id",
    ];
    let facts: &[(&str, &[&str], &[&str])] = &[
        ("access_codes.create", &["device_id"], WINDOW),
        ("access_codes.create_multiple", &["device_ids"], WINDOW),
        ("access_codes.update", &["access_code_id"], BOUNDS),
        ("access_codes.update_multiple", &["common_code_key"], BOUNDS),
        ("access_codes.delete", &["access_code_id"], &[]),
        ("access_codes.get", &[], BY_CODE),
        ("access_codes.list", &[], FILTERS),
        ("access_codes.generate_code", &["device_id"], &[]),
        ("access_codes.pull_backup_access_code", &["access_code_id"], &[]),
        ("access_codes.report_device_constraints", &["device_id"], &[]),
        (
            "access_codes.simulate.create_unmanaged_access_code",
            &["code", "device_id", "name"],
            &[],
        ),
        ("access_codes.unmanaged.get", &[], BY_CODE),
        ("access_codes.unmanaged.list", &["device_id"], &[]),
        (
            "access_codes.unmanaged.update",
            &["access_code_id", "is_managed"],
            &[],
        ),
        (
            "access_codes.unmanaged.convert_to_managed",
            &["access_code_id"],
            &[],
        ),
        ("access_codes.unmanaged.delete", &["access_code_id"], &[]),
        ("devices.get", &[], &["device_id|name"]),
        ("devices.list", &[], &[]),
        ("events.get", &[], &["device_id|event_id|event_type"]),
        ("events.list", &[], EVENTS),
        ("devices.list_device_providers", &[], &[]),
        ("devices.report_provider_metadata", &["devices"], &[]),
        ("devices.update", &["device_id"], &[]),
        ("devices.simulate.connect", &["device_id"], &[]),
        ("devices.simulate.connect_to_hub", &["device_id"], &[]),
        ("devices.simulate.disconnect", &["device_id"], &[]),
        ("devices.simulate.disconnect_from_hub", &["device_id"], &[]),
        (
            "devices.simulate.paid_subscription",
            &["device_id", "is_expired"],
            &[],
        ),
        ("devices.simulate.remove", &["device_id"], &[]),
        ("devices.unmanaged.get", &[], &["device_id|name"]),
        ("devices.unmanaged.list", &[], &[]),
        ("devices.unmanaged.update", &["device_id"], &[]),
        ("action_attempts.get", &["action_attempt_id"], &[]),
        ("action_attempts.list", &[], &[]),
        ("client_sessions.create", &[], &[]),
        ("client_sessions.get", &[], &[]),
        ("client_sessions.get_or_create", &[], &[]),
        ("client_sessions.list", &[], &[]),
        ("client_sessions.grant_access", &[], GRANTS),
        ("client_sessions.revoke", &["client_session_id"], &[]),
        ("client_sessions.delete", &["client_session_id"], &[]),
        ("connect_webviews.create", &[], &[]),
        ("connect_webviews.delete", &["connect_webview_id"], &[]),
        ("connect_webviews.get", &["connect_webview_id"], &[]),
        ("connect_webviews.list", &[], &[]),
        ("connected_accounts.update", &["connected_account_id"], &[]),
        ("connected_accounts.delete", &["connected_account_id"], &[]),
        ("connected_accounts.get", &[], &["connected_account_id|email"]),
        ("connected_accounts.list", &[], &[]),
        ("connected_accounts.sync", &["connected_account_id"], &[]),
        (
            "connected_accounts.simulate.disconnect",
            &["connected_account_id"],
            &[],
        ),
        ("webhooks.create", &["url"], &[]),
        ("webhooks.update", &["event_types", "webhook_id"], &[]),
        ("webhooks.delete", &["webhook_id"], &[]),
        ("webhooks.get", &["webhook_id"], &[]),
        ("webhooks.list", &[], &[]),
        ("workspaces.create", &["name"], &[]),
        ("workspaces.update", &[], &[]),
        ("workspaces.get", &[], &[]),
        ("workspaces.list", &[], &[]),
        ("workspaces.reset_sandbox", &[], &[]),
        (
            "locks.configure_auto_lock",
            &["auto_lock_enabled", "device_id"],
            &[],
        ),
        ("locks.get", &[], &["device_id|name"]),
        ("locks.list", &[], &[]),
        ("locks.lock_door", &["device_id"], &[]),
        ("locks.unlock_door", &["device_id"], &[]),
        ("locks.simulate.keypad_code_entry", &["code", "device_id"], &[]),
        ("locks.simulate.manual_lock_via_keypad", &["device_id"], &[]),
    ];
    for (name, required, rules) in facts {
        let object = parameters_of(name);
        let fields = object.fields.iter().filter(|field| field.flags.required());
        let found: Vec<&str> = fields.map(|field| field.name).collect();
        // In the order in which the official client names those that are missing.
        assert_eq!(found, *required, "{name}");
        assert_eq!(
            object.rules.iter().map(written).collect::<Vec<_>>(),
            *rules,
            "{name}"
        );
    }
}

#[test]
fn parameters_have_the_bounds_of_the_api() {
    use Code::{
        NotDigits, NotInteger, TooFewItems, TooLarge, TooLong, TooManyItems, TooShort, TooSmall, UnlistedName,
    };
    let pin = [
        ("135", TooShort),
        ("1357135713571", TooLong),
        ("13a7", NotDigits),
        ("13 7", NotDigits),
    ];
    for name in [
        "access_codes.create",
        "access_codes.create_multiple",
        "access_codes.update",
    ] {
        expect(
            name,
            "code",
            [json!("1357"), json!("135713571357")],
            pin.map(|(pin, code)| (json!(pin), code)),
        );
        expect(
            name,
            "max_time_rounding",
            [json!("1hour"), json!("1day"), json!("1h"), json!("1d")],
            [(json!("2h"), UnlistedName)],
        );
    }
    let simulate = "access_codes.simulate.create_unmanaged_access_code";
    let too_long = [(json!("135713571"), TooLong), (json!("135"), TooShort)];
    expect(simulate, "code", [json!("1357"), json!("13571357")], too_long);
    for name in ["access_codes.get", "access_codes.unmanaged.get"] {
        expect(name, "code", [json!("7"), json!("A1-b")], [(json!(""), TooShort)]);
    }
    for name in [
        "access_codes.list",
        "access_codes.unmanaged.list",
        "devices.list",
        "devices.unmanaged.list",
        "action_attempts.list",
        "connect_webviews.list",
        "connected_accounts.list",
    ] {
        let wrong = [
            (json!(0), TooSmall),
            (json!(-1), TooSmall),
            (json!(1.5), NotInteger),
        ];
        expect(name, "limit", [json!(1), json!(300_000)], wrong);
        expect(name, "page_cursor", [json!(null), json!("WyJhIl0=")], []);
    }
    // An empty one filters nothing, and would give what belongs to others.
    for (name, parameters) in [
        (
            "access_codes.list",
            "access_grant_key customer_key user_identifier_key",
        ),
        ("access_codes.unmanaged.list", "user_identifier_key"),
        ("access_codes.update_multiple", "common_code_key"),
        ("devices.get", "name"),
        ("devices.list", "customer_key user_identifier_key"),
        ("devices.unmanaged.get", "name"),
        ("devices.unmanaged.list", "customer_key user_identifier_key"),
        ("events.get", "event_type"),
        ("events.list", "customer_key"),
        ("locks.get", "name"),
        ("locks.list", "customer_key user_identifier_key"),
    ] {
        for parameter in parameters.split(' ') {
            expect(name, parameter, [json!("k")], [(json!(""), TooShort)]);
        }
    }
    let constraints = "access_codes.report_device_constraints";
    for name in ["min_code_length", "max_code_length"] {
        expect(
            constraints,
            name,
            [json!(4), json!(20)],
            [(json!(3), TooSmall), (json!(21), TooLarge)],
        );
    }
    expect(
        constraints,
        "supported_code_lengths",
        [json!([4]), json!([4, 20])],
        [(json!([]), TooFewItems)],
    );
    for name in [
        "client_sessions.create",
        "client_sessions.get_or_create",
        "client_sessions.grant_access",
    ] {
        let wrong = [(json!([]), TooFewItems), (json!(["a", "b"]), TooManyItems)];
        expect(name, "user_identity_ids", [json!(["a"])], wrong);
        expect(name, "user_identifier_key", [json!("k")], [(json!(""), TooShort)]);
    }
    expect(
        "access_codes.update",
        "type",
        [json!("ongoing"), json!("time_bound")],
        [(json!("timebound"), UnlistedName)],
    );
    let shared = [json!("throw"), json!("create_random_code")];
    let behavior = "behavior_when_code_cannot_be_shared";
    expect(
        "access_codes.create_multiple",
        behavior,
        shared,
        [(json!("ignore"), UnlistedName)],
    );
    expect(
        "devices.list",
        "manufacturer",
        [json!("two_n"), json!("four_suites")],
        [(json!("acme"), UnlistedName)],
    );
    let category = "provider_category";
    expect(
        "devices.list_device_providers",
        category,
        [json!("stable"), json!("connectors")],
        [(json!("gamma"), UnlistedName)],
    );
    // Which time zones there are is the server's to say.
    let zone = json!([{ "device_id": "d", "ultraloq_metadata": { "time_zone": "Mars/Olympus" } }]);
    expect(
        "devices.report_provider_metadata",
        "devices",
        [zone],
        [(json!([]), TooFewItems)],
    );
    let managed = [(json!(false), UnlistedName)];
    expect("devices.unmanaged.update", "is_managed", [json!(true)], managed);
    expect(
        "locks.configure_auto_lock",
        "auto_lock_delay_seconds",
        [json!(1), json!(2.5), json!(60)],
        [(json!(0), TooSmall), (json!(61), TooLarge)],
    );
    let flags = json!([
        "can_remotely_unlock",
        "can_program_thermostat_programs_as_same_each_day"
    ]);
    expect("devices.list", "include_if", [flags], []);
    for name in ["connect_webview_id", "user_identity_id"] {
        expect("client_sessions.list", name, [json!(null), json!("id")], []);
    }
    let too_long = [(json!("n".repeat(256)), TooLong), (json!(""), TooShort)];
    expect(
        "connected_accounts.update",
        "display_name",
        [json!("n".repeat(255))],
        too_long,
    );
    for name in ["connected_accounts.update", "connect_webviews.create"] {
        let metadata = json!({ "house": "12", "vip": true, "floor": null });
        expect(name, "custom_metadata", [metadata], []);
        expect(name, "customer_key", [json!("k")], [(json!(""), TooShort)]);
    }
    expect(
        "connect_webviews.create",
        "provider_category",
        [json!("stable"), json!("internal_beta")],
        [(json!("phones"), UnlistedName)],
    );
    expect(
        "workspaces.create",
        "webview_logo_shape",
        [json!("circle"), json!("square")],
        [(json!("triangle"), UnlistedName)],
    );
    for name in ["workspaces.create", "workspaces.update"] {
        let unset = json!({
            "logo_shape": null,
            "primary_button_color": null,
            "primary_button_text_color": null,
            "success_message": null,
        });
        expect(name, "connect_webview_customization", [json!({}), unset], []);
    }
    let day = ["2026-03-01", "2026-03-02", "2026-03-03"];
    let wrong = [(json!(day[..1]), TooFewItems), (json!(day), TooManyItems)];
    expect("events.list", "between", [json!(day[..2])], wrong);
    for name in ["access_grant_ids", "access_method_ids", "space_ids"] {
        let ids = |count| json!(vec!["a"; count]);
        expect(
            "events.list",
            name,
            [ids(0), ids(100)],
            [(ids(101), TooManyItems)],
        );
    }
    expect(
        "events.list",
        "event_type",
        [json!("lock.unlocked"), json!("access_code.failed_to_expire")],
        [(json!("lock.opened"), UnlistedName)],
    );
}

/// Checks values of one parameter, everything else being valid.
fn expect<const V: usize, const W: usize>(
    endpoint: &str,
    parameter: &str,
    valid: [Value; V],
    wrong: [(Value, Code); W],
) {
    let object = parameters_of(endpoint);
    let codes = |value: Value| {
        let mut given = samples::object(object.fields, object.rules);
        given.insert(parameter.to_owned(), value);
        let text = Value::Object(given).to_string();
        let findings = check::parameters(&text, object, UnknownKeys::Refuse).unwrap();
        findings
            .issues
            .iter()
            .map(|issue| (issue.path.clone(), issue.code))
            .collect::<Vec<_>>()
    };
    for value in valid {
        assert_eq!(codes(value.clone()), [], "{endpoint} {parameter} {value}");
    }
    for (value, code) in wrong {
        let found = codes(value.clone());
        assert_eq!(
            found,
            [(parameter.to_owned(), code)],
            "{endpoint} {parameter} {value}"
        );
    }
}

#[test]
fn deprecated_endpoints_carry_their_remedy() {
    let deprecated = endpoints()
        .into_iter()
        .filter_map(|(name, endpoint)| Some((name, endpoint.deprecated?)));
    let found: Vec<_> = deprecated.collect();
    let wanted = [("locks.get", "use `devices.get`")].map(|(name, remedy)| (name.to_owned(), remedy));
    assert_eq!(found, wanted);
}

#[test]
fn load_bearing_is_what_a_door_depends_on() {
    const NAMES: &[&str] = &[
        "code",
        "type",
        "status",
        "starts_at",
        "ends_at",
        "is_managed",
        "device_type",
        "action_type",
        "token",
        "next_page_cursor",
        // Of access grants, access methods, credentials and keys.
        "mode",
        "access_method",
        "card_number",
        "instant_key_url",
        "is_issued",
        "is_suspended",
        "url",
    ];
    const NEEDED: &[(&str, &str)] = &[
        ("access_codes.get", "access_code.access_code_id"),
        ("access_codes.get", "access_code.device_id"),
        ("access_codes.get", "access_code.code"),
        ("access_codes.get", "access_code.type"),
        ("access_codes.get", "access_code.status"),
        ("access_codes.get", "access_code.is_managed"),
        ("access_codes.get", "access_code.starts_at"),
        ("access_codes.get", "access_code.ends_at"),
        ("access_codes.unmanaged.get", "access_code.is_managed"),
        ("access_codes.unmanaged.get", "access_code.code"),
        ("access_codes.unmanaged.get", "access_code.ends_at"),
        ("access_codes.generate_code", "generated_code.code"),
        ("devices.get", "device.device_id"),
        ("devices.get", "device.is_managed"),
        ("devices.unmanaged.get", "device.is_managed"),
        ("locks.list", "devices[0].device_id"),
        ("action_attempts.get", "action_attempt.action_attempt_id"),
        ("action_attempts.get", "action_attempt.action_type"),
        ("action_attempts.get", "action_attempt.status"),
        ("client_sessions.get_or_create", "client_session.token"),
        ("connect_webviews.get", "connect_webview.connect_webview_id"),
        ("connect_webviews.get", "connect_webview.status"),
        ("connected_accounts.get", "connected_account.connected_account_id"),
        ("webhooks.get", "webhook.webhook_id"),
        ("workspaces.get", "workspace.workspace_id"),
        ("events.get", "event.event_id"),
        ("events.get", "event.access_code_id"),
        ("events.get", "event.device_id"),
        ("events.get", "event.code"),
        ("access_grants.get", "access_grant.access_grant_id"),
        ("access_grants.get", "access_grant.user_identity_id"),
        ("access_grants.get", "access_grant.starts_at"),
        ("access_grants.get", "access_grant.ends_at"),
        (
            "access_grants.get",
            "access_grant.requested_access_methods[0].code",
        ),
        ("access_grants.unmanaged.get", "access_grant.ends_at"),
        ("access_methods.get", "access_method.access_method_id"),
        ("access_methods.get", "access_method.code"),
        ("access_methods.get", "access_method.mode"),
        ("access_methods.get", "access_method.is_issued"),
        ("access_methods.get", "access_method.instant_key_url"),
        ("access_methods.unmanaged.get", "access_method.code"),
        ("acs.credentials.get", "acs_credential.code"),
        ("acs.credentials.get", "acs_credential.card_number"),
        ("acs.credentials.get", "acs_credential.starts_at"),
        ("acs.users.get", "acs_user.acs_user_id"),
        ("acs.users.get", "acs_user.access_schedule.ends_at"),
        ("acs.entrances.get", "acs_entrance.acs_entrance_id"),
        ("instant_keys.get", "instant_key.instant_key_url"),
        ("customers.create_portal", "customer_portal.url"),
        ("spaces.get", "space.space_id"),
        ("user_identities.get", "user_identity.user_identity_id"),
        ("cameras.live_views.create", "camera_live_view_session.token"),
    ];
    let mut found = BTreeSet::new();
    for (name, endpoint) in endpoints() {
        walk::document(endpoint.reply.fields(), &[], &mut |site| {
            let Site::Object(site) = site else {
                return;
            };
            for field in site.fields.iter().filter(|field| field.flags.load_bearing()) {
                let allowed = field.name.ends_with("_id") || NAMES.contains(&field.name);
                assert!(
                    site.path.is_empty() || allowed && !site.path.contains(".properties"),
                    "{name}: {}.{}",
                    site.path,
                    field.name
                );
                found.insert((name.clone(), format!("{}.{}", site.path, field.name)));
            }
        });
    }
    for (name, path) in NEEDED {
        assert!(
            found.contains(&((*name).to_owned(), (*path).to_owned())),
            "{name}: {path}"
        );
    }
}

#[test]
fn what_may_hold_a_pin_or_name_a_person_is_secret_wherever_it_is_sent() {
    const NAMES: &[&str] = &[
        "card_number",
        "code",
        "email",
        "email_address",
        "instant_key_url",
        "phone_number",
        "preferred_code",
        "search",
        "token",
        "user_identifier_key",
        "user_identity_email_address",
        "user_identity_phone_number",
    ];
    for (name, endpoint) in endpoints() {
        walk::document(endpoint.parameters.fields, &[], &mut |site| {
            let Site::Object(site) = site else {
                return;
            };
            for field in site.fields {
                let secret = field.flags.secret();
                assert_eq!(secret, NAMES.contains(&field.name), "{name}: {}", field.name);
            }
        });
    }
}

#[test]
fn what_opens_a_door_or_names_a_person_is_secret_wherever_it_is_received() {
    const NAMES: &[&str] = &[
        "card_number",
        "client_session_token",
        "email_address",
        "instant_key_url",
        "member_pin_id",
        "new_code",
        "original_code",
        "phone_number",
        "sdp_answer",
        "token",
        "user_identity_email_address",
        "user_identity_phone_number",
    ];
    for (name, endpoint) in endpoints() {
        walk::document(endpoint.reply.fields(), &[], &mut |site| {
            let Site::Object(site) = site else {
                return;
            };
            for field in site.fields.iter().filter(|field| NAMES.contains(&field.name)) {
                assert!(field.flags.secret(), "{name}: {}.{}", site.path, field.name);
            }
        });
    }
    for (name, path) in [
        ("access_grants.get", "requested_access_methods"),
        ("access_methods.get", "code"),
        ("access_methods.unmanaged.get", "code"),
        ("acs.credentials.get", "code"),
        ("customers.create_portal", "url"),
        ("media.get", "url"),
    ] {
        let (_, endpoint) = endpoints().into_iter().find(|(other, _)| other == name).unwrap();
        let Type::Object(object) = endpoint.reply.values()[0].kind else {
            panic!("{name} replies with no object");
        };
        let field = object.fields.iter().find(|field| field.name == path).unwrap();
        let inner = match field.kind {
            Type::Array(array) => match array.item {
                Type::Object(object) => object.fields.iter().find(|field| field.name == "code").unwrap(),
                _ => field,
            },
            _ => field,
        };
        assert!(inner.flags.secret(), "{name}: {path}");
    }
}
