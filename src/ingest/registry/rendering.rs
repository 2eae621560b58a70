//! Values of a structured record in, one after the other, a readable text out that knows which part came from which field.

use serde_json::Value;

use crate::model::{Field, Span};

/// A value of a record and the path that leads to it.
#[derive(Clone, Debug)]
pub(super) struct Node<'r> {
    value: &'r Value,
    /// JSONPath (RFC 9535).
    path: String,
}

impl<'r> Node<'r> {
    pub(super) fn root(value: &'r Value) -> Self {
        Self { value, path: "$".into() }
    }

    /// The value behind a row of keys; null where there is none.
    pub(super) fn get(&self, keys: &[&str]) -> Self {
        let value = keys.iter().fold(self.value, |value, key| &value[*key]);
        Self { value, path: format!("{}.{}", self.path, keys.join(".")) }
    }

    /// The elements of a list.
    pub(super) fn each(&self) -> impl Iterator<Item = Node<'r>> + '_ {
        let list = self.value.as_array().map(Vec::as_slice).unwrap_or_default();
        list.iter().enumerate().map(|(n, value)| Node { value, path: format!("{}[{n}]", self.path) })
    }

    /// The string, its white space as it is; an empty one is none.
    pub(super) fn raw(&self) -> Option<&'r str> {
        self.value.as_str().map(str::trim).filter(|text| !text.is_empty())
    }

    /// The string on one line.
    pub(super) fn line(&self) -> Option<String> {
        let line = self.raw()?.split_whitespace().collect::<Vec<_>>().join(" ");
        (!line.is_empty()).then_some(line)
    }

    pub(super) fn is(&self, word: &str) -> bool {
        self.value.as_str() == Some(word)
    }

    /// A whole number, which some exports write as a string.
    pub(super) fn count(&self) -> Option<u64> {
        self.value.as_u64().or_else(|| self.value.as_str()?.trim().parse().ok())
    }
}

/// The text as far as it is made.
#[derive(Default)]
pub(super) struct Rendering {
    pub(super) text: String,
    pub(super) fields: Vec<Field>,
}

impl Rendering {
    /// Begins a new paragraph.
    pub(super) fn paragraph(&mut self) {
        // Fields end with a letter, so that no span reaches into what is taken away.
        self.text.truncate(self.text.trim_end().len());
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
    }

    /// Words that come from no field.
    pub(super) fn words(&mut self, words: &str) {
        self.text.push_str(words);
    }

    /// What a field says, in whatever words.
    pub(super) fn field(&mut self, at: &Node<'_>, words: &str) {
        let start = self.text.len();
        self.text.push_str(words);
        self.fields.push(Field { span: Span::new(start, self.text.len()), path: at.path.clone() });
    }

    /// Ends a sentence, and parts it from the next one.
    pub(super) fn stop(&mut self) {
        let ended = self.text.ends_with(['.', '!', '?']);
        self.text.push_str(if ended { " " } else { ". " });
    }

    /// "Label: words." as a paragraph of its own, where the field has words.
    pub(super) fn labelled(&mut self, label: &str, at: &Node<'_>) {
        if let Some(line) = at.line() {
            self.paragraph();
            self.words(label);
            self.words(": ");
            self.field(at, &line);
            self.stop();
        }
    }

    /// The fields joined by commas; tells whether there were any.
    pub(super) fn list<'r>(&mut self, label: &str, items: impl Iterator<Item = Node<'r>>) -> bool {
        let mut any = false;
        for (at, line) in items.filter_map(|at| at.line().map(|line| (at, line))) {
            self.words(if any { ", " } else { label });
            self.field(&at, &line);
            any = true;
        }
        any
    }

    /// The text with its fields.
    pub(super) fn done(mut self) -> (String, Vec<Field>) {
        self.text.truncate(self.text.trim_end().len());
        (self.text, self.fields)
    }
}
