//! What happened or was measured: the predicate of a share, the noun of a rate, what a relative change is of.

use crate::model::{ClaimKind, Statistic};
use crate::text::{Class, Quantity, Tokens, Unit};

use super::super::Draft;
use super::pairs::{partner, respectively};
use super::phrases::{Run, Words, finite_verb};

/// The run of tokens that names the outcome; `None` for sample sizes.
pub fn outcome(words: &Words, draft: &Draft, quantity: &Quantity, group: Option<Run>) -> Option<Run> {
    match draft.kind {
        ClaimKind::SampleSize => None,
        ClaimKind::EventCount => event(words, draft, group).or_else(|| event_before(words, quantity)),
        _ if draft.statistic == Statistic::Share => share(words, quantity, group),
        _ => change(words, draft, quantity),
    }
}

/// "retinopathy recurred in four infants", "28 participants had a complete response".
fn event(words: &Words, draft: &Draft, group: Option<Run>) -> Option<Run> {
    let tokens = words.tokens;
    let before = draft.first;
    if matches!(tokens.before(before), "in" | "among" | "by")
        && before >= 2
        && (tokens.is(before - 2, Class::PastVerb) || tokens.word(before - 2).ends_with("ed"))
    {
        return words.noun_phrase_before(before - 1);
    }
    let start = group.filter(|run| run.first > draft.first).map_or(draft.last + 1, |run| run.last + 1);
    let start = skip_bracket(tokens, start);
    // "in the placebo group" is no outcome
    if tokens.is(start, Class::Preposition) {
        return None;
    }
    words.verb_phrase(start)
}

/// "314 participants had a bleed, compared with 245 in the placebo group": the first count's outcome.
fn event_before(words: &Words, quantity: &Quantity) -> Option<Run> {
    const NEAR: usize = 26;
    let before = words
        .quantities
        .iter()
        .rev()
        .find(|q| q.last < quantity.first && q.unit == quantity.unit && quantity.first - q.last <= NEAR)?;
    let draft = Draft::of(ClaimKind::EventCount, before, Statistic::Count);
    event(words, &draft, super::group::group(words, &draft, before))
}

fn skip_bracket(tokens: &Tokens, at: usize) -> usize {
    if tokens.word(at) == "(" { (at..at + 16).find(|&k| tokens.word(k) == ")").map_or(at, |k| k + 1) } else { at }
}

fn share(words: &Words, quantity: &Quantity, group: Option<Run>) -> Option<Run> {
    let tokens = words.tokens;
    let other = partner(tokens, words.quantities, quantity);
    let second = other.is_some_and(|other| other.before);
    listed(words, quantity)
        .or_else(|| struck(words, quantity))
        .or_else(|| predicate(words, quantity, group))
        .or_else(|| if second { None } else { rate_before(words, quantity) })
        .or_else(|| {
            // Both figures of a comparison are of one outcome.
            let other = other?.quantity;
            let theirs = super::group::group(words, &share_draft(other), other);
            predicate(words, other, theirs).or_else(|| rate_before(words, other))
        })
        .or_else(|| earlier_outcome(words, quantity))
        .or_else(|| rate_before(words, quantity))
        .or_else(|| told_of(words, quantity))
}

/// "The scanner correctly identified 10 percent of …", "Drink was to blame for 70% of …": what the clause tells of the share.
fn told_of(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let mut at = quantity.first;
    while at > 0
        && (tokens.is(at - 1, Class::Approx)
            || tokens.is(at - 1, Class::Preposition)
            || matches!(tokens.before(at), "just" | "only" | "than" | "more" | "less" | "up" | "least"))
    {
        at -= 1;
    }
    let run = words.noun_phrase_before(at)?;
    let verb = (run.first..=run.last).any(|k| finite_verb(tokens, k) || tokens.word(k).ends_with("ed"));
    let direct = run.last + 1 == at && tokens.word(quantity.last + 1) == "of";
    (verb && direct).then_some(run)
}

