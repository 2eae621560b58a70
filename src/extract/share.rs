//! A percentage or fraction in, what it says out: a relative change, a difference in points, or a share of a group.

use rust_decimal::Decimal;

use crate::model::{ClaimKind, Direction, Reported, Statistic};
use crate::text::fractions::percent_of;
use crate::text::{Class, Quantity, Tokens, Unit};

use super::Draft;
use super::nouns::counted_noun;
use super::parts::is_count;
use super::response_rate::behind_hedges;
use super::scene::Scene;

/// How the words around it use a percentage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    pub statistic: Statistic,
    pub direction: Option<Direction>,
}

/// The reading of a percentage; `None` for any other quantity.
pub fn reading(scene: &Scene, quantity: &Quantity) -> Option<Reading> {
    let percent = matches!(quantity.unit, Unit::Percent | Unit::PercentagePoints);
    if !percent || slashed_mark(scene, quantity) {
        return None;
    }
    let tokens = scene.tokens();
    match quantity.unit {
        Unit::PercentagePoints => {
            Some(Reading { statistic: Statistic::AbsoluteChange, direction: direction(tokens, quantity) })
        }
        Unit::Percent
            if relative(tokens, quantity)
                || risen_risk(tokens, quantity.first)
                || relative_like_before(scene, quantity)
                || relative_like_after(scene, quantity) =>
        {
            Some(Reading { statistic: Statistic::RelativeChange, direction: direction(tokens, quantity) })
        }
        Unit::Percent => Some(Reading { statistic: Statistic::Share, direction: None }),
        _ => None,
    }
}

/// The last token of a share's quote: "19 of 34 patients" holds its noun, "54%" stands alone.
pub fn quote_end(scene: &Scene, quantity: &Quantity) -> usize {
    /// Words between the number and its noun at most.
    const NEAR: usize = 4;
    let noun = quantity.fraction.and_then(|_| counted_noun(scene.tokens(), quantity.last + 1));
    noun.map(|(noun, _)| noun).filter(|noun| noun - quantity.last <= NEAR).unwrap_or(quantity.last)
}

/// "five of six boys", "eight of the 11 sailors": people counted one by one, where "three of four" may be a way of speaking.
pub fn counted_one_by_one(tokens: &Tokens, quantity: &Quantity) -> bool {
    const ROUND: [i64; 6] = [3, 4, 5, 10, 20, 100];
    let Some(fraction) = quantity.fraction else { return false };
    let mut inside = quantity.first..quantity.last;
    let of = inside.any(|k| tokens.word(k) == "of" && tokens.before(k) != "out");
    let the = (quantity.first..quantity.last).any(|k| tokens.at(k, &["of", "the"]));
    of && (the || !ROUND.iter().any(|&round| fraction.total == Decimal::from(round)))
}

/// A count told with its share and the whole behind: "15 (75%) of these 20 women".
#[derive(Clone, Copy, Debug)]
pub struct Split<'a> {
    /// The share in brackets, a statement of its own.
    pub percent: &'a Quantity,
    value: Decimal,
    last: usize,
}

impl Split<'_> {
    /// The claim of `kind` on the whole phrase, whose count is `quantity`.
    pub fn draft(&self, kind: ClaimKind, quantity: &Quantity) -> Draft {
        let value = Reported { decimals: 0, ..Reported::exact(self.value) };
        let unit = Some("percent".to_owned());
        Draft { value, unit, last: self.last, ..Draft::of(kind, quantity, Statistic::Share) }
    }
}

/// The share that a count is told with, if the whole stands behind it.
pub fn split<'a>(scene: &Scene<'a>, quantity: &Quantity) -> Option<Split<'a>> {
    let tokens = scene.tokens();
    let open = quantity.last + 1;
    if scene.is_abstract || !is_count(quantity) || tokens.word(open) != "(" {
        return None;
    }
    let percent = scene.quantity_at(open + 1).filter(|q| q.unit == Unit::Percent)?;
    let of = percent.last + 2;
    let whole = if tokens.is(of + 1, Class::Article) { of + 2 } else { of + 1 };
    let total = scene.quantity_at(whole).filter(|q| is_count(q) && q.value.low >= quantity.value.low)?;
    let value = percent_of(quantity.value.low, total.value.low)?;
    let noun = counted_noun(tokens, total.last + 1).map_or(total.last, |(noun, _)| noun);
    (tokens.word(of) == "of").then_some(Split { percent, value, last: noun })
}

