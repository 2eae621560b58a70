//! The evidence of one finding in, a dot-and-interval plot out: for each source the printed value and what it stands for.
//!
//! Positions are per cent of the plot's width, so that it fits any screen with its words at their own size.

use super::likeness::may_be_one;
use super::scale::Scale;
use crate::check::interval::Interval;
use crate::check::measure::Axis;
use crate::check::{Case, Statement};
use crate::model::{Arm, Evidence, Finding};
use crate::report::place::who;
use crate::report::wrap::{columns, cut};

/// Pixels from one source to the next: its words above, its line below.
const ROW_PIXELS: usize = 40;
/// Pixels below the last row, for the scale.
const FOOT_PIXELS: usize = 26;
/// Columns of a source's name, and of name and value together on the narrowest screen.
const NAME_COLUMNS: usize = 34;
const ROW_COLUMNS: usize = 44;
/// Sources in one plot; a copied story may stand in hundreds.
const MOST_ROWS: usize = 24;

/// One quantity as its sources tell it.
pub struct Plot {
    pub title: String,
    pub description: String,
    pub height: usize,
    /// Where the scale is drawn.
    pub foot: usize,
    pub rows: Vec<PlotRow>,
    pub ticks: Vec<Tick>,
    /// The interval of the first side, drawn behind all rows: left and width.
    pub band: Option<(String, String)>,
}

pub struct PlotRow {
    pub who: String,
    /// The same, short enough for the plot.
    pub name: String,
    pub printed: String,
    /// "325.5 to 326.5".
    pub stands_for: String,
    /// Sides carry one shape each, from 0.
    pub side: usize,
    /// Of the words, of the line.
    pub text_y: usize,
    pub line_y: usize,
    pub from: String,
    pub to: String,
    pub dots: Vec<String>,
    /// The value reaches further than the plot: "more than 1,000".
    pub open_low: bool,
    pub open_high: bool,
}

pub struct Tick {
    pub at: String,
    pub label: String,
}

/// The plots of a finding between articles: one, or one an arm; none where its values lie on no common scale.
pub fn plots(finding: &Finding, case: &Case<'_>) -> Vec<Plot> {
    let told: Vec<_> = finding.evidence.iter().filter_map(|e| Some((e.side, find(e, case)?))).collect();
    let several = told.iter().any(|(_, s)| s.record.id != told[0].1.record.id);
    if told.len() != finding.evidence.len()
        || !several
        || told.iter().any(|(_, s)| s.measure.axis != told[0].1.measure.axis)
    {
        return Vec::new();
    }
    let of_arm = |arm: Arm| told.iter().filter(|(_, s)| s.claim.arm == Some(arm)).copied().collect::<Vec<_>>();
    let (treatment, control) = (of_arm(Arm::Treatment), of_arm(Arm::Control));
    let arms = treatment.len() > 1 && control.len() > 1 && treatment.len() + control.len() == told.len();
    let parts = if arms { vec![("treatment group", treatment), ("control group", control)] } else { vec![("", told)] };
    parts.into_iter().filter_map(|(name, told)| plot(name, told, case)).collect()
}

/// The claim that the evidence quotes.
fn find<'c, 'r>(evidence: &Evidence, case: &'c Case<'r>) -> Option<&'c Statement<'r>> {
    let quoted = |s: &&Statement<'_>| {
        let place = s.claim.place;
        s.record.id == evidence.article && (place.start, place.end) == (evidence.start, evidence.end)
    };
    case.statements.iter().chain(&case.figures).find(quoted)
}

fn plot<'c, 'r>(part: &str, mut told: Vec<(usize, &'c Statement<'r>)>, case: &'c Case<'r>) -> Option<Plot> {
    let axis = told[0].1.measure.axis;
    let contradicts = told.iter().any(|(_, a)| told.iter().any(|(_, b)| a.measure.disjoint(&b.measure)));
    if axis == Axis::Other || !contradicts {
        return None;
    }
    told.extend(also_tell(&told, case));
    told.sort_by_key(|(side, _)| *side);
    told.truncate(MOST_ROWS);
    let scale = Scale::new(axis, told.iter().map(|(_, s)| &s.measure.interval))?;
    let rows: Vec<PlotRow> = told.iter().enumerate().map(|(at, (side, s))| row(at, *side, s, &scale)).collect();
    let height = rows.len() * ROW_PIXELS;
    let first = told[0].1.measure.interval;
    let (from, to) = scale.span(&first);
    let title =
        if part.is_empty() { format!("{} by source", scale.name()) } else { format!("{}, {part}", scale.name()) };
    Some(Plot {
        description: description(&rows),
        title,
        height: height + FOOT_PIXELS,
        foot: height,
        ticks: scale.ticks().into_iter().map(|(at, label)| Tick { at: percent(at), label }).collect(),
        band: (to > from).then(|| (percent(from), percent(to - from))),
        rows,
    })
}

/// Statements of articles without a row that agree with one side: too little is said for a finding, enough for a picture.
fn also_tell<'c, 'r>(told: &[(usize, &'c Statement<'r>)], case: &'c Case<'r>) -> Vec<(usize, &'c Statement<'r>)> {
    let mut more: Vec<(usize, &Statement<'r>)> = Vec::new();
    for other in case.statements.iter().filter(|s| s.of_this_study() && s.claim.role == told[0].1.claim.role) {
        let shown = told.iter().chain(&more).any(|(_, s)| s.record.id == other.record.id);
        let agrees = |(_, s): &&(usize, &Statement<'_>)| {
            s.claim.kind == other.claim.kind
                && s.measure.agrees(&other.measure)
                && may_be_one(s, other)
                && s.claim.arm == other.claim.arm
                && (s.about.shared(&other.about) > 0 || s.about.is_empty() || s.claim.role.is_some())
        };
        if let (false, Some((side, _))) = (shown, told.iter().find(agrees)) {
            more.push((*side, other));
        }
    }
    more
}

fn row(at: usize, side: usize, statement: &Statement<'_>, scale: &Scale) -> PlotRow {
    let interval = &statement.measure.interval;
    let (from, to) = scale.span(interval);
    let middle = |interval: &Interval| scale.middle(interval).map(percent);
    let dots = match &statement.measure.ends {
        Some((low, high)) => [middle(low), middle(high)].into_iter().flatten().collect(),
        None => middle(interval).into_iter().collect(),
    };
    let (who, printed) = (who(statement.record), cut(&statement.claim.quote, NAME_COLUMNS));
    PlotRow {
        name: cut(&who, ROW_COLUMNS.saturating_sub(columns(&printed)).clamp(10, NAME_COLUMNS)),
        who,
        printed,
        stands_for: scale.words(interval),
        side,
        text_y: at * ROW_PIXELS + 15,
        line_y: at * ROW_PIXELS + 28,
        from: percent(from),
        to: percent(to),
        dots,
        open_low: interval.low.is_none(),
        open_high: interval.high.is_none(),
    }
}

/// For those who cannot see it.
fn description(rows: &[PlotRow]) -> String {
    let told: Vec<String> = rows.iter().map(|row| format!("{}: {}", row.who, row.printed)).collect();
    format!("{}.", told.join("; "))
}

fn percent(share: f64) -> String {
    format!("{:.2}%", share * 100.0)
}
