//! A share in, whether its sentence says what became of those people out: "12% went blind", "it cleared up in 80% of them".

use crate::extract::nouns::counted_noun;
use crate::extract::predicate::main_verb;
use crate::extract::scene::Scene;
use crate::text::{Class, Quantity, Tokens};

use super::outcome::{behind_aside, came_about, happened};

/// They are the subject of a verb of change, or a disease or a remedy is, which acted in or on them.
pub fn became(scene: &Scene, quantity: &Quantity) -> bool {
    told_of_them(scene, quantity)
        || acted_on_them(scene.tokens(), quantity)
        || commoner_in_them(scene, quantity)
        || rate_of_outcome(scene, quantity)
}

/// "The failure rate was 6%", "a rate of infection of 3%", "a 90% success rate": a rate of what befalls people.
fn rate_of_outcome(scene: &Scene, quantity: &Quantity) -> bool {
    const REACH: usize = 12;
    const LONGEST_NAME: usize = 3;
    let tokens = scene.tokens();
    let rate = |k: usize| matches!(tokens.word(k), "rate" | "rates");
    let outcome = |k: usize| {
        let told = happened(tokens, k) && !tokens.is(k, Class::Prevalent);
        told || tokens.is(k, Class::Mishap) || matches!(tokens.word(k), "success" | "failure" | "birth" | "pregnancy")
    };
    let named = |k: usize| {
        let of =
            tokens.word(k + 1) == "of" && (k + 2..k + 2 + LONGEST_NAME).take_while(|&j| tokens.is_word(j)).any(outcome);
        of || k > 0 && outcome(k - 1)
    };
    let behind = (quantity.last + 1..quantity.last + 1 + LONGEST_NAME).find(|&k| rate(k)).filter(|&k| outcome(k - 1));
    // "the death rate fell by 6%", "rates were higher, and 6% smoked"
    let links = |k: usize| {
        tokens.is_word(k)
            && !matches!(tokens.word(k), "by" | "that" | "who" | "and")
            && (!tokens.is(k, Class::PastVerb) || tokens.is(k, Class::Be) || tokens.is(k, Class::ChangeVerb))
    };
    let before = (quantity.first.saturating_sub(REACH)..quantity.first).rev();
    let before = before.take_while(|&k| links(k)).find(|&k| rate(k)).filter(|&k| named(k));
    let of_it = tokens.word(quantity.last + 1) != "of" || tokens.before(quantity.first) == "of";
    behind.is_some() || before.is_some() && of_it
}

/// "had previously been treated", "had ever smoked", "had a history of falls": what was so before the study.
pub fn was_so_before(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 6;
    let Some(verb) = verb_of_them(tokens, quantity) else { return false };
    let at = content(tokens, verb);
    let history = |k: usize| matches!(tokens.word(k), "history" | "histories");
    (verb..=at).any(|k| matches!(tokens.word(k), "previously" | "ever" | "formerly" | "once"))
        || (verb..at).any(|k| tokens.word(k) == "already") && !tokens.is(at, Class::Became)
        || (at..at + NEAR).take_while(|&k| tokens.is_word(k) && !tokens.is(k, Class::StopPhrase)).any(history)
}

/// The share's people are the subject: "12% of the men went blind", "nearly a fifth had a relapse".
fn told_of_them(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let Some(verb) = verb_of_them(tokens, quantity) else { return false };
    let at = content(tokens, verb);
    changed(tokens, at)
        || turned_out(scene, at)
        || ended_well_or_ill(scene, verb, at)
        || befell(scene, verb, at)
        || gave_up(tokens, at)
}

