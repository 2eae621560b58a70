//! A count with its noun in, how much speaks for these having been studied out.

mod reviews;

use rust_decimal::Decimal;

use crate::model::Scope;
use crate::text::{Class, Quantity, Tokens, Unit};

use super::acted::subject_of_past;
use super::beside::phrase_start;
use super::known_groups;
use super::nouns::{Counted, counted_noun};
use super::own_events::{among_counted, everywhere, lately, study_near};
use super::parts::{is_count, whole_of};
use super::predicate::Fate;
use super::sample_role::bracketed_arm;
use super::scene::Scene;
use super::taken_in::taken_in;
use reviews::{MOST_COHORTS, further_studies, pooled, put_together, reviewed, reviewing};

/// What speaks for people having been studied must reach this.
const ENOUGH: i32 = 2;

/// Tokens between a verb of recruiting and the count at most.
const RECRUIT_REACH: usize = 24;

/// Tokens between what was gathered and the people it is from at most.
const GATHERED_REACH: usize = 32;

/// Tokens between "based" and its "on" at most.
const BASED_REACH: usize = 7;

/// Whether the things that the quantity counts were studied, rather than people in general.
pub fn were_studied(
    scene: &Scene,
    quantity: &Quantity,
    scope: Scope,
    (noun, kind): (usize, Counted),
    fate: Option<Fate>,
) -> bool {
    if relatives_or_order(scene.tokens(), quantity) {
        return false;
    }
    let needed = general(scene, quantity, scope, kind, fate) + ENOUGH;
    let points = studied(scene, quantity, (noun, kind), fate, needed);
    points >= needed
        || kind == Counted::People
            && !scene.is_abstract
            && points + 2 >= needed
            && subject_of_past(scene, quantity, noun, scope)
}

/// "her two children", "the first 100 patients", "the other two women".
fn relatives_or_order(tokens: &Tokens, quantity: &Quantity) -> bool {
    matches!(
        tokens.before(quantity.first),
        "her" | "his" | "my" | "first" | "next" | "last" | "other" | "every" | "these" | "per" | "than" | "any"
    ) && quantity.value.low < Decimal::TEN
        // "matched each with five controls"
        || tokens.ends_at(quantity.first, &["each", "with"])
        || tokens.ends_at(quantity.first, &["each", "to"])
        || matches!(tokens.before(quantity.first), "her" | "his" | "my" | "per" | "every")
        || written_by(tokens, quantity)
        || had_no_part(tokens, quantity)
        || makes_up_a_place(tokens, quantity)
}

/// "Three doctors not involved in the study", "40 nurses who did not take part", "did not have data for 310 women".
fn had_no_part(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 6;
    let start = phrase_start(tokens, quantity.first);
    let missing = matches!(tokens.before(start), "for" | "on" | "from")
        && start >= 2
        && tokens.is(start - 2, Class::Gathered)
        && (start.saturating_sub(NEAR)..start - 2)
            .any(|k| matches!(tokens.word(k), "not" | "no" | "lacked" | "didn't"));
    missing
        || (quantity.last + 1..quantity.last + NEAR).any(|k| {
            tokens.word(k) == "not" && matches!(tokens.word(k + 1), "involved" | "connected" | "part" | "associated")
                || tokens.word(k) == "unconnected"
        })
}

/// "on a ward of 18 patients", "a village of 900 people", "10,000 more nurses": how many there are.
fn makes_up_a_place(tokens: &Tokens, quantity: &Quantity) -> bool {
    let start = phrase_start(tokens, quantity.first);
    let of = tokens.before(start) == "of" && start >= 3;
    let place =
        of && matches!(
            tokens.word(start - 2),
            "ward" | "class" | "classroom" | "village" | "town" | "city" | "crew" | "team" | "staff" | "workforce"
        ) && tokens.is(start - 3, Class::Article);
    // "The college enrolls 40,000 students"
    let holds = matches!(tokens.before(start), "enrolls" | "enrols" | "educates" | "employs" | "houses" | "serves")
        && !tokens.any(Class::StudyWork);
    let more = matches!(tokens.word(quantity.last + 1), "more" | "extra" | "additional" | "new" | "fewer");
    place || holds || more && (quantity.last + 2..quantity.last + 4).any(|k| tokens.is(k, Class::Profession))
}

