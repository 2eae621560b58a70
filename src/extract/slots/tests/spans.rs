//! Invented sentences in, when each figure was measured out: `quote @ time`. How long a study ran, told away from its figures.

/// Ways of telling how long a study ran, each with sentences that only look alike.
const TIMES: &[(&str, &[&str])] = &[
    // the study that found it
    (
        "A 20-year study of 900 cooks found that those who sang were 12 per cent likelier to limp.",
        &["900 cooks @ 20-year", "12 per cent @ 20-year"],
    ),
    (
        "Those who sing are 12 per cent likelier to limp, a 20-year study of sailors has found.",
        &["12 per cent @ 20-year"],
    ),
    (
        "The researchers, who followed 900 cooks for nine years, found that those who sang were 12 per cent likelier to limp.",
        &["900 cooks @ nine years", "12 per cent @ nine years"],
    ),
    (
        "The study, which tracked 900 cooks for nine years, found that those – mostly bakers – who sang were 12 per cent likelier to limp.",
        &["900 cooks @ nine years", "12 per cent @ nine years"],
    ),
    ("The study found cooks who followed a diet for nine years were 12 per cent likelier to limp.", &[]),
    ("The study found cooks who took a nine-week course were 12 per cent likelier to limp.", &[]),
    ("The study found cooks with a nine-year grant were 12 per cent likelier to limp.", &[]),
    // what is measured over a time
    ("In the study the five-year risk of gout was 9 per cent in cooks.", &["9 per cent @ five-year"]),
    ("The trial found a ten-year survival rate of 81 per cent.", &["81 per cent @ ten-year"]),
    ("In the study the five-year plan was known to 9 per cent of cooks.", &[]),
    ("In the study the five-year-old was one of 9 per cent of pupils who sang.", &[]),
    ("The trial found a ten-year habit in 81 per cent of cooks.", &[]),
    // the span told in the sentence after
    (
        "The researchers tracked 900 cooks. Over ten years, 90 of them fell ill.",
        &["900 cooks @ ten years", "90 @ ten years"],
    ),
    (
        "The team followed 900 cooks. By the end of the ten-year study, 90 of them had fallen ill.",
        &["900 cooks @ ten-year study", "90 @ ten-year study"],
    ),
    (
        "The study looked at 900 cooks given oats and 800 given rum. The cooks were treated between 1983 and 1991.",
        &["900 cooks @ between 1983 and 1991", "800 @ between 1983 and 1991"],
    ),
    ("The researchers weighed 900 cooks. Over lunch, 90 of them fell ill.", &[]),
    (
        "The researchers weighed 900 cooks. A law was passed between 1983 and 1991.",
        &["900 cooks @ between 1983 and 1991"],
    ),
    // the span told in the sentence before
    (
        "The team used records of ships seen between 1983 and 1991. The researchers found that 12 per cent leaked.",
        &["12 per cent @ between 1983 and 1991"],
    ),
    (
        "Cooks in the trial took the syrup or none for 12 weeks. Their weight fell by 3 per cent.",
        &["3 per cent @ 12 weeks"],
    ),
    (
        "The cooks were followed from 1976 until 2006. Those in the study who sang were 12 per cent likelier to limp.",
        &["12 per cent @ 1976 until 2006"],
    ),
    ("The mayor sold bread between 1983 and 1991. The researchers found that 12 per cent of cooks limped.", &[]),
    (
        "Cooks in the trial took the syrup or none for 12 weeks. After a year their weight fell by 3 per cent.",
        &["3 per cent @ a year"],
    ),
    ("Cooks who took the syrup for 12 weeks joined the trial. Their weight fell by 3 per cent.", &[]),
    (
        "The team gathered menus from 900 cooks. Their meals were noted in diaries and followed up for 14 years.",
        &["900 cooks @ 14 years"],
    ),
    (
        "The study used data on cooks seen between 1991 and 1998. Overall, 74 falls were noted.",
        &["74 falls @ between 1991 and 1998"],
    ),
    ("The researchers followed 900 cooks for nine years. Half had rowed at some point.", &["900 cooks @ nine years"]),
    (
        "After a year, 44 per cent of cooks in the trial had gout. By contrast, just 19 per cent of bakers had.",
        &["44 per cent @ a year", "19 per cent @ a year"],
    ),
    // a time that opens a part of the sentence holds for its figures
    (
        "In the trial 58 per cent of cooks snored at six weeks; at one year a third of the cooks and 27 per cent of the bakers did.",
        &["58 per cent @ six weeks", "a third @ one year", "27 per cent @ one year"],
    ),
    (
        "The cooks in the study were asked in 2008, when 61 per cent snored, and again in 2012, when 40 per cent did.",
        &["61 per cent @ 2008", "40 per cent @ 2012"],
    ),
    (
        "With a median follow-up of four years, the syrup cut the risk of gout by 40 per cent in the trial.",
        &["40 per cent @ four years"],
    ),
    (
        "The syrup cut the risk of gout by 40 per cent in the trial (median follow-up four years).",
        &["40 per cent @ four years"],
    ),
    (
        "The team studied 900 cooks over a 30-year period and found that 22 per cent had gout, while 9 per cent snored.",
        &["900 cooks @ 30-year period", "22 per cent @ 30-year period", "9 per cent @ 30-year period"],
    ),
    (
        "The study found the syrup cut falls by 2 per cent after one year and 5 per cent after five.",
        &["2 per cent @ one year", "5 per cent @ five"],
    ),
    (
        "The trial found gout barely moved between the ages of 12 and 38 in cooks who got it between the ages of seven and ten.",
        &[],
    ),
    (
        "The study found balance in a fifth of cooks improved between ages 12 and 38.",
        &["a fifth @ between ages 12 and 38"],
    ),
    ("The study found a third of cooks had gout between the ages of 12 and 38.", &[]),
    // a time told without a figure
    (
        "After a year, the results of the trial were clear. Some 9 per cent of the cooks had gout.",
        &["9 per cent @ a year"],
    ),
    ("The cooks in the trial were weighed again after a year. Some 9 per cent had gout.", &["9 per cent @ a year"]),
    ("In the trial, of the cooks who were weighed after a year, 9 per cent had gout.", &["9 per cent @ a year"]),
    (
        "The trial found gout three times as common in cooks after a year: 9 per cent had it, compared with 3 per cent of bakers.",
        &["three times @ a year", "9 per cent @ a year", "3 per cent @ a year"],
    ),
    (
        "At one year, the syrup had cut falls by 9 per cent in men in the trial. In women, it was 12 per cent.",
        &["9 per cent @ one year", "12 per cent @ one year"],
    ),
    ("The cooks in the trial married after a year. Some 9 per cent had gout.", &[]),
    ("In the trial, of the cooks who took oats for a year, 9 per cent had gout.", &[]),
    ("After a year, Dr Hale left the trial with 90 cooks. Some 9 per cent had gout.", &[]),
    // what happened in between
    (
        "The study found that falls rose by 12 per cent in the year after the ban.",
        &["12 per cent @ year after the ban"],
    ),
    ("Last year, 12 per cent of the sailors in the study had gout.", &["12 per cent @ Last year"]),
    ("The 2014 survey found that 12 per cent of the sailors had gout.", &["12 per cent @ 2014"]),
    (
        "The study found 12 per cent of the sailors had gout at some point in their lives.",
        &["12 per cent @ some point in their lives"],
    ),
    ("The study found 12 per cent of the boys were likely to be ill at 11.", &["12 per cent @ 11"]),
    ("The study found that falls rose by 12 per cent on the year before.", &[]),
    ("The study found that falls were down 12 per cent on the previous year.", &[]),
    ("The study found 12 per cent of the sailors slept badly at least three nights a week.", &[]),
    ("The study found 12 per cent of the sailors had smoked at some point.", &[]),
    ("The study found 12 per cent of the sailors were at 11 ports.", &[]),
    ("Compared with those who had gout in childhood, sailors in the study were 12 per cent likelier to limp.", &[]),
    ("The study found 37 per cent of the sailors had a cough that has lasted for six weeks.", &[]),
];

#[test]
fn spans_of_a_study() {
    super::check_times(TIMES);
}
