//! The engine against one that thinks in another way: it paints every minute in which a place is open, and looks.

use std::{ops::Range, thread};

use jiff::civil::{Date, DateTime};
use proptest::{prelude::*, sample::select};
use qingmiao::model::hours::{Opening, Rule, State, state};

use super::{Place, SCHOOL, SPECIAL, date};

const DAY: usize = 1440;
const HORIZON: usize = 60;

/// Minutes since the midnight with which a day or a week begins.
type Times = Vec<Range<usize>>;

#[derive(Clone, Debug)]
enum Change {
    Rest,
    Usual,
    Open(Times),
}

#[derive(Clone, Debug)]
struct Case {
    /// Minutes since Monday 00:00, sorted.
    week: Times,
    /// First day, last day and what holds, by date.
    exceptions: Vec<(Date, Date, Change)>,
    rule: Rule,
}

impl Case {
    /// What an editor would write.
    fn place(&self) -> Place {
        let clock = |minute: usize| format!("{:02}:{:02}", minute / 60, minute % 60);
        let time = |it: &Range<usize>| {
            let (open, close) = (it.start % DAY, it.start % DAY + it.len());
            let close = if close > DAY { close - DAY } else { close };
            format!("{}-{}", clock(open), clock(close))
        };
        let entry = |it: &Range<usize>| {
            let day = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"][it.start / DAY];
            format!("{day} {}", time(it))
        };
        let weekly: Vec<String> = self.week.iter().map(entry).collect();
        let exception = |(first, last, change): &(Date, Date, Change)| {
            let change = match change {
                Change::Rest => "休".to_owned(),
                Change::Usual => "开".to_owned(),
                Change::Open(times) => {
                    format!("开 {}", times.iter().map(time).collect::<Vec<_>>().join(","))
                }
            };
            format!("{first}..{last} {change}")
        };
        let exceptions: Vec<String> = self.exceptions.iter().map(exception).collect();
        Place::new(&weekly.join("; "), &exceptions.join("; "), self.rule)
    }

    /// The hours of the week that begin on the day of the week that is so many days after Monday.
    fn weekday(&self, at: usize) -> Times {
        let of_day = self.week.iter().filter(|it| it.start / DAY == at);
        of_day.map(|it| it.start - at * DAY..it.end - at * DAY).collect()
    }

    /// The hours that begin on a day, where they are known; the holiday; whether holidays are known.
    fn day(&self, day: Date) -> (Option<Times>, Option<String>, bool) {
        let special = SPECIAL.iter().copied().find(|(it, ..)| *it == day);
        let special = special.filter(|_| self.rule != Rule::AsUsual);
        let makes_up = special.is_some_and(|(_, kind, _)| kind == "班");
        let at = usize::try_from(day.weekday().to_monday_zero_offset()).unwrap();
        let usual = self.weekday(if makes_up { 0 } else { at });
        for (first, last, change) in &self.exceptions {
            if *first <= day && day <= *last {
                let times = match change {
                    Change::Rest => Some(vec![]),
                    Change::Open(times) => Some(times.clone()),
                    Change::Usual if !usual.is_empty() => Some(usual),
                    Change::Usual => Some(self.weekday(0)).filter(|it| !it.is_empty()),
                };
                return (times, None, true);
            }
        }
        if self.rule == Rule::SchoolHolidaysOnly {
            if day < date(SCHOOL[0].0) || date(SCHOOL[3].1) < day {
                return (None, None, true);
            }
            if !SCHOOL.iter().any(|(first, last)| date(first) <= day && day <= date(last)) {
                return (Some(vec![]), None, true);
            }
        }
        let known = self.rule == Rule::AsUsual || matches!(day.year(), 2025 | 2026);
        match special {
            Some((_, "休", name)) => (Some(vec![]), Some(name.to_owned()), known),
            _ => (Some(usual), None, known),
        }
    }

    /// Walks through every minute of some days and compares.
    fn compare(&self, first: Date, count: usize) {
        let place = self.place();
        let plan = place.plan();
        // Two days before, for what lasts from there; those after it that are searched; and one more, to be sure.
        let start = first.yesterday().unwrap().yesterday().unwrap();
        let dates: Vec<Date> =
            start.series(jiff::Span::new().days(1)).take(count + HORIZON + 4).collect();
        let days: Vec<_> = dates.iter().map(|day| self.day(*day)).collect();
        let mut minutes: Vec<Option<bool>> = vec![None; dates.len() * DAY];
        for (at, (times, _, known)) in days.iter().enumerate() {
            for minute in times.iter().flatten().cloned().flatten() {
                if let Some(paint) = minutes.get_mut(at * DAY + minute) {
                    paint.get_or_insert(*known);
                }
            }
        }
        // For each minute, the next one that is open and the next one that is not.
        let end = minutes.len();
        let (mut next_open, mut next_shut) = (vec![end; end + 1], vec![end; end + 1]);
        for at in (0..end).rev() {
            let is_open = minutes[at].is_some();
            next_open[at] = if is_open { at } else { next_open[at + 1] };
            next_shut[at] = if is_open { next_shut[at + 1] } else { at };
        }
        let moment = |at: usize| -> DateTime {
            let time = |part: usize| i8::try_from(part).unwrap();
            dates[at / DAY].at(time(at % DAY / 60), time(at % 60), 0, 0)
        };
        for at in 2 * DAY..(2 + count) * DAY {
            let today = at / DAY;
            let expected = if let Some(holidays_known) = minutes[at] {
                let until = next_shut[at];
                if until - at <= 30 {
                    State::ClosingSoon { until: moment(until), holidays_known }
                } else {
                    let until = (until < (today + HORIZON) * DAY).then(|| moment(until));
                    State::Open { until, holidays_known }
                }
            } else {
                let open = next_open[at];
                let next = (open / DAY <= today + HORIZON).then(|| Opening {
                    at: moment(open),
                    holidays_known: minutes[open].expect("it is open"),
                });
                match &days[today] {
                    (None, ..) => State::UnknownTime,
                    (_, Some(name), _) => State::Holiday { name: name.clone(), next },
                    _ => State::Closed { next },
                }
            };
            let now = moment(at);
            assert_eq!(state(&plan, now), expected, "at {now}: {self:?}");
        }
    }
}

