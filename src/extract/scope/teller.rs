//! A number in its sentence in, who tells it and of whom out: an office, another time, those who were studied.

use crate::extract::beside::phrase_start;
use crate::extract::nouns::abbreviates;
use crate::extract::scene::Scene;
use crate::model::Part;
use crate::text::{Class, Quantity, Tokens, Unit};

/// "found one in nine women", "showed that half of them": what follows was found, in whatever tense it is told.
pub fn found_before(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 3;
    const CLAUSE: usize = 9;
    let found = |k: usize| {
        matches!(
            tokens.word(k),
            "found"
                | "finds"
                | "showed"
                | "revealed"
                | "reveals"
                | "discovered"
                | "estimated"
                | "estimate"
                | "estimates"
                | "calculated"
                | "calculate"
                | "predict"
                | "predicted"
                | "shows"
        ) && !matches!(tokens.before(k), "has" | "have")
    };
    // "They show that", "The paper says that"
    let theirs = |k: usize| {
        matches!(
            tokens.word(k),
            "show" | "mean" | "means" | "says" | "say" | "think" | "believe" | "suggest" | "suggests"
        ) && (tokens.is(k.wrapping_sub(1), Class::StudyWork)
            || matches!(tokens.before(k), "they" | "we" | "findings" | "results" | "paper" | "data")
            || tokens.ends_at(k, &["new", "figures"]))
    };
    let study = |k: usize| tokens.is(k, Class::StudyWork) || tokens.word(k) == "research";
    // "The study shows that gout also strikes more than one in nine cooks"
    let clause = (quantity.first.saturating_sub(CLAUSE)..quantity.first).rev().take_while(|&k| tokens.is_word(k));
    let told = clause
        .take_while(|&k| !tokens.is(k, Class::Modal))
        .any(|k| k > 1 && tokens.word(k) == "that" && (found(k - 1) || theirs(k - 1)) && study(k - 2));
    told || (quantity.first.saturating_sub(NEAR)..quantity.first).any(|k| found(k) || theirs(k))
}

/// "one in ten cases could be prevented, the team reckons": a study works out what would be.
pub fn could_be_avoided(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 10;
    let would = |k: usize| {
        tokens.is(k, Class::Modal) && tokens.word(k + 1) == "be" && tokens.word(k + 2).ends_with("ed")
            || tokens.is(k, Class::Modal) && tokens.at(k + 1, &["have", "been"])
    };
    let study = || tokens.having(Class::Gathered).any(|k| matches!(tokens.word(k), "findings" | "results"));
    (tokens.any(Class::StudyWork) || study())
        && tokens.any(Class::Modal)
        && (quantity.last + 1..quantity.last + 1 + NEAR).any(would)
}

/// "The ministry said that 12 per cent …", "A council audit revealed …": an office gives its own figures.
pub fn other_reporter(tokens: &Tokens, quantity: &Quantity) -> bool {
    const REACH: usize = 12;
    let told = |k: usize| {
        tokens.is(k, Class::ReportingVerb)
            || matches!(
                tokens.word(k),
                "revealed" | "found" | "shows" | "showed" | "estimates" | "estimated" | "suggest" | "reported" | "show"
            )
    };
    if !tokens.any(Class::Office) {
        return false;
    }
    if according_to_office(tokens) {
        return true;
    }
    let before = quantity.first.saturating_sub(REACH)..quantity.first;
    // "A fall was noted by half of the council"
    let active = |k: usize| !tokens.is(k.wrapping_sub(1), Class::Be);
    let verb = before.rev().take_while(|&k| tokens.word(k) != ";").find(|&k| told(k) && active(k));
    let subject = |verb: usize| (verb.saturating_sub(REACH)..verb).rev().take_while(|&k| tokens.word(k) != ",");
    verb.is_some_and(|verb| {
        // "A survey by the Foundation of Cooks has found"
        let of_study =
            || (verb.saturating_sub(REACH)..verb).any(|k| tokens.is(k, Class::StudyWork) && tokens.word(k + 1) == "by");
        // "Scientists at the Bureau of Ships have said" is no news
        let before_now = || {
            matches!(tokens.before(verb), "has" | "have")
                && matches!(tokens.word(verb), "said" | "warned" | "estimated" | "claimed")
        };
        subject(verb).any(|k| tokens.is(k, Class::Office))
            && (!subject(verb).any(|k| tokens.is(k, Class::StudyWork)) || before_now())
            && !of_study()
    })
}

