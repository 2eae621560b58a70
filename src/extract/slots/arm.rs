//! Which part of the study a number is of, from the words of its group.

mod counts;
pub mod evidence;

use crate::model::{Arm, ClaimKind, Role, Statistic};
use crate::text::{Class, Classes, Quantity, Unit};

use super::comparison::same_words;
use super::grammar::phrases::{Run, Words};
use super::group::everybody::is_everybody;
use super::group::known::Known;
use super::group::when_taken;
use super::outcome::over_time::{advised, leans_on_trend, over_time, own_multiple, trends};
use crate::extract::Draft;
use crate::extract::nouns::names_people;
use evidence::arm_of;

/// Treatment, control, whole study or subgroup; `None` where the number compares groups. `known` are people who
/// were told before and are only meant here.
pub fn arm(
    words: &Words,
    draft: &Draft,
    quantity: &Quantity,
    group: Option<Run>,
    known: Option<&Known>,
) -> Option<Arm> {
    if draft.statistic == Statistic::Ratio || draft.kind == ClaimKind::EffectEstimate {
        let own = own_multiple(words, draft, quantity);
        return own.then(|| group.and_then(|run| arm_of(words, run)).unwrap_or(Arm::Whole));
    }
    if draft.statistic == Statistic::Share && super::comparison::shared_out(words, quantity) {
        return Some(Arm::Whole);
    }
    if draft.kind == ClaimKind::EventCount && in_excess(words, draft) {
        return Some(Arm::Treatment);
    }
    if let Some(arm) = counts::all_of_them(words, draft) {
        return Some(arm);
    }
    if draft.kind == ClaimKind::ScoreChange && between_groups(words, quantity) {
        return None;
    }
    let all = group.is_some_and(|run| all_of(words, run));
    let named = if all { None } else { named_part(words, draft, quantity, group, known) };
    if draft.statistic == Statistic::RelativeChange {
        return of_change(words, draft, quantity, group, named);
    }
    if let Some(arm) = counts::of_role(words, draft, group, named) {
        return Some(arm);
    }
    let whose = tokens_of_whom(words, quantity).then_some(named).flatten();
    if let Some(arm) = whose.filter(|arm| matches!(arm, Arm::Treatment | Arm::Control)) {
        return Some(arm);
    }
    if let Some(arm) = part_of_told(words, quantity, known) {
        // "Of these 14 per cent fell, compared with 9 per cent of those who had no syrup": these had it
        let pair = || of_two(words, draft, quantity, group, Some(arm));
        return if arm == Arm::Subgroup { pair().or(Some(arm)) } else { Some(arm) };
    }
    if named == Some(Arm::Whole) || all {
        return Some(Arm::Whole);
    }
    if told_of_part(words, quantity) {
        return Some(Arm::Subgroup);
    }
    let assigned = || named.is_none() && super::comparison::assigned_share(words, quantity);
    if draft.statistic == Statistic::Share && assigned() {
        return Some(Arm::Whole);
    }
    if draft.kind == ClaimKind::ScoreChange && named.is_none() && group.is_some_and(|run| acts_itself(words, run)) {
        return Some(Arm::Treatment);
    }
    if named.is_none() && group.is_some_and(|run| one_sex_of_two(words, run)) {
        return Some(Arm::Subgroup);
    }
    let pair = of_two(words, draft, quantity, group, named);
    pair.or(named).or(Some(Arm::Whole))
}

/// The part that the words of the group, or of when it was taken, name.
fn named_part(
    words: &Words,
    draft: &Draft,
    quantity: &Quantity,
    group: Option<Run>,
    known: Option<&Known>,
) -> Option<Arm> {
    let of_all = draft.kind == ClaimKind::SampleSize && draft.role != Some(Role::Arm);
    let named = group
        .and_then(|run| {
            arm_of(words, run).filter(|arm| !of_all || *arm != Arm::Treatment || draft.role == Some(Role::Subgroup))
        })
        .or_else(|| known?.arm.filter(|arm| *arm != Arm::Whole))
        .or_else(|| if group.is_none_or(|run| run.first == run.last) { led(words, draft, quantity) } else { None });
    // "women free of gout": the phrase ends before it
    let free = |run: Run| tokens_free(words, run.last + 1).then_some(Arm::Control);
    let when = || {
        let clause = when_taken::clause(words, quantity).map(|run| when_taken::arm(words, run));
        clause.or_else(|| when_taken::risk_due(words, quantity).then_some(Arm::Treatment))
    };
    group.and_then(free).or(named).or_else(when)
}

