//! A figure whose sentence tells no time in, the time that the sentence before or after tells for it out.

use crate::model::{ClaimKind, Role, Statistic};
use crate::text::{Class, Quantity, Tokens, Unit};

use super::super::grammar::phrases::{Run, Words};
use super::counted::tracked;
use super::lengths::list;
use super::own::place_between;
use super::phrases::{Kind, Times, When, follow_up, is_dated, season, times, year};
use super::place_in_list;
use super::watched::{effect_seen, it_lasted, team_followed_them, told_alone};
use crate::extract::Draft;
use crate::extract::scene::Scene;

/// The time told in the sentence before or after: the years of the study for its size; for a result, how long its people
/// were followed, or what "that period" means.
pub fn beside(
    scene: &Scene,
    of_article: Times,
    here: &Words,
    draft: &Draft,
    quantity: &Quantity,
) -> Option<(usize, Run)> {
    // "slid from 12 to 9 over that time": the first was so before
    if place_between(here, quantity) == Some(0) {
        return None;
    }
    let before = told_last(scene).and_then(|at| near(scene, of_article, at));
    let after = near(scene, of_article, scene.at + 1);
    if draft.kind == ClaimKind::SampleSize && !same_time(scene.tokens(), draft.first) {
        return of_people(scene, draft, before, after);
    }
    let result = draft.kind == ClaimKind::ResponseRate
        || matches!(draft.statistic, Statistic::RelativeChange | Statistic::Ratio);
    let after = || {
        let (at, words) = after?;
        let changed = matches!(draft.statistic, Statistic::RelativeChange | Statistic::AbsoluteChange);
        let seen = || if changed { effect_seen(&words) } else { None };
        let followed = if result { they_were_followed(&words) } else { None };
        Some((at, followed.or_else(seen)?))
    };
    before.and_then(|before| told_before(scene, here, draft, quantity, before)).or_else(after)
}

/// The sentence before, or the one before that where it says little: "All of them got better."
fn told_last(scene: &Scene) -> Option<usize> {
    /// Tokens of a sentence that says little.
    const SHORT: usize = 8;
    let at = scene.at.checked_sub(1)?;
    let last = &scene.sentences[at];
    let here = scene.sentence().block;
    let little = last.quantities.is_empty() && last.tokens.len() < SHORT && last.block == here;
    let further = at.checked_sub(1).filter(|&k| little && scene.sentences[k].block == here);
    Some(further.unwrap_or(at))
}

/// "They sang for nine weeks.": how long it went on, where nothing else is told.
pub fn only_length(words: &Words) -> Option<Run> {
    let tokens = words.tokens;
    let long = |when: &&When| {
        when.kind == Kind::Elapsed
            && matches!(tokens.word(when.lead), "for" | "over" | "lasted" | "ran" | "spanned")
            && (when.run.first..=when.run.last).any(|k| tokens.is(k, Class::TimeUnit))
    };
    let times = times(words);
    let mut told = times.iter().filter(long);
    told.next().filter(|_| told.next().is_none()).map(|when| when.run)
}

/// "A year later they rowed nine miles.": the one time since the start.
fn only_point(words: &Words) -> Option<Run> {
    let tokens = words.tokens;
    let long = |when: &When| {
        when.kind == Kind::Elapsed && (when.run.first..=when.run.last).any(|k| tokens.is(k, Class::TimeUnit))
    };
    let times = times(words);
    let when = times.first().filter(|when| times.len() == 1 && long(when))?;
    (matches!(tokens.word(when.lead), "after" | "at" | "by") || tokens.word(when.run.last) == "later")
        .then_some(when.run)
}

/// "900 cooks who lived in Spain in 1987. They were tracked from 1988 to 1996": the year tells who they are.
pub fn watched_later(scene: &Scene, of_article: Times, own: Run) -> bool {
    let one = own.first == own.last && year(scene.tokens(), own.first);
    one && near(scene, of_article, scene.at + 1).is_some_and(|(_, next)| they(next.tokens) && study_ran(&next))
}

