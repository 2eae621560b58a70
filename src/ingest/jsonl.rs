//! A line of JSON in, an article or a record of an earlier run out.

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::{Map, Value};

use super::{Item, Limits, Raw, Reason, fields};
use crate::model::{Article, ArticleKind, Record};

/// Reads one line. Keys other than the known ones are ignored.
pub(super) fn parse(raw: &Raw, limits: &Limits) -> Result<Item, Reason> {
    let json = std::str::from_utf8(&raw.bytes).map_err(|error| Reason::NotUtf8(error.valid_up_to() + 1))?;
    let line = if limits.fields.is_empty() { serde_json::from_str(json) } else { return mapped(json, raw, limits) };
    let line: Line = line.map_err(|error| Reason::InvalidJson(without_line(&error)))?;
    if line.claims.is_some() && line.fingerprint.is_some() {
        let record: Record = serde_json::from_str(json).map_err(|error| Reason::BadRecord(without_line(&error)))?;
        return Ok(Item::Record(Box::new(record)));
    }
    article(line, raw, limits).map(Box::new).map(Item::Article)
}

/// Reads an object whose fields have other names.
fn mapped(json: &str, raw: &Raw, limits: &Limits) -> Result<Item, Reason> {
    let object: Map<String, Value> =
        serde_json::from_str(json).map_err(|error| Reason::InvalidJson(without_line(&error)))?;
    let fields = &limits.fields;
    let field = |ours: &str| fields.text(&object, ours);
    let line = Line {
        id: field("id")?.map(Id::Text),
        text: field("text")?,
        html: field("html")?,
        title: field("title")?,
        url: field("url")?,
        outlet: field("outlet")?,
        published: field("published")?,
        kind: field("kind")?,
        language: None,
        claims: None,
        fingerprint: None,
    };
    if line.text.is_none() && line.html.is_none() {
        let ours = if fields.of("text") == "text" { "html" } else { "text" };
        let has = fields::names(object.keys().map(String::as_str));
        return Err(Reason::NoField { field: fields.of(ours).to_owned(), ours: ours.to_owned(), has });
    }
    article(line, raw, limits).map(Box::new).map(Item::Article)
}

#[derive(Deserialize)]
struct Line {
    id: Option<Id>,
    text: Option<String>,
    html: Option<String>,
    title: Option<String>,
    url: Option<String>,
    outlet: Option<String>,
    published: Option<String>,
    kind: Option<String>,
    language: Option<String>,
    claims: Option<IgnoredAny>,
    fingerprint: Option<IgnoredAny>,
}

/// Ids of other people's corpora are often numbers.
#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Text(String),
    Number(serde_json::Number),
}

fn article(line: Line, raw: &Raw, limits: &Limits) -> Result<Article, Reason> {
    let page = match (line.text, line.html) {
        (Some(text), _) => Article { text, ..Article::default() },
        (None, Some(html)) => web_page(&html, limits)?,
        (None, None) => return Err(Reason::NoText),
    };
    let kind = line.kind.as_deref().map(kind).transpose()?;
    let id = match line.id {
        Some(Id::Text(id)) => id,
        Some(Id::Number(id)) => id.to_string(),
        None => raw.source(),
    };
    Ok(Article {
        id,
        title: line.title.or(page.title),
        outlet: line.outlet.or(page.outlet),
        url: line.url.or(page.url),
        published: line.published.or(page.published),
        kind,
        source: raw.source(),
        language: line.language.or(page.language),
        text: page.text,
        ..Article::default()
    })
}

#[cfg(feature = "html")]
fn web_page(html: &str, limits: &Limits) -> Result<Article, Reason> {
    super::html::parse(html, limits)
}

#[cfg(not(feature = "html"))]
fn web_page(_: &str, _: &Limits) -> Result<Article, Reason> {
    Err(Reason::NoHtml)
}

