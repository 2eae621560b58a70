//! What a relative change, a multiplier or a measured change is of: "a 27 per cent lower risk of gout".

mod multiplied;

use crate::model::{ClaimKind, Statistic};
use crate::text::{Class, Quantity, Unit};

use super::super::grammar::clause::{
    before_hedges, level, listed_change, points_back, subject_before, without_people, without_place,
};
use super::super::grammar::likely::{done_less_often, likely_deed};
use super::super::grammar::phrases::{Run, Words};
use super::super::grammar::verbs::{finite_verb, past_form};
use crate::extract::Draft;
use crate::extract::nouns::names_people;
use multiplied::{as_much, did_times, doubled, doubling_in, fold_of, had_times};

/// What a relative change, multiplier or measured change is of.
pub fn change(words: &Words, draft: &Draft, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    if draft.kind == ClaimKind::ScoreChange && matches!(quantity.unit, Unit::Time(_)) {
        return super::timed_deed::timed_deed(words, quantity)
            .or_else(|| super::timed_deed::done_longer(words, quantity))
            .or_else(|| lived(words, quantity))
            .or_else(|| noun_after_change(words, quantity))
            .or_else(|| amount_of(words, quantity))
            .or_else(|| spent_doing(words, quantity))
            .or_else(|| earlier_amount(words, quantity))
            .or_else(|| super::deed::held(words, quantity));
    }
    if draft.kind == ClaimKind::Multiplier
        && tokens.word(quantity.last + 1) == "as"
        && tokens.word(quantity.last + 2) == "long"
        || tokens.word(quantity.last) == "long"
    {
        return lived(words, quantity);
    }
    if let Some(run) = scale_of(words, draft, quantity) {
        return Some(run);
    }
    // "shed a fifth of their weight"
    if super::super::group::own_part(words, quantity) && draft.statistic == Statistic::RelativeChange {
        return words.noun_phrase(quantity.last + 3);
    }
    let number = |run: &Run| tokens.word(run.first) == "number";
    let level = draft.statistic == Statistic::Level;
    let part_of = draft.kind == ClaimKind::Multiplier && tokens.word(quantity.last + 1) == "that";
    if let Some(run) = part_of.then(|| super::risk_of::subject(words, quantity)).flatten() {
        return Some(run);
    }
    if let Some(run) = (level || part_of).then(|| level_before(words, quantity)).flatten() {
        return Some(if number(&run) { run } else { without_people(words, run) });
    }
    let found = told(words, draft, quantity).filter(|run| !tokens.is(run.first, Class::Preposition))?;
    // "the number of men" is how many, not of whom; "the odds of a sailor drowning" are of what befalls him
    let befalls = |k: usize| {
        names_people(tokens, k - 1)
            && tokens.word(k).len() > 5
            && tokens.word(k).ends_with("ing")
            && tokens.word(k) != "taking"
    };
    let whole = number(&found)
        || tokens.is(found.first, Class::Likelihood) && (found.first + 2..=found.last).any(befalls)
        || matches!(tokens.word(found.first), "ratio" | "proportion");
    Some(if whole { found } else { without_people(words, found) })
}

fn told(words: &Words, draft: &Draft, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    likely_to(words, quantity)
        .or_else(|| super::risk_of::less_at_risk(words, quantity))
        .or_else(|| super::deed::effective_at(words, quantity))
        .or_else(|| up_or_down(words, quantity))
        .or_else(|| told_with_next(words, quantity))
        .or_else(|| doubling_in(words, draft, quantity))
        .or_else(|| doubled(words, draft, quantity))
        .or_else(|| done_less_often(words, quantity))
        .or_else(|| and_by(words, quantity))
        .or_else(|| change_in(words, quantity))
        .or_else(|| change_of_figure(words, quantity))
        .or_else(|| higher_for(words, quantity))
        .or_else(|| fold_of(words, draft, quantity))
        .or_else(|| super::deed::made_likely(words, quantity))
        .or_else(|| noun_after_change(words, quantity))
        .or_else(|| object_before(words, quantity))
        .or_else(|| super::deed::more_so(words, quantity))
        .or_else(|| had_times(words, draft, quantity))
        .or_else(|| super::risk_of::before(words, quantity))
        .or_else(|| super::deed::held(words, quantity))
        .or_else(|| did_times(words, draft, quantity))
        .or_else(|| {
            let direct = draft.kind == ClaimKind::Multiplier
                && tokens.is_word(quantity.last + 1)
                && !tokens.is(quantity.last + 1, Class::Preposition)
                && !tokens.is(quantity.last + 1, Class::RelativeWord)
                && tokens.word(quantity.last + 1) != "as";
            let run = direct.then(|| words.noun_phrase(quantity.last + 1)).flatten();
            // "twice the level of iron as nurses"
            run.map(|run| {
                let end = (run.first + 1..=run.last).find(|&k| tokens.word(k) == "as");
                Run { first: run.first, last: end.map_or(run.last, |k| k - 1) }
            })
        })
        .or_else(|| as_much(words, draft, quantity))
        .or_else(|| listed_change(words, quantity))
        .or_else(|| level(words, quantity))
        .or_else(|| subject_of_change(words, quantity))
        .or_else(|| change_listed_before(words, quantity))
}

