//! A token in, whether a time begins there out: "after six months", "between 1995", "by the end".

use super::super::time::phrases::follow_up;
use super::phrases::Words;
use crate::text::{Class, Quantity, Tokens, Unit};

impl Words<'_> {
    /// "after six months", "for 12 weeks", "over a 17-year period", "between 1995", "by the end".
    pub fn time_follows(&self, k: usize) -> bool {
        let may = self.tokens.is(k, Class::PhraseCloser);
        debug_assert!(may || !leads_to_time(self.tokens, k), "{} is no phrase_closer", self.tokens.word(k));
        may && leads_to_time(self.tokens, k) && self.time_behind(k)
    }

    /// A time stands behind the preposition at `k`.
    fn time_behind(&self, k: usize) -> bool {
        let tokens = self.tokens;
        let mut at = k + 1;
        while at < k + 5 && leads_within_time(tokens.word(at)) {
            if self.time_quantity(at) {
                return true;
            }
            at += 1;
        }
        let month_or_year = tokens.is(at, Class::Month)
            || (tokens.word(at).len() == 4 && tokens.is_number(at) && tokens.word(at).starts_with(['1', '2']));
        self.time_quantity(at)
            || month_or_year
            || tokens.is_number(at) && tokens.is(at + 1, Class::Month)
            || matches!(tokens.word(at), "start" | "end" | "beginning") && tokens.word(k) == "between"
            || matches!(tokens.word(at), "baseline" | "week" | "month" | "year") && tokens.word(k) != "by"
            || follow_up(tokens, at).is_some() && tokens.word(k) != "by"
    }

    /// A time that closes its sentence begins at `k`.
    pub fn in_time(&self, k: usize) -> bool {
        /// Tokens of the time at most.
        const LONGEST: usize = 7;
        let ends = |j: usize| matches!(self.tokens.word(j), "" | "." | ";");
        self.time_follows(k) && (k..k + LONGEST).take_while(|&j| !self.acts(j)).any(ends)
    }

    /// A time, not an age ("30 to 45 years old").
    pub(super) fn time_quantity(&self, k: usize) -> bool {
        let time =
            |q: &&Quantity| matches!(q.unit, Unit::Time(_)) && !matches!(self.tokens.word(q.last + 1), "old" | "olds");
        self.quantity_at(k).filter(time).is_some()
    }
}

/// A preposition that can lead to a time.
fn leads_to_time(tokens: &Tokens, k: usize) -> bool {
    matches!(
        tokens.word(k),
        "for" | "after" | "over" | "at" | "during" | "within" | "by" | "from" | "between" | "until" | "in" | "on"
    )
}

/// "over *the first* six months", "for *more than* a year".
fn leads_within_time(word: &str) -> bool {
    matches!(
        word,
        "a" | "an"
            | "the"
            | "first"
            | "next"
            | "last"
            | "past"
            | "following"
            | "previous"
            | "about"
            | "nearly"
            | "almost"
            | "more"
            | "than"
            | "up"
            | "to"
            | "least"
            | "around"
            | "just"
            | "average"
            | "of"
            | "every"
    )
}
