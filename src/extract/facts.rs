//! An article in, its statements without a number out: causes claimed in headline and lead, disclaimers, what the study was.

use aho_corasick::{AhoCorasick, MatchKind};

use crate::model::{Article, Fact, FactKind, Part, PlaceFinder, SentenceText, Span};
use crate::text::{Block, blocks, sentences};

mod journal;
mod quotation;

pub use journal::folded as folded_journal;

const CUES: &str = include_str!("../../lexicons/facts/cues.tsv");
const SOFTENERS: &str = include_str!("../../lexicons/facts/softeners.tsv");

/// Facts of one kind that are kept of an article: more add nothing to a comparison.
const MOST_OF_A_KIND: usize = 4;
/// The same of diseases, each told once: that a source speaks of one at all matters.
const MOST_ENDPOINTS: usize = 6;
/// Cues whose sentences are read: keeps the work bounded on hostile input.
const MOST_LOOKS: usize = 400;
/// Paragraphs of prose that count as the lead.
const LEAD_PARAGRAPHS: usize = 3;
/// A shorter paragraph is a headline, a date line or a byline.
const SHORTEST_PROSE: usize = 60;

/// Reads facts; built once, shared by every thread.
pub struct FactReader {
    automaton: AhoCorasick,
    cues: Vec<Cue>,
}

struct Cue {
    phrase: &'static str,
    kind: FactKind,
    strength: u8,
}

impl FactReader {
    /// The cues that come with the program.
    pub fn bundled() -> Self {
        let cues: Vec<Cue> = rows(CUES).filter_map(cue).collect();
        let automaton = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostLongest)
            .build(cues.iter().map(|cue| cue.phrase))
            .expect("the cue table is small");
        Self { automaton, cues }
    }

    /// The facts of the article, in the order of the text.
    pub fn facts(&self, article: &Article) -> Vec<Fact> {
        let text = &article.text;
        let blocks = blocks(text);
        let opening = opening_end(text, &blocks);
        let mut found = self.told(text, &blocks, opening);
        found.extend(quotation::quotations(text, &blocks));
        found.sort_by_key(|fact| (fact.span.start, fact.kind));
        let mut places = PlaceFinder::new(text);
        // The facts of one sentence share its text.
        let mut last: Option<SentenceText> = None;
        let fact = |found: Found| {
            let known = last.take().filter(|sentence| sentence.place.bytes == found.sentence);
            let sentence = known.unwrap_or_else(|| SentenceText {
                place: places.place(found.sentence),
                text: found.sentence.of(text).into(),
            });
            last = Some(sentence.clone());
            Fact {
                kind: found.kind,
                strength: found.strength,
                place: places.place(found.span),
                quote: found.span.of(text).to_owned(),
                part: if found.span.start < opening { Part::Lead } else { Part::Body },
                sentence,
            }
        };
        found.into_iter().map(fact).collect()
    }

    /// What the cues of the table tell.
    fn told(&self, text: &str, blocks: &[Block], opening: usize) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        let mut looks = 0;
        for hit in self.automaton.find_iter(text) {
            let cue = &self.cues[hit.pattern().as_usize()];
            let span = Span::new(hit.start(), hit.end());
            let kept = found.iter().filter(|fact| fact.kind == cue.kind).count();
            let late = cue.kind == FactKind::Cause && span.start >= opening;
            let endpoint = cue.kind == FactKind::Endpoint;
            let most = if endpoint { MOST_ENDPOINTS } else { MOST_OF_A_KIND };
            let told = |fact: &Found| fact.kind == cue.kind && fact.span.of(text).eq_ignore_ascii_case(cue.phrase);
            if kept >= most || late || !word_edges(text, span) || (endpoint && found.iter().any(told)) {
                continue;
            }
            looks += 1;
            if looks > MOST_LOOKS {
                break;
            }
            let Some(sentence) = sentence_around(text, blocks, span) else { continue };
            let Some(strength) = strength(cue, text, sentence, span) else { continue };
            let named = if cue.kind == FactKind::Journal { journal::name_at(text, sentence, span) } else { Some(span) };
            found.extend(named.map(|span| Found { kind: cue.kind, strength, span, sentence }));
        }
        found
    }
}

/// A fact before its places are told in code points and lines.
struct Found {
    kind: FactKind,
    strength: u8,
    span: Span,
    sentence: Span,
}

