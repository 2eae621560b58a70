//! A claim in its sentence in, the slots that make it comparable out: group, arm, outcome, comparator, time, voice.

mod arm;
mod comparison;
mod grammar;
mod group;
mod outcome;
mod settle;
#[cfg(test)]
mod tests;
mod time;
mod told;
mod voice;

use crate::lexicon::Name;
use crate::model::{Arm, Category, Claim, ClaimKind, Scope, Span, Statistic};
use crate::text::{Class, Quantity};

use super::nouns::names_people;
use super::response_rate;
use super::scene::{Scene, Sentence};
use super::{Draft, Figure};
pub use comparison::carried::carry_over;
use grammar::phrases::{Found, Run, Words};
use group::known::known_group;
pub use settle::settle as settle_arms;
pub use time::phrases::{Times, TimesOf};
pub use told::{Told, tell};

/// What all claims of one sentence share: what the lexicons know in it, its voice, what was found for one of them.
pub struct Shared<'l> {
    /// Where drugs are named.
    drugs: Vec<Span>,
    /// The one drug, and the one scale.
    drug: Option<&'l str>,
    scale: Option<&'l str>,
    attributed_to: Option<String>,
    adjusted: bool,
    found: Found,
    /// Of the whole article.
    times: Times<'l>,
}

impl<'l> Shared<'l> {
    /// Of the sentence with these names.
    pub fn new(scene: &Scene, names: &[Name<'l>], times: Times<'l>) -> Self {
        let drugs = names.iter().filter(|name| name.category == Category::Drug).map(|name| name.span);
        Self {
            drugs: drugs.collect(),
            drug: only(names, Category::Drug),
            scale: only(names, Category::Scale),
            attributed_to: voice::attributed_to(scene),
            adjusted: voice::adjusted(scene),
            found: Found::default(),
            times,
        }
    }

    /// What the phrase grammar needs of the sentence.
    fn words<'w>(&'w self, scene: &Scene<'w>) -> Words<'w> {
        Words { drugs: &self.drugs, found: Some(&self.found), ..self.times.words(scene.sentences, scene.at) }
    }
}

/// The one entry of a category; `None` where there is none or are several.
fn only<'l>(names: &[Name<'l>], category: Category) -> Option<&'l str> {
    let mut found = names.iter().filter(|name| name.category == category && !name.class).map(|name| name.id);
    let first = found.next()?;
    found.all(|id| id == first).then_some(first)
}

