//! Invented sentences in, when each figure was measured out: `quote @ time`. The times told by no length.

/// Ways of telling a time, each with sentences that only look alike.
const TIMES: &[(&str, &[&str])] = &[
    // parts of the calendar
    ("In the winter of 2014, 12 per cent of the sailors in the study had gout.", &["12 per cent @ winter of 2014"]),
    ("The study found 12 per cent of the sailors had gout at the end of 2010.", &["12 per cent @ end of 2010"]),
    ("The study found 12 per cent of the sailors had gout in July.", &["12 per cent @ July"]),
    ("In the year to March 2015, 12 per cent of the sailors in the study fell.", &["12 per cent @ year to March 2015"]),
    ("The study found 12 per cent of the sailors in the summer house had gout.", &[]),
    ("The study found 12 per cent of the sailors in the March hospital had gout.", &[]),
    ("The study found 12 per cent of the sailors were at the end of the pier.", &[]),
    // spans that are measured by no number
    ("In the first few days, 12 per cent of the sailors in the study had gout.", &["12 per cent @ first few days"]),
    ("The study found 12 per cent of the sailors had gout the next morning.", &["12 per cent @ next morning"]),
    ("The study found 12 per cent of the sailors fell within days.", &["12 per cent @ within days"]),
    (
        "The study found 12 per cent of the sailors had gout in the months that followed.",
        &["12 per cent @ months that followed"],
    ),
    (
        "The study found 12 per cent of the sailors had gout in the 12 months before the survey.",
        &["12 per cent @ 12 months before the survey"],
    ),
    ("The study found 12 per cent of the sailors had gout on the day of surgery.", &["12 per cent @ day of surgery"]),
    ("The study found 12 per cent of the sailors read the next morning paper.", &[]),
    ("The study found 12 per cent of the sailors were on the first few ships.", &[]),
    ("The study found 12 per cent of the sailors slept on the day ward.", &[]),
    // what happened then
    ("At the start of the study, 12 per cent of the sailors had gout.", &["12 per cent @ start of the study"]),
    ("The study found 12 per cent of the sailors had gout at discharge.", &["12 per cent @ discharge"]),
    (
        "The study found 12 per cent of the sailors had gout at the time of diagnosis.",
        &["12 per cent @ time of diagnosis"],
    ),
    ("The study found 12 per cent of the sailors had gout before treatment.", &["12 per cent @ before treatment"]),
    (
        "By the time they left hospital, 12 per cent of the sailors in the study had gout.",
        &["12 per cent @ time they left hospital"],
    ),
    ("After the trial ended, 12 per cent of the sailors still had gout.", &["12 per cent @ After the trial ended"]),
    ("As adults, 12 per cent of the sailors in the study had gout.", &["12 per cent @ adults"]),
    (
        "After singing for one minute, 12 per cent of the sailors in the study had gout.",
        &["12 per cent @ singing for one minute"],
    ),
    ("The study found 12 per cent of the sailors had gout during pregnancy.", &["12 per cent @ pregnancy"]),
    ("The study found 12 per cent of the sailors stood at the start line.", &[]),
    ("The study found smoking during pregnancy cut the weight of babies by 12 per cent.", &[]),
    ("The study found 12 per cent of the sailors wheezed after exercise.", &[]),
    ("The study found 12 per cent of the sailors were not told by the time clock.", &[]),
    ("The trial found pain fell by 12 per cent following surgery.", &[]),
    // beside the figure
    (
        "The study found gout was rarer in nurses in 2011 (9 per cent) than in 2004 (12 per cent).",
        &["9 per cent @ 2011", "12 per cent @ 2004"],
    ),
    ("The researchers began a nine-year study of 900 nurses.", &["900 nurses @ nine-year"]),
    (
        "The study found gout barely moved, at 10 per cent before and 9 per cent after.",
        &["10 per cent @ before", "9 per cent @ after"],
    ),
    (
        "The study found 12 per cent of nurses had gout in 2011, up from 9 per cent seven years earlier.",
        &["12 per cent @ 2011", "9 per cent @ seven years earlier"],
    ),
    ("The yearly rate of falls in the study was 12 per cent in nurses.", &["12 per cent @ yearly"]),
    ("The study found that 12 per cent of nurses fell ill every year.", &["12 per cent @ every year"]),
    ("A nine-year-old study told of 900 nurses.", &[]),
    ("The study found 12 per cent of nurses sang before they slept.", &[]),
    ("The study found 12 per cent of the nurses in the yearly race had gout.", &[]),
    // of several figures
    (
        "The study found a third (35 per cent) of nurses and a tenth (9 per cent) of cooks had gout in 1998.",
        &["a third @ 1998", "35 per cent @ 1998", "a tenth @ 1998", "9 per cent @ 1998"],
    ),
    (
        "The study found that 12, 14 and 9 per cent of nurses, cooks and sailors, respectively, had gout in 1998.",
        &["12 @ 1998", "14 @ 1998", "9 per cent @ 1998"],
    ),
    (
        "The study found rates of gout fell to 5 per cent, and 40 per cent of cooks lived for ten years.",
        &["40 per cent @ ten years"],
    ),
    // pointing back
    (
        "After a year, 12 per cent of nurses in the trial had gout. Among the cooks it was 31 per cent.",
        &["12 per cent @ a year", "31 per cent @ a year"],
    ),
    (
        "After a year, 12 per cent of nurses in the trial had gout. Only 31 per cent of cooks did so.",
        &["12 per cent @ a year", "31 per cent @ a year"],
    ),
    (
        "After a year, 12 per cent of nurses in the trial had gout; the comparable figure for cooks was 31 per cent.",
        &["12 per cent @ a year", "31 per cent @ a year"],
    ),
    (
        "The question in the trial was how many would fall in the 28 days that followed. Among the nurses, it was 12 per cent.",
        &["12 per cent @ 28 days that followed"],
    ),
    (
        "After a year, 12 per cent of nurses in the trial had gout. Two years on it was 31 per cent.",
        &["12 per cent @ a year", "31 per cent @ Two years"],
    ),
    (
        "At baseline, 31 per cent of nurses in the trial had gout. That fell to 12 per cent.",
        &["31 per cent @ baseline"],
    ),
    (
        "After a year, 12 per cent of nurses in the trial had gout. The doctors were 31 per cent cheaper.",
        &["12 per cent @ a year"],
    ),
    // a change from one time to another
    (
        "Between 1981 and 1993 the share of nurses with gout in the study rose from 5 to 32 per cent.",
        &["5 @ 1981", "32 per cent @ 1993"],
    ),
    ("Pain in the trial fell from 7.1 points to 3.2 points after 12 weeks.", &["3.2 points @ 12 weeks"]),
    (
        "In the first year 12 per cent of nurses in the trial had gout. In the second it was 9 per cent.",
        &["12 per cent @ first year", "9 per cent @ second"],
    ),
    (
        "By the age of 40, one in five nurses in the trial had gout. By 60, it was half.",
        &["one in five nurses @ By the age of 40", "half @ 60"],
    ),
    // told behind the figure
    (
        "In the trial, nurses had a 21 per cent lower risk of gout. They were followed for six years.",
        &["21 per cent @ six years"],
    ),
    (
        "In the trial, nurses had a 21 per cent lower risk of gout. The other 40 nurses were followed for a day.",
        &["40 nurses @ a day"],
    ),
    // of another matter
    ("The law changed in 2009, and 12 per cent of nurses in the study had gout.", &[]),
    ("Dr Hale, who joined the ward in 2003, said 12 per cent of nurses in the study had gout.", &[]),
    ("The syrup, first sold in 1999, cut the risk of gout by 12 per cent in the study.", &[]),
    ("In the study 12 per cent of nurses had gout, Dr Hale told a meeting in June 2014.", &[]),
    ("In the study 12 per cent of nurses given the syrup for six months had gout.", &[]),
    ("The researchers gave 90 nurses the syrup for 12 weeks.", &[]),
];

#[test]
fn moments_and_spans() {
    super::check_times(TIMES);
}
