//! The settled claims of an article in, the times that hold for more than their own sentence out: of the paragraph that they
//! open, of the other arm, of what the figures before amount to.

use std::borrow::Cow;

use crate::extract::scene::Sentence;
use crate::extract::slots::grammar::phrases::Run;
use crate::model::{Arm, Claim, ClaimKind, Scope, Span, Statistic};
use crate::text::{Class, Tokens};

use super::again::names_a_time;
use super::beside::{followed, only_length};
use super::phrases::{Kind, Times, When, times};

/// The article behind the claims.
pub struct Behind<'a> {
    pub sentences: &'a [Sentence],
    pub times: Times<'a>,
    pub text: &'a str,
}

impl Behind<'_> {
    fn times(&self, at: usize) -> Cow<'_, [When]> {
        times(&self.times.words(self.sentences, at))
    }

    /// The number of the sentence that a claim stands in.
    fn place(&self, claim: &Claim) -> Option<usize> {
        let start = claim.place.bytes.start;
        self.sentences.partition_point(|sentence| sentence.span.start <= start).checked_sub(1)
    }
}

/// Gives figures without a time that of the figures that they go on from.
pub fn carry(claims: &mut [Claim], article: &Behind) {
    // what "the end" was told to be the end of, and in which paragraph
    let mut ended: Option<(usize, String)> = None;
    for i in 0..claims.len() {
        let end = claims[i].timepoint.as_deref().is_some_and(|time| time.eq_ignore_ascii_case("end"));
        if !is_result(&claims[i]) && !end {
            continue;
        }
        let time = match claims[i].timepoint.as_deref() {
            Some(time) if time.eq_ignore_ascii_case("end") => {
                let block = article.place(&claims[i]).map_or(0, |at| article.sentences[at].block);
                let again = ended.take().filter(|(told, _)| *told == block).map(|(_, time)| time);
                let time = length_before(&claims[i], article).or(again);
                ended = time.clone().map(|time| (block, time));
                time
            }
            Some(time) => of_first_side(claims, i, time),
            None => told_before(claims, i, article),
        };
        claims[i].timepoint = time.or_else(|| claims[i].timepoint.take());
    }
}

/// A figure that was measured, and not who they were.
fn is_result(claim: &Claim) -> bool {
    let measured = match claim.kind {
        ClaimKind::ResponseRate | ClaimKind::ScoreChange => true,
        ClaimKind::EventCount => of_one_arm(claim),
        ClaimKind::Multiplier | ClaimKind::EffectEstimate => true,
        ClaimKind::Percentage => changed(claim) || of_one_arm(claim),
        _ => false,
    };
    measured && claim.scope == Scope::ThisStudy
}

fn changed(claim: &Claim) -> bool {
    matches!(claim.statistic, Statistic::RelativeChange | Statistic::AbsoluteChange | Statistic::Ratio)
}

fn of_one_arm(claim: &Claim) -> bool {
    matches!(claim.arm, Some(Arm::Treatment | Arm::Control))
}

fn opposite(one: &Claim, other: &Claim) -> bool {
    of_one_arm(one) && of_one_arm(other) && one.arm != other.arm
}

/// "They were followed for nine years. By the end, 12 per cent …": what it is the end of.
fn length_before(claim: &Claim, article: &Behind) -> Option<String> {
    /// Sentences back at most.
    const BACK: usize = 4;
    let sentences = article.sentences;
    let at = article.place(claim)?;
    let told = |before: usize, run: Run| sentences[before].tokens.span(run.first, run.last).of(article.text).to_owned();
    let last = at.checked_sub(1)?;
    if sentences[last].block == sentences[at].block {
        let words = article.times.words(sentences, last);
        if let Some(run) = followed(&words).or_else(|| only_length(&words)) {
            return Some(told(last, run));
        }
    }
    let mut near = (at.saturating_sub(BACK)..at).rev();
    near.find_map(|k| Some(told(k, followed(&article.times.words(sentences, k))?)))
}