/// The verb that the people of a share are the subject of.
pub fn verb_of_them(tokens: &Tokens, quantity: &Quantity) -> Option<usize> {
    const NEAR: usize = 4;
    let next = behind_aside(tokens, quantity.last + 1);
    let of = tokens.word(next) == "of";
    let mut named = if of { next + 1 } else { next };
    if of && tokens.is(named, Class::Article) {
        named += 1;
    }
    if of && tokens.is_number(named) {
        named += 1;
    }
    let noun = counted_noun(tokens, named).map(|(noun, _)| noun).filter(|noun| of || noun - next <= NEAR);
    let from = noun.map(|noun| noun + 1).or(of.then_some(named));
    let verb = main_verb(tokens, from.unwrap_or(next))?;
    // "22% later developed", "38 per cent who simply rested relapsed"
    let led = (next..verb).all(|k| helps(tokens, k))
        || matches!(tokens.word(next), "who" | "whose" | "with" | "in" | "on" | "taking" | "given");
    if from.is_none() && !led {
        return None;
    }
    // "of the sailors robbed by pirates died": a participle behind the noun only says who they are
    let word = tokens.word(verb);
    let participle = (word.ends_with("ed") || matches!(word, "given" | "taken" | "born" | "seen"))
        && !tokens.is(verb, Class::PastVerb);
    // "of those cured were women", but "of those treated improved while others were ill"
    let finite = |k: usize| {
        let near = k <= verb + NEAR || !tokens.is(verb, Class::Became);
        is_finite(tokens, k) && near && !joined(tokens, verb, k)
    };
    let finite = || main_verb(tokens, verb + 1).filter(|&k| finite(k));
    // "12% of those given oats", where the verb is left out
    let bare = || participle && (tokens.is(verb, Class::TreatedBy) || tokens.is(verb, Class::AssignVerb));
    participle.then(finite).flatten().or_else(|| (!bare()).then_some(verb))
}

fn is_finite(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::PastVerb) || tokens.is(k, Class::Be) || tokens.is(k, Class::Became)
}

/// "received oats and died": two verbs of one subject.
fn joined(tokens: &Tokens, from: usize, to: usize) -> bool {
    (from..to).any(|k| matches!(tokens.word(k), "and" | "," | "but" | "that" | "because" | "while" | "when"))
}

/// The verb that tells something, behind "had", "was" and adverbs.
fn content(tokens: &Tokens, verb: usize) -> usize {
    const LONGEST: usize = 6;
    (verb..verb + LONGEST).find(|&k| !helps(tokens, k)).unwrap_or(verb)
}

fn helps(tokens: &Tokens, k: usize) -> bool {
    let word = tokens.word(k);
    tokens.is(k, Class::Be)
        || tokens.is(k, Class::Negation) && !matches!(word, "no" | "failed" | "without")
        || word.len() > 4 && word.ends_with("ly")
        || matches!(
            word,
            "had"
                | "did"
                | "have"
                | "has"
                | "later"
                | "still"
                | "then"
                | "also"
                | "soon"
                | "already"
                | "now"
                | "even"
                | "all"
                | "both"
                | "just"
                | "again"
                | "ever"
        )
}

/// "died", "outgrew their allergy", "did not respond", "safely ended their pregnancy".
fn changed(tokens: &Tokens, at: usize) -> bool {
    const NEAR: usize = 6;
    let mut object = (at + 1..at + NEAR).take_while(|&k| tokens.is_word(k) || tokens.is_number(k));
    // "lost their sight", "gained 5 kilos", "broke a hip", "caught flu", but not "lost a partner", "broke the rules"
    if tokens.is(at, Class::Lost) {
        let ill = |k: usize| tokens.is(k, Class::Condition) || tokens.is(k, Class::Mishap);
        return object.any(|k| tokens.is(k, Class::Faculty) || tokens.is_number(k) || ill(k));
    }
    // "responded to the survey", "broke a promise to friends"
    let other = |k: usize| {
        tokens.is(k, Class::People) || tokens.is(k, Class::ResearchNoun) || tokens.word(k) == "questionnaire"
    };
    let managed = matches!(tokens.before(at), "successfully" | "safely") && !tokens.is(at, Class::Handled);
    // "no longer limped", "no longer had to limp"
    let no_longer = tokens.at(at, &["no", "longer"]) && !tokens.is(at + 2, Class::Handled)
        || (at.saturating_sub(3)..at).any(|k| tokens.at(k, &["no", "longer"])) && !tokens.is(at, Class::Handled);
    let elsewhere = tokens.word(at) == "fell"
        && matches!(tokens.word(at + 1), "into" | "short" | "below" | "within" | "outside" | "under" | "between");
    // "the kidneys had failed", but not "failed the test", "failed to come"
    let failed = tokens.word(at) == "failed" && (!tokens.is_word(at + 1) || tokens.word(at + 1) == "within");
    let whole = failed || tokens.is(at, Class::Became) && !elsewhere;
    managed || no_longer || whole && !object.any(other)
}

