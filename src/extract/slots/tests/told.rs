//! Invented sentences, each with the times and the parts of the study that its figures are to have.

/// When a figure was measured: `quote @ time point` of each figure that has one.
pub const TIMES: &[(&str, &[&str])] = &[
    // over a time
    (
        "The study found the syrup cut the risk of gout by 21 per cent over a typical span of eight years.",
        &["21 per cent @ eight years"],
    ),
    (
        "After a median follow-up of 6.2 years, 12 per cent of the sailors had gout, the study found.",
        &["12 per cent @ 6.2 years"],
    ),
    (
        "In the study, 31 per cent of nurses snored within six weeks of surgery.",
        &["31 per cent @ six weeks of surgery"],
    ),
    ("Five years on, 12 per cent of the cooks still snored, the study found.", &["12 per cent @ Five years"]),
    (
        "The study found 12 per cent of the cooks snored during the follow-up, which averaged eight years.",
        &["12 per cent @ eight years"],
    ),
    ("The study found 12 per cent of the cooks snored after a few months.", &["12 per cent @ few months"]),
    ("The study found 12 per cent of the cooks snored after an hour.", &["12 per cent @ an hour"]),
    ("The study found 12 per cent of the cooks walked for 30 minutes.", &[]),
    ("The study found just ten days of syrup use could cut the risk of gout by 20 per cent.", &[]),
    ("Ten days of syrup use cut the risk of gout by 20 per cent, the study found.", &[]),
    ("Doubts had grown for a decade, and the researchers then tested 900 nurses in Norway.", &[]),
    ("The report comes a week after the researchers tested 900 nurses in Norway.", &[]),
    ("Taking the syrup for five years cut the risk of gout by 20 per cent, the study found.", &[]),
    ("The study found bakers on a course, lasting over six months, snored 17 per cent more.", &[]),
    ("The study found nurses over 62 years old snored 17 per cent more.", &[]),
    // each figure its own
    (
        "The study found 9 per cent of the bakers called themselves poets and 13 per cent had begun to sing a year later.",
        &["13 per cent @ a year later"],
    ),
    (
        "Some 14 per cent of sailors in their teens sang, rising to 37 per cent by age 44, the study found.",
        &["37 per cent @ by age 44"],
    ),
    (
        "The study found gout in 12 per cent of cooks in 1999 and in 18 per cent of cooks in 2009.",
        &["12 per cent @ 1999", "18 per cent @ 2009"],
    ),
    ("The study found the joints were no worse (11.2% v 14.1%) and the knees four months afterwards were fine.", &[]),
    // one for both
    (
        "The chance of being free of gout three years later was 40 per cent for the cooks compared with 60 per cent for the bakers, the study found.",
        &["40 per cent @ three years later", "60 per cent @ three years later"],
    ),
    (
        "At age 27, 71 per cent of sailors sang and 12 per cent danced, the study found.",
        &["71 per cent @ At age 27", "12 per cent @ At age 27"],
    ),
    ("Fully 12 per cent of nurses snored, 6·1 per cent in 6·10 towns, the study found.", &[]),
    // lists
    (
        "The study found that 90%, 71% and 62% of the sailors were free of gout at one, two and five years, respectively.",
        &["90% @ one", "71% @ two", "62% @ five years"],
    ),
    // the calendar
    (
        "The researchers tracked 900 bakers between 3 May 2001 and 12 August 2011 in Norway.",
        &["900 bakers @ between 3 May 2001 and 12 August 2011"],
    ),
    (
        "The study found that between May and July almost one in ten cooks had gout.",
        &["one in ten cooks @ between May and July"],
    ),
    ("The researchers analysed the shoes of 900 nurses from the 2004-05 Oats Survey.", &["900 nurses @ 2004-05"]),
    ("The researchers tested 2,700 nurses from 1972 onwards.", &["2,700 nurses @ 1972 onwards"]),
    ("The study, published in 2016, found that 12 per cent of the cooks had gout.", &[]),
    ("The study found that 12 per cent more cooks had gout than in 2010.", &[]),
    ("The study found men born between 1930 and 1950 snored 17 per cent more.", &[]),
    ("The study found 12 per cent of cooks had gout, the worst result since 2012.", &[]),
    // people are counted over a time, not at a point of it
    ("The study followed 900 nurses who were seen at the clinic over six years.", &["900 nurses @ six years"]),
    ("The study followed 900 nurses who had gout, and kept singing for at least a year.", &[]),
    ("They randomly assigned 80 sailors to take the syrup for 12 weeks.", &[]),
    // told in the sentence before
    (
        "Between 1987 and 1996, gout rose by 30 per cent, the study found. Of the rise, 83 per cent was among cooks.",
        &["30 per cent @ Between 1987 and 1996", "83 per cent @ Between 1987 and 1996"],
    ),
    (
        "The study looked at cooks between 1987 and 1996. Over the same period, 12 per cent of the cooks had gout.",
        &["12 per cent @ between 1987 and 1996"],
    ),
    ("The study looked at cooks between 1987 and 1996. Some 12 per cent of the cooks had gout.", &[]),
];