/// "By age six, 12 per cent of those given oats in their first year were ill, compared with 9 per cent of the others": the time
/// in the description of the first is none of the second.
fn of_first_side(claims: &[Claim], i: usize, time: &str) -> Option<String> {
    let first = claims[..i].last().filter(|first| is_result(first) && first.sentence == claims[i].sentence)?;
    let described = first.group.as_deref().is_some_and(|group| group.contains(time));
    let first_time = first.timepoint.as_deref().filter(|told| *told != time)?;
    (described && opposite(first, &claims[i])).then(|| first_time.to_owned())
}

/// The time that a figure takes over, where its sentence tells none.
fn told_before(claims: &[Claim], i: usize, article: &Behind) -> Option<String> {
    /// Figures of a sentence, or claims looked back over, at most: a list longer than that tells no pair.
    const MOST: usize = 40;
    let claim = &claims[i];
    let sentences = article.sentences;
    let at = article.place(claim)?;
    let here = &sentences[at];
    if here.quantities.len() > MOST {
        return None;
    }
    at.checked_sub(1).filter(|&before| sentences[before].block == here.block)?;
    // "fell from 12 points to 9": the first was so before
    if moved_from(claim) {
        return None;
    }
    if let Some(time) = by_then(&here.tokens).then(|| last_time(article, at - 1)) {
        return time;
    }
    if of_money(&here.tokens) || names_a_time(&here.tokens, 0) {
        return None;
    }
    let earlier = &claims[..claims[..i].partition_point(|before| before.place.bytes.start < here.span.start)];
    // "had fallen to 9 points, from 12 at the start. In the other group it fell to 10": that of the like figure
    let mut results = earlier.iter().rev().take(MOST).filter(|before| is_result(before) && !moved_from(before));
    let (last, first) = (results.next(), results.next());
    let near = last
        .filter(|last| article.place(last).is_some_and(|told| at - told <= 2 && sentences[told].block == here.block));
    let of_two = |last: &Claim| {
        let rates = last.kind != ClaimKind::Percentage;
        changed(claim) && rates && first.is_some_and(|first| first.sentence == last.sentence && opposite(first, last))
    };
    let paired = near.filter(|last| {
        other_arm(last, claim) || amounts_to(&here.tokens, claim) || says_so(&here.tokens) || of_two(last)
    });
    let time = paired.and_then(|last| last.timepoint.clone()).or_else(|| opened(earlier, at, article))?;
    (!has_own_time(claim, at, article)).then_some(time)
}

/// "fell from 12 points".
fn moved_from(claim: &Claim) -> bool {
    const HEDGES: [&str; 12] =
        ["a", "an", "the", "about", "around", "nearly", "almost", "roughly", "mean", "median", "average", "of"];
    let mut words = super::super::settle::lead(claim).split_whitespace().rev();
    words.find(|word| !HEDGES.contains(word)) == Some("from")
}

/// "By then, 12 per cent had gout", "At that point, …".
fn by_then(tokens: &Tokens) -> bool {
    let that = matches!(tokens.word(0), "by" | "at") && tokens.word(1) == "that";
    tokens.at(0, &["by", "then"]) || that && matches!(tokens.word(2), "time" | "point")
}

/// "The trial was stopped after nine months.": the time told last.
fn last_time(article: &Behind, at: usize) -> Option<String> {
    let times = article.times(at);
    let last = times.iter().filter(|when| when.kind != Kind::Calendar).max_by_key(|when| when.run.last)?;
    Some(article.sentences[at].tokens.span(last.run.first, last.run.last).of(article.text).to_owned())
}

/// "The oats were 12 per cent cheaper": no result of the time when people were looked at.
fn of_money(tokens: &Tokens) -> bool {
    tokens
        .iter()
        .any(|(k, _)| matches!(tokens.word(k), "cheaper" | "dearer" | "costlier" | "pricier" | "cost" | "costs"))
}