/// "became diabetic", "went blind", "got worse", "felt better": a verb of becoming with what they became.
fn turned_out(scene: &Scene, at: usize) -> bool {
    let tokens = scene.tokens();
    let people = || (at + 1..at + 4).any(|k| tokens.is(k, Class::People) || tokens.is(k, Class::Profession));
    let state = |k: usize| {
        let word = tokens.is(k, Class::Outlived) || tokens.is(k, Class::Condition);
        word && !tokens.is(k + 1, Class::OutcomeHost)
    };
    let near = |last: usize| (at + 1..=at + last).take_while(|&k| tokens.is_word(k)).any(state);
    match tokens.word(at) {
        "became" | "become" => !people(),
        "went" | "got" | "fell" | "turned" | "grew" | "did" | "fared" => near(3),
        "felt" | "slept" | "looked" => near(2) && came_about(scene),
        "ended" => tokens.word(at + 1) == "up",
        "came" => tokens.at(at + 1, &["down", "with"]) || tokens.at(at + 1, &["out", "in"]),
        "gave" => tokens.word(at + 1) == "birth" && near(4),
        "put" | "kept" => (at + 1..at + 4).any(|k| tokens.word(k) == "weight"),
        _ => false,
    }
}

/// "were still alive", "remained free of pain", "were in remission", "were back in hospital", "were born early".
fn ended_well_or_ill(scene: &Scene, verb: usize, at: usize) -> bool {
    const NEAR: usize = 4;
    let tokens = scene.tokens();
    let copula = (verb..at).any(|k| tokens.is(k, Class::Be));
    let lasting = matches!(tokens.word(at), "remained" | "stayed" | "born");
    // "free to choose"
    let state = |k: usize| {
        tokens.is(k, Class::Outlived) && tokens.word(k + 1) != "to" && !tokens.is(k + 1, Class::OutcomeHost)
            || tokens.word(k) == "back" && matches!(tokens.word(k + 1), "in" | "at" | "to")
    };
    let goes_on = |k: usize| {
        tokens.is_word(k) && !matches!(tokens.word(k), "who" | "that" | "of" | "for" | "with") || tokens.word(k) == "-"
    };
    // "able to guess" is no outcome
    let guessed = (at + 1..=at + NEAR).any(|k| tokens.is(k, Class::NonHealth) || tokens.is(k, Class::Handled));
    let able = matches!(tokens.word(at), "able" | "unable") && !guessed && copula && came_about(scene);
    let befallen = tokens.is(at, Class::Befallen) && !tokens.is(at, Class::NonHealth);
    let well = tokens.word(at + 1) == "well" && !tokens.is_word(at + 3) || tokens.word(at + 2) == "for";
    let told = || lasting && well || (at..at + NEAR).take_while(|&k| goes_on(k)).any(state);
    // "12% were blind" may have been so all along
    able || copula && befallen || lasting && told() || copula && told() && came_about(scene)
}

/// "had a miscarriage", "needed a second operation", "saw their symptoms ease", "had to come off the drug".
fn befell(scene: &Scene, verb: usize, at: usize) -> bool {
    const LONGEST_OBJECT: usize = 8;
    let tokens = scene.tokens();
    let having = |k: usize| {
        matches!(
            tokens.word(k),
            "had" | "suffered" | "experienced" | "sustained" | "saw" | "reported" | "showed" | "needed" | "required"
        )
    };
    if !having(verb) && !having(at) {
        return false;
    }
    let object = if having(at) { at + 1 } else { at };
    if tokens.word(object) == "to" {
        // "had to wait" is no outcome
        let forced = if tokens.word(object + 1) == "be" { object + 2 } else { object + 1 };
        let removed = |k: usize| tokens.word(k).ends_with("ed");
        let had_removed = tokens.word(forced) == "have" && (forced..forced + LONGEST_OBJECT).any(removed);
        return had_removed
            || matches!(tokens.word(forced), "stop" | "discontinue" | "undergo" | "taken" | "withdrawn")
            || tokens.is(forced, Class::Befallen)
            || tokens.is(forced, Class::Became)
            || caused(tokens, forced);
    }
    let words = || (object..object + LONGEST_OBJECT).take_while(|&k| tokens.is_word(k) || tokens.is_number(k));
    let said = |k: usize| matches!(tokens.word(k), "history" | "risk" | "fear" | "that" | "who" | "about");
    // "hair loss", "a loss of hearing"
    let loss = |k: usize| {
        let of = (k + 1..k + 4).any(|j| tokens.is(j, Class::Faculty));
        tokens.word(k) == "loss" && (tokens.is(k - 1, Class::Faculty) || tokens.word(k + 1) == "of" && of)
    };
    let mishap = |k: usize| tokens.is(k, Class::Mishap) && !tokens.is(k + 1, Class::OutcomeHost) || loss(k);
    // "saw their pain ease": the object does what they underwent
    let eased = || {
        let theirs = matches!(tokens.word(object), "their" | "his" | "her" | "a" | "an" | "some" | "no");
        theirs && words().any(|k| tokens.is(k, Class::ChangeVerb) || tokens.is(k, Class::ChangeNoun))
    };
    let gain = words().any(|k| tokens.is(k, Class::RelativeWord) || tokens.is(k, Class::ChangeNoun));
    // "needed a second procedure", "required oxygen"
    let needed = matches!(tokens.word(object - 1), "needed" | "required");
    let care = |k: usize| needed && (tokens.is(k, Class::TreatmentWord) || tokens.is(k, Class::Care));
    words().take_while(|&k| !said(k)).any(|k| mishap(k) || care(k))
        || matches!(tokens.word(object - 1), "saw" | "experienced") && eased()
        || gain && came_about(scene) && !words().any(said)
}

