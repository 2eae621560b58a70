//! A change in, the change of something else that it goes with out: "for every 12 per cent rise in the share of trained sailors",
//! "per one degree rise in heat", "A 9% increase in noise was linked to …".

use crate::text::{Class, Quantity, Unit};

use super::super::grammar::phrases::{Run, Words};

/// What rises or falls along with the figure, and stands for the people.
pub fn along_with(words: &Words, quantity: &Quantity) -> Option<Run> {
    /// Figures looked at: a list of more is no sentence.
    const MOST: usize = 8;
    let tokens = words.tokens;
    if !tokens.any(Class::ChangeNoun) {
        return None;
    }
    let steps = words.quantities.iter().take(MOST).filter(|q| q.first != quantity.first);
    steps.filter_map(|step| change_of(words, quantity, step)).next()
}

fn change_of(words: &Words, quantity: &Quantity, step: &Quantity) -> Option<Run> {
    /// Tokens from the step to the noun of change at most.
    const NEAR: usize = 4;
    let tokens = words.tokens;
    let noun = (step.last + 1..step.last + NEAR)
        .take_while(|&k| tokens.is_word(k))
        .find(|&k| tokens.is(k, Class::ChangeNoun) && matches!(tokens.word(k + 1), "in" | "of"))?;
    let each = matches!(tokens.before(step.first), "per" | "every" | "each")
        || tokens.ends_at(step.first, &["each", "additional"]);
    if !each && (step.unit != Unit::Percent || step.last >= quantity.first) {
        return None;
    }
    let what = words.noun_phrase(noun + 2)?;
    // "of" leads to no amount: "a rise of 9 points"
    if words.quantity_at(what.first).is_some() {
        return None;
    }
    let end = what.last.min(if step.first < quantity.first { quantity.first } else { tokens.len() });
    let last = (what.first..=end).find(|&k| k > what.first && (tokens.is(k, Class::Be) || words.acts(k)));
    let last = last.map_or(what.last, |k| k - 1);
    let tied = |k: usize| {
        matches!(tokens.word(k), "linked" | "associated" | "tied") && matches!(tokens.word(k + 1), "to" | "with")
    };
    let opens = (last + 1..last + 4).any(tied);
    let before = step.first > quantity.last || last < quantity.first;
    ((each || opens) && before && last >= what.first).then_some(Run { first: noun, last })
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::shares;

    fn group_of_last(text: &str) -> Option<String> {
        shares(text).pop().and_then(|claim| claim.group)
    }

    #[test]
    fn what_rises_along_stands_for_the_people() {
        for (text, group) in [
            (
                "With every 12 per cent rise in the number of cats aboard, gout was 14 per cent rarer, the study found.",
                "rise in the number of cats aboard",
            ),
            ("The study found that per one degree rise in heat, gout rose by 14 per cent.", "rise in heat"),
            (
                "In the study, a 12% increase in noise was linked to a 14% rise in the risk of gout.",
                "increase in noise",
            ),
        ] {
            assert_eq!(group_of_last(text).as_deref(), Some(group), "{text}");
        }
    }

    #[test]
    fn people_come_before_what_rises() {
        for (text, group) in [
            ("The study found a 12% drop in noise and a 14% rise in gout among bakers.", "bakers"),
            ("For every 12 per cent rise in noise, bakers fell 14 per cent more often, the study found.", "bakers"),
        ] {
            assert_eq!(group_of_last(text).as_deref(), Some(group), "{text}");
        }
    }
}
