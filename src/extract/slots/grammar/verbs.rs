//! A token in, whether the verb of a clause stands there out: listed verbs, past forms with an object, auxiliaries.

use crate::text::{Class, Classes, Tokens};

use super::phrases::Words;
use crate::extract::nouns::names_people;

/// What can be no verb in its plain form.
pub const OTHER_THAN_VERBS: Classes = Classes::of(&[
    Class::Preposition,
    Class::StopPhrase,
    Class::PhraseEnd,
    Class::Article,
    Class::RelativeWord,
    Class::ChangeNoun,
    Class::People,
    Class::AssignVerb,
    Class::Outcome,
]);

impl Words<'_> {
    /// The verb of a clause stands at `k`: a known one, or a past form that takes an object ("exceeded the limit").
    pub fn acts(&self, k: usize) -> bool {
        let tokens = self.tokens;
        if !may_act(tokens, k) || compound(tokens, k) {
            return false;
        }
        if finite_verb(tokens, k) {
            return !(tokens.word(k) == "being" && tokens.is(k.wrapping_sub(1), Class::Preposition));
        }
        let noun_use = tokens.is(k.wrapping_sub(1), Class::NounBeforeVerb) || tokens.word(k + 1) == "of";
        // "hospital visits among sailors"
        if tokens.is(k, Class::Record) && !self.object(k + 1) {
            return false;
        }
        tokens.is(k, Class::ActiveVerb) && !noun_use
            || past_form(tokens, k)
                && (!noun_use || tokens.before(k) == "and" && tokens.word(k + 1) != "of")
                && (self.object(k + 1) || self.closes_clause(k) || self.with_particle(k))
    }

    /// "nodded off 9 minutes sooner", "woke up about 9 times".
    fn with_particle(&self, k: usize) -> bool {
        matches!(self.tokens.word(k + 1), "off" | "up" | "out" | "down" | "away" | "asleep")
            && (self.quantity_at(k + 2).is_some() || self.tokens.is(k + 2, Class::Approx))
    }

    /// "for those on the drug the figure was …": an article right behind a noun begins the clause itself.
    pub fn clause_begins(&self, k: usize) -> bool {
        /// Tokens from the article to the verb at most.
        const REACH: usize = 7;
        let tokens = self.tokens;
        let verb = |j: usize| tokens.is(j, Class::Be) || tokens.is(j, Class::ChangeVerb) && past_form(tokens, j);
        self.article_begins(k) && (k + 1..k + REACH).take_while(|&j| tokens.word(j) != ",").any(verb)
    }

    /// An article right behind a noun.
    pub fn article_begins(&self, k: usize) -> bool {
        let tokens = self.tokens;
        const LEADS: Classes = Classes::of(&[
            Class::Preposition,
            Class::StopPhrase,
            Class::Article,
            Class::AssignVerb,
            Class::Handled,
            Class::ConsumeVerb,
            Class::TreatedBy,
            Class::ActiveVerb,
            Class::Approx,
        ]);
        if !tokens.is(k, Class::Article) || tokens.word(k) != "the" {
            return false;
        }
        let before = k.wrapping_sub(1);
        let word = tokens.word(before);
        tokens.is_word(before)
            && (word.len() > 3 || word == "men")
            && !["ing", "ed"].iter().any(|ending| word.ends_with(ending))
            && !tokens.classes(before).meets(LEADS)
            && !matches!(word, "both" | "half" | "like" | "such" | "than")
            && !self.acts(before)
    }

    /// "no longer met", "still smoked": an adverb with the verb of the clause behind it.
    pub fn adverb_of_verb(&self, k: usize) -> bool {
        let tokens = self.tokens;
        let verb = |at: usize| {
            self.acts(at) && !tokens.is(at, Class::AssignVerb)
                || tokens.word(at).ends_with("ed") && self.object(at + 1)
                || matches!(tokens.word(at), "got" | "took" | "underwent") && self.object(at + 1)
        };
        match tokens.word(k) {
            "no" => tokens.word(k + 1) == "longer" && verb(k + 2),
            // "safely ended their voyage"
            word if word.len() > 5 && word.ends_with("ly") => {
                tokens.word(k + 1).ends_with("ed") && self.object(k + 2)
                    || self.acts(k + 1) && !tokens.is(k + 1, Class::Be)
            }
            "also" | "still" | "never" | "already" | "now" | "then" | "often" | "always" | "usually" | "either" => {
                verb(k + 1)
            }
            _ => false,
        }
    }

    /// "worry about their", "know the": a word that can be no noun's description, with an object or a clause behind it.
    pub fn plain_verb(&self, k: usize) -> bool {
        let tokens = self.tokens;
        const OTHER: Classes = Classes::of(&[
            Class::PeopleGroup,
            Class::RecruitVerb,
            Class::Handled,
            Class::Condition,
            Class::Negation,
            Class::Approx,
        ]);
        let next = k + 1;
        let object =
            tokens.is(next, Class::Article) || matches!(tokens.word(next), "about" | "it" | "them" | "they" | "to");
        if !object || tokens.classes(k).meets(OTHER_THAN_VERBS.with(OTHER)) {
            return false;
        }
        let word = tokens.word(k);
        tokens.is_word(k)
            && word.len() > 2
            && !["ing", "ed", "s", "ly", "n"].iter().any(|ending| word.ends_with(ending))
            && !matches!(
                word,
                "and"
                    | "or"
                    | "all"
                    | "both"
                    | "like"
                    | "such"
                    | "as"
                    | "not"
                    | "too"
                    | "due"
                    | "able"
                    | "given"
                    | "put"
                    | "sent"
                    | "told"
                    | "left"
            )
    }

    /// "12 per cent of the men smoked.": a past form right behind its people, with nothing after it.
    fn closes_clause(&self, k: usize) -> bool {
        let tokens = self.tokens;
        matches!(tokens.word(k + 1), "," | "." | ";")
            && k > 0
            && names_people(tokens, k - 1)
            && !matches!(
                tokens.word(k),
                "questioned" | "infected" | "affected" | "involved" | "tested" | "studied" | "examined"
            )
    }

    /// An article, a possessive, "that", "doing …" or a figure: what follows a verb and no participle.
    fn object(&self, k: usize) -> bool {
        let tokens = self.tokens;
        let word = tokens.word(k);
        tokens.is(k, Class::Article)
            || tokens.is(k, Class::Approx)
            || matches!(
                word,
                "their"
                    | "his"
                    | "her"
                    | "its"
                    | "our"
                    | "them"
                    | "themselves"
                    | "himself"
                    | "herself"
                    | "itself"
                    | "him"
                    | "us"
                    | "it"
                    | "each"
                    | "every"
                    | "no"
                    | "any"
                    | "all"
                    | "both"
                    | "that"
            )
            || word.len() > 4 && word.ends_with("ing")
            || self.quantity_at(k).is_some()
    }
}

