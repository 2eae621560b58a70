//! A share in, whether its clause only points to a figure told before out: "so did 51%", "the figure was 12%", "Without it? 46%."

use crate::extract::nouns::names_people;
use crate::text::{Class, Classes, Quantity, Tokens};

use super::verb::{helps, verb_of_them};

/// The clause of a share, whose hedges begin at token `left`, leaves what befell its people to the words before.
pub fn echoes(tokens: &Tokens, quantity: &Quantity, left: usize) -> bool {
    stands_for_a_verb(tokens, quantity, left)
        || same_was_true(tokens, left)
        || compares_with(tokens, left)
        || names_the_figure_again(tokens, left)
        || ends_at_a_figure(tokens, quantity, left)
        || without_a_verb(tokens, quantity.first)
}

/// "Tea came in last, at 44 percent.": the figure that ends the sentence is one more of those told before.
fn ends_at_a_figure(tokens: &Tokens, quantity: &Quantity, left: usize) -> bool {
    const LONGEST: usize = 12;
    let placed = |k: usize| {
        matches!(
            tokens.word(k),
            "between" | "behind" | "ahead" | "last" | "middle" | "second" | "third" | "close" | "best" | "worst"
        )
    };
    let end = quantity.last + 1;
    tokens.ends_at(left, &[",", "at"])
        && left <= LONGEST
        && !tokens.is_word(end)
        && end + 2 >= tokens.len()
        && (0..left).any(placed)
}

/// "This compared with 12%", "That compares to 12% of the rest".
fn compares_with(tokens: &Tokens, left: usize) -> bool {
    left >= 3
        && matches!(tokens.before(left), "with" | "to")
        && matches!(tokens.word(left - 2), "compared" | "compares")
        && matches!(tokens.word(left - 3), "this" | "that" | "it" | "which")
}

/// "so did 51%", "as had 12%", "a quarter did", "44% could say the same": a verb that stands for the one before.
pub fn stands_for_a_verb(tokens: &Tokens, quantity: &Quantity, left: usize) -> bool {
    let inverted = left >= 2
        && auxiliary(tokens, left - 1)
        && matches!(tokens.word(left - 2), "so" | "as" | "nor" | "neither" | "than");
    if inverted {
        return true;
    }
    // "a sore arm, which 12% had", "those told to see a doctor did so": the words are told there
    let object = left > 0 && matches!(tokens.before(left), "which" | "that");
    let stands = |verb: usize| auxiliary(tokens, verb) && is_left_alone(tokens, quantity.last + 1, verb);
    // their verb is dear to find
    !object
        && tokens.iter().skip(quantity.last + 1).any(|(k, token)| token.classes.meets(AUXILIARIES) && stands(k))
        && verb_of_them(tokens, quantity).is_some_and(stands)
}

/// "did.", "could say the same", "did in the oat group", "had too": nothing of its own follows the verb.
fn is_left_alone(tokens: &Tokens, told_of: usize, verb: usize) -> bool {
    const LONGEST_GROUP: usize = 5;
    let next = (verb + 1..verb + LONGEST_GROUP).find(|&k| !helps(tokens, k)).unwrap_or(verb + 1);
    let same = (next..next + 3).any(|k| tokens.at(k, &["the", "same"]));
    // "12% did in the oat group"
    let place = matches!(tokens.word(verb), "did" | "didn't") && tokens.is(next, Class::Preposition);
    // "only 9% did so"
    let so = tokens.word(next) == "so" && !tokens.is_word(next + 1) && tokens.word(told_of) == "of";
    let next = if so { next + 1 } else { next };
    let over = !tokens.is_word(next) && !tokens.is_number(next) && tokens.word(next) != "\"";
    same || place || over || matches!(tokens.word(next), "too" | "likewise" | "as")
}

