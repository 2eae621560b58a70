//! A sentence and its paragraph in, whose numbers it gives out: this study's, another's, the world's, a plan's.

use crate::model::{Part, Scope};
use crate::text::{Class, Quantity, Tokens};

use super::cues::Cues;
use super::scene::{Scene, Sentence};

/// What speaks for each scope in one sentence, and the strongest cue of each.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    this_study: i32,
    other_study: i32,
    background: i32,
    planned: i32,
    cues: Vec<(Scope, i32, String)>,
}

impl Evidence {
    fn add(&mut self, scope: Scope, weight: i32, cue: &str) {
        match scope {
            Scope::ThisStudy => self.this_study += weight,
            Scope::OtherStudy => self.other_study += weight,
            Scope::Background => self.background += weight,
            Scope::Planned => self.planned += weight,
        }
        self.cues.push((scope, weight, cue.to_owned()));
    }

    /// The likeliest scope and its strongest cue. In doubt it is this study.
    pub fn verdict(&self) -> (Scope, Option<String>) {
        let rivals = [
            (Scope::OtherStudy, self.other_study),
            (Scope::Background, self.background),
            (Scope::Planned, self.planned),
        ];
        let (rival, weight) = rivals.into_iter().rev().max_by_key(|r| r.1).unwrap_or_default();
        // Two weak hints of different rivals still speak against this study together.
        let against = weight + (self.other_study + self.background + self.planned - weight) / 2;
        let scope = if against > self.this_study { rival } else { Scope::ThisStudy };
        let cue = self.cues.iter().filter(|c| c.0 == scope).max_by_key(|c| c.1).map(|c| c.2.clone());
        (scope, cue)
    }
}

/// The evidence of every sentence, in order: its own cues and what its paragraph carries over.
pub fn read(text: &str, sentences: &[Sentence], cues: &Cues) -> Vec<Evidence> {
    let mut found: Vec<Evidence> = Vec::with_capacity(sentences.len());
    let mut carried: Option<(Scope, i32, String)> = None;
    let mut block = usize::MAX;
    for sentence in sentences {
        if sentence.block != block {
            carried = None;
            block = sentence.block;
        }
        let mut evidence = Evidence::default();
        let own = cues.find(&sentence.tokens);
        for at in &own {
            let words = sentence.tokens.span(at.first, at.last()).of(text);
            evidence.add(at.cue.scope, at.cue.weight, words);
        }
        if let Some((scope, weight, cue)) = &carried {
            evidence.add(*scope, *weight, cue);
        }
        let strongest = own.iter().filter(|at| at.cue.carries).max_by_key(|at| at.cue.weight);
        if let Some(at) = strongest {
            let words = sentence.tokens.span(at.first, at.last()).of(text).to_owned();
            carried = Some((at.cue.scope, (at.cue.weight + 1) / 2, words));
        }
        if sentence.part == Part::Headline {
            evidence.add(Scope::ThisStudy, 2, "headline");
        }
        found.push(evidence);
    }
    found
}

/// The scope of one number: its sentence's evidence with what stands closest to the number.
pub fn of_quantity(scene: &Scene, quantity: &Quantity, sentence: &Evidence) -> (Scope, Option<String>) {
    if scene.is_abstract {
        return (Scope::ThisStudy, None);
    }
    let mut evidence = sentence.clone();
    let tokens = scene.tokens();
    if quantity.unit == crate::text::Unit::Percent && generic_share(scene, quantity) {
        evidence.add(Scope::Background, 3, "general statement in the present tense");
    } else if past_after(tokens, quantity.last) {
        evidence.add(Scope::ThisStudy, 1, "past tense");
    }
    if ago_or_year_before(tokens, quantity) {
        evidence.add(Scope::OtherStudy, 2, "another year");
    }
    evidence.verdict()
}

/// "one in three people with depression do not", "85 percent of patients die": a share of people in general.
fn generic_share(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let after = quantity.last + 1;
    let of = if tokens.word(after) == "of" { after + 1 } else { after };
    let definite =
        matches!(tokens.word(of), "the" | "those" | "these" | "them" | "participants" | "volunteers" | "our" | "its");
    let people = (of..of + 5).any(|k| tokens.is(k, Class::GenericNoun) || tokens.is(k, Class::People));
    let relative = (after..after + 3).any(|k| tokens.is(k, Class::RelativeWord));
    !definite && people && !relative && present_verb_after(tokens, of).unwrap_or(false)
}

/// The tense of the first verb after token `i`: `Some(true)` for present, `Some(false)` for past, `None` without a verb.
fn present_verb_after(tokens: &Tokens, i: usize) -> Option<bool> {
    (i..tokens.len().min(i + 16)).take_while(|&k| !matches!(tokens.word(k), ";" | ":" | "." | "–")).find_map(|k| {
        if tokens.is(k, Class::PastVerb) {
            Some(false)
        } else if tokens.is(k, Class::PresentVerb)
            && !matches!(
                tokens.word(k),
                "show" | "shows" | "use" | "work" | "need" | "report" | "cause" | "experience" | "drink" | "results"
            )
        {
            Some(true)
        } else {
            None
        }
    })
}

fn past_after(tokens: &Tokens, last: usize) -> bool {
    present_verb_after(tokens, last + 1) == Some(false)
}

/// "in 2004" or "two years ago" in the clause before: results of another time.
fn ago_or_year_before(tokens: &Tokens, quantity: &Quantity) -> bool {
    (quantity.first.saturating_sub(12)..quantity.first).any(|k| tokens.word(k) == "ago")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Extractor;
    use crate::model::Article;

    fn scope_of(text: &str) -> Scope {
        let article = Article { text: text.into(), ..Article::default() };
        Extractor::new().claims(&article, &[]).first().expect(text).scope
    }

    #[test]
    fn results_are_of_this_study() {
        for text in [
            "In the new study, 54% of patients on the drug went into remission.",
            "Researchers found that 12 per cent of those on placebo relapsed.",
            "The treatment cut the risk of a relapse by 40 per cent.",
        ] {
            assert_eq!(scope_of(text), Scope::ThisStudy, "{text}");
        }
    }

    #[test]
    fn facts_and_other_studies_are_not() {
        for (text, scope) in [
            ("About 30 per cent of people with depression do not respond to drugs.", Scope::Background),
            ("In the UK, one in 20 adults is affected each year.", Scope::Background),
            ("An earlier study found that 54% of patients improved.", Scope::OtherStudy),
            ("Its shares jumped 15 percent as investors cheered.", Scope::Background),
        ] {
            assert_eq!(scope_of(text), scope, "{text}");
        }
    }
}
