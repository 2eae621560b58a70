//! A stream of many papers or registry records in, each of them as bytes out, none longer than a limit.

use std::io::{self, BufRead};

/// Elements that hold one paper or abstract, whatever stands around them.
#[cfg(feature = "documents")]
const PAPERS: [&[u8]; 3] = [b"PubmedArticle", b"PubmedBookArticle", b"article"];

/// Keys with which an answer of ClinicalTrials.gov begins that holds several studies.
const PAGE_KEYS: [&[u8]; 3] = [b"\"studies\"", b"\"totalCount\"", b"\"nextPageToken\""];

/// How a stream is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// At the elements that hold papers.
    #[cfg(feature = "documents")]
    Papers,
    /// At JSON objects: one or more in a row, in an array, or in a page of studies.
    Studies,
}

/// One paper or record as it stands in the file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Line in which it begins, from 1.
    pub(super) line: usize,
    /// Its bytes, or how many there are when they are too many.
    pub(super) bytes: Result<Vec<u8>, usize>,
}

/// Cuts one stream.
pub(super) struct Cutter {
    shape: Shape,
    line: usize,
    /// Inside the object that holds a page of studies.
    in_page: bool,
}

impl Cutter {
    pub(super) fn new(shape: Shape) -> Self {
        Self { shape, line: 1, in_page: false }
    }

    /// The next piece, or `None` at the end. One that is cut off by the end is given as it is.
    pub(super) fn next(&mut self, from: &mut impl BufRead, limit: usize) -> io::Result<Option<Piece>> {
        let mut cut = Cut { from, line: self.line, keeps: false, kept: Vec::new(), length: 0, limit };
        let line = match self.shape {
            #[cfg(feature = "documents")]
            Shape::Papers => cut.paper()?,
            Shape::Studies => cut.study(&mut self.in_page)?,
        };
        self.line = cut.line;
        let bytes = if cut.length > limit { Err(cut.length) } else { Ok(cut.kept) };
        Ok(line.map(|line| Piece { line, bytes }))
    }
}

struct Cut<'f, F> {
    from: &'f mut F,
    line: usize,
    keeps: bool,
    kept: Vec<u8>,
    /// Bytes passed since they are kept.
    length: usize,
    limit: usize,
}

