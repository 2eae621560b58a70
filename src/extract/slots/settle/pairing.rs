//! The claims of one article in, figures told of two groups one after the other out: one is the other's opposite, and the
//! first is compared with the second.

use crate::model::{Arm, Claim, ClaimKind, Scope, Statistic};
use crate::text::{Class, WordClasses};

use super::sides::{Telling, exposed};
use super::words;

/// Bytes between two figures that are told of two groups, at most.
const REACH: usize = 260;
/// Claims between the two at most, such as a bracket that restates the first.
const NEAR: usize = 3;

/// "9 per cent of the sailors on syrup, and 4 per cent of the rest", "46 per cent of the dieters … In the other camp it was
/// 4": where one is known, the other is its opposite.
pub fn settle_opposites(claims: &mut [Claim], partners: &Partners, text: &str, classes: &WordClasses) {
    for (j, i) in partners.pairs() {
        let between = &text[claims[j].place.bytes.end..claims[i].place.bytes.start];
        let (left, right) = claims.split_at_mut(i);
        let (Some(first), Some(second)) = (left.get_mut(j), right.first_mut()) else { continue };
        if places(second) && retold(second) {
            second.arm = if open(second) { Some(Arm::Subgroup) } else { second.arm };
            continue;
        }
        let rest = second.group.as_deref().is_some_and(names_the_rest);
        // of two that are open only "the rest" tells more
        if !rest && side(first).is_none() && side(second).is_none() {
            continue;
        }
        let again = retold(second);
        let set = sets_against(between) || with_and_without(first, second);
        if !rest && !again && !set && !joins(first, second, between) {
            continue;
        }
        match (side(first), side(second)) {
            // "no longer fell on syrup; in the placebo group it was 9": the one that is named so is the control
            (Some(Arm::Control), Some(Arm::Control)) if again && names_control(second, classes) => {
                let both = names_control(first, classes) || first.group == second.group;
                first.arm = Some(if both { Arm::Control } else { Arm::Treatment });
            }
            // "For the tea, the figure was 9": of two drugs the second is the comparison
            (Some(arm), Some(same)) if again && arm == same && first.group != second.group => {
                second.arm = Some(opposite(arm));
            }
            // "nurses … nurses who rowed": some of the first
            (None, Some(Arm::Treatment)) if again && open(first) && !holds(first, second) => {
                first.arm = Some(Arm::Treatment);
                second.arm = Some(Arm::Control);
            }
            (Some(arm), None) if rest || open(second) && (set || !narrowed(second)) => {
                second.arm = Some(opposite(arm));
            }
            (Some(arm), Some(same)) if rest && arm == same && first.group != second.group => {
                second.arm = Some(opposite(arm));
            }
            (None, Some(arm)) if loose(first, second) && !holds(first, second) => first.arm = Some(opposite(arm)),
            (None, None)
                if rest && open(first) && (other_of_two(second) || first.group.as_deref().is_some_and(exposed)) =>
            {
                first.arm = Some(Arm::Treatment);
                second.arm = Some(Arm::Control);
            }
            _ => {}
        }
    }
}

