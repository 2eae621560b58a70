//! A change or a level on a rating scale or a measured outcome, in its units: "a 4-point drop", "lived 3.2 months longer".

use crate::model::{ClaimKind, Direction, Scope, Statistic};
use crate::text::{Class, Form, Quantity, Tokens, Unit};

use super::scene::Scene;
use super::{Draft, KindReader};

pub static READER: KindReader = KindReader {
    kind: ClaimKind::ScoreChange,
    reads: "a 4-point drop on the MADRS, lost 12 pounds, lived 3.2 months longer, median survival of 11 months",
    refuses: "doses, scale lengths (a 24-point scale), body measures of one person, distances",
    read: Some(read),
};

fn read(scene: &Scene, quantity: &Quantity, scope: Scope) -> Option<Draft> {
    if scope == Scope::Planned || quantity.form == Form::Share {
        return None;
    }
    let tokens = scene.tokens();
    let measured = match &quantity.unit {
        Unit::Time(_) => time_gained(scene, quantity),
        Unit::Measure(name) => measured_change(scene, quantity, name),
        Unit::None => score_of(tokens, quantity) || fewer(scene, quantity),
        _ => false,
    };
    if !measured || (scope == Scope::Background && !matches!(quantity.unit, Unit::Measure(_))) {
        return None;
    }
    let change = near(tokens, quantity, 5, Class::ChangeVerb)
        || near(tokens, quantity, 4, Class::ChangeNoun)
        || near(tokens, quantity, 3, Class::RelativeWord);
    let statistic = if change { Statistic::AbsoluteChange } else { Statistic::Level };
    Some(Draft { direction: direction(tokens, quantity), ..Draft::of(ClaimKind::ScoreChange, quantity, statistic) })
}

fn near(tokens: &Tokens, quantity: &Quantity, reach: usize, class: Class) -> bool {
    // "less than 20 mm" bounds the number
    let bound = |k: usize| tokens.word(k + 1) == "than" && k + 2 == quantity.first;
    (quantity.first.saturating_sub(reach)..quantity.last + 1 + reach).any(|k| tokens.is(k, class) && !bound(k))
}

fn direction(tokens: &Tokens, quantity: &Quantity) -> Option<Direction> {
    let near = (quantity.last + 1..quantity.last + 4).chain((quantity.first.saturating_sub(6)..quantity.first).rev());
    near.filter(|&k| k < tokens.len()).find_map(|k| match () {
        _ if tokens.is(k, Class::DownWord) => Some(Direction::Down),
        _ if tokens.is(k, Class::UpWord) => Some(Direction::Up),
        _ => None,
    })
}

/// Survival, time to progression, gains of life: "lived a month longer", "median survival was 11 months", "two years earlier".
fn time_gained(scene: &Scene, quantity: &Quantity) -> bool {
    const LIVED: [&str; 15] = [
        "lived",
        "live",
        "lives",
        "survival",
        "survived",
        "expectancy",
        "progression-free",
        "lifespan",
        "worsened",
        "worsening",
        "progression",
        "relapse-free",
        "extended",
        "prolonged",
        "delayed",
    ];
    let tokens = scene.tokens();
    if matches!(quantity.unit, Unit::Time("minute" | "hour" | "second"))
        && !tokens.is(quantity.last + 1, Class::RelativeWord)
    {
        return false;
    }
    let after = quantity.last + 1;
    let compared =
        matches!(tokens.word(after), "longer" | "earlier" | "sooner" | "shorter" | "younger" | "ahead" | "faster")
            && (scene.is_abstract
                || !matches!(tokens.word(after + 1), "." | "," | "this")
                || matches!(tokens.word(after), "longer" | "shorter"));
    let before = (quantity.first.saturating_sub(12)..quantity.first).any(|k| LIVED.contains(&tokens.word(k)));
    let timed = matches!(tokens.before(quantity.first), "at" | "after" | "within")
        || matches!(tokens.word(after), "after" | "later" | "ago");
    let beside = beside_measured(scene, quantity);
    (compared || (before && !timed) || beside) && !matches!(tokens.word(after), "follow" | "of" | "follow-up")
}

/// "12 weeks versus 11 weeks": the second of a pair whose first is a gain.
fn beside_measured(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let versus = matches!(tokens.before(quantity.first), "versus" | "vs" | "v" | "from")
        || matches!(tokens.word(quantity.last + 1), "versus" | "vs" | "from");
    versus
        && (0..tokens.len()).any(|k| {
            matches!(tokens.word(k), "lived" | "survival" | "longer" | "survived" | "worsened" | "progression")
        })
}

