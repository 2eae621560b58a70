//! One paper or abstract as XML in, an article out: JATS as PubMed Central and publishers give it, or PubMed's own form.

mod jats;
mod prose;
mod pubmed;
pub(super) mod xml;

use super::{At, Limits, Raw, Reason, charset};
use crate::model::{Article, ArticleKind};

/// What both forms tell of a paper.
#[derive(Debug, Default)]
struct Paper {
    title: Option<String>,
    journal: Option<String>,
    /// As much of an ISO 8601 date as is given: "2024", "2024-03", "2024-03-05".
    published: Option<String>,
    language: Option<String>,
    pubmed: Option<String>,
    doi: Option<String>,
    /// Registration numbers and the like.
    others: Vec<String>,
    paragraphs: Vec<String>,
}

/// Reads one `<article>`, `<PubmedArticle>` or `<PubmedBookArticle>`; its id is the path, with the paper's PubMed id or DOI behind it where the
/// file holds several.
pub(super) fn parse(raw: &Raw, limits: &Limits) -> Result<Article, Reason> {
    let xml = charset::decode_plain(&raw.bytes)?;
    let root = xml::read(&xml, limits)?;
    let paper = match root.name.as_str() {
        "article" => jats::read(&root),
        _ => pubmed::read(&root),
    };
    Ok(paper.article(raw))
}

impl Paper {
    fn article(self, raw: &Raw) -> Article {
        let own = self.pubmed.as_ref().or(self.doi.as_ref());
        let id = match own {
            Some(own) if raw.at != At::Whole => format!("{}#{own}", raw.path),
            _ => raw.source(),
        };
        let title = self.title.map(|title| title.strip_suffix('.').unwrap_or(&title).to_owned());
        let text: Vec<String> = title.iter().cloned().chain(self.paragraphs).collect();
        let identifiers = self.doi.iter().cloned().chain(self.pubmed.iter().map(|number| format!("PMID {number}")));
        Article {
            id,
            title,
            outlet: self.journal,
            url: self.doi.as_ref().map(|doi| format!("https://doi.org/{doi}")),
            published: self.published,
            kind: Some(ArticleKind::Paper),
            source: raw.source(),
            language: self.language,
            text: text.join("\n\n"),
            identifiers: identifiers.chain(self.others).collect(),
            ..Article::default()
        }
    }
}

/// "2024", "2024-03" or "2024-03-05"; months as numbers or English names.
fn date(year: Option<String>, month: Option<String>, day: Option<String>) -> Option<String> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let number = |text: String, most: u32| text.parse::<u32>().ok().filter(|number| (1..=most).contains(number));
    let year = year.filter(|year| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()))?;
    let named = |month: &str| {
        let month = month.to_ascii_lowercase();
        MONTHS.iter().position(|name| month.starts_with(name)).map(|at| at as u32 + 1)
    };
    let Some(month) = month.and_then(|month| named(&month).or_else(|| number(month, 12))) else { return Some(year) };
    match day.and_then(|day| number(day, 31)) {
        Some(day) => Some(format!("{year}-{month:02}-{day:02}")),
        None => Some(format!("{year}-{month:02}")),
    }
}

#[cfg(test)]
mod testing {
    use super::*;
    use crate::ingest::Format;

    /// The article that one element becomes, found at `line` of a file.
    pub(super) fn read(xml: &str, line: Option<usize>) -> Article {
        let raw = Raw {
            path: "a.xml".into(),
            at: line.map_or(At::Whole, At::Line),
            format: Format::PaperXml,
            bytes: xml.into(),
        };
        parse(&raw, &Limits::default()).unwrap()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_as_full_as_they_are_given() {
        let read = |parts: [&str; 3]| {
            let [year, month, day] = parts.map(|part| (!part.is_empty()).then(|| part.to_owned()));
            date(year, month, day)
        };
        for (parts, expected) in [
            (["2024", "3", "5"], Some("2024-03-05")),
            (["2024", "Mar", ""], Some("2024-03")),
            (["2024", "September", "31"], Some("2024-09-31")),
            (["2024", "Spring", "5"], Some("2024")),
            (["2024", "13", ""], Some("2024")),
            (["2024", "02", "40"], Some("2024-02")),
            (["in press", "1", "1"], None),
            (["", "1", "1"], None),
        ] {
            assert_eq!(read(parts).as_deref(), expected, "{parts:?}");
        }
    }
}
