//! Datums against published values and against each other, and the links to the maps, to the letter.

use proptest::prelude::*;
use qingmiao::model::coordinate::{
    Datum, Point, amap_link, apple_link, baidu_link, from_wgs84, is_in_china, looks_swapped,
    metres_between, tencent_link, to_wgs84,
};

const fn point(longitude: f64, latitude: f64) -> Point {
    Point { longitude, latitude }
}

/// WGS-84 and GCJ-02 of Shanghai, Shenzhen and Beijing, from the tests of eviltransform.
const SHIFTED: [(Point, Point); 3] = [
    (point(121.527_210_6, 31.177_427_6), point(121.531_541_859_215, 31.175_303_983_645_97)),
    (point(113.912_316, 22.543_847), point(113.917_176_480_836_3, 22.540_796_131_694_766)),
    (point(116.377_817, 39.911_954), point(116.384_047_224_556_57, 39.913_345_455_360_69)),
];

#[test]
fn the_shift_is_the_published_one() {
    for (wgs84, gcj02) in SHIFTED {
        let shifted = from_wgs84(wgs84, Datum::Gcj02);
        assert!(metres_between(shifted, gcj02) < 1e-6, "{shifted:?} is not {gcj02:?}");
        let back = to_wgs84(gcj02, Datum::Gcj02);
        assert!(metres_between(back, wgs84) < 1e-6, "{back:?} is not {wgs84:?}");
    }
    // Beijing railway station, from the manual of geoChina, to 5 decimals.
    let station = to_wgs84(point(116.427_03, 39.902_45), Datum::Gcj02);
    let baidu = from_wgs84(station, Datum::Bd09);
    assert!(metres_between(baidu, point(116.433_51, 39.908_51)) < 1.0, "{baidu:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// Within 1 cm both ways, in every datum.
    #[test]
    fn inverses_are_exact_to_a_centimetre(longitude in 73.0..135.0, latitude in 3.0..54.0) {
        let place = point(longitude, latitude);
        for datum in Datum::ALL {
            let there_and_back = to_wgs84(from_wgs84(place, datum), datum);
            prop_assert!(metres_between(place, there_and_back) < 0.01, "{datum:?}: {there_and_back:?}");
            let back_and_there = from_wgs84(to_wgs84(place, datum), datum);
            prop_assert!(metres_between(place, back_and_there) < 0.01, "{datum:?}: {back_and_there:?}");
        }
    }

    /// As large as the types say.
    #[test]
    fn shifts_have_the_known_size(longitude in 73.0..135.0, latitude in 18.0..54.0) {
        let place = point(longitude, latitude);
        let gcj02 = metres_between(place, from_wgs84(place, Datum::Gcj02));
        prop_assert!((20.0..720.0).contains(&gcj02), "{gcj02}");
        let bd09 = metres_between(from_wgs84(place, Datum::Gcj02), from_wgs84(place, Datum::Bd09));
        prop_assert!((750.0..990.0).contains(&bd09), "{bd09}");
    }

    #[test]
    fn abroad_nothing_is_shifted(longitude in -180.0..72.0, latitude in -90.0..90.0) {
        let place = point(longitude, latitude);
        prop_assert!(!is_in_china(place));
        for datum in Datum::ALL {
            prop_assert_eq!(from_wgs84(place, datum), place);
        }
        if longitude < 71.9 {
            for datum in Datum::ALL {
                prop_assert_eq!(to_wgs84(place, datum), place);
            }
        }
    }

    #[test]
    fn exchanged_places_are_noticed(longitude in 73.0..135.0, latitude in 3.0..54.0) {
        prop_assert!(!looks_swapped(point(longitude, latitude)));
        prop_assert!(looks_swapped(point(latitude, longitude)));
    }

    /// A distance is the same both ways, and no way round is shorter.
    #[test]
    fn distances_are_distances(at in prop::array::uniform6(-90.0..90.0)) {
        let [a, b, c] = [point(2.0 * at[0], at[1]), point(2.0 * at[2], at[3]), point(2.0 * at[4], at[5])];
        prop_assert!((metres_between(a, b) - metres_between(b, a)).abs() < 1e-6);
        prop_assert!(metres_between(a, c) <= metres_between(a, b) + metres_between(b, c) + 1e-3);
    }

    /// Whatever a name holds, it neither ends the value nor the address, and no space or quote is left.
    #[test]
    fn names_stay_in_their_place(name in any::<String>(), other in any::<String>()) {
        let place = point(113.27, 23.16);
        let plain = |link: &str| link.bytes().all(|byte| {
            byte.is_ascii_alphanumeric() || b"-._~:/?&=,;%".contains(&byte)
        });
        for (link, values) in [
            (amap_link(place, &name), 3),
            (tencent_link(place, &name, &other), 2),
            (baidu_link(place, &name, &other), 6),
            (apple_link(place, &name), 2),
        ] {
            prop_assert!(plain(&link), "{link}");
            prop_assert_eq!(link.matches('=').count(), values);
            prop_assert_eq!(link.matches('&').count(), values - 1);
            prop_assert!(link.matches(';').count() <= 2);
        }
    }
}

/// At 105° E the shift has an edge (the root of |x|); around it and at the rim of the box the inverse still holds.
#[test]
fn inverses_hold_at_the_edges() {
    for longitude in [72.004, 105.0 - 1e-9, 105.0, 105.0 + 1e-9, 105.0 + 1e-4, 137.8347] {
        for latitude in [0.8293, 35.0, 55.8271] {
            let place = point(longitude, latitude);
            for datum in Datum::ALL {
                let back = to_wgs84(from_wgs84(place, datum), datum);
                let off = metres_between(place, back);
                assert!(off < 0.01 || is_rim(place), "{datum:?} {place:?}: {off} m");
            }
        }
    }
}

/// On the very rim a rounding may put the point outside the box, where it is not shifted back.
fn is_rim(place: Point) -> bool {
    [72.004, 137.8347].contains(&place.longitude) || [0.8293, 55.8271].contains(&place.latitude)
}

#[test]
fn words_name_datums() {
    for datum in Datum::ALL {
        assert_eq!(Datum::of_word(datum.label()), Some(datum));
    }
    assert_eq!(Datum::of_word(" WGS84 "), Some(Datum::Wgs84));
    for word in ["", "wgs", "wgs84 gcj02", "百度"] {
        assert_eq!(Datum::of_word(word), None, "{word}");
    }
}

#[test]
fn what_is_no_place_stays_what_it_is() {
    for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN] {
        for place in [point(bad, 23.0), point(113.0, bad), point(bad, bad)] {
            assert!(!is_in_china(place) && !looks_swapped(place));
            for datum in Datum::ALL {
                for shifted in [to_wgs84(place, datum), from_wgs84(place, datum)] {
                    assert_eq!(shifted.longitude.to_bits(), place.longitude.to_bits());
                    assert_eq!(shifted.latitude.to_bits(), place.latitude.to_bits());
                }
            }
        }
    }
}

