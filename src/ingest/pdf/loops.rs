//! A PDF document in, whether its reader would go round in it for ever out.
//!
//! The reader asks a page's parents for what the page inherits, and draws what a drawing draws in it, without counting.

use std::collections::{HashMap, HashSet};

use memchr::memmem;
use pdf_extract::{Dictionary, Document, Object, ObjectId, Stream};

/// Parents of a page, and drawings within drawings; real files have a few.
const DEEPEST: usize = 64;

/// Whether a page is its own ancestor, or a drawing a part of itself. Pictures are kept from being read as drawings.
pub(super) fn has_loops(document: &mut Document) -> bool {
    for object in document.objects.values_mut() {
        if let Object::Stream(stream) = object
            && is_picture(stream)
        {
            stream.dict.set("Resources", Dictionary::new());
        }
    }
    has_endless_parents(document) || has_endless_drawings(document)
}

fn is_picture(stream: &Stream) -> bool {
    stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Image")
}

fn has_endless_parents(document: &Document) -> bool {
    let parent = |id: ObjectId| document.get_dictionary(id).ok()?.get(b"Parent").ok()?.as_reference().ok();
    document.page_iter().any(|page| {
        let mut at = Some(page);
        for _ in 0..DEEPEST {
            at = at.and_then(parent);
        }
        at.is_some()
    })
}

/// Peels off the drawings that hold no others, layer by layer: what is left after the deepest layer goes round.
fn has_endless_drawings(document: &Document) -> bool {
    let mut held: HashMap<ObjectId, HashSet<ObjectId>> = HashMap::new();
    for (id, object) in &document.objects {
        if let Object::Stream(stream) = object {
            match parts(document, stream) {
                Some(parts) => held.insert(*id, parts),
                None if draws(stream) => return true,
                None => None,
            };
        }
    }
    for _ in 0..DEEPEST {
        let open: HashSet<ObjectId> = held.keys().copied().collect();
        let before = held.len();
        held.retain(|_, parts| parts.iter().any(|part| open.contains(part)));
        if held.len() == before {
            break;
        }
    }
    !held.is_empty()
}

/// What a drawing may draw in it; `None` where it shares the resources of what draws it.
fn parts(document: &Document, stream: &Stream) -> Option<HashSet<ObjectId>> {
    let resources = stream.dict.get_deref(b"Resources", document).and_then(Object::as_dict).ok()?;
    let drawings = resources.get_deref(b"XObject", document).and_then(Object::as_dict);
    let named = drawings.into_iter().flat_map(Dictionary::iter);
    Some(named.filter_map(|(_, object)| object.as_reference().ok()).collect())
}

/// A drawing without resources of its own draws what its page does: possibly itself.
fn draws(stream: &Stream) -> bool {
    let is_drawing = stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Form");
    let content = if is_drawing { stream.get_plain_content().unwrap_or_default() } else { Vec::new() };
    memmem::find_iter(&content, b"Do").any(|at| content.get(at + 2).is_none_or(u8::is_ascii_whitespace))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A document of these objects, numbered from 1; the first one is its catalogue.
    fn document(objects: &[&str]) -> Document {
        let mut file = b"%PDF-1.4\n".to_vec();
        let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
        for (n, object) in objects.iter().enumerate() {
            table += &format!("{:010} 00000 n \n", file.len());
            file.extend(format!("{} 0 obj\n{object}\nendobj\n", n + 1).bytes());
        }
        let start = file.len();
        let end = format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
        file.extend([table, end].concat().bytes());
        Document::load_mem(&file).unwrap()
    }

    fn with_page(parent: &str, drawings: &[String]) -> bool {
        let page = format!("<< /Type /Page /Parent {parent} 0 R /Resources << /XObject << /A 4 0 R >> >> >>");
        let fixed = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", &page];
        let objects: Vec<&str> = fixed.into_iter().chain(drawings.iter().map(String::as_str)).collect();
        has_loops(&mut document(&objects))
    }

    fn drawing(resources: &str, content: &str) -> String {
        format!("<< /Subtype /Form {resources} /Length {} >>\nstream\n{content}\nendstream", content.len())
    }

    #[test]
    fn pages_that_are_their_own_parents() {
        assert!(!with_page("2", &[]));
        assert!(with_page("3", &[]));
    }

    #[test]
    fn drawings_that_draw_themselves() {
        let holds = |part: u32| format!("/Resources << /XObject << /B {part} 0 R >> >>");
        assert!(!with_page("2", &[drawing(&holds(5), "/B Do"), drawing("/Resources << >>", "x")]));
        assert!(with_page("2", &[drawing(&holds(4), "/B Do")]));
        assert!(with_page("2", &[drawing(&holds(5), "/B Do"), drawing(&holds(4), "/B Do")]));
        assert!(with_page("2", &[drawing("", "/A Do\n")]));
        assert!(!with_page("2", &[drawing("", "(Don't) Tj")]));
        assert!(!with_page("2", &[drawing("", "/A Do").replace("Form", "Image")]));
        let chain = |long: u32| (0..long).map(|n| drawing(&holds(5 + n), "/B Do")).collect::<Vec<_>>();
        assert!(!with_page("2", &chain(50)));
        assert!(with_page("2", &chain(500)));
    }
}