/// "On the sleep scale, scores fell by 9 points", "scored 9 on a memory test": the scale says what was measured.
fn scale_of(words: &Words, draft: &Draft, quantity: &Quantity) -> Option<Run> {
    /// Tokens from the scale that leads the sentence to its figure at most.
    const REACH: usize = 30;
    let tokens = words.tokens;
    let measured = draft.kind == ClaimKind::ScoreChange && !matches!(quantity.unit, Unit::Time(_));
    let scale = |k: usize| {
        matches!(
            tokens.word(k),
            "scale" | "index" | "questionnaire" | "score" | "test" | "inventory" | "checklist" | "exam" | "survey"
        )
    };
    let named = |on: usize| {
        let run = words.noun_phrase(on + 1)?;
        let head = (run.first..=run.last).take_while(|&k| !tokens.is(k, Class::Preposition)).find(|&k| scale(k))?;
        // "a 12-point scale" names nothing
        if tokens.starts_number(run.first) {
            return None;
        }
        Some(Run { first: run.first, last: head })
    };
    let scored = (quantity.first.saturating_sub(5)..quantity.first)
        .any(|k| tokens.word(k).starts_with("scor") || tokens.word(k).starts_with("rat"));
    let behind = (tokens.word(quantity.last + 1) == "on" && scored).then_some(quantity.last + 1);
    let lead = (tokens.word(0) == "on" && quantity.first <= REACH).then_some(0);
    let generic =
        |on: usize| on > 0 || words.behind(on).first().is_none_or(|next| next.first >= quantity.first || scored);
    behind.or(lead).filter(|&on| measured && generic(on)).and_then(named)
}

/// "falls were down by 9 per cent", "their risk was up 9 per cent": what went up or down.
fn up_or_down(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let at = before_hedges(tokens, quantity.first);
    let at = if tokens.before(at) == "by" { at - 1 } else { at };
    let way = at.checked_sub(1).filter(|&k| matches!(tokens.word(k), "up" | "down"))?;
    let be = way.checked_sub(1).filter(|&k| tokens.is(k, Class::Be))?;
    let run = without_place(tokens, subject_before(words, be)?);
    (!points_back(tokens, run)).then_some(run)
}

/// "was linked to 9 per cent and 12 per cent lower odds of gout": one noun behind both figures.
fn told_with_next(words: &Words, quantity: &Quantity) -> Option<Run> {
    let joint = matches!(words.tokens.word(quantity.last + 1), "and" | "or" | "to");
    let next = words.quantity_at(quantity.last + 2).filter(|next| joint && next.unit == quantity.unit)?;
    noun_after_change(words, next)
}

/// "did 34 minutes of brisk rowing, which fell to 26 minutes": what the first amount is of.
fn earlier_amount(words: &Words, quantity: &Quantity) -> Option<Run> {
    let like = words.quantities.iter().filter(|q| q.first < quantity.first && q.unit == quantity.unit);
    like.take(LONGEST_LIST).find_map(|q| amount_of(words, q))
}

/// "an average of 34 minutes of brisk rowing": what the amount is of.
fn amount_of(words: &Words, quantity: &Quantity) -> Option<Run> {
    let of = words.tokens.word(quantity.last + 1) == "of";
    of.then(|| words.noun_phrase(quantity.last + 2)).flatten().filter(|run| !words.people(*run))
}

/// "spent 34 minutes a day rowing": what the time was spent on.
fn spent_doing(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let often = |k: usize| {
        tokens.is(k, Class::Article)
            || tokens.is(k, Class::TimeUnit)
            || matches!(tokens.word(k), "per" | "each" | "every" | "daily")
    };
    let doing = (quantity.last + 1..quantity.last + 4).find(|&k| !often(k))?;
    let spent = (quantity.first.saturating_sub(8)..quantity.first)
        .any(|k| matches!(tokens.word(k), "spent" | "spend" | "spends" | "spending"));
    (spent && super::super::group::doing(words, doing)).then(|| words.verb_phrase(doing)).flatten()
}

