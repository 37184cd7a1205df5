//! The ways through a script as a drawing: its stages as a line from top to bottom, a diamond where somebody chooses,
//! a square where it ends. The list beside it says the same.

use std::fmt::Write as _;

use leptos::prelude::*;

use super::{letter, script};
use crate::model::court::{Exit, Node, NodeKind, Target};
use crate::model::{Court, plain_text};
use crate::pages::render::escape;

/// How far apart the tracks are.
const TRACK: usize = 22;
/// How high a row is, and how much each line of answers adds.
const ROW: usize = 48;
const LINE: usize = 20;
/// How wide a letter of a name is, and one of an answer.
const NAME: usize = 15;
const ANSWER: usize = 13;
/// How far the words stand from the tracks.
const GAP: usize = 8;
/// How far a way bends from one track to another.
const BEND: usize = 24;

/// A node in the drawing.
struct Stop {
    /// Its place in the script.
    node: usize,
    track: usize,
    y: usize,
}

/// A way from one node to another.
struct Way {
    from: usize,
    to: usize,
    track: usize,
    /// The letters of the answers that lead here.
    letters: String,
}

/// The drawing and its list. With `linked`, the list leads to the stages on the same page.
pub(super) fn view(court: &Court, linked: bool) -> AnyView {
    let items: Vec<AnyView> =
        order(court).into_iter().filter_map(|it| item(court, it, linked)).collect();
    view! {
        <figure class="branches">
            <div inner_html=drawing(court)></div>
            <figcaption class="on-screen">
                <details><summary>"岔路图的文字版"</summary><ol>{items}</ol></details>
            </figcaption>
        </figure>
    }
    .into_any()
}

/// The nodes, each before those that it leads to: as in the file wherever the file goes forward only.
fn order(court: &Court) -> Vec<usize> {
    let forward = |(at, node): (usize, &Node)| {
        node.targets()
            .all(|it| matches!(it, Target::Node(next) if next > at) || it == Target::Debrief)
    };
    if court.nodes.iter().enumerate().all(forward) {
        (0..court.nodes.len()).collect()
    } else {
        court.order().0
    }
}

fn item(court: &Court, number: usize, linked: bool) -> Option<AnyView> {
    let node = court.nodes.get(number)?;
    let title = script::title(node);
    let name = if linked {
        view! { <a href=format!("#part-{}", script::anchor(number))>{title}</a> }.into_any()
    } else {
        title.into_any()
    };
    let next = match &node.exit {
        Exit::To(target) => format!(" → {}", court.target_name(*target)).into_any(),
        Exit::Choice(choice) => {
            let answers: Vec<AnyView> = choice
                .options
                .iter()
                .enumerate()
                .map(|(index, it)| {
                    let (words, to) = (plain_text(&it.words), court.target_name(it.to));
                    view! { <li>{format!("{} {words} → {to}", letter(index))}</li> }.into_any()
                })
                .collect();
            let who = court.decider_name(choice.decider);
            let question = format!("，由{who}选择：{}", plain_text(&choice.question));
            view! { {question} <ul>{answers}</ul> }.into_any()
        }
    };
    Some(view! { <li>{name}{next}</li> }.into_any())
}

/// The ways out of a node, one for each place that it leads to.
fn ways_out(node: &Node) -> Vec<(usize, String)> {
    let mut ways: Vec<(usize, String)> = Vec::new();
    for (index, target) in node.targets().enumerate() {
        let Target::Node(next) = target else { continue };
        let mark = if matches!(node.exit, Exit::Choice(_)) { letter(index) } else { String::new() };
        match ways.iter_mut().find(|(known, _)| *known == next) {
            Some((_, letters)) => letters.push_str(&mark),
            None => ways.push((next, mark)),
        }
    }
    ways
}

/// Puts every node on a track, as railways are drawn: a way keeps its track until it arrives.
fn layout(court: &Court) -> (Vec<Stop>, Vec<Way>, usize) {
    let mut stops: Vec<Stop> = Vec::new();
    let mut ways: Vec<Way> = Vec::new();
    // For each track, the node that it leads to.
    let mut tracks: Vec<Option<usize>> = Vec::new();
    let mut y = ROW / 2;
    for number in order(court) {
        let Some(node) = court.nodes.get(number) else { continue };
        let free = |tracks: &mut Vec<Option<usize>>| {
            tracks.iter().position(Option::is_none).unwrap_or_else(|| {
                tracks.push(None);
                tracks.len() - 1
            })
        };
        let arrived = tracks.iter().position(|it| *it == Some(number));
        let own = arrived.unwrap_or_else(|| free(&mut tracks));
        for track in tracks.iter_mut().filter(|it| **it == Some(number)) {
            *track = None;
        }
        stops.push(Stop { node: number, track: own, y });
        for (next, letters) in ways_out(node) {
            // What leads back is in the list, and would cross everything here.
            if stops.iter().any(|it| it.node == next) {
                continue;
            }
            let shared = tracks.iter().position(|it| *it == Some(next));
            let track = shared
                .unwrap_or_else(|| if tracks[own].is_none() { own } else { free(&mut tracks) });
            tracks[track] = Some(next);
            ways.push(Way { from: number, to: next, track, letters });
        }
        y += ROW + LINE * answers(node);
    }
    (stops, ways, tracks.len())
}