/// "according to data from the Ministry of Oats", but not "according to a report by the ministry".
fn according_to_office(tokens: &Tokens) -> bool {
    const NAME: usize = 12;
    let Some(at) = (0..tokens.len()).find(|&k| tokens.at(k, &["according", "to"])) else { return false };
    let source = (at + 2..at + NAME).take_while(|&k| tokens.is_word(k) || abbreviates(tokens, k));
    let study =
        |k: usize| tokens.classes(k).has_either(Class::ResearchNoun, Class::StudyWork) || tokens.is(k, Class::Finder);
    let mut source = source.take_while(|&k| !study(k));
    source.any(|k| tokens.is(k, Class::Office))
}

/// "studied 900 nurses in Wales", "analysing data for 6,000 pupils in England": the place is where they live.
pub fn directly_studied(tokens: &Tokens, quantity: &Quantity) -> bool {
    if quantity.unit != Unit::None || !tokens.any(Class::RecruitVerb) || quantity.value.low < FEWEST_STUDIED.into() {
        return false;
    }
    let start = phrase_start(tokens, quantity.first);
    let data = matches!(tokens.before(start), "for" | "from" | "on" | "of")
        && tokens.is(start.wrapping_sub(2), Class::Gathered);
    let end = if data { start - 2 } else { start };
    let verb = |k: usize| {
        let told = tokens.word(k).ends_with("ed") || tokens.word(k).ends_with("ing");
        tokens.is(k, Class::RecruitVerb) && !tokens.is(k, Class::Preposition) && told && tokens.word(k) != "treated"
    };
    end > 0 && verb(end - 1)
}

/// "two thirds of the men", "12% of these women".
pub fn of_known_people(tokens: &Tokens, quantity: &Quantity) -> bool {
    let next = quantity.last + 1;
    let general = |k: usize| matches!(tokens.word(k), "cases" | "people" | "adults");
    let people = || (next + 2..next + 4).any(|k| tokens.is(k, Class::People) && !general(k));
    let inside = quantity.fraction.is_none() && quantity.unit == Unit::Percent;
    inside && tokens.word(next) == "of" && matches!(tokens.word(next + 1), "the" | "these" | "those") && people()
}

/// "Existing drugs cut flares by 20 per cent", "An earlier vaccine prevented a third": what another treatment does is known.
pub fn older_treatment(scene: &Scene, quantity: &Quantity) -> bool {
    const REACH: usize = 24;
    const PHRASE: usize = 4;
    /// Tokens of who says it and that they say it.
    const REPORTED: usize = 8;
    let tokens = scene.tokens();
    let told = matches!(quantity.unit, Unit::Percent | Unit::Times | Unit::Measure(_));
    if !told || quantity.first > REACH || scene.sentence().part != Part::Body {
        return false;
    }
    let at = if matches!(tokens.word(0), "an" | "a" | "but" | "one" | "most" | "many") { 1 } else { 0 };
    let at = if tokens.word(at) == "currently" { at + 1 } else { at };
    let older = |k: usize| {
        matches!(
            tokens.word(k),
            "existing"
                | "current"
                | "earlier"
                | "older"
                | "today's"
                | "available"
                | "conventional"
                | "previous"
                | "approved"
        )
    };
    // "She noted that older drugs …"
    let said = (0..REPORTED).find(|&k| tokens.is(k, Class::ReportingVerb));
    let said = said.map(|k| k + 1 + usize::from(tokens.word(k + 1) == "that"));
    let at = said.filter(|&k| older(k)).unwrap_or(at);
    let treatment = |k: usize| {
        matches!(
            tokens.word(k),
            "drug" | "drugs" | "vaccine" | "vaccines" | "treatments" | "treatment" | "medicines" | "medications"
        ) || matches!(tokens.word(k), "therapies" | "pills" | "pill" | "tests" | "shots" | "devices")
    };
    // "Existing drugs worked as well in the trial", "earlier drugs, compared with the new one"
    let here = |k: usize| {
        tokens.is(k, Class::StudyWork)
            || matches!(tokens.word(k), "compared" | "versus" | "but" | "while" | ";" | "combined" | "group")
    };
    older(at) && (at + 1..at + 1 + PHRASE).any(treatment) && !(at..quantity.last + PHRASE).any(here)
}

