//! A record in, its reporting-quality scorecard out: as text for people, or as one line of JSON.

use std::fmt::Write;

use serde::Serialize;

use super::clean::one_line;
use super::jsonl;
use super::place::who;
use super::style::{Ink, Style};
use super::wrap::cut;
use crate::extract::quality::Item;
use crate::model::{ArticleKind, QualityItem, QualityState, Record};

/// Columns of the words that show an item.
const QUOTE_COLUMNS: usize = 60;

/// One JSON object an article: `article kind items`, an item being `item state start end quote`.
pub fn jsonl(record: &Record, to: &mut Vec<u8>) {
    let items = record.quality.iter().map(|item| ItemRow {
        item: &item.item,
        state: item.state,
        start: item.place.map(|place| place.start),
        end: item.place.map(|place| place.end),
        quote: item.quote.as_deref(),
    });
    jsonl::line(&CardRow { article: &record.id, kind: record.kind, items: items.collect() }, to);
}

#[derive(Serialize)]
struct CardRow<'r> {
    article: &'r str,
    kind: Option<ArticleKind>,
    items: Vec<ItemRow<'r>>,
}

#[derive(Serialize)]
struct ItemRow<'r> {
    item: &'r str,
    state: QualityState,
    start: Option<usize>,
    end: Option<usize>,
    quote: Option<&'r str>,
}

/// The items that apply to the article, those that are told first; `items` says what each asks.
pub fn text(record: &Record, items: &[Item], style: Style, to: &mut Vec<u8>) {
    let applies = record.quality.iter().filter(|item| item.state != QualityState::NotApplicable);
    let (absent, told): (Vec<_>, Vec<_>) = applies.partition(|item| item.state == QualityState::Absent);
    let title = record.title.as_deref().map(|title| format!("“{}”, ", one_line(title))).unwrap_or_default();
    let heading = format!("{title}{}: {} of {} items told", who(record), told.len(), told.len() + absent.len());
    let mut card = format!("{}\n", style.paint(Ink::Heading, &heading));
    for item in told.into_iter().chain(absent) {
        card.push_str(&row(item, items, style));
    }
    card.push('\n');
    to.extend_from_slice(card.as_bytes());
}

fn row(item: &QualityItem, items: &[Item], style: Style) -> String {
    let (ink, state) = match item.state {
        QualityState::Quantified => (Ink::Note, "quantified"),
        QualityState::Stated => (Ink::Note, "stated"),
        QualityState::Absent => (Ink::Warning, "absent"),
        QualityState::NotApplicable => (Ink::Faint, "not applicable"),
    };
    let mut row = format!("  {:<19}  {}", one_line(&item.item), style.paint(ink, &format!("{state:<10}")));
    match (&item.place, &item.quote) {
        (Some(place), Some(quote)) => {
            let _ = write!(row, "  line {}: “{}”", place.line, cut(quote, QUOTE_COLUMNS));
        }
        _ => {
            let asks = items.iter().find(|known| known.name == item.item).map_or("", |known| known.asks);
            let _ = write!(row, "  {}", style.paint(Ink::Faint, asks));
        }
    }
    format!("{}\n", row.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::quality::items;
    use crate::model::{Place, Span};

    fn record() -> Record {
        let place = Place { start: 10, end: 15, bytes: Span::new(10, 15), line: 2 };
        let item = |name: &str, state, place: Option<Place>, quote: Option<&str>| QualityItem {
            item: name.into(),
            state,
            place,
            quote: quote.map(str::to_owned),
        };
        Record {
            id: "a.txt".into(),
            quality: vec![
                item("cost", QualityState::Absent, None, None),
                item("harms", QualityState::Quantified, Some(place), Some("harms\u{1b}")),
                item("design", QualityState::NotApplicable, None, None),
            ],
            ..Record::default()
        }
    }

    #[test]
    fn what_is_told_comes_first() {
        let mut out = Vec::new();
        text(&record(), &items(), Style::default(), &mut out);
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "a.txt: 1 of 2 items told\n  harms                quantified  line 2: “harms�”\n  \
             cost                 absent      Are costs named?\n\n"
        );
    }

    #[test]
    fn every_item_is_in_the_row_of_its_article() {
        let mut out = Vec::new();
        jsonl(&record(), &mut out);
        let line = String::from_utf8(out).unwrap();
        assert!(line.starts_with(
            r#"{"article":"a.txt","kind":null,"items":[{"item":"cost","state":"absent","start":null,"end":null,"quote":null},{"item":"harms","state":"quantified","start":10,"end":15,"quote":"harms"#
        ), "{line}");
    }
}
