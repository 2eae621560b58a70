//! Tokens in, factors out: "twice", "doubled", "halved", "two-fold", "three times more", "half as likely".

use rust_decimal::Decimal;

use crate::model::Reported;

use super::class::Class;
use super::fractions::Share;
use super::numerals::{Cardinal, cardinal};
use super::tokens::Tokens;
use super::units::time_name;

/// A factor and the token it ends with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Multiple {
    pub value: Reported,
    pub last: usize,
}

/// The factor that starts at token `i`, where the cardinal `number` and the share `part` may start.
pub fn multiple(tokens: &Tokens, i: usize, number: Option<&Cardinal>, part: Option<&Share>) -> Option<Multiple> {
    let in_words = || single_word(tokens, i).or_else(|| part_of(tokens, i, part?)).or_else(|| fold_word(tokens, i));
    let told = if tokens.is_number(i) { None } else { in_words() };
    told.or_else(|| in_numbers(tokens, i, number?))
}

/// The factor that a number and a word beside it make.
fn in_numbers(tokens: &Tokens, i: usize, number: &Cardinal) -> Option<Multiple> {
    let find = || fold(tokens, number).or_else(|| times(tokens, i, number)).or_else(|| factor_of(tokens, i, number));
    let may = tokens.any(Class::FactorMark);
    debug_assert!(may || find().is_none(), "no factor_mark");
    if may { find().or_else(|| of_likelihood(tokens, number)) } else { of_likelihood(tokens, number) }
}

/// "a 1.51 higher likelihood of a fall": the "times" is left out.
fn of_likelihood(tokens: &Tokens, number: &Cardinal) -> Option<Multiple> {
    let next = number.last + 1;
    let more = matches!(tokens.word(next), "higher" | "greater" | "increased" | "elevated");
    let likelihood = tokens.is(next + 1, Class::Likelihood) && !matches!(tokens.word(next + 1), "likely" | "prone");
    (number.decimals > 0 && number.value > Decimal::ONE && more && likelihood).then(|| Multiple {
        value: Reported { decimals: number.decimals, ..Reported::exact(number.value) },
        last: number.last,
    })
}

/// "rose by a factor of 35": the number behind the word.
fn factor_of(tokens: &Tokens, i: usize, number: &Cardinal) -> Option<Multiple> {
    let factor = tokens.ends_at(i, &["factor", "of"]) && matches!(tokens.word(i.wrapping_sub(3)), "a" | "the" | "by");
    factor.then(|| found(number.value, number.last)).flatten()
}

fn found(value: Decimal, last: usize) -> Option<Multiple> {
    Some(Multiple { value: Reported { decimals: 0, ..Reported::exact(value) }, last })
}

fn single_word(tokens: &Tokens, i: usize) -> Option<Multiple> {
    let next = tokens.word(i + 1);
    let of_it = matches!(next, "the" | "that" | "their" | "his" | "her" | "its");
    match tokens.word(i) {
        // "twice a day" is a frequency, "think twice" an idiom
        word @ ("twice" | "thrice") => {
            // "twice more likely", where "twice more" alone counts
            let more = next == "more" && matches!(tokens.word(i + 2), "likely" | "common" | "prone" | "frequent");
            // "they rowed twice and went home"
            let done = || matches!(next, "and" | "," | "." | "before" | "after") && !told_of_amount(tokens, i);
            let aged = matches!(next, "his" | "her" | "their" | "my" | "its") && tokens.word(i + 2) == "age";
            let idiom = tokens.before(i) == "think"
                || aged
                || done()
                || next.is_empty()
                || tokens.is(i + 1, Class::FrequencyWord) && !more
                || tokens.is(i + 1, Class::Preposition)
                || matches!(next, "because" | "when" | "but" | "if" | "though" | "until" | "while");
            (!idiom).then(|| found(if word == "twice" { 2 } else { 3 }.into(), i)).flatten()
        }
        // "doubled over in pain"
        "doubled" | "doubling" if matches!(next, "over" | "up" | "back") => None,
        "doubled" | "doubling" | "doubles" => found(2.into(), i),
        // "a double surprise"
        "double" if tokens.before(i) == "a" && !amount_named(tokens, i + 1) => None,
        "double" => (!tokens.is(i + 1, Class::DoubleName)).then(|| found(2.into(), i)).flatten(),
        "tripled" | "trebled" | "tripling" | "trebling" => found(3.into(), i),
        "triples" | "trebles" if of_it => found(3.into(), i),
        "quadrupling" => found(4.into(), i),
        "quadruples" if of_it => found(4.into(), i),
        "quintupled" => found(5.into(), i),
        // "ATTACKS TRIPLE IN FIVE YEARS"
        "triple" | "treble" if of_it || next == "in" => found(3.into(), i),
        "quadrupled" => found(4.into(), i),
        "quadruple" if of_it => found(4.into(), i),
        "halved" | "halves" | "halving" | "halve" => found(Decimal::new(5, 1), i),
        _ => None,
    }
}

