//! The nodes of a script: its lines in order, and where each node leads.

use std::ops::Range;

use super::heading::Heading;
use super::piece::{BETWEEN, Piece};
use super::words;
use crate::content::nearest::suggest;
use crate::content::notes::Notes;
use crate::content::record::short;
use crate::model::court::{
    Answer, Ballot, Choice, Decider, Element, Exit, Node, NodeKind, Role, Speakers, Target,
};
use crate::model::{CourtPart, Exhibit};

/// What marks a line or a node that the short version leaves out.
pub(super) const SKIPPABLE: &[&str] = &["（可略）", "(可略)"];

/// The arrow before where something leads.
const ARROWS: &[&str] = &["->", "→", "－>", "-＞", "－＞", "—>", "——>", "=>"];

/// More nodes than this nobody oversees.
const MOST_NODES: usize = 60;

/// Where a node and its lines stand.
#[derive(Debug)]
pub(super) struct NodePlace {
    pub(super) heading: Range<usize>,
    pub(super) elements: Vec<Range<usize>>,
    /// Where it says where it leads; its heading where it does not.
    pub(super) exit: Range<usize>,
}

/// What is needed to read the lines.
pub(super) struct Script<'n, 't> {
    pub(super) notes: &'n mut Notes<'t>,
    pub(super) roles: &'n [Role],
    pub(super) exhibits: &'n [Exhibit],
    /// The names of the nodes.
    names: Vec<&'t str>,
}

/// A part of the file that is a node.
pub(super) struct Part<'t> {
    pub(super) heading: Heading<'t>,
    pub(super) place: Range<usize>,
    pub(super) text: Piece<'t>,
}

/// Reads the nodes and where each stands.
pub(super) fn read<'t>(
    notes: &mut Notes<'t>,
    parts: Vec<Part<'t>>,
    roles: &[Role],
    exhibits: &[Exhibit],
) -> (Vec<Node>, Vec<NodePlace>) {
    let mut names: Vec<&str> = Vec::new();
    let mut own: Vec<(Part<'t>, NodeKind, Piece<'t>)> = Vec::new();
    for part in parts {
        let Heading::Node(kind, name) = part.heading else { continue };
        if names.contains(&name.text) || [END, CourtPart::Debrief.label()].contains(&name.text) {
            let message = format!("“{}”这个名字已经有了", short(name.text));
            let hint = "每个阶段和结局一个名字；“结束”和“庭后讨论”是固定的去处";
            notes.error(&name.range(), "duplicate-node", message, hint);
            continue;
        }
        if own.len() == MOST_NODES {
            let message = format!("阶段和结局超过 {MOST_NODES} 个");
            notes.error(&part.place, "court-size", message, "合并几个阶段");
            break;
        }
        names.push(name.text);
        own.push((part, kind, name));
    }
    let count = own.len();
    let mut script = Script { notes, roles, exhibits, names };
    own.into_iter()
        .enumerate()
        .map(|(number, (part, kind, name))| {
            let following = match kind {
                NodeKind::Stage if number + 1 < count => Target::Node(number + 1),
                _ => Target::Debrief,
            };
            script.node(&part, kind, name, following)
        })
        .unzip()
}

/// The word for the end.
const END: &str = "结束";

/// A choice while its answers are gathered.
struct Open {
    choice: Choice,
    place: Range<usize>,
}

