//! A sentence in; words, numbers and signs out, lower-cased and with typographic forms folded, each with its span.

use crate::model::Span;

use super::bytes::padded_eight;
use super::class::{Class, Classes};
use super::classes::{Known, WordClasses, WordId};
use super::scanner::{Scanner, plain_token};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, or a name that mixes letters and digits ("IL-6", "PHQ-9", "B12").
    Word,
    /// Digits with their separators ("1,300", "3.5", "10 000").
    Number,
    /// One punctuation mark or symbol.
    Sign,
}

/// One token; its folded text and its place are told by the [`Tokens`] that hold it.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    pub classes: Classes,
    /// Bytes from the start of the sentence.
    start: u32,
    end: u32,
    /// Where its folded text stands.
    folded: (u32, u32),
    id: WordId,
    /// The same text, where the word is known: sooner at hand.
    known: &'static str,
    pub kind: TokenKind,
    /// Nothing stands between this token and the one before.
    pub glued: bool,
    /// A word of four or more letters, all capitals; told only where a bracket opens in the sentence.
    pub shouted: bool,
}

impl Token {
    #[inline(always)]
    fn new(place: Span, folded: Span, kind: TokenKind, id: WordId, known: &Known, glued: bool) -> Self {
        let (start, end) = (place.start as u32, place.end as u32);
        let folded = (folded.start as u32, folded.end as u32);
        Self { classes: known.classes, start, end, folded, id, known: known.word, kind, glued, shouted: false }
    }
}

/// The tokens of one sentence. Asking beyond either end gives empty answers, so that grammars need no bounds checks.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    /// Where the sentence starts.
    base: usize,
    items: Vec<Token>,
    /// The sentence with its ASCII in lower case, then the folded tokens of other characters; blank bytes behind each, so
    /// that eight can be read anywhere.
    folded: String,
    /// The classes of all tokens together.
    present: Classes,
}

/// As many bytes as are read at a time.
const PADDING: &str = "\0\0\0\0\0\0\0\0";

/// Bytes of the folded tokens beyond ASCII, with the blanks behind them, in most sentences that have any.
const ROOM: usize = 40;

impl Tokens {
    /// Tokenizes `span` of `text`.
    pub fn read(text: &str, span: Span, classes: &WordClasses) -> Self {
        Self::default().reread(text, span, classes)
    }

    /// Tokenizes `span` of `text` into the room of tokens that are no longer asked for.
    pub fn reread(self, text: &str, span: Span, classes: &WordClasses) -> Self {
        let Self { mut items, mut folded, .. } = self;
        folded.clear();
        folded.reserve(span.len() + PADDING.len() + ROOM);
        folded.push_str(span.of(text));
        folded.make_ascii_lowercase();
        folded.push_str(PADDING);
        items.clear();
        items.reserve(span.len() / BYTES_A_TOKEN + 1);
        split(text, span, &mut folded, classes, &mut items);
        let present = items.iter().fold(Classes::default(), |all, token| all.with(token.classes));
        // Only tags with a figure in brackets are told by their capitals.
        if memchr::memchr(b'(', span.of(text).as_bytes()).is_some() {
            items.iter_mut().for_each(|token| token.shouted = is_shouted(span.of(text), token));
        }
        Self { base: span.start, items, folded, present }
    }

    pub fn len(&self) -> usize {
        self.items.len()
    }

    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    #[inline]
    pub fn get(&self, i: usize) -> Option<&Token> {
        self.items.get(i)
    }

    /// A token of `class` stands anywhere in the sentence.
    #[inline]
    pub fn any(&self, class: Class) -> bool {
        self.present.has(class)
    }

    /// The tokens of `class`, in their order.
    pub fn having(&self, class: Class) -> impl Iterator<Item = usize> + '_ {
        let items = if self.any(class) { self.items.as_slice() } else { &[] };
        items.iter().enumerate().filter(move |(_, token)| token.classes.has(class)).map(|(i, _)| i)
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (usize, &Token)> {
        self.items.iter().enumerate()
    }

    /// The folded text of token `i`, or "".
    #[inline]
    pub fn word(&self, i: usize) -> &str {
        match self.items.get(i) {
            Some(token) if token.known.is_empty() => self.folded_of(token),
            Some(token) => token.known,
            None => "",
        }
    }

    fn folded_of(&self, token: &Token) -> &str {
        &self.folded[token.folded.0 as usize..token.folded.1 as usize]
    }

    /// The number of the word that token `i` is.
    #[inline]
    pub fn id(&self, i: usize) -> WordId {
        self.items.get(i).map_or(WordId::default(), |token| token.id)
    }

