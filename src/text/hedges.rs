//! The words around a number in, its bound and whether it is approximate out; the words come from a data file.

use crate::model::Bound;

use super::class::Class;
use super::hashing::WordMap;
use super::tokens::Tokens;
use super::units::Unit;

const HEDGES: &str = include_str!("../../lexicons/language/hedges.tsv");

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Effect {
    Approx,
    Bound(Bound),
}

/// A hedge of one or more words.
struct Hedge {
    phrase: &'static str,
    words: Vec<&'static str>,
    effect: Effect,
}

/// The hedges that come with the program.
pub struct Hedges {
    /// By their last word, longest first.
    before: WordMap<&'static str, Vec<Hedge>>,
    /// By their first word, longest first.
    after: WordMap<&'static str, Vec<Hedge>>,
}

impl Hedges {
    pub fn bundled() -> Self {
        let mut hedges = Self { before: WordMap::default(), after: WordMap::default() };
        for row in HEDGES.lines().filter(|line| !line.starts_with('#')).skip(1) {
            let mut cells = row.split('\t');
            let (Some(phrase), Some(side), Some(effect)) = (cells.next(), cells.next(), cells.next()) else { continue };
            let words: Vec<&str> = phrase.split(' ').collect();
            let (side, key) =
                if side == "before" { (&mut hedges.before, words.last()) } else { (&mut hedges.after, words.first()) };
            if let (Some(effect), Some(&key)) = (effect_named(effect), key) {
                side.entry(key).or_default().push(Hedge { phrase, words, effect });
            }
        }
        for list in hedges.before.values_mut().chain(hedges.after.values_mut()) {
            list.sort_by_key(|hedge| std::cmp::Reverse(hedge.words.len()));
        }
        hedges
    }

    /// Bound and approximation of the number whose tokens are `first..=number_last` and whose unit ends with token `last`.
    pub fn of(&self, tokens: &Tokens, first: usize, number_last: usize, last: usize, unit: &Unit) -> (Bound, bool) {
        let (mut bound, mut approx) = (Bound::Exact, false);
        let mut at = first;
        // "about at least" and "up to about" carry two.
        for _ in 0..2 {
            let Some((effect, start)) = self.ending_at(tokens, skip_fillers(tokens, at), unit) else { break };
            match effect {
                Effect::Approx => approx = true,
                Effect::Bound(found) => bound = found,
            }
            at = start;
        }
        // "three hours or more", "three or more hours"
        // "nine years, give or take"
        if tokens.word(last + 1) == "," && matches!(self.starting_at(tokens, last + 2), Some(Effect::Approx)) {
            approx = true;
        }
        match self.starting_at(tokens, last + 1).or_else(|| self.starting_at(tokens, number_last + 1)) {
            Some(Effect::Approx) => approx = true,
            Some(Effect::Bound(found)) if bound == Bound::Exact => bound = found,
            _ => {}
        }
        (bound, approx)
    }

    /// The longest hedge whose last token stands just before `end`.
    fn ending_at(&self, tokens: &Tokens, end: usize, unit: &Unit) -> Option<(Effect, usize)> {
        if !tokens.is(end.wrapping_sub(1), Class::HedgeEnd) {
            return None;
        }
        self.before.get(tokens.before(end))?.iter().find_map(|hedge| {
            let start = end.checked_sub(hedge.words.len())?;
            let stands = tokens.at(start, &hedge.words) && !other_meaning(tokens, start, hedge.phrase, unit);
            stands.then_some((hedge.effect, start))
        })
    }

    fn starting_at(&self, tokens: &Tokens, start: usize) -> Option<Effect> {
        if !tokens.is(start, Class::HedgeStart) {
            return None;
        }
        let hedges = self.after.get(tokens.word(start))?;
        hedges.iter().find(|hedge| tokens.at(start, &hedge.words)).map(|hedge| hedge.effect)
    }
}

fn effect_named(name: &str) -> Option<Effect> {
    Some(match name {
        "approx" => Effect::Approx,
        "at_least" => Effect::Bound(Bound::AtLeast),
        "at_most" => Effect::Bound(Bound::AtMost),
        "more_than" => Effect::Bound(Bound::MoreThan),
        "less_than" => Effect::Bound(Bound::LessThan),
        _ => return None,
    })
}

/// Steps back over words that may stand between a hedge and its number ("about a third", "more than the 60").
fn skip_fillers(tokens: &Tokens, at: usize) -> usize {
    let mut at = at;
    while at > 0
        && (matches!(tokens.word(at - 1), "a" | "an" | "the" | "only" | "another" | "one" | "$" | "£" | "€")
            || tokens.word(at - 1) == "-" && tokens.glued(at))
    {
        at -= 1;
    }
    // "just" is a filler unless the hedge file knows the pair ("just over")
    if at > 0 && tokens.word(at - 1) == "just" { at - 1 } else { at }
}

/// "over 12 weeks" spans a time, "learn about 30 patients" and "under 18" are no hedges, "3 > 2" compares.
fn other_meaning(tokens: &Tokens, start: usize, phrase: &str, unit: &Unit) -> bool {
    let before = tokens.before(start);
    match phrase {
        "over" | "under" | "around" | "above" | "below" if matches!(unit, Unit::Time(_)) => {
            phrase != "around"
                && !matches!(
                    before,
                    "for" | "lasted" | "lasting" | "well" | "averaged" | "after" | "of" | "length" | "was"
                )
        }
        "over" => matches!(before, "spread" | "aged" | "handed" | "took" | "all"),
        "about" => matches!(before, "learn" | "talk" | "talking" | "worried" | "asked" | "information" | "questions"),
        "some" => start > 0 && matches!(before, "the" | "and"),
        // "the agency had estimated 26%": a verb
        "estimated" => matches!(before, "had" | "have" | "has" | "we" | "they" | "researchers" | "authors" | "it"),
        "plus" => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::WordClasses;

    fn hedge(text: &str, number: &str, unit: Unit) -> (Bound, bool) {
        let tokens = Tokens::read(text, Span::new(0, text.len()), &WordClasses::bundled());
        let first = (0..tokens.len()).find(|&i| tokens.word(i) == number).unwrap();
        Hedges::bundled().of(&tokens, first, first, first, &unit)
    }

    #[test]
    fn hedges_bind_to_their_number() {
        assert_eq!(hedge("more than 40 patients", "40", Unit::None), (Bound::MoreThan, false));
        assert_eq!(hedge("as many as 40 patients", "40", Unit::None), (Bound::AtMost, false));
        assert_eq!(hedge("just under 40 patients", "40", Unit::None), (Bound::Exact, true));
        assert_eq!(hedge("up to about 40 patients", "40", Unit::None), (Bound::AtMost, true));
        assert_eq!(hedge("for more than 6 months", "6", Unit::Time("month")), (Bound::MoreThan, false));
    }

    #[test]
    fn prepositions_are_no_hedges() {
        assert_eq!(hedge("followed over 12 weeks", "12", Unit::Time("week")), (Bound::Exact, false));
        assert_eq!(hedge("in all 40 patients", "40", Unit::None), (Bound::Exact, false));
        assert_eq!(hedge("they learn about 30 patients", "30", Unit::None), (Bound::Exact, false));
        assert_eq!(hedge("the agency had estimated 30 cases", "30", Unit::None), (Bound::Exact, false));
    }
}
