//! A cue such as "published in" in, the journal's name behind it out, and the name under which two journals are compared.

use crate::model::Span;

/// Name, a tab, the name it is compared as.
const JOURNALS: &str = include_str!("../../../lexicons/facts/journals.tsv");

/// Words of a journal's name at most ("Proceedings of the Royal Society B: Biological Sciences").
const LONGEST_NAME: usize = 9;

/// The capitalised name behind the cue, where it is a journal's.
pub fn name_at(text: &str, sentence: Span, cue: Span) -> Option<Span> {
    const OPENERS: [&str; 6] = ["the", "medical", "online", "scientific", "specialist", "journal"];
    let rest = text.get(cue.end..sentence.end)?;
    let mut announced = cue.of(text).to_ascii_lowercase().ends_with("journal");
    let mut name: Option<Span> = None;
    for (at, word) in words(rest).take(LONGEST_NAME + OPENERS.len()) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let span = Span::new(cue.end + at, cue.end + at + word.len());
        match name {
            None if OPENERS.contains(&bare) => announced |= bare == "journal",
            None if is_capitalised(bare) => name = Some(span),
            None => return None,
            Some(_) if ends_name(bare) => break,
            Some(_) if is_capitalised(bare) => name = name.map(|name| name.cover(span)),
            Some(_) if is_joint(bare) => {}
            Some(_) => break,
        }
        // "published in Gut, found": a comma ends the name.
        if name.is_some() && word.ends_with([',', '.', ';', ':', ')', '’', '\'', '"', '”', '?']) {
            break;
        }
    }
    let name = trimmed(text, name?);
    (announced || is_known(name.of(text))).then_some(name)
}

/// The name under which it is compared: "British Medical Journal" is "bmj", "The Lancet" is "lancet".
///
/// ```
/// use trialwire::extract::facts::folded_journal;
/// assert_eq!(folded_journal("The British Medical Journal"), folded_journal("BMJ"));
/// assert_ne!(folded_journal("BMJ Open"), folded_journal("BMJ"));
/// ```
pub fn folded(name: &str) -> String {
    let lower = name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase().replace('&', "and");
    let lower = lower.strip_prefix("the ").unwrap_or(&lower);
    row(lower).map_or_else(|| lower.to_owned(), |(_, folded)| folded.to_owned())
}

fn row(name: &str) -> Option<(&'static str, &'static str)> {
    rows().find(|(known, _)| *known == name)
}

fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    JOURNALS.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}

/// In the list, of the family of one in the list ("Lancet Oncology"), or called a journal.
fn is_known(name: &str) -> bool {
    const GENERIC: [&str; 6] = ["journal", "annals", "archives", "proceedings", "plos", "bmc"];
    const FAMILIES: [&str; 5] = ["bmj", "jama", "lancet", "nature", "science"];
    let folded = folded(name);
    let mut words = folded.split(' ');
    let first = words.next().unwrap_or_default();
    row(&folded).is_some()
        || rows().any(|(_, compared)| compared == folded)
        || folded.split(' ').any(|word| GENERIC.contains(&word))
        || FAMILIES.contains(&first)
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace().map(move |word| (word.as_ptr().addr() - text.as_ptr().addr(), word))
}

fn is_capitalised(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Days, months and titles of people begin something else.
fn ends_name(word: &str) -> bool {
    const OTHERS: [&str; 25] = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Dr",
        "Prof",
        "Professor",
        "Lead",
        "Researchers",
        "Scientists",
    ];
    OTHERS.contains(&word)
}

fn is_joint(word: &str) -> bool {
    matches!(word, "of" | "and" | "the" | "in" | "for" | "on" | "" | "&")
}

/// Without the marks around it.
fn trimmed(text: &str, name: Span) -> Span {
    let inside = |c: char| c.is_alphanumeric();
    let words = name.of(text);
    let start = words.find(inside).map_or(name.start, |at| name.start + at);
    let end = words.rfind(inside).map_or(name.end, |at| name.start + at);
    let last = text.get(end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let possessive = |end: usize| ["’s", "'s"].iter().find_map(|s| text.get(name.start..end)?.strip_suffix(s));
    let end = if words.is_empty() { name.end } else { (end + last).min(name.end) };
    let end = possessive(end).map_or(end, |bare| name.start + bare.len());
    Span::new(start.min(end), end)
}

#[cfg(test)]
mod tests {
    use crate::extract::facts::FactReader;
    use crate::model::{Article, FactKind};

    fn journals(text: &str) -> Vec<String> {
        let article = Article { text: text.to_owned(), ..Article::default() };
        let facts = FactReader::bundled().facts(&article);
        facts.into_iter().filter(|fact| fact.kind == FactKind::Journal).map(|fact| fact.quote).collect()
    }

    #[test]
    fn names_are_read_to_their_end() {
        for (text, name) in [
            ("The study was published in the journal Sleep Medicine on Monday.", "Sleep Medicine"),
            ("The study, published in The Lancet, followed nurses.", "The Lancet"),
            ("It was published online in BMJ Open.", "BMJ Open"),
            ("Writing in the Journal of Invented Medicine, they say so.", "Journal of Invented Medicine"),
            ("It was published in the British Medical Journal’s pages.", "British Medical Journal"),
        ] {
            assert_eq!(journals(text), [name], "{text}");
        }
    }

    #[test]
    fn places_months_and_plain_words_are_no_journals() {
        for text in [
            "The study was published in Britain.",
            "It was published in March.",
            "The journal published it.",
            "They were writing in English.",
            "It was published in the Daily Post.",
        ] {
            assert!(journals(text).is_empty(), "{text}: {:?}", journals(text));
        }
    }
}