/// The 20 of "15 (75%) of these 20 women".
pub fn whole_of_split(scene: &Scene, quantity: &Quantity) -> bool {
    let at = scene.quantities().partition_point(|q| q.first < quantity.first);
    let count = at.checked_sub(2).map(|at| &scene.quantities()[at]);
    count.and_then(|count| split(scene, count)).is_some_and(|split| quantity.first <= split.last)
}

/// "age 13/14", "7/10 on the scale": outside a paper, figures with a slash that count nobody are ages and marks.
fn slashed_mark(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    /// Marks are given out of ten or twenty, and children's ages told so.
    const LONGEST_SCALE: u32 = 20;
    let slashed = quantity.fraction.is_some_and(|fraction| fraction.total <= LONGEST_SCALE.into())
        && tokens.before(quantity.number_last) == "/";
    slashed && !scene.is_abstract && counted_noun(tokens, quantity.number_last + 1).is_none()
}

/// "40 per cent lower", "a 15% drop", "cut risk by 40%", "fell 12%", "raise the risk of gout by 35 percent".
fn relative(tokens: &Tokens, quantity: &Quantity) -> bool {
    let next = quantity.last + 1;
    // "were, respectively, 28% and 17%, less likely"
    let likely = |k: usize| tokens.is(k, Class::RelativeWord) && tokens.word(k + 1) == "likely";
    // "22% later developed gout"
    let when = matches!(tokens.word(next), "later" | "earlier")
        && (tokens.is(next + 1, Class::PastVerb) || tokens.word(next + 1).ends_with("ed"));
    // "([up to 38%] increased risk)"
    let closed = tokens.word(next) == "]" && tokens.is(next + 1, Class::RelativeWord);
    // "a 75 percent or greater drop"
    let or_more = tokens.word(next) == "or"
        && matches!(tokens.word(next + 1), "greater" | "more" | "better" | "higher" | "larger" | "less")
        && (tokens.is(next + 2, Class::ChangeNoun) || tokens.is(next + 3, Class::ChangeNoun));
    if or_more {
        return true;
    }
    let next = if tokens.word(next) == "," && likely(next + 1) || closed { next + 1 } else { next };
    let after = tokens.is(next, Class::RelativeWord) && !when
        || tokens.is(next, Class::ChangeNoun)
        || (tokens.word(next).ends_with("ly") && tokens.is(next + 1, Class::RelativeWord))
        || (tokens.is_word(next)
            && tokens.is(next + 1, Class::ChangeNoun)
            && !tokens.is(next, Class::Preposition)
            // "a fifth had cut their dose"
            && !matches!(tokens.word(next), "had" | "have" | "has"))
        || (matches!(tokens.word(next), "relative" | "overall" | "greater" | "less" | "more"))
        || (matches!(tokens.word(next), "heightened" | "increased" | "reduced" | "raised")
            && matches!(tokens.word(next + 1), "risk" | "chance" | "odds"));
    // "scores rose 25 percent more than on advice alone"
    let than = tokens.at(next, &["more", "than"])
        && (!tokens.is_word(next + 2) || tokens.is(next + 2, Class::NumberStart) || tokens.is(next + 2, Class::Approx));
    if after && !than && !tokens.at(next, &["or", "more"]) {
        return true;
    }
    changed_by(tokens, quantity.first) || change_was(tokens, quantity.first)
}

/// "The cut in the risk of gout was 13%": the subject of the sentence is a change.
fn change_was(tokens: &Tokens, first: usize) -> bool {
    const LONGEST_SUBJECT: usize = 9;
    let at = if tokens.is(first.wrapping_sub(1), Class::Approx) { first - 1 } else { first };
    let Some(be) = at.checked_sub(1).filter(|&k| matches!(tokens.word(k), "was" | "is" | "were")) else { return false };
    let change = |k: usize| {
        matches!(tokens.word(k), "reduction" | "increase" | "decrease" | "difference") && tokens.word(k + 1) == "in"
    };
    let mut subject = (be.saturating_sub(LONGEST_SUBJECT)..be).rev().take_while(|&k| tokens.is_word(k));
    subject.find(|&k| change(k)).is_some_and(|change| !reached_by_people(tokens, change))
}

