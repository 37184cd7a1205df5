// The page 本机数据: what this device keeps of ours, and wiping it.
"use strict";
(function () {
  var PREFIX = "qingmiao:";
  var place = document.querySelector("[data-local-data]");

  // Everything of ours, as [what kind, name, how to remove it]. What the browser refuses to tell is left out.
  async function kept() {
    var found = [];
    async function look(read) {
      try { await read(); } catch (error) { /* refused, or not in this browser */ }
    }
    function storage(kind, area) {
      Object.keys(area).filter(function (key) { return key.startsWith(PREFIX); }).forEach(function (key) {
        found.push([kind, key, function () { area.removeItem(key); }]);
      });
    }
    await look(function () { storage("设置", localStorage); });
    await look(function () { storage("本次打开", sessionStorage); });
    await look(async function () {
      (await caches.keys()).filter(function (key) { return key.startsWith(PREFIX); }).forEach(function (key) {
        found.push(["离线网页", key, function () { return caches.delete(key); }]);
      });
    });
    await look(async function () {
      (await indexedDB.databases()).forEach(function (base) {
        if (!base.name.startsWith(PREFIX)) return;
        found.push(["数据", base.name, function () { indexedDB.deleteDatabase(base.name); }]);
      });
    });
    await look(async function () {
      var ours = new URL(place.dataset.localData, location.href).href;
      (await navigator.serviceWorker.getRegistrations()).forEach(function (worker) {
        if (!worker.scope.startsWith(ours)) return;
        found.push(["离线程序", worker.scope, function () { return worker.unregister(); }]);
      });
    });
    return found;
  }

  async function list() {
    var found = await kept();
    var items = found.map(function (entry) {
      var item = document.createElement("li");
      var name = document.createElement("code");
      name.textContent = entry[1];
      item.append(entry[0] + "：", name);
      return item;
    });
    if (!items.length) {
      var none = document.createElement("li");
      none.textContent = "什么也没有存。";
      items.push(none);
    }
    var shown = place.querySelector("[data-stored]");
    shown.replaceChildren.apply(shown, items);
    place.querySelector("[data-wipe]").disabled = !found.length;
    return found;
  }

  place.querySelector("[data-wipe]").addEventListener("click", async function () {
    var status = place.querySelector("[role=status]");
    var failed = 0;
    for (var entry of await kept()) {
      try { await entry[2](); } catch (error) { failed += 1; }
    }
    // The page looks as it did before anything was kept.
    document.querySelector("[data-set-reset]").click();
    await list();
    status.textContent = failed ? failed + " 样没能清除，请在浏览器的设置里清除网站数据。" : "已全部清除。";
  });
  // `page.js` has kept or dropped the setting by then.
  document.querySelectorAll(".display button").forEach(function (button) { button.addEventListener("click", list); });
  list();
})();
