//! A count of deaths, falls or cases of a disease in, whether these happened in the study out, not in a country at large.

use crate::text::{Class, Quantity, Tokens, Unit};

use super::beside::phrase_start;
use super::hits::picked_out;
use super::nouns::{Counted, counted_noun};
use super::parts::is_count;
use super::scene::Scene;

/// Deaths and relapses in a group of the study.
pub fn own_events(scene: &Scene, quantity: &Quantity, noun: usize) -> bool {
    own_beside(scene, quantity, noun, NEIGHBOURS)
}

/// Counts before that one can be listed with: lists of more are no sentences.
const NEIGHBOURS: usize = 6;

fn own_beside(scene: &Scene, quantity: &Quantity, noun: usize, neighbours: usize) -> bool {
    let tokens = scene.tokens();
    scene.is_abstract
        || in_group(tokens, noun)
        || recorded(tokens, noun)
        || data_on(tokens, quantity)
        || among_counted(scene, quantity, noun)
        || laid_to_a_cause(scene, quantity)
        || of_side_effects(scene) && !at_large(scene, quantity, noun)
        || !at_large(scene, quantity, noun)
            && (framed(scene)
                || study_near(scene) && told(tokens, quantity, noun)
                || included(scene, quantity)
                || listed(scene, quantity, neighbours))
}

/// "there were 37 pregnancies": what came of a study, not what was studied.
pub fn came_about(scene: &Scene, quantity: &Quantity, noun: usize) -> bool {
    let tokens = scene.tokens();
    let start = phrase_start(tokens, quantity.first);
    let there = tokens.ends_at(start, &["there", "were"]);
    let event = tokens.is(noun, Class::EventNoun);
    let came = there && (tokens.is(noun, Class::StandsForPatient) || event) || event && told(tokens, quantity, noun);
    came && own_events(scene, quantity, noun)
}

/// "212 falls, including 34 deaths": beside others of the study.
fn listed(scene: &Scene, quantity: &Quantity, neighbours: usize) -> bool {
    let Some(neighbours) = neighbours.checked_sub(1) else { return false };
    let tokens = scene.tokens();
    let at = scene.quantities().partition_point(|q| q.first < quantity.first);
    let start = phrase_start(tokens, quantity.first);
    let joined = matches!(tokens.before(start), "including" | "and" | "," | "plus");
    let before = scene.quantities()[..at].last().filter(|_| joined);
    before.is_some_and(|q| match counted_noun(tokens, q.last + 1) {
        Some((noun, Counted::Events)) => own_beside(scene, q, noun, neighbours),
        _ => false,
    })
}

/// "812 cases in 9,000 sailors", "230 deaths among nearly 8,000 men": the people stand with what befell them.
pub fn among_counted(scene: &Scene, quantity: &Quantity, noun: usize) -> bool {
    let tokens = scene.tokens();
    let at = scene.quantities().partition_point(|q| q.first <= quantity.first);
    let people = scene.quantities().get(at).filter(|q| {
        let start = phrase_start(tokens, q.first);
        let the = tokens.is(start.wrapping_sub(1), Class::Article);
        start == noun + 2 + usize::from(the)
            && matches!(tokens.word(noun + 1), "in" | "among")
            && q.value.low > quantity.value.low
    });
    people.is_some_and(|q| is_count(q) && matches!(counted_noun(tokens, q.last + 1), Some((_, Counted::People))))
}

/// "The tests were linked to 90 extra falls", "an increase in deaths": what a study lays to a cause.
fn laid_to_a_cause(scene: &Scene, quantity: &Quantity) -> bool {
    const REACH: usize = 12;
    let tokens = scene.tokens();
    let start = phrase_start(tokens, quantity.first);
    let cause = |k: usize| {
        matches!(tokens.word(k), "linked" | "links" | "link" | "tied" | "attributed" | "contributed" | "ascribed")
            || tokens.at(k, &["associated", "with"])
    };
    let clause = (start.saturating_sub(REACH)..start).rev().take_while(|&k| !matches!(tokens.word(k), "," | ";"));
    matches!(tokens.before(start), "to" | "with") && clause.into_iter().any(cause) && study_near(scene)
}

/// "involved 8,000 sailors and included 970 deaths, 230 from gout": beside the people to whom they happened.
fn included(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let at = scene.quantities().partition_point(|q| q.first < quantity.first);
    let people = |q: &Quantity| {
        q.value.low > quantity.value.low && matches!(counted_noun(tokens, q.last + 1), Some((_, Counted::People)))
    };
    let verb = |k: usize| tokens.is(k, Class::RecruitVerb) && !tokens.is(k, Class::Preposition);
    scene.quantities()[..at].iter().any(people) && (0..quantity.first).any(verb)
}

