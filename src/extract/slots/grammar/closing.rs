//! A place in a sentence in, whether the description that has come so far ends there out.

use super::phrases::{LONGEST, Words};
use super::verbs::{finite_verb, is_pronoun, past_form};
use crate::extract::nouns::names_people;
use crate::text::{Class, Classes, Quantity, Tokens, Unit};

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
        /// Of the words that lead to such a figure: "every" is an article.
        const LEADS: Classes = Classes::of(&[Class::PhraseCloser, Class::PhraseEnd, Class::Article]);
        let may = self.tokens.classes(k).meets(LEADS) || self.quantity_at(k).is_some();
        debug_assert!(may || self.figure_from(k, first).is_none(), "{} leads to a figure", self.tokens.word(k));
        if may { self.figure_from(k, first) } else { None }
    }

    fn figure_from(&self, k: usize, first: usize) -> Option<usize> {
        let tokens = self.tokens;
        match tokens.word(k) {
            "," => self.behind_comma(k, first),
            // "those on the syrup every two weeks": how often is a part of what they got
            "every" => self.quantity_at(k + 1).filter(|_| k > first && self.time_quantity(k + 1)).map(|q| q.last),
            "from" if tokens.before(k) == "born" => {
                (k + 1..k + 6).take_while(|&j| !closing_sign(tokens, j)).filter(|&j| tokens.is_number(j)).last()
            }
            // "those who drink two cups of tea or three of coffee"
            "or" => {
                let again = || self.quantities.iter().any(|q| q.first > first && q.last < k);
                let next = self.quantity_at(k + 1).filter(|q| q.unit != Unit::Percent && q.fraction.is_none())?;
                again().then_some(next.last)
            }
            "than" if matches!(tokens.before(k), "more" | "less" | "fewer") => {
                let figure = self.quantity_at(k + 1)?;
                self.figure_had(figure, first).or_else(|| self.figure_of_verb(figure, first))
            }
            _ => self.figure_described(self.quantity_at(k)?, first),
        }
    }

    /// ", aged 16", ", aged 16 and above, who lived …", "in Peru, New Zealand and Chad".
    fn behind_comma(&self, k: usize, first: usize) -> Option<usize> {
        let tokens = self.tokens;
        let ages = |j: usize| matches!(tokens.word(j + 1), "aged" | "ages");
        if ages(k) {
            return Some(k + 1);
        }
        let aged = || (first..k).any(|j| tokens.word(j) == "," && ages(j));
        if matches!(tokens.word(k + 1), "who" | "with") && aged() {
            return Some(k);
        }
        self.list_of_places(k, first)
    }

    /// "women from 35 to 45 years old", "pupils under two", "sailors from five countries".
    fn figure_described(&self, figure: &Quantity, first: usize) -> Option<usize> {
        let (tokens, k) = (self.tokens, figure.first);
        if k > first && matches!(tokens.word(figure.last + 1), "old" | "olds") {
            return Some(figure.last + 1);
        }
        let bound = k > first + 1 && matches!(tokens.before(k), "under" | "over" | "above" | "below");
        if bound && (names_people(tokens, k - 2) || tokens.word(k - 2) == "those") {
            return (figure.unit == Unit::None).then_some(figure.last);
        }
        // "cooks who were 45 to 59 when it began"
        if k > first + 2 && tokens.is(k - 1, Class::Be) && tokens.word(k - 2) == "who" && figure.unit == Unit::None {
            let last = figure.last;
            let range = tokens.word(last + 1) == "to" && tokens.is_number(last + 2);
            return Some(if range { last + 2 } else { last });
        }
        self.places_inside(k, first)
            .or_else(|| self.figure_had(figure, first))
            .or_else(|| self.figure_of_verb(figure, first))
    }

    /// "nurses with at least two children", "those with a score of ten", "men with a BMI over 30".
    fn figure_had(&self, figure: &Quantity, first: usize) -> Option<usize> {
        let tokens = self.tokens;
        if matches!(figure.unit, Unit::Percent | Unit::PercentagePoints | Unit::Times) || figure.first < first + 2 {
            return None;
        }
        let at = self.before_bound(figure.first, first);
        let people = |k: usize| k >= first && (names_people(tokens, k) || tokens.word(k) == "those");
        // "a BMI of 27 to 31.5", "a score of ten or more"
        let next = figure.last + 1;
        let goes_on = tokens.word(next) == "to" && tokens.is_number(next + 1)
            || tokens.word(next) == "or"
                && matches!(tokens.word(next + 1), "more" | "less" | "above" | "higher" | "over" | "below");
        let end = if goes_on { next + 1 } else { figure.last };
        if tokens.before(at) == "with" && at >= 2 {
            return people(at - 2).then_some(end);
        }
        let gauge = if tokens.before(at) == "of" { at.checked_sub(2)? } else { at.checked_sub(1)? };
        let with = || (first + 1..gauge).find(|&k| tokens.word(k) == "with").is_some_and(|k| people(k - 1));
        (gauge > first && tokens.is(gauge, Class::Gauge) && with()).then_some(end)
    }

    /// Where the words begin that bound the number at `k`: "at least", "more than", "over".
    fn before_bound(&self, k: usize, first: usize) -> usize {
        let tokens = self.tokens;
        let mut at = k;
        while at > first
            && k - at < 4
            && (tokens.is(at - 1, Class::TimeFiller)
                || matches!(tokens.before(at), "fewer" | "over" | "under" | "above" | "below" | "between"))
        {
            at -= 1;
        }
        at
    }

    /// "who ate three or more portions", "drinking more than six cups", "aged up to 17".
    fn figure_of_verb(&self, figure: &Quantity, first: usize) -> Option<usize> {
        let tokens = self.tokens;
        let at = self.before_bound(figure.first, first);
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

    #[inline(never)]
    fn closes_indeed(&self, k: usize, first: usize) -> bool {
        let tokens = self.tokens;
        let inside = k > first;
        let free = |j: usize| matches!(tokens.word(j), "free" | "alive");
        if inside && tokens.is(k - 1, Class::People) && (k..k + 4).any(free) {
            return true;
        }
        let figure = |q: &Quantity| {
            self.time_quantity(k) && self.later(k)
                || !tokens.is(k, Class::Article) && !matches!(q.unit, Unit::Measure(_))
        };
        if inside && self.quantity_at(k).is_some_and(figure) {
            return true;
        }
        // "trials which compared"
        let end = tokens.is(k, Class::PhraseEnd) && !matches!(tokens.before(k), "who" | "which");
        end || self.time_follows(k) || self.word_closes(k, inside)
    }

    /// The word or the sign at `k` itself ends a description, whatever its class.
    fn word_closes(&self, k: usize, inside: bool) -> bool {
        let tokens = self.tokens;
        let next = k + 1;
        match tokens.word(k) {
            "but" => tokens.word(next) != "not",
            "at" => matches!(tokens.word(next), "least" | "most") && k > 0 && names_people(tokens, k - 1),
            "during" | "yet" => inside,
            // "those given syrup rather than tea", "the risk of gout relative to cooks"
            "rather" => tokens.word(next) == "than",
            "relative" => inside && tokens.word(next) == "to",
            // "slept well and many of the cooks snored"
            "and" => {
                let others = || matches!(tokens.word(next), "many" | "most" | "some" | "few" | "others" | "several");
                let do_so = || tokens.word(k + 2) == "of" || self.acts(k + 2);
                self.starts_new_figure(next) || inside && others() && do_so() || self.they_act(next)
            }
            "or" => self.starts_new_figure(next) || self.they_act(next),
            _ => closing_sign(tokens, k),
        }
    }

    /// "(and) they were": a clause of its own.
    fn they_act(&self, k: usize) -> bool {
        let tokens = self.tokens;
        is_pronoun(tokens.word(k)) && finite_verb(tokens, k + 1) && !tokens.is(k, Class::RecruitVerb)
    }

    /// "nurses who drank the tea for ten weeks or more were …": a time before the verb of the sentence is still theirs.
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

#[inline]
pub fn closing_sign(tokens: &Tokens, k: usize) -> bool {
    tokens.is_sign(k) && closes_phrase(tokens, k)
}

fn closes_phrase(tokens: &Tokens, k: usize) -> bool {
    match tokens.word(k) {
        ";" | ":" | "(" | ")" | "." | "!" | "?" | "\"" | "[" | "]" | "=" | "," => true,
        // "drowned—a sign of haste", not "dose–response"
        "–" => {
            !tokens.glued(k)
                || !tokens.glued(k + 1)
                || tokens.is(k + 1, Class::Article)
                || tokens.is(k + 1, Class::StopPhrase)
        }
        // "gout--a swelling of the toe"
        // "aged 31 - 48" goes on
        "-" if tokens.is_number(k + 1) && tokens.is_number(k.wrapping_sub(1)) => false,
        "-" => !tokens.glued(k) || tokens.word(k + 1) == "-" || tokens.before(k) == "-",
        _ => false,
    }
}
