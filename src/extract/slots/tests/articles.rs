//! Invented articles in, for each figure whom it is of, their part of the study and whom they are compared with.

use super::read;

/// Articles with the arms, groups and comparators of their figures: `quote: group | arm | comparator`.
const ARTICLES: &[(&str, &[&str])] = &[
    // arms named by what they got
    (
        "Researchers assigned 400 cooks at random to a splint or to usual care. \
         A year on, 9 per cent of the splint patients had pain. Some 4 per cent of the others had pain.",
        &[
            "400 cooks: cooks | whole | -",
            "9 per cent: splint patients | treatment | others",
            "4 per cent: others | control | -",
        ],
    ),
    (
        "The trial put 300 sailors on a diet or a placebo. In the diet group, 12 per cent had gout. With the placebo it was 30 per cent.",
        &[
            "300 sailors: sailors on a diet or a placebo | whole | -",
            "12 per cent: diet group | treatment | placebo",
            "30 per cent: placebo | control | -",
        ],
    ),
    // told by ellipsis
    (
        "In the trial, 40 per cent of those on the syrup slept through the night. For those told to wait, the figure was 12 per cent.",
        &[
            "40 per cent: those on the syrup | treatment | those told to wait",
            "12 per cent: those told to wait | control | -",
        ],
    ),
    (
        "In the trial, 40 per cent of nurses given the syrup slept through the night. In Norway it was 12 per cent.",
        &["40 per cent: nurses given the syrup | treatment | -", "12 per cent: Norway | subgroup | -"],
    ),
    (
        "In the trial, 40 per cent of nurses given the syrup slept well. In the first week it was 12 per cent.",
        &["40 per cent: nurses given the syrup | treatment | -", "12 per cent: - | whole | -"],
    ),
    (
        "Pain was reported by 12 per cent of those sent the syrup, as opposed to 30 per cent of the rest, the trial found.",
        &["12 per cent: those sent the syrup | treatment | rest", "30 per cent: rest | control | -"],
    ),
    (
        "Pain was reported by 12 per cent of those sent the syrup and by 30 per cent of everyone else, the trial found.",
        &["12 per cent: those sent the syrup | treatment | everyone else", "30 per cent: everyone else | control | -"],
    ),
    (
        "In the trial, 9 sailors in the syrup group fell, in contrast to 14 of the untreated.",
        &["9 sailors: sailors in the syrup group | treatment | untreated", "14: untreated | control | -"],
    ),
    (
        "Remission was seen in 40 per cent of those on the syrup and 20 per cent of those on placebo, the trial found. \
         Rates of relapse were 9 per cent and 15 per cent, respectively.",
        &[
            "40 per cent: those on the syrup | treatment | those on placebo",
            "20 per cent: those on placebo | control | -",
            "9 per cent: those on the syrup | treatment | those on placebo",
            "15 per cent: those on placebo | control | -",
        ],
    ),
    (
        "The trial found scores fell by 9 points with the syrup, against 4 points with placebo.",
        &["9 points: syrup | treatment | placebo", "4 points: placebo | control | -"],
    ),
    (
        "The trial found 12 per cent of those on the syrup slept badly, compared with 30 per cent.",
        &["12 per cent: those on the syrup | treatment | -", "30 per cent: - | control | -"],
    ),
    (
        "The trial tested syrup against placebo. A quarter of the syrup group no longer had gout at the end of it; in the placebo \
         group it was 14 per cent.",
        &["A quarter: syrup group | treatment | placebo group", "14 per cent: placebo group | control | -"],
    ),
    (
        "The trial found the pulse rose 3 per cent in those taking the syrup, compared with 9 per cent for placebo.",
        &["3 per cent: those taking the syrup | treatment | placebo", "9 per cent: placebo | control | -"],
    ),
    (
        "The study found egg eaters ran a 9 per cent lower risk of gout than those who ate none. \
         About 12 per cent of the egg eaters had gout.",
        &["12 per cent: egg eaters | treatment | -"],
    ),
    (
        "In harbours with a high share of nurses, 12 per cent of sailors fell. In harbours with none, 4 per cent fell, the study found.",
        &["12 per cent: sailors | treatment | -", "4 per cent: - | control | -"],
    ),
    (
        "In some harbours, 12 per cent of sailors fell. In the first year, 4 per cent fell, the study found.",
        &["12 per cent: sailors | whole | -", "4 per cent: - | whole | -"],
    ),
    // parts of the sample
    (
        "The researchers surveyed 4,000 pupils. About 12 per cent of ninth graders smoked, and 4 per cent of teachers did.",
        &[
            "4,000 pupils: pupils | whole | -",
            "12 per cent: ninth graders | subgroup | -",
            "4 per cent: teachers | subgroup | -",
        ],
    ),
    (
        "The researchers surveyed 4,000 adults. About 12 per cent of those over 60 smoked. Some 9 per cent of people with gout did.",
        &[
            "4,000 adults: adults | whole | -",
            "12 per cent: those over 60 | subgroup | -",
            "9 per cent: people with gout | subgroup | -",
        ],
    ),
    (
        "The researchers surveyed 4,000 adults. About 12 per cent of people in Norway smoked. Some 9 per cent of the adults surveyed drank.",
        &[
            "4,000 adults: adults | whole | -",
            "12 per cent: people in Norway | subgroup | -",
            "9 per cent: adults surveyed | whole | -",
        ],
    ),
    (
        "The researchers surveyed 4,000 adults with gout. About 12 per cent of people with gout smoked. Of the women, 9 per cent did; of the men, 12 per cent did.",
        &[
            "4,000 adults: adults with gout | whole | -",
            "12 per cent: people with gout | whole | -",
            "9 per cent: women | subgroup | -",
            "12 per cent: men | subgroup | -",
        ],
    ),
    (
        "The researchers surveyed 900 customers of a barber. About 12 per cent of the men smoked.",
        &["900 customers: customers of a barber | whole | -", "12 per cent: men | whole | -"],
    ),
    (
        "The researchers surveyed 900 people. About 12 per cent of the poorest smoked. Among those living alone, 9 per cent did.",
        &[
            "900 people: people | whole | -",
            "12 per cent: poorest | subgroup | -",
            "9 per cent: those living alone | subgroup | -",
        ],
    ),
    // everybody, whatever stands beside it
    (
        "A study followed 900 sailors. A fifth of the sample forgot names, while names came back in more than half of participants.",
        &["900 sailors: sailors | whole | -", "A fifth: sample | whole | -", "half: participants | whole | -"],
    ),
    (
        "A study followed 900 mothers. Some 57 per cent took the syrup, but quit more than six weeks before the birth, \
         and 26 per cent never took it.",
        &["900 mothers: mothers | whole | -", "57 per cent: mothers | whole | -", "26 per cent: mothers | whole | -"],
    ),
    // "of whom" takes the part that "whom" stands for
    (
        "The team drew on the records of 9,000 sailors, of whom 740 had had a stroke.",
        &["9,000 sailors: sailors | whole | -", "740: sailors | whole | -"],
    ),
    (
        "They asked 380 cooks, 54 (14.2 per cent) of whom smoked.",
        &["380 cooks: cooks | whole | -", "54: cooks | subgroup | -", "14.2 per cent: cooks | whole | -"],
    ),
    (
        "The study followed 900 sailors. Some 40 per cent had gout, of whom 12 per cent fell.",
        &[
            "900 sailors: sailors | whole | -",
            "40 per cent: sailors | whole | -",
            "12 per cent: sailors | subgroup | -",
        ],
    ),
    // who had more of it is the exposed, whoever is told first
    (
        "The study followed 900 men. Among men eating fewer than three plums, 12 per cent had gout; \
         among those eating more than eight, 6 per cent did.",
        &[
            "900 men: men | whole | -",
            "12 per cent: men eating fewer than three plums | control | those eating more than eight",
            "6 per cent: those eating more than eight | treatment | -",
        ],
    ),
    (
        "The study followed 900 men. Among men over 70, 12 per cent had gout; among men under 50, 6 per cent did.",
        &[
            "900 men: men | whole | -",
            "12 per cent: men over 70 | subgroup | -",
            "6 per cent: men under 50 | subgroup | -",
        ],
    ),
    // the sick and the well set beside them
    (
        "The team studied 64 people newly diagnosed with gout and 310 healthy people, matched for age.",
        &[
            "64 people: people newly diagnosed with gout | subgroup | -",
            "310 healthy people: healthy people | control | -",
        ],
    ),
    (
        "The team studied 64 sailors with gout and 90 sailors without it.",
        &["64 sailors: sailors with gout | subgroup | -", "90 sailors: sailors without it | control | -"],
    ),
    (
        "The team studied 310 sailors with beards and 90 bald cooks.",
        &["310 sailors: sailors with beards | subgroup | -", "90 bald cooks: bald cooks | subgroup | -"],
    ),
    (
        "In the trial, 86 cooks got syrup and 84 cooks got a placebo. A rash was seen in 31 of 86 cooks (36%) on syrup \
         and 12 of 86 cooks (14%) on placebo.",
        &[
            "86 cooks: cooks | treatment | -",
            "84 cooks: cooks | control | -",
            "31 of 86 cooks: cooks | treatment | -",
            "36%: cooks | treatment | -",
            "12 of 86 cooks: cooks | control | -",
            "14%: cooks | control | -",
        ],
    ),
];

fn arms(text: &str) -> Vec<String> {
    let told = read(text).into_iter().filter_map(|claim| {
        let arm = format!("{:?}", claim.arm?).to_lowercase();
        let [group, other] = [claim.group, claim.comparator].map(|told| told.unwrap_or("-".into()));
        Some(format!("{}: {group} | {arm} | {other}", claim.quote))
    });
    told.collect()
}

/// Fails with what was read otherwise than wanted.
pub fn check_arms(cases: &[(&str, &[&str])]) {
    let found = cases.iter().map(|(text, wanted)| (text, arms(text), wanted));
    let wrong: Vec<String> = found
        .filter(|(_, found, wanted)| found != *wanted)
        .map(|(text, found, _)| format!("{text} {found:#?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn arms_of_invented_articles() {
    check_arms(ARTICLES);
}
