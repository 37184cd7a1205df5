//! How a script is read: whatever the width of its marks, whatever is wrong with it, and from plain lines.

use proptest::prelude::*;
use qingmiao::content;
use qingmiao::model::court::{
    Act, Casting, CueKind, Decider, Exit, NoteKind, Point, Seat, Side, Speakers, Target, Way,
};
use qingmiao::model::{Court, CourtKind, CourtPart, plain_text};

use super::{base, courtroom, edited, read, wrong};

#[test]
fn everything_in_it_is_read() {
    let court = read(&base("civil"));
    assert_eq!(
        (court.title.as_str(), court.kind, court.minutes),
        ("试演民事", CourtKind::Civil, 12)
    );
    assert_eq!((court.articles.len(), court.helps.len(), court.sensitive), (1, 1, false));
    let guard = &court.roles[2];
    assert_eq!((guard.seat, guard.least, guard.most), (Seat::Door, 1, 2));
    assert!(guard.is_silent());
    assert_eq!(court.roles[5].casting, Casting::Volunteer);
    assert_eq!(plain_text(&court.roles[3].duty), "替原告说话，见 监护人。");
    let sides: Vec<_> = court.exhibits.iter().map(|exhibit| exhibit.side).collect();
    assert_eq!(sides, [Some(Side::Claiming), Some(Side::Answering), None]);
    assert!(CourtPart::ALL.into_iter().all(|part| court.part(part).is_some()));

    let opening = &court.nodes[0];
    assert_eq!(opening.articles, ["民事诉讼法/140", "民事诉讼法/141"]);
    assert!(opening.skippable && opening.elements[0].skippable);
    let acts: Vec<&Act> = court.nodes[2].elements.iter().map(|it| &it.act).collect();
    let Act::Slot(slot) = acts[5] else { panic!("{:?}", acts[5]) };
    assert_eq!((slot.seconds, &slot.speakers), (60, &Speakers::Roles(vec![5])));
    let Act::Challenge(challenge) = acts[7] else { panic!("{:?}", acts[7]) };
    assert_eq!(challenge.points, [Point::Authenticity, Point::Relevance]);
    assert!(matches!(acts[8], Act::Show(show) if show.way == Way::Hands));
    let Act::Challenge(challenge) = acts[9] else { panic!("{:?}", acts[9]) };
    assert_eq!(challenge.points, []);
    let Act::Challenge(challenge) = acts[11] else { panic!("{:?}", acts[11]) };
    assert_eq!(challenge.points, [Point::Relevance]);
    assert!(matches!(acts[12], Act::Article(id) if id == "民法典/145"));
    let notes = acts.iter().filter_map(|act| match act {
        Act::Note(note) => Some((note.kind, note.role)),
        _ => None,
    });
    assert_eq!(
        notes.collect::<Vec<_>>(),
        [
            (NoteKind::Teacher, None),
            (NoteKind::Director, None),
            (NoteKind::Secret, Some(4)),
            (NoteKind::Tip, Some(5)),
            (NoteKind::Dress, Some(0)),
        ]
    );
    let Act::Line(line) = &court.nodes[1].elements[2].act else { panic!("a line") };
    assert_eq!(line.action.as_deref(), Some("敲槌"));
    let Exit::Choice(choice) = &court.nodes[4].exit else { panic!("a choice") };
    assert_eq!((choice.decider, choice.options[1].to), (Decider::Role(3), Target::Node(7)));
    let Act::Cue(cue) = &court.nodes[5].elements[1].act else { panic!("a cue") };
    assert_eq!((cue.kind, cue.seconds), (CueKind::Timer, Some(90)));
}

/// The nodes and tables of a script, without its title.
fn told(court: &Court) -> String {
    format!("{:?}{:?}{:?}", court.roles, court.exhibits, court.nodes)
}

#[test]
fn marks_of_either_width_are_the_same() {
    let wide = base("civil");
    let (head, rest) = wide.split_once("## 角色").expect("the roles");
    let (body, tail) = rest.split_once("## 评议\n").expect("the end");
    let mut narrow = body.to_owned();
    for (from, to) in [
        ("：", ":"),
        ("（", "("),
        ("）", ")"),
        ("【", "["),
        ("】", "]"),
        ("〔", "["),
        ("〕", "]"),
        ("| ", "｜ "),
        (" -> ", " → "),
        ("\n-> ", "\n→ "),
        ("\n%", "\n％"),
        ("\n> ", "\n＞ "),
        ("、", ","),
        ("{民", "｛民"),
        ("}", "｝"),
        ("60秒", "６０秒"),
    ] {
        narrow = narrow.replace(from, to);
    }
    narrow = narrow.replace("{{监护人｝｝", "{{监护人}}");
    narrow = narrow.replace("## ", "＃＃ ");
    let narrow = format!("{head}## 角色{narrow}## 评议\n{tail}");
    let (wide, narrow) = (read(&wide), read(&narrow));
    // What is said of an exhibit is kept as it is written.
    let (wide, narrow) = (told(&wide).replace(['、', '：'], ","), told(&narrow).replace(':', ","));
    assert!(wide.replace(':', ",") == narrow, "{wide}\n{narrow}");
}

