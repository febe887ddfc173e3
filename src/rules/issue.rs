//! What a rule says about parameters that a lock would not take. Holds no rule: each file of rules declares its own.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{Display, Formatter};

use crate::schema::issue::Severity;

/// A rule: what of an issue is known before there is one. Each is a constant in the file that applies it.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// The stable name, by which callers tell issues apart.
    pub code: &'static str,
    /// Whether the lock would not take the code, or something is only worth knowing.
    pub severity: Severity,
    /// Where the rule comes from: the path of a property of the device, as `properties.supported_code_lengths`, or the section of
    /// Seam's documentation in words, as `offline access codes`.
    pub source: &'static str,
    /// What an issue tells beside its path and constraint, by the names in [`RuleIssue::given`]; `?` stands behind what it may leave out.
    pub parameters: &'static [&'static str],
}

/// Declares the rules of a file, and lists them as `RULES`: what is made of all of them, such as the types of the npm package, misses none.
macro_rules! rules {
    ($($(#[$line:meta])* $visibility:vis const $name:ident: Rule = $rule:expr;)*) => {
        $($(#[$line])* $visibility const $name: Rule = $rule;)*
        /// Every rule of this file.
        pub(crate) const RULES: &[&Rule] = &[$(&$name),*];
    };
}
pub(crate) use rules;

impl Rule {
    /// A rule that a lock enforces.
    #[must_use]
    pub const fn error(code: &'static str, source: &'static str) -> Self {
        Self {
            code,
            severity: Severity::Error,
            source,
            parameters: &[],
        }
    }

    /// Something that is worth knowing before a guest stands at the door.
    #[must_use]
    pub const fn warning(code: &'static str, source: &'static str) -> Self {
        Self {
            code,
            severity: Severity::Warning,
            source,
            parameters: &[],
        }
    }

    /// The same rule, whose issues tell what has these names.
    #[must_use]
    pub const fn with(self, parameters: &'static [&'static str]) -> Self {
        Self { parameters, ..self }
    }
}

/// One reason why a lock would not take a code, or may not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleIssue {
    /// The rule that is broken.
    pub rule: &'static Rule,
    /// The parameter at fault, as `code` or `device_ids[0]`; empty where no parameter could fix it.
    pub path: &'static str,
    /// What is wrong, in one line. Never holds a PIN.
    pub message: String,
    /// What to do about it, in one line.
    pub help: String,
    /// The `constraint_type` of the device that says so; nothing where another property or no property does.
    pub constraint: Option<String>,
    /// What the message tells beside, by name, so that others can say it in their words: see [`Rule::parameters`].
    pub given: Vec<(&'static str, String)>,
}

/// In one line: ``error code_length_not_supported at `code`: …``.
impl Display for RuleIssue {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> core::fmt::Result {
        let Self {
            rule, message, help, ..
        } = self;
        write!(formatter, "{} {}", rule.severity.as_str(), rule.code)?;
        if !self.path.is_empty() {
            write!(formatter, " at `{}`", self.path)?;
        }
        write!(formatter, ": {message}; {help}")
    }
}

/// The issues that were found, in the order of the rules.
#[derive(Debug, Default)]
pub struct Findings {
    /// The issues.
    pub issues: Vec<RuleIssue>,
}

impl Findings {
    /// Adds an issue.
    pub fn add(
        &mut self,
        rule: &'static Rule,
        path: &'static str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.issues.push(RuleIssue {
            rule,
            path,
            message: message.into(),
            help: help.into(),
            constraint: None,
            given: Vec::new(),
        });
    }

    /// Tells more of the issue that was added last.
    pub fn given(&mut self, name: &'static str, text: &str) {
        if let Some(issue) = self.issues.last_mut() {
            issue.given.push((name, text.into()));
        }
    }

    /// Adds an issue that comes from one of the device's `code_constraints`.
    pub fn add_constraint(
        &mut self,
        rule: &'static Rule,
        constraint: &str,
        path: &'static str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.add(rule, path, message, help);
        if let Some(issue) = self.issues.last_mut() {
            issue.constraint = Some(constraint.into());
        }
    }
}