/// "was linked to 90 extra falls", "caused 90 more falls": only the exposed had them.
fn in_excess(words: &Words, draft: &Draft) -> bool {
    /// Tokens from the link to the count at most, where it says that they are more and where it says that they are extra.
    const REACH: usize = 6;
    const FAR: usize = 20;
    let tokens = words.tokens;
    let near = draft.first.saturating_sub(2)..draft.first + 4;
    let extra = near.clone().any(|k| matches!(tokens.word(k), "extra" | "additional" | "excess"));
    let beyond = extra || near.into_iter().any(|k| tokens.word(k) == "more");
    let reach = if extra { FAR } else { REACH };
    beyond
        && (draft.first.saturating_sub(reach)..draft.first).any(|k| {
            let link = matches!(tokens.word(k), "linked" | "links" | "led" | "contributed" | "attributed" | "tied");
            matches!(tokens.word(k), "caused" | "cause" | "causing")
                || link
                || tokens.at(k, &["resulted", "in"])
                || tokens.at(k, &["responsible", "for"])
                || tokens.at(k, &["associated", "with"])
        })
}

/// Something that `is` so stands behind the figure in its clause.
fn behind_figure(words: &Words, quantity: &Quantity, is: impl Fn(usize) -> bool) -> bool {
    /// Tokens from the figure at most.
    const REACH: usize = 18;
    let ends = |k: usize| matches!(words.tokens.word(k), ";" | "." | "");
    (quantity.last + 1..quantity.last + REACH).take_while(|&k| !ends(k)).any(is)
}

/// "lived 3 months longer than nurses": how far one group is from another is no group's.
fn between_groups(words: &Words, quantity: &Quantity) -> bool {
    /// Tokens from the figure to what it is measured from at most.
    const REACH: usize = 12;
    let tokens = words.tokens;
    let next = quantity.last + 1;
    let each = usize::from(matches!(tokens.word(next), "a" | "per" | "each")) * 2;
    let degree = tokens.is(next + each, Class::RelativeWord)
        || matches!(tokens.word(next + each), "longer" | "shorter" | "heavier" | "lighter" | "earlier" | "sooner");
    let than = (next..next + REACH)
        .take_while(|&k| !matches!(tokens.word(k), ";" | "." | ""))
        .find(|&k| tokens.word(k) == "than");
    let other = than.is_some_and(|than| {
        !matches!(
            tokens.word(than + 1),
            "when" | "before" | "at" | "in" | "during" | "after" | "usual" | "they" | "their" | "the"
        ) || (than + 1..than + 6).any(|k| names_people(tokens, k) || tokens.is(k, Class::PeopleGroup))
    });
    // "slept 40 minutes longer when they wore the mask"
    let when = || when_taken::clause(words, quantity).is_some();
    degree && (other || when()) || tokens.at(next, &["relative", "to"])
}

/// The arm of a relative change: of a change within a group the group's, of one between groups none.
fn of_change(words: &Words, draft: &Draft, quantity: &Quantity, group: Option<Run>, named: Option<Arm>) -> Option<Arm> {
    // "9 per cent more than recommended": nobody else is measured
    if advised(words, quantity) {
        return named.or(Some(Arm::Whole));
    }
    // A change within one group keeps that group's arm; a change between groups has none.
    if within_one_group(words, quantity, group) {
        return named.or_else(|| of_two(words, draft, quantity, group, named)).or(Some(Arm::Whole));
    }
    let each = in_each_group(words, quantity);
    // "was down by 9 per cent in cooks compared with nurses"
    let other = words.partner(quantity).is_some();
    if !other
        && behind_figure(words, quantity, |k| {
            words.tokens.word(k) == "compared"
                && matches!(words.tokens.word(k + 1), "with" | "to")
                && (k + 2..k + 5).any(|j| {
                    names_people(words.tokens, j)
                        || words.tokens.is(j, Class::ControlWord)
                        || words.tokens.word(j) == "those"
                })
        })
    {
        return None;
    }
    // "rose 3 per cent in those on the syrup, compared with 5 per cent for tea": each is within its group
    if !each
        && (trends(words, quantity) || leans_on_trend(words, quantity))
        && (named.is_some() || group.is_some_and(|run| words.people(run)))
    {
        let pair = of_two(words, draft, quantity, group, named);
        let own =
            named.filter(|_| group.is_some_and(|run| run.first > quantity.last || leads_trend(words, run, quantity)));
        return pair.or(own).or_else(|| over_time(words, quantity).then(|| named.unwrap_or(Arm::Whole)));
    }
    (each || over_time(words, quantity)).then(|| if each { Arm::Whole } else { named.unwrap_or(Arm::Whole) })
}

