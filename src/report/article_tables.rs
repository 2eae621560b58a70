//! Records in, the tables of what each article says out: articles, claims, mentions, audit.

use std::io;

use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;
use serde_json::Value;

use super::date::Date;
use super::row::{Cell, Column, DATE, Head, INTEGER, NUMBER, Store, TEXT, TRUTH, Table};
use crate::model::{Claim, Decimal, Mention, QualityItem, Record};

/// Writes an article with all that was read from it; `number` is its place in the run.
///
/// # Errors
///
/// When the store cannot be written.
pub fn write(record: &Record, number: usize, to: &mut dyn Store) -> io::Result<()> {
    ARTICLES.write(record, number, to)?;
    CLAIMS.write(record, number, to)?;
    MENTIONS.write(record, number, to)?;
    AUDIT.write(record, number, to)
}

const OF_ARTICLE: &[(&str, &str)] = &[("article", "articles")];

/// Both ends of every place, as in W3C Web Annotation.
const POINTS: &str = "code points";

pub const ARTICLES: Table<Record, Record> = Table {
    head: Head {
        name: "articles",
        meaning: "One article, press release, paper or registry record",
        key: &["id"],
        references: &[],
        indexes: &["outlet", "published"],
    },
    rows: |record| vec![record],
    columns: &[
        Column::new("id", TEXT, "The id given with the article, or its path", |at| Cell::text(&at.row.id)),
        Column::new("title", TEXT.or_null(), "Title", |at| Cell::words(&at.row.title)),
        Column::new("outlet", TEXT.or_null(), "Who published it", |at| Cell::words(&at.row.outlet)),
        Column::new("url", TEXT.or_null(), "Address on the web", |at| Cell::words(&at.row.url)),
        Column::new(
            "published",
            DATE.or_null(),
            "Day of publication, where it was given as an RFC 3339 date or date-time",
            |at| Cell::maybe(at.row.published.as_deref().and_then(Date::read), Cell::Date),
        ),
        Column::new("published_as_given", TEXT.or_null(), "The date of publication as it was given", |at| {
            Cell::words(&at.row.published)
        }),
        Column::new("kind", TEXT.or_null(), "`news`, `press_release`, `paper` or `registry`", |at| {
            Cell::maybe(at.row.kind, name)
        }),
        Column::new("source", TEXT, "Where it was read: path, or path and line", |at| Cell::text(&at.row.source)),
        Column::new("language", TEXT.or_null(), "ISO 639-1 code", |at| Cell::words(&at.row.language)),
        Column::new("text", TEXT.or_null(), "The text that all places point into; only with `--with-text`", |at| {
            Cell::words(&at.row.text)
        }),
    ],
};