/// "stopped taking it because of nausea", "gave up smoking": for an ill, or for good.
fn gave_up(tokens: &Tokens, at: usize) -> bool {
    const LONGEST_HABIT: usize = 4;
    if !matches!(tokens.word(at), "stopped" | "discontinued" | "withdrew" | "dropped" | "quit" | "gave" | "left") {
        return false;
    }
    let habit = |k: usize| matches!(tokens.word(k), "smoking" | "cigarettes" | "drinking" | "vaping" | "heroin");
    let habits = || (at + 1..=at + LONGEST_HABIT).take_while(|&k| tokens.is_word(k)).any(habit);
    caused(tokens, at) || tokens.word(at) != "left" && habits()
}

/// "… because of pain", "… owing to nausea" behind the verb at `at`.
fn caused(tokens: &Tokens, at: usize) -> bool {
    const REACH: usize = 12;
    let due = |k: usize| matches!(tokens.word(k), "due" | "owing") && tokens.word(k + 1) == "to";
    let mut phrase = (at + 1..at + REACH).take_while(|&k| tokens.is_word(k));
    phrase.any(|k| tokens.word(k) == "because" || due(k))
}

/// A disease or a remedy is the subject: "tumours vanished in 27% of patients", "it cured half of them".
fn acted_on_them(tokens: &Tokens, quantity: &Quantity) -> bool {
    const REACH: usize = 9;
    let at = behind_hedges(tokens, quantity.first);
    let led = matches!(tokens.before(at), "in" | "among" | "for");
    let end = if led { at - 1 } else { at };
    let clause = (end.saturating_sub(REACH)..end).rev().take_while(|&k| {
        tokens.is_word(k) && !matches!(tokens.word(k), "that" | "who" | "which" | "and" | "but" | "while" | "than")
    });
    let acted = |k: usize| tokens.is(k, Class::ActedOn) && !modal(tokens, k);
    let verb = if led { clause.into_iter().find(|&k| acted(k)) } else { end.checked_sub(1).filter(|&k| acted(k)) };
    let fronted = || led && (end == 0 || !tokens.is_word(end - 1)) && acted_behind(tokens, quantity);
    (verb.is_some() || fronted()) && stands_for_people(tokens, quantity)
}

/// "In 70% of the patients, the tumours shrank": the clause of a fronted share follows.
fn acted_behind(tokens: &Tokens, quantity: &Quantity) -> bool {
    const REACH: usize = 14;
    let people = |k: usize| !matches!(tokens.word(k), "who" | "whose" | "that" | "and" | "but" | "while");
    let mut clause = (quantity.last + 1..quantity.last + REACH)
        .take_while(|&k| (tokens.is_word(k) || tokens.word(k) == ",") && people(k));
    clause.any(|k| tokens.is(k, Class::ActedOn) && !modal(tokens, k))
}

/// "could cure", "may help": nothing has come of it yet.
fn modal(tokens: &Tokens, k: usize) -> bool {
    (k.saturating_sub(3)..k).any(|j| tokens.is(j, Class::Modal))
}

