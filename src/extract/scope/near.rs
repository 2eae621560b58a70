//! A cue of a sentence and one of its numbers in, what the cue weighs for it out.

use crate::model::Scope;
use crate::text::{Quantity, Unit};

use super::{Evidence, Witness};

/// What a cue of the sentence weighs for one of its numbers.
pub fn near(sentence: &Evidence, quantity: &Quantity, past: bool, witness: &Witness) -> i32 {
    if turned_from(sentence, quantity, witness) {
        return 0;
    }
    let mut weight = witness.weight;
    // ", the commonest of all skin cancers in the U.S.": an aside behind the number says little of it
    let aside = || {
        let first = witness.first.filter(|&first| first > quantity.last);
        first.is_some_and(|first| sentence.marks.comma_within(quantity.last, first))
    };
    // ", NHS figures show"
    let source =
        || witness.cue.ends_with("figures") || witness.cue.ends_with("statistics") || witness.cue.ends_with("data");
    if witness.scope == Scope::Background && aside() && !source() {
        weight = weight.min(2) - 1;
    }
    if let Some(at) = sentence.elsewhere {
        let before_it = witness.scope == Scope::ThisStudy && witness.first.is_some_and(|first| first < at);
        // "The findings chime with a Danish study of 90 men": the findings are not those of the 90
        if before_it && at <= quantity.last {
            return 0;
        }
        // "fell by 12 per cent, much like in a Danish trial"
        let itself = witness.scope == Scope::OtherStudy && witness.first == Some(at);
        // "(a fall of 12 points; a Danish trial saw 9)", "– about the same as in a Danish trial"
        let broken = sentence.marks.break_within(quantity.last, at);
        let aside = quantity.last < at && (broken || sentence.marks.comma_within(quantity.last, at));
        // ", an earlier trial found" tells whose figure it was
        let finds = sentence.marks.comma_within(at.saturating_sub(1), at);
        // "The 12 per cent drop echoes that of a Danish trial"
        let noun_phrase = ["a", "an", "one", "the", "that"].iter().any(|word| witness.cue.eq_ignore_ascii_case(word));
        let recalls = quantity.last < at && !noun_phrase;
        if itself && (aside && !finds || recalls) {
            return 0;
        }
    }
    // "40 nurses with a gene that affects a tenth of sailors": the relative clause tells of the gene
    let relative = || witness.cue.starts_with("that ") || witness.cue.starts_with("which ");
    let own_noun = quantity.unit == Unit::None && quantity.value.high < SMALL_STUDY.into();
    let first = witness.first.filter(|_| witness.scope == Scope::Background);
    if first.is_some_and(|first| {
        first > quantity.last && relative() || own_noun && (quantity.first..quantity.last + 3).contains(&first)
    }) {
        return 0;
    }
    if witness.first.is_some_and(|first| contrasted(sentence, witness.scope, first, quantity)) {
        weight = (weight + 1) / 2;
    }
    // "In the UK in 2012, 17% … were living …": a place alone makes no general fact of what is told in the past
    if past && witness.first.is_some() && witness.scope == Scope::Background && weight == 2 { 1 } else { weight }
}

/// The sentence has turned from what the cue tells of to the study, or has not yet come to it.
fn turned_from(sentence: &Evidence, quantity: &Quantity, witness: &Witness) -> bool {
    // "While a poll of 2010 had it at 40 per cent, the new count is 12": told of this study again
    let back = |back: usize| witness.first.is_none_or(|first| first < back) && back <= quantity.first;
    if witness.scope != Scope::ThisStudy && sentence.back.is_some_and(back) {
        return true;
    }
    // "Cheered by the drop of 12 per cent, she hopes to", "wants to cut it to 9 per cent; it fell to 12": found, not planned
    let found = |first: usize| {
        let amount = quantity.unit != Unit::None && first > quantity.last;
        amount && sentence.marks.comma_within(quantity.last, first)
            || sentence.marks.contrast_within(first.min(quantity.last), first.max(quantity.first))
    };
    witness.scope == Scope::Planned && witness.first.is_some_and(found)
}

/// "900 Americans" were counted by a study, "5 million Americans" by a country.
const SMALL_STUDY: i64 = 1_000_000;

/// "The agency had estimated 26%, but the team found 44%": a cue on the other side of a contrast says less.
fn contrasted(sentence: &Evidence, scope: Scope, cue: usize, quantity: &Quantity) -> bool {
    let (from, to) = (cue.min(quantity.last), cue.max(quantity.first));
    // "While gout is usually mild, the study shows that one in nine …"
    let shown = || {
        let mut found = sentence.witnesses.iter().filter(|w| w.scope == Scope::ThisStudy);
        sentence.marks.opens_with_contrast()
            && found.any(|w| {
                w.first.is_some_and(|first| {
                    (cue..quantity.first).contains(&first) && sentence.marks.comma_within(cue, first)
                })
            })
    };
    // "Although earlier studies found no link, 12 per cent fell"
    if scope == Scope::OtherStudy && cue < quantity.first && sentence.marks.opens_with_contrast() {
        return sentence.marks.comma_within(cue, quantity.first);
    }
    if scope == Scope::Background && (sentence.marks.main_clause_within(cue, quantity.first) || shown()) {
        return true;
    }
    // "; half of them fell", ", though half fell" are told of the same study
    let turns = scope == Scope::OtherStudy;
    if turns { sentence.marks.turn_within(from, to) } else { sentence.marks.contrast_within(from, to) }
}