/// "In the mice that got the drug, tumours shrank by 9 per cent", but not their risk, which shrank beside that of others.
fn leads_trend(words: &Words, group: Run, quantity: &Quantity) -> bool {
    const COMPARED: Classes = Classes::of(&[Class::Likelihood, Class::EventNoun, Class::OutcomeStrong]);
    let tokens = words.tokens;
    let head = group.first <= 2 && matches!(tokens.before(group.first), "in" | "among" | "for" | "the");
    head && tokens.word(group.last + 1) == ","
        && !(group.last + 1..quantity.first).any(|k| tokens.classes(k).meets(COMPARED))
}

/// "In shops without a nurse, 9 per cent of customers fell": the part of the study that leads the clause.
fn led(words: &Words, draft: &Draft, quantity: &Quantity) -> Option<Arm> {
    if !matches!(draft.statistic, Statistic::Share | Statistic::Level) || draft.kind == ClaimKind::SampleSize {
        return None;
    }
    let lead = super::outcome::told_again::clause_lead(words, quantity)?;
    arm_of(words, lead).filter(|arm| matches!(arm, Arm::Treatment | Arm::Control))
}

/// "fell by 12 per cent in both groups": a change within each, and so of everybody.
fn in_each_group(words: &Words, quantity: &Quantity) -> bool {
    /// Tokens from the figure to the groups at most.
    const REACH: usize = 10;
    let tokens = words.tokens;
    let ends = |k: usize| matches!(tokens.word(k), ";" | "but" | "while" | "whereas" | "than" | "compared");
    let behind = (quantity.last + 1..quantity.last + REACH).take_while(|&k| !ends(k));
    behind.into_iter().any(|k| {
        let every = matches!(tokens.word(k), "both" | "each" | "all") || tokens.at(k, &["the", "two"]);
        let noun = if tokens.word(k) == "the" { k + 2 } else { k + 1 };
        every && tokens.is(noun, Class::PeopleGroup) && matches!(tokens.before(k), "in" | "across" | "for")
    })
}

/// "70 per cent of whom were given …", "of these 41 saw a doctor": a part of people told before.
fn part_of_told(words: &Words, quantity: &Quantity, known: Option<&Known>) -> Option<Arm> {
    let tokens = words.tokens;
    let of = |k: usize| tokens.word(k) == "of" && matches!(tokens.word(k + 1), "whom" | "these" | "those" | "them");
    let next = super::group::behind(words, quantity);
    let led = (quantity.first.saturating_sub(5)..quantity.first.saturating_sub(1)).any(|k| {
        let fills =
            |j: usize| tokens.word(j) == "," || tokens.is(j, Class::Approx) || tokens.is(j, Class::FigureLeader);
        of(k) && (k + 2..quantity.first).all(fills)
    });
    let told = known.is_some_and(|known| known.part) && tokens.at(next, &["of", "these"]);
    if !led && !of(next) && !told {
        return None;
    }
    match known {
        Some(Known { arm: Some(arm @ (Arm::Treatment | Arm::Control)), .. }) => Some(*arm),
        // A part of those who had an outcome is a part of the study; so it is where nobody was told.
        Some(Known { part: true, .. }) => Some(Arm::Subgroup),
        // "of these children's injuries" are all of them
        None if led || tokens.word(next + 1) == "whom" || !tokens.is_word(next + 2) => Some(Arm::Subgroup),
        // "of those had gout", not "of those sent home had gout"
        None if words.acts(next + 2) && !words.reduced(next + 2) => Some(Arm::Subgroup),
        _ => None,
    }
}

/// "cooks given the syrup, half of whom fell": a part of those named.
fn tokens_of_whom(words: &Words, quantity: &Quantity) -> bool {
    words.tokens.at(super::group::behind(words, quantity), &["of", "whom"])
}

/// "half of the cooks using lard were ill and a third of those using oil were well": two things told one after the other.
fn told_for_itself(words: &Words, quantity: &Quantity, other: &Quantity) -> bool {
    let (left, right) = if other.first < quantity.first { (other, quantity) } else { (quantity, other) };
    super::time::own_verb(words, left.last + 1, right.first)
}

fn tokens_free(words: &Words, k: usize) -> bool {
    words.tokens.word(k) == "free" && matches!(words.tokens.word(k + 1), "of" | "from")
}

