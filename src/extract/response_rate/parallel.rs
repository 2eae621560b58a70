//! A share in, the share or the count out whose outcome it takes over: "so did 51% of the rest", "on oats it was 12%".

use crate::extract::counting::{What, counting};
use crate::extract::parts::is_count;
use crate::extract::scene::Scene;
use crate::extract::share::{done_by, is_an_amount_reached, reading};
use crate::model::{Part, Scope, Statistic};
use crate::text::{Class, Form, Quantity, Tokens, Unit};

use super::acted::behind_hedges;
use super::echo::{echoes, stands_for_a_verb};
use super::of_people_with_outcome;
use super::outcome::{happened, told_before_the_mark};
use super::verb::verb_of_them;

/// The figure that a share is told beside, in the same sentence or in one before it.
pub struct Host<'a> {
    scene: Scene<'a>,
    quantity: &'a Quantity,
}

impl Host<'_> {
    /// The byte of the text at which the figure starts.
    pub fn place(&self) -> usize {
        self.scene.tokens().span(self.quantity.first, self.quantity.first).start
    }

    /// Whether the figure tells an outcome of people; through `earlier_shares` more at most.
    pub fn of_people_with_outcome(&self, earlier_shares: usize) -> bool {
        if self.quantity.unit != Unit::Percent {
            let count = counting(&self.scene, self.quantity, Scope::ThisStudy);
            return count.is_some_and(|count| count.what == What::Event);
        }
        let share = is_share(&self.scene, self.quantity);
        share && of_people_with_outcome(&self.scene, self.quantity, earlier_shares)
    }
}

/// The figure whose words a share leaves out; `None` where it has words of its own.
pub fn host<'a>(scene: &Scene<'a>, quantity: &Quantity) -> Option<Host<'a>> {
    let left = behind_hedges(scene.tokens(), quantity.first);
    if behind_a_bare_count(scene.tokens(), left) {
        return earlier(scene, quantity);
    }
    let beside = set_against(scene, quantity, left)
        .or_else(|| reached(scene, quantity, left))
        .or_else(|| listed(scene, quantity, left));
    if let Some(quantity) = beside.or_else(|| awaits_its_verb(scene, quantity)) {
        return Some(Host { scene: *scene, quantity });
    }
    // "Relapses told the same tale: 12%" has its outcome there
    let tokens = scene.tokens();
    if told_before_the_mark(scene, quantity) || !echoes(tokens, quantity, left) {
        return None;
    }
    earlier(scene, quantity)
}

/// "In the brace arm 23 were (31%)", "but only nine did (12%)": the share of a count whose verb is left out.
fn behind_a_bare_count(tokens: &Tokens, left: usize) -> bool {
    let verb = left.wrapping_sub(2);
    tokens.before(left) == "("
        && left > 3
        && matches!(tokens.word(verb), "were" | "was" | "did" | "had")
        && (tokens.is_number(verb - 1) || tokens.is(verb - 1, Class::NumberStart))
}

fn is_share(scene: &Scene, quantity: &Quantity) -> bool {
    reading(scene, quantity).is_some_and(|reading| reading.statistic == Statistic::Share)
}

fn is_verb(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::PastVerb) || tokens.is(k, Class::Be)
}

/// The shares of the sentence before token `k`, the nearest first.
fn shares_before<'a>(scene: &Scene<'a>, k: usize) -> impl Iterator<Item = &'a Quantity> + use<'a> {
    let tokens = scene.tokens();
    scene.quantities_before(k).iter().rev().filter(|q| q.unit == Unit::Percent && !is_amount(tokens, q))
}

/// "had their pain cut by at least half", "cut in half": how far, not how many; "the bottom half" sorts them.
fn is_amount(tokens: &Tokens, share: &Quantity) -> bool {
    let left = behind_hedges(tokens, share.first);
    // "in the lower half"
    let sorts = matches!(
        tokens.before(share.first),
        "top" | "bottom" | "upper" | "lower" | "highest" | "lowest" | "first" | "second" | "other"
    );
    if sorts && share.form == Form::Share {
        return true;
    }
    match tokens.before(left) {
        // "was reported by 12%" tells how many
        "by" => !(tokens.is(left.wrapping_sub(2), Class::SeenVerb) || done_by(tokens, left - 1)),
        "in" => tokens.word(share.first) == "half",
        _ => is_an_amount_reached(tokens, share),
    }
}

/// "… (13%) had been exposed, against 20 (5%) of the rest", "as opposed to 2%": the share that this one is set against.
pub fn set_against<'a>(scene: &Scene<'a>, quantity: &Quantity, left: usize) -> Option<&'a Quantity> {
    const NEAR: usize = 9;
    const COUNTS_BETWEEN: usize = 2;
    let tokens = scene.tokens();
    let mut between = (left.saturating_sub(NEAR)..left).rev().take_while(|&k| tokens.word(k) != ",");
    let joint = between.find(|&k| sets_against(tokens, k))?;
    let mut before = scene.quantities_before(joint).iter().rev().filter(|q| !is_amount(tokens, q)).take(COUNTS_BETWEEN);
    let first = before.find(|q| q.unit == Unit::Percent)?;
    (!(joint..quantity.first).any(|k| is_verb(tokens, k))).then_some(first)
}

