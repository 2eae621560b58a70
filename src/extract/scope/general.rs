//! A number in its sentence in, whether it states a general fact out: a share of people at large, something that is so now.

use crate::model::{Part, Statistic};
use crate::text::{Class, Quantity, Tokens, Unit};

use super::super::scene::Scene;
use super::super::share::{counted_one_by_one, reading};
use super::marks::Marks;
use super::tense::{Tense, done_before, people_verb_is_present, told_of_before};

/// Below the lead, a number whose verb stands in the present tense ("patients get", "are twice as likely") states a general
/// fact unless the sentence speaks of the study.
pub fn general_present(scene: &Scene, quantity: &Quantity, marks: &Marks, this_study: i32) -> bool {
    let relevant = matches!(quantity.unit, Unit::Percent | Unit::Times | Unit::Time(_) | Unit::Measure(_));
    let effect = matches!(quantity.unit, Unit::Percent | Unit::Times);
    let tokens = scene.tokens();
    if !relevant
        || this_study > 1
        || opens_the_news(scene)
        || effect && a_line(scene)
        || counted_one_by_one(tokens, quantity)
    {
        return false;
    }
    let tense = marks.tense_before(quantity).or_else(|| marks.tense_after(quantity));
    // "Currently sailors chew 12 g of oats a day"
    let now = || tense.is_none() && matches!(tokens.word(0), "currently" | "today" | "nowadays");
    if tense != Some(Tense::Present) && !now() || done_before(tokens, quantity) || tells_again(tokens, quantity) {
        return false;
    }
    if of_the_sexes(tokens, quantity) {
        return true;
    }
    if people_say(tokens, quantity) || of_the_exposed(scene, quantity) || an_effect_judged(tokens, quantity) {
        return false;
    }
    // "are 35 per cent more likely to die", "cuts the risk of death by a third": risks are compared by studies
    let compared = || reading(scene, quantity).is_some_and(|reading| reading.statistic == Statistic::RelativeChange);
    let of_risk = (quantity.first.saturating_sub(RISK_BEFORE)..quantity.last + RISK_NEAR)
        .any(|k| tokens.is(k, Class::Likelihood));
    // "it has a sensitivity of about 40 per cent"
    let accurate = |k: usize| tokens.is(k, Class::Accuracy) && tokens.word(k + 1) == "of";
    let accuracy = tokens.is(quantity.last + 1, Class::Accuracy)
        || (quantity.first.saturating_sub(ACCURACY_NEAR)..quantity.first).any(accurate);
    // "start six weeks earlier than those who", "lose 3 pounds more than"
    let apart = matches!(quantity.unit, Unit::Time(_) | Unit::Measure(_))
        && tokens.is(quantity.last + 1, Class::RelativeWord)
        && (quantity.last + 2..quantity.last + 2 + THAN_NEAR).any(|k| tokens.word(k) == "than");
    if apart {
        return false;
    }
    !(of_risk && (quantity.unit == Unit::Times || compared() || of_an_exposure(tokens, quantity)) || accuracy)
}

/// "Women are three times as likely as men to snore": what is so of everybody.
fn of_the_sexes(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 6;
    let sex = |k: usize| matches!(tokens.word(k), "men" | "women" | "boys" | "girls");
    let are = (1..3).find(|&k| tokens.word(k) == "are");
    // "Women live about five years longer than men"
    let lives = matches!(quantity.unit, Unit::Time("year"))
        && sex(0)
        && matches!(tokens.word(1), "live" | "survive")
        && (quantity.last + 1..quantity.last + 1 + NEAR).any(|k| tokens.before(k) == "than" && sex(k));
    lives
        || quantity.unit == Unit::Times
            && sex(0)
            && are.is_some_and(|are| quantity.first <= are + 3)
            && (quantity.last + 1..quantity.last + 1 + NEAR)
                .any(|k| matches!(tokens.before(k), "as" | "than") && sex(k))
}

/// "One in nine cooks say that they are bullied": a survey asked them.
fn people_say(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 6;
    quantity.unit == Unit::Percent
        && (quantity.last + 2..quantity.last + 2 + NEAR)
            .any(|k| matches!(tokens.word(k), "say" | "says" | "admit" | "believe") && tokens.is(k - 1, Class::People))
}

