//! A change or a level on a rating scale or a measured outcome, in its units: "a 4-point drop", "lived 3.2 months longer".

mod aside;
mod bare;
mod counted;
mod gauge;
mod intake;
mod out_of;
mod pair;
mod sugar;
mod time_taken;

use crate::model::{Bound, ClaimKind, Direction, Scope, Statistic};
use crate::text::{Class, Form, Quantity, Tokens, Unit};

use super::ambient::{from_to, warmth};
use super::dose::{compared_pair, counted_more, led_from, restated, unit_token};
use super::gained_time;
use super::scene::Scene;
use super::time_spent;
use super::world_time::somebody;
use super::{Draft, KindReader, unit_name};

pub(super) use intake::is_level as is_measured_intake;

use aside::{ahead, listed_behind, scored};

pub static READER: KindReader = KindReader {
    kind: ClaimKind::ScoreChange,
    reads: "a 4-point drop on the MADRS, lost 12 pounds, lived 3.2 months longer, median survival of 11 months",
    refuses: "doses, scale lengths (a 24-point scale), body measures of one person, distances",
    read: Some(read),
};

fn read(scene: &Scene, quantity: &Quantity, scope: Scope) -> Option<Draft> {
    if scope == Scope::Planned {
        return None;
    }
    if quantity.form == Form::Share {
        return out_of::mark(scene, quantity).filter(|_| scope != Scope::Background);
    }
    if warmth(scene, quantity) {
        return None;
    }
    let tokens = scene.tokens();
    let own = scope != Scope::Background;
    let lifespan = || matches!(quantity.unit, Unit::Time(_)) && gained_time::is_lifespan(scene, quantity);
    if !own && !matches!(quantity.unit, Unit::Measure(_)) && !lifespan() {
        return None;
    }
    let host = if stands_alone(scene, quantity, own) { None } else { Some(pair::host(scene, quantity, own, 0)?) };
    let change = near(tokens, quantity, 5, Class::ChangeVerb)
        || near(tokens, quantity, 4, Class::ChangeNoun)
        || near(tokens, quantity, 3, Class::RelativeWord);
    let statistic = if change { Statistic::AbsoluteChange } else { Statistic::Level };
    let mut draft =
        Draft { direction: direction(tokens, quantity), ..Draft::of(ClaimKind::ScoreChange, quantity, statistic) };
    // "3.1 points in the first group and 2.4 in the second"
    if let Some(host) = host {
        draft.unit = draft.unit.or_else(|| unit_name(&host.quantity.unit));
        draft.host = Some((host.place, host.compared));
    }
    Some(draft)
}

/// A result by what is told of it, or by the result that it stands beside.
fn is_result(scene: &Scene, quantity: &Quantity, own: bool, depth: usize) -> bool {
    stands_alone(scene, quantity, own) || pair::host(scene, quantity, own, depth).is_some()
}

/// A result that leans on no other.
fn stands_alone(scene: &Scene, quantity: &Quantity, own: bool) -> bool {
    match &quantity.unit {
        _ if quantity.form == Form::Share => false,
        Unit::Time(_) => {
            gained_time::is_change(scene, quantity, own)
                || own && (time_taken::is_result(scene, quantity) || time_taken::second_in_row(scene, quantity))
        }
        Unit::Measure(name) => {
            let air = || {
                (name.ends_with("m3") || name.ends_with("metre3") || name.ends_with("meter3"))
                    && from_to(scene, quantity)
            };
            own && is_measured_intake(scene, quantity)
                || measured_change(scene, quantity, name, own)
                || own && in_other_units(scene, quantity, own)
                || own && portions_changed(scene.tokens(), quantity)
                || own && (level(scene, quantity, name) || air() || share_in_units(scene, quantity, name))
        }
        Unit::None
            if ones_own(scene, quantity.first)
                || qualifies(scene, quantity)
                || draws_a_line(scene.tokens(), quantity) =>
        {
            false
        }
        Unit::None => {
            bare::score(scene, quantity)
                || counted::fewer(scene, quantity)
                || counted::per_head(scene, quantity)
                || gauge::is_level(scene, quantity)
        }
        Unit::Percent => own && sugar::is_sugar(scene, quantity),
        _ => false,
    }
}

/// "Scores of 12 or more are held to be odd": how marks are read, not what anybody had.
fn draws_a_line(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 3;
    let next = quantity.last + 1;
    let or = matches!(tokens.word(next), "or" | "and")
        && matches!(
            tokens.word(next + 1),
            "more" | "higher" | "above" | "greater" | "over" | "less" | "lower" | "below" | "under" | "up"
        );
    let stated = |k: usize| {
        matches!(
            tokens.word(k),
            "is" | "are" | "means" | "mean" | "indicates" | "indicate" | "suggests" | "suggest" | "signals" | "signal"
        ) || matches!(tokens.word(k), "counts" | "count" | "qualifies" | "qualify" | "points" | "usually" | "generally")
    };
    or && (next + 2..next + 2 + NEAR).any(stated)
}

