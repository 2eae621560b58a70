//! A change in, what it comes with out: a step ("for every extra glass"), a condition ("when sailors drank rum"), a cause ("by
//! eating plums").

use crate::text::{Class, Quantity, Unit};

use super::super::grammar::phrases::{Run, Words};

/// Tokens from the figure to the word that leads, at most.
const REACH: usize = 14;

/// "for each 10g of oats, the risk fell by 9 per cent", "fell by 9 per cent with every glass": the step stands for the people.
pub fn step(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let leads = |k: usize| matches!(tokens.word(k), "for" | "with") && matches!(tokens.word(k + 1), "every" | "each");
    let ends = |k: usize| matches!(tokens.word(k), ";" | "." | "" | "than" | "compared" | "while" | "but");
    let behind = (quantity.last + 1..quantity.last + REACH)
        .take_while(|&k| !ends(k) && words.quantity_at(k).is_none())
        .find(|&k| leads(k));
    let before = || {
        let back = (quantity.first.saturating_sub(3 * REACH)..quantity.first).rev();
        back.take_while(|&k| !ends(k)).find(|&k| leads(k))
    };
    let lead = behind.or_else(before)?;
    let run = words.noun_phrase(lead + 1)?;
    // "for every 100 sailors" counts them, "with every year" tells when
    let counted =
        words.quantities.iter().find(|q| q.first > lead && q.first <= lead + 3).map_or(lead + 2, |q| q.last + 1);
    let plain = tokens.is(counted, Class::People)
        || tokens.is(lead + 2, Class::People)
        || tokens.is(lead + 2, Class::TimeUnit) && tokens.word(lead + 3) != "of";
    let last = if behind.is_some() { run.last } else { run.last.min(quantity.first.checked_sub(1)?) };
    (!plain && last > lead + 1).then_some(Run { first: lead + 1, last })
}

/// "the risk was 9 per cent higher if nurses smoked", "lower when sailors drank rum": those who meet the condition.
pub fn condition(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let ends = |k: usize| {
        matches!(tokens.word(k), ";" | "." | "" | "," | "than" | "compared" | "while" | "but" | "and" | "in" | "who")
    };
    let lead = (quantity.last + 1..quantity.last + REACH)
        .take_while(|&k| !ends(k))
        .find(|&k| matches!(tokens.word(k), "if" | "when"))?;
    let article = usize::from(tokens.is(lead + 1, Class::Article));
    let pronoun = matches!(tokens.word(lead + 1), "she" | "he" | "you" | "people" | "someone" | "somebody")
        || tokens.at(lead, &["if", "they"]) && !(0..quantity.first).any(|k| tokens.word(k) == "they");
    let doing = tokens.word(lead + 1).ends_with("ing") && !tokens.word(lead + 1).ends_with("thing");
    if doing {
        return words.noun_phrase(lead + 1);
    }
    let people = words.noun_phrase(lead + 1).filter(|run| words.people(*run) && run.first <= lead + 1 + article);
    let verb = if pronoun { lead + 2 } else { people?.last + 1 };
    // "when they were tested" tells when
    let takes = [Class::ConsumeVerb, Class::TreatedBy, Class::ExposureVerb].iter().any(|class| tokens.is(verb, *class))
        || matches!(tokens.word(verb), "used" | "use" | "wore" | "had" | "have" | "did" | "ate" | "drank" | "slept");
    let may = if tokens.word(lead) == "if" { words.acts(verb) || takes } else { takes };
    let close = |k: usize| {
        matches!(tokens.word(k), ";" | "." | "" | "," | "than" | "compared" | "rather" | "while" | "but" | ")")
    };
    // "if they drank more than a litre"
    let more = |k: usize| tokens.word(k) == "than" && matches!(tokens.before(k), "more" | "less" | "fewer");
    let end = (verb + 1..verb + REACH).find(|&k| close(k) && !more(k))?;
    let first = if pronoun { verb } else { lead + 1 + article };
    (may && end > first).then_some(Run { first, last: end - 1 })
}

/// "can be halved by eating plums", "fell by 9 per cent with the syrup", "lower thanks to tea": what brought the change on.
pub fn agent(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let after = quantity.last + 1;
    let graded = usize::from(tokens.is(after, Class::RelativeWord) || tokens.is(after, Class::ChangeNoun));
    let lead = after + graded;
    let changed = (quantity.first.saturating_sub(4)..=quantity.last).any(|k| tokens.is(k, Class::ChangeVerb))
        || quantity.unit == Unit::Times && quantity.first == quantity.last;
    let first = match (tokens.word(lead), tokens.word(lead + 1)) {
        ("by", _) if changed && quantity.first > 0 => lead + 1,
        ("with", "the") if changed && tokens.at(lead + 2, &["use", "of"]) => lead + 4,
        ("with", _) if changed => lead + 1,
        ("thanks", "to") | ("because", "of") | ("due", "to") => lead + 2,
        _ => return None,
    };
    let run = words.noun_phrase(first)?;
    let told = tokens.is_number(run.first) || words.quantity_at(run.first).is_some() || words.time_follows(lead);
    let vague =
        [Class::TimeUnit, Class::StudyNoun, Class::ResearchNoun, Class::People, Class::ChangeNoun, Class::RelativeWord]
            .iter()
            .any(|class| tokens.is(run.first, *class) || tokens.is(run.last, *class))
            || matches!(
                tokens.word(run.first),
                "time" | "age" | "every" | "each" | "more" | "less" | "which" | "this" | "that" | "it"
            );
    (!told && !vague && !tokens.is(run.first, Class::Ordinal)).then_some(run)
}
