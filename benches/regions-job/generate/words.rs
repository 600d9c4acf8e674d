//! The words that everything is made of. All of it is invented.

use super::random::Random;

pub const TOPICS: [&str; 24] = [
    "budgeting",
    "public health",
    "school inspection",
    "land registry",
    "water supply",
    "waste management",
    "disaster response",
    "civil registry",
    "local taxation",
    "procurement",
    "road maintenance",
    "village funds",
    "tourism",
    "fisheries",
    "irrigation",
    "spatial planning",
    "one-stop services",
    "statistics",
    "public complaints",
    "archives",
    "internal audit",
    "social protection",
    "small business licences",
    "digital services",
];
pub const OFFICES: [&str; 8] = [
    "Planning Agency",
    "Health Office",
    "Education Office",
    "Secretariat",
    "Inspectorate",
    "Social Office",
    "Relief Agency",
    "Data Office",
];
pub const ROLES: [&str; 12] = [
    "planning analyst",
    "budget officer",
    "auditor",
    "health officer",
    "school supervisor",
    "registry clerk",
    "network engineer",
    "procurement officer",
    "surveyor",
    "complaints officer",
    "statistician",
    "training officer",
];
pub const UNITS: [&str; 8] = [
    "Planning Unit",
    "Finance Unit",
    "General Affairs",
    "Programme Unit",
    "Data and Information",
    "Service Counter",
    "Field Office",
    "Monitoring Unit",
];
pub const SPONSORS: [&str; 5] =
    ["Home Office Fund", "Administration Agency", "Provincial Budget", "Civil Service Fund", "Partners' Trust"];
pub const KINDS: [&str; 5] = ["benchmarking", "studi-tiru", "studi-banding", "kunjungan-kerja", "other"];
pub const SYLLABLES: [&str; 32] = [
    "ba", "be", "bo", "da", "de", "ga", "gu", "ha", "ja", "ka", "ke", "ko", "la", "li", "lo", "ma", "me", "na", "ni",
    "pa", "ra", "ri", "sa", "se", "su", "ta", "te", "to", "wa", "wi", "ya", "yo",
];
pub const ENDINGS: [&str; 8] = ["n", "ng", "r", "s", "l", "m", "", ""];
const VERBS: [&str; 8] = ["drafted", "reviewed", "mapped", "digitised", "simplified", "costed", "tested", "documented"];
const OBJECTS: [&str; 8] = [
    "the annual work plan",
    "the service standard",
    "a shared register of cases",
    "the queue at the counters",
    "the list of assets",
    "a monitoring board",
    "the way of complaints",
    "the form for inspections",
];
const RESULTS: [(&str, &str); 5] = [
    ("Waiting became shorter by ", " percent."),
    ("The draft was adopted by ", " units."),
    ("A sequel with ", " members of staff was agreed."),
    ("The method was taken over by ", " other offices."),
    ("Notes for ", " officers were handed over."),
];
pub const WORDS: [&str; 48] = [
    "office", "staff", "month", "plan", "district", "record", "service", "counter", "form", "budget", "report",
    "officer", "village", "school", "clinic", "water", "road", "data", "table", "visit", "host", "team", "method",
    "result", "draft", "review", "practice", "lesson", "partner", "meeting", "register", "target", "season", "market",
    "field", "notes", "training", "schedule", "citizen", "request", "response", "archive", "system", "leader", "unit",
    "goal", "impact", "standard",
];
const LITTLE: [&str; 12] =
    ["the", "a", "with", "from", "after", "before", "during", "for", "every", "this", "under", "across"];

/// What somebody did about something.
pub fn deed(random: &mut Random, people: u64, topic: &str) -> String {
    let (verb, object) = (random.pick(&VERBS), random.pick(&OBJECTS));
    format!("The team of {people} {verb} {object} on {topic}.")
}

/// What came of it.
pub fn result(random: &mut Random) -> String {
    let (before, after) = random.pick(&RESULTS);
    format!("{before}{}{after}", random.between(2, 60))
}

/// Words without much sense, now and then with one in italics or bold.
pub fn sentence(random: &mut Random, fewest: u64, most: u64) -> String {
    let length = random.between(fewest, most) as usize;
    let mut words: Vec<String> = (0..length)
        .map(|at| random.pick(if at % 3 == 1 { &LITTLE } else { &WORDS[..] }))
        .map(|word| (*word).to_owned())
        .collect();
    for (percent, mark) in [(25, "*"), (15, "**")] {
        if random.chance(percent) {
            let at = 1 + random.index(length - 2);
            if !words[at].contains('*') {
                words[at] = format!("{mark}{}{mark}", words[at]);
            }
        }
    }
    format!("{}.", capital(&words.join(" ")))
}

/// A sentence without marks.
pub fn plain_sentence(random: &mut Random) -> String {
    sentence(random, 12, 12).replace('*', "")
}

/// Several sentences.
pub fn paragraph(random: &mut Random, sentences: usize) -> String {
    (0..sentences).map(|_| sentence(random, 9, 15)).collect::<Vec<_>>().join(" ")
}

/// With a large letter at its beginning.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Small letters, digits and single hyphens.
pub fn slug(text: &str) -> String {
    text.to_lowercase()
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}