/// "The share of men with at least a 30% drop in pain was 62%": the change before which `change` stands says who they are.
fn reached_by_people(tokens: &Tokens, change: usize) -> bool {
    const REACH: usize = 12;
    let mut before = (change.saturating_sub(REACH)..change).rev();
    let with = before.find(|&k| matches!(tokens.word(k), "with" | "having" | "achieving" | "reaching" | "who"));
    with.is_some_and(|with| (with.saturating_sub(REACH)..with).any(|k| tokens.is(k, Class::FigureName)))
}

/// "22 per cent greater for A and 35 per cent for B", "rose 19 percent for A, 33 percent for B": what follows in a list
/// leaves out what it is relative to.
fn relative_like_before(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let index = scene.quantities().partition_point(|q| q.first < quantity.first);
    let mut later = quantity;
    for before in scene.quantities()[..index].iter().rev().take(LONGEST_LIST) {
        if before.unit != Unit::Percent || !goes_on_like(tokens, before, later) || reached_by_a_share(scene, before) {
            return false;
        }
        if relative(tokens, before) || risen_risk(tokens, before.first) {
            return true;
        }
        later = before;
    }
    false
}

/// "61% had at least a 20% drop, against 37% on water": how far the drop goes is not what is compared.
fn reached_by_a_share(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let share = |q: &Quantity| q.unit == Unit::Percent && q.first < quantity.first && !relative(tokens, q);
    is_an_amount_reached(tokens, quantity) && scene.quantities_before(quantity.first).iter().any(share)
}

/// "achieved at least a 20% drop", "had a 75% or greater reduction": the object of what people did.
pub fn is_an_amount_reached(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 6;
    let led = behind_hedges(tokens, quantity.first);
    let next = quantity.last + 1;
    let drop = (next..next + NEAR).take_while(|&k| tokens.is_word(k)).any(|k| tokens.is(k, Class::ChangeNoun));
    let reached = |k: usize| {
        matches!(
            tokens.word(k),
            "had" | "saw" | "achieved" | "reached" | "showed" | "experienced" | "reported" | "attained" | "got" | "met"
        )
    };
    let article = matches!(tokens.before(led), "a" | "an") || tokens.before(quantity.first) == "a";
    let at = if article { behind_hedges(tokens, led.saturating_sub(1)) } else { led };
    drop && (article || led < quantity.first) && at > 0 && reached(at - 1)
}

/// "40% and 34% less likely": the word stands with the last of the list.
fn relative_like_after(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let index = scene.quantities().partition_point(|q| q.first <= quantity.first);
    let later = scene.quantities().get(index);
    // "13%, and 11% lower"
    let comma = usize::from(tokens.word(quantity.last + 1) == ",");
    later.is_some_and(|later| {
        later.first == quantity.last + 2 + comma
            && matches!(tokens.word(quantity.last + 1 + comma), "and" | "or")
            && later.unit == Unit::Percent
            && relative(tokens, later)
            && !changed_by(tokens, later.first)
    })
}

/// Members of a list of percentages at most.
const LONGEST_LIST: usize = 8;

/// Joined by a comma or "and", the later figure is followed by a mere "for B", "from cancer", "in men": no people, no verb.
fn goes_on_like(tokens: &Tokens, before: &Quantity, later: &Quantity) -> bool {
    const NEAR: usize = 16;
    const LONGEST_PHRASE: usize = 7;
    let next = later.last + 1;
    let mut start = if tokens.is(later.first.wrapping_sub(1), Class::Article) { later.first - 1 } else { later.first };
    if tokens.ends_at(start, &["more", "than"]) || tokens.ends_at(start, &["up", "to"]) {
        start -= 2;
    }
    // "by 28% and 41%, respectively"
    if before.last + 2 == later.first && tokens.before(later.first) == "and" && !tokens.is_word(later.last + 1) {
        return true;
    }
    // "rose 3% on oats, compared with 6% for the rest"
    let against = tokens.ends_at(start, &["compared", "with"])
        || tokens.ends_at(start, &["opposed", "to"])
        || matches!(tokens.before(start), "against" | "versus");
    let joined = (matches!(tokens.before(start), "and" | ",") || against) && later.first - before.last <= NEAR;
    let led = tokens.is(next, Class::Preposition) && tokens.word(next) != "of";
    if labelled(tokens, before, later) {
        return true;
    }
    let mut phrase = (next..next + LONGEST_PHRASE)
        .take_while(|&k| tokens.is_word(k) && !matches!(tokens.word(k), "and" | "who" | "whose"));
    let told = phrase.any(|k| tokens.is(k, Class::PastVerb) || tokens.is(k, Class::Be));
    joined && led && !told
}

