//! How old a check is, and what a device's clock says in Beijing.

use jiff::civil::DateTime;
use qingmiao::model::hours::{Freshness, Rule, Shift, beijing, freshness, state};

use super::{Place, REAL, date};

#[test]
fn a_check_ages_day_by_day() {
    let of =
        |checked: &str, due: &str, today: &str| freshness(date(checked), date(due), date(today));
    for (today, expected) in [
        ("2026-08-01", Freshness::Fresh),
        ("2026-09-01", Freshness::Fresh),
        ("2026-10-01", Freshness::Fresh),
        ("2026-10-02", Freshness::Ageing),
        ("2026-10-31", Freshness::Ageing),
        ("2026-11-01", Freshness::Overdue),
        ("9999-12-31", Freshness::Overdue),
    ] {
        assert_eq!(of("2026-09-01", "2026-10-01", today), expected, "{today}");
    }
    // Across a leap day: 60 days there, 60 days more.
    assert_eq!(of("2028-01-01", "2028-03-01", "2028-04-30"), Freshness::Ageing);
    assert_eq!(of("2028-01-01", "2028-03-01", "2028-05-01"), Freshness::Overdue);
    // Due on the day of the check, or before it: no grace.
    assert_eq!(of("2026-09-01", "2026-09-01", "2026-09-01"), Freshness::Fresh);
    assert_eq!(of("2026-09-01", "2026-09-01", "2026-09-02"), Freshness::Overdue);
    assert_eq!(of("2026-09-01", "2026-08-01", "2026-08-02"), Freshness::Overdue);
    assert_eq!(of("-009999-01-01", "9999-12-30", "9999-12-31"), Freshness::Ageing);
}

#[test]
fn a_clock_is_read_in_beijing() {
    assert_eq!(beijing(0).to_string(), "1970-01-01T08:00:00");
    assert_eq!(beijing(-8 * 3600 - 1).to_string(), "1969-12-31T23:59:59");
    // 2026-11-21 16:00 UTC is the next day in Beijing; there was no summer time in July either.
    assert_eq!(beijing(1_795_276_800).to_string(), "2026-11-22T00:00:00");
    assert_eq!(beijing(1_783_958_400).to_string(), "2026-07-14T00:00:00");
    assert!(beijing(i64::MIN) < beijing(i64::MAX));
}

/// At the ends of time there is no next day, and no panic.
#[test]
fn time_has_ends() {
    for rule in Rule::ALL {
        let place = Place::new("每天 20:00-02:00", "", rule);
        for now in [DateTime::MIN, DateTime::MAX] {
            let _ = state(&place.plan(), now).words(now.date());
        }
    }
}

/// Whom to call first: offices, who is left when they have closed, and who answers at night.
#[test]
fn a_moment_is_office_time_after_it_or_night() {
    let at = |moment: &str| Shift::at(&REAL, moment.parse().expect("a moment"));
    for (moment, expected) in [
        // A Wednesday.
        ("2026-11-25T05:59", Shift::Night),
        ("2026-11-25T06:00", Shift::After),
        ("2026-11-25T07:59", Shift::After),
        ("2026-11-25T08:00", Shift::Office),
        ("2026-11-25T17:59", Shift::Office),
        ("2026-11-25T18:00", Shift::After),
        ("2026-11-25T21:59", Shift::After),
        ("2026-11-25T22:00", Shift::Night),
        ("2026-11-21T10:00", Shift::After),  // a Saturday
        ("2026-02-14T10:00", Shift::Office), // a Saturday on which offices work
        ("2026-10-01T10:00", Shift::After),  // a Thursday, and a holiday
        ("2031-10-01T10:00", Shift::Office), // not announced yet: the week alone
    ] {
        assert_eq!(at(moment), expected, "{moment}");
    }
    for shift in Shift::ALL {
        assert!(shift.advice().contains("12345"), "there is somebody at any time");
    }
}
