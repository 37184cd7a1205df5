//! Finding an entry by what somebody types.

use proptest::prelude::*;
use qingmiao::model::fits;

#[test]
fn by_name_pinyin_and_initials() {
    let key = "三元里街道 sanyuanlijiedao syljd 飞鹅新村社区居委会";
    for typed in ["三元里", "sanyuan", "SYL", "飞鹅", "三元 社区", "  ", ""] {
        assert!(fits(key, typed), "{typed}");
    }
    for typed in ["石井", "sanyuanx", "三元 石井"] {
        assert!(!fits(key, typed), "{typed}");
    }
}

proptest! {
    /// What is typed longer never fits more; a part of the key always fits.
    #[test]
    fn more_words_never_find_more(key in "[a-c一二三 ]{0,20}", typed in "[a-c一二三 ]{0,8}", more in "[a-c一二三]{1,3}") {
        if fits(&key, &format!("{typed} {more}")) {
            prop_assert!(fits(&key, &typed));
        }
        let part: String = key.chars().skip(2).take(4).collect();
        prop_assert!(fits(&key, &part));
    }
}