/// "prescribed by 174 physicians": those who did it, not those it was done to.
fn written_by(tokens: &Tokens, quantity: &Quantity) -> bool {
    let done = tokens.before(quantity.first) == "by"
        && quantity.first >= 2
        && matches!(
            tokens.word(quantity.first - 2),
            "written" | "prescribed" | "delivered" | "performed" | "treated" | "given" | "signed"
        );
    done && (quantity.last + 1..quantity.last + 5).any(|k| tokens.is(k, Class::Profession))
}

/// What speaks for their having been studied; `needed` points or more are as good as all.
fn studied(scene: &Scene, quantity: &Quantity, (noun, kind): (usize, Counted), fate: Option<Fate>, needed: i32) -> i32 {
    let tokens = scene.tokens();
    let near = quantity.first.saturating_sub(10);
    let recruited = recruited(tokens, quantity.first);
    let in_study = (near..quantity.first).any(|k| tokens.is(k, Class::StudyWork));
    let of_a_study = tokens.word(noun + 1) == "-"
        || matches!(tokens.word(noun + 1), "study" | "trial")
        || tokens.is(noun, Class::StudyNoun) && tokens.before(noun) == "-";
    let study = |k: usize| tokens.is(k, Class::StudyWork) && matches!(tokens.word(k), "study" | "trial" | "analysis");
    let study_after = (noun + 1..noun + 6).any(study);
    let treated = matches!(fate, Some(Fate::Studied | Fate::Assigned | Fate::Completed | Fate::Screened));
    let points = 3 * i32::from(scene.is_abstract)
        + 2 * i32::from(recruited)
        + i32::from(in_study)
        + i32::from(tokens.having(Class::StudyWork).any(|k| k != noun))
        + i32::from(tokens.is(noun, Class::StudyPeople))
        + i32::from(matches!(tokens.word(noun), "participants" | "volunteers" | "subjects"))
        + 2 * i32::from(treated)
        + 2 * i32::from(planned_with(tokens, quantity.first))
        + 5 * i32::from(of_a_study)
        + 4 * i32::from(study_of(tokens, quantity.first) || looked_at(scene, quantity.first))
        + 2 * i32::from(definite(scene, quantity))
        + i32::from(quantity.first == 2 && tokens.ends_at(2, &["of", "the"]))
        + met_before(tokens, quantity, noun, kind)
        + 2 * i32::from((near..quantity.first).any(|k| tokens.at(k, &["et", "al"])))
        + 2 * i32::from(partitive(tokens, quantity))
        + 2 * i32::from(drawn_from(tokens, quantity.first))
        + 2 * i32::from(among(tokens, quantity.first))
        + 2 * i32::from(data_of(tokens, quantity.first))
        + i32::from(study_after);
    // the rest is dearer to find
    if points >= needed && matches!(kind, Counted::People | Counted::Animal) {
        return points;
    }
    let points = points
        + 2 * i32::from(kind == Counted::People && (opens_with_part(tokens) || in_bracket_of(scene, quantity)))
        + 3 * i32::from(kind == Counted::People && befallen(scene, quantity))
        + 3 * i32::from(kind == Counted::People && bracketed_arm(scene, quantity, noun))
        + if kind == Counted::People { known_groups::points(scene, quantity, noun) } else { 0 }
        + taken_in(scene, quantity, noun, kind);
    let studies = kind == Counted::Studies;
    let further = studies && further_studies(scene, quantity, noun);
    let points = points
        + 3 * i32::from(studies && reviewed(scene, quantity))
        + i32::from(beside_sample(scene, quantity))
        + 4 * i32::from(further);
    match kind {
        // "data from two studies": a paper may draw on two cohorts without being a review
        Counted::Studies
            if quantity.value.low <= MOST_COHORTS && !reviewing(scene) && !put_together(scene, quantity) =>
        {
            0
        }
        Counted::Studies if !pooled(scene, near) && !further => points - 2,
        Counted::Record if quantity.value.low < FEWEST_RECORDS => 0,
        Counted::Record if definite(scene, quantity) => points,
        Counted::Record => points - 1 - i32::from(!recruited && !treated) + i32::from(treated),
        _ => points,
    }
}