/// "A 30 per cent drop is impressive": an effect that somebody judges.
fn an_effect_judged(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 2;
    // "A drop of nearly 30 per cent is striking"
    let a = usize::from(tokens.is_sign(0));
    let judged = || {
        matches!(tokens.word(a), "a" | "an" | "that" | "this")
            && tokens.is(a + 1, Class::ChangeNoun)
            && tokens.word(a + 2) == "of"
            && quantity.first <= a + 5
            && matches!(tokens.word(quantity.last + 1), "is" | "would" | "isn't")
    };
    if quantity.unit == Unit::Percent && judged() {
        return true;
    }
    let led = matches!(tokens.before(quantity.first), "a" | "an" | "that" | "this" | "the");
    let opens = quantity.first < 2 || tokens.is_sign(quantity.first - 2) || tokens.word(quantity.first - 2) == "that";
    let change = (quantity.last + 1..quantity.last + 1 + NEAR).any(|k| tokens.is(k, Class::ChangeNoun));
    led && opens && change
}

/// The headline and what comes first behind it tell the news as a fact.
pub fn opens_the_news(scene: &Scene) -> bool {
    const A_SENTENCE: usize = 60;
    /// A head of more short lines is none.
    const LINES: usize = 40;
    let earlier = || {
        let mut lead = scene.sentences[..scene.at].iter().filter(|sentence| sentence.part == Part::Lead);
        lead.any(|sentence| sentence.span.end - sentence.span.start > A_SENTENCE)
    };
    match scene.sentence().part {
        Part::Headline => true,
        Part::Lead => scene.at < LINES && !earlier(),
        _ => false,
    }
}

/// "Falls rise by a third if bakers are tired" without a full stop and alone in its paragraph: a headline within the text.
fn a_line(scene: &Scene) -> bool {
    const LONGEST: usize = 120;
    let span = scene.sentence().span;
    let words = span.of(&scene.article.text);
    let alone = scene.previous().is_none() && scene.next().is_none();
    let first = words.chars().next().is_some_and(char::is_uppercase);
    alone && first && words.len() <= LONGEST && words.ends_with(char::is_alphanumeric)
}

/// "Those who sleep less than six hours are at higher risk", "20 minutes a day cut the risk by a fifth": how much of it
/// those had whose risk is told.
fn of_the_exposed(scene: &Scene, quantity: &Quantity) -> bool {
    const CLAUSE: usize = 9;
    let tokens = scene.tokens();
    if !matches!(quantity.unit, Unit::Time(_) | Unit::Measure(_)) {
        return false;
    }
    let compared = tokens.any(Class::Likelihood) || tokens.any(Class::RelativeWord);
    let effect = || scene.quantities().iter().any(|q| q.first > quantity.last && is_an_effect(tokens, q));
    let told = |k: usize| matches!(tokens.word(k), "benefit" | "benefits" | "effect" | "effects" | "link");
    let clause = || (quantity.first.saturating_sub(CLAUSE)..quantity.first).rev().take_while(|&k| tokens.is_word(k));
    let of_those = || clause().any(|k| matches!(tokens.word(k), "who" | "whose"));
    // "those drinking 20 units can reduce their risk by stopping" is advice
    let people = clause().any(|k| matches!(tokens.word(k), "those" | "who" | "anyone") || tokens.is(k, Class::People));
    let may = !people && may_change(tokens, quantity.last + 1);
    effect() || may || (compared || (0..quantity.first).any(told)) && of_those()
}

/// "A bowl of oats may halve the odds of gout": what so much may do.
fn may_change(tokens: &Tokens, from: usize) -> bool {
    const NEAR: usize = 15;
    let may = |k: usize| {
        let modal = tokens.is(k, Class::Modal) || matches!(tokens.word(k), "may" | "might");
        modal
            && matches!(
                tokens.word(k + 1),
                "cut" | "reduce" | "lower" | "raise" | "increase" | "halve" | "double" | "slash" | "boost" | "improve"
            )
    };
    tokens.any(Class::Likelihood) && (from..from + NEAR).any(may)
}

/// "12 per cent less likely", "by a third".
fn is_an_effect(tokens: &Tokens, quantity: &Quantity) -> bool {
    let than_others = tokens.is(quantity.last + 1, Class::RelativeWord);
    let by = tokens.before(quantity.first) == "by" && tokens.any(Class::ChangeVerb);
    matches!(quantity.unit, Unit::Percent | Unit::Times) && (than_others || by)
}

/// Tokens from "sensitivity" to its number at most.
const ACCURACY_NEAR: usize = 6;

/// Tokens between "more" and "than" at most.
const THAN_NEAR: usize = 5;

/// Tokens between a comparison and the risk it is of at most.
const RISK_NEAR: usize = 8;
/// The same before it: "raises the risk of falling off a ladder in a dark hold by a third".
const RISK_BEFORE: usize = 30;