/// "the same was true of 21%", "that was the case for a third".
fn same_was_true(tokens: &Tokens, left: usize) -> bool {
    let led = left >= 2 && matches!(tokens.before(left), "of" | "for" | "in" | "with" | "among");
    // "the patch did that for 41%"
    let did = left >= 3
        && matches!(tokens.word(left - 2), "that" | "so" | "same" | "likewise")
        && (left.saturating_sub(4)..left - 2).any(|k| matches!(tokens.word(k), "did" | "does" | "happened"));
    led && (did || tokens.word(left - 2) == "true" || tokens.ends_at(left - 1, &["the", "case"]))
}

const AUXILIARIES: Classes = Classes::of(&[Class::Be, Class::Negation, Class::Auxiliary]);

fn auxiliary(tokens: &Tokens, k: usize) -> bool {
    tokens.classes(k).meets(AUXILIARIES) && !matches!(tokens.word(k), "be" | "been" | "being")
}

/// "it was 13%", "the figure for the rest was 2%", "that works out at 5%": the figure before is the subject, told again.
fn names_the_figure_again(tokens: &Tokens, left: usize) -> bool {
    const LONGEST_VERB: usize = 6;
    const LONGEST_SUBJECT: usize = 14;
    // "it barely moved, at 12%"
    let at = if tokens.ends_at(left, &[",", "at"]) { left - 2 } else { left };
    // "it went from 33% to 30%"
    let at = if tokens.before(at) == "from" { at - 1 } else { at };
    let verb = (at.saturating_sub(LONGEST_VERB)..at).rev().find(|&k| !links(tokens, k));
    let Some(verb) = verb.filter(|&k| states(tokens, k)) else { return false };
    if contracted(tokens.word(verb)) {
        return true;
    }
    let auxiliary =
        |k: usize| matches!(tokens.word(k), "had" | "has" | "have" | "would") || tokens.word(k).ends_with("ly");
    let end = (verb.saturating_sub(2)..verb).rev().find(|&k| !auxiliary(k)).map_or(verb, |k| k + 1);
    if matches!(tokens.before(end), "it" | "this" | "that" | "which") {
        return true;
    }
    // "the others were at 12%"
    let group = |k: usize| {
        names_people(tokens, k) || tokens.is(k, Class::PeopleGroup) || matches!(tokens.word(k), "others" | "rest")
    };
    if tokens.is(verb, Class::Be) && tokens.word(verb + 1) == "at" && end > 0 && group(end - 1) {
        return true;
    }
    let from = (end.saturating_sub(LONGEST_SUBJECT)..end).rev().find(|&k| opens_a_clause(tokens, k));
    let from = from.map_or(end.saturating_sub(LONGEST_SUBJECT), |k| k + 1);
    // "that of the others was 12%"
    tokens.at(from, &["that", "of"]) || (from..end).any(|k| names_a_figure(tokens, k))
}

/// Between the verb and its figure: "was not quite 12%", "worked out at 12%", "barely moved, at 12%".
pub fn links(tokens: &Tokens, k: usize) -> bool {
    matches!(
        tokens.word(k),
        "at" | "to"
            | "out"
            | "not"
            | "quite"
            | "closer"
            | "nearer"
            | "up"
            | "down"
            | "barely"
            | "now"
            | "still"
            | "even"
            | "a"
            | "hair"
            | "well"
    ) || tokens.word(k).ends_with("ly")
}

pub fn states(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::Be)
        || tokens.is(k, Class::StatesFigure)
        || tokens.is(k, Class::ChangeVerb)
        || contracted(tokens.word(k))
        || tokens.word(k) == "looking" && matches!(tokens.before(k), "you're" | "we're" | "are")
}

fn contracted(word: &str) -> bool {
    matches!(word, "it's" | "that's" | "looking")
}

fn opens_a_clause(tokens: &Tokens, k: usize) -> bool {
    !tokens.is_word(k) && tokens.word(k) != "-"
        || matches!(tokens.word(k), "and" | "but" | "while" | "whereas" | "though" | "although")
}

