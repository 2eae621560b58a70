//! One XML element as text in, the same as a tree of bounded depth and size out.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::super::{Limits, Reason};

/// An element with what stands in it. Names are without prefix.
#[derive(Debug, Default, PartialEq)]
pub(in super::super) struct Element {
    pub(in super::super) name: String,
    attributes: Vec<(String, String)>,
    pub(in super::super) content: Vec<Node>,
}

#[derive(Debug, PartialEq)]
pub(in super::super) enum Node {
    Text(String),
    Element(Element),
}

/// Reads the first element. Of elements nested deeper than `page_depth`, and of those behind the first `page_tags`, only
/// the text is kept, in the element around them.
pub(in super::super) fn read(xml: &str, limits: &Limits) -> Result<Element, Reason> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().allow_dangling_amp = true;
    let mut tree = Tree { open: Vec::new(), dropped: 0, elements: 0, limits };
    loop {
        let at = reader.buffer_position();
        let wrong = |error: quick_xml::Error| Reason::InvalidXml(format!("{error} at byte {at}"));
        let closed = match reader.read_event().map_err(wrong)? {
            Event::Start(tag) => tree.start(&tag),
            Event::Empty(tag) => {
                tree.start(&tag);
                tree.end()
            }
            Event::End(_) => tree.end(),
            Event::Text(text) => tree.text(&text.decode().unwrap_or_default()),
            Event::CData(text) => tree.text(&text.decode().unwrap_or_default()),
            Event::GeneralRef(name) => tree.text(&resolved(&name)),
            Event::Eof => return Err(Reason::InvalidXml("it ends within an element".into())),
            _ => None,
        };
        if let Some(root) = closed {
            return Ok(root);
        }
    }
}

/// The character that `&name;` stands for; an unknown name stays as it is.
fn resolved(name: &BytesRef<'_>) -> String {
    if let Ok(Some(letter)) = name.resolve_char_ref() {
        return letter.to_string();
    }
    let name = name.decode().unwrap_or_default();
    named(&name).map_or_else(|| format!("&{name};"), String::from)
}

const ENTITIES: &str = include_str!("../../../lexicons/language/entities.tsv");

fn named(name: &str) -> Option<char> {
    let rows = ENTITIES.lines().filter_map(|row| row.split_once('\t'));
    let code = rows.into_iter().find(|(known, _)| *known == name)?.1;
    char::from_u32(u32::from_str_radix(code, 16).ok()?)
}

struct Tree<'l> {
    /// From the root inwards.
    open: Vec<Element>,
    /// Elements that are open and were left out.
    dropped: usize,
    elements: usize,
    limits: &'l Limits,
}

impl Tree<'_> {
    fn start(&mut self, tag: &BytesStart<'_>) -> Option<Element> {
        self.elements += 1;
        if self.dropped > 0 || self.open.len() >= self.limits.page_depth || self.elements > self.limits.page_tags {
            self.dropped += 1;
            return None;
        }
        let mut found = tag.attributes();
        let known = found.with_checks(false).flatten().take(self.limits.tag_attributes).filter_map(|found| {
            let value = found.unescape_value().ok()?;
            Some((lossy(found.key.local_name().as_ref()), value.into_owned()))
        });
        let attributes = known.collect();
        self.open.push(Element { name: lossy(tag.local_name().as_ref()), attributes, content: Vec::new() });
        None
    }

    /// Closes the innermost element: the root when it was the last one.
    fn end(&mut self) -> Option<Element> {
        if self.dropped > 0 {
            self.dropped -= 1;
            return None;
        }
        let element = self.open.pop()?;
        match self.open.last_mut() {
            Some(parent) => parent.content.push(Node::Element(element)),
            None => return Some(element),
        }
        None
    }

    fn text(&mut self, text: &str) -> Option<Element> {
        let content = &mut self.open.last_mut()?.content;
        match content.last_mut() {
            Some(Node::Text(before)) => before.push_str(text),
            _ => content.push(Node::Text(text.to_owned())),
        }
        None
    }
}

fn lossy(name: &[u8]) -> String {
    String::from_utf8_lossy(name).into_owned()
}

impl Element {
    pub(in super::super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    pub(in super::super) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.content.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    pub(in super::super) fn named<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Element> {
        self.elements().filter(move |element| element.name == name)
    }

    /// The first element at the end of a path of names, each in the first of the one before.
    pub(in super::super) fn at(&self, path: &[&str]) -> Option<&Element> {
        path.iter().try_fold(self, |element, name| element.elements().find(|child| child.name == *name))
    }

    /// The words of the element at the end of a path, where it has any.
    pub(in super::super) fn words_at(&self, path: &[&str]) -> Option<String> {
        self.at(path).map(super::prose::words).filter(|words| !words.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_is_read_whole() {
        let root = read(
            "<?xml version='1.0'?><a x='1'><j:b>p &lt; 0.05 &alpha;&#8211;&odd;</j:b><c/>t</a>",
            &Limits::default(),
        )
        .unwrap();
        assert_eq!(root.attribute("x"), Some("1"));
        assert_eq!(root.words_at(&["b"]).as_deref(), Some("p < 0.05 α–&odd;"));
        assert_eq!(root.words_at(&["c"]), None);
        assert_eq!(root.named("c").count(), 1);
    }

    #[test]
    fn what_is_cut_or_crossed_is_refused() {
        for xml in ["<a><b>", "<a></b>", "", "<a", "no tag"] {
            assert!(matches!(read(xml, &Limits::default()), Err(Reason::InvalidXml(_))), "{xml}");
        }
    }

    #[test]
    fn depth_and_number_of_elements_are_bounded() {
        let limits = Limits { page_depth: 3, page_tags: 5, ..Limits::default() };
        let root = read("<a><b><c><d>deep</d></c></b></a>", &limits).unwrap();
        assert_eq!(root.at(&["b", "c"]).unwrap().content, [Node::Text("deep".into())]);
        let root = read("<a><b/><b/><b/><b/><b>6</b></a>", &limits).unwrap();
        assert_eq!((root.named("b").count(), root.content.last()), (4, Some(&Node::Text("6".into()))));
        let nested = format!("{}{}", "<a>".repeat(100_000), "</a>".repeat(100_000));
        assert!(read(&nested, &Limits::default()).is_ok());
    }
}