/// "lost 12 per cent (28 pounds)", "shed 12 per cent of their weight, or 28 pounds": the change in its units behind the
/// change in per cent.
pub(super) fn share_in_units(scene: &Scene, quantity: &Quantity, unit: &str) -> bool {
    let tokens = scene.tokens();
    let open = led_from(tokens, quantity.first);
    let weight = ["pound", "kilo", "kg", "lb", "stone"].iter().any(|start| unit.starts_with(start));
    weight
        && matches!(tokens.before(open), "(" | "or")
        && (0..open).any(|k| tokens.is(k, Class::Lost) || tokens.is(k, Class::ChangeVerb))
        && scene.quantities_before(open).last().is_some_and(|q| {
            const LONGEST: usize = 8;
            q.unit == Unit::Percent && open - q.last <= LONGEST
        })
}

fn near(tokens: &Tokens, quantity: &Quantity, reach: usize, class: Class) -> bool {
    // "less than 20 mm" bounds the number
    let bound = |k: usize| tokens.word(k + 1) == "than" && k + 2 == quantity.first;
    (quantity.first.saturating_sub(reach)..quantity.last + 1 + reach).any(|k| tokens.is(k, class) && !bound(k))
}

fn direction(tokens: &Tokens, quantity: &Quantity) -> Option<Direction> {
    let near = (quantity.last + 1..quantity.last + 4).chain((quantity.first.saturating_sub(6)..quantity.first).rev());
    near.filter(|&k| k < tokens.len()).find_map(|k| match () {
        _ if tokens.is(k, Class::DownWord) => Some(Direction::Down),
        _ if tokens.is(k, Class::UpWord) => Some(Direction::Up),
        _ => None,
    })
}

/// "lost 12 kilos (26 pounds)", "put on three kilos, or about seven pounds": the result before in other units.
fn in_other_units(scene: &Scene, quantity: &Quantity, own: bool) -> bool {
    let other = |host: &&Quantity| matches!(host.unit, Unit::Measure(_)) && host.unit != quantity.unit;
    let host = restated(scene, quantity).filter(other);
    host.is_some_and(|host| stands_alone(scene, host, own)) && !one_person(scene, quantity.first)
}

/// "cut their drinking by 4.5 drinks a week"
fn portions_changed(tokens: &Tokens, quantity: &Quantity) -> bool {
    let (at, _) = unit_token(tokens, quantity);
    (tokens.is(at, Class::Portion) || tokens.word(at) == "steps") && time_spent::changed_by(tokens, quantity)
}

/// Points, pounds, kilos, mmHg, degrees … that the text says were lost, gained, scored or measured.
fn measured_change(scene: &Scene, quantity: &Quantity, unit: &str, own: bool) -> bool {
    let tokens = scene.tokens();
    if defines_a_group(tokens, quantity, unit) || one_person(scene, quantity.first) || qualifies(scene, quantity) {
        return false;
    }
    // "he lost 24 pounds, or 11 kilograms"
    if restated(scene, quantity).is_some_and(|host| one_person(scene, host.first)) {
        return false;
    }
    let point = unit.starts_with("point");
    // "a temperature of 4C"
    let led = led_from(tokens, quantity.first);
    if unit.starts_with('°') && matches!(tokens.before(led), "of" | "at" | "above" | "below" | "between") {
        return false;
    }
    // "as the temperature rose by 2 degrees" tells of the weather
    if (unit.starts_with('°') || unit.starts_with("degree")) && of_the_weather(scene, quantity) {
        return false;
    }
    // "the index fell 34 points"
    if point && scene.has_word(0, usize::MAX, &["ftse", "nasdaq", "dow", "shares", "stocks", "prices", "markets"]) {
        return false;
    }
    // "fell by six points to 41 per cent"
    let next = scene.quantities().iter().find(|q| q.first > quantity.last);
    if point && next.is_some_and(|q| q.unit == Unit::Percent && q.first == quantity.last + 2) {
        return false;
    }
    let (at, _) = unit_token(tokens, quantity);
    // "tested at 14 miles an hour"
    let speed = matches!(tokens.word(quantity.last + 1), "an" | "per") && tokens.word(quantity.last + 2) == "hour";
    if speed && tokens.word(at).starts_with("mile") && !changed_by(scene, quantity) {
        return false;
    }
    // "their temperature slipped 0.8 of a degree"
    let degrees = unit.starts_with("degree")
        && (warm_bodies(tokens) || scene.previous().is_some_and(|before| warm_bodies(&before.tokens)));
    // "rose by 1.2 ml/kg/min"
    let rate_changed = || tokens.word(at).contains('/') && changed_by(scene, quantity);
    let pure_measure = tokens.is(at, Class::MeasuredIn)
        || unit.starts_with('°')
        || quantity.borrowed_unit
        || degrees
        || unit == "mmhg"
        || PER_VOLUME.iter().any(|volume| unit.ends_with(volume))
        || rate_changed();
    let over = unit.split_once('/').map_or(unit, |(over, _)| over);
    let weight_dose = matches!(over, "g" | "grams" | "gram")
        && !scene.has_word(
            quantity.first.saturating_sub(8),
            quantity.last + 4,
            &["weight", "birthweight", "heavier", "lighter", "weighed"],
        )
        && !told_of_babies(scene);
    // "So a three-point difference", behind shares, is one of percentage points
    let of_shares = point
        && !scene.any(Class::Gauge)
        && scene.quantities().len() == 1
        && scene
            .at
            .checked_sub(1)
            .is_some_and(|at| scene.sentences[at].quantities.iter().any(|q| q.unit == Unit::Percent));
    !of_shares
        && (point || (pure_measure && !weight_dose))
        && (changed(scene, quantity) || point && averaged(tokens, quantity))
        && (scene.is_abstract || own || scope_words(scene) || point)
}