/// "found 812 cases of gout", "12 cases were diagnosed", but not the cases that a study set out from.
pub fn cases_found(scene: &Scene, quantity: &Quantity, noun: usize) -> bool {
    let tokens = scene.tokens();
    if !matches!(tokens.word(noun), "cases" | "case") {
        return false;
    }
    let chosen = || tokens.iter().any(|(k, _)| matches!(tokens.word(k), "controls" | "matched" | "compared"));
    // "From these they identified 800 cases" begins a study
    let identified = tokens.before(phrase_start(tokens, quantity.first)) == "identified" && !framed(scene);
    // "the rate of colds was the same: 20 cases and 22"
    let rate = (0..quantity.first).any(|k| matches!(tokens.word(k), "rate" | "rates" | "incidence"));
    !identified
        && (rate
            || tokens.before(noun) == "new" && framed(scene)
            || told(tokens, quantity, noun)
            || listed(scene, quantity, NEIGHBOURS))
        && !chosen()
        && !at_large(scene, quantity, noun)
        && (framed(scene) || study_near(scene) || of_side_effects(scene))
}

/// "Side effects were few, though there was one case of gout."
fn of_side_effects(scene: &Scene) -> bool {
    let named =
        |tokens: &Tokens| tokens.iter().any(|(k, _)| tokens.at(k, &["side", "effects"]) || tokens.word(k) == "adverse");
    const NEAR: usize = 2;
    scene.sentences[scene.at.saturating_sub(NEAR)..=scene.at].iter().any(|sentence| named(&sentence.tokens))
}

/// "38 deaths in the drug group", "falls among the sailors".
fn in_group(tokens: &Tokens, noun: usize) -> bool {
    const NEAR: usize = 7;
    let among = |k: usize| matches!(tokens.word(k), "among" | "in") && tokens.is(k + 1, Class::Article);
    (noun + 1..noun + NEAR).any(|k| {
        tokens.is(k, Class::PeopleGroup)
            || tokens.is(k, Class::ControlWord)
            || tokens.is(k, Class::StudyPeople)
            || among(k) && (k + 2..k + 4).any(|j| tokens.is(j, Class::People))
    })
}

/// "More than 41,000 falls were noted while the study ran".
fn recorded(tokens: &Tokens, noun: usize) -> bool {
    (noun + 1..noun + 9).any(|k| tokens.is(k, Class::SeenVerb))
        && (noun + 1..noun + 16).any(|k| {
            matches!(tokens.word(k), "follow" | "monitoring")
                || tokens.is(k, Class::StudyWork) && tokens.is(k - 1, Class::Article)
        })
}

/// "extracted data on 1,200 strokes".
fn data_on(tokens: &Tokens, quantity: &Quantity) -> bool {
    let start = phrase_start(tokens, quantity.first);
    matches!(tokens.before(start), "on" | "for" | "about")
        && start >= 2
        && matches!(tokens.word(start - 2), "data" | "information" | "records" | "details")
}

/// "there were 12 deaths", "found 19 cancers", "12 falls were recorded".
fn told(tokens: &Tokens, quantity: &Quantity, noun: usize) -> bool {
    const VERB_REACH: usize = 10;
    let seen = |k: usize| {
        tokens.is(k, Class::SeenVerb)
            || tokens.is(k, Class::Befallen)
            || matches!(tokens.word(k), "found" | "counted" | "confirmed" | "logged" | "tallied")
    };
    let start = phrase_start(tokens, quantity.first);
    let there = tokens.ends_at(start, &["there", "were"]) || tokens.ends_at(start, &["there", "was"]);
    let led = tokens.before(start) == "to" && matches!(tokens.word(start.wrapping_sub(2)), "led" | "leading")
        || tokens.before(start) == "in" && matches!(tokens.word(start.wrapping_sub(2)), "resulted" | "resulting");
    let laid = matches!(tokens.before(start), "attributed" | "blamed") && matches!(tokens.word(noun + 1), "to" | "on");
    let underwent = matches!(tokens.before(start), "suffered" | "experienced" | "sustained" | "had");
    let found = start > 0
        && (seen(start - 1)
            || matches!(tokens.before(start), "saw" | "caused")
            || led
            || laid
            || underwent
            || picked_out(tokens, start).is_some());
    let behind =
        || (noun + 1..noun + VERB_REACH).take_while(|&k| !matches!(tokens.word(k), "," | ";" | "who" | "that"));
    let mut be = behind().filter(|&k| tokens.is(k, Class::Be));
    let came_up = behind().any(|k| {
        matches!(tokens.word(k), "turned" | "cropped" | "came" | "showed") && tokens.word(k + 1) == "up"
            || matches!(tokens.word(k), "occurred" | "arose" | "emerged")
    });
    // "were blamed on the syrup"
    let blamed = |k: usize| {
        matches!(tokens.word(k), "blamed" | "linked" | "attributed" | "tied" | "traced" | "deemed" | "judged")
    };
    there
        || found
        || came_up
        || be.any(|k| blamed(k + 1) || seen(k + 1) || tokens.word(k + 1).ends_with("ly") && seen(k + 2))
}

