//! A number in its sentence in, the tense of the verb it belongs to out: what is told as done, what is so in general.

use crate::extract::nouns::abbreviates;
use crate::text::{Class, Classes, Quantity, Tokens, Unit};

/// The tense of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    Present,
    Past,
}

/// "climbed to 44 per cent", "eased by about 3 points": the word before the number is a verb in the past, known or not.
pub fn done_before(tokens: &Tokens, quantity: &Quantity) -> bool {
    let fills =
        |k: usize| tokens.is(k, Class::Approx) || matches!(tokens.word(k), "by" | "to" | "from" | "an" | "extra");
    let mut at = quantity.first;
    while at > 0 && fills(at - 1) {
        at -= 1;
    }
    let verb = at.wrapping_sub(1);
    let before = verb.wrapping_sub(1);
    let article = tokens.is(before, Class::Article) && tokens.word(before) != "that";
    let passive = article || tokens.is(before, Class::Be) || tokens.is(before, Class::Modal);
    let perfect =
        (verb.saturating_sub(3)..verb).any(|k| matches!(tokens.word(k), "has" | "have" | "be" | "are" | "is"));
    verb > 0 && tokens.word(verb).ends_with("ed") && tokens.word(verb).len() > 4 && !passive && !perfect
        || tokens.any(Class::ChangeVerb) && moved_by(tokens, at)
}

/// "lowered blood pressure by about 9 points", but not "have lowered": at `at` what follows "by".
fn moved_by(tokens: &Tokens, at: usize) -> bool {
    const OBJECT: usize = 5;
    let object = (at.saturating_sub(OBJECT)..at).rev().take_while(|&k| tokens.is_word(k));
    let by = tokens.word(at) == "by" || tokens.ends_at(at + 1, &["by"]);
    // "have since dropped by"
    let helps = |k: usize| {
        tokens.classes(k).has_either(Class::Be, Class::Modal) || matches!(tokens.word(k), "has" | "have" | "had")
    };
    let moved = |k: usize| {
        let past = tokens.is(k, Class::ChangeVerb) && tokens.word(k).ends_with("ed");
        past && !tokens.is(k.wrapping_sub(1), Class::Article) && !(k.saturating_sub(2)..k).any(helps)
    };
    by && object.into_iter().any(moved)
}

/// "halved", "doubled", but not "have almost doubled": the number is itself a verb in the past.
pub fn told_as_done(tokens: &Tokens, quantity: &Quantity) -> bool {
    // "has more than doubled"
    let perfect =
        || (quantity.first.saturating_sub(3)..quantity.first).any(|k| matches!(tokens.word(k), "has" | "have"));
    quantity.unit == Unit::Times && tokens.word(quantity.first).ends_with("ed") && !perfect()
}

/// "was present in about 30% of patients": the number ends a statement in the past.
pub fn told_of_before(tokens: &Tokens, quantity: &Quantity) -> bool {
    let mut at = quantity.first;
    while at > 0 && tokens.is(at - 1, Class::Approx) {
        at -= 1;
    }
    let led = tokens.is(at.wrapping_sub(1), Class::Preposition);
    let clause = (0..at).rev().take_while(|&k| !matches!(tokens.word(k), ";" | ":" | "," | "–" | "that"));
    led && clause.into_iter().find_map(|k| tense(tokens, k)) == Some(Tense::Past)
}

