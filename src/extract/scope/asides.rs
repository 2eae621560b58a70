//! A number in its sentence in, whether it stands in an aside on how the world is, or is a disease's share of a toll, out.

use crate::extract::scene::Scene;
use crate::text::{Class, Quantity, Tokens, Unit};

/// ", which accounts for two in seven deaths, say the doctors": a relative clause in the present says what is known.
pub fn in_known_aside(tokens: &Tokens, quantity: &Quantity) -> bool {
    const REACH: usize = 12;
    if !tokens.any(Class::RelativePronoun) || quantity.unit == Unit::None {
        return false;
    }
    let clause = (quantity.first.saturating_sub(REACH)..quantity.first).rev();
    let mut clause = clause.take_while(|&k| !matches!(tokens.word(k), "," | ";" | ":" | "." | "–"));
    let Some(which) = clause.find(|&k| tokens.word(k) == "which") else { return false };
    let comma = matches!(tokens.before(which), "," | "–" | "(");
    let led = comma || tokens.is_word(which.wrapping_sub(1)) && !tokens.is(which - 1, Class::Preposition);
    // "which is still known to", "which usually affects"
    let adverb = tokens.word(which + 1).ends_with("ly") || matches!(tokens.word(which + 1), "now" | "already" | "also");
    let verb = if adverb { which + 2 } else { which + 1 };
    let past = |k: usize| tokens.is(k, Class::PastVerb) || tokens.is(k, Class::Modal);
    // ", which raises the risk from 5 per cent to 14"
    let bounds = || matches!(tokens.before(quantity.first), "from" | "to") && tokens.any(Class::Likelihood);
    let raised = || matches!(tokens.word(verb), "raises" | "increases" | "raise" | "increase") && bounds();
    let told = led && tells_of_the_world(tokens, verb) || comma && raised();
    told && !(verb + 1..quantity.first).any(past)
}

/// "affects", "accounts for", "kills", "makes up", but not "means", "suggests", "is equal to".
fn tells_of_the_world(tokens: &Tokens, verb: usize) -> bool {
    let word = tokens.word(verb);
    tokens.is(verb, Class::Cause) && word.ends_with('s')
        || matches!(word, "affects" | "affect" | "kills" | "strikes" | "hits" | "claims" | "costs" | "contains")
        || tokens.at(verb, &["makes", "up"])
        || matches!(word, "is" | "are") && tokens.word(verb + 1) == "responsible"
}

/// A cause's share of a toll, or what a bracket behind such a share tells of it.
pub fn part_of_a_toll(scene: &Scene, quantity: &Quantity) -> bool {
    /// Parts told in one bracket at most.
    const PARTS: usize = 3;
    let tokens = scene.tokens();
    let bracketed = || {
        let mut before = scene.quantities_before(quantity.first).iter().rev().take(PARTS);
        before.any(|before| share_of_a_toll(tokens, before)) && in_a_bracket(tokens, quantity)
    };
    share_of_a_toll(tokens, quantity) || bracketed()
}

/// "played a part in 9 per cent of falls", "accounting for 30 per cent of outbreaks": a cause's share of a toll, where
/// no study is spoken of.
fn share_of_a_toll(tokens: &Tokens, quantity: &Quantity) -> bool {
    const REACH: usize = 7;
    if quantity.unit != Unit::Percent || !tokens.any(Class::Cause) || tokens.any(Class::StudyWork) {
        return false;
    }
    let of = quantity.last + 1;
    let all = matches!(tokens.word(of + 1), "all" | "these" | "those");
    let toll = if all { of + 2 } else { of + 1 };
    let events = tokens.is(toll, Class::EventNoun)
        || matches!(tokens.word(toll), "cases" | "outbreaks" | "disease" | "illnesses" | "admissions" | "births");
    let led = |k: usize| tokens.is(k, Class::Cause) && matches!(tokens.word(k + 1), "for" | "to" | "in" | "of");
    tokens.word(of) == "of"
        && !matches!(tokens.word(of + 1), "these" | "those")
        && events
        && (quantity.first.saturating_sub(REACH)..quantity.first).any(led)
}

