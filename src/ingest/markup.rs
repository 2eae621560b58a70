//! A web page in, the same page without what could exhaust a parser out: one linear pass.
//!
//! Deep nesting overflows the stack of a recursive parser, which ends the process. So elements are counted here the way
//! HTML closes them, and where a page is sloppy the count errs upwards. Everything that the count does not follow
//! (comments, scripts, drawings) is left out, so that the parser sees nothing which was not counted.

use super::Limits;
use super::elements::{BOUNDARY, FORMATTING, SPECIAL, TABLE_PARTS, VOID, among};
use super::tag::Tag;

/// Bounds nesting, attributes and tags. Text is kept; so are scripts of linked data, where pages put their metadata.
pub(super) fn tame(page: &str, limits: &Limits) -> String {
    let mut pass = Pass {
        page,
        at: 0,
        out: String::with_capacity(page.len()),
        open: Vec::new(),
        tags: 0,
        format: 0,
        open_drawing: false,
    };
    // Without a document type a parser falls back to older rules, which nest deeper.
    pass.out.push_str("<!DOCTYPE html>");
    while pass.step(limits).is_some() {}
    pass.out
}

/// Formatting elements left open before further ones are dropped.
const FORMATTING_OPEN: usize = 64;

/// How far up an end tag looks for its element.
const REACH: usize = 256;

struct Pass<'p> {
    page: &'p str,
    at: usize,
    out: String,
    /// Names of open elements in lower case, outermost first.
    open: Vec<String>,
    tags: usize,
    /// Formatting elements that are open.
    format: usize,
    /// There is no end tag of a drawing ahead.
    open_drawing: bool,
}

impl<'p> Pass<'p> {
    /// Copies text up to the next tag and deals with the tag; `None` at the end.
    fn step(&mut self, limits: &Limits) -> Option<()> {
        let rest = &self.page[self.at..];
        let Some(tag) = memchr::memchr(b'<', rest.as_bytes()) else {
            self.out.push_str(rest);
            return None;
        };
        self.out.push_str(&rest[..tag]);
        self.at += tag;
        match &rest.as_bytes()[tag + 1..] {
            [b'!', b'-', b'-', ..] => self.skip_comment(),
            [b'/', letter, ..] if letter.is_ascii_alphabetic() => self.end_tag(limits),
            [b'!' | b'?' | b'/', ..] => self.skip_past(">", 2),
            [letter, ..] if letter.is_ascii_alphabetic() => self.start_tag(limits),
            _ => {
                // Escaped, so that no tag forms when what follows is dropped.
                self.out.push_str("&lt;");
                self.at += 1;
                Some(())
            }
        }
    }

    fn skip_comment(&mut self) -> Option<()> {
        let rest = &self.page[self.at..];
        match ["<!-->", "<!--->"].iter().find(|empty| rest.starts_with(**empty)) {
            Some(empty) => self.skip(empty.len()),
            None => self.skip_past("-->", "<!--".len()),
        }
    }

    /// Goes on behind the next `mark`; without one the rest of the page is dropped, as parsers do.
    fn skip_past(&mut self, mark: &str, from: usize) -> Option<()> {
        let found = self.page.get(self.at + from..)?.find(mark)?;
        self.skip(from + found + mark.len())
    }

    fn skip(&mut self, bytes: usize) -> Option<()> {
        self.at += bytes;
        Some(())
    }

    fn start_tag(&mut self, limits: &Limits) -> Option<()> {
        let tag = Tag::scan(self.page, self.at, limits.tag_attributes)?;
        let name = tag.name.to_ascii_lowercase();
        self.at = tag.end;
        self.tags += 1;
        match name.as_str() {
            "script" => return self.script(&tag),
            "style" => return self.drop_element("style").map(drop),
            "svg" => return self.drawing(&tag),
            "math" | "plaintext" => return Some(()),
            _ => {}
        }
        if self.open.last().is_some_and(|last| *last == name && matches!(name.as_str(), "p" | "li" | "option")) {
            self.open.pop();
        }
        let formatting = among(FORMATTING, &name);
        let fits = self.open.len() < limits.page_depth && self.tags <= limits.page_tags;
        if fits && !(formatting && self.format >= FORMATTING_OPEN) {
            self.out.push_str(tag.kept);
            self.out.push('>');
            self.format += usize::from(formatting);
        }
        if !among(VOID, &name) && self.tags <= limits.page_tags {
            self.open.push(name);
        }
        Some(())
    }

    fn end_tag(&mut self, limits: &Limits) -> Option<()> {
        let tag = Tag::scan(self.page, self.at, 0)?;
        let name = tag.name.to_ascii_lowercase();
        self.at = tag.end;
        // Parsers take content after these as if they had not been there.
        if matches!(name.as_str(), "body" | "html" | "math" | "svg") {
            return Some(());
        }
        let found = self.opened(&name);
        if found.is_none_or(|at| at < limits.page_depth) && self.tags <= limits.page_tags {
            let ends_sentence = self.out.ends_with(['.', '?', '!', '”']);
            self.out.push_str("</");
            self.out.push_str(&name);
            self.out.push('>');
            // Some pages set paragraphs as spans, which only their style parts.
            let rest = &self.page[self.at..];
            if ends_sentence && name == "span" && rest.starts_with("<span") {
                self.out.push(' ');
            }
            // Extractors pass over words that stand behind a heading without an element of their own.
            if is_heading(&name) && rest.trim_start().starts_with(|c: char| c != '<') {
                self.out.push_str("<p>");
            }
        }
        if let Some(at) = found {
            self.open.truncate(at);
            self.format -= usize::from(self.format > 0 && among(FORMATTING, &name));
        }
        Some(())
    }