/// Fills the slots of the claim on a figure; `shared` is what the claims of its sentence have in common,
/// `earlier` are the claims before it.
pub fn fill(figure: &Figure<'_>, shared: &Shared<'_>, earlier: &[Claim], claim: &mut Claim) {
    let Figure { scene, draft, quantity, told, .. } = figure;
    let words = shared.words(scene);
    manner(scene, draft, shared, claim);
    if !comparable(draft) {
        return;
    }
    if copy_twin(scene, &words, draft, quantity, earlier, claim) {
        // "By spring 300 cooks, or 12 per cent, had gout": when they were counted is told of the share
        if claim.timepoint.is_none() && draft.kind != ClaimKind::SampleSize {
            let counted = earlier.last().is_some_and(|last| last.kind == ClaimKind::SampleSize);
            let own = told.timepoint.filter(|_| counted);
            claim.timepoint = own.map(|run| words.tokens.span(run.first, run.last).of(&scene.article.text).to_owned());
        }
        return;
    }
    let Told { group, second, .. } = *told;
    let in_text =
        |run: Option<Run>| run.map(|run| words.tokens.span(run.first, run.last).of(&scene.article.text).to_owned());
    // "Of the rest, 9 per cent …" goes on with those told before, "… and 9 per cent of the rest" sets them apart
    let gone_on =
        |named: &str| matches!(named, "remainder" | "rest") && group.is_some_and(|run| run.last < draft.first);
    let group = group.or_else(|| group::known::that_subgroup(words.tokens, draft));
    let group_again =
        |named: &str| matches!(named, "This group" | "this group" | "that group" | "subgroup" | "that subgroup");
    let named = in_text(group).filter(|group| !pronoun(group) && !gone_on(group) && !group_again(group));
    let part = group.and_then(|run| {
        group::known::part_told(scene, run, earlier).or_else(|| group::known::described_before(scene, run))
    });
    let named = if part.is_some() { None } else { named };
    let owners = named.is_none().then(|| group::known::owners(&words, draft, told.outcome)).flatten();
    let named = named.or_else(|| in_text(owners.filter(|run| !group::known::they(&words, *run))));
    let group = group.or(owners);
    let known =
        if named.is_none() && !second { part.or_else(|| known_group(scene, draft, group, earlier)) } else { None };
    // "(9 per cent) were sour versus 4 per cent of the rolls": the first are no longer the rolls told last
    let faced = || words.partner(quantity).is_some_and(|other| other.set_against && !other.before);
    let known = known.filter(|known| known.arm != Some(Arm::Control) || group.is_some() || !faced());
    claim.arm = if second { Some(Arm::Control) } else { arm::arm(&words, draft, quantity, group, known.as_ref()) };
    if claim.arm.is_none() && draft.statistic == Statistic::RelativeChange && named.is_none() {
        claim.arm = group::known::asked_of(scene).and_then(|asked| asked.arm);
    }
    claim.group = named.or(known.map(|known| known.group));
    claim.outcome = outcome_told(scene, draft, quantity, in_text(told.outcome), earlier);
    let compared = in_text(told.comparator);
    let measured = draft.kind == ClaimKind::ScoreChange;
    let same =
        |other: &String| claim.group.as_ref() == Some(other) || measured && claim.outcome.as_ref() == Some(other);
    claim.comparator = compared.filter(|other| !pronoun(other) && !same(other));
    claim.comparator = claim.comparator.take().or_else(|| comparison::compared_before::told(scene, draft));
    claim.timepoint = time_told(figure, shared, &words, earlier, claim);
    lean(draft, earlier, claim);
    // "oats moved it from 12 to 9 in a year, rye from 14": the first was so before
    let leaned =
        draft.host.is_some() && told.timepoint.is_none() && time::own::place_between(&words, quantity) == Some(0);
    claim.timepoint = claim.timepoint.take().filter(|_| !leaned);
    claim.negated = voice::negated(scene, draft, told.outcome);
    // "Among sailors with gout, the rate was 9 per cent with syrup and 4 with tea": the people of both
    if let Some(run) = group.and_then(|run| group::named::led_arm(&words, draft, run)) {
        claim.group = in_text(Some(run));
    }
    settle::of_pair::of_pair(claim, earlier);
}

/// When it was measured, in its own words, those beside it, or those of the figure that it is set against.
fn time_told(
    figure: &Figure<'_>,
    shared: &Shared<'_>,
    words: &Words,
    earlier: &[Claim],
    claim: &Claim,
) -> Option<String> {
    let Figure { scene, draft, quantity, told, .. } = figure;
    let text = |run: Run| words.tokens.span(run.first, run.last).of(&scene.article.text).to_owned();
    let of_result = |run: &Run| {
        !time::only_the_study(words.tokens, *run)
            && (draft.kind != ClaimKind::SampleSize || !time::beside::watched_later(scene, shared.times, *run))
    };
    // "fell by 9 points from the start of the study"
    let apart = |time: &String| claim.comparator.as_ref() != Some(time);
    let beside = || {
        let (at, run) = time::beside::beside(scene, shared.times, words, draft, quantity)?;
        Some(scene.sentences[at].tokens.span(run.first, run.last).of(&scene.article.text).to_owned())
    };
    let faced = || {
        let first = || time::again::told_with_the_first(scene, shared.times, words, draft, quantity, earlier, claim);
        if comparison::behind_than::tells_nothing_else(words, quantity) { None } else { first() }
    };
    let own = told.timepoint;
    own.filter(of_result).map(text).filter(apart).or_else(beside).or_else(|| own.map(text).filter(apart)).or_else(faced)
}

