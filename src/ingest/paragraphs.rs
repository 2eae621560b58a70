//! Clean markup of a main text in, its paragraphs as plain text out.

/// Elements that begin and end a paragraph.
const BLOCKS: &[&str] = &[
    "article",
    "blockquote",
    "body",
    "dd",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tr",
    "ul",
];

/// Sets paragraphs apart by an empty line, line breaks by a line feed and table cells by a tab. The markup is that of a
/// serialiser: well-formed, with `&`, `<`, `>`, quotes and no-break spaces escaped.
pub(super) fn paragraphs(markup: &str) -> String {
    let mut text = Text::default();
    let mut rest = markup;
    while let Some((before, after)) = rest.split_once('<') {
        text.words(before);
        let Some((tag, after)) = after.split_once('>') else { return text.out };
        text.tag(tag);
        rest = after;
    }
    text.words(rest);
    text.out
}

#[derive(Default)]
struct Text {
    out: String,
    /// What parts the words written from those to come; the widest asked for wins.
    gap: Gap,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    Cell,
    Line,
    Paragraph,
}

impl Text {
    fn tag(&mut self, tag: &str) {
        let name = tag.trim_start_matches('/').split([' ', '/', '\n', '\t']).next().unwrap_or_default();
        let gap = match name {
            "br" => Gap::Line,
            "td" | "th" => Gap::Cell,
            _ if BLOCKS.binary_search(&name).is_ok() => Gap::Paragraph,
            _ => Gap::None,
        };
        self.gap = self.gap.max(gap);
    }

    /// Runs of white space are one space, as a browser shows them.
    fn words(&mut self, escaped: &str) {
        let is_space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}');
        for (n, word) in escaped.split(is_space).enumerate() {
            if n > 0 {
                self.gap = self.gap.max(Gap::Space);
            }
            if word.is_empty() {
                continue;
            }
            if !self.out.is_empty() {
                self.out.push_str(match self.gap {
                    Gap::None => "",
                    Gap::Space => " ",
                    Gap::Cell => "\t",
                    Gap::Line => "\n",
                    Gap::Paragraph => "\n\n",
                });
            }
            self.gap = Gap::None;
            unescape(word, &mut self.out);
        }
    }
}

fn unescape(word: &str, out: &mut String) {
    const ESCAPES: [(&str, char); 6] =
        [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&#39;", '\''), ("&nbsp;", '\u{a0}')];
    let mut rest = word;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (escape, plain) = ESCAPES.into_iter().find(|(escape, _)| rest.starts_with(escape)).unwrap_or(("&", '&'));
        out.push(plain);
        rest = &rest[escape.len()..];
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_become_paragraphs() {
        let cases = [
            (
                "<div><h1>Title</h1><p>One <b>bold</b>\n word.</p><p>Two<br/>lines</p></div>",
                "Title\n\nOne bold word.\n\nTwo\nlines",
            ),
            ("<ul><li>a</li><li>b <a href=\"x\">c</a>.</li></ul>", "a\n\nb c."),
            ("<table><tr><td>30</td><td>5&nbsp;%</td></tr><tr><td>x</td></tr></table>", "30\t5\u{a0}%\n\nx"),
            ("p &lt; 0.05 &amp;amp; &quot;so&quot; &c", "p < 0.05 &amp; \"so\" &c"),
            ("cut <p", "cut"),
            ("", ""),
        ];
        for (markup, expected) in cases {
            assert_eq!(paragraphs(markup), expected);
        }
        assert!(BLOCKS.is_sorted());
    }
}
