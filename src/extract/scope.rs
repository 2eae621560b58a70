//! A sentence and its paragraph in, whose numbers it gives out: this study's, another's, the world's, a plan's.

mod asides;
mod general;
mod marks;
mod near;
mod news;
mod norm;
mod passing;
mod story;
mod teller;
mod tense;
mod told;
mod trend;
mod unreal;
mod usual;
mod whose;

use crate::model::{Part, Scope};
use crate::text::{Class, Quantity, Tokens, Unit};

use super::cues::CueAt;
use super::scene::Scene;
pub(super) use general::generic_share;
pub(super) use passing::is_year;
pub use told::read;

use asides::{
    in_known_aside, of_a_rate, of_measuring, of_reckoning, of_their_past, part_of_a_toll, set_against_others,
    share_of_a_source,
};
use general::{general_present, is_the_risk, of_an_exposure};
use marks::Marks;
use near::near;
use news::told_in_headline;
use norm::{is_a_norm, listed_portion, measures_a_serving, of_a_norm_kept, set_against_a_norm};
use passing::{other_study_named, several_studies};
use story::of_one_person;
use teller::{
    ago_before, by_the_step, could_be_avoided, directly_studied, found_before, long_linked, of_known_people,
    of_the_study, other_reporter, precise, still_running,
};
use tense::told_as_done;
use trend::{of_a_bygone_decade, over_the_years, rate_of_a_year};
use unreal::{intended, planned, supposed};
use usual::{
    before_it_comes_back, by_chance, comes_back, could_be_prevented, like_people_at_large, must_be_reached,
    usual_course,
};
use whose::{ANOTHER_STUDY, KNOWN_STUDY, SUBJECT, another_study, attributed, comments, known_study_found};

/// One thing that speaks for a scope.
#[derive(Clone, Copy, Debug)]
struct Witness<'t> {
    scope: Scope,
    weight: i32,
    cue: &'t str,
    /// Tells of the methods of a study, whichever it is.
    any_study: bool,
    /// First token of the cue in its own sentence; `None` for what the paragraph or the position says.
    first: Option<usize>,
}

impl<'t> Witness<'t> {
    fn new(scope: Scope, weight: i32, cue: &'t str) -> Self {
        Self { scope, weight, cue, any_study: false, first: None }
    }

    /// What any study's number shows.
    fn of_any_study(weight: i32, cue: &'t str) -> Self {
        Self { any_study: true, ..Self::new(Scope::ThisStudy, weight, cue) }
    }
}

/// What speaks for each scope in one sentence.
#[derive(Clone, Debug, Default)]
pub struct Evidence<'t> {
    witnesses: Vec<Witness<'t>>,
    /// None in a sentence without numbers.
    marks: Marks,
    /// "…, a survey shows".
    ends_with_its_study: bool,
    /// The token from which the sentence tells of another study.
    elsewhere: Option<usize>,
    /// The token from which it tells of the reported one again.
    back: Option<usize>,
}

impl<'t> Evidence<'t> {
    fn add(&mut self, scope: Scope, weight: i32, cue: &'t str) {
        self.witnesses.push(Witness::new(scope, weight, cue));
    }

    fn of_cues(text: &'t str, tokens: &Tokens, cues: &[CueAt], numbers: bool) -> Self {
        /// What more speaks in most sentences than their cues.
        const MORE: usize = 3;
        let mut evidence = Self::default();
        if !cues.is_empty() {
            evidence.witnesses.reserve(cues.len() + MORE);
        }
        if numbers {
            evidence.marks = Marks::of(tokens);
            evidence.back = comes_back(tokens);
        }
        evidence.witnesses.extend(cues.iter().map(|at| Witness {
            scope: at.cue.scope,
            weight: if comments(tokens, at) { at.cue.weight.min(1) } else { at.cue.weight },
            cue: tokens.span(at.first, at.last()).of(text),
            any_study: at.cue.any_study,
            first: Some(at.first),
        }));
        evidence
    }