/// The outcome in the sentence's own words, or the one told before that these point back to.
fn outcome_told(
    scene: &Scene,
    draft: &Draft,
    quantity: &Quantity,
    own: Option<String>,
    earlier: &[Claim],
) -> Option<String> {
    let points = matches!(scene.tokens().word(0), "it" | "that" | "this");
    let again = own.as_deref().is_some_and(|own| same_again(own) || points && matches!(own, "happened" | "occurred"));
    // "…; 9 per cent were deaf" says it itself
    let tokens = scene.tokens();
    let said = tokens.is(quantity.last + 1, Class::Be) && tokens.is_word(quantity.last + 2);
    // and so do "falls (9 per cent v 4 per cent)"
    // "nausea in 14 per cent, headache in 9 per cent" and so does each of a list
    let listed = || outcome::gapped::listed_in(&words_of(scene), quantity).is_some();
    let itself = own.is_some() && !again && (said || tokens.before(quantity.first) == "(" || listed());
    let beside = if itself { None } else { told_beside(scene, quantity, earlier) };
    let own = own.filter(|_| !again);
    // "Time at sea? It rose by 9 minutes"
    let verb_alone = own.as_deref().is_some_and(|own| !own.contains(' '));
    let asked = if verb_alone || own.is_none() { outcome::goal::asked(scene) } else { None };
    let told = beside.or(asked).or(own);
    let told = told.or_else(|| told_before(scene, draft, quantity, earlier));
    let counts = draft.kind != ClaimKind::SampleSize;
    let told = told.or_else(|| if counts { outcome::goal::told(scene, draft) } else { None });
    let points = || {
        let compared = || comparison::behind_than::tells_nothing_else(&words_of(scene), quantity);
        counts && (again || outcome::did_so::did_so(scene, draft) || compared())
    };
    let told = told.or_else(|| if points() { outcome::did_so::told_last(scene, draft, earlier) } else { None });
    // "Staying awake was harder. A tenth managed to do so": what the sentence before is about
    let topic =
        || scene.previous().filter(|before| again && before.quantities.is_empty()).and_then(|it| topic(scene, it));
    let told = told.or_else(topic)?;
    Some(outcome::bare_risk::named(scene, draft, &told, earlier).unwrap_or(told))
}

/// "3.1 points with syrup, against 2.4 with tea": the second figure's group is what the first is compared with.
pub fn set_against(earlier: &mut [Claim], host: Option<(Span, bool)>, claim: &Claim) {
    const NEAR: usize = 4;
    let Some((place, true)) = host else { return };
    let host = earlier.iter_mut().rev().take(NEAR).find(|host| host.place.bytes.overlaps(place));
    if let Some(host) = host.filter(|host| host.comparator.is_none() && host.group != claim.group) {
        host.comparator.clone_from(&claim.group);
    }
}

/// "fell by 3.1 points in the first group and 2.4 in the second": what the second figure measures, and when, is told with
/// the first.
fn lean(draft: &Draft, earlier: &[Claim], claim: &mut Claim) {
    const NEAR: usize = 8;
    let Some((place, compared)) = draft.host else { return };
    let host = earlier.iter().rev().take(NEAR).find(|host| host.place.bytes.overlaps(place));
    let Some(host) = host else { return };
    if host.outcome.is_some() {
        claim.outcome.clone_from(&host.outcome);
    }
    claim.timepoint = claim.timepoint.take().or_else(|| host.timepoint.clone());
    if compared {
        claim.comparator = None;
    }
}