/// The verb that people are the subject of ("show", "use", "report" are verbs there) stands in the present tense.
pub fn people_verb_is_present(tokens: &Tokens, i: usize) -> bool {
    /// Tokens between such a verb and the people at most.
    const LED_BY: usize = 7;
    let clause = (i..tokens.len().min(i + 16)).take_while(|&k| !ends_clause(tokens, k));
    // "a third of teenagers sleep badly"
    let deeds =
        |k: usize| matches!(tokens.word(k), "sleep" | "eat" | "exercise" | "consume" | "skip" | "own" | "weigh");
    // "helped a third of patients sleep"
    let led = |i: usize| (i.saturating_sub(LED_BY)..i).any(|k| brings_to(tokens, k));
    let bare = |k: usize| k > i && deeds(k) && people(tokens, k - 1) && !tokens.is(k, Class::PresentVerb) && !led(i);
    let mut verbs = clause.filter(|&k| {
        if bare(k) {
            return true;
        }
        let noun = tokens.is(k - 1, Class::Preposition) || tokens.is(k - 1, Class::Article);
        k > i && !noun && (tokens.is(k, Class::PastVerb) || tokens.is(k, Class::PresentVerb))
    });
    // "have been admitted because of rum" tells what happened
    let happened = |k: usize| {
        matches!(tokens.word(k), "have" | "has") && tokens.word(k + 1) == "been" && tokens.word(k + 2).ends_with("ed")
    };
    // "a third of parents say" is what a survey found
    let say = |k: usize| matches!(tokens.word(k), "say" | "says" | "think" | "thinks" | "report" | "reports" | "feel");
    verbs.next().is_some_and(|k| !say(k) && !tokens.is(k, Class::PastVerb) && tokens.word(k) != "would" && !happened(k))
}

/// ";", ":", a full stop or a dash.
fn ends_clause(tokens: &Tokens, k: usize) -> bool {
    tokens.is_sign(k) && matches!(tokens.word(k), ";" | ":" | "." | "–") && !abbreviates(tokens, k)
}

/// The tense of a verb at `k`; `None` where no verb of a clause stands there, or one that says nothing of the tense: a noun as
/// often as a verb ("use"), or a verb of reporting findings.
pub fn tense(tokens: &Tokens, k: usize) -> Option<Tense> {
    let classes = tokens.classes(k);
    // "agreed that oats should be taxed"
    if classes.has(Class::ActiveVerb) && !classes.has_either(Class::PastVerb, Class::PresentVerb) {
        let past = acted(tokens, k).then_some(Tense::Past);
        return past.or_else(|| is_so(tokens, k).then_some(Tense::Present));
    }
    let verb = classes.has_either(Class::PastVerb, Class::PresentVerb);
    if !verb && classes.has(Class::ChangeVerb) {
        return changed(tokens, k).then_some(Tense::Past);
    }
    if classes.has(Class::Be) && going_on(tokens, k) {
        return Some(Tense::Present);
    }
    if !(verb || classes.has(Class::Modal) && tokens.word(k) == "would") {
        return None;
    }
    // "said that 12 per cent of cooks are deaf": when it was said tells nothing of when it was so
    if classes.has(Class::ReportingVerb) && classes.has(Class::PastVerb) {
        return None;
    }
    if since_then(tokens, k) {
        return Some(Tense::Present);
    }
    // "had come down": the participle is like the present
    let before = tokens.before(k);
    let perfect = matches!(before, "had" | "has" | "have") || before.ends_with("'d") || before.ends_with("'ve");
    if perfect && !classes.has(Class::PastVerb) {
        return None;
    }
    // "rates have ranged from 12 to 40 per cent": so they are known to be
    if matches!(before, "has" | "have") && matches!(tokens.word(k), "ranged" | "varied" | "averaged") {
        return Some(Tense::Present);
    }
    if tells_of_finding(tokens, k) || without_tense(tokens, k) {
        return None;
    }
    // "did these nurses have a fall"
    if !tokens.is(k, Class::PastVerb) && (k.saturating_sub(4)..k).any(|j| matches!(tokens.word(j), "did" | "didn't")) {
        return Some(Tense::Past);
    }
    // "would take a test if there were one": what people said
    if tokens.is(k, Class::PastVerb) || tokens.word(k) == "would" {
        Some(Tense::Past)
    } else if tokens.is(k, Class::PresentVerb) && sure(tokens, k) && !noun_use(tokens, k) && !helped_to(tokens, k) {
        Some(Tense::Present)
    } else {
        None
    }
}

/// "a study has found that": what it found stands behind.
fn tells_of_finding(tokens: &Tokens, k: usize) -> bool {
    matches!(tokens.word(k), "has" | "have")
        && (tokens.is(k + 1, Class::ReportingVerb)
            || matches!(
                tokens.word(k + 1),
                "found"
                    | "shown"
                    | "discovered"
                    | "revealed"
                    | "concluded"
                    | "suggested"
                    | "confirmed"
                    | "reported"
                    | "demonstrated"
                    | "indicated"
                    | "established"
                    | "estimated"
                    | "calculated"
            ))
}

