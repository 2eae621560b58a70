//! Findings in, text for a terminal out, set like a compiler's diagnostics: quote against quote, trial by trial.

use std::io::{self, Write};

use super::clean::one_line;
use super::place::{place, split, who};
use super::quoted::{Piece, sentences};
use super::style::{Ink, Style};
use super::web::{address, uri};
use super::wrap::{Letter, Line, columns, cut, plain, wrap};
use super::{Results, TrialReport, counted};
use crate::ingest::STDIN;
use crate::model::{Evidence, Finding, Severity};

/// Columns of the margin where the values stand; a longer value is cut.
const MARGIN_COLUMNS: usize = 18;

/// Columns of the title in the heading of a trial; a longer one is cut.
const TITLE_COLUMNS: usize = 80;

/// Columns before the source of a quote, the margin aside: "  ", " | ".
const SOURCE_INDENT: usize = 5;

/// What stands before the further lines of a note.
const NOTE_INDENT: &str = "    ";

/// Articles named in the heading of a trial; further ones are counted.
const ARTICLES_NAMED: usize = 6;

/// Writes every finding, the gravest trial first, then one line that sums up.
///
/// # Errors
///
/// When `to` cannot be written.
pub fn write(results: Results<'_>, style: Style, to: &mut dyn Write) -> io::Result<()> {
    for trial in results.trials() {
        for line in folded(&heading(&trial), 0, style) {
            writeln!(to, "{}", style.paint(Ink::Heading, &line))?;
        }
        writeln!(to)?;
        for finding in &trial.findings {
            write_finding(results, finding, style, to)?;
        }
    }
    writeln!(to, "{}", summary(results))
}

/// "“Drug lifts mood”, told by 3 articles: Avonmere University (press release), The Courier, The Herald".
pub fn heading(trial: &TrialReport<'_>) -> String {
    let mut names: Vec<String> = trial.records.iter().take(ARTICLES_NAMED).map(|record| who(record)).collect();
    names.dedup();
    let more = trial.records.len().saturating_sub(ARTICLES_NAMED);
    if more > 0 {
        names.push(format!("{more} more"));
    }
    let told = match trial.records.len() {
        1 => format!("one article: {}", names.concat()),
        n => format!("told by {}: {}", counted(n, "article"), names.join(", ")),
    };
    format!("{}, {told}", name(trial))
}

/// The title that the source gives, else the first title there is.
fn name(trial: &TrialReport<'_>) -> String {
    let title = trial.records.iter().find_map(|record| record.title.as_deref());
    title.map_or_else(|| "Untitled".to_owned(), |title| format!("“{}”", cut(title, TITLE_COLUMNS)))
}

/// "2 errors, 1 warning: 1 trial told by several articles (7 articles, 3 alone)".
pub fn summary(results: Results<'_>) -> String {
    let several = results.groups.iter().filter(|group| group.articles.len() > 1).count();
    let read = match results.groups.len() - several {
        0 => counted(results.records.len(), "article"),
        alone => format!("{}, {alone} alone", counted(results.records.len(), "article")),
    };
    let read = format!("{} told by several articles ({read})", counted(several, "trial"));
    match results.counts() {
        none if none.is_empty() => format!("no contradiction found: {read}"),
        counts => format!("{counts}: {read}"),
    }
}

/// The word for a severity in reports for people.
pub fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn write_finding(results: Results<'_>, finding: &Finding, style: Style, to: &mut dyn Write) -> io::Result<()> {
    let ink = match finding.severity {
        Severity::Error => Ink::Error,
        Severity::Warning => Ink::Warning,
        Severity::Info => Ink::Note,
    };
    let tag = format!("{}[{} {}]", level(finding.severity), finding.rule, finding.name);
    let mut message = folded(&finding.message, columns(&tag) + 2, style).into_iter();
    let first = message.next().unwrap_or_default();
    let first = if first.is_empty() { first } else { format!(" {}", style.paint(Ink::Heading, &first)) };
    writeln!(to, "{}:{first}", style.paint(ink, &tag))?;
    for line in message {
        writeln!(to, "{NOTE_INDENT}{}", style.paint(Ink::Heading, &line))?;
    }
    let sentences = sentences(&finding.evidence);
    let margin = sentences.iter().map(|quoted| columns(&quoted.values())).max().unwrap_or(0).min(MARGIN_COLUMNS);
    let mut last_side = None;
    for quoted in &sentences {
        let first = quoted.sides[0];
        let repeats = quoted.sides.len() == 1 && last_side == Some((first.side, quoted.values()));
        let value = if repeats { String::new() } else { cut(&quoted.values(), margin) };
        last_side = Some((first.side, quoted.values()));
        let pad = " ".repeat(margin - columns(&value));
        let value = style.paint(ink, &value);
        let source = source(results, first, style.width.saturating_sub(margin + SOURCE_INDENT), style);
        writeln!(to, "  {pad}{value} | {}", source.join(&format!("\n  {:margin$} | ", "")))?;
        write_quote(&quoted.pieces, margin, style, to)?;
    }
    for line in wrap(&plain(&finding.reason), style.width.saturating_sub(margin + 10)) {
        let lead = if line.first { "= why:" } else { "      " };
        writeln!(to, "  {:margin$} {lead} {}", "", line.text())?;
    }
    writeln!(to)
}

