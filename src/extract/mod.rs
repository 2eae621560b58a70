//! An article and its mentions in, its numeric claims out: every number of every sentence is offered to the kinds in turn.

pub mod cues;
pub mod facts;
pub mod figures;
pub mod nouns;
pub mod predicate;
pub mod quality;
pub mod scene;
pub mod scope;
mod slots;

mod acted;
mod ambient;
mod arm_events;
mod bare_count;
mod beside;
mod came_of;
mod confidence_interval;
mod counting;
mod did_for_study;
mod dose;
mod duration;
mod effect_estimate;
mod event_count;
mod fates;
mod gained_time;
mod gapped;
mod group_count;
mod hits;
mod known_groups;
mod multiplier;
mod nnt;
mod organs;
mod other_time;
mod own_events;
mod p_value;
mod paired_time;
mod part_count;
mod parts;
mod percentage;
mod response_rate;
mod rising_counts;
mod roles;
mod sample_role;
mod sample_size;
mod score_change;
mod set_off;
mod share;
mod studied;
mod taken_in;
mod time_spent;
mod world_time;

use std::sync::{Mutex, MutexGuard};

use crate::lexicon::Names;
use crate::model::{
    Article, Claim, ClaimKind, Direction, PlaceFinder, Reported, Role, Scope, SentenceText, Span, Statistic,
};
use crate::text::{Block, Quantity, Tokens, Unit};

use cues::Cues;
use scene::{Grammar, Scene, Sentence, read_sentences, reads_like_abstract};
use slots::{Shared, Times, TimesOf, Told};

/// How one kind of claim is read: the record that documents it and the function that does it.
pub struct KindReader {
    pub kind: ClaimKind,
    /// What it reads.
    pub reads: &'static str,
    /// What looks alike and is refused.
    pub refuses: &'static str,
    /// Makes a claim of a quantity, or leaves it to the next kind; `None` where the kind before reads both.
    read: Option<Read>,
}

type Read = fn(&Scene, &Quantity, Scope) -> Option<Draft>;

/// Every kind, in the order in which a number is offered to them: the most particular first.
pub static KINDS: &[&KindReader] = &[
    &p_value::READER,
    &confidence_interval::READER,
    &effect_estimate::READER,
    &nnt::READER,
    &multiplier::READER,
    &dose::READER,
    &score_change::READER,
    &duration::READER,
    &response_rate::READER,
    &percentage::READER,
    &event_count::READER,
    &sample_size::READER,
];

/// A claim before its slots are filled. Token indices are inclusive.
#[derive(Clone, Debug)]
pub struct Draft {
    kind: ClaimKind,
    first: usize,
    last: usize,
    value: Reported,
    unit: Option<String>,
    role: Option<Role>,
    statistic: Statistic,
    direction: Option<Direction>,
    scope: Option<Scope>,
    cue: Option<String>,
    /// The figure that lends it what it measures, and whether the two are set against each other.
    host: Option<(Span, bool)>,
}

impl Draft {
    /// A claim on a quantity as it stands.
    fn of(kind: ClaimKind, quantity: &Quantity, statistic: Statistic) -> Self {
        Self {
            kind,
            first: quantity.first,
            last: quantity.last,
            value: quantity.value,
            unit: unit_name(&quantity.unit),
            role: None,
            statistic,
            direction: None,
            scope: None,
            cue: None,
            host: None,
        }
    }
}

fn unit_name(unit: &Unit) -> Option<String> {
    match unit {
        Unit::None | Unit::Times => None,
        Unit::Percent => Some("percent".into()),
        Unit::PercentagePoints => Some("percentage points".into()),
        Unit::Time(name) => Some([name, "s"].concat()),
        Unit::Measure(name) => Some(name.clone()),
    }
}

/// Reads claims; built once, shared by every thread.
pub struct Extractor {
    grammar: Grammar,
    cues: Cues,
    /// Of articles that are done with: the allocator would take longer to make room for each sentence anew.
    spent: Mutex<Vec<Tokens>>,
}

impl Default for Extractor {
    fn default() -> Self {
        Self::new()
    }
}

impl Extractor {
    /// The grammar that comes with the program.
    pub fn new() -> Self {
        let grammar = Grammar::bundled();
        let cues = Cues::bundled(&grammar.classes);
        Self { grammar, cues, spent: Mutex::default() }
    }

