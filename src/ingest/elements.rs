//! The element names by which HTML decides what an end tag closes (HTML 13.2.4.2), each list sorted.

/// Elements that never have content.
pub(super) const VOID: &[&str] = &[
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link",
    "meta", "param", "source", "track", "wbr",
];

/// Elements that a parser opens again in every later block until they are closed.
pub(super) const FORMATTING: &[&str] =
    &["b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// End tags do not reach past these (HTML 13.2.4.2, "has an element in scope"), nor out of those whose content a parser
/// may take as text.
pub(super) const BOUNDARY: &[&str] = &[
    "applet", "button", "caption", "iframe", "marquee", "noembed", "noframes", "noscript", "object", "select", "table",
    "td", "template", "textarea", "th", "title", "xmp",
];

/// Elements that only an end tag of another such element closes (HTML 13.2.4.2, "special").
pub(super) const SPECIAL: &[&str] = &[
    "address",
    "applet",
    "article",
    "aside",
    "blockquote",
    "body",
    "button",
    "caption",
    "center",
    "colgroup",
    "dd",
    "details",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "html",
    "iframe",
    "li",
    "listing",
    "main",
    "marquee",
    "menu",
    "nav",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "ol",
    "p",
    "plaintext",
    "pre",
    "search",
    "section",
    "select",
    "summary",
    "table",
    "tbody",
    "td",
    "template",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
    "xmp",
];

/// Parts of tables: their end tags close open cells.
pub(super) const TABLE_PARTS: &[&str] = &["table", "tbody", "tfoot", "thead", "tr"];

/// Whether a sorted list has the name.
pub(super) fn among(list: &[&str], name: &str) -> bool {
    list.binary_search(&name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        for list in [VOID, FORMATTING, BOUNDARY, SPECIAL, TABLE_PARTS] {
            assert!(list.is_sorted());
        }
    }
}
