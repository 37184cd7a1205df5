//! The part of the sample portal that people learn from.

use qingmiao::model::{
    Audience, Block, Case, CaseStep, Chapter, Commentary, Date, Grade, Kind, LawGuide, Lesson,
    LessonPart, Markup, PartialDate, Protection, Question, QuestionKind, Quiz, QuizChoice, Term,
    Topic,
};

use super::{day, everything, link, prose, text};

pub(super) fn law_guide() -> LawGuide {
    let chapter = |name: &str, first, last, protection| Chapter {
        name: name.to_owned(),
        first,
        last,
        protection,
    };
    LawGuide {
        law: "未成年人保护法".to_owned(),
        summary: "保护不满十八岁的人。".to_owned(),
        chapters: vec![
            chapter("总则", 1, 14, None),
            chapter("家庭保护", 15, 24, Some(Protection::Family)),
        ],
        checked: day(),
        review_by: None,
        body: everything(),
    }
}

pub(super) fn commentary(number: &str) -> Commentary {
    Commentary {
        law: "未成年人保护法".to_owned(),
        number: number.to_owned(),
        gist: "谁都可以报告。".to_owned(),
        version: Date::constant(2024, 4, 26),
        repealed: PartialDate::parse("2026-01-01"),
        helps: vec!["home".to_owned()],
        checked: day(),
        review_by: None,
        voices: Audience::ALL.map(|audience| (audience, prose("这一条说的是你。"))).into(),
    }
}

pub(super) fn term() -> Term {
    Term {
        word: "监护人".to_owned(),
        aliases: vec!["家长".to_owned()],
        child: "照看你的大人。".to_owned(),
        adult: "依法对孩子负责的人。".to_owned(),
        article: Some("未成年人保护法/17".to_owned()),
    }
}

fn topic(id: String, title: String, summary: String, grades: Vec<Grade>) -> Topic {
    Topic { id, title, theme: "防溺水".to_owned(), summary, grades, checked: day() }
}

pub(super) fn lesson() -> Lesson {
    Lesson {
        topic: topic(
            "water".to_owned(),
            "水边三问".to_owned(),
            "一节课。".to_owned(),
            vec![Grade::Upper, Grade::Junior],
        ),
        minutes: 40,
        goals: vec!["会说一句话".to_owned()],
        curriculum: Some("待核验".to_owned()),
        articles: vec!["未成年人保护法/11".to_owned()],
        materials: vec!["任务单".to_owned()],
        sensitive: true,
        quiz: Some("water".to_owned()),
        cases: vec!["water-a".to_owned()],
        helps: vec!["home".to_owned()],
        parts: LessonPart::ALL.map(|part| (part, prose("做一件事。"))).into(),
    }
}

pub(super) fn case() -> Case {
    Case {
        topic: topic(
            "water-a".to_owned(),
            "水库边".to_owned(),
            "朋友约你去游泳。".to_owned(),
            vec![Grade::Upper],
        ),
        lesson: Some("water".to_owned()),
        helps: vec!["home".to_owned()],
        steps: CaseStep::ALL.map(|step| (step, prose("故事。"))).into(),
    }
}

pub(super) fn quiz() -> Quiz {
    let choice = |words: &str, right, partner: Option<&str>| QuizChoice {
        text: prose(words),
        reason: Markup {
            blocks: vec![Block::Paragraph(vec![text("因为"), link(Kind::Law, "未保法/11")])],
            footnotes: Vec::new(),
        },
        right,
        partner: partner.map(str::to_owned),
    };
    let question = |kind: QuestionKind| Question {
        kind,
        stem: prose("先做什么？"),
        lead: (kind == QuestionKind::Scenario).then(|| prose("傍晚。")),
        choices: match kind {
            QuestionKind::Order => ["一", "二", "三"].map(|it| choice(it, true, None)).into(),
            QuestionKind::Match => {
                ["甲", "乙", "丙"].map(|it| choice(it, true, Some(&format!("{it}的")))).into()
            }
            QuestionKind::Multiple => {
                vec![choice("一", true, None), choice("二", true, None), choice("三", false, None)]
            }
            _ => vec![choice("对", true, None), choice("错", false, None)],
        },
    };
    Quiz {
        topic: topic(
            "water".to_owned(),
            "防溺水小测验".to_owned(),
            "六道题。".to_owned(),
            vec![Grade::Upper],
        ),
        lesson: Some("water".to_owned()),
        questions: QuestionKind::ALL.map(question).into(),
    }
}
