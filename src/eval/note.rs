//! A note of an annotator in, the value and the slots that it states out.
//!
//! `30`, `20-30`, `20–30`, `20 to 30`, `value: 33.33`, `low=20; high=30`, `30; group=nurses on nights; timepoint=12 weeks`.
//! Whatever else a note says is a remark, and is passed over.

use super::slots::Slots;

/// What a note states.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Note {
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub slots: Option<Slots>,
}

/// Reads a note. A field that names a value but holds no number is an error.
pub(super) fn read(text: &str) -> Result<Note, String> {
    let mut note = Note::default();
    for field in text.split(';').map(str::trim) {
        let named = field.split_once(['=', ':']).map(|(key, said)| (key.trim().to_lowercase(), said.trim()));
        match named.as_ref().map(|(key, said)| (key.as_str(), *said)) {
            Some(("value", said)) => set(&mut note, range(said).ok_or_else(|| no_number("value", said))?),
            Some(("low", said)) => note.low = Some(number(said).ok_or_else(|| no_number("low", said))?),
            Some(("high", said)) => note.high = Some(number(said).ok_or_else(|| no_number("high", said))?),
            Some((key, said)) if Slots::default().set(key, said) => {
                note.slots.get_or_insert_default().set(key, said);
            }
            _ => {
                if let Some(ends) = range(field) {
                    set(&mut note, ends);
                }
            }
        }
    }
    Ok(note)
}

fn set(note: &mut Note, [low, high]: [f64; 2]) {
    (note.low, note.high) = (Some(low), Some(high));
}

fn no_number(key: &str, said: &str) -> String {
    format!("has the {key} {said:?}; write plain numbers, such as 1300, 33.33 or 20-30")
}

/// One number, or two with a dash or "to" between them.
fn range(text: &str) -> Option<[f64; 2]> {
    if let Some(single) = number(text) {
        return Some([single, single]);
    }
    // A minus sign at the start is no dash.
    let dash =
        text.char_indices().skip(1).find(|(_, c)| matches!(c, '-' | '–' | '—')).map(|(at, c)| (at, c.len_utf8()));
    let cut = [" to ", ".."].iter().find_map(|word| Some((text.find(word)?, word.len()))).or(dash)?;
    let (low, high) = (number(&text[..cut.0])?, number(&text[cut.0 + cut.1..])?);
    Some([low, high])
}

/// Rust reads "inf" and "nan" as numbers; a claim has none of them.
fn number(text: &str) -> Option<f64> {
    let text = text.trim().trim_end_matches('%').trim_end().replace('−', "-");
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(text: &str) -> Option<[f64; 2]> {
        let note = read(text).unwrap();
        note.low.zip(note.high).map(|(low, high)| [low, high])
    }

    #[test]
    fn values_are_read() {
        for (text, expected) in [
            ("30", [30.0, 30.0]),
            ("33.33 %", [33.33, 33.33]),
            ("20-30", [20.0, 30.0]),
            ("20 – 30", [20.0, 30.0]),
            ("-4 to -2", [-4.0, -2.0]),
            ("−4", [-4.0, -4.0]),
            ("0.5..0.8", [0.5, 0.8]),
            ("Value: 1300", [1300.0, 1300.0]),
            ("low=20; high=30", [20.0, 30.0]),
            ("please check; 12", [12.0, 12.0]),
        ] {
            assert_eq!(ends(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn remarks_are_no_values() {
        for text in ["", "see table 2", "12 or so", "inf", "1,300", "group 2", "-", "–", "a-b", "é–5"] {
            assert_eq!(ends(text), None, "{text}");
        }
        assert!(read("value: 1,300").unwrap_err().starts_with("has the value \"1,300\""));
        assert!(read("low=").is_err());
    }

    #[test]
    fn slots_are_read() {
        let slots = read("30; group = nurses on nights; timepoint: 12 weeks; unsure: yes").unwrap().slots.unwrap();
        assert_eq!(slots.texts[0].as_deref(), Some("nurses on nights"));
        assert_eq!(slots.texts[3].as_deref(), Some("12 weeks"));
        assert_eq!(slots.texts[1], None);
    }
}