/// A verb of recruiting stands shortly before.
fn recruited(tokens: &Tokens, first: usize) -> bool {
    let start = phrase_start(tokens, first);
    // "the study had 730 patients", "to study gout in 40 men", but not "the drought had been", "the study says"
    let recruits = |k: usize| {
        tokens.is(k, Class::RecruitVerb)
            && !tokens.is(k, Class::Preposition)
            && (tokens.word(k) != "had" || k + 1 == start)
            && !(matches!(tokens.word(k), "looked" | "looking") && tokens.word(k + 1) == "after")
            && (tokens.word(k) != "study" || tokens.before(k) == "to" || k > 0 && tokens.is(k - 1, Class::Modal))
    };
    let lead = tokens.before(start);
    (first.saturating_sub(RECRUIT_REACH)..first).any(recruits)
        // "information on height and naps from 38,600 people"
        || lead == "from" && (first.saturating_sub(GATHERED_REACH)..first).any(|k| gathered(tokens, k))
        || lead == "on" && (start.saturating_sub(BASED_REACH)..start).any(|k| is_base(tokens, k))
        || matches!(lead, "on" | "for" | "about" | "covering") && start >= 2 && gathered(tokens, start - 2)
}

/// "base", "based", "rests" as in "The team bases its claims on 300 nurses".
fn is_base(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::Basis)
}

/// "Another trial is planned with more than 90 nurses"
fn planned_with(tokens: &Tokens, first: usize) -> bool {
    let start = phrase_start(tokens, first);
    matches!(tokens.before(start), "with" | "in")
        && matches!(tokens.word(start.wrapping_sub(2)), "planned" | "underway" | "way")
}

/// "data", "evidence": what is gathered from people.
fn gathered(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::Gathered)
}

/// "a study in", "the trial of about", "research among": the number is the study's.
fn study_of(tokens: &Tokens, first: usize) -> bool {
    // "our study of over 900 nurses"
    let start = phrase_start(tokens, first);
    let close = start.checked_sub(1).filter(|&k| tokens.is(k, Class::Preposition));
    let first = if close.is_some() { start } else { first };
    let at = close.or_else(|| (first.saturating_sub(3)..first).find(|&k| tokens.is(k, Class::Preposition)));
    at.is_some_and(|k| {
        let close = (k + 1..first)
            .all(|j| tokens.is(j, Class::Approx) || tokens.is(j, Class::RelativeWord) || tokens.word(j) == "than");
        close
            && k > 0
            && (tokens.is(k - 1, Class::ResearchNoun)
                || tokens.word(k - 1) == ","
                    && matches!(tokens.word(k), "with" | "in" | "of" | "on")
                    && tokens.is(k.wrapping_sub(2), Class::ResearchNoun)
                || matches!(tokens.before(k), "experiment" | "involving" | "surveys" | "trials" | "experiments")
                || tokens.word(k) == "of"
                    && matches!(
                        tokens.before(k),
                        "investigation" | "examination" | "assessment" | "comparison" | "audit"
                    ))
    })
}

