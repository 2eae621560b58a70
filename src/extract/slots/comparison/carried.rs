//! The claims of one article in, what a figure leaves out because the figures before it told it out: its group, its time,
//! whom it is compared with.

use crate::model::{Arm, Claim, ClaimKind, Statistic};
use crate::text::{Class, WordClasses};

use super::super::settle::pairing::names_control;
use super::super::settle::sides::Telling;
use super::super::settle::{says, words};

/// "33% … fell. That compared with 28% among …": a comparison that runs over two sentences.
pub fn carry_over(claims: &mut [Claim], text: &str, classes: &WordClasses) {
    /// Claims between the two figures at most ("… during follow-up, which averaged eight years").
    const NEAR: usize = 3;
    for i in 1..claims.len() {
        let (left, right) = claims.split_at_mut(i);
        let Some(claim) = right.first_mut() else { continue };
        let like = |before: &Claim| {
            before.kind == claim.kind && before.unit == claim.unit && before.sentence != claim.sentence
        };
        let Some(j) = (i.saturating_sub(NEAR)..i).rev().find(|&j| like(&left[j])) else { continue };
        if opens_with_comparison(&claim.sentence.text) {
            claim.timepoint = claim.timepoint.take().or_else(|| left[j].timepoint.clone());
            set_list_against(&mut left[..=j], claim);
        } else if opens_with_contrast(&claim.sentence.text, left[j].arm) {
            contrast(&mut left[j], claim);
        }
    }
    for i in 1..claims.len() {
        go_on(claims, i, text, classes);
    }
}

/// "Those on syrup scored 9 and 12 per cent. This compared with 4 per cent …": all figures of the sentence before are compared.
fn set_list_against(before: &mut [Claim], claim: &Claim) {
    /// Figures of one list at most.
    const LONGEST_LIST: usize = 12;
    let Some(last) = before.last().cloned() else { return };
    let listed = |host: &&mut Claim| {
        host.sentence == last.sentence && host.group == last.group && host.unit == last.unit && host.kind == last.kind
    };
    for host in before.iter_mut().rev().take(LONGEST_LIST).take_while(listed).filter(|host| host.comparator.is_none()) {
        host.comparator.clone_from(&claim.group);
    }
}

/// "They were also 12 per cent likelier to …", "for heavy rowers, the risk was 12 per cent higher": what the change told before
/// tells of the comparison.
fn go_on(claims: &mut [Claim], i: usize, text: &str, classes: &WordClasses) {
    if rises_further(claims, i, text) {
        return;
    }
    let Some(j) = changed_before(claims, i) else { return };
    let (left, right) = claims.split_at_mut(i);
    let (Some(before), Some(claim)) = (left.get_mut(j), right.first_mut()) else { return };
    set_change_against(before, claim, text, classes);
    let alike = before.unit == claim.unit && before.statistic == claim.statistic;
    // "9 per cent less likely to fall at sea and 4 per cent less likely in port", "cut falls by 9 per cent in men and 4 per cent
    // in women"
    let own = text.get(before.place.bytes.end..claim.sentence.place.bytes.end).unwrap_or_default();
    let tells = |outcome: &str| !alike || own.contains(outcome);
    if claim.sentence == before.sentence && before.outcome.is_some() && !claim.outcome.as_deref().is_some_and(tells) {
        claim.outcome.clone_from(&before.outcome);
    }
    let told = claim.comparator.is_some() && (claim.group.is_some() || claim.comparator != before.comparator);
    if told || before.group.is_none() || claim.group.as_deref().is_some_and(stepwise) {
        return;
    }
    // "… 9 per cent likelier to fall than men. They were also 12 per cent likelier to …", of nobody named
    let unnamed = claim.group.is_none() || tells_of_them(before, claim);
    if alike && unnamed && says_they(claim, classes)
        || claim.group.is_none() && one_subject(before, claim, text, classes)
    {
        claim.group.clone_from(&before.group);
        claim.comparator.clone_from(&before.comparator);
    } else if (alike || claim.sentence == before.sentence) && claim.group == before.group
        || measured_alike(before, claim, text, classes)
    {
        claim.comparator.clone_from(&before.comparator);
    }
}

/// "was 9 per cent higher in those who rowed, rising to 12 per cent in those who rowed most": the same change, of others.
fn rises_further(claims: &mut [Claim], i: usize, text: &str) -> bool {
    const LEADS: [&str; 5] = ["rising to", "increasing to", "climbing to", "falling to", "dropping to"];
    let (left, right) = claims.split_at_mut(i);
    let (Some(before), Some(claim)) = (left.last(), right.first_mut()) else { return false };
    let between = gap(before, claim, text).trim_end();
    let rises = LEADS.iter().any(|lead| between.ends_with(lead));
    let alike = before.unit == claim.unit && before.sentence == claim.sentence && claim.statistic == Statistic::Share;
    if !rises || !alike || before.statistic != Statistic::RelativeChange {
        return false;
    }
    claim.kind = before.kind;
    claim.statistic = before.statistic;
    claim.direction = before.direction;
    claim.arm = None;
    claim.outcome.clone_from(&before.outcome);
    claim.comparator.clone_from(&before.comparator);
    true
}

