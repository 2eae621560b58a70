//! Invented sentences in, the time of each figure that a stay, a return or an end tells out: `quote @ time`.

/// Ways of telling a time, each with sentences that only look alike.
const TIMES: &[(&str, &[&str])] = &[
    // a relative clause ends where a helper begins the verb of the sentence
    (
        "The study found 31 per cent of those who rowed and 28 per cent of those who sang had healed after nine weeks.",
        &["31 per cent @ nine weeks", "28 per cent @ nine weeks"],
    ),
    ("The study found 31 per cent of those who had rowed for nine weeks sang.", &[]),
    // a check, where those counted came back
    (
        "In the study, the cough was gone in 31 per cent of cooks who came back for a check at nine months.",
        &["31 per cent @ nine months"],
    ),
    (
        "In the study, gout was gone in 31 per cent of sailors who returned to the clinic after two years.",
        &["31 per cent @ two years"],
    ),
    ("In the study, gout was gone in 31 per cent of sailors who had left the ship after two years.", &[]),
    // the whole is no rival of its part
    (
        "Of 410 cooks who bought oats between 2003 and 2007, 240 said they were cured, the study found.",
        &["410 cooks @ between 2003 and 2007", "240 @ between 2003 and 2007"],
    ),
    (
        "The researchers used records of 8,100 cooks who began rowing between 2003 and 2007.",
        &["8,100 cooks @ between 2003 and 2007"],
    ),
    ("The researchers tracked 8,100 cooks at a port that opened between 2003 and 2007.", &[]),
    ("The researchers tracked 8,100 children born between 2003 and 2007.", &[]),
    // the follow-up of those who lived on, and of a ratio
    (
        "In the trial, at a median follow-up of 27 months, 31 per cent of cooks were free of gout.",
        &["31 per cent @ 27 months"],
    ),
    (
        "At a median follow-up of 27 months, median survival was 9 months with oats in the trial.",
        &["9 months @ 27 months"],
    ),
    ("After nine months of oats, median survival was 14 months in the trial.", &[]),
    (
        "The study found 31 per cent of cooks fell during a follow-up of up to nine years.",
        &["31 per cent @ nine years"],
    ),
    // spans told again
    (
        "During the same nine months, another 41 cooks were found to have gout, the study found.",
        &["41 cooks @ nine months"],
    ),
    (
        "The team tracked cooks for nine years. During that time, gout was found in 41 of the cooks.",
        &["41 of the cooks @ nine years"],
    ),
    // a gloss on what was measured
    ("In the trial, tar levels, a measure of smoke over several weeks, fell by 31 per cent with oats.", &[]),
    (
        "In the trial, tar levels, a measure of smoke, fell by 31 per cent over nine weeks.",
        &["31 per cent @ nine weeks"],
    ),
    // stays
    (
        "In the trial, cooks on oats were 31 per cent less likely to fall while in the hospital.",
        &["31 per cent @ while in the hospital"],
    ),
    ("In the study, 31 per cent of the cooks had gout while pregnant.", &["31 per cent @ while pregnant"]),
    ("In the study, 31 per cent of the cooks sang while in the kitchen.", &[]),
    // ends and beginnings
    (
        "In the trial, 31 per cent of the cooks quit before the nine weeks were up.",
        &["31 per cent @ before the nine weeks were up"],
    ),
    (
        "In the trial, 31 per cent of the cooks quit before the winter was out.",
        &["31 per cent @ before the winter was out"],
    ),
    ("In the trial, 31 per cent of the cooks quit before the bread was out.", &[]),
    ("In the trial, 31 per cent of the cooks had gout to begin with.", &["31 per cent @ to begin with"]),
    ("In the trial, 31 per cent of the cooks had to begin with oats.", &[]),
    ("In the study, 31 per cent of the cooks had broken a bone in the prior decade.", &["31 per cent @ prior decade"]),
    ("In the study, falls were down 31 per cent from the prior year.", &[]),
    // now
    ("The survey found 31 per cent of cooks are currently on a diet.", &["31 per cent @ currently"]),
    ("The survey found 31 per cent of cooks currently on a diet sang.", &[]),
    // how long something had been so
    ("In the study, 31 per cent of the cooks had used a cane for at least nine years.", &[]),
    ("In the study, 31 per cent of the cooks fell ill after at least nine weeks.", &["31 per cent @ nine weeks"]),
];

/// Times that another sentence tells.
const BESIDE: &[(&str, &[&str])] = &[
    (
        "The team looked at records of cooks seen from 2003 through 2007 and tracked them for nine years. During that \
         time, gout was found in 41 of the cooks.",
        &["41 of the cooks @ nine years"],
    ),
    (
        "One year later, the cooks walked further. Their strength rose by 31 per cent over the same period, the study found.",
        &["31 per cent @ One year later"],
    ),
    (
        "The study tracked cooks for nine years. They were weighed. By the end, 31 per cent of those on oats had gout.",
        &["31 per cent @ nine years"],
    ),
];

#[test]
fn stays_and_returns() {
    super::check_times(TIMES);
}

#[test]
fn times_of_sentences_beside() {
    super::check_times(BESIDE);
}
