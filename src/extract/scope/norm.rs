//! A number in its sentence in, whether it is what somebody advises out.

use crate::extract::scene::Scene;
use crate::model::Part;
use crate::text::{Class, Quantity, Tokens, Unit};

use super::marks::Marks;

/// "the recommended eight hours", "a weekly maximum of 20 units", "that 10% goal": what somebody advises.
pub fn is_a_norm(tokens: &Tokens, quantity: &Quantity) -> bool {
    const BEFORE: usize = 8;
    const BEHIND: usize = 3;
    let amount = matches!(quantity.unit, Unit::Percent | Unit::Measure(_) | Unit::Time(_));
    // "above the recommended 1,400 limit", "the 1,400 advised"
    let advised = |k: usize| matches!(tokens.word(k), "recommended" | "advised" | "suggested");
    if quantity.unit == Unit::None && (advised(quantity.first.wrapping_sub(1)) || advised(quantity.last + 1)) {
        return true;
    }
    if !amount || !tokens.any(Class::Norm) {
        let told = || at_most(tokens, quantity) || set_by_an_office(tokens, quantity);
        return amount && (told() || doctors_advise(tokens, quantity)) || urged(tokens, quantity);
    }
    // "a performance goal of 9%" is set by the study
    let norm = |k: usize| {
        let own = matches!(tokens.before(k), "performance" | "prespecified" | "specified" | "enrollment");
        // "at a maximum of five places for 40 seconds" has a figure of its own
        let figure = k + 2 < quantity.first
            && tokens.word(k + 1) == "of"
            && (tokens.is_number(k + 2) || tokens.is(k + 2, Class::NumberStart) && !tokens.is(k + 2, Class::Article));
        tokens.is(k, Class::Norm) && !own && !figure
    };
    // "some met the target and one in four the higher one"
    let share = quantity.unit == Unit::Percent;
    // "those above the limit were 12 per cent heavier"
    // "their threshold dropped by 40 decibels" tells of a change
    let told = |k: usize| tokens.is(k, Class::PastVerb) && (share || tokens.is(k, Class::ChangeVerb));
    let joint = |k: usize| {
        // "advises two helpings a week, each about 90 grams"
        let each = tokens.word(k) == "," && tokens.word(k + 1) == "each";
        matches!(tokens.word(k), "," | "and" | "while" | "but") && !each || share && tokens.word(k) == "with" || told(k)
    };
    let before = (quantity.first.saturating_sub(BEFORE)..quantity.first).rev().take_while(|&k| !joint(k));
    // "half exceeded the limit" tells how many
    let verb = |k: usize| tokens.is(k, Class::PastVerb) || tokens.word(k).ends_with("ed") && !norm(k);
    // "15 per cent more than recommended" was measured
    let measured = |k: usize| tokens.word(k) == "than" || verb(k);
    let behind = (quantity.last + 1..quantity.last + 1 + BEHIND).take_while(|&k| tokens.is_word(k) && !measured(k));
    (before.into_iter().any(norm) || behind.into_iter().any(norm) || called_a_norm(tokens, quantity))
        && !sorted_by(tokens, quantity)
        && !of_those_compared(tokens, quantity)
        && !even_so_much(tokens, quantity)
        || put_another_way(tokens, quantity)
}

/// "Eat no more than 30 grams of salt a day", "Aim for 20 minutes of rest": what readers are told to do.
fn urged(tokens: &Tokens, quantity: &Quantity) -> bool {
    // "Limit helpings to two a day"
    let per_day = || tokens.word(quantity.last + 1) == "a" && tokens.is(quantity.last + 2, Class::TimeUnit);
    let amount = matches!(quantity.unit, Unit::Measure(_) | Unit::Time(_)) || quantity.unit == Unit::None && per_day();
    let order = matches!(
        tokens.word(usize::from(tokens.is_sign(0))),
        "eat"
            | "drink"
            | "aim"
            | "try"
            | "limit"
            | "stick"
            | "avoid"
            | "choose"
            | "add"
            | "get"
            | "have"
            | "keep"
            | "take"
            | "swap"
    );
    amount && order && !tokens.any(Class::PastVerb) && !tokens.any(Class::Likelihood)
}

