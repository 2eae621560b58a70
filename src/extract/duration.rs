//! How long the treatment, the follow-up or the study lasted, and when outcomes were assessed: "for 12 weeks", "at 24 weeks".

mod named;
mod since;
mod turns;

use rust_decimal::Decimal;

use crate::model::{ClaimKind, Scope, Statistic};
use crate::text::{Class, Form, Quantity, Tokens, Unit};

use super::gained_time::improved_by;
use super::nouns::ILL;
use super::other_time::{history, onset, window};
use super::paired_time::{compared_with_another, lends, second_of_two, told_as_another};
use super::scene::Scene;
use super::time_spent;
use super::world_time::{elsewhere, longer_than_a_life, practises, told_of_world};
use super::{Draft, KindReader, reading_of};
pub(super) use named::names_it;
use since::{after_event, meanwhile, since_event, too_short};
pub(super) use since::{event_follows, share_survives};
use turns::{further_on, ran, reached_by, spent_in, stuck_to, worth};

pub static READER: KindReader = KindReader {
    kind: ClaimKind::Duration,
    reads: "for 12 weeks, followed for 10 years, a six-week trial, at 24 weeks, six months after treatment, up to three years",
    refuses: "ages, years of experience, history (ten years ago, the past decade), risk windows, onset times, per-what",
    read: Some(read),
};

fn read(scene: &Scene, quantity: &Quantity, scope: Scope) -> Option<Draft> {
    let Unit::Time(unit) = quantity.unit else { return None };
    if quantity.form == Form::Share {
        return None;
    }
    // "assessed at three, six and 12 months"
    if quantity.borrowed_unit {
        let mut later = scene.quantities().iter().skip_while(|q| q.first <= quantity.first);
        let later = later.find(|q| !q.borrowed_unit).filter(|q| q.unit == quantity.unit);
        // "for four days or nine"
        let earlier = || scene.quantities_before(quantity.first).last().filter(|q| lends(q, quantity));
        let host = later.or_else(earlier)?;
        let told = reading_of(scene, host, scope).filter(|draft| draft.kind == ClaimKind::Duration);
        return told.map(|_| Draft::of(ClaimKind::Duration, quantity, Statistic::Other));
    }
    let tokens = scene.tokens();
    let claim = || Draft::of(ClaimKind::Duration, quantity, Statistic::Other);
    if matches!(unit, "minute" | "hour") && takes(tokens, quantity) {
        return Some(claim());
    }
    let own = scope != Scope::Background || studied(tokens, quantity);
    if matches!(unit, "minute" | "hour") && own && (after_event(scene, quantity) || sampled(tokens, quantity)) {
        return Some(claim());
    }
    if own && (second_of_two(scene, quantity, scope) || told_as_another(scene, quantity, scope)) {
        return Some(claim());
    }
    if matches!(unit, "second" | "minute")
        || unit == "night" && !spent_nights(tokens, quantity)
        || history(tokens, quantity)
        || elsewhere(scene, quantity)
        || window(tokens, quantity)
        || onset(scene, quantity)
        || longer_than_a_life(unit, quantity)
        || took_to_do(tokens, quantity)
        || practises(scene, quantity)
        || published_later(tokens, quantity)
        || of_the_speaker(tokens, quantity)
        || !studied(tokens, quantity) && told_of_world(scene, quantity)
    {
        return None;
    }
    let article = quantity.form == Form::Article;
    let hours = unit == "hour"
        && !sampled(tokens, quantity)
        && !(quantity.value.low > Decimal::from(24) && names_it(tokens, quantity))
        && (!matches!(tokens.before(quantity.first), "for" | "at" | "over" | "lasted" | "lasting")
            || tokens.ends_at(quantity.first, &["out", "at"]) && tokens.word(quantity.last + 1) == "of");
    // a general fact is told without a study
    let told = names_it(tokens, quantity)
        || interval(tokens, quantity)
        || lasts(scene, quantity) && (own || of_treatment(tokens, quantity))
        || own && (compared_with_another(scene, quantity) || time_spent::extended_to(tokens, quantity))
        || further_on(tokens, quantity.last + 1)
            && (quantity.last + 2..tokens.len()).any(|k| tokens.is(k, Class::PastVerb))
        || own
            && (too_short(tokens, quantity)
                || time_spent::better_part(tokens, quantity)
                || if article { assessed_later(scene, quantity) } else { from_event(scene, quantity) });
    (!hours && told).then(claim)
}

