//! The group and the outcome of a figure in, cut to what they tell out: "the syrup achieved cure rates" tells of cure rates.

use crate::extract::nouns::names_people;
use crate::text::{Class, Quantity, Tokens, Unit};

use super::clause::before_hedges;
use super::phrases::{Run, Words, leading, trim};

/// The group and the outcome without the words of the clause around them.
pub fn tidied(
    words: &Words,
    quantity: &Quantity,
    group: Option<Run>,
    outcome: Option<Run>,
) -> (Option<Run>, Option<Run>) {
    // "dropped" alone tells nothing but of a share of people
    let of_people = quantity.unit == Unit::Percent && group.is_some_and(|run| words.people(run));
    let moved = |run: &Run| {
        let word = words.tokens.word(run.first);
        let alone = run.first == run.last && !of_people;
        alone && matches!(word, "dropped" | "fell" | "rose" | "declined" | "climbed" | "jumped")
    };
    let (group, outcome) = told_together(words, group, outcome.filter(|run| !moved(run)));
    let outcome = named_by_it(words.tokens, quantity).or(outcome);
    let group = group.and_then(|run| people_alone(words, run));
    let outcome = outcome.and_then(|run| what_happened(words, run));
    let outcome = outcome.or_else(|| went_up(words.tokens, quantity)).or_else(|| how_long(words, quantity, group));
    (group, outcome)
}

/// "the risk went up 16 per cent".
fn went_up(tokens: &Tokens, quantity: &Quantity) -> Option<Run> {
    const LONGEST: usize = 6;
    let at = if tokens.before(quantity.first) == "by" { quantity.first - 1 } else { quantity.first };
    let verb =
        at.checked_sub(2).filter(|&k| tokens.word(k) == "went" && matches!(tokens.word(k + 1), "up" | "down"))?;
    let article =
        (verb.saturating_sub(LONGEST)..verb).rev().find(|&k| matches!(tokens.word(k), "the" | "their" | "its"))?;
    trim(tokens, article + 1, verb)
}

/// "sailors slept 40 minutes longer", "the average stay was nine days", "went 16 months before their gout got worse": what
/// took the time.
fn how_long(words: &Words, quantity: &Quantity, group: Option<Run>) -> Option<Run> {
    const LONGEST: usize = 7;
    let tokens = words.tokens;
    let Unit::Time(_) = quantity.unit else { return None };
    let next = quantity.last + 1;
    if tokens.word(next) == "before" {
        let first = (next + 1..next + 4).find(|&k| !leading(tokens, k))?;
        let end = (first..first + LONGEST).find(|&k| !tokens.is_word(k)).unwrap_or(first + LONGEST);
        return trim(tokens, first, end);
    }
    let led = (quantity.first.saturating_sub(LONGEST)..quantity.first)
        .rev()
        .take_while(|&k| {
            tokens.is(k, Class::Approx)
                || tokens.is(k, Class::Article)
                || matches!(tokens.word(k), "average" | "of" | "for")
        })
        .last()
        .unwrap_or(quantity.first);
    // "the average stay was"
    if tokens.is(led.wrapping_sub(1), Class::Be) {
        let be = led - 1;
        let start = (be.saturating_sub(LONGEST)..be).rev().take_while(|&k| tokens.is_word(k)).last()?;
        let first = (start..be).find(|&k| !leading(tokens, k))?;
        let stay = (first..be).any(|k| tokens.is(k, Class::Awaited) || matches!(tokens.word(k), "stay" | "sleep"));
        return if stay { trim(tokens, first, be) } else { None };
    }
    let group = group.filter(|run| run.last < led && led - run.last <= LONGEST)?;
    let plain = (group.last + 1..led).all(|k| tokens.is_word(k) && words.quantity_at(k).is_none());
    let told = plain && !tokens.is(group.last + 1, Class::Preposition);
    if told { trim(tokens, group.last + 1, led) } else { None }
}

/// "the survival rate of these sailors", "knots among older nurses": a measure and the people it is of in one phrase.
fn told_together(words: &Words, group: Option<Run>, outcome: Option<Run>) -> (Option<Run>, Option<Run>) {
    let (Some(run), None) = (group, outcome) else { return (group, outcome) };
    let tokens = words.tokens;
    // "the sailors' pain scores"
    if let Some((people, theirs)) = words.owned(run) {
        return (Some(people), Some(theirs));
    }
    let joint = (run.first + 1..run.last).find(|&k| match tokens.word(k) {
        "of" => matches!(tokens.word(k - 1), "rate" | "rates" | "risk" | "incidence"),
        "among" => true,
        _ => false,
    });
    // "the rate of tumour control"
    let anybody = |k: usize| names_people(tokens, k) && !tokens.is(k, Class::ControlWord);
    let Some(joint) = joint.filter(|&joint| !(run.first..joint).any(|k| names_people(tokens, k))) else {
        return (group, outcome);
    };
    match words.noun_phrase(joint + 1).filter(|people| (people.first..=people.last).any(anybody)) {
        Some(people) => (Some(people), Some(Run { first: run.first, last: joint - 1 })),
        None => (group, outcome),
    }
}

