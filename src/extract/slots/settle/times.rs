//! The claims of one article in, figures told at two times out: the one that moved is compared with the time, or else with
//! those, that it moved from.

use crate::model::{Claim, Statistic};
use crate::text::{Class, WordClasses};

use super::pairing::{self, Partners};

/// "was 30 per cent in 1990 and fell to 9 per cent in 2010", "was 9 per cent in 2010, down from 30 per cent in 1990".
pub fn settle(claims: &mut [Claim], partners: &Partners, text: &str, classes: &WordClasses) {
    for (j, i) in partners.pairs() {
        let (before, between) =
            (&text[..claims[j].place.bytes.start], &text[claims[j].place.bytes.end..claims[i].place.bytes.start]);
        let (at, from) = if same_thing(&claims[j], &claims[i]) && moves_to(before, between, classes) {
            (i, j)
        // "fell to 9 per cent from 30 per cent in 1990"
        } else if moves_from(between) || between.trim() == "from" {
            (j, i)
        } else {
            continue;
        };
        if claims[at].comparator.is_some() {
            continue;
        }
        if let Some(measured) = measure(&claims[at], &claims[from], at > from) {
            claims[at].comparator = Some(measured);
            pairing::tell_twins(claims, at);
            // "by a factor of 9, from 2 in 1990 to 18 in 2010"
            tell_change(claims, [j, i], at, without_hedge(before).ends_with("from"));
        }
    }
}

/// The time that the figure moved from, or the others told with it.
fn measure(claim: &Claim, from: &Claim, later: bool) -> Option<String> {
    let named = claim.group.is_some() && from.group.is_some() && claim.group != from.group;
    let other_time = from.timepoint.is_some() && from.timepoint != claim.timepoint;
    match (named, other_time) {
        (_, true) if !named || later && claim.timepoint.is_some() => from.timepoint.clone(),
        // "stood at 9 per cent in port but rose to 12 at sea"
        (true, false) if later => from.group.clone(),
        _ => None,
    }
}

/// "rose from 9 per cent in 1990 to 12 in 2010, an increase of a third": the change beside the two is told of the same times.
fn tell_change(claims: &mut [Claim], [first, second]: [usize; 2], at: usize, moved: bool) {
    /// Bytes between the change and the figure at most.
    const NEAR: usize = 40;
    let (measured, sentence) = (claims[at].comparator.clone(), claims[at].sentence.clone());
    for k in [first.wrapping_sub(1), second + 1] {
        let Some(change) = claims.get(k) else { continue };
        let beside = if k < first { &claims[first] } else { &claims[second] };
        let (left, right) = if k < first { (change, beside) } else { (beside, change) };
        let near = right.place.bytes.start.checked_sub(left.place.bytes.end).is_some_and(|gap| gap <= NEAR);
        let relative = matches!(change.statistic, Statistic::RelativeChange | Statistic::Ratio);
        let told = k > second || moved;
        if near && relative && told && change.comparator.is_none() && change.sentence == sentence {
            claims[k].comparator.clone_from(&measured);
        }
    }
}

/// One sentence, or the same outcome: nothing else moved.
fn same_thing(first: &Claim, second: &Claim) -> bool {
    let like = |one: &str, other: &str| one.starts_with(other) || other.starts_with(one);
    let outcomes = first.outcome.as_deref().zip(second.outcome.as_deref());
    first.sentence == second.sentence || outcomes.is_some_and(|(one, other)| like(one, other))
}

/// "… had fallen to about", "from 9 per cent … to": the second figure is where the first went to.
fn moves_to(before: &str, between: &str, classes: &WordClasses) -> bool {
    /// Words from the verb to "to" at most ("fell by a third, to").
    const REACH: usize = 5;
    let led = without_hedge(between);
    if led.ends_with("reaching") || led.ends_with("reached") {
        return true;
    }
    let Some(lead) = led.strip_suffix("to").filter(|lead| lead.is_empty() || lead.ends_with(' ')) else { return false };
    let moved = |word: &str| classes.of_any_case(word).has(Class::ChangeVerb);
    // "ranged from 9 per cent in boys to 12 in men"
    let spans = |lead: &str| lead.trim_end().ends_with("ranged") || lead.trim_end().ends_with("varied");
    without_hedge(before).strip_suffix("from").is_some_and(|lead| !spans(lead))
        || lead.split_whitespace().rev().take(REACH).any(moved)
}

/// ", down from", ", compared with": the first figure is measured by the second.
fn moves_from(between: &str) -> bool {
    const LEADS: [&str; 10] = [
        "up from",
        "down from",
        ", from",
        "compared with",
        "compared to",
        "versus",
        "vs",
        "against",
        "as opposed to",
        "than",
    ];
    let led = without_hedge(between);
    let ends = |lead: &&str| led.ends_with(*lead);
    LEADS.iter().any(ends) && !between.contains('\n')
}

/// "to just over" → "to"
fn without_hedge(text: &str) -> &str {
    const HEDGES: [&str; 22] = [
        "about",
        "around",
        "nearly",
        "almost",
        "just",
        "only",
        "over",
        "under",
        "some",
        "roughly",
        "approximately",
        "an",
        "a",
        "average",
        "of",
        "more",
        "less",
        "fewer",
        "estimated",
        "well",
        "little",
        "the",
    ];
    /// Words of a hedge at most.
    const LONGEST: usize = 4;
    let mut led = text.trim_end();
    for _ in 0..LONGEST {
        let Some(word) = led.rsplit(' ').next().filter(|word| HEDGES.contains(word)) else { break };
        led = led[..led.len() - word.len()].trim_end();
    }
    // "more than", not the "than" of a comparison
    let bound =
        led.strip_suffix(" than").filter(|led| ["more", "less", "fewer"].iter().any(|word| led.ends_with(word)));
    bound.map_or(led, |led| led.rsplit_once(' ').map_or("", |(led, _)| led.trim_end()))
}
