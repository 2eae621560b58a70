//! The scorecards of a trial's articles in, one grid a checklist out: an article a row, an item a column.

use super::context::Context;
use crate::extract::quality::{Card, Item};
use crate::model::{QualityItem, QualityState, Record};
use crate::report::TrialReport;
use crate::report::clean::one_line;
use crate::report::place::who;

/// Articles in a grid; a copied story may stand in hundreds.
const MOST_ARTICLES: usize = 60;

/// Articles held against the same questions.
pub struct Grid {
    /// "News and press releases".
    pub of: &'static str,
    /// The checklists that the questions come from.
    pub sources: &'static str,
    pub columns: Vec<Question>,
    pub rows: Vec<GridRow>,
    pub left_out: usize,
}

pub struct Question {
    pub name: String,
    pub asks: &'static str,
}

pub struct GridRow {
    pub who: String,
    pub told: usize,
    pub cells: Vec<Cell>,
}

/// Whether the article tells it, with the words that do.
pub struct Cell {
    pub class: &'static str,
    pub mark: &'static str,
    pub state: &'static str,
    pub quote: Option<String>,
    pub jump: Option<String>,
}

/// The grid of news and releases, then that of papers and registry records; empty ones stay out.
pub fn grids(context: &Context<'_>, trial: &TrialReport<'_>, items: &[Item]) -> Vec<Grid> {
    let news = ("News and press releases", "HealthNewsReview and the Science Media Centre");
    let science = ("Papers and registry records", "CONSORT for abstracts");
    let of_card = |consort: bool| items.iter().filter(move |item| (item.card == Card::Consort) == consort);
    let grid = |(of, sources), questions: Vec<&Item>| {
        let held = |record: &&&Record| questions.iter().any(|q| find(record, q).is_some());
        let records: Vec<_> = trial.records.iter().filter(held).collect();
        (!records.is_empty()).then(|| Grid {
            of,
            sources,
            rows: records.iter().take(MOST_ARTICLES).map(|record| row(context, record, &questions)).collect(),
            left_out: records.len().saturating_sub(MOST_ARTICLES),
            columns: questions
                .iter()
                .map(|item| Question { name: item.name.replace('_', " "), asks: item.asks })
                .collect(),
        })
    };
    [grid(news, of_card(false).collect()), grid(science, of_card(true).collect())].into_iter().flatten().collect()
}

fn find<'r>(record: &'r Record, question: &Item) -> Option<&'r QualityItem> {
    let applies = |item: &&QualityItem| item.item == question.name && item.state != QualityState::NotApplicable;
    record.quality.iter().find(applies)
}

fn row(context: &Context<'_>, record: &Record, questions: &[&Item]) -> GridRow {
    let cells: Vec<Cell> = questions.iter().map(|question| cell(context, record, find(record, question))).collect();
    let told = cells.iter().filter(|cell| matches!(cell.class, "quantified" | "stated")).count();
    GridRow { who: who(record), told, cells }
}

fn cell(context: &Context<'_>, record: &Record, item: Option<&QualityItem>) -> Cell {
    let (class, mark, state) = match item.map(|item| item.state) {
        Some(QualityState::Quantified) => ("quantified", "●", "told with figures"),
        Some(QualityState::Stated) => ("stated", "○", "told"),
        Some(QualityState::Absent) => ("absent", "–", "not told"),
        Some(QualityState::NotApplicable) | None => ("none", "", "not asked"),
    };
    let place = item.and_then(|item| item.place);
    Cell {
        class,
        mark,
        state,
        quote: item.and_then(|item| item.quote.as_deref()).map(|quote| one_line(quote).into_owned()),
        jump: place.and_then(|place| context.jump(&record.id, place.start)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::quality::items;
    use crate::model::{ArticleKind, TrialGroup};
    use crate::report::Results;

    #[test]
    fn each_article_is_asked_what_suits_it() {
        let item = |name: &str, state| QualityItem { item: name.into(), state, place: None, quote: None };
        let quality = |cost, funding| vec![item("cost", cost), item("funding", funding)];
        let (told, not, na) = (QualityState::Quantified, QualityState::Absent, QualityState::NotApplicable);
        let records = [
            Record { id: "a".into(), quality: quality(told, na), ..Record::default() },
            Record { id: "b".into(), kind: Some(ArticleKind::Paper), quality: quality(na, not), ..Record::default() },
        ];
        let group = TrialGroup::default();
        let trial = TrialReport { group: &group, records: records.iter().collect(), findings: Vec::new() };
        let context = Context::new(Results { records: &records, groups: &[], findings: &[] }, &[]);
        let grids = grids(&context, &trial, &items());
        let seen: Vec<_> =
            grids.iter().map(|grid| (grid.rows.len(), grid.rows[0].who.as_str(), grid.rows[0].told)).collect();
        assert_eq!(seen, [(1, "a", 1), (1, "b (paper)", 0)]);
        assert!(grids.iter().all(|grid| grid.rows[0].cells.len() == grid.columns.len()));
        assert_eq!(grids[0].rows[0].cells[0].state, "told with figures");
    }
}