fn sets_against(tokens: &Tokens, k: usize) -> bool {
    match tokens.word(k) {
        "compared" | "against" | "versus" | "vs" | "v" | "than" => true,
        "double" | "twice" | "triple" | "treble" | "half" | "times" => tokens.word(k + 1) == "the",
        "opposed" | "contrast" | "comparison" => matches!(tokens.word(k + 1), "to" | "with"),
        "instead" => tokens.word(k + 1) == "of",
        _ => false,
    }
}

/// "went from 12% to 9%", "12% at first, rising to 30%", "12%, up from 9%": the share where the change began or ended.
fn reached<'a>(scene: &Scene<'a>, quantity: &Quantity, left: usize) -> Option<&'a Quantity> {
    const NEAR: usize = 12;
    let tokens = scene.tokens();
    let first = shares_before(scene, quantity.first).next().filter(|first| left - first.last <= NEAR)?;
    let from = tokens.before(behind_hedges(tokens, first.first)) == "from";
    let rising = |k: usize| {
        let word = tokens.word(k);
        word.ends_with("ing") && (tokens.is(k, Class::ChangeVerb) || matches!(word, "going" | "reaching"))
    };
    let told = match tokens.before(left) {
        "to" => from || rising(left.wrapping_sub(2)),
        "from" => matches!(tokens.word(left.wrapping_sub(2)), "up" | "down") || left - first.last <= 3,
        "reaching" => true,
        _ => false,
    };
    told.then_some(first)
}

/// "6% for metal hips and 2% for plastic ones", "with oats, 9%": the share before, where this one has no verb of its own.
fn listed<'a>(scene: &Scene<'a>, quantity: &Quantity, left: usize) -> Option<&'a Quantity> {
    const NEAR: usize = 24;
    let tokens = scene.tokens();
    let before = shares_before(scene, quantity.first).find(|q| !aside(tokens, q))?;
    // "deaths were cut in half, from 4% to 2%"
    let from = tokens.before(left) == "from";
    if from || left - before.last > NEAR || verb_of_them(tokens, quantity).is_some() {
        return None;
    }
    let hard = |k: usize| matches!(tokens.word(k), "and" | "but" | "or" | ";" | "while" | "whereas" | "–" | "nor");
    let mut gap = before.last + 1..left;
    let joint = gap.clone().rev().find(|&k| hard(k)).or_else(|| gap.find(|&k| tokens.word(k) == ","))?;
    // "12% relapsed and the team tested 40%", "12% fainted, a fall of 9%"
    let own = |k: usize| {
        is_verb(tokens, k)
            || tokens.is(k, Class::ChangeNoun)
            || tokens.word(k).ends_with("ed")
            || relative_pronoun(tokens, k)
    };
    // "and 4% dropping out" tells what these did, "and 4% eating oats" who they are
    let next = tokens.word(quantity.last + 1);
    let group = [Class::AssignVerb, Class::TreatedBy, Class::ConsumeVerb]
        .iter()
        .any(|class| tokens.is(quantity.last + 1, *class));
    if next.ends_with("ing") && !group {
        return None;
    }
    let bracket = matches!(tokens.before(left), "(" | "[") || has_a_clause_behind(tokens, quantity, left);
    (!bracket && !(joint + 1..left).any(own)).then_some(before)
}

/// "…, and in 4% of these cases, the road was wet": what was so in that share is told behind it.
fn has_a_clause_behind(tokens: &Tokens, quantity: &Quantity, left: usize) -> bool {
    const LONGEST_PEOPLE: usize = 10;
    const LONGEST_SUBJECT: usize = 8;
    let fronted = matches!(tokens.before(left), "in" | "among" | "for" | "with");
    let next = quantity.last + 1;
    let comma = (next..next + LONGEST_PEOPLE).find(|&k| tokens.word(k) == ",").filter(|_| fronted);
    let joined = |k: usize| tokens.is(k, Class::StopPhrase) || matches!(tokens.word(k), "and" | "who" | "or");
    comma.is_some_and(|comma| {
        !joined(comma + 1)
            && (comma + 1..comma + LONGEST_SUBJECT).take_while(|&k| tokens.is_word(k)).any(|k| is_verb(tokens, k))
    })
}

/// "A fifth of the former, but half of the latter, relapsed": the share behind has the verb of both.
fn awaits_its_verb<'a>(scene: &Scene<'a>, quantity: &Quantity) -> Option<&'a Quantity> {
    const NEAR: usize = 14;
    let tokens = scene.tokens();
    let at = scene.quantities().partition_point(|q| q.first <= quantity.first);
    let next = scene.quantities().get(at).filter(|q| q.unit == Unit::Percent && q.first - quantity.last <= NEAR)?;
    let left = behind_hedges(tokens, next.first);
    let joined = matches!(tokens.before(left), "and" | "but" | "or" | "versus" | "with" | "to" | "against");
    let own = |k: usize| is_verb(tokens, k) || tokens.is(k, Class::PresentVerb) || tokens.word(k) == ".";
    let silent = !(quantity.last + 1..left).any(own);
    (joined && silent && tokens.word(quantity.last + 1) == "of" && verb_of_them(tokens, next).is_some()).then_some(next)
}

