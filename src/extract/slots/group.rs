//! Whom a number is of: the description of its denominator, or of the people compared.

pub mod beside;
mod clause_end;
pub mod condition;
pub mod counted;
pub mod everybody;
pub mod known;
pub mod late;
pub mod named;
pub mod people;
pub mod people_before;
pub mod rising;
mod set_off;
pub mod subject;
mod tested;
pub mod when_taken;

use std::cell::RefCell;

use crate::model::{ClaimKind, Statistic};
use crate::text::{Class, Quantity, Unit};

use super::grammar::clause::maker_verb;
use crate::extract::Draft;
use beside::{apposed, in_brackets, inside_quote};
use counted::counted;

use super::grammar::phrases::{Run, Words};
use super::outcome::told_again;
use named::{arm_before, between_groups, listed};
use people::{up_to_only_verb, up_to_verb};
use subject::{subject, without_number};

/// The run of tokens that names the group.
pub fn group(words: &Words, draft: &Draft, quantity: &Quantity) -> Option<Run> {
    let sort = match draft.kind {
        ClaimKind::SampleSize | ClaimKind::EventCount => {
            let run = counted(words, draft, quantity).map(|run| clause_end::up_to_clause(words, run));
            let run = run.filter(|run| !opens_clause(words, *run));
            return run.map(|run| named::in_named_group(words, draft, run).unwrap_or(run));
        }
        _ if draft.statistic == Statistic::Share => Sort::Share,
        ClaimKind::ScoreChange => Sort::Measured,
        _ => Sort::Compared,
    };
    let Some(found) = words.found else { return sought(words, sort, quantity) };
    if let Some(known) = found.groups.of(sort, quantity) {
        return known;
    }
    let run = sought(words, sort, quantity);
    found.groups.add(sort, quantity, run);
    run
}

fn sought(words: &Words, sort: Sort, quantity: &Quantity) -> Option<Run> {
    // "For the syrup it was 9 per cent"; "it was 9 per cent for the syrup" is told behind
    if told_again::points_back(words.tokens, quantity)
        && let Some(run) = told_again::head_group(words, quantity)
    {
        return Some(run);
    }
    if sort != Sort::Compared
        && let Some(run) = late::where_it_was(words, quantity)
    {
        return Some(run);
    }
    if sort == Sort::Share && super::comparison::shared_out(words, quantity) {
        return after_share(words, quantity).filter(|_| words.tokens.word(behind(words, quantity)) == "of");
    }
    if sort == Sort::Share
        && let Some(run) = tested::test_of(words, quantity)
            .or_else(|| people_before::of_whom(words, quantity))
            .or_else(|| late::of_those_without(words, quantity))
            .or_else(|| people_before::of_them(words, quantity))
            .or_else(|| people_before::of_cases(words, quantity))
            .or_else(|| people_before::one_of(words, quantity))
            .or_else(|| super::outcome::did_alone::group(words, quantity))
            .or_else(|| super::outcome::did_alone::of_main_clause(words, quantity))
            .or_else(|| told_again::figure_for(words, quantity))
            .or_else(|| told_again::led_like_first(words, quantity))
    {
        return Some(run);
    }
    let found = match sort {
        Sort::Share => share(words, quantity),
        Sort::Measured => super::comparison::compared::measured(words, quantity),
        Sort::Compared => super::comparison::compared::compared(words, quantity),
    };
    let found = found.map(|run| without_joint(words, run));
    let found = found.filter(|run| !opens_clause(words, *run) && !stands_for_figures(words, *run));
    let found = found.filter(|run| sort != Sort::Share || !is_deed(words, quantity, *run));
    let open = sort != Sort::Compared && !found.is_some_and(|run| words.people(run));
    let when = if open { when_taken::clause(words, quantity) } else { None };
    let found = when.or(found).or_else(|| told_again::head_group(words, quantity));
    let trailing = || super::grammar::trailing::group(words, quantity, found);
    let found = if sort == Sort::Share { trailing().or(found) } else { found };
    let found = found.map(|run| clause_end::up_to_clause(words, run));
    found.filter(|run| sort != Sort::Share || !super::outcome::proportion::only_counted(words, *run))
}

