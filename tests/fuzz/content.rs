//! Whatever stands in an editor's file, reading it ends, and ends in a portal and a list of mistakes.
#![no_main]

use libfuzzer_sys::fuzz_target;

/// One file of each format.
const FILES: [&str; 22] = [
    "site.yaml",
    "areas.csv",
    "calendar.csv",
    "facts.csv",
    "figures.csv",
    "hotlines.csv",
    "services.csv",
    "sources.csv",
    "stations.csv",
    "types.csv",
    "glossary.csv",
    "policies/examples.csv",
    "help/a.md",
    "pages/a.md",
    "places/a.md",
    "lessons/a.md",
    "cases/a.md",
    "quizzes/a.md",
    "policies/a.md",
    "stations/a.md",
    "courts/a.court.md",
    "laws/a/index.md",
];

fuzz_target!(|input: (u8, &[u8])| {
    let (which, bytes) = input;
    let name = FILES[usize::from(which) % FILES.len()];
    let Ok(folder) = tempfile::tempdir() else { return };
    let file = folder.path().join(name);
    let written = file.parent().is_some_and(|it| std::fs::create_dir_all(it).is_ok())
        && std::fs::write(&file, bytes).is_ok();
    if written {
        let _ = qingmiao::content::load(folder.path(), jiff::civil::date(2026, 11, 25));
    }
});