/// "the figure was", "the rate among the rest", but not "the rate of smoking", "the number who fell".
fn names_a_figure(tokens: &Tokens, k: usize) -> bool {
    let named = matches!(tokens.word(k + 1), "of" | "who" | "that" | "which" | "whose" | "with" | "getting");
    let known = matches!(
        tokens.before(k),
        "the" | "that" | "this" | "a" | "comparable" | "corresponding" | "equivalent" | "same"
    );
    tokens.is(k, Class::FigureName) && known && !named
}

/// "46 percent.", "fared worse still: 10 percent": nothing but the figure and whose it is.
fn without_a_verb(tokens: &Tokens, first: usize) -> bool {
    const LONGEST: usize = 16;
    let start = (0..first).rev().find(|&k| matches!(tokens.word(k), ":" | "?" | ";")).map_or(0, |k| k + 1);
    let told = |k: usize| {
        const VERBS: [Class; 4] = [Class::PastVerb, Class::Be, Class::PresentVerb, Class::Modal];
        VERBS.iter().any(|class| tokens.is(k, *class))
            || tokens.word(k).ends_with("ed")
            || matches!(tokens.word(k), "(" | "[")
    };
    // "in those who never drank rum, 9%": what is told of them says who they are
    let who = |k: usize| {
        let clause =
            (start..k).rev().take_while(|&j| tokens.is_word(j) || tokens.is_number(j) || tokens.word(j) == "-");
        clause.into_iter().any(|j| tokens.word(j) == "who")
    };
    tokens.len() - start <= LONGEST && !(start..tokens.len()).any(|k| told(k) && !who(k))
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::share_kinds;

    #[test]
    fn verbs_that_stand_for_others() {
        for (text, kinds) in [
            ("In the trial, a third of the sailors given rum had a fall; so did a fifth of those given tea.", "R R"),
            ("In the trial, 9 percent of the nurses on oats had died by May, as had 12 percent of the others.", "R R"),
            (
                "In the trial, 67 percent of the kids who ate oats lost their allergy. Only 4 percent of the rest did.",
                "R R",
            ),
            (
                "In the trial, 62 percent of the treated nurses were free of migraine. Of the others, 20 percent could say the same.",
                "R R",
            ),
            (
                "In the trial, pain went away in 54 percent of the nurses; with placebo that was true of 21 percent.",
                "R R",
            ),
            (
                "In the trial, flushes eased in 58 percent of the women on the pill. The patch did that for 41 percent.",
                "R R",
            ),
            ("In the trial, a fifth of the sailors were smokers, and so were a third of the nurses.", "P P"),
            ("Of the 90 nurses told to see a doctor after a fall in the trial, 95% did so.", "P"),
            ("Of those asked in the trial, 70 percent guessed right. Of the others, 48 percent did.", "P P"),
        ] {
            assert_eq!(share_kinds(text), kinds, "{text}");
        }
    }

    #[test]
    fn figures_told_again() {
        for (text, kinds) in [
            (
                "In the trial, 12 percent of those on oats fainted, while the number for the others was 31 percent.",
                "R R",
            ),
            (
                "By the end, the share of treated sailors free of pain had slid to 52 percent, and that of the others had crept up to 27 percent.",
                "R R",
            ),
            (
                "In the trial, fainting befell 12 percent of the men on oats at first. It barely moved, at 13 percent, later.",
                "R R",
            ),
            (
                "In the trial, those told to rest relapsed in 40 percent of cases. Those who danced fared worse still: 50 percent.",
                "R R",
            ),
            ("In the survey, 64% of doctors prescribed rum; in Wales the figure was 41%.", "P P"),
            ("In the trial, of those on oats, 31 percent fainted; of those on rum, 12 percent.", "R R"),
            (
                "In the trial, rum went down in both: use went from 31 percent to 22 percent. It went from 30 percent to 28 percent in the placebo group.",
                "P P P P",
            ),
            ("The share of nurses who owned a dog in the trial was 40 percent.", "P"),
            ("In the trial, 12 percent of the nurses fainted. The rate of smoking was 30 percent.", "R P"),
        ] {
            assert_eq!(share_kinds(text), kinds, "{text}");
        }
    }
}
