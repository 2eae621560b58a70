//! A sentence in, the ages and stages of life at which something was so out: "by age seven", "when they were nine", "in infancy".

use crate::text::{Class, Quantity, Tokens};

use super::super::grammar::phrases::{Run, Words};
use super::super::grammar::verbs::past_form;
use super::counted::{assessed, tracked};
use super::phrases::{Kind, When};

/// "by age 5", "before the age of 16", "at age 11", "between the ages of nine and 14", "between birth and nine years of age".
pub fn age(words: &Words, k: usize) -> Option<Run> {
    let tokens = words.tokens;
    let number = |j: usize| tokens.starts_number(j);
    if tokens.word(k) == "between" {
        return ages(tokens, k, number);
    }
    if tokens.word(k) == "from" {
        return from_age(tokens, k, number);
    }
    if tokens.word(k) == "aged" {
        let opens = k == 0 && number(1) && tokens.word(2) == ",";
        return opens.then_some(Run { first: 0, last: 1 });
    }
    if !matches!(tokens.word(k), "by" | "before" | "until" | "at" | "after" | "since") {
        return None;
    }
    // "at six years old", "by 18 months of age", "at two to three weeks of age"
    let range = matches!(tokens.word(k + 2), "to" | "-" | "–" | "and") && number(k + 3);
    let unit = if range { k + 4 } else { k + 2 };
    if matches!(tokens.word(k), "at" | "by") && number(k + 1) && tokens.is(unit, Class::TimeUnit) {
        let last = if tokens.at(unit + 1, &["of", "age"]) { unit + 2 } else { unit + 1 };
        return (last > unit + 1 || tokens.word(last) == "old").then_some(Run { first: k + 1, last });
    }
    // "By 60, half of them had gout"
    let bare = k == 0 && matches!(tokens.word(0), "by" | "at") && number(1) && tokens.word(2) == ",";
    if bare && tokens.word(1).len() != 4 {
        return Some(Run { first: 1, last: 1 });
    }
    let age = (k + 1..k + 3).find(|&j| tokens.word(j) == "age")?;
    let at = if tokens.word(age + 1) == "of" { age + 2 } else { age + 1 };
    // "at age 1-18"
    let range = matches!(tokens.word(at + 1), "-" | "–" | "to") && number(at + 2);
    let last = if range { at + 2 } else { at };
    // "at the age of 6 months"
    let last = if tokens.is(last + 1, Class::TimeUnit) && tokens.word(at - 1) == "of" { last + 1 } else { last };
    number(at).then_some(Run { first: k, last })
}

fn ages(tokens: &Tokens, k: usize, number: impl Fn(usize) -> bool) -> Option<Run> {
    let start = (k + 1..k + 5).find(|&j| number(j) || tokens.word(j) == "birth")?;
    let last = start + 2;
    if tokens.word(start + 1) != "and" || !number(last) {
        return None;
    }
    let told_before = (k + 1..start).any(|j| matches!(tokens.word(j), "age" | "ages"));
    match tokens.at(last + 1, &["years", "of", "age"]) {
        true => Some(Run { first: k, last: last + 3 }),
        // "got it between the ages of six and 11" is when it befell them, unless the sentence opens with it
        false => (told_before && (k == 0 || changed(tokens, k - 1))).then_some(Run { first: k, last }),
    }
}

/// "tracked from age nine to 17", "from the ages of four to 15", "from birth to age 12", "from infancy into their thirties".
fn from_age(tokens: &Tokens, k: usize, number: impl Fn(usize) -> bool) -> Option<Run> {
    /// Tokens from the verb to the ages at most.
    const REACH: usize = 14;
    let the = if tokens.is(k + 1, Class::Article) { k + 2 } else { k + 1 };
    let old = |j: usize| if tokens.word(j + 1) == "of" { j + 2 } else { j + 1 };
    let told = matches!(tokens.word(the), "age" | "ages");
    let start = if told { old(the) } else { the };
    let begins = told && number(start) || tokens.word(start) == "birth" || tokens.is(start, Class::LifeStage);
    if !begins || !matches!(tokens.word(start + 1), "to" | "into" | "until" | "through" | "-" | "–") {
        return None;
    }
    let end = if tokens.is(start + 2, Class::Article) { start + 3 } else { start + 2 };
    let last = if tokens.word(end) == "age" { old(end) } else { end };
    if !number(last) && !tokens.is(last, Class::LifeStage) {
        return None;
    }
    // "boys from the age of four to 15 were asked" is who they are
    let watched = |j: usize| tracked(tokens.word(j)) || assessed(tokens.word(j)) || changed(tokens, j);
    let fits = k == 0 || (k.saturating_sub(REACH)..k).any(watched);
    let aged = tokens.is(last + 1, Class::TimeUnit) && tokens.at(last + 2, &["of", "age"]);
    fits.then_some(Run { first: the, last: if aged { last + 3 } else { last } })
}

