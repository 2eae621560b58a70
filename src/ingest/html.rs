//! A web page in, its main text and metadata out.

use trafilatura::{Metadata, Options, extract};

use super::markup;
use super::{Limits, Reason};
use crate::model::Article;

/// Reads a page; id and source are the caller's to fill in.
pub(super) fn parse(page: &str, limits: &Limits) -> Result<Article, Reason> {
    if page.len() > limits.page_bytes {
        return Err(Reason::TooLarge { found: page.len(), limit: limits.page_bytes });
    }
    let page = markup::tame(page, limits);
    let options = Options::default().with_fallback(true).with_exclude_comments(true);
    let found = extract(&page, &options).map_err(|_| Reason::NoArticle)?;
    let Metadata { title, sitename, hostname, url, date, language, .. } = found.metadata;
    Ok(Article {
        title: filled(title),
        outlet: filled(sitename).or(filled(hostname)),
        url: filled(url),
        published: date.map(|date| date.to_string()),
        language: filled(language),
        text: found.content_text,
        ..Article::default()
    })
}

fn filled(value: String) -> Option<String> {
    let trimmed = value.trim();
    (!trimmed.is_empty()).then(|| trimmed.to_owned())
}
