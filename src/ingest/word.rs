//! A Word file in, its paragraphs and properties out: tables as lines, deleted and moved-away words left out.

use std::io::{BufRead, BufReader, Cursor};

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::measured::Measured;
use super::{Limits, Raw, Reason};
use crate::model::Article;

/// Markup takes up more room than the words in it; what unpacks to more is no letter.
const BYTES_PER_ARTICLE_BYTE: u64 = 8;

/// The properties are a few lines.
const PROPERTIES_BYTES: u64 = 1 << 20;

/// Reads a file; its title is that of its title paragraph, else of its properties, else its first line.
pub(super) fn parse(raw: &Raw, limits: &Limits) -> Result<Article, Reason> {
    let mut archive = ZipArchive::new(Cursor::new(&raw.bytes[..])).map_err(|_| Reason::NotText(DAMAGED))?;
    let most = limits.article_bytes as u64 * BYTES_PER_ARTICLE_BYTE;
    let document = archive.by_name("word/document.xml").map_err(|_| Reason::NotText(OTHER))?;
    let mut body = Body::default();
    let packed = raw.bytes.len();
    let document = Measured::new(BufReader::new(document), most, packed, limits);
    read(document, |event| body.take(&event, limits.article_bytes))?;
    let properties = match archive.by_name("docProps/core.xml") {
        Ok(part) => Properties::read(Measured::new(BufReader::new(part), PROPERTIES_BYTES, packed, limits)),
        Err(_) => Properties::default(),
    };
    let first = body.text.lines().find(|line| line.chars().nth(TITLE_CHARACTERS).is_none()).map(str::to_owned);
    Ok(Article {
        id: raw.source(),
        title: body.title.or(properties.title).or(first),
        published: properties.date,
        source: raw.source(),
        text: body.text,
        ..Article::default()
    })
}

const DAMAGED: &str = "a zip archive that is damaged; fetch it again";
const OTHER: &str = "a zip archive or an office document other than Word's; save it as text or HTML";

/// Longest first line that is taken for a title, in characters.
const TITLE_CHARACTERS: usize = 250;

/// Hands every event over; one that cannot be read ends the file with an error.
fn read(from: Measured<impl BufRead>, mut take: impl FnMut(Event<'_>) -> Result<(), Reason>) -> Result<(), Reason> {
    let mut reader = Reader::from_reader(from);
    reader.config_mut().allow_dangling_amp = true;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Eof) => return Ok(()),
            Ok(event) => take(event)?,
            Err(error) => return Err(reason(&error)),
        }
        reader.get_mut().next_piece();
    }
}

/// The reason for which the reader ended, else what is wrong with the XML.
fn reason(error: &quick_xml::Error) -> Reason {
    let told = match error {
        quick_xml::Error::Io(error) => error.get_ref().and_then(|inner| inner.downcast_ref::<Reason>()),
        _ => None,
    };
    told.cloned().unwrap_or_else(|| Reason::InvalidXml(error.to_string()))
}

/// What of the main part was read so far.
#[derive(Default)]
struct Body {
    text: String,
    title: Option<String>,
    /// Words of the paragraph or table row that is open.
    line: String,
    /// Inside so many elements whose words are not printed.
    hidden: usize,
    /// Inside an element that holds words.
    in_words: bool,
    rows: usize,
    is_title: bool,
}

impl Body {
    fn take(&mut self, event: &Event<'_>, most: usize) -> Result<(), Reason> {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::Empty(tag) => {
                self.start(tag);
                self.end(tag.local_name().as_ref());
            }
            Event::End(tag) => self.end(tag.local_name().as_ref()),
            Event::Text(text) if self.shown() => self.line.push_str(&text.decode().unwrap_or_default()),
            Event::CData(text) if self.shown() => self.line.push_str(&text.decode().unwrap_or_default()),
            Event::GeneralRef(name) if self.shown() => match name.resolve_char_ref() {
                Ok(Some(letter)) => self.line.push(letter),
                _ => self
                    .line
                    .push_str(resolve_predefined_entity(&name.decode().unwrap_or_default()).unwrap_or_default()),
            },
            _ => {}
        }
        let found = self.text.len() + self.line.len();
        if found > most { Err(Reason::TooLarge { found, limit: most }) } else { Ok(()) }
    }

    fn shown(&self) -> bool {
        self.in_words && self.hidden == 0
    }

    fn start(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            // Words that a revision took away, and the second rendering of a drawing.
            b"del" | b"moveFrom" | b"Fallback" => self.hidden += 1,
            b"t" => self.in_words = true,
            b"tr" => self.rows += 1,
            b"pStyle" => self.is_title |= tag.attributes().flatten().any(|found| &found.value[..] == b"Title"),
            b"tab" | b"br" | b"cr" if self.hidden == 0 => self.line.push(' '),
            b"noBreakHyphen" if self.hidden == 0 => self.line.push('\u{2011}'),
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8]) {
        match name {
            b"del" | b"moveFrom" | b"Fallback" => self.hidden = self.hidden.saturating_sub(1),
            b"t" => self.in_words = false,
            b"p" if self.rows > 0 => self.line.push(' '),
            b"tc" => {
                self.line.truncate(self.line.trim_end().len());
                self.line.push('\t');
            }
            b"tr" => {
                self.rows = self.rows.saturating_sub(1);
                if self.rows == 0 {
                    self.flush();
                }
            }
            b"p" => self.flush(),
            _ => {}
        }
    }

    fn flush(&mut self) {
        let line = std::mem::take(&mut self.line);
        let is_title = std::mem::take(&mut self.is_title);
        let line = line.trim();
        if line.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        for (n, cell) in line.split('\t').enumerate() {
            self.text.push_str(if n == 0 { "" } else { "\t" });
            for (n, word) in cell.split_ascii_whitespace().enumerate() {
                self.text.push_str(if n == 0 { "" } else { " " });
                self.text.push_str(word);
            }
        }
        if is_title && self.title.is_none() {
            self.title = Some(self.text[start..].to_owned());
        }
    }
}

