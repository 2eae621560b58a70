//! The share of a group in a study that had a health outcome: "54% of those on the drug went into remission".

mod acted;
mod became;
mod births;
#[cfg(test)]
mod designs_told;
mod echo;
mod gave_up;
#[cfg(test)]
mod groups_told;
mod harms;
mod how_well;
mod judged;
mod left_out;
mod levels;
#[cfg(test)]
mod manners;
mod neighbours;
mod no_results;
mod nonfinite;
mod other_shares;
mod outcome;
mod parallel;
mod populations;
mod risks;
mod seen_in;
mod struck;
mod subject;
mod took_part;
mod verb;

use crate::model::{ClaimKind, Part, Scope, Statistic};
use crate::text::{Class, Classes, Quantity, Tokens, Unit};

use super::scene::Scene;
use super::scope::generic_share;
use super::share::{counted_one_by_one, quote_end, reading, split};
use super::{Draft, KindReader};
pub use acted::behind_hedges;
pub use acted::commoner_in_them;
use acted::{acted_on_them, how_often_it_struck, rate_of_outcome};
use became::are_they_well;
pub use became::{told_of_them, was_so_before};
use births::birth_went_ill;
pub use echo::echoes;
use harms::did_harm;
use how_well::how_well;
use left_out::{did_as_told, more_of_them, rate_of_the_count, the_ones_who};
use levels::bounds_a_rate;
use neighbours::{
    arms_compared, beside_a_count, follows_a_rate, restates_a_rate, second_of_a_pair, set_against_an_arm,
    share_of_events,
};
pub use no_results::{no_rate, no_result};
use nonfinite::seen_to;
pub use other_shares::of_things;
use other_shares::{
    assigned_part, composition, general_future, not_health, of_a_lifetime, of_a_population, of_causes, of_other_things,
    of_samples, to_come,
};
pub use outcome::ill;
use outcome::{
    came_about, condition, happened, of_an_arm, of_the_studied, outcome_in, told_before_the_mark, told_of_groups,
    told_within,
};
use parallel::{did_what_was_told, host};
use populations::{rate_of_a_group, told_again};
use risks::{rate_of_what_was_told, rates_of_illness, risk_came_to, risk_set_against_another};
use seen_in::{ill_seen_in, tests_showed};
pub use struck::{MARKS_OF_A_TRIAL, is_care};
use struck::{among_the_followed, care_was_needed, listed_as_side_effect, struck};
use subject::events_came_to;
use took_part::handled;
pub use verb::verb_of_them;

pub static READER: KindReader = KindReader {
    kind: ClaimKind::ResponseRate,
    reads: "54% of those on the drug went into remission; 17 of 31 patients (55%); a response rate of 20 percent",
    refuses: "relative changes, composition (60% were women), opinions, guesses, prescribing, general prevalence",
    read: Some(read),
};

fn read(scene: &Scene, quantity: &Quantity, scope: Scope) -> Option<Draft> {
    let study = matches!(scope, Scope::ThisStudy | Scope::OtherStudy);
    if !study || scene.tokens().is_empty() {
        return None;
    }
    let split = split(scene, quantity);
    if quantity.unit == Unit::None && split.is_none() {
        return told_again(scene, quantity);
    }
    let (told, quantity) = (quantity, split.map_or(quantity, |split| split.percent));
    let share = reading(scene, quantity).filter(|reading| reading.statistic == Statistic::Share)?;
    // What other studies say of people in general is prevalence: "one in four people with gout show …".
    let general =
        || generic_share(scene, quantity) || brought_about(scene.tokens(), quantity) || of_many_studies(scene.tokens());
    if scope == Scope::OtherStudy && general() {
        return None;
    }
    let verb = verb_of_them(scene.tokens(), quantity);
    // "half of them would relapse, said the nurses"
    let supposed = |k: usize| matches!(scene.tokens().word(k), "would" | "will" | "might" | "may");
    let unhindered = || scene.tokens().word(scene.clause_start(quantity.first)) == "without";
    if !scene.is_abstract && verb.is_some_and(supposed) && (scope == Scope::OtherStudy || unhindered()) {
        return None;
    }
    if has_been(scene, verb)
        || told_in_general(scene, quantity, verb)
        || !tells_of_people(scene, quantity, verb, EARLIER_SHARES)
    {
        return None;
    }
    let draft = match split {
        Some(split) => split.draft(ClaimKind::ResponseRate, told),
        None => {
            Draft { last: quote_end(scene, quantity), ..Draft::of(ClaimKind::ResponseRate, quantity, Statistic::Share) }
        }
    };
    Some(Draft { direction: share.direction, ..draft })
}