/// The sentence tells a time that is not part of whom it describes.
fn has_own_time(claim: &Claim, at: usize, article: &Behind) -> bool {
    let described = |time: &str| {
        let told = |slot: &Option<String>| slot.as_deref().is_some_and(|slot| slot.contains(time));
        told(&claim.group) || told(&claim.comparator)
    };
    let own = |when: &When| {
        let span = article.sentences[at].tokens.span(when.run.first, when.run.last);
        // "fell by 9 days" is the figure itself
        !span.overlaps(claim.place.bytes) && !described(span.of(article.text))
    };
    article.times(at).iter().any(own)
}

/// "In the other group, 12 per cent did": told of the other arm, in the same measure.
fn other_arm(first: &Claim, second: &Claim) -> bool {
    let share =
        |claim: &Claim| matches!(claim.kind, ClaimKind::ResponseRate | ClaimKind::EventCount | ClaimKind::Percentage);
    opposite(first, second) && (first.kind == second.kind || share(first) && share(second))
}

/// "So could 12 per cent of the others", "The same was true of …".
fn says_so(tokens: &Tokens) -> bool {
    let verb =
        |k: usize| tokens.is(k, Class::Be) || matches!(tokens.word(k), "did" | "had" | "could" | "have" | "said");
    matches!(tokens.word(0), "so" | "nor" | "neither") && verb(1) || tokens.at(0, &["the", "same"]) && verb(2)
}

/// "That works out to a drop of 9 per cent", "In absolute terms, 12 per cent …", "(adjusted risk ratio 0.9)".
fn amounts_to(tokens: &Tokens, claim: &Claim) -> bool {
    if tokens.at(0, &["in", "absolute"]) || tokens.at(0, &["in", "other", "words"]) {
        return true;
    }
    let amounts = |k: usize| {
        tokens.is(k, Class::Be)
            || matches!(tokens.word(k), "works" | "worked" | "translates" | "translated" | "amounts" | "amounted")
            || matches!(tokens.word(k), "means" | "meant" | "represents" | "represented" | "equals" | "corresponds")
    };
    let that = matches!(tokens.word(0), "that" | "this" | "it") && amounts(1);
    let difference = tokens.word(0) == "the"
        && matches!(tokens.word(1), "difference" | "gap" | "reduction" | "drop" | "decline" | "increase" | "gain");
    claim.kind == ClaimKind::EffectEstimate || changed(claim) && (that || difference)
}

/// "At six months, those on oats … . In all, 12 per cent slept.": the time that opens the paragraph, up to another.
fn opened(earlier: &[Claim], at: usize, article: &Behind) -> Option<String> {
    /// Sentences of a paragraph that its opening holds for.
    const HOLDS: usize = 6;
    /// Claims of the paragraph before the figure at most.
    const MOST: usize = 60;
    let sentences = article.sentences;
    let block = sentences[at].block;
    let first = (at.saturating_sub(HOLDS)..at).find(|&k| sentences[k].block == block)?;
    if first > 0 && sentences[first - 1].block == block {
        return None;
    }
    // "It paid off. Nine years on, …" opens with little
    let dated = |k: usize| !article.times(k).is_empty();
    let little = |k: &usize| sentences[*k].quantities.is_empty() && !dated(*k);
    let first = (first..at).find(|k| !little(k))?;
    let start = sentences[first].span.start;
    let results = &earlier[earlier.partition_point(|before| before.place.bytes.start < start)..];
    if results.len() > MOST {
        return None;
    }
    let point = opening_point(article, first)?;
    let mut told = results.iter().filter(|before| is_result(before));
    let next = sentences[first + 1].span.start;
    let of_first = told.clone().next().filter(|result| result.place.bytes.start < next);
    let time = match of_first {
        Some(result) => result.timepoint.clone()?,
        None => point.of(article.text).to_owned(),
    };
    let other = |result: &Claim| result.timepoint.as_ref().is_some_and(|other| *other != time);
    let moved_on = |k: usize| !results.iter().any(|result| article.place(result) == Some(k)) && dated(k);
    (!told.any(other) && !(first + 1..at).any(moved_on)).then_some(time)
}

