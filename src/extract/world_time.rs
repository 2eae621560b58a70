//! A time in, whether it went on outside of any study out: one person's years, a custom, a wait, an effect that wore on.

use rust_decimal::Decimal;

use crate::text::{Class, Quantity, Tokens, Unit};

use super::duration::{follow_up, led_from};
use super::gained_time::holds_off;
use super::scene::Scene;

/// No study follows people for so long: "a hundred years later, the ship was found".
pub(super) fn longer_than_a_life(unit: &str, quantity: &Quantity) -> bool {
    const YEARS: u32 = 75;
    let years = if unit == "decade" { 10 } else { 1 };
    matches!(unit, "year" | "decade") && quantity.value.low * Decimal::from(years) > YEARS.into()
}

/// What went on for a time outside of any study: one person's years, a custom, a wait, an effect that wore on, a record.
pub(super) fn told_of_world(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let start = led_from(tokens, quantity.first);
    if fronted_story(scene, quantity, start)
        || own_story(scene, start)
        || priced(tokens, start)
        || schooled(tokens, quantity)
        || career(tokens, start)
    {
        return true;
    }
    let lead = tokens.before(start);
    // "lasted six years", "lasted for up to six years"
    // "attacks can last up to three days"
    let lasts = |k: usize| match tokens.word(k) {
        "lasted" | "lasting" | "lasts" => true,
        // "colds last up to ten days", but not "the last up to ten days"
        "last" => {
            let up = matches!(tokens.word(k + 1), "up" | "about" | "around" | "between" | "for" | "from");
            tokens.is(k.wrapping_sub(1), Class::Modal)
                || matches!(tokens.before(k), "may" | "might" | "often" | "usually" | "typically")
                || up && tokens.before(k).ends_with('s') && tokens.before(k) != "its"
        }
        _ => false,
    };
    if let Some(verb) = (start.saturating_sub(3)..start).find(|&k| lasts(k)) {
        return !named_lasting(tokens, verb);
    }
    // "Dr Hale, who has studied snoring for ten years"
    let has = |k: usize| tokens.at(k, &[",", "who", "has"]);
    if (start.saturating_sub(10)..start).any(has) {
        return true;
    }
    if !matches!(lead, "for" | "in" | "up" | "to") && !(start..quantity.first).any(|k| tokens.word(k) == "to") {
        return false;
    }
    superlative(tokens, start)
        || put_off(tokens, start)
        || lead != "in" && (somebody(scene, start) || customary(scene, quantity, start) || wears_on(scene, start))
}

/// "For nine years Peg Karlow sold oats": years of somebody named.
fn fronted_story(scene: &Scene, quantity: &Quantity, start: usize) -> bool {
    let tokens = scene.tokens();
    if start > 1 || !matches!(tokens.word(0), "for" | "over") {
        return false;
    }
    let after = quantity.last + 1;
    let at = if tokens.word(after) == "," { after + 1 } else { after };
    let name = |k: usize| {
        tokens.is_capital(&scene.article.text, k) && !tokens.is(k, Class::StudyWork) && !tokens.is(k, Class::Article)
    };
    let had_been = || (at + 1..at + 5).any(|k| tokens.at(k, &["had", "been"]));
    let of_one = || (at..at + 9).any(|k| matches!(tokens.word(k), "he" | "she" | "him" | "her" | "his"));
    let named = name(at) && name(at + 1) || matches!(tokens.word(at), "he" | "she") || had_been() && of_one();
    let researchers = (at..at + 5).any(|k| tokens.is(k, Class::StudyWork) || tokens.word(k).ends_with("ologists"));
    named && !researchers
}

/// "my wait was almost a year"
fn own_story(scene: &Scene, start: usize) -> bool {
    scene.any(Class::OnePerson)
        && (scene.clause_start(start)..start).any(|k| matches!(scene.tokens().word(k), "my" | "me" | "myself"))
}

/// "could save $4 billion over five years"
fn priced(tokens: &Tokens, start: usize) -> bool {
    const NEAR: usize = 5;
    // "$18 for a month's supply"
    let supply = tokens.before(start) == "for" && (start..start + 6).any(|k| tokens.word(k) == "supply");
    let over = supply || matches!(tokens.before(start), "over" | "within" | "in") || tokens.word(start) == "over";
    over && (start.saturating_sub(NEAR)..start).any(|k| matches!(tokens.word(k), "$" | "£" | "€"))
}

