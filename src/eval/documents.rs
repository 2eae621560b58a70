//! Predictions named by the path of their article in, the same named by the document of the gold out.

use std::collections::{BTreeSet, HashMap};

use super::file_name::file_name;
use super::problem::EvalError;
use super::row::Row;

/// Gives each prediction the document it is of: the gold's name itself, or a path that ends in it, with or without
/// `.txt`, or the name of the files that `extract` writes for brat. Predictions of other articles keep their name.
///
/// # Errors
///
/// When two articles would be one document.
pub fn assign(predictions: &mut [Row], documents: &BTreeSet<String>) -> Result<(), EvalError> {
    let mut taken: HashMap<String, String> = HashMap::new();
    for row in predictions {
        let Some(doc) = document(&row.doc, documents) else { continue };
        let article = taken.entry(doc.to_owned()).or_insert_with(|| row.doc.clone());
        if *article != row.doc {
            let (first, second) = (article.clone(), row.doc.clone());
            return Err(EvalError::TwoArticles { first, second, doc: doc.to_owned() });
        }
        row.doc = doc.to_owned();
    }
    Ok(())
}

/// Gives predictions that were read from brat's files the documents that these are named after.
pub fn assign_files(predictions: &mut [Row], documents: &BTreeSet<String>) {
    let named: HashMap<String, &String> = documents.iter().map(|doc| (file_name(doc), doc)).collect();
    for row in predictions {
        if let Some(doc) = named.get(&row.doc) {
            row.doc.clone_from(doc);
        }
    }
}

/// The longest end of the path that is a document; else the file that `extract --format brat` makes of the article.
fn document<'a>(article: &'a str, documents: &'a BTreeSet<String>) -> Option<&'a str> {
    let bare = article.strip_suffix(".txt").unwrap_or(article);
    let ends = || bare.match_indices('/').map(|(at, _)| &bare[at + 1..]);
    let named = [article, bare].into_iter().chain(ends()).find(|name| documents.contains(*name));
    named.or_else(|| documents.get(&file_name(article)).map(String::as_str))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ClaimKind;

    #[test]
    fn files_of_brat_are_the_articles_they_are_named_after() {
        let documents = BTreeSet::from(["news/one.txt", "two"].map(str::to_owned));
        let mut rows = [file_name("news/one.txt"), "two".to_owned(), "three".to_owned()]
            .map(|doc| Row::new(&doc, ClaimKind::Dose, 0, 1, 1.0));
        assign_files(&mut rows, &documents);
        assert_eq!(rows.map(|row| row.doc), ["news/one.txt", "two", "three"]);
    }

    #[test]
    fn paths_are_matched_from_their_end() {
        let documents = BTreeSet::from(["one", "b/two", "news%2Fthree.txt"].map(str::to_owned));
        for (article, expected) in [
            ("one", Some("one")),
            ("one.txt", Some("one")),
            ("gold/sub/one.txt", Some("one")),
            ("./gold/b/two.txt", Some("b/two")),
            ("two.txt", None),
            ("gold/one.ann", None),
            ("someone.txt", None),
            ("news/three.txt", Some("news%2Fthree.txt")),
            ("three.txt", None),
        ] {
            assert_eq!(document(article, &documents), expected, "{article}");
        }
    }

    #[test]
    fn two_articles_are_not_one_document() {
        let row = |doc: &str| Row::new(doc, ClaimKind::Dose, 0, 1, 1.0);
        let documents = BTreeSet::from(["one".to_owned()]);
        let mut rows = [row("x/one.txt"), row("x/one.txt"), row("other")];
        assign(&mut rows, &documents).unwrap();
        assert_eq!(rows.map(|row| row.doc), ["one", "one", "other"]);
        let error = assign(&mut [row("x/one.txt"), row("y/one.txt")], &documents).unwrap_err().to_string();
        assert!(error.starts_with("\"x/one.txt\" and \"y/one.txt\" are both the document \"one\""), "{error}");
    }
}
