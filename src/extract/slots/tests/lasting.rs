//! Invented sentences in, when each figure was measured out: `quote @ time`. How long people were watched, in the clause, the
//! sentence before or the sentence behind.

/// Ways of telling a length, each with sentences that only look alike.
const LENGTHS: &[(&str, &[&str])] = &[
    // ranges and hedges before the length
    (
        "All the porters in the study were tracked for between five and eight years. In total, 88 porters had a fall.",
        &["88 porters @ five and eight years"],
    ),
    ("Following nine weeks of singing, 12 per cent of the porters in the study limped.", &["12 per cent @ nine weeks"]),
    (
        "The study found 12 per cent of the porters had limped in the preceding 30 days.",
        &["12 per cent @ preceding 30 days"],
    ),
    ("The study found porters likelier by 12 per cent to limp more than a decade on.", &["12 per cent @ a decade"]),
    ("The study found 12 per cent of porters were between jobs.", &[]),
    ("The study found 12 per cent of porters chose the following two courses.", &[]),
    ("The study found more than 12 per cent of porters went on.", &[]),
    // the study as the subject
    (
        "A seven-month study of 600 porters' habits gave the sailors an average score of 48.3.",
        &["600 porters @ seven-month", "48.3 @ seven-month"],
    ),
    (
        "A seven-year study of 600 porters tied night work to a 17 per cent higher risk of gout.",
        &["600 porters @ seven-year", "17 per cent @ seven-year"],
    ),
    ("The research, spanning seven years, found 17 per cent of porters had gout.", &["17 per cent @ seven years"]),
    (
        "Using seven years of data on 600 porters, the study found 17 per cent limped.",
        &["600 porters @ seven years", "17 per cent @ seven years"],
    ),
    ("The seven-week course cut the risk of gout by 17 per cent, the study found.", &[]),
    ("The study found schooling lasting seven years cut the risk of gout by 17 per cent.", &[]),
    ("The study found seven years of lessons cut the risk of gout by 17 per cent.", &[]),
    // from one age to another
    ("The study tracked 600 girls from age eight to 19.", &["600 girls @ age eight to 19"]),
    ("The study tracked 600 girls from birth to age 12.", &["600 girls @ birth to age 12"]),
    ("The study tracked 600 girls from childhood into their thirties.", &["600 girls @ childhood into their thirties"]),
    ("From age 20 to 45, porters in the study gained an average of 9 kg.", &["9 kg @ age 20 to 45"]),
    ("The study quizzed 600 girls from the ages of eight to 19 about oats.", &[]),
    ("The study found 12 per cent of girls from the age of eight to 19 had gout.", &[]),
    ("The study quizzed 600 girls from eight to 19 schools.", &[]),
    // the year of a survey
    ("The study quizzed 600 porters as part of the 2013 national gout survey.", &["600 porters @ 2013"]),
    ("In the 2013 census, the study found, 12 per cent of porters had gout.", &["12 per cent @ 2013"]),
    ("The study quizzed 600 porters as part of the 2013 world tour.", &[]),
    // people asked some time after
    (
        "The study read reports by 600 porters five weeks after the operation. Some 12 per cent limped.",
        &["600 porters @ five weeks after the operation", "12 per cent @ five weeks after the operation"],
    ),
    ("The study found 600 porters had rested for five weeks.", &[]),
    // none of what stands between
    (
        "The study followed 600 porters from two docks, none of whom had gout, for a median of 4.2 years.",
        &["600 porters @ 4.2 years"],
    ),
    ("The study looked at 600 porters who had been followed for seven years.", &["600 porters @ seven years"]),
    ("The study followed 600 porters who took the syrup for seven weeks.", &[]),
    // words of time without a length
    ("The study found gout was 12 per cent more common in winter.", &["12 per cent @ winter"]),
    ("The study found gout was 12 per cent more common in the long term.", &["12 per cent @ long term"]),
    ("The study found porters were 12 per cent likelier to limp later in life.", &["12 per cent @ later in life"]),
    ("The study found porters had a lifetime risk of gout that was 12 per cent.", &["12 per cent @ lifetime"]),
    ("A decade ago, 12 per cent of porters in the study had gout.", &["12 per cent @ A decade ago"]),
    ("Prior to the ban, 12 per cent of porters in the study had gout.", &["12 per cent @ Prior to the ban"]),
    ("As of 2011, 12 per cent of porters in the study had gout.", &["12 per cent @ 2011"]),
    ("The study found porters were 12 per cent likelier to own a winter coat.", &[]),
    ("The study found porters were 12 per cent likelier to hold a long-term lease.", &[]),
    ("The study found 12 per cent of porters drank too much, leaving them prone to gout in old age.", &[]),
    ("The study found the odds of dying after surgery lower by 12 per cent.", &[]),
    ("The study found 12 per cent of porters had been married for ten years.", &[]),
    // figures of a year, and a gain that is itself a time
    ("Data from 2012 show that 12 per cent of porters in the study had gout.", &["12 per cent @ 2012"]),
    ("In the week of the race, 12 per cent of porters in the study were ill.", &["12 per cent @ week of the race"]),
    ("The study found 12 per cent of porters came from 2012 towns.", &[]),
    // after doing something
    ("The study found 12 per cent of porters had a cough after humming for one minute.", &["12 per cent @ one minute"]),
    // those of the figure are others
    (
        "Among those who took tablets for three to six days, the study found, the risk of gout rose 12 per cent for rum and 30 per cent for gin.",
        &["12 per cent @ three to six days", "30 per cent @ three to six days"],
    ),
    ("Among those who took tablets for three days, the study found, 12 per cent had gout.", &[]),
];

