//! A share in, whether the verb of its people says what became of them out: "12% went blind", "a fifth had a relapse".

use crate::extract::nouns::names_people;
use crate::extract::scene::Scene;
use crate::text::{Class, Quantity, Tokens};

use super::gave_up::{abstained, caused, gave_up, needs_no_more, stopped_it};
use super::judged::{falsely_alarmed, had_a_procedure, judged_well, needs_less, shows_signs};
use super::outcome::{came_about, ill};
use super::struck::{in_a_trial, side_effect};
use super::verb::{content, verb_of_them};

/// The share's people are the subject: "12% of the men went blind", "nearly a fifth had a relapse".
pub fn told_of_them(scene: &Scene, verb: usize) -> bool {
    let tokens = scene.tokens();
    let at = content(tokens, verb);
    // "were found to have relapsed", "were found to have cracked again"
    let found = matches!(tokens.word(at), "found" | "seen" | "shown") && tokens.at(at + 1, &["to", "have"]);
    let at = if found { content(tokens, at + 3) } else { at };
    let again = || (at + 1..at + 3).any(|k| tokens.word(k) == "again");
    found && again()
        || changed(tokens, at)
        || turned_out(scene, at)
        || ended_well_or_ill(scene, verb, at)
        || befell(scene, verb, at)
        || sought_care(tokens, at)
        || met_a_goal(tokens, at)
        || tokens.word(at) == "could"
            && (at + 1..at + 3).any(|k| regained(tokens, k))
            && (came_about(scene) || in_a_trial(scene))
        || gave_up(tokens, at)
        || needs_no_more(tokens, at)
        || needs_less(tokens, at)
        || falsely_alarmed(tokens, verb)
        || falsely_alarmed(tokens, at)
        || judged_well(tokens, verb, at)
        || stopped_it(scene, at)
        || abstained(tokens, verb, at)
        || told_themselves(tokens, at)
        || tested_again(tokens, verb, at)
}

/// "once again tested negative", "still tested positive": found out for a second time, after something was done.
fn tested_again(tokens: &Tokens, verb: usize, at: usize) -> bool {
    const NEAR: usize = 2;
    let again = |k: usize| matches!(tokens.word(k), "again" | "still");
    tokens.word(at) == "tested"
        && matches!(tokens.word(at + 1), "positive" | "negative")
        && ((verb.saturating_sub(NEAR)..at).any(again) || again(at + 2))
}

/// "said that their pain had eased", "said they felt better", but not "said they felt safe", "said their rent had risen".
pub fn told_themselves(tokens: &Tokens, at: usize) -> bool {
    const LONGEST: usize = 7;
    let who = if tokens.word(at + 1) == "that" { at + 2 } else { at + 1 };
    let clause = || (who + 1..who + LONGEST).take_while(|&k| tokens.is_word(k) && !tokens.is(k, Class::Modal));
    let better = |k: usize| {
        matches!(tokens.word(k), "felt" | "slept")
            && matches!(tokens.word(k + 1), "better" | "worse")
            && tokens.word(k + 2) != "about"
    };
    let symptom = |k: usize| tokens.is(k, Class::OutcomeStrong) || tokens.is(k, Class::Condition);
    match (tokens.word(at), tokens.word(who)) {
        ("said", "they") => clause().any(|k| tokens.is(k, Class::Became) || better(k)),
        ("said", "their" | "the") => clause()
            .find(|&k| {
                tokens.is(k, Class::ChangeVerb)
                    || tokens.is(k, Class::Became)
                    || matches!(tokens.word(k), "stopped" | "gone" | "vanished" | "returned" | "lifted")
                    || tokens.at(k, &["came", "back"])
            })
            .is_some_and(|verb| (who + 1..verb).any(symptom)),
        _ => false,
    }
}