pub const CLAIMS: Table<Record, Claim> = Table {
    head: Head {
        name: "claims",
        meaning: "One numeric claim of an article",
        key: &["article", "number"],
        references: OF_ARTICLE,
        indexes: &["kind", "scope", "drug"],
    },
    rows: |record| record.claims.iter().collect(),
    columns: &[
        Column::new("article", TEXT, "The article it stands in", |at| Cell::text(&at.parent.id)),
        Column::new(
            "kind",
            TEXT,
            "`sample_size`, `event_count`, `response_rate`, `percentage`, `multiplier`, `effect_estimate`, `confidence_interval`, `p_value`, `nnt`, `score_change`, `duration` or `dose`",
            |at| Cell::text(at.row.kind.name()),
        ),
        Column::new("start", INTEGER.of(POINTS), "Where the quote begins, from 0", |at| {
            Cell::count(at.row.place.start)
        }),
        Column::new("end", INTEGER.of(POINTS), "Where the quote ends: the first place behind it", |at| {
            Cell::count(at.row.place.end)
        }),
        Column::new("quote", TEXT, "The number with its unit or counted noun", |at| Cell::text(&at.row.quote)),
        Column::new(
            "low",
            NUMBER.of("see `unit`"),
            "The value, percentages on 0–100; the lower end of a printed range",
            |at| decimal(at.row.value.low),
        ),
        Column::new("high", NUMBER.of("see `unit`"), "The same as `low`, or the upper end of a printed range", |at| {
            decimal(at.row.value.high)
        }),
        Column::new(
            "decimals",
            INTEGER.of("digits"),
            "Digits printed after the decimal point: 45.0 covers ±0.05, 45 covers ±0.5",
            |at| Cell::Integer(at.row.value.decimals.into()),
        ),
        Column::new("bound", TEXT, "`exact`, `at_least`, `at_most`, `more_than` or `less_than`", |at| {
            name(at.row.value.bound)
        }),
        Column::new("approx", TRUTH, "\"about\", \"nearly\", \"some\"; also fractions in words", |at| {
            Cell::Truth(at.row.value.approx)
        }),
        Column::new("unit", TEXT.or_null(), "`percent`, `percentage points`, `weeks`, `mg` …", |at| {
            Cell::words(&at.row.unit)
        }),
        Column::new("scope", TEXT, "`this_study`, `other_study`, `background` or `planned`", |at| name(at.row.scope)),
        Column::new(
            "role",
            TEXT.or_null(),
            "Of sample sizes: `total`, `arm`, `completed`, `screened`, `subgroup` or `unknown`",
            |at| Cell::maybe(at.row.role, name),
        ),
        Column::new("group", TEXT.or_null(), "Whom the number is of, in the article's words", |at| {
            Cell::words(&at.row.group)
        }),
        Column::new("arm", TEXT.or_null(), "`treatment`, `control`, `whole` or `subgroup`", |at| {
            Cell::maybe(at.row.arm, name)
        }),
        Column::new("outcome", TEXT.or_null(), "What happened to them or was measured, in the article's words", |at| {
            Cell::words(&at.row.outcome)
        }),
        Column::new("comparator", TEXT.or_null(), "What it is compared with, in the article's words", |at| {
            Cell::words(&at.row.comparator)
        }),
        Column::new("timepoint", TEXT.or_null(), "When it was measured, in the article's words", |at| {
            Cell::words(&at.row.timepoint)
        }),
        Column::new("scale", TEXT.or_null(), "Lexicon id of the rating scale", |at| Cell::words(&at.row.scale)),
        Column::new("drug", TEXT.or_null(), "Lexicon id of the drug", |at| Cell::words(&at.row.drug)),
        Column::new("negated", TRUTH, "The sentence denies it", |at| Cell::Truth(at.row.negated)),
        Column::new("hedged", TEXT.or_null(), "The word that hedges it: \"may\", \"suggests\"", |at| {
            Cell::words(&at.row.hedged)
        }),
        Column::new("attributed_to", TEXT.or_null(), "Whom the sentence quotes", |at| {
            Cell::words(&at.row.attributed_to)
        }),
        Column::new("sentence_start", INTEGER.of(POINTS), "Where its sentence begins", |at| {
            Cell::count(at.row.sentence.place.start)
        }),
        Column::new("sentence_end", INTEGER.of(POINTS), "Where its sentence ends", |at| {
            Cell::count(at.row.sentence.place.end)
        }),
        Column::new("cue", TEXT.or_null(), "The words that decided scope, role or kind", |at| Cell::words(&at.row.cue)),
        Column::new("number", INTEGER, "Place among the claims of the article, from 1", |at| Cell::count(at.number)),
        Column::new("line", INTEGER, "Line of the article's text, from 1", |at| Cell::count(at.row.place.line)),
        Column::new("sentence", TEXT, "The sentence around the quote", |at| Cell::text(&at.row.sentence.text)),
        Column::new(
            "statistic",
            TEXT,
            "`count`, `share`, `relative_change`, `absolute_change`, `ratio`, `level` or `other`",
            |at| name(at.row.statistic),
        ),
        Column::new("direction", TEXT.or_null(), "`up` or `down`", |at| Cell::maybe(at.row.direction, name)),
        Column::new("count", NUMBER.of("people").or_null(), "17 of \"17 of 31 patients\"", |at| {
            Cell::maybe(at.row.fraction, |of| decimal(of.count))
        }),
        Column::new("total", NUMBER.of("people").or_null(), "31 of \"17 of 31 patients\"", |at| {
            Cell::maybe(at.row.fraction, |of| decimal(of.total))
        }),
        Column::new("part", TEXT, "`headline`, `lead` or `body`", |at| name(at.row.part)),
        Column::new("adjusted", TRUTH, "Said to be adjusted for other things", |at| Cell::Truth(at.row.adjusted)),
        Column::new("field", TEXT.or_null(), "JSONPath of the field of a registry record that says it", |at| {
            Cell::words(&at.row.field)
        }),
    ],
};