impl<F: BufRead> Cut<'_, F> {
    /// Goes on behind the next byte that is found, and returns it; `None` at the end.
    fn through(&mut self, find: impl Fn(&[u8]) -> Option<usize>) -> io::Result<Option<u8>> {
        loop {
            let ahead = match self.from.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                ahead => ahead?,
            };
            let Some(last) = ahead.len().checked_sub(1) else { return Ok(None) };
            let found = find(ahead);
            let passed = &ahead[..=found.unwrap_or(last)];
            let (byte, bytes) = (passed[passed.len() - 1], passed.len());
            self.line += memchr::memchr_iter(b'\n', passed).count();
            if self.keeps {
                self.length += bytes;
            }
            if self.keeps && self.length <= self.limit {
                self.kept.extend_from_slice(passed);
            }
            self.from.consume(bytes);
            if found.is_some() {
                return Ok(Some(byte));
            }
        }
    }

    /// Keeps what follows, and the byte just passed.
    fn begin(&mut self, byte: u8) -> usize {
        self.keeps = true;
        self.kept = vec![byte];
        self.length = 1;
        self.line
    }

    /// Forgets what was kept.
    fn forget(&mut self) {
        self.keeps = false;
        self.kept.clear();
        self.length = 0;
    }

    /// The next element that holds a paper; the line where it begins.
    #[cfg(feature = "documents")]
    fn paper(&mut self) -> io::Result<Option<usize>> {
        while self.through(|ahead| memchr::memchr(b'<', ahead))?.is_some() {
            let line = self.begin(b'<');
            let (name, _) = self.name()?;
            if PAPERS.contains(&name.as_slice()) {
                self.rest_of_element(&name)?;
                return Ok(Some(line));
            }
            self.forget();
        }
        Ok(None)
    }

    #[cfg(feature = "documents")]
    fn rest_of_element(&mut self, name: &[u8]) -> io::Result<()> {
        let end_tag = [b"/", name].concat();
        while self.through(|ahead| memchr::memchr(b'<', ahead))?.is_some() {
            let (found, behind) = self.name()?;
            if found == end_tag {
                if behind != Some(b'>') {
                    self.through(|ahead| memchr::memchr(b'>', ahead))?;
                }
                break;
            }
        }
        Ok(())
    }

    /// The name of a tag, with the slash before that of an end tag, and the byte behind it.
    #[cfg(feature = "documents")]
    fn name(&mut self) -> io::Result<(Vec<u8>, Option<u8>)> {
        /// Longer names are none of those looked for.
        const LONGEST_NAME: usize = 64;
        let mut name = Vec::new();
        loop {
            match self.through(|_| Some(0))? {
                Some(b) if (b.is_ascii_alphanumeric() || b"-_:./".contains(&b)) && name.len() < LONGEST_NAME => {
                    name.push(b);
                }
                behind => return Ok((name, behind)),
            }
        }
    }

    /// The next object that is no page; the line where it begins.
    fn study(&mut self, in_page: &mut bool) -> io::Result<Option<usize>> {
        loop {
            match self.through(|ahead| memchr::memchr3(b'"', b'{', b'}', ahead))? {
                None => return Ok(None),
                Some(b'"') => self.rest_of_string()?,
                Some(b'}') => *in_page = false,
                Some(brace) => {
                    let line = self.begin(brace);
                    let open = self.first_key()?;
                    let key = self.kept[1..].trim_ascii();
                    if !*in_page && PAGE_KEYS.contains(&key) {
                        *in_page = true;
                        self.forget();
                    } else {
                        self.rest_of_object(open)?;
                        return Ok(Some(line));
                    }
                }
            }
        }
    }

    /// Goes on behind the first key of an object; false when the object ends there.
    fn first_key(&mut self) -> io::Result<bool> {
        match self.through(|ahead| ahead.iter().position(|b| !b.is_ascii_whitespace()))? {
            Some(b'"') => self.rest_of_string().map(|()| true),
            byte => Ok(byte != Some(b'}')),
        }
    }

    fn rest_of_string(&mut self) -> io::Result<()> {
        while let Some(b'\\') = self.through(|ahead| memchr::memchr2(b'"', b'\\', ahead))? {
            self.through(|_| Some(0))?;
        }
        Ok(())
    }

    fn rest_of_object(&mut self, open: bool) -> io::Result<()> {
        let mut depth = usize::from(open);
        while depth > 0 {
            match self.through(|ahead| memchr::memchr3(b'"', b'{', b'}', ahead))? {
                None => break,
                Some(b'"') => self.rest_of_string()?,
                Some(b'{') => depth += 1,
                Some(_) => depth -= 1,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::BufReader;

    /// `line:bytes` of each piece, the same for every size of buffer.
    #[track_caller]
    fn cut(shape: Shape, text: &str, limit: usize) -> Vec<String> {
        let pieces = |buffer: usize| {
            let mut from = BufReader::with_capacity(buffer, text.as_bytes());
            let mut cutter = Cutter::new(shape);
            let next = || cutter.next(&mut from, limit).unwrap();
            let told = |piece: Piece| match piece.bytes {
                Ok(bytes) => format!("{}:{}", piece.line, String::from_utf8(bytes).unwrap()),
                Err(found) => format!("{}! {found}", piece.line),
            };
            std::iter::from_fn(next).map(told).collect::<Vec<_>>()
        };
        assert_eq!(pieces(1), pieces(1 << 16));
        pieces(7)
    }

    #[cfg(feature = "documents")]
    #[test]
    fn papers_are_cut_out_of_what_surrounds_them() {
        let cases: &[(&str, &[&str])] = &[
            ("<?xml?>\n<article x='1'>\n<p/></article >", &["2:<article x='1'>\n<p/></article >"]),
            (
                "<S>\n<PubmedArticle><a/></PubmedArticle>\n\n<PubmedArticle>2</PubmedArticle></S>",
                &["2:<PubmedArticle><a/></PubmedArticle>", "4:<PubmedArticle>2</PubmedArticle>"],
            ),
            (
                "<r><article><article-meta/>1</article></r><article>cut",
                &["1:<article><article-meta/>1</article>", "1:<article>cut"],
            ),
            ("<articles><PubmedArticleSet><p>none", &[]),
            ("<", &[]),
            ("", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(cut(Shape::Papers, text, 99), *expected, "{text}");
        }
        let long = "<article>12345</article><article>1</article>";
        assert_eq!(cut(Shape::Papers, long, 20), ["1! 24", "1:<article>1</article>"]);
    }

    #[test]
    fn studies_are_cut_out_of_pages_and_rows() {
        let cases: &[(&str, &[&str])] = &[
            ("{\n \"a\": {\"b\": \"}\\\"\"}\n}\n", &["1:{\n \"a\": {\"b\": \"}\\\"\"}\n}"]),
            ("{\"a\":1}\n{\"b\":2}", &["1:{\"a\":1}", "2:{\"b\":2}"]),
            ("[{\"a\":1},\n{\"b\":[{}]}]", &["1:{\"a\":1}", "2:{\"b\":[{}]}"]),
            (
                "{\"totalCount\": 2, \"studies\" :\n[{\"a\": 1}, {\"studies\": 2}], \"nextPageToken\": \"x{\"}\n{\"studies\": [{\"c\": 3}]}",
                &["2:{\"a\": 1}", "2:{\"studies\": 2}", "3:{\"c\": 3}"],
            ),
            ("{}{\"a\":", &["1:{}", "1:{\"a\":"]),
            ("{\"studies\": []}", &[]),
            ("{", &["1:{"]),
            ("\"", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(cut(Shape::Studies, text, 99), *expected, "{text}");
        }
        assert_eq!(cut(Shape::Studies, "{\"a\":12345}{\"b\":1}", 9), ["1! 11", "1:{\"b\":1}"]);
    }
}