    /// The folded text of the token before `i`, or "".
    #[inline]
    pub fn before(&self, i: usize) -> &str {
        i.checked_sub(1).map_or("", |i| self.word(i))
    }

    #[inline]
    pub fn is(&self, i: usize, class: Class) -> bool {
        self.items.get(i).is_some_and(|t| t.classes.has(class))
    }

    #[inline]
    pub fn kind(&self, i: usize) -> Option<TokenKind> {
        self.items.get(i).map(|t| t.kind)
    }

    #[inline]
    pub fn is_word(&self, i: usize) -> bool {
        self.kind(i) == Some(TokenKind::Word)
    }

    /// A word that begins with a capital in `text`, of which these are the tokens.
    pub fn is_capital(&self, text: &str, i: usize) -> bool {
        self.is_word(i) && self.span(i, i).of(text).starts_with(char::is_uppercase)
    }

    #[inline]
    pub fn is_sign(&self, i: usize) -> bool {
        self.kind(i) == Some(TokenKind::Sign)
    }

    /// A mark stands here behind which no phrase goes on, or nothing.
    #[inline]
    pub fn closes(&self, i: usize) -> bool {
        match self.kind(i) {
            Some(TokenKind::Sign) => matches!(self.word(i), "," | "." | ";" | ":" | ")"),
            kind => kind.is_none(),
        }
    }

    /// What the token can be; nothing beyond either end.
    #[inline]
    pub fn classes(&self, i: usize) -> Classes {
        self.items.get(i).map_or(Classes::default(), |token| token.classes)
    }

    #[inline]
    pub fn is_number(&self, i: usize) -> bool {
        self.kind(i) == Some(TokenKind::Number)
    }

    /// A number in figures or in words starts here; "a" alone is none.
    pub fn starts_number(&self, i: usize) -> bool {
        self.is_number(i) || self.is(i, Class::NumberStart) && !self.is(i, Class::Article)
    }

    /// Nothing stands between `i` and the token before.
    #[inline]
    pub fn glued(&self, i: usize) -> bool {
        self.items.get(i).is_some_and(|t| t.glued)
    }

    /// The tokens from `i` on read `words`; most places fail the look at the first.
    #[inline(always)]
    pub fn at(&self, i: usize, words: &[&str]) -> bool {
        words.first().is_none_or(|first| self.word(i) == *first) && self.read_on(i, words)
    }

    fn read_on(&self, i: usize, words: &[&str]) -> bool {
        words.iter().enumerate().skip(1).all(|(k, word)| self.word(i + k) == *word)
    }

    /// The tokens that end just before `i` read `words`.
    #[inline(always)]
    pub fn ends_at(&self, i: usize, words: &[&str]) -> bool {
        i >= words.len() && self.at(i - words.len(), words)
    }

    /// The span from the first to the last of an inclusive run of tokens.
    pub fn span(&self, first: usize, last: usize) -> Span {
        Span::new(self.base + self.items[first].start as usize, self.base + self.items[last].end as usize)
    }

    /// Reads the sign at `i` as another from now on.
    pub(super) fn read_as(&mut self, i: usize, sign: &'static str, classes: &WordClasses) {
        let Some(token) = self.items.get_mut(i) else { return };
        (token.id, token.classes, token.known) = (classes.id(sign), classes.of(sign), sign);
        self.present = self.present.with(token.classes);
    }

    /// Reads a sign right before token `i` that is not printed there.
    pub(super) fn read_before(&mut self, i: usize, sign: &'static str, classes: &WordClasses) {
        let Some(&next) = self.items.get(i) else { return };
        let (kind, end) = (TokenKind::Sign, next.start);
        self.items.insert(i, Token { kind, end, ..next });
        self.read_as(i, sign, classes);
    }

    /// Leaves token `i` out from now on.
    pub(super) fn remove(&mut self, i: usize) {
        self.items.remove(i);
    }

    /// The index of the token that holds byte `at`, or the first after it.
    pub fn index_at(&self, at: usize) -> usize {
        self.items.partition_point(|t| self.base + t.end as usize <= at)
    }
}

/// Bytes of a word with its blank in English, rather few.
const BYTES_A_TOKEN: usize = 4;

/// Adds the tokens of a sentence; `folded` holds it in lower case.
fn split(text: &str, span: Span, folded: &mut String, classes: &WordClasses, items: &mut Vec<Token>) {
    let mut at = 0;
    loop {
        at = read_plain(folded.as_bytes(), at, span.len(), classes, items);
        let rare = if at < span.len() { token_from(text, span, at) } else { None };
        let Some((found, kind)) = rare else { return };
        let place = place_folded(span.of(text), found, folded);
        let (id, known) = classes.look_up(folded.as_bytes(), place.start, place.end);
        let glued = items.last().is_some_and(|last: &Token| last.end as usize == found.start);
        push(items, Token::new(found, place, kind, id, known, glued));
        at = found.end;
    }
}