/// "nine weeks after the fall", "meanwhile", "beyond the nine weeks that they were studied".
fn from_event(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    since_event(tokens, quantity)
        || meanwhile(scene, quantity)
        || tokens.before(quantity.first) == "beyond" && studied(tokens, quantity)
}

/// "those who were cut felt better a year afterward": of the people of the study, not of one man.
fn assessed_later(scene: &Scene, quantity: &Quantity) -> bool {
    const NEAR: usize = 16;
    let tokens = scene.tokens();
    let people = |k: usize| {
        tokens.is(k, Class::PeopleGroup)
            || tokens.is(k, Class::People) && !tokens.is(k, Class::Singular)
            || tokens.word(k) == "those"
    };
    matches!(tokens.word(quantity.last + 1), "afterwards" | "afterward" | "on")
        && !tokens.is_word(quantity.last + 2)
        && (quantity.first.saturating_sub(NEAR)..quantity.first).any(people)
}

/// "slept in the laboratory for ten nights", "over five nights"
fn spent_nights(tokens: &Tokens, quantity: &Quantity) -> bool {
    let several = quantity.value.low > Decimal::ONE;
    let hyphen = tokens.word(quantity.number_last + 1) == "-";
    several
        && !hyphen
        && matches!(tokens.before(led_from(tokens, quantity.first)), "for" | "over" | "after" | "during" | "across")
}

/// Somebody was followed or treated for the time, whatever the scope of the sentence: "tracked 900 nurses for ten years".
fn studied(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 9;
    const FOLLOWED: [&str; 15] = [
        "watched",
        "surveyed",
        "checked",
        "tested",
        "followed",
        "tracked",
        "monitored",
        "observed",
        "treated",
        "randomised",
        "randomized",
        "assigned",
        "given",
        "received",
        "taken",
    ];
    let near = quantity.first.saturating_sub(NEAR)..quantity.first;
    near.rev().take_while(|&k| !matches!(tokens.word(k), "," | ";" | "and")).any(|k| FOLLOWED.contains(&tokens.word(k)))
}

/// "It took ten years to bring the syrup to market": the toil of somebody.
fn took_to_do(tokens: &Tokens, quantity: &Quantity) -> bool {
    let first = led_from(tokens, quantity.first);
    let took = (first.saturating_sub(2)..first).any(|k| matches!(tokens.word(k), "took" | "taken" | "takes" | "take"));
    let done = matches!(
        tokens.word(quantity.last + 2),
        "bring" | "develop" | "build" | "find" | "make" | "get" | "reach" | "win" | "prove" | "write" | "set"
    );
    took && tokens.word(quantity.last + 1) == "to" && done
}

/// "I was out of work for a month", "it has been two years for me": what somebody says of himself.
fn of_the_speaker(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 8;
    let near = (quantity.first.saturating_sub(NEAR)..quantity.first).chain(quantity.last + 1..quantity.last + 3);
    near.into_iter().any(|k| matches!(tokens.word(k), "i" | "i'd" | "i've" | "i'm" | "i'll" | "my" | "me"))
        && !tokens.any(Class::StudyPeople)
        && !names_it(tokens, quantity)
}

/// "another survey two years later showed no link": when it came out.
fn published_later(tokens: &Tokens, quantity: &Quantity) -> bool {
    const REACH: usize = 12;
    let after = quantity.last + 1;
    let told = matches!(
        tokens.word(after + 1),
        "found"
            | "put"
            | "showed"
            | "reported"
            | "concluded"
            | "linked"
            | "tied"
            | "saw"
            | "suggested"
            | "came"
            | "reached"
    );
    let other = |k: usize| {
        matches!(
            tokens.word(k),
            "smaller" | "larger" | "bigger" | "second" | "another" | "one" | "a" | "an" | "similar"
        )
    };
    tokens.word(after) == "later" && told && (quantity.first.saturating_sub(REACH)..quantity.first).any(other)
}

