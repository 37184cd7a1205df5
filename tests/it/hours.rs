//! Opening hours: how they are written, what they mean on a given day, and what a reader is told.

mod clock;
mod oracle;
mod parse;

use std::sync::LazyLock;

use jiff::civil::{Date, DateTime};
use qingmiao::model::hours::{
    Calendar, DayKind, Exceptions, Freshness, Plan, Rule, SchoolHolidays, Span, State, Status, Way,
    Weekly, state,
};

/// The arrangements of 2025 and 2026, as in `../shared/facts/calendar.csv`. Written out, for what editors add to
/// `content/calendar.csv` must not change what is expected here.
const CALENDAR: &str = "
2025-01-01 2025-01-01 休 元旦
2025-01-26 2025-01-26 班 春节补班
2025-01-28 2025-02-04 休 春节
2025-02-08 2025-02-08 班 春节补班
2025-04-04 2025-04-06 休 清明节
2025-04-27 2025-04-27 班 劳动节补班
2025-05-01 2025-05-05 休 劳动节
2025-05-31 2025-06-02 休 端午节
2025-09-28 2025-09-28 班 国庆节补班
2025-10-01 2025-10-08 休 国庆节、中秋节
2025-10-11 2025-10-11 班 国庆节补班
2026-01-01 2026-01-03 休 元旦
2026-01-04 2026-01-04 班 元旦补班
2026-02-14 2026-02-14 班 春节补班
2026-02-15 2026-02-23 休 春节
2026-02-28 2026-02-28 班 春节补班
2026-04-04 2026-04-06 休 清明节
2026-05-01 2026-05-05 休 劳动节
2026-05-09 2026-05-09 班 劳动节补班
2026-06-19 2026-06-21 休 端午节
2026-09-20 2026-09-20 班 国庆节补班
2026-09-25 2026-09-27 休 中秋节
2026-10-01 2026-10-07 休 国庆节
2026-10-10 2026-10-10 班 国庆节补班
";

/// Made up.
const SCHOOL: [(&str, &str); 4] = [
    ("2025-01-18", "2025-02-16"),
    ("2025-07-12", "2025-08-31"),
    ("2026-01-31", "2026-03-01"),
    ("2026-07-11", "2026-08-31"),
];

const OFFICE: &str = "周一-周五 08:30-12:00,14:30-17:30";

fn date(text: &str) -> Date {
    text.parse().expect(text)
}

/// Every special day, with 休 or 班 and its name.
static SPECIAL: LazyLock<Vec<(Date, &str, &str)>> = LazyLock::new(|| {
    let mut days = Vec::new();
    for row in CALENDAR.trim().lines() {
        let cells: Vec<&str> = row.split(' ').collect();
        let mut day = date(cells[0]);
        while day <= date(cells[1]) {
            days.push((day, cells[2], cells[3]));
            day = day.tomorrow().unwrap();
        }
    }
    days
});

static REAL: LazyLock<Calendar> = LazyLock::new(|| {
    Calendar::new(SPECIAL.iter().map(|(day, kind, name)| {
        let name = (*name).to_owned();
        (*day, if *kind == "休" { DayKind::Rest(name) } else { DayKind::Work(name) })
    }))
});

static HOLIDAYS: LazyLock<SchoolHolidays> =
    LazyLock::new(|| SchoolHolidays::new(SCHOOL.map(|(first, last)| (date(first), date(last)))));

/// A place, of which every field can be changed before one asks.
#[derive(Clone)]
struct Place {
    status: Status,
    freshness: Freshness,
    ways: Vec<Way>,
    weekly: Option<Weekly>,
    exceptions: Exceptions,
    rule: Rule,
    school: SchoolHolidays,
}

impl Place {
    fn new(weekly: &str, exceptions: &str, rule: Rule) -> Self {
        Self {
            status: Status::Normal,
            freshness: Freshness::Fresh,
            ways: vec![Way::Visit],
            weekly: (!weekly.is_empty()).then(|| Weekly::parse(weekly).expect(weekly)),
            exceptions: Exceptions::parse(exceptions).expect(exceptions),
            rule,
            school: HOLIDAYS.clone(),
        }
    }