fn relative_pronoun(tokens: &Tokens, k: usize) -> bool {
    matches!(tokens.word(k), "who" | "which" | "that" | "whom" | "whose" | "of")
}

/// "half of whom", "a third of them women": a share of the people of the figure before.
fn aside(tokens: &Tokens, quantity: &Quantity) -> bool {
    tokens.word(quantity.last + 1) == "of" && matches!(tokens.word(quantity.last + 2), "whom" | "which")
        || tokens.before(quantity.first) == "," && tokens.at(quantity.last + 1, &["of", "them"])
}

/// "How many would relapse? On oats, 12% did": the sentence before tells what, without a figure.
pub fn did_what_was_told(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let left = behind_hedges(tokens, quantity.first);
    let Some(before) = scene.at.checked_sub(1).map(|at| &scene.sentences[at].tokens) else { return false };
    let needs = |k: usize| {
        matches!(before.word(k), "need" | "needed" | "require") && (k + 1..k + 8).any(|j| before.is(j, Class::Care))
    };
    stands_for_a_verb(tokens, quantity, left) && (0..before.len()).any(|k| happened(before, k) || needs(k))
}

/// The last share before this one, or the last count of people to whom something happened.
fn earlier<'a>(scene: &Scene<'a>, quantity: &Quantity) -> Option<Host<'a>> {
    /// A question may stand between: "And on the syrup?"
    const SENTENCES: usize = 3;
    let tokens = scene.tokens();
    if let Some(quantity) = shares_before(scene, quantity.first).find(|q| !aside(tokens, q)) {
        return Some(Host { scene: *scene, quantity });
    }
    for at in (scene.at.saturating_sub(SENTENCES)..scene.at).rev() {
        let there = Scene { at, ..*scene };
        if there.sentence().part == Part::Headline && scene.sentence().part != Part::Headline {
            return None;
        }
        let share = shares_before(&there, there.tokens().len()).find(|q| !aside(there.tokens(), q));
        let event = |q: &&Quantity| {
            is_count(q) && counting(&there, q, Scope::ThisStudy).is_some_and(|count| count.what == What::Event)
        };
        if let Some(quantity) = share.or_else(|| there.quantities().iter().rev().find(event)) {
            return Some(Host { scene: there, quantity });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::share_kinds;

    #[test]
    fn shares_set_against_others() {
        for (text, kinds) in [
            (
                "Gout flared up in 18 percent of the men who ate oats, as against 29 percent of the others in the trial.",
                "R R",
            ),
            ("Some 12 percent of the sailors in the trial fainted, as opposed to 30 percent of the rest.", "R R"),
            (
                "One in seven patients on the syrup fell ill in the trial, more than double the 6 percent on placebo.",
                "R R",
            ),
            ("In the trial, the share of nurses who fainted went from 12 percent to 9 percent.", "R R"),
            ("In the trial, 12 percent of the nurses relapsed after a year, rising to 30 percent after ten.", "R R"),
            ("Infections struck 4 percent of the vaccinated and 9 percent of the rest.", "R R"),
            (
                "In the trial, the cure rate was 70 percent with syrup, 55 percent with oats and 20 percent with water.",
                "R R R",
            ),
            ("A fifth of the former, but half of the latter, relapsed in the trial.", "R R"),
            (
                "In the trial, weight fell by 8 percent on the diet, compared with 3 percent in the control group.",
                "P P",
            ),
            ("In the trial, 40 percent of the nurses were smokers and 12 percent of the sailors.", "P P"),
            ("Attendance at the trial's sessions fell from 90 percent to 60 percent.", "P P"),
            ("In the trial, two-thirds of the nurses finished the course, compared with half of the sailors.", "P P"),
            ("The sailors lost 12 percent, 15 percent and 18 percent of their weight in the trial.", "P P P"),
        ] {
            assert_eq!(share_kinds(text), kinds, "{text}");
        }
    }

    #[test]
    fn shares_of_a_sentence_before() {
        for (text, kinds) in [
            (
                "In the trial, 14 percent of those on oats fainted. Among those given rum, the figure was 31 percent.",
                "R R",
            ),
            ("In the oat group 12% relapsed. In the other it was 30%.", "R R"),
            ("After two years, 29 percent of the sailors had died. Without rum? 46 percent.", "R R"),
            ("In the trial, 14 nurses on oats had a relapse and 28 did on water. That works out to 5% and 11%.", "R R"),
            ("How many would relapse? In the oat group 12% did.", "R"),
            ("In the trial, 60 percent of the nurses ate rice daily. Among sailors it was 30 percent.", "P P"),
            ("Adherence in the trial was 82 percent with oats. In the placebo group, it was 79 percent.", "P P"),
            ("The syrup cut deaths by 20 percent. Among sailors it was 12 percent.", "P P"),
        ] {
            assert_eq!(share_kinds(text), kinds, "{text}");
        }
    }
}
