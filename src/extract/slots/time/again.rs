//! A figure told like one before it in ("Among the others it was 12 per cent", "those on rum were 30 per cent likelier"), the
//! time that is told with the first out.

use crate::model::{Claim, ClaimKind, Statistic};
use crate::text::{Class, Quantity, Tokens, Unit};

use super::super::grammar::clause::before_hedges;
use super::super::grammar::phrases::Words;
use super::own::in_the_second;
use super::phrases::{Times, When, times};
use crate::extract::Draft;
use crate::extract::response_rate;
use crate::extract::scene::Scene;

/// The time of the figure that this one points back to, or tells the same outcome of others after; `None` where the words of
/// this one tell a time of their own.
pub fn told_with_the_first(
    scene: &Scene,
    of_article: Times,
    words: &Words,
    draft: &Draft,
    quantity: &Quantity,
    earlier: &[Claim],
    claim: &Claim,
) -> Option<String> {
    let counted = matches!(
        draft.kind,
        ClaimKind::ResponseRate | ClaimKind::Percentage | ClaimKind::EventCount | ClaimKind::Multiplier
    );
    if !counted && draft.kind != ClaimKind::ScoreChange {
        return None;
    }
    if let Some(set) = set_before(scene, of_article, words, draft, quantity) {
        return Some(set);
    }
    if let Some(run) = in_the_second(words.tokens).filter(|_| echoes_one(words.tokens, quantity)) {
        return Some(words.tokens.span(run.first, run.last).of(&scene.article.text).to_owned());
    }
    let first = pointed_at(scene, draft, quantity, earlier)
        .or_else(|| same_outcome(scene, draft, earlier, claim))
        .or_else(|| counted_before(scene, of_article, draft, earlier))?;
    let same_sentence = first.place.bytes.start >= scene.sentence().span.start;
    let from = if same_sentence { scene.tokens().index_at(first.place.bytes.end) } else { 0 };
    // "Two years on it was 12 per cent" has its own, and "that fell to 12 per cent" tells of another
    // "12 per cent had gout in 2011; the rate was 9 in cooks": the time between them is that of the first
    let text = |when: &When| words.tokens.span(when.run.first, when.run.last).of(&scene.article.text);
    let theirs = |when: &When| same_sentence && Some(text(when)) == first.timepoint.as_deref();
    let own = times(words).iter().any(|when| when.run.last >= from && when.run.first < quantity.first && !theirs(when))
        || times(words).iter().any(|when| when.run.first > quantity.last && !next_figure(words, quantity, when.lead));
    let own = own || moved_on(scene.tokens(), quantity) || names_a_time(scene.tokens(), from);
    // "12 per cent before the ban and 9 afterwards. For cooks alone it was …" leaves open which
    let adverb =
        |time: &String| matches!(time.as_str(), "before" | "after" | "afterward" | "afterwards" | "beforehand");
    first.timepoint.clone().filter(|time| !own && !adverb(time))
}

/// "The question was how many had gout in the 28 days that followed. Among the cooks, 12 per cent did": the time of a sentence
/// without figures, which this one answers, sets itself against ("But those who sang were 12 per cent likelier"), or points back
/// to ("were 12 per cent likelier to do so").
fn set_before(scene: &Scene, of_article: Times, words: &Words, draft: &Draft, quantity: &Quantity) -> Option<String> {
    let block = scene.sentence().block;
    let at = scene.at.checked_sub(1)?;
    let before = scene.sentences.get(at).filter(|before| block.abs_diff(before.block) <= 1)?;
    let asks = |k: usize| matches!(before.tokens.word(k), "whether" | "how" | "question" | "asked");
    let opens =
        (0..draft.first).all(|k| words.tokens.is(k, Class::Approx) || matches!(words.tokens.word(k), "just" | "only"));
    let past = |k: usize| matches!(before.tokens.word(k), "past" | "last" | "previous" | "preceding");
    // "The cooks were asked about falls in the past year. Some 12 per cent had had one"
    let window = || opens && draft.statistic == Statistic::Share && (0..before.tokens.len()).any(past);
    let asked = || {
        before.block == block && (0..before.tokens.len()).any(asks) && (echoes_one(words.tokens, quantity) || window())
    };
    let so = || again_so(words.tokens, quantity) || others_by_contrast(words.tokens);
    let result = matches!(draft.statistic, Statistic::RelativeChange | Statistic::Ratio);
    // "than those who had had gout in childhood"
    let own = || {
        let mut behind = quantity.last + 1..words.tokens.len();
        let than = behind.find(|&k| matches!(words.tokens.word(k), "than" | "compared"));
        times(words).iter().any(|when| than.is_none_or(|than| when.lead < than))
    };
    if !(asked() || result && so()) || own() {
        return None;
    }
    let asked = of_article.words(scene.sentences, at);
    let told = times(&asked);
    // "those on up to nine cups a week" tells of no result
    let figure = |q: &Quantity| {
        !told.iter().any(|when| when.run.first <= q.last && q.first <= when.run.last)
            && (!result || matches!(q.unit, Unit::Percent | Unit::PercentagePoints | Unit::Times))
    };
    // not how long something was done ("for nine years")
    let points = told.iter().filter(|when| before.tokens.word(when.lead) != "for");
    let last = points.max_by_key(|when| when.run.last).filter(|_| !before.quantities.iter().any(figure))?;
    Some(before.tokens.span(last.run.first, last.run.last).of(&scene.article.text).to_owned())
}

