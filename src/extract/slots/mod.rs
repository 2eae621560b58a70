//! A claim in its sentence in, the slots that make it comparable out: group, arm, outcome, comparator, time, voice.

mod arm;
mod bare_risk;
mod behind_aside;
mod behind_than;
mod bracket_pair;
mod bracketed;
mod change;
mod clause;
mod closing;
mod compared;
mod compared_before;
mod comparison;
mod condition;
mod counted;
mod deed;
mod did_alone;
mod did_so;
mod events;
mod everybody;
mod evidence;
mod group;
mod group_beside;
mod group_named;
mod known;
mod measured;
mod outcome;
mod pairs;
mod parallel;
mod people;
mod people_before;
mod phrase_before;
mod phrases;
mod proportion;
mod rate;
mod risk_of;
mod round_rate;
mod settle;
mod subject;
#[cfg(test)]
mod tests;
mod time;
mod timed_deed;
mod told_again;
mod trailing;
mod verbs;
mod voice;

use crate::lexicon::Name;
use crate::model::{Arm, Category, Claim, ClaimKind, Scope, Span, Statistic};
use crate::text::Quantity;

use super::Draft;
use super::nouns::names_people;
use super::response_rate;
use super::scene::{Scene, Sentence};
use known::known_group;
use phrases::{Found, Run, Words};
pub use settle::settle as settle_arms;

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
}

impl<'l> Shared<'l> {
    /// Of the sentence with these names.
    pub fn new(scene: &Scene, names: &[Name<'l>]) -> Self {
        let drugs = names.iter().filter(|name| name.category == Category::Drug).map(|name| name.span);
        Self {
            drugs: drugs.collect(),
            drug: only(names, Category::Drug),
            scale: only(names, Category::Scale),
            attributed_to: voice::attributed_to(scene),
            adjusted: voice::adjusted(scene),
            found: Found::default(),
        }
    }
}

/// The one entry of a category; `None` where there is none or are several.
fn only<'l>(names: &[Name<'l>], category: Category) -> Option<&'l str> {
    let mut found = names.iter().filter(|name| name.category == category && !name.class).map(|name| name.id);
    let first = found.next()?;
    found.all(|id| id == first).then_some(first)
}

/// Fills the slots of one claim; `shared` is what the claims of its sentence have in common,
/// `earlier` are the claims before it.
pub fn fill(
    scene: &Scene,
    draft: &Draft,
    quantity: &Quantity,
    shared: &Shared<'_>,
    earlier: &[Claim],
    claim: &mut Claim,
) {
    let words = Words {
        tokens: scene.tokens(),
        quantities: scene.quantities(),
        drugs: &shared.drugs,
        found: Some(&shared.found),
    };
    manner(scene, draft, shared, claim);
    if !comparable(draft) {
        return;
    }
    if copy_twin(scene, &words, draft, quantity, earlier, claim) {
        return;
    }
    let group = group::group(&words, draft, quantity);
    let outcome = outcome::outcome(&words, draft, quantity, group);
    let (group, outcome) = measured::nobody(&words, draft, told_apart(&words, group, outcome));
    let group = group.or_else(|| measured::behind(&words, draft, quantity));
    let (group, outcome) = round_rate::mended(&words, quantity, group, outcome);
    let second = group::second_of_shared(&words, draft, quantity, group);
    let group = if second { comparison::told_before(&words, quantity) } else { group };
    let in_text =
        |run: Option<Run>| run.map(|run| words.tokens.span(run.first, run.last).of(&scene.article.text).to_owned());
    // "Of the rest, 9 per cent …" goes on with those told before, "… and 9 per cent of the rest" sets them apart
    let gone_on =
        |named: &str| matches!(named, "remainder" | "rest") && group.is_some_and(|run| run.last < draft.first);
    let named = in_text(group).filter(|group| !pronoun(group) && !gone_on(group));
    let part = group.and_then(|run| known::part_told(scene, run, earlier));
    let named = if part.is_some() { None } else { named };
    let owners = named.is_none().then(|| known::owners(&words, draft, outcome)).flatten();
    let named = named.or_else(|| in_text(owners.filter(|run| !known::they(&words, *run))));
    let group = group.or(owners);
    let known =
        if named.is_none() && !second { part.or_else(|| known_group(scene, draft, group, earlier)) } else { None };
    claim.arm = arm::arm(&words, draft, quantity, group, known.as_ref());
    if second {
        claim.arm = Some(Arm::Control);
    }
    claim.group = named.or(known.map(|known| known.group));
    claim.outcome = outcome_told(scene, draft, quantity, in_text(outcome), earlier);
    let compared = in_text(comparison::comparator(&words, draft, quantity));
    claim.comparator = compared.filter(|other| !pronoun(other) && claim.group.as_ref() != Some(other));
    claim.comparator = claim.comparator.take().or_else(|| compared_before::told(scene, draft));
    let own = time::timepoint(&words, draft, quantity, group);
    let told = |run: Run| !time::only_the_study(words.tokens, run);
    claim.timepoint = in_text(own.filter(|run| told(*run)))
        .or_else(|| {
            let (at, run) = time::beside::beside(scene, draft, quantity)?;
            Some(scene.sentences[at].tokens.span(run.first, run.last).of(&scene.article.text).to_owned())
        })
        .or_else(|| in_text(own))
        .or_else(|| time::again::told_with_the_first(scene, &words, draft, quantity, earlier, claim));
    lean(draft, earlier, claim);
    claim.negated = voice::negated(scene, draft, outcome);
}

