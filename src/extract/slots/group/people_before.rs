//! A token in, the people whose whole description ends right before it out.

use crate::text::{Class, Classes, Quantity, Unit};

use super::super::grammar::clause::before_hedges;
use super::super::grammar::phrases::{Run, Words};
use super::super::grammar::verbs::past_form;
use super::behind;
use crate::extract::nouns::names_people;

/// "followed cooks who rowed |, 9 per cent of whom": from the verb, the preposition or the mark before them.
pub fn people_before(words: &Words, end: usize) -> Option<Run> {
    /// Tokens of their description at most.
    const LONGEST: usize = 16;
    let tokens = words.tokens;
    let opens = |k: usize| {
        let before = k.wrapping_sub(1);
        let led = [Class::Preposition, Class::Article, Class::StopPhrase, Class::ReportingVerb, Class::RecruitVerb];
        k == 0
            || tokens.is_sign(before)
            || words.acts(before)
            || past_form(tokens, before)
            || led.iter().any(|class| tokens.is(before, *class))
            || matches!(tokens.word(before), "and" | "that" | "found" | "but" | "while")
    };
    // "improved by 9 points and the cooks": the first figure is no part of the second's people
    let figure =
        |run: &Run| words.between(run.first.wrapping_sub(1), run.last + 1).iter().any(|q| q.unit != Unit::None);
    // a description goes on across an amount: "cooks 9kg"
    let up_to = |run: Run| Run { first: run.first, last: run.last.min(end - 1) };
    // "the study followed sailors"
    let research = Classes::of(&[Class::StudyNoun, Class::ResearchNoun, Class::StudyWork]);
    let whole = |k: usize| {
        let run = words.noun_phrase(k).filter(|run| run.first == k).map(up_to)?;
        (run.last + 1 == end && !figure(&run) && !holds_verb(words, run)).then_some(run)
    };
    let start = end.saturating_sub(LONGEST);
    let head = (start..end).rev().find(|&k| words.people(Run { first: k, last: k }))?;
    (start..=head)
        .filter(|&k| opens(k) && !tokens.classes(k.wrapping_sub(1)).meets(research))
        .find_map(|k| whole(k).filter(|run| words.headed_by_people(*run)))
}

/// "doctors weighed women", "effects included gout": more than a description of people.
pub fn holds_verb(words: &Words, run: Run) -> bool {
    let tokens = words.tokens;
    let research = [Class::StudyNoun, Class::ResearchNoun, Class::StudyWork];
    // "the study followed sailors"
    if research.iter().any(|class| tokens.is(run.first, *class)) && run.last > run.first + 1 {
        return true;
    }
    (run.first + 1..=run.last).any(|k| {
        let verb = past_form(tokens, k) || matches!(tokens.word(k), "included" | "include" | "includes");
        // "babies delivered by forceps", "recently retired cooks"
        let describes = tokens.is(k + 1, Class::Preposition) || tokens.before(k).ends_with("ly") || k == run.last;
        verb && !describes && !relative(words, k) && !tokens.is(k - 1, Class::Be) && !tokens.is(k - 1, Class::Negation)
    })
}

/// "Cooks who rowed, 9 per cent of whom fell, …": the people before the comma.
pub fn of_whom(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let at = before_hedges(tokens, quantity.first);
    // those counted are known by their own figure
    let counted = |run: &Run| words.quantities.iter().any(|q| q.first <= run.last && q.last + 1 >= run.first);
    // "cooks who rowed, among whom 9 per cent fell"
    if tokens.ends_at(at, &[",", "among", "whom"]) || tokens.ends_at(at, &[",", "of", "whom"]) {
        return people_before(words, at - 3).filter(|run| !counted(run));
    }
    let comma = at.checked_sub(1).filter(|&k| tokens.word(k) == ",")?;
    if !tokens.at(behind(words, quantity), &["of", "whom"]) {
        return None;
    }
    people_before(words, comma).filter(|run| !counted(run))
}

