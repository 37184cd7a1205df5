// 快速离开: leaves the page at once, by click or by pressing Shift three times.
"use strict";
(function () {
  var link = document.querySelector("a.exit");
  if (!link) return;
  var status = link.parentNode.querySelector("[role=status]");
  var title = document.title;
  var count = 0, alone = false, composing = false, cover, timer;

  function leave(event) {
    if (event) event.preventDefault();
    cover = document.createElement("div");
    cover.className = "exit-cover";
    document.body.append(cover);
    document.title = "";
    try { sessionStorage.clear(); } catch (error) { /* refused, so empty */ }
    var offline = location.protocol === "file:" || navigator.onLine === false;
    location.replace(offline ? new URL(link.dataset.offline, location) : link.href);
  }

  function reset(words) {
    clearTimeout(timer);
    count = 0;
    delete link.dataset.count;
    status.textContent = words || "";
  }

  // Input methods change language by Shift.
  function typing() {
    var at = document.activeElement;
    return composing || at && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName));
  }

  link.onclick = leave;
  addEventListener("compositionstart", function () { composing = true; });
  addEventListener("compositionend", function () { composing = false; });
  addEventListener("keydown", function (event) {
    if (event.repeat) return;
    // A Shift that changes another key does not count.
    alone = event.key === "Shift" && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (!alone) reset();
  });
  addEventListener("keyup", function (event) {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    if (event.isComposing || typing()) return reset();
    if (++count > 2) return leave();
    clearTimeout(timer);
    timer = setTimeout(reset, 5000, "快速离开已取消");
    link.dataset.count = count;
    status.textContent = "再按 " + (3 - count) + " 次 Shift 离开";
  });
  addEventListener("pageshow", function () {
    if (cover) cover.remove();
    document.title = title;
    reset();
  });
})();
