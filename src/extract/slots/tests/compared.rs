//! Invented sentences in which the comparison stands apart from its figure in, for each figure whom it is of, what happened and
//! what it is compared with out.

use super::clauses::check;

/// `quote: group | outcome | comparator`
const SHARED: &[(&str, &[&str])] = &[
    // the change goes on from the one before
    (
        "Compared with cooks of normal weight, fat cooks were 30 per cent more likely to fall, while very fat cooks were 60 per cent more likely, the study found.",
        &[
            "30 per cent: fat cooks | fall | cooks of normal weight",
            "60 per cent: very fat cooks | fall | cooks of normal weight",
        ],
    ),
    (
        "Women who slept five hours had a 41 per cent higher risk of gout than those who slept seven, the study found. The risk was 22 per cent higher in women who slept nine hours.",
        &[
            "41 per cent: Women who slept five hours | risk of gout | those who slept seven",
            "22 per cent: women who slept nine hours | risk of gout | those who slept seven",
        ],
    ),
    (
        "Nurses who worked nights were 40 per cent more likely to have gout than day workers and twice as likely to snore, the study found.",
        &[
            "40 per cent: Nurses who worked nights | gout | day workers",
            "twice: Nurses who worked nights | snore | day workers",
        ],
    ),
    (
        "The study found that heavy rowers had a 40 per cent lower risk of gout than those who swam, and were 20 per cent less likely to fall.",
        &[
            "40 per cent: heavy rowers | risk of gout | those who swam",
            "20 per cent: heavy rowers | fall | those who swam",
        ],
    ),
    (
        "The study found that those who rowed were 40 per cent less likely to fall than those who did not. Their risk of gout was 20 per cent lower.",
        &[
            "40 per cent: those who rowed | fall | those who did not",
            "20 per cent: those who rowed | risk of gout | those who did not",
        ],
    ),
    (
        "Nurses on nights were 41 per cent more likely to have gout than those on days, rising to 62 per cent for those who smoked, the study found.",
        &[
            "41 per cent: Nurses on nights | gout | those on days",
            "62 per cent: those who smoked | gout | those on days",
        ],
    ),
    // near misses
    (
        "Smokers were 41 per cent more likely to have gout than those who swam, the study found. Drinking raised the risk by 22 per cent.",
        &["41 per cent: Smokers | gout | those who swam", "22 per cent: Drinking | risk | -"],
    ),
    (
        "Sailors were 41 per cent more likely to have gout than cooks, the study found. Each further watch raised the risk by 22 per cent.",
        &["41 per cent: Sailors | gout | cooks", "22 per cent: Each further watch | risk | -"],
    ),
    (
        "Women who swam were 41 per cent more likely to have gout than nurses, the study found. Women who rowed were 35 per cent more likely to fall than cooks.",
        &["41 per cent: Women who swam | gout | nurses", "35 per cent: Women who rowed | fall | cooks"],
    ),
];

#[test]
fn comparisons_go_on() {
    check(SHARED);
}

/// `quote: group | outcome | comparator`
const TIMES: &[(&str, &[&str])] = &[
    (
        "The share of nurses who snored was 12 per cent in 2015, down from 30 per cent in 1990, the study found.",
        &["12 per cent: nurses | snored | 1990", "30 per cent: nurses | snored | -"],
    ),
    (
        "At age 20, 30 per cent of the nurses snored. This dropped to 12 per cent at age 50, the study found.",
        &["30 per cent: nurses | snored | -", "12 per cent: nurses | snored | At age 20"],
    ),
    (
        "The study found 12 per cent of nurses snored in 2015, compared with 30 per cent in 1990.",
        &["12 per cent: nurses | snored | 1990", "30 per cent: nurses | snored | -"],
    ),
    (
        "The study found falls among sailors dropped by 40 per cent from the previous year.",
        &["40 per cent: sailors | falls | previous year"],
    ),
    (
        "Gout scores fell by 3 points from the start of the study, the trial found.",
        &["3 points: - | Gout scores | start of the study"],
    ),
    (
        "The use of balm grew by a factor of 14, from 3 per cent in 1971 to 42 per cent in 1984, the study found.",
        &["14: - | use of balm | 1971", "3 per cent: - | use of balm | -", "42 per cent: - | use of balm | 1971"],
    ),
    // near misses
    (
        "In 1990, 41 per cent of nurses snored, the study found. Gout fell to 22 per cent in 2010.",
        &["41 per cent: nurses | snored | -", "22 per cent: nurses | Gout | -"],
    ),
    (
        "Gout ranged from 9 per cent in boys to 12 per cent in girls, the study found.",
        &["9 per cent: boys | Gout | -", "12 per cent: girls | Gout | -"],
    ),
    (
        "The study found that falls among sailors rose by 40 per cent from 1990 to 2010.",
        &["40 per cent: sailors | falls | -"],
    ),
];