/// "and longer users" → "longer users", "number of nurses" → "nurses", "nurses for every glass" → "nurses"
fn without_joint(words: &Words, run: Run) -> Run {
    let tokens = words.tokens;
    // "on a 10-point scale in the oats group" → "oats group"
    let scale = (run.first..run.last).find(|&k| tokens.word(k) == "scale").filter(|_| tokens.starts_number(run.first));
    let lead = scale.and_then(|scale| (scale..run.last).find(|&k| matches!(tokens.word(k), "in" | "among")));
    let first = lead.map_or(run.first, |lead| lead + 1 + usize::from(tokens.is(lead + 1, Class::Article)));
    let run = Run { first, ..run };
    let joint = run.last > run.first && matches!(tokens.word(run.first), "and" | "but" | "or" | "while" | "fewer");
    let first = run.first + usize::from(joint);
    let counted = matches!(tokens.word(first), "number" | "proportion" | "percentage" | "share" | "majority")
        && tokens.word(first + 1) == "of"
        && run.last > first + 1
        && words.headed_by_people(Run { first: first + 2, last: run.last });
    // "nurses for every extra glass"
    let step = (first + 1..=run.last)
        .find(|&k| matches!(tokens.word(k), "for" | "with") && matches!(tokens.word(k + 1), "every" | "each"));
    Run { first: if counted { first + 2 } else { first }, last: step.map_or(run.last, |k| k - 1) }
}

/// "there was", "if weight", "it would mean": the head of a clause, not a description of anybody.
pub fn opens_clause(words: &Words, run: Run) -> bool {
    let word = words.tokens.word(run.first);
    matches!(word, "there" | "if" | "when" | "whether" | "can" | "could" | "may" | "might" | "or" | "chance" | "risk")
        || word == "it" && run.last > run.first
        // "Professor Webb" says it, and "39" is the end of "between 20 and 39"
        || matches!(word, "professor" | "prof" | "dr" | "doctor" | "sir" | "dame") && run.last > run.first
        || (run.first..=run.last).all(|k| words.tokens.is_number(k))
        || run.first == run.last && word.len() > 4 && word.ends_with("ly") && word != "elderly"
        || run.first == run.last
            && matches!(
                word,
                "effect"
                    | "effects"
                    | "benefit"
                    | "benefits"
                    | "difference"
                    | "differences"
                    | "association"
                    | "link"
                    | "result"
                    | "results"
                    | "finding"
                    | "findings"
                    | "improvement"
                    | "average"
            )
}

/// "Nine in ten recognised it": what they did.
fn is_deed(words: &Words, quantity: &Quantity, run: Run) -> bool {
    let tokens = words.tokens;
    run.first == quantity.last + 1
        && (tokens.is(run.first, Class::PastVerb) || tokens.word(run.first).ends_with("ed"))
        && !tokens.is(run.first, Class::AssignVerb)
        && !words.people(run)
}

/// "those numbers", "the corresponding figures": what was counted before, nobody.
fn stands_for_figures(words: &Words, run: Run) -> bool {
    let tokens = words.tokens;
    run.last <= run.first + 1
        && matches!(tokens.word(run.last), "numbers" | "figures" | "rates" | "shares" | "percentages" | "proportions")
        && (run.first == run.last
            || matches!(tokens.word(run.first), "those" | "these" | "corresponding" | "respective"))
}

/// How the group of a figure is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Share,
    Measured,
    Compared,
}

/// The groups of a sentence's figures.
#[derive(Default)]
pub struct Groups {
    /// In the order of the figures' first tokens.
    told: RefCell<Vec<(usize, Sort, Option<Run>)>>,
}