    fn plan(&self) -> Plan<'_> {
        Plan {
            status: self.status,
            freshness: self.freshness,
            ways: &self.ways,
            weekly: self.weekly.as_ref(),
            exceptions: &self.exceptions,
            rule: self.rule,
            calendar: &REAL,
            school: &self.school,
        }
    }

    fn words(&self, now: &str) -> String {
        let now: DateTime = now.parse().expect(now);
        state(&self.plan(), now).words(now.date())
    }

    /// Each line is a moment and what a reader is told then.
    fn says(&self, table: &str) {
        for line in table.trim().lines() {
            let (now, expected) = line.trim().split_once(' ').expect(line);
            assert_eq!(self.words(now), expected, "at {now}");
        }
    }
}

#[test]
fn an_office_rests_on_holidays_and_works_on_make_up_days() {
    Place::new(OFFICE, "", Rule::RestOnHolidays).says(
        "
        2026-09-30T08:29 现在不开，今天 08:30 开
        2026-09-30T08:30 开放，12:00 关门
        2026-09-30T11:29:59 开放，12:00 关门
        2026-09-30T11:30 即将关门，12:00 关门
        2026-09-30T11:59:59 即将关门，12:00 关门
        2026-09-30T12:00 现在不开，今天 14:30 开
        2026-09-30T17:30 现在不开，10月8日 周四 08:30 开
        2026-10-01T00:00 节假日休，10月8日 周四 08:30 开
        2026-10-03T10:00 节假日休，10月8日 周四 08:30 开
        2026-10-07T23:59 节假日休，明天 08:30 开
        2026-10-09T17:30 现在不开，明天 08:30 开
        2026-10-10T10:00 开放，12:00 关门
        2026-10-10T17:30 现在不开，10月12日 周一 08:30 开
        2026-09-20T15:00 开放，17:30 关门
        2026-01-03T10:00 节假日休，明天 08:30 开
        2026-01-04T10:00 开放，12:00 关门
        2026-02-14T18:00 现在不开，2月24日 周二 08:30 开
        2026-11-20T18:00 现在不开，11月23日 周一 08:30 开
        2026-11-21T10:00 现在不开，11月23日 周一 08:30 开
        2026-11-22T10:00 现在不开，明天 08:30 开
        2025-01-26T10:00 开放，12:00 关门
        2025-01-27T18:00 现在不开，2月5日 周三 08:30 开
        2025-09-28T17:00 即将关门，17:30 关门
        2025-10-08T09:00 节假日休，明天 08:30 开
        ",
    );
}

#[test]
fn a_year_that_is_not_announced_is_told() {
    Place::new(OFFICE, "2027-03-01 开 09:00-10:00", Rule::RestOnHolidays).says(
        "
        2026-12-31T10:00 开放，12:00 关门
        2026-12-31T18:00 现在不开，明天 08:30 开（节假日安排未公布）
        2027-02-08T10:00 开放，12:00 关门（节假日安排未公布）
        2027-02-08T11:45 即将关门，12:00 关门（节假日安排未公布）
        2027-02-26T20:00 现在不开，3月1日 周一 09:00 开
        ",
    );
    Place::new(OFFICE, "", Rule::AsUsual).says("2026-12-31T18:00 现在不开，明天 08:30 开");
    let announced: Vec<i16> = (2020..2030).filter(|year| REAL.announces(*year)).collect();
    assert_eq!(announced, [2025, 2026]);
    let new_year = [(date("2027-01-01"), DayKind::Rest("元旦".to_owned()))];
    assert!(!Calendar::new(new_year).announces(2027), "one day is no arrangement");
    let plan = Place::new(OFFICE, "2027-03-01 休", Rule::RestOnHolidays);
    let known = |day: &str| plan.plan().day(date(day)).holidays_known;
    assert_eq!(
        ["2026-12-31", "2027-01-01", "2027-03-01"].map(known),
        [true, false, true],
        "an exception is sure"
    );
}