/// "takes barely an hour to fit": how long a procedure lasts.
fn takes(tokens: &Tokens, quantity: &Quantity) -> bool {
    let first = led_from(tokens, quantity.first);
    let verb = |k: usize| matches!(tokens.word(k), "take" | "takes" | "took");
    let takes = verb(first.wrapping_sub(1)) || verb(first.wrapping_sub(2)) && tokens.is_word(first - 1);
    let procedure = (first.saturating_sub(4)..first).any(|k| {
        tokens.is(k, Class::ClockEvent)
            || matches!(tokens.word(k), "procedure" | "procedures" | "scan" | "test" | "infusion")
    });
    takes && (tokens.word(quantity.last + 1) == "to" || procedure)
}

/// What people are treated with or do, and for how long is told.
const TREATMENTS: [Class; 5] = [Class::Exposure, Class::Care, Class::TreatmentWord, Class::Food, Class::Portion];

/// "follow-up" and "follow up" start at token `k`.
pub(super) fn follow_up(tokens: &Tokens, k: usize) -> bool {
    tokens.at(k, &["follow", "-", "up"]) || tokens.at(k, &["follow", "up"])
}

/// "the usual waiting time is nine months", "a follow-up of five years", "the interval was only nine weeks".
fn interval(tokens: &Tokens, quantity: &Quantity) -> bool {
    const LONGEST_NAME: usize = 12;
    let link = led_from(tokens, quantity.first);
    let linked = (link.saturating_sub(1)..quantity.first)
        .any(|k| matches!(tokens.word(k), "was" | "is" | "were" | "averaged" | "of"))
        // "(median follow-up four years)"
        || tokens.ends_at(quantity.first, &["follow", "-", "up"]);
    // "the mean duration of gout was 9.6 years": how long they had it
    let illness = |k: usize| tokens.classes(k).meets(ILL) || tokens.word(k) == "symptoms";
    let of_illness =
        |k: usize| tokens.word(k + 1) == "of" && (k + 2..k + 5).take_while(|&k| tokens.is_word(k)).any(illness);
    // "the delay from the first sneeze to a diagnosis is two years"
    let of_finding = |k: usize| {
        matches!(tokens.word(k + 1), "from" | "between")
            && (k + 2..quantity.first).any(|k| matches!(tokens.word(k), "diagnosis" | "onset" | "symptoms"))
    };
    let timed = |k: usize| {
        !of_illness(k) && !of_finding(k) && matches!(tokens.word(k), "interval" | "duration" | "length" | "delay" | "wait" | "followup")
            // "the course was six weeks"
            || tokens.is(k, Class::LastingNoun) && k + 2 == quantity.first && tokens.before(quantity.first) != "of"
            || follow_up(tokens, k)
            || tokens.word(k) == "time" && (tokens.before(k) == "waiting" || tokens.ends_at(k, &["follow", "-", "up"]))
    };
    linked
        && (link.saturating_sub(LONGEST_NAME)..quantity.first)
            .rev()
            .take_while(|&k| !matches!(tokens.word(k), "," | ";" | "." | "while" | "but"))
            .any(timed)
}

/// "blood was taken after 24 hours": when something was measured.
fn sampled(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 9;
    let start = led_from(tokens, quantity.first);
    let measured = |k: usize| {
        matches!(
            tokens.word(k),
            "taken" | "measured" | "tested" | "checked" | "sampled" | "assessed" | "scanned" | "swabbed" | "weighed"
        )
    };
    // "After nine minutes, the nurses tested their ears"
    let fronted =
        || (start == 1 || start > 1 && tokens.word(start - 2) == ",") && tokens.word(quantity.last + 1) == ",";
    let behind = || (quantity.last + 2..quantity.last + 2 + NEAR).any(measured);
    tokens.before(start) == "after" && ((start.saturating_sub(NEAR)..start).any(measured) || fronted() && behind())
}