#[derive(Default)]
struct Properties {
    title: Option<String>,
    date: Option<String>,
}

impl Properties {
    /// The date is that of the last change: files begin as copies of older ones.
    fn read(from: Measured<impl BufRead>) -> Self {
        let (mut found, mut open, mut created) = (Self::default(), String::new(), None);
        let read = read(from, |event| {
            match event {
                Event::Start(tag) => open = String::from_utf8_lossy(tag.local_name().as_ref()).into_owned(),
                Event::End(_) => open.clear(),
                Event::Text(text) => {
                    let text = text.decode().unwrap_or_default().trim().to_owned();
                    match open.as_str() {
                        "title" if !text.is_empty() => found.title.get_or_insert_default().push_str(&text),
                        "modified" => found.date = day(&text),
                        "created" => created = day(&text),
                        _ => {}
                    }
                }
                _ => {}
            }
            Ok(())
        });
        found.date = found.date.or(created);
        if read.is_ok() { found } else { Self::default() }
    }
}

/// "2024-03-05T10:00:00Z" without its time.
fn day(stamp: &str) -> Option<String> {
    let day = stamp.get(..10)?;
    day.bytes()
        .enumerate()
        .all(|(at, b)| if at == 4 || at == 7 { b == b'-' } else { b.is_ascii_digit() })
        .then(|| day.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::{At, Format};
    use std::io::Write;
    use zip::write::{SimpleFileOptions, ZipWriter};

    fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            archive.start_file(*name, SimpleFileOptions::default()).unwrap();
            archive.write_all(content.as_bytes()).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    fn parsed(bytes: Vec<u8>, limits: &Limits) -> Result<Article, Reason> {
        parse(&Raw { path: "a.docx".into(), at: At::Whole, format: Format::Word, bytes }, limits)
    }

    fn text(body: &str) -> String {
        let document = format!("<w:document xmlns:w='w'><w:body>{body}</w:body></w:document>");
        parsed(zipped(&[("word/document.xml", &document)]), &Limits::default()).unwrap().text
    }

    #[test]
    fn paragraphs_tables_and_revisions() {
        for (body, expected) in [
            (
                "<w:p><w:r><w:t>Thirty </w:t></w:r><w:r><w:t>adults &amp; more</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>Two</w:t></w:r></w:p>",
                "Thirty adults & more\n\nTwo",
            ),
            (
                "<w:p><w:del><w:r><w:delText>40</w:delText></w:r></w:del><w:ins><w:r><w:t>30</w:t></w:r></w:ins><w:r><w:t> adults</w:t></w:r></w:p>",
                "30 adults",
            ),
            ("<w:p><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:r><w:t>here</w:t></w:r></w:p>", "here"),
            (
                "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Arm</w:t></w:r></w:p><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>54%</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
                "Arm A\t54%",
            ),
            (
                "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>IL</w:t><w:noBreakHyphen/><w:t>6</w:t></w:r></w:p>",
                "a b IL\u{2011}6",
            ),
            ("<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>x</w:t></w:r></w:p>", "x"),
        ] {
            assert_eq!(text(body), expected, "{body}");
        }
    }

    #[test]
    fn properties_are_read() {
        let document = "<d><p><r><t>Drug lifts mood</t></r></p><p><r><t>Text.</t></r></p></d>";
        let core = "<cp><dc:title>A release</dc:title><dcterms:created>2020-01-01T00:00:00Z</dcterms:created>\
            <dcterms:modified>2024-03-05T10:00:00Z</dcterms:modified></cp>";
        let read = |parts: &[(&str, &str)]| parsed(zipped(parts), &Limits::default()).unwrap();
        let article = read(&[("word/document.xml", document), ("docProps/core.xml", core)]);
        assert_eq!((article.title.as_deref(), article.published.as_deref()), (Some("A release"), Some("2024-03-05")));
        assert_eq!(read(&[("word/document.xml", document)]).title.as_deref(), Some("Drug lifts mood"));
        let styled = "<d><p><pPr><pStyle val='Title'/></pPr><r><t>The title</t></r></p></d>";
        assert_eq!(
            read(&[("word/document.xml", styled), ("docProps/core.xml", core)]).title.as_deref(),
            Some("The title")
        );
    }

    #[test]
    fn other_archives_and_bombs_are_refused() {
        let limits = Limits { article_bytes: 1000, ..Limits::default() };
        assert_eq!(parsed(zipped(&[("xl/workbook.xml", "<x/>")]), &limits), Err(Reason::NotText(OTHER)));
        assert_eq!(parsed(b"PK\x03\x04cut".to_vec(), &limits), Err(Reason::NotText(DAMAGED)));
        let words = format!("<d><p><r><t>{}</t></r></p></d>", "a".repeat(2_000));
        let note = format!("<d><!--{}-->", "<".repeat(20_000));
        for bomb in [words, note, "<d>&amp;".repeat(999_999), "<p/>".repeat(999_999)] {
            let found = parsed(zipped(&[("word/document.xml", &bomb)]), &limits);
            assert!(matches!(found, Err(Reason::TooLarge { limit: 1000, .. } | Reason::Bomb { .. })), "{found:?}");
        }
        assert!(matches!(parsed(zipped(&[("word/document.xml", "<d><p></d>")]), &limits), Err(Reason::InvalidXml(_))));
    }
}
