//! An article in, its reporting-quality scorecard out: for every item whether the text states it, and the words that show it.
//!
//! Presence is not adequacy: "stated" says that the article speaks of the item, not that it does so well.

use aho_corasick::{AhoCorasick, MatchKind};

use crate::model::{Article, ArticleKind, PlaceFinder, QualityItem, QualityState, Span};
use crate::text::{blocks, sentences};

const ITEMS: &str = include_str!("../../lexicons/quality/items.tsv");

/// Reads scorecards; built once, shared by every thread.
pub struct QualityReader {
    automaton: AhoCorasick,
    /// For each cue the item it shows.
    item_of_cue: Vec<usize>,
    items: Vec<Item>,
}

/// One row of the scorecard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    pub name: &'static str,
    pub card: Card,
    /// A number in the sentence makes it "quantified".
    pub counts: bool,
    /// What the item asks.
    pub asks: &'static str,
    cues: &'static str,
}

/// The checklist an item comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Card {
    /// The ten criteria of HealthNewsReview: for news and releases.
    HealthNewsReview,
    /// The labels of the Science Media Centre: for news and releases.
    ScienceMediaCentre,
    /// CONSORT for abstracts: for papers and registry records.
    Consort,
}

impl QualityReader {
    /// The items that come with the program.
    pub fn bundled() -> Self {
        let items = items();
        let cues: Vec<(usize, &str)> =
            items.iter().enumerate().flat_map(|(at, item)| item.cues.split('|').map(move |cue| (at, cue))).collect();
        let automaton = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::Standard)
            .build(cues.iter().map(|(_, cue)| cue))
            .expect("the item table is small");
        Self { automaton, item_of_cue: cues.iter().map(|(at, _)| *at).collect(), items }
    }

    /// One entry an item, in the order of the table.
    ///
    /// ```
    /// use trialwire::extract::quality::QualityReader;
    /// use trialwire::model::{Article, QualityState};
    ///
    /// let article = Article { text: "The drug costs £9 a month.".into(), ..Article::default() };
    /// let card = QualityReader::bundled().scorecard(&article);
    /// assert_eq!((card[0].item.as_str(), card[0].state), ("cost", QualityState::Quantified));
    /// ```
    pub fn scorecard(&self, article: &Article) -> Vec<QualityItem> {
        let shown = self.shown(&article.text);
        let mut places = PlaceFinder::new(&article.text);
        let of_item = |(item, shown): (&Item, &Option<Shown>)| {
            let applies = item.card.applies_to(article.kind);
            let state = match shown {
                _ if !applies => QualityState::NotApplicable,
                Some(shown) if shown.number && item.counts => QualityState::Quantified,
                Some(_) => QualityState::Stated,
                None => QualityState::Absent,
            };
            let span = shown.as_ref().filter(|_| applies).map(|shown| shown.span);
            QualityItem {
                item: item.name.to_owned(),
                state,
                place: span.map(|span| places.place(span)),
                quote: span.map(|span| span.of(&article.text).to_owned()),
            }
        };
        self.items.iter().zip(&shown).map(of_item).collect()
    }

    /// For each item the first cue in the text, or the first whose sentence has a number where that matters.
    fn shown(&self, text: &str) -> Vec<Option<Shown>> {
        let blocks = blocks(text);
        let mut shown: Vec<Option<Shown>> = vec![None; self.items.len()];
        let mut looks = vec![0; self.items.len()];
        for hit in self.automaton.find_overlapping_iter(text) {
            let at = self.item_of_cue[hit.pattern().as_usize()];
            let span = Span::new(hit.start(), hit.end());
            let enough = |have: Shown| have.number || !self.items[at].counts || looks[at] >= MOST_LOOKS;
            let settled = shown[at].is_some_and(enough);
            let (name, counts) = (self.items[at].name, self.items[at].counts);
            if settled || !word_edges(text, span) || is_another_thing(name, text, span) {
                continue;
            }
            looks[at] += 1;
            let block = blocks.partition_point(|block| block.span.end < span.end);
            let whole = blocks.get(block).map(|block| block.span).filter(|block| block.contains(span)).unwrap_or(span);
            if is_labelled(whole.of(text)) || looks[at] > MOST_LOOKS {
                continue;
            }
            let sentence = match counts || name == SUBJECTS {
                true => sentences(text, whole).into_iter().find(|s| s.contains(span)).unwrap_or(span),
                false => span,
            };
            if name == SUBJECTS && !speaks_of_study(sentence.of(text)) {
                continue;
            }
            let number = sentence.of(text).bytes().any(|b| b.is_ascii_digit());
            if shown[at].is_none() || number {
                shown[at] = Some(Shown { span, number });
            }
        }
        shown
    }
}

/// Cues of one item whose sentences are searched for a number: keeps the work bounded.
const MOST_LOOKS: usize = 12;
/// Bytes in which a title stands.
const TITLE_END: usize = 250;
/// The item whose cues are common words: they count in sentences about the study alone.
const SUBJECTS: &str = "subjects";

/// A cue that stands for something else: "$75 million" is no price, "published in 2015" no journal.
fn is_another_thing(item: &str, text: &str, cue: Span) -> bool {
    const WORDS_AHEAD: usize = 3;
    let rest = text.get(cue.end..).unwrap_or_default();
    let mut ahead = rest.split_whitespace().take(WORDS_AHEAD);
    match item {
        "title_randomised" => cue.start > TITLE_END,
        "cost" if cue.of(text).chars().all(|c| !c.is_alphabetic()) => ahead.any(|word| {
            ["million", "billion", "trillion", "bn"].iter().any(|sum| word.trim_end_matches(',').ends_with(sum))
        }),
        "peer_review" => rest.trim_start().starts_with(|c: char| c.is_ascii_digit()),
        _ => false,
    }
}

