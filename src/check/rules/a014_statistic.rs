//! A test statistic with its degrees of freedom and the p value behind it in, a finding out when the one does not give the other.

use std::sync::LazyLock;

use regex::Regex;
use statrs::distribution::{ChiSquared, ContinuousCDF, FisherSnedecor, Normal, StudentsT};

use crate::check::finding::{one_line, slip};
use crate::check::sentence::before;
use crate::check::{Case, Rule, Statement};
use crate::model::{Bound, ClaimKind, Finding, Severity};

pub const RULE: Rule = Rule {
    code: "A014",
    name: "statistic-p-mismatch",
    summary: "The p value does not follow from the test statistic and its degrees of freedom",
    formula: "t(df), F(df1, df2), χ²(df), r(df) or z, then p: the two-sided p over the rounding of the statistic misses the printed p \
              over its rounding; an error where p = 0.05 lies between the two",
    silent: "no degrees of freedom (but for z); statistic and p are not neighbours; half of the p fits (a one-sided test); p is bounded \
             and the computed one keeps the bound",
    example: "\"t(28) = 1.20, p = .01\": t gives p = .24",
    near_miss: "\"t(28) = 2.20, p = .04\"; \"t(28) = 1.80, one-tailed p = .04\"",
    source: "statcheck: Nuijten et al. 2016",
    severity: Severity::Error,
    run,
};

/// The statistic at the end of what stands before a p value.
static TEST: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?:^|[\s(\[,;])(?<name>[tFrzZ]|χ2|χ²|[Xx]2|[Xx]²|chi2|chi-squared?)\s*(?:[(\[]\s*(?:df\s*=\s*)?(?<first>\d{1,5}(?:\.\d{1,3})?)\s*(?:,\s*(?:[Nn]\s*=\s*)?(?<second>\d{1,6}(?:\.\d{1,3})?)\s*)?[)\]])?\s*=\s*(?<value>[-−–]?\s?\d{0,4}\.?\d{1,4})\s*[,;:]?\s*\(?$";
    Regex::new(pattern).expect("the pattern is constant")
});

/// Printed p values below which "significant" is said.
const SIGNIFICANT: f64 = 0.05;

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    case.statements.iter().filter_map(|p| check(rule, case, p)).collect()
}

fn check(rule: &Rule, case: &Case<'_>, p: &Statement<'_>) -> Option<Finding> {
    let told = printed_p(p)?;
    let test = Test::read(before(p))?;
    let (low, high) = test.p_values()?;
    let fits = |share: f64| told.meets(low * share, high * share);
    if fits(1.0) || fits(0.5) {
        return None;
    }
    let turns = (told.high < SIGNIFICANT && low > SIGNIFICANT) || (told.low > SIGNIFICANT && high < SIGNIFICANT);
    let severity = if turns { rule.severity } else { Severity::Warning };
    let message = format!(
        "Statistic and p value disagree: {} gives p = {}, not {}",
        one_line(&test.text),
        range(low, high),
        one_line(&p.claim.quote)
    );
    let reason =
        "The two-sided p of the statistic over its rounding; half of it, a one-sided test, does not fit either";
    Some(slip(rule, case, severity, &[p], message, reason.to_string()))
}

/// Two significant digits, "0.012 to 0.014" where rounding leaves it open.
fn range(low: f64, high: f64) -> String {
    let shown = |p: f64| if p < 0.001 { "0.001 or less".to_string() } else { format!("{p:.3}") };
    let (low, high) = (shown(low), shown(high));
    if low == high { low } else { format!("{low} to {high}") }
}

/// The values that a printed p may stand for.
struct Printed {
    low: f64,
    high: f64,
}

impl Printed {
    fn meets(&self, low: f64, high: f64) -> bool {
        low <= self.high && high >= self.low
    }
}

fn printed_p(p: &Statement<'_>) -> Option<Printed> {
    let value = &p.claim.value;
    let told = f64::try_from(value.single()?).ok().filter(|told| (0.0..=1.0).contains(told))?;
    if p.claim.kind != ClaimKind::PValue {
        return None;
    }
    let half = 0.5 * 10f64.powi(-i32::try_from(value.decimals).ok()?);
    // The sum of the rounding of p and of what computers lose.
    let reach = half * 1.000_001;
    Some(match value.bound {
        Bound::Exact => Printed { low: told - reach, high: told + reach },
        Bound::LessThan | Bound::AtMost => Printed { low: 0.0, high: told },
        Bound::MoreThan | Bound::AtLeast => Printed { low: told, high: 1.0 },
    })
}

/// A statistic as printed.
struct Test {
    text: String,
    kind: Kind,
    value: f64,
    /// Half of its last printed digit.
    half: f64,
}

enum Kind {
    T(f64),
    F(f64, f64),
    ChiSquared(f64),
    R(f64),
    Z,
}