/// A figure that only tells another again is about the same people and outcome; whether it is such a figure.
fn copy_twin(
    scene: &Scene,
    words: &Words,
    draft: &Draft,
    quantity: &Quantity,
    earlier: &[Claim],
    claim: &mut Claim,
) -> bool {
    let host = comparison::pairs::host(words.tokens, words.quantities, quantity)
        .filter(|_| draft.kind != ClaimKind::SampleSize || !names_people(words.tokens, draft.last));
    let Some((host, twin)) = host.and_then(|host| Some((host, claim_on(scene, host, earlier)?))) else { return false };
    copy(claim, twin);
    // "forty men (4 per cent) had gout": the count of men says nothing of what they had
    if twin.kind == ClaimKind::SampleSize && draft.kind != ClaimKind::SampleSize {
        let outcome =
            grammar::clause::seen_in(words, host.first).or_else(|| outcome::outcome(words, draft, quantity, None));
        claim.outcome = outcome.map(|run| words.tokens.span(run.first, run.last).of(&scene.article.text).to_owned());
    }
    true
}

/// "the rate rose by 9 per cent": what changed is nobody; "men's risk": the men, and the risk.
fn told_apart(words: &Words, group: Option<Run>, outcome: Option<Run>) -> (Option<Run>, Option<Run>) {
    let (Some(people), Some(told)) = (group, outcome) else { return (group, outcome) };
    // "their average pulse was 62": a measured thing is nobody
    if told.first > people.first && told.last == people.last && !words.people(people) {
        return (None, outcome);
    }
    if people.first != told.first {
        return (group, outcome);
    }
    if let Some((people, theirs)) = words.owned(told) {
        return (Some(people), Some(theirs));
    }
    // "sailors had knots": the people, and what they had
    if words.headed_by_people(people) && told.last > people.last {
        return (group, Some(Run { first: people.last + 1, last: told.last }));
    }
    // "the number of sailors with gout": the sailors
    let within = || words.noun_phrase(grammar::clause::people_lead(words, people.first + 1, people.last)? + 1);
    (group.filter(|run| words.headed_by_people(*run)).or_else(within), outcome)
}

/// Takes over what makes a claim comparable.
fn copy(claim: &mut Claim, from: &Claim) {
    claim.group.clone_from(&from.group);
    claim.outcome.clone_from(&from.outcome);
    claim.comparator.clone_from(&from.comparator);
    claim.timepoint.clone_from(&from.timepoint);
    claim.arm = from.arm;
    claim.negated = from.negated;
}

/// The claim that was read from `quantity` of this sentence.
fn claim_on<'c>(scene: &Scene, quantity: &Quantity, earlier: &'c [Claim]) -> Option<&'c Claim> {
    let number = scene.tokens().span(quantity.first, quantity.last);
    earlier.iter().rev().take(8).find(|claim| claim.place.bytes.overlaps(number))
}

fn pronoun(group: &str) -> bool {
    const PRONOUNS: [&str; 16] = [
        "they", "it", "them", "whom", "we", "who", "these", "he", "she", "this", "that", "which", "those", "each", "i",
        "you",
    ];
    /// Bytes.
    const LONGEST: usize = 5;
    group.len() <= LONGEST && PRONOUNS.iter().any(|pronoun| pronoun.eq_ignore_ascii_case(group))
}

/// "six times likelier to do so", "could say the same": the outcome told before.
fn same_again(outcome: &str) -> bool {
    const AGAIN: [&str; 6] = ["do so", "doing so", "do the same", "did the same", "say the same", "likely"];
    AGAIN.contains(&outcome) || outcome.ends_with(" to do so") || outcome.ends_with(" did so")
}

/// "In the oat group it was 12 per cent": what the claim tells whose words this one leaves out.
fn told_beside(scene: &Scene, quantity: &Quantity, earlier: &[Claim]) -> Option<String> {
    /// Claims looked back over.
    const NEAR: usize = 6;
    /// Sentences that the figure stands before it at most.
    const SENTENCES: usize = 3;
    let from = scene.sentences[scene.at.saturating_sub(SENTENCES)].span.start;
    let mut near = earlier.iter().rev().take(NEAR);
    if !near.clone().any(|claim| claim.outcome.is_some() && claim.place.bytes.start >= from) {
        return None;
    }
    let place = response_rate::told_beside(scene, quantity)?;
    near.find(|claim| claim.place.bytes.start == place)?.outcome.clone()
}