/// "a specificity of 92 per cent", "27% partial responses": the figure is of the noun beside it.
fn named_by_it(tokens: &Tokens, quantity: &Quantity) -> Option<Run> {
    const LONGEST: usize = 3;
    let of = quantity.first.checked_sub(1).filter(|&k| k > 0 && tokens.word(k) == "of");
    let quality = |k: usize| matches!(tokens.word(k), "specificity" | "sensitivity" | "accuracy" | "efficacy");
    // "the specificity was 92 per cent", "a sensitivity of just under 40 per cent"
    let lead = before_hedges(tokens, quantity.first).checked_sub(1).filter(|&k| k > 0);
    let stated = lead.filter(|&k| tokens.is(k, Class::Be) || tokens.word(k) == "of");
    if let Some(noun) = of.or(stated).map(|of| of - 1).filter(|&noun| quality(noun)) {
        return Some(Run { first: noun, last: noun });
    }
    let next = quantity.last + 1;
    let response = |k: usize| matches!(tokens.word(k), "response" | "responses" | "remission" | "remissions");
    let plain = |k: usize| tokens.is_word(k) && !tokens.is(k, Class::Preposition);
    let noun = (next..next + LONGEST).take_while(|&k| plain(k)).find(|&k| response(k))?;
    let all = quantity.unit == Unit::Percent && !tokens.is(noun + 1, Class::OutcomeHost);
    (all && !matches!(tokens.word(noun + 1), "rate" | "rates")).then_some(Run { first: next, last: noun })
}

/// The people without what the clause says of them; `None` where the phrase names nobody.
fn people_alone(words: &Words, run: Run) -> Option<Run> {
    let tokens = words.tokens;
    let mut first = run.first;
    // "even sailors with gout"
    if tokens.word(first) == "even" && first < run.last {
        first += 1;
    }
    // "are patients who", "have pain", "followed the plan"
    let acts = tokens.is(first, Class::PastVerb) && tokens.is(first + 1, Class::Article);
    let alone = first == run.last && tokens.word(first) == "one";
    if acts || alone || tokens.is(first, Class::Be) || matches!(tokens.word(first), "have" | "has" | "had") {
        return None;
    }
    // "the study tested sailors who"
    if tokens.is(first, Class::StudyWork) && tokens.is(first + 1, Class::RecruitVerb) && first + 2 <= run.last {
        first = (first + 2..=run.last).find(|&k| !leading(tokens, k))?;
    }
    // "61% of the sailors" are the sailors
    let share = words.quantity_at(first).filter(|q| q.unit == Unit::Percent && tokens.word(q.last + 1) == "of");
    if let Some(share) = share {
        first = (share.last + 2..=run.last).find(|&k| !leading(tokens, k))?;
    }
    let end = (first + 1..=run.last).find(|&k| ends_people(tokens, k)).unwrap_or(run.last + 1);
    // "those without" ends as it was found
    let whole = first == run.first && end > run.last;
    let told = if whole { run } else { trim(tokens, first, end)? };
    (!names_a_source(words, told)).then_some(told)
}

/// "the drug to those who", "a list appears to", "sailors assigned to rest later relapsed", "the trial that ran": the
/// clause goes on.
fn ends_people(tokens: &Tokens, k: usize) -> bool {
    let relative = || matches!(tokens.before(k), "who" | "that" | "which" | "and");
    match tokens.word(k) {
        "to" => tokens.word(k + 1) == "those",
        "appears" | "appear" | "appeared" | "seems" | "seem" | "seemed" => !relative(),
        "later" | "eventually" | "ultimately" | "subsequently" => tokens.word(k + 1).ends_with("ed") && !relative(),
        "stuck" => !relative() && !tokens.is(k - 1, Class::Be),
        "fell" | "rose" | "dropped" | "climbed" | "jumped" => !relative() && tokens.word(k + 1) == "from",
        // "patients stop taking it", "workers put in"
        "fall" | "stop" | "put" | "say" | "get" | "die" | "take" | "live" => {
            names_people(tokens, k - 1) && tokens.word(k + 1) != "of" && !tokens.is(k - 1, Class::Singular)
        }
        "out" => !tokens.is_word(k + 1) || tokens.word(k + 1) == "of",
        "that" => tokens.is(k - 1, Class::StudyWork),
        // "women a year"
        "a" => matches!(tokens.word(k + 1), "year" | "month" | "week" | "day") && names_people(tokens, k - 1),
        _ => false,
    }
}

