//! What editors may write, and to the letter what they are told about the rest.

use proptest::prelude::*;
use qingmiao::model::hours::{Change, Exceptions, HoursError, Span, Weekly};

use super::date;

/// The week as `0 510-720 870-1050`, days since Monday and minutes.
fn week(cell: &str) -> String {
    let weekly = Weekly::parse(cell).unwrap_or_else(|error| panic!("{cell}: {error:?}"));
    let monday = date("2026-11-23");
    let mut lines = Vec::new();
    for (at, day) in monday.series(jiff::Span::new().days(1)).take(7).enumerate() {
        let spans = weekly.on(day.weekday());
        if !spans.is_empty() {
            let spans: String =
                spans.iter().map(|it| format!(" {}-{}", it.open, it.close)).collect();
            lines.push(format!("{at}{spans}"));
        }
    }
    lines.join("; ")
}

#[test]
fn hours_are_read() {
    for (cell, expected) in [
        ("周一 08:30-12:00", "0 510-720"),
        (
            "周一-周三 08:30-12:00,14:30-17:30; 周六 09:00-12:00",
            "0 510-720 870-1050; 1 510-720 870-1050; 2 510-720 870-1050; 5 540-720",
        ),
        ("周一、周三 8:30-12:00", "0 510-720; 2 510-720"),
        ("周六-周一 00:00-24:00", "0 0-1440; 5 0-1440; 6 0-1440"),
        ("周日 全天", "6 0-1440"),
        ("周五 22:00-06:00", "4 1320-1800"),
        ("周五 18:00-00:00", "4 1080-1440"),
        ("周日 22:00-06:00; 周一 06:00-07:00", "0 360-420; 6 1320-1800"),
        // One day in several entries, in any order, with hours that touch.
        ("周一 14:00-17:00; 周一 08:00-14:00", "0 480-840 840-1020"),
        ("周一、周一-周二 08:00-09:00", "0 480-540; 1 480-540"),
        // As a Chinese keyboard and a habit write it.
        (
            "周一－周二　０８：３０～１２：００，14：30－17：30；",
            "0 510-720 870-1050; 1 510-720 870-1050",
        ),
        (" 星期一至五08:30—12:00、14:30–17:30 ;; ", {
            "0 510-720 870-1050; 1 510-720 870-1050; 2 510-720 870-1050; 3 510-720 870-1050; \
             4 510-720 870-1050"
        }),
        ("周一、三 08:30 - 12:00; 周天 09:00-10:00", "0 510-720; 2 510-720; 6 540-600"),
    ] {
        assert_eq!(week(cell), expected, "{cell}");
    }
    let days: Vec<String> = (0..7).map(|day| format!("{day} 0-1440")).collect();
    assert_eq!(week("每天 全天"), days.join("; "));
}

#[test]
fn exceptions_are_read() {
    let read = |cell: &str| {
        let list = Exceptions::parse(cell).unwrap_or_else(|error| panic!("{cell}: {error:?}"));
        let words = list.iter().map(|it| {
            let change = match &it.change {
                Change::Rest => "休".to_owned(),
                Change::Usual => "开".to_owned(),
                Change::Open(spans) => {
                    spans.iter().map(|it| format!("{}-{} ", it.open, it.close)).collect()
                }
            };
            format!("{} {} {}", it.first, it.last, change.trim())
        });
        words.collect::<Vec<_>>().join("; ")
    };
    let week = "2026-10-01 2026-10-07 休";
    for (cell, expected) in [
        ("", ""),
        (" ； ", ""),
        ("2026-10-01..2026-10-07 休", week),
        ("2026-10-01..10-07 休", week),
        ("2026-10-01..07 休", week),
        ("2026-10-01 .. 7休;", week),
        ("2026/10/1～10/7 休", week),
        ("2026年10月1日至7日 休", week),
        ("２０２６－１０－０１～０７　休", week),
        ("2026-10-10 开", "2026-10-10 2026-10-10 开"),
        ("2026-12-31..2027-01-02 开 22:00-06:00", "2026-12-31 2027-01-02 1320-1800"),
        (
            "2026-10-10 开 14：00－15：00，9:00-12:00； 2026-10-01..07 休",
            "2026-10-01 2026-10-07 休; 2026-10-10 2026-10-10 540-720 840-900",
        ),
        // On a single day hours may end where they began.
        ("2026-10-10 开 22:00-06:00,05:00-07:00", "2026-10-10 2026-10-10 300-420 1320-1800"),
    ] {
        assert_eq!(read(cell), expected, "{cell}");
    }
    let list = Exceptions::parse("2026-10-01..07 休; 2026-10-10 开 09:00-12:00").unwrap();
    let on = |day: &str| list.on(date(day)).map(|it| it.change.clone());
    assert_eq!(on("2026-09-30"), None);
    assert_eq!(on("2026-10-01"), Some(Change::Rest));
    assert_eq!(on("2026-10-07"), Some(Change::Rest));
    assert_eq!(on("2026-10-08"), None);
    assert_eq!(on("2026-10-10"), Some(Change::Open(vec![Span { open: 540, close: 720 }])));
    assert_eq!(on("2026-10-11"), None);
}

