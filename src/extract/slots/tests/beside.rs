//! Invented sentences whose figures are told by the clause or the sentence beside them in, all their slots but the time out.

use crate::extract::testing;

/// `quote: group | arm | outcome | comparator`; the near misses stand behind what they resemble.
const CASES: &[(&str, &[&str])] = &[
    (
        "Rickets struck 8 per cent of the weavers given the oil, compared with 14 per cent of those given lard, the trial found. That works out to a 43 per cent drop.",
        &[
            "8 per cent: weavers given the oil | treatment | Rickets | those given lard",
            "14 per cent: those given lard | control | Rickets | -",
            "43 per cent: weavers given the oil | - | Rickets | those given lard",
        ],
    ),
    (
        "Among weavers who wore the brace, 8 per cent fell, against 14 per cent of the others.",
        &[
            "8 per cent: weavers who wore the brace | treatment | fell | others",
            "14 per cent: others | control | fell | -",
        ],
    ),
    (
        "Of the weavers on the oil, 8 per cent had cramps, versus 14 per cent of those on lard, amounting to a 43 per cent lower risk, the trial found.",
        &[
            "8 per cent: weavers on the oil | treatment | cramps | those on lard",
            "14 per cent: those on lard | control | cramps | -",
            "43 per cent: weavers on the oil | - | cramps | those on lard",
        ],
    ),
    (
        "The oil cut strokes by 24 per cent compared with lard, the trial found. For asthma alone, the drop was 17 per cent.",
        &["24 per cent: oil | - | strokes | lard", "17 per cent: oil | - | asthma alone | lard"],
    ),
    (
        "Weavers on the oil were 24 per cent less likely to fall than those on lard, the trial found. In nurses, it was 17 per cent.",
        &[
            "24 per cent: Weavers on the oil | - | fall | those on lard",
            "17 per cent: nurses | - | fall | those on lard",
        ],
    ),
    (
        "The trial found that 8 per cent of the weavers on oil had cramps. It was a dull season, and 43 per cent more of the mills closed.",
        &["8 per cent: weavers on oil | treatment | cramps | -"],
    ),
    (
        "The trial found 8 per cent of ushers on the tea fell, versus 14 per cent of those on water. They were also twice as likely to sing again.",
        &[
            "8 per cent: ushers on the tea | treatment | fell | those on water",
            "14 per cent: those on water | control | fell | -",
            "twice: ushers on the tea | - | sing again | those on water",
        ],
    ),
    (
        "In the survey, girls were ahead of boys, 41 per cent to 28 per cent.",
        &["41 per cent: girls | subgroup | - | boys", "28 per cent: boys | subgroup | - | -"],
    ),
    (
        "Oat loaves held more iron than barley loaves, 6.5 per cent versus 2.5 per cent, the study found.",
        &[
            "6.5 per cent: Oat loaves | treatment | iron | barley loaves",
            "2.5 per cent: barley loaves | control | iron | -",
        ],
    ),
    (
        "The survey found that 41 per cent of girls slept well. The share rose from 28 per cent to 41 per cent in ten years.",
        &[
            "41 per cent: girls | whole | slept well | -",
            "28 per cent: - | whole | slept well | -",
            "41 per cent: - | whole | slept well | -",
        ],
    ),
    (
        "Hoarseness, which 11 per cent of choristers and 4 per cent of ushers mentioned, was the commonest harm in the trial.",
        &["11 per cent: choristers | subgroup | Hoarseness | -", "4 per cent: ushers | subgroup | Hoarseness | -"],
    ),
    (
        "The study found that 11 per cent of choristers reported hoarseness.",
        &["11 per cent: choristers | whole | reported hoarseness | -"],
    ),
    (
        "In the study of choristers, cramps stayed rare, seen in about 4 per cent.",
        &["4 per cent: - | whole | cramps | -"],
    ),
    (
        "The trial's main target was a full night's rest. It was met by 44 per cent of choristers on the tea, compared with 19 per cent of those on water.",
        &[
            "44 per cent: choristers on the tea | treatment | full night's rest | those on water",
            "19 per cent: those on water | control | full night's rest | -",
        ],
    ),
    (
        "The study found choristers on the tea were 12 per cent less at risk of falling than ushers.",
        &["12 per cent: choristers on the tea | - | risk of falling | ushers"],
    ),
    (
        "Choristers on the tea rested 26 minutes longer a day than they had at the outset, the trial found.",
        &["26 minutes: Choristers on the tea | treatment | rested | they had at the outset"],
    ),
    (
        "In the trial, the cough eased in 31 per cent of choristers with the tea and 18 per cent without it.",
        &[
            "31 per cent: choristers with the tea | treatment | cough eased | without it",
            "18 per cent: without it | control | cough eased | -",
        ],
    ),
    (
        "Seven choristers fell in the trial, three of them in the placebo group.",
        &[
            "Seven choristers: choristers | whole | fell in the trial | -",
            "three: placebo group | control | fell in the trial | -",
        ],
    ),
    (
        "Seven choristers fell in the trial, three of them at night.",
        &[
            "Seven choristers: choristers | whole | fell in the trial | -",
            "three: choristers fell in the trial | subgroup | fell in the trial | -",
        ],
    ),
    (
        "A cough was seen in 20 per cent, 33 per cent and 41 per cent of choristers taking the strong tea, the weak tea and placebo, respectively.",
        &[
            "20 per cent: choristers taking the strong tea | treatment | cough | placebo",
            "33 per cent: weak tea | treatment | cough | placebo",
            "41 per cent: placebo | control | cough | -",
        ],
    ),
    (
        "The large dose of the tea cut pain by 27 per cent and the small dose by 12 per cent, the trial found.",
        &["27 per cent: large dose of the tea | - | pain | -", "12 per cent: small dose | - | pain | -"],
    ),
    (
        "In the trial, 31 per cent of choristers on the tea rested well. And what of the placebo group? Its pain eased by a sixth.",
        &[
            "31 per cent: choristers on the tea | treatment | rested well | -",
            "a sixth: placebo group | control | pain | -",
        ],
    ),
    (
        "In the trial, cramps struck 8 per cent of the tea group, versus 14 per cent of the water group. A year on, those numbers were 17 per cent and 26 per cent.",
        &[
            "8 per cent: tea group | treatment | cramps | water group",
            "14 per cent: water group | control | cramps | -",
            "17 per cent: tea group | treatment | - | water group",
            "26 per cent: water group | control | - | -",
        ],
    ),
    ("Time awake? It fell by 26 minutes with the tea, the trial found.", &["26 minutes: - | whole | Time awake | -"]),
    (
        "Among choristers who drank the tea, 53 per cent rested well in the trial. In the control group, whose members drank water, 31 per cent had improved.",
        &[
            "53 per cent: choristers who drank the tea | treatment | rested well in the trial | control group",
            "31 per cent: control group | control | improved | -",
        ],
    ),
    (
        "The trial changed little in the placebo group, where 19 per cent rested.",
        &["19 per cent: placebo group | control | rested | -"],
    ),
    (
        "Choristers were randomised to 4 cups of the tea daily (n = 62), the same tea weekly (n = 64) or placebo (n = 66).",
        &[
            "n = 62: 4 cups of the tea daily | treatment | - | -",
            "n = 64: same tea weekly | treatment | - | -",
            "n = 66: placebo | control | - | -",
        ],
    ),
    (
        "Of all choristers asked in the survey (n = 62), 31 per cent rested well.",
        &[
            "n = 62: choristers asked in the survey | subgroup | - | -",
            "31 per cent: choristers asked in the survey | whole | rested well | -",
        ],
    ),
    (
        "Hoarseness was an annoyance that 11 per cent of choristers mentioned, the study found.",
        &["11 per cent: choristers | whole | Hoarseness | -"],
    ),
];

#[test]
fn told_beside() {
    let slots = |text: &str| -> Vec<String> {
        let claims = testing::claims(text);
        let told = claims.into_iter().filter(|claim| claim.arm.is_some() || claim.group.is_some());
        let cells = told.map(|claim| {
            let arm = claim.arm.map_or("-".into(), |arm| format!("{arm:?}").to_lowercase());
            let [group, outcome, other] =
                [claim.group, claim.outcome, claim.comparator].map(|slot| slot.unwrap_or("-".into()));
            format!("{}: {group} | {arm} | {outcome} | {other}", claim.quote)
        });
        cells.collect()
    };
    let read = CASES.iter().map(|(text, wanted)| (text, slots(text), wanted));
    let wrong: Vec<String> =
        read.filter(|(_, read, wanted)| read != *wanted).map(|(text, read, _)| format!("{text} {read:#?}")).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