/// "Experts suggest eating two bowls a week", "Doctors urge cooks to sleep nine hours", "…, doctors say": not of those who did
/// the study.
fn doctors_advise(tokens: &Tokens, quantity: &Quantity) -> bool {
    if quantity.unit == Unit::Percent || tokens.any(Class::PastVerb) {
        return false;
    }
    let expert = |k: usize| {
        matches!(tokens.word(k), "experts" | "doctors" | "specialists" | "physicians" | "pediatricians" | "dentists")
            || matches!(tokens.word(k), "nutritionists" | "dietitians" | "dieticians" | "paediatricians" | "officials")
    };
    let advise = |k: usize| {
        matches!(tokens.word(k), "suggest" | "urge" | "advise" | "recommend")
            && (tokens.word(k + 1).ends_with("ing") || tokens.is(k + 1, Class::People) || tokens.word(k + 1) == "that")
    };
    let opens = (0..3).any(|k| expert(k) && advise(k + 1));
    let trails = || {
        let end = (0..tokens.len()).rev().find(|&k| tokens.is_word(k)).unwrap_or(0);
        let led = tokens.before(end.wrapping_sub(1)) == "," || tokens.word(end.wrapping_sub(3)) == ",";
        // ", experts warn" may be said of the study
        let who = end.wrapping_sub(1);
        matches!(tokens.word(end), "say" | "advise") && expert(who) && tokens.word(who) != "experts" && led
    };
    opens || trails()
}

/// "The agency suggests no more than 25 grams a day": an office sets it.
fn at_most(tokens: &Tokens, quantity: &Quantity) -> bool {
    const BEFORE: usize = 6;
    let measure = matches!(quantity.unit, Unit::Measure(_));
    let urges =
        |k: usize| matches!(tokens.word(k), "suggests" | "suggest" | "urges" | "urge" | "says" | "say" | "wants");
    let most =
        tokens.ends_at(quantity.first, &["no", "more", "than"]) || tokens.ends_at(quantity.first, &["at", "least"]);
    measure && most && tokens.any(Class::Office) && (quantity.first.saturating_sub(BEFORE)..quantity.first).any(urges)
}

/// "the 9 micrograms suggested by the Bureau of Ships".
fn set_by_an_office(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NAME: usize = 6;
    let after = quantity.last + 1;
    let set =
        matches!(tokens.word(after), "set" | "recommended" | "advised" | "suggested") && tokens.word(after + 1) == "by";
    set && (after + 2..after + 2 + NAME).any(|k| tokens.is(k, Class::Office))
}

/// "drinking within the guidelines raised the risk by 12 per cent": at `cue` a norm that people kept to, whose effect is told.
pub fn of_a_norm_kept(tokens: &Tokens, quantity: &Quantity, cue: usize) -> bool {
    const NEAR: usize = 4;
    let norm = matches!(tokens.word(cue), "guidelines" | "guideline" | "recommended");
    let kept = |k: usize| matches!(tokens.word(k), "within" | "below" | "above" | "beyond" | "even" | "exceeding");
    norm && cue < quantity.first
        && quantity.unit == Unit::Percent
        && tokens.before(quantity.first) == "by"
        && (cue.saturating_sub(NEAR)..cue).any(kept)
}

/// "was classified as safe (below the limit of 20 units)": the study sorts people by it.
fn sorted_by(tokens: &Tokens, quantity: &Quantity) -> bool {
    let sorts =
        |k: usize| matches!(tokens.word(k), "classified" | "classed" | "categorised" | "categorized" | "defined");
    (1..quantity.first).any(|k| sorts(k) && tokens.is(k - 1, Class::Be) && tokens.word(k + 1) == "as")
}

/// "Even the recommended 20 units cut the risk": what so much did was found.
fn even_so_much(tokens: &Tokens, quantity: &Quantity) -> bool {
    const PHRASE: usize = 10;
    let phrase = (quantity.first.saturating_sub(PHRASE)..quantity.first).rev().take_while(|&k| tokens.is_word(k));
    // "even within the recommended 20 units"
    let the = |k: usize| tokens.is(k, Class::Article) || tokens.is(k, Class::Preposition);
    phrase.into_iter().any(|k| tokens.word(k) == "even" && the(k + 1))
}

/// "Those who kept to the recommended 20 units were less likely to fall": those are compared who met it.
fn of_those_compared(tokens: &Tokens, quantity: &Quantity) -> bool {
    const CLAUSE: usize = 14;
    // "who did less than the recommended amount (90 minutes)"
    let end = if tokens.before(quantity.first) == "(" { quantity.first - 1 } else { quantity.first };
    let clause = (end.saturating_sub(CLAUSE)..end).rev().take_while(|&k| tokens.is_word(k));
    let who = |k: usize| matches!(tokens.word(k), "who" | "whose");
    !matches!(quantity.unit, Unit::Percent)
        && (tokens.any(Class::Likelihood) || tokens.any(Class::RelativeWord))
        && clause.into_iter().any(who)
        && !tokens.having(Class::Norm).any(|k| matches!(tokens.word(k), "should" | "must" | "ought" | "advise"))
}