/// "This compared with 10 percent …", "That figure rose to 24 per cent": the outcome is the one told last.
fn told_before(scene: &Scene, draft: &Draft, quantity: &Quantity, earlier: &[Claim]) -> Option<String> {
    /// Claims looked back over.
    const NEAR: usize = 3;
    let tokens = scene.tokens();
    let refers = (0..draft.first.min(6))
        .any(|k| matches!(tokens.word(k), "this" | "that" | "figure" | "rate" | "proportion" | "number"))
        // "Bleeding was rare. It was seen in 9 per cent"
        || tokens.word(0) == "it" && draft.statistic == Statistic::Share
        // "For the syrup it was 9 per cent"
        || outcome::told_again::points_back(tokens, quantity);
    // "30 fell, compared with 45 of the 118 …"
    let at = grammar::clause::before_hedges(tokens, draft.first);
    let told = matches!(tokens.before(at), "with" | "to" | "versus" | "against" | "than" | "and" | "but" | "while");
    let same =
        |claim: &&Claim| claim.place.bytes.start >= scene.sentence().span.start && claim.kind != ClaimKind::SampleSize;
    let counts = matches!(draft.kind, ClaimKind::ResponseRate | ClaimKind::EventCount | ClaimKind::Percentage);
    let beside = earlier.last().filter(|claim| told && counts && same(claim));
    if let Some(outcome) = beside.and_then(|claim| claim.outcome.clone()) {
        return Some(outcome);
    }
    if draft.kind == ClaimKind::SampleSize {
        return None;
    }
    let like = |claim: &&Claim| claim.unit == draft.unit;
    let ours = |claim: &Claim| claim.outcome.clone().filter(|_| claim.scope == Scope::ThisStudy);
    if !refers {
        let outcome = ours(earlier.last().filter(like)?)?;
        let leans = (draft.last + 1..draft.last + 4).any(|k| tokens.word(k) == "likely")
            || grammar::clause::maker_verb(&words_of(scene), quantity).is_some();
        return leans.then_some(outcome);
    }
    // "9 per cent (417) snored. This figure has risen to …": the count beside the share is none
    let before = scene.previous().filter(|before| before.quantities.is_empty());
    let told = before.and_then(|before| topic(scene, before));
    told.or_else(|| ours(earlier.iter().rev().take(NEAR).find(like)?))
}

/// "Uptake was best in spring. That figure rose to 9 per cent": what the sentence before is about.
fn topic(scene: &Scene, sentence: &Sentence) -> Option<String> {
    let words = Words::of(sentence);
    let verb = (1..words.tokens.len()).find(|&k| words.acts(k))?;
    let told = |run: Run| words.tokens.span(run.first, run.last).of(&scene.article.text).to_owned();
    // "The syrup shrank warts. That happened in 9 per cent": what it did
    if matches!(scene.tokens().word(1), "happened" | "occurred") {
        return words.verb_phrase(verb).map(told);
    }
    let run = grammar::clause::subject_before(&words, verb)?;
    let fits = !words.people(run) && !grammar::clause::points_back(words.tokens, run);
    fits.then(|| told(run))
}

/// The words of the sentence without the names in it.
fn words_of<'a>(scene: &Scene<'a>) -> Words<'a> {
    Words::of(scene.sentence())
}

/// What the sentence as a whole says: scale, drug, hedges, voice.
fn manner(scene: &Scene, draft: &Draft, shared: &Shared<'_>, claim: &mut Claim) {
    claim.scale = shared.scale.map(str::to_owned);
    claim.drug = shared.drug.map(str::to_owned);
    claim.hedged = voice::hedged(scene, draft);
    claim.attributed_to.clone_from(&shared.attributed_to);
    claim.adjusted = shared.adjusted;
}

/// Durations, doses, p values and intervals are compared by other means.
fn comparable(draft: &Draft) -> bool {
    use crate::model::ClaimKind::*;
    matches!(
        draft.kind,
        SampleSize | EventCount | ResponseRate | Percentage | Multiplier | EffectEstimate | ScoreChange
    )
}
