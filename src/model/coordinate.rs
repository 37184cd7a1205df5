//! Where a place is: the datums of Chinese maps, and links that open a place in one of them.
//!
//! Inside 青苗 every point is WGS-84; another datum is only read from a table and written into a link. GCJ-02 has no
//! published definition. Its formulas here are those of eviltransform (<https://github.com/googollee/eviltransform>,
//! on the Krasovsky ellipsoid), BD-09 on top of them those of <https://gist.github.com/ytjia/f8e1fbfec45a34ddc78f>.
//! Nobody official says how well they meet the true shift; the inverse given here undoes them within 1 cm.

use std::f64::consts::PI;
use std::fmt;

use serde::{Deserialize, Serialize};

/// A place on the earth, in degrees.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Degrees east of Greenwich, west negative.
    pub longitude: f64,
    /// Degrees north of the equator, south negative.
    pub latitude: f64,
}

/// Longitude and latitude to a millionth of a degree, which is a hand's breadth.
impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.6}, {:.6}", self.longitude, self.latitude)
    }
}

/// What the degrees of a point are measured by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Datum {
    /// What satellites give and 青苗 keeps.
    Wgs84,
    /// The national datum (EPSG 4490), of 天地图 too. It equals WGS-84 within centimetres (the ellipsoids differ by
    /// 0.1 mm) and is taken as the same; what the ground has drifted since 2000, less than a metre, is left out.
    Cgcs2000,
    /// WGS-84 shifted by 20 to 720 m, differently from place to place: 高德, 腾讯.
    Gcj02,
    /// GCJ-02 shifted once more, by 750 to 990 m: 百度.
    Bd09,
}

impl Datum {
    /// Every datum.
    pub const ALL: [Self; 4] = [Self::Wgs84, Self::Cgcs2000, Self::Gcj02, Self::Bd09];

    /// The word that editors write.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Wgs84 => "wgs84",
            Self::Cgcs2000 => "cgcs2000",
            Self::Gcj02 => "gcj02",
            Self::Bd09 => "bd09",
        }
    }

    /// The datum that a word names, in small or capital letters.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|datum| datum.label().eq_ignore_ascii_case(word.trim()))
    }
}

/// Whether a point lies in the box around China within which GCJ-02 shifts (that of eviltransform). It is rough: parts
/// of the neighbours lie in it, and 香港, 澳门 and 台湾, where maps may not be shifted.
#[must_use]
pub fn is_in_china(point: Point) -> bool {
    (72.004..=137.8347).contains(&point.longitude) && (0.8293..=55.8271).contains(&point.latitude)
}

/// Whether longitude and latitude seem to stand in each other's place: exchanged, the point lies in China. No point of
/// China looks so, because its longitudes are all larger than its latitudes.
#[must_use]
pub fn looks_swapped(point: Point) -> bool {
    is_in_china(Point { longitude: point.latitude, latitude: point.longitude })
}

/// The WGS-84 point of a point in another datum. Undoes [`from_wgs84`] within 1 cm, by fixed-point iteration: the shift
/// changes so slowly from place to place that each round leaves at most a fortieth of the error.
#[must_use]
pub fn to_wgs84(point: Point, datum: Datum) -> Point {
    const ROUNDS: usize = 10;
    let shift: fn(Point) -> Point = match datum {
        Datum::Wgs84 | Datum::Cgcs2000 => return point,
        Datum::Gcj02 => gcj02_of_wgs84,
        Datum::Bd09 => |point| bd09_of_gcj02(gcj02_of_wgs84(point)),
    };
    let mut guess = point;
    for _ in 0..ROUNDS {
        let shifted = shift(guess);
        guess.longitude += point.longitude - shifted.longitude;
        guess.latitude += point.latitude - shifted.latitude;
    }
    if is_in_china(guess) { guess } else { point }
}

/// The point in another datum of a WGS-84 point. Outside the box around China all datums are the same.
#[must_use]
pub fn from_wgs84(point: Point, datum: Datum) -> Point {
    match datum {
        Datum::Gcj02 if is_in_china(point) => gcj02_of_wgs84(point),
        Datum::Bd09 if is_in_china(point) => bd09_of_gcj02(gcj02_of_wgs84(point)),
        _ => point,
    }
}

/// The shift of GCJ-02, wherever the point lies.
fn gcj02_of_wgs84(point: Point) -> Point {
    // The semi-major axis in metres and the squared eccentricity of Krasovsky 1940.
    const AXIS: f64 = 6_378_245.0;
    const ECCENTRICITY: f64 = 0.006_693_421_622_965_943;
    let (x, y) = (point.longitude - 105.0, point.latitude - 35.0);
    // `amplitude` metres, once in `degrees`.
    let wave = |amplitude: f64, at: f64, degrees: f64| amplitude * (at * 2.0 * PI / degrees).sin();
    let ripple = wave(20.0, x, 1.0 / 3.0) + wave(20.0, x, 1.0);
    let waves_east = ripple
        + wave(20.0, x, 2.0)
        + wave(40.0, x, 6.0)
        + wave(150.0, x, 24.0)
        + wave(300.0, x, 60.0);
    let waves_north = ripple
        + wave(20.0, y, 2.0)
        + wave(40.0, y, 6.0)
        + wave(160.0, y, 24.0)
        + wave(320.0, y, 60.0);
    let slope_east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * x.abs().sqrt();
    let slope_north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * x.abs().sqrt();
    let (metres_east, metres_north) =
        (slope_east + waves_east * 2.0 / 3.0, slope_north + waves_north * 2.0 / 3.0);
    let latitude = point.latitude.to_radians();
    let flat = 1.0 - ECCENTRICITY * latitude.sin().powi(2);
    let radius_east = AXIS / flat.sqrt() * latitude.cos();
    let radius_north = AXIS * (1.0 - ECCENTRICITY) / (flat * flat.sqrt());
    Point {
        longitude: point.longitude + (metres_east / radius_east).to_degrees(),
        latitude: point.latitude + (metres_north / radius_north).to_degrees(),
    }
}