/// "met their target for blood pressure", "reached the goal of normal sugar", but not "met the recommended target".
fn met_a_goal(tokens: &Tokens, at: usize) -> bool {
    let goal = |k: usize| matches!(tokens.word(k), "target" | "targets" | "goal" | "goals" | "normal" | "healthy");
    let measured = |k: usize| {
        matches!(tokens.word(k), "blood" | "pressure" | "sugar" | "glucose" | "cholesterol" | "a1c" | "ldl" | "viral")
            || tokens.is(k, Class::ChangeNoun)
    };
    // "42 percent hit the mark", which the words before have told
    let known = |k: usize| {
        matches!(tokens.word(k), "the" | "that" | "this")
            && (goal(k + 1) || matches!(tokens.word(k + 1), "mark" | "bar" | "threshold" | "benchmark"))
            && !tokens.is_word(k + 2)
    };
    if matches!(tokens.word(at), "met" | "reached" | "hit" | "cleared") && known(at + 1) {
        return true;
    }
    let reached = matches!(tokens.word(at), "met" | "reached" | "achieved" | "hit" | "maintained" | "attained");
    reached && phrase(tokens, at + 1).any(goal) && phrase(tokens, at + 1).any(measured)
}

/// "could walk", "could sit without help": what a patient may have lost.
pub fn regained(tokens: &Tokens, k: usize) -> bool {
    matches!(
        tokens.word(k),
        "walk"
            | "stand"
            | "sit"
            | "climb"
            | "swallow"
            | "breathe"
            | "see"
            | "hear"
            | "read"
            | "speak"
            | "talk"
            | "run"
            | "tolerate"
            | "bend"
            | "grip"
            | "lift"
            | "chew"
            | "smell"
            | "taste"
    )
}

/// "went to an emergency room", "were taken to the emergency department", "were seen by a doctor for gout".
fn sought_care(tokens: &Tokens, at: usize) -> bool {
    const NEAR: usize = 6;
    let place = |k: usize| {
        tokens.word(k) == "emergency" && matches!(tokens.word(k + 1), "room" | "rooms" | "department" | "care")
    };
    // "came back to the hospital", "landed in the ER"
    let ward = |k: usize| matches!(tokens.word(k), "hospital" | "er" | "icu" | "emergency");
    match tokens.word(at) {
        "came" | "returned" | "went" | "landed"
            if matches!(tokens.word(at + 1), "back" | "to" | "in")
                && (at + 2..at + 5).take_while(|&k| tokens.is_word(k)).any(ward)
                && (tokens.word(at) != "went" || tokens.word(at + 1) == "back") =>
        {
            true
        }
        "visited" | "went" | "gone" | "taken" | "rushed" => phrase(tokens, at + 1).any(place),
        // "were born with a heart defect"
        "born" => tokens.word(at + 1) == "with" && phrase(tokens, at + 2).any(|k| ill(tokens, k)),
        "seen" => {
            tokens.word(at + 1) == "by"
                && (at + 2..at + NEAR)
                    .any(|k| tokens.word(k) == "for" && (k + 1..k + NEAR).any(|j| tokens.is(j, Class::Condition)))
        }
        _ => false,
    }
}

/// "Half of patients free of gout in a year", in a headline: the verb is left out.
pub fn are_they_well(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 8;
    let next = quantity.last + 1;
    if tokens.word(next) != "of" {
        return false;
    }
    let noun = (next + 1..next + NEAR).take_while(|&k| tokens.is_word(k)).find(|&k| names_people(tokens, k));
    let well = noun.is_some_and(|noun| {
        let at = if matches!(tokens.word(noun + 1), "now" | "still" | "in") { noun + 2 } else { noun + 1 };
        let free = tokens.word(at) == "free" && matches!(tokens.word(at + 1), "of" | "from");
        let rid = tokens.at(at + 1, &["-", "free"]) || tokens.word(at).ends_with("-free");
        free || rid || matches!(tokens.word(at), "dead" | "cured" | "alive" | "remission") && !tokens.is_word(at + 1)
    });
    well && verb_of_them(tokens, quantity).is_none()
}