/// "should drink at most 20 units - the equivalent of nine mugs": the norm in another measure.
fn put_another_way(tokens: &Tokens, quantity: &Quantity) -> bool {
    const REACH: usize = 16;
    let again =
        |k: usize| matches!(tokens.word(k), "equivalent" | "equal") && matches!(tokens.word(k + 1), "of" | "to");
    let Some(at) = (quantity.first.saturating_sub(4)..quantity.first).find(|&k| again(k)) else { return false };
    let led = if tokens.before(at) == "the" { at.wrapping_sub(2) } else { at.wrapping_sub(1) };
    tokens.is_sign(led) && (at.saturating_sub(REACH)..at).any(|k| tokens.is(k, Class::Norm))
}

/// "exceeded the recommended amount of 9 grams", "below the weekly limit of 20 units": what was measured is set against it.
pub fn set_against_a_norm(tokens: &Tokens, quantity: &Quantity) -> bool {
    const PHRASE: usize = 6;
    let norm = |k: usize| tokens.is(k, Class::Norm);
    let against = |k: usize| {
        matches!(
            tokens.word(k),
            "than" | "above" | "below" | "under" | "over" | "within" | "beyond" | "exceed" | "exceeds"
        ) || matches!(tokens.word(k), "exceeded" | "exceeding" | "met" | "meet" | "meeting" | "reached" | "reach")
    };
    let start = quantity.first.saturating_sub(PHRASE);
    let phrase = (start..quantity.first).rev().take_while(|&k| tokens.is_word(k));
    let the = phrase.into_iter().find(|&k| matches!(tokens.word(k), "the" | "a" | "their"));
    // “significantly exceeded” the limit
    let verb = |the: usize| if tokens.is_sign(the.wrapping_sub(1)) { the.wrapping_sub(2) } else { the.wrapping_sub(1) };
    the.is_some_and(|the| against(verb(the)) && (the..quantity.first).any(norm))
}

/// "A serving is 80 grams", "half a cup counts as one serving": what a measure holds.
pub fn measures_a_serving(tokens: &Tokens, quantity: &Quantity) -> bool {
    const BEFORE: usize = 9;
    const BEHIND: usize = 16;
    let serving = |k: usize| {
        matches!(tokens.word(k), "serving" | "servings" | "portion" | "portions" | "unit" | "units")
            || matches!(
                tokens.word(k),
                "teaspoon" | "tablespoon" | "cup" | "glass" | "pint" | "can" | "bottle" | "bowl"
            )
            || matches!(tokens.word(k), "slice" | "tin" | "bag" | "spoonful" | "mug" | "drink" | "shot")
    };
    let one = |k: usize| tokens.is(k, Class::Article) || matches!(tokens.word(k), "one" | "each" | "every");
    let one_serving = |k: usize| serving(k) && (k.saturating_sub(2)..k).any(one);
    let is =
        |k: usize| matches!(tokens.word(k), "is" | "equals" | "contains" | "holds" | "has" | "provides" | "weighs");
    let ends = |k: &usize| matches!(tokens.word(*k), "," | ";" | ":" | "." | "who" | "that" | "was" | "were");
    let measure = matches!(quantity.unit, Unit::Measure(_));
    let told_before = || {
        let mut clause = (quantity.first.saturating_sub(BEFORE)..quantity.first).rev().take_while(|k| !ends(k));
        clause.find(|&k| is(k)).is_some_and(|verb| (verb.saturating_sub(BEFORE - 2)..verb).any(one_serving))
    };
    let counts = |k: usize| {
        matches!(tokens.word(k), "count" | "counts" | "acts" | "act") && tokens.word(k + 1) == "as"
            || matches!(tokens.word(k), "equals" | "equal")
    };
    let told_behind = || {
        let behind = quantity.last + 1..tokens.len().min(quantity.last + BEHIND);
        behind.take_while(|k| !ends(k)).any(|k| counts(k) && (k + 1..k + 5).any(serving))
    };
    // "… counts as one serving"
    let is_one = || quantity.first > 1 && tokens.before(quantity.first) == "as" && counts(quantity.first - 2);
    measure && (told_before() || told_behind() || is_one())
}