/// The second group is the first, or is told by more words than it.
pub fn holds(first: &Claim, second: &Claim) -> bool {
    let (Some(all), Some(part)) = (first.group.as_deref(), second.group.as_deref()) else {
        return first.group == second.group;
    };
    part.strip_prefix(all).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Groups that a pair of figures leaves out because they were told before: "Remission rates were 31 per cent and 22 per cent",
/// "… of those on the syrup did, compared with 4 per cent".
pub fn fill(claims: &mut [Claim], partners: &Partners, text: &str, classes: &WordClasses) {
    let mut last: Option<(usize, usize)> = None;
    for (j, i) in partners.pairs() {
        let between = &text[claims[j].place.bytes.end..claims[i].place.bytes.start];
        let unnamed = |claim: &Claim| claim.group.as_deref().is_none_or(|group| !Telling::of(group, classes).tells());
        let bare = || open(&claims[j]) && open(&claims[i]) && unnamed(&claims[j]) && unnamed(&claims[i]);
        let echoes = |told: usize| {
            let apart = claims[told].sentence != claims[j].sentence;
            let listed = || {
                apart
                    && soon(claims, told, j)
                    && in_order(&claims[i], between)
                    && unnamed(&claims[j])
                    && unnamed(&claims[i])
            };
            let numbers = || points_at_numbers(&claims[told], &claims[j], text);
            (echoes(claims, told, j, between) || listed())
                && (apart && bare() || bracketed(&claims[j], &claims[i], text) || numbers())
        };
        if let Some((first, second)) = last.filter(|&(_, second)| echoes(second)) {
            for (from, to) in [(first, j), (second, i)] {
                claims[to].arm = claims[from].arm;
                claims[to].group = claims[from].group.clone();
            }
        }
        if !opposed(&claims[j], &claims[i]) {
            continue;
        }
        for k in [j, i] {
            if claims[k].group.is_none() {
                claims[k].group = told_of(claims, k).or_else(|| dummy_told(&claims[k], text)).map(str::to_owned);
            }
        }
        last = Some((j, i));
    }
}

/// "; later, those numbers were 9 and 4 per cent": the pair told before, at another time.
fn points_at_numbers(told: &Claim, claim: &Claim, text: &str) -> bool {
    const POINTERS: [&str; 6] =
        ["those numbers", "those figures", "these figures", "the numbers", "the figures", "those rates"];
    let between = text.get(told.place.bytes.end..claim.place.bytes.start).unwrap_or_default();
    POINTERS.iter().any(|pointer| between.contains(pointer))
}

/// The group of the same arm told last.
fn told_of(claims: &[Claim], k: usize) -> Option<&str> {
    /// Claims looked back over.
    const MOST: usize = 12;
    let same = |claim: &&Claim| claim.arm == claims[k].arm && claim.scope == Scope::ThisStudy && claim.group.is_some();
    claims[..k].iter().rev().take(MOST).find(same)?.group.as_deref()
}

/// "the syrup or a placebo": what the others got, where no figure told of them.
fn dummy_told<'t>(claim: &Claim, text: &'t str) -> Option<&'t str> {
    const DUMMY: &str = "placebo";
    /// Bytes looked back over.
    const FAR: usize = 6000;
    let end = Some(claim.place.bytes.start).filter(|_| claim.arm == Some(Arm::Control))?;
    let start = (end.saturating_sub(FAR)..=end).find(|&at| text.is_char_boundary(at))?;
    let before = text.get(start..end)?;
    before.rfind(DUMMY).map(|at| &before[at..at + DUMMY.len()])
}

/// Two figures side by side soon behind a pair of opposite groups: "31 per cent and 22 per cent", "6.5% vs 12%".
fn echoes(claims: &[Claim], told: usize, first: usize, between: &str) -> bool {
    /// Bytes between the two at most.
    const SIDE_BY_SIDE: usize = 16;
    let joint = ["and", "vs", "vs.", "versus", "v", "against", "or", "to"].contains(&between.trim());
    soon(claims, told, first) && between.len() <= SIDE_BY_SIDE && joint
}

/// The first of these comes soon behind the pair told before.
fn soon(claims: &[Claim], told: usize, first: usize) -> bool {
    /// Bytes between the two at most.
    const SOON: usize = 300;
    let gap = claims[first].place.bytes.start.checked_sub(claims[told].place.bytes.end);
    told < first && gap.is_some_and(|gap| gap <= SOON)
}

/// "9 per cent of cooks and 4 per cent, respectively": in the order of the groups told before.
fn in_order(second: &Claim, between: &str) -> bool {
    /// Bytes between the two at most.
    const NEAR: usize = 40;
    let behind = super::behind(second).unwrap_or_default().trim_start_matches([',', ' ']);
    between.len() <= NEAR && between.trim_end().ends_with(" and") && behind.starts_with("respectively")
}

/// "falls (9 per cent with syrup, 4 per cent with tea) and gout (12 per cent versus 9 per cent)": the second bracket names nobody.
fn bracketed(first: &Claim, second: &Claim, text: &str) -> bool {
    let ends = |at: usize, sign: char| text.get(at..).is_some_and(|rest| rest.starts_with(sign));
    first.place.bytes.start.checked_sub(1).is_some_and(|at| ends(at, '(')) && ends(second.place.bytes.end, ')')
}

