//! An article and a line in, the words that tell a reader where to look out.

use super::clean::one_line;
use crate::model::Record;

/// `release.txt:12`; for an article out of a JSONL file `all.jsonl:7, line 12 of the text`.
pub fn place(record: &Record, line: usize) -> String {
    let source = one_line(&record.source);
    match source.rsplit_once(':') {
        Some((_, end)) if !end.is_empty() && end.bytes().all(|b| b.is_ascii_digit()) => {
            format!("{source}, line {line} of the text")
        }
        _ => format!("{source}:{line}"),
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
        record.outlet = Some("Avonmere University".into());
        record.kind = Some(ArticleKind::PressRelease);
        assert_eq!(who(&record), "Avonmere University (press release)");
    }
}
