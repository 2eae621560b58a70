//! A page and the text found in it in, a better text out where the publisher's own copy of the article shows that the
//! found one is too short or goes on beyond its end.
//!
//! The copy is `articleBody` of <https://schema.org/Article> in scripts of linked data. It often lacks paragraphs, and some
//! publishers give the beginning alone, so that it is a witness first and a text only where little else was found.

use std::collections::HashSet;

use serde_json::Value;
use trafilatura::dom::Document;
use xxhash_rust::xxh3::xxh3_64;

use super::Limits;
use super::markup::tame;
use super::paragraphs::paragraphs;

/// A shorter copy, in words, tells nothing.
const FEWEST_WORDS: usize = 60;

/// The copy is taken where the found text has less than this share of it and is shorter by this factor.
const SHARE_MISSED: f64 = 0.6;
const TIMES_LONGER: f64 = 1.5;

/// The found text is trimmed where it has so much of the copy, and the copy so much of its length.
const SHARE_FOUND: f64 = 0.9;
const LENGTH_COPIED: f64 = 0.7;

/// A paragraph with so little of the copy is none of the article.
const SHARE_STRANGE: f64 = 0.1;

/// The publisher's own text of a page that was tamed; the longest if there are several.
pub(super) fn body(page: &str, limits: &Limits) -> Option<String> {
    let mut found: Option<String> = None;
    let mut rest = page;
    while let Some((_, after)) = rest.split_once("<script") {
        let (content, behind) = after.split_once("</script>")?;
        rest = behind;
        if !content.contains("articleBody") {
            continue;
        }
        let json = content.split_once('>').map_or("", |(_, json)| json);
        // Publishers leave line ends in strings, which JSON has not.
        let json = json.replace(|c: char| c.is_control(), " ");
        if let Ok(value) = serde_json::from_str::<Value>(json.trim().trim_end_matches(';')) {
            longest(&value, &mut found);
        }
    }
    found.map(|text| plain(&text, limits)).filter(|text| words(text).len() >= FEWEST_WORDS)
}

/// The depth of JSON is bounded by its reader.
fn longest(value: &Value, found: &mut Option<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| longest(item, found)),
        Value::Object(fields) => {
            if let Some(Value::String(text)) = fields.get("articleBody")
                && found.as_ref().is_none_or(|found| found.len() < text.len())
            {
                *found = Some(text.clone());
            }
            for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                fields.get(key).into_iter().for_each(|inner| longest(inner, found));
            }
        }
        _ => {}
    }
}

/// Some publishers put markup or escapes into their copy.
fn plain(text: &str, limits: &Limits) -> String {
    if !text.contains(['<', '&']) {
        return text.trim().to_owned();
    }
    let document = Document::parse(&tame(text, limits));
    paragraphs(&document.inner_html(document.body().unwrap_or_else(|| document.root())))
}

/// The better of the text that was found and the copy.
pub(super) fn better(found: String, title: Option<&str>, copy: &str) -> String {
    let (of_found, of_copy) = (words(&found), words(copy));
    let (in_found, in_copy) = (runs(&of_found), runs(&of_copy));
    let share = in_copy.intersection(&in_found).count() as f64 / in_copy.len().max(1) as f64;
    let length = of_copy.len() as f64 / of_found.len().max(1) as f64;
    if share < SHARE_MISSED && length > TIMES_LONGER {
        return copy.to_owned();
    }
    if share < SHARE_FOUND || length < LENGTH_COPIED || !is_whole(copy) {
        return found;
    }
    trimmed(&found, title, &in_copy, &of_copy)
}

/// The copy ends as articles do, not where a teaser is cut.
fn is_whole(copy: &str) -> bool {
    copy.trim_end().ends_with(['.', '?', '!', '”', '"', '’', ')']) && !copy.trim_end().ends_with("...")
}

