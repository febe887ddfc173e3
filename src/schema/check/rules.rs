//! The rules over several keys of one object. Looks at text alone: which keys were there is found again, since few objects have rules.

use crate::schema::check::Checker;
use crate::schema::check::report::list;
use crate::schema::issue::Code;
use crate::schema::{Flags, Rule, date_time, json};

impl Checker<'_> {
    pub(super) fn check_rule(&mut self, rule: &Rule, text: &str) {
        match rule {
            Rule::AtLeastOne(names) => {
                if names.iter().all(|name| json::find(text, name).is_none()) {
                    let message = ["one of ", &list(names), " is needed"];
                    self.report(Flags::ERROR, Code::MissingAll, "", &message, &[]);
                }
            }
            Rule::Together {
                first,
                second,
                unless,
            } => {
                self.together(text, first, second, *unless);
            }
            Rule::Ordered { earlier, later } => {
                let instant = |name| date_time::rfc3339(&json::find_text(text, name)?);
                let both = instant(earlier).zip(instant(later));
                if both.is_some_and(|(from, to)| from >= to) {
                    let message = ["not after `", earlier, "`"];
                    let help = ["choose a `", later, "` that is later than `", earlier, "`"];
                    self.report(Flags::ERROR, Code::NotBefore, later, &message, &help);
                }
            }
        }
    }

    fn together(&mut self, text: &str, first: &str, second: &str, unless: Option<&str>) {
        let given = |name: &str| json::find(text, name).is_some_and(|value| value != "null");
        let (absent, there) = match (given(first), given(second)) {
            (true, false) => (second, first),
            (false, true) => (first, second),
            _ => return,
        };
        let alone = unless.is_some_and(|name| json::find(text, name) == Some("true"));
        if alone && there == first {
            return;
        }
        let message = ["required together with `", there, "`, but absent"];
        let help = ["give both or neither; found only `", there, "`"];
        self.report(Flags::ERROR, Code::MissingCounterpart, absent, &message, &help);
    }
}