/// Before "about", "only", "more than", "up to".
fn behind_hedges(tokens: &Tokens, first: usize) -> usize {
    const MOST: usize = 4;
    let hedge = |k: usize| {
        tokens.is(k, Class::Approx)
            || matches!(tokens.word(k), "only" | "just" | "more" | "less" | "than" | "up" | "to" | "over" | "under")
            || matches!(tokens.word(k), "at" | "least" | "as" | "many" | "some" | "fully")
    };
    let mut at = first;
    while at > 0 && first - at < MOST && hedge(at - 1) {
        at -= 1;
    }
    at
}

/// "27% of patients", "a third of them", "88% of cases", "12 of 31 women".
fn stands_for_people(tokens: &Tokens, quantity: &Quantity) -> bool {
    const LONGEST_PHRASE: usize = 14;
    let next = behind_aside(tokens, quantity.last + 1);
    let person = |k: usize| {
        tokens.is(k, Class::People)
            || tokens.is(k, Class::Animal)
            || tokens.is(k, Class::StandsForPatient)
            || tokens.is(k, Class::Record)
            || matches!(tokens.word(k), "them" | "those" | "whom")
    };
    let ends = |k: usize| tokens.is(k, Class::PastVerb) || k > next && tokens.is(k, Class::Preposition);
    let goes_on = |k: usize| (tokens.is_word(k) || tokens.word(k) == "-") && !ends(k);
    let people = (next..next + LONGEST_PHRASE).take_while(|&k| goes_on(k)).any(person);
    people && (tokens.word(next) == "of" || quantity.fraction.is_some())
}

