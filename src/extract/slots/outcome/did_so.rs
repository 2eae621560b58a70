//! A figure that only points at a deed in ("only 9 per cent did so"), the deed told before out.

use crate::model::{Claim, ClaimKind};

use crate::extract::Draft;
use crate::extract::scene::Scene;

/// "Only 9 per cent of nurses did so."
pub fn did_so(scene: &Scene, draft: &Draft) -> bool {
    /// Tokens from the figure to its verb at most.
    const REACH: usize = 24;
    let tokens = scene.tokens();
    // "In the other group 9 were (4 per cent)"
    let bare = |k: usize| {
        matches!(tokens.word(k), "were" | "was" | "did" | "had" | "have" | "do")
            && matches!(tokens.word(k + 1), "." | "(" | ";" | "," | "" | "too")
    };
    bare(draft.last + 1)
        || (draft.last + 1..draft.last + REACH)
            .any(|k| tokens.word(k) == "did" && matches!(tokens.word(k + 1), "so" | "." | "the"))
}

/// What the figure of the same sort told of others, here or in the sentence before.
pub fn told_last(scene: &Scene, draft: &Draft, earlier: &[Claim]) -> Option<String> {
    let from = scene.sentences[scene.at.saturating_sub(1)].span.start;
    let like = |claim: &&Claim| {
        claim.unit == draft.unit && claim.place.bytes.start >= from && claim.kind != ClaimKind::SampleSize
    };
    /// Claims looked back over: a share may tell a count again.
    const NEAR: usize = 3;
    earlier.iter().rev().take(NEAR).find(like)?.outcome.clone()
}
