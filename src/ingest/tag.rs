//! A page and the place of a `<` in, the tag there out, read the way HTML reads it.

/// A start or end tag.
pub(super) struct Tag<'p> {
    pub(super) name: &'p str,
    /// From `<` on, without the closing `>` and without attributes over the limit.
    pub(super) kept: &'p str,
    /// Behind the `>`.
    pub(super) end: usize,
}

impl<'p> Tag<'p> {
    /// Reads the tag at `at` the way HTML does; `None` where the page ends within it.
    pub(super) fn scan(page: &'p str, at: usize, attributes: usize) -> Option<Self> {
        let bytes = page.as_bytes();
        let name_start = at + 1 + usize::from(bytes.get(at + 1) == Some(&b'/'));
        let name_end = find(bytes, name_start, |b| is_space(b) || b == b'/' || b == b'>')?;
        let name = page.get(name_start..name_end)?;
        let mut next = name_end;
        let mut kept_end = None;
        for count in 0.. {
            next = find(bytes, next, |b| !is_space(b) && b != b'/')?;
            if count == attributes && kept_end.is_none() {
                kept_end = Some(next);
            }
            if bytes[next] == b'>' {
                let kept = page.get(at..kept_end.unwrap_or(next))?;
                return Some(Self { name, kept, end: next + 1 });
            }
            next = attribute_end(bytes, next)?;
        }
        None
    }
}

/// Behind the attribute, value included, that begins at `at`.
fn attribute_end(bytes: &[u8], at: usize) -> Option<usize> {
    let name_end = find(bytes, at + 1, |b| is_space(b) || b == b'/' || b == b'>' || b == b'=')?;
    let equals = find(bytes, name_end, |b| !is_space(b))?;
    if bytes[equals] != b'=' {
        return Some(equals);
    }
    let value = find(bytes, equals + 1, |b| !is_space(b))?;
    match bytes[value] {
        quote @ (b'"' | b'\'') => find(bytes, value + 1, |b| b == quote).map(|end| end + 1),
        b'>' => Some(value),
        _ => find(bytes, value, |b| is_space(b) || b == b'>'),
    }
}

fn find(bytes: &[u8], from: usize, wanted: impl Fn(u8) -> bool) -> Option<usize> {
    bytes.get(from..)?.iter().position(|&b| wanted(b)).map(|found| from + found)
}

fn is_space(b: u8) -> bool {
    b" \t\r\n\x0c".contains(&b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_end_where_html_ends_them() {
        let cases = [
            ("<p>x", Some(("p", "<p", 3))),
            ("<A href='>' b=\">\" c>x", Some(("A", "<A href='>' b=\">\" c", 20))),
            ("</div >x", Some(("div", "</div ", 7))),
            ("<br/>x", Some(("br", "<br/", 5))),
            ("<a b=c\"d>x", Some(("a", "<a b=c\"d", 9))),
            ("<a = b=>x", Some(("a", "<a = b=", 8))),
            ("<a é='ü'>", Some(("a", "<a é='ü'", 11))),
            ("<a b='>", None),
            ("<a", None),
        ];
        for (page, expected) in cases {
            let tag = Tag::scan(page, 0, 9);
            assert_eq!(tag.map(|tag| (tag.name, tag.kept, tag.end)), expected, "{page}");
        }
    }
}