/// "the data", "the company's trial", "median survival": where a figure was found, or what was measured.
fn names_a_source(words: &Words, run: Run) -> bool {
    let tokens = words.tokens;
    // "growths seen in the trial" are growths
    let head = (run.first..=run.last).take_while(|&k| !tokens.is(k, Class::Preposition)).last();
    let source = tokens.is(run.last, Class::StudyWork) && head == Some(run.last)
        || head.is_some_and(|k| matches!(tokens.word(k), "data" | "results" | "findings" | "survival" | "mortality"));
    source && !words.headed_by_people(run)
}

/// What happened, without the words that only lead to the figure; `None` where nothing is left.
fn what_happened(words: &Words, run: Run) -> Option<Run> {
    let tokens = words.tokens;
    // "This 21% drop represents a success", "The 37 per cent comes from comparing"
    let comments = matches!(tokens.word(run.first), "represents" | "represented" | "means" | "meant")
        || tokens.at(run.first, &["comes", "from"])
        || tokens.at(run.first, &["came", "from"]);
    if comments {
        return None;
    }
    // "5 per cent of the sailors had drowned": what they had done
    let share = words.quantity_at(run.first).filter(|q| q.unit == Unit::Percent && tokens.word(q.last + 1) == "of");
    let run = match share {
        Some(share) => {
            let had = (share.last + 2..run.last).find(|&k| matches!(tokens.word(k), "had" | "were" | "was"))?;
            Run { first: had + 1, last: run.last }
        }
        None => run,
    };
    let run = goes_with(words, run).or_else(|| rate_achieved(tokens, run)).unwrap_or(run);
    let run = behind_an_aside(words, run).unwrap_or(run);
    let run = without_another(words, run).unwrap_or(run);
    let mut end = run.last + 1;
    while end > run.first && matches!(tokens.word(end - 1), "average" | "median" | "mean" | "geometric" | "a" | "an") {
        end -= 1;
    }
    let run = trim(tokens, whole_word(tokens, run.first), end)?;
    (run.first < run.last || !matches!(tokens.word(run.last), "had" | "have" | "has")).then_some(run)
}

/// "22 per cent and the risk of drowning", "fits fell 38 per cent", "saw their risk of gout", "risk after other factors":
/// another figure and what leads to this one are no part of it.
fn without_another(words: &Words, run: Run) -> Option<Run> {
    let tokens = words.tokens;
    let percent = |k: usize| words.quantity_at(k).filter(|q| q.unit == Unit::Percent);
    if let Some(other) = percent(run.first).filter(|other| tokens.word(other.last + 1) == "and") {
        let first = (other.last + 2..=run.last).find(|&k| !leading(tokens, k))?;
        return Some(Run { first, last: run.last });
    }
    let fell = |k: usize| percent(k).is_some_and(|q| q.last == run.last) && tokens.is(k - 1, Class::ChangeVerb);
    if let Some(other) = (run.first + 2..=run.last).find(|&k| fell(k)) {
        return trim(tokens, run.first, other - 1);
    }
    let risk = |k: usize| tokens.is(k, Class::Likelihood) || matches!(tokens.word(k), "levels" | "rate" | "rates");
    if tokens.at(run.first, &["saw", "their"]) && (run.first + 2..run.first + 5).any(risk) {
        return Some(Run { first: run.first + 2, last: run.last });
    }
    // "saw gout fall by 9 per cent": what was seen
    let seen = matches!(tokens.word(run.first), "saw" | "seen") && run.last > run.first;
    let first = (run.first + 1..=run.last).find(|&k| !leading(tokens, k)).filter(|_| seen);
    if let Some(first) = first.filter(|&k| !words.acts(k) && !names_people(tokens, k)) {
        return Some(Run { first, last: run.last });
    }
    let accounted = |k: usize| {
        tokens.word(k) == "after"
            && matches!(tokens.word(k + 1), "other" | "accounting" | "adjusting" | "taking" | "controlling")
    };
    let end = (run.first + 1..=run.last).find(|&k| accounted(k))?;
    trim(tokens, run.first, end)
}

/// "progression-free survival": from the beginning of a word with hyphens.
fn whole_word(tokens: &Tokens, mut first: usize) -> usize {
    while first >= 2 && tokens.before(first) == "-" && tokens.is_word(first - 2) {
        first -= 2;
    }
    first
}