impl Test {
    fn read(text: &str) -> Option<Self> {
        let found = TEST.captures(text)?;
        let number = |name: &str| found.name(name).and_then(|number| number.as_str().parse::<f64>().ok());
        let printed = found.name("value")?.as_str().replace(['−', '–'], "-").replace(' ', "");
        let decimals = printed.split_once('.').map_or(0, |(_, digits)| digits.len());
        let (first, second) = (number("first").filter(|df| *df > 0.0), number("second").filter(|df| *df > 0.0));
        let kind = match (found.name("name")?.as_str(), first, second) {
            ("t", Some(df), None) => Kind::T(df),
            ("F", Some(between), Some(within)) => Kind::F(between, within),
            ("r", Some(df), None) => Kind::R(df),
            ("z" | "Z", None, None) => Kind::Z,
            ("t" | "F" | "r" | "z" | "Z", ..) => return None,
            // The second number is the number of people.
            (_, Some(df), _) => Kind::ChiSquared(df),
            _ => return None,
        };
        let text = found.get(0)?.as_str().trim_matches([' ', '(', '[', ',', ';', ':']).to_owned();
        let half = 0.5 * 10f64.powi(-i32::try_from(decimals).ok()?);
        Some(Self { text, kind, value: printed.parse::<f64>().ok()?.abs(), half })
    }

    /// The smallest and largest two-sided p over the rounding of the statistic.
    fn p_values(&self) -> Option<(f64, f64)> {
        let low = self.p((self.value + self.half).max(0.0))?;
        let high = self.p((self.value - self.half).max(0.0))?;
        (low.is_finite() && high.is_finite()).then_some((low, high))
    }

    fn p(&self, value: f64) -> Option<f64> {
        let two_sided = |df: f64, t: f64| Some(2.0 * StudentsT::new(0.0, 1.0, df).ok()?.sf(t));
        match self.kind {
            Kind::T(df) => two_sided(df, value),
            Kind::F(between, within) => Some(FisherSnedecor::new(between, within).ok()?.sf(value)),
            Kind::ChiSquared(df) => Some(ChiSquared::new(df).ok()?.sf(value)),
            Kind::R(_) if value >= 1.0 => Some(0.0),
            Kind::R(df) => two_sided(df, value * (df / (1.0 - value * value)).sqrt()),
            Kind::Z => Some(2.0 * Normal::standard().sf(value)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{ClaimText, article, findings};
    use crate::model::{Decimal, Reported};

    #[track_caller]
    fn told(sentence: &str, quote: &str, p: &str, bound: Bound) -> Vec<(Severity, String)> {
        let value: Decimal = p.parse().unwrap();
        let value = Reported { bound, decimals: value.scale(), ..Reported::exact(value) };
        let claim = ClaimText::new(ClaimKind::PValue, quote).within(sentence).value(value).claim();
        findings("A014", &[article("a", vec![claim])]).into_iter().map(|f| (f.severity, f.message)).collect()
    }

    fn exact(statistic: &str, p: &str) -> Vec<(Severity, String)> {
        let quote = format!("p = {p}");
        told(&format!("Sleep improved ({statistic}, {quote})."), &quote, p, Bound::Exact)
    }

    #[test]
    fn p_values_that_do_not_follow() {
        let note = "Statistic and p value disagree: t(28) = 1.20 gives p = 0.238 to 0.242, not p = 0.01";
        assert_eq!(exact("t(28) = 1.20", "0.01"), [(Severity::Error, note.to_string())]);
        for (statistic, p) in [
            ("F(2, 45) = 1.10", "0.03"),
            ("χ2(1, N = 90) = 1.50", "0.01"),
            ("r(30) = 0.10", "0.02"),
            ("z = 0.50", "0.04"),
        ] {
            assert_eq!(exact(statistic, p).len(), 1, "{statistic} {p}");
        }
        assert_eq!(exact("t(28) = 2.50", "0.04")[0].0, Severity::Warning);
        let bounded = told("Sleep improved, t(28) = 2.10, p < 0.01.", "p < 0.01", "0.01", Bound::LessThan);
        assert_eq!(bounded.len(), 1);
    }

    #[test]
    fn p_values_within_rounding_pass() {
        for (statistic, p) in [
            ("t(28) = 2.20", "0.04"),
            ("t(28) = −2.20", "0.036"),
            ("F(2, 45) = 4.10", "0.02"),
            ("χ2(1, N = 90) = 3.84", "0.05"),
            ("r(30) = .45", "0.01"),
            ("z = 1.96", "0.05"),
        ] {
            assert!(exact(statistic, p).is_empty(), "{statistic} {p}: {:?}", exact(statistic, p));
        }
        assert!(told("Better, t(28) = 2.10, p < 0.05.", "p < 0.05", "0.05", Bound::LessThan).is_empty());
        assert!(told("No better, t(28) = 0.20, p > 0.05.", "p > 0.05", "0.05", Bound::MoreThan).is_empty());
    }

    #[test]
    fn one_sided_tests_and_bare_statistics_pass() {
        assert!(exact("one-tailed t(28) = 1.80", "0.04").is_empty());
        for statistic in ["t = 1.20", "F = 1.10", "t(28) = 1.20 and a mean of 3", "start(28) = 1.20", "t(0) = 1.20"] {
            assert!(exact(statistic, "0.01").is_empty(), "{statistic}");
        }
    }
}