/// "death by 18 per cent and stroke by 11 per cent": the noun of the second figure.
fn and_by(words: &Words, quantity: &Quantity) -> Option<Run> {
    /// Tokens between the two figures at most.
    const REACH: usize = 8;
    let tokens = words.tokens;
    let by = quantity.first.checked_sub(1).filter(|&k| tokens.word(k) == "by")?;
    let before = words.before(by).iter().rev().find(|q| q.unit == quantity.unit)?;
    // "and the higher dose by 9 per cent"
    if super::super::group::people_before::by_too(words, quantity).is_some() {
        return None;
    }
    let first = (before.last + 1..by).find(|&k| !matches!(tokens.word(k), "and" | "," | "of" | "the"))?;
    let joined = first > before.last + 1 && matches!(tokens.word(before.last + 1), "and" | ",");
    let noun = (first..by)
        .all(|k| tokens.is_word(k) && !words.acts(k) && !tokens.is(k, Class::ChangeVerb) && tokens.word(k) != "but");
    (joined && noun && first < by && by - first <= REACH).then(|| Run { first, last: by - 1 })
}

/// "a reduction in blood sugar of about 0.5 per cent": what is reduced.
fn change_in(words: &Words, quantity: &Quantity) -> Option<Run> {
    /// Tokens from the noun of change to the figure at most.
    const REACH: usize = 14;
    let tokens = words.tokens;
    let mut of = quantity.first;
    while of > 0
        && quantity.first - of < 4
        && (tokens.is(of - 1, Class::Approx) || tokens.is(of - 1, Class::TimeFiller))
        && tokens.before(of) != "of"
    {
        of -= 1;
    }
    let of = of.checked_sub(1).filter(|&k| tokens.word(k) == "of")?;
    let noun = (of.saturating_sub(REACH)..of)
        .rev()
        .find(|&k| tokens.is(k, Class::ChangeNoun) && matches!(tokens.word(k + 1), "in" | "of" | "on"))?;
    let run = words.noun_phrase(noun + 2)?;
    (run.first < of).then(|| Run { first: run.first, last: run.last.min(of - 1) })
}

/// "an improvement of around 9 per cent in pain": what is improved stands behind the figure.
fn change_of_figure(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let at = before_hedges(tokens, quantity.first);
    let at = at - usize::from(matches!(tokens.word(at), "least" | "most") && tokens.before(at) == "at");
    let of = at.checked_sub(1).filter(|&k| tokens.word(k) == "of")?;
    let noun = of > 0 && tokens.is(of - 1, Class::ChangeNoun) && tokens.word(quantity.last + 1) == "in";
    let run = noun.then(|| words.noun_phrase(quantity.last + 2)).flatten().map(|run| without_people(words, run))?;
    (!words.headed_by_people(run) && !words.people(Run { first: run.first, last: run.first })).then_some(run)
}

/// "the risk was 9 per cent higher for gout": the illness behind a bare risk.
fn higher_for(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let next = quantity.last + 1;
    let lead = (next + 1..next + 3).find(|&k| tokens.word(k) == "for")?;
    if !(next..lead).any(|k| tokens.is(k, Class::RelativeWord)) {
        return None;
    }
    let run = words.noun_phrase(lead + 1)?;
    let bare = (quantity.first.saturating_sub(REACH_OF_RISK)..quantity.first)
        .rev()
        .find(|&k| tokens.is(k, Class::Likelihood) && tokens.word(k + 1) != "of");
    (bare.is_some() && !words.people(run) && names_illness(words, run)).then_some(run)
}

/// "gout", "meningioma", "joint pain": an illness or a mishap, known or formed like the name of one.
pub fn names_illness(words: &Words, run: Run) -> bool {
    const ENDINGS: [&str; 9] = ["oma", "omas", "itis", "osis", "emia", "aemia", "pathy", "plegia", "phobia"];
    let tokens = words.tokens;
    (run.first..=run.last).any(|k| {
        [Class::Condition, Class::Illness, Class::Mishap, Class::EventNoun, Class::OutcomeStrong]
            .iter()
            .any(|class| tokens.is(k, *class))
            || ENDINGS.iter().any(|ending| tokens.word(k).ends_with(ending))
    })
}

/// Tokens from the word for risk to the figure at most.
const REACH_OF_RISK: usize = 24;