/// Words that say something went on, was followed or was assessed.
fn lasts(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let start = led_from(tokens, quantity.first);
    let led = tokens.is(start.wrapping_sub(1), Class::DurationLead)
        || (start..quantity.first)
            .any(|k| matches!(tokens.word(k), "at" | "over") || tokens.at(k, &["up", "to"]) || average_of(tokens, k));
    let led = led
        || worth(tokens, quantity)
        || stuck_to(tokens, quantity, start)
        || spent_in(tokens, quantity)
        || ran(tokens, start)
        || improved_by(tokens, quantity)
        || reached_by(tokens, quantity, start)
        || tokens.ends_at(start, &["as", "early", "as"])
        || tokens.ends_at(start, &["at", "their"])
        || tokens.ends_at(start, &["as", "little", "as"])
        || tokens.ends_at(start, &["as", "late", "as"])
        || tokens.ends_at(start, &["as", "long", "as"]);
    let after = quantity.last + 1;
    let named = (after..after + 3).any(|k| tokens.is(k, Class::DurationNoun));
    let later = matches!(tokens.word(after), "later" | "after" | "post" | "beforehand")
        || tokens.word(after).starts_with("post-")
        || further_on(tokens, after)
        || with_later(scene, quantity);
    // "two attacks a month on syrup"
    let counted = |q: &Quantity| q.unit == Unit::None && q.last + NEAREST_COUNT >= start;
    let rate = quantity.form == Form::Article
        && tokens.before(quantity.first).ends_with('s')
        && scene.quantities_before(quantity.first).last().is_some_and(counted);
    let compound = tokens.word(quantity.number_last + 1) == "-"
        || quantity.form == Form::Article && !rate
        || tokens.before(quantity.first) == "a";
    led || later || (named && compound)
}

/// From a count to "a month" at most: "two fewer bad attacks".
const NEAREST_COUNT: usize = 5;

/// "both two weeks and ten months after the birth"
fn with_later(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let joined = matches!(tokens.word(quantity.last + 1), "and" | "or" | ",");
    joined
        && scene.quantity_at(quantity.last + 2).is_some_and(|next| {
            matches!(next.unit, Unit::Time(_))
                && matches!(tokens.word(next.last + 1), "later" | "after" | "post" | "afterwards" | "beforehand")
        })
}

/// "an average of", "a total of": not the "of" of "a target of".
fn average_of(tokens: &Tokens, k: usize) -> bool {
    tokens.word(k) == "of"
        && matches!(
            tokens.before(k),
            "average" | "mean" | "median" | "total" | "minimum" | "maximum" | "course" | "period" | "end"
        )
}

/// The first of the filling words before a duration ("for an average of about …").
pub(super) fn led_from(tokens: &Tokens, first: usize) -> usize {
    const LONGEST_LIST: usize = 12;
    let filler = |k: usize| {
        tokens.is(k, Class::DurationFiller)
            || tokens.is_number(k)
            || tokens.is(k, Class::NumberStart)
            || tokens.is(k, Class::TimeUnit)
    };
    (first.saturating_sub(LONGEST_LIST)..first).rev().take_while(|&k| filler(k)).last().unwrap_or(first)
}

