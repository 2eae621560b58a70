//! A JATS `<article>` in, its metadata, abstract and body out.

use super::xml::Element;
use super::{Paper, date, prose};

/// Abstracts of these types repeat the paper in pictures or slogans.
const SIDE_ABSTRACTS: &[&str] = &["graphical", "highlights", "key-points", "teaser", "toc", "video", "web-summary"];

/// Footnotes of these types tell of interests and money.
const TELLING_NOTES: &[&str] = &["COI-statement", "coi-statement", "conflict", "financial-disclosure", "supported-by"];

/// Kinds of publication date, the first in print or on line first.
const DATES: &[&str] = &["epub", "pub", "epreprint", "ppub", "collection"];

pub(super) fn read(article: &Element) -> Paper {
    let empty = Element::default();
    let meta = article.at(&["front", "article-meta"]).or(article.at(&["front-stub"])).unwrap_or(&empty);
    let ids = |kinds: &[&str]| {
        let wanted = |id: &&Element| id.attribute("pub-id-type").is_some_and(|kind| kinds.contains(&kind));
        meta.named("article-id").find(wanted).map(prose::words).filter(|id| !id.is_empty())
    };
    Paper {
        title: meta.words_at(&["title-group", "article-title"]),
        journal: journal(article),
        published: published(meta),
        language: article.attribute("lang").map(|lang| lang.split('-').next().unwrap_or(lang).to_lowercase()),
        pubmed: ids(&["pmid"]),
        doi: ids(&["doi"]),
        others: registrations(meta),
        paragraphs: paragraphs(article, meta),
    }
}

fn journal(article: &Element) -> Option<String> {
    let meta = article.at(&["front", "journal-meta"])?;
    meta.words_at(&["journal-title-group", "journal-title"])
        .or_else(|| meta.words_at(&["journal-title"]))
        .or_else(|| meta.words_at(&["journal-title-group", "abbrev-journal-title"]))
}

/// The fullest date, and of those the likeliest to be the first.
fn published(meta: &Element) -> Option<String> {
    let kind =
        |date: &Element| date.attribute("pub-type").or(date.attribute("date-type")).unwrap_or_default().to_owned();
    let rank = |element: &Element| DATES.iter().position(|name| *name == kind(element)).unwrap_or(DATES.len());
    let read = |element: &Element| {
        let part = |name| element.words_at(&[name]);
        Some((date(part("year"), part("month"), part("day"))?, rank(element)))
    };
    let dates = meta.named("pub-date").filter_map(read);
    dates.min_by_key(|(date, rank)| (std::cmp::Reverse(date.len()), *rank)).map(|(date, _)| date)
}

/// Numbers of the trial in registries, where they are tagged as such.
fn registrations(meta: &Element) -> Vec<String> {
    let tagged =
        meta.named("related-object").filter(|object| object.attribute("source-id-type") == Some("registry-id"));
    tagged.filter_map(|object| object.attribute("document-id")).map(str::to_owned).collect()
}

/// Abstracts, body, and what the back matter tells of money and interests.
fn paragraphs(article: &Element, meta: &Element) -> Vec<String> {
    let side =
        |element: &&Element| element.attribute("abstract-type").is_some_and(|kind| SIDE_ABSTRACTS.contains(&kind));
    let mut found: Vec<String> = meta.named("abstract").filter(|element| !side(element)).flat_map(sections).collect();
    found.extend(article.named("body").flat_map(prose::paragraphs));
    let funding = meta.named("funding-group").filter_map(|group| group.words_at(&["funding-statement"]));
    found.extend(funding);
    if let Some(back) = article.at(&["back"]) {
        let told = back.elements().filter(|part| matches!(part.name.as_str(), "ack" | "notes" | "sec"));
        found.extend(told.flat_map(prose::paragraphs));
        let notes = article.at(&["front", "article-meta", "author-notes"]).into_iter().chain(back.named("fn-group"));
        let telling = |note: &&Element| note.attribute("fn-type").is_some_and(|kind| TELLING_NOTES.contains(&kind));
        found.extend(notes.flat_map(|group| group.named("fn").filter(telling).flat_map(prose::paragraphs)));
    }
    found
}

