//! Invented sentences in, the slots of their figures out: `quote: group | arm | outcome | comparator | time point`.

mod articles;
mod beside;
mod clauses;
mod compared;
mod ends;
mod groups;
mod lasting;
mod moments;
mod parts;
mod sentences;
mod sides;
mod spans;
mod stays;
mod told;
mod when;

use crate::extract::testing;
use crate::model::{Arm, Claim};

/// For each way of telling a figure, sentences that are so read and others that only look alike.
const CASES: &[(&str, &[&str])] = &[
    (
        "The study found that one in five referrals resulted in surgery, mostly of the knee.",
        &["one in five: referrals | whole | resulted in surgery | - | -"],
    ),
    (
        "The researchers found 45 per cent of the walkers exceeded the target and 12 per cent ignored it.",
        &[
            "45 per cent: walkers | whole | exceeded the target | - | -",
            "12 per cent: walkers | whole | ignored it | - | -",
        ],
    ),
    (
        "The study found 30 per cent of patients treated with the balm slept better.",
        &["30 per cent: patients treated with the balm | treatment | slept better | - | -"],
    ),
    (
        "The study found the response rate was 30 per cent in patients treated with the balm.",
        &["30 per cent: patients treated with the balm | treatment | response rate | - | -"],
    ),
    (
        "Nurses surveyed in the trial said 40 per cent of patients referred to the clinic were late.",
        &["40 per cent: patients referred to the clinic | whole | late | - | -"],
    ),
    (
        "Just 3 per cent of the 900 teachers questioned reported ever having been screened.",
        &[
            "3 per cent: teachers questioned | whole | reported ever having been screened | - | -",
            "900 teachers: teachers questioned | whole | - | - | -",
        ],
    ),
    (
        "Researchers followed 812 cyclists. About one in four had broken a bone, and nearly one in 10 had lost a tooth.",
        &[
            "812 cyclists: cyclists | whole | - | - | -",
            "one in four: cyclists | whole | broken a bone | - | -",
            "one in 10: cyclists | whole | lost a tooth | - | -",
        ],
    ),
    (
        "Of the 640 pupils in the study, 58 per cent ate breakfast at home and 9 per cent skipped it.",
        &[
            "640 pupils: pupils in the study | whole | - | - | -",
            "58 per cent: pupils in the study | whole | ate breakfast at home | - | -",
            "9 per cent: pupils in the study | whole | skipped it | - | -",
        ],
    ),
    (
        "The team looked at 940 letters. Nearly one in three (31 per cent) letters were sent by mistake.",
        &[
            "one in three: letters | whole | sent by mistake | - | -",
            "31 per cent: letters | whole | sent by mistake | - | -",
        ],
    ),
    (
        "A sad tale emerged for singers who had lost their voice. Almost all of them (93 per cent) were over the age of 40.",
        &["93 per cent: singers who had lost their voice | treatment | over the age of 40 | - | -"],
    ),
    (
        "The harbour cooks were followed for years. They were 36 per cent less likely to get gout than inland cooks.",
        &["36 per cent: harbour cooks | - | get gout | inland cooks | -"],
    ),
    (
        "Researchers tracked 700 women. Ninety women (13 per cent) reported pain and, of these, 40 (44 per cent) saw a doctor.",
        &[
            "700 women: women | whole | - | - | -",
            "Ninety women: women | whole | reported pain | - | -",
            "13 per cent: women | whole | reported pain | - | -",
            "40: women | subgroup | saw a doctor | - | -",
            "44 per cent: women | subgroup | saw a doctor | - | -",
        ],
    ),
    (
        "Among those who slept the least, tea accounted for 26 per cent of drinks, the study found.",
        &["26 per cent: those who slept the least | control | tea | - | -"],
    ),
    (
        "In the study, anxious teenagers got 22 per cent of their sleep before midnight.",
        &["22 per cent: anxious teenagers | whole | sleep before midnight | - | -"],
    ),
    (
        "The study found 40 per cent of boys and 37 per cent of girls walked to school.",
        &[
            "40 per cent: boys | subgroup | walked to school | - | -",
            "37 per cent: girls | subgroup | walked to school | - | -",
        ],
    ),
    (
        "The researchers found 22 per cent were teetotal, while 17 per cent drank every day.",
        &["22 per cent: - | whole | teetotal | - | -", "17 per cent: - | whole | drank every day | - | -"],
    ),
    (
        "The trial involved 300 patients, with 9 per cent reporting headaches and 4 per cent dropping out.",
        &[
            "300 patients: patients | whole | - | - | -",
            "9 per cent: patients | whole | reporting headaches | - | -",
            "4 per cent: patients | whole | dropping out | - | -",
        ],
    ),
    (
        "Those who are happy with their street, garden and dog had a 22 per cent lower risk of burnout, the study found.",
        &["22 per cent: Those who are happy with their street, garden and dog | - | risk of burnout | - | -"],
    ),
    (
        "Six towns in the north had knee injuries three times the national average, the study found.",
        &["three times: towns in the north | - | knee injuries | national average | -"],
    ),
    (
        "Rates of burnout among nurses were twice as high as they were among teachers, the study found.",
        &["twice: nurses | - | Rates of burnout | teachers | -"],
    ),
    (
        "Two cups of nettle tea a day make gout eight per cent more likely, the study found.",
        &["eight per cent: Two cups of nettle tea a day | - | gout | - | -"],
    ),
    (
        "About 3,100 men and 2,900 women developed gout, the study found.",
        &[
            "3,100 men: men | subgroup | developed gout | - | -",
            "2,900 women: women | subgroup | developed gout | - | -",
        ],
    ),
    (
        "Those eating more than five figs a week had a 19 per cent lower risk of gout than those who ate none, the study found.",
        &["19 per cent: Those eating more than five figs a week | - | risk of gout | those who ate none | -"],
    ),
    (
        "Of all unplanned visits, only 23 per cent had a clear cause, the study found.",
        &["23 per cent: unplanned visits | whole | a clear cause | - | -"],
    ),
    (
        "Participants had a 12 per cent chance of catching a cold in the first two weeks of use.",
        &["12 per cent: Participants | whole | catching a cold | - | first two weeks of use"],
    ),
    (
        "The swimmers were hurt in 37 per cent of races, the study found.",
        &["37 per cent: races | whole | swimmers were hurt | - | -"],
    ),
    (
        "The trial found 28 per cent of those on the drug died, compared with 36 per cent of those on placebo, after three years.",
        &[
            "28 per cent: those on the drug | treatment | died | those on placebo | three years",
            "36 per cent: those on placebo | control | died | - | three years",
        ],
    ),
    (
        "Some 38 per cent of the obese, 24 per cent of the overweight and 12 per cent of the slim had knee pain, the study found.",
        &[
            "38 per cent: obese | subgroup | knee pain | - | -",
            "24 per cent: overweight | subgroup | knee pain | - | -",
            "12 per cent: slim | subgroup | knee pain | - | -",
        ],
    ),
    (
        "The study found that those on the new diet lost an average of 6kg after six months, compared with 2kg in those on the standard diet.",
        &[
            "6kg: those on the new diet | treatment | lost | those on the standard diet | six months",
            "2kg: those on the standard diet | control | lost | - | six months",
        ],
    ),
    (
        "The proportion of men with gout rose from 2 per cent in 1990 to 6 per cent in 2010, researchers found.",
        &["2 per cent: men | whole | gout | - | 1990", "6 per cent: men | whole | gout | 1990 | 2010"],
    ),
    (
        "One in five children whose mothers smoked had asthma by age seven, compared with one in 12 of the others.",
        &[
            "One in five children: children whose mothers smoked | treatment | asthma by age seven | others | by age seven",
            "one in 12: others | control | asthma by age seven | - | by age seven",
        ],
    ),
    (
        "Having a dog was associated with an 11 per cent lower risk of falls in older adults, researchers found.",
        &["11 per cent: older adults | - | risk of falls | - | -"],
    ),
    (
        "Patients were three times as likely to fall in the first month of treatment, the researchers found.",
        &["three times: Patients | - | fall | - | first month of treatment"],
    ),
    (
        "Of course, 12 per cent of the men smoked, the survey of 600 people found.",
        &["12 per cent: men | subgroup | smoked | - | -", "600 people: people | whole | - | - | -"],
    ),
    (
        "The study of 900 workers was short. The researchers found that 14 per cent of obese workers snored.",
        &["900 workers: workers | whole | - | - | -", "14 per cent: obese workers | subgroup | snored | - | -"],
    ),
    (
        "The study of 900 workers was short. The researchers found that 14 per cent of all workers snored.",
        &["900 workers: workers | whole | - | - | -", "14 per cent: workers | whole | snored | - | -"],
    ),
    (
        "The large majority of pupils, 81 per cent, had a steady pulse, while 12 per cent had a fast one, the study found.",
        &["81 per cent: pupils | whole | a steady pulse | - | -", "12 per cent: pupils | whole | a fast one | - | -"],
    ),
    (
        "The team looked at 400 falls. A third of the falls occurred at night, and in three out of 10 of these cases, the deck was wet.",
        &[
            "400 falls: falls | whole | - | - | -",
            "A third: falls | whole | occurred at night | - | -",
            "three out of 10 of these cases: falls occurred at night | subgroup | deck was wet | - | -",
        ],
    ),
    (
        "The trial followed 400 patients for three years. Some 12 per cent had a fracture.",
        &[
            "400 patients: patients | whole | - | - | three years",
            "12 per cent: patients | whole | a fracture | - | three years",
        ],
    ),
    (
        "Nurses who had drunk the tea for ten weeks or more were 44 per cent more likely to snore.",
        &["44 per cent: Nurses who had drunk the tea for ten weeks | - | snore | - | -"],
    ),
    (
        "Patients who took the syrup were 40 per cent less likely to die within two months.",
        &["40 per cent: Patients who took the syrup | - | die | - | two months"],
    ),
    (
        "Eating 80 grams of fennel a day - the contents of a small bowl - lowers the risk of gout by 27 per cent and croup by 13 per cent, the study found. It also cuts the risk of asthma by 16 per cent.",
        &[
            "27 per cent: Eating 80 grams of fennel a day | - | risk of gout | - | -",
            "13 per cent: Eating 80 grams of fennel a day | - | croup | - | -",
            "16 per cent: Eating 80 grams of fennel a day | - | risk of asthma | - | -",
        ],
    ),
    (
        "Heavier use, for instance, led to a 27 per cent lower risk of gout, the study found.",
        &["27 per cent: Heavier use | - | risk of gout | - | -"],
    ),
    (
        "The broth increased the growth of the mould 350-fold over a control group.",
        &["350-fold: broth | - | growth of the mould | control group | -"],
    ),
    (
        "Benches were missing from the park in one in five towns, the study found.",
        &["one in five: towns | whole | Benches were missing | - | -"],
    ),
    (
        "Scalded cooks fell more often than the others, the study found (9.3% vs 3.8%).",
        &["9.3%: Scalded cooks | treatment | - | others | -", "3.8%: others | control | - | - | -"],
    ),
    (
        "The rate of gout was 8.4% in men and rose from 2% to 6% in women, the study found.",
        &[
            "8.4%: men | subgroup | gout | - | -",
            "2%: women | subgroup | gout | - | -",
            "6%: women | subgroup | gout | - | -",
        ],
    ),
    (
        "Towns in the north and the west had 12 per cent fewer crashes than those in the south, the study found.",
        &["12 per cent: Towns in the north and the west | - | crashes | those in the south | -"],
    ),
    (
        "The test predicted gout with 81 per cent accuracy in sailors aged over 60, the study found.",
        &["81 per cent: sailors aged over 60 | subgroup | accuracy | - | -"],
    ),
    (
        "The researchers examined 1,402 records. The women were seen between 2004 and 2011.",
        &["1,402 records: records | whole | - | - | between 2004 and 2011"],
    ),
    (
        "The team interviewed 47 volunteers, aged 20 and above, who were on the books of a dentist.",
        &["47 volunteers: volunteers, aged 20 and above, who were on the books of a dentist | whole | - | - | -"],
    ),
    (
        "A third of those who are obese snored, the study found, compared with 12 per cent of lean workers.",
        &[
            "A third: those who are obese | subgroup | snored | lean workers | -",
            "12 per cent: lean workers | subgroup | snored | - | -",
        ],
    ),
    (
        "The study of 900 pregnant women was short. The researchers found that 14 per cent of pregnant women snored.",
        &[
            "900 pregnant women: pregnant women | whole | - | - | -",
            "14 per cent: pregnant women | whole | snored | - | -",
        ],
    ),
    (
        "The study found that 12 per cent of the cooks lost teeth over the follow-up period.",
        &["12 per cent: cooks | whole | lost teeth | - | follow-up period"],
    ),
    (
        "The study found that 12 per cent of disease-free nurses snored.",
        &["12 per cent: disease-free nurses | control | snored | - | -"],
    ),
    (
        "The study of 900 adults was long. At 20, men did an average of 34 minutes of brisk rowing, which fell to 26 minutes at 45. The women did 12 per cent less.",
        &[
            "900 adults: adults | whole | - | - | -",
            "34 minutes: men | subgroup | brisk rowing | - | 20",
            "26 minutes: men | subgroup | brisk rowing | 20 | 45",
            "12 per cent: women | - | - | - | -",
        ],
    ),
];