    /// "One in nine women snore, according to a survey", "…, a survey shows".
    fn attributed_to_a_study(&self) -> bool {
        self.ends_with_its_study
            || self
                .witnesses
                .iter()
                .any(|w| w.scope == Scope::ThisStudy && w.weight > 2 && w.cue.starts_with("according to"))
    }

    /// Adds the study that the sentence turns to, where it is not the reported one.
    fn turn_elsewhere(&mut self, text: &'t str, tokens: &Tokens, known: bool, met: bool) {
        self.elsewhere = other_study_named(text, tokens, known, met);
        self.witnesses.extend(self.elsewhere.map(|at| Witness {
            first: Some(at),
            ..Witness::new(Scope::OtherStudy, ELSEWHERE, tokens.span(at, at).of(text))
        }));
    }

    fn weight(&self, scope: Scope) -> i32 {
        self.witnesses.iter().filter(|w| w.scope == scope).map(|w| w.weight).sum()
    }

    /// The scope that its cues speak for, with the strongest of them.
    fn spoken_for(&self) -> Option<(Scope, &'t str)> {
        let mut tally = Tally::default();
        self.witnesses.iter().for_each(|&witness| tally.add(witness));
        let (scope, cue) = tally.verdict();
        cue.filter(|_| tally.weight(scope) > 1).map(|cue| (scope, cue))
    }

    /// Adds what a sentence says of the study that found what it tells. `known`: readers have met the reported one before;
    /// `of_others`: the sentence before was about another.
    fn hear_of_studies(&mut self, text: &'t str, tokens: &Tokens, known: bool, of_others: bool) {
        if of_others && refers_back(tokens) {
            // "It also found that …" behind "A separate study …"
            self.witnesses.retain(|w| w.scope != Scope::ThisStudy || w.first.is_none_or(|first| first >= SUBJECT));
        }
        if let Some(at) = another_study(tokens).filter(|_| known && !several_studies(text)) {
            // "study found" is said of this one
            let its_own = |w: &Witness| w.first.is_some_and(|first| (at..=at + SUBJECT).contains(&first));
            self.witnesses.retain(|w| w.scope != Scope::ThisStudy || !its_own(w));
            self.add(Scope::OtherStudy, ANOTHER_STUDY, tokens.span(at, at + 1).of(text));
        }
        // "Research suggests that 12 per cent …" behind the news of a study: some research
        if known && tokens.word(0) == "research" && matches!(tokens.word(1), "suggests" | "shows" | "indicates") {
            self.witnesses.retain(|w| w.scope != Scope::ThisStudy || w.first.is_none_or(|first| first > 0));
            self.add(Scope::OtherStudy, KNOWN_STUDY, tokens.span(0, 1).of(text));
        }
        if let Some((at, weight)) = attributed(tokens) {
            self.ends_with_its_study = !(at..tokens.len()).any(|k| tokens.word(k) == "experts");
            self.add(Scope::ThisStudy, weight, tokens.span(at, at).of(text));
        }
        if let Some(at) = known_study_found(tokens) {
            self.add(Scope::ThisStudy, KNOWN_STUDY, tokens.span(0, at).of(text));
        }
    }
}