/// The strength of a cause, `None` for what only looks like the cue.
fn strength(cue: &Cue, text: &str, sentence: Span, span: Span) -> Option<u8> {
    match cue.kind {
        FactKind::Cause => cause_strength(text, sentence, span),
        FactKind::Disclaimer => denies(sentence.of(text)).then_some(cue.strength),
        FactKind::Hype => (!denies(sentence.of(text)) && sentence.len() <= LONGEST_SENTENCE).then_some(cue.strength),
        _ => Some(cue.strength),
    }
}

/// "Cause and effect" alone says nothing; "cannot show cause and effect" does.
fn denies(sentence: &str) -> bool {
    const DENIALS: [&str; 12] = [
        "not",
        "no",
        "nothing",
        "cannot",
        "nor",
        "never",
        "neither",
        "unable",
        "unclear",
        "without",
        "limits",
        "circumstantial",
    ];
    words(sentence).any(|word| DENIALS.contains(&word.as_str()) || word.ends_with("n't"))
}

fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#'))
}

fn cue(row: &'static str) -> Option<Cue> {
    let mut cells = row.split('\t');
    let phrase = cells.next()?;
    let kind = match cells.next()? {
        "disclaimer" => FactKind::Disclaimer,
        "observational" => FactKind::Observational,
        "randomised" => FactKind::Randomised,
        "animals" => FactKind::Animals,
        "people" => FactKind::People,
        "preliminary" => FactKind::Preliminary,
        "hype" => FactKind::Hype,
        "significant" => FactKind::Significant,
        "not_significant" => FactKind::NotSignificant,
        "cause" => FactKind::Cause,
        "journal" => FactKind::Journal,
        "phase" => FactKind::Phase,
        "blinding" => FactKind::Blinding,
        "centres" => FactKind::Centres,
        "primary" => FactKind::Primary,
        "marker" => FactKind::Marker,
        "endpoint" => FactKind::Endpoint,
        _ => return None,
    };
    Some(Cue { phrase, kind, strength: cells.next()?.parse().ok()? })
}

/// Byte at which the lead ends: everything before is headline, date line, byline or lead.
fn opening_end(text: &str, blocks: &[Block]) -> usize {
    let prose = |block: &&Block| {
        let words = block.span.of(text);
        words.len() >= SHORTEST_PROSE && words.ends_with(['.', '!', '?', '”', '"', '’', '\''])
    };
    blocks.iter().filter(prose).nth(LEAD_PARAGRAPHS - 1).map_or(text.len(), |block| block.span.end)
}

fn word_edges(text: &str, span: Span) -> bool {
    let inside = |c: char| c.is_alphanumeric() || c == '-';
    let before = text[..span.start].chars().next_back();
    let after = text[span.end..].chars().next();
    !before.is_some_and(inside) && !after.is_some_and(inside)
}

fn sentence_around(text: &str, blocks: &[Block], span: Span) -> Option<Span> {
    let at = blocks.partition_point(|block| block.span.end < span.end);
    let block = blocks.get(at).filter(|block| block.span.contains(span))?;
    sentences(text, block.span).into_iter().find(|sentence| sentence.contains(span))
}

/// Words before a causal verb that are looked at for a softener.
const LOOK_BACK: usize = 6;

/// Words of a sentence that tells what was known before, or what the result does not mean.
const NOT_ITS_OWN: [&str; 6] =
    ["mean that", "evidence suggests", "previous", "earlier stud", "known to", "is known that"];
/// A longer "sentence" is a transcript without full stops.
const LONGEST_SENTENCE: usize = 400;

/// The step on the ladder that the verb under `span` claims; `None` where it is no finite verb.
fn cause_strength(text: &str, sentence: Span, span: Span) -> Option<u8> {
    let lower = sentence.of(text).to_lowercase();
    if sentence.len() > LONGEST_SENTENCE || NOT_ITS_OWN.iter().any(|words| lower.contains(words)) {
        return None;
    }
    let before = Span::new(sentence.start, span.start).of(text);
    let after = Span::new(span.end, sentence.end).of(text);
    let verb = span.of(text).to_lowercase();
    let before: Vec<String> = words(before).rev().take(LOOK_BACK).collect();
    let next = words(after).next().unwrap_or_default();
    if sentence.of(text).trim_end().ends_with('?') || !is_verb(&verb, before.first().map_or("", String::as_str), &next)
    {
        return None;
    }
    // "The risk of gout due to rum" names a risk; "twice as likely to limp due to their boots" claims a cause.
    if verb == "due to" && !lower.contains("likely") {
        return None;
    }
    let softest = before.iter().filter_map(|word| softener(word)).filter(|&step| step <= 4).min();
    let infinitive = before.first().is_some_and(|word| word == "to");
    let shown = before.get(1).is_some_and(|word| matches!(word.as_str(), "found" | "shown" | "proven"));
    match softest {
        Some(0) => None,
        Some(step) => Some(step),
        None if infinitive && !shown => None,
        None => Some(4),
    }
}