/// "In older surveys, up to 12% relapsed", "historically", "in older trials": how common it has been found, not by one study.
fn of_many_studies(tokens: &Tokens) -> bool {
    const NEAR: usize = 3;
    let earlier = |k: usize| {
        matches!(
            tokens.word(k),
            "past" | "earlier" | "previous" | "prior" | "older" | "other" | "most" | "many" | "some"
        )
    };
    let studies =
        |k: usize| matches!(tokens.word(k), "studies" | "reports" | "trials" | "surveys" | "reviews" | "series");
    tokens.iter().any(|(k, _)| {
        tokens.word(k) == "historically"
            || earlier(k) && (k + 1..=k + NEAR).take_while(|&j| tokens.is_word(j)).any(studies)
    })
}

/// "a year of rum leads to four falls and one death for every 1,000 cooks": what something brings about in people at large.
fn brought_about(tokens: &Tokens, quantity: &Quantity) -> bool {
    const REACH: usize = 12;
    let leads = |k: usize| match tokens.word(k) {
        "leads" | "lead" => tokens.word(k + 1) == "to",
        "results" | "result" => tokens.word(k + 1) == "in",
        "causes" | "brings" => true,
        _ => false,
    };
    quantity.fraction.is_some() && (quantity.first.saturating_sub(REACH)..quantity.first).any(leads)
}

/// Where the figure starts that tells what befell the people of this one: "on oats, it was 12%".
pub fn told_beside(scene: &Scene, quantity: &Quantity) -> Option<usize> {
    let share = || reading(scene, quantity).is_some_and(|reading| reading.statistic == Statistic::Share);
    (!scene.is_abstract && quantity.unit == Unit::Percent && share())
        .then(|| host(scene, quantity))?
        .map(|host| host.place())
}

/// "The balm helps 40 percent of sailors", "only 9% survive for three years": what happens to people, told without a study.
fn told_in_general(scene: &Scene, quantity: &Quantity, verb: Option<usize>) -> bool {
    const NEAR: usize = 4;
    const LEAD: usize = 3;
    const OF_A_STUDY: Classes =
        Classes::of(&[Class::StudyNoun, Class::StudyWork, Class::FindingVerb, Class::PastVerb, Class::PeopleGroup]);
    let tokens = scene.tokens();
    if scene.is_abstract || scene.at < LEAD || scene.sentence().part == Part::Headline {
        return false;
    }
    let start = || scene.clause_start(quantity.first);
    let acts = |k: usize| {
        matches!(
            tokens.word(k),
            "helps" | "brings" | "cures" | "works" | "heals" | "eases" | "relieves" | "saves" | "clears" | "strikes"
        )
    };
    let acts = || (quantity.first.saturating_sub(NEAR)..quantity.first).any(|k| acts(k) && k >= start());
    let lives = |k: usize| matches!(tokens.word(k), "survive" | "die" | "relapse" | "recover" | "respond" | "suffer");
    let study = || (start()..quantity.first).any(|k| tokens.classes(k).meets(OF_A_STUDY));
    (verb.is_some_and(lives) || acts()) && !study()
}

