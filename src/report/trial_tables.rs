//! Trial groups and findings in, the tables of what belongs together and what contradicts out.

use std::io;

use super::identity::identity;
use super::row::{Cell, Column, Head, INTEGER, NUMBER, Store, TEXT, TRUTH, Table};
use crate::model::{Evidence, Finding, Link, TrialGroup};

/// Writes a group with its articles and the ties between them; `number` is its place in the run.
///
/// # Errors
///
/// When the store cannot be written.
pub fn write_group(group: &TrialGroup, number: usize, to: &mut dyn Store) -> io::Result<()> {
    TRIALS.write(group, number, to)?;
    TRIAL_ARTICLES.write(group, number, to)?;
    LINKS.write(group, number, to)
}

/// Writes a finding with its evidence; `number` is its place in the run.
///
/// # Errors
///
/// When the store cannot be written.
pub fn write_finding(finding: &Finding, number: usize, to: &mut dyn Store) -> io::Result<()> {
    FINDINGS.write(finding, number, to)?;
    EVIDENCE.write(finding, number, to)
}

pub const TRIALS: Table<TrialGroup, TrialGroup> = Table {
    head: Head {
        name: "trials",
        meaning: "One trial: the articles found to report it, groups of one included",
        key: &["id"],
        references: &[("id", "articles")],
        indexes: &[],
    },
    rows: |group| vec![group],
    columns: &[
        Column::new("id", TEXT, "The smallest id of its articles", |at| Cell::text(&at.row.id)),
        Column::new("articles", INTEGER, "How many articles report it", |at| Cell::count(at.row.articles.len())),
        Column::new("copies", INTEGER, "How many of them are near copies of another one", |at| {
            Cell::count(at.row.copies.len())
        }),
    ],
};

pub const TRIAL_ARTICLES: Table<TrialGroup, String> = Table {
    head: Head {
        name: "trial_articles",
        meaning: "The trial that an article reports",
        key: &["article"],
        references: &[("article", "articles"), ("trial", "trials"), ("copy_of", "articles")],
        indexes: &["trial"],
    },
    rows: |group| group.articles.iter().collect(),
    columns: &[
        Column::new("article", TEXT, "The article", |at| Cell::text(at.row)),
        Column::new("trial", TEXT, "Its trial", |at| Cell::text(&at.parent.id)),
        Column::new("copy_of", TEXT.or_null(), "The article that it is a near copy of", |at| {
            let copy = at.parent.copies.iter().find(|(copy, _)| copy == at.row);
            Cell::maybe(copy, |(_, original)| Cell::text(original))
        }),
    ],
};

pub const LINKS: Table<TrialGroup, Link> = Table {
    head: Head {
        name: "links",
        meaning: "A tie between two articles",
        key: &["trial", "number"],
        references: &[("trial", "trials"), ("a", "articles"), ("b", "articles")],
        indexes: &["a", "b"],
    },
    rows: |group| group.links.iter().chain(&group.possibly).collect(),
    columns: &[
        Column::new("trial", TEXT, "The trial of the article `a`", |at| Cell::text(&at.parent.id)),
        Column::new("a", TEXT, "An article", |at| Cell::text(&at.row.a)),
        Column::new("b", TEXT, "Another one, its id behind that of `a` in the alphabet", |at| Cell::text(&at.row.b)),
        Column::new("score", NUMBER, "How sure the tie is, 0 to 1", |at| Cell::Number(at.row.score)),
        Column::new("reasons", TEXT, "What speaks for it, the strongest first, with semicolons between", |at| {
            Cell::Text(at.row.reasons.join("; ").into())
        }),
        Column::new(
            "grouped",
            TRUTH,
            "Strong enough to put both into one trial; if not, they are possibly the same",
            |at| Cell::Truth(at.number <= at.parent.links.len()),
        ),
        Column::new("number", INTEGER, "Place among the ties of the trial, from 1", |at| Cell::count(at.number)),
    ],
};

pub const FINDINGS: Table<Finding, Finding> = Table {
    head: Head {
        name: "findings",
        meaning: "One contradiction or slip",
        key: &["id"],
        references: &[("trial", "trials")],
        indexes: &["rule", "severity", "trial"],
    },
    rows: |finding| vec![finding],
    columns: &[
        Column::new("id", INTEGER, "Place in the run, from 1", |at| Cell::count(at.parent_number)),
        Column::new("rule", TEXT, "Code of the rule; `trialwire explain CODE` is its manual page", |at| {
            Cell::text(&at.row.rule)
        }),
        Column::new("name", TEXT, "Name of the rule", |at| Cell::text(&at.row.name)),
        Column::new(
            "severity",
            TEXT,
            "`error` (cannot both be true), `warning` (probably a mistake or an overstatement) or `info` (worth a look)",
            |at| Cell::text(at.row.severity.name()),
        ),
        Column::new("kind", TEXT, "Kind of the claims compared", |at| Cell::text(&at.row.kind)),
        Column::new("trial", TEXT, "The trial whose articles disagree", |at| Cell::text(&at.row.trial)),
        Column::new("message", TEXT, "An editor's note in one line", |at| Cell::text(&at.row.message)),
        Column::new("reason", TEXT, "Why the rule thinks that these are the same quantity", |at| {
            Cell::text(&at.row.reason)
        }),
        Column::new("identity", TEXT, "The same in every run that finds the same quotes in the same articles", |at| {
            Cell::Text(identity(at.row).into())
        }),
    ],
};

pub const EVIDENCE: Table<Finding, Evidence> = Table {
    head: Head {
        name: "evidence",
        meaning: "One quote that a finding rests on",
        key: &["finding", "number"],
        references: &[("finding", "findings"), ("article", "articles")],
        indexes: &["article"],
    },
    rows: |finding| finding.evidence.iter().collect(),
    columns: &[
        Column::new("finding", INTEGER, "The finding", |at| Cell::count(at.parent_number)),
        Column::new("number", INTEGER, "Place in the finding, from 1", |at| Cell::count(at.number)),
        Column::new("side", INTEGER, "Quotes that agree are on the same side, counted from 0", |at| {
            Cell::count(at.row.side)
        }),
        Column::new("article", TEXT, "The article", |at| Cell::text(&at.row.article)),
        Column::new("start", INTEGER.of("code points"), "Where the quote begins, from 0", |at| {
            Cell::count(at.row.start)
        }),
        Column::new("end", INTEGER.of("code points"), "Where it ends", |at| Cell::count(at.row.end)),
        Column::new("quote", TEXT, "The words", |at| Cell::text(&at.row.quote)),
        Column::new("value", TEXT, "The value as it is printed in reports", |at| Cell::text(&at.row.value)),
        Column::new("line", INTEGER, "Line of the article's text, from 1", |at| Cell::count(at.row.line)),
        Column::new("sentence", TEXT, "The sentence around the quote", |at| Cell::text(&at.row.sentence)),
        Column::new("field", TEXT.or_null(), "JSONPath of the field of a registry record that says it", |at| {
            Cell::words(&at.row.field)
        }),
    ],
};
