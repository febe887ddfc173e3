//! Breaks every parameter of every endpoint in every way that its type and its object's rules allow, and expects exactly that issue.
//! Ends by making sure that every code was provoked, so that no loop is empty.

use std::collections::BTreeSet;

use seam_edge::schema::check::{self, UnknownKeys};
use seam_edge::schema::issue::Code;
use seam_edge::schema::{Field, Object, Rule, Type};
use serde_json::{Map, Value, json};

use crate::breakages::{UNLISTED, accepts_null, out_of_bounds, wrong_kinds};
use crate::walk::{self, ItemSite, ObjectSite, Site};
use crate::{Verdict, endpoints, error, join, sorted, verdicts};

/// What an endpoint takes, and the codes that it has been made to give.
struct Subject {
    name: String,
    object: &'static Object,
    provoked: BTreeSet<String>,
}

impl Subject {
    fn expect_under(&mut self, unknown: UnknownKeys, parameters: &Value, expected: Vec<Verdict>) {
        let findings = check::parameters(&parameters.to_string(), self.object, unknown).unwrap();
        assert_eq!(
            verdicts(&findings),
            sorted(expected),
            "{} given {parameters}",
            self.name
        );
        self.provoked
            .extend(findings.issues.iter().map(|issue| format!("{:?}", issue.code)));
    }

    fn expect(&mut self, parameters: &Value, expected: Vec<Verdict>) {
        self.expect_under(UnknownKeys::Refuse, parameters, expected);
    }
}

fn subjects() -> Vec<Subject> {
    let subject = |(name, endpoint): (String, &seam_edge::api::Declaration)| Subject {
        name,
        object: endpoint.parameters,
        provoked: BTreeSet::new(),
    };
    endpoints().into_iter().map(subject).collect()
}

#[test]
fn every_violation_gives_its_issue_and_no_other() {
    let mut provoked = BTreeSet::new();
    for mut subject in subjects() {
        let object = subject.object;
        walk::document(object.fields, object.rules, &mut |site| match site {
            Site::Object(site) => break_object(&mut subject, &site),
            Site::Item(site) => break_item(&mut subject, &site),
        });
        provoked.append(&mut subject.provoked);
    }
    let every_code = [
        Code::Missing,
        Code::MissingAll,
        Code::MissingCounterpart,
        Code::WrongType,
        Code::UnlistedName,
        Code::NotDigits,
        Code::TooShort,
        Code::TooLong,
        Code::TooSmall,
        Code::TooLarge,
        Code::NotInteger,
        Code::NotDateTime,
        Code::TooFewItems,
        Code::TooManyItems,
        Code::NotBefore,
        Code::MisspeltParameter,
        Code::UnknownParameter,
    ];
    assert_eq!(
        provoked,
        every_code.iter().map(|code| format!("{code:?}")).collect()
    );
}

#[test]
fn the_required_parameters_alone_are_enough() {
    for mut subject in subjects() {
        let mut given: Map<String, Value> = Map::new();
        let required = subject
            .object
            .fields
            .iter()
            .filter(|field| field.flags.required());
        // A time frame among them has its end after its start.
        let whole = crate::samples::object(subject.object.fields, subject.object.rules);
        given.extend(required.map(|field| (field.name.to_owned(), whole[field.name].clone())));
        for rule in subject.object.rules {
            if let Rule::AtLeastOne(names) = rule {
                let field = subject
                    .object
                    .fields
                    .iter()
                    .find(|field| field.name == names[0])
                    .unwrap();
                given.insert(field.name.to_owned(), crate::samples::value(field.kind));
            }
        }
        subject.expect(&Value::Object(given), vec![]);
    }
}

fn break_object(subject: &mut Subject, site: &ObjectSite<'_>) {
    subject.expect(&site.edited(|_| ()).1, vec![]);
    for field in site.fields {
        break_key(subject, site, field);
        misspell(subject, site, field);
    }
    for rule in site.rules {
        break_rule(subject, site, rule);
    }
    // Keys that look like parts of a path are keys all the same.
    for key in [UNLISTED, "", "[0]", ".key"] {
        let (_, document) = site.edited(|object| {
            object.insert(key.to_owned(), json!(true));
        });
        let refused = vec![error(join(site.path, key), Code::UnknownParameter)];
        subject.expect_under(UnknownKeys::Refuse, &document, refused);
        subject.expect_under(UnknownKeys::RefuseSlips, &document, vec![]);
        subject.expect_under(UnknownKeys::Pass, &document, vec![]);
    }
}

fn break_key(subject: &mut Subject, site: &ObjectSite<'_>, field: &Field) {
    let path = join(site.path, field.name);
    let mut expect = |value: Option<Value>, code: Option<Code>| {
        let (object, document) = site.edited(|object| match value {
            Some(value) => drop(object.insert(field.name.to_owned(), value)),
            None => drop(object.remove(field.name)),
        });
        // Taking a key away, or making it null, may break a rule over several keys as well.
        let mut expected = broken_rules(site.rules, &object, site.path);
        expected.extend(code.map(|code| error(path.clone(), code)));
        subject.expect(&document, expected);
    };
    expect(None, field.flags.required().then_some(Code::Missing));
    let null_passes = field.flags.nullable() || accepts_null(field.kind);
    expect(Some(Value::Null), (!null_passes).then_some(Code::WrongType));
    for value in wrong_kinds(field.kind) {
        expect(Some(value), Some(Code::WrongType));
    }
    for (value, code) in out_of_bounds(field.kind) {
        expect(Some(value), Some(code));
    }
    if let Type::Names(_) = field.kind {
        expect(Some(json!(UNLISTED)), Some(Code::UnlistedName));
    }
}