/// "The risk of gout due to rum is about 4 per cent", "the extra risk is small, at": of a risk that something brings.
pub fn of_an_exposure(tokens: &Tokens, quantity: &Quantity) -> bool {
    if !tokens.any(Class::Likelihood) {
        return false;
    }
    let before = quantity.first.saturating_sub(RISK_BEFORE / 2)..quantity.first;
    let risk = before.rev().find(|&k| tokens.is(k, Class::Likelihood));
    risk.is_some_and(|risk| {
        let brought = |k: usize| tokens.at(k, &["due", "to"]) || tokens.at(k, &["because", "of"]);
        matches!(tokens.before(risk), "absolute" | "extra" | "additional" | "excess" | "added")
            || (risk..quantity.first).any(brought)
    })
}

/// "The risk of gout in those on rum is around 4 per cent a year": how large a risk is.
pub fn is_the_risk(tokens: &Tokens, quantity: &Quantity) -> bool {
    let mut at = quantity.first;
    while at > 0
        && (tokens.is(at - 1, Class::Approx) || matches!(tokens.word(at - 1), "only" | "just" | "less" | "than"))
    {
        at -= 1;
    }
    let mut before = quantity.first.saturating_sub(RISK_BEFORE / 2)..at;
    let compared = |k: usize| matches!(tokens.word(k), "compared" | "versus");
    tokens.before(at) == "is"
        && tokens.any(Class::Likelihood)
        && before.any(|k| tokens.is(k, Class::Likelihood))
        && !(quantity.last + 1..tokens.len()).any(compared)
}

/// "one in four people with gout do not", "85 percent of patients die": a share of people in general.
pub fn generic_share(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let after = quantity.last + 1;
    let of = if tokens.word(after) == "of" { after + 1 } else { after };
    // "Falls rise by a third if bakers are tired": how far something moved
    if tokens.before(quantity.first) == "by" && tokens.is(quantity.first.wrapping_sub(2), Class::ChangeVerb) {
        return false;
    }
    let definite =
        matches!(tokens.word(of), "the" | "those" | "these" | "them" | "participants" | "volunteers" | "our" | "its");
    if definite || (after..after + 3).any(|k| tokens.is(k, Class::RelativeWord)) {
        return false;
    }
    let named = (of..of + 8).take_while(|&k| !matches!(tokens.word(k), "," | ";" | ":" | "(" | "and"));
    let named = named.enumerate().filter(|(far, k)| *far < 5 || matches!(tokens.word(*k), "old" | "olds"));
    let people = named.into_iter().any(|(_, k)| tokens.is(k, Class::GenericNoun) || tokens.is(k, Class::People));
    people
        && !counted_one_by_one(tokens, quantity)
        && !told_of_before(tokens, quantity)
        && people_verb_is_present(tokens, of)
}

/// "This equals a jump of 9%", "That equates to one in 40 nurses": a figure told before is put in another way.
fn tells_again(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 5;
    let again = |k: usize| {
        matches!(
            tokens.word(k),
            "equivalent" | "equates" | "equated" | "equate" | "amounts" | "amounted" | "translates"
        ) || matches!(tokens.word(k), "corresponds" | "corresponded" | "equal" | "equals" | "translated" | "works")
            && matches!(tokens.word(k + 1), "to" | "out")
            || matches!(tokens.word(k), "represents" | "represented")
    };
    // a quotation mark may come before
    let first = usize::from(tokens.is_sign(0));
    let this = matches!(tokens.word(first), "this" | "that" | "it" | "these" | "which");
    let opens = this && (first + 1..first + NEAR).any(again);
    // "The effect is equivalent to losing 5 kg"
    let effect = tokens.word(first) == "the"
        && matches!(
            tokens.word(first + 1),
            "effect"
                | "difference"
                | "figure"
                | "rise"
                | "drop"
                | "increase"
                | "reduction"
                | "benefit"
                | "gap"
                | "change"
        );
    let opens = opens || effect && (first + 2..first + NEAR).any(again);
    // "So if the phone rings, the chance that it is she is 12 per cent": what follows from what was told
    let opens = opens || tokens.at(first, &["so", "if"]);
    // "That's a 24 percent reduction"
    let opens = opens || matches!(tokens.word(first), "that's" | "it's") && quantity.first <= first + 2;
    // "That is a fall of 9%"
    let fall =
        || quantity.first <= first + NEAR && (first + 2..quantity.last + NEAR).any(|k| tokens.is(k, Class::ChangeNoun));
    let opens = opens || this && matches!(tokens.word(first + 1), "is" | "was") && fall();
    // ", which works out to a rise of 9%"
    let aside = (quantity.first.saturating_sub(NEAR + NEAR)..quantity.first)
        .any(|k| tokens.is(k, Class::RelativePronoun) && matches!(tokens.word(k), "which" | "that") && again(k + 1));
    // ", equivalent to 12 more naps", ", amounting to a 1% chance"
    let participle = |k: usize| {
        matches!(tokens.word(k), "amounting" | "equating" | "translating" | "corresponding" | "equivalent")
            && matches!(tokens.word(k + 1), "to" | "into")
            && tokens.is_sign(k.wrapping_sub(1))
    };
    opens || aside || (quantity.first.saturating_sub(NEAR)..quantity.first).any(participle)
}

