//! One record of PubMed's XML in, its metadata and abstract out.

use super::xml::Element;
use super::{Paper, date, prose};

pub(super) fn read(record: &Element) -> Paper {
    let empty = Element::default();
    let book = record.at(&["BookDocument"]);
    let citation = record.at(&["MedlineCitation"]).or(book).unwrap_or(&empty);
    let article = citation.at(&["Article"]).or(book).unwrap_or(&empty);
    let title = article.words_at(&["ArticleTitle"]).or_else(|| article.words_at(&["Book", "BookTitle"]));
    Paper {
        title: title.map(|title| untranslated(&title).to_owned()),
        journal: article.words_at(&["Journal", "Title"]).or_else(|| article.words_at(&["Journal", "ISOAbbreviation"])),
        published: published(article),
        language: article.words_at(&["Language"]).and_then(|code| language(&code)),
        pubmed: citation.words_at(&["PMID"]),
        doi: doi(record, article),
        others: registrations(article),
        paragraphs: article.named("Abstract").flat_map(sections).collect(),
    }
}

/// The titles of papers in other languages stand in brackets.
fn untranslated(title: &str) -> &str {
    let whole = title.strip_suffix('.').unwrap_or(title);
    whole.strip_prefix('[').and_then(|inner| inner.strip_suffix(']')).unwrap_or(title)
}

/// The day on line, else what the issue says.
fn published(article: &Element) -> Option<String> {
    let read = |element: &Element| {
        let part = |name| element.words_at(&[name]);
        let year = part("Year").or_else(|| part("MedlineDate")?.get(..4).map(str::to_owned));
        date(year, part("Month"), part("Day"))
    };
    let issue = article.at(&["Journal", "JournalIssue", "PubDate"]).or(article.at(&["Book", "PubDate"]));
    article.at(&["ArticleDate"]).and_then(read).or_else(|| issue.and_then(read))
}

/// ISO 639-2 as PubMed gives it to ISO 639-1, for the languages that papers are often in.
fn language(code: &str) -> Option<String> {
    const CODES: [(&str, &str); 9] = [
        ("chi", "zh"),
        ("dut", "nl"),
        ("eng", "en"),
        ("fre", "fr"),
        ("ger", "de"),
        ("ita", "it"),
        ("jpn", "ja"),
        ("por", "pt"),
        ("spa", "es"),
    ];
    CODES.iter().find(|(long, _)| *long == code).map(|(_, short)| (*short).to_owned())
}

fn doi(record: &Element, article: &Element) -> Option<String> {
    let listed = record.at(&["PubmedData", "ArticleIdList"]).into_iter();
    let mut listed = listed.flat_map(|list| list.named("ArticleId")).filter(|id| id.attribute("IdType") == Some("doi"));
    let mut located = article.named("ELocationID").filter(|id| id.attribute("EIdType") == Some("doi"));
    listed.next().or_else(|| located.next()).map(prose::words).filter(|doi| !doi.is_empty())
}

/// Accession numbers of every data bank: registration numbers are told from the others by their form.
fn registrations(article: &Element) -> Vec<String> {
    let banks = article.at(&["DataBankList"]).into_iter().flat_map(|list| list.named("DataBank"));
    let lists = banks.filter_map(|bank| bank.at(&["AccessionNumberList"]));
    lists.flat_map(|list| list.named("AccessionNumber").map(prose::words)).collect()
}

fn sections(summary: &Element) -> Vec<String> {
    let parts = summary.named("AbstractText").map(|part| (part.attribute("Label"), prose::words(part)));
    let filled = parts.filter(|(_, words)| !words.is_empty());
    filled
        .map(|(label, words)| match label {
            Some(label) if label != "UNLABELLED" => format!("{label}: {words}"),
            _ => words,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::read;

    const RECORD: &str = r#"<PubmedArticle><MedlineCitation><PMID Version="1">12345678</PMID><Article>
      <Journal><JournalIssue><PubDate><Year>2024</Year><Month>Apr</Month></PubDate></JournalIssue><Title>Avonmere Journal</Title></Journal>
      <ArticleTitle>[Minocycline for H<sub>2</sub> depression.]</ArticleTitle>
      <ELocationID EIdType="pii">S1</ELocationID><ELocationID EIdType="doi">10.1000/ajm.12</ELocationID>
      <Abstract><AbstractText Label="METHODS">We randomised 326 adults (p &lt; 0.05).</AbstractText>
        <AbstractText Label="UNLABELLED">Remission was 54%.</AbstractText><AbstractText/><CopyrightInformation>Us</CopyrightInformation></Abstract>
      <Language>ger</Language>
      <DataBankList><DataBank><DataBankName>ClinicalTrials.gov</DataBankName><AccessionNumberList>
        <AccessionNumber>NCT01234567</AccessionNumber></AccessionNumberList></DataBank></DataBankList>
      </Article></MedlineCitation><PubmedData><ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.1000/other</ArticleId>
      </ArticleIdList></Reference></ReferenceList></PubmedData></PubmedArticle>"#;

    #[test]
    fn a_record_gives_its_abstract() {
        let article = read(RECORD, Some(2));
        assert_eq!(article.id, "a.xml#12345678");
        assert_eq!(article.outlet.as_deref(), Some("Avonmere Journal"));
        assert_eq!(article.published.as_deref(), Some("2024-04"));
        assert_eq!(article.language.as_deref(), Some("de"));
        assert_eq!(article.identifiers, ["10.1000/ajm.12", "PMID 12345678", "NCT01234567"]);
        assert_eq!(
            article.text,
            "Minocycline for H2 depression\n\nMETHODS: We randomised 326 adults (p < 0.05).\n\nRemission was 54%."
        );
    }

    #[test]
    fn dates_on_line_come_first_and_ranges_give_their_year() {
        let dated = |dates: &str| {
            let xml =
                format!("<PubmedArticle><MedlineCitation><Article>{dates}</Article></MedlineCitation></PubmedArticle>");
            read(&xml, None).published
        };
        let issue = "<Journal><JournalIssue><PubDate><MedlineDate>2019 Nov-Dec</MedlineDate></PubDate></JournalIssue></Journal>";
        assert_eq!(dated(issue).as_deref(), Some("2019"));
        let on_line = "<ArticleDate><Year>2019</Year><Month>10</Month><Day>02</Day></ArticleDate>";
        assert_eq!(dated(&format!("{issue}{on_line}")).as_deref(), Some("2019-10-02"));
        assert_eq!(dated(""), None);
    }
}