impl<'t> Script<'_, 't> {
    fn node(
        &mut self,
        part: &Part<'t>,
        kind: NodeKind,
        name: Piece<'t>,
        following: Target,
    ) -> (Node, NodePlace) {
        let heading = part.place.clone();
        let mut place = NodePlace { heading: heading.clone(), elements: vec![], exit: heading };
        let (skippable, articles) = super::heading::extras(self.notes, part);
        let name = name.text.to_owned();
        let exit = Exit::To(following);
        let mut node = Node { name, kind, articles, skippable, elements: vec![], exit };
        let mut choice: Option<Open> = None;
        let mut jumped = false;
        for line in part.text.lines().filter(|line| !line.is_empty()) {
            let (marked, line) = match line.after(SKIPPABLE) {
                Some(rest) => (true, rest),
                None => (false, line),
            };
            let aside = line.text.starts_with(['%', '％']);
            if let Some(target) = line.after(ARROWS) {
                if self.leaves_once(line, jumped, marked) {
                    node.exit = Exit::To(self.target(target));
                    place.exit = line.range();
                    jumped = true;
                }
            } else if let Some(rest) = bullet(line) {
                match &mut choice {
                    Some(open) => {
                        let answer = self.answer(line, rest);
                        open.choice.options.extend(answer);
                    }
                    None => self.stray(line),
                }
            } else if let Some((head, who, question)) = question(line) {
                if self.leaves_once(line, jumped, marked || skippable) {
                    place.exit = line.range();
                    let found = self.question(line, head, who, question);
                    choice = Some(Open { choice: found, place: line.range() });
                    jumped = true;
                }
            } else if jumped && !aside {
                let hint = "要在选择之后接着演的，写到选项去的阶段里；跳转写在阶段的最后";
                let message = "跳转或选择后面还有内容，演不到";
                self.notes.error(&line.range(), "after-exit", message, hint);
            } else if let Some(act) = self.act(line) {
                node.elements.push(Element { skippable: marked, act });
                place.elements.push(line.range());
            }
        }
        if node.elements.is_empty() && !jumped {
            let message = format!("“{}”下面没有内容", short(&node.name));
            self.notes.error(&place.heading, "empty-part", message, "写上台词，或删去这个标题");
        }
        if let Some(Open { choice, place }) = choice {
            let count = choice.options.len();
            if !(2..=Ballot::MOST).contains(&count) {
                let message = format!("这个选择有 {count} 个选项");
                let hint = format!("写 2 到 {} 行“- 选项 -> 去哪里”", Ballot::MOST);
                self.notes.error(&place, "choice-options", message, hint);
            }
            if count > 0 {
                node.exit = Exit::Choice(choice);
            }
        }
        (node, place)
    }

    /// Whether a node may lead somewhere here; reported where it does so already, or where the short version would not.
    fn leaves_once(&mut self, line: Piece<'t>, already: bool, skippable: bool) -> bool {
        if already {
            let hint = "一个阶段只有一个去处：留下一行，其余的写到别的阶段里";
            self.notes.error(&line.range(), "after-exit", "这个阶段前面已经写了去哪里", hint);
        } else if skippable {
            let hint = "去掉“（可略）”；短版也要知道往哪里走";
            self.notes.error(&line.range(), "skipped-choice", "选择和跳转不能略去", hint);
        }
        !already
    }

    fn question(
        &mut self,
        line: Piece<'t>,
        head: Piece<'t>,
        who: Piece<'t>,
        question: Piece<'t>,
    ) -> Choice {
        if question.is_empty() {
            let hint = "写成“【选择 评议组】问题？”";
            self.notes.error(&line.range(), "empty-line", "没有写要选什么", hint);
        }
        // Of a question that is half understood the answers are read too.
        let decider = self.decider(head, who).unwrap_or(Decider::Teacher);
        let question = words::read(self.notes, question);
        Choice { decider, question, options: Vec::new() }
    }

    fn decider(&mut self, head: Piece<'t>, who: Piece<'t>) -> Option<Decider> {
        let word = Decider::WORDS.into_iter().find(|(word, _)| *word == who.text);
        let role = self.roles.iter().position(|role| role.name == who.text);
        let found = word.map(|(_, decider)| decider).or(role.map(Decider::Role));
        if found.is_none() {
            let words = Decider::WORDS.map(|(word, _)| word);
            let names = self.roles.iter().map(|role| role.name.as_str()).chain(words);
            let hint = format!("写{}，或角色表里的名字", words.join("、"));
            let message = format!("不认得由谁选择“{}”", short(who.text));
            let hint = suggest(who.text, names, &hint);
            self.notes.error(&head.range(), "unknown-decider", message, hint);
        }
        found
    }

    fn answer(&mut self, line: Piece<'t>, rest: Piece<'t>) -> Option<Answer> {
        let arrow = ARROWS.iter().filter_map(|it| Some((rest.text.find(it)?, it.len()))).min();
        let Some((at, length)) = arrow.filter(|(at, _)| *at > 0) else {
            let hint = "写成“- 选项 -> 阶段或结局的名字”";
            self.notes.error(&line.range(), "bad-option", "选项没有写去哪里", hint);
            return None;
        };
        let (option, target) = rest.cut(at);
        let target = target.cut(length).1;
        let words = words::read(self.notes, option);
        Some(Answer { words, to: self.target(target) })
    }

    fn stray(&mut self, line: Piece<'t>) {
        let hint = "选项写在“【选择 谁】问题”下面；别的内容不用“-”开头";
        self.notes.error(&line.range(), "bad-option", "这个选项前面没有选择", hint);
    }

    fn target(&mut self, name: Piece<'t>) -> Target {
        if [END, CourtPart::Debrief.label()].contains(&name.text) {
            return Target::Debrief;
        }
        // With or without the word before it in the heading.
        let plain = name.after(&["阶段 ", "结局 "]).unwrap_or(name);
        if let Some(number) = self.names.iter().position(|it| *it == plain.text) {
            return Target::Node(number);
        }
        let hint =
            suggest(plain.text, self.names.iter().copied(), "写阶段或结局的名字，或者“结束”");
        let message = format!("没有“{}”这个阶段或结局", short(plain.text));
        self.notes.error(&name.range(), "unknown-node", message, hint);
        Target::Debrief
    }

    pub(super) fn speakers(&mut self, who: Piece<'t>) -> Option<Speakers> {
        if who.text == Speakers::EVERYONE {
            return Some(Speakers::Everyone);
        }
        let mut roles = Vec::new();
        let mut all = true;
        for name in who.split(BETWEEN) {
            match self.role(name) {
                Some(role) => roles.push(role),
                None => all = false,
            }
        }
        if roles.is_empty() && all {
            self.role(who);
        }
        (all && !roles.is_empty()).then_some(Speakers::Roles(roles))
    }

    pub(super) fn role(&mut self, name: Piece<'t>) -> Option<usize> {
        let found = self.roles.iter().position(|role| role.name == name.text);
        if found.is_none() {
            let names = self.roles.iter().map(|role| role.name.as_str());
            let names = names.chain([Speakers::EVERYONE]);
            let hint = suggest(name.text, names, "先把它加进角色表，或改成表里的名字");
            let message = format!("角色表里没有“{}”", short(name.text));
            self.notes.error(&name.range(), "unknown-role", message, hint);
        }
        found
    }
}

/// `【选择 谁】问题`: what stands in the brackets, who answers, and the question.
fn question(line: Piece<'_>) -> Option<(Piece<'_>, Piece<'_>, Piece<'_>)> {
    let (head, question) = line.after(&["【", "["])?.part(&['】', ']'])?;
    Some((head, head.after(&["选择"])?, question))
}

/// What follows the mark of a list.
fn bullet(line: Piece<'_>) -> Option<Piece<'_>> {
    line.after(&["- ", "－ ", "* ", "· ", "• ", "-　", "－　"]).filter(|rest| !rest.is_empty())
}