/// One is of those who got it, the other of those who did not.
fn opposed(first: &Claim, second: &Claim) -> bool {
    side(first).is_some_and(|arm| side(second) == Some(opposite(arm)))
}

/// "9 per cent of those on the syrup fell, about twice the rate on placebo": the share and its multiple are of one group and
/// compared with one other.
pub fn share_with_ratio(claims: &mut [Claim], text: &str) {
    /// Bytes from the share to its multiple at most.
    const NEAR: usize = 110;
    for i in 1..claims.len() {
        let (left, right) = claims.split_at_mut(i);
        let (Some(share), Some(ratio)) = (left.last_mut(), right.first_mut()) else { continue };
        let between = text.get(share.place.bytes.end..ratio.place.bytes.start);
        let beside = ratio.kind == ClaimKind::Multiplier
            && matches!(share.kind, ClaimKind::ResponseRate | ClaimKind::Percentage | ClaimKind::ScoreChange)
            && share.sentence == ratio.sentence
            && between.is_some_and(|between| {
                let tail = between.rsplit([',', '–', '—']).next().unwrap_or_default();
                between.len() <= NEAR && tail.len() < between.len() && tail.split_whitespace().count() <= 3
            });
        if !beside || share.group.is_none() || ratio.comparator.is_none() || ratio.comparator == share.group {
            continue;
        }
        ratio.group.clone_from(&share.group);
        if share.outcome.is_some() {
            ratio.outcome.clone_from(&share.outcome);
        }
        if share.comparator.is_none() {
            share.comparator.clone_from(&ratio.comparator);
        }
    }
}

/// Of two figures of opposite groups the first is compared with the second's group.
pub fn compare(claims: &mut [Claim], text: &str) {
    let mut compared = vec![false; claims.len()];
    for i in 1..claims.len() {
        let fits = |&j: &usize| !compared[j] && are_compared(&claims[j], &claims[i], text);
        let Some(j) = (i.saturating_sub(NEAR)..i).rev().find(fits) else { continue };
        compared[i] = true;
        if claims[i].outcome.is_none() && claims[i].arm == Some(Arm::Control) {
            claims[i].outcome = claims[j].outcome.clone();
        }
        if claims[j].outcome.is_none() && claims[j].arm == Some(Arm::Control) {
            claims[j].outcome = claims[i].outcome.clone();
        }
        if claims[j].comparator.is_none() && claims[j].group != claims[i].group {
            claims[j].comparator = claims[i].group.clone();
            tell_twins(claims, j);
        }
    }
}

/// "9 per cent (4 of 44) of the cooks, against 4 per cent of the nurses": both ways to tell the first are compared.
pub fn tell_twins(claims: &mut [Claim], at: usize) {
    let host = claims[at].clone();
    for k in [at.wrapping_sub(1), at + 1] {
        let Some(twin) = claims.get_mut(k) else { continue };
        let same = twin.group == host.group && twin.outcome == host.outcome && twin.timepoint == host.timepoint;
        let again = twin.sentence == host.sentence && same;
        if again && alike(&host, twin) && twin.comparator.is_none() && side(twin) == side(&host) {
            twin.comparator.clone_from(&host.comparator);
        }
    }
}

/// Both tell the same outcome of opposite groups, or the text sets one against the other.
fn are_compared(first: &Claim, second: &Claim, text: &str) -> bool {
    let near = second.place.bytes.start.checked_sub(first.place.bytes.end).is_some_and(|gap| gap <= REACH);
    if !near || !alike(first, second) {
        return false;
    }
    let between = &text[first.place.bytes.end..second.place.bytes.start];
    if !opposed(first, second) {
        return parts_faced(first, second, between);
    }
    let told = |claim: &Claim| claim.outcome.is_none() && claim.arm == Some(Arm::Control);
    let like = |one: &Claim, other: &Claim| {
        one.outcome.as_deref().is_some_and(|one| other.outcome.as_deref().is_some_and(|other| one.starts_with(other)))
    };
    let same = first.outcome == second.outcome || like(first, second) || like(second, first);
    let same = same || told(first) || told(second) || sets_against(between);
    // "half got the syrup and half the tea": parts of one group
    let halves = first.fraction == second.fraction && first.value == second.value;
    (same || faced_next(first, second)) && !between.contains('\n') && !halves
}