/// A note as lines that fit a window, the first behind so many columns; elsewhere one line, to be searched.
fn folded(note: &str, behind: usize, style: Style) -> Vec<String> {
    if !style.folded {
        return vec![one_line(note).into_owned()];
    }
    let width = style.width.saturating_sub(NOTE_INDENT.len());
    if behind >= width {
        let lines = plain(note);
        return [String::new()].into_iter().chain(wrap(&lines, width).iter().map(Line::text)).collect();
    }
    // Letters that stand for what is before the note, and a place to break.
    let before = behind.saturating_sub(1);
    let mut letters = plain(&format!("{} ", "x".repeat(before)));
    letters.extend(plain(note));
    let mut lines: Vec<String> = wrap(&letters, width).iter().map(Line::text).collect();
    if let Some(first) = lines.first_mut() {
        *first = first.chars().skip(before + 1).collect();
    }
    lines
}

/// Who says it, and where: the outlet leads to the article on the web, the place to its file. In a window too narrow
/// for both, each has a line.
fn source(results: Results<'_>, evidence: &Evidence, room: usize, style: Style) -> Vec<String> {
    let faint = |text: &str| style.paint(Ink::Faint, text);
    let Some(record) = results.record(&evidence.article) else {
        return vec![faint(&format!("{}, line {}", one_line(&evidence.label), evidence.line))];
    };
    let path = if style.links { absolute(split(&record.source).0) } else { None };
    let place = place(record, evidence.line) + &field(evidence);
    let linked_place = style.link(path.as_deref(), &faint(&place));
    if record.label() == record.source {
        return vec![linked_place];
    }
    let who = who(record);
    let linked = style.link(address(record), &faint(&who));
    if style.folded && columns(&who) + 2 + columns(&place) > room {
        return vec![linked, linked_place];
    }
    vec![format!("{linked}{}{linked_place}", faint(", "))]
}

/// The file as a `file:` URI; standard input has none.
fn absolute(file: &str) -> Option<String> {
    let path = std::path::absolute(file).ok().filter(|_| file != STDIN)?;
    Some(uri(path.to_str()?)).filter(|uri| uri.starts_with("file:"))
}

/// Where the structured record holds it.
fn field(evidence: &Evidence) -> String {
    evidence.field.as_deref().map(|path| format!(", {}", one_line(path))).unwrap_or_default()
}

