//! A token in, the noun phrase that ends just before it out.

use crate::text::{Class, Tokens, Unit};

use super::closing::closing_sign;
use super::phrases::{LONGEST, Run, Words, leading, trim};

impl Words<'_> {
    /// The noun phrase that ends just before token `end`, back to the start of its clause.
    pub fn noun_phrase_before(&self, end: usize) -> Option<Run> {
        let tokens = self.tokens;
        let end = self.before_bracket(self.before_aside(self.before_bracket(end)));
        // "At seven they rowed": nobody else
        if end > 1 && matches!(tokens.before(end), "they" | "he" | "she" | "we" | "i") {
            return Some(Run { first: end - 1, last: end - 1 });
        }
        let stop = end.saturating_sub(LONGEST);
        let mut first = end;
        while first > stop {
            let k = first - 1;
            if closing_sign(tokens, k) && !self.comma_of_list(k)
                || tokens.is(k, Class::ReportingVerb)
                || matches!(
                    tokens.word(k),
                    "that"
                        | "found"
                        | "showed"
                        | "shows"
                        | "while"
                        | "but"
                        | "and"
                        | "whereas"
                        | "although"
                        | "though"
                        | "because"
                        | "suggests"
                        | "suggested"
                        | "reported"
                        | "revealed"
                ) && !inside_relative(tokens, k)
                    && !self.joins_nouns(k)
            {
                break;
            }
            first = k;
        }
        let year = |k: usize| tokens.is_number(k) && tokens.word(k).len() == 4;
        let leads = |k: usize| leading(tokens, k) || tokens.is(k, Class::Preposition) || tokens.word(k) == "and";
        let first = (first..end).find(|&k| !leads(k) && !year(k))?;
        trim(tokens, first, end)
    }

    /// "Longer use, for example, led to", "eating grains a day - a bowlful - lowers": where the aside before `end` begins.
    fn before_aside(&self, end: usize) -> usize {
        /// Tokens of an aside at most.
        const LONGEST_ASIDE: usize = 14;
        let tokens = self.tokens;
        let marks = |k: usize| matches!(tokens.word(k), "," | "-" | "–");
        // "gout--a swelling--makes up", "- a bowlful - lowers", not "night-time"
        let apart = |k: usize| !tokens.glued(k + 1) || tokens.before(k) == "-";
        let Some(close) = end.checked_sub(1).filter(|&k| marks(k) && apart(k)) else {
            return end;
        };
        let mark = tokens.word(close);
        // "--" is one mark
        let first_of = |k: usize| if k > 0 && tokens.word(k - 1) == mark { k - 1 } else { k };
        let close = first_of(close);
        let open = (close.saturating_sub(LONGEST_ASIDE)..close)
            .rev()
            .find(|&k| tokens.word(k) == mark && !(mark == "-" && tokens.glued(k) && tokens.before(k) != "-"));
        // "pills, such as A, B and C, raise": the whole list
        let listed = |k: usize| {
            tokens.word(k) == ","
                && (tokens.at(k + 1, &["such", "as"]) || matches!(tokens.word(k + 1), "including" | "like"))
        };
        let list = (close.saturating_sub(LONGEST_ASIDE)..close).rev().find(|&k| mark == "," && listed(k));
        let open = list.or(open);
        let told =
            |open: usize| (open + 1..close).any(|k| self.quantity_at(k).is_some_and(|q| q.unit == Unit::Percent));
        open.map(first_of).filter(|&open| open > 0 && !told(open)).unwrap_or(end)
    }

    /// "eating rye (the contents of a bowl) lowers": where the bracket before `end` begins, unless it tells a share.
    fn before_bracket(&self, end: usize) -> usize {
        /// Tokens of a bracket at most.
        const LONGEST_BRACKET: usize = 16;
        let tokens = self.tokens;
        let Some(close) = end.checked_sub(1).filter(|&k| tokens.word(k) == ")") else { return end };
        let open = (close.saturating_sub(LONGEST_BRACKET)..close).rev().find(|&k| tokens.word(k) == "(");
        open.filter(|&open| open > 0).unwrap_or(end)
    }

    /// "sailors with bruised, cut or burnt hands": a comma among what one preposition leads.
    fn comma_of_list(&self, k: usize) -> bool {
        let tokens = self.tokens;
        let plain = |j: usize| tokens.is_word(j) && !self.acts(j) && self.quantity_at(j).is_none();
        let joint = |j: usize| matches!(tokens.word(j), "and" | "or");
        tokens.word(k) == ","
            && k > 1
            && (tokens.is(k - 2, Class::Preposition) && tokens.word(k - 2) != "of" || tokens.word(k - 2) == ",")
            && plain(k - 1)
            && plain(k + 1)
            && (k + 2..k + 4).take_while(|&j| plain(j) || joint(j)).any(|j| joint(j) && plain(j + 1))
    }

    /// "states in the north and the west had": no verb stands before this "and", so it joins two nouns.
    fn joins_nouns(&self, k: usize) -> bool {
        /// Tokens looked back over.
        const REACH: usize = 14;
        let tokens = self.tokens;
        if tokens.word(k) != "and" || self.quantity_at(k + 1).is_some() {
            return false;
        }
        let back =
            (k.saturating_sub(REACH)..k).rev().take_while(|&j| !closing_sign(tokens, j) && tokens.word(j) != "that");
        let verb = |j: usize| self.acts(j) || tokens.is(j, Class::ChangeVerb);
        let theirs = |j: usize| matches!(tokens.before(j), "who" | "whose" | "which") || j > 0 && verb(j - 1);
        let mut nouns = 0;
        for j in back {
            if verb(j) && !theirs(j) {
                return false;
            }
            nouns += 1;
        }
        nouns > 0
    }
}

/// "and" right after a "who" clause joins two verbs of it.
fn inside_relative(tokens: &Tokens, k: usize) -> bool {
    tokens.word(k) == "and" && (k.saturating_sub(6)..k).any(|j| tokens.word(j) == "who")
        || tokens.word(k) == "that" && tokens.is(k.wrapping_sub(1), Class::People)
}
