//! 底图 in `site.yaml`: refused without 审图号.

use super::front::Fields;
use super::notes::Name;
use super::record::{Key, Record, may, must, short};
use crate::model::cluster::Bounds;
use crate::model::{Basemap, BasemapKind};

pub(super) const KEYS: &[Key] = &[
    must("名称", "name"),
    must("种类", "kind"),
    must("审图号", "approval"),
    may("密钥", "key"),
    may("图片", "picture"),
    may("范围", "bounds"),
];

/// What may be named.
#[derive(Clone, Copy)]
enum Word {
    Tianditu,
    Picture,
}

/// Reads the basemap; nothing where it may not be shown.
pub(super) fn read(fields: &mut Fields<'_, '_>) -> Option<Basemap> {
    let name = fields.words("名称");
    let kind = fields.choice("种类", &[("天地图", Word::Tianditu), ("图片", Word::Picture)], &[]);
    let approval = fields.text("审图号");
    let key = fields.text("密钥");
    let picture = fields.text("图片");
    let bounds = fields.list("范围");
    let approval = approval?;
    // GS（2024）0650号, 粤S（2020）001号: letters, a year, a number.
    let looks_right = approval.value.contains('S')
        && approval.value.ends_with('号')
        && approval.value.bytes().filter(u8::is_ascii_digit).count() >= 5;
    if !looks_right {
        let message = format!("“{}”不像审图号", short(&approval.value));
        let hint = "照地图上印的写，例如 GS（2024）0650号；没有审图号的底图不能公开（地图管理条例第15、22条）";
        fields.notes().error(&approval.range, "map-approval", message, hint);
        return None;
    }
    let kind = match kind? {
        Word::Tianditu => {
            let Some(key) = key else {
                let hint = "在天地图的开发者平台申请浏览器端的密钥，写在“密钥”";
                fields.notes().error(&approval.range, "map-key", "天地图没有写密钥", hint);
                return None;
            };
            if !key.value.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
                let message = format!("密钥“{}”里有不能用的字符", short(&key.value));
                fields.notes().error(&key.range, "map-key", message, "密钥只有字母和数字");
                return None;
            }
            BasemapKind::Tianditu { key: key.value }
        }
        Word::Picture => {
            let Some(picture) = picture else {
                let hint = "把图片放进 images 文件夹，写成 images/map.png";
                fields.notes().error(&approval.range, "map-picture", "底图没有写图片", hint);
                return None;
            };
            fields.notes().mention(picture.range.clone(), Name::Image(picture.value.clone()));
            let degrees: Vec<f64> =
                bounds.iter().filter_map(|spot| spot.value.parse().ok()).collect();
            let [west, south, east, north] = degrees[..] else {
                let hint = "写 [西, 南, 东, 北] 四个数，例如 [113.1, 23.0, 113.5, 23.4]，WGS-84";
                fields.notes().error(
                    &picture.range,
                    "map-bounds",
                    "底图没有写全四边的经纬度",
                    hint,
                );
                return None;
            };
            if west >= east || south >= north {
                let hint = "西小于东，南小于北";
                fields.notes().error(&picture.range, "map-bounds", "底图的四边写反了", hint);
                return None;
            }
            BasemapKind::Picture {
                file: picture.value,
                bounds: Bounds { west, south, east, north },
            }
        }
    };
    Some(Basemap { name, approval: approval.value, kind })
}
