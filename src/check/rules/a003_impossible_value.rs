//! One figure, or an estimate with its interval, in; a finding out when no data can give it.

use crate::check::finding::{one_line, slip};
use crate::check::interval::half_digit;
use crate::check::measure::Axis;
use crate::check::sentence::{after, before, between, together};
use crate::check::units::{self, Dimension};
use crate::check::{Case, Rule, Statement};
use crate::model::{Bound, Claim, ClaimKind, Decimal, Direction, Finding, Severity, Statistic};

pub const RULE: Rule = Rule {
    code: "A003",
    name: "impossible-value",
    summary: "A figure that no data can give",
    formula: "k > n in `k of n`; a share over 100 %; a reduction by more than 100 %; an interval told high to low; an \
              estimate outside its own interval; p outside [0, 1]; a dose in grams, fifty or more, beside doses in milligrams",
    silent: "increases over 100 %; shares of something other than people; an estimate and an interval that are not neighbours",
    example: "\"36 of 34 patients improved\"; \"cut deaths by 120%\"; \"hazard ratio 0.90 (95% CI 0.40 to 0.85)\"",
    near_miss: "\"rose by 120%\"; \"hazard ratio 0.85 (95% CI 0.40 to 0.85)\"",
    source: "definition of the quantities",
    severity: Severity::Error,
    run,
};

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    let slip = |statements: &[&Statement<'_>], what: String, why: &str| {
        slip(rule, case, rule.severity, statements, format!("Impossible value: {what}"), why.to_string())
    };
    let alone = case.statements.iter().filter_map(|statement| {
        let why = impossible(statement)?;
        Some(slip(&[statement], one_line(&statement.claim.quote), why))
    });
    let couples = case.by_article().flat_map(|article| article.windows(2));
    let estimates = couples.filter(|couple| outside_its_interval(&couple[0], &couple[1])).map(|couple| {
        let what =
            format!("{} outside its interval, {}", one_line(&couple[0].claim.quote), one_line(&couple[1].claim.quote));
        slip(&[&couple[0], &couple[1]], what, "An estimate lies inside its own confidence interval")
    });
    let doses = case.by_article().flat_map(grams_among_milligrams).map(|(grams, milligrams)| {
        let what = format!("{} beside {}", one_line(&grams.claim.quote), one_line(&milligrams.claim.quote));
        slip(
            &[grams, milligrams],
            what,
            "Nobody takes so many grams of a drug whose neighbours are taken in milligrams",
        )
    });
    alone.chain(estimates).chain(doses).collect()
}

/// Why a figure cannot be, where it cannot.
fn impossible(statement: &Statement<'_>) -> Option<&'static str> {
    let claim = statement.claim;
    let (low, high) = (claim.value.low, claim.value.high);
    let percent = claim.unit.as_deref() == Some("percent");
    let rises = ["rise", "rose", "increas", "higher", "more"].iter().any(|word| claim.sentence.text.contains(word));
    let signed = !rises && (claim.quote.contains('%') || claim.quote.contains("cent"));
    let (before, after) = (before(statement).trim_end(), after(statement).trim_start());
    let powered = after.starts_with(['×', 'x', 'X', '*', '·', 'e', 'E']);
    let minus = before.ends_with(['-', '–', '−', '\u{2011}']);
    if claim.fraction.is_some_and(|fraction| fraction.count > fraction.total) {
        Some("The part is larger than the whole")
    } else if claim.kind == ClaimKind::ResponseRate
        && percent
        && statement.measure.axis == Axis::Share
        && signed
        && over_all(claim)
    {
        Some("No group has a share over 100 %")
    } else if claim.statistic == Statistic::RelativeChange
        && claim.kind == ClaimKind::Percentage
        && claim.direction == Some(Direction::Down)
        && over_all(claim)
    {
        Some("Nothing can fall by more than all of it")
    } else if claim.kind == ClaimKind::PValue
        && (low.is_sign_negative() || high > Decimal::ONE)
        && !low.is_zero()
        && !powered
    {
        Some("A probability lies between 0 and 1")
    } else if claim.kind == ClaimKind::ConfidenceInterval && !minus && told_backwards(&claim.quote) {
        Some("The lower end stands after the upper")
    } else {
        None
    }
}

fn over_all(claim: &Claim) -> bool {
    claim.value.low > Decimal::ONE_HUNDRED
        && matches!(claim.value.bound, Bound::Exact | Bound::AtLeast | Bound::MoreThan)
}

/// Two numbers, the larger first; a quote with minus signs is left alone, because a dash may be either.
fn told_backwards(quote: &str) -> bool {
    if quote.contains("95%") {
        return false;
    }
    let dashes = quote.matches(['-', '–', '−', '\u{2011}']).count();
    let to = quote.contains(" to ") || quote.contains(',');
    if dashes > usize::from(!to) {
        return false;
    }
    let numbers: Vec<Decimal> = quote
        .split(|c: char| !c.is_ascii_digit() && c != '.')
        .map(|word| word.trim_end_matches('.'))
        .filter_map(|word| if word.starts_with('.') { format!("0{word}").parse().ok() } else { word.parse().ok() })
        .collect();
    matches!(numbers[..], [.., low, high] if numbers.len() == 2 && low > high)
}

/// Longest stretch between an estimate and its interval: "(95 per cent confidence interval ".
const LONGEST_JOINT: usize = 40;

fn outside_its_interval(estimate: &Statement<'_>, interval: &Statement<'_>) -> bool {
    let adjacent = between(estimate, interval).is_some_and(|gap| gap.len() <= LONGEST_JOINT && !gap.contains(" and "));
    if estimate.claim.kind != ClaimKind::EffectEstimate
        || interval.claim.kind != ClaimKind::ConfidenceInterval
        || !adjacent
    {
        return false;
    }
    let (Some(value), range) = (estimate.claim.value.single(), &interval.claim.value) else { return false };
    let reach = half_digit(estimate.claim.value.decimals).saturating_add(half_digit(range.decimals));
    range.is_range()
        && !interval.claim.quote.contains("95%")
        && estimate.claim.value.bound == Bound::Exact
        && (value.saturating_add(reach) < range.low || value.saturating_sub(reach) > range.high)
}

/// Grams from which no drug is taken at once.
const IMPOSSIBLE_GRAMS: Decimal = Decimal::from_parts(50, 0, 0, false, 0);

fn grams_among_milligrams<'s, 'r>(article: &'s [Statement<'r>]) -> Vec<(&'s Statement<'r>, &'s Statement<'r>)> {
    let in_unit = |statement: &Statement<'_>, milligrams: Decimal| {
        statement.claim.kind == ClaimKind::Dose
            && statement.claim.unit.as_deref().and_then(units::base) == Some((Dimension::Mass, milligrams))
    };
    let grams = article.iter().filter(|s| in_unit(s, Decimal::ONE_THOUSAND) && s.claim.value.low >= IMPOSSIBLE_GRAMS);
    grams
        .filter_map(|gram| {
            let near = |s: &&Statement<'_>| in_unit(s, Decimal::ONE) && (together(s, gram) || neighbours(s, gram));
            article.iter().find(near).map(|milligram| (gram, milligram))
        })
        .collect()
}