/// "three years at university", "studied at a college for two years", "12 years of schooling", "compulsory education (nine years)"
fn schooled(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 4;
    const FAR: usize = 8;
    let school =
        |k: usize| matches!(tokens.word(k), "university" | "college" | "school" | "schooling" | "education" | "degree");
    let after = quantity.last + 1;
    let at = matches!(tokens.word(after), "at" | "of" | "in") && (after + 1..after + NEAR).any(school);
    let named = (after..after + 2).any(school) && !tokens.is(after, Class::StudyWork);
    let first = quantity.first;
    let studied = (first.saturating_sub(FAR)..first).any(|k| {
        matches!(tokens.word(k), "studied" | "studying" | "attended" | "educated")
            && matches!(tokens.word(k + 1), "at" | "a" | "the" | "in")
            && (k + 1..first).any(school)
    });
    // "pupils who studied for four years", "the four years' study that cooks need"
    let at_school = tokens.ends_at(led_from(tokens, first), &["who", "studied", "for"])
        || tokens.word(after) == "'" && tokens.word(after + 1) == "study" && !tokens.is(after + 2, Class::Preposition);
    let bracket =
        tokens.before(quantity.first) == "(" && (quantity.first.saturating_sub(NEAR)..quantity.first).any(school);
    at || named || bracket || studied || at_school
}

/// "a nurse for more than 30 years", "worked as a cook for ten years"
fn career(tokens: &Tokens, start: usize) -> bool {
    const LONGEST_NAME: usize = 8;
    let called = |k: usize| {
        matches!(tokens.word(k), "a" | "an") && matches!(tokens.before(k), "," | "as" | "been" | "is" | "was" | "being")
    };
    if tokens.ends_at(start, &["in", "practice", "for"]) || tokens.ends_at(start, &["practised", "for"]) {
        return true;
    }
    let from = start.saturating_sub(LONGEST_NAME);
    if (start.saturating_sub(2 * LONGEST_NAME)..start).any(|k| headed(tokens, k)) {
        return true;
    }
    let Some(article) = (from..start).rev().find(|&k| called(k)) else { return false };
    (article + 1..start).any(|k| tokens.is(k, Class::Profession))
        && !(article + 1..start).any(|k| tokens.is(k, Class::PastVerb))
}

/// "She has treated sailors for 25 years", "Dr Hale, who has cared for nurses for ten years"
pub(super) fn practises(scene: &Scene, quantity: &Quantity) -> bool {
    const FAR: usize = 8;
    let tokens = scene.tokens();
    let start = led_from(tokens, quantity.first);
    let treats = |k: usize| {
        matches!(tokens.before(k), "has" | "have" | "i've")
            && matches!(tokens.word(k), "treated" | "cared" | "operated" | "studied")
    };
    let treated = (start.saturating_sub(FAR)..start).find(|&k| treats(k));
    let person = |verb: usize| {
        tokens.before(verb) == "i've"
            || matches!(tokens.word(verb.wrapping_sub(2)), "she" | "he" | "i")
            || tokens.word(verb.wrapping_sub(2)) == "who" && tokens.word(verb.wrapping_sub(3)) == ","
    };
    tokens.before(start) == "for" && treated.is_some_and(person)
}

/// "who was medical head of a ward for ten years"
fn headed(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::PostHeld) && (k.saturating_sub(3)..k).any(|j| tokens.is(j, Class::Be) || tokens.word(j) == "as")
}

/// "the treatment lasted 12 weeks", but not "the war lasted six years", "the pain lasted three days".
fn named_lasting(tokens: &Tokens, verb: usize) -> bool {
    const NEAR: usize = 7;
    (verb.saturating_sub(NEAR)..verb)
        .rev()
        .take_while(|&k| tokens.word(k) != "," || matches!(tokens.word(k + 1), "which" | "that"))
        .any(|k| {
            tokens.is(k, Class::LastingNoun)
                || tokens.is(k, Class::StudyWork)
                || tokens.is(k, Class::Session)
                || follow_up(tokens, k)
        })
}

/// "she has worked nights for 20 years", "he was jailed for three years", "he lost 40 kg", but not "he said that nurses
/// took it for six weeks".
pub(super) fn somebody(scene: &Scene, start: usize) -> bool {
    let tokens = scene.tokens();
    if !tokens.any(Class::OnePerson) {
        return false;
    }
    let clause = scene.clause_start(start);
    let person = |k: usize| {
        matches!(tokens.word(k), "he" | "she" | "i" | "i've" | "he's" | "she's" | "he'd" | "she'd" | "me")
            && !tokens.is(k + 1, Class::ReportingVerb)
            && !matches!(tokens.word(k + 1), "and" | "found" | "thinks" | "believes" | "suggested" | "tested")
    };
    (clause..start).rev().take_while(|&k| !tokens.is(k, Class::People) && !tokens.is(k, Class::StudyWork)).any(person)
}