/// "the risk rose twice", "it is thrice": a word that tells how much leads to the factor that ends its clause.
fn told_of_amount(tokens: &Tokens, i: usize) -> bool {
    tokens.is(i.wrapping_sub(1), Class::Be)
        || tokens.is(i.wrapping_sub(1), Class::Approx)
        || tokens.is(i.wrapping_sub(1), Class::ChangeVerb)
        || matches!(tokens.before(i), "than" | "by" | "at" | "to" | "nearly" | "almost" | "between" | "or" | "with")
}

/// "half the pregnant women" are people, "half the risk of women" is none of them.
fn people_named(tokens: &Tokens, k: usize) -> bool {
    const NEAR: usize = 3;
    (k..k + NEAR)
        .take_while(|&k| tokens.is_word(k) && !tokens.is(k, Class::Preposition))
        .any(|k| tokens.is(k, Class::People))
}

/// "a double dose", where "a double surprise" is no factor.
fn amount_named(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::AmountNoun) || tokens.is(k, Class::Likelihood) || tokens.is(k, Class::RelativeNoun)
}

/// "half as likely", "half that of", "one-third the side effects": a part of another quantity is a factor.
fn part_of(tokens: &Tokens, i: usize, share: &Share) -> Option<Multiple> {
    let next = share.last + 1;
    let as_likely = tokens.word(next) == "as"
        && tokens.is_word(next + 1)
        && !matches!(tokens.word(next + 1), "a" | "of" | "an" | "part" | "well");
    // "half as much again" is a half more
    if as_likely && tokens.word(next + 2) == "again" {
        let factor = (share.value.low / Decimal::ONE_HUNDRED + Decimal::ONE).round_dp(3).normalize();
        return found(factor, next + 2);
    }
    // "a risk half again as high"
    if tokens.at(next, &["again", "as"]) {
        let factor = (share.value.low / Decimal::ONE_HUNDRED + Decimal::ONE).round_dp(3).normalize();
        return found(factor, next);
    }
    let that_of = matches!(tokens.word(next), "that") && !tokens.is(next + 1, Class::PastVerb);
    // "half the recommended amount"
    let amount = matches!(tokens.word(next + 2), "amount" | "level" | "limit" | "dose" | "intake");
    let the = tokens.word(next) == "the" && tokens.before(i) != "by";
    let the_rate = the
        && (amount
            || tokens.is(next + 1, Class::RelativeNoun)
            || tokens.is(next + 1, Class::Outcome)
            || tokens.is(next + 1, Class::AmountNoun))
        && !people_named(tokens, next + 1);
    // "less than two-thirds the pay", but not "half the sailors", "cut by a third the number of falls"
    let times_the = the
        && share.value.low != Decimal::from(50)
        && time_name(tokens.word(next + 1)).is_none()
        && !matches!(tokens.word(next + 1), "way" | "time" | "people")
        && !people_named(tokens, next + 1);
    if !(as_likely || that_of || the_rate || times_the || of_rate(tokens, next)) {
        return None;
    }
    let factor = (share.value.low / Decimal::ONE_HUNDRED).round_dp(3).normalize();
    found(factor, share.last)
}