/// "Risk of gout was 18 per cent greater for A, 23 per cent greater for B": the first one's outcome.
fn change_listed_before(words: &Words, quantity: &Quantity) -> Option<Run> {
    let before = words.before(quantity.first).iter().rev().filter(|q| q.unit == quantity.unit);
    before.take(LONGEST_LIST).find_map(|q| {
        likely_to(words, q).or_else(|| noun_after_change(words, q)).or_else(|| subject_of_change(words, q))
    })
}

/// Figures of one list looked back over.
const LONGEST_LIST: usize = 6;

/// "lived 2.5 months longer", "a life expectancy of ten years": the word for living or lasting.
fn lived(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let k = (quantity.first.saturating_sub(14)..quantity.first).rev().find(|&k| {
        matches!(
            tokens.word(k),
            "lived" | "live" | "lives" | "survived" | "expectancy" | "survival" | "worsened" | "progression"
        )
    })?;
    let first = if matches!(tokens.word(k), "expectancy" | "survival")
        && k > 0
        && tokens.is_word(k - 1)
        && !tokens.is(k - 1, Class::Article)
    {
        k - 1
    } else {
        k
    };
    Some(Run { first, last: k })
}

/// "29 percent less likely to die of anything", "twice as likely to relapse".
fn likely_to(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let likely = (quantity.last + 1..quantity.last + 7)
        .find(|&k| matches!(tokens.word(k), "likely" | "likelier" | "liable" | "prone" | "apt"))?;
    let deed = likely_deed(words, likely)?;
    // "falls were twice as likely to occur in winter"
    let be = before_hedges(tokens, quantity.first).checked_sub(1).filter(|&k| tokens.is(k, Class::Be));
    let occurs =
        be.filter(|_| tokens.is(deed.first, Class::Occurring) && !matches!(tokens.word(deed.first), "use" | "used"));
    let subject =
        occurs.and_then(|be| subject_before(words, be)).filter(|run| !words.people(*run) && !points_back(tokens, *run));
    Some(subject.map_or(deed, |run| without_place(tokens, run)))
}

/// "a 27% lower risk of gout", "a 19 per cent cut in the risk of a fall".
fn noun_after_change(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let next = quantity.last + 1;
    let relative = (next..next + 4).find(|&k| tokens.is(k, Class::RelativeWord) || tokens.is(k, Class::ChangeNoun))?;
    if (next..relative).any(|k| {
        matches!(tokens.word(k), "," | "." | ";" | "than") || tokens.is(k, Class::Preposition) || tokens.is_number(k)
    }) {
        return None;
    }
    let noun = tokens.is(relative, Class::ChangeNoun);
    let amount = tokens.word(relative + 1) == "to" && !tokens.is_number(relative + 2);
    // "a 61 per cent risk reduction": what is reduced stands between
    if noun && relative > next && !tokens.is(relative + 1, Class::Preposition) && tokens.is_word(relative - 1) {
        let first = (next..relative).find(|&k| !tokens.is(k, Class::RelativeWord) && tokens.word(k) != "relative")?;
        return Some(Run { first, last: relative - 1 });
    }
    let start = if noun && (amount || matches!(tokens.word(relative + 1), "in" | "of" | "on")) {
        relative + 2
    } else {
        relative + 1
    };
    if tokens.is(start, Class::Preposition)
        || !tokens.is_word(start)
        || matches!(
            tokens.word(start),
            "than" | "among" | "when" | "compared" | "if" | "for" | "likely" | "often" | "frequently"
        )
    {
        return None;
    }
    // "was 40 per cent more common in …": an adjective
    let been = before_hedges(tokens, quantity.first).checked_sub(1).is_some_and(|k| tokens.is(k, Class::Be));
    if been && matches!(tokens.word(relative), "more" | "less" | "better" | "worse") {
        return None;
    }
    // "a lower risk among those drinking …": the people are no part of the outcome
    words.noun_phrase(start).map(|run| without_people(words, run))
}

