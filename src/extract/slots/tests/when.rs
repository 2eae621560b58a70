//! Invented sentences in, when each figure was measured and which part of the study it is of out: `quote @ time` and `quote: arm`.

/// Ways of telling a time, each with sentences that only look alike.
const TIMES: &[(&str, &[&str])] = &[
    // stages of life and decades
    (
        "The study found cooks who ate oats were 20 per cent less likely to have gout in later life.",
        &["20 per cent @ later life"],
    ),
    (
        "The study found cooks were 20 per cent less likely to snore in their forties than bakers.",
        &["20 per cent @ forties"],
    ),
    ("The study found 12 per cent of sailors had gout in their 40s or 50s.", &["12 per cent @ 40s or 50s"]),
    ("The study found sailors were 12 per cent less likely to have gout in infancy.", &["12 per cent @ infancy"]),
    (
        "The study found sailors were 12 per cent less likely to have gout in their pre-teens.",
        &["12 per cent @ pre-teens"],
    ),
    ("The study found oats cut the gap in childhood scurvy by 35 per cent.", &[]),
    ("The study found 12 per cent of the sailors who had snored in their teens sang.", &[]),
    ("The study found the risk of gout rose by 14 per cent in cooks if they were hungry in childhood.", &[]),
    ("They were 60 per cent likelier to limp than those who had gout in childhood, the study found.", &[]),
    // ages
    (
        "The study found 31 per cent of the sailors had gout when they were nine.",
        &["31 per cent @ when they were nine"],
    ),
    (
        "The researchers weighed 300 sailors when they were aged six and 14.",
        &["300 sailors @ when they were aged six and 14"],
    ),
    (
        "The study found 12 per cent of sailors at age 33 sang and 15 per cent at age 50.",
        &["12 per cent @ at age 33", "15 per cent @ at age 50"],
    ),
    (
        "The study found that gout was 31 per cent rarer in sailors at six years old and 12 per cent rarer when the sailor was 14.",
        &["31 per cent @ six years old", "12 per cent @ when the sailor was 14"],
    ),
    ("The study found 12 per cent of the sailors sang when nine per cent of the cooks did.", &[]),
    // periods and events
    ("At the end of four years, 12 per cent of the sailors limped, the study found.", &["12 per cent @ four years"]),
    ("The researchers have tracked 900 sailors since 1987-9.", &["900 sailors @ since 1987-9"]),
    (
        "During the monitoring period, 12 per cent of the sailors snored, the study found.",
        &["12 per cent @ monitoring period"],
    ),
    ("The study found 12 per cent of the sailors snored during the study.", &["12 per cent @ during the study"]),
    ("After the storm, 40 per cent of the sailors had a limp, the study found.", &["40 per cent @ After the storm"]),
    (
        "The study found 40 per cent of the nurses were free of gout immediately after treatment.",
        &["40 per cent @ immediately after treatment"],
    ),
    ("The study found 31 per cent of the sailors drank rum just the day before.", &["31 per cent @ the day before"]),
    (
        "The study found sailors with a bruise were 33 per cent likelier to limp the month afterwards.",
        &["33 per cent @ month afterwards"],
    ),
    ("After adjustment, 40 per cent of the sailors had a limp, the study found.", &[]),
    ("After the analysis, 40 per cent of the sailors had a limp, the study found.", &[]),
    ("The study found 12 per cent of the sailors snored the day before a storm.", &[]),
    // one span for all counts of a list
    (
        "The study counted 430 deaths, 260 injuries and 650 burns in the harbour between 1986-89.",
        &["430 deaths @ between 1986-89", "260 injuries @ between 1986-89", "650 burns @ between 1986-89"],
    ),
    (
        "The report links 430 deaths and 2,100 injuries over six years to the new oats.",
        &["430 deaths @ six years", "2,100 injuries @ six years"],
    ),
    // told in the sentence before
    (
        "Between 1984 and 1992 some 900 sailors were treated in the harbour, the study found. Some 11 per cent had gout.",
        &["900 sailors @ Between 1984 and 1992", "11 per cent @ Between 1984 and 1992"],
    ),
    (
        "The nurses, the study found, were ill for long between 1988 and 1991. This is a rise in gout of 5 per cent.",
        &["5 per cent @ between 1988 and 1991"],
    ),
    (
        "The nurses, the study found, were ill for long between 1988 and 1991. In Norway 5 per cent of cooks had gout.",
        &[],
    ),
    // of those compared with
    (
        "The researchers tested 180 cooks, compared with 390 bakers who joined the guild between 1994 and 1995.",
        &["390 bakers @ between 1994 and 1995"],
    ),
    ("The study found that twice as many sailors limped as in 1994.", &[]),
    // what is told behind the figure is its own
    (
        "The study found 12 per cent of the cooks sang in the previous week, and 30 per cent danced in the previous day.",
        &["12 per cent @ previous week", "30 per cent @ previous day"],
    ),
    // how long something was taken
    ("The study found that oats, if taken for a month, cut the risk of gout by 36 per cent.", &[]),
];