/// "a sixth of the rate seen in sailors", "less than a third of that."
fn of_rate(tokens: &Tokens, of: usize) -> bool {
    let seen = |k: usize| {
        !tokens.is_word(k)
            || matches!(
                tokens.word(k),
                "seen" | "in" | "among" | "for" | "recorded" | "found" | "reported" | "recommended"
            )
    };
    let rate =
        |k: usize| matches!(tokens.word(k), "rate" | "level" | "incidence" | "risk" | "dose" | "amount") && seen(k + 1);
    // "two-thirds of the usual dose"
    let described = tokens.is_word(of + 2) && rate(of + 3);
    // "a quarter of the time it took the cooks"
    let time = tokens.at(of + 1, &["the", "time"]) && matches!(tokens.word(of + 3), "it" | "they" | "that" | "needed");
    tokens.word(of) == "of"
        && (tokens.word(of + 1) == "that" && seen(of + 2)
            || time
            || tokens.word(of + 1) == "the" && (rate(of + 2) || described))
}

/// "tenfold".
fn fold_word(tokens: &Tokens, i: usize) -> Option<Multiple> {
    const WORDS: [(&str, u64); 12] = [
        ("two", 2),
        ("three", 3),
        ("four", 4),
        ("five", 5),
        ("six", 6),
        ("seven", 7),
        ("eight", 8),
        ("nine", 9),
        ("ten", 10),
        ("hundred", 100),
        ("twenty", 20),
        ("fifty", 50),
    ];
    let stem = tokens.word(i).strip_suffix("fold")?;
    // "the reason is twofold", "our twofold aim"
    let next = tokens.word(i + 1);
    let counted =
        matches!(next, "aim" | "aims" | "purpose" | "goal" | "task" | "reason" | "reasons" | "problem" | "role");
    if counted || tokens.is(i.wrapping_sub(1), Class::Be) && i > 0 && !compares(tokens, i + 1) {
        return None;
    }
    found(WORDS.iter().find(|(word, _)| *word == stem)?.1.into(), i)
}

/// "two-fold", "2.5-fold".
fn fold(tokens: &Tokens, number: &Cardinal) -> Option<Multiple> {
    let at = if tokens.word(number.last + 1) == "-" { number.last + 2 } else { number.last + 1 };
    (tokens.word(at) == "fold").then(|| found(number.value, at)).flatten()
}

/// "three times more", "2.5 times the risk", "3-5 times higher"; not "three times a week" or "tested four times".
fn times(tokens: &Tokens, i: usize, low: &Cardinal) -> Option<Multiple> {
    let joint = tokens.word(low.last + 1);
    let (high, last) = match joint {
        _ if matches!(joint, "-" | "–" | "to" | "or") || joint == "and" && tokens.before(i) == "between" => {
            // "two or even three times"
            let even = matches!(tokens.word(low.last + 2), "even" | "perhaps" | "possibly" | "maybe");
            match cardinal(tokens, if even { low.last + 3 } else { low.last + 2 }) {
                Some(high) if high.value > low.value => (high.value, high.last),
                _ => (low.value, low.last),
            }
        }
        _ => (low.value, low.last),
    };
    let at = times_word(tokens, last)?;
    if !(compares(tokens, at + 1) || told_later(tokens, at + 1) || grown(tokens, i, at + 1)) {
        return None;
    }
    let value = match fewer(tokens, at + 1) {
        // "10 times lower" is a tenth
        true => Reported { decimals: 0, ..Reported::range(inverse(high)?, inverse(low.value)?) },
        false => Reported { decimals: low.decimals, ..Reported::range(low.value, high) },
    };
    Some(Multiple { value, last: at })
}

/// "increased 3.5 times", "went up more than four times since 1990".
fn grown(tokens: &Tokens, i: usize, next: usize) -> bool {
    let hedge = |k: usize| tokens.is(k, Class::Approx) || matches!(tokens.word(k), "by" | "more" | "than" | "over");
    let lead = (i.saturating_sub(4)..i).rev().find(|&k| !hedge(k));
    let ends = !tokens.is_word(next) || matches!(tokens.word(next), "since" | "between" | "for" | "in" | "among");
    let surged =
        |k: usize| matches!(tokens.word(k), "surges" | "surged" | "jumps" | "jumped" | "soared" | "rose" | "rises");
    let by = || (i.saturating_sub(4)..i).any(|k| tokens.word(k) == "by");
    ends && lead.is_some_and(|k| {
        surged(k) && by()
            || matches!(
                tokens.word(k),
                "increased" | "grew" | "grown" | "risen" | "multiplied" | "increase" | "increasing"
            )
            || tokens.word(k) == "up" && matches!(tokens.before(k), "went" | "gone" | "go" | "goes")
    })
}