/// "a second look at 40 nurses", "The report looks at 900 nurses", but not "Take a look at 12 women".
fn looked_at(scene: &Scene, first: usize) -> bool {
    const NEAR: usize = 4;
    let tokens = scene.tokens();
    let at = phrase_start(tokens, first).wrapping_sub(1);
    let led = tokens.word(at) == "at" && matches!(tokens.before(at), "look" | "looks");
    let shown = |k: usize| matches!(tokens.word(k), "take" | "takes" | "took" | "here" | "here's");
    let told = || tokens.any(Class::ResearchNoun) || tokens.any(Class::FindingVerb) || study_near(scene);
    led && !(at.saturating_sub(NEAR)..at).any(shown) && told()
}

/// "two-thirds of the 63 patients", "Of the 5,121 people": a definite group is one that was met before.
fn definite(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    if tokens.ends_at(quantity.first, &["out", "of"]) {
        return true;
    }
    if !tokens.ends_at(quantity.first, &["of", "the"]) {
        return false;
    }
    let of = quantity.first - 2;
    // "the team said that, of the 9,000 sailors, …"
    of == 0
        || matches!(tokens.before(of), "none" | "all" | "some" | "most" | "many" | "each" | "any")
        || matches!(tokens.before(of), "," | "that" | "out" | "age")
        || scene.quantities().iter().any(|q| q.last + 1 == of && q.unit == Unit::Percent)
}

/// "The 46 men and 62 women were …", "Of 81 nurses, …": people told of before, or taken for known.
fn met_before(tokens: &Tokens, quantity: &Quantity, noun: usize, kind: Counted) -> i32 {
    const MOST: Decimal = Decimal::from_parts(100_000, 0, 0, false, 0);
    if kind != Counted::People || quantity.value.low < Decimal::TEN || quantity.value.low > MOST {
        return 0;
    }
    let start = phrase_start(tokens, quantity.first);
    let definite = matches!(tokens.before(start), "the" | "all");
    // "The 46 men and 62 women": the second of two
    let second = tokens.word(0) == "the" && tokens.is_number(1) && tokens.before(start) == "and" && start <= 6;
    match (start, definite) {
        _ if second => 2,
        (1, true) => 2,
        (2, true) if tokens.word(0) == "of" => 0,
        (1, false) if tokens.word(0) == "of" => 2,
        (_, true) if tokens.is(start.wrapping_sub(2), Class::Preposition) && tokens.is(noun, Class::People) => 1,
        _ => 0,
    }
}

/// "3,837 of the students": people met before.
fn partitive(tokens: &Tokens, quantity: &Quantity) -> bool {
    let next = quantity.last + 1;
    tokens.word(next) == "of" && matches!(tokens.word(next + 1), "the" | "these" | "those" | "our")
}

/// "a cohort of 157 women", "from a population of more than 730,000 people": words for a body of people that was looked at.
fn drawn_from(tokens: &Tokens, first: usize) -> bool {
    const NEAR: usize = 5;
    (first.saturating_sub(NEAR)..first).any(|k| {
        tokens.is(k + 1, Class::Preposition)
            && tokens.word(k + 1) == "of"
            && matches!(
                tokens.word(k),
                "cohort"
                    | "sample"
                    | "subset"
                    | "population"
                    | "panel"
                    | "database"
                    | "registry"
                    | "register"
                    | "dataset"
                    | "pool"
                    | "biobank"
                    | "archive"
                    | "audit"
                    | "census"
            )
            && (k + 2..first).all(|j| {
                tokens.is(j, Class::Approx) || matches!(tokens.word(j), "more" | "than" | "over" | "just" | "well")
            })
    })
}

/// "data from nearly 45,000 sailors", "the records of almost 900 women".
fn data_of(tokens: &Tokens, first: usize) -> bool {
    let start = phrase_start(tokens, first);
    start >= 2
        && matches!(tokens.before(start), "from" | "of" | "on" | "for" | "about")
        && matches!(
            tokens.word(start - 2),
            "data" | "records" | "information" | "notes" | "scans" | "samples" | "details"
        )
        || start >= 2
            && tokens.before(start) == "from"
            && matches!(
                tokens.word(start - 2),
                "questionnaires" | "forms" | "replies" | "interviews" | "diaries" | "reports"
            )
}