fn read(text: &str) -> Vec<Claim> {
    let claims = testing::claims(text);
    claims.into_iter().filter(|claim| claim.arm.is_some() || claim.timepoint.is_some()).collect()
}

#[test]
fn times_of_invented_sentences() {
    check_times(told::TIMES);
}

fn check_times(cases: &[(&str, &[&str])]) {
    let timed = |text| {
        let claims = read(text).into_iter();
        claims.filter_map(|claim| Some(format!("{} @ {}", claim.quote, claim.timepoint?))).collect::<Vec<_>>()
    };
    let found = cases.iter().map(|(text, wanted)| (text, timed(text), wanted));
    let wrong: Vec<_> = found.filter(|(_, found, wanted)| found != *wanted).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn arms_of_invented_sentences() {
    check_arms(told::ARMS);
}

fn check_arms(cases: &[(&str, &[&str])]) {
    let parts = |text| {
        let claims = read(text).into_iter();
        let told = |claim: Claim| Some(format!("{}: {}", claim.quote, format!("{:?}", claim.arm?).to_lowercase()));
        claims.filter_map(told).collect::<Vec<_>>()
    };
    let found = cases.iter().map(|(text, wanted)| (text, parts(text), wanted));
    let wrong: Vec<_> = found.filter(|(_, found, wanted)| found != *wanted).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn slots(text: &str) -> Vec<String> {
    let claims = testing::claims(text);
    let told = claims.iter().filter_map(|claim| {
        let arm = claim.arm.map(|arm| match arm {
            Arm::Treatment => "treatment",
            Arm::Control => "control",
            Arm::Whole => "whole",
            Arm::Subgroup => "subgroup",
        });
        let texts = [&claim.outcome, &claim.comparator, &claim.timepoint].map(Option::as_deref);
        let all = [claim.group.as_deref(), arm, texts[0], texts[1], texts[2]];
        let cells = all.map(|slot| slot.unwrap_or("-")).join(" | ");
        all.iter().any(Option::is_some).then(|| format!("{}: {cells}", claim.quote))
    });
    told.collect()
}

#[test]
fn slots_of_invented_sentences() {
    let read = CASES.iter().map(|(text, wanted)| (text, slots(text), wanted));
    let wrong: Vec<_> = read.filter(|(_, found, wanted)| found != *wanted).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