/// "BYLINE: …", "SUBJECT: …": what an archive writes around an article.
fn is_labelled(block: &str) -> bool {
    const SHORTEST_LABEL: usize = 4;
    let Some((label, _)) = block.split_once(':') else { return false };
    let letters = label.trim().chars();
    label.trim().len() >= SHORTEST_LABEL && letters.clone().all(|c| c.is_uppercase() || matches!(c, '-' | ' '))
}

fn speaks_of_study(sentence: &str) -> bool {
    const WORDS: [&str; 15] = [
        "study",
        "studied",
        "trial",
        "recruit",
        "participa",
        "volunteer",
        "enrol",
        "random",
        "tested",
        "followed",
        "tracked",
        "surveyed",
        "researchers",
        "experiment",
        "analys",
    ];
    let sentence = sentence.to_lowercase();
    WORDS.iter().any(|word| sentence.contains(word))
}

#[derive(Clone, Copy)]
struct Shown {
    span: Span,
    number: bool,
}

impl Card {
    pub fn name(self) -> &'static str {
        match self {
            Card::HealthNewsReview => "HealthNewsReview",
            Card::ScienceMediaCentre => "Science Media Centre",
            Card::Consort => "CONSORT for abstracts",
        }
    }

    fn applies_to(self, kind: Option<ArticleKind>) -> bool {
        let scientific = matches!(kind, Some(ArticleKind::Paper | ArticleKind::Registry));
        (self == Card::Consort) == scientific
    }
}

/// Every item of the scorecard, in the order of its table.
pub fn items() -> Vec<Item> {
    ITEMS.lines().filter(|line| !line.starts_with('#')).filter_map(item).collect()
}

fn item(row: &'static str) -> Option<Item> {
    let mut cells = row.split('\t');
    let name = cells.next()?;
    let card = match cells.next()? {
        "hnr" => Card::HealthNewsReview,
        "smc" => Card::ScienceMediaCentre,
        "consort" => Card::Consort,
        _ => return None,
    };
    let counts = cells.next()? == "yes";
    Some(Item { name, card, counts, asks: cells.next()?, cues: cells.next()? })
}

/// Currency signs and "n =" need no edge; words must not be part of longer ones.
fn word_edges(text: &str, span: Span) -> bool {
    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let cue = span.of(text);
    let starts = cue.starts_with(char::is_alphanumeric) && inside(text[..span.start].chars().next_back());
    let open_end = cue.to_ascii_lowercase().ends_with("nct0");
    let ends = !open_end && cue.ends_with(char::is_alphabetic) && inside(text[span.end..].chars().next());
    !starts && !ends
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(text: &str, kind: ArticleKind, name: &str) -> QualityState {
        let article = Article { text: text.to_owned(), kind: Some(kind), ..Article::default() };
        let card = QualityReader::bundled().scorecard(&article);
        card.iter().find(|item| item.item == name).map(|item| item.state).unwrap()
    }

    #[test]
    fn every_row_is_an_item() {
        let rows = ITEMS.lines().filter(|line| !line.starts_with('#'));
        assert!(
            rows.clone().all(|row| item(row).is_some_and(|item| !item.asks.is_empty() && !item.cues.contains("||")))
        );
        let mut names: Vec<&str> = items().iter().map(|item| item.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), rows.count(), "an item stands twice");
    }

    #[test]
    fn items_are_stated_quantified_or_absent() {
        let news = ArticleKind::News;
        assert_eq!(state("Side effects were mild.", news, "harms"), QualityState::Stated);
        assert_eq!(state("Side effects hit 12% of them.", news, "harms"), QualityState::Quantified);
        assert_eq!(state("It works.", news, "harms"), QualityState::Absent);
        assert_eq!(state("The costume fits.", news, "cost"), QualityState::Absent);
        assert_eq!(state("The fund gave $75 million to the firm.", news, "cost"), QualityState::Absent);
        assert_eq!(state("It was published in 2015.", news, "peer_review"), QualityState::Absent);
        assert_eq!(state("BYLINE: BY NO BYLINE AVAILABLE", news, "availability"), QualityState::Absent);
        assert_eq!(state("A disease of many people.", news, "subjects"), QualityState::Absent);
        assert_eq!(state("The trial had 30 people.", news, "subjects"), QualityState::Stated);
        assert_eq!(
            state("Dr Rao, who was not involved in the trial, agreed.", news, "independent_source"),
            QualityState::Stated
        );
    }

    #[test]
    fn each_card_fits_its_kind_of_text() {
        assert_eq!(
            state("Patients were randomly assigned.", ArticleKind::News, "randomisation"),
            QualityState::NotApplicable
        );
        assert_eq!(
            state("Patients were randomly assigned.", ArticleKind::Paper, "randomisation"),
            QualityState::Stated
        );
        assert_eq!(state("It costs little.", ArticleKind::Paper, "cost"), QualityState::NotApplicable);
        assert_eq!(state("Registered as NCT01234567.", ArticleKind::Paper, "registration"), QualityState::Stated);
    }

    #[test]
    fn quotes_stand_where_they_say() {
        let text = "Ça coûte… The drug costs £9.";
        let article = Article { text: text.to_owned(), ..Article::default() };
        for item in QualityReader::bundled().scorecard(&article) {
            if let (Some(place), Some(quote)) = (item.place, item.quote) {
                assert_eq!(place.bytes.of(text), quote);
            }
        }
    }
}