/// "two years ago" in the words before, "Last May, …" at the beginning: results of another time.
pub fn ago_before(tokens: &Tokens, quantity: &Quantity) -> bool {
    // "experts warned last March"
    let last = |month: usize| tokens.before(month) == "last" && tokens.word(month) != "month";
    let led = |month: usize| month == 1 || tokens.is(month - 2, Class::ReportingVerb);
    // "the head of the guild last year warned that", "said last year"
    let then = |k: usize| {
        matches!(tokens.before(k), "last" | "previous")
            && (tokens.is(k + 1, Class::ReportingVerb) || tokens.is(k.wrapping_sub(2), Class::ReportingVerb))
    };
    let last_year = || {
        let mut years = tokens.having(Class::TimeUnit).filter(|&k| matches!(tokens.word(k), "year" | "month"));
        tokens.any(Class::ReportingVerb) && years.any(then)
    };
    tokens.having(Class::Month).any(|k| last(k) && led(k))
        || last_year()
        || tokens.any(Class::PastAdverb)
            && ((quantity.first.saturating_sub(12)..quantity.first).any(|k| tokens.word(k) == "ago")
                || quantity.first > 4 && (2..4).any(|k| tokens.at(k, &["ago", ","])))
}

/// "Gout strikes many cooks and has been tied to a fivefold rise in falls": so it was known before.
pub fn long_linked(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 9;
    let effect = matches!(quantity.unit, Unit::Percent | Unit::Times);
    let linked = |k: usize| {
        matches!(tokens.word(k), "linked" | "tied" | "associated" | "shown" | "connected")
            && matches!(tokens.word(k + 1), "to" | "with")
            && (k.saturating_sub(3)..k).any(|j| tokens.word(j) == "been" && matches!(tokens.before(j), "has" | "have"))
    };
    effect
        && !tokens.any(Class::Finder)
        && !tokens.any(Class::StudyWork)
        && (quantity.first.saturating_sub(NEAR)..quantity.first).any(linked)
}

/// "joined an ongoing 40-week extension study".
pub fn still_running(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 5;
    let running = matches!(tokens.before(quantity.first), "ongoing" | "continuing");
    running
        && matches!(tokens.word(quantity.first.wrapping_sub(2)), "a" | "an")
        && (quantity.last + 1..quantity.last + NEAR)
            .take_while(|&k| tokens.is_word(k) || tokens.word(k) == "-")
            .any(|k| tokens.is(k, Class::ResearchNoun) || tokens.is(k, Class::StudyWork))
}

/// "rose by 3 per cent per 5 kg gained", "up by 12% for every extra hour", "Each extra mug cut the risk by 9 per cent": how much
/// an effect grows with its cause is worked out by studies.
pub fn by_the_step(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 9;
    if !matches!(quantity.unit, Unit::Percent | Unit::Times) {
        return false;
    }
    let after = quantity.last + 1;
    let at = if tokens.word(after) == "for" { after + 1 } else { after };
    let step = |k: usize| {
        tokens.is(k, Class::ChangeNoun) || matches!(tokens.word(k), "extra" | "additional" | "unit" | "further")
    };
    let behind = (tokens.word(at) == "per" || matches!(tokens.word(at), "every" | "each"))
        && (at + 1..at + NEAR).take_while(|&k| tokens.word(k) != ",").any(step);
    let moved = || tokens.before(quantity.first) == "by" && tokens.any(Class::ChangeVerb);
    let opens = || matches!(tokens.word(0), "every" | "each") && (1..4).any(step) && moved();
    behind || opens()
}

/// Fewer are told as people.
const FEWEST_STUDIED: i64 = 10;

/// "the three-year study", "this 400-patient trial": the number describes the study that readers know by now.
pub fn of_the_study(tokens: &Tokens, quantity: &Quantity) -> bool {
    let known = matches!(tokens.before(quantity.first), "the" | "this" | "our");
    let next = if tokens.word(quantity.last + 1) == "-" { quantity.last + 2 } else { quantity.last + 1 };
    known && (next..next + 2).any(|k| tokens.is(k, Class::StudyWork) && tokens.word(k) != "team")
}

/// "18.3 per cent", "2,016 women": facts known to everybody are told in round figures.
pub fn precise(quantity: &Quantity) -> bool {
    quantity.unit == Unit::Percent && quantity.value.decimals > 0
}

#[cfg(test)]
mod tests {
    use crate::extract::testing;
    use crate::model::Scope;

