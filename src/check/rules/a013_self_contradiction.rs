//! Two statements of one article with one full key in, a finding out when their values exclude each other.

use crate::check::finding::{one_line, slip};
use crate::check::key::{like_words, one_is_narrower, same_full_key, same_result};
use crate::check::measure::Axis;
use crate::check::sentence::together;
use crate::check::{Case, Rule, Statement};
use crate::model::{Decimal, Finding, Part, Severity};

pub const RULE: Rule = Rule {
    code: "A013",
    name: "self-contradiction",
    summary: "One article gives two values for one quantity",
    formula: "two sentences of the body; same outcome, same people or comparator, or one sentence says \"overall\"; the same narrowing words; \
              intervals disjoint",
    silent: "a slot is unknown or contradicts; both stand in one sentence; one is in the headline (A009)",
    example: "\"contained 57% more energy than packed lunches … provided 31% more energy than packed lunches\"",
    near_miss: "\"36% more cysts in those who took it young … 79% more cysts in those who took it later\"",
    source: "arithmetic on rounding intervals",
    severity: Severity::Warning,
    run,
};

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for article in case.by_article() {
        let body: Vec<_> = article.iter().filter(|s| is_comparable(s)).take(MOST_STATEMENTS).collect();
        for (at, a) in body.iter().enumerate() {
            let alone = |s: &Statement<'_>| {
                s.measure.axis != Axis::Share || body.iter().filter(|o| together(o, s)).count() == 1
            };
            let other = body.iter().skip(at + 1).find(|b| contradicts(a, b) && alone(a) && alone(b));
            findings.extend(other.map(|b| finding(rule, case, a, b)));
        }
    }
    findings
}

/// Statements of one article that are compared: keeps the work bounded on hostile input.
const MOST_STATEMENTS: usize = 300;

fn finding(rule: &Rule, case: &Case<'_>, a: &Statement<'_>, b: &Statement<'_>) -> Finding {
    let message = format!(
        "The article contradicts itself: {} (line {}) but {} (line {})",
        one_line(&a.claim.quote),
        a.claim.place.line,
        one_line(&b.claim.quote),
        b.claim.place.line
    );
    let outcome = a.claim.outcome.as_deref().unwrap_or_default();
    slip(rule, case, rule.severity, &[a, b], message, format!("Both are told of the same outcome: {outcome}"))
}

fn is_comparable(statement: &Statement<'_>) -> bool {
    let axis = matches!(statement.measure.axis, Axis::Share | Axis::Effect);
    let whole = statement.claim.value.low == Decimal::ONE_HUNDRED;
    axis && !whole && statement.of_this_study() && statement.claim.part != Part::Headline
}

fn contradicts(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    let opposed = matches!((a.claim.direction, b.claim.direction), (Some(a), Some(b)) if a != b);
    !together(a, b)
        && a.measure.disjoint(&b.measure)
        && !opposed
        && (same_full_key(a, b) && like_words(a, b) && nothing_more(a, b)
            || (same_result(a, b) && (is_overall(a) || is_overall(b))))
        && !one_is_narrower(a, b)
        && (a.group.is_empty() || b.group.is_empty() || a.group.compare(&b.group).is_same())
        && a.conditional == b.conditional
        && a.numbers == b.numbers
}

/// Neither figure's words name anything, a second treatment say, that the other sentence lacks.
fn nothing_more(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    a.about.without(&b.sentence).is_empty() && b.about.without(&a.sentence).is_empty()
}

/// The sentence gives the figure for everybody.
fn is_overall(statement: &Statement<'_>) -> bool {
    statement.claim.sentence.text.to_lowercase().contains("overall")
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{ClaimText, article, messages};
    use crate::model::{ClaimKind, Direction, Place, Span};

    fn energy(quote: &str, place: usize) -> ClaimText {
        let sentence = format!("School lunches held {quote} more energy.");
        let text =
            ClaimText::new(ClaimKind::Percentage, quote).within(&sentence).outcome("energy").change(Direction::Up);
        text.sentence_at(Place { start: place, end: place + 40, bytes: Span::new(place, place + 40), line: 1 })
    }

    #[track_caller]
    fn notes(a: ClaimText, b: ClaimText) -> usize {
        messages("A013", &[article("a", vec![a.claim(), b.claim()])]).len()
    }

    #[test]
    fn two_values_for_one_quantity() {
        let meals = |quote, at| energy(quote, at).comparator("packed lunches");
        assert_eq!(notes(meals("57%", 0), meals("31%", 100)), 1);
        assert_eq!(notes(meals("57%", 0).group("school lunches"), meals("31%", 100).group("school lunches")), 1);
    }

    #[test]
    fn unknown_or_other_people_are_silent() {
        assert_eq!(notes(energy("57%", 0), energy("31%", 100)), 0);
        assert_eq!(notes(energy("57%", 0).group("girls"), energy("31%", 100).group("boys")), 0);
        assert_eq!(notes(energy("57%", 0).comparator("meals"), energy("31%", 0).comparator("meals")), 0);
    }
}
