//! An article in, the figures that are no claims out: counts of things ("3,416 cysts") and periods ("between 1987 and 2004").

use crate::model::{Article, Claim, ClaimKind, Decimal, Part, PlaceFinder, Reported, SentenceText, Span, Statistic};
use crate::text::{Block, blocks, sentences};

/// Figures kept of one article: more belong to a table, not to a text.
const MOST_FIGURES: usize = 60;
/// A smaller count is told of too many things to be compared by its words.
const SMALLEST_COUNT: u64 = 100;

/// The figures of the article in the order of the text.
pub fn figures(article: &Article) -> Vec<Claim> {
    let text = &article.text;
    let mut places = PlaceFinder::new(text);
    let mut found = Vec::new();
    for block in &blocks(text) {
        if !block.span.of(text).bytes().any(|b| b.is_ascii_digit()) {
            continue;
        }
        for sentence in sentences(text, block.span) {
            let numbers = numbers(text, sentence);
            found.extend(periods(text, &numbers).map(|figure| claim(text, block, sentence, figure, &mut places)));
            found.extend(
                counts(text, sentence, &numbers).map(|figure| claim(text, block, sentence, figure, &mut places)),
            );
        }
        if found.len() >= MOST_FIGURES {
            break;
        }
    }
    found.truncate(MOST_FIGURES);
    found.sort_by_key(|claim| claim.place.start);
    found
}

struct Figure {
    span: Span,
    kind: ClaimKind,
    value: Reported,
    unit: Option<&'static str>,
}

/// A run of digits with its thousands commas.
#[derive(Clone, Copy)]
struct Number {
    span: Span,
    value: u64,
    comma: bool,
}

fn numbers(text: &str, sentence: Span) -> Vec<Number> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        let grouped = |at: usize| {
            bytes[at] == b',' && at + 3 < sentence.end && bytes[at + 1..at + 4].iter().all(u8::is_ascii_digit)
        };
        while at < sentence.end && (bytes[at].is_ascii_digit() || grouped(at)) {
            at += 1;
        }
        let span = Span::new(start, at);
        let digits: String = span.of(text).chars().filter(char::is_ascii_digit).collect();
        if let Ok(value) = digits.parse() {
            found.push(Number { span, value, comma: span.of(text).contains(',') });
        }
    }
    found
}

/// "3,416 cysts": a number that nothing glues to a currency, a decimal or a code, before a word in lower case.
fn counts(text: &str, sentence: Span, numbers: &[Number]) -> impl Iterator<Item = Figure> {
    numbers.iter().filter(move |number| is_count(text, sentence, number)).map(move |number| {
        let after = &text[number.span.end..sentence.end];
        let word = after.trim_start().split(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or_default();
        let end = number.span.end + (after.len() - after.trim_start().len()) + word.len();
        Figure {
            span: Span::new(number.span.start, end),
            kind: ClaimKind::EventCount,
            value: Reported::exact(Decimal::from(number.value)),
            unit: None,
        }
    })
}

fn is_count(text: &str, sentence: Span, number: &Number) -> bool {
    let before = text[sentence.start..number.span.start].chars().next_back();
    let mut after = text[number.span.end..sentence.end].chars();
    let free = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '“' | '"'));
    let word = after.next().is_some_and(char::is_whitespace) && after.next().is_some_and(char::is_lowercase);
    let scaled = ["million", "billion", "per", "percent", "to", "and", "or", "mg", "g", "kg", "ml", "km", "years"];
    let next = text[number.span.end..sentence.end].split_whitespace().next().unwrap_or_default();
    number.value >= SMALLEST_COUNT && free && word && !is_year(number) && !scaled.contains(&next)
}

fn is_year(number: &Number) -> bool {
    !number.comma && (1900..=2100).contains(&number.value)
}

/// "between 1987 and 2004", "from 2002 to 2011", "March 1998 and May 2007": as many years, counted either way.
fn periods(text: &str, numbers: &[Number]) -> impl Iterator<Item = Figure> {
    const LONGEST_GAP: usize = 24;
    let couples = numbers.windows(2).filter(|couple| is_year(&couple[0]) && is_year(&couple[1]));
    couples.filter_map(move |couple| {
        let (first, second) = (couple[0], couple[1]);
        let gap = Span::new(first.span.end, second.span.start).of(text).to_lowercase();
        let joins = gap.split_whitespace().any(|word| matches!(word, "and" | "to" | "until" | "through" | "-" | "–"))
            || matches!(gap.as_str(), "-" | "–");
        let words = gap.split_whitespace().count();
        let lived = text[..first.span.start].trim_end().rsplit(' ').take(2).any(|word| matches!(word, "born" | "aged"));
        if lived || !joins || gap.len() > LONGEST_GAP || words > 3 || second.value <= first.value {
            return None;
        }
        let years = second.value - first.value;
        let value = Reported::range(Decimal::from(years.saturating_sub(1)), Decimal::from(years + 1));
        Some(Figure { span: first.span.cover(second.span), kind: ClaimKind::Duration, value, unit: Some("years") })
    })
}

fn claim(text: &str, block: &Block, sentence: Span, figure: Figure, places: &mut PlaceFinder<'_>) -> Claim {
    let sentence = SentenceText { place: places.place(sentence), text: sentence.of(text).into() };
    let (place, quote) = (places.place(figure.span), figure.span.of(text).to_owned());
    Claim {
        unit: figure.unit.map(str::to_owned),
        statistic: if figure.kind == ClaimKind::Duration { Statistic::Other } else { Statistic::Count },
        part: if block.index == 0 { Part::Headline } else { Part::Body },
        ..Claim::bare(figure.kind, place, quote, figure.value, sentence)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(String, String)> {
        let article = Article { text: text.to_owned(), ..Article::default() };
        let value = |claim: &Claim| match claim.value.single() {
            Some(value) => value.to_string(),
            None => format!("{}–{}", claim.value.low, claim.value.high),
        };
        figures(&article).iter().map(|claim| (claim.quote.clone(), value(claim))).collect()
    }

    #[test]
    fn counts_of_things() {
        assert_eq!(found("Doctors found 3,416 cysts."), [("3,416 cysts".to_string(), "3416".to_string())]);
        assert_eq!(found("The 636 women sent pills."), [("636 women".to_string(), "636".to_string())]);
    }

    #[test]
    fn periods_are_lengths() {
        assert_eq!(found("They ran from 1987 to 2004."), [("1987 to 2004".to_string(), "16–18".to_string())]);
        assert_eq!(found("It ran 2002–2013.")[0].1, "10–12");
    }

    #[test]
    fn years_prices_codes_and_small_counts_are_left_alone() {
        for text in
            ["In 2004 women ran.", "It cost £3,416 more.", "Room B3416 was full.", "Some 17 cysts.", "About 3,416.5 mg"]
        {
            assert!(found(text).is_empty(), "{text} {:?}", found(text));
        }
    }
}
