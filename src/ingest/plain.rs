//! A plain text file in, an article out: its first line with words is the title.

use super::{Raw, Reason, charset};
use crate::model::Article;

/// Longest first line that is taken for a title, in characters; a longer one is a paragraph.
const TITLE_CHARACTERS: usize = 250;

/// Reads a text file; the text is kept as it is, title included.
pub(super) fn parse(raw: &Raw) -> Result<Article, Reason> {
    let text = charset::decode_plain(&raw.bytes)?;
    let title = text.lines().map(str::trim).find(|line| !line.is_empty());
    let title = title.filter(|line| line.chars().nth(TITLE_CHARACTERS).is_none()).map(str::to_owned);
    Ok(Article { id: raw.path.to_string(), title, source: raw.source(), text, ..Article::default() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::{At, Format};

    fn title(text: &str) -> Option<String> {
        let raw = Raw { path: "a.txt".into(), at: At::Whole, format: Format::Plain, bytes: text.into() };
        let article = parse(&raw).unwrap();
        assert_eq!((article.id.as_str(), article.text.as_str()), ("a.txt", text));
        article.title
    }

    #[test]
    fn the_first_line_is_the_title() {
        assert_eq!(title("\n  A drug helps \r\n\nThirty people took it.").as_deref(), Some("A drug helps"));
        assert_eq!(title(&"word ".repeat(60)), None);
        assert_eq!(title(""), None);
    }
}
