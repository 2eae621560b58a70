//! A share in, whether it is of something else than a studied group out: composition, opinions, places, parts of a change.

use crate::extract::nouns::{Counted, counted_noun, names_people};
use crate::extract::parts::is_count;
use crate::extract::scene::Scene;
use crate::extract::share::counted_one_by_one;
use crate::text::{Class, Quantity, Tokens};

use super::acted::behind_hedges;
use super::became::regained;
use super::outcome::behind_aside;

/// "a 50% chance", "of the time", "of their body weight", "of the population", "90 percent accuracy": no share of a studied group.
pub fn of_other_things(tokens: &Tokens, quantity: &Quantity) -> bool {
    let next = quantity.last + 1;
    // "made up of 58 per cent trained nurses"
    let kind_of_people =
        quantity.fraction.is_none() && tokens.before(quantity.first) == "of" && tokens.word(next) != "of";
    if kind_of_people && tokens.is_word(next) && matches!(counted_noun(tokens, next), Some((_, Counted::People))) {
        return true;
    }
    // "58% effective": how well something works
    let effective =
        |k: usize| matches!(tokens.word(k), "effective" | "efficacious" | "protective" | "protection" | "efficacy");
    if effective(next)
        || counted_with_the_next(tokens, quantity)
        || tokens.is(next, Class::Accuracy)
        || tokens.is(next + 1, Class::Accuracy) && tokens.is_word(next)
    {
        return true;
    }
    // "regained 60% of what they had lost"
    if tokens.at(next, &["of", "what"]) {
        return true;
    }
    // "(affecting 5% of people)": everybody
    let everybody = |k: usize| matches!(tokens.word(k), "people" | "adults" | "children");
    if tokens.before(behind_hedges(tokens, quantity.first)) == "affecting"
        && tokens.word(next) == "of"
        && everybody(next + 1)
        && !matches!(tokens.word(next + 2), "who" | "in" | "on" | "given" | "taking")
    {
        return true;
    }
    // "more than the 6% found in the general public"
    let at_large = || {
        tokens.before(quantity.first) == "the"
            && matches!(tokens.word(next), "seen" | "found" | "reported" | "expected" | "rate" | "in" | "among")
            && (next..next + 5)
                .any(|k| tokens.at(k, &["general", "population"]) || tokens.at(k, &["general", "public"]))
    };
    if at_large() || tokens.at(next, &["the", "population"]) || matches!(tokens.word(next), "chance" | "probability") {
        return true;
    }
    // "(above 34%)": where a line is drawn
    let threshold = matches!(tokens.before(quantity.first), "above" | "below" | "over" | "under" | ">" | "<")
        && quantity.first >= 2
        && tokens.word(quantity.first - 2) == "(";
    if threshold || attributive(tokens, quantity) || of_the_change(tokens, quantity) || of_places(tokens, quantity) {
        return true;
    }
    // "of nurses on days" are people
    let whole = |k: &usize| tokens.word(next) == "of" && tokens.is_word(*k) && !names_people(tokens, *k);
    (next + 1..next + 4).take_while(whole).any(|k| tokens.is(k, Class::Whole)) || of_a_mass(tokens, quantity)
}

/// "a third of the tissue was scarred": a share of a thing that has no plural.
fn of_a_mass(tokens: &Tokens, quantity: &Quantity) -> bool {
    const LONGEST: usize = 4;
    let next = quantity.last + 1;
    let the = tokens.word(next) == "of" && matches!(tokens.word(next + 1), "the" | "this" | "their" | "its");
    let first = next + 2;
    let verb = (first..first + LONGEST).find(|&k| matches!(tokens.word(k), "was" | "is")).filter(|_| the);
    verb.is_some_and(|verb| {
        let person = |k: usize| {
            tokens.is(k, Class::PeopleGroup)
                || matches!(tokens.word(k), "population" | "sample" | "cohort" | "crew" | "team" | "staff" | "public")
        };
        verb > first && (first..verb).all(|k| tokens.is_word(k) && !person(k) && !names_people(tokens, k))
    })
}