fn break_item(subject: &mut Subject, site: &ItemSite<'_>) {
    let mut expect = |value: Value, code: Code| {
        subject.expect(&site.with(value), vec![error(site.path, code)]);
    };
    if !accepts_null(site.kind) {
        expect(Value::Null, Code::WrongType);
    }
    for value in wrong_kinds(site.kind) {
        expect(value, Code::WrongType);
    }
    for (value, code) in out_of_bounds(site.kind) {
        expect(value, code);
    }
    if let Type::Names(_) = site.kind {
        expect(json!(UNLISTED), Code::UnlistedName);
    }
}

fn misspell(subject: &mut Subject, site: &ObjectSite<'_>, field: &Field) {
    let slip = format!("{}x", field.name);
    let (object, document) = site.edited(|object| {
        let value = object.remove(field.name).unwrap();
        object.insert(slip.clone(), value);
    });
    let mut expected = broken_rules(site.rules, &object, site.path);
    if field.flags.required() {
        expected.push(error(join(site.path, field.name), Code::Missing));
    }
    subject.expect_under(UnknownKeys::Pass, &document, expected.clone());
    expected.push(error(join(site.path, &slip), Code::MisspeltParameter));
    subject.expect_under(UnknownKeys::RefuseSlips, &document, expected.clone());
    subject.expect_under(UnknownKeys::Refuse, &document, expected);
}

/// Each rule, broken and just kept, with the outcome written out.
fn break_rule(subject: &mut Subject, site: &ObjectSite<'_>, rule: &Rule) {
    let mut expect = |changes: &[(&str, Option<Value>)], expected: Vec<Verdict>| {
        let (_, document) = site.edited(|object| {
            for (key, value) in changes {
                match value {
                    Some(value) => drop(object.insert((*key).to_owned(), value.clone())),
                    None => drop(object.remove(*key)),
                }
            }
        });
        subject.expect(&document, expected);
    };
    match rule {
        Rule::AtLeastOne(names) => {
            let all: Vec<_> = names.iter().map(|name| (*name, None)).collect();
            expect(&all, vec![error(site.path, Code::MissingAll)]);
            for kept in *names {
                let others: Vec<_> = all.iter().filter(|(name, _)| name != kept).cloned().collect();
                expect(&others, vec![]);
            }
        }
        Rule::Together {
            first,
            second,
            unless,
        } => {
            let lone = |name: &str| vec![error(join(site.path, name), Code::MissingCounterpart)];
            let off = |value| unless.map(|unless| (unless, value));
            let without = |name, value| [Some((name, None)), off(value)].into_iter().flatten().collect();
            let cases: [Vec<_>; 3] = [
                without(*second, None),
                without(*second, Some(json!(false))),
                without(*second, Some(json!(true))),
            ];
            expect(&cases[0], lone(second));
            if unless.is_some() {
                expect(&cases[1], lone(second));
                expect(&cases[2], vec![]);
            }
            let second_alone: Vec<_> = without(*first, Some(json!(true)));
            expect(&second_alone, lone(first));
            expect(&[(first, None), (second, None)], vec![]);
        }
        Rule::Ordered { earlier, later } => {
            let mut pair = |from: &str, to: &str, kept: bool| {
                let broken = vec![error(join(site.path, later), Code::NotBefore)];
                let expected = if kept { vec![] } else { broken };
                expect(
                    &[(earlier, Some(json!(from))), (later, Some(json!(to)))],
                    expected,
                );
            };
            pair("2026-03-01T15:00:00Z", "2026-03-01T15:00:00Z", false);
            pair("2026-03-01T15:00:00-08:00", "2026-03-01T23:00:00Z", false);
            pair("2026-03-01T15:00:00-08:00", "2026-03-01T22:59:59Z", false);
            pair("2026-03-01T15:00:00-08:00", "2026-03-01T23:00:00.001Z", true);
        }
    }
}

/// The rules that an object breaks, judged on parsed values: a second opinion beside the interpreter's.
fn broken_rules(rules: &[Rule], object: &Map<String, Value>, path: &str) -> Vec<Verdict> {
    let given = |name: &str| object.get(name).is_some_and(|value| !value.is_null());
    let instant = |name: &str| {
        let text = object.get(name)?.as_str()?;
        chrono::DateTime::parse_from_rfc3339(text).ok()
    };
    let broken = |rule: &Rule| match *rule {
        Rule::AtLeastOne(names) => {
            let none = !names.iter().any(|name| object.contains_key(*name));
            none.then(|| error(path, Code::MissingAll))
        }
        Rule::Together {
            first,
            second,
            unless,
        } => {
            let excused = unless.is_some_and(|name| object.get(name) == Some(&json!(true)));
            match (given(first), given(second)) {
                (true, false) if !excused => Some(error(join(path, second), Code::MissingCounterpart)),
                (false, true) => Some(error(join(path, first), Code::MissingCounterpart)),
                _ => None,
            }
        }
        Rule::Ordered { earlier, later } => {
            let both = instant(earlier).zip(instant(later));
            both.is_some_and(|(from, to)| from >= to)
                .then(|| error(join(path, later), Code::NotBefore))
        }
    };
    rules.iter().filter_map(broken).collect()
}