/// The shift of BD-09: degrees taken as a plane, turned and stretched a little, and moved by a hundredth of a degree.
fn bd09_of_gcj02(point: Point) -> Point {
    const TURNS: f64 = PI * 3000.0 / 180.0;
    let (x, y) = (point.longitude, point.latitude);
    let length = x.hypot(y) + 0.000_02 * (y * TURNS).sin();
    let angle = y.atan2(x) + 0.000_003 * (x * TURNS).cos();
    Point { longitude: length * angle.cos() + 0.006_5, latitude: length * angle.sin() + 0.006 }
}

/// The metres between two points along a great circle, on a sphere of the mean radius of the earth (haversine; up to
/// 0.5 % off the ellipsoid).
#[must_use]
pub fn metres_between(one: Point, other: Point) -> f64 {
    const RADIUS: f64 = 6_371_008.8;
    let half = |from: f64, to: f64| ((to - from).to_radians() / 2.0).sin().powi(2);
    let shrink = one.latitude.to_radians().cos() * other.latitude.to_radians().cos();
    let chord = half(one.latitude, other.latitude) + shrink * half(one.longitude, other.longitude);
    2.0 * RADIUS * chord.sqrt().min(1.0).asin()
}

/// Opens a WGS-84 point in 高德地图, under a name. As <https://lbs.amap.com/api/uri-api/guide/mobile-web/point> says:
/// longitude first, `coordinate=gaode` for GCJ-02; `src` is not needed and left out.
#[must_use]
pub fn amap_link(point: Point, name: &str) -> String {
    let Point { longitude, latitude } = from_wgs84(point, Datum::Gcj02);
    let name = encode(name);
    format!(
        "https://uri.amap.com/marker?position={longitude:.6},{latitude:.6}&name={name}&coordinate=gaode"
    )
}

/// Opens a WGS-84 point in 腾讯地图, under a name and an address. As
/// <https://lbs.qq.com/uri_v1/guide-poiMarker.html> says: latitude first, GCJ-02 unless told otherwise, and title,
/// address and `referer`, the name of the application, all required; without an address the name stands for it.
#[must_use]
pub fn tencent_link(point: Point, name: &str, address: &str) -> String {
    let Point { longitude, latitude } = from_wgs84(point, Datum::Gcj02);
    // These three part the attributes of a marker, and a text must not.
    let text = |text: &str| encode(&text.replace(':', "：").replace(';', "；").replace('|', "｜"));
    let (name, address) = (text(name), text(or(address, name)));
    format!(
        "https://apis.map.qq.com/uri/v1/marker?marker=coord:{latitude:.6},{longitude:.6};title:{name};addr:{address}&referer=qingmiao"
    )
}

/// Opens a WGS-84 point in 百度地图, under a name and with a text. As
/// <https://lbsyun.baidu.com/docs/webapi?title=mapadjustment/uri/web> says: latitude first, title, content, `output`
/// and `src`, the name of the application, all required; without a text the name stands for it. Baidu would convert
/// GCJ-02 itself; BD-09 is what it takes the point for even where `coord_type` is not heeded.
#[must_use]
pub fn baidu_link(point: Point, name: &str, content: &str) -> String {
    let Point { longitude, latitude } = from_wgs84(point, Datum::Bd09);
    let (name, content) = (encode(name), encode(or(content, name)));
    format!(
        "https://api.map.baidu.com/marker?location={latitude:.6},{longitude:.6}&title={name}&content={content}&output=html&coord_type=bd09ll&src=webapp.qingmiao.qingmiao"
    )
}

/// Opens a WGS-84 point in Apple's maps, under a name. As Apple's Map Links say
/// (<https://developer.apple.com/library/archive/featuredarticles/iPhoneURLScheme_Reference/MapLinks/MapLinks.html>):
/// latitude first, and `q` names a point that `ll` gives. Apple says nothing of a datum. Its map of mainland China is
/// 高德's and takes points as GCJ-02 (<https://github.com/dpa99c/phonegap-launch-navigator/issues/186>,
/// <https://github.com/StikDebug/StikDebug/pull/462>); in 2015 devices sold abroad still showed another map
/// (<https://github.com/lionheart/openradar-mirror/issues/6425>), on which the point would be off by the shift.
#[must_use]
pub fn apple_link(point: Point, name: &str) -> String {
    let Point { longitude, latitude } = from_wgs84(point, Datum::Gcj02);
    format!("https://maps.apple.com/?ll={latitude:.6},{longitude:.6}&q={}", encode(name))
}

/// A text, or another in place of an empty one.
fn or<'a>(text: &'a str, other: &'a str) -> &'a str {
    if text.trim().is_empty() { other } else { text }
}

/// A text as it may stand in the value of a query: all but the unreserved characters of RFC 3986 percent-encoded.
fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(3 * text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}