/// "a register that covers 95 per cent of the population": how much of a country the source of the data takes in.
pub fn share_of_a_source(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 5;
    const BEHIND: usize = 8;
    let covers = |k: usize| {
        let participle = matches!(tokens.word(k), "covering" | "representing" | "serving");
        let verb = matches!(tokens.word(k), "covers" | "cover" | "represents" | "represent" | "serves" | "covered");
        participle || verb && matches!(tokens.before(k), "that" | "which")
    };
    let people = |k: usize| matches!(tokens.word(k), "population" | "households" | "residents" | "country");
    quantity.unit == Unit::Percent
        && tokens.word(quantity.last + 1) == "of"
        && (quantity.first.saturating_sub(NEAR)..quantity.first).any(covers)
        && (quantity.last + 2..quantity.last + BEHIND).any(people)
}

/// "had taken part in a survey in 2004": what the people counted had done before says nothing of the count.
pub fn of_their_past(tokens: &Tokens, quantity: &Quantity, cue: usize) -> bool {
    const NEAR: usize = 4;
    quantity.unit == Unit::None
        && cue > quantity.last
        && (quantity.last + 1..quantity.last + 1 + NEAR).any(|k| matches!(tokens.word(k), "who" | "whose") && k < cue)
}

/// "Unlike earlier research, it found a drop of 12 per cent", "30 grams was less than in other trials": the other studies
/// are named for what they did not find.
pub fn set_against_others(tokens: &Tokens, quantity: &Quantity, cue: usize) -> bool {
    const NEAR: usize = 4;
    let clause = (cue.saturating_sub(NEAR)..cue).rev().take_while(|&k| tokens.is_word(k));
    let against = clause.into_iter().any(|k| match tokens.word(k) {
        "unlike" => true,
        "to" | "with" => matches!(tokens.before(k), "contrary" | "contrast" | "compared"),
        // "smokers, a group excluded from earlier trials"
        "from" => matches!(tokens.before(k), "excluded" | "barred" | "missing" | "absent"),
        // "The 26 per cent is lower than earlier estimates"
        "than" => quantity.last < k,
        _ => false,
    });
    let behind = |comma: usize| tokens.word(comma) == "," && !tokens.is(comma + 1, Class::RelativePronoun);
    // "The finding, which backs earlier studies, was that oats cut it by 12 per cent"
    let closed = |comma: usize| {
        let verb = tokens.classes(comma + 1).has_either(Class::PastVerb, Class::PresentVerb);
        tokens.word(comma) == "," && (verb || tokens.is(comma + 1, Class::Be))
    };
    let aside = || {
        let mut before = (cue.saturating_sub(2 * NEAR)..cue).rev().take_while(|&k| tokens.word(k) != ";");
        before.any(|k| tokens.word(k) == "," && tokens.is(k + 1, Class::RelativePronoun))
            && (cue..quantity.first).any(closed)
    };
    against && (quantity.last < cue || (cue..quantity.first).any(behind)) || aside()
}

/// "were weighed every year": how often people were measured says nothing of the world.
pub fn of_measuring(tokens: &Tokens, cue: usize) -> bool {
    const NEAR: usize = 7;
    let measured = |k: usize| {
        tokens.classes(k).has_either(Class::RecruitVerb, Class::TakingPart)
            && tokens.word(k).ends_with("ed")
            && !matches!(tokens.word(k), "treated" | "identified" | "registered")
    };
    yearly(tokens, cue) && (cue.saturating_sub(NEAR)..cue).any(measured)
}

/// "Eating 12 per cent more could save 900 lives every year": what a study reckons with says nothing of the world.
pub fn of_reckoning(tokens: &Tokens, quantity: &Quantity, cue: usize) -> bool {
    const FAR: usize = 30;
    let would = |k: usize| tokens.is(k, Class::Modal) && matches!(tokens.word(k), "could" | "would" | "might");
    quantity.unit != Unit::None
        && tokens.any(Class::Modal)
        && (yearly(tokens, cue) || matches!(tokens.word(cue), "in" | "across"))
        && (cue.saturating_sub(FAR)..cue).any(would)
}

/// "rum leads to nine falls per 10,000 cooks each year": the time that a rate counts over says nothing of the world.
pub fn of_a_rate(tokens: &Tokens, quantity: &Quantity, cue: usize) -> bool {
    const NEAR: usize = 5;
    const LEAST: i64 = 1_000;
    let rate = quantity.fraction.is_some_and(|fraction| fraction.total >= LEAST.into());
    rate && yearly(tokens, cue) && (quantity.last + 1..quantity.last + NEAR).contains(&cue)
}

