//! Findings in, drafts of schema.org ClaimReview out: one JSON-LD object a line.
//!
//! Vocabulary: <https://schema.org/ClaimReview>. What a fact-checker must decide or add (verdict, reviewer, address and
//! day of the review) is left out, and said to be missing.

use std::cmp::Reverse;

use serde_json::{Value, json};

use super::Results;
use super::clean::one_line;
use super::date::Date;
use super::identity::identity;
use super::jsonl::line;
use super::web::address;
use crate::model::{ArticleKind, Evidence, Finding, Record};

/// Stands in every draft.
const REMAINS: &str = "Draft made by trialwire. The texts disagree; which of them is wrong is not known. Before \
    publication: verify it, give a rating, and add url, datePublished and author of the review.";

pub fn draft(results: Results<'_>, finding: &Finding, to: &mut Vec<u8>) {
    let Some(claim) = reviewed(results, finding) else { return };
    let side: Vec<&Evidence> = finding.evidence.iter().filter(|other| other.side == claim.side).collect();
    let against = finding.evidence.iter().filter(|other| other.side != claim.side);
    let mut review = json!({
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "identifier": identity(finding),
        "creativeWorkStatus": "Draft",
        "name": format!("DRAFT: {}", one_line(&finding.message)),
        "claimReviewed": one_line(claim.sentence.trim()),
        "reviewAspect": finding.name,
        "reviewBody": format!("{}. {}.", one_line(&finding.message), one_line(finding.reason.trim_end_matches('.'))),
        "reviewRating": {"@type": "Rating", "alternateName": "Draft: not rated"},
        "comment": {"@type": "Comment", "text": REMAINS},
        "itemReviewed": {
            "@type": "Claim",
            "appearance": appearances(results, &side),
        },
        "citation": against.map(|other| quotation(results, other)).collect::<Vec<_>>(),
    });
    if let Some(author) = publisher(results.record(&claim.article)) {
        review["itemReviewed"]["author"] = author;
    }
    line(&review, to);
}

/// The claim to look into: of the sides told by coverage alone the one that fewest tell, else the last.
fn reviewed<'f>(results: Results<'_>, finding: &'f Finding) -> Option<&'f Evidence> {
    let is_source = |side: &Evidence| {
        results.record(&side.article).and_then(|record| record.kind).is_some_and(ArticleKind::is_source)
    };
    let told = |side: usize| finding.evidence.iter().filter(|other| other.side == side).count();
    let sourced = |side: usize| finding.evidence.iter().any(|other| other.side == side && is_source(other));
    finding.evidence.iter().min_by_key(|side| (sourced(side.side), told(side.side), Reverse(side.side)))
}

/// Each article once.
fn appearances(results: Results<'_>, side: &[&Evidence]) -> Vec<Value> {
    let mut seen = Vec::new();
    let mut articles = Vec::new();
    for quote in side {
        if !seen.contains(&&quote.article) {
            seen.push(&quote.article);
            articles.push(article(results, quote));
        }
    }
    articles
}

fn quotation(results: Results<'_>, side: &Evidence) -> Value {
    json!({
        "@type": "Quotation",
        "text": one_line(side.sentence.trim()),
        "isPartOf": article(results, side),
    })
}

/// Who published the article; nothing where that is not known.
fn publisher(record: Option<&Record>) -> Option<Value> {
    let outlet = record?.outlet.as_deref()?;
    Some(json!({"@type": "Organization", "name": one_line(outlet)}))
}

fn article(results: Results<'_>, side: &Evidence) -> Value {
    let Some(record) = results.record(&side.article) else {
        return json!({"@type": "Article", "identifier": side.article});
    };
    let sort = match record.kind {
        Some(ArticleKind::News) => "NewsArticle",
        Some(ArticleKind::Paper) => "ScholarlyArticle",
        Some(ArticleKind::PressRelease | ArticleKind::Registry) => "CreativeWork",
        None => "Article",
    };
    let mut article = json!({"@type": sort, "identifier": record.id});
    let mut add = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            article[key] = value.into();
        }
    };
    add("headline", record.title.as_deref().map(|title| one_line(title).into_owned()));
    add("url", address(record).map(str::to_owned));
    add("datePublished", record.published.as_deref().and_then(Date::read).map(|date| date.to_string()));
    add("genre", record.kind.filter(|kind| kind.is_source()).map(|kind| kind.label().to_owned()));
    if let Some(publisher) = publisher(Some(record)) {
        article["publisher"] = publisher;
    }
    article
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Severity;

    fn drafted(kinds: &[(&str, Option<ArticleKind>, usize)]) -> Value {
        let record = |(id, kind, _): &(&str, Option<ArticleKind>, usize)| Record {
            id: (*id).into(),
            kind: *kind,
            outlet: Some(format!("The {id}\u{202e}")),
            url: Some("javascript:alert(1)".into()),
            published: Some("2024-05-06T10:00:00Z".into()),
            ..Record::default()
        };
        let evidence = |(id, _, side): &(&str, Option<ArticleKind>, usize)| Evidence {
            article: (*id).into(),
            start: 0,
            end: 2,
            quote: "30".into(),
            value: "30".into(),
            line: 1,
            sentence: format!(" {id} had 30.\n"),
            label: (*id).into(),
            side: *side,
            field: None,
        };
        let finding = Finding {
            rule: "X001".into(),
            name: "sample-size-conflict".into(),
            severity: Severity::Error,
            kind: "sample_size".into(),
            trial: "a".into(),
            message: "Sample size differs".into(),
            reason: "Same people".into(),
            evidence: kinds.iter().map(evidence).collect(),
        };
        let records: Vec<_> = kinds.iter().map(record).collect();
        let mut out = Vec::new();
        draft(Results { records: &records, groups: &[], findings: &[] }, &finding, &mut out);
        serde_json::from_slice(&out).unwrap()
    }

    #[test]
    fn the_claim_of_the_few_is_reviewed_and_coverage_before_sources() {
        let news = Some(ArticleKind::News);
        let release = Some(ArticleKind::PressRelease);
        let cases: [(&[(&str, _, usize)], &str); 3] = [
            (&[("a", release, 0), ("b", news, 1), ("c", news, 1)], "b had 30."),
            (&[("a", news, 0), ("b", news, 1), ("c", news, 0)], "b had 30."),
            (&[("a", release, 0), ("b", release, 1)], "b had 30."),
        ];
        for (kinds, claim) in cases {
            assert_eq!(drafted(kinds)["claimReviewed"], claim);
        }
    }

    #[test]
    fn only_what_is_known_is_told() {
        let review = drafted(&[("a", None, 0), ("b", Some(ArticleKind::Paper), 1)]);
        let appearance = &review["itemReviewed"]["appearance"][0];
        assert_eq!((&appearance["@type"], &appearance["datePublished"]), (&json!("Article"), &json!("2024-05-06")));
        assert_eq!((appearance.get("url"), appearance.get("headline")), (None, None));
        assert_eq!(review["itemReviewed"]["author"]["name"], "The a\u{fffd}");
        assert_eq!(review["citation"][0]["isPartOf"]["@type"], "ScholarlyArticle");
    }
}
