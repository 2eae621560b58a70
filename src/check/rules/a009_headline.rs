//! The headline's figures and the body's in, a finding out when the headline's is not among the body's for that outcome.

use crate::check::finding::{one_line, slip};
use crate::check::key::set_apart;
use crate::check::measure::Axis;
use crate::check::sentence::between;
use crate::check::words::Words;
use crate::check::{Case, Rule, Statement};
use crate::model::{Decimal, Finding, Part, Severity};

pub const RULE: Rule = Rule {
    code: "A009",
    name: "headline-body-mismatch",
    summary: "The headline's figure is not the body's",
    formula: "same axis, the outcome's words in common, no contradicting slot; the headline's interval misses the body's overall \
              figure, and no other plain figure of the body agrees with it; or one clause of the body gives two rises, of two degrees \
              of the outcome, and the headline tells the larger one without its degree",
    silent: "the body tells the headline's figure of the same people; the outcomes share no word; only one of them is a result",
    example: "headline \"Naps raise stroke risk by 90%\", body \"overall the risk rose by 15 to 40%\"",
    near_miss: "headline \"one in five\", body \"21%\"",
    source: "arithmetic on rounding intervals",
    severity: Severity::Warning,
    run,
};

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    let of_article = |article: &[Statement<'_>]| -> Vec<Finding> {
        let headline = || article.iter().filter(|s| in_headline(s) && s.may_be_of_this_study());
        let denied = headline().filter(|s| is_result(s));
        let denied: Vec<Finding> =
            denied.filter_map(|told| Some(finding(rule, case, told, contradicted(article, told)?))).collect();
        match denied.is_empty() {
            true => headline().find_map(|told| widened(rule, case, article, told)).into_iter().collect(),
            false => denied,
        }
    };
    case.by_article().flat_map(of_article).collect()
}

/// The body's sentence gives two effects of different degrees; the headline tells the larger one of both.
fn widened(rule: &Rule, case: &Case<'_>, article: &[Statement<'_>], told: &Statement<'_>) -> Option<Finding> {
    if told.measure.axis != Axis::Effect {
        return None;
    }
    let body: Vec<&Statement<'_>> = article
        .iter()
        .filter(|s| !in_headline(s) && s.measure.axis == Axis::Effect && s.of_this_study() && s.claim.outcome.is_some())
        .collect();
    let pair = body.windows(2).find(|pair| is_widening(told, pair[0], pair[1]))?;
    let message = format!(
        "Headline tells the larger of two figures: {}, but {} and {}",
        one_line(&told.claim.quote),
        one_line(&pair[0].claim.quote),
        one_line(&pair[1].claim.quote)
    );
    let reason = "The body gives the headline's figure for a part of the outcome, and a smaller one for another";
    Some(slip(rule, case, rule.severity, &[told, pair[0], pair[1]], message, reason.to_string()))
}

/// Words that name a degree of the outcome ("use it persistently"): more name another outcome.
const LONGEST_DEGREE: usize = 2;

/// "… to smoke occasionally and twice as likely to do so persistently": one clause, the headline without the adverb.
fn is_widening(told: &Statement<'_>, small: &Statement<'_>, large: &Statement<'_>) -> bool {
    let between = between(small, large).unwrap_or(".");
    let one_clause = between.contains(" and ") && !between.contains([';', '.', ':']);
    let rise = small.measure.interval.low > Some(Decimal::ONE_HUNDRED);
    let narrowed = !large.outcome.without(&told.sentence).is_empty() && large.outcome.len() <= LONGEST_DEGREE;
    rise && one_clause
        && narrowed
        && small.measure.interval.high < large.measure.interval.low
        && large.measure.agrees(&told.measure)
        && small.measure.disjoint(&told.measure)
        && small.outcome.shared(&told.outcome) >= 1
        && small.about.shared(&told.sentence) >= 2
}