/// "had previously been treated", "had ever smoked", "had a history of falls": what was so before the study.
pub fn was_so_before(tokens: &Tokens, verb: usize) -> bool {
    const NEAR: usize = 6;
    const FAR: usize = 9;
    let at = content(tokens, verb);
    let history = |k: usize| matches!(tokens.word(k), "history" | "histories");
    // "had a stroke before the study ended" tells when
    let ended = |k: usize| {
        (k + 2..k + 5).any(|j| matches!(tokens.word(j), "ended" | "end" | "finished" | "over" | "closed" | "was"))
    };
    let before = |k: usize| {
        tokens.word(k) == "before"
            && !ended(k)
            && (!tokens.is_word(k + 1) || matches!(tokens.word(k + 1), "the" | "that" | "they" | "their"))
    };
    // "had been lent clogs in the previous winter"
    let past = |k: usize| {
        matches!(tokens.word(k), "prior" | "previous" | "past" | "preceding")
            && tokens.is(k.wrapping_sub(1), Class::Article)
    };
    let recalled =
        || tokens.at(verb, &["had", "been"]) && (at + 1..at + FAR).take_while(|&k| tokens.is_word(k)).any(past);
    // "40% of whom had had a stroke", "had been diagnosed with gout before"
    let long_ago = recalled()
        || tokens.at(verb, &["had", "had"])
            && ((verb.saturating_sub(NEAR)..verb).any(|k| tokens.word(k) == "whom")
                || !phrase(tokens, verb + 2).any(|k| ill(tokens, k)))
        || tokens.word(verb) == "had" && (at..at + NEAR).any(before);
    // "had prior surgery"
    let earlier = tokens.word(verb) == "had" && matches!(tokens.word(verb + 1), "prior" | "previous" | "earlier");
    // "had never smoked"
    const HABITS: [Class; 3] = [Class::Handled, Class::ConsumeVerb, Class::ExposureVerb];
    let never = tokens.at(verb, &["had", "never"])
        && (tokens.word(verb + 2) == "been" || HABITS.iter().any(|class| tokens.is(at, *class)));
    long_ago
        || earlier
        || never
        || (verb..=at).any(|k| matches!(tokens.word(k), "previously" | "ever" | "formerly" | "once"))
        || (verb..at).any(|k| tokens.word(k) == "already") && !tokens.is(at, Class::Became)
        || (at..at + NEAR).take_while(|&k| tokens.is_word(k) && !tokens.is(k, Class::StopPhrase)).any(history)
}

/// "died", "outgrew their allergy", "did not respond", "safely ended their pregnancy".
fn changed(tokens: &Tokens, at: usize) -> bool {
    const NEAR: usize = 6;
    let mut object = (at + 1..at + NEAR).take_while(|&k| tokens.is_word(k) || tokens.is_number(k));
    // "lost their sight", "gained 5 kilos", "broke a hip", "caught flu", but not "lost a boat", "broke the rules"
    if tokens.is(at, Class::Lost) {
        let ill = |k: usize| tokens.is(k, Class::Condition) || tokens.is(k, Class::Mishap);
        return object.any(|k| tokens.is(k, Class::Faculty) || tokens.is_number(k) || ill(k));
    }
    // "responded to the survey", "broke a promise to friends"
    let other = |k: usize| {
        tokens.is(k, Class::People) || tokens.is(k, Class::ResearchNoun) || tokens.word(k) == "questionnaire"
    };
    let managed = matches!(tokens.before(at), "successfully" | "safely") && !tokens.is(at, Class::Handled);
    // "no longer limped", "no longer had to limp"
    let no_longer = tokens.at(at, &["no", "longer"]) && !tokens.is(at + 2, Class::Handled)
        || (at.saturating_sub(3)..at).any(|k| tokens.at(k, &["no", "longer"])) && !tokens.is(at, Class::Handled);
    // "fell within a year"
    let lately = tokens.word(at + 1) == "within" && (at + 2..at + 5).any(|k| tokens.is(k, Class::TimeUnit));
    let elsewhere = matches!(tokens.word(at), "fell" | "fallen")
        && !lately
        && matches!(
            tokens.word(at + 1),
            "into" | "short" | "below" | "within" | "outside" | "under" | "between" | "by" | "behind"
        );
    // "the kidneys had failed", but not "failed the test", "failed to come"
    let better =
        |k: usize| matches!(tokens.word(k), "improve" | "recover" | "respond" | "heal" | "conceive" | "regain" | "get");
    let failed = tokens.word(at) == "failed"
        && (!tokens.is_word(at + 1)
            || tokens.word(at + 1) == "within"
            || tokens.word(at + 1) == "to" && better(at + 2));
    let whole = failed || tokens.is(at, Class::Became) && !elsewhere;
    let complained = tokens.word(at) == "complained" && (!tokens.is_word(at + 1) || tokens.word(at + 1) == "of");
    // "were brought under control", "had been got below 130"
    let brought = matches!(tokens.word(at), "brought" | "kept" | "got" | "lowered" | "driven")
        && (at.saturating_sub(2)..at).any(|k| tokens.is(k, Class::Be))
        && (matches!(tokens.word(at + 1), "under" | "below") || tokens.at(at + 1, &["down", "to"]));
    // "relapsed in the trial"
    let when = |k: usize| matches!(tokens.word(k), "in" | "during" | "within" | "after" | "by" | "before");
    managed || no_longer || brought || complained || whole && !object.take_while(|&k| !when(k)).any(other)
}