/// Tokens between a verb of change and the "by" of its figure at most: "raises the chance of …, itself a cause, by 25%".
const LONGEST_CHANGE: usize = 30;
/// Tokens between "a reduction in" and the "of" of its figure at most.
const NEAR_CHANGE: usize = 6;

/// "rose 61 per cent for back pain, knee 117 per cent": a bare name and its figure.
fn labelled(tokens: &Tokens, before: &Quantity, later: &Quantity) -> bool {
    const LONGEST_NAME: usize = 4;
    let gap = before.last + 1..later.first;
    let Some(comma) = gap.rev().find(|&k| matches!(tokens.word(k), "," | "and")) else { return false };
    let name = comma + 1..later.first;
    let verb = |k: usize| tokens.is(k, Class::PastVerb) || tokens.is(k, Class::Be) || tokens.is(k, Class::PresentVerb);
    let plain = |k: usize| {
        tokens.is_word(k)
            && tokens.word(k) != "or"
            && !verb(k)
            && !tokens.is(k, Class::Approx)
            && !tokens.is(k, Class::Preposition)
    };
    (1..=LONGEST_NAME).contains(&name.len())
        && name.into_iter().all(plain)
        && (!tokens.is_word(later.last + 1) || tokens.word(later.last + 1) == "and")
}

/// A verb of change stands before, with "by", "of" or nothing between it and the number.
fn changed_by(tokens: &Tokens, first: usize) -> bool {
    let at = changed_from(tokens, first);
    match tokens.before(at) {
        "by" => {
            // "was reported by 12 per cent"
            let told = tokens.is(at.wrapping_sub(2), Class::SeenVerb) || done_by(tokens, at - 1);
            !told
                && (at.saturating_sub(LONGEST_CHANGE)..at).any(|k| {
                    tokens.is(k, Class::ChangeVerb)
                        || tokens.is(k, Class::RelativeWord)
                        || tokens.is(k, Class::ChangeNoun)
                        || matches!(tokens.word(k), "down" | "up")
                })
        }
        // "a rise of 12%", "a reduction in falls of about 15%"
        "of" => {
            let change = |k: usize| {
                tokens.is(k, Class::ChangeNoun) && tokens.word(k + 1) == "in"
                    || matches!(tokens.word(k), "increased" | "reduced" | "decreased") && tokens.is_word(k + 1)
            };
            at >= 2 && (tokens.is(at - 2, Class::ChangeNoun) || (at.saturating_sub(NEAR_CHANGE)..at - 1).any(change))
        }
        // "cut deaths in half"
        "in" if tokens.word(at) == "half" => {
            (at.saturating_sub(NEAR_CHANGE)..at).any(|k| tokens.is(k, Class::ChangeVerb) || tokens.word(k) == "split")
        }
        _ => {
            // "more than double the 6% of the rest" tells a share
            at > 0
                && tokens.before(first) != "the"
                && !describes_in_bracket(tokens, at - 1, first)
                && tokens.is(at - 1, Class::ChangeVerb)
                && (!matches!(tokens.before(at), "cut" | "improved" | "lower" | "ease") || scores(tokens, at - 1))
        }
    }
}

/// "Sleep scores improved 41 percent": what the verb at token `verb` changes is measured, and is no people.
fn scores(tokens: &Tokens, verb: usize) -> bool {
    verb > 0
        && (tokens.is(verb - 1, Class::LevelWord) || tokens.is(verb - 1, Class::Gauge))
        && tokens.word(verb) == "improved"
}

