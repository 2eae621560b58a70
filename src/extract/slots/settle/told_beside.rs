//! The claims of one article in, the arms and groups told at the head of their clause or right behind them out: "In the
//! placebo group only seven fell", "The syrup group had 18 falls", "With rest, 12 per cent", "fell one point in the others".

use crate::model::{Arm, Claim, ClaimKind, Scope, Statistic};
use crate::text::WordClasses;

use super::pairing::names_the_rest;
use super::rivals::Rivals;
use super::two_sides::names_control;
use super::{behind, lead, words};

pub fn settle(claims: &mut [Claim], rivals: &Rivals, classes: &WordClasses) {
    the_others(claims);
    respectively(claims);
    if !claims.iter().any(open) || !rivals.told(&["compared with", "compared to", "versus"]) {
        return;
    }
    for claim in claims.iter_mut().filter(|claim| open(claim)) {
        if let Some(group) = named_group(lead(claim)).map(str::to_owned) {
            claim.arm = Some(arm_named(&group, classes));
            claim.group = Some(group);
        }
    }
    heads_alike(claims, classes);
}

/// A figure of people whose part of the study its own words leave open.
fn open(claim: &Claim) -> bool {
    claim.scope == Scope::ThisStudy && figure(claim) && matches!(claim.arm, Some(Arm::Whole) | None) && bare(claim)
}

fn figure(claim: &Claim) -> bool {
    matches!(claim.statistic, Statistic::Share | Statistic::Level) && claim.kind != ClaimKind::SampleSize
        || matches!(claim.kind, ClaimKind::EventCount | ClaimKind::ScoreChange)
}

/// Nobody or no more than a noun is named: "cooks", "the cooks".
fn bare(claim: &Claim) -> bool {
    claim.group.as_deref().is_none_or(|group| words(group).count() <= 2)
}

/// The arm that the words of a group tell, beside another group.
fn arm_named(group: &str, classes: &WordClasses) -> Arm {
    let other = |word: &str| word.eq_ignore_ascii_case("other") || word == "comparison";
    if names_control(group, classes) || words(group).any(other) { Arm::Control } else { Arm::Treatment }
}

/// "In the placebo group only", "The syrup group had": the group that the words before a figure name and nothing else.
fn named_group(lead: &str) -> Option<&str> {
    const VERBS: [&str; 9] = ["had", "saw", "reported", "recorded", "suffered", "averaged", "lost", "gained", "scored"];
    let clause = lead.rsplit([';', ':']).next()?;
    let clause = clause.rsplit(" while ").next()?;
    let clause = unhedged(clause.trim());
    let fronted = ["In ", "in ", "Among ", "among ", "For ", "for "].iter().find_map(|head| clause.strip_prefix(head));
    // "In the trial, the placebo group had"
    let subject = || {
        let (rest, verb) = clause.rsplit_once(' ')?;
        VERBS.contains(&verb).then(|| rest.rsplit(", ").next().unwrap_or(rest))
    };
    [fronted, subject()].into_iter().flatten().map(without_article).find(|group| parts_study(group))
}

/// "placebo group", "standard-care arm": what stands before "group" names it.
fn parts_study(group: &str) -> bool {
    const MOST: usize = 4;
    let mut named = words(group);
    let last = words(group).last();
    let first = named.next().unwrap_or_default();
    let unnamed =
        ["age", "study", "whole", "first", "second", "third", "same", "this", "that", "each", "one", "largest"];
    matches!(last, Some("group" | "arm"))
        && (2..=MOST).contains(&words(group).count())
        && !group.contains([',', '('])
        && !words(group).any(|word| unnamed.contains(&word.to_ascii_lowercase().as_str()))
        && !first.starts_with(char::is_numeric)
}

/// Without the hedges at the end: "In the placebo group only", "In the placebo group, just".
fn unhedged(mut clause: &str) -> &str {
    const HEDGES: [&str; 12] = [
        " only",
        " just",
        " about",
        " nearly",
        " some",
        " roughly",
        " fewer than",
        " more than",
        " at least",
        " up to",
        " almost",
        ",",
    ];
    while let Some(shorter) = HEDGES.iter().find_map(|hedge| clause.strip_suffix(hedge)) {
        clause = shorter.trim_end();
    }
    clause
}