/// "lost 12%, 15% and 18% of their weight": what the last of a list is a share of.
fn counted_with_the_next(tokens: &Tokens, quantity: &Quantity) -> bool {
    const LONGEST: usize = 12;
    let marks = |k: usize| {
        matches!(tokens.word(k), "," | "and" | "or" | "%" | "percent" | "per" | "cent") || tokens.is_number(k)
    };
    let Some(of) = (quantity.last + 1..quantity.last + LONGEST).find(|&k| !marks(k)) else { return false };
    let list = of > quantity.last + 2 && tokens.word(of) == "of";
    list && (of + 1..of + 4).take_while(|&k| tokens.is_word(k)).any(|k| tokens.is(k, Class::Whole))
}

/// "could cure 40% of sailors", "might ease pain in a third": nothing has come of it yet.
pub fn to_come(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 6;
    let before = (quantity.first.saturating_sub(NEAR)..quantity.first).rev();
    let clause = before.take_while(|&k| tokens.is_word(k) && !tokens.is(k, Class::PastVerb));
    // "germs that could harm them in 12%"
    let mut clause = clause.filter(|&k| !matches!(tokens.before(k), "that" | "which" | "who"));
    clause.any(|k| matches!(tokens.word(k), "could" | "would" | "might" | "may" | "will" | "should" | "can"))
}

/// "91 per cent of attacks", "half of the meals", "one in five deaths": parts of a number of things or of events.
pub fn of_things(tokens: &Tokens, quantity: &Quantity) -> bool {
    const LONGEST_PHRASE: usize = 8;
    let next = behind_aside(tokens, quantity.last + 1);
    if tokens.word(next) != "of" && quantity.fraction.is_none() {
        return false;
    }
    let first = if tokens.word(next) == "of" { next + 1 } else { next };
    // "of those given tablets"
    if tokens.word(first) == "those" {
        // "23% of those deaths"
        return tokens.is(first + 1, Class::EventNoun);
    }
    let first = if tokens.is(first, Class::Article) { first + 1 } else { first };
    let first = if tokens.is_number(first) { first + 1 } else { first };
    match counted_noun(tokens, first) {
        Some((_, Counted::Events | Counted::Studies)) => return true,
        Some((k, Counted::Record)) => return !tokens.is(k, Class::StandsForPatient),
        Some(_) => return false,
        None => {}
    }
    // "three of the 40 given oats"
    let people = tokens.is(first, Class::AssignVerb) || tokens.is(first, Class::TreatedBy);
    if people && quantity.fraction.is_some() {
        return false;
    }
    let phrase = first..first + LONGEST_PHRASE;
    let phrase =
        || phrase.clone().take_while(|&k| tokens.is_word(k) && !ENDS_A_SHARE.iter().any(|class| tokens.is(k, *class)));
    // "of attacks happened in parks": the verb is no part of the phrase
    let head = phrase().filter(|&k| !tokens.word(k).ends_with("ed")).last();
    head.is_some_and(|k| {
        let word = tokens.word(k);
        let several = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss");
        let unnamed = matches!(word, "others" | "those" | "theirs" | "ones");
        // "of the night workers"
        several
            && !unnamed
            && !names_people(tokens, k)
            && !tokens.is(k, Class::StandsForPatient)
            && !tokens.is(k, Class::PeopleGroup)
    })
}

/// "Of 615 samples, 27% were resistant": samples have no outcomes of their own, whatever stands behind the bare share.
pub fn of_samples(scene: &Scene, quantity: &Quantity, verb: Option<usize>) -> bool {
    let tokens = scene.tokens();
    let bare = verb == Some(quantity.last + 1) && quantity.fraction.is_none();
    if !bare || !(tokens.any(Class::Record) || tokens.any(Class::Condition)) {
        return false;
    }
    let sample = |k: usize| {
        matches!(
            tokens.word(k),
            "samples"
                | "specimens"
                | "isolates"
                | "swabs"
                | "strains"
                | "cultures"
                | "biopsies"
                | "genomes"
                | "tumours"
                | "tumors"
        )
    };
    let people = |q: &Quantity| matches!(counted_noun(tokens, q.last + 1), Some((_, Counted::People)));
    let counts = scene.quantities_before(quantity.first).iter().rev().filter(|q| is_count(q)).take(MOST_COUNTS);
    let behind = |q: &Quantity| q.last + 1..q.last + 1 + LONGEST_NAME;
    let mut nearest = counts.take_while(|q| !people(q));
    nearest.any(|q| behind(q).take_while(|&k| tokens.is_word(k) && !tokens.is(k, Class::Preposition)).any(sample))
}

