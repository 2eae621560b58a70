//! The sentences of an article in, the evidence of each out: its own cues and what its paragraph carries over.

use crate::extract::cues::{CueAt, Cues};
use crate::extract::scene::Sentence;
use crate::model::{Part, Scope};
use crate::text::Tokens;

use super::passing::goes_on_about_it;
use super::whose::{
    ANNOUNCED, announced, introduces_a_study, names_known_study, names_the_study, of_an_outsider, speaks_of_the_study,
};
use super::{Evidence, refers_back};

/// The evidence of every sentence, in order: its own cues and what its paragraph carries over.
pub fn read<'t>(text: &'t str, sentences: &[Sentence], cues: &Cues) -> Vec<Evidence<'t>> {
    let mut found: Vec<Evidence> = Vec::with_capacity(sentences.len());
    let mut told = Told { block: usize::MAX, ..Told::default() };
    for (i, sentence) in sentences.iter().enumerate() {
        if sentence.block != told.block {
            told.enter(sentences, i);
            told.pass_over(text, sentences, i);
        }
        // Behind the last number of a paragraph nothing is asked for.
        let silent = told.last_number.is_none_or(|last| last < i);
        found.push(if silent { Evidence::default() } else { told.hear(text, sentence, cues) });
    }
    found
}

/// What has been told up to a sentence.
#[derive(Default)]
struct Told<'t> {
    /// Number of the paragraph, and its last sentence with a number.
    block: usize,
    last_number: Option<usize>,
    /// What speaks for the rest of the paragraph.
    carried: Option<(Scope, i32, &'t str)>,
    /// What the sentence before was about.
    before: Option<(Scope, &'t str)>,
    /// The paragraph before ended with another study.
    others_before: Option<&'t str>,
    /// The paragraph in which readers met the study, and what has spoken for it.
    introduced: Option<usize>,
    /// A study was spoken of: what is told of another year is another's.
    met: bool,
    heard: i32,
}

impl<'t> Told<'t> {
    /// A paragraph begins with sentence `i`.
    fn enter(&mut self, sentences: &[Sentence], i: usize) {
        let block = sentences[i].block;
        let others = self.carried.filter(|(scope, ..)| *scope == Scope::OtherStudy && block == self.block + 1);
        self.others_before = others.map(|(.., cue)| cue);
        (self.carried, self.before) = (None, None);
        self.block = block;
        let of_block = sentences.iter().enumerate().skip(i).take_while(|(_, other)| other.block == block);
        self.last_number = of_block.filter(|(_, other)| !other.quantities.is_empty()).map(|(k, _)| k).last();
    }

    /// Paragraphs without numbers before sentence `i` are not read, but they may introduce the study.
    fn pass_over(&mut self, text: &str, sentences: &[Sentence], i: usize) {
        let read = i.checked_sub(1).map_or(0, |before| sentences[before].span.end);
        let unread = &text[read..sentences[i].span.start];
        if self.met && self.introduced.is_some() || !introduces_a_study(unread) {
            return;
        }
        self.met = true;
        if self.introduced.is_none() && speaks_of_the_study(unread) {
            self.introduced = Some(sentences[i].block.saturating_sub(1));
        }
    }

    fn hear(&mut self, text: &'t str, sentence: &Sentence, cues: &Cues) -> Evidence<'t> {
        let tokens = &sentence.tokens;
        let mut own = cues.find(tokens);
        let news = sentence.part != Part::Body;
        own.retain(|at| {
            let told_otherwise = names_the_study(tokens, at) || of_an_outsider(tokens, at);
            !(told_otherwise || news && new_figures(tokens, at))
        });
        let mut evidence = Evidence::of_cues(text, tokens, &own, !sentence.quantities.is_empty());
        let of_others = self.carried.map(|(scope, ..)| scope).or(self.before.map(|(scope, _)| scope));
        let known = self.introduced.is_some_and(|first| first < sentence.block);
        evidence.hear_of_studies(text, tokens, known, of_others == Some(Scope::OtherStudy));
        evidence.turn_elsewhere(text, tokens, known, known || self.met);
        self.heard += evidence.weight(Scope::ThisStudy);
        self.met = self.met || evidence.weight(Scope::ThisStudy) >= MET;
        if self.introduced.is_none() && (names_known_study(tokens) || self.heard >= WELL_KNOWN) {
            self.introduced = Some(sentence.block);
        }
        if let Some(cue) = self.others_before.take().filter(|_| goes_on_about_it(tokens)) {
            self.carried = Some((Scope::OtherStudy, CARRIED_OTHERS, cue));
        }
        if let Some((scope, weight, cue)) = self.carried {
            evidence.add(scope, weight, cue);
        } else if let Some((scope, cue)) = self.before.take().filter(|_| refers_back(tokens)) {
            evidence.add(scope, REFERRING_BACK, cue);
        }
        self.before = evidence.spoken_for();
        self.carry_on(text, tokens, &own, &evidence);
        if sentence.part == Part::Headline {
            evidence.add(Scope::ThisStudy, 2, "headline");
        }
        if sentence.part != Part::Body
            && let Some(at) = announced(tokens)
        {
            evidence.add(Scope::ThisStudy, ANNOUNCED, tokens.span(at, at + 1).of(text));
        }
        evidence
    }

    /// What of this sentence speaks for the rest of the paragraph.
    fn carry_on(&mut self, text: &'t str, tokens: &Tokens, own: &[CueAt], evidence: &Evidence<'t>) {
        let cue = own.iter().filter(|at| at.cue.carries).max_by_key(|at| at.cue.weight);
        if let Some(at) = evidence.elsewhere.filter(|&at| cue.is_none_or(|cue| cue.first < at)) {
            self.carried = Some((Scope::OtherStudy, CARRIED_OTHERS, tokens.span(at, at).of(text)));
        } else if let Some(at) = cue {
            let words = tokens.span(at.first, at.last()).of(text);
            let half = (at.cue.weight + 1) / 2;
            let weight = if at.cue.scope == Scope::OtherStudy { at.cue.weight.min(CARRIED_OTHERS) } else { half };
            self.carried = Some((at.cue.scope, weight, words));
        }
    }
}

/// "new figures show" in a headline or a lead: the news itself.
fn new_figures(tokens: &Tokens, at: &CueAt) -> bool {
    at.cue.scope == Scope::Background && tokens.before(at.first) == "new" && tokens.word(at.first) == "figures"
}

/// What it weighs in the rest of its paragraph, and where the next goes on about it.
const CARRIED_OTHERS: i32 = 3;

/// Readers have met a study for which so much has spoken in one sentence.
const MET: i32 = 3;

/// Readers know a study of which so much has been heard.
const WELL_KNOWN: i32 = 6;

/// What the sentence before was about speaks for one that goes on about the same.
const REFERRING_BACK: i32 = 2;