/// "They were tracked from 1988 to 1996".
fn they(tokens: &Tokens) -> bool {
    tokens.word(0) == "they" && tokens.is(1, Class::Be)
}

/// The sentence `at`, where it stands in this paragraph or the next to it.
fn near<'a>(scene: &Scene<'a>, of_article: Times<'a>, at: usize) -> Option<(usize, Words<'a>)> {
    scene.sentences.get(at).filter(|near| near.block.abs_diff(scene.sentence().block) <= 1)?;
    Some((at, of_article.words(scene.sentences, at)))
}

/// The years or the length of the study that the sentence before or after tells of the people counted.
fn of_people(
    scene: &Scene,
    draft: &Draft,
    before: Option<(usize, Words)>,
    next: Option<(usize, Words)>,
) -> Option<(usize, Run)> {
    if matches!(draft.role, Some(Role::Arm | Role::Subgroup)) && !overall(scene.tokens()) {
        let (at, words) = next?;
        return Some((at, years(&words).filter(|run| they_were_seen(words.tokens, *run))?));
    }
    let same_block = |at: usize| scene.sentences[at].block == scene.sentence().block;
    let after = next.filter(|(at, words)| same_block(*at) || study_ran(words));
    let spelled = [before, after].into_iter().flatten().find_map(|(at, words)| Some((at, years(&words)?)));
    let followed = || next.and_then(|(at, words)| Some((at, they_were_followed(&words)?)));
    let watched = scene.tokens().having(Class::RecruitVerb).any(|k| tracked(scene.tokens().word(k)));
    let opening = || next.and_then(|(at, words)| Some((at, opening_span(&words, watched)?)));
    spelled.or_else(followed).or_else(opening)
}

/// "The sailors were treated between 1983 and 1991.": all those told of before, whatever part they are.
fn they_were_seen(tokens: &Tokens, years: Run) -> bool {
    /// Tokens from the verb to the years at most.
    const REACH: usize = 8;
    let be = (1..4).find(|&k| tokens.is(k, Class::Be));
    let they = |be: usize| {
        matches!(tokens.before(be), "they" | "all") || be == 2 && tokens.is(1, Class::People) && tokens.word(0) != "a"
    };
    be.is_some_and(|be| {
        they(be) && tokens.word(be + 1).ends_with("ed") && years.first > be && years.first - be <= REACH
    })
}

/// "Over nine years, 300 of them …", "By the end of the nine-year study, …": the span that opens the sentence after the one
/// that tells how many there were; `watched` where that one says that they were followed.
fn opening_span(words: &Words, watched: bool) -> Option<Run> {
    let tokens = words.tokens;
    let over = |when: &When| {
        let follow_up = (when.lead..when.run.last).any(|k| follow_up(tokens, k).is_some());
        match tokens.word(when.lead) {
            "over" | "during" | "throughout" | "across" => true,
            "after" => watched || follow_up,
            "by" | "at" => tokens.is(when.run.last, Class::StudyWork) || tokens.is(when.run.last, Class::LastingNoun),
            _ => false,
        }
    };
    let lasts = |k: usize| tokens.is(k, Class::TimeUnit) && !matches!(tokens.word(k), "hour" | "hours" | "minutes");
    let long = |when: &When| (when.run.first..=when.run.last).any(lasts);
    // "Over the next nine years, 300 of them fell ill" tells of what came after
    let later = |when: &When| matches!(tokens.word(when.run.first), "next" | "following" | "ensuing" | "subsequent");
    let opens = |when: &&When| when.lead <= 1 && over(when) && long(when) && !later(when);
    times(words).iter().find(opens).map(|when| when.run)
}