/// Counts before a share that it can be a share of.
const MOST_COUNTS: usize = 3;

/// Words from a count to the noun at most.
const LONGEST_NAME: usize = 5;

/// "falls from ladders (23%) were the leading causes of death", "smoking accounts for 40%": what is due to what.
pub fn of_causes(tokens: &Tokens, quantity: &Quantity, verb: Option<usize>) -> bool {
    const NEAR: usize = 10;
    /// Tokens from the share to the causes of death at most.
    const REACH: usize = 60;
    // "the likelihood of a stroke is around 1%": a chance, not what came of it
    let chance = |k: usize| tokens.is(k, Class::Likelihood);
    let left = behind_hedges(tokens, quantity.first);
    if matches!(tokens.before(left), "is" | "are") && (left.saturating_sub(NEAR)..left).any(chance) {
        return true;
    }
    // "12% were due to stroke"
    let owed = verb.is_some_and(|verb| {
        let be = tokens.is(verb, Class::Be);
        be && matches!(tokens.word(verb + 1), "due" | "down" | "caused" | "attributed" | "attributable" | "linked")
    });
    // "women made up 55% of those who died"
    let part = tokens.ends_at(quantity.first, &["made", "up"])
        || matches!(tokens.before(quantity.first), "comprised" | "represented" | "constituted");
    if owed || part {
        return true;
    }
    if !tokens.any(Class::Cause) {
        return false;
    }
    let due = |k: usize| {
        tokens.is(k, Class::Explains) && matches!(tokens.word(k + 1), "for" | "to") || tokens.word(k) == "explained"
    };
    let near = quantity.first.saturating_sub(REACH)..quantity.last + REACH;
    let cause = |k: usize| tokens.is(k, Class::Cause) && matches!(tokens.word(k), "cause" | "causes");
    near.into_iter().any(|k| cause(k) && tokens.at(k + 1, &["of", "death"]))
        || (quantity.first.saturating_sub(NEAR)..quantity.first).any(due)
}

/// "had ever been ill at some point in their lives": what happened before the study.
pub fn of_a_lifetime(tokens: &Tokens, quantity: &Quantity, end: usize) -> bool {
    /// Tokens before the share, and behind it, that can tell of it.
    const REACH: usize = 80;
    let mut told = tokens.having(Class::LifetimeWord);
    told.any(|k| {
        let from = quantity.first.saturating_sub(REACH);
        let to = end.min(quantity.last + REACH);
        let phrase = |words: &[&str]| {
            let first = (k + 1).checked_sub(words.len());
            first.is_some_and(|first| (from..to).contains(&first) && tokens.at(first, words))
        };
        phrase(&["at", "some", "point"])
            || phrase(&["in", "their", "lives"])
            || phrase(&["in", "their", "lifetime"])
            || phrase(&["during", "their", "lifetime"])
            || phrase(&["had", "ever"])
    })
}

/// "(87%) of sampled cities", "Three registries (19%)": places and institutions have no outcomes.
fn of_places(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 4;
    let next = if tokens.word(quantity.last + 1) == ")" { quantity.last + 2 } else { quantity.last + 1 };
    let mut named = (next + 1..next + 1 + NEAR).take_while(|&k| tokens.is_word(k) && !tokens.is(k, Class::People));
    let of = tokens.word(next) == "of" && named.any(|k| tokens.is(k, Class::Institution));
    let host = tokens.before(quantity.first) == "(" && quantity.first >= 2;
    of || host && tokens.is(quantity.first - 2, Class::Institution)
}

/// "Of the increase, 94% …", "88.5% of the increase", "6.3 per 100,000": parts of a change, or a population's rate.
fn of_the_change(tokens: &Tokens, quantity: &Quantity) -> bool {
    let next = quantity.last + 1;
    let ahead = tokens.at(next, &["of", "the"]) && (next + 2..next + 4).any(|k| tokens.is(k, Class::ChangeNoun));
    let behind = tokens.before(quantity.first) == ","
        && quantity.first >= 2
        && tokens.is(quantity.first - 2, Class::ChangeNoun)
        && (quantity.first.saturating_sub(6)..quantity.first).any(|k| tokens.at(k, &["of", "the"]));
    ahead || behind
}