/// "were 12 per cent likelier to do so".
fn again_so(tokens: &Tokens, quantity: &Quantity) -> bool {
    /// Tokens from the figure to "do so" at most.
    const REACH: usize = 8;
    (quantity.last + 1..quantity.last + REACH)
        .any(|k| tokens.at(k, &["do", "so"]) || tokens.at(k, &["have", "done", "so"]))
}

/// "But those who sang …", "However, the others …", "By contrast, cooks …".
fn others_by_contrast(tokens: &Tokens) -> bool {
    let at = match tokens.word(0) {
        "but" | "however" | "conversely" | "meanwhile" => 1,
        "by" | "in" if matches!(tokens.word(1), "contrast" | "comparison") => 2,
        _ => return false,
    };
    let at = if tokens.word(at) == "," { at + 1 } else { at };
    let at = if matches!(tokens.word(at), "for" | "in" | "among" | "the") { at + 1 } else { at };
    matches!(tokens.word(at), "those" | "others") || tokens.is(at, Class::People)
}

fn echoes_one(tokens: &Tokens, quantity: &Quantity) -> bool {
    response_rate::echoes(tokens, quantity, before_hedges(tokens, quantity.first))
}

/// Another figure stands between this one and the token `at`.
fn next_figure(words: &Words, quantity: &Quantity, at: usize) -> bool {
    words.between(quantity.last, at).iter().any(|q| q.unit == quantity.unit)
}

/// "it was 12 per cent", "so did 12 per cent", "Without it? 12 per cent": the figure told last of the same kind.
fn pointed_at<'c>(scene: &Scene, draft: &Draft, quantity: &Quantity, earlier: &'c [Claim]) -> Option<&'c Claim> {
    let tokens = scene.tokens();
    // "only 12 per cent of the others did so"
    let so = |k: usize| {
        !tokens.is_word(k) && tokens.before(k) == "so" && k > 1 && matches!(tokens.word(k - 2), "did" | "said")
    };
    // "Another 12 per cent had had gout", "A further 12 per cent"
    let more = (tokens.word(0) == "another" || tokens.at(0, &["a", "further"])) && quantity.first <= 3;
    let did_so = more || contrasts(tokens) || drop_was(tokens, quantity) || (quantity.last + 1..=tokens.len()).any(so);
    if !did_so
        && !such(tokens, quantity)
        && !response_rate::echoes(tokens, quantity, before_hedges(tokens, quantity.first))
    {
        return None;
    }
    let alike = near(scene, earlier).find(|claim| claim.unit == draft.unit && claim.statistic == draft.statistic);
    // "By May 43 had gout. That amounts to 12 per cent"
    let result = |claim: &&Claim| matches!(claim.kind, ClaimKind::EventCount | ClaimKind::ResponseRate);
    // "the syrup cut falls by 9 per cent in men. In women, it was 12 per cent"
    let measured = |claim: &&Claim| claim.unit == draft.unit && claim.kind != ClaimKind::SampleSize;
    alike.or_else(|| near(scene, earlier).find(result)).or_else(|| near(scene, earlier).find(measured))
}

/// "While those on rum …", "By contrast, …": the sentence sets its figure against the one before.
fn contrasts(tokens: &Tokens) -> bool {
    let against = matches!(tokens.word(1), "contrast" | "comparison") && matches!(tokens.word(0), "by" | "in");
    against
        || matches!(tokens.word(0), "while" | "whereas" | "but")
            && (tokens.word(1) == "those" || tokens.is(1, Class::People) || tokens.is(2, Class::People))
}

/// "Among the others the drop was 9 per cent": the change told last.
fn drop_was(tokens: &Tokens, quantity: &Quantity) -> bool {
    let at = before_hedges(tokens, quantity.first);
    let change = |k: usize| {
        matches!(
            tokens.word(k),
            "drop" | "fall" | "rise" | "gain" | "loss" | "increase" | "reduction" | "decrease" | "cut"
        ) || matches!(tokens.word(k), "decline" | "improvement" | "change")
    };
    at > 2 && tokens.is(at - 1, Class::Be) && change(at - 2) && tokens.word(at - 3) == "the"
}

