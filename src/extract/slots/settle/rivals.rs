//! An article in, whether it tells of a group without the treatment out.

use std::cell::OnceCell;

use super::{lower_case, places_of, says};

/// The article, read in lower case once, where that is asked.
pub struct Rivals<'t> {
    text: &'t str,
    folded: OnceCell<String>,
}

impl<'t> Rivals<'t> {
    pub fn of(text: &'t str) -> Self {
        Self { text, folded: OnceCell::new() }
    }

    /// By usual words for it, or one of `also`.
    pub fn told(&self, also: &[&str]) -> bool {
        const USUAL: [&str; 6] = ["placebo", "control group", "sham", "dummy", "usual care", "standard treatment"];
        let text = self.folded.get_or_init(|| lower_case(self.text));
        let begins = |at: usize| !text[..at].ends_with(char::is_alphanumeric);
        USUAL.iter().chain(also).any(|rival| says(text, rival)) || places_of(text, "randomi").any(begins)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_without_the_treatment() {
        for (text, told) in [
            ("The cooks were Randomized to oats or rum.", true),
            ("A control group ate rye.", true),
            ("The shame of it.", false),
            ("Cooks on oats slept longer than those on rye.", true),
        ] {
            assert_eq!(Rivals::of(text).told(&["than those"]), told, "{text}");
        }
    }
}