/// "side effects were raised calcium (31%)": the participle describes what the bracket tells the share of.
fn describes_in_bracket(tokens: &Tokens, verb: usize, first: usize) -> bool {
    let alone = matches!(tokens.before(verb), "were" | "was" | "included" | "and" | "," | "or" | ":");
    tokens.before(first) == "(" && verb + 2 < first && tokens.word(verb).ends_with("ed") && alone
}

/// The token behind the word that leads to a changed number: "by up to 20%", "of about 15%".
fn changed_from(tokens: &Tokens, first: usize) -> usize {
    let mut at = first;
    // "raise the odds of recovery by up to 20%"
    // "crept up to 27%" tells where it ended
    let crept = |at: usize| {
        at >= 3 && matches!(tokens.word(at - 3), "crept" | "inched" | "edged" | "climbed" | "went" | "moved" | "rose")
    };
    let bound = |at: usize| {
        tokens.ends_at(at, &["up", "to"]) && !crept(at)
            || tokens.ends_at(at, &["at", "least"])
            || tokens.ends_at(at, &["more", "than"])
            || tokens.ends_at(at, &["average", "of"])
    };
    while tokens.is(at.wrapping_sub(1), Class::NumberLead) && bound(at) {
        at -= 2;
    }
    if matches!(tokens.before(at), "an" | "the") && tokens.word(at) == "average" {
        at -= 1;
    }
    while at > 0
        && first - at < 4
        && (tokens.is_word(at - 1) || matches!(tokens.word(at - 1), "," | "("))
        && !matches!(tokens.word(at - 1), "by" | "of" | "from" | "to" | "in" | "," | "and" | "but" | "while")
        && !matches!(tokens.word(at - 1), "versus" | "vs" | "v" | "against")
        && !states_a_share(tokens, at - 1)
        // "fell ill"
        && !(tokens.is(at - 1, Class::HealthState) && tokens.word(at.wrapping_sub(2)) == "fell")
        && !tokens.is(at - 1, Class::ChangeVerb)
        && !tokens.is(at - 1, Class::ChangeNoun)
    {
        at -= 1;
    }
    at
}

/// "The share who fell ill was 12%", "the risk of a fall was 12%": the verb gives a level of what a change is no name of.
fn states_a_share(tokens: &Tokens, be: usize) -> bool {
    let change = |k: usize| tokens.is(k, Class::ChangeVerb) || tokens.is(k, Class::ChangeNoun);
    let risk =
        |k: usize| tokens.word(k) == "of" || tokens.is(k, Class::Article) && tokens.word(k.wrapping_sub(1)) == "of";
    be > 2 && tokens.is(be, Class::Be) && (!change(be - 1) || risk(be - 2))
}

/// "it was managed by 12% on oats and by 9% on rum": "by" tells who did it.
pub fn done_by(tokens: &Tokens, by: usize) -> bool {
    const REACH: usize = 14;
    let passive = |by: usize| {
        let participle = tokens.word(by.wrapping_sub(1));
        (participle.ends_with("ed") || matches!(participle, "met" | "felt" | "kept" | "taken" | "seen"))
            && !tokens.is(by - 1, Class::ChangeVerb)
            && (by.saturating_sub(3)..by).any(|k| tokens.is(k, Class::Be))
    };
    let again = matches!(tokens.before(by), "and" | "but" | "also" | "or" | ",");
    passive(by)
        || again
            && (by.saturating_sub(REACH)..by)
                .rev()
                .find(|&k| tokens.word(k) == "by")
                .is_some_and(|by| by > 0 && (passive(by) || done_by(tokens, by)))
}

/// "The increase in risk is 20 %", "the increased risk of a stroke was between 19 and 46 %", "a 14 % heightened risk".
fn risen_risk(tokens: &Tokens, first: usize) -> bool {
    const RISKS: [&str; 5] = ["risk", "risks", "chance", "chances", "odds"];
    if !tokens.any(Class::Likelihood) {
        return false;
    }
    let is_risk = |k: usize| tokens.is(k, Class::Likelihood) && RISKS.contains(&tokens.word(k));
    const COPULAS: [&str; 7] = ["is", "was", "were", "are", "of", "between", "about"];
    const LONGEST_SUBJECT: usize = 12;
    let Some(risk) = (first.saturating_sub(LONGEST_SUBJECT)..first).rev().find(|&k| is_risk(k)) else {
        return false;
    };
    let linked =
        (risk + 1..first).any(|k| COPULAS.contains(&tokens.word(k)) && tokens.word(k) != "of") || first - risk <= 4;
    let changed = (risk.saturating_sub(4)..risk).any(|k| {
        matches!(
            tokens.word(k),
            "increased" | "increase" | "heightened" | "raised" | "reduced" | "reduction" | "elevated"
        )
    });
    linked && changed
}

