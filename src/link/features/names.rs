//! Tokens in, keys of the people, journals and institutions named out.

use super::tokens::{Gap, Token};
use crate::link::word_lists::{Base, Roles};
use crate::model::{Key, KeyKind};

/// Words of a journal's name that are compared.
const JOURNAL_WORDS: usize = 4;
/// Tokens between "published" and the journal, at most ("published online today in the journal").
const PUBLISHED_REACH: usize = 7;

/// Everybody and everything named in a way that says what it is.
pub fn names(tokens: &[Token]) -> Vec<Key> {
    let mut keys = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if token.roles.any(&[Roles::TITLE, Roles::SPEECH]) {
            keys.extend(person(token.roles, &tokens[at + 1..]));
        }
        if token.roles.any(&[Roles::INSTITUTION]) && token.capital {
            keys.extend(institution(tokens, at));
        }
        if token.roles.any(&[Roles::JOURNAL]) {
            keys.extend(journal_after(tokens, at));
        }
        if token.roles.any(&[Roles::PUBLISHED]) {
            keys.extend(published_in(&tokens[at + 1..]));
        }
    }
    keys
}

/// The surname after a title or a verb of speech: "Dr Ann B. Field", "said Ann Field".
fn person(announced_by: Roles, after: &[Token]) -> Option<Key> {
    let titled = announced_by.any(&[Roles::TITLE]);
    let titles = after.iter().take_while(|token| token.roles.any(&[Roles::TITLE])).count();
    let name = &after[titles..];
    let length = name.iter().enumerate().take(3).take_while(|(at, token)| is_name_part(token, *at, name)).count();
    let surname = name.get(length.checked_sub(1)?)?;
    let value = surname.text.trim_end_matches("'s").trim_end_matches("’s").to_lowercase();
    let long_enough = value.chars().count() >= 3;
    let joined = titled || titles > 0 || (length > 1 && name[0].gap == Gap::Space);
    let role = surname.roles.any(&[Roles::INSTITUTION, Roles::JOURNAL, Roles::PLAIN, Roles::SMALL]);
    (long_enough && joined && !role).then(|| Key { kind: KeyKind::Person, shown: words(&name[..length]), value })
}

fn is_name_part(token: &Token, at: usize, name: &[Token]) -> bool {
    let initial = |token: &Token| token.text.chars().count() == 1;
    let joined = token.gap <= Gap::Hyphen || (token.gap == Gap::Stop && (at == 0 || initial(&name[at - 1])));
    token.capital && joined && !token.number
}

/// "University of Kent", "University College London", "Kent State University", "Rosalind Institute".
fn institution(tokens: &[Token], at: usize) -> Option<Key> {
    let of = tokens.get(at + 1).is_some_and(|token| token.text == "of" && token.gap == Gap::Space);
    let (range, core) = if of {
        let skip = usize::from(tokens.get(at + 2).is_some_and(|token| token.text == "the"));
        (at..at + 3 + skip, at + 2 + skip)
    } else {
        let mut first = at;
        while first > 0 && tokens[first].gap <= Gap::Hyphen && tokens[first - 1].capital && at - first < 3 {
            first -= 1;
        }
        (first..at + 1, first)
    };
    let core = tokens.get(core).filter(|token| token.capital)?;
    let plain = core.roles.any(&[Roles::PLAIN, Roles::INSTITUTION]);
    let shown = words(tokens.get(range)?);
    (!plain).then(|| Key { kind: KeyKind::Institution, value: core.text.to_lowercase(), shown })
}

/// "the journal Sleep", "Journal of Sleep", "Annals of the Rheumatic Diseases".
fn journal_after(tokens: &[Token], at: usize) -> Option<Key> {
    let own_name = tokens[at].capital && tokens.get(at + 1).is_some_and(|next| next.text == "of");
    let mut start = at + usize::from(!own_name);
    if own_name {
        while start > 0 && tokens[start].gap == Gap::Space && tokens[start - 1].capital && at - start < 3 {
            start -= 1;
        }
    }
    journal(&tokens[start..])
}

/// "published online in The Journal", where a capitalised name follows "in".
fn published_in(after: &[Token]) -> Option<Key> {
    let reach = after.iter().take(PUBLISHED_REACH).take_while(|token| !token.number && token.gap < Gap::Stop);
    let preposition = reach.enumerate().find(|(_, token)| matches!(token.text, "in" | "by"))?.0;
    let name = after[preposition + 1..]
        .iter()
        .take(4)
        .take_while(|token| token.gap < Gap::Stop)
        .position(|token| token.capital)?;
    journal(&after[preposition + 1 + name..])
}

fn journal(tokens: &[Token]) -> Option<Key> {
    let skip = tokens.iter().take(1).filter(|token| token.text == "The" || token.text == "the").count();
    let name = &tokens[skip..];
    let length = name.iter().enumerate().take(8).take_while(|(at, token)| joins_journal(token, *at)).count();
    let last = name[..length].iter().rposition(|token| token.capital)?;
    let name = &name[..=last];
    let telling: Vec<String> = name
        .iter()
        .filter(|token| !token.roles.any(&[Roles::SMALL, Roles::PLAIN]) && !token.text.eq_ignore_ascii_case("journal"))
        .map(|token| Base::of(token.text).to_string())
        .take(JOURNAL_WORDS)
        .collect();
    let value = telling.join(" ");
    (value.len() >= 3).then(|| Key { kind: KeyKind::Journal, value, shown: words(name) })
}

fn joins_journal(token: &Token, at: usize) -> bool {
    let gap = at == 0 || token.gap <= Gap::Space || (token.gap == Gap::Hyphen);
    gap && !token.number && (token.capital || (at > 0 && token.roles.any(&[Roles::SMALL])))
}

fn words(tokens: &[Token]) -> String {
    tokens.iter().map(|token| token.text).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;
    use crate::link::word_lists::WordLists;

    fn found(text: &str, kind: KeyKind) -> Vec<(String, String)> {
        let keys = names(&tokens(text, &WordLists::bundled())).into_iter().filter(|key| key.kind == kind);
        keys.map(|key| (key.value, key.shown)).collect()
    }

    fn pair(value: &str, shown: &str) -> (String, String) {
        (value.to_owned(), shown.to_owned())
    }

    #[test]
    fn people_are_found_by_title_and_speech() {
        assert_eq!(found("said Dr Ann Meadow, of", KeyKind::Person)[0], pair("meadow", "Ann Meadow"));
        assert_eq!(found("Professor Jo B. Hill’s team", KeyKind::Person), [pair("hill", "Jo B Hill’s")]);
        assert_eq!(found("she said. Now it is", KeyKind::Person), []);
        assert_eq!(found("said the University", KeyKind::Person), []);
    }

    #[test]
    fn institutions_are_found_by_their_kind() {
        assert_eq!(
            found("at the University of Eastmoor, where", KeyKind::Institution),
            [pair("eastmoor", "University of Eastmoor")]
        );
        assert_eq!(found("from Eastmoor University.", KeyKind::Institution), [pair("eastmoor", "Eastmoor University")]);
        assert_eq!(found("at university of life", KeyKind::Institution), []);
    }

    #[test]
    fn journals_are_found_by_cue() {
        assert_eq!(
            found("published today in the journal Sleep Letters.", KeyKind::Journal)[0],
            pair("sleep letter", "Sleep Letters")
        );
        assert_eq!(
            found("in the Journal of Bee Health, she", KeyKind::Journal),
            [pair("bee health", "Journal of Bee Health")]
        );
        assert_eq!(found("the report was published in spring", KeyKind::Journal), []);
    }
}