/// "At six months, …", "By the one-year mark, …", "Nine years on, …".
fn opening_point(article: &Behind, at: usize) -> Option<Span> {
    let tokens = &article.sentences[at].tokens;
    let unit = |when: &When| (when.run.first..=when.run.last).any(|k| tokens.is(k, Class::TimeUnit));
    let end = |when: &When| tokens.word(when.run.first) == "end";
    let point = |when: &&When| {
        let led = matches!(tokens.word(when.lead), "at" | "after" | "by");
        let length = when.kind == Kind::Elapsed && when.run.first == 0;
        when.lead == 0 && (led || length) && (unit(when) || end(when) || when.kind == Kind::Age)
    };
    let times = article.times(at);
    let opening = times.iter().find(point)?;
    Some(tokens.span(opening.run.first, opening.run.last))
}

#[cfg(test)]
mod tests {
    use crate::extract::testing;
    use crate::model::ClaimKind;

    /// The time of the last figure, told in a paragraph behind the news.
    fn last_time(paragraph: &str) -> Option<String> {
        let news = "Oats and gout\n\nThe trial assigned 480 weavers to oats or to a placebo, the researchers said.\n\n";
        let claims = testing::claims([news, paragraph].concat());
        let mut results = claims.into_iter().filter(|claim| claim.kind != ClaimKind::Duration);
        results.next_back().expect(paragraph).timepoint
    }

    #[test]
    fn the_time_holds_for_what_goes_on_from_it() {
        for (text, time) in [
            (
                "At nine months, pain had eased by 14 points in the oats group and by 6 points in the placebo group. In \
                 the oats group, 63 percent slept through.",
                "nine months",
            ),
            (
                "By the two-year point, things had changed. Of those on oats, 63 percent were free of gout.",
                "two-year point",
            ),
            (
                "It paid off. Seven years on, 63 percent of those on oats walked freely. Falls were 22 percent lower \
                 among those on oats.",
                "Seven years",
            ),
            (
                "Of those on oats, 63 percent were free of gout at nine months. In the placebo group, 41 percent had no \
                 gout.",
                "nine months",
            ),
            (
                "Those on oats had 4.4 fewer attacks a month by the end of the trial. Those on placebo improved by 1.7 \
                 attacks.",
                "end of the trial",
            ),
            (
                "At week 30, gout struck 19 percent of those on oats and 31 percent of those on placebo. That works out \
                 to a drop of 39 percent.",
                "week 30",
            ),
            (
                "The weavers were watched for a median of eight years. By the end, 19 percent of those on oats had died.",
                "eight years",
            ),
            (
                "Within 40 days, 19 percent of those on oats had a cough and 28 percent of the placebo group did. \
                 The risk was 39 percent lower.",
                "40 days",
            ),
            (
                "Nine weeks after the voyage, 63 percent of those on oats could row again. So could 41 percent of those on \
                 placebo.",
                "Nine weeks after the voyage",
            ),
            ("The work was broken off after 11 weeks. By then, 19 percent of those on oats had quit.", "11 weeks"),
            (
                "The weavers took oats or a placebo for 20 weeks. All lost weight. But those on oats improved by 5.5 \
                 points.",
                "20 weeks",
            ),
            (
                "The songs went on for five months. Scores in the oats group rose from 31 to 44 points over that time.",
                "five months",
            ),
        ] {
            assert_eq!(last_time(text).as_deref(), Some(time), "{text}");
        }
    }

    #[test]
    fn other_figures_have_another_time_or_none() {
        for (text, time) in [
            (
                "At nine months, 63 percent of those on oats were free of gout. Of all the weavers, 12 percent were men.",
                None,
            ),
            (
                "At nine months, 63 percent of those on oats were free of gout.\n\nOf those on placebo, 41 percent sang.",
                None,
            ),
            (
                "At nine months, 63 percent of those on oats were free of gout. Three years later, 41 percent of those on \
                 oats were.",
                Some("Three years later"),
            ),
            (
                "At nine months, 63 percent of those on oats were free of gout. Before that, 41 percent of those on placebo \
                 were.",
                None,
            ),
        ] {
            assert_eq!(last_time(text).as_deref(), time, "{text}");
        }
    }
}