/// What the sentence before or behind sets.
const SET: &[(&str, &[&str])] = &[
    (
        "After eight hours, the researchers took swabs from the porters in three places.\n\nOverall, the study found that 61 per cent of them sneezed.",
        &["61 per cent @ eight hours"],
    ),
    (
        "In the study, the porters' health was then checked over the following seven years. Those who sang were 17 per cent less likely to have gout.",
        &["17 per cent @ following seven years"],
    ),
    (
        "Follow-up lasted seven years. In the study, those who sang were 17 per cent less likely to have gout.",
        &["17 per cent @ seven years"],
    ),
    (
        "In the study, porters who sang were 17 per cent less likely to have gout. The team followed them for seven years.",
        &["17 per cent @ seven years"],
    ),
    (
        "In the study, porters who sang were 17 per cent less likely to have gout. The study lasted seven years.",
        &["17 per cent @ seven years"],
    ),
    (
        "In the study, porters on syrup had 17 per cent less pain. These effects were seen after seven weeks.",
        &["17 per cent @ seven weeks"],
    ),
    (
        "In the study, porters who sang had no less gout within seven years than the rest. But those who hummed had a 17 per cent lower risk.",
        &["17 per cent @ seven years"],
    ),
    (
        "In the study, porters with gout ran the greatest risk of a fall in old age. They were 17 per cent likelier to do so than the rest.",
        &["17 per cent @ old age"],
    ),
    (
        "The porters in the study were asked about falls in the past year. Some 17 per cent had had one.",
        &["17 per cent @ past year"],
    ),
    (
        "The study looked at 600 porters who lived in Spain in 1987. They were tracked between 1988 and 1996.",
        &["600 porters @ between 1988 and 1996"],
    ),
    // of another matter
    ("A meal lasted for two hours. Porters in the study who sang were 17 per cent less likely to have gout.", &[]),
    (
        "In the study, porters on syrup had 17 per cent less pain. The effect of rum will be looked at after a year.",
        &[],
    ),
    ("In the study, porters on syrup had 17 per cent less pain. The show lasted two hours.", &[]),
    ("Gout eased for seven years. But those in the study who sang were 17 per cent less likely to have it.", &[]),
    ("Dr Hale has led the ward for ten years. In the study, porters who sang had 17 per cent less gout.", &[]),
];

#[test]
fn lengths_and_watches() {
    super::check_times(LENGTHS);
}

#[test]
fn set_by_the_next_sentence() {
    super::check_times(SET);
}
