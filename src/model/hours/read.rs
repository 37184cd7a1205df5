//! Reads the days, dates and times of which 时间 and 例外 consist.

use std::ops::Range;

use super::{
    ErrorKind, HoursError, Span,
    piece::{Piece, half_width, is_comma, is_dash, is_mark_of_dates},
};
use crate::model::{Date, PartialDate};

/// Hours, and where in the cell they stand.
#[derive(Clone)]
pub(super) struct Placed {
    pub(super) span: Span,
    pub(super) range: Range<usize>,
}

/// Both ends of a range, or one where there is no dash; `None` where there are more than two.
fn ends(piece: Piece<'_>) -> Option<(Piece<'_>, Option<Piece<'_>>)> {
    if piece.text.starts_with(is_dash) || piece.text.ends_with(is_dash) {
        return None;
    }
    let mut ends = piece.split(is_dash);
    let (first, last) = (ends.next()?, ends.next());
    if ends.next().is_some() { None } else { Some((first, last)) }
}

/// Which days of the week are named, from Monday on.
pub(super) fn read_days(piece: Piece<'_>) -> Result<[bool; 7], HoursError> {
    let mut days = [false; 7];
    for item in piece.split(is_comma) {
        if item.text == "每天" {
            days = [true; 7];
            continue;
        }
        let (first, last) = ends(item).ok_or_else(|| item.error(ErrorKind::UnknownDay))?;
        let from = read_day(first)?;
        let to = last.map_or(Ok(from), read_day)?;
        for (at, day) in days.iter_mut().enumerate() {
            let is_between =
                if from <= to { from <= at && at <= to } else { from <= at || at <= to };
            *day |= is_between;
        }
    }
    Ok(days)
}

/// `周一`, `星期一`, or a bare `一` in a range or a list: days since Monday.
fn read_day(piece: Piece<'_>) -> Result<usize, HoursError> {
    let name = piece.text.strip_prefix('周').or_else(|| piece.text.strip_prefix("星期"));
    let at = match name.unwrap_or(piece.text) {
        "一" => 0,
        "二" => 1,
        "三" => 2,
        "四" => 3,
        "五" => 4,
        "六" => 5,
        "日" | "天" => 6,
        _ => return Err(piece.error(ErrorKind::UnknownDay)),
    };
    Ok(at)
}

pub(super) fn read_times(piece: Piece<'_>, entry: Piece<'_>) -> Result<Vec<Placed>, HoursError> {
    let times: Vec<Placed> = piece.split(is_comma).map(read_time).collect::<Result<_, _>>()?;
    if times.is_empty() { Err(entry.error(ErrorKind::MissingTime)) } else { Ok(times) }
}

fn read_time(piece: Piece<'_>) -> Result<Placed, HoursError> {
    let whole_day = Span { open: 0, close: Span::DAY };
    let bad = || piece.error(ErrorKind::BadTime);
    if piece.text == "全天" {
        return Ok(Placed { span: whole_day, range: piece.range() });
    }
    let Some((open, Some(close))) = ends(piece) else { return Err(bad()) };
    let open = read_clock(open.text).filter(|open| *open < Span::DAY).ok_or_else(bad)?;
    let close = read_clock(close.text).ok_or_else(bad)?;
    if open == close {
        return Err(piece.error(ErrorKind::NoLength));
    }
    let close = if close < open { close + Span::DAY } else { close };
    Ok(Placed { span: Span { open, close }, range: piece.range() })
}

/// `8:30` or `08:30` in minutes, at most 24:00.
fn read_clock(text: &str) -> Option<u16> {
    let text: String = text.chars().map(half_width).collect();
    let (hour, minute) = text.split_once(':')?;
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !(1..=2).contains(&hour.len()) || minute.len() != 2 {
        return None;
    }
    let (hour, minute): (u16, u16) = if is_number(hour) && is_number(minute) {
        (hour.parse().ok()?, minute.parse().ok()?)
    } else {
        return None;
    };
    Some(hour * 60 + minute).filter(|it| minute < 60 && *it <= Span::DAY)
}

/// The first and the last day.
pub(super) fn read_dates(piece: Piece<'_>) -> Result<(Date, Date), HoursError> {
    let mark = piece.text.find("..").map(|at| (at, 2)).or_else(|| {
        let at = piece.text.find(is_mark_of_dates)?;
        Some((at, piece.text.get(at..)?.chars().next()?.len_utf8()))
    });
    let read = |text: &str| PartialDate::parse(text).and_then(PartialDate::day);
    let plain = |piece: Piece<'_>| piece.text.chars().map(half_width).collect::<String>();
    let Some((at, length)) = mark else {
        let day = read(&plain(piece)).ok_or_else(|| piece.error(ErrorKind::BadDate))?;
        return Ok((day, day));
    };
    let (from, rest) = piece.cut(at);
    let (_, to) = rest.cut(length);
    let first = read(&plain(from)).ok_or_else(|| from.error(ErrorKind::BadDate))?;
    let text = plain(to);
    let parts = text.trim_end_matches(['日', '号']).split(['-', '/', '.', '年', '月']).count();
    let last = match parts {
        1 => read(&format!("{:04}-{}-{text}", first.year(), first.month())),
        2 => read(&format!("{:04}-{text}", first.year())),
        _ => read(&text),
    };
    let last = last.ok_or_else(|| to.error(ErrorKind::BadDate))?;
    if last < first { Err(piece.error(ErrorKind::Backwards)) } else { Ok((first, last)) }
}