/// "of all prescriptions", "in both groups": everybody's, whatever the noun; "all those on the drug" are not.
fn all_of(words: &Words, run: Run) -> bool {
    let tokens = words.tokens;
    let all = (run.first.saturating_sub(2)..run.first)
        .any(|k| tokens.word(k) == "all" || tokens.word(k) == "both" && tokens.is(run.first, Class::PeopleGroup));
    let people =
        |k: usize| names_people(tokens, k) || matches!(tokens.word(k), "those" | "them" | "these" | "whom" | "us");
    all && !(run.first..=run.last).any(people)
}

/// "men 22 per cent, women 17 per cent", "girls (22 per cent)": the part stands right before its figure.
fn told_of_part(words: &Words, quantity: &Quantity) -> bool {
    let tokens = words.tokens;
    let Some(before) = quantity.first.checked_sub(1) else { return false };
    let bracket = tokens.word(before) == "(";
    let k = if bracket { before.saturating_sub(1) } else { before };
    let sex = FEMALE.contains(&tokens.word(k)) || MALE.contains(&tokens.word(k));
    // "most of the women (71 per cent)"
    let of = tokens.before(k) == "of" || tokens.ends_at(k, &["of", "the"]);
    let sex = sex && !of;
    let opens = bracket || matches!(tokens.before(k), "(" | ";" | ":" | ",");
    opens && (sex || tokens.is(k, Class::StateWord)) && quantity.unit == Unit::Percent
}

/// The arm of a figure that is told beside another one's.
fn of_two(words: &Words, draft: &Draft, quantity: &Quantity, group: Option<Run>, named: Option<Arm>) -> Option<Arm> {
    let tokens = words.tokens;
    let other = words
        .partner(quantity)
        .filter(|_| {
            draft.kind != ClaimKind::Percentage
                || draft.statistic == Statistic::Share
                || draft.statistic == Statistic::RelativeChange
        })
        .filter(|other| other.explicit || !told_for_itself(words, quantity, other.quantity))?;
    let theirs = super::group::group(words, &Draft::of(draft.kind, other.quantity, draft.statistic), other.quantity);
    let same = matches!((group, theirs), (Some(mine), Some(theirs)) if same_words(tokens, mine, theirs));
    if !other.before && super::comparison::pairs::second_of_shared(words, other.quantity, [group, theirs]) {
        return named.or(Some(Arm::Treatment));
    }
    // "fell from 7 points to 4 in the syrup group": both are theirs
    if other.from_to {
        return named.or_else(|| theirs.and_then(|run| arm_of(words, run)));
    }
    let told_apart = group.is_some() && theirs.is_some() && !same;
    // "22 per cent were teetotal, while 17 per cent drank every day": two things told of the same people
    let nobody = group.is_none() && theirs.is_none() && !other.set_against;
    if same || nobody || !(other.explicit || told_apart) {
        return None;
    }
    // "a fifth of the sample forgot names, while half of participants did not": both are everybody
    if !other.set_against && [group, theirs].into_iter().flatten().any(|run| is_everybody(words, run)) {
        return None;
    }
    let rest = |run: Run| matches!(tokens.word(run.first), "other" | "others" | "rest" | "remainder");
    let their_arm = theirs.and_then(|run| arm_of(words, run).or(rest(run).then_some(Arm::Control)));
    if !other.set_against && named.is_none() && their_arm.is_none() {
        let people = |run: Option<Run>| run.is_some_and(|run| words.people(run));
        if told_apart && group.is_some_and(|run| given(words, run)) && theirs.is_some_and(|run| given(words, run)) {
            return Some(if other.before { Arm::Control } else { Arm::Treatment });
        }
        return (told_apart && people(group) && people(theirs)).then_some(Arm::Subgroup);
    }
    // "in women, with 14 per cent falling, compared with 9 per cent of men"
    let sex =
        |run: Run| (run.first..=run.last).any(|k| FEMALE.contains(&tokens.word(k)) || MALE.contains(&tokens.word(k)));
    if named.is_none() && their_arm.is_none() && group.is_none() && theirs.is_some_and(sex) {
        return Some(Arm::Subgroup);
    }
    // "14 per cent of those on the drug, compared with 9 per cent of those who fell ill without"
    if named == Some(Arm::Subgroup) && their_arm == Some(Arm::Treatment) && other.before && other.set_against {
        return Some(Arm::Control);
    }
    // "forty per cent on more, 31 per cent on less and 12 per cent on a placebo"
    let treated = |arm: Option<Arm>| arm != Some(Arm::Control) && arm != Some(Arm::Subgroup);
    let listed = other.before && !other.set_against && named.is_none();
    if listed && treated(their_arm) && control_beside(words, draft, [quantity, other.quantity]) {
        return Some(Arm::Treatment);
    }
    // "9 per cent of those who ate some oats and 8 per cent of those who ate most, 12 per cent of those who ate none"
    if named == their_arm && named == Some(Arm::Treatment) && control_beside(words, draft, [quantity, other.quantity]) {
        return named;
    }
    Some(of_pair(named, their_arm, other.before))
}

