//! Invented sentences in, for each figure whom it is of, what happened to them and whom they are compared with.

use crate::extract::testing;

/// The ways in which English tells these three, each with sentences that only look alike.
const CASES: &[(&str, &[&str])] = &[
    // what was measured, where a scale or a verb of reaching stands for it
    (
        "On the sleep scale, which tops out at 40, scores fell by 9 points in the syrup group, the trial found.",
        &["9 points: syrup group | sleep scale | -"],
    ),
    ("The cooks scored 23 points on a memory test, the trial found.", &["23 points: cooks | memory test | -"]),
    ("On deck, the sailors lost 9 kg, the trial found.", &["9 kg: sailors | lost | -"]),
    ("The syrup helps sailors shed a fifth of their weight, the study found.", &["a fifth: sailors | weight | -"]),
    (
        "A rash, a sign of gout, was seen in 9 per cent of the nurses, the study found.",
        &["9 per cent: nurses | rash | -"],
    ),
    (
        "A cure, defined as a dry deck, was achieved by 44 per cent of the sailors, the study found.",
        &["44 per cent: sailors | cure | -"],
    ),
    ("Nausea struck 12 per cent of the sailors, the study found.", &["12 per cent: sailors | Nausea | -"]),
    ("The rash came up in 9 per cent of the nurses, the study found.", &["9 per cent: nurses | rash | -"]),
    ("Falls were down by 12 per cent on the night boats, the study found.", &["12 per cent: - | Falls | -"]),
    (
        "In the trial there were 12 per cent fewer cases in the syrup group than in the others.",
        &["12 per cent: syrup group | cases | others"],
    ),
    (
        "More than half of those on watch, 57 per cent of them, slept badly, the study found.",
        &["half: those on watch | slept badly | -", "57 per cent: those on watch | slept badly | -"],
    ),
    (
        "Women who reported knitting were 9 per cent more likely than those who did not to have gout, the study found.",
        &["9 per cent: Women who reported knitting | gout | those who did not"],
    ),
    (
        "Women who knit were 9 per cent more likely to have gout than men, the study found. They were also 12 per cent more likely to snore.",
        &["9 per cent: Women who knit | gout | men", "12 per cent: Women who knit | snore | men"],
    ),
    // set against each other in other words
    (
        "Gout was seen in 12 per cent of those on the syrup, about twice the rate of those given tea, the trial found.",
        &[
            "12 per cent: those on the syrup | Gout | those given tea",
            "twice: those on the syrup | Gout | those given tea",
        ],
    ),
    (
        "The trial found 12 per cent of cooks guarded against theft.",
        &["12 per cent: cooks | guarded against theft | -"],
    ),
    (
        "The study of 900 sailors in Peru, New Zealand and Chad began in May.",
        &["900 sailors: sailors in Peru, New Zealand and Chad | - | -"],
    ),
    (
        "In Peru, nurses slept and 9 per cent of cooks in Chad, cold and tired, sang, the study found.",
        &["9 per cent: cooks in Chad | - | -"],
    ),
    (
        "Rest was seen in 34 per cent of nurses on the syrup every two weeks, the trial found.",
        &["34 per cent: nurses on the syrup every two weeks | Rest | -"],
    ),
    (
        "Some 14 per cent of those who, without knowing it, drank tea slept, the trial found.",
        &["14 per cent: those who, without knowing it, drank tea | slept | -"],
    ),
    (
        "The study found oats accounted for 40 per cent of the fibre and supplied nearly 9 per cent of the iron.",
        &["40 per cent: fibre | oats | -", "9 per cent: iron | oats | -"],
    ),
    (
        "Syrup made up a third of the breakfast (roughly 35 per cent) and supplied 12 per cent of the iron, the study found.",
        &["a third: breakfast | Syrup | -", "35 per cent: breakfast | Syrup | -", "12 per cent: iron | Syrup | -"],
    ),
    ("The study found that the sailors made 12 per cent more knots.", &["12 per cent: sailors | knots | -"]),
    (
        "Rain is to blame for 40 per cent of the falls on deck, the study found.",
        &["40 per cent: falls on deck | Rain is to blame | -"],
    ),
    (
        "The study found the use of the balm rose from 2 per cent in 1990 to 9 per cent in 2010.",
        &["2 per cent: - | use of the balm | -", "9 per cent: - | use of the balm | 1990"],
    ),
    (
        "Rope burns among the crews varied between 4 and 11 per cent, the study found.",
        &["4 and 11 per cent: crews | Rope burns | -"],
    ),
    (
        "The study found that hearing in the left ear was restored from 0 per cent to 45 per cent.",
        &["0 per cent: - | hearing | -", "45 per cent: - | hearing | -"],
    ),
    (
        "Full answers were available for 240 (62 per cent) of the pupils in the study.",
        &["240: pupils in the study | - | -", "62 per cent: pupils in the study | Full answers were available | -"],
    ),
    ("The scan found cracks in 12 per cent of the teeth, the study said.", &["12 per cent: teeth | cracks | -"]),
    (
        "In the study, new stains were found in all three harbours: 8 per cent of those in the north and 11 per cent of those in the south.",
        &["8 per cent: those in the north | new stains | -", "11 per cent: those in the south | new stains | -"],
    ),
    (
        "The study found sailors were 37 per cent more likely than nurses to be given the syrup.",
        &["37 per cent: sailors | given the syrup | nurses"],
    ),
    (
        "The study found that nurses (31 per cent) were more likely than drivers (12 per cent) to skip breakfast.",
        &["31 per cent: nurses | skip breakfast | drivers", "12 per cent: drivers | skip breakfast | -"],
    ),
    ("Nurses were four times as likely to fall as sailors, the study found.", &["four times: Nurses | fall | sailors"]),
    (
        "The study found the barbers shaved the men 17 per cent less often than the boys.",
        &["17 per cent: barbers | shaved the men | boys"],
    ),
    (
        "The study found that leaks occurred three times more frequently in the old boats.",
        &["three times: - | leaks occurred | -"],
    ),
    (
        "The survey found that gout was six times more likely, goitre five times more likely and croup four times more likely, among the sailors.",
        &["six times: sailors | gout | -", "five times: sailors | goitre | -", "four times: sailors | croup | -"],
    ),
    (
        "The study found that the new lamp is tied to a more than doubling of the odds of falls.",
        &["doubling: new lamp | odds of falls | -"],
    ),
    (
        "The syrup may raise the chances of recovery of sailors with gout by a quarter, the study found.",
        &["a quarter: sailors with gout | chances of recovery | -"],
    ),
    (
        "Death from gout was shown to be reduced by 21 per cent, the study found.",
        &["21 per cent: - | Death from gout | -"],
    ),
    ("The use of splints grew by a factor of 12, the study found.", &["12: - | use of splints | -"]),
    (
        "Of the 140 harbours in the study, 62 per cent sell fish at night.",
        &["62 per cent: harbours in the study | sell fish at night | -"],
    ),
    (
        "The study found that some 71 per cent of the trips involved sailors aged 60 or older.",
        &["71 per cent: trips | involved sailors aged 60 or older | -"],
    ),
    (
        "The study found nearly 60 per cent of the nurses labelled themselves as early risers, and 9 per cent slept badly.",
        &["60 per cent: nurses | labelled themselves as early risers | -", "9 per cent: nurses | slept badly | -"],
    ),
    (
        "The study found 60 per cent of the nurses interviewed early slept badly.",
        &["60 per cent: nurses interviewed early | slept badly | -"],
    ),
    (
        "The study found that 9 per cent of the pupils said they slept more than nine hours at sea.",
        &["9 per cent: pupils | slept more than nine hours at sea | -"],
    ),
    (
        "Crews with the old sail had to pay for 14 extra repairs per 1,000 boats, the study found.",
        &["14 extra repairs per 1,000: boats | repairs | -"],
    ),
    (
        "The team followed 300 sailors. Of these, 52 had no pain and 61 were given the syrup.",
        &["300 sailors: sailors | - | -", "52: sailors | no pain | -", "61: given the syrup | - | -"],
    ),
    (
        "A study of 300 pupils was long. The nurses gave 48 healthy pupils either the syrup or a placebo.",
        &["300 pupils: pupils | - | -", "48 healthy pupils: healthy pupils | - | -"],
    ),
    (
        "Sailors waited longer than 11 weeks in 9 per cent of cases, the study found.",
        &["9 per cent: Sailors | waited longer than 11 weeks | -"],
    ),
    (
        "The sailors had twice the level of iron as nurses, the study found.",
        &["twice: sailors | level of iron | nurses"],
    ),
    (
        "The pupils took four times the dose they should, the study found.",
        &["four times: pupils | took | dose they should"],
    ),
    (
        "Sailors had knots more often (31 per cent v 19 per cent) than those who rowed, the study found.",
        &["31 per cent: Sailors | had knots more often | those who rowed", "19 per cent: - | had knots more often | -"],
    ),
    ("The syrup cut pain by 20 per cent over a long period, the study found.", &["20 per cent: syrup | pain | -"]),
    (
        "The study found that the nurses were 40 per cent less likely to snore than those who had not worked on ships.",
        &["40 per cent: nurses | snore | those who had not worked on ships"],
    ),
    (
        "The study found that 62 per cent of sailors who drank tea daily reported better sleep.",
        &["62 per cent: sailors who drank tea daily | reported better sleep | -"],
    ),
    (
        "Sleep quality improved in 62 per cent of the sailors, the study found.",
        &["62 per cent: sailors | Sleep quality improved | -"],
    ),
    (
        "In the study, 62 per cent of sailors in the tea group slept well compared with 31 per cent in the water group.",
        &[
            "62 per cent: sailors in the tea group | slept well | water group",
            "31 per cent: water group | slept well | -",
        ],
    ),
    (
        "The researchers found that tea drinkers were 30 per cent less likely to develop gout than those who drank water.",
        &["30 per cent: tea drinkers | develop gout | those who drank water"],
    ),
    (
        "Tea drinkers had a 31 per cent lower risk of gout, the study found.",
        &["31 per cent: Tea drinkers | risk of gout | -"],
    ),
    (
        "Drinking tea was linked to a 23 per cent reduction in gout, researchers found.",
        &["23 per cent: Drinking tea | gout | -"],
    ),
    (
        "The risk of gout fell by 30 per cent among sailors who drank tea, the study found.",
        &["30 per cent: sailors who drank tea | risk of gout | -"],
    ),
    (
        "Risk of gout was 30 per cent lower in tea drinkers than in those who drank water, the study showed.",
        &["30 per cent: tea drinkers | Risk of gout | those who drank water"],
    ),
    ("Researchers found that tea cut the risk of gout by 30 per cent.", &["30 per cent: tea | risk of gout | -"]),
    ("The study showed a 30 per cent drop in gout among sailors.", &["30 per cent: sailors | gout | -"]),
    ("Gout rates among sailors more than doubled, the study found.", &["doubled: sailors | Gout rates | -"]),
    (
        "The number of sailors with gout doubled between 1990 and 2010, the study found.",
        &["doubled: sailors with gout | number of sailors with gout | -"],
    ),
    (
        "Sailors given tea lost an average of 5kg, compared with 2kg in the control group, the trial found.",
        &["5kg: Sailors given tea | lost | control group", "2kg: control group | lost | -"],
    ),
    (
        "On average, sailors in the tea group scored 4 points higher on the scale than those given water, the trial found.",
        &["4 points: sailors in the tea group | scored | those given water"],
    ),
    ("Pain scores fell by 4 points in the tea group, the trial found.", &["4 points: tea group | Pain scores | -"]),
    (
        "The study found that one in four nurses had thought about leaving.",
        &["one in four nurses: nurses | thought about leaving | -"],
    ),
    (
        "One in four nurses has thought about leaving, a study has found.",
        &["One in four nurses: nurses | thought about leaving | -"],
    ),
    (
        "Almost half of nurses feel tired at work, a survey of 900 nurses found.",
        &["half: nurses | feel tired at work | -", "900 nurses: nurses | - | -"],
    ),
    (
        "A survey of 900 nurses found that 45 per cent felt tired at work and 12 per cent wanted to leave.",
        &[
            "900 nurses: nurses | - | -",
            "45 per cent: nurses | felt tired at work | -",
            "12 per cent: nurses | wanted to leave | -",
        ],
    ),
    (
        "Of the 900 nurses surveyed, 45 per cent felt tired at work.",
        &["900 nurses: nurses surveyed | - | -", "45 per cent: nurses surveyed | felt tired at work | -"],
    ),
    (
        "Among nurses who worked nights, 45 per cent felt tired, compared with 20 per cent of those who worked days, the study found.",
        &[
            "45 per cent: nurses who worked nights | felt tired | those who worked days",
            "20 per cent: those who worked days | felt tired | -",
        ],
    ),
    (
        "45 per cent of night nurses felt tired, versus 20 per cent of day nurses, the study found.",
        &["45 per cent: night nurses | felt tired | day nurses", "20 per cent: day nurses | felt tired | -"],
    ),
    (
        "Fewer than 10 per cent of patients had side effects, the trial found.",
        &["10 per cent: patients | side effects | -"],
    ),
    (
        "Side effects were seen in 10 per cent of patients on the drug and 4 per cent on placebo, the trial found.",
        &["10 per cent: patients on the drug | Side effects | placebo", "4 per cent: placebo | Side effects | -"],
    ),
    (
        "The most common side effects were headache (12 per cent), nausea (9 per cent) and rash (3 per cent), the trial found.",
        &["12 per cent: - | headache | -", "9 per cent: - | nausea | -", "3 per cent: - | rash | -"],
    ),
    (
        "After 12 weeks, 54 per cent of those on the drug were in remission, compared with 38 per cent of those on placebo, the trial found.",
        &[
            "54 per cent: those on the drug | in remission | those on placebo",
            "38 per cent: those on placebo | in remission | -",
        ],
    ),
    (
        "Remission rates were 54 per cent with the drug and 38 per cent with placebo, the trial found.",
        &["54 per cent: drug | Remission rates | placebo", "38 per cent: placebo | Remission rates | -"],
    ),
    (
        "The remission rate was 54 per cent in the drug group and 38 per cent in the placebo group, the trial found.",
        &[
            "54 per cent: drug group | remission rate | placebo group",
            "38 per cent: placebo group | remission rate | -",
        ],
    ),
    ("The study found that women were twice as likely as men to report pain.", &["twice: women | report pain | men"]),
    (
        "Women were two times more likely to report pain than men, the study found.",
        &["two times: Women | report pain | men"],
    ),
    (
        "People who slept less than six hours a night had double the risk of gout, the study found.",
        &["double: People who slept less than six hours a night | risk of gout | -"],
    ),
    (
        "Those who smoked had three times the risk of gout compared with those who never smoked, the study found.",
        &["three times: Those who smoked | risk of gout | those who never smoked"],
    ),
    ("The team found that smoking increased the risk of gout threefold.", &["threefold: smoking | risk of gout | -"]),
    (
        "The odds of gout were 2.5 times higher for smokers than for non-smokers, the study found.",
        &["2.5 times: smokers | odds of gout | non-smokers"],
    ),
    ("Smokers were 2.5 times more likely to have gout, the researchers said.", &["2.5 times: Smokers | gout | -"]),
    (
        "Children born by the sea were 40 per cent more likely to be obese by the age of 10 than those born inland, the study found.",
        &["40 per cent: Children born by the sea | obese by the age of 10 | those born inland"],
    ),
    (
        "The study found that obesity was 40 per cent more common in children born by the sea.",
        &["40 per cent: children born by the sea | obesity | -"],
    ),
    (
        "Teenagers who vaped were more likely to cough, with 40 per cent reporting it compared with 12 per cent of those who did not vape, the study found.",
        &[
            "40 per cent: Teenagers who vaped | reporting it | those who did not vape",
            "12 per cent: those who did not vape | reporting it | -",
        ],
    ),
    (
        "The vaccine prevented 94 per cent of shingles cases, the trial found.",
        &["94 per cent: shingles cases | vaccine prevented | -"],
    ),
    (
        "Survival at five years was 80 per cent for those diagnosed early and 12 per cent for those diagnosed late, the study found.",
        &[
            "80 per cent: those diagnosed early | Survival at five years | -",
            "12 per cent: those diagnosed late | Survival at five years | -",
        ],
    ),
    (
        "Median survival was 12 months with the drug and 8 months with placebo, the trial found.",
        &["12 months: drug | Median survival | placebo", "8 months: placebo | Median survival | -"],
    ),
    (
        "About two thirds of the women said they had not been told about the risks, the survey found.",
        &["two thirds: women | not been told about the risks | -"],
    ),
    ("Only 12 per cent of GPs offered the test, the study found.", &["12 per cent: GPs | offered the test | -"]),
    (
        "Up to 30 per cent of deaths could be prevented by exercise, the study found.",
        &["30 per cent: deaths | prevented by exercise | -"],
    ),
    (
        "The authors estimate that 12 per cent of the deaths were due to smoking.",
        &["12 per cent: deaths | due to smoking | -"],
    ),
    (
        "Smoking was responsible for 12 per cent of deaths in the study.",
        &["12 per cent: deaths in the study | Smoking was responsible | -"],
    ),
    (
        "The trial found that 17 of 31 patients (55 per cent) given the drug were free of pain after a year.",
        &["17 of 31 patients: patients | free of pain | -", "55 per cent: patients | free of pain | -"],
    ),
    (
        "In all, 34 patients died: 12 in the drug group and 22 in the placebo group, the trial found.",
        &["34 patients: patients | died | -", "12: drug group | died | placebo group", "22: placebo group | died | -"],
    ),
    (
        "Of the participants, 60 per cent were women and 30 per cent smoked, the study found.",
        &["60 per cent: participants | women | -", "30 per cent: participants | smoked | -"],
    ),
    (
        "Blood pressure was 5 mmHg lower in those who ate oats, the trial found.",
        &["5 mmHg: those who ate oats | Blood pressure | -"],
    ),
    ("Eating oats lowered blood pressure by 5 mmHg, the trial found.", &["5 mmHg: Eating oats | blood pressure | -"]),
    (
        "The oats group saw their blood pressure drop by 5 mmHg, the trial found.",
        &["5 mmHg: oats group | blood pressure | -"],
    ),
    (
        "Each extra hour of sleep was associated with a 12 per cent fall in the risk of gout, the study found.",
        &["12 per cent: Each extra hour of sleep | risk of gout | -"],
    ),
    (
        "Men who ate the most oats were 20 per cent less likely to die of heart disease than men who ate the least, the study found.",
        &["20 per cent: Men who ate the most oats | die of heart disease | men who ate the least"],
    ),
    (
        "Heavy drinkers were at 20 per cent greater risk of gout than light drinkers, the study found.",
        &["20 per cent: Heavy drinkers | risk of gout | light drinkers"],
    ),
    (
        "The researchers found a 40 per cent increase in pain among those who stopped.",
        &["40 per cent: those who stopped | pain | -"],
    ),
];

/// `quote: group | outcome | comparator`
pub fn slots(text: &str) -> Vec<String> {
    let claims = testing::claims(text);
    let told = claims.iter().filter_map(|claim| {
        let all = [&claim.group, &claim.outcome, &claim.comparator].map(Option::as_deref);
        let cells = all.map(|slot| slot.unwrap_or("-")).join(" | ");
        all.iter().any(Option::is_some).then(|| format!("{}: {cells}", claim.quote))
    });
    told.collect()
}

/// Fails with what was read otherwise than wanted.
pub fn check(cases: &[(&str, &[&str])]) {
    let read = cases.iter().map(|(text, wanted)| (text, slots(text), wanted));
    let wrong: Vec<String> =
        read.filter(|(_, read, wanted)| read != *wanted).map(|(text, read, _)| format!("{text} {read:#?}")).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn slots_of_clauses() {
    check(CASES);
}
