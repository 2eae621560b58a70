//! One finding in, its card out: the claim in a line, the sides against each other, each quote in its sentence.

use super::context::Context;
use super::plot::{Plot, plots};
use crate::check::Case;
use crate::model::{Evidence, Finding};
use crate::report::clean::one_line;
use crate::report::place::{place, who};
use crate::report::quoted::{Piece, Quoted, sentences};
use crate::report::text::level;

/// Quotes of one side that are shown at once; the rest is a click away.
const QUOTES_SHOWN: usize = 2;
/// A longer quote is no figure but a sentence.
const HEAD_CHARACTERS: usize = 40;

pub struct Card {
    pub id: String,
    pub level: &'static str,
    pub rule: String,
    pub name: String,
    pub message: String,
    pub reason: String,
    pub sides: Vec<Side>,
    pub plots: Vec<Plot>,
    /// Numbers of the articles and outlets on the page that it quotes, for the filters.
    pub articles: String,
    pub outlets: String,
}

/// All who agree on a value.
pub struct Side {
    /// Its number among the sides, whose shape it has in the plot; none for a sentence that holds several.
    pub number: Option<usize>,
    pub value: String,
    pub quotes: Vec<Quote>,
    pub more: Vec<Quote>,
}

pub struct Quote {
    pub pieces: Vec<Piece>,
    pub who: String,
    pub published: Option<String>,
    pub place: String,
    pub jump: Option<String>,
}

/// The id of the card of a trial's finding, both counted: the trial from 1, the finding from 0.
pub fn id(trial: usize, finding: usize) -> String {
    format!("f{trial}-{}", finding + 1)
}

pub fn card(context: &Context<'_>, case: &Case<'_>, id: String, finding: &Finding) -> Card {
    let articles = finding.evidence.iter().map(|evidence| context.number(&evidence.article));
    let outlets = finding
        .evidence
        .iter()
        .map(|evidence| context.results.record(&evidence.article).map_or(0, |record| context.outlet(record.label())));
    Card {
        id,
        level: level(finding.severity),
        rule: one_line(&finding.rule).into_owned(),
        name: one_line(&finding.name).into_owned(),
        message: one_line(&finding.message).into_owned(),
        reason: one_line(&finding.reason).into_owned(),
        sides: sides(context, &sentences(&finding.evidence)),
        plots: plots(finding, case),
        articles: listed(articles),
        outlets: listed(outlets),
    }
}

/// Each number once, with a space between: "3 12".
pub fn listed(numbers: impl Iterator<Item = usize>) -> String {
    let mut numbers: Vec<usize> = numbers.collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers.iter().map(usize::to_string).collect::<Vec<_>>().join(" ")
}

/// Quotes of one side under each other, sides next to each other; a sentence that holds several sides stands alone.
fn sides(context: &Context<'_>, sentences: &[Quoted<'_>]) -> Vec<Side> {
    let mut sides: Vec<Side> = Vec::new();
    for quoted in sentences {
        let number = (quoted.sides.len() == 1).then(|| quoted.sides[0].side);
        let view = quote(context, quoted);
        match sides.iter_mut().find(|side| number.is_some() && side.number == number) {
            Some(side) if side.quotes.len() < QUOTES_SHOWN => side.quotes.push(view),
            Some(side) => side.more.push(view),
            None => sides.push(Side { number, value: head(quoted), quotes: vec![view], more: Vec::new() }),
        }
    }
    sides
}

/// What a side says at a glance: its quotes as printed, with their units; of a whole sentence only the words that count.
fn head(quoted: &Quoted<'_>) -> String {
    let short = |evidence: &&Evidence| {
        let long = evidence.quote.chars().count() > HEAD_CHARACTERS;
        one_line(if long { &evidence.value } else { &evidence.quote }).into_owned()
    };
    quoted.sides.iter().map(short).collect::<Vec<_>>().join(", ")
}

fn quote(context: &Context<'_>, quoted: &Quoted<'_>) -> Quote {
    let first = quoted.sides[0];
    let record = context.results.record(&first.article);
    let jump = context.jump(&first.article, first.start);
    let published = record.and_then(|record| record.published.as_deref()).map(day);
    Quote {
        pieces: quoted.pieces.clone(),
        who: record.map_or_else(|| one_line(&first.label).into_owned(), who),
        published,
        place: match (record, &jump) {
            (Some(record), None) => place(record, first.line),
            _ => format!("line {}", first.line),
        },
        jump,
    }
}

/// The day of a date with or without a time.
pub fn day(published: &str) -> String {
    let day = published.split(['T', ' ']).next().unwrap_or(published);
    one_line(day).into_owned()
}