#[test]
fn exceptions_beat_holidays() {
    let exceptions = "2026-05-01..03 开; 2026-10-01..07 休; 2026-10-10 开 09:00-12:00";
    Place::new(OFFICE, exceptions, Rule::RestOnHolidays).says(
        "
        2026-05-01T10:00 开放，12:00 关门
        2026-05-03T10:00 开放，12:00 关门
        2026-05-04T10:00 节假日休，5月6日 周三 08:30 开
        2026-10-03T10:00 现在不开，10月8日 周四 08:30 开
        2026-10-10T08:45 现在不开，今天 09:00 开
        2026-10-10T10:00 开放，12:00 关门
        2026-10-10T15:00 现在不开，10月12日 周一 08:30 开
        ",
    );
    Place::new(OFFICE, "2026-03-02..2026-12-31 休", Rule::RestOnHolidays).says(
        "
        2026-03-01T10:00 现在不开
        2026-11-01T23:59 现在不开
        2026-11-02T00:00 现在不开，1月1日 周五 08:30 开（节假日安排未公布）
        ",
    );
    // A make-up day has Monday's hours, by itself and by an exception.
    for exceptions in ["", "2026-10-10 开"] {
        Place::new("周一 08:00-09:00; 周六 10:00-11:00", exceptions, Rule::RestOnHolidays)
            .says("2026-10-09T20:00 现在不开，明天 08:00 开");
    }
    Place::new("周二 08:00-09:00", "2026-11-21 开", Rule::AsUsual)
        .says("2026-11-21T08:30 时间未知");
}

#[test]
fn the_week_alone_counts_where_the_calendar_does_not() {
    Place::new(OFFICE, "2026-10-10 开", Rule::AsUsual).says(
        "
        2026-10-01T10:00 开放，12:00 关门
        2026-10-03T10:00 现在不开，10月5日 周一 08:30 开
        2026-09-20T10:00 现在不开，明天 08:30 开
        2026-10-10T10:00 开放，12:00 关门
        ",
    );
}

#[test]
fn hours_run_over_midnight() {
    Place::new("周五、周六 20:00-02:00", "", Rule::AsUsual).says(
        "
        2026-11-21T00:00 开放，02:00 关门
        2026-11-21T02:00 现在不开，今天 20:00 开
        2026-11-21T20:00 开放，明天 02:00 关门
        2026-11-22T01:45 即将关门，02:00 关门
        2026-11-22T02:00 现在不开，11月27日 周五 20:00 开
        ",
    );
    Place::new("每天 14:00-24:00", "", Rule::RestOnHolidays).says(
        "
        2026-11-21T20:00 开放，24:00 关门
        2026-11-21T23:30 即将关门，24:00 关门
        2026-11-22T00:00 现在不开，今天 14:00 开
        ",
    );
    // They belong to the day on which they begin.
    Place::new("每天 20:00-02:00", "2026-11-22 休", Rule::RestOnHolidays).says(
        "
        2026-10-01T01:00 开放，02:00 关门
        2026-10-01T02:00 节假日休，10月8日 周四 20:00 开
        2026-11-22T01:00 开放，02:00 关门
        2026-11-22T20:00 现在不开，明天 20:00 开
        ",
    );
    // Those of an exception may lie within those of the day before.
    Place::new("每天 20:00-06:00", "2026-11-22 开 01:00-02:00", Rule::AsUsual).says(
        "
        2026-11-22T00:30 开放，06:00 关门
        2026-11-22T01:45 开放，06:00 关门
        2026-11-22T06:00 现在不开，明天 20:00 开
        ",
    );
}

