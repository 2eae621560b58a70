//! Scores in, tables for people or one JSON object out.

use std::io::{self, Write};

use serde::Serialize;

use super::clean::one_line;
use super::counted;
use super::jsonl::line;
use crate::eval::{Confusion, Evaluation, FindingScores, LinkScores, Mistake, Share, SlotScores};
use crate::model::ClaimKind;

/// Scores by kind, accuracies, the confusion table, slots and mistakes.
///
/// # Errors
///
/// When `to` cannot be written.
pub fn write(scored: &Evaluation, to: &mut dyn Write) -> io::Result<()> {
    writeln!(to, "{:22}{:>7}{:>7}{:>7}{:>7}{:>7}", "kind", "P", "R", "F1", "gold", "pred")?;
    for (name, score) in &scored.scores {
        write!(to, "{name:22}{:7.3}{:7.3}{:7.3}", score.p, score.r, score.f1)?;
        writeln!(to, "{:7}{:7}", score.gold, score.pred)?;
    }
    let accuracy = scored.accuracy;
    let said =
        [("scope", accuracy.scope), ("bound", accuracy.bound), ("approx", accuracy.approx), ("role", accuracy.role)];
    let said: Vec<_> = said.iter().filter_map(|(name, share)| Some(format!("{name} {:.3}", share.value()?))).collect();
    if !said.is_empty() {
        writeln!(to, "accuracy on the right ones: {}", said.join(", "))?;
    }
    if let Some(slots) = &scored.slots {
        write_slots(slots, to)?;
    }
    write_confusion(&scored.confusion, to)?;
    write_mistakes(scored, to)
}

/// Any scores, as one line of JSON.
///
/// # Errors
///
/// When `to` cannot be written.
pub fn write_json(scores: &impl Serialize, to: &mut dyn Write) -> io::Result<()> {
    let mut row = Vec::new();
    line(scores, &mut row);
    to.write_all(&row)
}

/// Pairwise and B-cubed scores.
///
/// # Errors
///
/// When `to` cannot be written.
pub fn write_links(scored: &LinkScores, to: &mut dyn Write) -> io::Result<()> {
    let (pairwise, [p, r, f1]) = (scored.pairwise, scored.b_cubed);
    write!(to, "documents {}  studies {}  groups {}  ", scored.documents, scored.studies, scored.groups)?;
    writeln!(to, "gold pairs {}  predicted pairs {}", pairwise.gold, pairwise.pred)?;
    writeln!(to, "pairwise  P {:.3}  R {:.3}  F1 {:.3}", pairwise.p, pairwise.r, pairwise.f1)?;
    writeln!(to, "B-cubed   P {p:.3}  R {r:.3}  F1 {f1:.3}")
}

/// Precision, recall by sort of conflict, hits by rule, and the first `errors` findings and conflicts that do not meet.
///
/// # Errors
///
/// When `to` cannot be written.
pub fn write_findings(scored: &FindingScores, errors: usize, to: &mut dyn Write) -> io::Result<()> {
    let [hit, trap, unjudged] = scored.judged;
    writeln!(to, "findings {}: right {hit}, on a trap {trap}, unjudged {unjudged}", scored.findings)?;
    if scored.findings > 0 {
        let [strict, judged] = [scored.findings, (hit + trap).max(1)].map(|of| hit as f64 / of as f64);
        writeln!(to, "precision {strict:.3} if every unjudged one is wrong, {judged:.3} on the judged ones")?;
    }
    for (name, share) in &scored.recall {
        writeln!(to, "recall {name:16} {:.3}   ({})", share.value().unwrap_or(0.0), share.of)?;
    }
    for (rule, judged) in &scored.rules {
        let parts = ["hit", "trap", "unjudged"].into_iter().zip(judged).filter(|(_, n)| **n > 0);
        let parts: Vec<_> = parts.map(|(name, n)| format!("{name} {n}")).collect();
        writeln!(to, "  {}: {}", one_line(rule), parts.join(", "))?;
    }
    for (title, list) in [("not a hit", &scored.not_a_hit), ("missed", &scored.missed)] {
        for told in list.iter().take(errors) {
            writeln!(to, "{title}: {}", one_line(told))?;
        }
    }
    Ok(())
}

fn write_slots(slots: &SlotScores, to: &mut dyn Write) -> io::Result<()> {
    writeln!(to, "\nclaims found {} of {}", slots.found, slots.total)?;
    for (name, slot) in &slots.texts {
        write!(to, "{name:11} P {:.3}  R {:.3}  F1 {:.3}", slot.p, slot.r, slot.f1)?;
        writeln!(to, "   (gold {}, predicted {})", slot.gold, slot.pred)?;
    }
    let Share { of, .. } = slots.arm;
    writeln!(to, "arm         accuracy {:.3}   ({of})", slots.arm.value().unwrap_or(0.0))
}