/// Adds the plain tokens from byte `at` of folded text on; gives the first byte of one that is not plain, or at least `end`.
///
/// Apart from the others, since so little is in hand that it all stays in registers.
#[inline(never)]
fn read_plain(folded: &[u8], mut at: usize, end: usize, classes: &WordClasses, items: &mut Vec<Token>) -> usize {
    let mut last_end = items.last().map_or(usize::MAX, |last| last.end as usize);
    while at < end {
        let raw = padded_eight(folded, at);
        if raw as u8 == b' ' {
            at += 1;
            continue;
        }
        let Some((after, kind)) = plain_token(folded, at, raw) else { break };
        let (id, known) = classes.look_up_from(raw, folded, at, after);
        let place = Span { start: at, end: after };
        push(items, Token::new(place, place, kind, id, known, at == last_end));
        // Most have a blank behind them.
        at = after + usize::from(folded.get(after) == Some(&b' '));
        last_end = after;
    }
    at
}

/// Adds a token. A figure is of no class, whatever the word list says of its digits.
#[inline(always)]
fn push(items: &mut Vec<Token>, token: Token) {
    let kind = token.kind;
    items.push(token);
    if kind == TokenKind::Number
        && let Some(last) = items.last_mut()
    {
        last.classes = Classes::default();
    }
}

/// The first token from byte `at` of a sentence on; its place is told from the start of the sentence too.
#[inline(never)]
fn token_from(text: &str, sentence: Span, at: usize) -> Option<(Span, TokenKind)> {
    let mut scanner = Scanner { text, at: sentence.start + at, end: sentence.end };
    let (found, kind) = scanner.next_token()?;
    Some((Span::new(found.start - sentence.start, found.end - sentence.start), kind))
}

/// Where the folded text of a token stands: where it stood, but for characters beyond ASCII, whose length may change and
/// which are added at the end.
#[inline(never)]
fn place_folded(sentence: &str, found: Span, folded: &mut String) -> Span {
    let printed = found.of(sentence);
    if printed.is_ascii() {
        return found;
    }
    let start = folded.len();
    fold(printed, folded);
    let place = Span::new(start, folded.len());
    folded.push_str(PADDING);
    place
}

/// A word of four or more letters, all capitals.
fn is_shouted(sentence: &str, token: &Token) -> bool {
    let word = &sentence[token.start as usize..token.end as usize];
    word.len() >= 4 && token.kind == TokenKind::Word && !word.chars().any(char::is_lowercase)
}

/// Lower case, with typographic apostrophes, dashes and fraction signs as one form each.
fn fold(raw: &str, to: &mut String) {
    for c in raw.chars() {
        match c {
            '’' | '‘' | 'ʼ' | '′' => to.push('\''),
            '‐' | '‑' | '−' => to.push('-'),
            '–' | '—' | '―' | '‒' => to.push('–'),
            '“' | '”' | '„' | '«' | '»' => to.push('"'),
            '\u{ad}' => {}
            'μ' => to.push('µ'),
            _ => to.extend(c.to_lowercase()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let tokens = Tokens::read(text, Span::new(0, text.len()), &WordClasses::bundled());
        (0..tokens.len()).map(|i| tokens.word(i).to_owned()).collect()
    }

    #[test]
    fn numbers_keep_their_separators() {
        for (text, number) in [
            ("1,300 patients", "1,300"),
            ("12 345 patients", "12 345"),
            ("12\u{202f}345 patients", "12\u{202f}345"),
            ("1,00,000 people", "1,00,000"),
            ("5·3 kg", "5·3"),
            ("0. 92 was", "0. 92"),
            (".045 was", ".045"),
        ] {
            assert_eq!(words(text)[0], number, "{text}");
        }
        assert_eq!(words("in 2016 500 people")[1..3], ["2016", "500"]);
        assert_eq!(words("3,5 and")[..3], ["3", ",", "5"]);
    }

    #[test]
    fn names_with_digits_are_words() {
        assert_eq!(words("IL‑6, PHQ-9 and B12"), ["il-6", ",", "phq-9", "and", "b12"]);
        assert_eq!(words("a six-week trial"), ["a", "six", "-", "week", "trial"]);
        assert_eq!(words("3.5million at 8 mg/kg"), ["3.5", "million", "at", "8", "mg/kg"]);
    }

    #[test]
    fn odd_characters_never_panic() {
        for text in ["٣٤٥ ½ 5\u{301}", "1,", "0.", "0. ", ".", "°", "5'", "1’000’", "\u{ad}", "IL-", "½"] {
            words(text);
        }
    }
}
