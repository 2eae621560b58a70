//! Two and three groups told in many ways: whom each figure is of, their part of the study, whom they are compared with.

use super::articles::check_arms;

/// `quote: group | arm | comparator`
const CASES: &[(&str, &[&str])] = &[
    // things done: the first is the exposure
    (
        "The study found 40 per cent of babies who were breastfed slept well, compared with 12 per cent of babies who were bottle-fed.",
        &[
            "40 per cent: babies who were breastfed | treatment | babies who were bottle-fed",
            "12 per cent: babies who were bottle-fed | control | -",
        ],
    ),
    (
        "The study found 40 per cent of sailors who saw a nurse slept well. By contrast, 12 per cent of sailors who saw a doctor did.",
        &[
            "40 per cent: sailors who saw a nurse | treatment | sailors who saw a doctor",
            "12 per cent: sailors who saw a doctor | control | -",
        ],
    ),
    (
        "The study found 40 per cent of sailors taking the balm slept well and 12 per cent of sailors taking warfarin.",
        &[
            "40 per cent: sailors taking the balm | treatment | sailors taking warfarin",
            "12 per cent: sailors taking warfarin | control | -",
        ],
    ),
    (
        "The study found that while 12 per cent of sailors taking warfarin slept well, 40 per cent of sailors taking balm did.",
        &[
            "12 per cent: sailors taking warfarin | control | sailors taking balm",
            "40 per cent: sailors taking balm | treatment | -",
        ],
    ),
    // people of two sorts: each is a part
    (
        "The study found 40 per cent of teenagers slept well, compared with 12 per cent of adults.",
        &["40 per cent: teenagers | subgroup | adults", "12 per cent: adults | subgroup | -"],
    ),
    (
        "The study found 40 per cent of people in Wales slept well, compared with 12 per cent of people in Norway.",
        &["40 per cent: people in Wales | subgroup | people in Norway", "12 per cent: people in Norway | subgroup | -"],
    ),
    (
        "The study found 40 per cent of those diagnosed early slept well and 12 per cent of those diagnosed late.",
        &["40 per cent: those diagnosed early | subgroup | -", "12 per cent: those diagnosed late | subgroup | -"],
    ),
    // brackets
    (
        "The study found gout was more common in sailors who saw a nurse (40 per cent) than in sailors who saw a doctor (12 per cent).",
        &[
            "40 per cent: sailors who saw a nurse | treatment | sailors who saw a doctor",
            "12 per cent: sailors who saw a doctor | control | -",
        ],
    ),
    (
        "The study found sailors given the balm were more likely to sleep well than cooks given tea (40 per cent versus 12 per cent).",
        &[
            "40 per cent: sailors given the balm | treatment | cooks given tea",
            "12 per cent: cooks given tea | control | -",
        ],
    ),
    (
        "The study found side effects in sailors included gout (40 per cent) and scurvy (12 per cent).",
        &["40 per cent: - | whole | -", "12 per cent: - | whole | -"],
    ),
    // ellipsis
    (
        "Of sailors given the balm in the trial, 40 per cent slept well, and of sailors given a placebo, 12 per cent.",
        &[
            "40 per cent: sailors given the balm in the trial | treatment | sailors given a placebo",
            "12 per cent: sailors given a placebo | control | -",
        ],
    ),
    (
        "The trial found 40 per cent of those with the balm slept well; without it, 12 per cent did.",
        &["40 per cent: those with the balm | treatment | without it", "12 per cent: without it | control | -"],
    ),
    (
        "The trial found 40 per cent slept well on the balm, compared with 12 per cent on a placebo.",
        &["40 per cent: balm | treatment | placebo", "12 per cent: placebo | control | -"],
    ),
    (
        "The trial found 40 per cent of the balm group slept well (the figure for the placebo group was 12 per cent).",
        &["40 per cent: balm group | treatment | placebo group", "12 per cent: placebo group | control | -"],
    ),
    (
        "The study followed sailors on night watch, 40 per cent of whom slept well.",
        &["40 per cent: sailors on night watch | treatment | -"],
    ),
    // a list beside a control
    (
        "The trial found the gout rate was 12 per cent with syrup, 20 per cent with honey and 40 per cent with a placebo.",
        &[
            "12 per cent: syrup | treatment | placebo",
            "20 per cent: honey | treatment | placebo",
            "40 per cent: placebo | control | -",
        ],
    ),
    // told again in figures
    (
        "In the trial, 12 sailors in the syrup group had a fall, while in the placebo group 30 did. That works out to 4 per cent and 10 per cent.",
        &[
            "12 sailors: sailors in the syrup group | treatment | placebo group",
            "30: placebo group | control | -",
            "4 per cent: sailors in the syrup group | treatment | placebo group",
            "10 per cent: placebo group | control | -",
        ],
    ),
    // the whole
    (
        "The trial gave sailors balm or a placebo. In both groups, 40 per cent of sailors slept well.",
        &["40 per cent: sailors | whole | -"],
    ),
];

