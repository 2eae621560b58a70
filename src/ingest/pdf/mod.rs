//! A PDF file in, its text out in reading order: in this process, or in one of its own that may be ended.

mod child;
mod flow;
mod glyphs;
mod lines;
mod loops;

pub use child::{CHILD_COMMAND, serve};

use glyphs::Failure;

use super::{Limits, Raw, Reason};
use crate::model::Article;

/// Longest first paragraph that is taken for a title, in characters.
const TITLE_CHARACTERS: usize = 250;

/// Reads a file. Where the first reader fails, poppler's `pdftotext` is asked, if it is installed.
pub(super) fn parse(raw: &Raw, limits: &Limits) -> Result<Article, Reason> {
    let first = if limits.pdf_process { child::text(&raw.bytes, limits) } else { text(&raw.bytes) };
    let text = match first {
        Err(Reason::NotText(why)) if limits.pdf_process && why != PASSWORD => {
            child::poppler(&raw.bytes, limits).ok_or(Reason::NotText(why))?
        }
        read => read?,
    };
    let title = text.split("\n\n").find(|paragraph| paragraph.chars().any(char::is_alphabetic));
    let title = title.filter(|title| title.chars().nth(TITLE_CHARACTERS).is_none()).map(str::to_owned);
    Ok(Article { id: raw.source(), title, source: raw.source(), text, ..Article::default() })
}

const PASSWORD: &str = "a PDF with a password; save it without one";
const DAMAGED: &str = "a PDF that is damaged or made in a way that is not understood; save it anew, or as text";
const PICTURES: &str = "a PDF of pictures without text; run it through text recognition first";

/// The text of a file, read in this process.
///
/// # Errors
///
/// When the file has a password, is damaged, or holds no text.
pub(super) fn text(bytes: &[u8]) -> Result<String, Reason> {
    let pages = glyphs::pages(bytes).map_err(|failure| match failure {
        Failure::Password => Reason::NotText(PASSWORD),
        Failure::Damaged => Reason::NotText(DAMAGED),
    })?;
    let text = flow::text(pages.iter().map(lines::lines).collect());
    if text.chars().any(char::is_alphanumeric) { Ok(text) } else { Err(Reason::NotText(PICTURES)) }
}