/// "Relapse was rarer among those on oats (4%)", "admission was more common for sailors (12% of them)".
fn commoner_in_them(scene: &Scene, quantity: &Quantity) -> bool {
    const LONGEST_GROUP: usize = 14;
    let tokens = scene.tokens();
    let told = matches!(tokens.before(quantity.first), "(" | "[");
    if !told {
        return false;
    }
    let word = |k: usize| {
        matches!(tokens.word(k), "rarer" | "commoner")
            || matches!(tokens.word(k), "common" | "frequent" | "rare" | "usual")
                && matches!(tokens.before(k), "more" | "less" | "most" | "least")
    };
    let Some(at) = (quantity.first.saturating_sub(LONGEST_GROUP)..quantity.first).rev().find(|&k| word(k)) else {
        return false;
    };
    let event = |k: usize| tokens.is(k, Class::Mishap) || happened(tokens, k) && !tokens.is(k, Class::Prevalent);
    let subject = (0..at).rev().take_while(|&k| tokens.word(k) != ",");
    (at + 1..quantity.first).all(|k| tokens.word(k) != ",") && subject.into_iter().any(event)
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::told;
    use crate::model::ClaimKind::{Percentage, ResponseRate};

    fn kinds(text: &str) -> Vec<String> {
        let found = told(text, &[ResponseRate, Percentage]);
        found.iter().filter_map(|claim| claim.split(' ').next()).map(str::to_owned).collect()
    }

    #[test]
    fn people_change() {
        for text in [
            "In the trial, 12 per cent of the men went blind within five years.",
            "During the study, 15% of the nurses broke a hip.",
            "In the trial, 30 per cent of the sailors outgrew their allergy.",
            "By the end of the study, 31% of the nurses had put on weight.",
            "Over the decade, 21% of the men became diabetic.",
            "In the trial, 29% of the pilots got worse.",
            "A total of 9% of the babies in the study were born early.",
            "In the study, 16% of the women had a miscarriage.",
            "Nearly a quarter of the patients in the study needed a second operation.",
            "In the trial, 70% of patients saw their symptoms ease.",
            "In the trial, 7% of the patients stopped taking the syrup because of itching.",
            "In the trial, 44% of the smokers gave up smoking.",
            "Of the 230 nurses followed, 22% later developed gout.",
            "In the study, 96% of the women safely ended their treatment at home.",
            "In the trial, 40% of those on oats no longer limped after a year.",
            "Within a month 9% of the patients were back in hospital.",
            "In the study, 8% of the infected sailors lost their sense of smell.",
            "In the trial, 10% of those given oats had gained weight by week 12.",
            "Five per cent of those who got the jab in the trial came down with flu.",
            "Over 60% of the patients in the trial were able to walk after the therapy.",
            "In the study, 23% of those who had been treated relapsed within a year.",
            "In the trial, 12% of the sailors experienced hair loss.",
            "Within five years, 60 per cent of the kidneys in the study had failed.",
            "One in 50 patients in the trial had to have the implant removed.",
        ] {
            assert_eq!(kinds(text), ["response_rate"], "{text}");
        }
        for text in [
            "In the study, 6% of the women had lost a partner.",
            "In the study, 12% of the pupils lost their homework.",
            "In the study, 7% of the sailors lost their jobs.",
            "In the study, 40% of those who died had gout.",
            "In the trial, 56% of the patients given oats were able to guess which they got.",
            "In the study, 9% of the recruits failed the test.",
            "In the study, 13% of the boys broke the rules.",
            "In the study, 9% of the women caught the bus to work.",
            "In the study, 26% of the nurses gained a degree.",
            "Some 33% of the patients in the study saw a specialist within a week.",
            "In the study, 70% of the nurses got a flu jab.",
            "The study found that 55% of sailors did not know the symptoms of a stroke.",
            "The clinic in the study saw 40% of the patients within a day.",
            "In the survey, 70% of the nurses responded to the questionnaire.",
            "In the study, 5% of the women became nurses.",
            "In the study, 15% of the women fell into the youngest group.",
            "In the study, 21% of patients had a history of stroke.",
            "In the study, 8% of the women without gout had already been diagnosed with asthma.",
            "In the study, 44% of women with asthma had previously had eczema.",
            "In the study, 30% of the patients had to wait for a bed.",
            "In the study, 9% of the nurses left the college.",
            "In the study, 52% of the parents feared side effects.",
        ] {
            assert_eq!(kinds(text), ["percentage"], "{text}");
        }
    }

    #[test]
    fn rates_of_outcomes() {
        for text in [
            "In the trial, the failure rate was 6%.",
            "The rate of infection in the oat group was 3%.",
            "The trial had a success rate of 90%.",
            "The trial found a 12% relapse rate.",
            "In the study, the death rate was 4.9% on weekdays.",
        ] {
            assert_eq!(kinds(text), ["response_rate"], "{text}");
        }
        for text in [
            "In the trial, the dropout rate was 6%.",
            "The rate of smoking in the oat group was 30%.",
            "The death rate in the study fell by 12%.",
            "In the study, the rate of obesity was 22%.",
        ] {
            assert_eq!(kinds(text), ["percentage"], "{text}");
        }
        let rates = "In the trial, the failure rate was 6% for metal hips and 2% for plastic ones.";
        assert_eq!(kinds(rates), ["response_rate", "response_rate"]);
        let shares = "In the study, the share of smokers was 26% for sailors and 12% for nurses.";
        assert_eq!(kinds(shares), ["percentage", "percentage"]);
    }

    #[test]
    fn diseases_and_remedies_act() {
        for text in [
            "In the trial, tumours vanished in 27% of patients.",
            "The cancer came back in 10% of the women within five years.",
            "The syrup worked in 45% of the sailors.",
            "The syrup failed to help 20% of the nurses in the trial.",
            "The pill prevented migraine in 41% of the nurses.",
            "The operation was successful in 88% of cases.",
            "The therapy controlled 80% of early-stage lung tumours in the trial.",
            "The new syrup eases pain in 40% of sailors, a trial found.",
            "In 70% of the patients in the trial, the tumours shrank.",
            "In a third of cases in the study the pain never came back.",
        ] {
            assert_eq!(kinds(text), ["response_rate"], "{text}");
        }
        for text in [
            "In the study, the gene was found in 27% of kitchens.",
            "The researchers said that the syrup could cure 40% of sailors.",
            "The syrup improved sales in 12% of the shops.",
            "In the trial, the team treated half of the sailors with oats.",
            "In a third of cases in the study the parents smoked.",
            "In 70% of the clinics in the study, the staff cured somebody.",
        ] {
            assert_eq!(kinds(text), ["percentage"], "{text}");
        }
    }

    #[test]
    fn what_is_set_against_a_share_is_of_its_kind() {
        let rates = "Relapse was rarer among those on oats (4%) than among those on syrup (9%).";
        assert_eq!(kinds(rates), ["response_rate", "response_rate"]);
        let rates = "Among nurses given the syrup, 18% fainted, against 9% of those given water.";
        assert_eq!(kinds(rates), ["response_rate", "response_rate"]);
        let shares = "In the study, 30 of the women with gout (6%) had been exposed to lead compared with 12 (2%) of the women free of it.";
        assert_eq!(kinds(shares), ["percentage", "percentage"]);
    }
}