/// "Disease-free survival and overall survival were 48.3% and 55.8%, respectively".
fn listed(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let (at, count) = respectively(tokens, words.quantities, quantity)?;
    let first = words.quantities.iter().find(|q| q.unit == quantity.unit)?.first;
    let verb = (0..first).rev().find(|&k| tokens.is(k, Class::Be))?;
    let subject = words.noun_phrase_before(verb)?;
    let start = (0..subject.first)
        .rev()
        .take_while(|&k| tokens.is_word(k) || tokens.word(k) == "," || tokens.word(k) == "-")
        .last()
        .unwrap_or(subject.first);
    let parts = super::phrases::parts(tokens, start, subject.last + 1);
    parts.get(at).copied().filter(|_| parts.len() == count)
}

/// "Dizziness was reported by 100 of 624", "Nausea affected 18 per cent", "changes were seen in 46 per cent of them".
fn struck(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let mut at = quantity.first;
    while at > 0 && (tokens.is(at - 1, Class::Approx) || matches!(tokens.before(at), "about" | "only" | "just")) {
        at -= 1;
    }
    let direct = matches!(tokens.before(at), "affected" | "affecting" | "hit");
    let by = matches!(tokens.before(at), "in" | "by" | "among") && at >= 2 && tokens.is(at - 2, Class::SeenVerb);
    let mut verb = if direct {
        at - 1
    } else if by {
        at - 2
    } else {
        return None;
    };
    while verb > 0
        && (tokens.is(verb - 1, Class::Be) || matches!(tokens.before(verb), "which" | "that" | "," | "has" | "have"))
    {
        verb -= 1;
    }
    words.noun_phrase_before(verb)
}

fn share_draft(quantity: &Quantity) -> Draft {
    Draft::of(ClaimKind::ResponseRate, quantity, Statistic::Share)
}

/// The verb phrase behind the group: "went into remission".
fn predicate(words: &Words, quantity: &Quantity, group: Option<Run>) -> Option<Run> {
    let tokens = words.tokens;
    let after = group.filter(|run| run.first > quantity.last).map_or(quantity.last + 1, |run| run.last + 1);
    let mut verb = skip_bracket(tokens, after);
    // "76 of the 81, or 94 percent, completed the trial"
    if tokens.at(verb, &[",", "or"]) {
        verb = (verb + 2..verb + 10).find(|&k| tokens.word(k) == ",").map_or(verb, |k| k + 1);
    }
    let adjective = (verb..verb + 4).any(|k| matches!(tokens.word(k), "free" | "alive")) && verb == after;
    // "93 per cent accurate", "90 percent accuracy"
    if verb == quantity.last + 1
        && tokens.is(verb, Class::NonHealth)
        && !tokens.is(verb, Class::AssignVerb)
        && tokens.word(verb).starts_with("accura")
    {
        return Some(Run { first: verb, last: verb });
    }
    if finite_verb(tokens, verb) || adjective {
        let run = words.verb_phrase(verb)?;
        // "was 52%", "were 48.3%": the figure itself is the predicate
        return (!words.quantities.iter().any(|q| q.first == run.first)).then_some(run);
    }
    None
}

/// "a response rate of 20 percent", "the recurrence rate was 6%", "rate of preeclampsia (4.7% …)", "an 89% cure rate".
fn rate_before(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let next = quantity.last + 1;
    if (next..next + 4)
        .any(|k| matches!(tokens.word(k), "rate" | "rates" | "incidence" | "survival" | "chance" | "mortality"))
        && tokens.is_word(next)
        && !tokens.is(next, Class::Preposition)
    {
        return words.noun_phrase(next);
    }
    if let Some(run) = listed_in_brackets(tokens, quantity) {
        return Some(run);
    }
    let mut at = quantity.first;
    while at > 0
        && quantity.first - at < 5
        && matches!(
            tokens.word(at - 1),
            "(" | "was"
                | "were"
                | "of"
                | "at"
                | "is"
                | ","
                | "about"
                | "only"
                | "just"
                | "nearly"
                | "almost"
                | "around"
                | "in"
                | "by"
                | "to"
        )
    {
        at -= 1;
    }
    if at == quantity.first {
        return None;
    }
    let run = words.noun_phrase_before(at).map(|run| after_preposition(tokens, run))?;
    let outcome = (run.first..=run.last).any(|k| tokens.is(k, Class::Outcome) || tokens.word(k).ends_with("rate"));
    let anaphor = (run.first..=run.last).any(|k| matches!(tokens.word(k), "figure" | "number" | "this" | "example"));
    (outcome && !anaphor).then_some(run)
}

