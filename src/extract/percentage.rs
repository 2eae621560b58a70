//! Every other percentage, proportion or fraction: relative changes, prevalence, composition, points.

use rust_decimal::Decimal;

use crate::model::{ClaimKind, Scope};
use crate::text::{Class, Form, Quantity};

use super::nouns::counted_noun;
use super::scene::Scene;
use super::share::{quote_end, reading, split};
use super::{Draft, KindReader};

pub static READER: KindReader = KindReader {
    kind: ClaimKind::Percentage,
    reads: "cut risk by 40%, one in three people with depression, 60 per cent were women, 10 percentage points",
    refuses: "confidence levels, tags and ratings, 100 % as an idiom, half and third as ordinals",
    read: Some(read),
};

fn read(scene: &Scene, quantity: &Quantity, _: Scope) -> Option<Draft> {
    if let Some(split) = split(scene, quantity) {
        return Some(split.draft(ClaimKind::Percentage, quantity));
    }
    let reading = reading(scene, quantity)?;
    if quantity.form == Form::Share && quantity.fraction.is_none() && loose_fraction(scene, quantity) {
        return None;
    }
    if one_of_things(scene, quantity) || wholly(scene, quantity) || of_sessions(scene, quantity) {
        return None;
    }
    let last = quote_end(scene, quantity);
    Some(Draft { last, direction: reading.direction, ..Draft::of(ClaimKind::Percentage, quantity, reading.statistic) })
}

/// "one of the two drugs", "one of 117 centres": one of several things, not a share of people.
fn one_of_things(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let one = quantity.fraction.is_some_and(|fraction| fraction.count == Decimal::ONE);
    one && tokens.word(quantity.first + 1) == "of" && counted_noun(tokens, quantity.last + 1).is_none()
}

/// "a mean of seven of the 10 lessons", "sat through eight of 12 classes": how often somebody came.
fn of_sessions(scene: &Scene, quantity: &Quantity) -> bool {
    const NEAR: usize = 3;
    let tokens = scene.tokens();
    let session = |k: usize| {
        tokens.is(k, Class::Session) && tokens.word(k).ends_with('s')
            || matches!(tokens.word(k), "visits" | "calls" | "appointments" | "meetings")
    };
    let next = quantity.last + 1;
    tokens.is_number(quantity.last)
        && quantity.fraction.is_some_and(|fraction| fraction.count > Decimal::ONE)
        && (next..next + NEAR).take_while(|&k| tokens.is_word(k)).any(session)
}

/// "100% wholemeal bread", "100 per cent sure": altogether, not a share of anything.
fn wholly(scene: &Scene, quantity: &Quantity) -> bool {
    const TELLING: [Class; 10] = [
        Class::Preposition,
        Class::PastVerb,
        Class::PresentVerb,
        Class::Be,
        Class::StopPhrase,
        Class::Article,
        Class::RelativeWord,
        Class::ChangeNoun,
        Class::Accuracy,
        Class::OutcomeStrong,
    ];
    let tokens = scene.tokens();
    let next = quantity.last + 1;
    let all = quantity.value.low == Decimal::ONE_HUNDRED && quantity.value.high == Decimal::ONE_HUNDRED;
    let tells = |k: usize| TELLING.iter().any(|class| tokens.is(k, *class)) || tokens.word(k).ends_with("ed");
    let rate = |k: usize| matches!(tokens.word(k), "rate" | "rates" | "chance" | "more" | "less");
    let led = matches!(tokens.before(quantity.first), "by" | "from" | "to" | "in");
    // "she gave it 100 per cent"
    let gave = |k: usize| matches!(tokens.word(k), "gave" | "give" | "gives" | "giving" | "given");
    let given = all && !tokens.is_word(next) && (quantity.first.saturating_sub(3)..quantity.first).any(gave);
    if given {
        return true;
    }
    // "the test is not 100% accurate"
    if all && tokens.before(quantity.first) == "not" && tokens.is(next, Class::Accuracy) {
        return true;
    }
    all && !led && tokens.is_word(next) && !tells(next) && !(next..next + 3).any(rate)
}