/// "Two in five people at the hospital have been admitted because of rum": who they are, not what became of them.
fn has_been(scene: &Scene, verb: Option<usize>) -> bool {
    let tokens = scene.tokens();
    verb.filter(|_| !scene.is_abstract)
        .is_some_and(|k| matches!(tokens.word(k), "have" | "has") && tokens.word(k + 1) == "been")
}

/// Shares that the outcome is sought through: lists of more are no sentences.
const EARLIER_SHARES: usize = 6;

fn of_people_with_outcome(scene: &Scene, quantity: &Quantity, earlier_shares: usize) -> bool {
    tells_of_people(scene, quantity, verb_of_them(scene.tokens(), quantity), earlier_shares)
}

/// The same, where `verb` is the one that the people of the share are the subject of.
fn tells_of_people(scene: &Scene, quantity: &Quantity, verb: Option<usize>, earlier_shares: usize) -> bool {
    let tokens = scene.tokens();
    if scene.is_abstract {
        return !of_other_things(tokens, quantity) && tells_an_outcome(scene, quantity, None, earlier_shares);
    }
    let ended = rate_of_a_group(scene, quantity)
        || birth_went_ill(scene, quantity)
        || bounds_a_rate(scene, quantity)
        || did_harm(scene, quantity);
    if ended {
        return true;
    }
    if let Some(told) = the_ones_who(scene, quantity) {
        return told;
    }
    if of_something_else(scene, quantity, verb) || verb.is_some_and(|verb| was_so_before(tokens, verb)) {
        return false;
    }
    if became(scene, quantity, verb) {
        return true;
    }
    match host(scene, quantity) {
        Some(host) => earlier_shares.checked_sub(1).is_some_and(|left| host.of_people_with_outcome(left)),
        None => did_what_was_told(scene, quantity) || tells_an_outcome(scene, quantity, verb, earlier_shares),
    }
}

/// They are the subject of a verb of change, or a disease or a remedy is, which acted in or on them.
fn became(scene: &Scene, quantity: &Quantity, verb: Option<usize>) -> bool {
    verb.is_some_and(|verb| told_of_them(scene, verb) || tests_showed(scene.tokens(), verb))
        || acted_on_them(scene.tokens(), quantity)
        || commoner_in_them(scene, quantity)
        || rate_of_outcome(scene, quantity)
        || events_came_to(scene, quantity)
        || risk_came_to(scene, quantity)
        || rates_of_illness(scene, quantity)
        || rate_of_what_was_told(scene, quantity)
        || ill_seen_in(scene, quantity)
        || did_as_told(scene, quantity)
        || rate_of_the_count(scene, quantity)
        || more_of_them(scene, quantity)
        || how_often_it_struck(scene.tokens(), quantity)
        || care_was_needed(scene.tokens(), quantity)
        || listed_as_side_effect(scene, quantity)
        || are_they_well(scene.tokens(), quantity)
        || able_again(scene.tokens(), quantity)
        || seen_to(scene, quantity)
}

/// "Five of six deaf boys can hear after the injection", "eight of the 11 men could now walk".
fn able_again(tokens: &Tokens, quantity: &Quantity) -> bool {
    const REACH: usize = 10;
    if !counted_one_by_one(tokens, quantity) {
        return false;
    }
    let behind = quantity.last + 1..tokens.len().min(quantity.last + 1 + REACH);
    let mut clause = behind.take_while(|&k| tokens.is_word(k) && !matches!(tokens.word(k), "who" | "that" | "which"));
    clause.any(|k| matches!(tokens.word(k), "can" | "could") && tokens.word(k + 1) != "be")
}

/// Whose share it is: of things, places, causes, everybody; or of people, but of what was done with them.
fn of_something_else(scene: &Scene, quantity: &Quantity, verb: Option<usize>) -> bool {
    let tokens = scene.tokens();
    of_other_things(tokens, quantity)
        || how_well(tokens, quantity)
        || risk_set_against_another(tokens, quantity)
        || level_again(scene, quantity)
        || general_future(tokens, quantity)
        || to_come(tokens, quantity)
        || at_the_start(tokens)
        || of_a_population(tokens, quantity)
        || of_things(tokens, quantity)
        || handled(tokens, quantity, verb)
        || of_samples(scene, quantity, verb)
        || of_causes(tokens, quantity, verb)
        || tokens.any(Class::LifetimeWord) && of_a_lifetime(tokens, quantity, own_clause(scene, quantity).1)
}