    /// The open element that an end tag closes, or `None` where a parser might keep it open.
    fn opened(&self, name: &str) -> Option<usize> {
        let stops = |other: &str| match name {
            "form" => true,
            "li" => among(BOUNDARY, other) || matches!(other, "ol" | "ul"),
            _ if among(TABLE_PARTS, name) => among(BOUNDARY, other) && !matches!(other, "caption" | "td" | "th"),
            _ if among(SPECIAL, name) => among(BOUNDARY, other),
            _ => among(SPECIAL, other),
        };
        for (at, other) in self.open.iter().enumerate().rev().take(REACH) {
            if other == name {
                return Some(at);
            }
            if stops(other) {
                return None;
            }
        }
        None
    }

    /// Linked data is kept with every `<` escaped the way JSON has it; other scripts are dropped.
    fn script(&mut self, tag: &Tag<'p>) -> Option<()> {
        let from = self.at;
        let content = self.drop_element("script")?;
        if tag.kept.to_ascii_lowercase().contains("ld+json") {
            self.out.push_str(tag.kept);
            self.out.push('>');
            self.out.push_str(&self.page[from..from + content].replace('<', "\\u003c"));
            self.out.push_str("</script>");
        }
        Some(())
    }

    /// Drawings follow other rules of parsing; one without an end loses its start tag only.
    fn drawing(&mut self, tag: &Tag<'p>) -> Option<()> {
        if !tag.kept.ends_with('/') && !self.open_drawing {
            self.open_drawing = self.drop_element("svg").is_none();
        }
        Some(())
    }

    /// Goes on behind the end tag of an element whose start tag was just passed, and tells how long its content was.
    fn drop_element(&mut self, name: &str) -> Option<usize> {
        let rest = &self.page.as_bytes()[self.at..];
        let is_end = |&at: &usize| {
            let after = &rest[at + 1..];
            after.first() == Some(&b'/')
                && after.get(1..=name.len()).is_some_and(|word| word.eq_ignore_ascii_case(name.as_bytes()))
                && after.get(1 + name.len()).is_none_or(|b| b" \t\r\n\x0c/>".contains(b))
        };
        let content = memchr::memchr_iter(b'<', rest).find(is_end)?;
        self.at += content;
        self.at = Tag::scan(self.page, self.at, 0)?.end;
        Some(content)
    }
}

fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tamed(page: &str) -> String {
        let limits = Limits { page_depth: 4, tag_attributes: 2, page_tags: 12, ..Limits::default() };
        tame(page, &limits).strip_prefix("<!DOCTYPE html>").unwrap().to_owned()
    }

    #[test]
    fn an_ordinary_page_stays_as_it_is() {
        for page in [
            "<html><body><p class=a id='b>c'>30 <b>people</b><br>&amp; more</p></body>",
            "<p>one<p>two<p>three<p>four<p>five<p>six",
            "<ul><li>1<li>2<li>3</ul><div>naïve</div>",
            "no tags",
        ] {
            assert_eq!(tamed(page), page.replace("</body>", "").replace("</html>", ""));
        }
    }

    #[test]
    fn what_is_not_counted_is_left_out() {
        let cases = [
            ("a<!-- <p> -->b<!---->c<!-->d", "abcd"),
            ("a<script>x='<div>'</script >b<style>p{}</STYLE>c", "abc"),
            ("a<svg><title>no</title></svg>b<svg/>c<svg>d", "abcd"),
            ("1 < 2 <<i>", "1 &lt; 2 &lt;<i>"),
            ("<span>It is.</span><span>So</span><span>5</span>", "<span>It is.</span> <span>So</span><span>5</span>"),
            (
                "<script type='application/ld+json'>{\"a\": \"<b>\"}</script>",
                "<script type='application/ld+json'>{\"a\": \"\\u003cb>\"}</script>",
            ),
            ("<h1>Title</h1> One<br>Two<h2>Three</h2><p>4", "<h1>Title</h1><p> One<br>Two<h2>Three</h2><p>4"),
            ("a<script>never ends", "a"),
            ("a<p title='never ends", "a"),
            ("a<", "a&lt;"),
            ("a</", "a"),
        ];
        for (page, expected) in cases {
            assert_eq!(tamed(page), expected, "{page}");
        }
    }

    #[test]
    fn depth_attributes_and_tags_are_bounded() {
        assert_eq!(tamed("<p a b='1' c d>x"), "<p a b='1' >x");
        assert_eq!(tamed("<i><i><i><i><i><i>x</i></i></i></i></i></i>y"), "<i><i><i><i>x</i></i></i></i>y");
        assert_eq!(tamed(&"<br>x".repeat(14)), format!("{}xx", "<br>x".repeat(12)));
    }

    /// End tags that parsers ignore must not lower the count.
    #[test]
    fn sloppy_closing_does_not_hide_depth() {
        for unit in [
            "<div><table></div>",
            "<span><div></span>",
            "<form><div></form>",
            "<body><div></body>",
            "<div><textarea></div></textarea>",
            "<li><ul></li>",
        ] {
            let opened =
                tamed(&unit.repeat(3)).matches("<div>").count() + tamed(&unit.repeat(3)).matches("<ul>").count();
            assert!(opened <= 3, "{unit}: {}", tamed(&unit.repeat(3)));
        }
    }

    proptest::proptest! {
        /// Nothing that was dropped leaves behind what makes new tags of its neighbours.
        #[test]
        fn taming_twice_changes_nothing(page in "(<|>|/|!|-|[a-c]|div|p|script|svg|style|=|'|\"| |é|\\PC){0,60}") {
            let once = tame(&page, &Limits::default());
            proptest::prop_assert_eq!(tame(&once, &Limits::default()), once);
        }
    }
}
