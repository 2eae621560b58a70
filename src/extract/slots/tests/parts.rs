//! Invented sentences, each with the parts of the study that its figures are of.

use crate::extract::testing;
use crate::model::{Arm, ClaimKind};

/// One letter for each size, count, rate, change and ratio in its order: treatment, control, whole or subgroup, "-" for none.
const PARTS: &[(&str, &str)] = &[
    // two sizes told in one breath
    ("The study followed 1,700 sailors undergoing keyhole surgery and 2,600 sailors undergoing open surgery.", "TC"),
    ("Researchers tracked 1,200 cooks who used gas and 1,100 cooks who used electric stoves.", "TC"),
    ("They compared 2,000 drivers who took the statin with 4,000 drivers who took the older drug.", "TC"),
    ("The study compared 200 nurses who had surgery with 210 who had physiotherapy.", "TC"),
    // near misses: another is the control, a third stands beside, told by what befell them
    ("The trial gave 64 nurses taking balm and 67 nurses taking syrup a test; 62 got a placebo.", "TTC"),
    ("The trial had 52 nurses taking balm, 55 nurses taking syrup and 58 nurses taking honey.", "TTT"),
    ("The study followed 300 women who died of gout and 400 women who recovered.", "SS"),
    ("The study followed 300 women with gout and 400 women with asthma.", "SS"),
    // the size of the group that a share is of
    (
        "A quarter of the 83 cooks who took the syrup snored, while 38 per cent of the 86 cooks who took the honey did.",
        "TTCC",
    ),
    (
        "In the trial, 12 per cent of the 300 nurses given the syrup fell, compared with 20 per cent of the 290 nurses given honey.",
        "TTCC",
    ),
    (
        "In the trial, 12 per cent of the 90 cooks on the syrup fell, compared with 20 per cent of the 91 cooks on a placebo.",
        "TTCC",
    ),
    ("In the trial, 12 per cent of the 300 nurses fell.", "WW"),
    // what a share of people lost
    (
        "Within two winters half of the sailors given the syrup lost 4 per cent of their weight, a fifth lost 8 per cent and one in nine lost more than 14 per cent.",
        "TTTTTT",
    ),
    ("In the study, a third of the women on the diet lost 6 kg and a fifth lost 9 kg.", "TTTT"),
    ("In the study, a third of the cooks shed 6 per cent of their weight and a sixth shed 11 per cent.", "WWWW"),
    // the sick and those set beside them
    (
        "Doctors gathered records of some 7,000 sailors with gout, which they compared to those of 52,000 healthy sailors.",
        "SC",
    ),
    ("The study compared 300 women with gout with 600 healthy women.", "SC"),
    ("The team compared 120 people with asthma to 240 people without the condition.", "SC"),
    ("Some 500 mothers of babies with asthma were compared with 700 mothers of healthy babies.", "SC"),
    ("The study followed 300 women with gout and 600 men.", "SS"),
    // of whom
    ("They examined the notes of 37,000 sailors of whom 2,900 had a stroke.", "WW"),
    ("The study followed 900 sailors of whom 80 died.", "WW"),
    // multiples over time
    ("The study found that the rate of falls on deck rose fivefold between 1972 and 1986.", "W"),
    ("They found a fivefold increase in gout between 1981 and 1993.", "W"),
    ("The study found that deaths from falls more than doubled between 1990 and 2010.", "W"),
    ("The typical sailor turned out to swallow four times the amount of salt advised.", "W"),
    ("The average nurse was eating double the recommended amount of salt, the study found.", "W"),
    ("Cooks were three times more likely to fall than nurses between 1990 and 2010, the study found.", "-"),
    ("The risk of gout doubled in cooks who smoked, the study found.", "-"),
    ("Taking the syrup doubled the risk of gout, the study found.", "-"),
    ("Cooks ate three times the amount that nurses ate, the study found.", "-"),
    // a change within each of two groups
    (
        "In the trial, snoring was lowered by 54 per cent in those given the balm, while those given warm milk lowered their snoring by only 21 per cent.",
        "TC",
    ),
    (
        "Cholesterol fell by 20 per cent in those given the syrup and by 4 per cent in those given a placebo, the study found.",
        "TC",
    ),
    ("In those on the syrup, cholesterol fell by 60 per cent, the study found.", "T"),
    ("The risk of stroke was lowered by 37 per cent in those given the balm.", "-"),
    ("Among those on the syrup, deaths fell by 60 per cent, the study found.", "-"),
    ("Those using the balm cut their risk of gout by 23 per cent, the study found.", "-"),
    // everybody shared out
    ("They gave half placebo and half syrup.", "WW"),
    ("The researchers gave half of the 120 sailors syrup.", "WW"),
    ("The trial found half of those given syrup slept well and half of those given tea.", "TC"),
    // when they took it
    ("The study found that itch scores dropped five points when sailors took the syrup.", "T"),
    ("The study found that blood pressure fell 9 points after they drank the juice.", "T"),
    (
        "On the whole the danger is small, coming to a 2 per cent chance of gout over a winter if taking the syrup nightly, the study found.",
        "T",
    ),
    ("The risk of gout due to the syrup is about 3 per cent, the study found.", "T"),
    ("The study found that blood pressure fell 9 points when they sat down.", "W"),
    ("The study found they slept 40 minutes longer when they wore the mask.", "-"),
    ("The share of deaths due to gout was 12 per cent, the study found.", "W"),
    ("The study found pain scores dropped three points after a month.", "W"),
    // one turned into the other
    ("Pain scores fell from 7 points to 4 points in the syrup group.", "TT"),
    ("In the placebo-controlled trial, the vaccine cut the infection rate from 12 per cent to 3 per cent.", "CT"),
    ("The drug lengthened survival to 9 months from 4 months in the trial, which also had a dummy pill.", "TC"),
    ("The study found that smoking rates fell from 20 per cent in 1990 to 12 per cent in 2010.", "WW"),
    ("In the placebo-controlled trial, the infection rate was cut from 12 per cent to 3 per cent.", "WW"),
    ("The vaccine cut the infection rate from 12 per cent to 3 per cent, the study found.", "WW"),
    // in excess
    ("The new rules were tied to an additional 310 falls, the study found.", "T"),
    ("The study linked harbour fog to 1,900 extra deaths.", "T"),
    ("Researchers calculated that the heatwave caused 900 extra deaths and 300 extra falls.", "TT"),
    ("The study found that 120 people died.", "W"),
    ("The study found that there were 120 more deaths in 2010.", "W"),
    // counted deeds
    (
        "The proportion of nurses who drank cocoa at supper rose by six percentage points to 43 per cent, the study found.",
        "WW",
    ),
    ("The share of drivers who took the pill rose from 40 per cent to 88 per cent, the survey found.", "WW"),
    ("The number of nurses who used snuff fell to 12 per cent, according to the survey.", "W"),
    (
        "Of those who used snuff, 12 per cent fell, according to the survey, against 9 per cent of those who did not.",
        "TC",
    ),
    // how many, how much
    ("The study looked at 900 sailors. Most sailors (76 per cent) did not sleep through.", "WW"),
    ("Most of the women (71 per cent) slept badly, the study found.", "W"),
    ("The researchers found that turnips made up 34 per cent of a sailor's weekly rations.", "W"),
    ("Those who ate the most eggs (20 per cent) had gout, the study found.", "T"),
    ("The study found girls (22 per cent) fell more often than boys (9 per cent).", "SS"),
    ("The study found 12 per cent of daily drinkers fell, compared with 4 per cent of those who never drank.", "TC"),
    // those who have what others lack
    (
        "Barely two per cent of nurses with no gout had asthma. The same held for five per cent of nurses with mild gout, and for 11 per cent of nurses with severe gout, the study found.",
        "CTT",
    ),
    ("In the study, 12 per cent of women with gout fell, compared with 4 per cent of those without.", "TC"),
    ("Of 400 nurses, 172 had no gout, 141 had mild gout and 87 had severe gout.", "WCTT"),
    (
        "In the study, 12 per cent of women with severe asthma fell, compared with 4 per cent of women with mild asthma.",
        "SS",
    ),
    (
        "Some 3 per cent of cooks with no gout had asthma, the study found. So did 9 per cent of those with measles.",
        "CS",
    ),
    (
        "Some 12 per cent of babies whose mothers smoked were ill, the study found, compared with 6 per cent of babies whose mothers did not smoke.",
        "TC",
    ),
    (
        "Some 12 per cent of babies whose mothers smoked were ill, the study found, compared with 6 per cent of babies whose fathers smoked.",
        "SS",
    ),
    (
        "Mice fed the diet lived longer than other mice: 60 per cent of them were alive, compared with 30 per cent of the other mice, the study found.",
        "TC",
    ),
    ("The trial gave 300 women the pill. Some 12 per cent of these had a clot.", "WW"),
    // what people saw change
    ("Patients taking the syrup saw their pain fall by 40 per cent, the trial found.", "T"),
    ("Patients on the drug saw a 40 per cent fall in their pain scores, the trial found.", "T"),
    ("Patients saw their pain fall by 40 per cent, the trial found.", "W"),
    ("Patients on the drug saw a 40 per cent fall in their risk of gout, the trial found.", "-"),
    ("Patients on the drug had 40 per cent fewer attacks, the trial found.", "-"),
    ("Patients on the drug had a 40 per cent greater fall in pain than those on a placebo, the trial found.", "-"),
    // places and peoples, things given
    ("In Norway 12 per cent smoked, compared with 20 per cent in Spain, the survey found.", "SS"),
    ("Some 12 per cent of Norwegians smoked, against 20 per cent of Spaniards, the survey found.", "SS"),
    ("Rates of infection were 1.2 per cent with the new device and 4.1 per cent with the old, the trial found.", "TC"),
    ("Rates of infection were 1.2 per cent with asthma and 4.1 per cent with gout, the study found.", "WW"),
    // events among the counted
    (
        "There were 30 strokes among the 900 men who took the pill and 45 falls among the 890 who took a placebo, the trial found.",
        "TTCC",
    ),
    ("There were 30 strokes among the 900 men, the trial found.", "WS"),
    ("A poll of 900 parents found 40 per cent slept badly. Among parents who worked shifts it was 60 per cent.", "WWS"),
    // lists
    (
        "Overall, 12 per cent of participants fell, the study found: 9 per cent of those on the pill and 15 per cent of those on the placebo.",
        "WTC",
    ),
    // one's own measure
    ("Cooks had a skin age 3.2 years younger than their true age, the survey found.", "W"),
    // parts told in the sentence that counts all
    ("The survey of 2,000 adults found 40 per cent of smokers wanted to quit.", "WS"),
    ("The survey of 900 workers found 40 per cent of drivers slept badly.", "WS"),
    ("The study of 900 nurses found 40 per cent of those with gout slept badly.", "WS"),
    ("The survey of 2,000 smokers found 40 per cent of smokers wanted to quit.", "WW"),
    ("The study showed that, of the 82,000 nurses trained in Norway, 0.8 per cent had gout.", "WW"),
    ("Half of night cooks who filled in the card snored, the survey found. In all, 900 people answered.", "SW"),
    // beside what is advised nobody else is measured
    ("Salt intake of the 900 nurses was 9 per cent higher than recommended, the study found.", "WW"),
    ("The study of 900 nurses found fat intake was four times higher than the recommended amount.", "WW"),
    ("The study of 900 nurses found they ate 30 per cent more fat than the guidelines advise.", "WW"),
    ("The study of 900 nurses found they ate 30 per cent more fat than cooks.", "W-"),
    ("The study of 900 nurses found fat intake was four times higher than in those who kept to the limit.", "W-"),
    ("The study of 900 nurses found risk of gout was 9 per cent higher than in cooks.", "W-"),
    // what was taken of everybody
    ("The study followed 900 nurses. Of the nurses whose height was recorded, 57 per cent ate oats.", "WW"),
    ("The study followed 900 nurses. Of the nurses whose records were examined, 26 per cent never ate oats.", "WW"),
    ("The study followed 900 nurses. Of the nurses whose mothers were treated, 26 per cent ate oats.", "WS"),
    ("The study followed 900 nurses. Of the nurses whose fathers were bakers, 26 per cent ate oats.", "WS"),
    ("The study followed 900 nurses. Full records were kept at both visits for 640 nurses.", "WW"),
    // being so is what is counted
    ("The study followed 900 nurses. The average proportion of trained cooks was 58 per cent.", "WW"),
    ("The study followed 900 nurses. The share of smokers rose to 58 per cent.", "WW"),
    ("The study followed 900 nurses. The proportion of non-smokers was 58 per cent.", "WW"),
    ("The study followed 900 nurses. 58 per cent of obese cooks fell.", "WS"),
    // a clause led by "with" tells what they did
    ("The study followed 900 nurses, with one in 12 nurses taking the pill.", "WW"),
    ("The study followed 900 nurses, with 12 per cent of the nurses using lard.", "WW"),
    ("In the study, 12 per cent of the nurses using lard fell, compared with 9 per cent of those who used oil.", "TC"),
    // three groups, one of them without
    (
        "The study found that 12 per cent of nurses who never ate oats fell, 9 per cent of those who ate some oats and 8 per cent of those who ate oats daily.",
        "CTT",
    ),
    ("The study found that 12 falls were recorded among nurses who had never used lard.", "C"),
    ("The study followed 900 nurses. In all 12 falls were recorded among the nurses.", "WW"),
    // a share of those of whom a share was told
    (
        "The study followed 900 nurses. It found that 4 per cent said they had gout. Barely one in five of these nurses saw a doctor.",
        "WWS",
    ),
    ("The study followed 900 nurses. A third of these nurses saw a doctor.", "WW"),
    // sorts of studies
    ("The review looked at seven randomised trials and 31 observational studies.", "SS"),
    ("The review looked at 31 studies and 900 patients.", "WW"),
    // the age of all
    ("One in 18 older nurses has gout, a study shows. The study followed 5,000 nurses.", "WW"),
    (
        "One in 18 older nurses has gout, a study shows. The study followed 5,000 nurses. Of younger nurses, 2 per cent had gout.",
        "SWS",
    ),
    ("The study followed 900 nurses. One in 14 nurses get gout in any given year.", "WW"),
    // over time
    ("Visits for gout have climbed by 27 per cent in the past six years, the study found.", "W"),
    ("Visits for gout fell by 27 per cent over six years, the study found.", "W"),
    ("The risk of gout fell by 27 per cent over six years, the study found.", "-"),
    ("The study found more than a fivefold rise in visits between 1981 and 1993.", "W"),
    // of what others lack
    (
        "The study found that 7 per cent of nurses with no gout fell. Among those with the severe type, one in four fell.",
        "CT",
    ),
    ("The study of 900 nurses found that among those with the severe type, one in four fell.", "WS"),
    ("The study found that among nurses whose teeth were healthy, 8 per cent fell.", "C"),
    // tails
    ("The survey found that 30 per cent of women who took the pill smoked.", "T"),
    (
        "Gout was more common for contact with rope (14.5% of cases) than for contact with tar (4.0%), the study found.",
        "TC",
    ),
];

#[test]
fn parts_of_invented_sentences() {
    let found = PARTS.iter().map(|(text, wanted)| (text, parts(text), wanted));
    let wrong: Vec<_> = found.filter(|(_, found, wanted)| found != *wanted).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn parts(text: &str) -> String {
    let letter = |arm: Option<Arm>| match arm {
        Some(Arm::Treatment) => 'T',
        Some(Arm::Control) => 'C',
        Some(Arm::Whole) => 'W',
        Some(Arm::Subgroup) => 'S',
        None => '-',
    };
    let other =
        [ClaimKind::Duration, ClaimKind::Dose, ClaimKind::PValue, ClaimKind::ConfidenceInterval, ClaimKind::Nnt];
    let claims = testing::claims(text);
    claims.iter().filter(|claim| !other.contains(&claim.kind)).map(|claim| letter(claim.arm)).collect()
}
