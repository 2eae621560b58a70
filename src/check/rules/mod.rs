//! Every rule, one file each: its record, its function, its tests.

mod a001_count_percent;
mod a002_impossible_percentage;
mod a003_impossible_value;
mod a004_multiplier;
mod a005_nnt;
mod a006_p_interval;
mod a007_arms;
mod a008_parts;
mod a009_headline;
mod a010_points;
mod a011_change;
mod a012_odds;
mod a013_self_contradiction;
mod a014_statistic;
mod o001_causal;
mod o002_species;
mod o003_certainty;
mod o004_surrogate;
mod o005_relative_as_absolute;
mod x001_sample_size;
mod x002_response_rate;
mod x003_effect;
mod x004_primary_scale;
mod x005_duration;
mod x006_dose;
mod x007_significance;
mod x008_design;
mod x009_arm_swap;
mod x010_unit_slip;
mod x011_intervention;
mod x012_venue;
mod x013_denominator;
mod x014_comparator;
mod x015_quote;

use super::Rule;

/// Every rule, in the order of its code.
pub static RULES: &[Rule] = &[
    a001_count_percent::RULE,
    a002_impossible_percentage::RULE,
    a003_impossible_value::RULE,
    a004_multiplier::RULE,
    a005_nnt::RULE,
    a006_p_interval::RULE,
    a007_arms::RULE,
    a008_parts::RULE,
    a009_headline::RULE,
    a010_points::RULE,
    a011_change::RULE,
    a012_odds::RULE,
    a013_self_contradiction::RULE,
    a014_statistic::RULE,
    o001_causal::RULE,
    o002_species::RULE,
    o003_certainty::RULE,
    o004_surrogate::RULE,
    o005_relative_as_absolute::RULE,
    x001_sample_size::RULE,
    x002_response_rate::RULE,
    x003_effect::RULE,
    x004_primary_scale::RULE,
    x005_duration::RULE,
    x006_dose::RULE,
    x007_significance::RULE,
    x008_design::RULE,
    x009_arm_swap::RULE,
    x010_unit_slip::RULE,
    x011_intervention::RULE,
    x012_venue::RULE,
    x013_denominator::RULE,
    x014_comparator::RULE,
    x015_quote::RULE,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_rise_and_no_field_is_empty() {
        assert!(RULES.is_sorted_by(|a, b| a.code < b.code));
        for rule in RULES {
            let fields =
                [rule.name, rule.summary, rule.formula, rule.silent, rule.example, rule.near_miss, rule.source];
            assert!(fields.iter().all(|field| !field.trim().is_empty()), "{}", rule.code);
            assert!(rule.name.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", rule.name);
        }
    }
}
