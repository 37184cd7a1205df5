//! The page of a policy: its conditions as a table that a lawyer can check, and what to do where it is refused.

use qingmiao::model::{Links, Route};
use qingmiao::pages;
use scraper::{Html, Selector};

use crate::sample;

fn page(id: &str) -> Html {
    let route = Route::Policy(id.to_owned());
    let links = Links::from(&route.path());
    let page = pages::document(&sample::portal(), &route, &links).expect("a page");
    Html::parse_fragment(&page.body)
}

fn texts(page: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("a selector");
    let words = |element: scraper::ElementRef<'_>| element.text().collect::<String>();
    page.select(&selector).map(words).collect()
}

#[test]
fn conditions_are_a_table_with_places_by_name_and_a_basis() {
    let page = page("aid");
    let cells = texts(&page, "section[aria-labelledby=part-conditions] td");
    assert_eq!(cells.len(), 15);
    assert_eq!(&cells[..4], ["年龄", "小于 18", "年龄符合。", "年龄<不>符合。"]);
    assert_eq!(&cells[5..7], ["户籍地", "属于 广东省广州市白云区"]);
    assert!(cells[4].contains("《未成年人保护法》第十一条"), "{}", cells[4]);
    // The source bears the mark in each row; the second row itself does too.
    let marks = |cell: &str| cell.matches("待核验").count();
    assert_eq!((marks(&cells[4]), marks(&cells[9])), (1, 2));
}

#[test]
fn a_refusal_is_never_the_end() {
    let refused = "section[aria-labelledby=part-refused] p";
    let told = texts(&page("aid"), refused);
    assert_eq!(told, ["仍可申请，并可要求书面理由。", "再问一次。"]);
    assert!(texts(&page("door"), refused).is_empty());
}

#[test]
fn a_local_form_leads_to_the_national_one_and_a_benefit_to_what_it_excludes() {
    let links = |id: &str| texts(&page(id), ".facts a[href$='.html']").join(" ");
    assert!(links("door").contains("一份补贴"), "{}", links("door"));
    assert!(links("aid").contains("一扇门"), "{}", links("aid"));
}