/// How many answers a node asks for.
fn answers(node: &Node) -> usize {
    match &node.exit {
        Exit::Choice(choice) => choice.options.len(),
        Exit::To(_) => 0,
    }
}

fn drawing(court: &Court) -> String {
    let (stops, ways, tracks) = layout(court);
    let x = |track: usize| TRACK / 2 + track * TRACK;
    let width =
        TRACK * tracks + 2 * GAP + court.nodes.iter().map(|it| words(court, it)).max().unwrap_or(0);
    let height = stops.last().map_or(ROW, |it| it.y + ROW / 2);
    // Where there is room it is drawn larger by a fifth, so that its names are as large as the text around it.
    let drawn = width * 6 / 5;
    let mut svg = format!(
        "<svg viewBox=\"0 0 {width} {height}\" width=\"{drawn}\" preserveAspectRatio=\"xMinYMin\" role=\"img\" aria-label=\"岔路图，下面有文字版\">"
    );
    let stop = |node: usize| stops.iter().find(|it| it.node == node);
    let mut marks = String::new();
    for way in &ways {
        let (Some(from), Some(to)) = (stop(way.from), stop(way.to)) else { continue };
        let (start, middle, end) = (x(from.track), x(way.track), x(to.track));
        let (leaves, arrives) = (from.y + BEND, to.y.saturating_sub(BEND));
        let _ = write!(
            svg,
            "<path d=\"M{start} {} C{start} {leaves} {middle} {} {middle} {leaves} V{arrives} C{middle} {} {end} {arrives} {end} {}\"/>",
            from.y,
            from.y + 4,
            to.y - 4,
            to.y
        );
        if !way.letters.is_empty() {
            let letters = &way.letters;
            let _ = write!(
                marks,
                "<circle class=\"letter\" cx=\"{middle}\" cy=\"{leaves}\" r=\"9\"/><text class=\"letter\" x=\"{middle}\" y=\"{}\">{letters}</text>",
                leaves + 4
            );
        }
    }
    for at in &stops {
        if let Some(node) = court.nodes.get(at.node) {
            marks.push_str(&mark(node, x(at.track), at.y));
            marks.push_str(&label(court, node, TRACK * tracks + GAP, at.y));
        }
    }
    svg + &marks + "</svg>"
}

/// The shape of a node.
fn mark(node: &Node, x: usize, y: usize) -> String {
    match (node.kind, &node.exit) {
        (NodeKind::Ending, _) => {
            format!(
                "<rect class=\"ending\" x=\"{}\" y=\"{}\" width=\"16\" height=\"16\" rx=\"2\"/>",
                x - 8,
                y - 8
            )
        }
        (NodeKind::Stage, Exit::Choice(_)) => {
            format!("<path class=\"choice\" d=\"M{x} {}l10 10l-10 10l-10 -10Z\"/>", y - 10)
        }
        (NodeKind::Stage, Exit::To(_)) => {
            format!("<circle class=\"stage\" cx=\"{x}\" cy=\"{y}\" r=\"7\"/>")
        }
    }
}

/// How much room the words of a node take.
fn words(court: &Court, node: &Node) -> usize {
    let name = NAME * script::title(node).chars().count();
    let Exit::Choice(choice) = &node.exit else { return name };
    // Beside a name stands who chooses, before an answer its letter.
    let who = ANSWER * (court.decider_name(choice.decider).chars().count() + 2);
    let answers =
        choice.options.iter().map(|it| ANSWER * (plain_text(&it.words).chars().count() + 1));
    answers.max().unwrap_or(0).max(name + who)
}

/// Its name, and below it the answers where somebody chooses.
fn label(court: &Court, node: &Node, x: usize, y: usize) -> String {
    let title = escape(&script::title(node));
    let Exit::Choice(choice) = &node.exit else {
        return format!("<text x=\"{x}\" y=\"{}\">{title}</text>", y + 5);
    };
    let who = escape(court.decider_name(choice.decider));
    let mut text = format!(
        "<text x=\"{x}\" y=\"{}\">{title}<tspan class=\"who-decides\">　{who}选</tspan></text>",
        y + 5
    );
    for (index, answer) in choice.options.iter().enumerate() {
        let words = escape(&plain_text(&answer.words));
        let _ = write!(
            text,
            "<text class=\"answer\" x=\"{x}\" y=\"{}\">{} {words}</text>",
            y + 5 + LINE * (index + 1),
            letter(index)
        );
    }
    text
}