/// What the sentence before tells: the years, how long its people were followed, the times of a list.
fn told_before(
    scene: &Scene,
    here: &Words,
    draft: &Draft,
    quantity: &Quantity,
    before: (usize, Words),
) -> Option<(usize, Run)> {
    let (at, words) = before;
    let tokens = scene.tokens();
    // "85 per cent of them men" tells who they are
    let composed = || {
        (quantity.last + 1..quantity.last + 7)
            .any(|k| tokens.is(k, Class::Composition) && (tokens.is(k - 1, Class::Be) || tokens.before(k) == "them"))
    };
    // "a third of them had never smoked", "had smoked at some point"
    let past_life = || {
        (quantity.last + 1..quantity.last + 12).any(|k| {
            tokens.at(k, &["had", "ever"]) || tokens.at(k, &["had", "never"]) || tokens.at(k, &["at", "some", "point"])
        })
    };
    if draft.kind == ClaimKind::Percentage && (composed() || past_life()) {
        return None;
    }
    // "on a 20-point score" tells how it was measured
    let scale = (draft.last + 1..draft.last + 3).any(|k| matches!(tokens.word(k), "score" | "scale" | "questionnaire"));
    if draft.kind == ClaimKind::ScoreChange && scale {
        return None;
    }
    if same_time(tokens, draft.first) {
        let place = place_in_list(tokens, scene.quantities(), quantity);
        let listed =
            place.and_then(|(at, length)| list(&words).filter(|times| times.len() == length)?.get(at).copied());
        let told = listed.or_else(|| followed(&words)).or_else(|| years(&words)).or_else(|| only_length(&words));
        // "A year later they rowed again, and sang more over the same period"
        let told = told.or_else(|| only_point(&words));
        let told = told.map(|run| (at, run));
        return told.or_else(|| Some((scene.at, named_again(tokens)?)));
    }
    // "Of the rise, 40 per cent …": told of the figure before
    let goes_on = tokens.word(0) == "of" && matches!(tokens.word(1), "the" | "these" | "those" | "this")
        || told_further(scene, draft);
    let found = || (finding(tokens) || rate_was(tokens)) && of_data(words.tokens);
    let all = (refers_back(tokens) || found()).then(|| years(&words)).flatten();
    let study = || matches!(tokens.word(0), "they" | "those").then(|| length_of_study(&words)).flatten();
    let told = all.or_else(|| goes_on.then(|| opening_years(&words)).flatten());
    let told = told.or_else(|| (overall(tokens) && of_data(words.tokens)).then(|| years(&words)).flatten());
    let told = told.or_else(|| followed(&words));
    let told = told.or_else(|| goes_on.then(|| asked_after(&words)).flatten());
    let treated = || if of_the_treated(draft) { treated_for(&words) } else { None };
    let same_block = scene.sentences[at].block == scene.sentence().block;
    // "Both were taken for nine days. ¶ 12 per cent of those on syrup and 9 per cent of those on water …"
    let of_two = draft.kind == ClaimKind::ResponseRate && here.partner(quantity).is_some();
    let of_study = same_block || finding(tokens) || overall(tokens) || of_the_treated(draft);
    let alone = || if of_study && times(here).is_empty() { told_alone(&words) } else { None };
    let treated =
        || alone().or_else(|| if (same_block || of_two) && times(here).is_empty() { treated() } else { None });
    told.or_else(study).or_else(treated).map(|run| (at, run))
}

/// "The researchers found that …", "The study shows …".
fn finding(tokens: &Tokens) -> bool {
    (0..3).any(|k| tokens.is(k, Class::StudyWork))
        && (1..5).any(|k| tokens.is(k, Class::FindingVerb) || matches!(tokens.word(k), "calculated" | "estimated"))
}

/// "Overall, 900 falls …", "In total, …": all that the sentence before told of.
fn overall(tokens: &Tokens) -> bool {
    matches!(tokens.word(0), "overall" | "altogether") || tokens.at(0, &["in", "total"]) || tokens.at(0, &["in", "all"])
}

/// "The rate of falls rose by …", "The number of falls was …".
fn rate_was(tokens: &Tokens) -> bool {
    /// Tokens from the beginning to the name of the figure at most.
    const REACH: usize = 7;
    (0..REACH).take_while(|&k| !tokens.is(k, Class::PastVerb)).any(|k| tokens.is(k, Class::FigureName))
}

