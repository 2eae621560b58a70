//! Two statements of one article in, what stands between and around them in their sentence out.

use super::statement::Statement;
use crate::model::Claim;

/// Byte range of the quote inside its sentence's text.
pub fn quote_in_sentence(claim: &Claim) -> Option<(usize, usize)> {
    let text: &str = &claim.sentence.text;
    let start = claim.place.bytes.start.checked_sub(claim.sentence.place.bytes.start)?;
    let end = start.checked_add(claim.quote.len())?;
    if text.get(start..end) == Some(claim.quote.as_str()) {
        return Some((start, end));
    }
    text.find(claim.quote.as_str()).map(|at| (at, at + claim.quote.len()))
}

/// True when both stand in one sentence.
pub fn together(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    a.record.id == b.record.id && a.claim.sentence.place == b.claim.sentence.place
}

/// The words between two quotes of one sentence, `a` first.
pub fn between<'s>(a: &'s Statement<'_>, b: &Statement<'_>) -> Option<&'s str> {
    if !together(a, b) {
        return None;
    }
    let (_, end) = quote_in_sentence(a.claim)?;
    let (start, _) = quote_in_sentence(b.claim)?;
    a.claim.sentence.text.get(end..start)
}

/// The words of the sentence before the quote.
pub fn before<'s>(statement: &'s Statement<'_>) -> &'s str {
    let start = quote_in_sentence(statement.claim).map_or(0, |(start, _)| start);
    statement.claim.sentence.text.get(..start).unwrap_or_default()
}

/// The words of the sentence after the quote.
pub fn after<'s>(statement: &'s Statement<'_>) -> &'s str {
    let end = quote_in_sentence(statement.claim).map_or(0, |(_, end)| end);
    statement.claim.sentence.text.get(end..).unwrap_or_default()
}

/// True when two neighbouring quotes tell one figure twice: "19 of 34 patients (56 %)", "56 % (19/34)", "19/34, or 56 %".
pub fn in_apposition(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    const JOINTS: [&str; 8] = ["(", "[", "(n =", "(n=", "or", ", or", "– or", "="];
    const MOST_NOUNS: usize = 2;
    let Some(gap) = between(a, b) else { return false };
    let gap = gap.trim().to_lowercase();
    let noun = gap.strip_suffix(['(', '[']).unwrap_or("0");
    let named = noun.split_whitespace().count() <= MOST_NOUNS && noun.chars().all(|c| c.is_alphabetic() || c == ' ');
    named || JOINTS.contains(&gap.as_str())
}

/// The sentence speaks of an earlier, another or a planned study.
pub fn of_another_study(sentence: &str) -> bool {
    const OTHERS: [&str; 23] = [
        "planned",
        "plan to",
        "planning",
        "will ",
        "next",
        "future",
        "earlier",
        "previous",
        "another",
        "other ",
        "move to",
        "needed",
        "need ",
        "hope",
        "would",
        "should",
        "further",
        "larger",
        "extension",
        "however",
        "recent research",
        "last year",
        "last month",
    ];
    let sentence = sentence.to_lowercase();
    OTHERS.iter().any(|word| sentence.contains(word))
}

/// The words between the quotes, lower-case, without punctuation at their edges.
pub fn words_between(a: &Statement<'_>, b: &Statement<'_>) -> Option<Vec<String>> {
    let trim = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    Some(between(a, b)?.split_whitespace().map(trim).filter(|word| !word.is_empty()).collect())
}
