//! The tree keeps its own rules.

use std::{
    fs,
    path::{Path, PathBuf},
};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == extension) {
                found.push(path);
            }
        }
    }
    found
}

#[test]
fn source_files_say_what_they_are_and_stay_short() {
    for path in files("src", "rs").into_iter().chain(files("tests", "rs")) {
        let text = fs::read_to_string(&path).expect("a file");
        let name = path.display();
        assert!(text.starts_with("//! "), "{name}: no module doc");
        let lines = text.lines().count();
        assert!(lines <= 400, "{name}: {lines} lines");
        for mark in ["TODO", "FIXME", "XXX", "dbg!("]
            .iter()
            .filter(|_| !name.to_string().ends_with("hygiene.rs"))
        {
            assert!(!text.contains(mark), "{name}: {mark}");
        }
    }
}

#[test]
fn every_stage_is_on_the_map() {
    let map = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("the map");
    for entry in fs::read_dir(root().join("src")).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            let stage = path.file_name().expect("a name").to_string_lossy().into_owned();
            assert!(
                map.contains(&format!("| `{stage}` |")),
                "{stage} is missing in ARCHITECTURE.md"
            );
        }
    }
    assert!(map.lines().count() <= 100);
}

#[test]
fn the_readme_opens_with_the_two_commands() {
    let readme = fs::read_to_string(root().join("README.md")).expect("the readme");
    let commands: Vec<_> =
        readme.lines().filter_map(|line| line.trim().strip_prefix("make ")).take(2).collect();
    assert!(commands[0].starts_with("serve") && commands[1].starts_with("test"), "{commands:?}");
}

#[test]
fn wasm_opt_is_pinned_once() {
    let package = fs::read_to_string(root().join("package.json")).expect("package.json");
    let trunk = fs::read_to_string(root().join("Trunk.toml")).expect("Trunk.toml");
    let version = package
        .split("\"binaryen\": \"")
        .nth(1)
        .and_then(|it| it.split('.').next())
        .expect("a version");
    assert!(trunk.contains(&format!("version_{version}\"")), "package.json has {version}");
}

#[test]
fn dark_is_the_same_by_system_and_by_choice() {
    let style = fs::read_to_string(root().join("public/style.css")).expect("the style");
    let block = |selector: &str| {
        let (_, rest) = style.split_once(selector).expect("the selector");
        let (values, _) = rest.split_once('}').expect("its end");
        values.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(block(":root:not([data-theme]) {"), block(":root[data-theme=\"dark\"] {"));
}
