//! The tokens of a sentence in; a share and its count told of each other between commas or dashes read as if in brackets out.
//!
//! "Seventeen of them, or 37 percent, recovered" says what "Seventeen of them (37 percent) recovered" says: grammars that
//! know the bracket need not know the other ways to print it.

use super::class::Class;
use super::classes::WordClasses;
use super::numerals::cardinal;
use super::tokens::Tokens;

/// Tokens of "of the nurses in the first group" at most.
const COUNTED: usize = 8;

/// Reads the marks around each such figure as brackets; the "or" behind the first goes.
pub fn bracket(tokens: &mut Tokens, classes: &WordClasses) {
    for k in (1..tokens.len()).rev() {
        if !classes.percent.contains(&tokens.id(k)) {
            continue;
        }
        let end = match tokens.word(k) {
            "%" | "percent" => k,
            "per" if tokens.word(k + 1) == "cent" => k + 1,
            _ => continue,
        };
        let Some(aside) = count_behind(tokens, end).or_else(|| share_behind(tokens, k, end)) else { continue };
        if ends_the_clause(tokens, aside.close) {
            tokens.read_before(aside.close, ")", classes);
        } else {
            tokens.read_as(aside.close, ")", classes);
        }
        tokens.read_as(aside.open, "(", classes);
        if tokens.word(aside.open + 1) == "or" {
            tokens.remove(aside.open + 1);
        }
    }
}

/// The marks before and behind a figure.
struct Aside {
    open: usize,
    close: usize,
}

/// ", or 37 percent, the study found": the comma is that of the clause too.
fn ends_the_clause(tokens: &Tokens, close: usize) -> bool {
    const NEAR: usize = 4;
    let tells = |k: usize| {
        tokens.classes(k).has_either(Class::ReportingVerb, Class::FindingVerb)
            || matches!(tokens.word(k), "estimate" | "estimates" | "estimated" | "conclude")
    };
    // "the study found", "research has found", "a survey today warns", but not "completed the trial"
    let acts = |k: usize| tells(k + 1) || tokens.is_word(k + 1) && tells(k + 2);
    // "finds a small study"
    let led = || tells(close + 1);
    let who = |k: usize| tokens.is(k, Class::Finder) && (acts(k) || led());
    tokens.word(close) == "," && (close + 1..=close + NEAR).any(who)
}

/// ", or 37 percent," and "– just 37 percent –" behind a count, ", about 37 percent," where the count is what acts.
fn share_behind(tokens: &Tokens, unit: usize, end: usize) -> Option<Aside> {
    let first = figure_start(tokens, unit)?;
    let lead = led(tokens, first);
    let either = tokens.before(lead) == "or";
    let open = if either { lead.checked_sub(2)? } else { lead.checked_sub(1)? };
    let dash = is_dash(tokens, open);
    if !dash && tokens.word(open) != "," {
        return None;
    }
    let close = closing(tokens, end + 1, dash)?;
    let count = count_before(tokens, open)?;
    // "83 had fallen, or 57 percent": what they did stands between
    if either
        && (count.last + 1..open)
            .any(|k| tokens.is(k, Class::PastVerb) || matches!(tokens.word(k), "had" | "have" | "were" | "was"))
    {
        return None;
    }
    let beside = || {
        let head = count.last + 1..open;
        let acts = |k: usize| tokens.is(k, Class::PastVerb) || tokens.is(k, Class::Be) || tokens.is_sign(k);
        // "Of 900 nurses, 12 percent, or 108, …": the first is what the share is of
        let within = tokens.is(led(tokens, count.first).wrapping_sub(1), Class::Preposition);
        head.len() <= 4 && !head.clone().any(acts) && !within && tokens.word(close) == "," && close == end + 1
    };
    (dash || either || beside()).then_some(Aside { open, close })
}

/// ", or 108 nurses," behind a share.
fn count_behind(tokens: &Tokens, end: usize) -> Option<Aside> {
    let open = end + 1;
    if tokens.word(open + 1) != "or" || tokens.word(open) != "," && !is_dash(tokens, open) {
        return None;
    }
    let first = (open + 2..open + 6).find(|&k| !is_hedge(tokens, k))?;
    let count = cardinal(tokens, first)?;
    let close = closing(tokens, noun_end(tokens, count.last + 1), is_dash(tokens, open))?;
    let share = (first..close).any(|k| is_percent(tokens, k));
    (!share && !is_article(tokens, first)).then_some(Aside { open, close })
}

/// Behind the noun that may stand at `k`.
fn noun_end(tokens: &Tokens, k: usize) -> usize {
    if tokens.is_word(k) && !tokens.is(k, Class::Preposition) { k + 1 } else { k }
}

/// A number's tokens.
struct Count {
    first: usize,
    last: usize,
}

/// The count whose share may follow: "17 of the 46 nurses", but no price, year or share.
fn count_before(tokens: &Tokens, open: usize) -> Option<Count> {
    let near = (open.saturating_sub(COUNTED)..open).rev();
    let mut here = near.take_while(|&k| !matches!(tokens.word(k), "," | ";" | "." | ")" | "–" | ":"));
    let first = here.find(|&k| !is_article(tokens, k) && cardinal(tokens, k).is_some())?;
    let last = cardinal(tokens, first)?.last;
    let dated = tokens.word(first).len() == 4 && matches!(tokens.before(first), "in" | "since" | "of" | "by" | "from");
    let priced = matches!(tokens.before(first), "$" | "£" | "€" | "aged" | "age" | "-");
    // "Five years on, …"
    let share = (first..open).any(|k| is_percent(tokens, k) || tokens.is(k, Class::TimeUnit));
    (last < open && !dated && !priced && !share).then_some(Count { first, last })
}