/// The cell with 〔〕 around the place, the message and the hint.
fn told(cell: &str, error: &HoursError) -> String {
    let (before, rest) = cell.split_at(error.range.start);
    let (found, after) = rest.split_at(error.range.len());
    assert_eq!(found, error.found);
    format!("{before}〔{found}〕{after} | {} | {}", error.message(), error.hint())
}

const DAY: &str = "写“周一”到“周日”，连着的写 周一-周五，天天开写“每天”；不开的日子不用写";
const NO_DAY: &str = "前面加上星期，例如 周一-周五 08:30-12:00；天天一样写“每天”";
const NO_TIME: &str = "后面加上时间，例如 08:30-12:00；不开的日子不用写";
const TIME: &str = "写成 08:30-12:00，最晚 24:00；一天几段用逗号隔开，一整天写“全天”";
const OVERLAP: &str = "改正其中一段；关门比开门早的，算开到第二天";
const DATE: &str = "写成 2026-10-01；连着几天写 2026-10-01..2026-10-07";
const CHANGE: &str = "日期后面写“休”，或者“开”和时间：2026-10-10 开 09:00-12:00";

#[test]
fn mistakes_in_hours_are_told_to_the_letter() {
    for (cell, place, message, hint) in [
        ("", "〔〕", "没有写时间", "写成 周一-周五 08:30-12:00；不知道就留空"),
        ("；", "〔；〕", "没有写时间", "写成 周一-周五 08:30-12:00；不知道就留空"),
        ("周八 08:30-12:00", "〔周八〕 08:30-12:00", "“周八”不是星期", DAY),
        ("周一-工作日 08:30-12:00", "周一-〔工作日〕 08:30-12:00", "“工作日”不是星期", DAY),
        (
            "周一-周三-周五 08:30-12:00",
            "〔周一-周三-周五〕 08:30-12:00",
            "“周一-周三-周五”不是星期",
            DAY,
        ),
        ("周一- 08:30-12:00", "〔周一-〕 08:30-12:00", "“周一-”不是星期", DAY),
        ("周一 8:30-12:00; 周日 休", "周一 8:30-12:00; 〔周日 休〕", "“周日 休”不是星期", DAY),
        ("08:30-12:00", "〔08:30-12:00〕", "“08:30-12:00”前面没有写星期", NO_DAY),
        ("周一 全天; 全天", "周一 全天; 〔全天〕", "“全天”前面没有写星期", NO_DAY),
        ("周二；周一 全天", "〔周二〕；周一 全天", "“周二”后面没有写时间", NO_TIME),
        ("周一 08:30", "周一 〔08:30〕", "“08:30”不是一段时间", TIME),
        ("周一 08:30-", "周一 〔08:30-〕", "“08:30-”不是一段时间", TIME),
        ("周一 8.30-12.00", "周一 〔8.30-12.00〕", "“8.30-12.00”不是一段时间", TIME),
        ("周一 08:30-12:0", "周一 〔08:30-12:0〕", "“08:30-12:0”不是一段时间", TIME),
        ("周一 008:30-12:00", "周一 〔008:30-12:00〕", "“008:30-12:00”不是一段时间", TIME),
        ("周一 08:30-24:01", "周一 〔08:30-24:01〕", "“08:30-24:01”不是一段时间", TIME),
        ("周一 24:00-25:00", "周一 〔24:00-25:00〕", "“24:00-25:00”不是一段时间", TIME),
        ("周一 24:00-02:00", "周一 〔24:00-02:00〕", "“24:00-02:00”不是一段时间", TIME),
        ("周一 08:60-12:00", "周一 〔08:60-12:00〕", "“08:60-12:00”不是一段时间", TIME),
        ("周一 8:+3-12:00", "周一 〔8:+3-12:00〕", "“8:+3-12:00”不是一段时间", TIME),
        (
            "周一 9:00-10:00，14：00－1４：０",
            "周一 9:00-10:00，〔14：00－1４：０〕",
            "“14：00－1４：０”不是一段时间",
            TIME,
        ),
        ("周一 全年", "周一 〔全年〕", "“全年”不是一段时间", TIME),
        (
            "周一 00:00-00:00",
            "周一 〔00:00-00:00〕",
            "“00:00-00:00”的开门和关门是同一刻",
            "改正其中一个；一整天写“全天”",
        ),
        (
            "周一 08:00-12:00,11:59-13:00",
            "周一 08:00-12:00,〔11:59-13:00〕",
            "“11:59-13:00”和另一段时间重叠",
            OVERLAP,
        ),
        (
            "周一-周五 10:00-12:00; 周三 09:00-11:00",
            "周一-周五 10:00-12:00; 周三 〔09:00-11:00〕",
            "“09:00-11:00”和另一段时间重叠",
            OVERLAP,
        ),
        (
            "周一 05:00-06:00; 周日 22:00-05:01",
            "周一 05:00-06:00; 周日 〔22:00-05:01〕",
            "“22:00-05:01”和另一段时间重叠",
            OVERLAP,
        ),
        (
            "每天 22:00-08:00,07:00-09:00",
            "每天 22:00-08:00,〔07:00-09:00〕",
            "“07:00-09:00”和另一段时间重叠",
            OVERLAP,
        ),
    ] {
        let error = Weekly::parse(cell).expect_err(cell);
        assert_eq!(told(cell, &error), format!("{place} | {message} | {hint}"));
    }
}