/// "syrup has been used for 50 years", "for 50 years, doctors have given syrup"; of the people in a study it is told with
/// "who have".
fn customary(scene: &Scene, quantity: &Quantity, start: usize) -> bool {
    const NEAR: usize = 8;
    let tokens = scene.tokens();
    let perfect = |k: usize| {
        matches!(tokens.word(k), "has" | "have" | "we've" | "they've" | "i've" | "hasn't" | "haven't" | "hadn't")
            && !matches!(tokens.before(k), "who" | "that" | "to")
            && !tokens.is(k.wrapping_sub(1), Class::Modal)
    };
    let after = quantity.last + 1;
    let fronted = tokens.word(after) == "," && (after..after + NEAR).any(perfect);
    fronted || (start.saturating_sub(NEAR)..start).any(perfect)
}

/// "the highest for more than ten years", "for the first time in a decade", but not "took the lowest dose for ten weeks"
fn superlative(tokens: &Tokens, start: usize) -> bool {
    const NEAR: usize = 9;
    const SHORTEST: usize = 6;
    let best = |k: usize| {
        let word = tokens.word(k);
        let most = matches!(word, "worst" | "best") || word.ends_with("est") && word.len() >= SHORTEST;
        let led = matches!(tokens.before(k), "the" | "its" | "their" | "his" | "her");
        let amount =
            matches!(tokens.word(k + 1), "dose" | "doses" | "amount" | "amounts" | "intake" | "levels" | "level");
        most && led && !amount || tokens.at(k, &["first", "time"])
    };
    let near = (start.saturating_sub(NEAR)..start).rev();
    near.take_while(|&k| !matches!(tokens.word(k), "." | ";" | "who" | "that")).any(best)
}

/// "the risk stayed raised for up to 30 years", "patients waited for 18 weeks"
fn wears_on(scene: &Scene, start: usize) -> bool {
    const NEAR: usize = 14;
    // of "the risk of being admitted" the risk wears on
    const BEFALLS: [&str; 12] = [
        "waiting",
        "being",
        "dying",
        "having",
        "developing",
        "getting",
        "suffering",
        "falling",
        "becoming",
        "needing",
        "catching",
        "bleeding",
    ];
    let tokens = scene.tokens();
    let clause = scene.clause_start(start);
    // "those with gout for more than ten years"
    let ill = start > 3
        && tokens.is(start - 2, Class::Condition)
        && (matches!(tokens.word(start - 3), "with" | "had" | "have")
            || tokens.word(start - 3) == "the" && tokens.word(start - 4) == "had")
        // "The study enrolled 40 nurses with gout for 12 weeks" tells how long it took
        && !(clause..start).any(|k| tokens.is(k, Class::EnrolVerb));
    if ill || remained(tokens, start) {
        return true;
    }
    let own = |k: usize| {
        tokens.is(k, Class::AssignVerb)
            || tokens.is(k, Class::ConsumeVerb)
            || tokens.is(k, Class::ClockEvent)
            || tokens.word(k).ends_with("ing") && !BEFALLS.contains(&tokens.word(k))
            || matches!(tokens.word(k), "who" | "which" | "that" | "after" | "use" | "diet" | "therapy")
    };
    (clause.max(start.saturating_sub(NEAR))..start)
        .rev()
        .take_while(|&k| !own(k))
        .any(|k| tokens.is(k, Class::Likelihood) || tokens.is(k, Class::WearsOn))
}

/// "sneezing", "the pain", "colds": what wears on stands right before the verb.
fn ails(tokens: &Tokens, verb: usize) -> bool {
    let k = verb.wrapping_sub(1);
    tokens.is(k, Class::Condition) || tokens.is(k, Class::OutcomeStrong) || tokens.word(k).ends_with("ing")
}

/// "holds off gout for two years", "delayed the next cold by a month": a gain in time, which is a result.
fn put_off(tokens: &Tokens, start: usize) -> bool {
    const NEAR: usize = 9;
    let delays = |k: usize| {
        matches!(tokens.word(k), "delay" | "delays" | "delayed" | "delaying" | "postpone" | "postpones" | "postponed")
    };
    matches!(tokens.before(start), "for" | "by")
        && (start.saturating_sub(NEAR)..start)
            .rev()
            .take_while(|&k| !matches!(tokens.word(k), "." | ";" | "," | "after"))
            .any(|k| delays(k) || k > 0 && holds_off(tokens, k - 1))
}

