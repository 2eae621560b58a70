//! Invented sentences whose figures are neither subject nor predicate, each with its near misses.

/// What a clause tells of the figure in it.
const CASES: &[(&str, &[&str])] = &[
    ("The study found oats accounted for 40 per cent of the fibre and supplied nearly 9 per cent of the iron.", &[]),
    (
        "Syrup made up half of the breakfast (just over 30 per cent) and contributed 12 per cent of the sugar, the study found.",
        &[],
    ),
    ("The study found that the sailors made 12 per cent more knots.", &[]),
    ("Rain is to blame for 40 per cent of the falls on deck, the study found.", &[]),
    ("The study found the use of the balm rose from 2 per cent in 1990 to 9 per cent in 2010.", &[]),
    ("Rope burns among the crews varied between 4 and 11 per cent, the study found.", &[]),
    ("The study found that hearing in the left ear was restored from 0 per cent to 60 per cent.", &[]),
    ("The study found the rash had come back in 37 (12 per cent) of the sailors.", &[]),
    ("Full answers were available for 240 (80 per cent) of the pupils in the study.", &[]),
    ("The scan found cracks in 12 per cent of the teeth, the study said.", &[]),
    (
        "In the study, new stains were found in all three harbours: 8 per cent of those in the north and 11 per cent of those in the south.",
        &[],
    ),
    ("The study found sailors were 18 per cent more likely than nurses to be given the syrup.", &[]),
    ("The study found that boys (22 per cent) were more likely than girls (14 per cent) to skip breakfast.", &[]),
    ("Nurses were four times as likely to fall as sailors, the study found.", &[]),
    ("The study found the doctors weighed the men 9 per cent less often than the women.", &[]),
    ("The study found that leaks occurred three times more frequently in the old boats.", &[]),
    (
        "The analysis revealed that gout was 17 times more likely, goitre 14 times more likely and croup six times more likely, among the sailors.",
        &[],
    ),
    ("The study found that the new lamp is linked to a more than doubling in the risk of falls.", &[]),
    ("The course results in an 88 per cent risk reduction, the study found.", &[]),
    ("The syrup may raise the chances of survival of sailors with gout by a fifth, the study found.", &[]),
    ("Death from gout was found to be reduced by 20 per cent, the study found.", &[]),
    ("The use of splints soared by a factor of 35, the study found.", &[]),
    ("Of the 204 harbours in the study, 83 per cent sell fish at night.", &[]),
    ("The study found that more than 70 per cent of the visits involved sailors aged 60 or older.", &[]),
    (
        "The study found nearly 60 per cent of the nurses labelled themselves as early risers, and 9 per cent slept badly.",
        &[],
    ),
    ("The study found 60 per cent of the nurses interviewed early slept badly.", &[]),
    ("The study found that 9 per cent of the pupils said they spent more than three hours on it.", &[]),
    ("Those given the old sail had to undergo 21 extra repairs per 1,000 boats, the study found.", &[]),
    ("The team followed 300 sailors. Of these, 109 had no pain and 126 were given the syrup.", &[]),
    ("A study of 300 pupils was long. The nurses gave 76 healthy pupils either the syrup or a placebo.", &[]),
    ("The trial recruited 604 sailors from five harbours with sore knees.", &[]),
    ("Sailors waited longer than 18 weeks in 9 per cent of cases, the study found.", &[]),
    ("The sailors had twice the level of iron as nurses, the study found.", &[]),
    ("The pupils ate three times the amount they should, the study found.", &[]),
    ("Sailors had knots more often (22 per cent v 11 per cent) than those who rowed, the study found.", &[]),
    ("The syrup cut pain by 20 per cent over a long period, the study found.", &[]),
    ("The study found that there was a 9 per cent drop in deaths.", &[]),
    (
        "The study found that the nurses were 40 per cent less likely to snore than those who had not worked on ships.",
        &[],
    ),
];

#[test]
fn slots_of_clauses() {
    let wrong = CASES
        .iter()
        .map(|(text, wanted)| (text, super::slots(text), wanted))
        .filter(|(_, read, wanted)| read != *wanted);
    let wrong: Vec<String> = wrong.map(|(text, read, _)| format!("{text} {read:#?}")).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