/// A participle or what a modal verb opens: when it was is not told.
fn without_tense(tokens: &Tokens, k: usize) -> bool {
    // "calories are burnt" is told in the present
    let adverb = matches!(tokens.before(k), "already" | "now" | "often" | "still" | "usually" | "currently" | "widely");
    let be = if adverb { k.wrapping_sub(1) } else { k };
    let passive = tokens.is(k, Class::PastVerb) && matches!(tokens.before(be), "is" | "are");
    // "would have been expected"; "could cut the risk" says what follows from a result
    passive || tokens.is(k.wrapping_sub(1), Class::Modal) || matches!(tokens.word(k), "could" | "might" | "may")
}

/// "oats lowered the risk", "naps increased by", but not "an increased risk".
fn changed(tokens: &Tokens, k: usize) -> bool {
    let object = tokens.classes(k + 1).has_either(Class::Article, Class::Preposition)
        || matches!(tokens.word(k + 1), "their" | "his" | "her" | "its");
    object && acted(tokens, k)
}

/// "the virus infects", "most adults eat", but not "those who eat", "to eat".
fn is_so(tokens: &Tokens, k: usize) -> bool {
    match tokens.word(k) {
        "contains" | "infects" | "happens" | "varies" | "vary" | "ranges" | "depends" | "lacks" => true,
        "stands" | "hovers" | "hover" => matches!(tokens.word(k + 1), "at" | "around"),
        "explain" | "explains" | "funds" | "covers" | "strikes" | "hits" | "feeds" | "absorbs" | "cures"
        | "catches" | "detects" | "relieves" | "misses" | "afflicts" | "plagues" | "prevents" => {
            before_a_number(tokens, k)
        }
        "contain" | "infect" | "happen" | "eat" | "lack" | "plague" | "afflict" | "leak" | "clog" | "arrive"
        | "bring" | "absorb" => {
            let before = k.wrapping_sub(1);
            let subject = tokens.is_word(before) && tokens.word(before).ends_with('s') || people(tokens, before);
            subject && !tokens.is(before, Class::Preposition) && !tokens.is(before, Class::Article)
        }
        _ => false,
    }
}

/// "teenagers need nine hours", "women use it": a noun for people before it makes a verb of what may be none.
fn sure(tokens: &Tokens, k: usize) -> bool {
    let peoples =
        || matches!(tokens.word(k), "need" | "use" | "drink" | "experience") && people(tokens, k.wrapping_sub(1));
    let of_a_number = || matches!(tokens.word(k), "use" | "uses" | "cause") && before_a_number(tokens, k);
    !tokens.is(k, Class::UnsureVerb) || peoples() || of_a_number()
}

/// "uses about 12 per cent", "explain a third".
fn before_a_number(tokens: &Tokens, k: usize) -> bool {
    let next = k + 1;
    let hedged = tokens.is(next, Class::Approx) || matches!(tokens.word(next), "only" | "some" | "up");
    tokens.starts_number(next) || hedged
}

/// "they soaked the oats", "cooks salted about 30 dishes": whatever the verb means.
#[inline]
pub fn they_did(tokens: &Tokens, k: usize) -> bool {
    // most words fail this look
    tokens.word(k).ends_with("ed") && k > 0 && done_by_those_before(tokens, k)
}

fn done_by_those_before(tokens: &Tokens, k: usize) -> bool {
    let counted = || before_a_number(tokens, k) || tokens.at(k + 1, &["more", "than"]);
    let people = || tokens.word(k) != "aged" && people(tokens, k - 1) && counted();
    matches!(tokens.before(k), "they" | "we" | "she" | "he") || people()
}

fn people(tokens: &Tokens, k: usize) -> bool {
    tokens.classes(k).has_either(Class::People, Class::GenericNoun) && tokens.word(k) != "case"
}