#[test]
fn hours_without_a_gap_are_one() {
    Place::new("每天 全天", "", Rule::AsUsual).says("2026-11-21T23:59 开放");
    Place::new("每天 08:00-12:00,12:00-18:00", "", Rule::AsUsual).says(
        "
        2026-11-21T11:59 开放，18:00 关门
        2026-11-21T12:00 开放，18:00 关门
        ",
    );
    Place::new("每天 全天", "2026-12-01 开 01:00-02:00", Rule::RestOnHolidays).says(
        "
        2026-09-29T23:59 开放，10月1日 周四 00:00 关门
        2026-09-30T23:00 开放，24:00 关门
        2026-10-07T12:00 节假日休，明天 00:00 开
        2026-11-30T23:45 即将关门，24:00 关门
        ",
    );
}

#[test]
fn some_places_open_in_school_holidays_only() {
    let mut place = Place::new("周一-周六 09:00-17:00", "2026-06-15 开", Rule::SchoolHolidaysOnly);
    place.says(
        "
        2026-07-10T10:00 现在不开，明天 09:00 开
        2026-07-11T10:00 开放，17:00 关门
        2026-08-31T18:00 现在不开
        2026-09-01T10:00 时间未知
        2026-02-14T10:00 开放，17:00 关门
        2026-02-16T10:00 节假日休，2月24日 周二 09:00 开
        2026-06-15T10:00 开放，17:00 关门
        2026-06-16T10:00 现在不开，7月11日 周六 09:00 开
        2025-01-17T10:00 时间未知
        ",
    );
    place.school = SchoolHolidays::default();
    place.says("2026-07-11T10:00 时间未知");
}

#[test]
fn what_comes_first_decides() {
    let mut place = Place::new(OFFICE, "", Rule::RestOnHolidays);
    let now = "2026-11-20T10:00";
    let all = [
        (vec![], "开放，12:00 关门"),
        (vec![Way::Visit, Way::Appointment, Way::Referral], "开放，12:00 关门"),
        (vec![Way::Appointment], "需预约"),
        (vec![Way::Referral, Way::Appointment], "需预约"),
        (vec![Way::Referral], "仅转介"),
    ];
    for (ways, words) in all {
        place.ways = ways;
        assert_eq!(place.words(now), words);
        // Neither the night nor a holiday closes what has no opening hours.
        for night in ["2026-11-20T23:00", "2026-10-01T10:00"] {
            assert_eq!(place.words(night) == words, !words.starts_with("开放"), "{words} {night}");
        }
    }
    place.freshness = Freshness::Ageing;
    assert_eq!(place.words(now), "仅转介");
    place.freshness = Freshness::Overdue;
    assert_eq!(place.words(now), "信息过期");
    for (status, words) in
        [(Status::Suspended, "暂停"), (Status::Planned, "筹建"), (Status::Abolished, "撤销")]
    {
        place.status = status;
        assert_eq!(place.words(now), words);
    }
    let mut place = Place::new("", "2026-11-20 开 09:00-12:00; 2026-11-21 休", Rule::AsUsual);
    assert_eq!(place.words(now), "时间未知");
    assert_eq!(place.words("2026-11-21T10:00"), "时间未知");
    place.ways = vec![Way::Appointment];
    assert_eq!(place.words(now), "需预约");
}

#[test]
fn a_day_tells_the_hours_that_begin_on_it() {
    let place = Place::new("周五 20:00-02:00; 周一 8:00-9:00", "", Rule::RestOnHolidays);
    let plan = place.plan();
    let day = |text: &str| plan.day(date(text));
    assert_eq!(day("2026-11-20").spans, [Span { open: 1200, close: 1560 }]);
    assert!(day("2026-11-21").spans.is_empty() && day("2026-11-21").hours_known);
    assert_eq!(day("2026-10-10").spans, [Span { open: 480, close: 540 }], "班: Monday's");
    assert_eq!(day("2026-10-02").holiday, Some("国庆节"));
    assert!(!Place::new("", "", Rule::AsUsual).plan().day(date("2026-11-20")).hours_known);
    let holiday = state(&plan, "2026-10-02T21:00".parse().unwrap());
    assert!(matches!(holiday, State::Holiday { name, next: Some(_) } if name == "国庆节"));
}