/// What has been said for each scope, and the strongest cue of each.
#[derive(Default)]
struct Tally<'t> {
    weights: [i32; 4],
    /// What of this study's weight would be said of any study.
    any_study: i32,
    strongest: [Option<(i32, &'t str)>; 4],
}

impl<'t> Tally<'t> {
    fn add(&mut self, Witness { scope, weight, cue, any_study, .. }: Witness<'t>) {
        self.weights[scope as usize] += weight;
        self.any_study += if any_study { weight } else { 0 };
        let best = &mut self.strongest[scope as usize];
        if best.is_none_or(|(most, _)| weight >= most) {
            *best = Some((weight, cue));
        }
    }

    fn hear(&mut self, scope: Scope, weight: i32, cue: &'t str) {
        self.add(Witness::new(scope, weight, cue));
    }

    fn weight(&self, scope: Scope) -> i32 {
        self.weights[scope as usize]
    }

    /// The likeliest scope and its strongest cue. In doubt it is this study; where another is named, words that tell of the
    /// methods of any study say nothing.
    fn verdict(&self) -> (Scope, Option<&'t str>) {
        const RIVALS: [Scope; 3] = [Scope::Planned, Scope::Background, Scope::OtherStudy];
        const NAMED: i32 = 3;
        let rival = RIVALS.into_iter().max_by_key(|&rival| self.weight(rival)).unwrap_or_default();
        // Two weak hints of different rivals still speak against this study together.
        let all: i32 = RIVALS.into_iter().map(|rival| self.weight(rival)).sum();
        let against = self.weight(rival) + (all - self.weight(rival)) / 2;
        let of_any = if self.weight(Scope::OtherStudy) >= NAMED { self.any_study } else { 0 };
        let scope = if against > self.weight(Scope::ThisStudy) - of_any { rival } else { Scope::ThisStudy };
        (scope, self.strongest[scope as usize].map(|best| best.1))
    }
}

/// What another study named in a sentence weighs in it.
const ELSEWHERE: i32 = 4;

/// "They are ten times lower than in …", "It would mean that …": the sentence goes on about what the one before told.
fn refers_back(tokens: &Tokens) -> bool {
    let opens = |k: usize| matches!(tokens.word(k), "but" | "however" | "and" | "yet" | "," | "still");
    let first = (0..3).find(|&k| !opens(k)).unwrap_or(0);
    matches!(tokens.word(first), "they" | "it" | "this" | "these" | "those" | "that" | "such")
}

/// The scope of one number: its sentence's evidence with what stands closest to the number.
pub fn of_quantity<'t>(scene: &Scene, quantity: &Quantity, sentence: &Evidence<'t>) -> (Scope, Option<&'t str>) {
    if scene.is_abstract {
        let prevalence = quantity.unit == Unit::Percent && generic_share(scene, quantity);
        return (if prevalence { Scope::Background } else { Scope::ThisStudy }, None);
    }
    let tokens = scene.tokens();
    let past = sentence.marks.past_around(quantity) || told_as_done(tokens, quantity);
    let mut tally = cues_heard(tokens, quantity, sentence, past);
    if of_known_people(tokens, quantity) {
        tally.add(Witness::of_any_study(2, "people met before"));
    }
    statement(scene, quantity, sentence, past, &mut tally);
    known_of_the_world(scene, quantity, &sentence.marks, &mut tally);
    let planned = planned(tokens, quantity);
    if !planned && directly_studied(tokens, quantity) {
        tally.add(Witness::of_any_study(2, "those studied"));
    }
    if by_the_step(tokens, quantity) {
        tally.add(Witness::of_any_study(2, "an effect by the step"));
    }
    if precise(quantity) {
        tally.add(Witness::of_any_study(1, "precise figure"));
    }
    if still_running(tokens, quantity) {
        tally.hear(Scope::OtherStudy, 3, "another study, still running");
    }
    if ago_before(tokens, quantity) {
        tally.hear(Scope::OtherStudy, 2, "another time");
    }
    if of_the_study(tokens, quantity) {
        tally.hear(Scope::ThisStudy, 3, "the study itself");
    }
    if other_reporter(tokens, quantity) {
        tally.hear(Scope::OtherStudy, 3, "another's figures");
    }
    if let Some(weight) = told_in_headline(scene, quantity) {
        tally.hear(Scope::ThisStudy, weight, "told in the headline");
    }
    if planned {
        tally.hear(Scope::Planned, if intended(tokens, quantity) { 12 } else { 6 }, "planned");
    }
    not_found(scene, quantity, sentence.back, &mut tally);
    tally.verdict()
}