/// "a 20% tax", "an additional 10 per cent risk": a figure that describes a noun, unless that is a rate of outcomes.
fn attributive(tokens: &Tokens, quantity: &Quantity) -> bool {
    const LONGEST_NOUN: usize = 4;
    let next = quantity.last + 1;
    let article = (quantity.first.saturating_sub(3)..quantity.first)
        .rev()
        .take_while(|&k| tokens.is_word(k))
        .any(|k| matches!(tokens.word(k), "a" | "an" | "the" | "additional" | "extra" | "another"));
    let noun = tokens.is_word(next)
        && !ENDS_A_SHARE.iter().any(|class| tokens.is(next, *class))
        && !tokens.is(next, Class::SeenVerb)
        && !matches!(tokens.word(next), "who" | "that" | "which" | "and" | "or" | "as" | "had");
    let mut phrase = (next..next + LONGEST_NOUN).take_while(|&k| tokens.is_word(k));
    quantity.fraction.is_none()
        && article
        && noun
        && !phrase.any(|k| tokens.is(k, Class::OutcomeStrong) || tokens.is(k, Class::Outcome))
}

/// What follows a share that stands for people.
const ENDS_A_SHARE: [Class; 5] =
    [Class::Preposition, Class::PastVerb, Class::PresentVerb, Class::Be, Class::StopPhrase];

/// "60 per cent were women", "12% of them smokers".
pub fn composition(tokens: &Tokens, quantity: &Quantity, end: usize) -> bool {
    const NEAR: usize = 20;
    const NEAREST_PEOPLE: usize = 8;
    let next = quantity.last + 1;
    let be = (next..end.min(next + 10)).find(|&k| tokens.is(k, Class::Be));
    // "one in five were lean, compared with one in six of the others" tells what became of two groups
    let compared =
        be.is_some() && (next..next + NEAR).any(|k| matches!(tokens.word(k), "compared" | "versus" | "against"));
    // "were lean by the age of 12" tells what became of them
    let by_then =
        |k: usize| tokens.word(k) == "by" && (tokens.word(k + 1) == "age" || tokens.at(k + 1, &["the", "age"]));
    // "By age 12, 19% of them were lean"
    let by_then_before = (0..quantity.first).any(by_then);
    // "were over 65"
    let aged =
        |k: usize| matches!(tokens.word(k), "over" | "under" | "aged" | "older" | "younger") && tokens.is_number(k + 1);
    let old = be.is_some_and(|k| {
        aged(k + 1)
            && !matches!(tokens.word(k + 2), "the" | "a")
            && !matches!(tokens.word(k + 3), "%" | "percent" | "per")
    });
    let described = be.is_some_and(|k| {
        !by_then_before
            && !(k + 1..k + 6).any(by_then)
            && (k + 1..k + 3).any(|j| tokens.is(j, Class::Composition) && !(compared && tokens.is(j, Class::Condition)))
            && !(k + 1..end).any(|j| tokens.is(j, Class::OutcomeStrong))
            || tokens.at(k + 1, &["living", "with"])
    });
    // "had the milder type of gout"
    let kind_had = (next..next + 2).find(|&k| tokens.word(k) == "had").is_some_and(|had| {
        tokens.is(had + 1, Class::Article)
            && (had + 2..had + NEAREST_PEOPLE)
                .take_while(|&k| tokens.is_word(k) && !tokens.is(k, Class::Preposition) || tokens.word(k) == "-")
                .any(|k| matches!(tokens.word(k), "type" | "form" | "kind" | "variant" | "subtype"))
    });
    // "68% were guide dog owners"
    let people = be.and_then(|k| counted_noun(tokens, k + 1)).filter(|(noun, _)| noun - next <= NEAREST_PEOPLE);
    // "three out of four were responders"
    let kind_of_people = matches!(people, Some((noun, Counted::People)) if !tokens.is(noun, Class::Outcome) && tokens.word(noun) != "survivors");
    // "(85% of them boys)", "half of whom were smokers"
    let named = tokens.word(next) == "of"
        && matches!(tokens.word(next + 1), "them" | "whom" | "these" | "those")
        && tokens.is(next + 2, Class::Composition)
        && !tokens.is_word(next + 3);
    described
        || old
        || kind_had
        || kind_of_people
        || named
        || (tokens.is(next, Class::Composition)
            && !tokens.is(next, Class::RelativeWord)
            && tokens.before(quantity.first) != "of"
            && matches!(tokens.word(next + 1), "." | "," | ";" | ")"))
}

