//! A page in, the same page out without the short `<article>` elements that lead to other stories.
//!
//! Many pages set each card of a list as an article of its own, and extractors take the first one for the page's.

use std::ops::Range;

use super::tag::Tag;

/// Bytes of words in an article that is one of several and is read.
const ARTICLE_BYTES: usize = 1_000;

/// Bytes of words in a card.
const TEASER_BYTES: usize = 400;

/// Takes a page that was tamed. Nothing is left out where no article is much longer than the cards.
pub(super) fn without_teasers(page: &str) -> String {
    let articles = articles(page);
    if articles.len() < 2 || articles.iter().all(|article| article.words < ARTICLE_BYTES) {
        return page.to_owned();
    }
    let teasers = articles.iter().filter(|article| article.words < TEASER_BYTES && article.leads);
    let mut ranges: Vec<Range<usize>> = teasers.map(|article| article.range.clone()).collect();
    ranges.sort_unstable_by_key(|range| range.start);
    let (mut kept, mut at) = (String::with_capacity(page.len()), 0);
    for range in ranges.into_iter().filter(|range| range.start < range.end) {
        // One within another goes with it.
        if range.start >= at {
            kept.push_str(&page[at..range.start]);
            at = range.end;
        }
    }
    kept.push_str(&page[at..]);
    kept
}

struct Article {
    range: Range<usize>,
    words: usize,
    /// It holds links and not the heading of the page.
    leads: bool,
}

/// Articles with an end tag, those within others included.
fn articles(page: &str) -> Vec<Article> {
    let mut found = Vec::new();
    // Beginning, and words, links and main headings of the page before it.
    let mut open: Vec<(usize, usize, usize, usize)> = Vec::new();
    let (mut at, mut words, mut links, mut headings) = (0, 0, 0, 0);
    while let Some(tag) = memchr::memchr(b'<', &page.as_bytes()[at..]).map(|found| at + found) {
        words += page[at..tag].trim().len();
        let Some(Tag { name, end, .. }) = Tag::scan(page, tag, 0) else { break };
        let ends = page.as_bytes().get(tag + 1) == Some(&b'/');
        at = end;
        if name.eq_ignore_ascii_case("script") && !ends {
            at = memchr::memmem::find(&page.as_bytes()[end..], b"</script").map_or(page.len(), |script| end + script);
        } else if name.eq_ignore_ascii_case("a") {
            links += 1;
        } else if name.eq_ignore_ascii_case("h1") {
            headings += 1;
        } else if name.eq_ignore_ascii_case("article") && !ends {
            open.push((tag, words, links, headings));
        } else if name.eq_ignore_ascii_case("article")
            && let Some((start, words_before, links_before, headings_before)) = open.pop()
        {
            let leads = links > links_before && headings == headings_before;
            found.push(Article { range: start..end, words: words - words_before, leads });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_go_where_there_is_an_article() {
        let long = format!("<article class=a><p>{}</p></article>", "Thirty adults took part. ".repeat(60));
        let card = "<article><h3><a href=/1>Why we sleep</a></h3></article>";
        let plain = "<article><h3>Why we sleep</h3></article>";
        let nested = format!("<article>{}{card}</article>", "Thirty adults took part. ".repeat(60));
        for (page, expected) in [
            (format!("<p>x{card}{card}{long}y{card}z"), format!("<p>x{long}yz")),
            (nested.clone(), nested.replace(card, "")),
            (format!("{plain}{long}"), format!("{plain}{long}")),
            (format!("{}{long}", card.replace("h3", "h1")), format!("{}{long}", card.replace("h3", "h1"))),
            (format!("{card}{card}"), format!("{card}{card}")),
            (format!("{card}<article>{long}"), format!("<article>{long}")),
            (format!("</article>{card}{long}<article"), format!("</article>{long}<article")),
            (format!("<script><article><a></script>{long}"), format!("<script><article><a></script>{long}")),
        ] {
            assert_eq!(without_teasers(&page), expected);
        }
    }
}
