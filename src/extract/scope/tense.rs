//! A number in its sentence in, the tense of the verb it belongs to out: what is told as done, what is so in general.

use crate::text::{Class, Classes, Quantity, Token, TokenKind, Tokens, Unit};

/// The tense of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    Present,
    Past,
}

/// What stands at a token: a verb with its tense, or a mark that ends a clause.
#[derive(Clone, Copy, Debug)]
enum Mark {
    Verb(Tense),
    FullStop,
    /// ";", ":" or a dash.
    Break,
}

/// The verbs of a sentence and the marks between its clauses, in order: found once, asked for each of its numbers.
#[derive(Clone, Debug, Default)]
pub struct Tenses(Vec<(usize, Mark)>);

impl Tenses {
    /// Adds what `token`, the next one, tells.
    #[inline]
    pub fn add(&mut self, tokens: &Tokens, k: usize, token: &Token) {
        const VERBS: Classes = Classes::of(&[Class::PastVerb, Class::PresentVerb, Class::Modal]);
        if token.classes.meets(VERBS) {
            self.0.extend(tense(tokens, k).map(|tense| (k, Mark::Verb(tense))));
        } else if token.kind == TokenKind::Sign {
            self.0.extend(mark(tokens.word(k)).map(|mark| (k, mark)));
        }
    }

    /// The verb of the number stands in the past tense: the first behind it, or the last before it.
    pub fn past_around(&self, quantity: &Quantity) -> bool {
        let before = self.0[..self.first_from(quantity.first)].iter().rev();
        let mut near = before.take_while(|(k, _)| k + TENSE_REACH >= quantity.first);
        self.after(quantity) == Some(Tense::Past) || near.find_map(|(_, mark)| mark.tense()) == Some(Tense::Past)
    }

    /// The tense of the first verb behind the number, in its clause.
    pub fn after(&self, quantity: &Quantity) -> Option<Tense> {
        let from = quantity.last + 1;
        let next = self.0.get(self.first_from(from)).filter(|(k, _)| *k < from + TENSE_REACH);
        next.and_then(|(_, mark)| mark.tense())
    }

    /// The tense of the last verb before the number, in its clause.
    pub fn before_in_clause(&self, quantity: &Quantity) -> Option<Tense> {
        let before = self.0[..self.first_from(quantity.first)].iter().rev();
        before.take_while(|(_, mark)| !matches!(mark, Mark::Break)).find_map(|(_, mark)| mark.tense())
    }

    fn first_from(&self, at: usize) -> usize {
        self.0.partition_point(|&(k, _)| k < at)
    }
}

impl Mark {
    fn tense(self) -> Option<Tense> {
        match self {
            Self::Verb(tense) => Some(tense),
            _ => None,
        }
    }
}

fn mark(sign: &str) -> Option<Mark> {
    match sign {
        "." => Some(Mark::FullStop),
        ";" | ":" | "–" => Some(Mark::Break),
        _ => None,
    }
}

/// "halved", "doubled", but not "have almost doubled": the number is itself a verb in the past.
pub fn told_as_done(tokens: &Tokens, quantity: &Quantity) -> bool {
    let perfect =
        || (quantity.first.saturating_sub(2)..quantity.first).any(|k| matches!(tokens.word(k), "has" | "have"));
    quantity.unit == Unit::Times && tokens.word(quantity.first).ends_with("ed") && !perfect()
}

/// Tokens between a number and the verb it belongs to at most.
const TENSE_REACH: usize = 16;

/// "was present in about 30% of patients": the number ends a statement in the past.
pub fn told_of_before(tokens: &Tokens, quantity: &Quantity) -> bool {
    let mut at = quantity.first;
    while at > 0 && tokens.is(at - 1, Class::Approx) {
        at -= 1;
    }
    let led = tokens.is(at.wrapping_sub(1), Class::Preposition);
    let clause = (0..at).rev().take_while(|&k| !matches!(tokens.word(k), ";" | ":" | "," | "–" | "that"));
    led && clause.into_iter().find_map(|k| tense(tokens, k)) == Some(Tense::Past)
}

/// The verb that people are the subject of ("show", "use", "report" are verbs there) stands in the present tense.
pub fn people_verb_is_present(tokens: &Tokens, i: usize) -> bool {
    let clause = (i..tokens.len().min(i + 16)).take_while(|&k| !ends_clause(tokens, k));
    let mut verbs = clause.filter(|&k| {
        let noun = tokens.is(k - 1, Class::Preposition) || tokens.is(k - 1, Class::Article);
        k > i && !noun && (tokens.is(k, Class::PastVerb) || tokens.is(k, Class::PresentVerb))
    });
    // "have been admitted because of rum" tells what happened
    let happened = |k: usize| {
        matches!(tokens.word(k), "have" | "has") && tokens.word(k + 1) == "been" && tokens.word(k + 2).ends_with("ed")
    };
    verbs.next().is_some_and(|k| !tokens.is(k, Class::PastVerb) && tokens.word(k) != "would" && !happened(k))
}

/// ";", ":", a full stop or a dash.
fn ends_clause(tokens: &Tokens, k: usize) -> bool {
    tokens.is_sign(k) && matches!(tokens.word(k), ";" | ":" | "." | "–")
}

/// The tense of a verb at `k`; `None` where no verb of a clause stands there, or one that says nothing of the tense.
fn tense(tokens: &Tokens, k: usize) -> Option<Tense> {
    // nouns as often as verbs, and the verbs of reporting findings
    const UNSURE: [&str; 16] = [
        "show",
        "shows",
        "use",
        "work",
        "need",
        "report",
        "cause",
        "experience",
        "drink",
        "results",
        "drinks",
        "uses",
        "says",
        "say",
        "visit",
        "treat",
    ];
    let classes = tokens.classes(k);
    let verb = classes.has_either(Class::PastVerb, Class::PresentVerb);
    if !(verb || classes.has(Class::Modal) && tokens.word(k) == "would") {
        return None;
    }
    // "a study has found that": what it found stands behind
    if matches!(tokens.word(k), "has" | "have")
        && (tokens.is(k + 1, Class::ReportingVerb)
            || matches!(
                tokens.word(k + 1),
                "found" | "shown" | "discovered" | "revealed" | "concluded" | "suggested" | "confirmed" | "reported"
            ))
    {
        return None;
    }
    // "calories are burnt" is told in the present
    if tokens.is(k, Class::PastVerb) && matches!(tokens.before(k), "is" | "are") {
        return None;
    }
    // "would have been expected"; "could cut the risk" says what follows from a result
    if tokens.is(k.wrapping_sub(1), Class::Modal) || matches!(tokens.word(k), "could" | "might" | "may") {
        return None;
    }
    // "would take a test if there were one": what people said
    if tokens.is(k, Class::PastVerb) || tokens.word(k) == "would" {
        Some(Tense::Past)
    } else if tokens.is(k, Class::PresentVerb) && !UNSURE.contains(&tokens.word(k)) && !noun_use(tokens, k) {
        Some(Tense::Present)
    } else {
        None
    }
}

/// "the number of relapses", "the rise", "to live", "was present": no verb of its own clause.
fn noun_use(tokens: &Tokens, k: usize) -> bool {
    let before = k.wrapping_sub(1);
    tokens.is(before, Class::Preposition)
        || tokens.is(before, Class::Be)
        || tokens.is(before, Class::Article) && !matches!(tokens.word(before), "this" | "that" | "these" | "those")
}