/// "bakers averaged 7.4 points": a level told of a group.
fn averaged(tokens: &Tokens, quantity: &Quantity) -> bool {
    let led = led_from(tokens, quantity.first);
    let of = tokens.before(led) == "of" && matches!(tokens.word(led.wrapping_sub(2)), "average" | "mean" | "median");
    matches!(tokens.before(led), "averaged" | "averaging" | "scored") || of && bare::scored(tokens, led)
}

/// "she lost two stone", "she gave up rum, lost two stone and slept": one person's change.
fn one_person(scene: &Scene, first: usize) -> bool {
    let tokens = scene.tokens();
    let start = scene.clause_start(first);
    let acts =
        tokens.is(start, Class::ChangeVerb) || tokens.is(start, Class::Lost) || tokens.is(start, Class::PastVerb);
    let left_out = acts || tokens.word(start) == "and";
    let one = || (0..start).any(|k| matches!(tokens.word(k), "he" | "she" | "i"));
    if ones_own(scene, first) {
        return true;
    }
    somebody(scene, first) || left_out && !(0..start).any(|k| tokens.is(k, Class::People)) && one()
}

/// "body temperature", "their temperature", "the temperature of treated mice": not that of a fridge.
fn warm_bodies(tokens: &Tokens) -> bool {
    const NEAR: usize = 5;
    let body = |k: usize| tokens.is(k, Class::Animal) || tokens.is(k, Class::People);
    tokens.iter().any(|(k, _)| match tokens.word(k) {
        "fever" | "fevers" => true,
        "temperature" | "temperatures" => {
            matches!(tokens.before(k), "body" | "core" | "skin" | "rectal" | "their") || (k + 1..k + NEAR).any(body)
        }
        _ => false,
    })
}

/// "as the temperature rose by 2 degrees", "if temperatures rise by 2 degrees": what goes along with the result.
fn of_the_weather(scene: &Scene, quantity: &Quantity) -> bool {
    const CLAUSE: usize = 12;
    let tokens = scene.tokens();
    let warm = |k: usize| matches!(tokens.word(k), "temperature" | "temperatures" | "climate" | "planet");
    let along = |k: usize| matches!(tokens.word(k), "as" | "if" | "when" | "should" | "once");
    let clause = || (quantity.first.saturating_sub(CLAUSE)..quantity.first).rev();
    let clause = || clause().take_while(|&k| !matches!(tokens.word(k), "," | ";" | ":"));
    clause().any(warm) && clause().any(along) && !warm_bodies(tokens)
}

/// "responders were defined as those who gained at least ten points": a bound that sorts people.
fn qualifies(scene: &Scene, quantity: &Quantity) -> bool {
    quantity.value.bound != Bound::Exact
        && scene.has_word(
            0,
            quantity.first,
            &["defined", "considered", "qualify", "qualified", "eligible", "responder"],
        )
}

/// "her temperature was 39 degrees", "his score rose from 12".
fn ones_own(scene: &Scene, first: usize) -> bool {
    const LONGEST: usize = 4;
    let tokens = scene.tokens();
    let owned = |k: usize| tokens.is(k, Class::Gauge) || tokens.is(k, Class::MeasuredWord);
    let own = |k: usize| matches!(tokens.word(k), "his" | "her" | "my") && (k + 1..k + LONGEST).any(owned);
    let named = tokens.any(Class::Gauge) || tokens.any(Class::MeasuredWord);
    named && (0..first).any(own) && (scene.clause_start(first)..first).any(own)
}

/// "Birthweight rose by 30g. Among sailors the gain shrank to 24g."
fn told_of_babies(scene: &Scene) -> bool {
    const NAMED: [&str; 4] = ["birthweight", "newborns", "babies", "birth"];
    scene.previous().is_some_and(|before| before.tokens.iter().any(|(k, _)| NAMED.contains(&before.tokens.word(k))))
}

