//! A share in, whether the words of its clause tell an outcome of people out: "54% of those treated relapsed".

use crate::extract::scene::Scene;
use crate::text::{Class, Quantity, Tokens, Unit};

use super::acted::{bare_share, behind_hedges, stands_for_people};
use super::no_results::no_result;
use super::struck::side_effect;
use super::verb::content;

/// An outcome is told of the people: anywhere in the clause, but not in the words that only say who they are ("of
/// patients with depression took part").
pub fn outcome_in(scene: &Scene, quantity: &Quantity, verb: Option<usize>, (start, end): (usize, usize)) -> bool {
    let tokens = scene.tokens();
    let outcome = |k: usize| {
        !inside(quantity, k) && (happened(tokens, k) || scene.is_abstract && tokens.is(k, Class::OutcomeStrong))
    };
    let next = behind_aside(tokens, quantity.last + 1);
    let Some(verb) = verb else {
        // "eating oats before they became pregnant": a clause of its own
        let apart = |k: &usize| {
            matches!(tokens.word(*k), "before" | "until" | "because")
                && matches!(tokens.word(k + 1), "they" | "she" | "he" | "the" | "their")
        };
        let end = (next..end).find(apart).filter(|_| !scene.is_abstract).unwrap_or(end);
        return (start..end).any(outcome) || went_on(tokens, next);
    };
    // "had dropped out since the death": what follows tells when
    let end = (verb..end).find(|&k| matches!(tokens.word(k), "since" | "before" | "after" | "when")).unwrap_or(end);
    // "drank rum, and their risk of gout was higher"
    let apart = |&k: &usize| {
        tokens.at(k, &[",", "and"]) && matches!(tokens.word(k + 2), "their" | "the" | "those" | "they" | "these")
    };
    let end = (verb..end).find(apart).filter(|_| !scene.is_abstract).unwrap_or(end);
    // "half of whom were followed"; "12% fell ill, 9% used syrup": a verb of its own tells what became of these
    let earlier =
        || scene.quantities_before(quantity.first).iter().any(|q| q.unit == Unit::Percent && q.first >= start);
    let apart = tokens.at(next, &["of", "whom"])
        || !scene.is_abstract && (earlier() || behind_who_they_are(tokens, start, quantity.first));
    let start = if apart { quantity.first } else { start };
    // "40% of those who died had gout": they had it before
    let died = (next..verb).any(outcome);
    (start..quantity.first).chain(verb..end).any(outcome)
        || went_on(tokens, verb)
        || !died && has_condition(tokens, verb, end)
}

/// "Among those who fell ill, 12% smoked": what stands before the share says who they are.
fn behind_who_they_are(tokens: &Tokens, start: usize, first: usize) -> bool {
    let comma = first.checked_sub(1).filter(|&k| tokens.word(k) == ",");
    let led = (start..first).find(|&k| matches!(tokens.word(k), "among" | "of" | "amongst"));
    comma.is_some() && led.is_some_and(|led| led <= start + 1 && (led..first).any(|k| tokens.word(k) == "who"))
}

/// Something happened to people, or was done with them, or time went by: without that a share that has a condition
/// ("23% of those with sore gums had diabetes") tells how common it is.
pub fn came_about(scene: &Scene) -> bool {
    let tokens = scene.tokens();
    let incident = |k: usize| happened(tokens, k) && !tokens.is(k, Class::Prevalent);
    let treated = [Class::TreatmentWord, Class::ControlWord, Class::TreatedBy].iter().any(|class| tokens.any(*class));
    let later = |k: usize| {
        matches!(tokens.word(k), "after" | "during" | "later" | "within" | "follow")
            || tokens.at(k, &["by", "the"])
            || tokens.at(k, &["by", "age"])
            // "by 65"
            || tokens.word(k) == "by"
                && tokens.is_number(k + 1)
                && !tokens.is_word(k + 2)
                && !matches!(tokens.word(k + 2), "%" | "-" | "–")
            || tokens.at(k, &["at", "the", "end"])
            || matches!(tokens.word(k), "by" | "at") && matches!(tokens.word(k + 1), "week" | "month" | "year")
    };
    let grouped = || tokens.having(Class::PeopleGroup).any(|k| matches!(tokens.word(k), "group" | "arm" | "arms"));
    // those in a trial are treated: "12% of those in the trial had a rash"
    let unwell = || {
        let ill = |k: usize| {
            matches!(
                tokens.word(k),
                "nausea"
                    | "rash"
                    | "vomiting"
                    | "headache"
                    | "headaches"
                    | "diarrhea"
                    | "diarrhoea"
                    | "fatigue"
                    | "fever"
            )
        };
        (0..tokens.len()).any(ill)
    };
    let tested = |k: usize| {
        // "blood flow had changed in 47 per cent of them"
        let changed = tokens.is(k, Class::ChangeVerb) || tokens.word(k) == "changed";
        changed && tokens.word(k + 1) == "in"
            || matches!(tokens.word(k), "returned" | "recurred" | "occurred")
            || matches!(tokens.word(k), "trial" | "trials") && unwell()
            || tokens.at(k, &["were", "infected"])
    };
    treated
        || grouped()
        || scene.quantities().iter().any(|q| matches!(q.unit, Unit::Time(_)))
        || arms_before(scene)
        || (0..tokens.len())
            .any(|k| incident(k) || side_effect(tokens, k) || later(k) || tested(k) || went_on(tokens, k))
}