#[test]
fn times_are_compared_with() {
    check(TIMES);
}

/// `quote: group | outcome | comparator`
const FACED: &[(&str, &[&str])] = &[
    (
        "The study found 40 per cent of women slept badly, while 12 per cent of men did.",
        &["40 per cent: women | slept badly | men", "12 per cent: men | slept badly | -"],
    ),
    (
        "The syrup led to a 40 per cent drop in falls, compared with a 10 per cent drop with placebo, the trial found.",
        &["40 per cent: syrup | falls | placebo", "10 per cent: placebo | falls | -"],
    ),
    (
        "Those on the syrup had a 40 per cent reduction in pain, compared with a 10 per cent reduction for those on placebo, the trial found.",
        &["40 per cent: Those on the syrup | pain | those on placebo", "10 per cent: those on placebo | pain | -"],
    ),
    (
        "The syrup cut the risk of gout by 40 per cent over five years when compared with usual care, the trial found.",
        &["40 per cent: syrup | risk of gout | usual care"],
    ),
    (
        "Patients on the syrup were three times more likely to recover than were those on placebo, the trial found.",
        &["three times: Patients on the syrup | recover | those on placebo"],
    ),
    (
        "Women were twice as likely as men to have gout, at 40 per cent versus 20 per cent, the study found.",
        &["twice: Women | gout | men", "40 per cent: Women | gout | men", "20 per cent: men | gout | -"],
    ),
    (
        "Home cooking was 40 per cent more nutritious than canteen food, the study found.",
        &["40 per cent: Home cooking | nutritious | canteen food"],
    ),
    (
        "Cabin meals were about half the price of canteen meals, the study found.",
        &["half: Cabin meals | price | canteen meals"],
    ),
    (
        "Sailors had knees 3.7 years older than their true age, the study found.",
        &["3.7 years: Sailors | knees | true age"],
    ),
    (
        "The most common side effects were gout (40 per cent with the drug versus 12 per cent with placebo) and scurvy (20 per cent versus 9 per cent), the trial found.",
        &[
            "40 per cent: drug | gout | placebo",
            "12 per cent: placebo | gout | -",
            "20 per cent: drug | scurvy | placebo",
            "9 per cent: placebo | scurvy | -",
        ],
    ),
    (
        "Gout was more common in women than men (40 per cent against 12 per cent), the study found.",
        &["40 per cent: women | Gout | men", "12 per cent: men | Gout | -"],
    ),
    (
        "The balm cut the risk of gout by 40 per cent in men and 20 per cent in women, the study found.",
        &["40 per cent: men | risk of gout | -", "20 per cent: women | risk of gout | -"],
    ),
    (
        "Pain scores were 3 points lower after the balm than before, the trial found.",
        &["3 points: - | Pain scores | before"],
    ),
    (
        "The risk of gout fell by 40 per cent in the syrup group and by 10 per cent in the placebo group, the trial found.",
        &["40 per cent: syrup group | risk of gout | placebo group", "10 per cent: placebo group | risk of gout | -"],
    ),
    (
        "The syrup lowered the risk of gout by 40 per cent, whereas tea lowered it by 10 per cent, the trial found.",
        &["40 per cent: syrup | risk of gout | tea", "10 per cent: tea | risk of gout | -"],
    ),
    (
        "Pain was cut by 40 per cent in those on the syrup. But those on tea cut theirs by only 10 per cent, the trial found.",
        &["40 per cent: those on the syrup | Pain | those on tea", "10 per cent: those on tea | Pain | -"],
    ),
    // near misses
    (
        "The syrup lowered the risk of gout by 40 per cent in men and by 10 per cent in women, the trial found.",
        &["40 per cent: men | risk of gout | -", "10 per cent: women | risk of gout | -"],
    ),
    (
        "The syrup lowered the risk of gout by 40 per cent, while falls rose by 10 per cent in cooks, the study found.",
        &["40 per cent: syrup | risk of gout | -", "10 per cent: cooks | falls | -"],
    ),
    (
        "The study found gout was 40 per cent more common in sailors than in cooks.",
        &["40 per cent: sailors | gout | cooks"],
    ),
    (
        "Compared with cooks, sailors had twice the risk of gout, and the gap was wider at sea than in port, the study found.",
        &["twice: sailors | risk of gout | cooks"],
    ),
    (
        "The study found 9 per cent of sailors were fat at three but similar to the lean group at seven.",
        &["9 per cent: sailors | fat at three | -"],
    ),
];

#[test]
fn figures_face_each_other() {
    check(FACED);
}