#[test]
fn mistakes_in_exceptions_are_told_to_the_letter() {
    for (cell, place, message, hint) in [
        ("2026-10-01", "〔2026-10-01〕", "“2026-10-01”没有写“休”或“开”", CHANGE),
        ("休", "〔〕休", "“”不是日期，或者没有这一天", DATE),
        ("国庆 休", "〔国庆〕 休", "“国庆”不是日期，或者没有这一天", DATE),
        ("2026-10 休", "〔2026-10〕 休", "“2026-10”不是日期，或者没有这一天", DATE),
        ("2026-02-27..29 休", "2026-02-27..〔29〕 休", "“29”不是日期，或者没有这一天", DATE),
        (
            "2026-02-30～31 休",
            "〔2026-02-30〕～31 休",
            "“2026-02-30”不是日期，或者没有这一天",
            DATE,
        ),
        (
            "2026-06-19、2026-06-20 休",
            "〔2026-06-19、2026-06-20〕 休",
            "“2026-06-19、2026-06-20”不是日期，或者没有这一天",
            DATE,
        ),
        (
            "2026-10-07..01 休",
            "〔2026-10-07..01〕 休",
            "“2026-10-07..01”的最后一天比第一天早",
            "先写第一天，再写最后一天",
        ),
        (
            "2026-10-01 休 9:00-10:00",
            "2026-10-01 休 〔9:00-10:00〕",
            "“休”后面多了“9:00-10:00”",
            "删去多的字；那天开门就写“开”",
        ),
        ("2026-10-01 开 ，", "〔2026-10-01 开 ，〕", "“2026-10-01 开 ，”后面没有写时间", NO_TIME),
        ("2026-10-01 开 9:00", "2026-10-01 开 〔9:00〕", "“9:00”不是一段时间", TIME),
        (
            "2026-10-01..02 开 22:00-06:00,05:00-07:00",
            "2026-10-01..02 开 22:00-06:00,〔05:00-07:00〕",
            "“05:00-07:00”和另一段时间重叠",
            OVERLAP,
        ),
        (
            "2026-10-01..07 休; 2026-10-07 开",
            "2026-10-01..07 休; 〔2026-10-07〕 开",
            "“2026-10-07”里有一天写了两次",
            "每一天只写一次：把连着的几天拆成几条",
        ),
        (
            "2026-10-05 开; 2026-10-01..07 休",
            "2026-10-05 开; 〔2026-10-01..07〕 休",
            "“2026-10-01..07”里有一天写了两次",
            "每一天只写一次：把连着的几天拆成几条",
        ),
    ] {
        let error = Exceptions::parse(cell).expect_err(cell);
        assert_eq!(told(cell, &error), format!("{place} | {message} | {hint}"));
    }
}

proptest! {
    /// Whatever stands in a cell, there is an answer, and a mistake lies in the cell.
    #[test]
    fn any_cell_has_an_answer(
        cell in "[周星期一二三日天每全休开0-9０:：,，、;；.~～至 　-]{0,24}|\\PC{0,24}",
    ) {
        for error in [Weekly::parse(&cell).err(), Exceptions::parse(&cell).err()].into_iter().flatten() {
            prop_assert_eq!(cell.get(error.range.clone()), Some(error.found.as_str()));
        }
    }
}
