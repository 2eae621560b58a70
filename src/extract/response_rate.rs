//! The share of a group in a study that had a health outcome: "54% of those on the drug went into remission".

use crate::model::{ClaimKind, Scope, Statistic};
use crate::text::{Class, Quantity, Tokens, Unit};

use super::counting::{What, counting};
use super::nouns::counted_noun;
use super::parts::is_count;
use super::predicate::main_verb;
use super::scene::Scene;
use super::scope::generic_share;
use super::share::{quote_end, reading};
use super::{Draft, KindReader};

pub static READER: KindReader = KindReader {
    kind: ClaimKind::ResponseRate,
    reads: "54% of those on the drug went into remission; 17 of 31 patients (55%); a response rate of 20 percent",
    refuses: "relative changes, composition (60% were women), opinions, guesses, prescribing, general prevalence",
    read: Some(read),
};

fn read(scene: &Scene, quantity: &Quantity, scope: Scope) -> Option<Draft> {
    let share = reading(scene, quantity).filter(|reading| reading.statistic == Statistic::Share)?;
    let study = matches!(scope, Scope::ThisStudy | Scope::OtherStudy);
    // What other studies say of people in general is prevalence: "one-third of people with depression show …".
    let prevalence = scope == Scope::OtherStudy && generic_share(scene, quantity);
    if !study || prevalence || scene.tokens().is_empty() || !of_people_with_outcome(scene, quantity) {
        return None;
    }
    let last = quote_end(scene, quantity);
    Some(Draft { last, direction: share.direction, ..Draft::of(ClaimKind::ResponseRate, quantity, Statistic::Share) })
}

fn of_people_with_outcome(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let (start, end) = own_clause(scene, quantity);
    if composition(tokens, quantity, end) || not_health(scene, start, end) || of_other_things(tokens, quantity) {
        return false;
    }
    if !scene.is_abstract && (general_future(tokens, quantity) || of_a_population(quantity)) {
        return false;
    }
    if quantity.fraction.is_some() && quantity.unit == Unit::Percent && assigned_part(tokens, quantity) {
        return false;
    }
    let strong = outcome_in(scene, quantity, start, end);
    let told = (0..tokens.len()).any(|k| happened(tokens, k) || condition(tokens, k));
    let shared = arms_compared(scene, quantity) && (scene.is_abstract || told)
        || scene.any(Class::Outcome) && set_against_an_arm(scene, quantity);
    let counted = !scene.is_abstract && share_of_events(scene, quantity)
        || scene.is_abstract && (quantity.fraction.is_some() || beside_a_count(scene, quantity));
    strong
        || shared
        || counted
        || of_an_arm(tokens, quantity)
        || struck(scene, quantity)
        || restates_a_rate(scene, quantity)
        || of_the_studied(tokens, quantity)
        || follows_a_rate(scene, quantity)
        || second_of_a_pair(scene, quantity)
}

/// An outcome is told of the people: anywhere in the clause, but not in the words that only say who they are ("of
/// patients with depression took part").
fn outcome_in(scene: &Scene, quantity: &Quantity, start: usize, end: usize) -> bool {
    let tokens = scene.tokens();
    let outcome = |k: usize| {
        !inside(quantity, k) && (happened(tokens, k) || scene.is_abstract && tokens.is(k, Class::OutcomeStrong))
    };
    let next = behind_aside(tokens, quantity.last + 1);
    let Some(verb) = verb_of_share(tokens, next).filter(|_| !scene.is_abstract) else {
        return (start..end).any(outcome) || went_on(tokens, next);
    };
    (start..quantity.first).chain(verb..end).any(outcome) || went_on(tokens, verb) || has_condition(tokens, verb, end)
}

/// Behind "(32%)" and "- 32% -".
fn behind_aside(tokens: &Tokens, next: usize) -> usize {
    const LONGEST_ASIDE: usize = 8;
    if tokens.word(next) == ")" {
        return next + 1;
    }
    if !matches!(tokens.word(next), "(" | "-" | "–") {
        return next;
    }
    (next + 1..next + LONGEST_ASIDE)
        .find(|&k| matches!(tokens.word(k), ")" | "-" | "–"))
        .map_or(next, |close| close + 1)
}