/// The time that the study lasted is told: "during follow-up", "by the end of the trial", "over eight years".
pub fn framed(scene: &Scene) -> bool {
    const LONGEST_LEAD: usize = 5;
    let tokens = scene.tokens();
    let study = |k: usize| {
        matches!(tokens.word(k), "study" | "trial" | "experiment" | "monitoring" | "period")
            || tokens.word(k) == "time" && matches!(tokens.before(k), "this" | "that")
    };
    let phrase = |k: usize| {
        let lead = tokens.is(k, Class::Preposition)
            && matches!(tokens.word(k), "during" | "over" | "throughout" | "within" | "by" | "in");
        lead && (k + 1..k + LONGEST_LEAD).take_while(|&j| tokens.is_word(j)).any(study)
    };
    let follow_up = |k: usize| tokens.word(k) == "followup" || tokens.at(k, &["follow", "-", "up"]);
    (0..tokens.len()).any(|k| follow_up(k) || phrase(k))
        || scene.quantities().iter().any(|q| matches!(q.unit, Unit::Time(_)) && spans(tokens, q))
}

/// "over eight years", "in the three years after that", but not "in the past five years".
fn spans(tokens: &Tokens, time: &Quantity) -> bool {
    const FILLERS: [&str; 10] =
        ["average", "median", "mean", "of", "next", "following", "first", "more", "than", "just"];
    let mut at = time.first;
    while at > 0
        && (tokens.is(at - 1, Class::Article)
            || tokens.is(at - 1, Class::Approx)
            || FILLERS.contains(&tokens.before(at)))
    {
        at -= 1;
    }
    matches!(tokens.before(at), "during" | "over" | "in" | "within" | "after" | "throughout")
}

/// The study is spoken of here or in the two sentences before.
pub fn study_near(scene: &Scene) -> bool {
    const NEAR: usize = 2;
    let near = &scene.sentences[scene.at.saturating_sub(NEAR)..=scene.at];
    near.iter().any(|sentence| sentence.tokens.any(Class::StudyWork)) || told_just_before(scene)
}

/// The same of the paragraphs just before this sentence and the one before it, which are not read where they hold no number.
fn told_just_before(scene: &Scene) -> bool {
    unread_tells(scene, scene.at) || scene.at.checked_sub(1).is_some_and(|before| unread_tells(scene, before))
}

/// What was passed over right before sentence `at` speaks of a study.
fn unread_tells(scene: &Scene, at: usize) -> bool {
    /// Bytes of two or three sentences.
    const NEAR: usize = 500;
    const STUDY: [&str; 6] = ["study", "esearch", "trial", "survey", "cientists", "authors"];
    let text = &scene.article.text;
    let end = scene.sentences[at].span.start;
    let read = at.checked_sub(1).map_or(0, |before| scene.sentences[before].span.end);
    let from = (read.max(end.saturating_sub(NEAR))..=end).find(|&at| text.is_char_boundary(at)).unwrap_or(end);
    let unread = &text[from..end];
    STUDY.iter().any(|word| unread.contains(word))
}

/// "last month", "this year" stands before or shortly behind token `last`: news of the world.
pub fn lately(tokens: &Tokens, last: usize) -> bool {
    const NEAR: usize = 14;
    // "the trial, published this week in a journal, tested …"
    let told = |k: usize| matches!(tokens.before(k), "published" | "presented" | "released" | "reported" | "announced");
    let mut units = tokens.having(Class::TimeUnit).take_while(|&unit| unit <= last + NEAR);
    units.any(|unit| matches!(tokens.before(unit), "last" | "this") && tokens.word(unit + 1) != "of" && !told(unit - 1))
}