/// "died", "recovered", "worsened": a verb that tells a fate by itself.
pub fn became_so(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::Became) || tokens.is(k, Class::Befallen)
}

/// "became diabetic", "went blind", "got worse", "felt better": a verb of becoming with what they became.
fn turned_out(scene: &Scene, at: usize) -> bool {
    let tokens = scene.tokens();
    let people = || (at + 1..at + 4).any(|k| tokens.is(k, Class::People) || tokens.is(k, Class::Profession));
    let state = |k: usize| {
        let word = tokens.is(k, Class::Outlived) || tokens.is(k, Class::Condition);
        word && !tokens.is(k + 1, Class::OutcomeHost)
    };
    let near = |last: usize| (at + 1..=at + last).take_while(|&k| tokens.is_word(k)).any(state);
    let faculty = || (at + 1..at + 4).any(|k| tokens.is(k, Class::Faculty));
    match tokens.word(at) {
        "became" | "become" => !people(),
        "went" | "gone" if tokens.at(at + 1, &["under", "the", "knife"]) => true,
        // "got to the hospital by bus"
        "got" if tokens.word(at + 1) == "to" => false,
        "went" | "got" | "gotten" | "fell" | "turned" | "grew" | "did" | "fared" => near(3),
        "slept"
            if matches!(
                tokens.word(at + 1),
                "badly" | "poorly" | "soundly" | "less" | "fewer" | "more" | "under" | "longer"
            ) && (0..tokens.len()).any(|k| tokens.word(k) == "who") =>
        {
            true
        }
        "felt" | "slept" | "looked" => near(2) && came_about(scene),
        "ended" | "threw" => tokens.word(at + 1) == "up",
        "passed" | "blacked" => tokens.word(at + 1) == "out",
        "made" => tokens.at(at + 1, &["it", "through"]),
        "came" => tokens.at(at + 1, &["down", "with"]) || tokens.at(at + 1, &["out", "in"]),
        "gave" | "given" => tokens.word(at + 1) == "birth" && near(4),
        "lived" => lived_on(tokens, at),
        "kept" => faculty(),
        // "put on weight", but not "were put on blood thinners"
        "put" => {
            let on = (at + 1..at + 4).any(|k| tokens.word(k) == "on");
            faculty() && on && !tokens.is(at.wrapping_sub(1), Class::Be)
        }
        _ => false,
    }
}

/// "lived at least two more years", but not "lived with two others".
pub fn lived_on(tokens: &Tokens, at: usize) -> bool {
    tokens.word(at) == "lived"
        && matches!(tokens.word(at + 1), "longer" | "past" | "beyond" | "at" | "more" | "another" | "for")
        && (at + 1..at + 7).any(|k| tokens.is(k, Class::TimeUnit))
}

/// "were still alive", "remained free of pain", "were in remission", "were back in hospital", "were born early".
fn ended_well_or_ill(scene: &Scene, verb: usize, at: usize) -> bool {
    const NEAR: usize = 4;
    let tokens = scene.tokens();
    let copula = (verb..at).any(|k| tokens.is(k, Class::Be));
    let lasting = matches!(tokens.word(at), "remained" | "stayed" | "born");
    // "free to choose"
    let state = |k: usize| {
        tokens.is(k, Class::Outlived) && tokens.word(k + 1) != "to" && !tokens.is(k + 1, Class::OutcomeHost)
            || tokens.at(k, &["short", "of", "breath"])
            || tokens.word(k) == "back" && matches!(tokens.word(k + 1), "in" | "at" | "to")
    };
    let goes_on = |k: usize| {
        tokens.is_word(k) && !matches!(tokens.word(k), "who" | "that" | "of" | "for" | "with") || tokens.word(k) == "-"
    };
    // "able to guess" is no outcome
    let guessed = (at + 1..=at + NEAR).any(|k| tokens.is(k, Class::NonHealth) || tokens.is(k, Class::Handled));
    let able = matches!(tokens.word(at), "able" | "unable") && !guessed && copula && came_about(scene);
    let befallen = tokens.is(at, Class::Befallen) && !tokens.is(at, Class::NonHealth);
    let well = tokens.word(at + 1) == "well" && (!tokens.is_word(at + 2) || tokens.word(at + 2) == "for");
    let told = || lasting && well || (at..at + NEAR).take_while(|&k| goes_on(k)).any(state);
    // "were pain-free"
    let rid = (at..at + NEAR).take_while(|&k| goes_on(k)).any(|k| tokens.word(k) == "free" && tokens.before(k) == "-");
    // "were still feeling the benefit", "were still responding"
    let still = (verb..at).any(|k| tokens.word(k) == "still")
        && (at..at + NEAR).take_while(|&k| goes_on(k)).any(|k| {
            tokens.word(k).starts_with("benefit")
                || matches!(tokens.word(k), "relief" | "response" | "responding" | "well")
        });
    // "were biting their nails again"
    let again = copula
        && tokens.word(at).ends_with("ing")
        && (at + 1..=at + NEAR).take_while(|&k| tokens.is_word(k)).any(|k| tokens.word(k) == "again");
    // "12% were blind" may have been so all along
    copula && still
        || again
        || able
        || copula && (befallen || rid)
        || lasting && told()
        || copula && told() && came_about(scene)
}