fn finding(rule: &Rule, case: &Case<'_>, told: &Statement<'_>, body: &Statement<'_>) -> Finding {
    let message =
        format!("Headline and body disagree: {} but {}", one_line(&told.claim.quote), one_line(&body.claim.quote));
    slip(rule, case, rule.severity, &[told, body], message, "Both are told of the same outcome".to_string())
}

/// Headlines and the lines below them end without a full stop.
fn in_headline(statement: &Statement<'_>) -> bool {
    let claim = statement.claim;
    let open = !claim.sentence.text.trim_end().ends_with(['.', '!', '”', '"', '’']);
    claim.part == Part::Headline || (claim.part == Part::Lead && open)
}

fn is_result(statement: &Statement<'_>) -> bool {
    matches!(statement.measure.axis, Axis::Share | Axis::Effect) && statement.of_this_study()
}

/// The body's figure for the headline's outcome, where no figure of the body agrees with the headline.
fn contradicted<'s, 'r>(article: &'s [Statement<'r>], told: &Statement<'_>) -> Option<&'s Statement<'r>> {
    let body = || article.iter().filter(|s| !in_headline(s) && s.measure.axis == told.measure.axis);
    let overall = |s: &Statement<'_>| s.claim.sentence.text.to_lowercase().contains("overall");
    let confirms = |s: &Statement<'_>| s.measure.agrees(&told.measure) && s.of_this_study() && plain(s, told);
    let confirmed = body().any(confirms);
    let surrounded = body().any(|s| s.measure.interval.low > told.measure.interval.high)
        && body().any(|s| s.measure.interval.high < told.measure.interval.low);
    let at_odds = |s: &&Statement<'_>| {
        s.of_this_study()
            && s.measure.disjoint(&told.measure)
            && shares_outcome(s, told)
            && !set_apart(s, told)
            && plain(s, told)
    };
    body().find(|s| at_odds(s) && (overall(s) || !(confirmed || surrounded)))
}

/// True when the statement is not narrowed further than the headline.
fn plain(statement: &Statement<'_>, told: &Statement<'_>) -> bool {
    statement.qualifiers.keys().all(|family| told.qualifiers.contains_key(family))
}

fn shares_outcome(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    let words =
        |s: &Statement<'_>| if s.outcome.is_empty() { Words::of(&s.claim.sentence.text) } else { s.outcome.clone() };
    words(a).compare(&words(b)).is_same()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{ClaimText, article, messages};
    use crate::model::{ClaimKind, Direction};

    fn risk(sentence: &str, quote: &str, part: Part) -> ClaimText {
        let text = ClaimText::new(ClaimKind::Percentage, quote).within(sentence).outcome("risk of stroke");
        text.change(Direction::Up).part(part)
    }

    #[track_caller]
    fn notes(claims: Vec<ClaimText>) -> usize {
        messages("A009", &[article("a", claims.into_iter().map(ClaimText::claim).collect())]).len()
    }

    #[test]
    fn a_figure_that_the_body_does_not_have() {
        let head = || risk("Naps raise risk by 100%", "100%", Part::Headline);
        assert_eq!(notes(vec![head(), risk("Overall it rose by 35%.", "35%", Part::Body)]), 1);
        let narrowed = risk("It rose by 100% at a high dose.", "100%", Part::Body);
        assert_eq!(notes(vec![head(), risk("Overall it rose by 35%.", "35%", Part::Body), narrowed]), 1);
    }

    #[test]
    fn a_figure_that_the_body_confirms() {
        let head = || risk("Naps raise risk by 20%", "20%", Part::Headline);
        assert_eq!(notes(vec![head(), risk("It rose by 21%.", "21%", Part::Body)]), 0);
        let second = || risk("It rose by 35% later.", "35%", Part::Body);
        assert_eq!(notes(vec![head(), second(), risk("It rose by 20%.", "20%", Part::Body)]), 0);
        assert_eq!(notes(vec![head(), second().outcome("weight")]), 0);
    }
}
