//! A web page in, the same page without what could exhaust a parser out.

use super::Limits;

/// stub
pub(super) fn tame(page: &str, _limits: &Limits) -> String {
    page.to_owned()
}