/// "At the start, 40% in each group smoked", "when the trial began, a fifth had gout": what was so before anything was done.
fn at_the_start(tokens: &Tokens) -> bool {
    const LEAD: usize = 4;
    let first = |k: usize| match tokens.word(k) {
        "start" | "outset" | "beginning" | "baseline" | "enrollment" | "entry" => true,
        "began" | "started" | "enrolled" => matches!(tokens.word(0), "when" | "as") && k <= LEAD,
        _ => false,
    };
    if tokens.word(0) == "baseline" {
        return true;
    }
    let led = matches!(tokens.word(0), "at" | "when" | "as" | "on" | "before");
    let later =
        |k: usize| matches!(tokens.word(k), "end" | "later" | "after" | "then" | "from" | "by" | "rose" | "fell");
    led && (1..=LEAD).take_while(|&k| tokens.is_word(k)).any(first) && !(0..tokens.len()).any(later)
}

/// What the words around it tell where no verb of its own does: the outcome, the arms, the count beside it.
fn tells_an_outcome(scene: &Scene, quantity: &Quantity, verb: Option<usize>, earlier_shares: usize) -> bool {
    let tokens = scene.tokens();
    let (start, end) = own_clause(scene, quantity);
    if composition(tokens, quantity, end) || not_health(scene, start, end) {
        return false;
    }
    if quantity.fraction.is_some() && quantity.unit == Unit::Percent && assigned_part(tokens, quantity) {
        return false;
    }
    let strong = || {
        outcome_in(scene, quantity, verb, (start, end))
            || told_within(tokens, quantity)
            || !scene.is_abstract && told_before_the_mark(scene, quantity)
    };
    let named = |k: usize| happened(tokens, k) || tokens.is(k, Class::Condition) && condition(tokens, k);
    let told = || (0..tokens.len()).any(named);
    let shared = || {
        arms_compared(scene, quantity) && (scene.is_abstract || told())
            || scene.any(Class::Outcome) && set_against_an_arm(scene, quantity)
    };
    let counted = || scene.is_abstract && (quantity.fraction.is_some() || beside_a_count(scene, quantity));
    let told =
        || strong() || shared() || counted() || of_the_studied(tokens, quantity) || second_of_a_pair(scene, quantity);
    told() && (scene.is_abstract || came_about(scene) || among_the_followed(scene))
        || !scene.is_abstract && share_of_events(scene, quantity)
        || !scene.is_abstract && told_of_groups(scene, quantity)
        || struck(scene, quantity)
        || of_an_arm(tokens, quantity)
        || restates_a_rate(scene, quantity, earlier_shares)
        || follows_a_rate(scene, quantity)
}

/// "45 mmol/l (6.3%)": a measured level told in another unit.
fn level_again(scene: &Scene, quantity: &Quantity) -> bool {
    let at = scene.quantities().partition_point(|q| q.first < quantity.first);
    let host = at.checked_sub(1).map(|at| &scene.quantities()[at]).filter(|q| q.last + 2 == quantity.first);
    host.is_some_and(|q| matches!(q.unit, Unit::Measure(_))) && scene.tokens().before(quantity.first) == "("
}

/// The clause of the number; an apposition without a verb (", at about 2%") belongs to the clause before it.
fn own_clause(scene: &Scene, quantity: &Quantity) -> (usize, usize) {
    let tokens = scene.tokens();
    let (start, end) = scene.clause(quantity.first);
    let verb = |from: usize, to: usize| {
        (from..to).any(|k| tokens.is(k, Class::Be) || tokens.is(k, Class::PastVerb) || tokens.is(k, Class::PresentVerb))
    };
    if start > 1
        && !verb(start, quantity.first)
        && matches!(tokens.before(start), "," | "–")
        && quantity.first - start < 3
    {
        return (scene.clause_start(start - 2), end);
    }
    (start, end)
}
#[cfg(test)]
mod tests {
    use crate::extract::testing::{PAPER, told};
    use crate::model::ClaimKind::{Percentage, ResponseRate};

