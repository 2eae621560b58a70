//! A count in, whether it is of people who do something in the story of the study out: "Just 190 drank more than six cups",
//! "the 1,020 who quit early", "the 940 children were weighed".

use rust_decimal::Decimal;

use crate::model::{Role, Scope};
use crate::text::{Class, Quantity, Tokens};

use super::bare_count::{heads_the_sentence, of_institutions};
use super::beside::phrase_start;
use super::counting::What;
use super::fates::fate_here;
use super::group_count::before_here;
use super::predicate::Fate;
use super::sample_role::{did_otherwise, handed_it, in_the_analysis};
use super::scene::Scene;
use super::scope::is_year;

/// A number without a noun that is the subject of a past clause, or that "who" goes on with.
pub fn acted(scene: &Scene, quantity: &Quantity, scope: Scope) -> Option<What> {
    let tokens = scene.tokens();
    let start = phrase_start(tokens, quantity.first);
    let next = quantity.last + 1;
    if scope != Scope::ThisStudy || quantity.value.low < Decimal::TEN || is_year(tokens, quantity.first) {
        return None;
    }
    let who = tokens.word(next) == "who" && matches!(tokens.before(start), "the" | "other" | "these" | "those");
    let subject = opens_clause(tokens, start) && did(tokens, next);
    if !who && !subject || !told_of_a_study(scene) || of_institutions(scene, quantity) {
        return None;
    }
    // "80 joined the study"
    if matches!(tokens.word(next), "joined" | "enrolled" | "agreed" | "volunteered" | "participated") {
        return Some(What::Sample(Role::Total));
    }
    Some(match fate_here(scene, quantity.last).map(|(fate, _)| fate) {
        Some(Fate::Outcome) => What::Event,
        Some(Fate::Assigned) => What::Sample(Role::Arm),
        Some(Fate::Completed) => What::Sample(Role::Completed),
        Some(Fate::Screened) => What::Sample(Role::Screened),
        _ => What::Sample(Role::Subgroup),
    })
}

