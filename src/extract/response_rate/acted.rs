//! A share in, whether a disease, a remedy or a rate says what became of its people out: "it cleared up in 80% of them".

use crate::extract::nouns::names_people;
use crate::extract::scene::Scene;
use crate::text::{Class, Classes, Quantity, Tokens, Unit};

use super::nonfinite::recovers;
use super::outcome::{behind_aside, happened, ill};

/// A disease or a remedy is the subject: "tumours vanished in 27% of patients", "it cured half of them".
pub fn acted_on_them(tokens: &Tokens, quantity: &Quantity) -> bool {
    const REACH: usize = 9;
    let at = behind_hedges(tokens, quantity.first);
    let led = matches!(tokens.before(at), "in" | "among" | "for");
    let end = if led { at - 1 } else { at };
    let clause = (end.saturating_sub(REACH)..end).rev().take_while(|&k| {
        tokens.is_word(k) && !matches!(tokens.word(k), "that" | "who" | "which" | "and" | "but" | "while" | "than")
    });
    // "caused by a lack of rum"
    let acted = |k: usize| tokens.is(k, Class::ActedOn) && tokens.word(k + 1) != "by" && !modal(tokens, k);
    // "gout affects one in nine sailors" says how common it is
    let prevails = |k: usize| {
        matches!(tokens.word(k), "affect" | "affects")
            && !matches!(tokens.word(quantity.last + 2), "the" | "those" | "these")
    };
    // "pain was cut by at least half in 61%"
    let cut = |k: usize| {
        tokens.is(k, Class::ChangeVerb)
            && k > 0
            && tokens.is(k - 1, Class::Be)
            && tokens.word(k + 1) == "by"
            && (0..k).any(|j| ill(tokens, j) || tokens.is(j, Class::Felt))
    };
    let verb = if led {
        clause.into_iter().find(|&k| acted(k) || cut(k))
    } else {
        end.checked_sub(1).filter(|&k| acted(k) && !prevails(k) && !helped_to(tokens, quantity, k))
    };
    let fronted = || led && (end == 0 || !tokens.is_word(end - 1)) && acted_behind(tokens, quantity);
    let ails = |k: usize| ill(tokens, k) || tokens.is(k, Class::Outcome) || tokens.is(k, Class::Faculty);
    // "such things turned up in 12%"
    let turned_up = |verb: usize| {
        tokens.word(verb) == "up" && matches!(tokens.before(verb), "came" | "cropped" | "turned" | "popped" | "flared")
    };
    let bare = || led && bare_share(tokens, quantity) && verb.is_some_and(|verb| turned_up(verb) || (0..end).any(ails));
    // "kept 95% of them from falling ill"
    let spared = || {
        matches!(tokens.before(end), "kept" | "keep" | "keeps" | "spared" | "spare" | "spares" | "saves" | "protects")
            && (quantity.last + 1..quantity.last + REACH).find(|&k| tokens.word(k) == "from").is_some_and(|from| {
                (from + 1..from + REACH).take_while(|&k| tokens.is_word(k)).any(|k| fares_ill(tokens, k))
            })
    };
    let broke = || matches!(tokens.before(at), "in" | "among") && (went_wrong(tokens, end) || was_mild(tokens, end));
    (verb.is_some() || fronted() || spared() || broke()) && stands_for_people(tokens, quantity) || bare()
}

/// An ill, or a verb or a state of faring ill: "falling ill", "having a stroke", "dying".
fn fares_ill(tokens: &Tokens, k: usize) -> bool {
    ill(tokens, k)
        || tokens.is(k, Class::HealthState)
        || matches!(
            tokens.word(k),
            "dying" | "relapsing" | "catching" | "getting" | "falling" | "losing" | "developing"
        )
}

/// "helped 40% of the families find a home": the verb at `verb` only leads to what they did.
fn helped_to(tokens: &Tokens, quantity: &Quantity, verb: usize) -> bool {
    const LONGEST_PEOPLE: usize = 6;
    const OBJECT: usize = 4;
    if !matches!(tokens.word(verb), "helped" | "helps" | "help") {
        return false;
    }
    let next = quantity.last + 1;
    let Some(noun) =
        (next..next + LONGEST_PEOPLE).take_while(|&k| tokens.is_word(k)).find(|&k| names_people(tokens, k))
    else {
        return false;
    };
    let ends = tokens.is(noun + 1, Class::Preposition)
        || tokens.is(noun + 1, Class::StopPhrase)
        || matches!(tokens.word(noun + 1), "who" | "and" | "but" | "that" | "significantly" | "greatly");
    let well = |k: usize| ill(tokens, k) || recovers(tokens, k) || tokens.is(k, Class::Outcome);
    tokens.is_word(noun + 1) && !ends && !(noun + 1..noun + 1 + OBJECT).any(well)
}

