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
        let branches =
            court.nodes.iter().filter(|node| matches!(node.exit, Exit::Choice(_))).count();
        let endings = court.nodes.iter().filter(|node| node.kind == NodeKind::Ending).count();
        assert!(branches >= 2 && endings >= 2, "{id}: {branches} choices, {endings} endings");
        assert!(court.exhibits.len() >= 3, "{id}: exhibits");
        assert!(notes(NoteKind::Secret) >= 1, "{id}: private facts");
        assert!(notes(NoteKind::Teacher) >= 1, "{id}: the teacher's layer");
        assert!(acts().any(|act| matches!(act, Act::Slot(_))), "{id}: improvisation");
        assert!(court.part(CourtPart::Debrief).is_some(), "{id}: debrief");
        assert!(court.lesson.is_some() && !court.helps.is_empty(), "{id}: lesson and help");
        assert!(court.minutes <= 25, "{id}: the court sits at most 25 minutes");
        assert!(minutes(court.ways(true).1, PACE[1]) <= 20, "{id}: the short version");
        assert!(court.ways(true).1 < court.ways(false).1, "{id}: nothing may be left out");
    }
}

/// A boy or a girl who has done wrong or was hurt is nobody's lot.
#[test]
fn delicate_parts_are_never_drawn() {
    let mut delicate = 0;
    for role in courts().iter().flat_map(|court| &court.roles) {
        let words = format!("{}{}", role.name, plain_text(&role.duty));
        if ["被告人，", "欺负了", "受伤的孩子"].iter().any(|word| words.contains(word))
        {
            delicate += 1;
            assert_ne!(role.casting, Casting::Drawn, "{}", role.name);
        }
    }
    assert!(delicate > 0);
}