fn softener(word: &str) -> Option<u8> {
    let row = rows(SOFTENERS).find(|row| row.split('\t').next() == Some(word))?;
    row.split('\t').nth(1)?.parse().ok()
}

/// False where the form is a noun or an adjective: "the increase in", "an increased risk", "the cause of".
fn is_verb(verb: &str, before: &str, next: &str) -> bool {
    const OBJECTS: [&str; 10] = ["the", "your", "their", "his", "her", "our", "a", "an", "its", "people's"];
    const NOUN_BEFORE: [&str; 20] = [
        "a", "an", "the", "this", "that", "of", "in", "any", "no", "and", "some", "more", "at", "with", "had", "have",
        "has", "for", "cent", "on",
    ];
    match verb {
        "increased" | "raised" | "caused" | "lower" | "causing" => {
            OBJECTS.contains(&next) && !NOUN_BEFORE.contains(&before)
        }
        // "Children stop exercising at seven."
        "stop" | "stops" if next.ends_with("ing") || matches!(next, "we" | "it" | "i" | "you") => false,
        "increase" | "cause" | "cut" | "boost" | "raise" | "damage" | "harm" | "stop" | "delay" | "fuel"
        | "trigger" | "kill" => {
            !matches!(next, "in" | "of" | "was" | "is" | "to" | "") && !NOUN_BEFORE.contains(&before)
        }
        "cuts" | "boosts" | "causes" | "damages" | "triggers" | "harms" | "delays" | "fuels" => !matches!(
            next,
            "may" | "are" | "were" | "have" | "will" | "can" | "could" | "of" | "in" | "to" | "that" | "which" | "and"
        ),
        "keep" => false,
        _ if matches!(before, "that" | "which" | "who") => false,
        _ => true,
    }
}

fn words(text: &str) -> impl DoubleEndedIterator<Item = String> {
    let split = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '-'));
    let bare = split.map(|word| word.trim_matches(['\'', '’', '-']));
    bare.filter(|word| !word.is_empty()).map(|word| word.replace('’', "'").to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(text: &str) -> Vec<(FactKind, u8, String)> {
        let article = Article { text: text.to_owned(), ..Article::default() };
        FactReader::bundled().facts(&article).into_iter().map(|fact| (fact.kind, fact.strength, fact.quote)).collect()
    }

    #[track_caller]
    fn cause(sentence: &str) -> Option<u8> {
        facts(sentence).into_iter().filter(|(kind, ..)| *kind == FactKind::Cause).map(|(_, strength, _)| strength).max()
    }

    #[test]
    fn every_row_is_a_cue() {
        assert!(rows(CUES).all(|row| cue(row).is_some()));
        assert!(rows(SOFTENERS).all(|row| row.split('\t').nth(1).is_some_and(|step| step.parse::<u8>().is_ok())));
    }

    #[test]
    fn verbs_stand_on_the_ladder() {
        for (sentence, step) in [
            ("Night shifts cause diabetes", 4),
            ("Long naps increase diabetes risk", 4),
            ("Red tea speeds up recovery", 4),
            ("Long naps can cause diabetes", 3),
            ("Red tea helps prevent colds", 3),
            ("Red tea could help to prevent colds", 2),
            ("The habit increased the chance of a fall", 4),
        ] {
            assert_eq!(cause(sentence), Some(step), "{sentence}");
        }
    }

    #[test]
    fn nouns_questions_and_denials_are_no_causes() {
        for sentence in [
            "The leading cause of death",
            "Naps linked with an increase in falls",
            "Do naps cause diabetes?",
            "Red tea does not prevent colds",
            "They had an increased risk of falls",
            "She drinks it to prevent colds",
        ] {
            assert_eq!(cause(sentence), None, "{sentence}");
        }
    }

    #[test]
    fn causes_count_in_the_opening_only() {
        let prose = "The researchers asked nine hundred nurses about their habits and their health.\n";
        assert_eq!(cause(&format!("A headline\n{}Night shifts cause diabetes.", prose.repeat(3))), None);
    }

    #[test]
    fn disclaimers_are_found_anywhere() {
        let found = facts("The study tells nothing of cause and effect. The pre-cause and effect is no cue.");
        assert_eq!(found.len(), 1, "{found:?}");
    }
}