/// "cut the risk of drowning by 35%", "reduces pain by 45 per cent".
fn object_before(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let by = (quantity.first.saturating_sub(5)..quantity.first).rev().find(|&k| matches!(tokens.word(k), "by" | "of"));
    // "could raise the risk between 12 and 16 per cent"
    let between = quantity.first.checked_sub(1).filter(|&k| tokens.word(k) == "between");
    let by = by.or(between)?;
    // "by an average of 12 per cent"
    let by =
        (by.saturating_sub(4)..by).rev().find(|&k| tokens.word(by) == "of" && tokens.word(k) == "by").unwrap_or(by);
    let verb = (by.saturating_sub(16)..by).rev().find(|&k| {
        let changes = tokens.is(k, Class::ChangeVerb) && !matches!(tokens.before(k), "the" | "a" | "of");
        changes || k + 1 == by && tokens.word(by) == "by" && past_form(tokens, k)
    })?;
    let amount = (verb + 1..by)
        .all(|k| tokens.is(k, Class::Article) || matches!(tokens.word(k), "average" | "mean" | "median" | "total"));
    if amount {
        // "those on the diet lost an average of 6kg": of people, what they did
        let subject = subject_before(words, verb)?;
        return Some(
            if (words.people(subject) || points_back(tokens, subject))
                && matches!(tokens.word(verb), "lost" | "gained" | "shed")
            {
                Run { first: verb, last: verb }
            } else {
                subject
            },
        );
    }
    // "grew by a factor of 12": nothing stands between
    if tokens.word(verb + 1) == "by" {
        let run = subject_before(words, verb).filter(|run| !points_back(tokens, *run));
        return run.map(|run| without_place(tokens, run));
    }
    let run = words.noun_phrase(verb + 1)?;
    Some(Run { first: run.first, last: run.last.min(by - 1) })
}

/// "the risk of X was 33 per cent higher", "pain was 45 per cent lower".
fn subject_of_change(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let verb = (quantity.first.saturating_sub(8)..quantity.first).rev().find(|&k| {
        finite_verb(tokens, k)
            || tokens.is(k, Class::ChangeVerb)
            || k + 1 == quantity.first && (past_form(tokens, k) || tokens.is(k, Class::ActiveVerb))
    })?;
    // "a swim can burn 90 calories": what it does
    if tokens.is(verb, Class::Modal) && verb + 2 == quantity.first && !tokens.is(verb + 1, Class::Be) {
        return Some(Run { first: verb + 1, last: verb + 1 });
    }
    let run = subject_before(words, verb).filter(|run| !points_back(tokens, *run))?;
    // "in nurses the increase was 9 per cent": of what was told before
    if run.first == run.last && tokens.is(run.first, Class::ChangeNoun) {
        return None;
    }
    // "the sailors scored 4 points higher": of people, what they did
    let did = !tokens.is(verb, Class::Be)
        && !tokens.is(verb, Class::Modal)
        && !matches!(tokens.word(verb), "had" | "has" | "have");
    if did && words.headed_by_people(run) {
        return Some(Run { first: verb, last: verb });
    }
    // "rates of burnout among nurses were twice as high": the people are no part of it
    Some(without_place(tokens, run))
}

/// "Heart weight (290 vs 270 grams)", "a mean score of 8.3 points": the noun before the figure.
fn level_before(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let own =
        words.partner(quantity).filter(|other| other.before && other.explicit).map_or(quantity, |other| other.quantity);
    let mut at = own.first;
    while at > 0 && own.first - at < 5 && matches!(tokens.word(at - 1), "(" | "of" | "was" | "were" | "is" | "averaged")
    {
        at -= 1;
    }
    (at < own.first).then(|| words.noun_phrase_before(at)).flatten().map(|run| {
        // "pain scores on the evening before surgery"
        let run = measured_at(words, run);
        let first = (run.first..run.last)
            .rev()
            .find(|&k| {
                tokens.is(k, Class::Preposition)
                    || matches!(tokens.word(k), "mean" | "median" | "average")
                    // "contained more starch (3.4g vs 2.9g)"
                    || own.first - at == 1 && matches!(tokens.word(k), "more" | "less" | "fewer" | "higher" | "lower")
            })
            .map_or(run.first, |k| k + 1);
        Run { first, last: run.last }
    })
}

/// "pain scores on the evening before surgery", "scores with syrup" → "pain scores": when, where and in whom it was measured
/// is no part of what was.
fn measured_at(words: &Words, run: Run) -> Run {
    let tokens = words.tokens;
    let gauge = |k: usize| {
        [Class::Gauge, Class::LevelWord, Class::MeasuredWord, Class::Felt].iter().any(|class| tokens.is(k, *class))
            || matches!(tokens.word(k), "score" | "scores" | "rating" | "ratings" | "reading" | "readings")
    };
    let lead = (run.first + 1..=run.last).find(|&k| {
        matches!(tokens.word(k), "on" | "at" | "after" | "before" | "during" | "with" | "among" | "in") && gauge(k - 1)
    });
    Run { first: run.first, last: lead.map_or(run.last, |k| k - 1) }
}
