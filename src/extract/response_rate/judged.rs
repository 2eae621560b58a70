//! The verb of a share's people in, whether it tells that they were found well, or could do with less of a drug, out.

use crate::text::{Class, Tokens};

/// "were judged much better", "were judged to be better", but not "were judged eligible".
pub fn judged_well(tokens: &Tokens, verb: usize, at: usize) -> bool {
    const NEAR: usize = 13;
    let judged = matches!(
        tokens.word(at),
        "rated" | "judged" | "deemed" | "considered" | "classed" | "classified" | "graded" | "scored" | "declared"
    );
    let themselves = tokens.word(at + 1) == "themselves";
    let passive = || (verb..at).any(|k| tokens.is(k, Class::Be));
    let found = |k: usize| {
        matches!(tokens.word(k), "better" | "worse" | "well" | "free" | "responders" | "remission" | "clear")
            || tokens.is(k, Class::Became)
    };
    let goes_on = |&k: &usize| tokens.is_word(k) || matches!(tokens.word(k), "\"" | "-");
    judged
        && (themselves || passive())
        && (at + 1..at + NEAR)
            .take_while(goes_on)
            .take_while(|&k| !matches!(tokens.word(k), "by" | "for" | "who" | "after" | "at"))
            .any(found)
}

/// "had shown signs of gout", "showed early signs of it".
pub fn shows_signs(tokens: &Tokens, at: usize) -> bool {
    const NEAR: usize = 3;
    let signs = |k: usize| matches!(tokens.word(k), "signs" | "evidence") && tokens.word(k + 1) == "of";
    matches!(tokens.word(at), "shown" | "showed" | "had" | "developed") && (at + 1..=at + NEAR).any(signs)
}

/// "had lowered their dose", "cut back on painkillers": less of a drug did for them.
pub fn needs_less(tokens: &Tokens, at: usize) -> bool {
    const NEAR: usize = 5;
    let lowered = matches!(
        tokens.word(at),
        "lowered" | "reduced" | "cut" | "halved" | "tapered" | "decreased" | "lower" | "reduce" | "taper"
    );
    let drug = |k: usize| {
        tokens.is(k, Class::Care)
            || matches!(
                tokens.word(k),
                "dose"
                    | "doses"
                    | "dosage"
                    | "medication"
                    | "medications"
                    | "medicine"
                    | "medicines"
                    | "opioids"
                    | "pills"
            )
    };
    let theirs = matches!(tokens.word(at + 1), "their" | "the" | "down" | "back" | "how");
    lowered && theirs && (at + 2..at + NEAR).take_while(|&k| tokens.is_word(k)).any(drug)
}

/// "got a false alarm", "had a false positive result": what a test did to them.
pub fn falsely_alarmed(tokens: &Tokens, at: usize) -> bool {
    const NEAR: usize = 4;
    let had = matches!(tokens.word(at), "got" | "had" | "experienced" | "have" | "get");
    let alarm = |k: usize| {
        tokens.word(k) == "false"
            && matches!(tokens.word(k + 1), "alarm" | "alarms" | "positive" | "positives" | "negative" | "result")
            || tokens.at(k, &["false", "-", "positive"])
    };
    had && (at + 1..at + NEAR).any(alarm)
}

/// "had an invasive procedure", "had a biopsy": what is done to those who fare badly, or are thought to.
pub fn had_a_procedure(tokens: &Tokens, object: usize) -> bool {
    const NEAR: usize = 4;
    let done = |k: usize| {
        matches!(
            tokens.word(k),
            "procedure" | "procedures" | "biopsy" | "biopsies" | "colostomy" | "hysterectomy" | "mastectomy" | "bypass"
        )
    };
    let led = tokens.is(object, Class::Article) || matches!(tokens.word(object), "another" | "further" | "more");
    led && (object + 1..object + NEAR).take_while(|&k| tokens.is_word(k)).any(done)
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::share_kinds;

    #[test]
    fn found_well() {
        for (text, kinds) in [
            ("At the end, 31 of 74 harness wearers were judged much better by the nurses.", "R"),
            ("Twenty-two of 61 patch users (36 percent) were judged to be better.", "R R"),
            ("At the end of the trial, 36 percent of the harness wearers rated themselves as cured.", "R"),
            ("In the trial, 36 percent of the patch users were rated by two nurses.", "P"),
            ("In the trial, 36 percent of the patch users were judged eligible.", "P"),
            ("In the study, 36 percent of the weavers were classified as smokers.", "P"),
        ] {
            assert_eq!(share_kinds(text), kinds, "{text}");
        }
    }

    #[test]
    fn less_of_a_drug() {
        for (text, kinds) in [
            ("By spring, a fifth of the weavers had cut their codeine dose.", "R"),
            ("By month six, 28 percent of the cooks had lowered their insulin dose.", "R"),
            ("A third of the sailors in the trial cut back on painkillers.", "R"),
            ("By month six, 28 percent of the cooks had lowered their rent.", "P"),
            ("A third of the sailors in the study cut back on sugar.", "P"),
        ] {
            assert_eq!(share_kinds(text), kinds, "{text}");
        }
    }

    #[test]
    fn procedures() {
        for (text, kinds) in [
            ("In the trial, one in 12 of the cooks had a biopsy that proved needless.", "R"),
            ("Of the weavers in the study, 9 percent had an invasive procedure.", "R"),
            ("Of the weavers in the study, 9 percent had the wrong form.", "P"),
        ] {
            assert_eq!(share_kinds(text), kinds, "{text}");
        }
    }
}