/// The sentence, wrapped, with carets under its quotes; with colours the quotes are underlined instead.
fn write_quote(pieces: &[Piece], margin: usize, style: Style, to: &mut dyn Write) -> io::Result<()> {
    let letters = |piece: &Piece| {
        let quoted = piece.quoted;
        piece.text.chars().map(move |letter| Letter { letter, quoted }).collect::<Vec<_>>()
    };
    let letters: Vec<_> = pieces.iter().flat_map(letters).collect();
    for line in wrap(&letters, style.width.saturating_sub(margin + 7)) {
        writeln!(to, "  {:margin$} |   {}", "", line.painted(style))?;
        if !style.colour && line.letters.iter().any(|letter| letter.quoted) {
            writeln!(to, "  {:margin$} |   {}", "", line.carets())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Record, TrialGroup};

    fn evidence(article: &str, value: &str, quote: &str, sentence: &str, side: usize) -> Evidence {
        Evidence {
            article: article.into(),
            start: 0,
            end: 0,
            quote: quote.into(),
            value: value.into(),
            line: 2,
            sentence: sentence.into(),
            label: article.into(),
            side,
            field: None,
        }
    }

    fn report(evidence: Vec<Evidence>, style: Style) -> String {
        let title = Some("Drug lifts mood".to_owned());
        let record = |id: &str| Record { id: id.into(), source: id.into(), title: title.clone(), ..Record::default() };
        let records = [record("a.txt"), record("b.txt")];
        let groups =
            [TrialGroup { id: "a.txt".into(), articles: vec!["a.txt".into(), "b.txt".into()], ..Default::default() }];
        let finding = Finding {
            rule: "X001".into(),
            name: "sample-size-conflict".into(),
            severity: Severity::Error,
            kind: "sample_size".into(),
            trial: "a.txt".into(),
            message: "Sample size differs: 30 (a.txt) but 31 (b.txt)".into(),
            reason: "both count everyone who was enrolled".into(),
            evidence,
        };
        let mut out = Vec::new();
        write(Results { records: &records, groups: &groups, findings: &[finding] }, style, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn sides_stand_against_each_other() {
        let sides = vec![
            evidence("a.txt", "30", "30 adults", "The trial enrolled 30 adults.", 0),
            evidence("b.txt", "31", "31 adults", "It had 31 adults.", 1),
        ];
        assert_eq!(
            report(sides, Style::default()),
            "“Drug lifts mood”, told by 2 articles: a.txt, b.txt\n\n\
             error[X001 sample-size-conflict]: Sample size differs: 30 (a.txt) but 31 (b.txt)\n  \
             30 | a.txt:2\n     |   The trial enrolled 30 adults.\n     |                      ^^^^^^^^^\n  \
             31 | b.txt:2\n     |   It had 31 adults.\n     |          ^^^^^^^^^\n     \
             = why: both count everyone who was enrolled\n\n\
             1 error: 1 trial told by several articles (2 articles)\n"
        );
    }

    #[test]
    fn long_sentences_are_wrapped_and_hostile_ones_are_tamed() {
        let sentence = format!("{} 30 adults \u{1b}[2J\u{202e} came.", "word ".repeat(12).trim());
        let text =
            report(vec![evidence("a.txt", "30", "30 adults", &sentence, 0)], Style { width: 60, ..Style::default() });
        assert!(!text.contains(['\u{1b}', '\u{202e}']));
        assert!(text.contains("|   word word word word word word word word word word\n"), "{text}");
        assert!(text.contains("|   word word 30 adults �[2J� came.\n     |             ^^^^^^^^^\n"), "{text}");
    }

    #[test]
    fn notes_are_folded_in_a_window_and_places_lead_to_files() {
        let sides = vec![evidence("a.txt", "30", "30 adults", "It had 30 adults.", 0)];
        let text = report(sides, Style { links: true, folded: true, width: 60, ..Style::default() });
        let start = "“Drug lifts mood”, told by 2 articles: a.txt, b.txt\n\n\
            error[X001 sample-size-conflict]: Sample size differs:\n    30 (a.txt) but 31 (b.txt)\n";
        assert!(text.starts_with(start), "{text}");
        assert!(text.contains("a.txt\u{1b}\\a.txt:2\u{1b}]8;;\u{1b}\\\n"), "{text}");
    }

    #[test]
    fn colours_replace_carets() {
        let text = report(
            vec![evidence("a.txt", "30", "30 adults", "It had 30 adults.", 0)],
            Style { colour: true, ..Style::default() },
        );
        assert!(text.contains("It had \u{1b}[1;4m30 adults\u{1b}[0m."), "{text}");
        assert!(!text.contains("^^^"));
    }

    #[test]
    fn a_sentence_stands_once_with_all_its_quotes() {
        let sentence = "Of these 87 (95%) came.";
        let mut sides = vec![evidence("a.txt", "87", "87", sentence, 0), evidence("a.txt", "95", "95%", sentence, 1)];
        (sides[0].start, sides[1].start) = (9, 13);
        let text = report(sides, Style::default());
        assert!(
            text.contains("  87, 95 | a.txt:2\n         |   Of these 87 (95%) came.\n         |            ^^  ^^^\n"),
            "{text}"
        );
    }

    #[test]
    fn nothing_found_is_said() {
        let results = Results { records: &[], groups: &[], findings: &[] };
        assert_eq!(summary(results), "no contradiction found: 0 trials told by several articles (0 articles)");
    }
}
