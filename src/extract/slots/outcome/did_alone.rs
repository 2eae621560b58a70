//! A figure with a bare auxiliary or a bare comparison in ("Cooks were likelier to fall: 31 per cent did"), the people and the
//! deed of the clause before out.

use crate::text::{Class, Quantity};

use super::super::grammar::clause::before_hedges;
use super::super::grammar::likely::likely_deed;
use super::super::grammar::phrases::{Run, Words};
use super::super::group::subject::opening_people;

/// Tokens of the clause before at most.
const REACH: usize = 36;

/// The mark between the clause before and the figure, which only a bare "did" follows.
fn joint(words: &Words, quantity: &Quantity) -> Option<usize> {
    let tokens = words.tokens;
    let next = quantity.last + 1;
    let bare = matches!(tokens.word(next), "did" | "had" | "were" | "was" | "do")
        && (matches!(tokens.word(next + 1), "," | "." | ";" | "" | "compared" | "versus" | "against" | ")")
            || tokens.at(next + 1, &["so"]));
    let mark = before_hedges(tokens, quantity.first).checked_sub(1)?;
    (bare && matches!(tokens.word(mark), ":" | ";" | "–" | "-")).then_some(mark)
}

/// Who did it.
pub fn group(words: &Words, quantity: &Quantity) -> Option<Run> {
    opening_people(words, joint(words, quantity)?)
}

/// What they did.
pub fn outcome(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let mark = joint(words, quantity)?;
    let likely = (mark.saturating_sub(REACH)..mark)
        .rev()
        .find(|&k| matches!(tokens.word(k), "likely" | "likelier" | "prone"))?;
    likely_deed(words, likely).map(|run| Run { first: run.first, last: run.last.min(mark - 1) })
}

/// "The cooks did worst, with 31 per cent falling": whom the main clause is about.
pub fn of_main_clause(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let with = before_hedges(tokens, quantity.first).checked_sub(1).filter(|&k| tokens.word(k) == "with")?;
    let comma = with.checked_sub(1).filter(|&k| matches!(tokens.word(k), "," | "–"))?;
    let deed = super::super::group::doing(words, quantity.last + 1) || tokens.is(quantity.last + 1, Class::Condition);
    let run = if deed { opening_people(words, comma) } else { None }?;
    words.headed_by_people(run).then_some(run)
}