    fn last_scope(told: &str) -> Scope {
        let known =
            "The study followed nurses.\n\nThe researchers found that 12 per cent fell.\n\nIt was so.\n\nIt is.\n\n";
        let claims = testing::claims(format!("{known}{told}"));
        claims.last().expect(told).scope
    }

    #[test]
    fn what_a_study_found_wherever_people_live() {
        for told in [
            "Dr Hale studied 112 sailors in Australia.",
            "Analysing data for 6,100 pupils in England, they saw no harm.",
            "They calculated that 31 per cent of falls could be avoided.",
            "The research shows that gout also strikes more than one in nine cooks.",
            "Though cooks are tall, new figures show one in nine cooks are ill.",
            "New figures show one in nine cooks are ill with gout.",
            "A third of cooks snored, according to a report by the Ministry of Ships.",
            "Scientists at the Bureau of Ships found that 31 per cent of the cooks snored.",
            "Joining an alliance was noted by 31 per cent of the cooks.",
            "If the findings hold, 31 per cent of falls could be prevented.",
            "It found that 31 per cent of cooks in England snore.",
            "Seven in 10 of those polled agreed that oats should be taxed.",
        ] {
            assert_eq!(last_scope(told), Scope::ThisStudy, "{told}");
        }
    }

    #[test]
    fn what_older_treatments_do() {
        for told in [
            "An earlier vaccine, given to sailors since 2019, cut falls by 13 percent.",
            "Existing drugs cut falls by about 20 percent.",
            "She noted that older drugs such as rum cut falls by about 20 percent.",
            "Today's treatments cut falls by a fifth.",
            "More than one in 10 U.S. sailors have gout.",
        ] {
            assert_ne!(last_scope(told), Scope::ThisStudy, "{told}");
        }
        for told in [
            "The vaccine cut falls by 13 percent.",
            "The older drug in the trial cut falls by 20 percent.",
            "Existing drugs cut falls by 20 percent, compared with 40 percent for the new one.",
            "Four of seven sailors could walk unaided after the injection.",
        ] {
            assert_eq!(last_scope(told), Scope::ThisStudy, "{told}");
        }
    }

    #[test]
    fn told_by_the_step_or_of_another_time() {
        for told in [
            "Worldwide, the prevalence of gout rose by 0.4% per extra mug drunk.",
            "The risk of gout, rife in the UK, is raised by 3 to 8 per cent per extra mug.",
            "Every extra mug in the UK cut the risk of gout by 9 per cent.",
            "Each additional hour raised the odds of gout by 9 per cent.",
            "The study said last year's snow hurt 12 per cent of the sailors.",
            "In the study, rum was linked to a fivefold rise in gout.",
        ] {
            assert_eq!(last_scope(told), Scope::ThisStudy, "{told}");
        }
        for told in [
            "Dr Hale, head of the guild of cooks, last year warned that one mug a day raises the odds of gout.",
            "The head of the guild said last year that 12 per cent of cooks had gout.",
            "Cooks who slept well could join SLEEPER-3, an ongoing 40-week extension study.",
            "Gout strikes many cooks, and has been tied to a fivefold rise in falls.",
            "Rum has long been tied to a 12 per cent rise in gout.",
            "Worldwide, the prevalence of gout is 4 per cent.",
        ] {
            assert_ne!(last_scope(told), Scope::ThisStudy, "{told}");
        }
    }

    #[test]
    fn what_an_office_counts() {
        for told in [
            "Last year, 12 per cent of operations were cancelled, NHS figures show.",
            "The ministry said that 12 per cent of nurses fell.",
            "A third of cooks snore, according to data from the Ministry of Ships.",
            "According to figures from the Council of Cooks, 31 per cent snored.",
            "Scientists at the Bureau of Ships have said that 31 per cent of cooks snore.",
            "The Commission on Work at Sea has found that 31 per cent snored.",
            "Doctors say that 80 per cent of cases could be prevented.",
            "The Academy of Cooks says up to 80 percent of such falls could be prevented.",
            "Dr Hale, who was not involved in the study, said about a third of patients stop taking such drugs.",
            "Dr Hale, who had no role in the trial, said 40 percent of patients get no better.",
            "\"I would have guessed 10 percent,\" said Dr Hale.",
            "A separate survey by cooks showed that 40 per cent of nurses were tired.",
        ] {
            assert_ne!(last_scope(told), Scope::ThisStudy, "{told}");
        }
    }
}
