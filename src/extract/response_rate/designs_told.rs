//! Invented sentences in, the kinds of their shares out, where the design of the study is told at the head of the article.

use crate::extract::testing::share_kinds;

/// The kinds of the shares of a sentence behind `head`: "R" for each with an outcome, "P" for each other.
fn check(head: &str, told: &[(&str, &str)]) {
    for (kinds, text) in told {
        assert_eq!(share_kinds(&format!("{head}\n\n{text}")), *kinds, "{text}");
    }
}

#[test]
fn shares_of_a_trial() {
    let told = [
        ("P", "About 9 percent of the volunteers moved away or lost interest."),
        ("P", "Adherence exceeded 90% in both arms."),
        ("P", "By then, 44 percent of the control group had bought the device on their own."),
        ("P", "Of 812 patients screened, 38% were eligible."),
        ("P", "Researchers said the shots were 88 percent effective at keeping children out of the hospital."),
        ("P", "The pill works in about 40 percent of women with the disorder, doctors say."),
        ("P", "The pills dissolved in 12 percent of the tests."),
        ("P", "The rest, about 14 percent, lived in the suburbs."),
        ("P", "The test correctly identified 88 percent of the people who had the disease."),
        ("P", "The treated group's cholesterol ended up 22 percent lower."),
        ("P", "With 12 percent of nurses working double shifts, the wards were short-handed."),
        (
            "P P",
            "In the new unit, 94 percent of the nurses washed their hands, compared with 71 percent in the old one.",
        ),
        ("P P", "In the study, 12 percent of the scans were unreadable, and 9 percent were lost."),
        ("P P", "In the trial, 11 percent of the cooks quit before the end, compared with 8 percent of the sailors."),
        ("R", "An ACR20 response was seen in 62% of patients."),
        ("R", "By week 20, 44 percent of the women on the patch reported no hot flashes at all."),
        ("R", "He said 27 percent of the patients had no detectable cancer at surgery."),
        ("R", "Some 16 percent of the patients had to take a lower dose because of low blood counts."),
        ("R", "That left 23 percent who got no relief at all."),
        (
            "R R",
            "A response was seen in 38 percent of tumors on the combination, as opposed to 17 percent on chemotherapy alone.",
        ),
        ("R R", "At 24 months, overall survival was 61% in the experimental arm and 54% in the control arm."),
        ("R R", "At one year, 44 percent of the vapers and 31 percent of the patch users were not smoking."),
        (
            "R R",
            "Complete remission was attained by 39% of patients, including 12% who were negative for residual disease.",
        ),
        ("R R", "Nausea sent 4 percent of the patients on the drug to the emergency room, and 1 percent of the rest."),
        ("R R", "The stroke rate, 1.7 percent with the device, was 2.9 percent without it."),
        ("R R", "Two years in, 6 percent of the pedal users and 11 percent of the others had needed surgery."),
    ];
    check("A pill may help\n\nIt was a randomized trial.", &told);
}

#[test]
fn shares_of_people_followed() {
    let told = [
        ("P", "About 40 percent of American adults have high blood pressure."),
        ("P", "Asthma strikes about 8 percent of children nationwide."),
        ("P", "Deaths from overdoses climbed 14 percent in the county."),
        ("P", "Only 24 percent of the sample had kept a diary for the whole year."),
        ("P", "Overall, 24 percent of the participants said they ate fish twice a week or more."),
        ("P", "Previous studies have put the rate at 12 percent."),
        ("P", "Roughly a third of the falls happened on stairs."),
        ("P", "Seventy-one percent of the babies were born at full term."),
        ("P", "The researchers estimated that 11 percent of the cases could have been prevented."),
        ("P", "The sensor was accurate 94 percent of the time."),
        ("P", "Those with the gene variant, about 15 percent of Europeans, were left out."),
        ("P P", "Among the mothers, 62 percent had jobs and 31 percent had finished college."),
        ("P P", "Helmets were worn by 58 percent of the women and 44 percent of the men."),
        ("P P", "In 2010, 31 percent of the county's adults were obese, up from 24 percent in 2000."),
        ("P P", "Nearly 30 percent of the women took hormones, compared with 12 percent in other studies."),
        ("P P", "Of the coffee drinkers, 34 percent smoked, compared with 12 percent of the abstainers."),
        ("P P", "The rich gave 2 percent of their income and the poor 4 percent."),
        ("R", "A decade on, 22 percent were dead."),
        ("R", "About one in eight broke a bone during the study."),
        ("R", "In all, 5.5 percent of the runners collapsed or were taken to the hospital."),
        ("R R", "Among the heaviest users, 9 percent became depressed, versus 5 percent of the lightest."),
        (
            "R R",
            "Compared with 8 percent of the unexposed, 14 percent of the exposed children needed glasses by kindergarten.",
        ),
        ("R R", "Depression was found in 19 percent of the caregivers and 11 percent of other adults their age."),
        ("R R", "Hearing loss was measured in 22 percent of the musicians but only 7 percent of the office workers."),
        (
            "R R",
            "In the quiet neighborhoods 5 percent had high blood pressure by the end, and in the noisy ones 8 percent did.",
        ),
        ("R R", "Survival to 90 was 24 percent for the optimists and 17 percent for the pessimists."),
    ];
    check("A habit may harm\n\nThe study followed adults for years.", &told);
}