/// "in Wales", "a year", "could prevent": a country's, or what a model expects.
fn at_large(scene: &Scene, quantity: &Quantity, noun: usize) -> bool {
    const NEAR: usize = 9;
    let tokens = scene.tokens();
    let start = quantity.first.saturating_sub(NEAR);
    let place = |k: usize| {
        let at = if tokens.word(k + 1) == "the" { k + 2 } else { k + 1 };
        matches!(tokens.word(k), "in" | "across" | "throughout")
            && tokens.is_capital(&scene.article.text, at)
            && !tokens.is(at, Class::Month)
    };
    let yearly = |k: usize| {
        tokens.is(k, Class::TimeUnit) && matches!(tokens.before(k), "a" | "per" | "each" | "every" | "last")
            || everywhere(tokens.word(k))
    };
    (start..noun + NEAR).any(|k| yearly(k) || tokens.is(k, Class::Modal))
        || (noun + 1..noun + NEAR).any(place)
        || (0..quantity.first).any(place)
}

/// "worldwide", "annually": of a country or the world, not of a study.
pub fn everywhere(word: &str) -> bool {
    matches!(word, "annually" | "worldwide" | "nationwide" | "nationally" | "globally")
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::counts;

    #[test]
    fn of_the_study() {
        for (text, found) in [
            ("Over more than nine years, nurses had 212 strokes.", vec!["event 212 strokes"]),
            ("The study ran on. Over nine years, there were 212 heart attacks.", vec!["event 212 heart attacks"]),
            (
                "The study ran on. In the eight years after that, 46 more strokes came up.",
                vec!["event 46 more strokes"],
            ),
            ("The team recorded 812 falls among the sailors.", vec!["event 812 falls"]),
            ("During this period, 95 polyps were newly diagnosed.", vec!["event 95 polyps"]),
            ("The team tested the men. In all, 19 cancers were detected.", vec!["event 19 cancers"]),
            ("The researchers found 812 cases of gout.", vec!["event 812 cases"]),
            (
                "The team involved 8,000 sailors and included 970 deaths and 230 deaths from gout.",
                vec!["total 8,000 sailors", "event 970 deaths", "event 230 deaths"],
            ),
            ("In the study, there were 212 falls, including 34 deaths.", vec!["event 212 falls", "event 34 deaths"]),
            ("The study says that accidents led to 23 hospital admissions.", vec!["event 23 hospital admissions"]),
            ("Over ten years, the researchers identified 345 cases of gout.", vec!["event 345 cases"]),
            ("In the study, there were 37 pregnancies.", vec!["event 37 pregnancies"]),
            ("They extracted data on 1,200 strokes.", vec!["event 1,200 strokes"]),
            ("In the study of nurses, 17 cases of gout were diagnosed.", vec!["event 17 cases"]),
            ("The review involved 812 cases in 9,000 sailors.", vec!["event 812 cases", "total 9,000 sailors"]),
            ("The study saw 30 deaths among nearly 9,000 men.", vec!["event 30 deaths", "total 9,000 men"]),
            ("A study linked the rum to 90 extra falls.", vec!["event 90 extra falls"]),
            ("Researchers said that night work contributed to 90 suicides.", vec!["event 90 suicides"]),
            ("In the study, there were five strokes and one death.", vec!["event five strokes", "event one death"]),
            ("In the trial, five sailors had a stroke and one died.", vec!["event five sailors", "event one"]),
            ("The deaths of two sailors were linked to the trial.", vec!["event two sailors"]),
        ] {
            assert_eq!(counts(text), found, "{text}");
        }
    }

    #[test]
    fn of_a_country() {
        for text in [
            "The study ran on. There were 700 deaths in Wales.",
            "The team said that 900 falls a year were recorded.",
            "In the past nine years there were 900 deaths from gout.",
            "There were 38 strokes.",
            "Rum has been linked to 90 extra falls.",
            "The syrup could mean 400 deaths.",
            "The new syrup could prevent 400 deaths, the study found.",
            "A tax on rum would avert almost 900 falls, say researchers.",
            "The study found that a tax on rum could cut hospital visits by 6,000.",
            "The study found that oats could mean 1,800 fewer deaths.",
            "The study found that 60 early deaths could be prevented if sailors slept.",
            "The team estimates that it would save about 80 lives a year.",
            "Rum is linked to 900 deaths worldwide.",
            "The clinic treats 30 cases in nine wards.",
        ] {
            assert_eq!(counts(text), Vec::<String>::new(), "{text}");
        }
        let chosen = "The study compared 300 cases of gout with 300 controls.";
        assert_eq!(counts(chosen), ["subgroup 300 cases", "subgroup 300 controls"]);
    }
}