/// "812 cases in 9,000 sailors": those among whom a number of things happened.
fn befallen(scene: &Scene, quantity: &Quantity) -> bool {
    let at = scene.quantities().partition_point(|q| q.first < quantity.first);
    let before = at.checked_sub(1).map(|at| &scene.quantities()[at]).filter(|q| is_count(q));
    before.is_some_and(|q| match counted_noun(scene.tokens(), q.last + 1) {
        Some((noun, kind)) => {
            let events = kind == Counted::Events || matches!(scene.tokens().word(noun), "cases" | "case");
            events && among_counted(scene, q, noun)
        }
        None => false,
    })
}

/// "among almost 8,000 sailors": the figures are theirs.
fn among(tokens: &Tokens, first: usize) -> bool {
    let start = phrase_start(tokens, first);
    tokens.before(start) == "among" || tokens.ends_at(start, &["among", "the"])
}

/// "4,000 sailors who … and nearly 9,000 people, matched for height": the second of two groups of people.
fn beside_sample(scene: &Scene, quantity: &Quantity) -> bool {
    const NEAR: usize = 30;
    let tokens = scene.tokens();
    let at = (quantity.first.saturating_sub(3)..quantity.first)
        .rev()
        .find(|&k| matches!(tokens.word(k), "and" | "with" | "to"));
    let earlier = |q: &&Quantity| {
        q.last < quantity.first
            && quantity.first - q.last <= NEAR
            && q.value.low >= Decimal::TEN
            && matches!(counted_noun(tokens, q.last + 1), Some((_, Counted::People)))
    };
    let index = scene.quantities().partition_point(|q| q.first < quantity.first);
    let mut before = scene.quantities()[..index].iter().rev().take(NEIGHBOURS).filter(|q| is_count(q));
    at.is_some() && quantity.value.low >= Decimal::TEN && before.any(|q| earlier(&q))
}

/// Figures looked back over for another group.
const NEIGHBOURS: usize = 6;

/// A handful of procedures or eyes stands for no sample.
const FEWEST_RECORDS: Decimal = Decimal::TEN;

/// "Of these, 95 sailors …", "These included 95 sailors …", "Among the group were 95 sailors and …": the sentence tells the parts of those met before.
pub fn opens_with_part(tokens: &Tokens) -> bool {
    let included = matches!(tokens.word(1), "included" | "comprised" | "include" | "comprise");
    if included && matches!(tokens.word(0), "this" | "these" | "they") {
        return true;
    }
    let known = matches!(tokens.word(1), "these" | "those" | "them" | "whom");
    known && matches!(tokens.word(0), "of" | "among")
        || matches!(tokens.word(0), "of" | "among") && tokens.word(1) == "the" && tokens.is(2, Class::PeopleGroup)
}

/// "a study of 31 sailors (11 cooks and 20 others)".
fn in_bracket_of(scene: &Scene, quantity: &Quantity) -> bool {
    const NEAR: usize = 6;
    let tokens = scene.tokens();
    let bracket = (quantity.first.saturating_sub(NEAR)..quantity.first).any(|k| matches!(tokens.word(k), "(" | "–"));
    !scene.is_abstract && bracket && whole_of(scene, quantity).is_some()
}

/// Patients that each nurse or doctor looks after at most.
const MOST_EACH: Decimal = Decimal::ONE_HUNDRED;

