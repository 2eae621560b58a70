//! Trial groups in, text that tells which articles report the same trial and why out.

use std::io::{self, Write};

use super::clean::one_line;
use super::place::who;
use super::style::{Ink, Style};
use super::text::heading;
use super::wrap::{columns, plain, wrap};
use super::{Results, counted};
use crate::model::{Link, Record, TrialGroup};

/// The strongest ties told for one group; further ones are counted.
const LINKS_SHOWN: usize = 12;

/// Groups of two or more, then how many articles stand alone.
///
/// # Errors
///
/// When `to` cannot be written.
pub fn write(results: Results<'_>, style: Style, to: &mut dyn Write) -> io::Result<()> {
    let several = results.groups.iter().filter(|group| group.articles.len() > 1);
    let alone = results.groups.iter().filter(|group| group.articles.len() == 1);
    for group in several.clone() {
        write_group(results, group, style, to)?;
    }
    for group in alone.clone() {
        write_links("possibly the same trial:", &group.possibly, results, style, to)?;
    }
    let trials = counted(several.count(), "trial");
    writeln!(to, "{trials} told by several articles; {} alone", counted(alone.count(), "article"))
}

fn write_group(results: Results<'_>, group: &TrialGroup, style: Style, to: &mut dyn Write) -> io::Result<()> {
    let trial = results.trial(group, Vec::new());
    writeln!(to, "{}", style.paint(Ink::Heading, &heading(&trial)))?;
    let longest = trial.records.iter().map(|record| columns(&who(record))).max().unwrap_or(0);
    for record in &trial.records {
        let name = who(record);
        let pad = " ".repeat(longest - columns(&name));
        let copy = group.copies.iter().find(|(copy, _)| *copy == record.id);
        let copy = copy.map(|(_, of)| format!(", a copy of {}", label(results, of))).unwrap_or_default();
        let id = one_line(&record.id);
        let more = if name == id { copy } else { format!("{pad}  {id}{copy}") };
        writeln!(to, "  {name}{}", style.paint(Ink::Faint, &more))?;
    }
    write_links("because", &group.links, results, style, to)?;
    write_links("possibly the same trial:", &group.possibly, results, style, to)
}

/// The strongest ties first.
fn write_links(lead: &str, links: &[Link], results: Results<'_>, style: Style, to: &mut dyn Write) -> io::Result<()> {
    let mut links: Vec<&Link> = links.iter().collect();
    links.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| (&a.a, &a.b).cmp(&(&b.a, &b.b))));
    if links.is_empty() {
        return Ok(());
    }
    writeln!(to, "  {lead}")?;
    for link in links.iter().take(LINKS_SHOWN) {
        writeln!(to, "    {} – {} ({:.2})", label(results, &link.a), label(results, &link.b), link.score)?;
        for line in wrap(&plain(&link.reasons.join("; ")), style.width.saturating_sub(6)) {
            writeln!(to, "      {}", style.paint(Ink::Faint, &line.text()))?;
        }
    }
    if links.len() > LINKS_SHOWN {
        writeln!(to, "    and {}", counted(links.len() - LINKS_SHOWN, "weaker tie"))?;
    }
    writeln!(to)
}

fn label(results: Results<'_>, id: &str) -> String {
    one_line(results.record(id).map_or(id, Record::label)).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_told_with_their_reasons() {
        let record = |id: &str, outlet: Option<&str>| Record {
            id: id.into(),
            outlet: outlet.map(str::to_owned),
            ..Record::default()
        };
        let records = [record("a", Some("The Courier")), record("b", None), record("c", None)];
        let link = Link { a: "a".into(), b: "b".into(), score: 0.925, reasons: vec!["76 volunteers".into()] };
        let pair = TrialGroup {
            id: "a".into(),
            articles: vec!["a".into(), "b".into()],
            links: vec![link],
            copies: vec![("b".into(), "a".into())],
            ..TrialGroup::default()
        };
        let single = TrialGroup { id: "c".into(), articles: vec!["c".into()], ..TrialGroup::default() };
        let results = Results { records: &records, groups: &[pair, single], findings: &[] };
        let mut out = Vec::new();
        write(results, Style::default(), &mut out).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "Untitled, told by 2 articles: The Courier, b\n  The Courier  a\n  b, a copy of The Courier\n  \
             because\n    The Courier – b (0.93)\n      76 volunteers\n\n\
             1 trial told by several articles; 1 article alone\n"
        );
    }
}
