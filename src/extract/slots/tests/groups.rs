//! Invented sentences in, for each figure whom it is of where that is told by another clause, a step, a condition or a cause.

use super::clauses::check;

/// The people or the thing of each figure, each way of telling them with sentences that only look alike.
const CASES: &[(&str, &[&str])] = &[
    // a step of the exposure
    (
        "The study found that for every extra serving of oats, the risk of gout fell by 8 per cent.",
        &["8 per cent: every extra serving of oats | risk of gout | -"],
    ),
    (
        "The odds of a fall increased by 14 per cent with every year of delay, the study found.",
        &["14 per cent: every year of delay | odds of a fall | -"],
    ),
    (
        "With each extra cup of cocoa, the risk of stroke fell by 6 per cent, the study found.",
        &["6 per cent: each extra cup of cocoa | risk of stroke | -"],
    ),
    ("In the study, for every 100 sailors treated, falls dropped by 14 per cent.", &["14 per cent: - | falls | -"]),
    ("The study found that the odds of gout rose by 14 per cent every year.", &["14 per cent: - | odds of gout | -"]),
    ("In the study, gout fell by 9 per cent in nurses for every extra glass.", &["9 per cent: nurses | gout | -"]),
    // those whom the sentence before describes
    (
        "The study found that cooks who slept by day ate more. These cooks had 12 per cent higher levels of fat.",
        &["12 per cent: cooks who slept by day | levels of fat | -"],
    ),
    (
        "The study saw that sailors with bad knees ate more. Such sailors had a 9 per cent higher risk of gout.",
        &["9 per cent: sailors with bad knees | risk of gout | -"],
    ),
    (
        "The study found that cooks ate more. These cooks had a 9 per cent higher risk of gout.",
        &["9 per cent: cooks | risk of gout | -"],
    ),
    // a speaker and an age are nobody
    (
        "Professor Webb said: \"Our study suggests that rum is tied to a fall in deaths of about 12 per cent.\"",
        &["12 per cent: - | deaths | -"],
    ),
    // a condition
    (
        "The study found that blood pressure was 14 per cent lower when sailors took a long nap.",
        &["14 per cent: sailors took a long nap | blood pressure | -"],
    ),
    (
        "The study found that the risk of gout went up by 30 per cent if cooks smoked.",
        &["30 per cent: cooks smoked | risk of gout | -"],
    ),
    (
        "The study found that the risk of gout was 20 per cent higher when taking syrup.",
        &["20 per cent: taking syrup | risk of gout | -"],
    ),
    (
        "The study found that cooks were 20 per cent likelier to fall if they smoked.",
        &["20 per cent: cooks | fall | -"],
    ),
    (
        "The study found that the risk of gout was 20 per cent higher when researchers looked again.",
        &["20 per cent: - | risk of gout | -"],
    ),
    // a cause
    ("The risk of gout can be halved by eating plums, the study found.", &["halved: eating plums | risk of gout | -"]),
    (
        "The risk of a fall was reduced by 20 per cent by the syrup, the study found.",
        &["20 per cent: syrup | risk of a fall | -"],
    ),
    (
        "The risk of a fall goes up by 16 per cent with the taking of snuff, the study found.",
        &["16 per cent: taking of snuff | risk of a fall | -"],
    ),
    ("The risk of gout fell by 20 per cent by the end of the study.", &["20 per cent: - | risk of gout | -"]),
    ("The risk of gout fell by 20 per cent with time, the study found.", &["20 per cent: - | risk of gout | -"]),
    (
        "The team found that the new rules were linked to 400 extra deaths.",
        &["400 extra deaths: new rules | deaths | -"],
    ),
    // one subject of two verbs
    (
        "The study found that walking eased the pain, cutting the risk of gout by 20 per cent.",
        &["20 per cent: walking | risk of gout | -"],
    ),
    (
        "The study found that rowing cancelled out the harm while lowering the risk of stroke by 12 per cent.",
        &["12 per cent: rowing | risk of stroke | -"],
    ),
    (
        "Plums can cut the risk of gout by a quarter, while the risk of a fall can sink by 17 per cent, the study found.",
        &["a quarter: Plums | risk of gout | -", "17 per cent: Plums | risk of a fall | -"],
    ),
    (
        "The risk of gout rose by 18 per cent in cooks, while the risk of stroke fell by 9 per cent, the study found.",
        &["18 per cent: cooks | risk of gout | -", "9 per cent: - | risk of stroke | -"],
    ),
    // the second of two clauses
    (
        "In the study, nurses lost 6 per cent of their weight and sailors lost 9 per cent of theirs.",
        &["6 per cent: nurses | - | -", "9 per cent: sailors | lost | -"],
    ),
    (
        "Women who drank rum were 17 per cent less likely to fall while those who had tea lowered their chances by 6 per cent, the study found.",
        &["17 per cent: Women who drank rum | fall | -", "6 per cent: those who had tea | chances | -"],
    ),
    (
        "Rowers who ate plums were 29 per cent less likely to get gout, and each extra plum was tied to a 3 per cent cut in risk, the study found.",
        &["29 per cent: Rowers who ate plums | get gout | -", "3 per cent: each extra plum | risk | -"],
    ),
    // a description that holds a figure, a relative clause or an age
    (
        "The study found that nurses with a BMI over 30 were twice as likely to fall.",
        &["twice: nurses with a BMI over 30 | fall | -"],
    ),
    (
        "Those with six hours of deck time were leaner in the study. They had 7 per cent more muscle.",
        &["7 per cent: Those with six hours of deck time | muscle | -"],
    ),
    (
        "The study found cooks who had a burn that was deep had a 34 percent higher risk for gout than those who had not.",
        &["34 percent: cooks who had a burn that was deep | risk for gout | those who had not"],
    ),
    (
        "The study found the risk of gout was 20 per cent higher among 70-year-olds.",
        &["20 per cent: 70-year-olds | risk of gout | -"],
    ),
    ("Most sailors, 78 per cent, slept well in the study.", &["78 per cent: sailors | slept well in the study | -"]),
    (
        "The study found that rum is popular, with 63 per cent of sailors drinking at night.",
        &["63 per cent: sailors | drinking at night | -"],
    ),
    (
        "The number of nurses who drank rum fell by 9 per cent, the study found.",
        &["9 per cent: nurses | number of nurses who drank rum | -"],
    ),
    (
        "In the trial, 41 per cent of sailors on the syrup slept, compared with 22 per cent of sailors taking a dummy.",
        &[
            "41 per cent: sailors on the syrup | slept | sailors taking a dummy",
            "22 per cent: sailors taking a dummy | slept | -",
        ],
    ),
    // "their"
    (
        "In the study, nurses on the syrup slept better. Their pain scores fell by four points.",
        &["four points: nurses on the syrup | pain scores | -"],
    ),
    (
        "In the study, nurses with gout were older. Their risk of a fall rose by 20 per cent.",
        &["20 per cent: nurses with gout | risk of a fall | -"],
    ),
    (
        "In the study, nurses slept. The luckiest saw their risk of gout drop by 20 per cent.",
        &["20 per cent: - | risk of gout | -"],
    ),
    // two in a bracket
    (
        "In the trial, nurses on the syrup had lower pain scores (4.2 vs 5.1) than those on tea.",
        &["4.2: nurses on the syrup | pain scores | those on tea", "5.1: those on tea | pain scores | -"],
    ),
    (
        "In the trial, nurses on the syrup had lower pain scores than those on tea (4.2 vs 5.1).",
        &["4.2: nurses on the syrup | pain scores | those on tea", "5.1: those on tea | pain scores | -"],
    ),
    (
        "In the study, cabin pies held more salt (1.9g vs 1.3g per 100g) than shop ones.",
        &["1.9g: cabin pies | salt | -", "1.3g per 100g: shop ones | salt | -"],
    ),
    (
        "In the trial, pain scores were lower with the syrup than with tea (4.2 vs 5.1).",
        &["4.2: syrup | pain scores | tea", "5.1: tea | pain scores | -"],
    ),
    // counts
    ("The study examined data from 19 trials that involved many nurses.", &["19 trials: trials | - | -"]),
    ("The trial gave 90 sailors a syrup.", &["90 sailors: sailors | - | -"]),
    ("The study asked 2,000 nurses about gout.", &["2,000 nurses: nurses | - | -"]),
];

#[test]
fn groups_told_elsewhere() {
    check(CASES);
}