impl Groups {
    fn of(&self, sort: Sort, quantity: &Quantity) -> Option<Option<Run>> {
        let told = self.told.borrow();
        let at = told.binary_search_by_key(&(quantity.first, sort), |told| (told.0, told.1)).ok()?;
        Some(told[at].2)
    }

    fn add(&self, sort: Sort, quantity: &Quantity, run: Option<Run>) {
        let mut told = self.told.borrow_mut();
        if let Err(at) = told.binary_search_by_key(&(quantity.first, sort), |told| (told.0, told.1)) {
            told.insert(at, (quantity.first, sort, run));
        }
    }
}

/// The figure is the second of two set against each other behind one subject, whose group it therefore is not.
pub fn second_of_shared(words: &Words, draft: &Draft, quantity: &Quantity, mine: Option<Run>) -> bool {
    let Some(other) = words.partner(quantity).filter(|other| other.before && other.set_against) else {
        return false;
    };
    let theirs = group(words, &Draft::of(draft.kind, other.quantity, draft.statistic), other.quantity);
    super::comparison::pairs::second_of_shared(words, quantity, [theirs, mine])
}

/// "61% of those on the drug", "7% with the drug", "39% in the placebo group", "Among nurses, 12 per cent".
fn share(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    if own_part(words, quantity) {
        return among(words, quantity.first).or_else(|| subject(words, quantity.first, &quantity.unit));
    }
    let rest = |run: &Run| matches!(tokens.word(run.first), "others" | "rest" | "remainder");
    let people = |run: &Run| words.people(*run) || rest(run);
    let lead = among(words, quantity.first);
    // "Among those who slept the least, tea accounted for 26 per cent of drinks": the people come first
    let part = tokens.word(behind(words, quantity)) == "of";
    super::comparison::behind_than::group(words, quantity)
        .or_else(|| listed(words, quantity))
        .or_else(|| {
            // "In the placebo group, 9 per cent of patients": the group says more
            let named = lead.is_some_and(|lead| (lead.first..=lead.last).any(|k| tokens.is(k, Class::PeopleGroup)));
            let generic = |run: &Run| {
                run.first == run.last
                    && matches!(
                        tokens.word(run.first),
                        "patients" | "participants" | "people" | "volunteers" | "subjects"
                    )
            };
            after_share(words, quantity)
                .filter(|run| lead.is_none() || !part || people(run))
                .filter(|run| !(named && part && generic(run)))
        })
        .or_else(|| apposed(words, quantity))
        .or_else(|| inside_quote(words, quantity))
        .or_else(|| in_brackets(words, quantity))
        .or_else(|| super::grammar::bracketed::before_bracket(words, quantity))
        .or_else(|| super::grammar::bracketed::beside_bracket(words, quantity))
        .or_else(|| people_before::listed(words, quantity))
        .or(lead)
        .or_else(|| arm_before(words, quantity))
        .or_else(|| super::comparison::parallel::led_alike(words, quantity))
        .or_else(|| between_groups(words, quantity))
        .or_else(|| late::told_late(words, quantity))
        .or_else(|| super::outcome::proportion::proportion_of(words, quantity).map(|(people, _)| people))
        .or_else(|| late::had_by(words, quantity))
        .or_else(|| {
            // "compared with 9% of cooks not on watch": they are the others
            let other = words.partner(quantity).filter(|other| !other.before && !other.set_against)?;
            after_share(words, other.quantity).filter(|run| {
                let using = tokens.word(run.first).ends_with("ing");
                !tokens.is(run.first, Class::ControlWord) && tokens.word(run.first) != "those" && !using
            })
        })
        .or_else(|| {
            subject(words, quantity.first, &quantity.unit)
                .filter(people)
                .filter(|run| !words.quantities.iter().any(|q| q.unit == Unit::Times && q.first == run.first))
        })
}

