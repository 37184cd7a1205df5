// The map of the directory: `page.js` loads it when the reader opens the map. It shows what the list shows: the entries in sight that have a place.
// Which of them share a marker is told by wasm; Leaflet draws. Nothing is asked of another host unless the reader
// switches the basemap on.
"use strict";
(function () {
  var me = document.currentScript;
  var place = document.querySelector("[data-map]");
  var list = place.closest(".find");
  var frame = place.querySelector("[data-map-here]");
  var note = place.querySelector("[data-map-note]");
  var opener = place.querySelector("[data-map-open]");
  var MOST = 500;
  var map, layer, mine, base;
  var entries = [];
  var clusters = null;
  var drawn = new Map();
  var pressed = false;

  function load(tag) {
    return new Promise(function (done, failed) {
      var url = new URL(document.querySelector("script[data-leaflet]").dataset.leaflet + (tag === "script" ? ".js" : ".css"), me.src).href;
      var element = document.createElement(tag);
      if (tag === "script") element.src = url;
      else { element.rel = "stylesheet"; element.href = url; }
      element.onload = done;
      element.onerror = failed;
      document.head.append(element);
    });
  }

  function open() {
    Promise.all([load("script"), load("link")]).then(start, function () {
      me.dispatchEvent(new Event("error"));
    });
  }

  function start() {
    frame.hidden = false;
    place.querySelector("[data-map-with]").hidden = false;
    opener.hidden = true;
    map = L.map(frame, { attributionControl: false, zoomControl: false, zoomSnap: 1, minZoom: 3, maxZoom: 18 });
    L.control.zoom({ zoomInTitle: "放大", zoomOutTitle: "缩小" }).addTo(map);
    L.control.scale({ imperial: false }).addTo(map);
    frame.setAttribute("role", "region");
    frame.setAttribute("aria-label", "地图：方向键移动，加号减号缩放，Tab 键走到下一个点");
    // Markers can be drawn only where there is a view.
    map.setView([32, 108], 4);
    layer = L.layerGroup().addTo(map);
    map.on("moveend", draw);
    list.addEventListener("qingmiao:list", refresh);
    list.addEventListener("focusin", point);
    list.addEventListener("mouseover", point);
    refresh();
    frame.focus();
  }

  // The entries in sight that have a place.
  function refresh() {
    entries = [].filter.call(list.querySelectorAll("[data-at]"), function (entry) { return entry.checkVisibility(); });
    var degrees = [];
    entries.forEach(function (entry) { degrees.push.apply(degrees, at(entry)); });
    if (clusters) clusters.free();
    clusters = new wasm_bindgen.Clusters(new Float64Array(degrees));
    layer.clearLayers();
    drawn.clear();
    var here = list.dataset.here ? degreesOf(list.dataset.here) : null;
    if (mine) mine.remove();
    mine = here && L.circleMarker([here[1], here[0]], { radius: 9, className: "here" })
      .bindTooltip("我在这里（大概）", { permanent: true, direction: "right" }).addTo(map);
    if (!entries.length) {
      note.textContent = "名单里现在没有知道位置的地方。";
      return;
    }
    var points = entries.map(function (entry) { return at(entry).reverse(); });
    if (here) points.push([here[1], here[0]]);
    map.fitBounds(points, { padding: [40, 40], maxZoom: 14, animate: false });
    draw();
    var others = [].filter.call(list.querySelectorAll("[data-key]:not([data-at])"), function (entry) { return entry.checkVisibility(); }).length;
    note.textContent = "图上有 " + entries.length + " 处" + (others ? "；名单里另有 " + others + " 处不知道位置，只在名单里。" : "，和名单一样。");
  }

  function at(entry) { return degreesOf(entry.dataset.at); }

  // Hundred-thousandths of a degree, longitude first.
  function degreesOf(text) { return text.split(",").map(function (part) { return part / 1e5; }); }

  function name(entry) { return entry.querySelector("a").textContent; }

  // What is in sight, and as much again around it, so that a small move changes nothing.
  function draw() {
    if (!clusters) return;
    var bounds = map.getBounds().pad(0.5);
    var zoom = map.getZoom();
    var found = clusters.query(bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth(), zoom, MOST);
    var wanted = new Map();
    for (var i = 0; i < found.length; i += 4) {
      var count = found[i + 2], first = found[i + 3];
      wanted.set(count === 1 ? "p" + first : zoom + "c" + first + "," + count, [found[i], found[i + 1], count, first]);
    }
    // What stays keeps its marker, and the focus on it.
    drawn.forEach(function (marker, key) {
      if (!wanted.has(key)) { marker.remove(); drawn.delete(key); }
    });
    wanted.forEach(function (one, key) {
      if (!drawn.has(key)) drawn.set(key, mark(one[0], one[1], one[2], one[3]));
    });
    // A cluster that has come apart took the focus with it.
    if (pressed && document.activeElement === document.body) {
      var next = drawn.values().next().value;
      (next ? next.getElement() : frame).focus();
    }
    pressed = false;
  }

  function mark(longitude, latitude, count, first) {
    var entry = entries[first];
    var alone = count === 1;
    var words = alone ? name(entry) : String(count);
    var face = document.createElement("span");
    face.textContent = words;
    var icon = L.divIcon({
      className: alone ? (entry.hasAttribute("data-town") ? "pin about" : "pin") : "pin many",
      html: face, iconSize: null,
    });
    var marker = L.marker([latitude, longitude], { icon: icon, keyboard: true, riseOnHover: true }).addTo(layer);
    marker.entry = alone ? entry : null;
    marker.getElement().setAttribute("role", "button");
    marker.getElement().setAttribute("aria-label", alone ? words : words + " 处挨得近，按一下放大");
    marker.on("click keypress", function (event) {
      if (event.type === "keypress" && event.originalEvent.key !== "Enter") return;
      if (alone) tell(marker, [entry]);
      else if (map.getZoom() < map.getMaxZoom()) {
        pressed = event.type === "keypress";
        map.setView(marker.getLatLng(), Math.min(map.getZoom() + 2, map.getMaxZoom()), { animate: false });
      }
      else tell(marker, near(marker.getLatLng()));
    });
    return marker;
  }

  // Those that no zoom takes apart.
  function near(point) {
    return entries.filter(function (entry) {
      return map.latLngToLayerPoint(at(entry).reverse()).distanceTo(map.latLngToLayerPoint(point)) < 64;
    });
  }

  function tell(marker, told) {
    var box = document.createElement("div");
    told.forEach(function (entry) {
      var line = document.createElement("p");
      var link = document.createElement("a");
      link.href = entry.querySelector("a").href;
      link.textContent = name(entry);
      line.append(link);
      var state = entry.querySelector(".state");
      if (state && state.textContent) line.append(" ", state.cloneNode(true));
      var back = document.createElement("button");
      back.type = "button";
      back.className = "plain";
      back.textContent = "到名单里看";
      back.addEventListener("click", function () { map.closePopup(); entry.querySelector("a").focus(); });
      line.append(" ", back);
      box.append(line);
    });
    marker.unbindPopup().bindPopup(box, { closeButton: false, maxWidth: Math.min(300, frame.clientWidth - 60) }).openPopup();
    box.querySelector("a").focus();
    marker.once("popupclose", function () {
      if (frame.contains(document.activeElement) || document.activeElement === document.body) marker.getElement().focus();
    });
  }

  // The entry of the list that is pointed at stands out on the map.
  function point(event) {
    if (frame.contains(event.target)) return;
    var entry = event.target.closest && event.target.closest("[data-at]");
    drawn.forEach(function (marker) {
      if (marker.getElement()) marker.getElement().classList.toggle("chosen", Boolean(entry) && marker.entry === entry);
    });
  }

  frame.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && map) map.closePopup();
  });

  var tiles = place.querySelector("[data-map-tiles]");
  if (tiles) tiles.addEventListener("click", function () {
    if (base) {
      base.remove();
      base = null;
    } else if (place.dataset.tiles) {
      base = L.tileLayer(place.dataset.tiles, { maxZoom: 18 }).addTo(map);
    } else {
      var edge = place.dataset.bounds.split(",").map(Number);
      base = L.imageOverlay(place.dataset.picture, [[edge[1], edge[0]], [edge[3], edge[2]]]).addTo(map);
    }
    tiles.setAttribute("aria-pressed", String(Boolean(base)));
    tiles.textContent = base ? "收起底图" : "显示底图";
  });

  open();
})();
