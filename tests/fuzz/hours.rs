//! Hours as editors may write them: read or refused, and what was read has a state at any moment.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qingmiao::model::hours::{Exceptions, Shift, Weekly, beijing};
use qingmiao::model::timetable::{Timetable, parse_calendar};

fuzz_target!(|input: (i64, &str)| {
    let (seconds, text) = input;
    let now = beijing(seconds);
    let calendar = parse_calendar(text);
    let _ = Weekly::parse(text);
    let _ = Exceptions::parse(text);
    let _ = Shift::at(&calendar, now);
    let line = format!("正常|2026-11-24|2027-05-23|直接到访|节假日休|{text}||");
    for line in [text, line.as_str()] {
        if let Some(timetable) = Timetable::parse(line) {
            let _ = timetable.state(&calendar, now).words(now.date());
        }
    }
});