/// What the cues of its sentence weigh for a number.
fn cues_heard<'t>(tokens: &Tokens, quantity: &Quantity, sentence: &Evidence<'t>, past: bool) -> Tally<'t> {
    // "A Danish study suggests that oats could save 900 lives every year"
    let study = || sentence.elsewhere.is_none() && tokens.any(Class::ResearchNoun) && tokens.any(Class::FindingVerb);
    let told = sentence.weight(Scope::ThisStudy) > 1 || study();
    let mut tally = Tally::default();
    let mut placed = false;
    for witness in &sentence.witnesses {
        let beside_the_point = witness.first.is_some_and(|first| match witness.scope {
            Scope::OtherStudy => of_their_past(tokens, quantity, first) || set_against_others(tokens, quantity, first),
            Scope::Background => {
                of_measuring(tokens, first)
                    || of_a_norm_kept(tokens, quantity, first)
                    || told && (of_reckoning(tokens, quantity, first) || of_a_rate(tokens, quantity, first))
            }
            _ => false,
        });
        // "in Scotland 12 per cent fell and in Wales 10": that two are named says no more than that one is
        let place = past && witness.scope == Scope::Background && witness.first.is_some() && is_a_place(witness.cue);
        let again = place && std::mem::replace(&mut placed, true);
        let answered = witness.scope == Scope::ThisStudy
            && sentence.back.is_some_and(|back| {
                witness.first.is_some_and(|first| first >= back) && before_it_comes_back(tokens, quantity, back)
            });
        let weight = if beside_the_point || again { 0 } else { near(sentence, quantity, past, witness) };
        let weight = if answered { weight.min(1) } else { weight };
        tally.add(Witness { weight, ..*witness });
    }
    tally
}

/// "in the UK", "In Wales".
fn is_a_place(cue: &str) -> bool {
    cue.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("in "))
}

/// What speaks for a number that was known before: what is recommended, what is so everywhere.
fn known_of_the_world(scene: &Scene, quantity: &Quantity, marks: &Marks, tally: &mut Tally) {
    let tokens = scene.tokens();
    if is_a_norm(tokens, quantity) {
        let weight = if set_against_a_norm(tokens, quantity) { 6 } else { 3 };
        tally.hear(Scope::Background, weight, "what is recommended");
    }
    if measures_a_serving(tokens, quantity) || listed_portion(scene, quantity, marks) {
        tally.hear(Scope::Background, 3, "what a measure holds");
    }
    if scene.sentence().part == Part::Body && long_linked(tokens, quantity) {
        tally.hear(Scope::Background, 4, "a known link");
    }
    if in_known_aside(tokens, quantity) || teller::older_treatment(scene, quantity) {
        tally.hear(Scope::Background, 4, "what is known");
    }
    // the headline tells what is new
    if scene.sentence().part != Part::Headline && part_of_a_toll(scene, quantity) {
        tally.hear(Scope::Background, 3, "a share of a toll");
    }
    if share_of_a_source(tokens, quantity) {
        tally.hear(Scope::Background, 4, "a share of a country");
    }
    if over_the_years(scene, quantity) || rate_of_a_year(tokens, quantity) || of_a_bygone_decade(tokens, quantity) {
        tally.hear(Scope::Background, 3, "a rise over the years");
    }
}

/// What speaks for a number that no study found: a hope, one person's, what is so without the study. `back`: where the
/// sentence comes back to it.
fn not_found(scene: &Scene, quantity: &Quantity, back: Option<usize>, tally: &mut Tally) {
    let tokens = scene.tokens();
    if supposed(tokens, quantity) {
        tally.hear(Scope::Background, 6, "supposed");
    }
    if of_one_person(&scene.article.text, tokens, quantity) {
        tally.hear(Scope::Background, 5, "one person's");
    }
    let usual = || usual_course(tokens, quantity, back) || like_people_at_large(tokens, quantity);
    if usual() || by_chance(tokens, quantity) || must_be_reached(tokens, quantity) {
        tally.hear(Scope::Background, 6, "what goes on without the study");
    }
    if scene.sentence().part == Part::Body && could_be_prevented(tokens, quantity) {
        tally.hear(Scope::Background, 3, "what could be prevented");
    }
}

