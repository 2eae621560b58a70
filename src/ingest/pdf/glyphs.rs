//! A PDF file in, the letters of its pages with their places out.

use std::panic::{AssertUnwindSafe, catch_unwind};

use pdf_extract::{Document, MediaBox, OutputDev, OutputError, Transform, output_doc};

use super::loops::has_loops;

/// What stands on a page, in the order in which it was drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Page {
    pub(super) glyphs: Vec<Glyph>,
}

/// A letter (or what is printed as one) and its place in points; `y` grows downwards.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Glyph {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
    /// Of the line it stands on.
    pub(super) baseline: f64,
    pub(super) size: f64,
}

/// Why a file has no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Failure {
    Password,
    Damaged,
}

/// Glyphs kept of a file: a book of a thousand pages.
const MOST_GLYPHS: usize = 5_000_000;

/// Reads every page. The reader of the format gives up on some files by panicking, which counts as damage.
pub(super) fn pages(bytes: &[u8]) -> Result<Vec<Page>, Failure> {
    catch_unwind(AssertUnwindSafe(|| read(bytes))).unwrap_or(Err(Failure::Damaged))
}

fn read(bytes: &[u8]) -> Result<Vec<Page>, Failure> {
    let mut document = Document::load_mem(bytes).map_err(|_| failure(bytes))?;
    // Many files are encrypted with an empty password, against copying only.
    if document.is_encrypted() && document.decrypt("").is_err() {
        return Err(Failure::Password);
    }
    if has_loops(&mut document) {
        return Err(Failure::Damaged);
    }
    let mut collector = Collector::default();
    match output_doc(&document, &mut collector) {
        _ if collector.glyphs == 0 && mentions_encryption(bytes) => Err(Failure::Password),
        // What was read before a broken page is kept.
        Err(_) if collector.glyphs == 0 => Err(Failure::Damaged),
        _ => Ok(collector.pages),
    }
}

fn failure(bytes: &[u8]) -> Failure {
    if mentions_encryption(bytes) { Failure::Password } else { Failure::Damaged }
}

fn mentions_encryption(bytes: &[u8]) -> bool {
    memchr::memmem::find(bytes, b"/Encrypt").is_some()
}

#[derive(Default)]
struct Collector {
    pages: Vec<Page>,
    glyphs: usize,
    top: f64,
}

impl OutputDev for Collector {
    fn begin_page(&mut self, _: u32, media: &MediaBox, _: Option<(f64, f64, f64, f64)>) -> Result<(), OutputError> {
        self.top = media.ury;
        self.pages.push(Page::default());
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _: f64,
        font_size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        let upright = place.m11 > 0.0 && place.m12.abs() < place.m11 && place.m22 > 0.0;
        let size = font_size * (place.m11 * place.m22).abs().sqrt();
        let left = place.m31;
        let right = left + width * font_size * place.m11;
        let sound = [left, right, size, place.m32].iter().all(|value| value.is_finite()) && size > 0.0;
        // Text set sideways stands in margins and figures.
        if !upright || !sound || self.glyphs >= MOST_GLYPHS {
            return Ok(());
        }
        self.glyphs += 1;
        if let Some(page) = self.pages.last_mut() {
            let baseline = self.top - place.m32;
            page.glyphs.push(Glyph { text: text.to_owned(), left, right: right.max(left), baseline, size });
        }
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}