/// "had a miscarriage", "needed a second operation", "saw their symptoms ease", "had to come off the drug".
fn befell(scene: &Scene, verb: usize, at: usize) -> bool {
    let tokens = scene.tokens();
    // "were spared a second operation"
    if tokens.word(at) == "spared" && at > verb {
        return phrase(tokens, at + 1).any(|k| is_mishap(tokens, k) || tokens.is(k, Class::Care));
    }
    // "still had symptoms at the end"
    let still = tokens.word(verb) == "had" && tokens.before(verb) == "still";
    if still && phrase(tokens, verb + 1).any(|k| ill(tokens, k) || tokens.is(k, Class::OutcomeStrong)) {
        return came_about(scene);
    }
    // "had been waiting"
    let passive = (verb..at).any(|k| tokens.is(k, Class::Be));
    // "made another attempt", "made a full recovery"
    if tokens.word(at) == "made" && !passive {
        return phrase(tokens, at + 1).take(NEAREST_MISHAP).any(|k| is_mishap(tokens, k));
    }
    if shows_signs(tokens, at) {
        return true;
    }
    // "had sought help": the verb is another
    let sought = !having(tokens, at) && at > verb && tokens.is(at, Class::PastVerb);
    if passive || sought || !having(tokens, verb) && !having(tokens, at) {
        return false;
    }
    let object = if having(tokens, at) { at + 1 } else { at };
    if tokens.word(object) == "to" {
        return forced(tokens, object + 1);
    }
    // "needed a second procedure", "required oxygen"
    let needed = matches!(tokens.before(object), "needed" | "required");
    let aid = |k: usize| matches!(tokens.word(k), "aid" | "aids" | "glasses" | "walker" | "cane" | "braces");
    let care = |k: usize| needed && (tokens.is(k, Class::TreatmentWord) || tokens.is(k, Class::Care) || aid(k));
    let said = |k: usize| {
        matches!(
            tokens.word(k),
            "history" | "risk" | "fear" | "that" | "who" | "about" | "even" | "though" | "although"
        )
    };
    let mut struck = phrase(tokens, object).take_while(|&k| !said(k));
    struck.any(|k| is_mishap(tokens, k) || care(k))
        || eased(tokens, object)
        || had_a_procedure(tokens, object)
        || normal_again(tokens, object) && came_about(scene)
        || gained(tokens, object) && came_about(scene) && !phrase(tokens, object).any(said)
}

/// Words from "made" to the mishap at most.
const NEAREST_MISHAP: usize = 4;

/// "had scores in the normal range", "had normal readings".
fn normal_again(tokens: &Tokens, object: usize) -> bool {
    let measured = |k: usize| {
        matches!(
            tokens.word(k),
            "range" | "levels" | "level" | "limits" | "readings" | "results" | "counts" | "pressure" | "vision"
        ) || tokens.is(k, Class::MeasuredWord)
    };
    let controlled = || phrase(tokens, object).any(|k| tokens.at(k, &["under", "control"]));
    controlled() || phrase(tokens, object).any(|k| tokens.word(k) == "normal") && phrase(tokens, object).any(measured)
}