/// "syrup was associated" behind which "with a rash in" follows: the rash.
fn goes_with(words: &Words, run: Run) -> Option<Run> {
    const LONGEST: usize = 10;
    let tokens = words.tokens;
    let tied = matches!(tokens.word(run.last), "associated" | "linked" | "tied");
    let first = (run.last + 2..run.last + 5).find(|&k| !leading(tokens, k))?;
    let end = (first + 1..first + LONGEST).find(|&k| matches!(tokens.word(k), "in" | "among"))?;
    (tied && matches!(tokens.word(run.last + 1), "with" | "to")).then(|| trim(tokens, first, end))?
}

/// "the syrup achieved cure rates well above", "lengthening it raised the cure rate": the rate.
fn rate_achieved(tokens: &Tokens, run: Run) -> Option<Run> {
    let verb = (run.first + 1..run.last).find(|&k| {
        matches!(
            tokens.word(k),
            "achieved" | "demonstrated" | "showed" | "increased" | "raised" | "boosted" | "improved" | "produced"
        )
    })?;
    let first = (verb + 1..=run.last).find(|&k| !leading(tokens, k))?;
    let last = (first..=run.last).find(|&k| matches!(tokens.word(k), "rate" | "rates" | "survival"))?;
    Some(Run { first, last })
}

/// "A rash, a known harm, occurred in": the subject stands before the aside.
fn behind_an_aside(words: &Words, run: Run) -> Option<Run> {
    const LONGEST_ASIDE: usize = 12;
    let tokens = words.tokens;
    let alone = run.first == run.last && matches!(tokens.word(run.first), "occurred" | "happened" | "developed");
    if !alone || tokens.before(run.first) != "," {
        return None;
    }
    let close = run.first - 1;
    let open = (close.saturating_sub(LONGEST_ASIDE)..close).rev().find(|&k| tokens.word(k) == ",")?;
    let start = (0..open).rev().find(|&k| matches!(tokens.word(k), "," | ";" | ":")).map_or(0, |k| k + 1);
    words.noun_phrase(start).filter(|subject| subject.last < open)
}

#[cfg(test)]
mod tests {
    use crate::extract::testing;

    /// The group and the outcome of the last figure that has either.
    fn last(text: &str) -> (String, String) {
        let claims = testing::claims(text);
        let told = claims.into_iter().map(|claim| (claim.group.unwrap_or_default(), claim.outcome.unwrap_or_default()));
        let told = told.filter(|(group, outcome)| !group.is_empty() || !outcome.is_empty()).last();
        told.expect(text)
    }

    #[test]
    fn outcomes_are_cut_to_what_happened() {
        for (text, outcome) in [
            ("The trial showed that the syrup achieved cure rates of 85 per cent.", "cure rates"),
            ("In the trial, lengthening the cure to 14 weeks raised the cure rate to 81%.", "cure rate"),
            ("In the trial, progression-free survival was 8.6 months with the syrup.", "progression-free survival"),
            ("In the trial, syrup was associated with a bad rash in 11 per cent of sailors.", "bad rash"),
            ("In the trial, the test had a specificity of 92 per cent.", "specificity"),
            ("A rash, a known harm of the syrup, occurred in 35% of sailors in the trial.", "rash"),
            ("In the trial, sailors on syrup slept 58 minutes longer.", "slept"),
            ("In the trial, the average hospital stay was 4.2 days.", "average hospital stay"),
            ("In the trial, sailors on syrup went 16 months before their gout got worse.", "gout got worse"),
            ("The study found that in those who smoked the risk went up 16 per cent.", "risk"),
            ("The study found that sailors' pain scores dropped from 7.2 to 3.9.", "pain scores"),
        ] {
            assert!(last(text).1.ends_with(outcome), "{text} {}", last(text).1);
            assert!(last(text).1.len() <= outcome.len() + 4, "{text} {}", last(text).1);
        }
    }

    #[test]
    fn groups_are_cut_to_the_people() {
        for (text, group) in [
            ("In the trial, half of those on syrup stuck with it for a year.", "those on syrup"),
            ("A fifth of the sailors assigned to rest eventually relapsed in the trial.", "sailors assigned to rest"),
            ("In the trial, 12% of sailors who later drowned had gout.", "sailors who later drowned"),
            ("In the trial, about a third of sailors stop taking the syrup.", "sailors"),
            ("In the trial, 12% of those who fell from ladders had gout.", "those who fell from ladders"),
            ("The data of the trial also showed a 61 per cent drop in the rate of relapse.", ""),
        ] {
            assert_eq!(last(text).0, group, "{text}");
        }
    }
}