/// "found cooks to be 9 per cent likelier to fall", "Cooks 9 per cent likelier to fall": people right before the figure or
/// before "to be".
pub fn judged(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let at = before_hedges(tokens, quantity.first);
    // "compared cooks with nurses and found the former were 9 per cent likelier to fall"
    let be =
        at.checked_sub(2).filter(|&k| tokens.is(k + 1, Class::Be) && matches!(tokens.word(k), "former" | "latter"));
    if let Some(k) = be {
        return Some(Run { first: k, last: k });
    }
    if tokens.ends_at(at, &["to", "be"]) {
        return people_before(words, at - 2);
    }
    let graded = tokens.is(quantity.last + 1, Class::RelativeWord);
    if let Some(run) = graded.then(|| done_to(words, at)).flatten() {
        return Some(run);
    }
    let run = words.noun_phrase(0).filter(|run| graded && run.last + 1 == at)?;
    let pronoun = matches!(tokens.word(run.first), "this" | "it" | "that" | "they" | "there");
    (words.headed_by_people(run) && !pronoun && !tokens.is(run.last, Class::Be)).then_some(run)
}

/// "The cooks fared badly: 9 per cent of them fell": the people that the clause before is about.
pub fn of_them(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let of = behind(words, quantity);
    let first = words.before(quantity.first).is_empty()
        && matches!(tokens.word(of + 1), "them" | "these")
        && tokens.word(of) == "of";
    let joint = before_hedges(tokens, quantity.first)
        .checked_sub(1)
        .filter(|&k| first && matches!(tokens.word(k), ":" | ";" | "," | "and" | "–"))?;
    super::subject::opening_people(words, joint)
        .filter(|run| run.last > run.first || !matches!(tokens.word(run.first), "those" | "they"))
}

/// "Falls: cooks 9 per cent, nurses 4 per cent", "(cooks, 9 per cent; nurses, 4 per cent)": people right beside their figure.
pub fn listed(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let at = before_hedges(tokens, quantity.first);
    let end = if tokens.before(at) == "," { at - 1 } else { at };
    let closed = matches!(tokens.word(quantity.last + 1), "," | ";" | "." | ")" | "" | "and");
    let run = if closed && end > 0 { people_before(words, end)? } else { return None };
    let lead = run.first.checked_sub(1 + usize::from(tokens.is(run.first.wrapping_sub(1), Class::Article)))?;
    let opens = matches!(tokens.word(lead), ":" | "(" | ";" | ",");
    let verb = (run.first..=run.last)
        .any(|k| words.acts(k) && !matches!(tokens.before(k), "who" | "that" | "which" | "whose"));
    (opens && (end == at || tokens.word(lead) != ",") && !verb).then_some(run)
}

/// "the cooks improved by 9 points and the nurses by 4", "the cooks were 9 per cent lighter, the nurses 4 per cent": people
/// between the joint and the second figure.
pub fn by_too(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let at = before_hedges(tokens, quantity.first);
    let like = |q: &&Quantity| q.unit == quantity.unit && quantity.unit != Unit::None;
    let earlier = words.before(at).last().filter(like).or_else(|| {
        // the other figure is that of a dose
        let [.., earlier, _] = words.before(at) else { return None };
        Some(earlier).filter(like)
    })?;
    let end = match tokens.before(at) {
        "by" => at - 1,
        // "the nurses had a fall rate of 9 per cent and the cooks one of 4"
        "of" if tokens.ends_at(at, &["one", "of"]) => at - 2,
        _ => at,
    };
    let run = people_before(words, end)
        .filter(|run| run.first > earlier.last)
        .or_else(|| taken_too(words, earlier.last, end))?;
    // "9 per cent likelier to fall and women 4": the deed is no part of the second's people
    let deed = (run.first + 1..run.last)
        .rev()
        .find(|&k| matches!(tokens.word(k), "and" | "while" | "but") && !names_people(tokens, k - 1));
    let run = Run { first: deed.map_or(run.first, |k| k + 1), last: run.last };
    let joint = |k: usize| matches!(tokens.word(k), "and" | "while" | "but" | "," | ";");
    let lead = run.first - usize::from(tokens.is(run.first - 1, Class::Article)) - 1;
    let verb = (run.first..=run.last).any(|k| words.acts(k) && !relative(words, k));
    (joint(lead) && lead > earlier.last && !verb).then_some(run)
}

