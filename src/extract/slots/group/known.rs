//! A number of nobody named in, the people it must be of out: told by the figure, or in the sentence, before.

use crate::model::{Arm, Claim, ClaimKind, Role, Scope, Span, Statistic};
use crate::text::{Class, Tokens};

use super::super::arm::evidence::arm_of;
use super::super::grammar::phrases::{Run, Words};
use super::super::pronoun;
use super::people::up_to_verb;
use super::subject::opening_people;
use crate::extract::Draft;
use crate::extract::nouns::names_people;
use crate::extract::scene::{Scene, Sentence};

/// People told before, and their part of the study.
pub struct Known {
    pub group: String,
    pub arm: Option<Arm>,
    /// They were told as a part: the figure before was the share or the count of those with an outcome.
    pub part: bool,
}

/// How far back, in bytes, a group is still the one meant.
const REACH: usize = 600;

/// For a pronoun, the people told last; for a share of nobody named, those of the share before it in the sentence, else
/// the people of the study told shortly before.
pub fn known_group(scene: &Scene, draft: &Draft, pronoun: Option<Run>, earlier: &[Claim]) -> Option<Known> {
    let here = scene.sentence().span.start;
    let near = || {
        let told = earlier.iter().rev();
        told.take_while(|claim| claim.place.bytes.end + REACH > here).filter(|claim| claim.scope == Scope::ThisStudy)
    };
    if let Some(asked) = asked_of(scene) {
        return Some(asked);
    }
    if let Some(run) = pronoun {
        if scene.tokens().word(run.first) == "it" {
            let changes = |claim: &&Claim| matches!(claim.statistic, Statistic::RelativeChange | Statistic::Ratio);
            return near().find(changes).and_then(known);
        }
        let of_part = of_those(scene, run);
        return meant(scene, earlier, of_part).or_else(|| near().find_map(known));
    }
    // "During follow-up there were 12 falls": the people of the study had them
    if draft.kind == ClaimKind::EventCount {
        let sample = |claim: &&Claim| claim.kind == ClaimKind::SampleSize && claim.role != Some(Role::Arm);
        return near().find(sample).and_then(known);
    }
    // "Only 12 per cent of the cooks ate enough. Their salt intake was 9 g": a level of nobody named is of those told last
    if draft.kind == ClaimKind::ScoreChange && scene.has_word(0, usize::MAX, &["intake", "intakes"]) {
        return near()
            .find(|claim| claim.statistic == Statistic::Share && claim.kind != ClaimKind::Multiplier)
            .and_then(known);
    }
    // "Scores on the sleep scale rose by 9 points": those of everybody
    if draft.kind == ClaimKind::ScoreChange && scene.has_word(0, 3, &["scores", "score", "survival"]) {
        return near().find(|claim| claim.arm == Some(Arm::Whole)).and_then(known);
    }
    if draft.statistic != Statistic::Share {
        return None;
    }
    let beside = |claim: &&Claim| claim.place.bytes.start >= here && claim.statistic == Statistic::Share;
    let told = near().find(beside).or_else(|| near().find(|claim| goes_on(scene, draft, claim)));
    if told.is_some() { told.and_then(known) } else { told_as_subject(scene, draft) }
}

/// "And what of the placebo group? Its falls were cut by 9 per cent": those whom a question without figures asks about.
pub fn asked_of(scene: &Scene) -> Option<Known> {
    /// Tokens of the question at most.
    const LONGEST: usize = 12;
    let theirs = matches!(scene.tokens().word(0), "its" | "it" | "they" | "their" | "there" | "theirs");
    let before = scene.previous().filter(|before| theirs && before.quantities.is_empty())?;
    let text = before.span.of(&scene.article.text).trim_end();
    if before.tokens.len() > LONGEST || !text.ends_with('?') {
        return None;
    }
    let words = Words::of(before);
    let lead = (0..before.tokens.len()).find(|&k| {
        matches!(before.tokens.word(k), "of" | "about") && matches!(before.tokens.before(k), "what" | "how")
    });
    let start = lead.map_or_else(|| usize::from(before.tokens.word(0) == "and"), |k| k + 1);
    let run = words.noun_phrase(start).filter(|run| words.headed_by_people(*run) || arm_of(&words, *run).is_some())?;
    let whole = (run.last + 1..before.tokens.len()).all(|k| !before.tokens.is_word(k));
    let group = before.tokens.span(run.first, run.last).of(&scene.article.text).to_owned();
    (whole && !pronoun(&group)).then(|| Known { group, arm: arm_of(&words, run), part: false })
}

