//! A claim in its sentence in; the words on either side that say what was measured and against whom out.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::sentence::quote_in_sentence;
use super::words::Words;
use crate::model::{Claim, Statistic};

/// What the sentence says a number is about, read from the words around it.
#[derive(Clone, Debug, Default)]
pub struct Told {
    pub outcome: Words,
    /// Of "16 % of the nurses were men": the nurses.
    pub group: Words,
    pub comparator: Words,
    /// Every content word between the neighbouring numbers and clause marks.
    pub near: Words,
    /// The same words as they stand, to be searched for what narrows the result.
    pub text: String,
}

/// The words around `claim`, up to the quotes of its neighbours in the sentence.
pub fn told(claim: &Claim, before: Option<&Claim>, after: Option<&Claim>) -> Told {
    let text: &str = &claim.sentence.text;
    let Some((start, end)) = quote_in_sentence(claim) else { return Told::default() };
    let from = before.and_then(quote_in_sentence).map_or(0, |(_, end)| end).min(start);
    let to = after.and_then(quote_in_sentence).map_or(text.len(), |(start, _)| start).max(end);
    let left = last_clause(text.get(from..start).unwrap_or_default());
    let right = first_clause(text.get(end..to).unwrap_or_default());
    let comparator = comparator(text.get(end..).unwrap_or_default());
    let right = until(&right, Part::Against);
    let near = words_of(&left).and(&words_of(right));
    let outcome = outcome(claim, &left, right);
    let text = format!("{} {}", left.join(" "), right.join(" "));
    let group = group(claim, right);
    Told { outcome: if outcome.is_empty() { near.clone() } else { outcome }, group, comparator, near, text }
}

/// The part that a word plays in telling a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Change,
    Comparative,
    Against,
    Break,
    Narrowing,
    Copula,
}

/// The table, read once; constant from then on.
static GRAMMAR: LazyLock<HashMap<&'static str, Part>> = LazyLock::new(|| {
    let part = |name: &str| match name {
        "change" => Some(Part::Change),
        "comparative" => Some(Part::Comparative),
        "against" => Some(Part::Against),
        "break" => Some(Part::Break),
        "narrowing" => Some(Part::Narrowing),
        "copula" => Some(Part::Copula),
        _ => None,
    };
    let rows = include_str!("../../lexicons/check/grammar.tsv").lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|row| row.split_once('\t')).filter_map(|(word, name)| Some((word, part(name)?))).collect()
});

fn plays(word: &str, part: Part) -> bool {
    GRAMMAR.get(word) == Some(&part)
}

/// What changed or happened: right of the number in "31 % more energy", left of it in "the rise in energy was 31 %".
fn outcome(claim: &Claim, left: &[String], right: &[String]) -> Words {
    let multiplier = claim.statistic == Statistic::Ratio;
    let head = right.first().map_or("", String::as_str);
    let compares = plays(head, Part::Comparative);
    let bare = compares && right.get(1).is_none_or(|word| plays(word, Part::Against) || plays(word, Part::Narrowing));
    let rises = right.iter().take(3).any(|word| plays(word, Part::Change));
    let empty = right.first().is_none_or(|word| plays(word, Part::Narrowing) || word == "in");
    let ended = left.last().is_some_and(|word| plays(word, Part::Copula)) && !multiplier && empty;
    let told_right = multiplier || (compares && !bare) || rises;
    if told_right || (claim.statistic != Statistic::RelativeChange && !ended && !bare) {
        let words = words_of(until(until(right, Part::Against), Part::Narrowing));
        if !words.is_empty() {
            return words;
        }
    }
    let change = left.iter().rposition(|word| plays(word, Part::Change));
    let after_change = change.map(|at| words_of(&left[at + 1..])).filter(|words| !words.is_empty());
    after_change.unwrap_or_else(|| words_of(left))
}

/// The words after "of" behind a share, up to the next small word.
fn group(claim: &Claim, right: &[String]) -> Words {
    const ENDS: [&str; 8] = ["of", "in", "with", "who", "that", "from", "were", "was"];
    if claim.statistic != Statistic::Share || right.first().is_none_or(|word| word != "of") {
        return Words::default();
    }
    let end = right[1..].iter().position(|word| ENDS.contains(&word.as_str())).map_or(right.len(), |at| at + 1);
    words_of(&right[1..end.min(LONGEST_GROUP + 1)])
}