/// "2 per cent of their calories", "lost 5 per cent of his weight": the share is of something that the subject has.
pub fn own_part(words: &Words, quantity: &Quantity) -> bool {
    let tokens = words.tokens;
    tokens.word(quantity.last + 1) == "of" && matches!(tokens.word(quantity.last + 2), "their" | "his" | "her" | "its")
}

/// The first token behind a figure, its closing bracket, and a bracket that tells it again.
pub fn behind(words: &Words, quantity: &Quantity) -> usize {
    /// Tokens that a bracket may hold.
    const LONGEST_BRACKET: usize = 16;
    let tokens = words.tokens;
    let mut next = quantity.last + 1;
    if tokens.word(next) == ")" && tokens.before(quantity.first) == "(" {
        next += 1;
    }
    // "with pods (12 per cent of cases)": those before the bracket
    if tokens.before(quantity.first) == "("
        && tokens.word(next) == "of"
        && matches!(tokens.word(next + 1), "cases" | "patients" | "participants" | "people")
        && tokens.word(next + 2) == ")"
    {
        return next + 2;
    }
    // "nearly all – 97 per cent – of the sailors"
    let aside = |k: usize| matches!(tokens.word(k), "," | "–" | "-");
    let opened = || super::grammar::clause::before_hedges(tokens, quantity.first).checked_sub(1).is_some_and(aside);
    let closed = (next..next + 2).take_while(|&k| aside(k)).last();
    if let Some(close) = closed.filter(|&k| tokens.word(k + 1) == "of" && opened()) {
        return close + 1;
    }
    // "6 per cent (3 of 52) of those": skip a bracket
    if tokens.word(next) == "(" {
        next = (next..next + LONGEST_BRACKET).find(|&k| tokens.word(k) == ")").map_or(next, |k| k + 1);
    }
    next
}

pub fn after_share(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let next = behind(words, quantity);
    let set_against = matches!(
        tokens.before(super::grammar::clause::before_hedges(tokens, quantity.first)),
        "with" | "to" | "against" | "versus" | "v" | "vs"
    );
    // "compared to 9 per cent using the syrup"
    if set_against
        && next == quantity.last + 1
        && matches!(tokens.word(next), "using" | "drinking" | "eating" | "wearing" | "doing")
    {
        return words.noun_phrase(next);
    }
    let described = matches!(tokens.word(next), "who" | "taking" | "receiving" | "having" | "undergoing" | "given");
    // "9 per cent with the gel and 4 per cent without it"
    if tokens.word(next) == "without" && matches!(tokens.word(next + 1), "it" | "them" | "one") {
        return Some(Run { first: next, last: next + 1 });
    }
    // "4 per cent from the placebo group"
    let from = tokens.word(next) == "from" && (next + 2..next + 5).any(|k| tokens.is(k, Class::PeopleGroup));
    let leads = matches!(tokens.word(next), "of" | "in" | "among" | "for" | "with" | "on")
        || from
        || described
        || tokens.at(next, &["amongst"]);
    if leads {
        let start = if described { next } else { next + 1 };
        // "of these had gout"
        if matches!(tokens.word(start), "these" | "them") && words.acts(start + 1) {
            return Some(Run { first: start, last: start });
        }
        let run = words.noun_phrase(start).map(|run| up_to_verb(words, without_deed(words, quantity, run)));
        let run = run.map(|run| up_to_only_verb(words, quantity, run));
        let run = run.map(|run| without_number(words, run));
        let time = |run: &Run| {
            words.quantity_at(run.first).is_some_and(|q| matches!(q.unit, Unit::Time(_)) && q.last >= run.last)
        };
        return run.filter(|run| {
            !time(run)
                && !(run.first..=run.last).all(|k| {
                    tokens.is_number(k)
                        || tokens.is(k, Class::StudyWork)
                        || tokens.is(k, Class::TimeUnit)
                        || matches!(tokens.word(k), "time" | "average")
                })
        });
    }
    // "The best response rate, of 24 percent, was in those on the drug"
    if tokens.word(next) == "," && tokens.is(next + 1, Class::Be) && matches!(tokens.word(next + 2), "in" | "among") {
        return words.noun_phrase(next + 3);
    }
    // "half the patients", "one in three (29 per cent) prescriptions were …"
    let counted =
        next > quantity.last + 1 && tokens.is_word(next) && !words.acts(next) && !tokens.is(next, Class::Preposition);
    let direct = matches!(tokens.word(next), "the" | "our" | "their") || tokens.is(next, Class::People);
    let run = (direct || counted).then(|| words.noun_phrase(next)).flatten();
    run.map(|run| without_deed(words, quantity, run)).filter(|run| {
        (run.first..=run.last).any(|k| tokens.is(k, Class::People) || tokens.is(k, Class::Record))
            || words.acts(run.last + 1)
            // "made up half the calories"
            || maker_verb(words, quantity).is_some()
    })
}