/// True when one sentence follows the other: at most a line break and a space apart.
fn neighbours(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    const LARGEST_GAP: usize = 3;
    let (a, b) = (a.claim.sentence.place, b.claim.sentence.place);
    let gap = a.start.max(b.start).saturating_sub(a.end.min(b.end));
    gap <= LARGEST_GAP
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{ClaimText, article, messages};
    use crate::model::Reported;

    #[track_caller]
    fn found(claims: Vec<Claim>) -> usize {
        messages("A003", &[article("a", claims)]).len()
    }

    fn interval(sentence: &str, quote: &str, low: &str, high: &str) -> Claim {
        let range = Reported::range(low.parse().unwrap(), high.parse().unwrap());
        ClaimText::new(ClaimKind::ConfidenceInterval, quote).within(sentence).value(range).claim()
    }

    #[test]
    fn shares_beyond_the_whole() {
        assert_eq!(
            found(vec![ClaimText::new(ClaimKind::ResponseRate, "36 of 34 patients").fraction(36, 34).claim()]),
            1
        );
        assert_eq!(found(vec![ClaimText::new(ClaimKind::ResponseRate, "130%").claim()]), 1);
        assert_eq!(found(vec![ClaimText::new(ClaimKind::Percentage, "120%").change(Direction::Down).claim()]), 1);
        assert_eq!(found(vec![ClaimText::new(ClaimKind::Percentage, "120%").change(Direction::Up).claim()]), 0);
        assert_eq!(
            found(vec![ClaimText::new(ClaimKind::ResponseRate, "34 of 34 patients").fraction(34, 34).claim()]),
            0
        );
    }

    #[test]
    fn estimates_lie_in_their_interval() {
        let story = |estimate: &str| {
            let sentence = format!("The hazard ratio was {estimate} (95% CI 0.40 to 0.85).");
            vec![
                ClaimText::new(ClaimKind::EffectEstimate, estimate).within(&sentence).claim(),
                interval(&sentence, "0.40 to 0.85", "0.40", "0.85"),
            ]
        };
        assert_eq!(found(story("0.90")), 1);
        assert_eq!(found(story("0.85")), 0);
        assert_eq!(found(story("0.61")), 0);
    }

    #[test]
    fn intervals_rise() {
        for (quote, backwards) in [
            ("0.85 to 0.40", true),
            ("0.40-0.85", false),
            ("−0.2 to −0.9", false),
            ("0.9–0.4", true),
            (".47-1.0", false),
        ] {
            assert_eq!(told_backwards(quote), backwards, "{quote}");
        }
    }

    #[test]
    fn grams_of_a_drug_beside_milligrams() {
        let story = |dose: &str| {
            let sentence = format!("Take 120 mg of one or {dose} of the other.");
            vec![
                ClaimText::new(ClaimKind::Dose, "120 mg").within(&sentence).unit("mg").claim(),
                ClaimText::new(ClaimKind::Dose, dose).within(&sentence).unit(&dose[dose.len() - 1..]).claim(),
            ]
        };
        assert_eq!(found(story("640g")), 1);
        assert_eq!(found(story("2g")), 0);
    }
}