    #[test]
    fn rates() {
        for (text, found) in [
            ("The balm shrank tumours in 44% of patients, but only 17% of those without the rash.", vec!["44%", "17%"]),
            ("Stroke rates in the two groups were alike, at about 3%.", vec!["3%"]),
            ("In the trial, 54% of those on the drug went into remission.", vec!["54%"]),
            ("In the trial, 30% of patients died by chance.", vec!["30%"]),
            ("In the trial, 20% of those on the drug relapsed, whatever their chance.", vec!["20%"]),
            ("In the trial, 12% died before they had a chance to recover.", vec!["12%"]),
            ("In the study, 31.6% of the cooks went on to have a second operation.", vec!["31.6%"]),
            ("After three years, 18 per cent of the nurses in the study had diabetes.", vec!["18 per cent"]),
            (
                "In the trial, 84/120 (70%) improved, compared with 30/125 (24%) in the control group, whose sugar did not.",
                vec!["84/120", "70%", "30/125", "24%"],
            ),
            ("Those treated at once had damage more often (22% v 11%), as their scans showed.", vec!["22%", "11%"]),
            (
                "The network found that nearly a third - 32% - of those treated had a resistant strain.",
                vec!["a third", "32%"],
            ),
            (
                "In the study, 78.2% of those with a low score were free of relapse.\nThis compares with figures of 64.5% and 49.1% in the others.",
                vec!["78.2%", "64.5%", "49.1%"],
            ),
            (
                "In the trial, a stroke had occurred in 534 patients (8.4 percent) on the drug and in 561 (8.8 percent) of those on oil.",
                vec!["8.4 percent", "8.8 percent"],
            ),
            (
                "Dizziness was more common with the drug, at 16 per cent against 7 per cent with the placebo.",
                vec!["16 per cent", "7 per cent"],
            ),
            ("In the study, 9 per cent of women with asthma were diagnosed with migraine.", vec!["9 per cent"]),
            ("In the study, 2 per cent of vaccinated children were admitted to hospital.", vec!["2 per cent"]),
            ("In the trial, one patient in 14 treated had a serious reaction.", vec!["one patient in 14"]),
            ("In the trial, almost 95% reported successfully quitting.", vec!["95%"]),
            ("In the study, 32% of those treated tested positive for a resistant strain.", vec!["32%"]),
            ("After five years, 23% of those with sore gums had diabetes.", vec!["23%"]),
            ("In the study, 23% of those given the drug had headaches.", vec!["23%"]),
            (
                "By the age of 30, one in nine of the cooks were diabetic, compared with two in nine of the sailors.",
                vec!["one in nine of the cooks", "two in nine of the sailors"],
            ),
            (
                "The study linked the implant to 35 extra strokes per 1,000 sailors.",
                vec!["35 extra strokes per 1,000 sailors"],
            ),
            ("In the study, the tumour had returned in other organs in 41 (13%) of the sailors.", vec!["13%"]),
        ] {
            let wanted: Vec<String> = found.iter().map(|quote| format!("response_rate {quote}")).collect();
            assert_eq!(told(text, &[ResponseRate, Percentage]), wanted, "{text}");
        }
        let paper = format!("{PAPER}Nausea was noted in 12 of 87 patients and 5/60 controls.");
        assert_eq!(told(&paper, &[ResponseRate]), ["response_rate 12 of 87 patients", "response_rate 5/60 controls"]);
    }