    /// The claims of one article with these paragraphs, in the order of the text; `names` are the drugs and scales that
    /// it names, where they are known.
    pub fn claims(&self, article: &Article, blocks: &[Block], names: Option<&Names<'_>>) -> Vec<Claim> {
        let mut spent = self.take_spent();
        let sentences = read_sentences(&article.text, blocks, &self.grammar, &mut spent);
        let is_abstract = reads_like_abstract(article, blocks, &self.grammar.register);
        // a paper's summary is all about one study: nothing is weighed for its numbers
        let none = || vec![scope::Evidence::default(); sentences.len()];
        let evidence = if is_abstract { none() } else { scope::read(&article.text, &sentences, &self.cues) };
        let mut places = PlaceFinder::new(&article.text);
        let scene = |at| Scene { article, sentences: &sentences, at, is_abstract };
        let mut figures = figures(evidence.iter().enumerate().map(|(at, evidence)| (scene(at), evidence)));
        let times = vec![TimesOf::new(); sentences.len()];
        let times = Times::new(&times);
        let mut shared: Vec<Shared> = Vec::with_capacity(figures.chunk_by(same_sentence).count());
        for figures in figures.chunk_by_mut(same_sentence) {
            let scene = figures[0].scene;
            let names = names.map(|names| names.within(scene.sentence().span)).unwrap_or_default();
            figures.iter_mut().for_each(|figure| figure.shared = shared.len());
            shared.push(Shared::new(&scene, &names, times));
        }
        slots::tell(&mut figures, &shared);
        // Claims are large: moving them as their list grows would cost more than room for all.
        let mut claims = Vec::with_capacity(figures.len());
        for figures in figures.chunk_by_mut(same_sentence) {
            let sentence = sentence_text(article, &figures[0].scene, &mut places);
            for figure in figures {
                let claim = finish(figure, &sentence, &shared[figure.shared], &claims, &mut places);
                slots::set_against(&mut claims, figure.draft.host, &claim);
                claims.push(claim);
            }
        }
        slots::carry_over(&mut claims, &article.text, &self.grammar.classes);
        roles::settle(&mut claims, is_abstract);
        slots::settle_arms(&mut claims, &article.text, &sentences, times, &self.grammar.classes);
        self.keep_spent(spent, sentences);
        claims
    }

    /// Half of the spent tokens, so that other threads have some too.
    fn take_spent(&self) -> Vec<Tokens> {
        let take = |mut spent: MutexGuard<'_, Vec<Tokens>>| {
            let half = spent.len() / 2;
            spent.split_off(half)
        };
        self.spent.lock().map(take).unwrap_or_default()
    }

    fn keep_spent(&self, mut spent: Vec<Tokens>, sentences: Vec<Sentence>) {
        /// More than most articles have sentences with numbers.
        const MOST: usize = 64;
        spent.extend(sentences.into_iter().map(|sentence| sentence.tokens).filter(|tokens| !tokens.is_empty()));
        if let Ok(mut kept) = self.spent.lock() {
            kept.append(&mut spent);
            kept.truncate(MOST);
        }
    }
}

/// A draft with the number it was read from, whose number that is, and what its sentence says of it.
struct Figure<'a> {
    scene: Scene<'a>,
    draft: Draft,
    quantity: &'a Quantity,
    scope: Scope,
    cue: Option<&'a str>,
    told: Told,
    /// Number of what the figures of its sentence have in common.
    shared: usize,
}

fn same_sentence(one: &Figure<'_>, other: &Figure<'_>) -> bool {
    one.scene.at == other.scene.at
}

fn finish(
    figure: &mut Figure<'_>,
    sentence: &SentenceText,
    shared: &Shared<'_>,
    earlier: &[Claim],
    places: &mut PlaceFinder<'_>,
) -> Claim {
    let Figure { scene, draft, quantity, scope, cue, .. } = figure;
    let span = scene.tokens().span(draft.first, draft.last);
    let (place, quote) = (places.place(span), span.of(&scene.article.text).to_owned());
    let mut claim = Claim {
        scope: draft.scope.unwrap_or(*scope),
        role: draft.role,
        cue: draft.cue.take().or_else(|| cue.map(str::to_owned)),
        statistic: draft.statistic,
        direction: draft.direction,
        fraction: quantity.fraction,
        part: scene.sentence().part,
        field: field(scene.article, span),
        ..Claim::bare(draft.kind, place, quote, draft.value, sentence.clone())
    };
    slots::fill(figure, shared, earlier, &mut claim);
    claim.unit = figure.draft.unit.take();
    claim
}

/// The field of the record that a quote was rendered from.
fn field(article: &Article, quote: Span) -> Option<String> {
    let at = article.fields.partition_point(|field| field.span.end <= quote.start);
    article.fields.get(at).filter(|field| field.span.overlaps(quote)).map(|field| field.path.clone())
}

/// What the kinds make of the quantities of these sentences; a quantity inside an earlier claim is no figure of its own.
fn figures<'a>(sentences: impl Iterator<Item = (Scene<'a>, &'a scope::Evidence<'a>)>) -> Vec<Figure<'a>> {
    let drafted = drafted(sentences);
    // They are large: to move them as their list grows would cost more than room for all.
    let mut figures: Vec<Figure> = Vec::with_capacity(drafted.size_hint().1.unwrap_or_default());
    for (figure, draft) in drafted {
        let Offer { scene, quantity, scope, cue } = figure;
        // the share in "15 (75%) of these 20 women" is a statement of its own
        let restated = quantity.unit == Unit::Percent && scene.tokens().before(quantity.first) == "(";
        let inside = |last: &Figure| last.scene.at == scene.at && quantity.first <= last.draft.last && !restated;
        if figures.last().is_some_and(inside) {
            continue;
        }
        let of = |draft| Figure { scene, draft, quantity, scope, cue, told: Told::default(), shared: 0 };
        figures.push(of(draft));
        figures.extend(sample_size::denominator(&scene, quantity).map(of));
    }
    figures
}