fn without_article(group: &str) -> &str {
    ["The ", "the ", "A ", "a "].iter().find_map(|article| group.strip_prefix(article)).unwrap_or(group)
}

/// "With splints, 40 per cent got well; with rest, 12 per cent": two clauses with the same head.
fn heads_alike(claims: &mut [Claim], classes: &WordClasses) {
    let mut settled = 0;
    for i in 1..claims.len() {
        let (first, second) = (&claims[i - 1], &claims[i]);
        let sides = [first, second].iter().all(|claim| claim.scope == Scope::ThisStudy && figure(claim));
        if i <= settled || !sides || first.unit != second.unit || first.statistic != second.statistic {
            continue;
        }
        let near = second.place.bytes.start.saturating_sub(first.place.bytes.end) <= super::NEXT_TO;
        let (Some((lead, one)), Some((same, other))) = (head(first), head(second)) else { continue };
        if !near || !lead.eq_ignore_ascii_case(same) || one.eq_ignore_ascii_case(other) {
            continue;
        }
        let arms = match (arm_named(one, classes), arm_named(other, classes)) {
            (Arm::Control, Arm::Treatment) => (Arm::Control, Arm::Treatment),
            _ => (Arm::Treatment, Arm::Control),
        };
        let (one, other) = (one.to_owned(), other.to_owned());
        (claims[i - 1].arm, claims[i].arm) = (Some(arms.0), Some(arms.1));
        (claims[i - 1].group, claims[i].group) = (Some(one), Some(other));
        settled = i + 1;
    }
}

/// "57 per cent on syrup and 43 per cent on rum, with cramps in 21 per cent and 11 per cent, respectively": the second pair is
/// of the groups of the first, in their order.
fn respectively(claims: &mut [Claim]) {
    /// Figures looked back over: intervals stand between.
    const MOST: usize = 6;
    for i in 1..claims.len() {
        let (first, second) = (&claims[i - 1], &claims[i]);
        let closed =
            || behind(second).is_some_and(|rest| rest.trim_start_matches([',', ' ']).starts_with("respectively"));
        let sides = [first, second].iter().all(|claim| claim.scope == Scope::ThisStudy && figure(claim));
        let opposed = (first.arm, second.arm) == (Some(Arm::Treatment), Some(Arm::Control));
        if !sides || opposed || first.sentence != second.sentence || !closed() {
            continue;
        }
        let told = |arm: Arm| {
            let mut before = claims[..i - 1].iter().rev().take(MOST);
            before.find(|claim| claim.sentence == second.sentence && claim.arm == Some(arm) && claim.kind == first.kind)
        };
        let (Some(one), Some(other)) = (told(Arm::Treatment), told(Arm::Control)) else { continue };
        let groups = [one.group.clone(), other.group.clone()];
        let outcome = seen_in(lead(first)).map(str::to_owned);
        for ((at, arm), group) in [(i - 1, Arm::Treatment), (i, Arm::Control)].into_iter().zip(groups) {
            let claim = &mut claims[at];
            (claim.arm, claim.group) = (Some(arm), group);
            claim.outcome = outcome.clone().or(claim.outcome.take());
        }
    }
}

/// "…, with severe cramps in": what was seen.
fn seen_in(lead: &str) -> Option<&str> {
    const MOST: usize = 6;
    let lead = ["in", "among"].iter().find_map(|word| lead.trim_end().strip_suffix(word)?.strip_suffix(' '))?;
    let clause = lead.rsplit([',', ';', ':', '(']).next()?.trim();
    let clause = ["and ", "with ", "but "].iter().find_map(|word| clause.strip_prefix(word)).unwrap_or(clause);
    ((1..=MOST).contains(&words(clause).count()) && !clause.contains(|c: char| c.is_ascii_digit())).then_some(clause)
}

