//! Where a description ends and where it begins: invented sentences of one kind each, and others that only look alike.

use super::clauses::check;

/// For each class three ways of saying it and more that only look alike.
const CASES: &[(&str, &[&str])] = &[
    // counted events befell somebody and are nobody
    (
        "The researchers followed 900 sailors. During the voyage there were 48 deaths.",
        &["900 sailors: sailors | - | -", "48 deaths: sailors | deaths | -"],
    ),
    (
        "The team found 1,200 cases of self-reported gout among the older nurses.",
        &["1,200 cases: older nurses | self-reported gout | -"],
    ),
    ("The study found 31 sailors died.", &["31 sailors: sailors | died | -"]),
    // the first count of a list has the verb behind the last
    (
        "In the study 40 cooks died, but 120 of the men and 90 of the women developed gout.",
        &[
            "40 cooks: cooks | died | -",
            "120 of the men: men | developed gout | -",
            "90 of the women: women | developed gout | -",
        ],
    ),
    // a doubled dash is an aside
    (
        "The study found nurses were 27 per cent likelier to develop gout--a swelling of the toe--than cooks were.",
        &["27 per cent: nurses | develop gout | cooks"],
    ),
    ("The study found gout--a swelling of the toe--made up half of all the visits.", &["half: visits | gout | -"]),
    // the illness behind a bare risk, or what was taken
    (
        "Among sailors, the study found, the danger and risk stood 27 per cent higher for gout, and 18 per cent higher for dermatitis.",
        &["27 per cent: sailors | gout | -", "18 per cent: sailors | dermatitis | -"],
    ),
    (
        "The study found the risk of gout was six times higher for rum and four times higher for gin.",
        &["six times: rum | risk of gout | -", "four times: gin | risk of gout | -"],
    ),
    (
        "The study found long voyages led to a 17 per cent heightened risk of gout.",
        &["17 per cent: long voyages | risk of gout | -"],
    ),
    (
        "The study found rye brought 31 per cent and 29 per cent lower odds of gout.",
        &["31 per cent: rye | odds of gout | -", "29 per cent: rye | odds of gout | -"],
    ),
    // what was done in the clause before
    (
        "The study found a few of the cooks snored in church, but nurses were six times likelier to do so.",
        &["six times: nurses | snored in church | -"],
    ),
    // what was seen on some days
    (
        "The study found that gulls were reported as the culprit on 26 per cent of days.",
        &["26 per cent: - | gulls were reported as the culprit | -"],
    ),
    (
        "In the study there were many leaks, with a gull reported as the culprit on 26 per cent of days.",
        &["26 per cent: - | gull reported as the culprit | -"],
    ),
    (
        "The study found that babies slept soundly during 12 per cent of the sessions.",
        &["12 per cent: sessions | babies slept soundly | -"],
    ),
    (
        "In the study the nurses were paid by the town and they slept less in 7 of the 9 harbours.",
        &["7 of the 9: harbours | slept less | -"],
    ),
    ("The study found the crew was able to mend 7 of the 9 boats.", &["7 of the 9: boats | mend | -"]),
    // how and when else is no part of what happened, unless it is all
    (
        "The study found 43 per cent of sailors needed dry socks at an average cost of a shilling.",
        &["43 per cent: sailors | needed dry socks | -"],
    ),
    ("The study found half of the cooks had eaten oats before taking the test.", &["half: cooks | eaten oats | -"]),
    (
        "The study found 12 per cent of the cooks stopped smoking two months before sailing.",
        &["12 per cent: cooks | stopped smoking two months before sailing | -"],
    ),
    (
        "In the study 31 per cent of the leaks occurred in the first week.",
        &["31 per cent: leaks | occurred in the first week | -"],
    ),
    ("The study found 31 per cent of the cooks drowned in the first week.", &["31 per cent: cooks | drowned | -"]),
    // between dashes
    (
        "The study found the greatest share of nurses – about 11 per cent – passed through the new school.",
        &["11 per cent: nurses | passed through the new school | -"],
    ),
    // a bound is the predicate
    (
        "In the study four in five of them were calves. Of the calves, 64 per cent were under two years old.",
        &["four in five: - | calves | -", "64 per cent: calves | under two years old | -"],
    ),
    (
        "The study found a mean improvement of about 35 per cent in hearing among nurses.",
        &["35 per cent: nurses | hearing | -"],
    ),
    ("The study found that falls on deck triple in five years.", &["triple: - | falls on deck | -"]),
    (
        "The team pooled 14 trials which compared oats with rye.",
        &["14 trials: trials which compared oats with rye | - | -"],
    ),
    (
        "The study put them into three groups: rowers (52); night cooks (94); and others.",
        &["52: rowers | - | -", "94: night cooks | - | -"],
    ),
    (
        "The study found that fathers who sang were 31 per cent less likely to snore in their teens than others.",
        &["31 per cent: fathers who sang | snore | others"],
    ),
    // behind "than it was for"
    (
        "The study found the risk of gout was 26 per cent higher among cooks than it was for nurses.",
        &["26 per cent: cooks | risk of gout | nurses"],
    ),
    (
        "The study found cooks were 26 per cent likelier to fall than nurses. They were also 12 per cent likelier to snore.",
        &["26 per cent: cooks | fall | nurses", "12 per cent: cooks | snore | nurses"],
    ),
    ("The study found the fee was 26 per cent higher than previously thought.", &["26 per cent: - | fee | -"]),
    // what only leads to the subject
    (
        "The study found that as the average heat rose by 12 per cent, more sailors slept.",
        &["12 per cent: - | average heat | -"],
    ),
    (
        "The study found that for those who rowed daily the risk almost doubled.",
        &["doubled: those who rowed daily | risk | -"],
    ),
    (
        "The study found hot drinks, such as tea, cocoa and broth, raised the risk of gout by 12 per cent.",
        &["12 per cent: hot drinks | risk of gout | -"],
    ),
    (
        "The study found that those with bruises, cuts or burns had a 12 per cent lower risk of gout.",
        &["12 per cent: those with bruises, cuts or burns | risk of gout | -"],
    ),
    // the deed and its adverb
    (
        "The study found 95 per cent of the sailors safely ended their voyage.",
        &["95 per cent: sailors | safely ended their voyage | -"],
    ),
    (
        "In the study 33 per cent of the cooks never used their oven.",
        &["33 per cent: cooks | never used their oven | -"],
    ),
    (
        "The study found 51 per cent of cooks who said they had gout had seen a doctor.",
        &["51 per cent: cooks who said they had gout | seen a doctor | -"],
    ),
    (
        "The study found 22 per cent of the cooks and none of the nurses rowed at dawn.",
        &["22 per cent: cooks | rowed at dawn | -"],
    ),
    (
        "In the study nearly all (91 per cent) had the painful type of gout.",
        &["91 per cent: - | the painful type of gout | -"],
    ),
    ("The study found 12 per cent of the cooks were found to be deaf.", &["12 per cent: cooks | deaf | -"]),
    (
        "The study found the drops raised the rate of sleep to 53 per cent, compared with 30 per cent using hot milk.",
        &["53 per cent: - | sleep | using hot milk", "30 per cent: using hot milk | sleep | -"],
    ),
    (
        "In the study 40 per cent of the cooks reported at the end that they ate oats.",
        &["40 per cent: cooks | ate oats | -"],
    ),
    ("The study found oats cut your risk of gout by 12 per cent.", &["12 per cent: oats | risk of gout | -"]),
];

#[test]
fn where_descriptions_end() {
    check(CASES);
}
