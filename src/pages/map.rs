//! Where the map of the directory is opened, on demand: the words beside it, and what a basemap would be told.

use leptos::prelude::*;

use super::render::Context;
use super::source;
use crate::model::{Basemap, BasemapKind};

/// The place of the map, for those who have script. The list says the same.
pub(super) fn place(ctx: &Context<'_>) -> Option<AnyView> {
    let portal = ctx.portal;
    let known = portal.towns().iter().any(|town| town.point.is_some())
        || portal.stations.iter().any(|station| station.point.is_some());
    if !known {
        return None;
    }
    let basemap = portal.settings.basemap.as_ref();
    let tiles = basemap.and_then(Basemap::tiles);
    let picture = basemap.and_then(|basemap| match &basemap.kind {
        BasemapKind::Picture { file, bounds } => Some((
            ctx.links.file(file),
            format!("{},{},{},{}", bounds.west, bounds.south, bounds.east, bounds.north),
        )),
        BasemapKind::Tianditu { .. } => None,
    });
    let (picture, bounds) = picture.unzip();
    let view = view! {
        <section class="map awake" data-map="" aria-labelledby="part-map" data-tiles=tiles data-picture=picture data-bounds=bounds>
            <h2 id="part-map" class="unseen">"地图"</h2>
            <p>
                <button type="button" data-map-open="">"在图上看"</button>
                <span class="soft">" 名单里知道位置的，都在图上。空心的点是镇街的大致位置，不是哪一扇门。"</span>
            </p>
            <div class="map-frame" data-map-here="" hidden></div>
            <div data-map-with="" hidden>{basemap.map(offer)}</div>
            <p class="soft" data-map-note="" role="status"></p>
        </section>
    };
    Some(view.into_any())
}

/// The basemap is off until the reader switches it on, and knows who will be told what.
fn offer(basemap: &Basemap) -> AnyView {
    let told = match basemap.kind {
        BasemapKind::Tianditu { .. } => {
            "打开以后，浏览器会向天地图（国家地理信息公共服务平台）要图，它会知道你的网络地址和你看的是哪一块地方。"
        }
        BasemapKind::Picture { .. } => "底图是本站自己的一张图，不会告诉别人你在看哪里。",
    };
    view! {
        <p><button type="button" data-map-tiles="" aria-pressed="false">"显示底图"</button></p>
        <p class="soft">{told} " 底图：" {basemap.name.clone()} "，审图号 " {basemap.approval.clone()} "。"</p>
    }
    .into_any()
}

/// Whose points the towns have.
pub(super) fn sources(ctx: &Context<'_>) -> Option<AnyView> {
    let portal = ctx.portal;
    let id = portal.settings.point_source.as_ref()?;
    let source = portal.sources.get(id)?;
    Some(
        view! { <p class="soft">"镇街的大致位置：" {source::brief(ctx, source)} "。只是一个点，不是边界，也不是站点的门口。"</p> }
            .into_any(),
    )
}