/// "hiccups were mild or gone in", "was down to a trace in": how bad an ill was, before token `end`.
fn was_mild(tokens: &Tokens, end: usize) -> bool {
    const REACH: usize = 10;
    let from = end.saturating_sub(REACH);
    let Some(be) = (from..end).rev().find(|&k| matches!(tokens.word(k), "was" | "were")) else { return false };
    let state = |k: usize| {
        matches!(tokens.word(k), "mild" | "moderate" | "severe" | "absent" | "gone" | "undetectable" | "negligible")
            || tokens.at(k, &["down", "to"])
            || tokens.word(k + 1) == "enough" && matches!(tokens.word(k), "bad" | "serious" | "severe" | "troublesome")
    };
    be > 0 && !names_people(tokens, be - 1) && (be + 1..end).all(|k| tokens.word(k) != ";") && (be + 1..end).any(state)
}

/// "screws came loose in", "a wire snapped in": what a thing did, whose clause ends at token `end`.
fn went_wrong(tokens: &Tokens, end: usize) -> bool {
    const REACH: usize = 5;
    const LONGEST_SUBJECT: usize = 6;
    const TOLD: Classes = Classes::of(&[
        Class::SeenVerb,
        Class::Handled,
        Class::NonHealth,
        Class::ConsumeVerb,
        Class::ReportingVerb,
        Class::FindingVerb,
        Class::AssignVerb,
        Class::ChangeVerb,
    ]);
    let within = (end.saturating_sub(REACH)..end).rev().take_while(|&k| tokens.is_word(k));
    let finite = |k: usize| tokens.is(k, Class::PastVerb) || tokens.word(k).ends_with("ed") && tokens.word(k).len() > 4;
    let Some(verb) = within.into_iter().find(|&k| finite(k)) else { return false };
    let passive = tokens.is(verb, Class::Be) || (verb.saturating_sub(3)..verb).any(|k| tokens.is(k, Class::Be));
    let told = tokens.classes(verb).meets(TOLD)
        || matches!(tokens.word(verb), "had" | "did" | "used" | "worked" | "took" | "enrolled" | "participated");
    let subject = (verb.saturating_sub(LONGEST_SUBJECT)..verb).rev().take_while(|&k| tokens.is_word(k));
    let person = |k: usize| {
        names_people(tokens, k)
            || tokens.is(k, Class::PeopleGroup)
            || tokens.is(k, Class::Profession)
            || tokens.is(k, Class::LonePronoun)
            || tokens.is(k, Class::StudyTask)
            || matches!(tokens.word(k), "model" | "models" | "algorithm" | "software" | "tool" | "screening" | "mri")
            || matches!(tokens.word(k), "they" | "we" | "who" | "he" | "she" | "and" | "that" | "which")
    };
    let mut subject = subject.peekable();
    subject.peek().is_some() && !passive && !told && !subject.any(person)
}

/// "Falls were common, in 12% of them", "headache and a rash, the latter in 9%": an ill and how often it struck.
pub fn how_often_it_struck(tokens: &Tokens, quantity: &Quantity) -> bool {
    const REACH: usize = 14;
    let left = behind_hedges(tokens, quantity.first);
    let led = left >= 3 && matches!(tokens.before(left), "in" | "among" | "at" | "affecting");
    let before = || left.saturating_sub(REACH)..left - 2;
    let often = |k: usize| {
        matches!(tokens.word(k), "common" | "rare" | "frequent" | "infrequent" | "uncommon" | "usual" | "widespread")
    };
    let common = || tokens.word(left - 2) == "," && before().any(often);
    let latter = || matches!(tokens.word(left - 2), "latter" | "former");
    led && (latter() || common()) && before().any(|k| ill(tokens, k)) && quantity.unit == Unit::Percent
}