/// "worsened between the ages of 12 and 38".
fn changed(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::ChangeVerb) || matches!(tokens.word(k), "deteriorated" | "worsened" | "improved" | "changed")
}

/// "when they were nine", "when aged six and 14", "when the sailor was 40 years old": at `k` what may be the word "when".
pub fn grown(words: &Words, k: usize) -> Option<When> {
    /// Tokens from "when" to the age at most.
    const REACH: usize = 5;
    let tokens = words.tokens;
    if tokens.word(k) != "when" {
        return None;
    }
    let bare = tokens.is(k + 1, Class::NumberStart) || tokens.is_number(k + 1);
    let told = (k + 1..k + REACH)
        .find(|&j| tokens.is(j, Class::Be) || matches!(tokens.word(j), "aged" | "reached" | "turned"));
    // "when seven years old"
    let aged = told.filter(|_| !bare).or(bare.then_some(k))?;
    let at = if tokens.word(aged + 1) == "aged" { aged + 2 } else { aged + 1 };
    let number = |j: usize| tokens.starts_number(j);
    if !number(at) {
        return None;
    }
    let joined = matches!(tokens.word(at + 1), "and" | "or" | "to" | "-" | "–") && number(at + 2);
    let last = if joined { at + 2 } else { at };
    // "when they were nine per cent of the crew"
    let old = matches!(tokens.word(last + 2), "old");
    let years = tokens.is(last + 1, Class::TimeUnit);
    let closes = matches!(tokens.word(last + 1), "," | "." | ";" | ")" | "and" | "were" | "had" | "");
    let last = match (years, old) {
        (true, true) => last + 2,
        (true, false) if tokens.at(last + 2, &["of", "age"]) => last + 3,
        _ => last,
    };
    (closes || last > at + 2 || old).then_some(When { run: Run { first: k, last }, lead: k, kind: Kind::Age })
}

/// "more likely to snore later in life": at `k` what may be the life.
pub fn later_in_life(tokens: &Tokens, k: usize) -> Option<When> {
    let told = tokens.word(k) == "life" && tokens.ends_at(k, &["later", "in"]) && !tokens.is_word(k + 1);
    told.then(|| When { run: Run { first: k - 2, last: k }, lead: k - 2, kind: Kind::Age })
}

/// "in infancy", "in their teens", "during early adulthood", "in later life".
pub fn stage(tokens: &Tokens, k: usize) -> Option<Run> {
    if !matches!(tokens.word(k), "in" | "during" | "throughout" | "by") {
        return None;
    }
    let fills = |j: usize| {
        tokens.is(j, Class::Article)
            || matches!(tokens.word(j), "early" | "late" | "mid" | "middle" | "later" | "young" | "old" | "-" | "pre")
    };
    let at = (k + 1..k + 5).find(|&j| !fills(j))?;
    if let Some(last) = years_of_life(tokens, k, at) {
        let first = (k + 1..=at).find(|&j| !tokens.is(j, Class::Article))?;
        return Some(Run { first, last });
    }
    let (named, last) = match decade(tokens, at).filter(|_| tokens.before(at) != "the") {
        Some(last) => (true, last),
        None => (tokens.is(at, Class::LifeStage), at),
    };
    // "in their 40s or 50s"
    let joined = matches!(tokens.word(last + 1), "and" | "or");
    let second = decade(tokens, last + 2).or_else(|| tokens.is(last + 2, Class::LifeStage).then_some(last + 2));
    let last = second.filter(|_| joined && named).unwrap_or(last);
    let told = |words: &[&str]| tokens.ends_at(at, words);
    let life = tokens.word(at) == "life" && (told(&["later"]) || told(&["early"]) || told(&["mid", "-"]))
        || tokens.word(at) == "age" && (told(&["old"]) || told(&["middle"]) || told(&["middle", "-"]));
    let first = (k + 1..=at).find(|&j| !tokens.is(j, Class::Article))?;
    // the name of a journal
    if tokens.ends_at(k, &["archives", "of", "disease"]) {
        return None;
    }
    // "in childhood obesity" tells of the obesity
    let next = last + 1;
    let closes = !tokens.is_word(next)
        || tokens.is(next, Class::Preposition)
        || tokens.is(next, Class::Be)
        || matches!(tokens.word(next), "and" | "or" | "than" | "compared" | "had" | "have" | "who" | "when" | "while");
    ((named || life) && closes).then_some(Run { first, last })
}