/// Words after "of" that may name a group.
const LONGEST_GROUP: usize = 5;

fn words_of(words: &[String]) -> Words {
    Words::of(&words.join(" "))
}

fn until(words: &[String], part: Part) -> &[String] {
    let end = words.iter().position(|word| plays(word, part)).unwrap_or(words.len());
    &words[..end]
}

/// What follows "than", "compared with", "versus" up to the end of the clause.
fn comparator(right: &str) -> Words {
    let words = first_clause(right);
    let Some(at) = words.iter().position(|word| plays(word, Part::Against)) else { return Words::default() };
    words_of(&words[at + 1..])
}

const MARKS: [char; 9] = [';', ':', '(', ')', '–', '—', '[', ']', '"'];

fn first_clause(text: &str) -> Vec<String> {
    let text = text.split(MARKS).find(|part| !part.trim().is_empty()).unwrap_or_default();
    let text = up_to_comma(text);
    let words = words(text);
    let end = words.iter().position(|word| plays(word, Part::Break)).unwrap_or(words.len());
    words[..end].to_vec()
}

/// The text up to the first comma that has content before it; a list ("energy, protein and fat") goes on.
fn up_to_comma(text: &str) -> &str {
    let commas = text.match_indices(',').map(|(at, _)| at);
    let ends = commas.into_iter().find(|&at| {
        let rest = text[at + 1..].trim_start();
        !Words::of(&text[..at]).is_empty() && !rest.starts_with("and ") && !rest.starts_with("including ")
    });
    ends.map_or(text, |at| &text[..at])
}

fn last_clause(text: &str) -> Vec<String> {
    let text = text.rsplit(MARKS).find(|part| !part.trim().is_empty()).unwrap_or_default();
    let words = words(text);
    let start = words.iter().rposition(|word| plays(word, Part::Break)).map_or(0, |at| at + 1);
    words[start..].to_vec()
}

fn words(text: &str) -> Vec<String> {
    let split = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '-'));
    split.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::ClaimText;
    use crate::model::{ClaimKind, Direction};

    #[track_caller]
    fn outcome_of(kind: ClaimKind, change: bool, sentence: &str, quote: &str) -> Words {
        let text = ClaimText::new(kind, quote).within(sentence);
        let claim = if change { text.change(Direction::Up).claim() } else { text.claim() };
        told(&claim, None, None).outcome
    }

    #[test]
    fn changes_are_told_on_either_side() {
        let percent = |sentence, quote| outcome_of(ClaimKind::Percentage, true, sentence, quote);
        assert_eq!(percent("They held 31% more energy than packed lunches.", "31%"), Words::of("energy"));
        assert_eq!(percent("The drug raised the risk of a stroke by 31%.", "31%"), Words::of("stroke"));
        assert_eq!(percent("A 31% rise in the risk of stroke among men.", "31%"), Words::of("stroke"));
        assert_eq!(percent("The risk of asthma was 31% higher among men.", "31%"), Words::of("asthma"));
        assert_eq!(percent("Men were 31% more likely to have a stroke than women.", "31%"), Words::of("stroke"));
    }

    #[test]
    fn multipliers_are_told_on_the_right() {
        let twice = |sentence, quote| outcome_of(ClaimKind::Multiplier, false, sentence, quote);
        assert_eq!(twice("It had twice the amount of fat.", "twice"), Words::of("fat"));
        assert_eq!(twice("It may double your odds of having a stroke.", "double"), Words::of("stroke"));
    }

    #[test]
    fn shares_are_told_on_the_right_unless_a_verb_ends_the_left() {
        let share = |sentence, quote| outcome_of(ClaimKind::ResponseRate, false, sentence, quote);
        assert_eq!(share("In all 31% of the patients died.", "31%"), Words::of("died"));
        assert_eq!(share("The death rate was 31% in the trial.", "31%"), Words::of("death"));
    }

    #[test]
    fn comparators_follow_their_mark() {
        let claim = ClaimText::new(ClaimKind::Percentage, "31%")
            .within("They held 31% more energy than packed lunches.")
            .claim();
        assert_eq!(told(&claim, None, None).comparator, Words::of("packed lunches"));
    }
}