/// The first token of the figure before its unit at `unit`: "37", "thirty-seven", "12 to 14".
fn figure_start(tokens: &Tokens, unit: usize) -> Option<usize> {
    let figure = |k: usize| tokens.is_number(k) || tokens.is(k, Class::NumberStart);
    let mut first = unit.checked_sub(1).filter(|&k| figure(k))?;
    while first > 1 && matches!(tokens.before(first), "-" | "–" | "to") && figure(first - 2) {
        first -= 2;
    }
    Some(first)
}

/// Where a number begins with the words that hedge or bound it.
fn led(tokens: &Tokens, first: usize) -> usize {
    (0..4).fold(first, |at, _| if at > 0 && is_hedge(tokens, at - 1) { at - 1 } else { at })
}

fn is_hedge(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::Approx)
        || matches!(
            tokens.word(k),
            "just" | "only" | "more" | "less" | "fewer" | "than" | "over" | "under" | "well" | "a"
        )
}

/// The mark that ends what was opened: right behind, or behind "of them", "in all".
fn closing(tokens: &Tokens, from: usize, dash: bool) -> Option<usize> {
    /// Tokens of "of those in the group" at most.
    const OF: usize = 6;
    let reach = if tokens.word(from) == "of" || dash { OF } else { 3 };
    let ends = |k: usize| tokens.is_sign(k) || k >= tokens.len();
    let close = (from..=from + reach).find(|&k| ends(k))?;
    // "of them", "of the nurses", "in all"
    let led = from == close || tokens.is(from, Class::Preposition);
    let verb = (from..close).any(|k| tokens.is(k, Class::PastVerb) || tokens.is(k, Class::Be));
    let fits = match tokens.word(close) {
        "," => !dash,
        "." => close + 1 == tokens.len(),
        _ => dash && is_dash(tokens, close),
    };
    (fits && led && !verb).then_some(close)
}

/// A dash with room around it.
fn is_dash(tokens: &Tokens, k: usize) -> bool {
    match tokens.word(k) {
        "–" => true,
        "-" => !tokens.glued(k) && !tokens.glued(k + 1),
        _ => false,
    }
}

fn is_percent(tokens: &Tokens, k: usize) -> bool {
    matches!(tokens.word(k), "%" | "percent") || tokens.at(k, &["per", "cent"])
}

fn is_article(tokens: &Tokens, k: usize) -> bool {
    matches!(tokens.word(k), "a" | "an" | "one")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;

    /// The words of a sentence as they are read.
    fn read(text: &str) -> String {
        let classes = WordClasses::bundled();
        let mut tokens = Tokens::read(text, Span::new(0, text.len()), &classes);
        bracket(&mut tokens, &classes);
        tokens.iter().map(|(k, _)| tokens.word(k)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_share_beside_its_count_stands_in_brackets() {
        for (text, expected) in [
            ("Nineteen of the cooks, or 41 percent, slept.", "nineteen of the cooks ( 41 percent ) slept ."),
            ("Of these, 19, or about 41 per cent, slept.", "of these , 19 ( about 41 per cent ) slept ."),
            ("It woke 19 cooks — just 41% — at night.", "it woke 19 cooks ( just 41 % ) at night ."),
            ("Some 190 weavers, about 14 percent, had gout.", "some 190 weavers ( about 14 percent ) had gout ."),
            ("It was seen in 23 sailors, or 8 percent.", "it was seen in 23 sailors ( 8 percent )"),
            (
                "Gout befell 23 sailors, or 8 percent of them, at sea.",
                "gout befell 23 sailors ( 8 percent of them ) at sea .",
            ),
            (
                "Some 8 percent, or 23 sailors, finds a small survey.",
                "some 8 percent ( 23 sailors ) , finds a small survey .",
            ),
            (
                "Nineteen of the cooks, or 41 percent, finished the trial.",
                "nineteen of the cooks ( 41 percent ) finished the trial .",
            ),
            (
                "Gout befell 23 sailors, or 8 percent, the study found.",
                "gout befell 23 sailors ( 8 percent ) , the study found .",
            ),
            ("Some 8 percent, or 23 sailors, had gout.", "some 8 percent ( 23 sailors ) had gout ."),
        ] {
            assert_eq!(read(text), expected);
        }
    }

    #[test]
    fn other_figures_between_commas_stay() {
        for text in [
            "Of 900 nurses, 12 percent, mostly men, snored.",
            "In 2009, 12 percent, at most, snored.",
            "They paid $900, or 12 percent of their wage, a year.",
            "Gout rose by 3 points, 12 percent fell ill, and few slept.",
            "The cooks slept for nine hours, 40 percent said, or more.",
            "Of the 31 cooks, 12 percent snored, the study found.",
            "Nine percent, or 12 percent of the men, snored.",
            "Six weeks on, 12 percent of the weavers still coughed, the study found.",
            "Of those in the mill, 67 had lost their teeth, or 57 percent.",
            "Cooks took it at 5%, 1% or 0.1%, at night.",
        ] {
            assert!(!read(text).contains('('), "{text}: {}", read(text));
        }
    }
}