/// One of the two sentences before names a group by what it got: "On the syrup, half relapsed. Nausea …".
fn arms_before(scene: &Scene) -> bool {
    const NEAR: usize = 2;
    const TELLING: [Class; 4] = [Class::People, Class::ControlWord, Class::PeopleGroup, Class::TreatedBy];
    let told = |tokens: &Tokens| {
        TELLING.iter().any(|class| tokens.any(*class)) && (1..tokens.len()).any(|k| names_an_arm(tokens, k))
    };
    // "in the oat group", but not "the group" of all
    let grouped = |tokens: &Tokens| {
        tokens.having(Class::PeopleGroup).any(|k| {
            tokens.word(k) == "group" && k > 2 && !tokens.is(k - 1, Class::Article) && tokens.word(k - 1) != "age"
        })
    };
    let before = &scene.sentences[scene.at.saturating_sub(NEAR)..scene.at];
    before.iter().any(|sentence| told(&sentence.tokens) || grouped(&sentence.tokens))
}

/// Tokens before the colon or the dash that are looked at.
const BEFORE_MARK: usize = 30;

/// "Relapses told the same tale: 12% against 30%": the outcome stands before the colon or the dash.
pub fn told_before_the_mark(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let acted =
        |k: usize| tokens.is(k, Class::ActedOn) && (k.saturating_sub(3)..k).all(|j| !tokens.is(j, Class::Modal));
    let told = |k: usize| happened(tokens, k) || acted(k);
    mark_before(scene, quantity)
        .is_some_and(|mark| (mark.saturating_sub(BEFORE_MARK)..mark).any(told) || groups_before(tokens, mark))
}

/// "Gout turned up in all three groups: 8% of those on rum, 9% of those on ale".
pub fn told_of_groups(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    tokens.any(Class::PeopleGroup) && mark_before(scene, quantity).is_some_and(|mark| groups_before(tokens, mark))
}

/// An illness of groups is told before the colon or the dash at `mark`, but not one that they had at the start.
fn groups_before(tokens: &Tokens, mark: usize) -> bool {
    let before = mark.saturating_sub(BEFORE_MARK)..mark;
    let at_first = |k: usize| matches!(tokens.word(k), "start" | "baseline" | "outset" | "beginning" | "entry");
    tokens.is(mark.wrapping_sub(1), Class::PeopleGroup)
        && before.clone().any(|k| ill(tokens, k))
        && !before.into_iter().any(at_first)
}

/// The colon or dash behind which the share stands without a verb.
fn mark_before(scene: &Scene, quantity: &Quantity) -> Option<usize> {
    let tokens = scene.tokens();
    let mark = |k: usize| {
        tokens.is(k, Class::ClauseMark) && (tokens.word(k) == ":" || tokens.word(k) == "–" && !tokens.glued(k))
    };
    let mark = (0..quantity.first).rev().find(|&k| mark(k))?;
    let verb = |k: usize| tokens.is(k, Class::PastVerb) || tokens.is(k, Class::Be) || tokens.is_number(k);
    // "dropped by three points – about 30% –" tells one figure twice
    let twice = |before: &Quantity| before.last + 2 >= mark && before.unit != Unit::None;
    let again = scene.quantities_before(mark).last().is_some_and(twice);
    let alone = !again && stands_for_people_or_nobody(tokens, quantity) && !(mark + 1..quantity.first).any(verb);
    alone.then_some(mark)
}