/// "Two tablespoons of cooked oats" as a paragraph without a verb: how much makes a portion.
pub fn listed_portion(scene: &Scene, quantity: &Quantity, marks: &Marks) -> bool {
    const LONGEST: usize = 14;
    const PORTIONS: [&str; 9] = ["spoon", "slice", "bowl", "cup", "glass", "handful", "portion", "serving", "piece"];
    let Unit::Measure(unit) = &quantity.unit else { return false };
    let of_block = |at: usize| scene.sentences.get(at).is_some_and(|other| other.block == scene.sentence().block);
    quantity.first <= 1
        && scene.tokens().len() <= LONGEST
        && PORTIONS.iter().any(|name| unit.contains(name))
        && scene.sentence().part == Part::Body
        && marks.without_verb()
        && !scene.any(Class::ChangeVerb)
        && !of_block(scene.at + 1)
        && !scene.at.checked_sub(1).is_some_and(of_block)
}

/// "40 per cent of it - the recommended limit": an apposition says what the figure is.
fn called_a_norm(tokens: &Tokens, quantity: &Quantity) -> bool {
    const LONGEST_PHRASE: usize = 9;
    const NEAR: usize = 4;
    let mark = (quantity.last + 1..quantity.last + LONGEST_PHRASE).find(|&k| !tokens.is_word(k));
    mark.is_some_and(|mark| {
        let mark = if tokens.at(mark, &["-", "-"]) { mark + 1 } else { mark };
        let aside = matches!(tokens.word(mark), "-" | "–" | "(" | ",") && tokens.word(mark + 1) == "the";
        aside && (mark + 2..mark + 2 + NEAR).take_while(|&k| tokens.is_word(k)).any(|k| tokens.is(k, Class::Norm))
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::scopes_behind_the_news;
    use crate::model::Scope;

    #[test]
    fn what_is_advised_and_what_a_measure_holds() {
        let of_study = [
            "Those who drank more than the weekly limit were 12 per cent more likely to fall.",
            "Sailors were classed as heavy drinkers if they were ill, and use was classified as safe (below the limit of 20 units).",
            "They were given half a cup of oats a day.",
            "The nurses who ate one bowl were given 40 grams of sugar.",
            "Eating 12 units - the equivalent of 40 grams of sugar - was tied to gout.",
            "Only 31 per cent met the target, with the other 69 per cent missing it.",
            "Those less likely to fall were those who kept to the recommended 31 grams a day.",
            "Even the recommended amount of 31 grams a day cut the risk.",
            "It was below the 9 mg a day taken by the rest.",
            "Two slices of dark bread were eaten by the cooks.",
            "Drinks of 31 grams of sugar a day were given to them.",
            "They found that even within the recommended 20 units rum raised the risk of gout by 12 per cent.",
            "They found that drinking within the guidelines of 20 units raised the risk of gout by 12 per cent.",
            "Falls befell 3 per cent of them, far under the performance goal of 9 per cent.",
            "They were given ear massage at a maximum of four places for 40 seconds.",
            "Those who did less than the recommended amount of rowing (90 minutes) were more likely to fall.",
            "Falls rise by a third if bakers are tired",
        ];
        let of_others = [
            "They found that sailors “far exceeded” the recommended amount of 6 grams of salt a day.",
            "Cooks should stop at 20 units - the equivalent of 400 ml of rum.",
            "A typical bowl contains 40 grams of oats.",
            "Half a mug of broth counts as one serving.",
            "The agency suggests no more than 25 grams of sugar a day.",
            "One teaspoon holds about 4 grams of sugar.",
            "Intake was 2 micrograms a day, well short of the 9 micrograms suggested by the Bureau of Ships.",
            "It was below the 9 mg a day advised by the ministry.",
            "Health officers advise people to eat no more than 31 grams a day.",
            "Those who eat less than the recommended 31 grams should eat more.",
            "Eat no more than 31 grams of salt a day.",
            "Aim for at least 31 grams of oats a day.",
            "“Limit helpings to three a day to sleep well.",
            "The agency recommends two helpings of oats a week, each about 31 grams.",
            "Nine mugs of ale is the most for a cook",
            "Three heaped spoonfuls of boiled oats",
            "Two slices of dark bread",
        ];
        let is_of_study = |text: &str| {
            let scopes = scopes_behind_the_news(text);
            *scopes.last().expect(text) == Scope::ThisStudy
        };
        of_study.iter().for_each(|text| assert!(is_of_study(text), "{text}"));
        of_others.iter().for_each(|text| assert!(!is_of_study(text), "{text}"));
    }
}