/// `9-12` on each of some days, counted from Monday, in hours.
fn week(days: &[usize], hours: &[(usize, usize)]) -> Times {
    let times = days.iter().flat_map(|day| {
        hours.iter().map(move |(open, close)| day * DAY + open * 60..day * DAY + close * 60)
    });
    times.collect()
}

#[test]
fn every_minute_of_two_years_is_as_painted() {
    const ALL: [usize; 7] = [0, 1, 2, 3, 4, 5, 6];
    let exceptions = |list: &[(&str, &str, Change)]| {
        list.iter().map(|(first, last, it)| (date(first), date(last), it.clone())).collect()
    };
    let office = Case {
        week: week(&ALL[..5], &[(8, 12), (14, 17)]),
        exceptions: exceptions(&[
            ("2025-05-01", "2025-05-03", Change::Usual),
            ("2025-07-01", "2025-10-20", Change::Rest),
            ("2026-10-01", "2026-10-02", Change::Open(week(&[0], &[(9, 11)]))),
        ]),
        rule: Rule::RestOnHolidays,
    };
    let night = Case {
        week: week(&ALL, &[(1, 3), (22, 25)]),
        exceptions: exceptions(&[
            ("2026-02-14", "2026-02-14", Change::Rest),
            ("2026-06-20", "2026-06-20", Change::Open(week(&[0], &[(20, 30)]))),
        ]),
        rule: Rule::AsUsual,
    };
    let always =
        Case { week: week(&ALL, &[(0, 24)]), exceptions: vec![], rule: Rule::RestOnHolidays };
    let school = Case {
        week: week(&ALL[1..], &[(9, 17)]),
        exceptions: vec![],
        rule: Rule::SchoolHolidaysOnly,
    };
    let cases = [office, night, always, school];
    // Two years of 73 times ten days.
    let starts: Vec<Date> =
        date("2025-01-01").series(jiff::Span::new().days(10)).take(73).collect();
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for part in starts.chunks(starts.len().div_ceil(workers)) {
            let cases = &cases;
            scope.spawn(move || {
                for (case, first) in
                    cases.iter().flat_map(|it| part.iter().map(move |at| (it, *at)))
                {
                    case.compare(first, 10);
                }
            });
        }
    });
}

/// Hours within a circle of so many minutes: gaps and lengths, of which those that fit are kept.
fn lay(steps: &[(usize, usize)], circle: usize) -> Times {
    let mut times: Times = Vec::new();
    let mut at = 0;
    for (gap, length) in steps {
        let open = at + gap;
        // Only 00:00–24:00 can be written as a whole day.
        let length = if open % DAY == 0 { *length } else { (*length).min(DAY - 1) };
        let first = times.first().map_or(open, |it| it.start);
        if open >= circle || open + length > circle + first {
            break;
        }
        times.push(open..open + length);
        at = open + length;
    }
    times
}

/// Gaps and lengths in one unit, so that some hours touch others and midnight.
fn steps(most: usize) -> impl Strategy<Value = Vec<(usize, usize)>> {
    (select(vec![1_usize, 30, 480]), prop::collection::vec((0..3000_usize, 1..=DAY), 1..=most))
        .prop_map(|(unit, steps)| {
            let round = |minutes: usize| minutes / unit * unit;
            steps
                .into_iter()
                .map(|(gap, length)| (round(gap / 2), round(length).max(unit)))
                .collect()
        })
}

fn change() -> impl Strategy<Value = Change> {
    let open = steps(3).prop_map(|steps| match lay(&steps, DAY) {
        times if times.is_empty() => Change::Rest,
        times => Change::Open(times),
    });
    prop_oneof![Just(Change::Rest), Just(Change::Usual), open]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_minute_of_any_place_is_as_painted(
        week in steps(12).prop_map(|steps| lay(&steps, 7 * DAY)),
        rule in select(Rule::ALL.to_vec()),
        start in 0..850_i64,
        gaps in prop::collection::vec((0..20_i64, 0..6_i64, change()), 0..5),
    ) {
        prop_assume!(!week.is_empty());
        let after = |day: Date, days: i64| day.checked_add(jiff::Span::new().days(days)).unwrap();
        let first = after(date("2024-12-28"), start);
        let mut exceptions = Vec::new();
        let mut next = after(first, -8);
        for (gap, length, change) in gaps {
            let (from, to) = (after(next, gap), after(next, gap + length));
            exceptions.push((from, to, change));
            next = to.tomorrow().unwrap();
        }
        Case { week, exceptions, rule }.compare(first, 3);
    }
}
