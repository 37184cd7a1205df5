//! A mock court of the sample portal, with one of everything that its page shows.

use qingmiao::model::court::{
    Act, Answer, Casting, Challenge, Choice, Cue, CueKind, Decider, Element, Exit, Line, Node,
    NodeKind, Note, NoteKind, Role, Seat, Show, Side, Slot, Speakers, Target, Way,
};
use qingmiao::model::{Court, CourtKind, CourtPart, Exhibit, Grade};

use super::{day, prose, text};

/// The words that only one role may read.
pub(crate) const SECRET: &str = "只有他知道的事";

pub(super) fn court() -> Court {
    let role = |name: &str, seat, casting| Role {
        name: name.to_owned(),
        seat,
        least: 1,
        most: if seat == Seat::Gallery { 9 } else { 1 },
        duty: vec![text("做一件事 <b>。")],
        casting,
        note: Vec::new(),
    };
    Court {
        id: "tipping".to_owned(),
        title: "退不退".to_owned(),
        summary: "一个案子。".to_owned(),
        kind: CourtKind::Hearing,
        grades: vec![Grade::Upper],
        minutes: 25,
        articles: vec!["未成年人保护法/11".to_owned()],
        lesson: Some("water".to_owned()),
        helps: vec!["home".to_owned()],
        policies: Vec::new(),
        checked: day(),
        sensitive: false,
        roles: vec![
            role("审判长", Seat::Bench, Casting::Drawn),
            role("被告人", Seat::Accused, Casting::Volunteer),
            role("评议组", Seat::Gallery, Casting::Drawn),
        ],
        exhibits: vec![Exhibit {
            id: "证1".to_owned(),
            name: "记录".to_owned(),
            submitter: "审判长".to_owned(),
            side: Some(Side::Claiming),
            kind: "书证".to_owned(),
            proves: vec![text("付了钱")],
            content: vec![text("三百元")],
        }],
        nodes: nodes(),
        parts: CourtPart::ALL.map(|part| (part, prose("写在这里。"))).into(),
    }
}

fn nodes() -> Vec<Node> {
    let element = |act| Element { skippable: false, act };
    let by = |role| Speakers::Roles(vec![role]);
    let words = |words: &str| vec![text(words)];
    let opening = vec![
        element(Act::Line(Line {
            speakers: by(0),
            action: Some("<敲槌>".to_owned()),
            words: words("现在开庭。<script>"),
        })),
        Element {
            skippable: true,
            act: Act::Cue(Cue { kind: CueKind::Timer, seconds: Some(60), words: words("等。") }),
        },
        element(Act::Show(Show { exhibit: 0, way: Way::Hands })),
        element(Act::Challenge(Challenge {
            exhibit: 0,
            speakers: by(1),
            points: Vec::new(),
            words: "无异议".to_owned(),
        })),
        element(Act::Slot(Slot {
            seconds: 30, speakers: Speakers::Everyone, task: words("说说")
        })),
        element(Act::Article("未成年人保护法/17".to_owned())),
        element(Act::Note(Note { kind: NoteKind::Secret, role: Some(1), words: words(SECRET) })),
    ];
    let answer = |said: &str, to| Answer { words: vec![text(said)], to };
    let choice = Choice {
        decider: Decider::Group,
        question: words("退吗？"),
        options: vec![answer("退", Target::Node(1)), answer("不退", Target::Debrief)],
    };
    let node = |name: &str, kind, elements, exit| Node {
        name: name.to_owned(),
        kind,
        articles: vec!["未成年人保护法/11".to_owned()],
        skippable: kind == NodeKind::Stage,
        elements,
        exit,
    };
    vec![
        node("开庭", NodeKind::Stage, opening, Exit::Choice(choice)),
        node("退", NodeKind::Ending, Vec::new(), Exit::To(Target::Debrief)),
    ]
}