/// "helps people lose", "makes men sleep": at `k` the verb of what they are helped to.
fn helped_to(tokens: &Tokens, k: usize) -> bool {
    k > 1 && people(tokens, k - 1) && (k.saturating_sub(4)..k - 1).any(|k| brings_to(tokens, k))
}

/// "helps", "made", "let": what somebody is brought to do follows.
fn brings_to(tokens: &Tokens, k: usize) -> bool {
    matches!(tokens.word(k), "help" | "helps" | "helped" | "make" | "makes" | "made" | "let" | "lets")
}

/// "agreed that", but not "a cup of cooked oats", "was answered".
fn acted(tokens: &Tokens, k: usize) -> bool {
    const LED: Classes = Classes::of(&[Class::Be, Class::Article, Class::Preposition, Class::Modal]);
    let word = tokens.word(k);
    let subject = tokens.is_word(k.wrapping_sub(1))
        && !tokens.classes(k.wrapping_sub(1)).meets(LED)
        && !matches!(tokens.before(k), "has" | "have" | "had" | "and" | "or");
    word.ends_with("ed") && !matches!(word, "exceed" | "succeed" | "proceed") && subject
}

/// "it has been creeping up by 2% a year": at `k` the word "been".
fn going_on(tokens: &Tokens, k: usize) -> bool {
    let before = tokens.before(k);
    let now = matches!(before, "has" | "have" | "s") || before.ends_with("'s") || before.ends_with("'ve");
    now && tokens.word(k) == "been" && tokens.word(k + 1).ends_with("ing")
}

/// "their number has since dropped by half": so it is now. What was since reported is another matter.
fn since_then(tokens: &Tokens, k: usize) -> bool {
    tokens.before(k) == "since"
        && k > 1
        && matches!(tokens.word(k - 2), "has" | "have")
        && !matches!(tokens.word(k), "reported" | "found" | "shown" | "published" | "said")
}

/// "the number of relapses", "the rise", "to live", "was present": no verb of its own clause.
fn noun_use(tokens: &Tokens, k: usize) -> bool {
    let before = k.wrapping_sub(1);
    // "was still present"
    let still = matches!(tokens.word(before), "still" | "also" | "not" | "only")
        && tokens.is(before.wrapping_sub(1), Class::Be);
    still
        || tokens.is(before, Class::Preposition)
        || tokens.is(before, Class::Be)
        || tokens.is(before, Class::Article) && !matches!(tokens.word(before), "this" | "that" | "these" | "those")
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::scopes_behind_the_news;
    use crate::model::Scope;

    #[test]
    fn verbs_that_tell_of_the_world() {
        let of_study = [
            "The pill helped 12 per cent of patients sleep better.",
            "Oats lowered the share to 12 per cent.",
            "Those who eat 40 grams of oats a day had a lower risk.",
            "Sailors who need oats fell 12 per cent less often.",
            "The nurses explain that 12 per cent fell.",
            "In short, Americans salted more than 31 per cent of their meals, he said.",
            "The syrup cured 12 per cent of the cooks.",
            "The scan caught about 12 per cent of the tumours.",
            "They baked 9 mg of salt into the loaf, which holds much.",
        ];
        let of_others = [
            "Surgery cures about 80 per cent of patients.",
            "For comparison, aspirin prevents about 10 per cent of attacks.",
            "Gout afflicts one in 25 adults.",
            "Cramps plague three out of four cooks.",
            "In surveys, four in 10 cooks say that they skip their pills.",
            "Only 10 per cent of these patients used to live so long.",
            "The virus infects about 12 per cent of cooks.",
            "More than a third of teenagers sleep badly.",
            "Around 12 per cent of strokes happen in winter.",
            "Estimates vary from 12 to 40 per cent.",
            "Most adults eat about 18 grams of oats a day.",
            "Survival stands at just 12 per cent.",
            "Women aged 31 or more have a 9 per cent risk.",
        ];
        let is_of_study = |text: &str| {
            let scopes = scopes_behind_the_news(text);
            *scopes.last().expect(text) == Scope::ThisStudy
        };
        of_study.iter().for_each(|text| assert!(is_of_study(text), "{text}"));
        of_others.iter().for_each(|text| assert!(!is_of_study(text), "{text}"));
    }
}