fn of_treatment(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 4;
    const FAR: usize = 8;
    let after = quantity.last + 1;
    let named = (after..after + NEAR).any(|k| tokens.is(k, Class::LastingNoun) || tokens.is(k, Class::TreatmentWord));
    let given = matches!(tokens.before(led_from(tokens, quantity.first)), "for" | "over")
        && (quantity.first.saturating_sub(FAR)..quantity.first).any(|k| {
            tokens.is(k, Class::AssignVerb)
                || tokens.is(k, Class::DoseUnit)
                || matches!(tokens.word(k), "treatment" | "sessions" | "week" | "prescribed")
        });
    // "a better outcome of survival at one year"
    let assessed = tokens.before(quantity.first) == "at"
        && !matches!(quantity.unit, Unit::Time("hour" | "day"))
        && (quantity.first.saturating_sub(NEAR)..quantity.first).any(|k| tokens.is(k, Class::OutcomeStrong));
    named || given || assessed || tokens.ends_at(quantity.first, &["period", "of"])
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::told;
    use crate::model::ClaimKind::Duration;

    fn check(cases: &[(&str, &[&str])]) {
        for (text, found) in cases {
            let wanted: Vec<_> = found.iter().map(|quote| format!("duration {quote}")).collect();
            assert_eq!(told(text, &[Duration]), wanted, "{text}");
        }
    }

    #[test]
    fn what_lasted_is_named() {
        check(&[
            ("The five year study found fewer falls.", &["five year"]),
            ("The 20 year national research effort ended.", &["20 year"]),
            ("They compared 10-year survival rates.", &[]),
            ("Nurses tried five weeks of mud therapy.", &["five weeks"]),
            ("The brace takes only 25 minutes to fit.", &["25 minutes"]),
            ("The procedure takes about 20 minutes.", &["20 minutes"]),
            ("The bus takes 20 minutes.", &[]),
            ("In the study, nine weeks of inhaler use raised the risk.", &["nine weeks"]),
            ("The study found that after spending nine days in the dark, cooks slept.", &["nine days"]),
            ("Such pills are only prescribed for up to nine days.", &["nine days"]),
            ("The study found that after spending nine days in hospital, cooks slept.", &[]),
            ("In the study, nine weeks of tax rises were ahead.", &[]),
            ("Such fines are only prescribed within nine days of a theft.", &[]),
            ("Four weeks into the trial, pain had fallen.", &["Four weeks"]),
            ("Typically, patients are treated for six weeks.", &["six weeks"]),
            ("Four weeks into the year, snow fell.", &[]),
            ("A ten year old boy took part.", &[]),
            ("He faces three years in prison.", &[]),
            ("They had 20 years of experience.", &[]),
            ("Over a decade of research shows little.", &[]),
            ("In the trial, extending the treatment to 14 weeks raised the rate.", &["14 weeks"]),
            ("In the trial, 95% had no progression after a follow-up of 14 months.", &["14 months"]),
            ("In the trial, nurses had two attacks a month on syrup.", &[]),
            (
                "In the trial, nurses were treated for 26 weeks with syrup and 13 weeks with water.",
                &["26 weeks", "13 weeks"],
            ),
            (
                "In the trial, the median follow-up was 26 months in the syrup group and 24 months in the water group.",
                &["26 months", "24 months"],
            ),
            ("In the trial, nurses took syrup for 26 weeks and spoke of 13 weeks with their aunts.", &["26 weeks"]),
            ("In the trial, extending the pier to 14 weeks of work was dear.", &[]),
        ]);
    }

    #[test]
    fn what_is_no_study() {
        check(&[
            ("In the study, nurses on it for six months did well.", &["six months"]),
            ("In the study, the treatment lasted 12 weeks.", &["12 weeks"]),
            ("We have followed the nurses for 20 years.", &["20 years"]),
            ("In the study, those who have taken it for five years did well.", &["five years"]),
            ("In the study, women who took the lowest dose for ten weeks did well.", &["ten weeks"]),
            ("She has worked as a nurse for 20 years.", &[]),
            ("In the study, he said, nurses took it for six weeks.", &["six weeks"]),
            ("In the study, she found that nurses took it for six weeks.", &["six weeks"]),
            ("He was jailed for three years.", &[]),
            ("Syrup has been used for 30 years.", &[]),
            ("For 50 years, sailors have drunk syrup.", &[]),
            ("It was the worst winter for more than ten years.", &[]),
            ("It fell for the first time in ten years.", &[]),
            ("In the study, the risk stayed raised for up to 30 years.", &[]),
            ("In the study, syrup raised the risk of being hurt for 14 days.", &[]),
            ("In the study, the benefits lasted for six months.", &[]),
            ("In the study, those with diabetes for more than 10 years did worse.", &[]),
            ("In the study, patients waited for 18 weeks.", &[]),
            ("The war lasted six years.", &[]),
            ("In the study, one jab lasts for three months.", &[]),
            ("In the study, dieters ate little on two days.", &[]),
            ("In the study, the drug was given from 28 weeks until birth.", &[]),
            ("The trial, which lasted six months, tested syrup.", &["six months"]),
            ("In the study, toddlers at 21 months drank much milk.", &[]),
            ("A hundred years later, the study found the ship.", &[]),
            ("After a decade of failed trials, syrup came.", &[]),
            ("In the study, fasting for two days a week did good.", &[]),
        ]);
    }

    #[test]
    fn marks_and_lengths() {
        check(&[
            ("In the study, half were well by the three-month mark.", &["three-month"]),
            ("In the study, gout had gone by the two-year point.", &["two-year"]),
            ("In the study, they were weighed at the six-week visit.", &["six-week"]),
            ("In the study, two years out, half were well.", &["two years"]),
            ("Six weeks in, half of those in the study were well.", &["Six weeks"]),
            ("In the study, three years down the road, they slept well.", &["three years"]),
            ("In the study, 40 falls were counted over those two years.", &["two years"]),
            ("A decade is not long enough for such a study.", &["A decade"]),
            ("The study says two weeks may be too short.", &["two weeks"]),
            ("Nurses in the study had three weeks of drips.", &["three weeks"]),
            ("In the study, five days of antibiotics did it.", &["five days"]),
            ("In the study, no one was followed beyond six months.", &["six months"]),
            ("The study took the better part of three years.", &["three years"]),
            ("In the study, half fell ill in the 40 days that followed.", &["40 days"]),
            ("In the study, five days of syrup were as good as ten.", &["five days", "ten"]),
            ("In the study, they took syrup for two weeks or four.", &["two weeks", "four"]),
            ("In the study, sailors slept in the laboratory for ten nights.", &["ten nights"]),
            ("In the study, the course was six weeks.", &["six weeks"]),
            ("In the study, two weeks of rain fell.", &[]),
            ("The bus came at the ten-mile point.", &[]),
            ("In the study, two years out of date, they slept.", &[]),
            ("A decade is long.", &[]),
            ("In the study, babies got eggs from eight months on.", &[]),
            ("In the study, a course begun at nine months did well.", &[]),
            ("Here is a rat at 40 months.", &[]),
            ("For nine years Peg Karlow sold oats, the study said.", &[]),
            ("The study is by Dr Karlow, who was head of a ward for ten years.", &[]),
            ("In the study, sneezing went on for 20 days.", &[]),
            ("In the study, syrup holds off gout for two years.", &[]),
            ("In the study, babies were older than two months (median three years).", &[]),
            ("In the study, her 18-night stay was long.", &[]),
        ]);
    }

    #[test]
    fn school_work_money_and_verdicts() {
        check(&[
            ("In the study, patients took syrup for three years while at sea.", &["three years"]),
            ("The researchers began a nine-year study at a university.", &["nine-year"]),
            ("A nurse gave the sailors of the study syrup for three weeks.", &["three weeks"]),
            ("The syrup costs $50 for a six-week course.", &["six-week"]),
            ("In the study, nurses who had studied at a university for three years did worse.", &[]),
            ("In the study, sailors had at least 12 years of schooling.", &[]),
            ("In the study, cooks who had only village schooling (six years) did worse.", &[]),
            ("Dr Karlow, a nurse for more than 30 years, led the study.", &[]),
            ("In the study, the nurses had been in practice for some 15 years.", &[]),
            ("The study says that syrup could save $4 billion over five years.", &[]),
            ("In the study, prison sentences of some nine years were given.", &[]),
            ("In the study, my wait was long (almost a year).", &[]),
            ("In the study, nurses with two years' experience did worse.", &[]),
        ]);
    }

    #[test]
    fn points_in_time_and_windows() {
        check(&[
            ("In the study, pain had improved by six months.", &["six months"]),
            ("In the study, pain fell by six months after surgery.", &["six months"]),
            ("In the study, a fifth had not regained their strength by nine weeks.", &["nine weeks"]),
            ("In the study, care was tracked over the subsequent 12 months.", &["12 months"]),
            ("In the study, the voyage was postponed by six months.", &[]),
            ("In the study, urine was tested at 12 to 36 hours post-delivery.", &["12 to 36 hours"]),
            (
                "In the study, they were asked both two weeks and ten months after the birth.",
                &["two weeks", "ten months"],
            ),
            ("In the study, sailors were asked at the start and two years on.", &["two years"]),
            ("In the study, 40 sailors died during the next 12 years.", &["12 years"]),
            ("In the three years after that, the study found more gout.", &["three years"]),
            ("The study looked at 140 sailors aged 20 to 60 over nine months.", &["nine months"]),
            ("In the study, gout was commoner in the three weeks after a storm.", &[]),
            ("In the study, mothers rated how their children behaved at nine years.", &[]),
            ("In the study, wrecks have trebled in seven years.", &[]),
            ("In the study, sailors could die during the next 12 years.", &[]),
            ("The study compared the 12 year survival rate of sailors.", &[]),
            ("In the study, sailors sang on two or more days of the week.", &[]),
            ("In the study, most women were older (more than 40 years).", &[]),
        ]);
    }

    #[test]
    fn times_of_assessment() {
        check(&[
            ("In the trial, cooks limped less when followed up three years afterwards.", &["three years"]),
            ("In the study, weight fell within the first five months after treatment.", &["five months"]),
            ("In the study, opioids were given nine weeks before death.", &["nine weeks"]),
            ("In the study, 61% of cooks had survived seven years.", &["seven years"]),
            (
                "In the study, taking it for two weeks, two months, or more than two months raised the risk.",
                &["two weeks", "two months", "two months"],
            ),
            ("In the study, sales doubled in 12 months between two surveys.", &["12 months"]),
            ("In the study, scores were lower five minutes after rinsing.", &["five minutes"]),
            ("In the study, blood was taken 24 hours after the injection.", &["24 hours"]),
            ("In the study, they were seen at two, five or nine months.", &["two", "five", "nine months"]),
            ("In the study, they were seen at 1, 3, 6, and 12 years.", &["1", "3", "6", "12 years"]),
            ("In the study, in 10 years of follow-up, 40 nurses died.", &["10 years"]),
            ("In the study, the average follow up was 12.3 years.", &["12.3 years"]),
            ("In the study, after a five week interlude, the crews swapped.", &["five week"]),
            ("In the study, blood was taken before and two hours after breakfast.", &["two hours"]),
            ("By 12 weeks, half had recovered.", &["12 weeks"]),
            ("In just six weeks, half had recovered.", &["six weeks"]),
            ("In the study, the gain was seen as early as two weeks.", &["two weeks"]),
            ("They read 13 years of health data.", &["13 years"]),
            ("In the study, the nurses had six months of counselling.", &["six months"]),
            ("In the study, the nurses got six months' treatment.", &["six months"]),
            ("In the study, at their six-month check, 40% were well.", &["six-month"]),
            ("For the next 15 years, the team followed nurses.", &["15 years"]),
            ("The team spent 15 years following nurses.", &["15 years"]),
            ("In the study, nurses with 20 years of smoking fell more.", &[]),
            ("The team spent 15 years on it.", &[]),
            ("In six weeks, they will come home.", &[]),
            ("In the study, 13 years of health care cost much.", &[]),
            ("In the study, pain began 30 minutes after the meal.", &[]),
            ("In the study, the bus came five minutes after nine.", &[]),
            ("In the two years before diagnosis, nurses in the study drank more.", &[]),
            ("In the study, most babies got solid foods at six months.", &[]),
            ("Twelve years after the island was discovered, a ship came.", &[]),
            ("In the study, sales could double in 12 months.", &[]),
            ("In the study, they snored more at least three years beforehand.", &["three years"]),
            ("Parents in the study filled in a four-day sleep diary.", &["four-day"]),
            ("In the study, blood was taken again after 72 hours.", &["72 hours"]),
            ("In the study, blood came from 64 mothers seen at 30 to 60 hours post-delivery.", &["30 to 60 hours"]),
            ("The trial cut gout (median follow-up four years).", &["four years"]),
            ("In the study, falls were likeliest five to 12 days after a storm.", &[]),
            ("In the study, falls peaked nine days after the storm.", &[]),
            ("Dr Hale, who has studied snoring for ten years, said the study was good.", &[]),
        ]);
    }

    #[test]
    fn the_second_length_and_the_usual_one() {
        check(&[
            ("In the study, taking syrup for eight days instead of 16 worked as well.", &["eight days", "16"]),
            ("In the study, eight days of syrup did as well as the usual 16 days.", &["eight days", "16 days"]),
            ("In the study, an eight-day course of syrup did as well as a 16-day one.", &["eight-day", "16-day"]),
            ("The study ran a year and a half.", &["a year and a half"]),
            ("The typical trial ran nine weeks.", &["nine weeks"]),
            ("In the study, cooks got either nine weeks of weekly singing sessions or a book.", &["nine weeks"]),
            ("In the study, cooks were to spend nine weeks on a diet of soup.", &["nine weeks"]),
            ("In the study, 40 cooks kept at it for all nine weeks.", &["nine weeks"]),
            ("In the study, cooks were treated for eight weeks, then followed for another 20.", &["eight weeks", "20"]),
            ("In the study, cooks had had the rash for an average of 13 years.", &[]),
            ("In the study, cooks had either a five-week or a nine-week course.", &["five-week", "nine-week"]),
            ("The two-year, $4 million study is over.", &["two-year"]),
            ("In the study, the first group got syrup for a full year.", &["a full year"]),
            ("In the study, she has treated sailors for 15 years.", &[]),
            ("In the study, sailors were treated for 15 weeks.", &["15 weeks"]),
            ("The cook ran nine miles.", &[]),
            ("In the study, cooks came home on the usual 16 days.", &[]),
            ("In the study, boats were to spend nine weeks on a reef.", &[]),
        ]);
    }

    #[test]
    fn what_went_before_the_study() {
        check(&[
            ("The study took cooks who had been in pain for at least five months.", &[]),
            ("The study took cooks who had been sneezing for a year or longer.", &[]),
            ("To join the study, cooks had to have had low back pain for at least five months.", &[]),
            ("In the study, most had smoked for at least 15 years.", &[]),
            ("The study took cooks who hadn't been weighed in at least five years.", &[]),
            ("In the study, cooks had been sick for an average of nine years.", &[]),
            ("In the study, the average duration of wheezing was nine years.", &[]),
            ("In 15 years of practice the study was my best.", &[]),
            ("In the study, those who had taken syrup for at least five months did well.", &["five months"]),
            ("In the study, those who have been taking syrup for five months did well.", &["five months"]),
            ("In the study, cooks had been followed for at least five years.", &["five years"]),
        ]);
    }

    #[test]
    fn lengths_in_other_turns() {
        check(&[
            ("In the trial, nine sailors left before the seven weeks were up.", &["seven weeks"]),
            ("In the trial, once the seven weeks had passed, cooks were weighed.", &["seven weeks"]),
            ("In the study, gout was rarer in nurses who stuck with it more than six years.", &["six years"]),
            ("In the study, nurses who used it at least nine months slept well.", &["nine months"]),
            ("In the study, patients were followed at a median of 41 months.", &["41 months"]),
            ("In the study, cooks were weighed at about five months.", &["five months"]),
            ("In the study, nurses who were studied for four years did well.", &["four years"]),
            ("In the study, those who kept hens more than six years slept well.", &[]),
            ("In the study, the rash came at a median of 41 days.", &[]),
            ("The mean wait between the first sneeze and a diagnosis is 4 to 6 years.", &[]),
            ("In the study, sailors who sang on 15 or more nights of the month fell.", &[]),
            ("In the study, the drop from one year to the next was small.", &[]),
            ("The fits can last up to four days.", &[]),
            ("The study says to offer rice at about five months.", &[]),
            ("For 11 years gout had been wrecking her nights, the study said.", &[]),
            ("In the study, graduates who studied for four years had more gout.", &[]),
            ("The study notes the four years' study required of cooks.", &[]),
            ("The odds rose after barely a month of starting on pills, the study found.", &[]),
            ("Bakers pay some $25 for a two months' supply of the pills in the study.", &[]),
        ]);
    }

    #[test]
    fn runs_and_samples() {
        check(&[
            ("One such trial ran nine weeks.", &["nine weeks"]),
            ("In the trial, the ears still tested clean after nine minutes.", &["nine minutes"]),
            ("In the trial, after nine minutes, the nurses tested their ears.", &["nine minutes"]),
            ("The trial helped sailors who had been limping for two years.", &[]),
            ("In the study, the mean duration of gout was 9.6 years.", &[]),
            ("Another survey two years later showed no link.", &[]),
            ("In the trial, after nine minutes, the nurses left.", &[]),
            ("The bus ran nine weeks late.", &[]),
            ("In the trial, I was out of work for a month.", &[]),
        ]);
    }
}
