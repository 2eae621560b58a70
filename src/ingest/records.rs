//! An open file of papers or registry records in, each of them as a raw article out.

use std::sync::Arc;

use super::cut::{Cutter, Piece, Shape};
use super::stream::Stream;
use super::{At, Format, Limits, Raw, Reason, Skip};

/// A file that is cut at its papers or records.
pub(super) struct Records {
    path: Arc<str>,
    format: Format,
    from: Stream,
    cutter: Cutter,
    ahead: Option<Piece>,
    found: usize,
    ended: bool,
}

/// How a file of this format is cut, where it may hold several articles.
pub(super) fn shape(format: Format) -> Option<Shape> {
    match format {
        #[cfg(feature = "documents")]
        Format::PaperXml => Some(Shape::Papers),
        Format::Study => Some(Shape::Studies),
        _ => None,
    }
}

impl Records {
    pub(super) fn new(path: Arc<str>, format: Format, shape: Shape, from: Stream) -> Self {
        Self { path, format, from, cutter: Cutter::new(shape), ahead: None, found: 0, ended: false }
    }

    /// The next one; after a failure of the stream, that failure and then nothing more.
    pub(super) fn next(&mut self, limits: &Limits) -> Option<Result<Raw, Skip>> {
        let limit = limits.article_bytes;
        // A failure cuts the piece that it meets, which is told with the failure and not as a bad article.
        let mut cut = || self.cutter.next(&mut self.from, limit).ok().flatten();
        match self.ahead.take().or_else(&mut cut) {
            Some(piece) => {
                self.found += 1;
                self.ahead = cut();
                Some(self.raw(piece, limit))
            }
            None if self.ended => None,
            None => {
                self.ended = true;
                let nothing = (self.found == 0).then_some(Reason::Empty);
                self.from.failure().or(nothing).map(|reason| Err(self.skip(At::Whole, reason)))
            }
        }
    }

    /// A sole piece is called after its file, one of several after its line.
    fn raw(&self, piece: Piece, limit: usize) -> Result<Raw, Skip> {
        let several = self.found > 1 || self.ahead.is_some();
        let at = if several { At::Line(piece.line) } else { At::Whole };
        match piece.bytes {
            Ok(bytes) => Ok(Raw { path: self.path.clone(), at, format: self.format, bytes }),
            Err(found) => Err(self.skip(at, Reason::TooLarge { found, limit })),
        }
    }

    fn skip(&self, at: At, reason: Reason) -> Skip {
        Skip { path: self.path.to_string(), at, reason }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Documents;
    use super::*;
    use std::io::Cursor;

    /// `place:bytes` of each piece of a file under a small limit, or the skip without its path.
    fn pieces(content: &str) -> Vec<String> {
        let limits = Limits { article_bytes: 40, ..Limits::default() };
        Documents::of_stream("f", Box::new(Cursor::new(content.as_bytes().to_vec())), limits)
            .map(|piece| match piece {
                Ok(raw) => format!("{}:{}", raw.source(), String::from_utf8_lossy(&raw.bytes)),
                Err(skip) => format!("f{}! {}", skip.at, skip.reason.label()),
            })
            .collect()
    }

    #[cfg(feature = "documents")]
    #[test]
    fn papers_are_cut_apart() {
        assert_eq!(
            pieces("<S><PubmedArticle>1</PubmedArticle>\n<PubmedArticle>2</PubmedArticle></S>"),
            ["f:1:<PubmedArticle>1</PubmedArticle>", "f:2:<PubmedArticle>2</PubmedArticle>"]
        );
        assert_eq!(pieces("<S><PubmedArticle>1</PubmedArticle></S>"), ["f:<PubmedArticle>1</PubmedArticle>"]);
        assert_eq!(pieces("<PubmedArticleSet></PubmedArticleSet>"), ["f! empty"]);
    }

    #[test]
    fn studies_are_cut_apart() {
        let study = "{\"protocolSection\":{\"a\":1}}";
        assert_eq!(pieces(study), [format!("f:{study}")]);
        assert_eq!(pieces(&format!("{{\"studies\":[{study},{study}]}}")).len(), 2);
        let long = format!("[{{\"protocolSection\":\"{}\"}}\n,{study}]", "a".repeat(50));
        assert_eq!(pieces(&long), ["f:1! too large".to_owned(), format!("f:2:{study}")]);
    }
}