/// "35 extra strokes per 1,000 sailors": the events stand between the two numbers.
pub fn told_within(tokens: &Tokens, quantity: &Quantity) -> bool {
    let event = |k: usize| tokens.is(k, Class::EventNoun) || tokens.is(k, Class::OutcomeStrong);
    quantity.fraction.is_some() && (quantity.first + 1..quantity.last).any(event)
}

/// Behind "(32%)" and "- 32% -".
pub fn behind_aside(tokens: &Tokens, next: usize) -> usize {
    const LONGEST_ASIDE: usize = 8;
    // "30 sailors (40 per cent) fell ill"
    if tokens.word(next) == ")" {
        return next + 1;
    }
    // "30 sailors, or nearly 40 per cent, fell ill"
    let again = |k: usize| tokens.word(k) == "or" && tokens.before(k) == ",";
    if tokens.word(next) == "," && (next.saturating_sub(LONGEST_ASIDE)..next).any(again) {
        return next + 1;
    }
    // "40 per cent, or about 30 sailors, fell ill"
    if tokens.at(next, &[",", "or"]) && (next + 2..next + 5).any(|k| tokens.is_number(k)) {
        return (next + 3..next + LONGEST_ASIDE).find(|&k| tokens.word(k) == ",").map_or(next, |close| close + 1);
    }
    if !matches!(tokens.word(next), "(" | "-" | "–") {
        return next;
    }
    (next + 1..next + LONGEST_ASIDE)
        .find(|&k| matches!(tokens.word(k), ")" | "-" | "–"))
        .map_or(next, |close| close + 1)
}

/// A word for an outcome that is not merely the first half of something else ("pain killers", "stroke patients").
pub fn happened(tokens: &Tokens, k: usize) -> bool {
    // "women free of the disease" says who they are
    let free = || tokens.word(k) == "free" && tokens.is(k.wrapping_sub(1), Class::People);
    // "saw a specialist", "quit their jobs" tell no outcome
    let job = || tokens.word(k) == "quit" && tokens.is(k + 1, Class::Article);
    // "response to the survey", "the response rate for the questionnaire"
    let answer = || {
        let asked = |j: usize| tokens.is(j, Class::ResearchNoun) || tokens.word(j) == "questionnaire";
        let to = if matches!(tokens.word(k + 1), "rate" | "rates") { k + 2 } else { k + 1 };
        matches!(tokens.word(k), "response" | "responses")
            && (tokens.word(to) == "to" || tokens.word(to) == "for" && to > k + 1)
            && (to + 1..to + 4).any(asked)
    };
    let other = || free() || job() || answer() || tokens.word(k) == "saw";
    let befell = tokens.is(k, Class::Befallen)
        && !tokens.is(k, Class::NonHealth)
        && (k.saturating_sub(2)..k).any(|j| tokens.is(j, Class::Be));
    befell || tokens.is(k, Class::OutcomeStrong) && !tokens.is(k + 1, Class::OutcomeHost) && !other()
}

/// "went on to have", "ended up with".
fn went_on(tokens: &Tokens, k: usize) -> bool {
    const REACH: usize = 7;
    // "went on to have a scan"
    let tested = || (k + 3..k + REACH).take_while(|&j| tokens.is_word(j)).any(|j| tokens.is(j, Class::StudyTask));
    (tokens.at(k, &["went", "on", "to"]) || tokens.at(k, &["gone", "on", "to"])) && !tested()
        || tokens.at(k, &["ended", "up"])
        || tokens.at(k, &["wound", "up"])
}

/// "had diabetes", "were diagnosed with asthma", "suffered from eczema".
fn has_condition(tokens: &Tokens, verb: usize, end: usize) -> bool {
    const NEAR: usize = 7;
    // "had sought help for gout" tells what they did
    let at = content(tokens, verb);
    let did = at > verb
        && tokens.is(at, Class::PastVerb)
        && !tokens.is(at, Class::SeenVerb)
        && !tokens.is(at, Class::EventVerb);
    !did && (verb + 1..end.min(verb + NEAR)).any(|k| condition(tokens, k))
}

