//! What an extractor sees: one sentence with its tokens and quantities, the sentences around it, the article.

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use crate::model::{Article, ArticleKind, Part, Span};
use crate::text::apposed;
use crate::text::candidates::has_digit;
use crate::text::hedges::Hedges;
use crate::text::quantities::quantities;
use crate::text::{Block, Candidates, Class, PageJunk, Quantity, Tokens, WordClasses, each_sentence};

/// A sentence read as far as the extractors need.
pub struct Sentence {
    pub span: Span,
    /// None behind the last number of the paragraph, unless numbers were looked for here.
    pub tokens: Tokens,
    pub quantities: Vec<Quantity>,
    /// Number of the paragraph it stands in.
    pub block: usize,
    pub part: Part,
}

/// Paragraphs after the headline that count as the lead.
const LEAD_BLOCKS: usize = 3;
/// A headline is no longer than this many bytes.
const HEADLINE_MAX: usize = 200;

/// The word lists that reading sentences takes.
pub struct Grammar {
    pub candidates: Candidates,
    pub classes: WordClasses,
    pub hedges: Hedges,
    pub page_junk: PageJunk,
    pub register: Register,
}

impl Grammar {
    pub fn bundled() -> Self {
        let classes = WordClasses::bundled();
        Self {
            candidates: Candidates::new(&classes),
            classes,
            hedges: Hedges::bundled(),
            page_junk: PageJunk::bundled(),
            register: Register::bundled(),
        }
    }
}

/// The sentences of every paragraph that can hold a number, with their quantities. They are tokenized as far as a reader
/// of numbers needs them: up to the last number of their paragraph, into the room of `spent` tokens while there are any.
pub fn read_sentences(text: &str, blocks: &[Block], grammar: &Grammar, spent: &mut Vec<Tokens>) -> Vec<Sentence> {
    /// Bytes of a sentence in English, rather many.
    const BYTES_A_SENTENCE: usize = 200;
    let mut found = Vec::with_capacity(text.len() / BYTES_A_SENTENCE);
    let first_paragraph = first_paragraph(text, blocks);
    for block in blocks {
        let words = block.span.of(text);
        // Figures are found sixteen bytes at a time; only without them are words looked at.
        let first =
            if has_digit(words) { Some(block.span.start) } else { grammar.candidates.first_in(text, block.span) };
        let Some(first) = first.filter(|_| !grammar.page_junk.is_in(words)) else { continue };
        let (part, block_start) = (part_of(text, block, first_paragraph), found.len());
        each_sentence(text, block.span, |span| {
            let (tokens, quantities) = (Tokens::default(), Vec::new());
            found.push(Sentence { span, tokens, quantities, block: block.index, part });
        });
        let mut tokens = |span: Span| spent.pop().unwrap_or_default().reread(text, span, &grammar.classes);
        read_numbers(text, first, &mut found[block_start..], grammar, &mut tokens);
    }
    found
}

/// Reads the sentences of one paragraph, in which no number starts before byte `first`.
fn read_numbers(
    text: &str,
    first: usize,
    sentences: &mut [Sentence],
    grammar: &Grammar,
    tokens: &mut impl FnMut(Span) -> Tokens,
) {
    let mut last_number = 0;
    for (at, sentence) in sentences.iter_mut().enumerate().filter(|(_, sentence)| first < sentence.span.end) {
        let words = sentence.span.of(text);
        let holds_first = first > sentence.span.start;
        if holds_first || has_digit(words) || grammar.candidates.first_in(text, sentence.span).is_some() {
            sentence.tokens = tokens(sentence.span);
            apposed::bracket(&mut sentence.tokens, &grammar.classes);
            sentence.quantities = quantities(&sentence.tokens, &grammar.hedges);
            last_number = if sentence.quantities.is_empty() { last_number } else { at };
        }
    }
    for sentence in sentences[..last_number].iter_mut().filter(|sentence| sentence.tokens.is_empty()) {
        sentence.tokens = tokens(sentence.span);
    }
}