/// Tokens from the word that compares to the figure at most.
const FACED: usize = 5;

/// "with 12 per cent of the cooks hoping to": what the people do is no part of who they are.
fn without_deed(words: &Words, quantity: &Quantity, run: Run) -> Run {
    let tokens = words.tokens;
    if !led_by_with(words, quantity) {
        return run;
    }
    let befalls = |k: usize| {
        matches!(
            tokens.word(k),
            "dying"
                | "falling"
                | "developing"
                | "needing"
                | "suffering"
                | "relapsing"
                | "recovering"
                | "achieving"
                | "experiencing"
                | "showing"
                | "having"
                | "getting"
                | "catching"
        ) && !tokens.is(k - 1, Class::Preposition)
    };
    let deed = (run.first + 1..=run.last).find(|&k| tokens.is(k - 1, Class::People) && doing(words, k));
    let befallen = (run.first + 1..=run.last).rev().find(|&k| befalls(k) && (k > run.first + 1 || words.people(run)));
    let deed = befallen.or(deed);
    // "compared with 9 per cent of men taking a dummy": what they took tells who they are
    let faced = (quantity.first.saturating_sub(FACED)..quantity.first)
        .any(|k| matches!(tokens.word(k), "compared" | "comparison" | "contrast"));
    let taken = |k: usize| tokens.is(k, Class::AssignVerb) || matches!(tokens.word(k), "taking" | "using");
    // "with 9 per cent of the men smoking at night": no other deed follows
    let only = || {
        let deeds = |k: &usize| {
            tokens.is(k - 1, Class::People) && tokens.word(*k).ends_with("ing") && tokens.word(*k).len() > 4
        };
        (run.first + 1..=run.last).find(deeds).filter(|&k| {
            let described = matches!(tokens.word(k), "living" | "aged") || faced && taken(k);
            let goes_on = (k + 1..=run.last).any(|j| tokens.word(j).ends_with("ing") || words.acts(j));
            !described && !goes_on && !words.acts(run.last + 1)
        })
    };
    let deed = deed.or_else(only);
    Run { first: run.first, last: deed.map_or(run.last, |k| k - 1) }
}

/// "with (almost) 9 per cent …": a clause without a finite verb.
pub fn led_by_with(words: &Words, quantity: &Quantity) -> bool {
    let tokens = words.tokens;
    let mut at = quantity.first;
    while at > 0
        && quantity.first - at < 4
        && (tokens.is(at - 1, Class::Approx) || tokens.is(at - 1, Class::FigureLeader) || tokens.before(at) == "final")
    {
        at -= 1;
    }
    // "with 9 per cent of the cooks and 4 per cent of the nurses falling"
    let listed = || {
        let earlier = words.before(at).last().filter(|q| tokens.before(at) == "and" && at - q.last <= LIST)?;
        Some(led_by_with(words, earlier))
    };
    tokens.before(at) == "with" || listed() == Some(true)
}