/// A quantity that is offered to the kinds, and whose it is.
#[derive(Clone, Copy)]
struct Offer<'a> {
    scene: Scene<'a>,
    quantity: &'a Quantity,
    scope: Scope,
    cue: Option<&'a str>,
}

/// The quantities of which a kind makes a claim. A kind reads all of them before the next kind: its grammar is large, and
/// is at hand for as long as no other is asked.
fn drafted<'a>(
    sentences: impl Iterator<Item = (Scene<'a>, &'a scope::Evidence<'a>)>,
) -> impl Iterator<Item = (Offer<'a>, Draft)> {
    let offers = sentences.flat_map(|(scene, evidence)| {
        scene.quantities().iter().map(move |quantity| {
            let (scope, cue) = scope::of_quantity(&scene, quantity, evidence);
            (Offer { scene, quantity, scope, cue }, None)
        })
    });
    let mut offers: Vec<(Offer, Option<Draft>)> = offers.collect();
    for read in KINDS.iter().filter_map(|kind| kind.read) {
        for (offer, draft) in offers.iter_mut().filter(|(_, draft)| draft.is_none()) {
            // Drafts are large: most kinds make none, and nothing need be moved to say so.
            if let Some(found) = read(&offer.scene, offer.quantity, offer.scope) {
                *draft = Some(found);
            }
        }
    }
    offers.into_iter().filter_map(|(offer, draft)| Some((offer, draft?)))
}

/// What the kinds make of one quantity.
fn reading_of(scene: &Scene, quantity: &Quantity, scope: Scope) -> Option<Draft> {
    KINDS.iter().filter_map(|kind| kind.read).find_map(|read| read(scene, quantity, scope))
}

fn sentence_text(article: &Article, scene: &Scene, places: &mut PlaceFinder<'_>) -> SentenceText {
    let span: Span = scene.sentence().span;
    SentenceText { place: places.place(span), text: span.of(&article.text).into() }
}

/// What the extractor makes of a text, for the tests of its parts.
#[cfg(test)]
pub(crate) mod testing {
    use super::Extractor;
    use crate::model::{Article, Claim, ClaimKind, Scope};
    use crate::text::blocks;

    /// Opens a text in the manner of a paper's summary.
    pub const PAPER: &str = "To evaluate a new drug in a controlled trial; the primary endpoint was survival. ";

    /// `role quote` of each sample size, `event quote` of each event count.
    pub fn counts(text: &str) -> Vec<String> {
        let kinds = [ClaimKind::SampleSize, ClaimKind::EventCount];
        told(text, &kinds)
    }

    /// "R" for each response rate and "P" for each other percentage, in their order.
    pub fn share_kinds(text: &str) -> String {
        let letter = |kind: &String| if kind == "response_rate" { "R" } else { "P" };
        kinds(text).iter().map(letter).collect::<Vec<_>>().join(" ")
    }

    /// The claims of an article that is nothing but this text.
    pub fn claims(text: impl Into<String>) -> Vec<Claim> {
        let article = Article { text: text.into(), ..Article::default() };
        Extractor::new().claims(&article, &blocks(&article.text), None)
    }

    /// The claims on shares.
    pub fn shares(text: &str) -> Vec<Claim> {
        claims(text).into_iter().filter(|claim| claim.unit.as_deref() == Some("percent")).collect()
    }

    /// The kind of each share.
    pub fn kinds(text: &str) -> Vec<String> {
        let found = told(text, &[ClaimKind::ResponseRate, ClaimKind::Percentage]);
        found.iter().filter_map(|claim| claim.split(' ').next()).map(str::to_owned).collect()
    }

    /// The scope of each claim that is told behind the news of a study.
    pub fn scopes_behind_the_news(told: &str) -> Vec<Scope> {
        let known = "Oats and gout\n\nThe study followed nurses.\n\nThe researchers found that 17 per cent fell.\n\nIt \
                     was so.\n\nThey met.\n\nIt is.\n\n";
        let claims = claims(format!("{known}{told}"));
        let behind = claims.iter().filter(|claim| claim.place.bytes.start >= known.len());
        behind.map(|claim| claim.scope).collect()
    }

    /// The claims of `kinds`, each with its role or kind and its quote.
    pub fn told(text: &str, kinds: &[ClaimKind]) -> Vec<String> {
        let claims = claims(text);
        let name = |kind: ClaimKind| if kind == ClaimKind::EventCount { "event" } else { kind.name() };
        claims
            .iter()
            .filter(|c| kinds.contains(&c.kind))
            .map(|c| {
                format!("{} {}", c.role.map_or(name(c.kind).into(), |role| format!("{role:?}").to_lowercase()), c.quote)
            })
            .collect()
    }
}