/// "fell by 9 per cent in those on syrup, while those on tea cut it by just 4 per cent": of two groups that changed the first is
/// compared with the second.
fn set_change_against(before: &mut Claim, claim: &mut Claim, text: &str, classes: &WordClasses) {
    const LINKS: [&str; 3] = ["while ", "whereas ", " but "];
    const OPENERS: [&str; 5] = ["While ", "Whereas ", "But ", "By contrast", "In contrast"];
    const POINTERS: [&str; 4] = ["it", "theirs", "that", "this"];
    let alike = before.unit == claim.unit && before.statistic == claim.statistic && before.group != claim.group;
    // "a 9 per cent higher risk, while in men it was 4" tells how far each is from others, not what changed in each
    let degree = {
        const DEGREES: [&str; 8] = ["higher", "lower", "greater", "increased", "reduced", "smaller", "larger", "more"];
        let rest = behind(before).split_whitespace().next().unwrap_or_default();
        DEGREES.contains(&rest)
    };
    let open = before.comparator.is_none() && claim.comparator.is_none() && !degree;
    let (Some(group), true) = (claim.group.as_deref(), alike && open && before.group.is_some()) else { return };
    let between = gap(before, claim, text);
    let here = before.sentence == claim.sentence;
    let links = LINKS.iter().any(|link| here && between.contains(link));
    let opens = OPENERS.iter().any(|opener| !here && claim.sentence.text.starts_with(opener));
    let less = [" just ", " only "].iter().any(|word| between.contains(word));
    let control = names_control(claim, classes);
    let same = claim.outcome == before.outcome && before.outcome.is_some();
    // "tea cut it by 9 per cent"
    let again = || [" it ", " theirs "].iter().any(|word| between.contains(word));
    let points = claim.outcome.as_deref().map_or_else(again, |outcome| POINTERS.contains(&outcome));
    let faces = links || control || opens && less;
    if faces && (same || points || opens && less) {
        before.comparator = Some(group.to_owned());
        if points {
            claim.outcome.clone_from(&before.outcome);
        }
    }
}

/// Code points between two figures that one comparison holds for, or that are contrasted, at most.
const REACH: usize = 240;

/// The change or the ratio told right before, whatever amounts and times stand between.
fn changed_before(claims: &[Claim], i: usize) -> Option<usize> {
    /// Claims between the two at most.
    const NEAR: usize = 4;
    let claim = &claims[i];
    let between = |kind: ClaimKind| {
        matches!(
            kind,
            ClaimKind::Duration
                | ClaimKind::Dose
                | ClaimKind::SampleSize
                | ClaimKind::ConfidenceInterval
                | ClaimKind::PValue
        )
    };
    let j = (i.saturating_sub(NEAR)..i).rev().find(|&j| !between(claims[j].kind))?;
    let before = &claims[j];
    let near = claim.place.start.saturating_sub(before.place.end) <= REACH;
    (near && relative(before) && relative(claim) && before.scope == claim.scope).then_some(j)
}

fn relative(claim: &Claim) -> bool {
    matches!(claim.statistic, Statistic::RelativeChange | Statistic::Ratio)
}

/// "They were also …", in the next sentence: whoever else its figure was read of.
fn tells_of_them(before: &Claim, claim: &Claim) -> bool {
    const THEY: [&str; 4] = ["They were", "They also", "They had", "They are"];
    before.sentence != claim.sentence && THEY.iter().any(|they| claim.sentence.text.starts_with(they))
}

/// "They", "the increase": the sentence goes on from the one before and compares nobody else.
fn says_they(claim: &Claim, classes: &WordClasses) -> bool {
    const GOES_ON: [&str; 6] = ["They ", "the increase", "the reduction", "the risk was", "the difference", "the drop"];
    let text = &claim.sentence.text;
    let theirs = text.starts_with("Their ");
    (theirs || GOES_ON.iter().any(|words| text.contains(words))) && !compares(text, classes)
}

/// "had a 9 per cent lower risk than men, and were 12 per cent less likely to …": both are told of one subject.
fn one_subject(before: &Claim, claim: &Claim, text: &str, classes: &WordClasses) -> bool {
    const VERBS: [&str; 8] = ["were", "was", "are", "is", "had", "have", "has", "also"];
    let between = gap(before, claim, text);
    let verb = between.rsplit_once(" and ").and_then(|(_, tail)| tail.split_whitespace().next());
    before.sentence == claim.sentence
        && before.comparator.is_some()
        && verb.is_some_and(|verb| VERBS.contains(&verb))
        && !compares(behind(claim), classes)
}