/// Tokens between two figures of a list at most.
const LIST: usize = 14;

/// "attempting", "dying": a deed, not a treatment or a state that describes the people.
pub fn doing(words: &Words, k: usize) -> bool {
    let word = words.tokens.word(k);
    word.len() > 4
        && word.ends_with("ing")
        && !words.tokens.is(k, Class::AssignVerb)
        && !matches!(word, "having" | "being" | "living" | "aged" | "drinking" | "smoking" | "eating")
}

/// "Among infants with this form, …", "In the placebo group, …", "Of the 60 patients, …" at the head of the clause.
pub fn among(words: &Words, before: usize) -> Option<Run> {
    let tokens = words.tokens;
    (before.saturating_sub(24)..before).rev().find_map(|k| {
        if !matches!(tokens.word(k), "in" | "of" | "for" | "among" | "amongst") {
            return None;
        }
        // "Out of the 60 patients", "But in the placebo group"; not "rates of …"
        let head = (0..k).find(|&j| tokens.is_word(j) || tokens.is_number(j)).unwrap_or(k);
        let opens =
            k == head || k == head + 1 && matches!(tokens.word(head), "out" | "but" | "and" | "overall" | "even")
                // "Overall, for sailors with gout, …"
                || k == head + 2 && tokens.word(head + 1) == ",";
        let contrasted = matches!(tokens.before(k), "while" | "whereas" | "but" | "that" | ";");
        let opens = opens || contrasted;
        let lead = matches!(tokens.word(k), "among" | "amongst")
            || (matches!(tokens.word(k), "in" | "of" | "for") && (opens || opens_part(words, k)))
            || tokens.word(k) == "of"
                && matches!(tokens.before(k), "," | "that" | "–")
                && words.quantity_at(k + 1).is_some();
        // "one in five children": the preposition is a part of the figure
        if !lead || words.quantities.iter().any(|q| q.first < k && k <= q.last) {
            return None;
        }
        let run = words.noun_phrase(k + 1)?;
        let run = without_number(words, run);
        // "In a trial of 76 sailors, those on the syrup …"
        let research = |k: usize| tokens.is(k, Class::StudyNoun) || tokens.is(k, Class::ResearchNoun);
        // "in a worst-case analysis that assumed each nurse fell"
        let noun = (run.first..run.last).find(|&k| matches!(tokens.word(k + 1), "that" | "which" | "of"));
        if tokens.word(k) == "in" && (research(run.first) || noun.is_some_and(research)) {
            return None;
        }
        let people = words.people(run);
        // "Of all unplanned admissions, only 16 per cent", "Among the new boats, 9 per cent"
        let number = words.quantities.iter().any(|q| q.first > k && q.last <= run.first && q.unit == Unit::None);
        // "found that, of 90 boats tested, 9 per cent …"
        let part = opens || matches!(tokens.before(k), "," | "that" | "–");
        let all = (tokens.word(k) == "of" && (tokens.word(k + 1) == "all" || number && part)
            || tokens.word(k) == "among" && opens)
            && tokens.word(run.last + 1) == ","
            // "for the syrup it was 9 per cent"
            || tokens.word(k) == "for" && opens && tokens.word(run.last + 1) == "it" && tokens.is(run.last + 2, Class::Be);
        ((people || all || pronoun_of(words, run)) && run.last < before).then_some(run)
    })
}

/// ", of these 41 (82%) saw a doctor": a part of those told before.
fn opens_part(words: &Words, k: usize) -> bool {
    words.tokens.word(k) == "of"
        && matches!(words.tokens.word(k + 1), "these" | "those" | "them")
        && matches!(words.tokens.before(k), "," | "and" | ";")
}

/// "these", "the remainder": people told before.
pub fn pronoun_of(words: &Words, run: Run) -> bool {
    run.first == run.last && matches!(words.tokens.word(run.first), "these" | "them" | "those" | "remainder" | "rest")
}
