//! The rules over several keys of one object. Looks at text alone: which keys were there is found again, since few objects have rules.

use crate::schema::check::{Checker, list};
use crate::schema::issue::{Code, Path};
use crate::schema::{Rule, date_time, json};
use crate::text::concat;

impl Checker<'_> {
    pub(super) fn check_rule(&mut self, rule: &Rule, text: &str, path: &Path<'_>) {
        match rule {
            Rule::AtLeastOne(names) => {
                if names.iter().all(|name| json::find(text, &[name]).is_none()) {
                    let message = concat(&["at least one of ", &list(names), " is needed"]);
                    self.broken(path, Code::MissingAll, message, None);
                }
            }
            Rule::Together {
                first,
                second,
                unless,
            } => {
                self.together(text, path, first, second, *unless);
            }
            Rule::Ordered { earlier, later } => {
                let instant = |name| date_time::rfc3339(&json::find_text(text, &[name])?);
                let both = instant(earlier).zip(instant(later));
                if both.is_some_and(|(from, to)| from >= to) {
                    let message = concat(&["not after `", earlier, "`"]);
                    let help = concat(&["choose a `", later, "` that is later than `", earlier, "`"]);
                    self.broken(&Path::Key(path, later), Code::NotBefore, message, Some(help));
                }
            }
        }
    }

    fn together(&mut self, text: &str, path: &Path<'_>, first: &str, second: &str, unless: Option<&str>) {
        let given = |name: &str| json::find(text, &[name]).is_some_and(|value| value != "null");
        let (absent, there) = match (given(first), given(second)) {
            (true, false) => (second, first),
            (false, true) => (first, second),
            _ => return,
        };
        let alone = unless.is_some_and(|name| json::find(text, &[name]) == Some("true"));
        if alone && there == first {
            return;
        }
        let message = concat(&["required together with `", there, "`, but absent"]);
        let help = concat(&["give both or neither; found only `", there, "`"]);
        self.broken(
            &Path::Key(path, absent),
            Code::MissingCounterpart,
            message,
            Some(help),
        );
    }
}