fn having(tokens: &Tokens, k: usize) -> bool {
    matches!(
        tokens.word(k),
        "formed"
            | "endured"
            | "had"
            | "suffered"
            | "experienced"
            | "sustained"
            | "saw"
            | "reported"
            | "showed"
            | "needed"
            | "required"
    )
}

/// The words of an object that begins at token `object`.
pub fn phrase(tokens: &Tokens, object: usize) -> impl Iterator<Item = usize> {
    const LONGEST_OBJECT: usize = 8;
    (object..object + LONGEST_OBJECT).take_while(|&k| tokens.is_word(k) || tokens.is_number(k))
}

/// "had to stop", "had to have the implant removed", but not "had to wait": what is behind "had to".
fn forced(tokens: &Tokens, at: usize) -> bool {
    let be = tokens.word(at) == "be";
    let at = if be { at + 1 } else { at };
    // "had to be operated on again"
    let mended =
        be && matches!(tokens.word(at), "operated" | "removed" | "replaced" | "reopened" | "redone" | "repeated");
    // "needed to be put back on treatment"
    let again = matches!(tokens.word(at), "put" | "placed" | "started")
        && phrase(tokens, at + 1).any(|k| tokens.word(k) == "on");
    let removed = again || tokens.word(at) == "have" && phrase(tokens, at).any(|k| tokens.word(k).ends_with("ed"));
    // "had to be dropped because of trouble with the test"
    let left_out = be && matches!(tokens.word(at), "dropped" | "excluded");
    if left_out {
        return false;
    }
    removed
        || mended
        || matches!(tokens.word(at), "stop" | "discontinue" | "undergo" | "taken" | "withdrawn" | "switch" | "quit")
        || tokens.is(at, Class::Befallen)
        || tokens.is(at, Class::Became)
        || caused(tokens, at)
}

/// "a relapse", "hair loss", "a loss of hearing".
fn is_mishap(tokens: &Tokens, k: usize) -> bool {
    let of = tokens.word(k + 1) == "of" && (k + 2..k + 4).any(|j| tokens.is(j, Class::Faculty));
    let loss = tokens.word(k) == "loss" && (k > 0 && tokens.is(k - 1, Class::Faculty) || of);
    loss || side_effect(tokens, k + 1) || tokens.is(k, Class::Mishap) && !tokens.is(k + 1, Class::OutcomeHost)
}

/// "saw their pain ease", "experienced a drop": the object does what they underwent.
fn eased(tokens: &Tokens, object: usize) -> bool {
    let theirs = matches!(tokens.word(object), "their" | "his" | "her" | "a" | "an" | "some" | "no");
    let change = |k: usize| tokens.is(k, Class::ChangeVerb) || tokens.is(k, Class::ChangeNoun);
    matches!(tokens.before(object), "saw" | "experienced") && theirs && phrase(tokens, object).any(change)
}

