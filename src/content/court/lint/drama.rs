//! Whether a class can play it: every node is reached, every way ends, everybody speaks, and the bell rings in time.

use super::Script;
use crate::content::notes::Notes;
use crate::model::court::{NodeKind, PACE, Target, minutes};

/// How much of the speech one role may have, in percent.
const MOST_SHARE: u32 = 35;

/// How long the short version may take.
const SHORT: u32 = 20;

/// Reports what keeps a class from playing it well.
pub(super) fn check(notes: &mut Notes<'_>, script: &Script<'_>) {
    graph(notes, script);
    speech(notes, script);
    time(notes, script);
}

fn graph(notes: &mut Notes<'_>, script: &Script<'_>) {
    let court = script.court;
    let reachable = court.reachable();
    for (number, node) in court.nodes.iter().enumerate() {
        if reachable.get(number) == Some(&false) {
            let message = format!("没有一条路走到“{}”", node.name);
            let hint = "在前面的选择里加一个去这里的选项，或删去它";
            notes.error(&script.heading(number), "unreachable-node", message, hint);
        }
        let leaves = node.targets().any(|target| target == Target::Debrief);
        if node.kind == NodeKind::Stage && leaves {
            let message = format!("“{}”之后就结束了，没有结局", node.name);
            let hint = "每条路都走到一个“## 结局 …”，再到庭后讨论";
            let at = script.places.nodes.get(number).map(|it| it.exit.clone()).unwrap_or_default();
            notes.error(&at, "no-ending", message, hint);
        }
        if node.kind == NodeKind::Ending && !node.targets().all(|to| to == Target::Debrief) {
            let message = format!("结局“{}”之后还有戏，不到庭后讨论", node.name);
            let hint = "结局的最后不写去哪里，或写“-> 庭后讨论”；还要演的改成“## 阶段 …”";
            let at = script.places.nodes.get(number).map(|it| it.exit.clone()).unwrap_or_default();
            notes.error(&at, "no-debrief", message, hint);
        }
    }
    for number in court.order().1 {
        let name = court.nodes.get(number).map_or("", |node| node.name.as_str());
        let message = format!("从“{name}”会回到前面的阶段，演不完");
        let hint = "让每个选择往后走";
        let at = script.places.nodes.get(number).map(|it| it.exit.clone()).unwrap_or_default();
        notes.error(&at, "node-loop", message, hint);
    }
}

fn speech(notes: &mut Notes<'_>, script: &Script<'_>) {
    let court = script.court;
    let whole: u32 = court.nodes.iter().map(|node| node.characters(false)).sum();
    let rows = court.roles.iter().zip(court.speech()).zip(&script.places.roles);
    for ((role, speech), at) in rows {
        if speech.lines == 0 && !role.is_silent() {
            let message = format!("“{}”一句台词也没有", role.name);
            let hint = "给他写一句；本来就不说话的，在“说明”里写“无台词”";
            notes.warn(at, "silent-role", message, hint);
        }
        if role.is_silent() && speech.characters > 0 {
            let message = format!("“{}”写着“无台词”，却有台词", role.name);
            notes.warn(at, "silent-role", message, "删去“无台词”，或把台词给别人");
        }
        let share = (speech.characters * 100).checked_div(whole).unwrap_or_default();
        if share > MOST_SHARE {
            let message = format!("“{}”说了全部的 {share}%，应当不超过 {MOST_SHARE}%", role.name);
            notes.warn(at, "long-role", message, "把一些话分给别的角色");
        }
    }
}

fn time(notes: &mut Notes<'_>, script: &Script<'_>) {
    let court = script.court;
    let limit = u32::from(court.minutes);
    let most = court.ways(false).1;
    let [slow, usual, quick] = PACE;
    let (slow, quick) = (minutes(most, slow), minutes(most, quick));
    if limit > 0 && slow > limit {
        let message =
            format!("最长的一条路有 {most} 字，要说 {quick} 到 {slow} 分钟，“时长”是 {limit} 分钟");
        let hint = "删短台词，或改“时长”（每分钟说 180 到 220 字）";
        if quick > limit {
            notes.error(&script.places.minutes, "script-length", message, hint);
        } else {
            notes.warn(&script.places.minutes, "script-length", message, hint);
        }
    }
    let short = court.ways(true).1;
    let needs = minutes(short, usual);
    if limit > SHORT && needs > SHORT {
        let message = format!("短版最长的一条路还要说 {needs} 分钟，应当不超过 {SHORT} 分钟");
        let hint = "给能不演的台词或阶段加上“（可略）”";
        notes.warn(&script.places.minutes, "short-version", message, hint);
    }
}