/// "a 24-point scale", "very low birthweight (<1,500 g)", "within 50 metres of a road", "every 10 mmHg more": no result.
fn defines_a_group(tokens: &Tokens, quantity: &Quantity, unit: &str) -> bool {
    let (first, after) = (quantity.first, quantity.last + 1);
    let instrument = |k: usize| {
        matches!(
            tokens.word(k),
            "scale" | "questionnaire" | "test" | "likert" | "instrument" | "rating" | "hedonic" | "inventory"
        )
    };
    // "a 24-point scale", "on a 100-point knee score", "a 15-point score"
    let hyphen = tokens.word(quantity.number_last + 1) == "-" && !tokens.is(after, Class::ChangeNoun);
    let scale_length = instrument(after)
        || hyphen && (instrument(after + 1) || instrument(after + 2))
        || hyphen && tokens.word(after) == "score" && !tokens.is(after + 1, Class::ChangeNoun)
        || hyphen
            && (after..after + 3).any(|k| tokens.word(k) == "score")
            && tokens.before(first.wrapping_sub(1)) == "on";
    // "cut into 2 cm pieces"
    let into = tokens.before(led_from(tokens, first)) == "into";
    // "9% of their body weight (21 pounds)" tells the loss again
    let again =
        matches!(tokens.word(first.wrapping_sub(2)), "weight" | "bodyweight") && quantity.value.bound == Bound::Exact;
    let bracketed = into || !again && tokens.before(first) == "(" && tokens.word(after) == ")" && unit != "points";
    let compared = matches!(tokens.before(first), "<" | ">" | "≤" | "≥") && tokens.before(first - 1) == "(";
    let step = |k: usize| matches!(tokens.before(k), "every" | "each" | "per");
    let led = led_from(tokens, first);
    let stepped = step(led) || matches!(tokens.before(led), "extra" | "additional") && step(led - 1);
    scale_length || bracketed || compared || stepped || tokens.before(first) == "within"
}

/// The text tells of a change, a difference or a measured thing beside the number. "More than 88 cm" defines a group, unless
/// it was lost or gained.
fn changed(scene: &Scene, quantity: &Quantity) -> bool {
    const NEAR: usize = 5;
    let tokens = scene.tokens();
    let (first, after) = (quantity.first, quantity.last + 1);
    let led = led_from(tokens, first);
    let verb = |k: usize| tokens.is(k, Class::ChangeVerb) || tokens.is(k, Class::ChangeNoun) || moved(tokens, k);
    let put_on = |k: usize| {
        tokens.word(k) == "on" && matches!(tokens.before(k), "put" | "back") || tokens.at(k, &["kept", "off"])
    };
    // "a benefit of up to six decibels"
    let exact =
        quantity.value.bound == Bound::Exact || quantity.value.bound == Bound::AtMost && tokens.before(led) == "of";
    // "the gap in favour of syrup came to 5.4 points", "worth six points"
    let sums = matches!(tokens.before(led), "was" | "were" | "worth")
        || tokens.before(led) == "to" && matches!(tokens.word(led.wrapping_sub(2)), "came" | "amounted" | "translated")
        || tokens.ends_at(led, &["worked", "out", "to"]);
    let gap = |k: usize| {
        matches!(tokens.word(k), "gap" | "difference" | "advantage" | "worth" | "gain" | "benefit")
            || tokens.is(k, Class::Lost)
    };
    if sums && (0..led).any(gap) {
        return true;
    }
    if changed_by(scene, quantity)
        || listed_behind(scene, led)
        || ahead(tokens, quantity)
        || scored(tokens, quantity, led)
    {
        return true;
    }
    if (led.saturating_sub(NEAR)..led).any(|k| verb(k) || put_on(k)) || went_from_to(scene, quantity) {
        return true;
    }
    // "3 kg lighter", but not "women of 160 cm had less gout"
    let relative = |k: usize| {
        let amount = matches!(tokens.word(k), "more" | "less" | "fewer") && k != after;
        tokens.is(k, Class::RelativeWord) && !amount && tokens.word(k + 1) != "than"
    };
    let beside = || (first.saturating_sub(6)..led).chain(after..after + NEAR);
    exact
        && (counted_more(tokens, quantity)
            || matches!(tokens.word(after), "ahead" | "behind" | "apart")
            || relative(after)
            || relative(after + 1)
            || relative(after + 2)
            || tokens.is(after, Class::RelativeWord)
            || (first.saturating_sub(3)..first).any(relative)
            || (after..after + NEAR).any(verb)
            || beside().any(|k| tokens.is(k, Class::MeasuredWord)))
}

/// "increase the loudness of what they hear by four decibels": the verb may stand far off.
fn changed_by(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let led = led_from(tokens, quantity.first);
    let by = tokens.before(led) == "by" || tokens.ends_at(led, &["by", "an", "average", "of"]);
    // "raced ahead by 0.8 diopters"
    if by && tokens.is(unit_token(tokens, quantity).0, Class::LevelUnit) {
        return true;
    }
    // "fell by ten points, and the other by five"
    let again = scene.quantities().iter().any(|q| q.last < quantity.first && tokens.before(q.first) == "by");
    // "eased in both groups – by ten points with syrup"
    let aside = by && !tokens.is_word(led.wrapping_sub(2));
    let start = if again || aside { 0 } else { scene.clause_start(quantity.first) };
    by && (start..led).any(|k| tokens.is(k, Class::ChangeVerb) || moved(tokens, k))
}

/// "went from 260 metres to 310", "moved from 14 points before the course to 19 after it".
fn went_from_to(scene: &Scene, quantity: &Quantity) -> bool {
    const FAR: usize = 9;
    let tokens = scene.tokens();
    let from = match tokens.before(quantity.first) {
        "from" => Some(quantity.first - 1),
        "to" => scene
            .quantities_before(quantity.first)
            .last()
            .filter(|q| q.unit == quantity.unit && quantity.first - q.last <= FAR)
            .map(|q| q.first.wrapping_sub(1)),
        _ => None,
    };
    from.is_some_and(|from| {
        tokens.word(from) == "from" && matches!(tokens.before(from), "went" | "gone" | "moved" | "progressed")
    })
}

