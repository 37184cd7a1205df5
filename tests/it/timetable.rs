//! What a page carries to the browser about hours says the same there as here.

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use qingmiao::model::hours::state;
use qingmiao::model::timetable::{Timetable, calendar_line, parse_calendar};
use qingmiao::model::{day_number, numbered_day};

use crate::station::demo;

#[test]
fn a_line_says_of_every_station_what_its_row_says() {
    let portal = demo();
    let calendar = parse_calendar(&calendar_line(&portal.calendar));
    assert!(calendar.iter().eq(portal.calendar.iter()));
    assert!(calendar.iter().count() > 30);
    for station in &portal.stations {
        let line = Timetable::line(&portal, station);
        let timetable = Timetable::parse(&line).unwrap_or_else(|| panic!("{line}"));
        let school = portal.school_holidays_of(&station.area);
        // Five hours are no part of a day or a week: every time of day and every day is met.
        let mut now = date(2026, 9, 20).at(0, 0, 0, 0);
        while now < date(2027, 3, 1).at(0, 0, 0, 0) {
            let expected = state(&station.plan(&portal, &school, now.date()), now);
            assert_eq!(timetable.state(&calendar, now), expected, "{} {now} {line}", station.id);
            now = now.checked_add(5.hours()).expect("a time");
        }
    }
}

#[test]
fn what_is_no_line_is_passed_over() {
    for line in [
        "",
        "正常",
        "正常|2026-11-24|2027-05-23|直接到访|照常|周一 8:30",
        "好|2026-11-24|2027-05-23||照常|||",
    ] {
        assert!(Timetable::parse(line).is_none(), "{line}");
    }
    assert_eq!(parse_calendar("2026-01-01休元旦;;垃圾;2026-01-02x;2026-13-01休").iter().count(), 1);
}

#[test]
fn days_are_numbered_as_the_calendar_runs() {
    let mut day = date(1890, 1, 1);
    let mut number = day_number(day);
    assert_eq!(day_number(date(1970, 1, 1)), 0);
    while day < date(2110, 1, 1) {
        assert_eq!((day_number(day), numbered_day(number)), (number, Some(day)));
        (day, number) = (day.tomorrow().expect("a day"), number + 1);
    }
    for end in [Date::MIN, Date::MAX] {
        assert_eq!(numbered_day(day_number(end)), Some(end));
    }
    assert_eq!(numbered_day(day_number(Date::MAX) + 1), None);
    assert_eq!(numbered_day(i32::MAX), None);
    assert_eq!(numbered_day(i32::MIN), None);
}

proptest! {
    #[test]
    fn a_number_and_its_day_are_one(number in -4_000_000..3_000_000_i32) {
        if let Some(day) = numbered_day(number) {
            prop_assert_eq!(day_number(day), number);
            prop_assert_eq!(day.tomorrow().ok(), numbered_day(number + 1));
        }
    }

    #[test]
    fn no_line_makes_it_panic(line in "[|0-9~;:,周一二日每天休开正常照 -]{0,60}") {
        let _ = Timetable::parse(&line);
        let _ = parse_calendar(&line);
    }
}
