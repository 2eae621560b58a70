//! A web page in, its main text and metadata out.

use std::sync::LazyLock;

use trafilatura::{Metadata, Options, extract};

use super::furniture::Furniture;
use super::links::Links;
use super::paragraphs::paragraphs;
use super::{Limits, Reason, linked_data, markup, teasers};
use crate::model::Article;

/// The words of furniture, read once; constant from then on.
static FURNITURE: LazyLock<Furniture> = LazyLock::new(Furniture::bundled);

/// Reads a page; id and source are the caller's to fill in.
pub(super) fn parse(page: &str, limits: &Limits) -> Result<Article, Reason> {
    if page.len() > limits.page_bytes {
        return Err(Reason::TooLarge { found: page.len(), limit: limits.page_bytes });
    }
    let page = teasers::without_teasers(&markup::tame(page, limits));
    let options = Options::default().with_fallback(true).with_exclude_comments(true).with_prune_selector(CAPTIONS);
    let found = extract(&page, &options).map_err(|_| Reason::NoArticle)?;
    let Metadata { title, sitename, hostname, url, date, language, .. } = found.metadata;
    let title = filled(title);
    let text = FURNITURE.out_of(&paragraphs(&found.content_html), title.as_deref(), &Links::of(&page));
    let text = match linked_data::body(&page, limits) {
        Some(copy) => linked_data::better(text, title.as_deref(), &copy),
        None => text,
    };
    Ok(Article {
        title,
        outlet: filled(sitename).or(filled(hostname)),
        url: filled(url),
        published: date.map(|date| date.to_string()),
        language: filled(language),
        text,
        ..Article::default()
    })
}

/// What stands under pictures, in elements that hold nothing else.
const CAPTIONS: &str = "p[class*=caption i], span[class*=caption i], figcaption";

fn filled(value: String) -> Option<String> {
    let trimmed = value.trim();
    (!trimmed.is_empty()).then(|| trimmed.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<html lang="en"><head><title>Drug lifts mood | The Courier</title>
        <meta property="og:title" content="Drug lifts mood">
        <meta property="og:site_name" content="The Courier">
        <link rel="canonical" href="https://courier.example/mood">
        <script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-03-05T10:00:00Z"}</script>
        </head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
        <article><h1>Drug lifts mood</h1>
        <p>A trial of 30 adults with depression found that the drug lifted their mood within six weeks, the team said.</p>
        <p>Of those who took it, 54 per cent went into remission, compared with 31 per cent of those on placebo.</p>
        <p>Side effects were mild and went away on their own; two people left the trial early for other reasons.</p>
        </article><footer>Copyright The Courier. Cookies &amp; privacy.</footer></body></html>"#;

    #[test]
    fn a_page_gives_its_article_and_metadata() {
        let article = parse(PAGE, &Limits::default()).unwrap();
        assert_eq!(article.title.as_deref(), Some("Drug lifts mood"));
        assert_eq!(article.outlet.as_deref(), Some("The Courier"));
        assert_eq!(article.published.as_deref(), Some("2024-03-05"));
        assert_eq!(article.url.as_deref(), Some("https://courier.example/mood"));
        assert!(article.text.contains("the team said.\n\nOf those"), "{}", article.text);
        assert!(!article.text.contains("Cookies") && !article.text.contains("Sport"), "{}", article.text);
    }

    /// Units that nest further with every repetition, in ways that parsers treat differently.
    #[test]
    fn no_nesting_ends_the_process() {
        let units = [
            "<div>",
            "<b>",
            "<span><div></span>",
            "<div><table></div>",
            "<form><div></form>",
            "<table><tr><td>",
            "<div><b id=%></div>",
            "<svg><g>",
            "<math><mi>",
            "<a href=%><div>",
            "<body><div></body>",
            "<template>",
            "<div><textarea></div></textarea>",
            "<li><ul></li>",
            "<p><button></p>",
            "<select><option>",
            "<ruby><rt>",
            "<noscript><div></noscript>",
            "<object><p></object>",
            "<h1><h2></h1>",
            "<h1></h1>x",
            "<td><h1></h1>x",
            "<custom-tag>",
            "<font><p></font>",
        ];
        for unit in units {
            let body: String = (0..3_000).map(|n| unit.replace('%', &n.to_string())).collect();
            let page = format!("<html><body><p>Thirty people took part in it.</p>{body}");
            // Whatever comes out, the stack held.
            let _ = parse(&page, &Limits::default());
        }
    }
}