/// "came down", "had gone up", "was down".
fn moved(tokens: &Tokens, k: usize) -> bool {
    matches!(tokens.word(k), "down" | "up")
        && matches!(
            tokens.before(k),
            "come"
                | "came"
                | "comes"
                | "coming"
                | "go"
                | "went"
                | "gone"
                | "goes"
                | "going"
                | "brought"
                | "bring"
                | "brings"
                | "was"
                | "were"
                | "is"
                | "been"
                | "drove"
                | "pushed"
        )
}

/// Somebody's result, not a wider body measure: the sentence speaks of an average, a group or a change.
fn scope_words(scene: &Scene) -> bool {
    scene.any(Class::People)
        || scene.any(Class::PeopleGroup)
        || scene.any(Class::ChangeNoun)
        || scene.any(Class::ChangeVerb)
        || scene.any(Class::StudyWork)
        || scene.has_word(0, usize::MAX, &["average", "mean", "burned", "burn"])
}

/// What the laboratory tells its levels per.
const PER_VOLUME: [&str; 9] =
    ["/l", "/dl", "/ml", "/litre", "/liter", "/decilitre", "/deciliter", "/millilitre", "/milliliter"];

/// "glucose was 5.6 mmol/L", "more starch (3.4g vs 2.9g per 100g)": what was measured in the study, compared or not.
fn level(scene: &Scene, quantity: &Quantity, unit: &str) -> bool {
    let tokens = scene.tokens();
    let (at, _) = unit_token(tokens, quantity);
    // "above 140 mmHg" defines a group
    let exact = quantity.value.bound == Bound::Exact && !matches!(tokens.before(quantity.first), "of" | "than");
    let average =
        || scene.has_word(quantity.first.saturating_sub(8), quantity.first, &["average", "mean", "median", "averaged"]);
    let told = matches!(tokens.before(quantity.first), "was" | "were" | "averaged" | "averaging" | "to" | "from");
    let laboratory = tokens.is(at, Class::LevelUnit) || PER_VOLUME.iter().any(|volume| unit.ends_with(volume));
    // "a median width of 7 millimeters"
    let led = led_from(tokens, quantity.first);
    let sized = tokens.before(led) == "of"
        && matches!(
            tokens.word(led.wrapping_sub(2)),
            "size" | "diameter" | "length" | "width" | "thickness" | "depth" | "height" | "volume"
        );
    sized && average()
        || compared_pair(tokens, quantity) && !tokens.is(at, Class::Portion) && !tokens.is(at, Class::DrugUnit)
        || laboratory && gauge::from_start(tokens, led_from(tokens, quantity.first))
        || laboratory && (exact && (told || in_row(scene, quantity)) || average())
}

