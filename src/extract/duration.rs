//! How long the treatment, the follow-up or the study lasted, and when outcomes were assessed: "for 12 weeks", "at 24 weeks".

use crate::model::{ClaimKind, Scope, Statistic};
use crate::text::{Class, Form, Quantity, Tokens, Unit};

use super::scene::Scene;
use super::{Draft, KindReader};

pub static READER: KindReader = KindReader {
    kind: ClaimKind::Duration,
    reads: "for 12 weeks, followed for 10 years, a six-week trial, at 24 weeks, six months after treatment, up to three years",
    refuses: "ages, years of experience, history (ten years ago, the past decade), risk windows, onset times, per-what",
    read: Some(read),
};

fn read(scene: &Scene, quantity: &Quantity, scope: Scope) -> Option<Draft> {
    let Unit::Time(unit) = quantity.unit else { return None };
    if matches!(unit, "second" | "minute" | "night") || quantity.form == Form::Share {
        return None;
    }
    let tokens = scene.tokens();
    if history(tokens, quantity)
        || window(tokens, quantity)
        || onset(scene, quantity)
        || quantity.form == Form::Article && !lasts(scene, quantity)
    {
        return None;
    }
    let hours = unit == "hour" && !matches!(tokens.before(quantity.first), "for" | "at" | "over");
    if hours
        || !(lasts(scene, quantity)
            && (matches!(scope, Scope::ThisStudy | Scope::Planned) || of_treatment(tokens, quantity)))
    {
        return None;
    }
    Some(Draft::of(ClaimKind::Duration, quantity, Statistic::Other))
}

/// "ten years ago", "the past decade", "the last five years", "in three months' time", "years of experience", "20 years old".
fn history(tokens: &Tokens, quantity: &Quantity) -> bool {
    let after = quantity.last + 1;
    let before = quantity.first.saturating_sub(4)..quantity.first;
    matches!(
        tokens.word(after),
        "ago" | "earlier" | "away" | "experience" | "before" | "old" | "apart" | "hence" | "late" | "early" | "behind"
    ) || (tokens.word(after) == "from" && !tokens.is_number(after + 1))
        || tokens.at(after, &["of", "experience"])
        || tokens.at(after, &["of", "age"])
        || tokens.at(after, &["or", "older"])
        || before.clone().any(|k| {
            matches!(
                tokens.word(k),
                "past"
                    | "last"
                    | "previous"
                    | "recent"
                    | "since"
                    | "next"
                    | "coming"
                    | "few"
                    | "age"
                    | "aged"
                    | "ages"
                    | "first"
            ) && quantity.first - k <= 2
        })
        || matches!(tokens.before(quantity.first), "every" | "each" | "per")
        || (tokens.before(quantity.first) == "a"
            && tokens.word(quantity.number_last + 1) != "-"
            && !tokens.is(after, Class::DurationNoun))
        || matches!(tokens.word(after), "gestation" | "meeting" | "pregnant" | "conference" | "event" | "course-")
        || (tokens.word(after) == "'" && tokens.word(after + 1) == "gestation")
}

/// "within 30 days": a risk window.
fn window(tokens: &Tokens, quantity: &Quantity) -> bool {
    matches!(tokens.before(quantity.first), "within" | "than")
        && !tokens.ends_at(quantity.first, &["more", "than"])
        && !tokens.ends_at(quantity.first, &["less", "than"])
        || tokens.ends_at(quantity.first, &["in", "less", "than"])
}

/// "symptoms began three hours earlier", "imaged between three and 12 hours afterwards".
fn onset(scene: &Scene, quantity: &Quantity) -> bool {
    scene.has_word(quantity.last + 1, quantity.last + 5, &["onset", "afterwards", "symptom"])
        || scene.tokens().is(quantity.last + 1, Class::People)
}

/// Words that say something went on, was followed or was assessed.
fn lasts(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let start = led_from(tokens, quantity.first);
    let led = tokens.is(start.wrapping_sub(1), Class::DurationLead)
        || (start..quantity.first).any(|k| matches!(tokens.word(k), "at" | "over" | "up") || average_of(tokens, k));
    let after = quantity.last + 1;
    let named = (after..after + 3).any(|k| tokens.is(k, Class::DurationNoun));
    let later = matches!(tokens.word(after), "later" | "after" | "post");
    let compound = tokens.word(quantity.number_last + 1) == "-"
        || quantity.form == Form::Article
        || tokens.before(quantity.first) == "a";
    led || later || (named && compound)
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
fn led_from(tokens: &Tokens, first: usize) -> usize {
    let filler = |k: usize| tokens.is(k, Class::DurationFiller) || tokens.is_number(k) || tokens.is(k, Class::TimeUnit);
    (first.saturating_sub(5)..first).rev().take_while(|&k| filler(k)).last().unwrap_or(first)
}

fn of_treatment(tokens: &Tokens, quantity: &Quantity) -> bool {
    (quantity.last + 1..quantity.last + 5).any(|k| {
        matches!(
            tokens.word(k),
            "follow-up" | "period" | "regimen" | "course" | "treatment" | "therapy" | "trial" | "study" | "at-home"
        ) || tokens.is(k, Class::TreatmentWord)
    }) || matches!(tokens.before(quantity.first), "for" | "over")
        && (quantity.first.saturating_sub(8)..quantity.first).any(|k| {
            tokens.is(k, Class::AssignVerb)
                || tokens.is(k, Class::DoseUnit)
                || matches!(tokens.word(k), "treatment" | "sessions" | "week")
        })
}
