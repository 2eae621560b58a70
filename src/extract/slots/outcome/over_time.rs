//! A figure that tells how far something went in, whether it went so over time, or beside what is advised, out: such a change
//! is of one group and compares it with no other.

use crate::model::ClaimKind;
use crate::text::{Class, Classes, Quantity, Tokens};

use super::super::comparison::advises;
use super::super::grammar::phrases::{Run, Words};
use super::super::time::phrases::{Kind, times};
use crate::extract::Draft;

/// "rose 12 per cent", "fell by 12 per cent": the figure is how far something went.
pub fn trends(words: &Words, quantity: &Quantity) -> bool {
    /// Tokens from the verb to the figure at most.
    const REACH: usize = 4;
    let tokens = words.tokens;
    (quantity.first.saturating_sub(REACH)..quantity.first).any(|k| {
        matches!(
            tokens.word(k),
            "rose"
                | "risen"
                | "fell"
                | "fallen"
                | "grew"
                | "grown"
                | "increased"
                | "decreased"
                | "declined"
                | "dropped"
                | "climbed"
                | "soared"
                | "jumped"
                | "plunged"
                | "shrank"
                | "shrunk"
                | "surged"
                | "up"
                | "down"
                | "representing"
        ) || lessened(words, k)
            // "is expected to rise by 9 per cent"
            || tokens.is(k, Class::ChangeVerb) && tokens.word(k + 1) == "by" && !tokens.word(k).ends_with("ed")
    })
}

/// "snoring was reduced by 12 per cent", "they cut their snoring by 12 per cent", but not the risk of it, which is less only
/// beside others.
fn lessened(words: &Words, k: usize) -> bool {
    /// Tokens before the verb among which a risk is looked for.
    const REACH: usize = 8;
    let tokens = words.tokens;
    let verb = matches!(tokens.word(k), "reduced" | "cut" | "lowered" | "eased" | "improved" | "raised" | "boosted");
    if !verb {
        return false;
    }
    const COMPARED: Classes = Classes::of(&[Class::Likelihood, Class::EventNoun, Class::OutcomeStrong, Class::Illness]);
    let compared = |j: usize| tokens.classes(j).meets(COMPARED);
    let passive = k > 0 && tokens.is(k - 1, Class::Be);
    let own = matches!(tokens.word(k + 1), "their" | "its" | "his" | "her");
    passive && !(k.saturating_sub(REACH)..k).any(compared) || own && !(k + 2..k + 4).any(compared)
}

/// "sailors saw a 9 per cent fall in their pain", "saw their pain fall by 9 per cent": their own change, unless it is of a
/// risk or beside others.
pub fn saw_change(words: &Words, quantity: &Quantity, group: Option<Run>) -> bool {
    /// Tokens from the verb to the figure, and from the figure to the end of its clause, at most.
    const REACH: usize = 7;
    const CLAUSE: usize = 12;
    let tokens = words.tokens;
    let Some(run) = group.filter(|run| run.last < quantity.first && words.people(*run)) else { return false };
    let verb = run.last + 1;
    let saw = matches!(tokens.word(verb), "saw" | "had" | "experienced" | "reported" | "showed" | "noticed");
    if !saw || quantity.first - verb > REACH {
        return false;
    }
    let ends = |k: usize| matches!(tokens.word(k), "," | ";" | "." | "" | "and" | "while");
    let own = matches!(tokens.word(verb + 1), "their" | "its" | "his" | "her") && tokens.before(quantity.first) == "by"
        || (quantity.last + 1..quantity.last + 3).any(|k| tokens.is(k, Class::ChangeNoun));
    let compared = |k: usize| {
        tokens.classes(k).has_either(Class::Likelihood, Class::EventNoun)
            || matches!(tokens.word(k), "than" | "compared" | "versus" | "against" | "mortality")
    };
    let clause = (quantity.last + 1..quantity.last + CLAUSE).take_while(|&k| !ends(k));
    own && !(verb + 1..quantity.first).chain(clause).any(compared)
}

/// ", compared with 5 per cent for tea", "and by 5 per cent in those on tea": beside a figure that rose or fell.
pub fn leans_on_trend(words: &Words, quantity: &Quantity) -> bool {
    let tokens = words.tokens;
    let host = words.partner(quantity).filter(|host| {
        let again = || {
            matches!(tokens.before(quantity.first), "and" | "by")
                && tokens.is(host.quantity.last + 1, Class::Preposition)
        };
        host.before && (host.set_against || again())
    });
    host.is_some_and(|host| trends(words, host.quantity))
}

/// "admissions went up by a third since 2004": everybody's figure at one time beside that at another.
pub fn over_time(words: &Words, quantity: &Quantity) -> bool {
    trends(words, quantity) && !compares(words, quantity, true) && tells_dates(words)
}

/// "rose fivefold between 1972 and 1986", "swallow four times the amount advised": a multiple of the group's own figure at
/// another time, or of what is advised.
pub fn own_multiple(words: &Words, draft: &Draft, quantity: &Quantity) -> bool {
    if draft.kind != ClaimKind::Multiplier {
        return false;
    }
    let since = || tells_dates(words) || from_baseline(words.tokens);
    advised(words, quantity)
        || multiplied(words, quantity) && !compares(words, quantity, false) && since()
        || within_group(words, quantity)
}

