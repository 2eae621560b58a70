//! Paths in, articles out: one file a format, in constant memory, and whatever cannot be read is told with its reason.
//!
//! Reading has two halves. [`Documents`] walks the inputs in a fixed order and cuts them into [`Raw`] pieces, one an
//! article, without looking inside them. [`parse`] turns one piece into an [`Item`]; it is pure, so that a caller may
//! run it on any thread.

mod at;
mod charset;
mod cut;
mod documents;
#[cfg(feature = "html")]
mod elements;
mod fields;
#[cfg(feature = "html")]
mod furniture;
#[cfg(feature = "html")]
mod html;
#[cfg(feature = "archives")]
mod http;
mod json_values;
mod jsonl;
mod kind;
mod language;
mod limits;
mod lines;
#[cfg(feature = "html")]
mod linked_data;
#[cfg(feature = "html")]
mod links;
mod manifest;
#[cfg(feature = "html")]
mod markup;
#[cfg(feature = "documents")]
mod measured;
mod opened;
#[cfg(feature = "archives")]
mod packed;
#[cfg(feature = "documents")]
mod papers;
#[cfg(feature = "html")]
mod paragraphs;
#[cfg(feature = "pdf")]
mod pdf;
mod plain;
mod recode;
mod records;
mod registry;
mod skip;
mod sniff;
mod stream;
#[cfg(feature = "csv")]
mod table;
#[cfg(feature = "html")]
mod tag;
#[cfg(feature = "html")]
mod teasers;
mod walk;
#[cfg(feature = "archives")]
mod warc;
#[cfg(feature = "documents")]
mod word;

pub use at::At;
pub use documents::{Documents, Raw};
pub use fields::Fields;
pub use limits::Limits;
pub use manifest::{MANIFEST, Manifest, Shard};
#[cfg(feature = "pdf")]
pub use pdf::{CHILD_COMMAND as PDF_COMMAND, serve as serve_pdf};
pub use skip::{Reason, Skip};
pub use sniff::Format;
pub use walk::{STDIN, size};

use std::sync::LazyLock;

use crate::model::{Article, Record};

/// One thing that was read.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A text to be read.
    Article(Box<Article>),
    /// An article that an earlier run has read: a line of `extract --format records`.
    Record(Box<Record>),
}

impl Item {
    pub fn id(&self) -> &str {
        match self {
            Item::Article(article) => &article.id,
            Item::Record(record) => &record.id,
        }
    }
}

/// Reads one piece. An article without a word in it, or not in English, is a skip.
pub fn parse(raw: &Raw, limits: &Limits) -> Result<Item, Skip> {
    let item = match raw.format {
        Format::Jsonl | Format::Json | Format::Table(_) => jsonl::parse(raw, limits),
        Format::Warc => archived_page(raw, limits),
        Format::Plain => plain::parse(raw).map(Box::new).map(Item::Article),
        Format::Html => web_page(raw, limits),
        Format::Pdf => pdf_file(raw, limits),
        Format::PaperXml | Format::Word => document(raw, limits),
        Format::Study => registry::parse(raw).map(Box::new).map(Item::Article),
    };
    item.map(with_kind)
        .and_then(refuse_empty)
        .and_then(|item| refuse_foreign(item, limits))
        .map_err(|reason| raw.skip(reason))
}

#[cfg(feature = "html")]
fn web_page(raw: &Raw, limits: &Limits) -> Result<Item, Reason> {
    let page = charset::decode_html(&raw.bytes)?;
    let mut article = html::parse(&page, limits)?;
    article.id = raw.path.to_string();
    article.source = raw.source();
    Ok(Item::Article(Box::new(article)))
}

#[cfg(not(feature = "html"))]
fn web_page(_: &Raw, _: &Limits) -> Result<Item, Reason> {
    Err(Reason::NoHtml)
}

#[cfg(feature = "archives")]
fn archived_page(raw: &Raw, limits: &Limits) -> Result<Item, Reason> {
    warc::parse(raw, limits)
}

#[cfg(not(feature = "archives"))]
fn archived_page(_: &Raw, _: &Limits) -> Result<Item, Reason> {
    Err(Reason::NotText("a web archive, which this build cannot read"))
}

#[cfg(feature = "documents")]
fn document(raw: &Raw, limits: &Limits) -> Result<Item, Reason> {
    let read = if raw.format == Format::Word { word::parse } else { papers::parse };
    read(raw, limits).map(Box::new).map(Item::Article)
}

#[cfg(not(feature = "documents"))]
fn document(_: &Raw, _: &Limits) -> Result<Item, Reason> {
    Err(Reason::NoDocuments)
}

#[cfg(feature = "pdf")]
fn pdf_file(raw: &Raw, limits: &Limits) -> Result<Item, Reason> {
    pdf::parse(raw, limits).map(Box::new).map(Item::Article)
}

#[cfg(not(feature = "pdf"))]
fn pdf_file(_: &Raw, _: &Limits) -> Result<Item, Reason> {
    Err(Reason::NoPdf)
}

/// The marks of each kind, read once; constant from then on.
static KINDS: LazyLock<kind::Kinds> = LazyLock::new(kind::Kinds::bundled);

fn with_kind(item: Item) -> Item {
    match item {
        Item::Article(mut article) if article.kind.is_none() => {
            article.kind = KINDS.of(&article);
            Item::Article(article)
        }
        item => item,
    }
}

fn refuse_empty(item: Item) -> Result<Item, Reason> {
    match &item {
        Item::Article(article) if !article.text.chars().any(char::is_alphanumeric) => Err(Reason::Empty),
        _ => Ok(item),
    }
}

fn refuse_foreign(item: Item, limits: &Limits) -> Result<Item, Reason> {
    match &item {
        Item::Article(article) if !limits.any_language => match language::foreign(&article.text) {
            Some(code) => Err(Reason::NotEnglish(code)),
            None => Ok(item),
        },
        _ => Ok(item),
    }
}