/// "half" and "a third" that are a share of no people and no change ("half of the battle", "half the time"), but "half of the
/// day" is a share.
fn loose_fraction(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let next = quantity.last + 1;
    let after = tokens.is(next, Class::Preposition) && tokens.word(next) != "of";
    // "with two-thirds working night shifts"
    let after = after || tokens.word(next).ends_with("ing") && tokens.word(next).len() > 4;
    // "a quarter drank coffee every day": the verb ends what the share is of
    let verb = |k: usize| {
        const VERBS: [Class; 4] = [Class::PastVerb, Class::ConsumeVerb, Class::ExposureVerb, Class::ActiveVerb];
        k < next + 2 && VERBS.iter().any(|class| tokens.is(k, *class))
    };
    let of_time = !after
        && (next..next + 4).take_while(|&k| !verb(k)).any(|k| {
            matches!(
                tokens.word(k),
                "time" | "century" | "battle" | "story" | "way" | "season" | "game" | "price" | "page" | "fun"
            ) || tokens.is(k, Class::TimeUnit) && tokens.word(next) != "of"
        });
    // "one pill, then another, then a third", "half their age"
    let next_in_turn = matches!(tokens.before(quantity.first), "then" | "another") && !tokens.is_word(next);
    // "a choir that fills half the morning"
    let day =
        |k: usize| matches!(tokens.word(k), "morning" | "afternoon" | "evening" | "weekend" | "summer" | "winter");
    let of_time = of_time || tokens.word(next) == "the" && day(next + 1);
    let aged = matches!(tokens.word(next), "their" | "his" | "her" | "its") && tokens.word(next + 1) == "age";
    let of_time = of_time || aged || next_in_turn;
    let last_third =
        matches!(tokens.before(quantity.first), "top" | "bottom" | "upper" | "lower" | "highest" | "lowest");
    of_time || last_third
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::told;
    use crate::model::ClaimKind::{Percentage, ResponseRate};

    #[test]
    fn changes_and_their_pairs() {
        let text = "The risk was 24 per cent greater for smokers and 31 per cent for drinkers.";
        assert_eq!(told(text, &[Percentage]), ["percentage 24 per cent", "percentage 31 per cent"]);
        for text in [
            "In the study, the risk of death rose 19 percent for drug A (Alon), 33 percent for drug B, and 41 percent for drug C.",
            "Cooks in the study were 33 per cent less at risk of gout from rum, 9 per cent from salt and 24 per cent from anything else.",
        ] {
            assert_eq!(told(text, &[Percentage]).len(), 3, "{text}");
        }
        let rates =
            "The drug cut deaths by 40 per cent, and 12 per cent of men relapsed, 9 per cent in the first year.";
        assert_eq!(told(rates, &[Percentage]), ["percentage 40 per cent"]);
    }

    #[test]
    fn changes_told_together() {
        let shared = "Smokers and others in the study were, respectively, 28% and 17%, less likely to fall.";
        assert_eq!(told(shared, &[Percentage]), ["percentage 28%", "percentage 17%"]);
        let hedged = "Patients in the study raised their odds of recovery by up to 20% and by at least 5%.";
        assert_eq!(told(hedged, &[Percentage]), ["percentage 20%", "percentage 5%"]);
        let apart = "In the study, 40% of women and 34% of men relapsed.";
        assert_eq!(told(apart, &[Percentage]), Vec::<String>::new());
    }

    #[test]
    fn one_of_several_things_is_no_share() {
        for text in [
            "They took one of the two drugs.",
            "The clinic is one of 117 medical centres.",
            "It happened a year and a half ago.",
            "He spent half the time asleep.",
            "They took one pill, then another, then a third.",
            "It tested men half their age.",
            "She was one of 40 nurses in the trial.",
        ] {
            assert_eq!(told(text, &[Percentage, ResponseRate]), Vec::<String>::new(), "{text}");
        }
        for text in [
            "The clock was not 100% accurate.",
            "She gave it 100 per cent.",
            "It is made of 100% wholemeal flour.",
            "He was 100 per cent sure.",
            "The oats are 100% natural.",
        ] {
            assert_eq!(told(text, &[Percentage, ResponseRate]), Vec::<String>::new(), "{text}");
        }
        for text in ["In the trial, 100% of the sailors fell.", "Falls rose by 100 per cent.", "Some 100% drank rum."] {
            assert_eq!(told(text, &[Percentage, ResponseRate]).len(), 1, "{text}");
        }
        assert_eq!(told("In the trial, one of the 12 women died.", &[Percentage, ResponseRate]).len(), 1);
        assert_eq!(told("Pupils sit for a third of the day.", &[Percentage]).len(), 1);
        assert_eq!(told("Sailors sleep for half of the week.", &[Percentage]).len(), 1);
    }

    #[test]
    fn sessions_and_parts_of_a_day() {
        for (text, found) in [
            ("Cooks in the trial went to a mean of seven of the 10 lessons.", 0),
            ("In the study, one nurse came to eight of the 12 sessions.", 0),
            ("The choir fills half the morning.", 0),
            ("In the study, when they were 30 or 31, 6.2% of the bakers owned a dog.", 1),
            ("In the study, eight of the 12 nurses owned a dog.", 1),
            ("In the study, half the nurses owned a dog.", 1),
        ] {
            assert_eq!(told(text, &[Percentage, ResponseRate]).len(), found, "{text}");
        }
    }
}