/// The verb that the people of a share are the subject of: "of patients with asthma …", "of those treated …", "… had".
fn verb_of_share(tokens: &Tokens, next: usize) -> Option<usize> {
    if tokens.word(next) != "of" {
        return main_verb(tokens, next).filter(|&verb| verb == next);
    }
    let named = if tokens.is(next + 1, Class::Article) { next + 2 } else { next + 1 };
    if let Some((noun, _)) = counted_noun(tokens, named) {
        let verb = main_verb(tokens, noun + 1)?;
        // "of the people bereaved by suicide had …": a participle after the noun only says who they are
        let participle =
            verb == noun + 1 && tokens.word(verb).ends_with("ed") && tokens.is(verb + 1, Class::Preposition);
        let finite = main_verb(tokens, verb + 1)
            .filter(|&k| participle && (tokens.is(k, Class::PastVerb) || tokens.is(k, Class::Be)));
        return Some(finite.unwrap_or(verb));
    }
    if tokens.word(next + 1) != "those" {
        // "97 per cent of attacks occurred in parks": the words before the verb say what was counted
        return main_verb(tokens, named + 1)
            .filter(|&verb| tokens.is(verb, Class::PastVerb) || tokens.is(verb, Class::Be));
    }
    // "of those treated had": the participle belongs to the people
    let participle = tokens.word(next + 2).ends_with("ed");
    main_verb(tokens, if participle { next + 3 } else { next + 2 })
}

/// A word for an outcome that is not merely the first half of something else ("pain killers", "stroke patients").
fn happened(tokens: &Tokens, k: usize) -> bool {
    // "women free of the disease" says who they are
    let free = tokens.word(k) == "free" && tokens.is(k.wrapping_sub(1), Class::People);
    tokens.is(k, Class::OutcomeStrong) && !tokens.is(k + 1, Class::OutcomeHost) && !free
}

/// "went on to have", "ended up with".
fn went_on(tokens: &Tokens, k: usize) -> bool {
    tokens.at(k, &["went", "on", "to"]) || tokens.at(k, &["ended", "up"])
}

/// "had diabetes", "were diagnosed with asthma", "suffered from eczema".
fn has_condition(tokens: &Tokens, verb: usize, end: usize) -> bool {
    const NEAR: usize = 7;
    (verb + 1..end.min(verb + NEAR)).any(|k| condition(tokens, k))
}

fn condition(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::Condition) && !tokens.is(k + 1, Class::OutcomeHost)
}

/// "18 per cent of people on the drug", "22 per cent in the placebo group", "7 per cent on placebo": a share of a treated
/// or untreated group is a result, whatever the words for it.
fn of_an_arm(tokens: &Tokens, quantity: &Quantity) -> bool {
    let next = quantity.last + 1;
    let next = if tokens.word(next) == ")" { next + 1 } else { next };
    let behind =
        (next..next + 9).take_while(|&k| !matches!(tokens.word(k), "," | ";" | "." | "and" | "compared" | "had"));
    let named = behind.into_iter().any(|k| names_an_arm(tokens, k));
    let head = (quantity.first.saturating_sub(8)..quantity.first).any(|k| {
        matches!(tokens.word(k), "of" | "in" | "among") && (k + 1..quantity.first).any(|j| names_an_arm(tokens, j))
    });
    named || (head && tokens.before(quantity.first) != "(")
}

fn names_an_arm(tokens: &Tokens, k: usize) -> bool {
    let taking = matches!(tokens.word(k), "taking" | "receiving" | "given" | "on") && tokens.is_word(k + 1);
    let group = tokens.is(k, Class::PeopleGroup)
        && (tokens.is(k - 1, Class::ControlWord) || tokens.is(k - 1, Class::TreatmentWord));
    let control = tokens.is(k, Class::ControlWord) && tokens.is(k - 1, Class::Preposition);
    (taking && !tokens.is(k + 1, Class::Month) && !tokens.is(k + 1, Class::Weekday) && k > 0 && tokens.word(k) != "on")
        || (tokens.word(k) == "on" && k > 0 && (tokens.is(k - 1, Class::People) || tokens.word(k - 1) == "those"))
        || group
        || control
}