/// A third figure of the sentence is the control's.
fn control_beside(words: &Words, draft: &Draft, pair: [&Quantity; 2]) -> bool {
    /// Figures looked at.
    const MOST: usize = 6;
    let third = |q: &&Quantity| q.unit == pair[0].unit && pair.iter().all(|known| known.first != q.first);
    words.quantities.iter().filter(third).take(MOST).any(|q| {
        let group = super::group::group(words, &Draft::of(draft.kind, q, draft.statistic), q);
        group.and_then(|run| arm_of(words, run)) == Some(Arm::Control)
    })
}

/// "with the new splint", "on the old pill": a thing that was given or used, and no illness.
fn given(words: &Words, run: Run) -> bool {
    const ILL: Classes = Classes::of(&[
        Class::Condition,
        Class::Illness,
        Class::StateWord,
        Class::OutcomeStrong,
        Class::TimeUnit,
        Class::People,
    ]);
    let tokens = words.tokens;
    let lead = run.first.saturating_sub(1);
    let lead = if tokens.is(lead, Class::Article) { lead.saturating_sub(1) } else { lead };
    matches!(tokens.word(lead), "with" | "on")
        && (run.first..=run.last).all(|k| tokens.is_word(k) && !tokens.classes(k).meets(ILL))
        && !words.people(run)
}

pub const FEMALE: [&str; 8] = ["women", "girls", "females", "female", "mothers", "daughters", "woman", "girl"];
pub const MALE: [&str; 8] = ["men", "boys", "males", "male", "fathers", "sons", "man", "boy"];

/// "40 per cent of boys": a part of the study where the sentence also tells of girls.
fn one_sex_of_two(words: &Words, run: Run) -> bool {
    let tokens = words.tokens;
    let named = |list: &[&str]| (run.first..=run.last).any(|k| list.contains(&tokens.word(k)));
    let told = |list: &[&str]| (0..tokens.len()).any(|k| list.contains(&tokens.word(k)));
    match (named(&FEMALE), named(&MALE)) {
        (true, false) => told(&MALE),
        (false, true) => told(&FEMALE),
        _ => false,
    }
}

/// "lost 6 per cent of their weight": the verb of change is the group's own.
fn within_one_group(words: &Words, quantity: &Quantity, group: Option<Run>) -> bool {
    let tokens = words.tokens;
    let near = quantity.first.saturating_sub(3)..quantity.first;
    near.into_iter().any(|k| matches!(tokens.word(k), "lost" | "lose" | "gained" | "gain" | "shed" | "dropped"))
        || super::outcome::over_time::saw_change(words, quantity, group)
}

/// The arm of one of two figures told side by side: the second is the control's unless its words say otherwise.
fn of_pair(mine: Option<Arm>, theirs: Option<Arm>, second: bool) -> Arm {
    let by_order = if second { Arm::Control } else { Arm::Treatment };
    match (mine, theirs) {
        // "those who had the jab … the unvaccinated"
        (Some(Arm::Subgroup), Some(Arm::Control)) if !second => Arm::Treatment,
        (Some(Arm::Subgroup), _) | (None, Some(Arm::Subgroup)) => Arm::Subgroup,
        (Some(mine), Some(theirs)) if mine == theirs => by_order,
        // In a trial against another drug both are "treated": the second is the comparison.
        (Some(Arm::Treatment), None) if second => Arm::Control,
        (Some(mine), _) => mine,
        (None, Some(Arm::Control)) => Arm::Treatment,
        (None, _) => by_order,
    }
}

/// "Tilting the head raised the sound by 4 decibels", "a small tilt raised the sound": what was done stands for those
/// to whom it was done.
fn acts_itself(words: &Words, run: Run) -> bool {
    let tokens = words.tokens;
    let first = tokens.word(run.first);
    let doing = first.len() > 5 && first.ends_with("ing");
    let changes = tokens.is(run.last + 1, Class::ChangeVerb) && tokens.is(run.last + 2, Class::Article);
    !words.people(run) && (doing || changes)
}