/// "Among those on syrup, 9 per cent slept. In the control group, 4 per cent were well": the others' figure in the next sentence,
/// whatever words tell the outcome.
fn faced_next(first: &Claim, second: &Claim) -> bool {
    const LEADS: [&str; 5] = ["In the ", "Among ", "For ", "With ", "Of "];
    const CONTROLS: [&str; 6] = ["placebo", "control", "comparison", "sham", "usual", "dummy"];
    let text = &second.sentence.text;
    let led = LEADS.iter().find_map(|lead| text.strip_prefix(lead)).and_then(|rest| rest.split(',').next());
    let named = || {
        let lead = led.map(super::lower_case).unwrap_or_default();
        CONTROLS.iter().any(|word| super::says(&lead, word))
    };
    let shares = first.statistic == Statistic::Share && second.statistic == Statistic::Share;
    let next = || first.sentence != second.sentence && first.outcome.is_some() && second.outcome.is_some();
    shares && next() && named()
}

/// "9 per cent of cooks slept, while 4 per cent of nurses did": two parts of the study told to be compared.
fn parts_faced(first: &Claim, second: &Claim, between: &str) -> bool {
    const LINKS: [&str; 4] = ["while ", "whereas ", "but only ", "but just "];
    let named = |claim: &Claim| claim.group.is_some() && claim.arm != Some(Arm::Whole);
    let told = named(first) && named(second) && first.group != second.group;
    let same = first.outcome.is_some() && first.outcome == second.outcome;
    let faces =
        || LINKS.iter().any(|link| between.contains(link)) && !between.contains(". ") && !between.contains('\n');
    told && same && first.statistic == second.statistic && faces()
}

/// "the placebo group", "usual care".
pub fn names_control(claim: &Claim, classes: &WordClasses) -> bool {
    let group = claim.group.as_deref().unwrap_or_default();
    words(group).any(|word| classes.of_any_case(word).has(Class::ControlWord))
}

/// "In the tea group, it was 9", "For those on tea, the number was 9": told by ellipsis, of the other group.
pub fn retold(claim: &Claim) -> bool {
    const LEADS: [&str; 7] = ["in ", "with ", "for ", "on ", "among ", "of ", "at "];
    const POINTERS: [&str; 8] =
        [" it ", " that ", " figure ", " rate ", " number ", " share ", " proportion ", " same"];
    let Some(group) = claim.group.as_deref() else { return false };
    let text = &claim.sentence.text;
    let Some(at) = text.find(group) else { return false };
    let lead = text[..at].trim_end_matches("the ").rsplit(['.', ';', ',']).next().unwrap_or_default();
    // "At four harbours that did nothing, it was 9"
    let first = lead.trim_start().split_inclusive(' ').next().unwrap_or_default();
    let led = LEADS.iter().any(|word| first.eq_ignore_ascii_case(word)) && lead.split_whitespace().count() <= 2;
    let pointed = text
        .get(at + group.len()..super::lead(claim).len())
        .is_some_and(|rest| POINTERS.iter().any(|word| rest.contains(word)));
    led && pointed
}

/// "Norway", "New York": a place alone.
pub fn places(claim: &Claim) -> bool {
    let Some(group) = claim.group.as_deref() else { return false };
    // "CBT", "EMS"
    let abbreviates = |word: &str| word.chars().all(char::is_uppercase);
    let named = |word: &str| word.starts_with(char::is_uppercase) && word.len() > 3 && !abbreviates(word);
    let led =
        || claim.sentence.text.find(group).is_some_and(|at| claim.sentence.text[..at].to_lowercase().ends_with("in "));
    group.split(' ').all(named) && led()
}

/// For each figure the one of the same sort told right before: what is settled of arms and groups changes none of them.
pub struct Partners(Vec<Option<usize>>);

impl Partners {
    pub fn of(claims: &[Claim]) -> Self {
        let before = |i: usize| {
            let claim = &claims[i];
            (i.saturating_sub(NEAR)..i).rev().find(|&j| {
                let other = &claims[j];
                let near = claim.place.bytes.start.checked_sub(other.place.bytes.end).is_some_and(|gap| gap <= REACH);
                near && alike(other, claim)
            })
        };
        Self((0..claims.len()).map(before).collect())
    }