/// "times lower", "times less likely", "times fewer".
fn fewer(tokens: &Tokens, next: usize) -> bool {
    matches!(tokens.word(next), "lower" | "less" | "fewer" | "smaller" | "rarer" | "weaker" | "shorter")
}

fn inverse(factor: Decimal) -> Option<Decimal> {
    const DECIMALS: u32 = 3;
    Some(Decimal::ONE.checked_div(factor)?.round_dp(DECIMALS).normalize())
}

/// "times" behind a number that ends at token `last`.
fn times_word(tokens: &Tokens, last: usize) -> Option<usize> {
    let at = if tokens.word(last + 1) == "-" { last + 2 } else { last + 1 };
    // "9 times for longer than this" says how often
    let often =
        tokens.word(at + 1) == "for" && matches!(tokens.word(at + 2), "longer" | "more" | "less" | "at" | "over");
    (matches!(tokens.word(at), "times" | "time") && !often).then_some(at)
}

/// "three times more often than" compares; "three times more" alone may count occasions.
fn compares(tokens: &Tokens, next: usize) -> bool {
    let adverb = tokens.word(next).ends_with("ly") && tokens.is(next + 1, Class::RelativeWord);
    adverb
        || tokens.is(next, Class::RelativeWord)
        || matches!(tokens.word(next), "what" | "likelier" | "lower" | "too" | "its" | "their")
        || tokens.word(next) == "as" && !tells_when(tokens, next + 1)
        || matches!(tokens.word(next), "that" | "those") && stands_alone(tokens, next + 1)
        || (tokens.word(next) == "the" && time_name(tokens.word(next + 1)).is_none() && !day_named(tokens, next + 1))
        || tokens.is(next, Class::Preposition)
            && (tokens.is(next + 1, Class::ChangeNoun) || tokens.is(next + 1, Class::RelativeWord))
}

/// "three times as he ate": a clause of time, where "three times as old" compares.
fn tells_when(tokens: &Tokens, at: usize) -> bool {
    matches!(tokens.word(at), "he" | "she" | "it" | "they" | "we" | "you" | "i") || tokens.is(at, Class::Article)
}

/// "that of sailors", "that recommended", but not "that the door was shut".
fn stands_alone(tokens: &Tokens, at: usize) -> bool {
    !tokens.is_word(at)
        || tokens.is(at, Class::Preposition)
        || tokens.word(at).ends_with("ed")
        || tokens.word(at) == "seen"
}

/// "three times the first day".
fn day_named(tokens: &Tokens, at: usize) -> bool {
    tokens.is(at, Class::Ordinal) || matches!(tokens.word(at), "last" | "next" | "same" | "following" | "previous")
}

/// "12.5 times and 4 times more likely", "8.5 times (smokers), and 2.5 times (others), as likely": the word of comparison
/// stands with the next factor.
fn told_later(tokens: &Tokens, next: usize) -> bool {
    let after_aside = aside_end(tokens, next);
    let at = past_joints(tokens, after_aside);
    let likely =
        |at: usize| (tokens.word(at) == "as" || tokens.is(at, Class::RelativeWord)) && tokens.word(at + 1) == "likely";
    if after_aside > next && likely(at) {
        return true;
    }
    let later = if at > next { cardinal(tokens, at).and_then(|number| times_word(tokens, number.last)) } else { None };
    later.is_some_and(|later| {
        let behind = past_joints(tokens, aside_end(tokens, later + 1));
        compares(tokens, later + 1) || likely(behind)
    })
}

/// Behind "(smokers)", where an aside begins at token `at`.
fn aside_end(tokens: &Tokens, at: usize) -> usize {
    const LONGEST_ASIDE: usize = 6;
    let close = (tokens.word(at) == "(").then(|| (at..at + LONGEST_ASIDE).find(|&k| tokens.word(k) == ")")).flatten();
    close.map_or(at, |close| close + 1)
}