/// "Using records of 900 ships seen between …", "The team looked at …": the sentence tells what was studied.
fn of_data(tokens: &Tokens) -> bool {
    /// Tokens looked at.
    const OPENING: usize = 20;
    (0..OPENING).any(|k| {
        // "Dr Hale of the dockers' ward carried out checks …"
        tokens.at(k, &["carried", "out"])
            || tokens.is(k, Class::StudyWork)
            || matches!(tokens.word(k), "data" | "records" | "figures" | "registry" | "they")
    })
}

/// A result that may follow on the treatment.
fn of_the_treated(draft: &Draft) -> bool {
    let changed = matches!(draft.statistic, Statistic::RelativeChange | Statistic::Ratio);
    changed || matches!(draft.kind, ClaimKind::ResponseRate | ClaimKind::ScoreChange)
}

/// "Patients took the syrup or none for 12 weeks.": how long all were treated.
fn treated_for(words: &Words) -> Option<Run> {
    /// Tokens from the verb to the time at most.
    const REACH: usize = 16;
    let tokens = words.tokens;
    let verb = tokens.iter().map(|(k, _)| k).find(|&k| {
        tokens.is(k, Class::AssignVerb)
            || matches!(tokens.word(k), "took" | "taken" | "given" | "received" | "treated" | "ate" | "drank" | "asked")
            || matches!(
                tokens.word(k),
                "wore" | "worn" | "swallowed" | "applied" | "practiced" | "practised" | "attended"
            )
            || matches!(tokens.word(k), "exercised" | "trained" | "walked" | "meditated" | "stuck" | "dieted")
    })?;
    let fits = |when: &&When| {
        when.kind == Kind::Elapsed
            && matches!(tokens.word(when.lead), "for" | "over")
            && (when.run.first..=when.run.last)
                .any(|k| matches!(tokens.word(k).trim_end_matches('s'), "day" | "week" | "month" | "year"))
            && (when.lead > verb && when.lead - verb <= REACH
                || when.lead == 0 && tokens.word(when.run.last + 1) == ",")
            && !(0..when.lead).any(|k| matches!(tokens.word(k), "who" | "which" | "whose"))
    };
    let times = times(words);
    let mut told = times.iter().filter(fits);
    told.next().filter(|_| told.next().is_none()).map(|when| when.run)
}

/// "They were followed for six years.", "Participants were tracked for a decade on average.": told behind the figure.
fn they_were_followed(words: &Words) -> Option<Run> {
    /// Tokens before the verb at most.
    const REACH: usize = 20;
    let tokens = words.tokens;
    if let Some(run) = it_lasted(words).or_else(|| team_followed_them(words)) {
        return Some(run);
    }
    let verb = (1..tokens.len().min(REACH))
        .find(|&k| matches!(tokens.word(k), "followed" | "tracked" | "monitored") && tokens.is(k - 1, Class::Be));
    // "Their diets were noted and followed up for nine years"
    let joined = || (1..tokens.len().min(REACH)).find(|&k| tokens.word(k) == "followed" && tokens.before(k) == "and");
    let theirs = tokens.word(0) == "their" && tokens.is(2, Class::Be);
    let Some(verb) = verb else {
        let verb = if theirs { joined() } else { None };
        return verb.and_then(|verb| followed_for(words).filter(|run| run.first > verb));
    };
    // "The other 40 nurses were followed" tells of a part
    let they =
        verb > 1 && (tokens.word(verb - 2) == "they" || verb <= 3 && (tokens.is(verb - 2, Class::People) || verb == 2));
    if they { followed_for(words).filter(|run| run.first > verb) } else { None }
}

/// "The 72-week study tested …": how long the study was that the sentence before is about.
fn length_of_study(words: &Words) -> Option<Run> {
    let tokens = words.tokens;
    let opening = words.quantities.first().filter(|q| matches!(q.unit, Unit::Time(_)) && q.first <= 2)?;
    let next = opening.last + 1;
    let study = tokens.is(next, Class::StudyWork) || tokens.is(next + 1, Class::StudyWork);
    study.then_some(Run { first: opening.first, last: opening.last })
}