/// Points, pounds, kilos, mmHg, degrees … that the text says were lost, gained, scored or measured.
fn measured_change(scene: &Scene, quantity: &Quantity, unit: &str) -> bool {
    let tokens = scene.tokens();
    let scale_length = matches!(
        tokens.word(quantity.last + 1),
        "scale" | "questionnaire" | "test" | "likert" | "instrument" | "rating"
    ) || tokens.at(quantity.last + 1, &["hedonic"]);
    if scale_length || tokens.before(quantity.first) == "(" && tokens.word(quantity.last + 1) == ")" && unit != "points"
    {
        return false;
    }
    let point = unit.starts_with("point");
    let pure_measure = tokens.is(quantity.last, Class::MeasuredIn) || unit.starts_with('°') || quantity.borrowed_unit;
    let beside = quantity.first.saturating_sub(6)..quantity.last + 6;
    let change = near(tokens, quantity, 5, Class::ChangeVerb)
        || near(tokens, quantity, 4, Class::ChangeNoun)
        || near(tokens, quantity, 3, Class::RelativeWord)
        || beside.into_iter().any(|k| tokens.is(k, Class::MeasuredWord));
    let weight_dose = matches!(unit, "g" | "grams" | "gram")
        && !scene.has_word(
            quantity.first.saturating_sub(8),
            quantity.last + 4,
            &["weight", "birthweight", "heavier", "lighter", "weighed"],
        );
    (point || (pure_measure && !weight_dose)) && change && (scene.is_abstract || scope_words(scene) || point)
}

/// Somebody's result, not a wider body measure: the sentence speaks of an average, a group or a change.
fn scope_words(scene: &Scene) -> bool {
    scene.any(Class::People)
        || scene.any(Class::PeopleGroup)
        || scene.any(Class::ChangeNoun)
        || scene.any(Class::ChangeVerb)
        || scene.any(Class::StudyWork)
        || scene.has_word(0, usize::MAX, &["average", "mean", "burned", "burn"])
}

/// "3.7 fewer migraine days a month", "1.8 fewer in the placebo group": so many of a measured thing less.
fn fewer(scene: &Scene, quantity: &Quantity) -> bool {
    const LONGEST_NOUN: usize = 4;
    let tokens = scene.tokens();
    let next = quantity.last + 1;
    let compared = |k: usize| matches!(tokens.word(k), "fewer" | "more" | "less" | "extra" | "additional");
    let things = |k: usize| (k + 1..=k + LONGEST_NOUN).any(|k| tokens.is(k, Class::MeasuredThing));
    let told = compared(next) && tokens.word(next + 1) != "than";
    let again = || (0..quantity.first).any(|k| compared(k) && things(k)) && tokens.is(next + 1, Class::Preposition);
    told && (things(next) || again())
}

/// "a score of 0 or 1".
fn score_of(tokens: &Tokens, quantity: &Quantity) -> bool {
    (tokens.ends_at(quantity.first, &["score", "of"])
        || tokens.ends_at(quantity.first, &["scores", "of"])
        || tokens.ends_at(quantity.first, &["scored"]))
        && tokens.word(quantity.last + 1) != "-"
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::told;
    use crate::model::ClaimKind::ScoreChange;

    #[test]
    fn changes_and_near_misses() {
        for (text, found) in [
            ("In the trial, women on the drug lost 12 pounds.", vec!["score_change 12 pounds"]),
            ("Patients in the study lived 3.2 months longer than others.", vec!["score_change 3.2 months"]),
            (
                "In the trial, people on the drug had 3.7 fewer migraine days a month, compared with 1.8 fewer on placebo.",
                vec!["score_change 3.7", "score_change 1.8"],
            ),
            ("The team opened 3 more shops in the study.", vec![]),
            ("In the study, 3 more than last year died.", vec![]),
            ("In the trial, hearing rose by 4 decibels in users.", vec!["score_change 4 decibels"]),
            ("In the study, most cancers were tumours less than 20 mm.", vec![]),
            ("Patients sat 20 mm from the screen.", vec![]),
            ("They met three months before the trial.", vec![]),
        ] {
            assert_eq!(told(text, &[ScoreChange]), found, "{text}");
        }
    }
}
