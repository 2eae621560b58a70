//! What happened, cut at its first comma, in, the whole list out: "a fall, a burn or another hurt".

use crate::text::{Class, Quantity};

use super::phrases::{Run, Words};

/// Through "or" and what stands behind it, where the run is the first of a list of things alike.
pub fn through_list(words: &Words, quantity: &Quantity, run: Run) -> Run {
    /// Tokens of one thing, and things before "or", at most.
    const ITEM: usize = 6;
    const MOST: usize = 5;
    let tokens = words.tokens;
    let comma = run.last + 1;
    if run.last < quantity.first || tokens.word(comma) != "," {
        return run;
    }
    let plain = |k: usize| {
        (tokens.is_word(k) || matches!(tokens.word(k), "-" | "'")) && !words.acts(k) && words.quantity_at(k).is_none()
    };
    let other = |k: usize| {
        matches!(
            tokens.word(k),
            "most" | "mostly" | "mainly" | "many" | "one" | "such" | "including" | "like" | "some" | "either"
        ) || matches!(
            tokens.word(k),
            "who" | "which" | "while" | "whereas" | "when" | "with" | "compared" | "according" | "but" | "and" | "than"
        )
    };
    let mut at = comma;
    for _ in 0..MOST {
        let item = (at + 1..at + 1 + ITEM).take_while(|&k| plain(k) && !other(k) && tokens.word(k) != "or");
        let Some(end) = item.last().map(|last| last + 1) else { return run };
        let or = if tokens.word(end) == "," && tokens.word(end + 1) == "or" { end + 1 } else { end };
        if tokens.word(or) == "or" {
            let begins = |k: usize| tokens.is(k, Class::Preposition) && tokens.word(k) != "of";
            let rest = (or + 1..or + 1 + ITEM).take_while(|&k| plain(k) && !other(k) && !begins(k));
            return rest.last().map_or(run, |last| Run { first: run.first, last });
        }
        if tokens.word(end) != "," {
            return run;
        }
        at = end;
    }
    run
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::shares;

    #[test]
    fn what_happened_goes_through_the_list() {
        for (text, outcome) in [
            (
                "In the trial, 14 percent of the bakers had a fall, a burn or another bad hurt during the year.",
                "a fall, a burn or another bad hurt",
            ),
            (
                "The survey found that 31 percent of bakers took it to a mill, a school or a church.",
                "took it to a mill, a school or a church",
            ),
            ("In the trial, 9 percent of the bakers had gout, scurvy, or rickets.", "gout, scurvy, or rickets"),
        ] {
            assert_eq!(shares(text)[0].outcome.as_deref(), Some(outcome), "{text}");
        }
    }

    #[test]
    fn what_follows_a_comma_may_be_no_list() {
        for (text, outcome) in [
            ("In the trial, 14 percent of the bakers had a fall, the team said.", "a fall"),
            ("In the trial, 14 percent of the bakers had a fall, while cooks or maids had none.", "a fall"),
            ("In the trial, 14 percent of the bakers had a fall, compared with cooks or maids.", "a fall"),
        ] {
            assert_eq!(shares(text)[0].outcome.as_deref(), Some(outcome), "{text}");
        }
    }
}
