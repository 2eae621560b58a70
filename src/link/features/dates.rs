//! Article in, the days out on which it may have been published, from its metadata or its first lines.

use regex::{Captures, Regex};

use crate::model::{Article, ArticleKind};

/// Bytes at the top of a text in which a date is the date of publication.
const HEAD_BYTES: usize = 800;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Finds dates.
#[derive(Debug)]
pub struct Dates(Regex);

impl Dates {
    /// `2016-04-20`, `20 April 2016`, `April 20, 2016`, `20/04/2016`: one alternative each.
    pub fn new() -> Self {
        let month = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
        let forms = [
            r"\b(?P<y1>(?:19|20)\d\d)[-/](?P<m1>\d\d)[-/](?P<d1>\d\d)".to_owned(),
            format!(
                r"\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[ \-]+(?:of )?(?P<m2>{month})\.?[ ,\-]+(?P<y2>(?:19|20)\d\d)\b"
            ),
            format!(r"\b(?P<m3>{month})\.?[ \-]+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,? +(?P<y3>(?:19|20)\d\d)"),
            r"\b(?P<d4>\d{1,2})[/.](?P<m4>\d{1,2})[/.](?P<y4>20\d\d|\d\d)\b".to_owned(),
        ];
        Self(Regex::new(&format!("(?i-u){}", forms.join("|"))).expect("fixed pattern"))
    }

    /// Days since 1970-01-01: none where no date is given, two where day and month can be read either way.
    /// A trial is registered years before it is told of: the dates of its record say nothing of that.
    pub fn days(&self, article: &Article) -> Vec<i32> {
        if article.kind == Some(ArticleKind::Registry) {
            return Vec::new();
        }
        let given = article.published.as_deref().map(|given| self.first_days(given)).unwrap_or_default();
        if given.is_empty() { self.first_days(head(&article.text)) } else { given }
    }

    /// The first full date wins over the first one in figures only, which may be a time stamp or a score.
    fn first_days(&self, text: &str) -> Vec<i32> {
        let plain = text.replace(['\u{a0}', '\n', '\t'], " ");
        let found = self.0.captures_iter(&plain).map(|date| days_of(&date)).filter(|days| !days.is_empty());
        let found: Vec<Vec<i32>> = found.collect();
        found.iter().find(|days| days.len() == 1).or(found.first()).cloned().unwrap_or_default()
    }
}

fn head(text: &str) -> &str {
    let end = (0..=HEAD_BYTES.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    &text[..end]
}

fn days_of(date: &Captures) -> Vec<i32> {
    let number = |name: &str| date.name(name).and_then(|found| found.as_str().parse::<i32>().ok());
    let month = |name: &str| {
        let word = date.name(name)?.as_str().to_lowercase();
        MONTHS.iter().position(|month| word.starts_with(month)).map(|at| at as i32 + 1)
    };
    let one = |y: Option<i32>, m: Option<i32>, d: Option<i32>| -> Option<i32> { day_number(y?, m?, d?) };
    let mut days: Vec<i32> = if let Some(year) = number("y4") {
        let year = if year < 100 { year + 2000 } else { year };
        [one(Some(year), number("m4"), number("d4")), one(Some(year), number("d4"), number("m4"))]
            .into_iter()
            .flatten()
            .collect()
    } else {
        let readings = [
            one(number("y1"), number("m1"), number("d1")),
            one(number("y2"), month("m2"), number("d2")),
            one(number("y3"), month("m3"), number("d3")),
        ];
        readings.into_iter().flatten().collect()
    };
    days.sort_unstable();
    days.dedup();
    days
}

/// Days from 1970-01-01 in the Gregorian calendar (Hinnant, "chrono-compatible low-level date algorithms").
fn day_number(year: i32, month: i32, day: i32) -> Option<i32> {
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day - 1;
    Some(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_every_form() {
        let day = day_number(2016, 4, 20).unwrap();
        assert_eq!(day_number(1970, 1, 1), Some(0));
        for text in [
            "PUBLISHED: 20 April 2016",
            "April 20, 2016 Wednesday",
            "2016-04-20T10:00:00Z",
            "20/04/2016 10:00",
            "20th Apr 2016",
        ] {
            assert_eq!(Dates::new().first_days(text), [day], "{text}");
        }
        assert_eq!(Dates::new().first_days("04/06/2016").len(), 2);
        assert_eq!(Dates::new().first_days("a score of 31/12 in 2016, or 99/99/2016"), Vec::<i32>::new());
    }

    #[test]
    fn metadata_come_before_the_text() {
        let article = Article { published: Some("2016-04-20".into()), text: "1 May 2016".into(), ..Article::default() };
        assert_eq!(Dates::new().days(&article), [day_number(2016, 4, 20).unwrap()]);
    }
}