/// "hopes to test it in 900 nurses", "a trial of 900 nurses will begin".
fn planned_sample(tokens: &Tokens, quantity: &Quantity, kind: Counted) -> bool {
    let start = phrase_start(tokens, quantity.first);
    let led = matches!(tokens.before(start), "in" | "on" | "of" | "with" | "among" | "involving");
    let enrols = matches!(tokens.before(start), "enrol" | "enroll" | "recruit" | "include" | "follow" | "involve");
    kind == Counted::People && quantity.value.low >= Decimal::TEN && (led || enrols)
}

/// What speaks for people in general, an anecdote or a plan.
fn general(scene: &Scene, quantity: &Quantity, scope: Scope, kind: Counted, fate: Option<Fate>) -> i32 {
    let tokens = scene.tokens();
    let mut points = match scope {
        Scope::Background => 4,
        Scope::Planned if planned_sample(tokens, quantity, kind) => -3,
        Scope::Planned => 1,
        _ => 0,
    };
    // "Of the 41 nurses who had a cold for which syrup is sold, …" has the verb elsewhere
    let opening = tokens.word(0) == "of" && phrase_start(tokens, quantity.first) <= 2;
    points += 2 * i32::from(fate == Some(Fate::General) && !opening);
    // a review may pool two or three studies
    let pooled = kind == Counted::Studies && recruited(tokens, quantity.first);
    if !(scene.is_abstract || pooled) {
        points += i32::from(quantity.value.low <= Decimal::TEN) + 2 * i32::from(quantity.value.low <= Decimal::TWO);
        let each = (quantity.first.saturating_sub(6)..quantity.first).any(|k| tokens.word(k) == "each");
        points += 2 * i32::from(each && quantity.value.low <= MOST_EACH);
    }
    let million = quantity.value.low >= Decimal::from(1_000_000);
    // "affects 4,000 nurses", "could help 4,000 nurses", but not "will enrol 4,000 nurses"
    let start = phrase_start(tokens, quantity.first);
    let present = start >= 2
        && tokens.word(start - 1).ends_with('s')
        && matches!(tokens.word(start - 2), "which" | "that" | "who" | "it" | "he" | "she");
    let affects =
        start > 0 && (tokens.is(start - 1, Class::PresentVerb) || present) && !tokens.is(start - 1, Class::RecruitVerb);
    let enrols = (start.saturating_sub(2)..start).any(|k| tokens.is(k, Class::RecruitVerb));
    let could = !enrols && (start.saturating_sub(3)..start).any(|k| tokens.is(k, Class::Modal));
    points += 2 * i32::from(!scene.is_abstract && (affects && start > 1 || could));
    points += i32::from(!scene.is_abstract && present);
    // "Surgeons have treated 3,000 patients since then"
    let so_far = start >= 2
        && matches!(tokens.word(start - 1), "treated" | "helped" | "seen" | "delivered")
        && matches!(tokens.word(start - 2), "have" | "has");
    points += 2 * i32::from(!scene.is_abstract && so_far);
    points += 2 * i32::from(!scene.is_abstract && lately(tokens, quantity.last));
    let taken_in = matches!(fate, Some(Fate::Studied | Fate::Assigned));
    points += i32::from(million && !(taken_in && study_near(scene)) && !recruited(tokens, quantity.first));
    let at_large = |k: usize| match tokens.word(k) {
        // "for a year" tells how long
        "a" => tokens.word(k + 1) == "year" && !tokens.is(k - 1, Class::Preposition),
        "each" | "every" | "last" | "per" => tokens.word(k + 1) == "year",
        "across" => tokens.at(k + 1, &["the", "country"]),
        word => everywhere(word),
    };
    points + 2 * i32::from((quantity.last + 1..quantity.last + 8).any(at_large))
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::counts;

    #[test]
    fn studied() {
        for (text, found) in [
            ("The results are based on almost 14,000 sailors.", vec!["total 14,000 sailors"]),
            ("The team plans a trial that will enrol 900 sailors.", vec!["total 900 sailors"]),
            ("The team says that it will help 900 sailors.", vec![]),
            (
                "The trial, published this week in a journal, tested syrup in 900 sailors with gout.",
                vec!["total 900 sailors"],
            ),
            ("The team bases its claims on almost 900 sailors.", vec!["total 900 sailors"]),
            ("The claim rests on 900 sailors in the study.", vec!["total 900 sailors"]),
            ("Research from 1.3 million sailors shows that oats help.", vec!["total 1.3 million sailors"]),
            ("Evidence from 900 sailors was weighed.", vec!["total 900 sailors"]),
            ("Researchers from Hull looked at two studies of oats.", vec!["unknown two studies"]),
            ("The team analysed data from two trials.", vec!["unknown two trials"]),
            ("In a further 11 trials, syrup was linked to fewer falls.", vec!["unknown 11 trials"]),
            ("The study took 900 more sailors.", vec!["total 900 more sailors"]),
            ("Doctors crunched data on more than 4,000 men and women.", vec!["total 4,000 men and women"]),
            ("The figures for 300 nurses were compared.", vec!["total 300 nurses"]),
            ("The 93 sailors, all from Wales, got syrup.", vec!["total 93 sailors"]),
            ("Of 81 nurses, half were ill.", vec!["total 81 nurses"]),
            ("Of the 41 nurses who had a cold for which they took syrup, 95% got well.", vec!["subgroup 41 nurses"]),
            ("The 46 men and 62 women slept well.", vec!["subgroup 46 men", "subgroup 62 women"]),
            (
                "The team tested 360 people. Of these, 95 sailors had colds and 61 sailors had gout.",
                vec!["total 360 people", "subgroup 95 sailors", "subgroup 61 sailors"],
            ),
            (
                "A new study of 31 sailors (11 women and 20 men) says so.",
                vec!["total 31 sailors", "subgroup 11 women", "subgroup 20 men"],
            ),
            ("The study found that, out of 700 women, 88 per cent were well.", vec!["total 700 women"]),
            ("Data from nearly 45,000 sailors has linked syrup to gout.", vec!["total 45,000 sailors"]),
            ("It follows analysis of the records of almost 50,000 sailors.", vec!["total 50,000 sailors"]),
            ("More than 60,000 births were tracked over nine years.", vec!["total 60,000 births"]),
            (
                "The study looked at 42,000 sailors free from gout, though its authors say some may have had it.",
                vec!["total 42,000 sailors"],
            ),
            ("They looked at 23 trials of syrup.", vec!["unknown 23 trials"]),
            ("Over 150 sailors answered a questionnaire.", vec!["total 150 sailors"]),
            ("About 700 nurses filled in food diaries for the study.", vec!["total 700 nurses"]),
        ] {
            assert_eq!(counts(text), found, "{text}");
        }
    }

    #[test]
    fn people_in_general() {
        for text in [
            "The study found that one cook on a ward of 18 patients was enough.",
            "The study looked at a village of 900 people.",
            "The trust recruited over 900 more nurses.",
            "Two studies of oats ran on.",
            "He has written two reports on data from two trials.",
            "The station is based in Hull, where 900 sailors live.",
            "The flood had been so bad that it drove 2.4 million people to flee.",
            "The 800,000 people with gout in Britain are often in pain.",
            "More than 4,000 sailors have signed a petition.",
            "The syrup is sold to 400 nurses.",
            "The team used a charity, which supports 5,200 sailors.",
            "The study says that it could account for more than 10,000 new cases per year.",
            "The study found more deaths for each nurse looking after 25 patients.",
            "The study says that more than 4 million Britons are taking syrup.",
            "Over the length of the 45 takeovers, prices fell.",
            "The study comes after 14 nurses fell ill at a school last month.",
            "The study suggests that 40,000 people could be spared gout.",
            "The study shows that gout affects 4,000 sailors.",
            "The team said that the syrup could help 4,000 sailors.",
        ] {
            assert_eq!(counts(text), Vec::<String>::new(), "{text}");
        }
    }
}