/// "47.3 per cent of the 28 participants", "40% of participants …", "a third of them": people of the study, known as such.
fn of_the_studied(tokens: &Tokens, quantity: &Quantity) -> bool {
    let next = quantity.last + 1;
    let known = tokens.word(next) == "of"
        && (next + 1..next + 5).any(|k| matches!(tokens.word(k), "participants" | "volunteers" | "subjects"));
    let told = (next + 2..next + 12).any(|k| tokens.is(k, Class::PastVerb) && !tokens.is(k, Class::Be))
        || (quantity.first.saturating_sub(6)..quantity.first)
            .any(|k| tokens.is(k, Class::ChangeVerb) || tokens.word(k) == "changed");
    known && told
}

/// "(22% v 11%)", "70% …, compared with 22% in the control group": the other share is an arm's.
fn set_against_an_arm(scene: &Scene, quantity: &Quantity) -> bool {
    const NEAR: usize = 12;
    let tokens = scene.tokens();
    let versus = |k: usize| matches!(tokens.word(k), "v" | "vs" | "versus");
    let index = scene.quantities().partition_point(|q| q.first < quantity.first);
    if versus(quantity.first.wrapping_sub(1)) || versus(quantity.last + 1) {
        return true;
    }
    let after = scene.quantities()[index + 1..].iter().take(2);
    after.filter(|q| q.unit == Unit::Percent && q.first - quantity.last <= NEAR).any(|q| {
        (quantity.last + 1..q.first).any(|k| matches!(tokens.word(k), "compared" | "against")) && of_an_arm(tokens, q)
    })
}

/// "100 of 624 participants (16 per cent)": the percentage tells the count again.
fn restates_a_rate(scene: &Scene, quantity: &Quantity) -> bool {
    const NEAR: usize = 8;
    let tokens = scene.tokens();
    let (open, close) = (tokens.before(quantity.first), tokens.word(quantity.last + 1));
    let bracket = matches!(open, "(" | "[");
    // "nearly a third – 32% – of those treated"
    let dashes = matches!(open, "-" | "–") && open == close;
    let index = scene.quantities().partition_point(|q| q.first < quantity.first);
    let Some(host) = index.checked_sub(1).map(|index| &scene.quantities()[index]) else { return false };
    // a figure that itself restates another hosts none
    let free = !matches!(tokens.before(host.first), "(" | "[" | "-" | "–");
    let told = bracket && host.fraction.is_some() && quantity.first - host.last < NEAR
        || dashes && host.unit == Unit::Percent && host.last + 2 == quantity.first;
    free && told && of_people_with_outcome(scene, host)
}

/// "affected 16 per cent of participants", "was seen in 46 per cent of them", "reported by 100 of 624".
fn struck(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let mut at = quantity.first;
    while at > 0 && tokens.is(at - 1, Class::Approx) {
        at -= 1;
    }
    // "Dizziness was reported by …", but not "Dancing was reported by …"
    let named = |verb: usize| {
        scene.is_abstract
            || !matches!(tokens.word(verb), "reported" | "recorded" | "documented" | "noted")
            || (0..verb).any(|k| tokens.is(k, Class::Outcome) || tokens.is(k, Class::Condition))
    };
    let by = matches!(tokens.before(at), "in" | "by" | "among")
        && at >= 2
        && tokens.is(at - 2, Class::SeenVerb)
        && named(at - 2);
    let direct = matches!(tokens.before(at), "affected" | "affecting" | "hit" | "struck");
    let next = quantity.last + 1;
    let people = quantity.fraction.is_some()
        || tokens.word(next) == "of"
            && (next + 1..next + 4).any(|k| tokens.is(k, Class::People) || matches!(tokens.word(k), "them" | "those"));
    (by || direct) && people
}

/// "86% of patients with cancer will feel pain": what happens to people in general.
fn general_future(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 12;
    let next = quantity.last + 1;
    (tokens.word(next) == "of" || quantity.fraction.is_some())
        && (next + 1..next + NEAR)
            .take_while(|&k| tokens.is_word(k) && !tokens.is(k, Class::PastVerb))
            .any(|k| matches!(tokens.word(k), "will" | "can" | "may" | "could" | "might"))
}