/// "Side effects included anemia (16 percent) and a low blood count (9 percent)": the noun before the bracket.
fn listed_in_brackets(tokens: &Tokens, quantity: &Quantity) -> Option<Run> {
    const LONGEST_NOUN: usize = 6;
    let open = quantity.first.checked_sub(1).filter(|&k| tokens.word(k) == "(")?;
    let leads = |k: usize| {
        matches!(tokens.word(k), "included" | "including" | "were" | "as" | ",")
            || tokens.word(k) == "and" && k > 0 && matches!(tokens.word(k - 1), ")" | ",")
    };
    let lead = (open.saturating_sub(LONGEST_NOUN)..open).rev().find(|&k| leads(k))?;
    let first = if tokens.is(lead + 1, Class::Article) { lead + 2 } else { lead + 1 };
    let noun = first < open
        && (first..open).all(|k| tokens.is_word(k) || tokens.word(k) == "-")
        && !(first..open)
            .any(|k| tokens.is(k, Class::People) || tokens.is(k, Class::PeopleGroup) || finite_verb(tokens, k));
    noun.then(|| Run { first, last: open - 1 })
}

/// "Placental weight (466 vs 464 grams)", "a mean score of 12.4 points": the noun before the figure.
fn level_before(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let own = partner(tokens, words.quantities, quantity)
        .filter(|other| other.before && other.explicit)
        .map_or(quantity, |other| other.quantity);
    let mut at = own.first;
    while at > 0 && own.first - at < 5 && matches!(tokens.word(at - 1), "(" | "of" | "was" | "were" | "is" | "averaged")
    {
        at -= 1;
    }
    (at < own.first).then(|| words.noun_phrase_before(at)).flatten().map(|run| {
        let first = (run.first..run.last)
            .rev()
            .find(|&k| tokens.is(k, Class::Preposition) || matches!(tokens.word(k), "mean" | "median" | "average"))
            .map_or(run.first, |k| k + 1);
        Run { first, last: run.last }
    })
}

/// "between HFC and LFC groups in the rate of preeclampsia" → "preeclampsia": the noun of the rate itself.
fn after_preposition(tokens: &Tokens, run: Run) -> Run {
    let rate = (run.first..=run.last).rev().find(|&k| {
        matches!(tokens.word(k), "rate" | "rates" | "incidence" | "proportion" | "percentage" | "frequency")
            && tokens.word(k + 1) == "of"
    });
    match rate {
        Some(k) if k + 2 <= run.last => {
            let first = if tokens.is(k + 2, Class::Article) && k + 3 <= run.last { k + 3 } else { k + 2 };
            Run { first, last: run.last }
        }
        _ => run,
    }
}

/// "half …, a quarter lost 10 per cent": the last predicate told before in the sentence.
fn earlier_outcome(words: &Words, quantity: &Quantity) -> Option<Run> {
    words
        .quantities
        .iter()
        .rev()
        .filter(|q| q.first < quantity.first && q.unit == quantity.unit)
        .find_map(|q| predicate(words, q, super::group::group(words, &share_draft(q), q)))
}

/// What a relative change, multiplier or measured change is of.
fn change(words: &Words, draft: &Draft, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    if draft.kind == ClaimKind::ScoreChange && matches!(quantity.unit, Unit::Time(_)) {
        return lived(words, quantity).or_else(|| noun_after_change(words, quantity));
    }
    if draft.kind == ClaimKind::Multiplier
        && tokens.word(quantity.last + 1) == "as"
        && tokens.word(quantity.last + 2) == "long"
        || tokens.word(quantity.last) == "long"
    {
        return lived(words, quantity);
    }
    let level = draft.statistic == Statistic::Level;
    let part_of = draft.kind == ClaimKind::Multiplier && tokens.word(quantity.last + 1) == "that";
    if let Some(run) = (level || part_of).then(|| level_before(words, quantity)).flatten() {
        return Some(run);
    }
    likely_to(words, quantity)
        .or_else(|| noun_after_change(words, quantity))
        .or_else(|| object_before(words, quantity))
        .or_else(|| {
            let direct = draft.kind == ClaimKind::Multiplier
                && tokens.is_word(quantity.last + 1)
                && !tokens.is(quantity.last + 1, Class::Preposition);
            direct.then(|| words.noun_phrase(quantity.last + 1)).flatten()
        })
        .or_else(|| subject_of_change(words, quantity))
        .or_else(|| change_listed_before(words, quantity))
}

