//! People counted in, the description of them that a comma sets off out: "31,000 bakers, all free of gout", "bakers, most of whom
//! were ill".

use crate::text::Tokens;

/// The last token of the description behind the comma that follows `last`; `last` where there is none.
pub fn through_aside(tokens: &Tokens, last: usize) -> usize {
    /// Tokens of the description at most.
    const LONGEST: usize = 14;
    let first = last + 2;
    let all = matches!(tokens.word(first), "all" | "most" | "none" | "half")
        && (matches!(tokens.word(first + 1), "with" | "without" | "free" | "aged")
            || tokens.at(first + 1, &["of", "whom"]) && tokens.is_word(first + 3));
    let who = tokens.at(first, &["who", "had"]) || tokens.at(first, &["for", "whom"]);
    let described = all || who || matches!(tokens.word(first), "without" | "born");
    if tokens.word(last + 1) != "," || !described {
        return last;
    }
    let inside = |k: usize| {
        (tokens.is_word(k) || tokens.is_number(k) || matches!(tokens.word(k), "-" | "'"))
            && !matches!(tokens.word(k), "from" | "at" | "found" | "between" | "when" | "and")
    };
    let end = (first..first + LONGEST).take_while(|&k| inside(k)).last();
    end.filter(|&end| end > first + 1).unwrap_or(last)
}

#[cfg(test)]
mod tests {
    use crate::extract::testing;

    fn group(text: &str) -> Option<String> {
        testing::claims(text).swap_remove(0).group
    }

    #[test]
    fn a_description_set_off_is_theirs() {
        for (text, people) in [
            ("The team tracked 31,000 bakers, all free of gout.", "bakers, all free of gout"),
            ("The trial involved 310 bakers, most of whom had gout.", "bakers, most of whom had gout"),
            ("The team studied 31,000 bakers, without previous gout, at sea.", "bakers, without previous gout"),
            (
                "The team tracked 31,000 bakers, who had been taken to hospital.",
                "bakers, who had been taken to hospital",
            ),
        ] {
            assert_eq!(group(text).as_deref(), Some(people), "{text}");
        }
    }

    #[test]
    fn what_else_follows_a_comma_is_not() {
        for text in [
            "The team tracked 31,000 bakers, most in the north.",
            "The team tracked 31,000 bakers, and all sang.",
            "The team tracked 31,000 bakers, who sang for nine weeks.",
        ] {
            assert_eq!(group(text).as_deref(), Some("bakers"), "{text}");
        }
    }
}