/// "remained elevated for a year", but not "remained on it for a year"
fn remained(tokens: &Tokens, start: usize) -> bool {
    // "sneezing went on for some 20 days"
    let on = |k: usize| tokens.word(k) == "on" && matches!(tokens.before(k), "went" | "goes" | "dragged");
    if (start.saturating_sub(4)..start).any(|k| on(k) && ails(tokens, k - 1)) {
        return true;
    }
    (start.saturating_sub(4)..start).any(|k| {
        matches!(tokens.word(k), "remained" | "remains" | "remain" | "stayed" | "stays" | "stay" | "persisted")
            && !tokens.is(k + 1, Class::Preposition)
            && k + 1 < start
    })
}

/// A baby's age, a time since some event in the world, one person's story: "solid foods at six months", "12 years after the
/// island was discovered", "the cook fell ill a year later".
pub(super) fn elsewhere(scene: &Scene, quantity: &Quantity) -> bool {
    const NEAR: usize = 12;
    let tokens = scene.tokens();
    let near = |words: &[&str]| scene.has_word(quantity.first.saturating_sub(NEAR), quantity.last + NEAR, words);
    let lead = led_from(tokens, quantity.first).saturating_sub(1);
    // "Offer rice at about five months"
    let offered = |k: usize| {
        matches!(tokens.word(k), "offer" | "offered" | "introduce" | "introduced" | "introducing" | "feed" | "fed")
            && (k + 1..quantity.first).any(|j| tokens.is(j, Class::Food))
    };
    let fed = (lead..quantity.first).any(|k| tokens.word(k) == "at" && !tokens.at(k, &["at", "least"]))
        && ((lead.saturating_sub(5)..lead).any(offered)
            || near(&[
                "solid", "solids", "weaned", "weaning", "baby", "babies", "infant", "infants", "toddler", "toddlers",
                "newborns", "foods",
            ]));
    // "the scan at 20 weeks", "given from 28 weeks until birth": of a pregnancy
    let pregnant = quantity.unit == Unit::Time("week")
        && matches!(tokens.before(quantity.first), "at" | "from" | "before" | "until" | "by")
        && (near(&[
            "pregnancy",
            "pregnant",
            "pregnancies",
            "womb",
            "foetus",
            "fetus",
            "gestation",
            "trimester",
            "scan",
        ]) || tokens.before(quantity.first) == "from" && tokens.word(quantity.last + 1) == "until");
    let after = tokens.word(quantity.last + 1) == "after";
    let told_of = || {
        scene.has_word(
            quantity.last + 2,
            quantity.last + 2 + NEAR,
            &[
                "identified",
                "discovered",
                "launched",
                "introduced",
                "approved",
                "invented",
                "announced",
                "banned",
                "founded",
            ],
        )
    };
    const SOMEBODY: [&str; 12] =
        ["he", "she", "his", "her", "him", "woman", "man", "girl", "boy", "mother", "father", "daughter"];
    let later = tokens.word(quantity.last + 1) == "later";
    let person = || scene.has_word(quantity.first.saturating_sub(5), quantity.last + 5, &SOMEBODY);
    // "told the pupils a tale at four and 13 years"
    let grown = quantity.unit == Unit::Time("year")
        && (led_from(tokens, quantity.first).saturating_sub(1)..quantity.first).any(|k| tokens.word(k) == "at")
        && scene.has_word(
            quantity.first.saturating_sub(NEAR),
            quantity.first,
            &["child", "children", "child's", "children's", "boys", "girls", "kids", "pupils", "offspring"],
        );
    fed || grown || age_in_bracket(tokens, quantity) || pregnant || after && told_of() || later && person()
}

/// "older women (more than 40 years)"
fn age_in_bracket(tokens: &Tokens, quantity: &Quantity) -> bool {
    let bracket = led_from(tokens, quantity.first).wrapping_sub(1);
    let years = |k: usize| matches!(tokens.word(k), "older" | "younger" | "elderly" | "age" | "aged" | "ages");
    // "older than two months (median three years)"
    let middle = (bracket..quantity.first).any(|k| matches!(tokens.word(k), "median" | "mean" | "average"));
    let reach = if middle { 6 } else { 2 };
    tokens.word(bracket) == "(" && (bracket.saturating_sub(reach)..bracket).any(years)
}