/// A structured abstract has its labels at the beginning of its paragraphs ("Methods: …").
fn sections(summary: &Element) -> Vec<String> {
    let mut found = Vec::new();
    for part in summary.elements().filter(|part| part.name != "title" && part.name != "label") {
        let paragraphs = prose::paragraphs(part);
        match (part.name.as_str(), part.words_at(&["title"]), paragraphs.split_first()) {
            ("sec", Some(label), Some((_, [first, rest @ ..]))) => {
                found.push(format!("{}: {first}", label.trim_end_matches([':', '.'])));
                found.extend_from_slice(rest);
            }
            _ => found.extend(paragraphs),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::testing::read;

    const PAPER: &str = r#"<article xml:lang="en"><front>
      <journal-meta><journal-title-group><journal-title>Avonmere Journal of Medicine</journal-title></journal-title-group></journal-meta>
      <article-meta><article-id pub-id-type="pmid">12345678</article-id><article-id pub-id-type="doi">10.1000/ajm.12</article-id>
      <title-group><article-title>Minocycline in <italic>resistant</italic> depression</article-title></title-group>
      <pub-date pub-type="collection"><year>2024</year></pub-date>
      <pub-date pub-type="epub"><day>5</day><month>3</month><year>2024</year></pub-date>
      <abstract><title>Abstract</title><sec><title>Methods</title><p>We randomised 326 adults.</p></sec>
        <sec><title>Results:</title><p>Remission was 54%.</p><p>Harms were few.</p></sec></abstract>
      <abstract abstract-type="graphical"><p>A picture of 9 mice</p></abstract>
      <related-object source-id-type="registry-id" document-id="NCT01234567"/>
      <funding-group><funding-statement>Paid for by a charity.</funding-statement></funding-group>
      </article-meta></front>
      <body><sec><label>1</label><title>Introduction</title><p>Depression is common <xref ref-type="bibr">1</xref>.</p>
        <table-wrap><table><tr><td>99</td></tr></table></table-wrap></sec></body>
      <back><ack><title>Thanks</title><p>We thank the nurses.</p></ack><fn-group><fn fn-type="conflict"><p>None declared.</p></fn>
        <fn><p>Deceased.</p></fn></fn-group><ref-list><ref><mixed-citation>Doe, 30 mice</mixed-citation></ref></ref-list></back>
      </article>"#;

    #[test]
    fn a_paper_gives_abstract_and_body_without_noise() {
        let article = read(PAPER, None);
        assert_eq!(
            article.text.split("\n\n").collect::<Vec<_>>(),
            [
                "Minocycline in resistant depression",
                "Methods: We randomised 326 adults.",
                "Results: Remission was 54%.",
                "Harms were few.",
                "Introduction",
                "Depression is common.",
                "Paid for by a charity.",
                "Thanks",
                "We thank the nurses.",
                "None declared.",
            ]
        );
    }

    #[test]
    fn metadata_are_read() {
        let article = read(PAPER, None);
        assert_eq!(article.id, "a.xml");
        assert_eq!(article.outlet.as_deref(), Some("Avonmere Journal of Medicine"));
        assert_eq!(article.published.as_deref(), Some("2024-03-05"));
        assert_eq!(article.url.as_deref(), Some("https://doi.org/10.1000/ajm.12"));
        assert_eq!(article.language.as_deref(), Some("en"));
        assert_eq!(article.identifiers, ["10.1000/ajm.12", "PMID 12345678", "NCT01234567"]);
        assert_eq!(read(PAPER, Some(3)).id, "a.xml#12345678");
    }

    #[test]
    fn a_bare_article_is_no_error() {
        let article = read("<article><body><p>Thirty adults took part.</p></body></article>", Some(3));
        assert_eq!((article.id.as_str(), article.text.as_str()), ("a.xml:3", "Thirty adults took part."));
        assert_eq!(article.title, None);
        assert_eq!(read("<article/>", None).text, "");
    }
}
