//! Trial groups in, text that tells which articles report the same trial and why out.

use std::collections::HashMap;
use std::io::{self, Write};

use super::clean::one_line;
use super::place::who;
use super::style::{Ink, Style};
use super::{Results, counted};
use crate::model::{Link, TrialGroup};

/// The strongest ties told for one group; further ones are counted.
const LINKS_SHOWN: usize = 12;

/// Groups of two or more, then how many articles stand alone.
///
/// # Errors
///
/// When `to` cannot be written.
pub fn write(results: Results<'_>, style: Style, to: &mut dyn Write) -> io::Result<()> {
    let several: Vec<_> = results.groups.iter().filter(|group| group.articles.len() > 1).collect();
    for group in &several {
        write_group(results, group, style, to)?;
    }
    let alone: Vec<_> = results.groups.iter().filter(|group| group.articles.len() == 1).collect();
    for link in alone.iter().flat_map(|group| &group.possibly) {
        writeln!(to, "possibly the same trial: {}\n", tie(link))?;
    }
    let trials = counted(several.len(), "trial");
    writeln!(to, "{trials} with several articles; {} alone", counted(alone.len(), "article"))
}

fn write_group(results: Results<'_>, group: &TrialGroup, style: Style, to: &mut dyn Write) -> io::Result<()> {
    writeln!(to, "{}", style.paint(Ink::Heading, &counted(group.articles.len(), "article")))?;
    let copies: HashMap<&str, &str> = group.copies.iter().map(|(copy, of)| (copy.as_str(), of.as_str())).collect();
    for id in &group.articles {
        let name = results.record(id).map_or_else(|| one_line(id).into_owned(), who);
        let shown = if name == *id { name } else { format!("{name}  {}", style.paint(Ink::Faint, &one_line(id))) };
        match copies.get(id.as_str()) {
            Some(of) => writeln!(to, "  {shown} = copy of {}", one_line(of))?,
            None => writeln!(to, "  {shown}")?,
        }
    }
    write_links(group, to)
}

fn write_links(group: &TrialGroup, to: &mut dyn Write) -> io::Result<()> {
    let mut links: Vec<&Link> = group.links.iter().collect();
    links.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| (&a.a, &a.b).cmp(&(&b.a, &b.b))));
    for link in links.iter().take(LINKS_SHOWN) {
        writeln!(to, "    {}", tie(link))?;
    }
    if links.len() > LINKS_SHOWN {
        writeln!(to, "    and {}", counted(links.len() - LINKS_SHOWN, "weaker tie"))?;
    }
    for link in &group.possibly {
        writeln!(to, "    possibly the same trial: {}", tie(link))?;
    }
    writeln!(to)
}

/// `a – b (0.93): same quotation of 14 words; 76 volunteers`.
pub fn tie(link: &Link) -> String {
    let reasons: Vec<_> = link.reasons.iter().map(|reason| one_line(reason)).collect();
    format!("{} – {} ({:.2}): {}", one_line(&link.a), one_line(&link.b), link.score, reasons.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Record;

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
            "2 articles\n  The Courier  a\n  b = copy of a\n    a – b (0.93): 76 volunteers\n\n\
             1 trial with several articles; 1 article alone\n"
        );
    }
}