/// A known verb, or a word that ends like one: only such a word can be the verb of a clause.
#[inline]
fn may_act(tokens: &Tokens, k: usize) -> bool {
    const VERBS: Classes = Classes::of(&[
        Class::Be,
        Class::PastVerb,
        Class::Negation,
        Class::Modal,
        Class::PresentVerb,
        Class::ActiveVerb,
    ]);
    tokens.classes(k).meets(VERBS) || tokens.word(k).ends_with("ed")
}

/// The subject of a clause in one word.
pub fn is_pronoun(word: &str) -> bool {
    matches!(word, "it" | "they" | "he" | "she" | "we")
}

/// A word that ends like a past form and is no adjective, no participle of treatment and none of recruitment.
pub fn past_form(tokens: &Tokens, k: usize) -> bool {
    /// Shorter words end so by chance ("need", "shed").
    const SHORTEST: usize = 5;
    const KNOWN: Classes =
        Classes::of(&[Class::AssignVerb, Class::RecruitVerb, Class::Condition, Class::People, Class::RelativeWord]);
    let word = tokens.word(k);
    word.len() >= SHORTEST
        && word.ends_with("ed")
        && !tokens.classes(k).meets(KNOWN)
        && !matches!(word, "compared" | "based" | "related" | "indeed" | "hundred" | "newly" | "exposed" | "speed")
        && !tokens.before(k).ends_with("ly")
}

/// "self-reported colds", "who were bottle-fed": the second part of a word that describes a noun.
fn compound(tokens: &Tokens, k: usize) -> bool {
    const LEADS: Classes = Classes::of(&[Class::Preposition, Class::Article, Class::StopPhrase]);
    let next = k + 1;
    let hyphened = tokens.glued(k) && tokens.before(k) == "-" && tokens.glued(k - 1);
    let describes = || tokens.is_word(next) && !tokens.classes(next).meets(LEADS);
    hyphened && (describes() || k > 2 && tokens.is(k - 3, Class::Be))
}

/// A verb that can be the predicate: not a participle that describes the noun before it.
pub fn finite_verb(tokens: &Tokens, k: usize) -> bool {
    let noun_use = tokens.is(k.wrapping_sub(1), Class::NounBeforeVerb);
    tokens.is(k, Class::Be)
        || tokens.is(k, Class::PastVerb)
        // "couldn't"
        || tokens.is(k, Class::Negation) && tokens.word(k).ends_with("n't")
        || (tokens.is(k, Class::Modal) && !noun_use)
        || (tokens.is(k, Class::PresentVerb)
            && !noun_use
            && tokens.is_word(k.wrapping_sub(1))
            && !matches!(tokens.word(k + 1), "," | "of"))
}

/// The last token of an auxiliary-and-verb run.
pub fn verb_group_end(tokens: &Tokens, k: usize) -> usize {
    let mut end = k;
    // "whose mothers smoked had asthma": a full verb ends its clause
    let auxiliary = |k: usize| {
        tokens.is(k, Class::Be)
            || tokens.is(k, Class::Modal)
            || tokens.is(k, Class::Negation)
            || tokens.word(k).ends_with("ly")
            || matches!(
                tokens.word(k),
                "had"
                    | "have"
                    | "has"
                    | "did"
                    | "do"
                    | "does"
                    | "been"
                    | "also"
                    | "previously"
                    | "already"
                    | "never"
                    | "either"
            )
    };
    while end < k + 4
        && auxiliary(end)
        && (finite_verb(tokens, end + 1)
            || past_form(tokens, end + 1)
            || tokens.is(end + 1, Class::ActiveVerb)
            || tokens.is(end + 1, Class::Negation)
            || matches!(tokens.word(end + 1), "been" | "also" | "previously" | "already" | "never" | "either"))
    {
        end += 1;
    }
    end
}
