//! A place in a sentence in, whether the description that has come so far ends there out.

use super::super::nouns::names_people;
use super::phrases::{LONGEST, Words};
use super::verbs::{finite_verb, past_form};
use crate::text::{Class, Tokens, Unit};

impl Words<'_> {
    /// Where the clause that goes on at `k` ends, with the time in it.
    pub(super) fn whole_clause(&self, k: usize) -> usize {
        let tokens = self.tokens;
        let ends = |k: usize| {
            closing_sign(tokens, k)
                || tokens.is(k, Class::PhraseEnd)
                || tokens.word(k) == "but"
                || matches!(tokens.word(k), "and" | "or") && self.starts_new_figure(k + 1)
        };
        (k..k + LONGEST).find(|&k| k >= tokens.len() || ends(k)).unwrap_or(k)
    }

    /// Where the figure that begins at `k` and belongs to the description ends: "aged up to 17", "who ate three or more
    /// portions", "drinking more than six cups".
    pub(super) fn figure_inside(&self, k: usize, first: usize) -> Option<usize> {
        let tokens = self.tokens;
        if tokens.word(k) == "," && matches!(tokens.word(k + 1), "aged" | "ages") {
            return Some(k + 1);
        }
        // ", aged 16 and above, who lived …"
        let aged = || (first..k).any(|j| tokens.word(j) == "," && matches!(tokens.word(j + 1), "aged" | "ages"));
        if tokens.word(k) == "," && matches!(tokens.word(k + 1), "who" | "with") && aged() {
            return Some(k);
        }
        // "those on the syrup every two weeks": how often is a part of what they got
        if tokens.word(k) == "every" && k > first && self.time_quantity(k + 1) {
            return self.quantity_at(k + 1).map(|q| q.last);
        }
        if tokens.word(k) == "from" && tokens.before(k) == "born" {
            return (k + 1..k + 6).take_while(|&j| !closing_sign(tokens, j)).filter(|&j| tokens.is_number(j)).last();
        }
        // "women from 35 to 45 years old"
        let age = self.quantity_at(k).filter(|q| matches!(tokens.word(q.last + 1), "old" | "olds"));
        if let Some(age) = age.filter(|_| k > first) {
            return Some(age.last + 1);
        }
        // "men who were 55 to 64 when it began"
        if tokens.is(k.wrapping_sub(1), Class::Be) && k > first + 2 && tokens.word(k - 2) == "who" {
            let upper =
                |last: usize| if tokens.word(last + 1) == "to" && tokens.is_number(last + 2) { last + 2 } else { last };
            return self.quantity_at(k).filter(|q| q.unit == Unit::None).map(|q| upper(q.last));
        }
        // "pupils under two"
        let bound = matches!(tokens.before(k), "under" | "over" | "above" | "below") && tokens.word(k) != "age";
        if bound && k > first + 1 && (names_people(tokens, k - 2) || tokens.word(k - 2) == "those") {
            return self.quantity_at(k).filter(|q| q.unit == Unit::None).map(|q| q.last);
        }
        if let Some(places) = self.list_of_places(k, first) {
            return Some(places);
        }
        if let Some(places) = self.places_inside(k, first) {
            return Some(places);
        }
        // "those who drink two cups of tea or three of coffee"
        let again = tokens.word(k) == "or" && self.quantities.iter().any(|q| q.first > first && q.last < k);
        if let Some(next) = self.quantity_at(k + 1).filter(|q| again && q.unit != Unit::Percent && q.fraction.is_none())
        {
            return Some(next.last);
        }
        let than = tokens.word(k) == "than" && matches!(tokens.before(k), "more" | "less" | "fewer");
        let figure = self.quantity_at(if than { k + 1 } else { k })?;
        let mut at = figure.first;
        while at > first
            && figure.first - at < 4
            && (tokens.is(at - 1, Class::TimeFiller)
                || matches!(tokens.before(at), "fewer" | "over" | "under" | "above" | "below" | "between"))
        {
            at -= 1;
        }
        let before = tokens.before(at);
        let verb = at > first + 1
            && (finite_verb(tokens, at - 1) && !tokens.is(at - 1, Class::Be)
                || past_form(tokens, at - 1)
                || before.len() > 4 && before.ends_with("ing"));
        (verb || matches!(before, "aged" | "ages" | "age") && at > first).then_some(figure.last)
    }

    /// "sailors in Peru, New Zealand and Chad": where the list ends whose first comma stands at `k`.
    fn list_of_places(&self, k: usize, first: usize) -> Option<usize> {
        /// Tokens of the list at most.
        const LONGEST_LIST: usize = 16;
        let tokens = self.tokens;
        let leads = |j: usize| matches!(tokens.word(j), "in" | "from" | "across");
        if tokens.word(k) != "," || k < first + 3 || !(leads(k - 2) || leads(k - 3)) {
            return None;
        }
        let other = [Class::Preposition, Class::Article, Class::StopPhrase, Class::AssignVerb];
        let plain = |j: usize| {
            tokens.is_word(j)
                && !other.iter().any(|class| tokens.is(j, *class))
                && !self.acts(j)
                && !names_people(tokens, j)
                && !past_form(tokens, j)
        };
        let inside = |j: &usize| plain(*j) || matches!(tokens.word(*j), "," | "the");
        let and = (k + 1..k + LONGEST_LIST)
            .take_while(|j| inside(j) || tokens.word(*j) == "and")
            .find(|&j| tokens.word(j) == "and" && plain(j - 1) && plain(j + 1))?;
        (and + 1..and + 3).take_while(|&j| plain(j)).last()
    }

    /// "sailors from five countries", "exposure to four metals": a number of places or things in a description.
    fn places_inside(&self, k: usize, first: usize) -> Option<usize> {
        let tokens = self.tokens;
        let leads = matches!(tokens.before(k), "from" | "to" | "the" | "all");
        let count = self.quantity_at(k).filter(|q| leads && k > first + 1 && q.unit == Unit::None)?;
        let next = count.last + 1;
        let places = (next..next + 3).take_while(|&j| tokens.is_word(j)).any(|j| tokens.is(j, Class::Institution));
        let things = matches!(tokens.before(k), "to" | "the" | "all")
            && tokens.is_word(next)
            && !tokens.is(next, Class::Preposition)
            && !tokens.is(next, Class::StopPhrase)
            && !(next..next + 3)
                .any(|j| names_people(tokens, j) || tokens.is(j, Class::Record) || tokens.is(j, Class::StudyNoun));
        (places || things).then_some(count.last)
    }

    /// Something at `k` ends a description: a mark, a comparison, a time, another number.
    pub(super) fn closes(&self, k: usize, first: usize) -> bool {
        let tokens = self.tokens;
        let may = tokens.is(k, Class::PhraseCloser)
            || tokens.is(k, Class::PhraseEnd)
            || k > first && tokens.is(k - 1, Class::People)
            || self.quantity_at(k).is_some();
        debug_assert!(may || !self.closes_indeed(k, first), "{} is no phrase_closer", tokens.word(k));
        may && self.closes_indeed(k, first)
    }

    fn closes_indeed(&self, k: usize, first: usize) -> bool {
        let tokens = self.tokens;
        closing_sign(tokens, k)
            || (tokens.word(k) == "but" && tokens.word(k + 1) != "not")
            || (k > first
                && tokens.is(k - 1, Class::People)
                && (k..k + 4).any(|j| matches!(tokens.word(j), "free" | "alive")))
            // "trials which compared"
            || tokens.is(k, Class::PhraseEnd) && !matches!(tokens.before(k), "who" | "which")
            || tokens.word(k) == "at"
                && matches!(tokens.word(k + 1), "least" | "most")
                && k > 0
                && names_people(tokens, k - 1)
            || self.time_follows(k)
            || (k > first && self.time_quantity(k) && self.later(k))
            || (tokens.word(k) == "during" && k > first)
            || (k > first
                && !tokens.is(k, Class::Article)
                && self.quantity_at(k).is_some_and(|q| !matches!(q.unit, Unit::Measure(_))))
            || (matches!(tokens.word(k), "and" | "or") && self.starts_new_figure(k + 1))
            || tokens.word(k) == "yet" && k > first
            // "slept well and many of the cooks snored"
            || (tokens.word(k) == "and"
                && k > first
                && matches!(tokens.word(k + 1), "many" | "most" | "some" | "few" | "others" | "several")
                && (tokens.word(k + 2) == "of" || self.acts(k + 2)))
            || (matches!(tokens.word(k), "," | "and" | "or")
                && finite_verb(tokens, k + 2)
                && tokens.is_word(k + 1)
                && !tokens.is(k + 1, Class::RecruitVerb)
                && tokens.word(k + 1).len() <= 4
                && matches!(tokens.word(k + 1), "it" | "they" | "he" | "she" | "we"))
    }

    /// "those who took the drug for two months or more were …": a time before the verb of the sentence is still theirs.
    pub(super) fn inside_clause(&self, k: usize) -> bool {
        /// Tokens from the time to the verb at most.
        const REACH: usize = 10;
        let tokens = self.tokens;
        let time = self.time_follows(k)
            || tokens.word(k) == "during"
            || self.time_quantity(k)
            || tokens.word(k) == "than" && self.time_quantity(k + 1);
        let verb = (k + 1..k + REACH).take_while(|&j| !closing_sign(tokens, j)).find(|&j| self.acts(j));
        time && verb.is_some_and(|verb| {
            !(k..verb).any(|j| matches!(tokens.word(j), "they" | "he" | "she" | "it" | "who" | "that"))
        })
    }

    /// "a year later", "six weeks after": a time with its direction behind it.
    pub(super) fn later(&self, k: usize) -> bool {
        self.quantity_at(k).is_some_and(|q| matches!(self.tokens.word(q.last + 1), "later" | "after"))
    }

    /// "and 38 per cent", "or a 15% …": the next figure's own clause.
    fn starts_new_figure(&self, k: usize) -> bool {
        self.quantity_at(k).is_some()
            || matches!(self.tokens.word(k), "none" | "no")
            || (self.tokens.is(k, Class::FigureLeader) && (k + 1..k + 4).any(|j| self.quantity_at(j).is_some()))
    }
}

pub fn closing_sign(tokens: &Tokens, k: usize) -> bool {
    tokens.is_sign(k) && closes_phrase(tokens, k)
}

fn closes_phrase(tokens: &Tokens, k: usize) -> bool {
    match tokens.word(k) {
        ";" | ":" | "(" | ")" | "." | "!" | "?" | "\"" | "[" | "]" | "=" | "," => true,
        // "admitted—a sign of harm", not "dose–response"
        "–" => {
            !tokens.glued(k)
                || !tokens.glued(k + 1)
                || tokens.is(k + 1, Class::Article)
                || tokens.is(k + 1, Class::StopPhrase)
        }
        // "gout--a swelling of the toe"
        // "aged 26 - 54" goes on
        "-" if tokens.is_number(k + 1) && tokens.is_number(k.wrapping_sub(1)) => false,
        "-" => !tokens.glued(k) || tokens.word(k + 1) == "-" || tokens.before(k) == "-",
        _ => false,
    }
}