#[test]
fn sides_of_invented_sentences() {
    check_arms(CASES);
}

/// `quote: group | outcome | comparator`
const CHANGES: &[(&str, &[&str])] = &[
    (
        "The sailors had twice the risk of gout of cooks who rowed, the study found.",
        &["twice: sailors | risk of gout | cooks who rowed"],
    ),
    (
        "The sailors had double the risk of gout seen in cooks who rowed, the study found.",
        &["double: sailors | risk of gout | cooks who rowed"],
    ),
    (
        "The sailors had twice the risk of gout in winter, the study found.",
        &["twice: sailors | risk of gout in winter | -"],
    ),
    (
        "The rate of gout among sailors was twice that among cooks, the study found.",
        &["twice: sailors | rate of gout | cooks"],
    ),
    (
        "The study found sailors were 30 per cent less likely than cooks assigned to watch to fall.",
        &["30 per cent: sailors | fall | cooks assigned to watch"],
    ),
    (
        "The study found the balm was 30 per cent more effective than tea at preventing gout.",
        &["30 per cent: balm | preventing gout | tea"],
    ),
    (
        "The study found that, compared with cooks who rowed, sailors who swam cut their risk of gout by 30 per cent.",
        &["30 per cent: sailors who swam | risk of gout | cooks who rowed"],
    ),
    (
        "The study found sailors who rowed – as opposed to those who swam – were 30 per cent less likely to fall.",
        &["30 per cent: sailors who rowed | fall | those who swam"],
    ),
    (
        "The study found sailors who rowed – as a rule at night – were 30 per cent less likely to fall.",
        &["30 per cent: sailors who rowed | fall | -"],
    ),
    (
        "Doctors weighed women 30 per cent less often than men, the study found.",
        &["30 per cent: women | weighed women | men"],
    ),
    (
        "The risk of gout was 30 per cent lower with syrup than with tea, the study found.",
        &["30 per cent: syrup | risk of gout | tea"],
    ),
    (
        "The scan spotted 91 per cent of the stones and ruled out gout in 84 per cent of the hale cooks, the study found.",
        &["91 per cent: stones | spotted | -", "84 per cent: hale cooks | scan spotted 91 | -"],
    ),
    (
        "The swab correctly identified 71 per cent of cooks with flu and 62 per cent of those without it, the study found.",
        &[
            "71 per cent: cooks with flu | swab correctly identified | -",
            "62 per cent: those without it | swab correctly identified | -",
        ],
    ),
    (
        "Flu was caught by 71 per cent of cooks with a cold and 62 per cent of those without one, the study found.",
        &[
            "71 per cent: cooks with a cold | Flu was caught | those without one",
            "62 per cent: those without one | Flu was caught | -",
        ],
    ),
    (
        "Among 400 sailors, those who rowed had a 27 per cent lower risk of gout than those who swam, the study found.",
        &["400 sailors: sailors | - | -", "27 per cent: those who rowed | risk of gout | those who swam"],
    ),
];

#[test]
fn changes_of_invented_sentences() {
    super::clauses::check(CHANGES);
}