/// "Some 6 per cent …", "This is a rise of 5 per cent": the sentence goes on from the one before.
fn told_further(scene: &Scene, draft: &Draft) -> bool {
    /// Tokens before a figure that opens its sentence.
    const OPENING: usize = 2;
    let tokens = scene.tokens();
    let opens = draft.first <= OPENING && (0..draft.first).all(|k| tokens.is(k, Class::Approx) || k == 0);
    opens && draft.statistic == Statistic::Share || matches!(tokens.word(0), "these" | "those")
}

/// "This is a rise of 5 per cent", "It found 300 visits".
fn refers_back(tokens: &Tokens) -> bool {
    matches!(tokens.word(0), "this" | "that" | "they" | "it") && tokens.is_word(1)
}

/// "over the same period", "in that time", "at the same time points".
fn same_time(tokens: &Tokens, first: usize) -> bool {
    /// Tokens behind the figure that are looked at.
    const REACH: usize = 24;
    let near = |&k: &usize| (1..first + REACH).contains(&k);
    tokens.having(Class::TimeWord).filter(near).any(|k| {
        matches!(tokens.before(k), "that" | "this" | "same")
            && (matches!(tokens.word(k), "period" | "timeframe" | "timescale" | "span")
                || tokens.at(k, &["time", "points"]))
            || tokens.word(k) == "time" && (k < first || led_by_that(tokens, k)) && during_those(tokens, k)
            || tokens.word(k) == "years" && during_those(tokens, k)
            // "during the period"
            || tokens.word(k) == "period"
                && (tokens.ends_at(k, &["during", "the"]) || tokens.ends_at(k, &["over", "the"]))
    })
}

/// "over that time", where "at that time" behind a figure may be anything.
fn led_by_that(tokens: &Tokens, k: usize) -> bool {
    let lead = k.checked_sub(2).map_or("", |lead| tokens.word(lead));
    tokens.before(k) == "that" && matches!(lead, "over" | "in" | "during" | "within")
}

/// "in that time", "during this time", "over those years", "over those two years".
fn during_those(tokens: &Tokens, k: usize) -> bool {
    if tokens.ends_at(k, &["that"]) {
        return true;
    }
    let that = if tokens.is(k - 1, Class::NumberStart) || tokens.is_number(k - 1) { k.wrapping_sub(2) } else { k - 1 };
    matches!(tokens.word(that), "this" | "these" | "those")
        && matches!(tokens.before(that), "during" | "over" | "in" | "within" | "across" | "throughout")
}

/// "same period", where nobody says which.
fn named_again(tokens: &Tokens) -> Option<Run> {
    let last = (1..tokens.len()).find(|&k| {
        tokens.before(k) == "same" && matches!(tokens.word(k), "period" | "timeframe" | "timescale" | "time")
    })?;
    Some(Run { first: last - 1, last })
}

/// "They were tracked between 1981 and 1997", "the survey, which took place between …": the years are those of the study.
fn study_ran(words: &Words) -> bool {
    /// Tokens from the verb to the years at most.
    const REACH: usize = 4;
    let tokens = words.tokens;
    let ran = |k: usize| {
        matches!(tokens.word(k), "tracked" | "followed" | "monitored" | "studied" | "collected" | "conducted" | "ran")
            || tokens.at(k, &["took", "place"])
            || tokens.at(k, &["carried", "out"])
    };
    years(words).is_some_and(|run| (run.first.saturating_sub(REACH)..run.first).any(ran))
}

/// "between 1978 and 1990", "from March 1986 through June 1988".
fn years(words: &Words) -> Option<Run> {
    /// Tokens before the years that are looked at.
    const BEFORE: usize = 10;
    let tokens = words.tokens;
    if !is_dated(tokens) {
        return None;
    }
    // "nurses who gave birth in 1984 and 1985", "a study founded in …"
    let of_people = |when: &When| {
        let near = when.lead.saturating_sub(BEFORE)..when.lead;
        near.into_iter().any(|k| {
            matches!(tokens.word(k), "born" | "birth" | "launched" | "founded" | "joined" | "began" | "started")
        })
    };
    let spell = |when: &&When| {
        let told = (when.run.first..=when.run.last).filter(|&k| year(words.tokens, k)).count();
        // "2004-05"
        let two = told > 1 || when.run.last > when.run.first + 2 || season(tokens, when.run.first) > when.run.first + 1;
        // "the mainstay since the 1970s"
        let open = tokens.word(when.lead) == "since" && told < 2;
        when.kind == Kind::Calendar && two && !open && !of_people(when)
    };
    times(words).iter().find(spell).map(|when| when.run)
}