/// One row a gold kind, one column a predicted kind, dots for zero.
fn write_confusion(table: &Confusion, to: &mut dyn Write) -> io::Result<()> {
    let sides = || table.kinds().into_iter().map(Some).chain([None]);
    writeln!(to, "\nright figures, gold kind by predicted kind:")?;
    write!(to, "{:22}", "")?;
    for column in sides() {
        write!(to, "{:>7}", column.map_or("missed", short))?;
    }
    writeln!(to)?;
    for row in sides() {
        write!(to, "{:22}", row.map_or("not in the gold", ClaimKind::name))?;
        for column in sides() {
            match table.count(row, column) {
                0 => write!(to, "{:>7}", ".")?,
                n => write!(to, "{n:7}")?,
            }
        }
        writeln!(to)?;
    }
    Ok(())
}

/// A head for a narrow column.
fn short(kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::SampleSize => "sample",
        ClaimKind::EventCount => "event",
        ClaimKind::ResponseRate => "rate",
        ClaimKind::Percentage => "perc",
        ClaimKind::Multiplier => "mult",
        ClaimKind::EffectEstimate => "effect",
        ClaimKind::ConfidenceInterval => "ci",
        ClaimKind::PValue => "p",
        ClaimKind::Nnt => "nnt",
        ClaimKind::ScoreChange => "score",
        ClaimKind::Duration => "durat",
        ClaimKind::Dose => "dose",
    }
}

fn write_mistakes(scored: &Evaluation, to: &mut dyn Write) -> io::Result<()> {
    for list in scored.mistakes.iter().filter(|list| !list.shown.is_empty()) {
        let more = if list.shown.len() < list.total { format!(", first {}", list.shown.len()) } else { String::new() };
        writeln!(to, "\n{} ({}{more})", list.fault.label(), list.total)?;
        for mistake in &list.shown {
            write_mistake(mistake, to)?;
        }
    }
    Ok(())
}

fn write_mistake(mistake: &Mistake, to: &mut dyn Write) -> io::Result<()> {
    let Mistake { doc, kind, start, end, value, .. } = mistake;
    write!(to, "  {} {start}-{end} {} {value}", one_line(doc), kind.name())?;
    if let Some(quote) = &mistake.quote {
        write!(to, " “{}”", one_line(quote))?;
    }
    let side = |said: &Option<String>| said.as_deref().map_or("nothing".into(), |said| one_line(said).into_owned());
    writeln!(to, "; gold: {}; predicted: {}", side(&mistake.gold), side(&mistake.predicted))?;
    if let Some(context) = &mistake.context {
        let [before, quote, after] = [&context.before, &context.quote, &context.after].map(|words| one_line(words));
        writeln!(to, "      … {} [{quote}] {} …", before.trim(), after.trim())?;
    }
    Ok(())
}

/// "384 gold claims and 379 predictions in 41 documents".
pub fn summary(scored: &Evaluation) -> String {
    let all = scored.all();
    let claims = format!("{} and {}", counted(all.gold, "gold claim"), counted(all.pred, "prediction"));
    format!("{claims} in {}", counted(scored.documents, "document"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::eval::{Gold, Options, Row, score};

    #[test]
    fn scores_are_set_in_columns() {
        let people = Row { quote: Some("30 ad\u{1b}ults".into()), ..Row::new("a", ClaimKind::SampleSize, 4, 13, 30.0) };
        let gold = Gold::from(vec![people, Row::new("a", ClaimKind::Dose, 40, 44, 5.0)]);
        let pred = [Row::new("a", ClaimKind::EventCount, 4, 6, 30.0), Row::new("a", ClaimKind::Dose, 40, 44, 5.0)];
        let texts = [("a".to_owned(), "The 30 adults slept".to_owned())].into();
        let scored = score(&gold, &pred, &Options { errors: 1, texts, ..Options::default() });
        let mut out = Vec::new();
        write(&scored, &mut out).unwrap();
        let expected = "\
kind                        P      R     F1   gold   pred
sample_size             0.000  0.000  0.000      1      0
event_count             0.000  0.000  0.000      0      1
dose                    1.000  1.000  1.000      1      1
CORE                    0.000  0.000  0.000      1      1
ALL                     0.500  0.500  0.500      2      2
figure                  1.000  1.000  1.000      2      2

right figures, gold kind by predicted kind:
                       sample  event   dose missed
sample_size                 .      1      .      .
event_count                 .      .      .      .
dose                        .      .      1      .
not in the gold             .      .      .      .

missed (1)
  a 4-13 sample_size 30 “30 ad\u{fffd}ults”; gold: sample_size 30; predicted: event_count 30
      … The [30 adults] slept …

false alarms (1)
  a 4-6 event_count 30; gold: sample_size 30; predicted: event_count 30
      … The [30] adults slept …
";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
        assert_eq!(summary(&scored), "2 gold claims and 2 predictions in 1 document");
    }
}
