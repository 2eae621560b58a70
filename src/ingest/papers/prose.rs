//! An element of a paper in, its paragraphs as plain text out: no tables, figures, formulas or citation marks.

use super::xml::{Element, Node};

/// Elements that begin and end a paragraph.
const BLOCKS: &[&str] = &[
    "AbstractText",
    "ack",
    "body",
    "boxed-text",
    "def-item",
    "disp-quote",
    "fn",
    "list",
    "list-item",
    "notes",
    "p",
    "sec",
    "sub-article",
    "title",
];

/// Elements that hold no prose of the paper itself.
const NOISE: &[&str] = &[
    "alternatives",
    "app-group",
    "bio",
    "chem-struct-wrap",
    "disp-formula",
    "fig",
    "fig-group",
    "fn-group",
    "glossary",
    "graphic",
    "inline-graphic",
    "label",
    "math",
    "media",
    "object-id",
    "permissions",
    "preformat",
    "ref-list",
    "sec-meta",
    "supplementary-material",
    "table-wrap",
    "table-wrap-group",
    "tex-math",
];

/// Elements whose ends part words though nothing is printed between them.
const BREAKS: &[&str] = &["break", "td", "th", "tr"];

/// The words of one element as a single line.
pub(super) fn words(element: &Element) -> String {
    paragraphs(element).join(" ")
}

/// The paragraphs of an element in order; headings stand alone.
pub(super) fn paragraphs(element: &Element) -> Vec<String> {
    let mut prose = Prose::default();
    prose.element(element);
    prose.flush();
    prose.done
}

#[derive(Default)]
struct Prose {
    done: Vec<String>,
    line: String,
}

impl Prose {
    fn element(&mut self, element: &Element) {
        for node in &element.content {
            match node {
                Node::Text(text) => self.line.push_str(text),
                Node::Element(inner) => self.inner(inner),
            }
        }
    }

    fn inner(&mut self, element: &Element) {
        let name = element.name.as_str();
        if NOISE.contains(&name) {
            return;
        }
        if is_citation(element) {
            self.line.truncate(self.line.trim_end().len());
            return;
        }
        if BLOCKS.contains(&name) {
            self.flush();
            self.element(element);
            self.flush();
        } else if name == "sup" {
            let words = words(element);
            self.line.extend(words.chars().map(raised));
        } else {
            self.element(element);
            if BREAKS.contains(&name) {
                self.line.push(' ');
            }
        }
    }

    fn flush(&mut self) {
        let line = without_empty_brackets(&std::mem::take(&mut self.line));
        let line = line.split(char::is_whitespace).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        if !line.is_empty() {
            self.done.push(line);
        }
    }
}

/// A mark that leads to the list of references, alone or raised together with others.
fn is_citation(element: &Element) -> bool {
    let reference = |element: &Element| element.name == "xref" && element.attribute("ref-type") == Some("bibr");
    let cites = |element: &Element| {
        let mut words = element
            .content
            .iter()
            .filter(|node| matches!(node, Node::Text(text) if text.contains(char::is_alphanumeric)));
        element.elements().any(reference) && words.next().is_none()
    };
    reference(element) && !names_its_authors(element) || element.name == "sup" && cites(element)
}

/// "Smith et al. (2019)" is part of the sentence, "12" and "12–14" are not.
fn names_its_authors(element: &Element) -> bool {
    element.content.iter().any(|node| matches!(node, Node::Text(text) if text.contains(char::is_alphabetic)))
}

/// Exponents stay apart from their base: 10⁹, m².
fn raised(letter: char) -> char {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    match letter {
        '-' | '−' | '–' => '⁻',
        _ => letter.to_digit(10).map_or(letter, |digit| DIGITS[digit as usize]),
    }
}

/// Citation marks leave "[–]" and "(, )" behind.
fn without_empty_brackets(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(open) = rest.find(['[', '(']) {
        let inside = &rest[open + 1..];
        let end =
            inside.find(|c: char| !(c.is_whitespace() || matches!(c, ',' | ';' | '–' | '-'))).unwrap_or(inside.len());
        let empty = inside[end..].starts_with([']', ')']);
        out.push_str(if empty { rest[..open].trim_end() } else { &rest[..=open] });
        rest = if empty { &inside[end + 1..] } else { inside };
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::super::xml::read;
    use super::*;
    use crate::ingest::Limits;

    fn prose(xml: &str) -> Vec<String> {
        paragraphs(&read(&format!("<body>{xml}</body>"), &Limits::default()).unwrap())
    }

    #[test]
    fn paragraphs_are_kept_and_noise_is_not() {
        let cases: &[(&str, &[&str])] = &[
            (
                "<sec><label>2</label><title>Methods</title><p>We\n enrolled <b>30</b> adults.</p></sec>",
                &["Methods", "We enrolled 30 adults."],
            ),
            (
                "<p>Before<table-wrap><caption><p>Table 1</p></caption></table-wrap></p><p>After</p>",
                &["Before", "After"],
            ),
            (
                "<p>Steps:<list><list-item><p>one</p></list-item><list-item><p>two</p></list-item></list></p>",
                &["Steps:", "one", "two"],
            ),
            ("<fig><caption><p>Figure 1</p></caption></fig><p/>", &[]),
        ];
        for (xml, expected) in cases {
            assert_eq!(prose(xml), *expected, "{xml}");
        }
    }

    #[test]
    fn citations_go_and_exponents_stay() {
        let cases = [
            ("as shown <xref ref-type='bibr'>12</xref>.", "as shown."),
            ("as shown [<xref ref-type='bibr'>3</xref>, <xref ref-type='bibr'>4</xref>]. So", "as shown. So"),
            ("in 30 <sup><xref ref-type='bibr'>3</xref>,<xref ref-type='bibr'>4</xref></sup> people", "in 30 people"),
            (
                "<xref ref-type='bibr'>Doe et al.</xref> saw (<xref ref-type='table'>Table 2</xref>)",
                "Doe et al. saw (Table 2)",
            ),
            ("10<sup>9</sup> cells, kg/m<sup>2</sup>, s<sup>−1</sup>, CO<sub>2</sub>", "10⁹ cells, kg/m², s⁻¹, CO2"),
            ("(n = 30) [95% CI, 1–2] ( )", "(n = 30) [95% CI, 1–2]"),
        ];
        for (xml, expected) in cases {
            assert_eq!(prose(xml).join("|"), expected, "{xml}");
        }
    }

    #[test]
    fn lists_are_sorted() {
        assert!(NOISE.is_sorted() && BLOCKS.is_sorted() && BREAKS.is_sorted());
    }
}