    #[test]
    fn other_shares() {
        for (text, quote) in [
            ("Nurses could tell with 90 percent accuracy which sailors had died.", "90 percent"),
            ("Patients were in pain 43% of the time.", "43%"),
            ("Half a million sailors lost 8 per cent of their weight.", "8 per cent"),
            ("The reduction in the risk of gout was 22%.", "22%"),
            ("Surveys have found that up to 65% of sailors with gout will lose sleep to pain.", "65%"),
            ("In the study, 60 per cent were women.", "60 per cent"),
            ("In the trial, one colour meant a 50% chance of a painful shock.", "50%"),
            ("The trial gave each patient a 20 per cent probability of death.", "20 per cent"),
            ("In the study, smokers had a 30% chance of dying.", "30%"),
            ("The study found that 31% of clinics commission pain control teams.", "31%"),
            ("The team found that 12 per cent of women with depression owned a dog.", "12 per cent"),
            ("The study tested cooks with a 15 per cent risk of cancer.", "15 per cent"),
            ("In the study, cancer rose by 12 cases. Of the increase, 94% were small tumours with symptoms.", "94%"),
            ("In the study, the incidence of deaths was 8.4 per 100,000 people.", "8.4 per 100,000 people"),
            ("In the study, 40% of the nurses free of the disease had worked at night.", "40%"),
            ("The study found that 91 per cent of attacks happened in parks.", "91 per cent"),
            ("The study linked dust to deaths in most (87%) of the sampled cities.", "87%"),
            ("Three clinics (19%) in the study reported deaths.", "19%"),
            ("Only 38% of the trials reported side effects.", "38%"),
            ("Of the deaths in the study, 12% were due to stroke.", "12%"),
            ("In the study, women made up 55% of those who died.", "55%"),
            ("In the study, 6% of the nurses had quit their jobs.", "6%"),
            ("In the study, 32% of the nurses tested positive for the germ.", "32%"),
            ("A third of the nurses tested positive for gout.", "A third"),
            ("In the trial, a quarter of the sailors began insulin.", "a quarter"),
            ("In the study, 9 per cent of the sailors robbed by pirates had given up a course.", "9 per cent"),
            ("In the study, dancing was reported by 17% of those asked.", "17%"),
            ("In the study, one in six falls in our sample could be avoided.", "one in six falls"),
            ("The team looked at a 20% tax that could prevent deaths.", "20%"),
            ("In the study, 4,000 people died (85% of them boys).", "85%"),
            ("The study found that half of the meals failed the test for fat.", "half"),
            ("In the study, a third of the fires caused deaths.", "a third"),
            ("In the study, 12% of those with the disease had been exposed to dust.", "12%"),
            ("In the study, only a third of those in pain were given the drug.", "a third"),
            ("In the study, falls from ladders (23 per cent) were the leading causes of death.", "23 per cent"),
            ("The study found that smoking accounts for 40% of deaths in men.", "40%"),
            ("In the study, 28 per cent told of having had colic at some point in their lives.", "28 per cent"),
            ("In the study, sugar was 48 mmol/l (6.5%) in those who had a stroke.", "6.5%"),
            ("In the study, 87 per cent of the overweight group were found to be fit.", "87 per cent"),
            ("In the study, 15 per cent of women achieved the recommended target.", "15 per cent"),
            ("In the study, 40% of the women were overweight.", "40%"),
            ("In the study, 23% of those with sore gums had diabetes.", "23%"),
            ("Among the sailors, 9 per cent had asthma.", "9 per cent"),
            ("In the study of deaths, 68% were parrot owners.", "68%"),
            ("Births were logged in the study, with one in 20 cooks taking the syrup.", "one in 20 cooks"),
            ("In the study, 23 percent of women reported taking aspirin.", "23 percent"),
            ("In the study, 3 per cent of older women suffered from anxiety.", "3 per cent"),
            ("In the study, 21 per cent of those who got pregnant had never used the pill.", "21 per cent"),
        ] {
            assert_eq!(told(text, &[ResponseRate, Percentage]), [format!("percentage {quote}")], "{text}");
        }
    }
}
