//! Invented sentences in the manner of health news in, whom each figure is of, what happened and whom they are compared with out.

/// As news tells results, with sentences that only look alike.
const CASES: &[(&str, &[&str])] = &[
    (
        "The study found 7 per cent of children exposed to smoke developed asthma, against 3 per cent of those not exposed.",
        &[
            "7 per cent: children exposed to smoke | developed asthma | those not exposed",
            "3 per cent: those not exposed | developed asthma | -",
        ],
    ),
    (
        "The proportion of nurses who smoked fell from 30 per cent to 12 per cent, the study found.",
        &["30 per cent: nurses | smoked | -", "12 per cent: nurses | smoked | -"],
    ),
    (
        "The share of pupils who walk to school rose to 40 per cent, the survey found.",
        &["40 per cent: pupils | walk to school | -"],
    ),
    (
        "Some 40 per cent of those surveyed admitted that they had never washed the mug.",
        &["40 per cent: those surveyed | never washed the mug | -"],
    ),
    (
        "Some 81 per cent of those who joined in rated the course as good, the study found.",
        &["81 per cent: those who joined in rated the course as good | - | -"],
    ),
    (
        "Taking the pill every day reduces the risk of gout by a third, the trial found.",
        &["a third: Taking the pill every day | risk of gout | -"],
    ),
    (
        "Eating nuts twice a week slashes the chance of dying early by 20 per cent",
        &["20 per cent: Eating nuts twice a week | chance of dying early | -"],
    ),
    (
        "A mug of broth a day could curb the risk of gout by 12 per cent, according to a study.",
        &["12 per cent: mug of broth a day | risk of gout | -"],
    ),
    (
        "Women who breastfed were 12 per cent less likely to be overweight, compared with women who had never breastfed, the study found.",
        &["12 per cent: Women who breastfed | overweight | women who had never breastfed"],
    ),
    (
        "Compared with men who never married, married men were 12 per cent less likely to die, the study found.",
        &["12 per cent: married men | die | men who never married"],
    ),
    (
        "Those with the highest levels of zinc in their blood were 40 per cent less likely to fall than those with the lowest levels, the study found.",
        &["40 per cent: Those with the highest levels of zinc in their blood | fall | those with the lowest levels"],
    ),
    (
        "The researchers found that men in the top fifth for fitness had a 40 per cent lower risk of dementia than those in the bottom fifth.",
        &["40 per cent: men in the top fifth for fitness | risk of dementia | those in the bottom fifth"],
    ),
    (
        "Patients treated on a Sunday were 12 per cent more likely to die within 30 days than those treated on a Monday, the study found.",
        &["12 per cent: Patients treated on a Sunday | die | those treated on a Monday"],
    ),
    (
        "The death rate was 12 per cent higher at weekends than on weekdays, the study found.",
        &["12 per cent: - | death rate | weekdays"],
    ),
    (
        "In the group who received the gel, 12 out of 40 patients healed, compared with three out of 40 in the control group, the trial found.",
        &["12 out of 40 patients: patients | healed | control group", "three out of 40: control group | healed | -"],
    ),
    (
        "Just 3 per cent of the group given the gel had a second ulcer.",
        &["3 per cent: group given the gel | a second ulcer | -"],
    ),
    ("The team found that 80 per cent of samples contained lead.", &["80 per cent: samples | contained lead | -"]),
    ("Lead was found in 80 per cent of samples, the team found.", &["80 per cent: samples | Lead was found | -"]),
    (
        "The trial found that 40 per cent of those who had the therapy no longer met the criteria for depression.",
        &["40 per cent: those who had the therapy | no longer met the criteria for depression | -"],
    ),
    (
        "The average weight loss was 5kg in the diet group and 1kg in the control group, the trial found.",
        &["5kg: diet group | average weight loss | control group", "1kg: control group | average weight loss | -"],
    ),
    (
        "Participants who followed the diet lost 5kg on average, while those in the control group gained 1kg, the trial found.",
        &[
            "5kg: Participants who followed the diet | lost | those in the control group",
            "1kg: those in the control group | gained | -",
        ],
    ),
    (
        "The diet group lost twice as much weight as the control group, the trial found.",
        &["twice: diet group | weight | control group"],
    ),
    (
        "Patients on the drug walked 30 metres further in six minutes than those on placebo, the trial found.",
        &["30 metres: Patients on the drug | walked | those on placebo"],
    ),
    (
        "Among the 120 patients who took the drug, 30 had a heart attack, compared with 45 of the 118 patients who took placebo, the trial found.",
        &[
            "120 patients: patients who took the drug | - | -",
            "30: patients who took the drug | a heart attack | patients who took placebo",
            "45 of the 118 patients: patients who took placebo | a heart attack | -",
        ],
    ),
    (
        "Rates of asthma were 12 per cent higher among children who lived near the road, the study found.",
        &["12 per cent: children who lived near the road | Rates of asthma | -"],
    ),
    (
        "Boys who lived near the road had 12 per cent more asthma attacks than boys who lived in the hills, the study found.",
        &["12 per cent: Boys who lived near the road | asthma attacks | boys who lived in the hills"],
    ),
    (
        "Living near the road raises a child's risk of asthma by 12 per cent, the study found.",
        &["12 per cent: Living near the road | child's risk of asthma | -"],
    ),
    (
        "People living near the road were 12 per cent more likely to suffer from asthma, the study found.",
        &["12 per cent: People living near the road | suffer from asthma | -"],
    ),
    (
        "The study found that the drug halved the risk of a second stroke.",
        &["halved: drug | risk of a second stroke | -"],
    ),
    (
        "The risk of a second stroke was halved in those given the drug, the trial found.",
        &["halved: those given the drug | risk of a second stroke | -"],
    ),
    (
        "The drug reduced the number of migraine days by half, the trial found.",
        &["half: drug | number of migraine days | -"],
    ),
    ("Half of the patients had fewer migraine days, the trial found.", &["Half: patients | fewer migraine days | -"]),
    (
        "The use of antibiotics in pregnancy was associated with a doubling of the risk of asthma, the study found.",
        &["doubling: use of antibiotics in pregnancy | risk of asthma | -"],
    ),
    (
        "Prescriptions for the drug rose by 12 per cent between 2010 and 2015, the study found.",
        &["12 per cent: - | Prescriptions for the drug | -"],
    ),
    (
        "The number of prescriptions has doubled in a decade, the study found.",
        &["doubled: - | number of prescriptions | -"],
    ),
    (
        "The researchers found a 12 per cent rise in the number of prescriptions.",
        &["12 per cent: - | number of prescriptions | -"],
    ),
    (
        "The survey of 2,000 parents found that 60 per cent worry about their child's diet and a third do not know how much salt is safe.",
        &[
            "2,000 parents: parents | - | -",
            "60 per cent: parents | worry about their child's diet | -",
            "a third: parents | do not know how much salt is safe | -",
        ],
    ),
    (
        "Sixty per cent of parents worry about their child's diet, a survey of 2,000 parents has found.",
        &["Sixty per cent: parents | worry about their child's diet | -", "2,000 parents: parents | - | -"],
    ),
    (
        "Six in 10 parents say their child eats too much sugar, according to a poll of 2,000 people.",
        &["Six in 10 parents: parents | say their child eats too much sugar | -", "2,000 people: people | - | -"],
    ),
    (
        "According to the survey, 60 per cent of parents do not read labels.",
        &["60 per cent: parents | do not read labels | -"],
    ),
    (
        "More than half (54 per cent) of those questioned did not know the symptoms of sepsis, the survey found.",
        &[
            "half: those questioned | did not know the symptoms of sepsis | -",
            "54 per cent: those questioned | did not know the symptoms of sepsis | -",
        ],
    ),
    (
        "Men were more likely than women to be admitted (12 per cent versus 9 per cent), the study found.",
        &["12 per cent: Men | admitted | women", "9 per cent: women | admitted | -"],
    ),
    (
        "The difference was most marked in women over 60, who had a 40 per cent lower risk, the study found.",
        &["40 per cent: women over 60 | risk | -"],
    ),
    (
        "The benefit was greatest for smokers, whose risk of stroke fell by 40 per cent, the study found.",
        &["40 per cent: smokers | risk of stroke | -"],
    ),
    (
        "The study found the supplements cut blood sugar by an average of 12 per cent.",
        &["12 per cent: supplements | blood sugar | -"],
    ),
    (
        "The test correctly identified 90 per cent of patients with gout, the study found.",
        &["90 per cent: patients with gout | correctly identified | -"],
    ),
    (
        "Some 12 per cent of the men and 9 per cent of the women had gout by the end of the study, the researchers found.",
        &[
            "12 per cent: men | gout by the end of the study | -",
            "9 per cent: women | gout by the end of the study | -",
        ],
    ),
    (
        "By the end of the study, 12 per cent of the men had developed gout, and 9 per cent of the women, the researchers found.",
        &["12 per cent: men | developed gout | -", "9 per cent: women | developed gout | -"],
    ),
    (
        "After five years, 12 per cent of the vaccinated children had caught the virus, compared to 40 per cent of the unvaccinated, the trial found.",
        &[
            "12 per cent: vaccinated children | caught the virus | unvaccinated",
            "40 per cent: unvaccinated | caught the virus | -",
        ],
    ),
    (
        "Only one in 10 patients given the new drug needed surgery, against one in three of those given the old one, the trial found.",
        &[
            "one in 10 patients: patients given the new drug | needed surgery | those given the old one",
            "one in three: those given the old one | needed surgery | -",
        ],
    ),
    (
        "The trial, published in a journal, found that the balm eased pain in 62 per cent of sailors.",
        &["62 per cent: sailors | balm eased pain | -"],
    ),
    (
        "The treatment worked in 62 per cent of sailors, the trial found.",
        &["62 per cent: sailors | treatment worked | -"],
    ),
    (
        "The syrup was effective in 62 per cent of cases, the trial found.",
        &["62 per cent: cases | syrup was effective | -"],
    ),
    (
        "Cure rates were twice as high in the treated group, the trial found.",
        &["twice: treated group | Cure rates | -"],
    ),
    (
        "The treated group had a 62 per cent cure rate, against 31 per cent for the others, the trial found.",
        &["62 per cent: treated group | cure rate | others", "31 per cent: others | cure rate | -"],
    ),
    (
        "Researchers found a 62 per cent response rate among sailors given the drug.",
        &["62 per cent: sailors given the drug | response rate | -"],
    ),
    ("The ban led to a 12 per cent fall in deaths, the study found.", &["12 per cent: ban | deaths | -"]),
    (
        "Women who took the pill for five years had a 40 per cent lower risk of womb cancer than women who had never taken it, the study found.",
        &["40 per cent: Women who took the pill for five years | risk of womb cancer | women who had never taken it"],
    ),
    ("For men, the risk was 40 per cent higher, the study found.", &["40 per cent: men | risk | -"]),
    ("The risk was 40 per cent higher for men than for women, the study found.", &["40 per cent: men | risk | women"]),
    (
        "Men's risk of gout was 40 per cent higher than women's, the study found.",
        &["40 per cent: Men's | risk of gout | women's"],
    ),
    (
        "Children of smokers had a 40 per cent greater chance of asthma, the study found.",
        &["40 per cent: Children of smokers | chance of asthma | -"],
    ),
    (
        "The chance of having a stroke was 40 per cent higher among night workers, the study found.",
        &["40 per cent: night workers | chance of having a stroke | -"],
    ),
    (
        "Night workers' chances of a stroke rose by 40 per cent, the study found.",
        &["40 per cent: Night workers | chances of a stroke | -"],
    ),
    (
        "Working nights was associated with being 40 per cent more likely to have a stroke, the study found.",
        &["40 per cent: Working nights | a stroke | -"],
    ),
    (
        "Those working nights were at a 40 per cent increased risk of stroke, the study found.",
        &["40 per cent: Those working nights | risk of stroke | -"],
    ),
    (
        "In women, each extra night shift a month raised the risk of stroke by 4 per cent, the study found.",
        &["4 per cent: women | risk of stroke | -"],
    ),
    (
        "Seven in ten women and six in ten men said they slept badly, the survey found.",
        &["Seven in ten women: women | slept badly | -", "six in ten men: men | slept badly | -"],
    ),
    (
        "Only a third of those polled knew that salt raises blood pressure, the survey found.",
        &["a third: those polled | knew that salt raises blood pressure | -"],
    ),
    (
        "Nearly a quarter (24 per cent) of parents said their child had been ill, and 9 per cent had called a doctor, the survey found.",
        &[
            "a quarter: parents | said their child had been ill | -",
            "24 per cent: parents | said their child had been ill | -",
            "9 per cent: parents | called a doctor | -",
        ],
    ),
    (
        "Four out of five people with gout were overweight, the study found.",
        &["Four out of five people: people with gout | overweight | -"],
    ),
    (
        "The prevalence of gout was 4 per cent in men and 1 per cent in women, the study found.",
        &["4 per cent: men | prevalence of gout | -", "1 per cent: women | prevalence of gout | -"],
    ),
    (
        "Gout affected 4 per cent of men and 1 per cent of women, the study found.",
        &["4 per cent: men | Gout | -", "1 per cent: women | Gout | -"],
    ),
    ("Gout was diagnosed in 4 per cent of the men, the study found.", &["4 per cent: men | Gout was diagnosed | -"]),
    ("One in 25 men was diagnosed with gout, the study found.", &["One in 25 men: men | diagnosed with gout | -"]),
    (
        "The average blood pressure of the sailors dropped from 150 to 130 mmHg, the trial found.",
        &["150: sailors | average blood pressure | -", "130 mmHg: sailors | average blood pressure | -"],
    ),
    (
        "Cholesterol levels dropped 12 per cent in those eating oats, the trial found.",
        &["12 per cent: those eating oats | Cholesterol levels | -"],
    ),
    (
        "Participants' cholesterol levels dropped by an average of 12 per cent over six weeks, the trial found.",
        &["12 per cent: Participants | cholesterol levels | -"],
    ),
    (
        "The oats eaters lowered their cholesterol by 12 per cent, the trial found.",
        &["12 per cent: oats eaters | cholesterol | -"],
    ),
    ("They lost an average of 4kg each, the trial found.", &["4kg: - | lost | -"]),
    (
        "The volunteers' reaction times improved by 12 per cent, the study found.",
        &["12 per cent: volunteers | reaction times | -"],
    ),
    (
        "Volunteers performed 12 per cent better on memory tests after a nap, the study found.",
        &["12 per cent: Volunteers | performed | -"],
    ),
    (
        "Those who napped scored 12 per cent higher on memory tests than those who stayed awake, the study found.",
        &["12 per cent: Those who napped | scored | those who stayed awake"],
    ),
    (
        "Mice given the syrup lived 12 per cent longer than untreated mice, the study found.",
        &["12 per cent: Mice given the syrup | lived | untreated mice"],
    ),
    (
        "The tumours in mice given the syrup shrank by 60 per cent, the study found.",
        &["60 per cent: mice given the syrup | tumours | -"],
    ),
];

#[test]
fn slots_of_news_sentences() {
    super::clauses::check(CASES);
}