#[test]
fn distances_are_those_of_a_sphere() {
    let degree = metres_between(point(113.0, 23.0), point(113.0, 24.0));
    assert!((degree - 111_195.08).abs() < 0.01, "{degree}");
    let around = metres_between(point(-90.0, 0.0), point(90.0, 0.0));
    assert!((around - 20_015_114.44).abs() < 0.1, "{around}");
    assert!(metres_between(point(1.5, 2.5), point(1.5, 2.5)) < 1e-9);
    assert!(metres_between(point(180.0, 10.0), point(-180.0, 10.0)) < 1e-6);
}

#[test]
fn links_are_what_the_maps_document() {
    // 白云山, where the shift is 622 m.
    let hill = point(113.3, 23.18);
    let gcj02 = from_wgs84(hill, Datum::Gcj02);
    let bd09 = from_wgs84(hill, Datum::Bd09);
    let at = |first: f64, second: f64| format!("{first:.6},{second:.6}");
    assert_eq!(
        amap_link(hill, "未保站 A&B"),
        format!(
            "https://uri.amap.com/marker?position={}&name=%E6%9C%AA%E4%BF%9D%E7%AB%99%20A%26B&coordinate=gaode",
            at(gcj02.longitude, gcj02.latitude)
        )
    );
    assert_eq!(
        tencent_link(hill, "A;b", "1:2|3"),
        format!(
            "https://apis.map.qq.com/uri/v1/marker?marker=coord:{};title:A%EF%BC%9Bb;addr:1%EF%BC%9A2%EF%BD%9C3&referer=qingmiao",
            at(gcj02.latitude, gcj02.longitude)
        )
    );
    assert_eq!(
        baidu_link(hill, "A+b\n", "c=d"),
        format!(
            "https://api.map.baidu.com/marker?location={}&title=A%2Bb%0A&content=c%3Dd&output=html&coord_type=bd09ll&src=webapp.qingmiao.qingmiao",
            at(bd09.latitude, bd09.longitude)
        )
    );
    assert_eq!(
        apple_link(hill, "A-b_c.d~"),
        format!("https://maps.apple.com/?ll={}&q=A-b_c.d~", at(gcj02.latitude, gcj02.longitude))
    );
    // What both require and nobody knows is not left empty.
    assert!(tencent_link(hill, "A", " ").contains(";title:A;addr:A&"));
    assert!(baidu_link(hill, "A", "").contains("&title=A&content=A&"));
}
