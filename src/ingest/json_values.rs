//! A JSON array, or objects one after another on any number of lines, in; its elements out, one at a time.

use super::stream::Stream;

/// An element as it stands in the file, or what is there instead.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Value {
    Whole(Vec<u8>),
    /// Length of an element that was too long to keep.
    TooLong(usize),
    /// The array or an object is not closed.
    Unclosed,
    /// Something stands behind the array.
    Beyond,
}

/// Cuts a stream into values; what stands in them is not looked into.
pub(super) struct Values {
    in_array: bool,
    started: bool,
    ended: bool,
}

impl Values {
    pub(super) fn new() -> Self {
        Self { in_array: false, started: false, ended: false }
    }

    /// The next value, or `None` at the end.
    pub(super) fn next(&mut self, from: &mut Stream, limit: usize) -> Option<Value> {
        if self.ended {
            return None;
        }
        if !self.started {
            self.started = true;
            self.in_array = skip_blank(from) == Some(b'[');
            from.pass(usize::from(self.in_array));
        }
        while skip_blank(from) == Some(b',') {
            from.pass(1);
        }
        match skip_blank(from) {
            None => {
                self.ended = true;
                (self.in_array && from.failure().is_none()).then_some(Value::Unclosed)
            }
            Some(b']') if self.in_array => {
                self.ended = true;
                from.pass(1);
                skip_blank(from).map(|_| Value::Beyond)
            }
            Some(_) => self.value(from, limit),
        }
    }

    /// `None` where the stream fails within the value.
    fn value(&mut self, from: &mut Stream, limit: usize) -> Option<Value> {
        let mut bytes = Vec::new();
        let mut length = 0;
        let mut scan = Scan::default();
        loop {
            let ahead = from.ahead(1);
            if ahead.is_empty() {
                // Of an array without end and a value without end, one is told.
                self.ended = true;
                let closed = !self.in_array && !scan.open();
                let value = if closed { whole(bytes, length, limit) } else { Value::Unclosed };
                return from.failure().is_none().then_some(value);
            }
            let end = scan.end(ahead);
            let piece = end.unwrap_or(ahead.len());
            length += piece;
            if length <= limit {
                bytes.extend_from_slice(&ahead[..piece]);
            } else {
                bytes = Vec::new();
            }
            from.pass(piece);
            if end.is_some() {
                return Some(whole(bytes, length, limit));
            }
        }
    }
}

fn whole(bytes: Vec<u8>, length: usize, limit: usize) -> Value {
    if length <= limit { Value::Whole(bytes) } else { Value::TooLong(length) }
}

/// The next byte that is no white space.
fn skip_blank(from: &mut Stream) -> Option<u8> {
    loop {
        let ahead = from.ahead(1);
        let blank = ahead.iter().take_while(|b| b.is_ascii_whitespace()).count();
        let next = ahead.get(blank).copied();
        let done = next.is_some() || ahead.is_empty();
        from.pass(blank);
        if done {
            return next;
        }
    }
}

/// What is open at the current byte.
#[derive(Default)]
struct Scan {
    depth: usize,
    in_string: bool,
    escaped: bool,
    begun: bool,
}

impl Scan {
    /// How many of these bytes belong to the value, where it ends among them.
    fn end(&mut self, bytes: &[u8]) -> Option<usize> {
        for (at, &byte) in bytes.iter().enumerate() {
            if self.in_string {
                match byte {
                    _ if self.escaped => self.escaped = false,
                    b'\\' => self.escaped = true,
                    b'"' => self.in_string = false,
                    _ => {}
                }
                continue;
            }
            match byte {
                b'"' => self.in_string = true,
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' if self.depth <= 1 && self.begun => {
                    return Some(at + usize::from(self.depth == 1));
                }
                b'}' | b']' => self.depth = self.depth.saturating_sub(1),
                b',' if self.depth == 0 => return Some(at),
                _ => {}
            }
            self.begun = true;
        }
        None
    }

    fn open(&self) -> bool {
        self.in_string || self.depth > 0
    }
}

#[cfg(test)]
mod tests {
    use super::super::stream::stream;
    use super::*;

    fn values(json: &str) -> Vec<String> {
        let (mut from, mut values) = (stream(json.as_bytes()), Values::new());
        let told = |value| match value {
            Value::Whole(bytes) => String::from_utf8(bytes).unwrap().trim().to_owned(),
            other => format!("{other:?}"),
        };
        std::iter::from_fn(|| values.next(&mut from, 30)).map(told).collect()
    }

    #[test]
    fn arrays_and_sequences_are_cut_into_values() {
        let cases: &[(&str, &[&str])] = &[
            ("[]", &[]),
            (" [ {\"a\": [1, {}]} ,\n{\"b\": \"]}\\\"\"}] \n", &["{\"a\": [1, {}]}", "{\"b\": \"]}\\\"\"}"]),
            ("[1, \"two\", null]", &["1", "\"two\"", "null"]),
            ("{\n\"a\": 1\n}\n{\n\"b\": 2\n}", &["{\n\"a\": 1\n}", "{\n\"b\": 2\n}"]),
            ("[{\"a\": 1}{\"b\": 2}]", &["{\"a\": 1}", "{\"b\": 2}"]),
            ("[{\"a\": \"a text that is too long to keep\"}, {}]", &["TooLong(40)", "{}"]),
        ];
        for (json, expected) in cases {
            assert_eq!(values(json), *expected, "{json}");
        }
    }

    #[test]
    fn what_is_broken_is_told_and_ends() {
        let cases: &[(&str, &[&str])] = &[
            ("[{\"a\": 1}, {\"b\": ", &["{\"a\": 1}", "Unclosed"]),
            ("[{\"a\": 1},", &["{\"a\": 1}", "Unclosed"]),
            ("[{\"a\": 1}] {", &["{\"a\": 1}", "Beyond"]),
            ("{\"a\": 1}\n{\"b", &["{\"a\": 1}", "Unclosed"]),
            ("[}]", &["}"]),
            ("[\"open, {}]", &["Unclosed"]),
        ];
        for (json, expected) in cases {
            assert_eq!(values(json), *expected, "{json}");
        }
    }
}