fn kind(name: &str) -> Result<ArticleKind, Reason> {
    match name.trim().to_ascii_lowercase().replace([' ', '-'], "_").as_str() {
        "news" => Ok(ArticleKind::News),
        "press_release" => Ok(ArticleKind::PressRelease),
        "paper" => Ok(ArticleKind::Paper),
        "registry" => Ok(ArticleKind::Registry),
        _ => Err(Reason::UnknownKind(name.to_owned())),
    }
}

/// The parser sees one line, so that its "line 1" would mislead.
fn without_line(error: &serde_json::Error) -> String {
    error.to_string().replace(" at line 1 column ", " at column ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::{At, Fields, Format};

    fn read(line: &str) -> Result<Item, Reason> {
        let raw = Raw { path: "a.jsonl".into(), at: At::Line(7), format: Format::Jsonl, bytes: line.into() };
        parse(&raw, &Limits::default())
    }

    fn read_article(line: &str) -> Article {
        match read(line) {
            Ok(Item::Article(article)) => *article,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_key_is_read_and_others_are_ignored() {
        let article = read_article(
            r#"{"id": "x", "text": "5 %", "title": "T", "url": "u", "outlet": "O", "published": "2024-01-02",
                "kind": "press_release", "entities": [1]}"#,
        );
        assert_eq!(article.kind, Some(ArticleKind::PressRelease));
        assert_eq!(article.source, "a.jsonl:7");
        assert_eq!((article.id.as_str(), article.text.as_str()), ("x", "5 %"));
        assert_eq!(article.outlet.as_deref(), Some("O"));
    }

    #[test]
    fn ids_may_be_numbers_or_missing() {
        assert_eq!(read_article(r#"{"id": 12, "text": "a"}"#).id, "12");
        assert_eq!(read_article(r#"{"id": null, "text": "a"}"#).id, "a.jsonl:7");
    }

    #[test]
    fn what_is_wrong_is_named() {
        let cases = [
            ("{\"text\": ", "is not valid JSON (EOF while parsing a value at column 9)"),
            ("[1, 2]", "is not valid JSON (invalid type"),
            (r#"{"text": 5}"#, "is not valid JSON (invalid type: integer `5`, expected a string at column 10)"),
            (r#"{"id": "a"}"#, "has neither \"text\" nor \"html\""),
            (r#"{"text": "a", "kind": "blog"}"#, "has the kind \"blog\""),
            (r#"{"claims": 5, "fingerprint": {}}"#, "is no record of this version"),
        ];
        for (line, message) in cases {
            let reason = read(line).unwrap_err().to_string();
            assert!(reason.starts_with(message), "{reason}");
        }
    }

    #[test]
    fn other_names_of_fields_are_mapped() {
        let fields = Fields::new([("text", "body"), ("id", "meta.nr")]).unwrap();
        let limits = Limits { fields, ..Limits::default() };
        let line = |line: &str| {
            parse(&Raw { path: "a.jsonl".into(), at: At::Line(7), format: Format::Jsonl, bytes: line.into() }, &limits)
        };
        let read = line(r#"{"meta": {"nr": 5}, "body": ["30 adults.", "40 adults."], "title": "T", "claims": 1}"#);
        let Ok(Item::Article(article)) = read else { panic!("{read:?}") };
        assert_eq!((article.id.as_str(), article.text.as_str()), ("5", "30 adults.\n\n40 adults."));
        assert_eq!(article.title.as_deref(), Some("T"));
        let missing = line(r#"{"text_": "a", "Body": "b"}"#).unwrap_err().to_string();
        assert_eq!(missing, "has no field \"body\" (--map text=body); it has Body, text_");
    }

    #[test]
    fn records_are_read_back() {
        let record = Record { id: "a".into(), source: "a.txt".into(), ..Record::default() };
        let line = serde_json::to_string(&record).unwrap();
        assert_eq!(read(&line), Ok(Item::Record(Box::new(record))));
    }
}
