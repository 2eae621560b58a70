//! A number in its scene in, whether it tells how the figures of a country moved over calendar years out.

use crate::extract::scene::Scene;
use crate::text::{Class, Quantity, Tokens, Unit};

use super::passing::{is_decade, is_year};

/// "The number of cases rose by 40 per cent between 1990 and 2005", "obesity rates have tripled since the 1980s", where no
/// study of such a rise was told of before.
pub fn over_the_years(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let may_move = tokens.any(Class::ChangeVerb) || quantity.unit == Unit::Times;
    let relevant = may_move && matches!(quantity.unit, Unit::Percent | Unit::Times);
    if !relevant || !moves(tokens, quantity) || !spans_years(tokens) {
        return false;
    }
    let found = |tokens: &Tokens| tokens.any(Class::Finder) || tokens.any(Class::StudyWork);
    let moving = |tokens: &Tokens| tokens.any(Class::ChangeVerb) || tokens.any(Class::ChangeNoun);
    let studied = |tokens: &Tokens| found(tokens) && moving(tokens) && spans_years(tokens);
    // ", the authors write in a journal"
    let written = || {
        let mut behind = quantity.last + 1..tokens.len();
        behind.any(|k| matches!(tokens.word(k), "write" | "writes" | "note" | "notes"))
            && !tokens.any(Class::FindingVerb)
    };
    (!found(tokens) || written()) && !scene.sentences[..scene.at].iter().any(|sentence| studied(&sentence.tokens))
}

/// "In the 1970s, 12 per cent of adults fell": so it was long ago.
pub fn of_a_bygone_decade(tokens: &Tokens, quantity: &Quantity) -> bool {
    let decade = |k: usize| matches!(tokens.word(k), "in" | "before" | "until" | "during") && is_decade(tokens, k + 2);
    let relevant = matches!(quantity.unit, Unit::Percent | Unit::Measure(_));
    relevant && (0..2).any(decade) && !tokens.any(Class::Finder) && !tokens.any(Class::StudyWork)
}

/// "In 2009, there were some 14 cases per 10,000 people": how things stood in a year, where no study is spoken of.
pub fn rate_of_a_year(tokens: &Tokens, quantity: &Quantity) -> bool {
    const LEAST: i64 = 1_000;
    let rate = quantity.fraction.is_some_and(|fraction| fraction.total >= LEAST.into());
    let opens = tokens.word(0) == "in" && is_year(tokens, 1);
    let there = || (2..5).any(|k| tokens.word(k) == "there" && tokens.is(k + 1, Class::Be));
    rate && opens && there() && !tokens.any(Class::Finder) && !tokens.any(Class::StudyWork)
}

/// "the number of cases rose by", "rates have tripled": a count of many people moved by the number.
fn moves(tokens: &Tokens, quantity: &Quantity) -> bool {
    const REACH: usize = 12;
    const SUBJECT: usize = 12;
    let before = (quantity.first.saturating_sub(REACH)..quantity.first).rev();
    let itself = quantity.unit == Unit::Times && tokens.word(quantity.first).ends_with("ed");
    let mut clause = before.take_while(|&k| !matches!(tokens.word(k), ";" | ":" | "that" | "who" | "which"));
    let verb = if itself { Some(quantity.first) } else { clause.find(|&k| tokens.is(k, Class::ChangeVerb)) };
    let counted = |k: usize| {
        matches!(
            tokens.word(k),
            "number"
                | "numbers"
                | "rate"
                | "rates"
                | "prevalence"
                | "incidence"
                | "cases"
                | "admissions"
                | "prescriptions"
        ) || matches!(tokens.word(k), "deaths" | "diagnoses" | "consumption" | "prescribing" | "sales" | "spending")
            || matches!(tokens.word(k), "proportion" | "burden" | "visits" | "births" | "operations" | "levels")
    };
    verb.is_some_and(|verb| (verb.saturating_sub(SUBJECT)..verb).any(counted))
}

/// "between 1990 and 2005", "since the 1980s", "has … over the past 30 years".
fn spans_years(tokens: &Tokens) -> bool {
    let decade = |k: usize| tokens.word(k) == "the" && is_year(tokens, k + 1);
    let since = |k: usize| tokens.word(k) == "since" && (is_year(tokens, k + 1) || decade(k + 1));
    let between = |k: usize| {
        matches!(tokens.word(k), "between" | "from")
            && is_year(tokens, k + 1)
            && matches!(tokens.word(k + 2), "and" | "to")
            && (is_year(tokens, k + 3) || is_year(tokens, k + 4))
    };
    let lately = |k: usize| {
        let past = matches!(tokens.word(k), "past" | "last" | "recent") && tokens.before(k) != "of";
        past && (tokens.is(k + 1, Class::TimeUnit) && tokens.word(k + 1).starts_with("decade")
            || tokens.is_number(k + 1) && tokens.word(k + 1).len() > 1 && tokens.word(k + 2) == "years"
            || tokens.is(k + 1, Class::NumberStart) && tokens.word(k + 2) == "years"
            || tokens.word(k + 2) == "decades"
            || tokens.at(k, &["recent", "years"]))
    };
    (0..tokens.len()).any(|k| since(k) || between(k) || lately(k))
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::scopes_behind_the_news;
    use crate::model::Scope;

    #[test]
    fn figures_of_a_country_over_the_years() {
        let of_study = [
            "Falls rose by 12 per cent between 2001 and 2009, the researchers found.",
            "Scores rose by 12 per cent over the next 20 days.",
            "The number of falls rose by 12 per cent after the nurses left.",
            "The risk of gout rose by 12 per cent.",
            "In 2009, the team saw about 31 falls per 10,000 cooks.",
            "In the trial, only 3 per cent of the cooks snored.",
            "In the 2009 season, only 3 per cent of the sailors snored.",
            "The study looked at how deaths fell between 1990 and 2010. The number of deaths fell by 12 per cent between 1990 and 2010.",
        ];
        let of_others = [
            "The number of cooks with gout rose by 12 per cent between 1997 and 2012.",
            "Cases of gout have doubled since the 1970s.",
            "Since the 1980s the rate has more than doubled.",
            "Obesity rates have tripled in the last 30 years.",
            "Prescriptions of syrup fell by 12 per cent from 2005 to 2015.",
            "Across Wales, deaths have fallen by a third since 1990.",
            "In 2009, there were about 31 falls per 10,000 cooks in Hull.",
            "In the 1970s, only 3 per cent of adults snored.",
            "Gout cases doubled in Norway over the past nine years, Smith and colleagues write in a journal.",
        ];
        let is_of_study = |text: &str| {
            let scopes = scopes_behind_the_news(text);
            *scopes.last().expect(text) == Scope::ThisStudy
        };
        of_study.iter().for_each(|text| assert!(is_of_study(text), "{text}"));
        of_others.iter().for_each(|text| assert!(!is_of_study(text), "{text}"));
    }
}