/// Ways of telling a part of the study, each with sentences that only look alike.
const ARMS: &[(&str, &[&str])] = &[
    // what befell people, and what they were given
    ("The study found 30 per cent of sailors who had been bitten had gout.", &["30 per cent: subgroup"]),
    ("The study found 30 per cent of sailors who were bullied had gout.", &["30 per cent: subgroup"]),
    ("The study found 30 per cent of sailors who had an accident snored.", &["30 per cent: subgroup"]),
    ("The study found 30 per cent of sailors who had headaches snored.", &["30 per cent: subgroup"]),
    ("The study found 17 per cent of those who said that oats helped snored.", &["17 per cent: subgroup"]),
    ("The study found 30 per cent of sailors previously treated for gout snored.", &["30 per cent: subgroup"]),
    ("The study found 30 per cent of sailors who had been given oats had gout.", &["30 per cent: treatment"]),
    ("The study found 30 per cent of sailors who were treated with oats had gout.", &["30 per cent: treatment"]),
    ("The study found 30 per cent of sailors who had eaten oats snored.", &["30 per cent: treatment"]),
    (
        "Of the 34 sailors in the study, 21 underwent a knee scan and nine underwent both scans.",
        &["34 sailors: whole", "21: subgroup", "nine: subgroup"],
    ),
    ("Of the 34 sailors in the study, 21 underwent surgery.", &["34 sailors: whole", "21: treatment"]),
    // everybody
    ("The trial found pain fell by 30 per cent in both groups.", &["30 per cent: whole"]),
    ("The trial found a fall of 30 per cent in pain across all groups.", &["30 per cent: whole"]),
    ("The trial found pain fell by 30 per cent in the oats group.", &["30 per cent: treatment"]),
    ("The trial found pain fell by 30 per cent more than in both groups of cooks.", &[]),
    // others
    ("The study found 30 per cent of non-smokers snored.", &["30 per cent: control"]),
    ("The study found 30 per cent of smokers snored.", &["30 per cent: whole"]),
    (
        "The researchers tested 120 sailors with gout and a comparison group of 300 cooks.",
        &["120 sailors: subgroup", "300 cooks: subgroup"],
    ),
    // a qualifier that the whole study was not told by
    (
        "The researchers tested 900 sailors. They found that 30 per cent of sailors with gout snored.",
        &["900 sailors: whole", "30 per cent: subgroup"],
    ),
    (
        "The researchers tested 900 sailors. They found that 30 per cent of sailors living in harbours snored.",
        &["900 sailors: whole", "30 per cent: subgroup"],
    ),
    (
        "Gout is common. The researchers tested 900 sailors. They found that 30 per cent of sailors with gout snored.",
        &["900 sailors: whole", "30 per cent: whole"],
    ),
    (
        "The researchers tested 900 sailors with gout. They found that 30 per cent of sailors with gout snored.",
        &["900 sailors: whole", "30 per cent: whole"],
    ),
];

#[test]
fn times_told_in_more_ways() {
    super::check_times(TIMES);
}

#[test]
fn parts_told_in_more_ways() {
    super::check_arms(ARMS);
}