#[test]
fn too_many_are_refused() {
    let rows = |make: fn(usize) -> String| (0..70).map(make).collect::<String>();
    let roles = rows(|number| format!("+| 第{number}人 | 旁听席 | 1 | 看。 | 抽签 | 无台词 |\n"));
    let exhibits = rows(|number| format!("+| 乙{number} | 纸 | 法院 | 书证 | 无 | 无 |\n"));
    let nodes = rows(|number| format!("+## 阶段 第{number}\n+审判长：好。\n"));
    for (at, more) in [
        (" | 法警 | 门侧 | 1-2 | 维持秩序。 | 抽签 | 无台词 |\n", roles),
        (" | 证1 | 记录 | 原告代理人 | 电子数据 | 付了钱 | 三百元 |\n", exhibits),
        (" （可略）【音效】钟声。\n", nodes),
    ] {
        let found = wrong(&edited("civil", &format!("{at}{more}")));
        assert!(found.iter().any(|(code, _)| *code == "court-size"), "{found:?}");
    }
}

#[test]
fn plain_lines_become_a_script() {
    let plain = "模拟法庭剧本：手机\r\n人物：审判长等\r\n\r\n一、开庭\r\n（全体起立）\r\n书记员：请安静。\r\n\
                 审判长（敲槌）：开庭。请看证据二。\r\n第二部分　法庭调查\r\n原告、被告: 好。\r\n时间：过了一天。\r\n宣判\r\n审判长：判决如下。\r\n";
    for bytes in [plain.as_bytes().to_vec(), utf16(plain)] {
        let text = content::court_from("手机.txt", bytes, "phone").expect("a script");
        let loaded = courtroom().file("courts/phone.court.md", &text).load();
        let court = &loaded.portal.courts[0];
        let names: Vec<_> = court.roles.iter().map(|role| role.name.as_str()).collect();
        assert_eq!(names, ["书记员", "审判长", "原告", "被告"]);
        assert_eq!(court.exhibits[0].id, "证2");
        let nodes: Vec<_> = court.nodes.iter().map(|node| node.name.as_str()).collect();
        assert_eq!(nodes, ["开庭", "法庭调查", "宣判"]);
        let acts: Vec<_> = court.nodes[0].elements.iter().map(|it| &it.act).collect();
        assert!(
            matches!(
                acts[..],
                [Act::Note(_), Act::Note(_), Act::Cue(_), Act::Line(_), Act::Line(_)]
            ),
            "{acts:?}"
        );
        // It is understood as a whole; what the law still asks for is what is reported.
        let codes: Vec<_> = loaded.diagnostics.iter().map(|found| found.code).collect();
        assert!(codes.contains(&"missing-step") && !codes.contains(&"unknown-line"), "{codes:?}");
    }
}

/// UTF-16, as some editors save what is called Unicode.
fn utf16(text: &str) -> Vec<u8> {
    [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

#[test]
fn words_that_name_nobody_are_notes_and_stages_that_repeat_are_told_apart() {
    let plain = "开庭\n审判长：好。\n开庭\n审判长：好。\n结束语\n公诉人：起诉。\n被告人：嗯。\n";
    let text = content::court_from("a.txt", plain.into(), "a").expect("a script");
    assert!(text.contains("## 阶段 开庭2") && text.contains("%导演 结束语"), "{text}");
    assert!(text.contains("类别: 刑事") && text.contains("| 被告人 | 被告人席 | 1 |"));
    assert!(text.contains("被告人席 | 1 | 写一句：这个人在真的法庭上做什么 | 自愿"));
    let text = content::court_from("a.txt", "调解员：好。\n".into(), "a").expect("a script");
    assert!(text.contains("类别: 调解") && text.contains("| 证1 | 写名称"));
    assert!(content::court_from("a.txt", vec![0x80, 0xFF, 0x00], "a").is_err());
}

/// Lines that are nearly right, and rubbish.
const PIECES: &str = "(审判长|店主|甲|众人|、|（|）|\\(|：|:|【|】|\\[|\\]|〔|〕|即兴|60秒|动作|计时|3分|出示|质证|选择|证1|无异议|有异议|\
                      评议组|- |-> |→|退|结束|> |法条|民法典/145|%|％|教师|私密|\\{\\{|\\}\\}|监护人|（可略）|## |阶段 |结局 |\\{|\\}|\\|| |\\n|\\PC)";

fn pieces(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(PIECES, 0..most).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_a_panic(text in pieces(160)) {
        let script = base("civil").replace("书记员：双方都已到庭。\n", &format!("{text}\n"));
        let loaded = courtroom().file("courts/a.court.md", &script).load();
        for found in &loaded.diagnostics {
            prop_assert!(found.line >= 1 && found.column >= 1 && found.width >= 1);
        }
        let again = courtroom().file("courts/a.court.md", &script).load();
        prop_assert_eq!(loaded.diagnostics, again.diagnostics);
    }

    #[test]
    fn any_plain_text_becomes_something_that_can_be_read(text in pieces(120)) {
        let script = content::court_from("a.txt", text.into_bytes(), "a").expect("a script");
        let loaded = courtroom().file("courts/a.court.md", script).load();
        prop_assert_eq!(loaded.portal.courts.len(), 1);
    }
}