/// Which part of the study a figure is of: `quote: arm`.
pub const ARMS: &[(&str, &[&str])] = &[
    // the people of the study's comparisons
    (
        "Those widowed by storms were 60 per cent more likely to move, the study found. Some 5 per cent of people widowed by storms had sold a boat.",
        &["5 per cent: subgroup"],
    ),
    (
        "Cooks exposed to lard fumes were 70 per cent more likely to cough than those who had never met any, the study found. Some 5 per cent of cooks exposed to lard fumes had lost a tooth.",
        &["5 per cent: treatment"],
    ),
    (
        "Smokers were twice as likely to snore as non-smokers, the study found. Some 30 per cent of smokers coughed and 12 per cent of non-smokers did.",
        &["30 per cent: treatment", "12 per cent: control"],
    ),
    // what befell people or what they are is a part of all
    (
        "The study of 900 nurses found 95 per cent of nurses who died had gout.",
        &["900 nurses: whole", "95 per cent: subgroup"],
    ),
    ("The study found a third of those needing more syrup were given it.", &["a third: subgroup"]),
    ("The study found 40 per cent of those with gout sang.", &["40 per cent: subgroup"]),
    ("The study found 40 per cent of cases at weekends were mild.", &["40 per cent: subgroup"]),
    (
        "The study of 900 adults found that 12 per cent of women snored.",
        &["900 adults: whole", "12 per cent: subgroup"],
    ),
    (
        "One in five of the sailors was deaf (men 22 per cent; women 17 per cent), the study found.",
        &["One in five of the sailors: whole", "22 per cent: subgroup", "17 per cent: subgroup"],
    ),
    // who took part is everybody
    ("The study found 45 per cent of cooks who responded had gout.", &["45 per cent: whole"]),
    ("The study found 45 per cent of those questioned had gout.", &["45 per cent: whole"]),
    ("The study found the syrup was behind 90 per cent of all visits.", &["90 per cent: whole"]),
    (
        "The study followed 900 nurses who were sent mittens. About a fifth of the nurses who were sent mittens had a headache.",
        &["900 nurses: whole", "a fifth: whole"],
    ),
    // lacking is the control's, a lack of success is not
    ("The study found 8 per cent of those with no gout snored.", &["8 per cent: control"]),
    ("The study found 8 per cent of nurses free of gout snored.", &["8 per cent: control"]),
    ("The study found 8 per cent of active nurses snored.", &["8 per cent: whole"]),
    ("The study found 8 per cent of nurses on the active drug snored.", &["8 per cent: treatment"]),
    ("The study found 8 per cent of nurses in the walking group snored.", &["8 per cent: treatment"]),
    ("The study found 8 per cent of nurses in each group snored.", &["8 per cent: whole"]),
    ("The study found 8 per cent of the added sugar came from jam.", &["8 per cent: whole"]),
    ("The study found 8 per cent of women with or without gout snored.", &["8 per cent: whole"]),
];
