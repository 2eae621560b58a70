//! Other people's names of fields in, ours out.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::Reason;

/// The fields of an article, as they are named where no mapping says otherwise.
pub const FIELDS: [&str; 8] = ["id", "text", "html", "title", "url", "outlet", "published", "kind"];

/// Names told in a message at most.
const NAMES_TOLD: usize = 20;

/// Which of their fields is which of ours.
///
/// ```
/// use trialwire::ingest::Fields;
///
/// let fields = Fields::new([("text", "content.body")]).unwrap();
/// assert_eq!(fields.of("text"), "content.body");
/// assert_eq!(fields.of("title"), "title");
/// assert!(Fields::new([("txt", "body")]).is_err());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(Vec<(&'static str, String)>);

impl Fields {
    /// # Errors
    ///
    /// Names what is no field of ours, or is mapped twice.
    pub fn new<'m>(pairs: impl IntoIterator<Item = (&'m str, &'m str)>) -> Result<Self, String> {
        let mut fields = Self::default();
        for (ours, theirs) in pairs {
            let Some(name) = FIELDS.into_iter().find(|name| *name == ours) else {
                return Err(format!("there is no field {ours:?}; the fields are {}", FIELDS.join(", ")));
            };
            if fields.0.iter().any(|(mapped, _)| *mapped == name) {
                return Err(format!("{name} is mapped twice"));
            }
            fields.0.push((name, theirs.to_owned()));
        }
        fields.0.sort();
        Ok(fields)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Their name of a field of ours.
    pub fn of<'n>(&'n self, ours: &'n str) -> &'n str {
        self.0.iter().find(|(name, _)| *name == ours).map_or(ours, |(_, theirs)| theirs)
    }

    /// What a field of ours holds in an object of theirs.
    pub(super) fn get<'o>(&self, object: &'o Map<String, Value>, ours: &str) -> Option<&'o Value> {
        look_up(object, self.of(ours)).filter(|value| !value.is_null())
    }

    /// The text, title and so on: a string, a number as printed, or a list of paragraphs.
    pub(super) fn text(&self, object: &Map<String, Value>, ours: &str) -> Result<Option<String>, Reason> {
        let Some(value) = self.get(object, ours) else { return Ok(None) };
        let told = || Reason::BadField { field: self.of(ours).to_owned(), ours: ours.to_owned() };
        plain(value).map(|text| Some(text.into_owned())).ok_or_else(told)
    }

    /// Refuses a file in whose first objects a mapped field is never found.
    pub(super) fn require(&self, objects: &[Map<String, Value>]) -> Result<(), Reason> {
        if objects.is_empty() {
            return Ok(());
        }
        let known = |theirs: &str| objects.iter().any(|object| look_up(object, theirs).is_some());
        match self.0.iter().find(|(_, theirs)| !known(theirs)) {
            None => Ok(()),
            Some((ours, theirs)) => Err(Reason::NoField {
                field: theirs.clone(),
                ours: ours.to_string(),
                has: names(objects.iter().flat_map(Map::keys).map(String::as_str)),
            }),
        }
    }

    /// Refuses a table that lacks a mapped column or has none for the text.
    #[cfg(feature = "csv")]
    pub(super) fn require_columns(&self, header: &[String]) -> Result<(), Reason> {
        let known = |theirs: &str| header.iter().any(|name| name == theirs);
        let has = || names(header.iter().map(String::as_str));
        if let Some((ours, theirs)) = self.0.iter().find(|(_, theirs)| !known(theirs)) {
            return Err(Reason::NoField { field: theirs.clone(), ours: ours.to_string(), has: has() });
        }
        let readable = known(self.of("text")) || known(self.of("html"));
        if readable { Ok(()) } else { Err(Reason::NoTextColumn(has())) }
    }
}

/// The names of an object's fields, for a message.
pub(super) fn names<'n>(found: impl Iterator<Item = &'n str>) -> String {
    let mut listed: Vec<&str> = Vec::new();
    for name in found {
        if listed.len() == NAMES_TOLD {
            listed.push("…");
            break;
        }
        if !listed.contains(&name) {
            listed.push(name);
        }
    }
    listed.join(", ")
}

/// A field by its name, or by the names on the way to it: "content.body".
fn look_up<'o>(object: &'o Map<String, Value>, name: &str) -> Option<&'o Value> {
    if let Some(value) = object.get(name) {
        return Some(value);
    }
    let (outer, inner) = name.split_once('.')?;
    look_up(object.get(outer)?.as_object()?, inner)
}

fn plain(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::String(text) => Some(Cow::Borrowed(text)),
        Value::Number(number) => Some(Cow::Owned(number.to_string())),
        Value::Array(parts) => {
            let parts: Option<Vec<_>> = parts.iter().map(|part| part.as_str()).collect();
            parts.map(|parts| Cow::Owned(parts.join("\n\n")))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(json: &str) -> Map<String, Value> {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn fields_are_found_by_name_and_by_way() {
        let fields = Fields::new([("text", "content.body"), ("id", "nr"), ("title", "a.b")]).unwrap();
        let article =
            object(r#"{"content": {"body": ["One.", "Two."]}, "nr": 12, "a.b": "T", "url": "u", "kind": {}}"#);
        let text = |ours: &str| fields.text(&article, ours);
        assert_eq!(text("text").unwrap().as_deref(), Some("One.\n\nTwo."));
        assert_eq!(text("id").unwrap().as_deref(), Some("12"));
        assert_eq!(text("title").unwrap().as_deref(), Some("T"));
        assert_eq!(text("url").unwrap().as_deref(), Some("u"));
        assert_eq!(text("outlet"), Ok(None));
        assert!(text("kind").is_err());
    }

    #[test]
    fn a_mistyped_name_is_told_with_the_names_there_are() {
        let fields = Fields::new([("text", "bdoy")]).unwrap();
        let reason = fields.require(&[object(r#"{"body": "a"}"#), object(r#"{"body": "b", "x": 1}"#)]).unwrap_err();
        assert_eq!(reason.to_string(), "has no field \"bdoy\" (--map text=bdoy); it has body, x");
        assert_eq!(fields.require(&[object(r#"{"body": "a"}"#), object(r#"{"bdoy": null}"#)]), Ok(()));
        assert_eq!(fields.require(&[]), Ok(()));
    }

    #[cfg(feature = "csv")]
    #[test]
    fn a_table_needs_its_columns() {
        let fields = Fields::new([("text", "bdoy")]).unwrap();
        let header = ["id".to_owned(), "body".to_owned()];
        assert!(fields.require_columns(&header).unwrap_err().to_string().contains("it has id, body"));
        assert!(matches!(Fields::default().require_columns(&header), Err(Reason::NoTextColumn(_))));
        assert_eq!(Fields::new([("text", "body")]).unwrap().require_columns(&header), Ok(()));
    }

    #[test]
    fn a_mapping_knows_its_fields() {
        assert!(Fields::new([("id", "a"), ("id", "b")]).unwrap_err().contains("twice"));
        assert!(Fields::new([("ID", "a")]).unwrap_err().contains("the fields are id, text"));
    }
}