/// "in 12%, as opposed to 9% of the rest", "in three-quarters for a month": whose share it is goes without saying.
pub fn bare_share(tokens: &Tokens, quantity: &Quantity) -> bool {
    let next = quantity.last + 1;
    let phrase = tokens.is(next, Class::Preposition) && tokens.word(next) != "of";
    !tokens.is_word(next) && tokens.word(next) != "-" || phrase || tokens.is(next, Class::StopPhrase)
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
pub fn behind_hedges(tokens: &Tokens, first: usize) -> usize {
    const MOST: usize = 4;
    let hedge = |k: usize| {
        tokens.is(k, Class::Approx)
            || match tokens.word(k) {
                "only" | "just" | "more" | "less" | "fewer" | "than" | "up" | "over" | "under" => true,
                "least" | "most" | "many" | "much" | "some" | "fully" | "quite" | "well" | "better" | "close" => true,
                "to" => matches!(tokens.before(k), "up" | "close"),
                "at" => matches!(tokens.word(k + 1), "least" | "most"),
                "as" => matches!(tokens.word(k + 1), "many" | "much" | "few"),
                _ => false,
            }
    };
    let mut at = first;
    while at > 0 && first - at < MOST && hedge(at - 1) {
        at -= 1;
    }
    at
}

/// "27% of patients", "a third of them", "88% of cases", "12 of 31 women".
pub fn stands_for_people(tokens: &Tokens, quantity: &Quantity) -> bool {
    const LONGEST_PHRASE: usize = 14;
    let next = behind_aside(tokens, quantity.last + 1);
    let person = |k: usize| {
        names_people(tokens, k)
            || tokens.is(k, Class::Animal)
            || tokens.is(k, Class::StandsForPatient)
            || tokens.is(k, Class::Record)
            || tokens.is(k, Class::PeopleGroup)
            || matches!(tokens.word(k), "them" | "those" | "whom" | "ones" | "rest" | "others" | "latter" | "former")
    };
    // "of the affected patients"
    let adjective = |k: usize| tokens.is(k - 1, Class::Article) && names_people(tokens, k + 1);
    let ends =
        |k: usize| tokens.is(k, Class::PastVerb) && !adjective(k) || k > next && tokens.is(k, Class::Preposition);
    let goes_on = |k: usize| (tokens.is_word(k) || tokens.word(k) == "-") && !ends(k);
    let people = (next..next + LONGEST_PHRASE).take_while(|&k| goes_on(k)).any(person);
    people && (tokens.word(next) == "of" || quantity.fraction.is_some())
}

/// "Relapse was rarer among those on oats (4%)", "admission was more common for sailors (12% of them)".
pub fn commoner_in_them(scene: &Scene, quantity: &Quantity) -> bool {
    const LONGEST_GROUP: usize = 22;
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
    let event = |k: usize| {
        tokens.at(k, &["new", "cases"])
            || tokens.is(k, Class::Mishap)
            || tokens.is(k, Class::EventNoun)
            || happened(tokens, k) && !tokens.is(k, Class::Prevalent)
    };
    let subject = (0..at).rev().take_while(|&k| tokens.word(k) != ",");
    (at + 1..quantity.first).all(|k| tokens.word(k) != ",") && subject.into_iter().any(event)
}

/// "The failure rate was 6%", "a rate of infection of 3%", "a 90% success rate": a rate of what befalls people.
pub fn rate_of_outcome(scene: &Scene, quantity: &Quantity) -> bool {
    const REACH: usize = 12;
    const LONGEST_NAME: usize = 3;
    let tokens = scene.tokens();
    let rate = |k: usize| matches!(tokens.word(k), "rate" | "rates");
    let outcome = |k: usize| {
        let told = happened(tokens, k) && !tokens.is(k, Class::Prevalent);
        told || tokens.is(k, Class::Mishap) || matches!(tokens.word(k), "success" | "failure" | "birth" | "pregnancy")
    };
    // "the ORR was 34%"
    let short = |k: usize| matches!(tokens.word(k), "orr" | "dcr" | "pcr" | "svr" | "crr");
    // "OS rates of 61% and 52%"
    let survival = |k: usize| matches!(tokens.word(k), "os" | "pfs" | "dfs" | "efs" | "rfs" | "mfs" | "lfs");
    let rate = |k: usize| rate(k) || short(k);
    let named = |k: usize| {
        if short(k) {
            return true;
        }
        let of =
            tokens.word(k + 1) == "of" && (k + 2..k + 2 + LONGEST_NAME).take_while(|&j| tokens.is_word(j)).any(outcome);
        of || k > 0 && (outcome(k - 1) || survival(k - 1))
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

#[cfg(test)]
mod tests {
    use crate::extract::testing::kinds;

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
}