/// A state that people are in, or an illness that they have.
pub fn condition(tokens: &Tokens, k: usize) -> bool {
    let host = || [Class::OutcomeHost, Class::People, Class::PeopleGroup].iter().any(|class| tokens.is(k + 1, *class));
    (tokens.is(k, Class::Condition) || tokens.is(k, Class::Illness) || too_high(tokens, k)) && !host()
}

/// "high blood pressure", "raised cholesterol", "an irregular heartbeat".
fn too_high(tokens: &Tokens, k: usize) -> bool {
    let amiss = matches!(
        tokens.word(k),
        "abnormal"
            | "irregular"
            | "clogged"
            | "enlarged"
            | "swollen"
            | "inflamed"
            | "precancerous"
            | "infected"
            | "bleeding"
    );
    if amiss && tokens.is_word(k + 1) && !tokens.is(k + 1, Class::Preposition) && !tokens.is(k + 1, Class::People) {
        return true;
    }
    matches!(tokens.word(k), "pressure" | "cholesterol")
        && (k.saturating_sub(2)..k).any(|j| matches!(tokens.word(j), "high" | "raised" | "elevated"))
}

/// A word for an illness, an accident, an event that befalls people.
pub fn ill(tokens: &Tokens, k: usize) -> bool {
    const ILLS: [Class; 4] = [Class::Condition, Class::Illness, Class::Mishap, Class::EventNoun];
    let named = ILLS.iter().any(|class| tokens.is(k, *class)) && !tokens.is(k + 1, Class::OutcomeHost);
    named || happened(tokens, k)
}

/// "18 per cent of people on the drug", "22 per cent in the placebo group", "7 per cent on placebo": a share of a treated
/// or untreated group is a result, whatever the words for it.
pub fn of_an_arm(tokens: &Tokens, quantity: &Quantity) -> bool {
    let next = quantity.last + 1;
    let next = if tokens.word(next) == ")" { next + 1 } else { next };
    let behind =
        (next..next + 9).take_while(|&k| !matches!(tokens.word(k), "," | ";" | "." | "and" | "compared" | "had"));
    let named = behind.into_iter().any(|k| names_an_arm(tokens, k) || named_arm(tokens, k));
    // "In the clamp group, 12%", but not "the rate of rowing in the clamp group was 12%"
    let led_by = |k: usize| tokens.word(k + 1) == "," || k + 1 >= behind_hedges(tokens, quantity.first);
    let head = (quantity.first.saturating_sub(8)..quantity.first).any(|k| {
        matches!(tokens.word(k), "of" | "in" | "among")
            && (k + 1..quantity.first).any(|j| names_an_arm(tokens, j) || named_arm(tokens, j) && led_by(j))
    });
    let with = tokens.before(quantity.first) == "with" && !tokens.ends_at(quantity.first, &["compared", "with"]);
    let habit = quantity.fraction.is_some() && with;
    // "In the oat group, 12 percent opened the book"
    let did = || (next..next + 9).take_while(|&k| tokens.is_word(k)).any(|k| no_result(tokens.word(k)));
    !habit && (named || (head && !did() && !matches!(tokens.before(quantity.first), "(" | "–")))
}