/// "6.3 per 100,000": how common something is among everybody.
fn of_a_population(quantity: &Quantity) -> bool {
    const ROUND: [u32; 4] = [1_000, 10_000, 100_000, 1_000_000];
    quantity.fraction.is_some_and(|fraction| ROUND.iter().any(|&round| fraction.total == round.into()))
}

/// The clause of the number; an apposition without a verb (", at about 2%") belongs to the clause before it.
fn own_clause(scene: &Scene, quantity: &Quantity) -> (usize, usize) {
    let tokens = scene.tokens();
    let (start, end) = scene.clause(quantity.first);
    let verb = |from: usize, to: usize| {
        (from..to).any(|k| tokens.is(k, Class::Be) || tokens.is(k, Class::PastVerb) || tokens.is(k, Class::PresentVerb))
    };
    if start > 1
        && !verb(start, quantity.first)
        && matches!(tokens.before(start), "," | "–")
        && quantity.first - start < 3
    {
        return (scene.clause(start - 2).0, end);
    }
    (start, end)
}

/// "had occurred in 689 patients (8.9 percent)": the share of a count of events.
fn share_of_events(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let index = scene.quantities().partition_point(|q| q.first < quantity.first);
    let host = index.checked_sub(1).map(|index| &scene.quantities()[index]);
    let Some(host) = host.filter(|host| is_count(host) && quantity.first - host.last <= LONGEST_COUNTED) else {
        return false;
    };
    // parts of all deaths ("57,623 (77 percent) in infancy") are no shares of people
    let people = counted_noun(tokens, host.last + 1).is_some()
        || tokens.word(quantity.last + 1) == ")" && matches!(tokens.word(quantity.last + 2), "of" | "on");
    people
        && matches!(tokens.before(quantity.first), "(" | "[")
        && counting(scene, host, Scope::ThisStudy).is_some_and(|count| count.what == What::Event)
}

/// Tokens between a count and its share in brackets at most.
const LONGEST_COUNTED: usize = 6;

/// "12 patients (20%)", "20% (12)": the share of a count.
fn beside_a_count(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let before = matches!(tokens.before(quantity.first), "(" | "[")
        && quantity.first >= 2
        && (tokens.is(quantity.first - 2, Class::People) || tokens.is_number(quantity.first - 2));
    let after = matches!(tokens.word(quantity.last + 1), "(" | "[") && tokens.is_number(quantity.last + 2);
    before || after
}