/// "Risk of death was 30 per cent greater for A, 26 per cent greater for B": the first one's outcome.
fn change_listed_before(words: &Words, quantity: &Quantity) -> Option<Run> {
    let before = words.quantities.iter().rev().filter(|q| q.last < quantity.first && q.unit == quantity.unit);
    before.take(LONGEST_LIST).find_map(|q| noun_after_change(words, q).or_else(|| subject_of_change(words, q)))
}

/// Figures of one list looked back over.
const LONGEST_LIST: usize = 6;

/// "lived 3.2 months longer", "a life expectancy of five years": the word for living or lasting.
fn lived(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let k = (quantity.first.saturating_sub(14)..quantity.first).rev().find(|&k| {
        matches!(
            tokens.word(k),
            "lived" | "live" | "lives" | "survived" | "expectancy" | "survival" | "worsened" | "progression"
        )
    })?;
    let first = if matches!(tokens.word(k), "expectancy" | "survival")
        && k > 0
        && tokens.is_word(k - 1)
        && !tokens.is(k - 1, Class::Article)
    {
        k - 1
    } else {
        k
    };
    Some(Run { first, last: k })
}

/// "33 percent less likely to die from any cause", "twice as likely to relapse".
fn likely_to(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let likely = (quantity.last + 1..quantity.last + 7)
        .find(|&k| matches!(tokens.word(k), "likely" | "liable" | "prone" | "apt"))?;
    let to = (likely + 1..likely + 6).take_while(|&k| tokens.word(k) != "than").find(|&k| tokens.word(k) == "to")?;
    words.verb_phrase(to + 1)
}

/// "a 46% lower risk of melanoma", "a 28 per cent reduction in the risk of injury".
fn noun_after_change(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let next = quantity.last + 1;
    let relative = (next..next + 4).find(|&k| tokens.is(k, Class::RelativeWord) || tokens.is(k, Class::ChangeNoun))?;
    if (next..relative).any(|k| matches!(tokens.word(k), "," | "." | ";" | "than" | "of")) {
        return None;
    }
    let start = if tokens.is(relative, Class::ChangeNoun) && matches!(tokens.word(relative + 1), "in" | "of" | "on") {
        relative + 2
    } else {
        relative + 1
    };
    if tokens.is(start, Class::Preposition)
        || !tokens.is_word(start)
        || matches!(tokens.word(start), "than" | "among" | "when" | "compared" | "if" | "for")
    {
        return None;
    }
    words.noun_phrase(start)
}

/// "cut the risk of dying by 40%", "reduces fear by 60 per cent".
fn object_before(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let by =
        (quantity.first.saturating_sub(5)..quantity.first).rev().find(|&k| matches!(tokens.word(k), "by" | "of"))?;
    let verb = (by.saturating_sub(16)..by)
        .rev()
        .find(|&k| tokens.is(k, Class::ChangeVerb) && !matches!(tokens.before(k), "the" | "a" | "of"))?;
    let amount = (verb + 1..by)
        .all(|k| tokens.is(k, Class::Article) || matches!(tokens.word(k), "average" | "mean" | "median" | "total"));
    if amount {
        return words.noun_phrase_before(verb);
    }
    let run = words.noun_phrase(verb + 1)?;
    Some(Run { first: run.first, last: run.last.min(by - 1) })
}

/// "the risk of X was 41 per cent higher", "fear was 60 percent lower".
fn subject_of_change(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let verb = (quantity.first.saturating_sub(8)..quantity.first)
        .rev()
        .find(|&k| finite_verb(tokens, k) || tokens.is(k, Class::ChangeVerb))?;
    words.noun_phrase_before(verb)
}