/// "(rust was the cause in 9 per cent of those falls and rot in 4 per cent)": a statement in a bracket.
fn in_a_bracket(tokens: &Tokens, quantity: &Quantity) -> bool {
    const REACH: usize = 24;
    let before = (quantity.first.saturating_sub(REACH)..quantity.first).rev();
    let open = before.take_while(|&k| tokens.word(k) != ")").find(|&k| tokens.word(k) == "(");
    quantity.unit == Unit::Percent && open.is_some_and(|open| quantity.first > open + 1)
}

fn yearly(tokens: &Tokens, cue: usize) -> bool {
    matches!(tokens.word(cue), "every" | "each" | "annually")
}

#[cfg(test)]
mod tests {
    use crate::extract::testing;
    use crate::extract::testing::scopes_behind_the_news;
    use crate::model::Scope;

    fn last_scope(told: &str) -> Scope {
        let known = "The study followed 80 nurses.\n\nThe researchers found that 12 per cent fell.\n\n";
        let claims = testing::claims(format!("{known}{told}"));
        claims.last().expect(told).scope
    }

    #[test]
    fn what_is_known_of_the_world() {
        for text in [
            "Most died of gout, which accounts for a third of deaths in Hull, say the researchers.",
            "They looked at gout, which affects 12 per cent of sailors.",
            "Half had the rash, which raises the odds of gout from 5 per cent to 14 per cent.",
            "Cooks drank rum, which increases the chance of a fall from 2 per cent to 12 per cent.",
            "Salt is a common cause, with rum accounting for 30 per cent of outbreaks.",
            "In 2009, damp contributed to 12 per cent of all falls in Hull.",
            "In 2009, damp contributed to 12 per cent of all falls in Hull (rust was the cause in 9 per cent of those falls).",
        ] {
            assert_eq!(last_scope(text), Scope::Background, "{text}");
        }
    }

    #[test]
    fn what_a_study_tells() {
        for text in [
            "The risk fell to a third, which means that 12 per cent of deaths could be avoided, say the researchers.",
            "They drank rum, which was linked to 12 per cent of the falls.",
            "They drank rum, which raised the risk of gout from 2 per cent to 12 per cent.",
            "The rum raised the risk of gout from 2 per cent to 12 per cent.",
            "Gout accounted for 40 per cent of the complications seen in the trial.",
            "Gout contributed to 40 per cent of these falls.",
            "The study looked at 3,400 cooks who had answered a survey in 2004.",
            "Some 3,400 cooks were weighed every year.",
            "The study suggests rum leads to an extra 9 falls per 10,000 cooks each year.",
            "The study found that gout fell (rust was the cause in 9 per cent of those falls).",
        ] {
            assert_eq!(last_scope(text), Scope::ThisStudy, "{text}");
        }
    }

    #[test]
    fn what_a_source_takes_in_and_what_a_study_reckons_with() {
        let of_study = [
            "The study found that cutting salt by 12 per cent could save 900 lives every year.",
            "Eating 12 per cent less sugar might spare 900 falls each year, the researchers found.",
            "The scheme cut falls by 12 per cent.",
            "A diet that covers the skin cut the risk by 12 per cent of the time.",
            "Unlike earlier research, it showed that ale cut falls by 31 per cent.",
            "In contrast to past studies, the team saw a drop of 31 per cent.",
            "The dose of 31 grams was small when compared with other studies.",
            "The finding, which backs earlier studies, was that ale cut falls by 31 per cent.",
            "Although earlier studies saw no effect, 31 per cent of the cooks fell.",
            "While gout usually strikes men, the study shows that it affects more than 9 per cent of women.",
            "They fell because of ale which was linked to over half of the falls.",
            "The study suggests that eating less salt, by 31 per cent, could save 900 lives each year in Europe.",
        ];
        let of_others = [
            "The nurses were enrolled in a fund that covers 21 per cent of the seafaring population.",
            "They used a register covering 95 per cent of the Danish population.",
            "The cooks came from a database, which represents 12 per cent of the population.",
            "Gout could kill 12 per cent of cooks every year.",
            "Compared with earlier studies, which saw a drop of 31 per cent, it was dull.",
            "Although earlier studies saw a drop of 31 per cent, the cooks did not fall.",
            "Gout usually strikes men and more than 9 per cent of women.",
            "They fell because of gout which accounts for more than a third of falls in Hull, say the researchers.",
        ];
        let is_of_study = |text: &str| {
            let scopes = scopes_behind_the_news(text);
            *scopes.last().expect(text) == Scope::ThisStudy
        };
        of_study.iter().for_each(|text| assert!(is_of_study(text), "{text}"));
        of_others.iter().for_each(|text| assert!(!is_of_study(text), "{text}"));
    }
}