/// What the word behind a bare count alone says of those counted: that data of them were there, that they were tested, that
/// they were chosen.
pub fn told_at_once(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> Option<What> {
    let tokens = scene.tokens();
    if scene.is_abstract || quantity.value.low < Decimal::TEN {
        return None;
    }
    if data_for(tokens, quantity) {
        return Some(What::Sample(Role::Completed));
    }
    let next = quantity.last + 1;
    // "Of these, 40 tested positive": a group told by its test
    let another = || {
        tokens.before(quantity.first) == "another"
            && matches!(before_here(scene, quantity, scope, lenders), Some(What::Sample(_)))
    };
    if tokens.word(next) == "tested" && (heads_the_sentence(tokens, quantity) || another()) {
        return Some(What::Sample(Role::Subgroup));
    }
    // "Of 900 cooks screened, 310 qualified"
    let chosen = tokens.word(next) == "qualified"
        || tokens.at(next, &["were", "eligible"])
        || tokens.at(next, &["met", "the", "criteria"]);
    chosen.then_some(What::Sample(Role::Total))
}

/// "Data were available for 690", "follow-up was complete for 690 of them".
fn data_for(tokens: &Tokens, quantity: &Quantity) -> bool {
    let start = phrase_start(tokens, quantity.first);
    let next = quantity.last + 1;
    let alone = !tokens.is_word(next) || tokens.at(next, &["of", "them"]) || tokens.at(next, &["of", "these"]);
    tokens.before(start) == "for"
        && matches!(tokens.word(start.wrapping_sub(2)), "available" | "complete")
        && alone
        && quantity.value.low >= Decimal::TEN
}

/// "Of these, 210 were fitted with a brace" is an arm, "648 … were included in the main analysis" the whole.
pub fn by_the_verb(scene: &Scene, quantity: &Quantity, what: What) -> What {
    let tokens = scene.tokens();
    // "Two-thirds (600) got rum"
    let bracketed = || tokens.before(quantity.first) == "(" && tokens.word(quantity.last + 1) == ")";
    let after = quantity.last + 2;
    let given = tokens.word(after) == "were" && matches!(tokens.word(after + 1), "given" | "assigned");
    let got = || given || matches!(tokens.word(after), "got" | "received");
    match what {
        What::Event if bracketed() && got() => What::Sample(Role::Arm),
        // "60 drank rum and 58 drank water"
        What::Sample(Role::Subgroup) if did_otherwise(scene, quantity, quantity.last) => What::Sample(Role::Arm),
        What::Sample(Role::Subgroup) if handed_it(tokens, quantity.last) => What::Sample(Role::Arm),
        What::Sample(Role::Subgroup) if in_the_analysis(tokens, quantity.last) => What::Sample(Role::Total),
        _ => what,
    }
}

/// "the 940 children were weighed", "48 patients traded places": people who are the subject of a past clause.
pub fn subject_of_past(scene: &Scene, quantity: &Quantity, noun: usize, scope: Scope) -> bool {
    let tokens = scene.tokens();
    let start = phrase_start(tokens, quantity.first);
    scope == Scope::ThisStudy
        && quantity.value.low >= Decimal::TEN
        // "900 sailors were rescued" may have happened anywhere
        && (opens_clause(tokens, start) && tokens.is(noun, Class::StudyPeople) || tokens.before(start) == "the")
        && did(tokens, noun + 1)
        && told_of_a_study(scene)
}

/// The reported study has been spoken of near the beginning.
fn told_of_a_study(scene: &Scene) -> bool {
    /// Bytes.
    const BEGINNING: usize = 2000;
    /// "Study" and "Researchers" may open a sentence.
    const WORDS: [&str; 4] = ["tudy", "trial", "Trial", "esearch"];
    let text = scene.article.text.as_bytes();
    let beginning = &text[..text.len().min(BEGINNING).min(scene.sentence().span.end)];
    WORDS.iter().any(|word| memchr::memmem::find(beginning, word.as_bytes()).is_some())
}

/// A clause begins at `start`.
fn opens_clause(tokens: &Tokens, start: usize) -> bool {
    start == 0
        || matches!(tokens.before(start), "," | ";" | ":" | "–" | "and" | "but" | "while" | "whereas" | "\"" | "though")
        || matches!(tokens.before(start), "only" | "just" | "another" | "remaining" | "other" | "some")
}

/// A verb in the past stands at `k`, an adverb before it or not.
fn did(tokens: &Tokens, k: usize) -> bool {
    let adverb =
        tokens.word(k).ends_with("ly") || matches!(tokens.word(k), "never" | "also" | "then" | "still" | "later");
    let verb = if adverb { k + 1 } else { k };
    let past = tokens.word(verb);
    tokens.is(verb, Class::PastVerb)
        || past == "could"
        || tokens.is_word(verb) && past.len() > 4 && past.ends_with("ed") && !tokens.is(verb + 1, Class::People)
}

#[cfg(test)]
mod tests {
    use crate::extract::testing;
    use crate::model::ClaimKind;

    /// The counts of a sentence behind the beginning of an article.
    fn counts(told: &str) -> Vec<String> {
        let news = "Oats may help\n\nOats may help against gout, a study found.\n\nIt was a trial of oats.\n\n";
        counts_in(format!("{news}{told}"))
    }

    fn counts_in(text: String) -> Vec<String> {
        let claims = testing::claims(text);
        let count = |kind| matches!(kind, ClaimKind::SampleSize | ClaimKind::EventCount);
        claims.iter().filter(|claim| count(claim.kind)).map(|claim| claim.quote.to_string()).collect()
    }

    #[test]
    fn people_who_did_something_are_counted() {
        for (told, expected) in [
            ("Just 210 chewed oats at dawn; 4,310 never did.", vec!["210", "4,310"]),
            ("Forty wore wool on their feet; the rest wore silk.", vec!["Forty"]),
            ("From the first thaw on, 860 volunteers noted their naps.", vec!["860 volunteers"]),
            ("The team wrote to 900 weavers and 310 joined the study.", vec!["900 weavers", "310"]),
            ("After the thaw, the 56 weavers traded places.", vec!["56 weavers"]),
            ("The 1,030 who gave up rum fared about as well.", vec!["1,030"]),
            ("Some 240 later moved to the hills.", vec!["240"]),
        ] {
            assert_eq!(counts(told), expected, "{told}");
        }
    }

    #[test]
    fn a_study_is_told_of_at_the_head_of_a_sentence() {
        for (head, found) in [("Research backs oats", vec!["210"]), ("Study backs oats", vec!["210"]), ("Oats", vec![])]
        {
            let text = format!("{head}\n\nOats made babies well, a team reported.\n\nJust 210 chewed oats at dawn.");
            assert_eq!(counts_in(text), found, "{head}");
        }
    }

    #[test]
    fn other_numbers_are_not() {
        for told in [
            "The youngest was 19 and danced.",
            "In 2012 danced a tune.",
            "Of the 40 hospitals, 12 had closed.",
            "Some 40 million weavers have gout.",
            "Some 310 weavers were rescued from the mill.",
            "The oats cost 90 and pleased all.",
            "Of ten, nine slept in 1999, wrote a poet.",
        ] {
            assert_eq!(counts(told), Vec::<String>::new(), "{told}");
        }
    }
}
