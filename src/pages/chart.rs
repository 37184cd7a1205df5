//! Bars as SVG, drawn at build time. Widths are in per cent and heights in em, so that the words keep the size that the
//! reader has chosen on every screen. A table with the same figures stands beside it.

use std::fmt::Write as _;

use leptos::prelude::*;

use super::render::{Context, escape};
use super::{date, figure};
use crate::model::{Chart, Figure};

/// Han characters on one line of a label: what a screen of 320 px holds in the elder theme.
const LABEL_WIDTH: usize = 13;
/// How far the longest bar reaches, in per cent: its number needs the rest.
const LONGEST: f64 = 62.0;
/// Heights in em: a line of a label, a bar, the gap under it.
const LINE: f64 = 1.5;
const BAR: f64 = 1.1;
const GAP: f64 = 1.0;

/// The charts of a page, in order.
pub(super) fn all(ctx: &Context<'_>, charts: &[Chart]) -> Vec<AnyView> {
    (1..).zip(charts).map(|(number, chart)| view(ctx, chart, number)).collect()
}

/// The chart with number `number` of a page, and its table.
fn view(ctx: &Context<'_>, chart: &Chart, number: usize) -> AnyView {
    let figures: Vec<&Figure> =
        chart.figures.iter().filter_map(|id| ctx.portal.figures.get(id)).collect();
    let labels = labels(ctx, &figures);
    let rows: Vec<AnyView> = figures
        .iter()
        .zip(&labels)
        .map(|(figure, label)| {
            view! {
                <tr>
                    <th scope="row">{label.clone()}</th>
                    <td>{figure::view(ctx, &figure.id)}</td>
                    <td>{date::time(figure.as_of)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <figure class="chart">
            <figcaption>{chart.title.clone()}</figcaption>
            <div inner_html=bars(&rows_of(&figures, &labels), &chart.title, number)></div>
            <details>
                <summary>"看成表格，带出处"</summary>
                <table>
                    <thead><tr>
                        <th scope="col">"项目"</th><th scope="col">"数字"</th><th scope="col">"截至"</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </details>
        </figure>
    }
    .into_any()
}

/// What each bar counts, and where, if the bars are of several places.
fn labels(ctx: &Context<'_>, figures: &[&Figure]) -> Vec<String> {
    let several = figures.windows(2).any(|pair| pair[0].area != pair[1].area);
    figures
        .iter()
        .map(|figure| match ctx.portal.areas.get(&figure.area).filter(|_| several) {
            Some(area) => format!("{}：{}", area.name, figure.name),
            None => figure.name.clone(),
        })
        .collect()
}

/// A bar.
pub(super) struct Bar {
    /// What it counts.
    pub(super) label: String,
    /// How much, for its length.
    pub(super) amount: f64,
    /// How much, in words.
    pub(super) text: String,
}

fn rows_of(figures: &[&Figure], labels: &[String]) -> Vec<Bar> {
    figures
        .iter()
        .zip(labels)
        .map(|(figure, label)| Bar {
            label: label.clone(),
            amount: figure.amount(),
            text: figure.text(),
        })
        .collect()
}

/// Bars under each other. `number` tells several charts of a page apart.
pub(super) fn bars(bars: &[Bar], title: &str, number: usize) -> String {
    let longest = bars.iter().map(|bar| bar.amount).fold(0.0, f64::max);
    let mut body = String::new();
    let mut words = Vec::new();
    let mut y = 0.0;
    for Bar { label, amount, text } in bars {
        for line in label_lines(label) {
            let _ = write!(body, "<text x=\"0\" y=\"{:.2}em\">{}</text>", y + 1.1, escape(&line));
            y += LINE;
        }
        let share = if longest > 0.0 { amount / longest * LONGEST } else { 0.0 };
        let _ = write!(
            body,
            "<rect x=\"0\" y=\"{y:.2}em\" width=\"{:.2}%\" height=\"{BAR}em\" rx=\"4\"/>\
             <text class=\"value\" x=\"{share:.2}%\" dx=\"0.6em\" y=\"{:.2}em\">{}</text>",
            share.max(0.6),
            y + 0.95,
            escape(text)
        );
        words.push(format!("{label} {text}"));
        y += BAR + GAP;
    }
    format!(
        "<svg class=\"bars\" role=\"img\" aria-labelledby=\"chart-{number} chart-{number}-words\" width=\"100%\" \
         height=\"{y:.2}em\" fill=\"currentColor\"><title id=\"chart-{number}\">{}</title>\
         <desc id=\"chart-{number}-words\">{}。</desc>{body}</svg>",
        escape(title),
        escape(&words.join("；"))
    )
}

/// SVG does not break lines: lines of nearly the same length, a bracket whole on a line of its own.
fn label_lines(label: &str) -> Vec<String> {
    let head = label.find('（').filter(|at| *at > 0).unwrap_or(label.len());
    let (words, bracket) = label.split_at(head);
    if label.chars().count() <= LABEL_WIDTH {
        return vec![label.to_owned()];
    }
    [words, bracket].into_iter().filter(|part| !part.is_empty()).flat_map(even_lines).collect()
}

fn even_lines(words: &str) -> Vec<String> {
    let characters: Vec<char> = words.chars().collect();
    let lines = characters.len().div_ceil(LABEL_WIDTH).max(1);
    let width = characters.len().div_ceil(lines).max(1);
    characters.chunks(width).map(|line| line.iter().collect()).collect()
}
