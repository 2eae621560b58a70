//! A date as given with an article in, the calendar day out.

use std::fmt;

/// A day of the Gregorian calendar, years 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: i32,
    month: i32,
    day: i32,
}

impl Date {
    /// The day of an RFC 3339 date or date-time, as its author's clock showed it; nothing for other ways to write dates.
    ///
    /// ```
    /// use trialwire::report::date::Date;
    ///
    /// assert_eq!(Date::read("2024-02-29T23:30:00-05:00").unwrap().to_string(), "2024-02-29");
    /// assert_eq!(Date::read("29 February 2024"), None);
    /// ```
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let (day, rest) = text.split_at_checked(10)?;
        let dashes = |at: usize| day.as_bytes()[at] == b'-';
        if !(dashes(4) && dashes(7)) || !(rest.is_empty() || rest.starts_with(['T', 't', ' '])) {
            return None;
        }
        let number = |digits: &str| digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok()).flatten();
        let date = Self { year: number(&day[..4])?, month: number(&day[5..7])?, day: number(&day[8..])? };
        date.exists().then_some(date)
    }

    fn exists(self) -> bool {
        let leap = self.year % 4 == 0 && (self.year % 100 != 0 || self.year % 400 == 0);
        let last = match self.month {
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => 31,
        };
        self.year >= 1 && (1..=12).contains(&self.month) && (1..=last).contains(&self.day)
    }

    /// Days since 1970-01-01 (H. Hinnant, "chrono-compatible low-level date algorithms": the year begins in March).
    pub fn days(self) -> i32 {
        let year = if self.month <= 2 { self.year - 1 } else { self.year };
        let of_era = year.rem_euclid(400);
        let of_year = (153 * ((self.month + 9) % 12) + 2) / 5 + self.day - 1;
        year.div_euclid(400) * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted() {
        for (text, days) in [
            ("1970-01-01", 0),
            ("1969-12-31", -1),
            ("2000-03-01", 11_017),
            ("2026-11-20", 20_777),
            ("0001-01-01", -719_162),
        ] {
            assert_eq!(Date::read(text).map(Date::days), Some(days), "{text}");
        }
    }

    #[test]
    fn days_follow_each_other() {
        let mut last = None;
        for year in [1899, 1900, 1999, 2000, 2023, 2024] {
            for month in 1..=12 {
                for day in 1..=31 {
                    let Some(date) = Date::read(&format!("{year}-{month:02}-{day:02}")) else { continue };
                    let follows = last.is_none_or(|last| date.days() == last + 1 || (month == 1 && day == 1));
                    assert!(follows, "{date}");
                    last = Some(date.days());
                }
            }
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "2024",
            "2024-02",
            "2023-02-29",
            "2024-13-01",
            "2024-00-10",
            "0000-01-01",
            "2024-04-31",
            "+024-01-01",
            "2024-01-0é",
            "2024-01-011",
            "20240101",
            "1900-02-29",
        ] {
            assert_eq!(Date::read(text), None, "{text}");
        }
        assert_eq!(Date::read(" 2024-01-02 10:00 ").unwrap().to_string(), "2024-01-02");
    }
}
