//! What every published script promises a class.

use qingmiao::model::court::{Act, Casting, Exit, NodeKind, NoteKind, PACE, minutes};
use qingmiao::model::{CourtKind, CourtPart, plain_text};

use super::track::courts;

#[test]
fn there_are_six_of_several_kinds() {
    let courts = courts();
    assert!(courts.len() >= 6, "{} scripts", courts.len());
    for kind in [CourtKind::Civil, CourtKind::Criminal, CourtKind::Family] {
        assert!(courts.iter().any(|court| court.kind == kind), "{}", kind.label());
    }
}

#[test]
fn each_has_what_a_lesson_needs() {
    for court in courts() {
        let id = &court.id;
        let acts = || court.nodes.iter().flat_map(|node| &node.elements).map(|it| &it.act);
        let notes = |kind: NoteKind| {
            acts().filter(|act| matches!(act, Act::Note(note) if note.kind == kind)).count()
        };
        // A choice is real where its answers lead to different nodes.
        let real = |exit: &Exit| {
            let Exit::Choice(choice) = exit else { return false };
            choice.options.iter().any(|it| it.to != choice.options[0].to)
        };
        let branches = court.nodes.iter().filter(|node| real(&node.exit)).count();
        let endings = court.nodes.iter().filter(|node| node.kind == NodeKind::Ending).count();
        assert!(branches >= 2 && endings >= 2, "{id}: {branches} choices, {endings} endings");
        assert!(court.exhibits.len() >= 3, "{id}: exhibits");
        assert!(notes(NoteKind::Secret) >= 1, "{id}: private facts");
        assert!(notes(NoteKind::Teacher) >= 1, "{id}: the teacher's layer");
        assert!(acts().any(|act| matches!(act, Act::Slot(_))), "{id}: improvisation");
        for part in [CourtPart::Preparation, CourtPart::Deliberation, CourtPart::Debrief] {
            assert!(court.part(part).is_some(), "{id}: {}", part.label());
        }
        let told = |word: &str| {
            let words = |act: &Act| match act {
                Act::Note(note) => plain_text(&note.words),
                _ => String::new(),
            };
            acts().any(|act| words(act).contains(word))
        };
        assert!(told("40 分钟") && told("20 分钟"), "{id}: what is done in which minutes");
        assert!(court.lesson.is_some() && !court.helps.is_empty(), "{id}: lesson and help");
        assert!(court.minutes <= 25, "{id}: the court sits at most 25 minutes");
        assert!(minutes(court.ways(true).1, PACE[1]) <= 20, "{id}: the short version");
        assert!(court.ways(true).1 < court.ways(false).1, "{id}: nothing may be left out");
    }
}

/// A boy or a girl who has done wrong or was hurt is nobody's lot.
#[test]
fn delicate_parts_are_never_drawn() {
    let courts = courts();
    for (court, role) in [
        ("first-trial", "小川"),
        ("first-trial", "店员"),
        ("insult", "小柯"),
        ("insult", "小安妈妈"),
        ("bullying", "阿远母亲"),
        ("bullying", "小峰父亲"),
        ("tipping", "小林"),
    ] {
        let found = courts.iter().find(|it| it.id == court);
        let found = found.and_then(|it| it.roles.iter().find(|it| it.name == role));
        assert_ne!(found.expect("a role").casting, Casting::Drawn, "{court}: {role}");
    }
    let mut delicate = 0;
    for role in courts.iter().flat_map(|court| &court.roles) {
        let words = format!("{}{}", role.name, plain_text(&role.duty));
        if ["被告人，", "欺负了", "受伤的孩子"].iter().any(|word| words.contains(word))
        {
            delicate += 1;
            assert_ne!(role.casting, Casting::Drawn, "{}", role.name);
        }
    }
    assert!(delicate > 0);
}