/// "rose six points in the treated cooks and fell one in the others": behind the exposed the unexposed.
fn the_others(claims: &mut [Claim]) {
    for i in 1..claims.len() {
        let (first, second) = (&claims[i - 1], &claims[i]);
        let changes = |claim: &Claim| claim.statistic == Statistic::RelativeChange && claim.scope == Scope::ThisStudy;
        let counted = first.kind == ClaimKind::EventCount || first.kind == second.kind;
        let alike = first.arm == Some(Arm::Treatment) && first.sentence == second.sentence && counted;
        let unnamed = second.group.is_none() || second.group == first.group || second.arm == Some(Arm::Treatment);
        if !alike || !unnamed || !(figure(second) || changes(second)) || second.arm == Some(Arm::Control) {
            continue;
        }
        let rest = behind(second).unwrap_or_default();
        let rest = [" in ", " of ", " for ", " among ", " with "].iter().find_map(|lead| rest.strip_prefix(lead));
        let named = rest.map(|rest| without_article(rest.split([',', '.', ';', '(']).next().unwrap_or(rest).trim()));
        let others =
            named.filter(|group| names_the_rest(group) || matches!(*group, "their peers" | "their counterparts"));
        if let Some(group) = others.map(str::to_owned) {
            claims[i].arm = Some(Arm::Control);
            claims[i].group = Some(group);
        }
    }
}

/// The preposition and the noun that lead a figure's clause: "with rest, ".
fn head(claim: &Claim) -> Option<(&str, &str)> {
    const MOST: usize = 4;
    let clause = lead(claim).rsplit([';', ':']).next()?.trim();
    let clause = ["but ", "and ", "But ", "And "].iter().find_map(|join| clause.strip_prefix(join)).unwrap_or(clause);
    let (lead, rest) = clause.split_once(' ')?;
    if !["with", "on"].iter().any(|known| lead.eq_ignore_ascii_case(known)) {
        return None;
    }
    let (noun, hedge) = rest.split_once(',')?;
    let noun = without_article(noun);
    let short = words(noun).count() <= MOST && !noun.contains(|c: char| c.is_ascii_digit());
    (short && unhedged(hedge).is_empty()).then_some((lead, noun))
}

#[cfg(test)]
mod tests {
    use crate::extract::testing;
    use crate::model::Arm;

    /// The arms of the figures told behind the beginning of an article on a trial: T, C, W or S, "-" for none.
    fn arms(told: &str) -> String {
        let news = "Splints may help\n\nSplints may help against gout, a study found.\n\nThey were tried against a placebo in a \
                    randomized trial of 400 cooks.\n\n";
        let claims = testing::claims(format!("{news}{told}"));
        let letter = |arm| match arm {
            Some(Arm::Treatment) => 'T',
            Some(Arm::Control) => 'C',
            Some(Arm::Whole) => 'W',
            Some(Arm::Subgroup) => 'S',
            None => '-',
        };
        claims.iter().filter(|claim| claim.place.bytes.start >= news.len()).map(|claim| letter(claim.arm)).collect()
    }

    #[test]
    fn told_right_behind() {
        for (told, found) in [
            ("Serious rashes were seen in three cooks, all of them on the splint.", "T"),
            ("Shingles was reported in four cooks, all of whom were receiving the splint.", "T"),
            ("Two cooks died, both in the placebo group.", "C"),
            ("Two cooks died, both in the spring.", "W"),
            ("Two cooks died, all of them men.", "W"),
        ] {
            assert_eq!(arms(told), found, "{told}");
        }
    }

    #[test]
    fn told_at_the_head_of_the_clause() {
        for (told, found) in [
            ("In the placebo group only seven cooks got well.", "C"),
            ("The splint group had 18 relapses; the placebo group had 31.", "TC"),
            ("With splints, 40 percent got well; with rest, 12 percent.", "TC"),
            (
                "Swelling was seen in 57 percent of the splint group and 43 percent of the placebo group, with gout in 21 percent \
                 and 11 percent, respectively.",
                "TCTC",
            ),
            ("With splints, 40 percent got well. With rest, just 12 percent did.", "TC"),
            ("Pain rose 6 percent in the treated cooks and fell 1 percent in the others.", "TC"),
            (
                "After a year, 61 percent of splint-treated cooks were well, compared to 44 percent of their peers.",
                "-TC",
            ),
            ("In the trial, the placebo group had 31 relapses.", "C"),
            ("The no-splint group had 18 relapses.", "C"),
            ("Pain rose 6 percent in the treated cooks and fell 1 percent in the rest of the month.", "T-"),
            ("In the whole group only seven cooks got well.", "W"),
            ("In the spring only seven cooks got well.", "W"),
        ] {
            assert_eq!(arms(told), found, "{told}");
        }
    }
}