/// "nurses slept better, and their pain scores fell": those named in the sentence, else "their", who were told before.
pub fn owners(words: &Words, draft: &Draft, outcome: Option<Run>) -> Option<Run> {
    /// Words between the two at most ("their average weekly score").
    const NEAR: usize = 3;
    if matches!(draft.kind, ClaimKind::SampleSize | ClaimKind::EventCount) {
        return None;
    }
    let tokens = words.tokens;
    let first = outcome?.first;
    let their = (first.saturating_sub(NEAR)..=first)
        .rev()
        .take_while(|&k| tokens.is_word(k))
        .find(|&k| tokens.word(k) == "their")?;
    // "their" of others told behind the figure would say whose
    if their > draft.first {
        return None;
    }
    let named = (0..their).any(|k| names_people(tokens, k) || tokens.word(k) == "those");
    // the clause before is the one that names them
    let joint = (0..their).rev().find(|&k| matches!(tokens.word(k), "," | ";" | "and" | "but" | "while"));
    if named {
        return opening_people(words, joint.unwrap_or(their));
    }
    // "the luckiest saw their risk rise" names somebody in words unknown
    let opens = their == 0
        || !tokens.is_word(their - 1)
        || matches!(tokens.before(their), "but" | "and" | "so" | "while" | "though" | "meanwhile" | "overall" | "also");
    (opens && their <= OPENING).then_some(Run { first: their, last: their })
}

/// Nobody is named: "their" alone.
pub fn they(words: &Words, run: Run) -> bool {
    run.first == run.last && words.tokens.word(run.first) == "their"
}

/// "All the sailors lived in Bray. About a quarter were under 30": a share that opens its sentence is of the people that the
/// sentence before is about.
fn told_as_subject(scene: &Scene, draft: &Draft) -> Option<Known> {
    let before = scene.at.checked_sub(1).and_then(|at| scene.sentences.get(at))?;
    let next = draft.first <= OPENING && before.block == scene.sentence().block;
    if !next || before.tokens.is_empty() || !before.quantities.is_empty() {
        return None;
    }
    let words = Words::of(before);
    let run = opening_people(&words, before.tokens.len())?;
    let group = before.tokens.span(run.first, run.last).of(&scene.article.text).to_owned();
    (!pronoun(&group)).then(|| Known { group, arm: arm_of(&words, run), part: false })
}

/// "In that subgroup, the risk fell by 9 per cent": those of the sentence before.
pub fn that_subgroup(tokens: &Tokens, draft: &Draft) -> Option<Run> {
    let opens = matches!(tokens.word(0), "in" | "among" | "for") && matches!(tokens.word(1), "that" | "this");
    let told = opens && matches!(tokens.word(2), "subgroup" | "group") && draft.first > 2;
    (told && draft.kind != ClaimKind::SampleSize).then_some(Run { first: 1, last: 2 })
}

/// Tokens before a share that opens its sentence ("Around one in four …", "Another 12 per cent …"), at most.
const OPENING: usize = 3;

/// The people of the study, or those that the share before was of.
fn goes_on(scene: &Scene, draft: &Draft, claim: &Claim) -> bool {
    let whole = claim.kind == ClaimKind::SampleSize && claim.role != Some(Role::Arm);
    let before = scene.at.checked_sub(1).and_then(|at| scene.sentences.get(at));
    let next = || before.is_some_and(|before| before.span.contains(claim.place.bytes));
    whole || draft.first <= OPENING && claim.statistic == Statistic::Share && next()
}

/// Whom "they", "these" or "of them" means: the people of the figure before in the sentence, else of the sentence before.
fn meant(scene: &Scene, earlier: &[Claim], of_part: bool) -> Option<Known> {
    let known = |claim: &Claim| known(claim).map(|known| if of_part { known.narrowed(claim) } else { known });
    let here = scene.sentence().span;
    let told = |place: Span| {
        let since = earlier.iter().rev().take_while(move |claim| claim.place.bytes.start >= place.start);
        since.filter(move |claim| place.contains(claim.place.bytes))
    };
    if let Some(beside) = told(here).find_map(known) {
        return Some(beside);
    }
    let before = scene.at.checked_sub(1).and_then(|at| scene.sentences.get(at))?;
    if before.block + 1 < scene.sentence().block {
        return None;
    }
    // "Nurses fell less often in a study of 900 sailors. They …": those who did something rather than all
    let did = |claim: &&Claim| claim.kind != ClaimKind::SampleSize && claim.group.is_some();
    told(before.span)
        .find(did)
        .and_then(known)
        .or_else(|| told(before.span).find_map(known))
        .or_else(|| people_of(scene, before))
}