/// "a 50% chance", "of the time", "of their body weight", "of the population", "90 percent accuracy": no share of a studied group.
fn of_other_things(tokens: &Tokens, quantity: &Quantity) -> bool {
    let next = quantity.last + 1;
    if tokens.is(next, Class::Accuracy) || tokens.is(next + 1, Class::Accuracy) && tokens.is_word(next) {
        return true;
    }
    if tokens.at(next, &["the", "population"]) || matches!(tokens.word(next), "chance" | "probability") {
        return true;
    }
    if attributive(tokens, quantity) || of_the_change(tokens, quantity) || of_places(tokens, quantity) {
        return true;
    }
    let at = (next + 1..next + 4).take_while(|&k| tokens.word(next) == "of" && tokens.is_word(k));
    at.into_iter().any(|k| tokens.is(k, Class::Whole))
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

/// "Of the increase, 94% …", "99.9% of the increase", "6.3 per 100,000": parts of a change, or a population's rate.
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
        .any(|k| matches!(tokens.word(k), "a" | "an" | "the" | "additional" | "extra" | "another"));
    let noun = tokens.is_word(next)
        && !ENDS_A_SHARE.iter().any(|class| tokens.is(next, *class))
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

/// "39% of patients …, but only 13% of those without": joined to a rate of the same sentence, with no verb between.
fn second_of_a_pair(scene: &Scene, quantity: &Quantity) -> bool {
    const NEAR: usize = 24;
    let tokens = scene.tokens();
    let mut at = quantity.first;
    while at > 0
        && (tokens.is(at - 1, Class::Approx)
            || matches!(tokens.before(at), "only" | "just" | "with" | "in" | "to" | "for"))
    {
        at -= 1;
    }
    let joined = matches!(tokens.before(at), "and" | "but" | "versus" | "vs" | "compared" | "against");
    let index = scene.quantities().partition_point(|q| q.first < quantity.first);
    let Some(before) = scene.quantities()[..index].iter().rev().take(3).find(|q| q.unit == Unit::Percent) else {
        return false;
    };
    let (start, end) = scene.clause(before.first);
    joined
        && quantity.first - before.last <= NEAR
        && reading(scene, before).is_some_and(|r| r.statistic == Statistic::Share)
        && !composition(tokens, before, end)
        && !not_health(scene, start, end)
        && (start..end).any(|k| tokens.is(k, Class::OutcomeStrong))
}

fn inside(quantity: &Quantity, k: usize) -> bool {
    (quantity.first..=quantity.last).contains(&k)
}

/// "60 per cent were women", "12% of them smokers".
fn composition(tokens: &Tokens, quantity: &Quantity, end: usize) -> bool {
    let next = quantity.last + 1;
    let be = (next..end.min(next + 7)).find(|&k| tokens.is(k, Class::Be));
    let described = be.is_some_and(|k| {
        (k + 1..k + 3).any(|j| tokens.is(j, Class::Composition))
            && !(k + 1..end).any(|j| tokens.is(j, Class::OutcomeStrong))
    });
    // "(85% of them boys)", "half of whom were smokers"
    let named = tokens.word(next) == "of"
        && matches!(tokens.word(next + 1), "them" | "whom" | "these" | "those")
        && tokens.is(next + 2, Class::Composition)
        && !tokens.is_word(next + 3);
    described
        || named
        || (tokens.is(next, Class::Composition)
            && !tokens.is(next, Class::RelativeWord)
            && tokens.before(quantity.first) != "of"
            && matches!(tokens.word(next + 1), "." | "," | ";" | ")"))
}

/// Guesses, opinions, prescriptions and habits are not health outcomes.
fn not_health(scene: &Scene, start: usize, end: usize) -> bool {
    let tokens = scene.tokens();
    let strong = (start..end).filter(|&k| tokens.is(k, Class::OutcomeStrong)).count();
    let other = (start..end).filter(|&k| tokens.is(k, Class::NonHealth) && !tokens.is(k, Class::AssignVerb)).count();
    other > strong
}

/// "half of the patients were given the drug": a part assigned, not an outcome.
fn assigned_part(tokens: &Tokens, quantity: &Quantity) -> bool {
    (quantity.last + 1..quantity.last + 8)
        .any(|k| matches!(tokens.word(k), "assigned" | "randomised" | "randomized" | "allocated"))
}

/// Another percentage stands beside it with "versus", "compared with", "and": two arms of one outcome.
fn arms_compared(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let versus = (0..tokens.len()).any(|k| {
        matches!(
            tokens.word(k),
            "vs" | "versus"
                | "v"
                | "compared"
                | "against"
                | "respectively"
                | "than"
                | "group"
                | "groups"
                | "arm"
                | "arms"
        )
    });
    versus && scene.quantities().iter().any(|other| other.first != quantity.first && other.unit == Unit::Percent)
}

/// "at 18 months, the rate was 66 percent": the outcome stands in the sentence before.
fn follows_a_rate(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let refers = (0..quantity.first).any(|k| {
        matches!(tokens.word(k), "rate" | "rates" | "proportion" | "figure" | "this" | "that")
            || tokens.at(k, &["compared", "with"])
    });
    let arms = scene.any(Class::ControlWord)
        || scene.any(Class::PeopleGroup)
        || (0..tokens.len()).any(|k| matches!(tokens.word(k), "among" | "those" | "on" | "in" | "for"));
    // "This compares with …" may open a paragraph
    let previous = if matches!(tokens.word(0), "this" | "that" | "these") {
        scene.at.checked_sub(1).map(|at| &scene.sentences[at])
    } else {
        scene.previous()
    };
    let before = previous.is_some_and(|previous| {
        previous.quantities.iter().any(|q| q.unit == Unit::Percent)
            && previous.tokens.iter().any(|(_, t)| t.classes.has(Class::OutcomeStrong))
    });
    refers && arms && before
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::{PAPER, told};
    use crate::model::ClaimKind::{Percentage, ResponseRate};

    #[test]
    fn rates() {
        for (text, found) in [
            (
                "The drug shrank tumours in 39% of patients, but only 13% of those without the protein.",
                vec!["39%", "13%"],
            ),
            ("Stroke rates in both groups were similar, at about 2%.", vec!["2%"]),
            ("In the trial, 54% of those on the drug went into remission.", vec!["54%"]),
            ("In the trial, 30% of patients died by chance.", vec!["30%"]),
            ("In the trial, 20% of those on the drug relapsed, whatever their chance.", vec!["20%"]),
            ("In the trial, 12% died before they had a chance to recover.", vec!["12%"]),
            ("In the study, 23.4% of the women went on to have a second operation.", vec!["23.4%"]),
            ("After three years, 18 per cent of the nurses in the study had diabetes.", vec!["18 per cent"]),
            (
                "In the trial, 105/151 (70%) began insulin, compared with 25/115 (22%) in the control group, whose sugar did not improve.",
                vec!["105/151", "70%", "25/115", "22%"],
            ),
            ("Those treated at once had damage more often (22% v 11%), as their scans showed.", vec!["22%", "11%"]),
            (
                "The network found that nearly a third - 32% - of those treated had a resistant strain.",
                vec!["a third", "32%"],
            ),
            (
                "In the study, 82.7% of those with a low ratio were free of recurrence.\nThis compares with figures of 69.2% and 51.4% in the others.",
                vec!["82.7%", "69.2%", "51.4%"],
            ),
            (
                "In the trial, a stroke had occurred in 689 patients (8.9 percent) on the drug and in 712 (9.2 percent) of those on oil.",
                vec!["8.9 percent", "9.2 percent"],
            ),
            ("In the study, 9 per cent of women with asthma were diagnosed with migraine.", vec!["9 per cent"]),
        ] {
            let wanted: Vec<String> = found.iter().map(|quote| format!("response_rate {quote}")).collect();
            assert_eq!(told(text, &[ResponseRate, Percentage]), wanted, "{text}");
        }
        let paper = format!("{PAPER}Nausea was noted in 12 of 87 patients and 5/60 controls.");
        assert_eq!(told(&paper, &[ResponseRate]), ["response_rate 12 of 87 patients", "response_rate 5/60 controls"]);
    }

    #[test]
    fn other_shares() {
        for (text, quote) in [
            ("Doctors could tell with 90 percent accuracy which patients had died.", "90 percent"),
            ("Patients were in pain 58% of the time.", "58%"),
            ("Half a million patients lost 5 per cent of their body weight.", "5 per cent"),
            ("The reduction in the risk of death was 14%.", "14%"),
            ("Studies have found up to 86% of patients with cancer will experience pain.", "86%"),
            ("In the study, 60 per cent were women.", "60 per cent"),
            ("In the trial, one colour meant a 50% chance of a painful shock.", "50%"),
            ("The trial gave each patient a 20 per cent probability of death.", "20 per cent"),
            ("In the study, smokers had a 30% chance of dying.", "30%"),
            ("The study found that 31% of clinics commission pain control teams.", "31%"),
            ("The team found that 12 per cent of women with depression owned a dog.", "12 per cent"),
            ("The study tested women with a 10 per cent risk of cancer.", "10 per cent"),
            ("In the study, cancer rose by 12 cases. Of the increase, 94% were small tumours with symptoms.", "94%"),
            ("In the study, the incidence of deaths was 6.3 per 100,000 people.", "6.3 per 100,000 people"),
            ("In the study, 40% of the nurses free of the disease had worked at night.", "40%"),
            ("The study found that 97 per cent of attacks occurred in parks.", "97 per cent"),
            ("The study linked dust to deaths in most (87%) of the sampled cities.", "87%"),
            ("Three clinics (19%) in the study reported deaths.", "19%"),
            ("In the study, 8 per cent of the people bereaved by suicide had dropped out of a course.", "8 per cent"),
            ("In the study, dancing was reported by 14% of respondents.", "14%"),
            ("In the study, one in eight deaths in our sample could be avoided.", "one in eight deaths"),
            ("The team looked at a 20% tax that could prevent deaths.", "20%"),
            ("In the study, 4,000 people died (85% of them boys).", "85%"),
        ] {
            assert_eq!(told(text, &[ResponseRate, Percentage]), [format!("percentage {quote}")], "{text}");
        }
    }
}