    /// Each figure that has a partner, with it.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        self.0.iter().enumerate().filter_map(|(i, &before)| Some((before?, i)))
    }
}

fn alike(one: &Claim, other: &Claim) -> bool {
    let rate = |claim: &Claim| matches!(claim.kind, ClaimKind::ResponseRate | ClaimKind::Percentage);
    let compared = |claim: &Claim| matches!(claim.statistic, Statistic::Ratio | Statistic::RelativeChange);
    (one.kind == other.kind || rate(one) && rate(other))
        && one.kind != ClaimKind::SampleSize
        && one.scope == Scope::ThisStudy
        && other.scope == Scope::ThisStudy
        && !compared(one)
        && !compared(other)
        && one.unit == other.unit
}

fn side(claim: &Claim) -> Option<Arm> {
    claim.arm.filter(|arm| matches!(arm, Arm::Treatment | Arm::Control))
}

/// Nothing in its own words tells its part of the study.
fn open(claim: &Claim) -> bool {
    claim.arm == Some(Arm::Whole)
}

/// Or only told as some of the people, where the others are told to have none: "those with a stent … those without one".
fn loose(claim: &Claim, other: &Claim) -> bool {
    open(claim) || claim.arm == Some(Arm::Subgroup) && with_and_without(claim, other)
}

/// "schools with a nurse", "schools without one".
fn with_and_without(one: &Claim, other: &Claim) -> bool {
    let head = |claim: &Claim, word: &str| {
        let group = claim.group.as_deref()?;
        Some(group.split_once(word)?.0.to_lowercase())
    };
    head(one, " with ")
        .is_some_and(|with| head(other, " without ").is_some_and(|without| with == without || without == "those"))
}

/// "cooks with asthma", "those aged 40": some of the people, no arm.
fn narrowed(claim: &Claim) -> bool {
    const LEADS: [&str; 7] = [" with ", " whose ", " aged ", " over ", " under ", " living ", " from "];
    claim.group.as_deref().is_some_and(|group| LEADS.iter().any(|lead| group.contains(lead)))
}

fn opposite(arm: Arm) -> Arm {
    if arm == Arm::Treatment { Arm::Control } else { Arm::Treatment }
}

/// "the rest", "the others", "everyone else", "the other group", "without it".
pub fn names_the_rest(group: &str) -> bool {
    const REST: [&str; 11] = [
        "rest",
        "the rest",
        "others",
        "the others",
        "everyone else",
        "everybody else",
        "elsewhere",
        "remainder",
        "without it",
        "other",
        "second",
    ];
    let starts = |words: &str| group.get(..words.len()).is_some_and(|start| start.eq_ignore_ascii_case(words));
    REST.iter().any(|rest| rest.eq_ignore_ascii_case(group)) || starts("other ") || starts("remaining ")
}

/// "the other group", "the other camp": there are two.
fn other_of_two(claim: &Claim) -> bool {
    const TWO: [&str; 7] = ["group", "arm", "camp", "half", "team", "set", "lot"];
    claim.group.as_deref().is_some_and(|group| {
        let last = group.rsplit(' ').next().unwrap_or_default();
        TWO.contains(&last)
    })
}

/// "9 points with the syrup and by 4 with tea": two groups told in one breath.
fn joins(first: &Claim, second: &Claim, between: &str) -> bool {
    /// Bytes between the two figures at most.
    const BREATH: usize = 70;
    let apart = first.group.is_some() && second.group.is_some() && first.group != second.group;
    apart && between.len() <= BREATH && between.contains(" and ") && !between.contains(['.', ';', '\n'])
}

/// Words that set the figure before them against the one behind.
pub fn sets_against(between: &str) -> bool {
    const LINKS: [&str; 12] = [
        "compared with",
        "compared to",
        "versus",
        " vs",
        " v ",
        "against",
        "as opposed to",
        "in contrast to",
        "instead of",
        "whereas",
        "while ",
        "rather than",
    ];
    let link = |link: &&str| between.contains(*link);
    let sentence = between.contains(". ") || between.contains('\n');
    !sentence && LINKS.iter().any(link)
}