/// Where the article begins: behind the head that press archives print ("SECTION: NEWS", "LENGTH: 415 words").
fn first_paragraph(text: &str, blocks: &[Block]) -> usize {
    const LONGEST_HEAD: usize = 16;
    let mut head = blocks.iter().take(LONGEST_HEAD).filter(|block| block.span.of(text).starts_with("LENGTH:"));
    head.next_back().map_or(0, |block| block.index + 1)
}

fn part_of(text: &str, block: &Block, first: usize) -> Part {
    let words = block.span.of(text);
    let headline = words.len() <= HEADLINE_MAX && !words.ends_with(['.', '”', '"', ':', ',']);
    match block.index {
        0 if headline => Part::Headline,
        1..LEAD_BLOCKS if headline => Part::Headline,
        0..=LEAD_BLOCKS => Part::Lead,
        index if first > 0 && (first..first + LEAD_BLOCKS).contains(&index) => Part::Lead,
        _ => Part::Body,
    }
}

/// One sentence in its surroundings.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    pub article: &'a Article,
    pub sentences: &'a [Sentence],
    /// Index of the sentence in question.
    pub at: usize,
    /// The text reads like a trial abstract: everything in it is about one study.
    pub is_abstract: bool,
}

impl<'a> Scene<'a> {
    pub fn sentence(&self) -> &'a Sentence {
        &self.sentences[self.at]
    }

    pub fn tokens(&self) -> &'a Tokens {
        &self.sentence().tokens
    }

    pub fn quantities(&self) -> &'a [Quantity] {
        &self.sentence().quantities
    }

    /// The quantity whose number starts with token `first`.
    pub fn quantity_at(&self, first: usize) -> Option<&'a Quantity> {
        let quantities = self.quantities();
        quantities.get(quantities.partition_point(|q| q.first < first)).filter(|q| q.first == first)
    }

    /// The quantities that end before token `k`.
    pub fn quantities_before(&self, k: usize) -> &'a [Quantity] {
        let quantities = self.quantities();
        &quantities[..quantities.partition_point(|q| q.last < k)]
    }

    /// The sentence before, in the same paragraph.
    pub fn previous(&self) -> Option<&'a Sentence> {
        let previous = &self.sentences[self.at.checked_sub(1)?];
        (previous.block == self.sentence().block).then_some(previous)
    }

    /// The sentence after, in the same paragraph.
    pub fn next(&self) -> Option<&'a Sentence> {
        self.sentences.get(self.at + 1).filter(|next| next.block == self.sentence().block)
    }

    /// A token of `class` stands anywhere in the sentence.
    pub fn any(&self, class: Class) -> bool {
        self.tokens().any(class)
    }

    /// One of `words` stands among the tokens `from..to`.
    pub fn has_word(&self, from: usize, to: usize, words: &[&str]) -> bool {
        (from..to.min(self.tokens().len())).any(|i| words.contains(&self.tokens().word(i)))
    }

    /// Where the clause that holds token `i` begins and ends (exclusive): at sentence marks, dashes and clause words.
    pub fn clause(&self, i: usize) -> (usize, usize) {
        let tokens = self.tokens();
        let end = (i + 1..tokens.len()).find(|&k| clause_break(tokens, k)).unwrap_or(tokens.len());
        (self.clause_start(i), end)
    }

    pub fn clause_start(&self, i: usize) -> usize {
        (0..i).rev().find(|&k| clause_break(self.tokens(), k)).map_or(0, |k| k + 1)
    }
}

/// ";", ":", dashes, and commas or "and"/"but"/"while" before a new verb phrase.
#[inline]
fn clause_break(tokens: &Tokens, i: usize) -> bool {
    tokens.is(i, Class::ClauseMark) && breaks_clause(tokens, i)
}