/// "there were 206 such deaths": of the kind told last.
fn such(tokens: &Tokens, quantity: &Quantity) -> bool {
    tokens.word(quantity.last + 1) == "such" || (quantity.first..=quantity.last).any(|k| tokens.word(k) == "such")
}

/// The same outcome, word for word, was told of others in this sentence or the one before.
fn same_outcome<'c>(scene: &Scene, draft: &Draft, earlier: &'c [Claim], claim: &Claim) -> Option<&'c Claim> {
    let outcome = claim.outcome.as_deref()?;
    let shared = matches!(draft.statistic, Statistic::Share | Statistic::RelativeChange | Statistic::Ratio);
    let alike = |before: &&Claim| {
        // "to have begun singing in the first month … 21 per cent likelier to have begun"
        let here = before.place.bytes.start >= scene.sentence().span.start;
        let again = |told: &str| told.eq_ignore_ascii_case(outcome) || here && shortened(told, outcome);
        before.outcome.as_deref().is_some_and(again)
            && before.unit == draft.unit
            && before.statistic == draft.statistic
            && before.group != claim.group
            && !before.timepoint.as_deref().is_some_and(|time| then(before, time))
    };
    near(scene, earlier).find(alike).filter(|_| shared)
}

/// "up from 9 per cent in 2011": the time is only that of the figure which another is measured by.
fn then(claim: &Claim, time: &str) -> bool {
    let lead = super::super::settle::lead(claim).trim_end();
    let year = time.len() == 4 && time.bytes().all(|byte| byte.is_ascii_digit());
    year && ["up from", "down from"].iter().any(|word| lead.ends_with(word))
}

/// The outcome told again by its first words.
fn shortened(told: &str, again: &str) -> bool {
    told.strip_prefix(again).is_some_and(|rest| rest.starts_with(' '))
}

/// "Over nine years, 900 nurses fell ill. Those on oats were 22 per cent less likely …": the events of one paragraph.
fn counted_before<'c>(scene: &Scene, of_article: Times, draft: &Draft, earlier: &'c [Claim]) -> Option<&'c Claim> {
    let relative = matches!(draft.statistic, Statistic::RelativeChange | Statistic::Ratio);
    scene.previous()?;
    let counted =
        near(scene, earlier).find(|claim| claim.kind == ClaimKind::EventCount && claim.timepoint.is_some())?;
    let words = of_article.words(scene.sentences, scene.at - 1);
    let over = |lead: usize| matches!(words.tokens.word(lead), "over" | "during" | "throughout");
    let ended = |when: &When| words.tokens.word(when.run.first) == "end";
    // "During the study, which ran for nine years, …"
    let spanned = || over(0) || times(&words).iter().any(|when| over(when.lead) || ended(when));
    let result = relative || matches!(draft.kind, ClaimKind::ResponseRate | ClaimKind::EventCount);
    (result && counted.place.bytes.start < scene.sentence().span.start && spanned()).then_some(counted)
}

/// The claims of this sentence and the one before, the last first.
fn near<'c>(scene: &Scene, earlier: &'c [Claim]) -> impl Iterator<Item = &'c Claim> {
    /// Claims looked back over.
    const NEAR: usize = 4;
    // "Without it? Some 12 per cent.": a question stands between
    let question = |at: usize| scene.sentences[at].quantities.is_empty() && scene.sentences[at].tokens.len() < 8;
    let back = if scene.at > 1 && question(scene.at - 1) { 2 } else { 1 };
    let from = scene.sentences[scene.at.saturating_sub(back)].span.start;
    earlier.iter().rev().take(NEAR).filter(move |claim| claim.place.bytes.start >= from)
}

/// "That fell to 12 per cent", "the figure has risen to 12 per cent": what was so at another time.
fn moved_on(tokens: &Tokens, quantity: &Quantity) -> bool {
    let at = before_hedges(tokens, quantity.first);
    tokens.before(at) == "to"
        && (at.saturating_sub(3)..at).any(|k| {
            tokens.is(k, Class::ChangeVerb) || matches!(tokens.word(k), "rose" | "risen" | "slipped" | "crept" | "slid")
        })
}

/// A year, or a word that tells the time apart from the one before: "earlier it was 12 per cent".
pub fn names_a_time(tokens: &Tokens, from: usize) -> bool {
    let closes = |k: usize| !tokens.is_word(k) || matches!(tokens.word(k), "it" | "the" | "that");
    (from..tokens.len()).any(|k| {
        // "In the second it was 9 per cent"
        let place = tokens.is(k, Class::Ordinal) && tokens.before(k) == "the" && closes(k + 1);
        place
            || matches!(
                tokens.word(k),
                "earlier" | "later" | "now" | "today" | "previously" | "before" | "afterwards" | "then" | "currently"
            )
    })
}