/// "rose ninefold from baseline in the syrup group".
fn from_baseline(tokens: &Tokens) -> bool {
    tokens.having(Class::TimeWord).any(|k| tokens.ends_at(k, &["from", "the"]) && tokens.word(k) == "start")
        || (1..tokens.len()).any(|k| tokens.word(k) == "baseline" && tokens.before(k) == "from")
}

/// "rose 14-fold in the syrup group and twofold in the placebo group".
fn within_group(words: &Words, quantity: &Quantity) -> bool {
    const NEAR: usize = 5;
    let tokens = words.tokens;
    let next = quantity.last + 1;
    let rose = tokens.is(quantity.first.wrapping_sub(1), Class::ChangeVerb)
        || tokens.before(quantity.first) == "and" && (0..quantity.first).any(|k| tokens.is(k, Class::ChangeVerb));
    let group = matches!(tokens.word(next), "in" | "among")
        && (next + 2..next + NEAR).any(|k| tokens.is(k, Class::PeopleGroup));
    rose && group && !(next..tokens.len()).any(|k| matches!(tokens.word(k), "than" | "compared" | "versus"))
}

/// "doubled", "rose fivefold", "a fivefold increase".
fn multiplied(words: &Words, quantity: &Quantity) -> bool {
    /// Tokens to the word of change at most.
    const REACH: usize = 6;
    let tokens = words.tokens;
    let rises =
        |k: usize| tokens.is(k, Class::ChangeVerb) || tokens.is(k, Class::ChangeNoun) || tokens.is(k, Class::UpWord);
    let doubled = (quantity.first..=quantity.last).any(|k| {
        let word = tokens.word(k);
        ["doubled", "trebled", "tripled", "quadrupled", "halved"].contains(&word)
    });
    doubled
        || trends(words, quantity)
        || (quantity.first.saturating_sub(REACH)..quantity.first).any(rises)
        || (quantity.last + 1..quantity.last + 3).any(rises)
}

/// "three times the recommended amount", "double the dose they should", "9 per cent more than recommended".
pub fn advised(words: &Words, quantity: &Quantity) -> bool {
    let tokens = words.tokens;
    let advice =
        |k: usize| advises(tokens.word(k)) || matches!(tokens.word(k), "limit" | "limits" | "maximum" | "minimum");
    let yardstick = super::super::comparison::yardstick(words, quantity);
    yardstick.is_some_and(|run| (run.first..=run.last).any(|k| advice(k) || tokens.is(k, Class::Modal)))
        || above_advice(words, quantity, advice)
}

/// "higher than recommended by doctors", "above the 9 grams advised", "more fat than the guidelines".
fn above_advice(words: &Words, quantity: &Quantity, advice: impl Fn(usize) -> bool) -> bool {
    /// Tokens from the figure to what it is measured from, and on to the advice, at most.
    const THAN_WITHIN: usize = 5;
    const ADVICE_WITHIN: usize = 5;
    let tokens = words.tokens;
    let next = quantity.last + 1;
    let ends = |k: usize| matches!(tokens.word(k), "," | ";" | "." | "" | "and" | "but" | "of");
    let than = (next..next + THAN_WITHIN)
        .take_while(|&k| !ends(k))
        .find(|&k| matches!(tokens.word(k), "than" | "above" | "over" | "below"));
    than.is_some_and(|than| {
        let behind = (than + 1..=than + ADVICE_WITHIN)
            .take_while(|&k| !ends(k) && !matches!(tokens.word(k), "for" | "in" | "who" | "those"));
        let mut behind = behind.filter(|&k| advice(k) || matches!(tokens.word(k), "guideline" | "guidelines"));
        // "than those who kept to the limit" are people
        behind.any(|k| !(than + 1..k).any(|j| crate::extract::nouns::names_people(tokens, j)))
    })
}

/// Somebody is measured by others; a risk is so by its name where `risks` are counted.
fn compares(words: &Words, quantity: &Quantity, risks: bool) -> bool {
    let tokens = words.tokens;
    (0..tokens.len()).any(|k| match tokens.word(k) {
        // "more than doubled", "more than a fivefold rise"
        "than" => {
            let next = if tokens.is(k + 1, Class::Article) { k + 2 } else { k + 1 };
            next != quantity.first && words.quantity_at(next).is_none()
        }
        "compared" | "versus" | "likely" | "likelier" => true,
        _ => risks && tokens.is(k, Class::Likelihood),
    })
}

/// A year, a decade, "in the past ten years", "over ten years".
fn tells_dates(words: &Words) -> bool {
    let tokens = words.tokens;
    let years = |run: Run| {
        let led = matches!(tokens.before(run.first), "in" | "over" | "within");
        led && (run.first..=run.last).any(|k| matches!(tokens.word(k), "year" | "years" | "decade" | "decades"))
    };
    times(words).iter().any(|when| {
        when.kind == Kind::Calendar
            || [when.run.first.wrapping_sub(1), when.run.first]
                .iter()
                .any(|&k| matches!(tokens.word(k), "last" | "past"))
            || when.kind == Kind::Elapsed && years(when.run)
    })
}