/// Up or down, by the words of change nearest to the number.
fn direction(tokens: &Tokens, quantity: &Quantity) -> Option<Direction> {
    let near = (quantity.last + 1..quantity.last + 4).chain((quantity.first.saturating_sub(14)..quantity.first).rev());
    near.filter(|&k| k < tokens.len()).find_map(|k| {
        if tokens.is(k, Class::DownWord) {
            Some(Direction::Down)
        } else if tokens.is(k, Class::UpWord) {
            Some(Direction::Up)
        } else {
            None
        }
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::told;
    use crate::model::ClaimKind::{Percentage, ResponseRate};

    #[test]
    fn changes_at_a_distance() {
        for text in [
            "The drug was tied to a reduction in falls of about 30-35%.",
            "Rum raises the chance of gout - itself a cause of many falls - by more than 25 per cent.",
            "It lowers the risk of bad falls by 31 per cent and death from asthma by 14 per cent.",
            "The oldest saw their risk of back pain rise 61 per cent, knee 117 per cent, and elbow 9 per cent.",
        ] {
            assert!(told(text, &[ResponseRate]).is_empty(), "{text}");
        }
        for text in [
            "Weight fell by 8 percent in the oat group, as opposed to 3 percent for the rest.",
            "Bone mass rose 4 percent on oats, compared with 2 percent on rum.",
            "In the trial, the drug cut falls in half.",
            "In the study, the odds of having gout were 16%, and 9% lower, for nurses and sailors.",
            "Clogs cut the risk of a fall and of pain by 17% and 36%, respectively.",
            "The pills raised the odds of a fall by an average of 23 per cent.",
            "It rose 75% for one drug, and by more than 100% for the other drug that caused pain.",
            "A rise of 2 degrees was tied to an increased incidence of gout of 0.6 per cent.",
        ] {
            assert!(told(text, &[ResponseRate]).is_empty(), "{text}");
        }
        for text in [
            "In the trial, as doses rose nausea was reported by 12 per cent of women.",
            "In the trial, deaths fell and 20 per cent of the men relapsed.",
            "After the drop in deaths, a cure was managed by 85 percent of those on oats.",
            "In the trial, relief was felt by 12 percent of those on rum.",
            "In the trial, the share of those who relapsed crept up to 27 percent.",
        ] {
            assert_eq!(told(text, &[ResponseRate]).len(), 1, "{text}");
        }
    }

    #[test]
    fn counts_with_share_and_whole() {
        let text = "In the study, nineteen (95%) of these 20 women relapsed.";
        let found = ["response_rate nineteen (95%) of these 20 women", "response_rate 95%"];
        assert_eq!(told(text, &[ResponseRate]), found);
        let text = "In the study, 50 (20%) of the 250 women owned a dog.";
        assert_eq!(told(text, &[Percentage]), ["percentage 50 (20%) of the 250 women", "percentage 20%"]);
        let text = "In the study, 50 (20%) of the women owned a dog, and 250 a cat.";
        assert_eq!(told(text, &[Percentage]), ["percentage 20%"]);
    }

    #[test]
    fn slashes_outside_papers() {
        for text in [
            "In the study, pupils were followed from age 12/13 to 15/16.",
            "In the trial, volunteers rated their pain 7/10.",
            "Patients in the study gave the drug 4/5 for taste.",
        ] {
            assert_eq!(told(text, &[ResponseRate, Percentage]), Vec::<String>::new(), "{text}");
        }
        for text in [
            "In the trial, 13/14 patients relapsed.",
            "In the study, 7/10 women on the drug improved.",
            "In the trial, 4/5 of the patients on the drug improved.",
        ] {
            assert_eq!(told(text, &[ResponseRate, Percentage]).len(), 1, "{text}");
        }
    }
}