/// Other people whose change is measured by the same as the change before: "But those who rowed most had a 9 per cent lower
/// risk", "for heavy rowers, the risk was 9 per cent higher".
fn measured_alike(before: &Claim, claim: &Claim, text: &str, classes: &WordClasses) -> bool {
    let (Some(group), Some(first), Some(other)) = (&claim.group, &before.group, &before.comparator) else {
        return false;
    };
    let here = before.sentence == claim.sentence;
    let own = if here { behind(claim) } else { &claim.sentence.text };
    let alike = share_word(group, first);
    let [group, first, other] = [group, first, other].map(|told| Telling::of(told, classes));
    // "those who did not row" are the ones compared with
    if claim.group == before.comparator || group == other || compares(own, classes) {
        return false;
    }
    let opened = before.statistic == claim.statistic && continues(claim) && !here;
    let again = !here && own.contains(" also ") && group.likeness(&first) > 0;
    opened || again || alike && elliptic(before, claim, text)
}

/// "overweight women", "women who were obese": both are named by one noun.
fn share_word(one: &str, other: &str) -> bool {
    /// Letters of a noun at least.
    const NOUN: usize = 4;
    let other = other.to_lowercase();
    words(&one.to_lowercase()).any(|word| word.len() >= NOUN && says(&other, word.trim_end_matches('s')))
}

/// "each further hour on watch": a change by steps compares nobody.
fn stepwise(group: &str) -> bool {
    let first = group.split(' ').next().unwrap_or_default();
    ["each", "every", "additional", "further"].iter().any(|word| first.eq_ignore_ascii_case(word))
}

/// What the sentence tells behind the figure.
fn behind(claim: &Claim) -> &str {
    super::super::settle::behind(claim).unwrap_or_default()
}

/// The text between two figures.
fn gap<'t>(before: &Claim, claim: &Claim, text: &'t str) -> &'t str {
    text.get(before.place.bytes.end..claim.place.bytes.start).unwrap_or_default()
}

/// "the risk was 9 per cent higher", "9 per cent more likely to do so": what changed was told with the figure before.
fn elliptic(before: &Claim, claim: &Claim, text: &str) -> bool {
    const BARE: [&str; 7] = ["risk", "risks", "odds", "chance", "chances", "likelihood", "rate"];
    let Some(outcome) = claim.outcome.as_deref() else { return false };
    let told = if before.sentence == claim.sentence {
        let between = gap(before, claim, text);
        let clause = between.rsplit([',', ';']).next().unwrap_or_default();
        clause.contains(outcome) || behind(claim).contains(outcome)
    } else {
        claim.sentence.text.contains(outcome)
    };
    BARE.contains(&outcome) || claim.outcome == before.outcome && !told
}

/// "But those who rowed most had a 9 per cent lower risk": others are measured by the same people.
fn continues(claim: &Claim) -> bool {
    const OPENERS: [&str; 6] = ["But ", "And ", "Those ", "For those", "Among those", "While those"];
    OPENERS.iter().any(|words| claim.sentence.text.starts_with(words))
}

/// The text tells whom its figures are compared with: "than men", not "more than half".
fn compares(text: &str, classes: &WordClasses) -> bool {
    const COMPARE: [&str; 5] = [" compared ", " versus ", " relative to", " as those", " against "];
    let bounds = |at: usize| {
        let next = text[at..].split_whitespace().next().unwrap_or_default();
        next.starts_with(|c: char| c.is_ascii_digit()) || classes.of_any_case(next).has(Class::NumberStart)
    };
    let than = || text.match_indices(" than ").any(|(at, word)| !bounds(at + word.len()));
    COMPARE.iter().any(|word| text.contains(word)) || than()
}

/// "… slept for 5.5 hours. However, cooks with … slept for eight hours.": each is compared with the other.
fn contrast(before: &mut Claim, claim: &mut Claim) {
    // "But not all gained: Among the fat cooks, 9 per cent slept" are a part of those before
    let text = &claim.sentence.text;
    let part = claim.group.as_deref().and_then(|group| text.find(group)).is_some_and(|at| text[..at].contains(':'));
    let adjacent = claim.place.start.saturating_sub(before.place.end) <= REACH && !part;
    // "calories", "calories eaten": the same
    let apart = |one: &str, other: &str| !one.starts_with(other) && !other.starts_with(one);
    let both =
        |one: &Option<String>, other: &Option<String>| one.as_deref().zip(other.as_deref()).map(|(a, b)| apart(a, b));
    let known = both(&before.group, &claim.group) == Some(true);
    let same_outcome = both(&before.outcome, &claim.outcome) == Some(false);
    let open = before.comparator.is_none() && claim.comparator.is_none();
    if adjacent && known && same_outcome && open && !relative(claim) {
        before.comparator.clone_from(&claim.group);
        // "Among nurses, 9 per cent slept." only goes on
        if claim.sentence.text.starts_with("However") {
            claim.comparator.clone_from(&before.group);
        }
    }
}

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