fn names_an_arm(tokens: &Tokens, k: usize) -> bool {
    // "said they were taking", "with one in 20 cooks taking the syrup": what they did
    let doing = || {
        tokens.word(k) == "taking"
            && (tokens.is(k.wrapping_sub(1), Class::PastVerb) || tokens.before(k).ends_with("ed"))
    };
    // "in any given year"
    let at_any_time = || tokens.ends_at(k + 1, &["any", "given"]);
    let taking = matches!(tokens.word(k), "taking" | "receiving" | "given" | "on")
        && tokens.is_word(k + 1)
        && !doing()
        && !at_any_time()
        || tokens.word(k) == "treated" && matches!(tokens.word(k + 1), "with" | "using") && tokens.is_word(k + 2);
    let group = tokens.is(k, Class::PeopleGroup)
        && (tokens.is(k - 1, Class::ControlWord) || tokens.is(k - 1, Class::TreatmentWord));
    let led = |k: usize| tokens.is(k.wrapping_sub(1), Class::Preposition);
    // "7 per cent with the placebo"
    let pill = || tokens.word(k) != "sugar" || matches!(tokens.word(k + 1), "pill" | "pills" | "water");
    // "a lack of control", "in comparison to"
    let of_group = || {
        !matches!(tokens.word(k), "control" | "comparison")
            || tokens.is_word(k + 1) && !tokens.is(k + 1, Class::Preposition) && !tokens.is(k + 1, Class::StopPhrase)
    };
    let control =
        tokens.is(k, Class::ControlWord) && pill() && of_group() && (led(k) || tokens.before(k) == "the" && led(k - 1));
    // "those who received the syrup"
    let task = || (k + 1..k + 6).take_while(|&j| tokens.is_word(j)).any(|j| tokens.is(j, Class::StudyTask));
    // "who took rum", but not "who took the survey", "who took up rowing"
    let took = || {
        let other = tokens.is(k + 1, Class::Article) || tokens.is(k + 1, Class::Preposition);
        let treated = (k + 1..k + 4).any(|j| tokens.is(j, Class::TreatmentWord));
        tokens.word(k) == "took"
            && (treated || !other && !matches!(tokens.word(k + 1), "part" | "place" | "up" | "off"))
    };
    let got = (matches!(tokens.word(k), "received" | "got") || took())
        && !task()
        && matches!(tokens.before(k), "who" | "had" | "who'd")
        && (tokens.before(k) != "had" || tokens.word(k.wrapping_sub(2)) == "who");
    got || (taking
        && !tokens.is(k + 1, Class::Month)
        && !tokens.is(k + 1, Class::Weekday)
        && k > 0
        && tokens.word(k) != "on")
        || (tokens.word(k) == "on" && k > 0 && (tokens.is(k - 1, Class::People) || tokens.word(k - 1) == "those"))
        || group
        || control
}

/// "the clamp group", "the low-salt arm": what its people got names the group at `k`, where "the age group" sorts them.
fn named_arm(tokens: &Tokens, k: usize) -> bool {
    const LONGEST_NAME: usize = 4;
    if !matches!(tokens.word(k), "group" | "arm") || k < 2 {
        return false;
    }
    let sorts = |k: usize| {
        tokens.is(k, Class::Ordinal)
            || tokens.is(k, Class::RelativeWord)
            || tokens.is(k, Class::Preposition)
            || tokens.is(k, Class::Condition)
            || tokens.is(k, Class::Composition)
            || tokens.word(k).ends_with("est")
            || matches!(tokens.word(k), "top" | "bottom" | "middle" | "upper" | "weight" | "normal" | "healthy")
            || matches!(
                tokens.word(k),
                "age" | "study" | "whole" | "entire" | "same" | "ethnic" | "income" | "risk" | "patient" | "other"
            )
            || matches!(
                tokens.word(k),
                "work" | "blood" | "focus" | "peer" | "support" | "research" | "advocacy" | "trade" | "left" | "right"
            )
    };
    let name = (k.saturating_sub(LONGEST_NAME)..k).rev().take_while(|&k| tokens.is_word(k) || tokens.word(k) == "-");
    let mut from = k;
    for at in name {
        if tokens.is(at, Class::Article) {
            return from < k && !(from..k).any(sorts);
        }
        from = at;
    }
    false
}

/// "47.3 per cent of the 28 participants", "40% of participants …", "a third of them": people of the study, known as such.
pub fn of_the_studied(tokens: &Tokens, quantity: &Quantity) -> bool {
    let next = quantity.last + 1;
    let known = tokens.word(next) == "of"
        && (next + 1..next + 5).any(|k| matches!(tokens.word(k), "participants" | "volunteers" | "subjects"));
    let told = (next + 2..next + 12).any(|k| tokens.is(k, Class::PastVerb) && !tokens.is(k, Class::Be))
        || (quantity.first.saturating_sub(6)..quantity.first)
            .any(|k| tokens.is(k, Class::ChangeVerb) || tokens.word(k) == "changed");
    known && told
}

/// "in 12% of the sailors", "in 12%, and", "in 12% with oats".
pub fn stands_for_people_or_nobody(tokens: &Tokens, quantity: &Quantity) -> bool {
    quantity.fraction.is_some() || bare_share(tokens, quantity) || stands_for_people(tokens, quantity)
}

fn inside(quantity: &Quantity, k: usize) -> bool {
    (quantity.first..=quantity.last).contains(&k)
}