/// Guesses, opinions, prescriptions and habits are not health outcomes.
pub fn not_health(scene: &Scene, start: usize, end: usize) -> bool {
    let tokens = scene.tokens();
    if !tokens.any(Class::NonHealth) {
        return false;
    }
    let strong = (start..end).filter(|&k| tokens.is(k, Class::OutcomeStrong)).count();
    // "in those invited" says who they are
    let opines =
        |k: usize| tokens.is(k, Class::NonHealth) && !tokens.is(k, Class::AssignVerb) && tokens.before(k) != "those";
    let other = (start..end).filter(|&k| opines(k)).count();
    other > strong
}

/// "half of the patients were given the drug": a part assigned, not an outcome.
pub fn assigned_part(tokens: &Tokens, quantity: &Quantity) -> bool {
    // "of those assigned to oats" says who they are
    let who = |k: usize| tokens.before(k) == "those" || tokens.is(k.wrapping_sub(1), Class::People);
    // "half took oats; the rest got water"
    let next = quantity.last + 1;
    let took = |k: usize| {
        matches!(tokens.word(k), "took" | "got" | "received" | "were" | "ate" | "drank")
            && (tokens.word(k) != "were" || matches!(tokens.word(k + 1), "given" | "put" | "told" | "asked"))
    };
    let rest = |k: usize| {
        matches!(tokens.word(k), "rest" | "others" | "remainder") && tokens.before(k) == "the"
            || tokens.at(k, &["other", "half"])
    };
    if (next..next + 5).any(took) && (next + 2..next + 30).any(rest) {
        return true;
    }
    (quantity.last + 1..quantity.last + 8)
        .any(|k| matches!(tokens.word(k), "assigned" | "randomised" | "randomized" | "allocated") && !who(k))
}

/// "86% of patients with cancer will feel pain": what happens to people in general.
pub fn general_future(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 12;
    let next = quantity.last + 1;
    (tokens.word(next) == "of" || quantity.fraction.is_some())
        && !counted_one_by_one(tokens, quantity)
        && (next + 1..next + NEAR)
            .take_while(|&k| tokens.is_word(k) && !tokens.is(k, Class::PastVerb))
            // "could walk again" tells what they can now do
            .filter(|&k| {
                tokens.word(k) != "could"
                    || !(k + 1..k + 4)
                        .any(|j| matches!(tokens.word(j), "again" | "unaided" | "say") || regained(tokens, j))
            })
            .any(|k| matches!(tokens.word(k), "will" | "can" | "may" | "could" | "might"))
}

/// "6.3 per 100,000", but not "three strokes for every 1,000 patients": how common something is among everybody.
pub fn of_a_population(tokens: &Tokens, quantity: &Quantity) -> bool {
    const ROUND: [u32; 4] = [1_000, 10_000, 100_000, 1_000_000];
    let total = quantity.fraction.map(|fraction| fraction.total);
    // "per 1,000 patients", "for every 1,000 discharges"
    let next = quantity.last + 1;
    let thousand = total == Some(ROUND[0].into());
    let patients = thousand && (tokens.is(next, Class::People) || tokens.is(next, Class::StandsForPatient));
    // "23 bakers out of every 1,000 fell ill", "19 of every 1,000 on water", "it was 19 in 1,000"
    let counted = || {
        let inside = (quantity.first + 1..quantity.last).any(|k| {
            tokens.is(k, Class::People)
                || tokens.word(k) == "of"
                || tokens.word(k) == "in" && tokens.before(k) != "every"
        });
        let event = (quantity.first + 1..quantity.last).any(|k| tokens.is(k, Class::EventNoun));
        inside || event
    };
    !(patients || thousand && counted()) && ROUND.iter().any(|&round| total == Some(round.into()))
}