/// From the first to the last paragraph that the copy has, if the last one ends as the copy ends.
fn trimmed(found: &str, title: Option<&str>, in_copy: &HashSet<u64>, of_copy: &[&str]) -> String {
    let paragraphs: Vec<&str> = found.split("\n\n").collect();
    let is_known = |paragraph: &&str| {
        let runs = runs(&words(paragraph));
        runs.intersection(in_copy).count() as f64 > SHARE_STRANGE * runs.len() as f64
    };
    let (Some(first), Some(last)) = (paragraphs.iter().position(is_known), paragraphs.iter().rposition(is_known))
    else {
        return found.to_owned();
    };
    let ends = |end: &[&str]| of_copy.ends_with(&end[end.len().saturating_sub(RUN_WORDS)..]);
    let last = if ends(&words(paragraphs[last])) { last } else { paragraphs.len() - 1 };
    let title = paragraphs[..first].iter().filter(|paragraph| Some(**paragraph) == title).take(1);
    title.chain(&paragraphs[first..=last]).copied().collect::<Vec<_>>().join("\n\n")
}

fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// Words compared together.
const RUN_WORDS: usize = 4;

/// A hash of every four words in a row, or of all if there are fewer.
fn runs(words: &[&str]) -> HashSet<u64> {
    let hash = |run: &[&str]| xxh3_64(run.join(" ").as_bytes());
    if words.len() < RUN_WORDS { HashSet::from([hash(words)]) } else { words.windows(RUN_WORDS).map(hash).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = "A drug that doctors give for acne has lifted the mood of people whose depression had withstood two earlier treatments, a trial suggests.";
    const TWO: &str = "Of those on the drug, 54 per cent went into remission, compared with 31 per cent of those who were given a placebo by their own doctors.";
    const THREE: &str = "Side effects were mild. Two people left the trial early, and the team followed everybody else for another six months, it said on Monday.";

    fn copied(json: &str) -> Option<String> {
        body(&format!("<p>x<script type=\"application/ld+json\">{json}</script>y"), &Limits::default())
    }

    #[test]
    fn the_copy_is_found_wherever_it_stands() {
        let text = format!("{ONE} {TWO} {THREE}");
        for json in [
            format!("{{\"articleBody\": \"{text}\"}}"),
            format!("[{{\"@type\": \"WebSite\"}}, {{\"@graph\": [{{\"articleBody\": \"{text}\"}}]}}];"),
            format!("{{\"articleBody\": \"\\u003cp>{ONE}\\u003c/p>{TWO} {THREE}\"}}"),
            format!("{{\"mainEntity\": {{\"articleBody\": \"{ONE} {TWO}\n{THREE}\"}}}}"),
        ] {
            assert_eq!(copied(&json).unwrap().split_whitespace().collect::<Vec<_>>().join(" "), text, "{json}");
        }
        for json in ["{\"articleBody\": \"Too short.\"}", "{\"articleBody\": 5}", "{\"articleBody\": ", "[]"] {
            assert_eq!(copied(json), None, "{json}");
        }
    }

    #[test]
    fn the_copy_mends_what_was_found() {
        let copy = format!("{ONE} {TWO} {THREE}");
        let whole = format!("{ONE}\n\n{TWO}\n\n{THREE}");
        let strange = "Forty volunteers were given the vaccine at a clinic in the capital.";
        for (found, expected) in [
            (whole.clone(), whole.clone()),
            (String::new(), copy.clone()),
            (ONE.into(), copy.clone()),
            (format!("{whole}\n\n{strange}"), whole.clone()),
            (format!("Drug\n\n{strange}\n\n{whole}\n\nVaccine"), format!("Drug\n\n{whole}")),
            (
                format!("{ONE}\n\nWhat was found\n\n{TWO}\n\n{THREE}"),
                format!("{ONE}\n\nWhat was found\n\n{TWO}\n\n{THREE}"),
            ),
            (strange.repeat(9), strange.repeat(9)),
        ] {
            assert_eq!(better(found.clone(), Some("Drug"), &copy), expected, "{found}");
        }
    }

    #[test]
    fn a_copy_that_is_cut_trims_nothing() {
        let found = format!("{ONE}\n\n{TWO}\n\n{THREE}");
        for copy in
            [format!("{ONE} {TWO}"), format!("{ONE} {TWO} Side effects..."), format!("{ONE} {TWO} Side effects were")]
        {
            assert_eq!(better(found.clone(), None, &copy), found, "{copy}");
        }
    }
}