/// The outcome in the sentence's own words, or the one told before that these point back to.
fn outcome_told(
    scene: &Scene,
    draft: &Draft,
    quantity: &Quantity,
    own: Option<String>,
    earlier: &[Claim],
) -> Option<String> {
    let again = own.as_deref().is_some_and(same_again);
    let told = told_beside(scene, quantity, earlier).or(own.filter(|_| !again));
    let told = told.or_else(|| told_before(scene, draft, quantity, earlier));
    let points = draft.kind != ClaimKind::SampleSize && (again || did_so::did_so(scene, draft));
    let told = told.or_else(|| if points { did_so::told_last(scene, draft, earlier) } else { None })?;
    Some(bare_risk::named(scene, draft, &told, earlier).unwrap_or(told))
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
    let host = pairs::host(words.tokens, words.quantities, quantity)
        .filter(|_| draft.kind != ClaimKind::SampleSize || !names_people(words.tokens, draft.last));
    let Some((host, twin)) = host.and_then(|host| Some((host, claim_on(scene, host, earlier)?))) else { return false };
    copy(claim, twin);
    // "forty men (4 per cent) had gout": the count of men says nothing of what they had
    if twin.kind == ClaimKind::SampleSize && draft.kind != ClaimKind::SampleSize {
        let outcome = clause::seen_in(words, host.first).or_else(|| outcome::outcome(words, draft, quantity, None));
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
    let within = || words.noun_phrase(clause::people_lead(words, people.first + 1, people.last)? + 1);
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

/// "41% … died. That compared with 36% among …": a comparison that runs over two sentences.
pub fn carry_over(claims: &mut [Claim]) {
    /// Claims between the two figures at most ("… during follow-up, which averaged five years").
    const NEAR: usize = 3;
    for i in 1..claims.len() {
        let (left, right) = claims.split_at_mut(i);
        let Some(claim) = right.first_mut() else { continue };
        let like = |before: &&mut Claim| {
            before.kind == claim.kind && before.unit == claim.unit && before.sentence != claim.sentence
        };
        let Some(before) = left.iter_mut().rev().take(NEAR).find(like) else { continue };
        if opens_with_comparison(&claim.sentence.text) {
            if before.comparator.is_none() {
                before.comparator.clone_from(&claim.group);
            }
            claim.timepoint = claim.timepoint.take().or_else(|| before.timepoint.clone());
        } else if opens_with_contrast(&claim.sentence.text, before.arm) {
            contrast(before, claim);
        }
    }
    for i in 1..claims.len() {
        let (left, right) = claims.split_at_mut(i);
        if let (Some(before), Some(claim)) = (left.last(), right.first_mut()) {
            go_on(before, claim);
        }
    }
}

/// "stood at 9 per cent in port but rose to 12 at sea", "were 9 per cent likelier to fall than men. They were also 12 per
/// cent likelier to …": what the figure before tells of the comparison.
fn go_on(before: &Claim, claim: &mut Claim) {
    let near = claim.place.start.saturating_sub(before.place.end) <= CONTRAST_REACH;
    let alike = before.unit == claim.unit && before.statistic == claim.statistic && before.scope == claim.scope;
    let relative = matches!(claim.statistic, Statistic::RelativeChange | Statistic::Ratio);
    // "9 per cent less likely to fall at sea and 4 per cent less likely in port"
    if near && alike && relative && claim.outcome.is_none() && claim.sentence == before.sentence {
        claim.outcome.clone_from(&before.outcome);
    }
    // "… 9 per cent likelier to fall than men. They were also 12 per cent likelier to …", of nobody named
    if near
        && alike
        && relative
        && claim.comparator.is_none()
        && before.group.is_some()
        && says_they(claim)
        && (claim.group.is_none() || tells_of_them(before, claim))
    {
        claim.group.clone_from(&before.group);
        claim.comparator.clone_from(&before.comparator);
        return;
    }
    if !near || !alike || claim.comparator.is_some() || before.group.is_none() || claim.group.is_none() {
        return;
    }
    let goes_on = relative && before.comparator.is_some() && claim.group != before.comparator && continues(claim);
    if relative && before.group == claim.group || goes_on {
        claim.comparator.clone_from(&before.comparator);
    } else if !relative && before.group != claim.group && rises(claim) {
        claim.comparator.clone_from(&before.group);
    }
}

/// "They were also …", in the next sentence: whoever else its figure was read of.
fn tells_of_them(before: &Claim, claim: &Claim) -> bool {
    const THEY: [&str; 4] = ["They were", "They also", "They had", "They are"];
    before.sentence != claim.sentence && THEY.iter().any(|they| claim.sentence.text.starts_with(they))
}

/// "They", "the increase": the sentence goes on from the one before and compares nobody else.
fn says_they(claim: &Claim) -> bool {
    const GOES_ON: [&str; 6] = ["They ", "the increase", "the reduction", "the risk was", "the difference", "the drop"];
    const COMPARES: [&str; 3] = [" than ", " compared ", " versus "];
    let text = &claim.sentence.text;
    GOES_ON.iter().any(|words| text.contains(words)) && !COMPARES.iter().any(|word| text.contains(word))
}

/// "But those who rowed most had a 9 per cent lower risk": others are measured by the same people.
fn continues(claim: &Claim) -> bool {
    const OPENERS: [&str; 6] = ["But ", "And ", "Those ", "For those", "Among those", "While those"];
    const COMPARES: [&str; 5] = [" than ", " compared ", " versus ", " relative to", " as those"];
    let text = &claim.sentence.text;
    OPENERS.iter().any(|words| text.starts_with(words)) && !COMPARES.iter().any(|word| text.contains(word))
}

/// "rose to 12 per cent": the figure is where something else went to.
fn rises(claim: &Claim) -> bool {
    const VERBS: [&str; 8] =
        ["rose to", "risen to", "rising to", "rises to", "fell to", "fallen to", "dropped to", "falling to"];
    /// Bytes of a hedge between the verb and its figure at most ("an average of").
    const HEDGE: usize = 16;
    let text = claim.sentence.text.as_bytes();
    let Some(end) = memchr::memmem::find(text, claim.quote.as_bytes()) else { return false };
    let near = |reach: usize| &text[end.saturating_sub(reach)..end];
    let holds = |verb: &str| near(HEDGE + verb.len()).windows(verb.len()).any(|words| words == verb.as_bytes());
    holds(" to") && VERBS.iter().any(|verb| holds(verb))
}

/// "… lived for 2.4 years. However, patients with … lived for six years.": each is compared with the other.
fn contrast(before: &mut Claim, claim: &mut Claim) {
    let adjacent = claim.place.start.saturating_sub(before.place.end) <= CONTRAST_REACH;
    // "calories", "calories eaten": the same
    let apart = |one: &str, other: &str| !one.starts_with(other) && !other.starts_with(one);
    let known = before.group.as_deref().zip(claim.group.as_deref()).is_some_and(|(one, other)| apart(one, other));
    let same_outcome = before.outcome.is_some() && before.outcome == claim.outcome;
    if adjacent && known && same_outcome && before.comparator.is_none() && claim.comparator.is_none() {
        before.comparator.clone_from(&claim.group);
        // "Among nurses, 9 per cent slept." only goes on
        if claim.sentence.text.starts_with("However") {
            claim.comparator.clone_from(&before.group);
        }
    }
}

/// Code points between two contrasted figures at most.
const CONTRAST_REACH: usize = 240;

/// "Among nurses, …" is set against the sentence before, unless that goes through the parts of the study in turn.
fn opens_with_contrast(sentence: &str, before: Option<Arm>) -> bool {
    const OPENERS: [&str; 5] = ["However", "But ", "In contrast", "By contrast", "In comparison"];
    OPENERS.iter().any(|opener| sentence.starts_with(opener))
        || sentence.starts_with("Among ") && before != Some(Arm::Subgroup)
}

fn opens_with_comparison(sentence: &str) -> bool {
    const OPENERS: [&str; 7] = [
        "That compared",
        "This compared",
        "That compares",
        "This compares",
        "It compared",
        "That was compared",
        "By comparison",
    ];
    OPENERS.iter().any(|opener| sentence.starts_with(opener))
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
    AGAIN.contains(&outcome)
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
        // "For the syrup it was 9 per cent"
        || told_again::points_back(tokens, quantity);
    // "30 fell, compared with 45 of the 118 …"
    let at = clause::before_hedges(tokens, draft.first);
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
            || clause::maker_verb(&words_of(scene), quantity).is_some();
        return leans.then_some(outcome);
    }
    // "12 per cent (636) snored. This figure has risen to …": the count beside the share is none
    let before = scene.previous().filter(|before| before.quantities.is_empty());
    let told = before.and_then(|before| topic(scene, before));
    told.or_else(|| ours(earlier.iter().rev().take(NEAR).find(like)?))
}

/// "Uptake was best in spring. That figure rose to 9 per cent": what the sentence before is about.
fn topic(scene: &Scene, sentence: &Sentence) -> Option<String> {
    let words = Words { tokens: &sentence.tokens, quantities: &sentence.quantities, drugs: &[], found: None };
    let verb = (1..words.tokens.len()).find(|&k| words.acts(k))?;
    let run = clause::subject_before(&words, verb)?;
    let fits = !words.people(run) && !clause::points_back(words.tokens, run);
    fits.then(|| words.tokens.span(run.first, run.last).of(&scene.article.text).to_owned())
}

/// The words of the sentence without the names in it.
fn words_of<'a>(scene: &Scene<'a>) -> Words<'a> {
    Words { tokens: scene.tokens(), quantities: scene.quantities(), drugs: &[], found: None }
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
