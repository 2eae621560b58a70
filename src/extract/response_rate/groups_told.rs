//! Invented sentences in, the kinds of their shares out: groups named by what they got, lists of side effects, rates told again.

use crate::extract::testing::share_kinds;

#[test]
fn groups_named_by_what_they_got() {
    for (kinds, text) in [
        ("R R", "In the trial, a screw worked loose in 6 percent of the clamp group and 11 percent of the wire group."),
        ("R R", "Hums were heard by 5% of the low-rum arm vs. 2% of the barley group."),
        ("R R", "Seventeen cooks in the sling arm were cured (34 percent). In the splint arm nine were (18 percent)."),
        ("P", "Some 12% of the bicycle group were women."),
        ("P", "In the trial, 14% of the oats group said they liked the taste."),
        ("P", "In the barley group, 12% skipped a visit."),
        ("P", "About 40 per cent of the nurses were in the bottom group."),
        ("P", "Out of the obese group, 61% were found to be fit."),
    ] {
        assert_eq!(share_kinds(text), kinds, "{text}");
    }
}

#[test]
fn side_effects_in_a_list() {
    for (kinds, text) in [
        (
            "R R R",
            "In the trial, the most common side effect was hiccups (31%), followed by itching (12%) and yawning (4%).",
        ),
        ("R R", "In the trial, hiccups were the most common complaint (31 percent with oats; 12 percent with barley)."),
        ("R R", "In the trial, itchy ears led the list of side effects, at 21%, followed by yawning, at 8%."),
        ("R R", "In the trial, side effects were mild. Itchy ears came first, reported for 21% and 8%."),
        ("P P", "In the study, the most common hobby was chess (31%), followed by rowing (12%)."),
        ("P", "In the study, chess came first, reported for 21%."),
        ("P", "In the study, the most common reason for leaving was a new job (31%)."),
    ] {
        assert_eq!(share_kinds(text), kinds, "{text}");
    }
}

#[test]
fn drops_that_a_share_reached() {
    for (kinds, text) in [
        (
            "R P R",
            "In the trial, 61% of sailors on oats achieved at least a 20% drop in hiccups, versus 37% on placebo.",
        ),
        (
            "R P R",
            "In the trial, 61 percent had a 20 percent or greater reduction in pain, compared with 37 percent on placebo.",
        ),
        ("P P", "In the trial, oats brought a 20% drop in hiccups, versus 7% on placebo."),
        ("P P", "In the trial, hiccups fell 20% on oats, versus 7% on placebo."),
    ] {
        assert_eq!(share_kinds(text), kinds, "{text}");
    }
}

#[test]
fn things_that_went_wrong_in_people() {
    for (kinds, text) in [
        ("R R", "In the trial, screws came loose in 6 of 70 sailors with a clamp and 11 of 71 with a wire."),
        ("R R", "In the trial, wires snapped in 6 percent of sailors, compared with 11 percent of cooks with a clamp."),
        ("P", "In the study, the nurses believed in 6 percent of sailors."),
        ("P", "In the study, the scan correctly ruled out gout in 79 percent of the healthy cooks."),
        ("P", "In the study, clamps were used in 6 percent of sailors."),
    ] {
        assert_eq!(share_kinds(text), kinds, "{text}");
    }
}

#[test]
fn rates_of_what_was_told() {
    for (kinds, text) in [
        (
            "R R",
            "In the study, some cooks had gout by the age of 60. Bakers had a rate of 6.2 percent, compared with 12.3 percent for millers.",
        ),
        (
            "R R",
            "In the study, many cooks had gout. Among the millers, the rate was 9.4 percent; for the bakers, it was 16.1.",
        ),
        ("P", "In the study, the cooks rowed. Bakers had a rate of 6.2 percent."),
        (
            "R R",
            "In the trial, 8.7 percent of the cooks developed gout, but in the lower half it was less frequent, seen in 2 percent.",
        ),
        ("R R", "In the ale group, 23 in 1,000 bakers had a stroke. For those on water, it was 14 in 1,000."),
        ("R R", "In the trial, 31 in 1,000 sailors on the tonic broke a hip, versus 22 in 1,000 on the dummy."),
        ("P", "The rate of gout in the county was 6.3 per 1,000."),
    ] {
        assert_eq!(share_kinds(text), kinds, "{text}");
    }
}

#[test]
fn who_was_met_again_or_quit() {
    for (kinds, text) in [
        ("P", "In the trial, nearly 14 percent quit before the last lesson."),
        ("P", "In the trial, only 6 percent of the cooks could not be reached at the end."),
        ("P", "In the trial, 94 percent of the cooks were examined at the last visit."),
        ("P", "Of the cooks with gout, 19 percent had been lent clogs in the previous winter."),
        ("R", "In the trial, 14 percent quit the drug because of nausea."),
        ("R", "In the trial, 14 percent quit smoking."),
        ("R", "By the end, fewer than one in 90 of the cooks had a false alarm."),
    ] {
        assert_eq!(share_kinds(text), kinds, "{text}");
    }
}

#[test]
fn truths_without_a_study() {
    let told = "In the trial, the balm did well. It was new. It was cheap. ";
    for (kinds, text) in [
        ("P", "The balm helps 40 percent of sailors."),
        ("P", "Only 9% survive for three years."),
        ("R", "The balm helped 40 percent of the sailors in the trial."),
        ("R", "Only 9% of the sailors survived."),
    ] {
        assert_eq!(share_kinds(&format!("{told}{text}")), kinds, "{text}");
    }
}

#[test]
fn counts_told_again_and_goals() {
    for (kinds, text) in [
        ("R", "In the trial, 212 of the sailors needed oxygen, or 9%."),
        ("P R", "Of those in the trial, 83 had seen their pain cut in half, or 57 percent."),
        ("R", "In the trial, pain fell in some. On the balm, 47 percent of the cooks reached the mark."),
        ("R", "Of the cooks in the trial, 61% were still feeling the benefit in May."),
        (
            "R R",
            "By the end of the trial, 38 percent of the sailors had shown signs of gout, up from 6 percent at first.",
        ),
        ("R R", "In the trial, the ORR was 19.3%, as against 41.2% in sailors who were new to it."),
        ("R R", "In the trial, the commonest adverse events were raised calcium (64%) and itchy ears (33%)."),
        (
            "R R",
            "In the trial, hiccups were mild or gone in 71.4% of sailors treated with the strap against 8.2% of the others.",
        ),
        ("P", "In the study, 212 of the sailors owned a dog, or 9%."),
        ("P", "In the study, 47 percent of the cooks met the mayor."),
        ("P", "In the study, 61% of the cooks were still feeling the cold."),
        ("P", "In the study, the fares were raised for sailors (64%)."),
        ("P", "In the study, 38 percent of the sailors had shown an interest in chess."),
    ] {
        assert_eq!(share_kinds(text), kinds, "{text}");
    }
}
