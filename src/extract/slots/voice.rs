//! How the sentence tells a number: negated, hedged, adjusted, in whose words.

use crate::text::{Class, Tokens};

use super::grammar::phrases::Run;
use crate::extract::Draft;
use crate::extract::scene::Scene;

/// A negation stands with the verb of the clause: "were not fully recovered", "failed to respond".
pub fn negated(scene: &Scene, draft: &Draft, outcome: Option<Run>) -> bool {
    let tokens = scene.tokens();
    let run = outcome.unwrap_or(Run { first: draft.last + 1, last: draft.last + 6 });
    (run.first.saturating_sub(2)..=run.last).any(|k| k > draft.last && tokens.is(k, Class::Negation))
}

/// The hedging word of the clause: "may", "suggests", "appeared to".
pub fn hedged(scene: &Scene, draft: &Draft) -> Option<String> {
    let tokens = scene.tokens();
    if !scene.any(Class::HedgingWord) {
        return None;
    }
    let (start, end) = scene.clause(draft.first);
    (start..end).find(|&k| hedge(tokens, k)).map(|k| tokens.word(k).to_owned())
}

fn hedge(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::HedgingWord)
        && !(tokens.word(k) == "likely"
            && (tokens.before(k) == "more" || tokens.before(k) == "less" || tokens.before(k) == "as"))
        && !(tokens.word(k) == "may" && tokens.is_number(k + 1))
}

/// "adjusted hazard ratio", "after adjusting for age", "controlling for", "multivariable".
pub fn adjusted(scene: &Scene) -> bool {
    let tokens = scene.tokens();
    let says = |k: usize| {
        matches!(tokens.word(k), "adjusted" | "adjusting" | "adjustment" | "multivariable" | "multivariate")
            || tokens.at(k, &["controlling", "for"])
            || tokens.at(k, &["accounting", "for"])
            || tokens.at(k, &["taking", "into", "account"])
    };
    debug_assert!((0..tokens.len()).all(|k| tokens.is(k, Class::MannerWord) || !says(k)), "no manner_word");
    tokens.having(Class::MannerWord).any(says)
}

/// The person or source that the sentence quotes: "said Dr Rao", "according to the agency".
pub fn attributed_to(scene: &Scene) -> Option<String> {
    let tokens = scene.tokens();
    let text = &scene.article.text;
    if let Some(k) = tokens.having(Class::MannerWord).find(|&k| tokens.at(k, &["according", "to"])) {
        return name_run(tokens, text, k + 2);
    }
    let verb = tokens.having(Class::ReportingVerb).find(|&k| tokens.word(k) != "according")?;
    name_run(tokens, text, verb + 1).or_else(|| name_before(tokens, text, verb))
}

/// A run of capitalised words from `k` on ("Dr Meera Rao of the University of Brackwater" → "Dr Meera Rao").
fn name_run(tokens: &Tokens, text: &str, k: usize) -> Option<String> {
    let k = if tokens.is(k, Class::Article) { k + 1 } else { k };
    let last = (k..k + 6)
        .take_while(|&j| tokens.is_capital(text, j) || tokens.word(j) == "." && tokens.is_capital(text, j + 1))
        .last()?;
    Some(tokens.span(k, last).of(text).to_owned())
}

fn name_before(tokens: &Tokens, text: &str, verb: usize) -> Option<String> {
    let first = (verb.saturating_sub(5)..verb)
        .rev()
        .take_while(|&j| tokens.is_capital(text, j) || tokens.word(j) == ".")
        .last()?;
    Some(tokens.span(first, verb - 1).of(text).to_owned())
}