fn breaks_clause(tokens: &Tokens, i: usize) -> bool {
    match tokens.word(i) {
        ";" | ":" | "while" | "whereas" | "but" | "although" | "though" | "because" => true,
        "–" => !tokens.glued(i),
        "," => !tokens.is_number(i + 1),
        "and" => tokens.is(i + 2, Class::PastVerb) && !tokens.is(i + 1, Class::PastVerb),
        _ => false,
    }
}

/// A short text in the manner of a paper's summary: methods words, statistics, nobody quoted.
pub fn reads_like_abstract(article: &Article, blocks: &[Block], register: &Register) -> bool {
    const LONGEST_ABSTRACT: usize = 6_000;
    const MOST_QUOTES: usize = 10;
    const ENOUGH: i32 = 3;
    let text = &article.text;
    let few = blocks.len() <= 6 && text.len() <= LONGEST_ABSTRACT;
    let unquoted = || !text.contains('“') && text.bytes().filter(|&b| b == b'"').count() < MOST_QUOTES;
    let told = matches!(article.kind, Some(ArticleKind::News | ArticleKind::PressRelease));
    !told && few && unquoted() && register.of(text) >= ENOUGH
}

/// Marks of a paper's summary and of journalism, each with its weight.
const REGISTER: &str = include_str!("../../lexicons/language/register.tsv");

/// The marks of the manners of writing that come with the program.
pub struct Register {
    marks: Option<AhoCorasick>,
    weights: Vec<i32>,
}

impl Register {
    pub fn bundled() -> Self {
        let rows = REGISTER.lines().filter(|line| !line.starts_with('#')).skip(1);
        let weighed = |row: &'static str| {
            let (mark, weight) = row.split_once('\t')?;
            Some((mark, weight.parse::<i32>().ok()?))
        };
        let (marks, weights): (Vec<&str>, Vec<i32>) = rows.filter_map(weighed).unzip();
        // Sooner built, and only short texts are searched.
        let kind = Some(AhoCorasickKind::ContiguousNFA);
        Self { marks: AhoCorasick::builder().kind(kind).build(marks).ok(), weights }
    }

    /// The weights of the marks that the text shows, each once.
    fn of(&self, text: &str) -> i32 {
        let mut left = self.weights.clone();
        let found = self.marks.iter().flat_map(|marks| marks.find_overlapping_iter(text));
        found.map(|mark| std::mem::take(&mut left[mark.pattern().as_usize()])).sum()
    }
}

/// Reads a text without a headline and shows each of its sentences in turn.
#[cfg(test)]
pub fn with_scenes(text: &str, mut look: impl FnMut(&Scene)) {
    let article = Article { text: text.into(), ..Article::default() };
    let blocks = crate::text::blocks(&article.text);
    let grammar = Grammar::bundled();
    let sentences = read_sentences(&article.text, &blocks, &grammar, &mut Vec::new());
    for at in 0..sentences.len() {
        look(&Scene {
            article: &article,
            sentences: &sentences,
            at,
            is_abstract: reads_like_abstract(&article, &blocks, &grammar.register),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn manners_of_writing() {
        let register = Register::bundled();
        for (text, paper) in [
            ("To evaluate drug A in pain. Forty patients were randomized to A or placebo (P = 0.02).", true),
            ("This study protocol describes a randomised controlled trial; the primary endpoint is pain.", true),
            ("A randomised trial found that drug A works, the team said. You can't buy it, one author says.", false),
            ("Walnuts are good for you. Eat them daily.", false),
            (
                "Oat Inc. (Nasdaq: OATS) today announced results of a randomized phase III trial. The primary endpoint was met \
                 (p<0.01). Swelling was seen in 14% versus 12%, respectively.",
                false,
            ),
        ] {
            assert_eq!(register.of(text) >= 3, paper, "{text} {}", register.of(text));
        }
    }
}