/// "reports by 900 cooks nine weeks after the operation": when those counted were asked.
fn asked_after(words: &Words) -> Option<Run> {
    /// Tokens from the number to the time behind its people at most.
    const NEAR: usize = 4;
    let tokens = words.tokens;
    let counted = |q: &Quantity| matches!(q.unit, Unit::None | Unit::Time(_));
    let after = |when: &&When| {
        when.kind == Kind::Elapsed
            && words.before(when.run.first).iter().any(|q| q.unit == Unit::None && when.run.first - q.last <= NEAR)
            && (when.run.first..=when.run.last).any(|k| matches!(tokens.word(k), "after" | "later"))
    };
    times(words).iter().find(after).filter(|_| words.quantities.iter().all(counted)).map(|when| when.run)
}

/// "Between 1987 and 1996, gout rose …".
fn opening_years(words: &Words) -> Option<Run> {
    years(words).filter(|run| run.first <= 1)
}

/// "sailors were followed up for nine years": the length of the follow-up.
pub fn followed(words: &Words) -> Option<Run> {
    it_lasted(words).or_else(|| followed_for(words))
}

/// The same, where the sentence does not tell how long the study lasted.
pub fn followed_for(words: &Words) -> Option<Run> {
    /// Tokens from the verb to the time at most.
    const REACH: usize = 22;
    let tokens = words.tokens;
    let may_tell = |&k: &usize| tokens.classes(k).has_either(Class::RecruitVerb, Class::TimeWord);
    // "nine more fell for every 100 nurses tracked over a decade"
    let rate = |k: usize| (k.saturating_sub(3)..k).any(|j| matches!(tokens.word(j), "every" | "per"));
    let verb = (0..tokens.len()).filter(may_tell).filter(|&k| !rate(k)).find(|&k| {
        matches!(tokens.word(k), "followed" | "tracked" | "monitored" | "observed")
            || named_follow_up(tokens, k)
            || named_follow_up_was(tokens, k)
    })?;
    // "followed from 1976 until 2006"
    let years = |when: &When| {
        when.kind == Kind::Calendar && (when.run.first..=when.run.last).filter(|&k| year(tokens, k)).count() > 1
    };
    let near = |when: &&When| {
        (when.kind == Kind::Elapsed || years(when))
            && when.run.first > verb
            && when.run.first - verb <= REACH
            && (when.lead < when.run.first || years(when))
    };
    let told = times(words).iter().find(near).map(|when| when.run);
    // "The median follow-up was 6.2 years."
    let was = |k: usize| tokens.is(k, Class::Be) || matches!(tokens.word(k), "averaged" | "lasted" | "ranged" | "ran");
    let length = words.quantities.iter().find(|q| matches!(q.unit, Unit::Time(_)) && q.first > verb);
    let length = length.filter(|q| (verb + 1..q.first).any(was) && named_follow_up_was(tokens, verb));
    told.or_else(|| length.map(|q| Run { first: q.first, last: q.last }))
}

/// "follow-up was".
fn named_follow_up_was(tokens: &Tokens, k: usize) -> bool {
    follow_up(tokens, k).is_some_and(|last| {
        let verb = if matches!(tokens.word(last + 1), "period" | "time") { last + 2 } else { last + 1 };
        tokens.is(verb, Class::Be) || matches!(tokens.word(verb), "averaged" | "lasted" | "ranged" | "ran")
    })
}

/// "a median follow-up of".
fn named_follow_up(tokens: &Tokens, k: usize) -> bool {
    follow_up(tokens, k).is_some_and(|last| tokens.word(last + 1) == "of")
}
