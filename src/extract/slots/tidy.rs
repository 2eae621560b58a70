//! The group and the outcome of a figure in, cut to what they tell out: "the syrup achieved cure rates" tells of cure rates.

use crate::extract::nouns::names_people;
use crate::text::{Class, Quantity, Tokens, Unit};

use super::phrases::{Run, Words, leading, trim};

/// The group and the outcome without the words of the clause around them.
pub fn tidied(
    words: &Words,
    quantity: &Quantity,
    group: Option<Run>,
    outcome: Option<Run>,
) -> (Option<Run>, Option<Run>) {
    let (group, outcome) = told_together(words, group, outcome);
    let outcome = named_by_it(words.tokens, quantity).or(outcome);
    (group.and_then(|run| people_alone(words, run)), outcome.and_then(|run| what_happened(words, run)))
}

/// "the survival rate of these sailors", "knots among older nurses": a measure and the people it is of in one phrase.
fn told_together(words: &Words, group: Option<Run>, outcome: Option<Run>) -> (Option<Run>, Option<Run>) {
    let (Some(run), None) = (group, outcome) else { return (group, outcome) };
    let tokens = words.tokens;
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

/// "a specificity of 96 per cent", "32% partial responses": the figure is of the noun beside it.
fn named_by_it(tokens: &Tokens, quantity: &Quantity) -> Option<Run> {
    const LONGEST: usize = 3;
    let of = quantity.first.checked_sub(1).filter(|&k| k > 0 && tokens.word(k) == "of");
    let quality = |k: usize| matches!(tokens.word(k), "specificity" | "sensitivity" | "accuracy" | "efficacy");
    if let Some(noun) = of.map(|of| of - 1).filter(|&noun| quality(noun)) {
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
    // "are patients who", "have pain"
    if tokens.is(first, Class::Be) || matches!(tokens.word(first), "have" | "has" | "had") {
        return None;
    }
    // "61% of the sailors" are the sailors
    let share = words.quantity_at(first).filter(|q| q.unit == Unit::Percent && tokens.word(q.last + 1) == "of");
    if let Some(share) = share {
        first = (share.last + 2..=run.last).find(|&k| !leading(tokens, k))?;
    }
    let end = (first + 1..=run.last).find(|&k| ends_people(tokens, k)).unwrap_or(run.last + 1);
    let told = trim(tokens, first, end)?;
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
    let led = (run.first..run.last).any(|k| tokens.is(k, Class::Preposition));
    let source = tokens.is(run.last, Class::StudyWork) && !led
        || matches!(tokens.word(run.last), "data" | "results" | "findings" | "survival" | "mortality");
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
    let mut end = run.last + 1;
    while end > run.first && matches!(tokens.word(end - 1), "average" | "median" | "mean" | "a" | "an") {
        end -= 1;
    }
    let run = trim(tokens, whole_word(tokens, run.first), end)?;
    (run.first < run.last || !matches!(tokens.word(run.last), "had" | "have" | "has")).then_some(run)
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
    use crate::extract::Extractor;
    use crate::model::Article;
    use crate::text::blocks;

    /// The group and the outcome of the last figure that has either.
    fn last(text: &str) -> (String, String) {
        let article = Article { text: text.into(), ..Article::default() };
        let claims = Extractor::new().claims(&article, &blocks(&article.text), None);
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
            ("In the trial, the test had a specificity of 96 per cent.", "specificity"),
            ("A rash, a known harm of the syrup, occurred in 35% of sailors in the trial.", "rash"),
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
            ("The data of the trial also showed a 61 per cent drop in the rate of relapse.", ""),
        ] {
            assert_eq!(last(text).0, group, "{text}");
        }
    }
}
