//! The tables of roles and of exhibits.

use std::collections::HashSet;
use std::ops::Range;

use super::piece::{BETWEEN, Piece};
use super::table::{self, Row};
use crate::content::nearest::suggest;
use crate::content::notes::Notes;
use crate::content::record::{Key, Record, may, must, short};
use crate::model::Exhibit;
use crate::model::court::{Casting, Role, Seat, Side, Speakers};

const ROLES: &[Key] = &[
    must("角色", "role"),
    must("席位", "seat"),
    must("人数", "people"),
    must("身份", "duty"),
    must("派法", "casting"),
    may("说明", "note"),
];

const EXHIBITS: &[Key] = &[
    must("编号", "id"),
    must("名称", "name"),
    must("提交方", "by"),
    must("种类", "kind"),
    must("证明什么", "proves"),
    must("内容", "content"),
];

/// More roles than this no class can fill, and the track counts them in a byte.
const MOST_ROLES: usize = 60;

/// More exhibits than this no court can show in half an hour.
const MOST_EXHIBITS: usize = 30;

/// How many may share a part.
const MOST_PEOPLE: u8 = 60;

/// What is understood for a seat besides its own word.
const SEATS: [(&str, Seat); 8] = [
    ("公诉人席", Seat::Prosecution),
    ("公益诉讼起诉人席", Seat::Plaintiff),
    ("辩护人席", Seat::Defence),
    ("书记席", Seat::Clerk),
    ("监护人席", Seat::Guardian),
    ("调解员席", Seat::Mediator),
    ("法警席", Seat::Door),
    ("旁听", Seat::Gallery),
];

/// Reads the roles and where each stands.
pub(super) fn roles<'t>(notes: &mut Notes<'t>, part: Piece<'t>) -> (Vec<Role>, Vec<Range<usize>>) {
    let (mut roles, mut places) = (Vec::new(), Vec::new());
    let mut seen = HashSet::new();
    table::read(notes, part, ROLES, |row| {
        let place = row.range();
        if let Some(role) = role(row, &mut seen) {
            roles.push(role);
            places.push(place);
        }
    });
    if let Some(place) = places.get(MOST_ROLES) {
        let message = format!("角色超过 {MOST_ROLES} 个");
        notes.error(place, "court-size", message, "把只露一面的角色并成一个");
        roles.truncate(MOST_ROLES);
        places.truncate(MOST_ROLES);
    }
    (roles, places)
}

fn role(row: &mut Row<'_, '_>, seen: &mut HashSet<String>) -> Option<Role> {
    let name = row.text("角色");
    let seats = Seat::ALL.map(|seat| (seat.label(), seat));
    let seat = row.choice("席位", &seats, &SEATS);
    let people = people(row);
    let duty = row.inlines("身份");
    let casting = row.choice("派法", &Casting::ALL.map(|it| (it.label(), it)), &[]);
    let note = row.inlines("说明");
    let name = name?;
    if name.value == Speakers::EVERYONE || name.value.contains(|char| BETWEEN.contains(&char)) {
        let message = format!("角色不能叫“{}”", short(&name.value));
        let hint = "“众人”是所有人；一行一个角色，名字里不用顿号和逗号";
        row.notes().error(&name.range, "role-name", message, hint);
        return None;
    }
    if name.value.contains([':', '：', '(', '（', ' ']) {
        let message = format!("角色的名字“{}”里有冒号、括号或空格", short(&name.value));
        row.notes().error(&name.range, "role-name", message, "名字只用汉字、字母和数字");
        return None;
    }
    if !seen.insert(name.value.clone()) {
        let message = format!("角色“{}”写了两次", short(&name.value));
        row.notes().error(&name.range, "duplicate-role", message, "几个人演同一个角色，改“人数”");
        return None;
    }
    // A row that is half understood still names a role that the script may use.
    let (least, most) = people.unwrap_or((1, 1));
    let (seat, casting) = (seat.unwrap_or(Seat::Gallery), casting.unwrap_or(Casting::Volunteer));
    Some(Role { name: name.value, seat, least, most, duty, casting, note })
}

/// `1`, `5-20`.
fn people(row: &mut Row<'_, '_>) -> Option<(u8, u8)> {
    let spot = row.text("人数")?;
    let plain = spot.value.trim_end_matches(['人', '名']);
    let (least, most) =
        plain.split_once(['-', '–', '—', '～', '~', '至']).unwrap_or((plain, plain));
    let (least, most) = (least.trim().parse::<u8>().ok(), most.trim().parse::<u8>().ok());
    let found =
        least.zip(most).filter(|(least, most)| least <= most && (1..=MOST_PEOPLE).contains(most));
    if found.is_none() {
        let message = format!("“{}”不是人数", short(&spot.value));
        let hint = format!("写一个数，例如 1；有多有少的写 5-20，最多 {MOST_PEOPLE}");
        row.notes().error(&spot.range, "bad-number", message, hint);
    }
    found
}

/// Reads the exhibits and where each stands.
pub(super) fn exhibits<'t>(
    notes: &mut Notes<'t>,
    part: Piece<'t>,
    roles: &[Role],
) -> (Vec<Exhibit>, Vec<Range<usize>>) {
    let (mut exhibits, mut places) = (Vec::new(), Vec::new());
    let mut seen = HashSet::new();
    table::read(notes, part, EXHIBITS, |row| {
        let place = row.range();
        let Some(id) = row.text("编号") else { return };
        let name = row.words("名称");
        let by = row.text("提交方");
        let kind = row.words("种类");
        let (proves, content) = (row.inlines("证明什么"), row.inlines("内容"));
        if !seen.insert(id.value.clone()) {
            let message = format!("证据“{}”写了两次", short(&id.value));
            row.notes().error(&id.range, "duplicate-exhibit", message, "每件证据一个编号");
            return;
        }
        let side =
            by.as_ref().and_then(|by| side(row.notes(), by.value.as_str(), &by.range, roles));
        let submitter = by.map(|by| by.value).unwrap_or_default();
        exhibits.push(Exhibit { id: id.value, name, submitter, side, kind, proves, content });
        places.push(place);
    });
    if let Some(place) = places.get(MOST_EXHIBITS) {
        let message = format!("证据超过 {MOST_EXHIBITS} 件");
        notes.error(place, "court-size", message, "只留最要紧的几件");
        exhibits.truncate(MOST_EXHIBITS);
        places.truncate(MOST_EXHIBITS);
    }
    (exhibits, places)
}

/// The side of who submits an exhibit: a role, or what the role is called in law; none where the court has fetched it.
fn side(notes: &mut Notes<'_>, by: &str, at: &Range<usize>, roles: &[Role]) -> Option<Side> {
    if let Some(role) = roles.iter().find(|role| role.name == by) {
        return role.seat.side();
    }
    let holds = |words: &[&str]| words.iter().any(|word| by.contains(word));
    if holds(&["被告", "辩护", "被申请人"]) {
        Some(Side::Answering)
    } else if holds(&["原告", "公诉", "起诉人", "检察", "申请人"]) {
        Some(Side::Claiming)
    } else {
        if !holds(&["法院", "法庭", "第三人", "合议庭", "双方"]) {
            let names = roles.iter().map(|role| role.name.as_str());
            let hint = suggest(by, names, "写角色表里的名字，或者原告、被告、公诉人、辩护人、法院");
            let message = format!("不认得提交方“{}”", short(by));
            notes.error(at, "unknown-role", message, hint);
        }
        None
    }
}
