//! `codes.ts`: the names that texts have for people: codes of issues, errors and warnings, summaries, and what each issue tells beside. All from
//! the constants in Rust, so that no name is written twice.

use std::collections::{BTreeMap, BTreeSet};

use seam_edge::rules::diagnosis::Summary;
use seam_edge::rules::diagnosis::advice::{Scope, Subject, known_codes};
use seam_edge::rules::every_rule;
use seam_edge::rules::timeline::{Expectation, Worry};
use seam_edge::schema::issue::{Code, OF_OTHER_VALUES};
use seam_edge::schema::said::SAID;

/// By the name of a parameter, whether it is always there.
type Parameters = BTreeMap<&'static str, bool>;

pub(crate) fn render() -> String {
    let of_values = Code::ALL.iter().map(|code| code.as_str());
    let of_values: BTreeSet<&str> = of_values.chain(OF_OTHER_VALUES.iter().copied()).collect();
    let of_rules: BTreeSet<&str> = every_rule().iter().map(|rule| rule.code).collect();
    let summaries = Summary::ALL.iter().map(|summary| summary.as_str()).collect();
    let expectations = Expectation::ALL.iter().map(|one| one.as_str()).collect();
    let worries = Worry::ALL.iter().map(|worry| worry.as_str()).collect();
    let unions = [
        (
            "ValueIssueCode",
            "What is wrong with a value by its schema.",
            of_values,
        ),
        (
            "RuleCode",
            "What a lock has against a code, or against each PIN.",
            of_rules,
        ),
        (
            "KnownErrorCode",
            "Each `error_code` that this version has advice for.",
            codes(Scope::Error),
        ),
        (
            "KnownWarningCode",
            "Each `warning_code` that this version has advice for.",
            codes(Scope::Warning),
        ),
        (
            "DiagnosisSummary",
            "What a diagnosis comes to, in one line.",
            summaries,
        ),
        (
            "TimelineExpectation",
            "What to expect next of a code.",
            expectations,
        ),
        ("TimelineWorry", "Why to worry about a code.", worries),
    ];
    let unions: String = unions
        .iter()
        .map(|(name, line, names)| format!("\n/** {line} */\nexport type {name} = {}\n", union(names)))
        .collect();
    format!(
        "{HEADER}{unions}\n{ISSUES}{}}}\n\n{PATTERNS}{}}}\n",
        parameters(),
        patterns()
    )
}

/// Of access codes and of access grants.
fn codes(scope: Scope) -> BTreeSet<&'static str> {
    let subjects = Subject::ALL.iter();
    subjects
        .flat_map(|subject| known_codes(*subject, scope))
        .collect()
}

fn union(names: &BTreeSet<&str>) -> String {
    let names = names.iter().map(|name| format!("\n  | '{name}'"));
    names.collect()
}

/// A code stands several times among rules: what only some of them tell may be absent.
fn parameters() -> String {
    let mut all: BTreeMap<&str, Parameters> = BTreeMap::new();
    let rules = every_rule();
    let declared = rules.iter().map(|rule| (rule.code, rule.parameters));
    for (code, names) in declared.chain(SAID.iter().map(|said| (said.code.as_str(), said.parameters))) {
        let read: Parameters = names
            .iter()
            .map(|name| (name.trim_end_matches('?'), !name.ends_with('?')))
            .collect();
        let known = all.entry(code).or_insert_with(|| read.clone());
        for (name, always) in known.iter_mut() {
            *always &= read.get(name).copied().unwrap_or_default();
        }
        for name in read.keys() {
            known.entry(name).or_insert(false);
        }
    }
    let members = |names: &Parameters| -> String {
        let member =
            |(name, always): (&&str, &bool)| format!("{name}{}: string", if *always { "" } else { "?" });
        names.iter().map(member).collect::<Vec<_>>().join("; ")
    };
    let told = all.iter().filter(|(_, names)| !names.is_empty());
    told.map(|(code, names)| format!("  {code}: {{ {} }}\n", members(names)))
        .collect()
}

fn patterns() -> String {
    let lines = SAID
        .iter()
        .map(|said| format!("  {}: /{}/,\n", said.code.as_str(), said.pattern));
    lines.collect()
}

const HEADER: &str = "// The names of texts, rendered from the Rust constants. Do not edit.
import type { UnlistedCode } from './resources.js'

/** Each code that an issue of this version may have. */
export type KnownIssueCode = ValueIssueCode | RuleCode

/**
 * The code of an issue. A newer version may have more: so a `switch` over it needs a `default`, and a code that this version does not have is
 * compared as a string, `String(issue.code) === '…'`.
 */
export type IssueCode = KnownIssueCode | UnlistedCode
";

const ISSUES: &str =
    "/** What issues of a code tell beside their place: the values in their message, as they stand there. */
export interface IssueParameters {
";

const PATTERNS: &str = "/**
 * Where messages hold these values, of those issues that do not carry them.
 * @internal
 */
export const saidIn: { readonly [code in keyof IssueParameters]?: RegExp } = {
";