pub const MENTIONS: Table<Record, Mention> = Table {
    head: Head {
        name: "mentions",
        meaning: "One drug, cytokine or rating scale named in an article",
        key: &["article", "number"],
        references: OF_ARTICLE,
        indexes: &["id"],
    },
    rows: |record| record.mentions.iter().collect(),
    columns: &[
        Column::new("article", TEXT, "The article it stands in", |at| Cell::text(&at.parent.id)),
        Column::new("category", TEXT, "`drug`, `cytokine` or `scale`", |at| Cell::text(at.row.category.name())),
        Column::new("id", TEXT, "Lexicon id", |at| Cell::text(&at.row.id)),
        Column::new("name", TEXT, "Canonical name", |at| Cell::text(&at.row.name)),
        Column::new("start", INTEGER.of(POINTS), "Where the words begin, from 0", |at| Cell::count(at.row.place.start)),
        Column::new("end", INTEGER.of(POINTS), "Where they end", |at| Cell::count(at.row.place.end)),
        Column::new("surface", TEXT, "The words as printed", |at| Cell::text(&at.row.surface)),
        Column::new("number", INTEGER, "Place among the mentions of the article, from 1", |at| Cell::count(at.number)),
        Column::new("line", INTEGER, "Line of the article's text, from 1", |at| Cell::count(at.row.place.line)),
        Column::new("class", TRUTH, "A class of drugs, not one drug", |at| Cell::Truth(at.row.class)),
        Column::new("studied", TRUTH, "The drug under study", |at| Cell::Truth(at.row.studied)),
    ],
};

pub const AUDIT: Table<Record, QualityItem> = Table {
    head: Head {
        name: "audit",
        meaning: "One item of reporting quality and whether an article tells it; that it is told does not mean that it is told well",
        key: &["article", "number"],
        references: OF_ARTICLE,
        indexes: &["item"],
    },
    rows: |record| record.quality.iter().collect(),
    columns: &[
        Column::new("article", TEXT, "The article", |at| Cell::text(&at.parent.id)),
        Column::new("item", TEXT, "Name of the item", |at| Cell::text(&at.row.item)),
        Column::new("state", TEXT, "`stated`, `quantified`, `absent` or `not_applicable`", |at| name(at.row.state)),
        Column::new("start", INTEGER.of(POINTS).or_null(), "Where the words that show it begin", |at| {
            Cell::maybe(at.row.place, |place| Cell::count(place.start))
        }),
        Column::new("end", INTEGER.of(POINTS).or_null(), "Where they end", |at| {
            Cell::maybe(at.row.place, |place| Cell::count(place.end))
        }),
        Column::new("quote", TEXT.or_null(), "The words that show it", |at| Cell::words(&at.row.quote)),
        Column::new("number", INTEGER, "Place on the scorecard, from 1", |at| Cell::count(at.number)),
        Column::new("line", INTEGER.or_null(), "Line of the article's text, from 1", |at| {
            Cell::maybe(at.row.place, |place| Cell::count(place.line))
        }),
    ],
};

/// The name that a value has in JSON.
fn name<'r>(value: impl Serialize) -> Cell<'r> {
    match serde_json::to_value(value) {
        Ok(Value::String(name)) => Cell::Text(name.into()),
        _ => Cell::Null,
    }
}

fn decimal<'r>(value: Decimal) -> Cell<'r> {
    Cell::Number(value.to_f64().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A number that is printed is the number that is read: no digits come from its way through binary.
    #[test]
    fn decimals_keep_their_digits() {
        for (digits, scale) in (0..20_000).flat_map(|digits| (0..4).map(move |scale| (digits * 7 + 1, scale))) {
            let value = Decimal::new(digits, scale);
            let Cell::Number(number) = decimal(value) else { panic!("{value}") };
            assert_eq!(number.to_string(), value.normalize().to_string());
        }
    }
}