#[cfg(test)]
mod tests {
    use crate::extract::testing;
    use crate::extract::testing::scopes_behind_the_news;
    use crate::model::Scope;

    #[test]
    fn what_is_so_in_general_and_what_was_found() {
        let of_study = [
            "People who sleep less than six hours a night are more likely to fall.",
            "A 12 per cent drop in gout is striking.",
            "Gout is rare, amounting to a 3 per cent likelihood among the cooks.",
            "The effect is equivalent to losing 5 pounds.",
            "The risk of gout due to rum is about 4 per cent.",
            "The extra risk is small, at about 4 per cent.",
            "Just 20 minutes of naps a day makes people 12 per cent less likely to fall.",
            "The benefits are seen in those who have at least three cups a day.",
            "The risk of gout is doubled in those who work more than 55 hours a week.",
            "Nearly one in three women say they are bullied at work.",
            "That is a fall of 12 per cent on the year before.",
            "One in nine women snore, a survey shows.",
            "The paper says that 40 per cent of patients are given rum.",
            "The diet helps people lose 5 pounds.",
            "Those in Hull start to snore six weeks earlier than those in Rome.",
            "More than 31 grams of oats, or about two bowls, a day can cut the risk of falls.",
            "As little as 31 grams of oats may cut the odds of a fall.",
            "It has a sensitivity of about 40 per cent.",
            "Women are twice as likely as men to fall, the study found.",
            "Without treatment, 12 per cent of them fell.",
            "Women on rum slept about nine hours longer than men.",
            "A daily bowl of oats can cut the risk of gout by a third, experts say.",
            "The 31 per cent drop is a surprise.",
            "“A drop of nearly 40 per cent is huge.",
        ];
        let of_others = [
            "Most people need nine hours of sleep a night.",
            "Men have only 33 grams of it a day - less than three-quarters of the total.",
            "One in nine women have gout, experts say.",
            "That is why 12 per cent of adults are deaf.",
            "People lose 5 pounds when they are old.",
            "Currently sailors chew around 12 grams of oats a day.",
            "A 12 per cent drop is common, and cooks lose a third of their hair.",
            "The lifetime risk of gout is about 12 per cent.",
            "The brain uses about 12 per cent of the sugar.",
            "Those eating more than 31 grams a day can cut their risk of falls by eating less.",
            "The risk of a fall among those on rum is around 3 per cent a year.",
            "The chance of a fall in those taking rum is only 3 per cent.",
            "Women are three times as likely as men to snore.",
            "My uncle took 40 milligrams a day for years.",
            "Before the 1980s, just 2 per cent of cooks snored.",
            "This comes as fresh research shows 40 per cent of bakers snore.",
            "Boys are about twice as likely to snore as girls.",
            "Without treatment, gout kills 12 per cent of cooks.",
            "Left untreated, gout kills one in 90 cooks.",
            "Experts suggest eating two bowls of oats a week.",
            "Doctors urge cooks to sleep at least nine hours a night.",
        ];
        let is_of_study = |text: &str| {
            let scopes = scopes_behind_the_news(text);
            *scopes.last().expect(text) == Scope::ThisStudy
        };
        of_study.iter().for_each(|text| assert!(is_of_study(text), "{text}"));
        of_others.iter().for_each(|text| assert!(!is_of_study(text), "{text}"));
    }

    #[test]
    fn what_opens_the_news_is_told_as_a_fact() {
        let scope_of = |told: &str, last: &str| {
            let claims = testing::claims(format!("Oats and gout\n\n{told}{last}"));
            claims.last().expect(last).scope
        };
        let opening = "Eating oats every day cuts the risk of gout by 30 per cent in women and in men.\n\n";
        for fact in [
            "The brain has about 12 per cent of the sugar.",
            "The usual dose is 12 mg.",
            "Gout is found in 12 per cent of births.",
        ] {
            assert_eq!(scope_of("", fact), Scope::ThisStudy, "{fact}");
            assert_eq!(scope_of(opening, fact), Scope::Background, "{fact}");
        }
        let results = [
            "Those who eat them are 12 per cent less likely to fall.",
            "The risk falls by 12 per cent in men.",
            "Of those who ate oats, 12 per cent fell.",
        ];
        results.iter().for_each(|told| assert_eq!(scope_of(opening, told), Scope::ThisStudy, "{told}"));
    }
}
