//! How long the treatment, the follow-up or the study lasted, and when outcomes were assessed: "for 12 weeks", "at 24 weeks".

use crate::model::{ClaimKind, Scope, Statistic};
use crate::text::{Class, Form, Quantity, Tokens, Unit};

use super::scene::Scene;
use super::{Draft, KindReader};

pub static READER: KindReader = KindReader {
    kind: ClaimKind::Duration,
    reads: "for 12 weeks, followed for 10 years, a six-week trial, at 24 weeks, six months after treatment, up to three years",
    refuses: "ages, years of experience, history (ten years ago, the past decade), risk windows, onset times, per-what",
    read,
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
    if hours || !(lasts(scene, quantity) && (scope == Scope::ThisStudy || of_treatment(tokens, quantity))) {
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
        || (tokens.before(quantity.first) == "a" && tokens.word(quantity.number_last + 1) != "-")
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
    let mut at = quantity.first;
    while at > 0
        && quantity.first - at < 5
        && (matches!(
            tokens.word(at - 1),
            "a" | "an"
                | "the"
                | "about"
                | "around"
                | "nearly"
                | "almost"
                | "average"
                | "of"
                | "up"
                | "to"
                | "at"
                | "least"
                | "more"
                | "than"
                | "approximately"
                | "median"
                | "mean"
                | "just"
                | "over"
                | "another"
                | "further"
                | "roughly"
                | "some"
                | "extended"
                | "full"
                | "total"
                | "minimum"
                | "maximum"
                | "only"
                | "both"
                | "and"
                | "or"
                | ","
        ) || tokens.is_number(at - 1)
            || tokens.is(at - 1, Class::TimeUnit))
    {
        at -= 1;
    }
    let led = (at..quantity.first).any(|k| matches!(tokens.word(k), "at" | "over" | "of" | "up"))
        || matches!(
            tokens.before(at),
            "for"
                | "after"
                | "over"
                | "during"
                | "lasted"
                | "lasting"
                | "averaged"
                | "throughout"
                | "until"
                | "at"
                | "following"
                | "approximately"
                | "then"
                | "still"
                | "present"
                | "on"
                | "took"
                | "("
                | "baseline"
                | "from"
        );
    let after = quantity.last + 1;
    let named = (after..after + 3).any(|k| {
        matches!(
            tokens.word(k),
            "follow-up"
                | "followup"
                | "period"
                | "trial"
                | "study"
                | "course"
                | "regimen"
                | "programme"
                | "program"
                | "treatment"
                | "intervention"
                | "therapy"
                | "later"
                | "after"
                | "post"
                | "post-treatment"
                | "follow"
                | "experiment"
                | "phase"
                | "diet"
                | "on"
        )
    });
    let later = matches!(tokens.word(after), "later" | "after" | "post");
    led || later
        || (named
            && (tokens.word(quantity.number_last + 1) == "-"
                || quantity.form == Form::Article
                || later
                || tokens.before(quantity.first) == "a"))
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