/// What the tense of its verb says of a number: a general fact in the present, a finding in the past.
fn statement(scene: &Scene, quantity: &Quantity, sentence: &Evidence, past: bool, tally: &mut Tally) {
    const GENERAL: &str = "general statement in the present tense";
    let tokens = scene.tokens();
    // "While a poll of 2010 had it at 40 per cent, the new count is 12"
    if sentence.back.is_some_and(|back| back <= quantity.first) {
        return;
    }
    // how large a risk is may be told of "those taking rum" whoever they are
    let told_of = |tally: &Tally| {
        let of_any = if is_the_risk(tokens, quantity) { tally.any_study } else { 0 };
        tally.weight(Scope::ThisStudy) - of_any
    };
    if quantity.unit == Unit::Percent && generic_share(scene, quantity) {
        if could_be_avoided(tokens, quantity) {
            return;
        }
        // "The research shows that one in nine cooks live with gout": what the known study shows is no general fact
        let found = found_before(tokens, quantity);
        if found && tally.weight(Scope::ThisStudy) > 0 && tally.weight(Scope::OtherStudy) == 0 {
            return;
        }
        // news opens with what was found, told as a fact
        let told_as_news = scene.sentence().part != Part::Body || found || sentence.attributed_to_a_study();
        tally.hear(Scope::Background, if told_as_news { 2 } else { 4 }, GENERAL);
    } else if !told_as_done(tokens, quantity) && general_present(scene, quantity, &sentence.marks, told_of(tally)) {
        tally.hear(Scope::Background, if is_the_risk(tokens, quantity) { 3 } else { 2 }, GENERAL);
    } else if past {
        tally.add(Witness::of_any_study(1, "past tense"));
    }
    if quantity.unit == Unit::Percent && of_an_exposure(tokens, quantity) {
        tally.add(Witness::of_any_study(2, "a risk that something brings"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::testing;

    fn scope_of(text: &str) -> Scope {
        testing::claims(text).first().expect(text).scope
    }

    #[test]
    fn results_are_of_this_study() {
        for text in [
            "In the new study, 54% of patients on the drug went into remission.",
            "Researchers found that 12 per cent of those on placebo relapsed.",
            "The treatment cut the risk of a relapse by 40 per cent.",
            "Of adults in the UK, 18.3 per cent told the survey that they had misused painkillers.",
            "Two-thirds of sailors would try a pill for the gripes if one existed.",
            "One in five cooks is short-sighted, finds a large study.",
            "Almost 71% of the cooks had snored at some point.",
            "In the UK in 2012, 17% of women were living in such areas.",
            "The drug is associated with a fall in deaths of 22%.",
            "The paper found that Welsh adults were 35 per cent more likely to fall.",
            "The drug halved the number of relapses.",
            "Doctors recommended rest, and 12 per cent of the men relapsed.",
            "A worm was present in about 45% of sailors, and kills many.",
            "The new survey found one in 12 nurses are thought to have gout.",
            "The three-year study is the first of its kind.",
            "More than half exceeded the recommended limit.",
            "The researchers found that it was 44%, but the agency had estimated 26%.",
            "Sailors are 34% likelier to fall, finds a new Welsh study of nurses across the UK.",
            "Gout is over a third more common in Wales, researchers said.",
            "Nurses in Britain sleep 12 per cent less, a huge survey warns.",
            "One in three of those who met the target slept, and one in four met the higher recommended target.",
            "Two in five people on the wards have been admitted owing to rum.",
            "The research, printed in a journal for cooks, revealed a third of sailors spend hours on pies.",
            "The study of sailors in Hull showed that half of cooks are deaf.",
            "Their research, led by a cook, found that one in ten people use oats.",
            "The nationwide study looked at 900 sailors.",
            "The analysis of previous trials gave data on 900 sailors.",
            "Data from past trials were pooled, and the risk fell by 12 per cent.",
            "Research from 900 sailors appears to show that oats help.",
            "Previous studies were of cooks, but this was the first to track 900 sailors.",
        ] {
            assert_eq!(scope_of(text), Scope::ThisStudy, "{text}");
        }
    }

    #[test]
    fn facts_and_other_studies_are_not() {
        for (text, scope) in [
            ("About 30 per cent of people with depression do not respond to drugs.", Scope::Background),
            ("In the UK, one in 20 adults is affected each year.", Scope::Background),
            ("An earlier study found that 54% of patients improved.", Scope::OtherStudy),
            ("Its shares jumped 15 percent as investors cheered.", Scope::Background),
            ("In the UK, the disease is responsible for 39% of the cases of blindness.", Scope::Background),
            ("Existing drugs work in only half of patients.", Scope::Background),
            ("Most of the men exceeded the weekly maximum of 12 units of alcohol a week.", Scope::Background),
            ("They slept below the recommended nine hours a night.", Scope::Background),
            ("Prescriptions have almost doubled each year.", Scope::Background),
            ("Three-quarters of adults take such a test at some point.", Scope::Background),
            ("The agency had estimated 26%, but the researchers found that it was 44%.", Scope::OtherStudy),
            ("A council audit revealed in May that 57 per cent of clinics were dirty.", Scope::OtherStudy),
            ("The ministry said that 12 per cent of nurses fell.", Scope::OtherStudy),
            ("They drank more than 40 per cent of it as rum - the highest recommended limit.", Scope::Background),
            ("Nurses say that sailors should not eat more than 600 ml a day.", Scope::Background),
            ("This comes after it was shown that oats cut the risk by roughly a quarter.", Scope::OtherStudy),
            ("The latest figures say that 40 per cent of adults fall each year.", Scope::Background),
            ("Previous studies found that 40 per cent of adults fall.", Scope::OtherStudy),
            ("Oats have been shown to cut the risk of gout by 24 per cent.", Scope::OtherStudy),
            ("Gout has been reported among 30 per cent of cooks.", Scope::Background),
            ("Each time a sailor eats figs, the risk rises four-fold, doctors warned last June.", Scope::OtherStudy),
            ("Past trials of syrup showed a fall of 12 per cent.", Scope::OtherStudy),
            ("Last May, a piece of research claimed that oats could lower the risk by 33 per cent.", Scope::OtherStudy),
            ("Gout strikes 12 per cent of adults worldwide, an earlier study found.", Scope::OtherStudy),
            ("It comes amid rising sales of oats, which doubled in a year.", Scope::Background),
            ("Nearly half of five to 6-year-olds and 12 per cent of cooks are unfit.", Scope::Background),
            ("In previous studies 18.3 per cent of those treated relapsed.", Scope::OtherStudy),
        ] {
            assert_eq!(scope_of(text), scope, "{text}");
        }
    }

    #[test]
    fn a_study_behind_the_study_is_another() {
        let told = "The study followed nurses.\n\nThe researchers found that 12 per cent fell.\n\n";
        let scopes = |last: &str| {
            let claims = testing::claims(format!("{told}{last}"));
            claims.last().expect(last).scope
        };
        assert_eq!(scopes("A survey by a shop found that falls had risen by 40 per cent."), Scope::OtherStudy);
        assert_eq!(scopes("In 2010, a Danish trial found that falls had risen by 40 per cent."), Scope::OtherStudy);
        let separate = "A separate study was of cooks. ";
        let told_of_it = |text: &str| scopes(&format!("{separate}{text}"));
        assert_eq!(told_of_it("It also found that 40 per cent of them fell."), Scope::OtherStudy);
        assert_eq!(told_of_it("They found that 40 per cent of cooks fell."), Scope::OtherStudy);
        assert_eq!(scopes("It also found that 40 per cent of cooks fell."), Scope::ThisStudy);
        assert_eq!(scopes("The survey found that falls had risen by 40 per cent."), Scope::ThisStudy);
        assert_eq!(scopes("A study of 300 nurses found that falls had risen by 40 per cent."), Scope::ThisStudy);
        assert_eq!(scopes("In the end, a new trial found that falls had risen by 40 per cent."), Scope::ThisStudy);
        assert_eq!(scopes("They found that falls had risen by 40 per cent in a study year."), Scope::ThisStudy);
    }

    #[test]
    fn what_the_headline_tells_is_the_news() {
        let body = "It was long ago.\n\nThey met.\n\nThey ate.\n\nThey slept.\n\n";
        let scopes = |head: &str, last: &str| {
            let claims = testing::claims(format!("{head}\n\n{body}{last}"));
            claims.last().expect(last).scope
        };
        let told = "One in ten people who lose a friend fall ill.";
        assert_eq!(scopes("One in 10 who mourn fall ill", told), Scope::ThisStudy);
        assert_eq!(scopes("A tenth of mourners fall ill", told), Scope::ThisStudy);
        assert_eq!(scopes("Grief makes 10% of us ill", told), Scope::ThisStudy);
        assert_eq!(scopes("One in 12 who mourn fall ill", told), Scope::Background);
        assert_eq!(scopes("10 who mourn fall ill", told), Scope::Background);
        assert_eq!(scopes("Those who mourn fall ill", told), Scope::Background);
    }

    #[test]
    fn what_is_told_again_is_no_general_fact() {
        let told =
            "The study ran on.\n\nIt was about oats.\n\nSailors ate them.\n\nNurses did too.\n\nThey slept a lot.\n\n";
        let last = |text: &str| scope_of(&format!("{told}{text}"));
        assert_eq!(last("This is equal to a jump of 9% in naps."), Scope::ThisStudy);
        assert_eq!(last("That equates to 5% more naps."), Scope::ThisStudy);
        assert_eq!(last("It amounts to a doubling of naps."), Scope::ThisStudy);
        assert_eq!(last("This drug is 5% sweeter."), Scope::Background);
        assert_eq!(last("Sailors are 5% taller."), Scope::Background);
        assert_eq!(last("Syrup has 5% more sugar."), Scope::Background);
    }

    #[test]
    fn verbs_of_the_body_tell_facts_from_results() {
        let told =
            "The study ran on.\n\nIt was about oats.\n\nSailors ate them.\n\nNurses did too.\n\nThey slept a lot.\n\n";
        let last = |text: &str| scope_of(&format!("{told}{text}"));
        for text in [
            "Scores had come down by a fifth more on oats.",
            "The crew is tired, as shown by a share that climbed to 44 per cent.",
            "The effect is large, which works out to a rise of 13 per cent.",
            "Not only did these nurses have fewer falls at ten weeks, they slept.",
            "Naps of cooks were 15 per cent longer than recommended.",
            "They were seen in 11 years of Medicare records.",
        ] {
            assert_eq!(last(text), Scope::ThisStudy, "{text}");
        }
        for text in [
            "It has been creeping up by 2 per cent a year.",
            "The numbers of cooks have since dropped by a third.",
            "Naps are rare in Hull, the authors note. They are five times rarer there.",
            "By some estimates, a third of cooks are deaf.",
        ] {
            assert_ne!(last(text), Scope::ThisStudy, "{text}");
        }
    }

    #[test]
    fn leads_stand_behind_the_head_of_an_archive() {
        let body = "One in ten nurses who work at night is at risk, the study found.";
        let head = "Nurses\n\nPaper\n\nBYLINE: A B\n\nSECTION: NEWS\n\nLENGTH: 40 words\n\n";
        assert_eq!(scope_of(&format!("{head}{body}")), Scope::ThisStudy);
    }
}