/// Behind ", and more than".
fn past_joints(tokens: &Tokens, at: usize) -> usize {
    const MOST_JOINTS: usize = 4;
    let joint = |at: usize| {
        matches!(tokens.word(at), "," | "and") || tokens.at(at, &["more", "than"]) || tokens.before(at) == "more"
    };
    (at..at + MOST_JOINTS).find(|&at| !joint(at)).unwrap_or(at + MOST_JOINTS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::WordClasses;
    use crate::text::fractions::named;

    fn read(text: &str) -> Option<String> {
        let tokens = Tokens::read(text, Span::new(0, text.len()), &WordClasses::bundled());
        (0..tokens.len())
            .find_map(|i| multiple(&tokens, i, cardinal(&tokens, i).as_ref(), named(&tokens, i).as_ref()))
            .map(|m| m.value.low.to_string())
    }

    #[test]
    fn factors() {
        for (text, value) in [
            ("twice as likely", "2"),
            ("the rate doubled", "2"),
            ("halved the risk", "0.5"),
            ("a two-fold increase", "2"),
            ("a tenfold rise", "10"),
            ("2.5 times the risk", "2.5"),
            ("three times more likely", "3"),
            ("half as likely to die", "0.5"),
            ("rose by a factor of 35", "35"),
            ("half the recommended amount", "0.5"),
            ("12.5 times and 4 times more likely", "12.5"),
            ("6.5 times (cooks), and more than 1.5 times (others), as likely", "6.5"),
            ("one-fifth the blisters", "0.2"),
            ("less than three-quarters the ration", "0.75"),
            ("twice more likely to fall", "2"),
            ("the risk went up 3.5 times.", "3.5"),
            ("sales increased by more than four times since 1990", "4"),
            ("a quarter the pay of sailors", "0.25"),
            ("between three and five times the norm", "3"),
            ("2½ times more likely", "2.50"),
            ("attacks triple in five years", "3"),
            ("costs half the price", "0.5"),
            ("ten times lower than theirs", "0.1"),
            ("5 times less likely to limp", "0.2"),
            ("three times fewer falls", "0.333"),
            ("an estimated 1.38 higher likelihood of falls", "1.38"),
            ("three or even four times higher", "3"),
            ("smoking triples the risk", "3"),
            ("it quadruples their odds", "4"),
            ("a trebling of deaths", "3"),
            ("falls were three times commoner", "3"),
            ("four times at greater risk", "4"),
            ("three times that recommended", "3"),
            ("four times those of nurses", "4"),
            ("half as much again", "1.5"),
            ("a risk half again as high", "1.5"),
            ("a sixth of the rate seen among nurses", "0.167"),
            ("less than a third of that.", "0.333"),
            ("half the radiation of a scan", "0.5"),
            ("two-thirds of the usual dose", "0.667"),
        ] {
            assert_eq!(read(text).as_deref(), Some(value), "{text}");
        }
    }

    #[test]
    fn frequencies_and_names_are_no_factors() {
        for text in [
            "twice a day",
            "he checked it twice because of fog",
            "rinsed twice with rum",
            "a double-blind trial",
            "a sixth of the nurses",
            "a third of that was rum",
            "half of the risk was gone",
            "three times a week",
            "half of the patients",
            "two-thirds the way home",
            "he called twice more at noon",
            "he got up three times.",
            "he increased it three times a week",
            "cut by a third the number of falls",
            "a third the nurses had",
            "he was tested four times.",
            "a double dose",
            "a risk factor of 30 patients",
            "three times and four times a week",
            "he came 7.5 times (smoking), and went",
            "between two and four times a week",
            "a triple bypass",
            "a double knee operation",
            "a double decker",
            "in double figures",
            "he came three times as he ate",
            "he checked three times that the door was shut",
            "rinse three times the first day",
            "sailors who eat double cream",
            "two or even three times a week",
            "two and four times",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn twice_and_parts_of_a_time() {
        for (text, value) in [
            ("a quarter of the time it took the cooks", Some("0.25")),
            ("the rate jumped by more than six times in Hull", Some("6")),
            ("they rowed twice and went home", None),
            ("they met twice, and wrote once", None),
            ("a third of the time was lost", None),
            ("it jumps six times for joy", None),
            ("a man twice his age", None),
        ] {
            assert_eq!(read(text).as_deref(), value, "{text}");
        }
    }
}