/// "in their pre-teen years", "during her childbearing years", "by late pregnancy": the last of them.
fn years_of_life(tokens: &Tokens, k: usize, at: usize) -> Option<usize> {
    let young = matches!(tokens.before(at), "early" | "late" | "later" | "mid" | "-");
    if tokens.word(at) == "pregnancy" && young && matches!(tokens.word(k), "by" | "in" | "during") {
        return Some(at);
    }
    let stage = tokens.is(at, Class::LifeStage)
        || matches!(tokens.word(at), "teen" | "teenage" | "preteen" | "adult" | "school" | "working" | "childbearing")
        || matches!(tokens.word(at), "reproductive" | "formative" | "toddler" | "preschool" | "retirement" | "student");
    // "in later years"
    let later = tokens.word(at) == "years" && matches!(tokens.before(at), "later" | "early" | "young");
    if later && tokens.is(k + 1, Class::Article) {
        return Some(at);
    }
    (stage && tokens.word(at + 1) == "years").then_some(at + 1)
}

/// "likelier to be stout at 11": the age of children, behind the figure.
pub fn bare_age(words: &Words, quantity: &Quantity) -> Option<Run> {
    /// Tokens from the figure to the age at most.
    const REACH: usize = 16;
    let tokens = words.tokens;
    let number = |j: usize| {
        tokens.starts_number(j)
            && tokens.word(j).bytes().all(|byte| byte.is_ascii_alphanumeric())
            && (tokens.word(j).len() <= 2 || !tokens.is_number(j))
    };
    let closes = |j: usize| matches!(tokens.word(j), "," | "." | ";" | "and" | "compared" | "than" | "");
    // "the odds of gout by 14", not "rose by 14"
    let verb = |j: usize| {
        tokens.is(j, Class::ChangeVerb) || tokens.is(j, Class::PastVerb) || !tokens.is_word(j) || past_form(tokens, j)
    };
    let led = |k: usize| {
        tokens.is(k, Class::Preposition)
            && (tokens.word(k) == "at" || tokens.word(k) == "by" && k > quantity.last + 1 && !verb(k - 1))
    };
    let at = (quantity.last + 1..quantity.last + REACH).find(|&k| led(k) && number(k + 1) && closes(k + 2))?;
    let child = |k: usize| {
        matches!(tokens.word(k), "children" | "child" | "boys" | "girls" | "babies" | "toddlers" | "infants" | "pupils")
            || matches!(
                tokens.word(k),
                "teenagers" | "teens" | "adolescents" | "kids" | "youngsters" | "offspring" | "alive"
            )
    };
    let free = words.between(quantity.last, at).is_empty();
    (free && (0..tokens.len()).any(child)).then_some(Run { first: at + 1, last: at + 1 })
}

/// "at the ages of 7 and 12", "aged seven and 12": the numbers of a list of ages.
pub fn list_of_ages(tokens: &Tokens) -> Option<Vec<Run>> {
    let number = |j: usize| tokens.starts_number(j);
    let start = (0..tokens.len()).find(|&k| {
        let ages = matches!(tokens.word(k), "ages" | "aged") || tokens.at(k, &["age"]);
        ages && (number(k + 1) || tokens.word(k + 1) == "of" && number(k + 2))
    })?;
    let mut at = if number(start + 1) { start + 1 } else { start + 2 };
    let mut runs = vec![Run { first: at, last: at }];
    loop {
        let joint = |j: usize| matches!(tokens.word(j), "," | "and");
        let next = if joint(at + 1) && joint(at + 2) { at + 3 } else { at + 2 };
        // "At age 50, 12 per cent …"
        let share = tokens.word(next).contains('.') || matches!(tokens.word(next + 1), "%" | "per" | "percent" | "of");
        if !joint(at + 1) || !number(next) || share {
            return (runs.len() > 1).then_some(runs);
        }
        runs.push(Run { first: next, last: next });
        at = next;
    }
}

/// "40s", in one token or two: the last of them.
fn decade(tokens: &Tokens, k: usize) -> Option<usize> {
    let tens = |word: &str| word.len() == 2 && word.ends_with('0');
    if tokens.word(k).strip_suffix('s').is_some_and(tens) {
        return Some(k);
    }
    (tens(tokens.word(k)) && tokens.word(k + 1) == "s" && tokens.glued(k + 1)).then_some(k + 1)
}
