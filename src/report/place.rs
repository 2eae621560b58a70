//! An article and a line in, the words that tell a reader where to look out.

use super::clean::one_line;
use crate::model::Record;

/// `release.txt:12`; for an article out of a JSONL file `all.jsonl:7, line 12 of the text`, and for a page or paper,
/// whose text is not what its file holds, `page.html, line 12 of the text`.
pub fn place(record: &Record, line: usize) -> String {
    let source = one_line(&record.source);
    if is_plain(&source) { format!("{source}:{line}") } else { format!("{source}, line {line} of the text") }
}

/// Whether the article is all that its file holds, so that its lines are those of the file.
pub fn is_plain(source: &str) -> bool {
    let (file, line) = split(source);
    let name = file.rsplit('/').next().unwrap_or(file);
    let plain = |extension: &str| ["txt", "text", "md"].iter().any(|plain| extension.eq_ignore_ascii_case(plain));
    line.is_none() && name.rsplit_once('.').is_none_or(|(_, extension)| plain(extension))
}

/// The file, and the line in it that holds the article.
pub fn split(source: &str) -> (&str, Option<usize>) {
    match source.rsplit_once(':') {
        Some((file, line)) if !line.is_empty() && line.bytes().all(|b| b.is_ascii_digit()) => (file, line.parse().ok()),
        _ => (source, None),
    }
}

/// "The Courier (press release)"; the kind only where it is not plain news.
pub fn who(record: &Record) -> String {
    let label = one_line(record.label());
    match record.kind {
        Some(kind) if kind.is_source() => format!("{label} ({})", kind.label()),
        _ => label.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ArticleKind;

    #[test]
    fn places_are_told_by_file_and_line() {
        let mut record = Record { id: "a".into(), source: "b/c.txt".into(), ..Record::default() };
        assert_eq!(place(&record, 3), "b/c.txt:3");
        record.source = "all.jsonl:7".into();
        assert_eq!(place(&record, 3), "all.jsonl:7, line 3 of the text");
        assert_eq!(who(&record), "a");
        for (source, expected) in [
            ("page.html", "page.html, line 3 of the text"),
            ("paper.pdf", "paper.pdf, line 3 of the text"),
            ("b.c/Release", "b.c/Release:3"),
            ("-", "-:3"),
            ("A.TXT", "A.TXT:3"),
        ] {
            record.source = source.into();
            assert_eq!(place(&record, 3), expected);
        }
        record.outlet = Some("Avonmere University".into());
        record.kind = Some(ArticleKind::PressRelease);
        assert_eq!(who(&record), "Avonmere University (press release)");
    }
}