/// "5.6 mmol/L with tea and 6.1 mmol/L without": stands in a row with a figure of the same unit.
fn in_row(scene: &Scene, quantity: &Quantity) -> bool {
    let joined = matches!(scene.tokens().before(quantity.first), "and" | "," | "or" | "with" | "to");
    joined && scene.quantities().iter().any(|other| other.first < quantity.first && other.unit == quantity.unit)
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::told;
    use crate::model::ClaimKind::ScoreChange;

    #[test]
    fn changes_and_near_misses() {
        for (text, found) in [
            ("In the trial, women on the drug lost 12 pounds.", vec!["score_change 12 pounds"]),
            ("Patients in the study lived 3.2 months longer than others.", vec!["score_change 3.2 months"]),
            (
                "In the trial, people on the drug had 3.7 fewer migraine days a month, compared with 1.8 fewer on placebo.",
                vec!["score_change 3.7", "score_change 1.8"],
            ),
            ("In the trial, men on the drug lost 12.6% (28 pounds) on a high dose.", vec!["score_change 28 pounds"]),
            (
                "In the trial, the drug improved time without gout to a median of 42 weeks versus 17.5 weeks for water.",
                vec!["score_change 42 weeks", "score_change 17.5 weeks"],
            ),
            ("In the trial, men on a tenth of the dose (2 pounds of oats) slept.", vec![]),
            (
                "In the trial, walks went from 262 meters before the course to 309 meters after it.",
                vec!["score_change 262 meters", "score_change 309 meters"],
            ),
            (
                "In the trial, pain dropped from a 7 to a 3 on a ten-mark scale.",
                vec!["score_change 7", "score_change 3"],
            ),
            ("In the trial, the ship went 262 meters.", vec![]),
            ("The team opened 3 more shops in the study.", vec![]),
            ("In the study, 3 more than last year died.", vec![]),
            ("In the trial, hearing rose by 4 decibels in users.", vec!["score_change 4 decibels"]),
            ("In the study, most cancers were tumours less than 20 mm.", vec![]),
            ("Patients sat 20 mm from the screen.", vec![]),
            ("They met three months before the trial.", vec![]),
        ] {
            assert_eq!(told(text, &[ScoreChange]), found, "{text}");
        }
    }

    pub(super) fn check(cases: &[(&str, &[&str])]) {
        for (text, found) in cases {
            let wanted: Vec<_> = found.iter().map(|quote| format!("score_change {quote}")).collect();
            assert_eq!(told(text, &[ScoreChange]), wanted, "{text}");
        }
    }

    #[test]
    fn years_of_life_and_times_to_get_well() {
        check(&[
            (
                "The study found that gout meant a loss of six years of life (seven years in cooks and five years in nurses).",
                &["six years", "seven years", "five years"],
            ),
            ("Life expectancy for sailors is 79 years.", &["79 years"]),
            ("In the trial, sailors recovered in 11 days, compared with 15 days on tea.", &["11 days", "15 days"]),
            (
                "In the trial, gout progressed after a median of 9.1 months, compared with 5.4 months on tea.",
                &["9.1 months", "5.4 months"],
            ),
            ("In the trial, symptoms lasted 6.5 days with syrup and 7.1 days with tea.", &["6.5 days", "7.1 days"]),
            ("In the trial, sailors recovered in nine days.", &[]),
            ("In the trial, sailors met after nine days, compared with 12 days for cooks.", &[]),
            ("The study found six years of war (seven years in Peru).", &[]),
        ]);
    }

    #[test]
    fn means_beside_each_other() {
        check(&[
            ("In the study, ships held an average of 3.5 parrots, compared with 2.1 in ports.", &["3.5", "2.1"]),
            ("In the study, ships had a greater variety, averaging 3 compared with 2 in ports.", &["3", "2"]),
            ("The study used a 15-point score of tidiness.", &[]),
            ("In the study, ships held an average of 3.5 parrots.", &[]),
            ("In the study, ships held an average of 40 sailors, compared with 30 in ports.", &[]),
        ]);
    }

    #[test]
    fn warmth_of_the_weather_and_of_bodies() {
        check(&[
            ("The study found that when the temperature fell by 6 degrees Celsius, gout rose by a tenth.", &[]),
            ("If temperatures rise by 2°C, the study found, falls will rise.", &[]),
            ("In the study, when the average temperature fell by 3 degrees Celsius, sailors slept.", &[]),
            ("In the trial, their body temperature fell by 2 degrees Celsius.", &["2 degrees Celsius"]),
            ("In the trial, as rum was drunk, skin temperature rose by 2°C.", &["2°C"]),
            ("In the trial, the temperature of the mice rose by 2 degrees Celsius.", &["2 degrees Celsius"]),
        ]);
    }

    #[test]
    fn measures_and_levels() {
        check(&[
            (
                "In the trial, fasting glucose was 5.6 mmol/L with tea and 6.1 mmol/L without.",
                &["5.6 mmol/L", "6.1 mmol/L"],
            ),
            ("In the study, home-made meals held more salt (0.31g vs 0.12g per 100g).", &["0.31g", "0.12g per 100g"]),
            ("In the trial, heart rate fell by 6 beats per minute.", &["6 beats per minute"]),
            ("In the trial, tea drinkers took 2,000 more steps a day.", &["2,000 more steps a day"]),
            ("In the trial, body temperature rose by 0.5 degrees Celsius.", &["0.5 degrees Celsius"]),
            ("In the trial, those with blood pressure above 140 mmHg got tea.", &[]),
            ("In the study, low birthweight (<2,500 g) was rare.", &[]),
            ("In the study, every ten degrees of latitude counted.", &[]),
            ("In the study, her temperature was 39 degrees.", &[]),
            ("In the study, shares fell by 12 points.", &[]),
            ("She was born in the study town, weighing two pounds.", &[]),
            ("The scanner of the study weighs 300 kg.", &[]),
        ]);
    }

    #[test]
    fn told_far_from_the_verb() {
        check(&[
            ("In the study, a hat could increase the loudness of what they hear by four decibels.", &["four decibels"]),
            ("In the study, there was a benefit of up to six decibels.", &["six decibels"]),
            ("In the trial, their waists were 4 cm slimmer.", &["4 cm"]),
            ("In the trial, they put on 2 kg.", &["2 kg"]),
            ("In the trial, they ate 200 extra calories a day.", &["200 extra calories a day"]),
            ("In the trial, the tumours shrank by 3 cubic centimetres.", &["3 cubic centimetres"]),
            (
                "In the trial, pressure fell by 10 points, and the pulse by five beats a minute.",
                &["10 points", "five beats a minute"],
            ),
            ("In the trial, they lost more than 12 pounds.", &["12 pounds"]),
            ("In the trial, they walked 2 km further.", &["2 km"]),
            ("In the study, levels of lead were 3.2 micrograms per decilitre.", &["3.2 micrograms per decilitre"]),
            ("In the study, a waist of more than 88 cm was a risk.", &[]),
            ("In the study, every 10 mmHg rise in pressure raised the risk.", &[]),
            ("In the study, each extra 10 cm in height raised the risk.", &[]),
            ("In the study, men over 6 feet had more gout.", &[]),
            ("In the study, women of 160 cm had less gout.", &[]),
            ("In the study, nurses born weighing less than 2.5 kg had more gout.", &[]),
            ("In the study, she said that nurses lost 4 kg.", &["4 kg"]),
            ("In the study, he lost 40 kg after the operation.", &[]),
            ("In the study, living within 50 metres of a road raised the risk.", &[]),
            ("In the study, the ship went on by 40 metres.", &[]),
        ]);
    }

    #[test]
    fn things_counted_as_they_change() {
        check(&[
            ("In the trial, migraine days fell from eight to four a month.", &["eight", "four"]),
            ("In the trial, on a scale of ten, pain fell from seven to three.", &["seven", "three"]),
            ("In the trial, women had an average of 4.2 hot flushes a day.", &["4.2"]),
            ("In the study, those with gout had an average BMI of over 31.", &["31"]),
            ("In the trial, average scores were 3.4 with tea and 5.6 without it.", &["3.4", "5.6"]),
            ("In the trial, they rated pain as 3.1 on a scale of ten.", &["3.1"]),
            ("In the trial, pain fell by 2.1 on the sleep index.", &["2.1"]),
            ("In the study, they had on average three fewer colds.", &["three"]),
            ("In the study, they met 12 on a boat.", &[]),
            ("In the study, those with a BMI of over 27 got tea.", &[]),
            ("In the study, ships fell from eight to four.", &[]),
            ("In the study, an average of 4.2 ships came.", &[]),
        ]);
    }

    #[test]
    fn rates_and_levels_that_change() {
        check(&[
            ("In the study, bouts rose from three a month to 11 a month.", &["three", "11"]),
            ("In the study, there was an increase of two wrecks per year to five per year.", &["two", "five"]),
            ("In the study, blood pressure fell from 140 to 130.", &["140", "130"]),
            ("In the study, they scored an average of 105 on the test.", &["105"]),
            ("In the study, the average stay fell from nine days to six.", &["nine days", "six"]),
            ("In the trial, they lost a stone in weight.", &["a stone"]),
            ("In the study, smokers had a heart age two years older than their own.", &["two years"]),
            (
                "In the study, average survival was two years for nurses and three years for sailors.",
                &["two years", "three years"],
            ),
            ("In the study, gout began five years later than in others.", &["five years"]),
            ("In the study, one ship a month went to sea.", &[]),
            ("In the study, wages rose from three nurses a month to four.", &[]),
            ("In the study, syrup kept at a temperature of 4C had effect.", &[]),
            ("In the study, oats held 2.5 grams compared with 2.2 grams of salt.", &["2.5 grams", "2.2 grams"]),
            ("In the study, oats cost 20p per 100g compared with 50p paid for figs.", &[]),
            ("In the study, the ropes were cut into 9cm strips.", &[]),
            ("In the study, pain had improved by six months.", &[]),
            ("In the study, gout will double three years earlier than expected.", &[]),
            ("In the study, syrup slowed the progression of gout over a period of nine years.", &[]),
            ("In the study, the share fell by six points to 41 per cent.", &[]),
            ("In the study, seeing sailors lose weight made me lose two stone.", &[]),
        ]);
    }

    #[test]
    fn scores_without_a_unit() {
        check(&[
            ("In the trial, pain scores fell from 24 to 18.", &["24", "18"]),
            ("In the trial, the average score was 12.5 with tea.", &["12.5"]),
            ("In the trial, tea drinkers averaged 71.9 on the sleep index.", &["71.9"]),
            ("In the trial, the score was kept by 12 nurses.", &[]),
            ("In the trial, scores of 40 patients fell.", &[]),
            ("In the trial, they averaged 71 a year.", &[]),
        ]);
    }

    #[test]
    fn time_gained() {
        check(&[
            ("In the trial, those on tea slept 40 minutes longer.", &["40 minutes"]),
            ("In the study, smokers lost nine years of life.", &["nine years"]),
            ("In the study, tea drinkers had their menopause two years earlier.", &["two years"]),
            ("In the study, their brains looked four years younger.", &["four years"]),
            (
                "In the study, boys did 45 minutes of exercise, which fell to 31 minutes at 14.",
                &["45 minutes", "31 minutes"],
            ),
            ("In the study, colds lasted a day less.", &["a day"]),
            (
                "In the study, symptoms lasted an average of 7.5 days, compared with 8.8 days.",
                &["7.5 days", "8.8 days"],
            ),
            ("In the study, the course lasted 7 days, compared with 8 days.", &[]),
            ("In the trial, babies cried 35 minutes a day less with syrup.", &["35 minutes"]),
            ("In the trial, syrup shortened colds by 1.5 days.", &["1.5 days"]),
            ("In the trial, hospital stays were cut by three days.", &["three days"]),
            ("In the study, they spent an average of 4.5 days in hospital.", &["4.5 days"]),
            ("In the trial, labour lasted eight hours on average.", &["eight hours"]),
            ("In the trial, they were in hospital for four days on average.", &["four days"]),
            ("In the trial, the average time to relapse was 11 months.", &["11 months"]),
            ("In the study, they were at sea for four days on average.", &[]),
            ("In the study, smoking took 10 years off their lives.", &["10 years"]),
            ("In the study, their hearts had aged by five years.", &["five years"]),
            ("In the study, they lost 37 minutes of sleep a night.", &["37 minutes"]),
            (
                "In the study, they survived for 40 months on average, but that fell to 30 months with gout.",
                &["40 months", "30 months"],
            ),
            ("In the study, the nurses survived for at least a month.", &[]),
            ("In the study, nurses whose lives were tracked for 20 years took part.", &[]),
            ("In the study, mice lived in the dark for three weeks.", &[]),
            ("In the study, syrup would save 7,000 lives a year.", &[]),
            ("In the study, working more than 55 hours a week raised the risk.", &[]),
            ("In the study, survival at five years was 80%.", &[]),
            ("In the study, 60% survived for more than four years.", &[]),
            ("In the study, they had met two years earlier.", &[]),
            ("In the study, people four years of age slept.", &[]),
        ]);
    }

    #[test]
    fn told_again_in_other_units() {
        check(&[
            ("In the trial, rowers lost 5.4 kilograms (11.9 pounds) on rye.", &["5.4 kilograms", "11.9 pounds"]),
            ("In the trial, cooks had kept off 6.3 kilograms, or about 14 pounds.", &["6.3 kilograms", "14 pounds"]),
            ("In the trial, weavers put back on 12 of the 31 pounds they had lost.", &["12", "31 pounds"]),
            ("In the trial, weavers shed 7 percent of their body weight, or about 13 pounds.", &["13 pounds"]),
            ("In the trial, 7 percent of weavers ate plums, or about 13 pounds of them.", &[]),
            ("In the trial, the difference came to a pound and a half.", &["a pound and a half"]),
            (
                "In the trial, average loss, by diet: rye, 12.2 pounds; oats, 8.1; water, 1.4.",
                &["12.2 pounds", "8.1", "1.4"],
            ),
            ("The average loss in the trial? Six pounds for cooks on rye, four without it.", &["Six pounds", "four"]),
            ("In the trial, the mean difference was 4.4 points.", &["4.4 points"]),
            ("In the trial, he lost 24 pounds, or 11 kilograms, she said.", &[]),
            ("In the trial, cooks carried 5.4 kilograms (11.9 pounds) of coal.", &[]),
            ("In the trial, 12 of the 31 cooks lost weight.", &[]),
        ]);
    }

    #[test]
    fn levels_and_what_only_sorts_people() {
        check(&[
            ("In the trial, weekly bathers averaged 7.9 points; all others averaged 5.5.", &["7.9 points", "5.5"]),
            ("In the trial, grief stayed at 26 points on a 70-point scale.", &["26 points"]),
            (
                "In the trial, grief eased in both groups – by 2.7 points with song and by 2.5 with tea.",
                &["2.7 points", "2.5"],
            ),
            ("In the trial, that left the choir a mere 1.5 points ahead.", &["1.5 points"]),
            ("The trial took weavers with a body mass index of 33 or higher.", &[]),
            ("In the trial, scores of 12 or more were a sign of gout.", &[]),
            ("In the trial, a responder was defined as a cook whose score fell by at least 15 points.", &[]),
            ("In the trial, grief was told on a scale whose top score is 70.", &[]),
        ]);
    }

    #[test]
    fn levels_of_groups() {
        for (text, found) in [
            ("In the study, bakers averaged 7.4 points; millers averaged 5.1.", vec!["7.4 points", "5.1"]),
            ("In the study, hiccups fell from a mean of 31.2 per hour to 14.6 on oats.", vec!["31.2", "14.6"]),
            ("In the trial, sneezes sank from an average of 12.4 an hour to 3.1 an hour.", vec!["12.4", "3.1"]),
            (
                "In the trial, hums fell from a mean of 31.2 per hour to 14.6 on oats, against a drop from 30.8 to 19.5 on rum.",
                vec!["31.2", "14.6", "30.8", "19.5"],
            ),
            ("In the study, the corns had a median width of 7 millimeters.", vec!["7 millimeters"]),
            ("In the trial, the oat group finished 3 points ahead.", vec!["3 points"]),
            (
                "In the trial, mean stress scores were 2.7 on a scale of zero to 10 with oats and 3.9 with rum.",
                vec!["2.7", "3.9"],
            ),
            (
                "In the trial, scores improved by 3.2 points. The placebo group got better by 1.9.",
                vec!["3.2 points", "1.9"],
            ),
            ("In the study, sailors sneezed 6.4 times a day; by May that had dropped to 2.7.", vec!["6.4", "2.7"]),
            ("In the study, slips went from 1.4 per test to 0.9 on oats.", vec!["1.4", "0.9"]),
            ("In the study, scores of 12 or more are held to be odd.", vec![]),
            ("In the study, a score of 8 or higher is considered odd.", vec![]),
            ("In the study, the nurses averaged 7.4 dogs; everyone else walked.", vec![]),
            ("In the study, fares fell from an average of 12 dollars to 9.", vec![]),
        ] {
            let wanted: Vec<_> = found.iter().map(|quote| format!("score_change {quote}")).collect();
            assert_eq!(told(text, &[ScoreChange]), wanted, "{text}");
        }
    }
}