/// "the 10-milligram dose cut pain by 9 per cent and the 5-milligram dose by 4": what the others took stands for them.
fn taken_too(words: &Words, earlier: usize, end: usize) -> Option<Run> {
    /// Tokens of its name at most.
    const LONGEST: usize = 7;
    let tokens = words.tokens;
    let last = end.checked_sub(1).filter(|&k| {
        tokens.is(k, Class::TreatmentWord)
            || tokens.is(k, Class::ControlWord)
            || matches!(
                tokens.word(k),
                "dose"
                    | "doses"
                    | "drug"
                    | "pill"
                    | "version"
                    | "regimen"
                    | "shot"
                    | "injection"
                    | "diet"
                    | "device"
                    | "arm"
                    | "group"
            )
    })?;
    let the = (earlier + 2..last)
        .rev()
        .take(LONGEST)
        .find(|&k| tokens.word(k) == "the" && matches!(tokens.before(k), "and" | "," | "while"))?;
    Some(Run { first: the + 1, last })
}

/// "who rowed", "that slept": the verb of a relative clause.
fn relative(words: &Words, k: usize) -> bool {
    matches!(words.tokens.before(k), "who" | "that" | "which" | "whose")
        || k > 1 && matches!(words.tokens.word(k - 2), "who" | "that")
}

/// "barbers shaved men 17 per cent less often than boys": those to whom it was done.
fn done_to(words: &Words, at: usize) -> Option<Run> {
    let run = people_before(words, at)?;
    let verb = run.first.checked_sub(1)?;
    let acts =
        past_form(words.tokens, verb) || words.tokens.is(verb, Class::PastVerb) && !words.tokens.is(verb, Class::Be);
    (acts && !matches!(words.tokens.word(verb), "had" | "found" | "said")).then_some(run)
}

/// ", with those at sea falling 9 per cent less often than cooks": the people of a clause without a finite verb.
pub fn with_clause(words: &Words, quantity: &Quantity) -> Option<Run> {
    /// Tokens from "with" to the figure at most.
    const REACH: usize = 18;
    let tokens = words.tokens;
    let opens = |k: usize| tokens.word(k) == "with" && matches!(tokens.before(k), "," | "–" | ";");
    let back = (quantity.first.saturating_sub(REACH)..quantity.first).rev();
    let with = back
        .take_while(|&k| !matches!(tokens.word(k), "." | ";" | "while" | "but") && words.quantity_at(k).is_none())
        .find(|&k| opens(k))?;
    let run = words.noun_phrase(with + 1).filter(|run| run.last < quantity.first && words.headed_by_people(*run))?;
    // "with nurses falling 9 per cent less often"
    let deed =
        (run.first + 1..=run.last).rev().find(|&k| super::doing(words, k) && !tokens.is(k - 1, Class::Preposition));
    let deed = deed.filter(|&k| (k..quantity.first).all(|j| !words.acts(j)) && k + 4 > run.last);
    Some(Run { first: run.first, last: deed.map_or(run.last, |k| k - 1) })
}

/// "Fights broke out in 9 per cent of cases": what the cases are, told by the subject; the group is "cases" alone.
pub fn of_cases(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let of = behind(words, quantity);
    let noun = of + 1 + usize::from(tokens.is(of + 1, Class::Article));
    let bare = tokens.word(of) == "of"
        && matches!(tokens.word(noun), "cases" | "instances")
        && (!tokens.is_word(noun + 1) || tokens.is(noun + 1, Class::StopPhrase) || tokens.word(noun + 1) == "and");
    let lead = before_hedges(tokens, quantity.first)
        .checked_sub(1)
        .filter(|&k| bare && matches!(tokens.word(k), "in" | "on"))?;
    let verb = (1..lead).find(|&k| words.acts(k) && !relative(words, k))?;
    let run = super::super::grammar::clause::subject_before(words, verb)?;
    let plural = tokens.word(run.last).ends_with('s') || words.headed_by_people(run);
    (plural && words.before(verb).is_empty() && !super::super::grammar::clause::points_back(tokens, run)).then_some(run)
}

/// "the nurses had a fall rate of 9 per cent and the cooks one of 4 per cent".
pub fn one_of(words: &Words, quantity: &Quantity) -> Option<Run> {
    let at = before_hedges(words.tokens, quantity.first);
    if words.tokens.ends_at(at, &["one", "of"]) { by_too(words, quantity) } else { None }
}