/// "of these", "of whom": those who had the outcome told last; "they" and "the rest" may be all.
fn of_those(scene: &Scene, run: Run) -> bool {
    let tokens = scene.tokens();
    matches!(tokens.word(run.first), "these" | "those" | "them" | "whom") && tokens.before(run.first) == "of"
}

/// "of these 18 women", "in four out of 10 of these cases": a part of the people who had the outcome told last.
pub fn part_told(scene: &Scene, group: Run, earlier: &[Claim]) -> Option<Known> {
    let tokens = scene.tokens();
    let these = (group.first.saturating_sub(2)..group.first).find(|&k| tokens.word(k) == "these")?;
    let plain = group.last == group.first && tokens.before(these) == "of";
    let here = scene.sentence().span;
    let last = earlier.last().filter(|claim| plain && claim.place.bytes.end + NEXT > here.start)?;
    let known = known(last).filter(|known| known.part)?;
    with_outcome(last).map(|group| Known { group, ..known })
}

/// "These nurses were heavier" behind "nurses who slept by day ate more": the sentence before says which.
pub fn described_before(scene: &Scene, group: Run) -> Option<Known> {
    let tokens = scene.tokens();
    let points = |word: &str| matches!(word, "these" | "those" | "such");
    let inside = group.last == group.first + 1 && points(tokens.word(group.first));
    let these = inside || group.last == group.first && points(tokens.before(group.first));
    if !these || !names_people(tokens, group.last) {
        return None;
    }
    let before = scene.previous()?;
    let noun = tokens.word(group.last);
    let words = Words::of(before);
    let described =
        |k: usize| matches!(before.tokens.word(k), "who" | "with" | "whose" | "taking" | "given" | "without");
    let at = (0..before.tokens.len()).rev().find(|&k| before.tokens.word(k) == noun && described(k + 1))?;
    let run = words.noun_phrase(at).map(|run| up_to_verb(&words, run)).filter(|run| run.last > at + 1)?;
    let group = before.tokens.span(run.first, run.last).of(&scene.article.text).to_owned();
    Some(Known { group, arm: arm_of(&words, run), part: false })
}

/// Bytes from a figure to the sentence that goes on from it, at most.
const NEXT: usize = 200;

impl Known {
    /// With what happened to them, where the figure told of a part.
    fn narrowed(self, claim: &Claim) -> Self {
        let group = if self.part { with_outcome(claim) } else { None };
        Known { group: group.unwrap_or(self.group), ..self }
    }
}

/// The people told with what happened to them, where the text says both in one go: "women were diagnosed with gout".
fn with_outcome(claim: &Claim) -> Option<String> {
    /// Bytes between the two at most.
    const NEAR: usize = 12;
    let (group, outcome) = (claim.group.as_deref()?, claim.outcome.as_deref()?);
    let text = &claim.sentence.text;
    let start = text.find(group)?;
    let between = text[start + group.len()..].find(outcome)?;
    (between <= NEAR).then(|| text[start..start + group.len() + between + outcome.len()].to_owned())
}

fn known(claim: &Claim) -> Option<Known> {
    let part = claim.kind == ClaimKind::EventCount || claim.statistic == Statistic::Share;
    Some(Known { group: claim.group.clone()?, arm: claim.arm, part })
}

/// The people that a sentence is about, or else the last ones it tells of.
fn people_of(scene: &Scene, sentence: &Sentence) -> Option<Known> {
    let tokens = &sentence.tokens;
    let words = Words::of(sentence);
    let run = opening_people(&words, tokens.len()).or_else(|| {
        let last = (0..tokens.len()).rev().find(|&k| names_people(tokens, k))?;
        let first = (last.saturating_sub(4)..last).rev().take_while(|&k| describes(&words, k)).last().unwrap_or(last);
        words.noun_phrase(first)
    })?;
    let group = tokens.span(run.first, run.last).of(&scene.article.text).to_owned();
    (!pronoun(&group)).then(|| Known { group, arm: arm_of(&words, run), part: false })
}

/// A word that can stand before a noun as its description.
fn describes(words: &Words, k: usize) -> bool {
    let tokens = words.tokens;
    tokens.is_word(k)
        && ![Class::Preposition, Class::Article, Class::StopPhrase, Class::Be, Class::PastVerb, Class::PhraseLeader]
            .iter()
            .any(|class| tokens.is(k, *class))
}
