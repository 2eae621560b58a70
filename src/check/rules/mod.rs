//! Every rule, one file each: its record, its function, its tests.

mod a001_count_percent;
mod a002_impossible_percentage;
mod a003_impossible_value;
mod a004_multiplier;
mod a005_nnt;
mod a006_p_interval;
mod a008_parts;
mod a009_headline;
mod a010_points;
mod a011_change;
mod a012_odds;
mod a013_self_contradiction;
mod o001_causal;
mod o003_certainty;
mod o005_relative_as_absolute;
mod x001_sample_size;
mod x002_response_rate;
mod x003_effect;
mod x005_duration;
mod x006_dose;
mod x009_arm_swap;
mod x010_unit_slip;
mod x013_denominator;

use super::Rule;

/// Every rule, in the order of its code.
pub static RULES: &[Rule] = &[
    a001_count_percent::RULE,
    a002_impossible_percentage::RULE,
    a003_impossible_value::RULE,
    a004_multiplier::RULE,
    a005_nnt::RULE,
    a006_p_interval::RULE,
    a008_parts::RULE,
    a009_headline::RULE,
    a010_points::RULE,
    a011_change::RULE,
    a012_odds::RULE,
    a013_self_contradiction::RULE,
    o001_causal::RULE,
    o003_certainty::RULE,
    o005_relative_as_absolute::RULE,
    x001_sample_size::RULE,
    x002_response_rate::RULE,
    x003_effect::RULE,
    x005_duration::RULE,
    x006_dose::RULE,
    x009_arm_swap::RULE,
    x010_unit_slip::RULE,
    x013_denominator::RULE,
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