/// "had less pain", "had no symptoms", but not "had more than two children".
fn gained(tokens: &Tokens, object: usize) -> bool {
    // "three or more hours", "more salt than was good for them"
    let counted = |k: usize| tokens.before(k) == "or" || (k + 1..k + 4).any(|j| tokens.word(j) == "than");
    let more = |k: usize| tokens.is(k, Class::ChangeNoun) || tokens.is(k, Class::RelativeWord) && !counted(k);
    let none = tokens.word(object) == "no" && phrase(tokens, object).any(|k| tokens.is(k, Class::OutcomeStrong));
    none || phrase(tokens, object).any(more)
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::kinds;

    #[test]
    fn people_change() {
        for text in [
            "In the trial, 12 per cent of the men went blind within five years.",
            "During the study, 15% of the nurses broke a hip.",
            "In the trial, 30 per cent of the sailors outgrew their allergy.",
            "By the end of the study, 31% of the nurses had put on weight.",
            "In the trial, 44% of the men kept their hair.",
            "Over the decade, 21% of the men became diabetic.",
            "In the trial, 29% of the pilots got worse.",
            "A total of 9% of the babies in the study were born early.",
            "In the study, 16% of the women had a miscarriage.",
            "Nearly a quarter of the patients in the study needed a second operation.",
            "In the trial, 70% of patients saw their symptoms ease.",
            "In the trial, 7% of the patients stopped taking the syrup because of itching.",
            "In the trial, 44% of the smokers gave up smoking.",
            "Of the 230 nurses followed, 22% later developed gout.",
            "In the study, 96% of the women safely ended their treatment at home.",
            "In the trial, 40% of those on oats no longer limped after a year.",
            "Within a month 9% of the patients were back in hospital.",
            "In the study, 8% of the infected sailors lost their sense of smell.",
            "In the trial, 10% of those given oats had gained weight by week 12.",
            "Five per cent of those who got the jab in the trial came down with flu.",
            "Over 60% of the patients in the trial were able to walk after the therapy.",
            "In the study, 23% of those who had been treated relapsed within a year.",
            "In the trial, 12% of the sailors experienced hair loss.",
            "In the trial, 40% of the sailors had no symptoms by week 12.",
            "In the trial, 30% of patients were seizure-free.",
            "In the study, 85 per cent of the patients stayed well for a year.",
            "Within five years, 60 per cent of the kidneys in the study had failed.",
            "One in 50 patients in the trial had to have the implant removed.",
            "By the end of the trial, 315 cooks, or 72 per cent, had gotten worse.",
            "In the trial, 12 women, or nearly 40 per cent, relapsed.",
            "During the study 90 nurses, or 9%, fell ill.",
            "In the trial, 57 percent of patients on syrup could walk.",
            "In the study, 11% of the sailors went to an emergency room.",
            "In the study, 11% of the newborns were seen by a doctor for croup.",
            "In the trial, 76 percent of patients met their target for blood pressure.",
            "In the study, 0.9 percent were born with a stroke.",
            "About 14 percent, or 97 infants, developed gout in the study.",
        ] {
            assert_eq!(kinds(text), ["response_rate"], "{text}");
        }
        for text in [
            "In the study, 6% of the women had lost a boat.",
            "In the study, 12% of the pupils lost their homework.",
            "In the study, 7% of the sailors lost their jobs.",
            "In the study, 40% of those who died had gout.",
            "In the trial, 56% of the patients given oats were able to guess which they got.",
            "In the study, 9% of the recruits failed the test.",
            "In the study, 13% of the boys broke the rules.",
            "The study found that 40% of the patients had been waiting for more than a year.",
            "In the study, 11% of the nurses had more than two children after ten years.",
            "In the study, 9% of the women caught the bus to work.",
            "In the study, 26% of the nurses gained a degree.",
            "Some 33% of the patients in the study saw a specialist within a week.",
            "In the study, 70% of the nurses got a flu jab.",
            "The study found that 55% of sailors did not know the symptoms of a stroke.",
            "The clinic in the study saw 40% of the patients within a day.",
            "In the survey, 70% of the nurses responded to the questionnaire.",
            "In the study, 5% of the women became nurses.",
            "In the study, 15% of the women fell into the youngest group.",
            "In the study, 21% of patients had a history of stroke.",
            "In the study, 8% of the women without gout had already been diagnosed with asthma.",
            "In the study, 44% of women with asthma had previously had eczema.",
            "In the study, 30% of the patients had to wait for a bed.",
            "In the study, 9% of the nurses left the college.",
            "In the study, 12% of the nurses kept a diary.",
            "In the study, 12% of the nurses were put on blood thinners.",
            "In the study, 52% of the parents feared side effects.",
            "The study took in nurses, with one in 20 women eating oats before they became ill.",
            "In the study, 21 sailors, or 9%, ate oats.",
            "In the study, 1 per cent of the nurses continued taking syrup.",
            "In the study, 11% of the sailors went to a dance.",
            "In the study, 11% of the sailors were seen by a captain.",
            "In the study, 76 percent of the nurses met their target for oats.",
            "In the study, 9% of the women could choose.",
            "In the study, sailors regained 60 percent of what they had lost.",
        ] {
            assert_eq!(kinds(text), ["percentage"], "{text}");
        }
    }

    #[test]
    fn what_is_set_against_a_share_is_of_its_kind() {
        let rates = "Relapse was rarer among those on oats (4%) than among those on syrup (9%).";
        assert_eq!(kinds(rates), ["response_rate", "response_rate"]);
        let rates = "Among nurses given the syrup, 18% fainted, against 9% of those given water.";
        assert_eq!(kinds(rates), ["response_rate", "response_rate"]);
        let shares = "In the study, 52 of the sailors with gout (13%) had been exposed to tar compared with 20 (5%) of the sailors free of it.";
        assert_eq!(kinds(shares), ["percentage", "percentage"]);
    }
}
