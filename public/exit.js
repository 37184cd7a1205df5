// 快速离开: leaves the page at once, by click or by pressing Shift three times within 5 seconds.
"use strict";
(function () {
  var link = document.querySelector("a.exit");
  if (!link) return;
  var status = link.parentNode.querySelector("[role=status]");
  var title = document.title;
  var count = 0, alone = false, composing = false, cover = null, timer;

  function leave(event) {
    if (event) event.preventDefault();
    cover = document.createElement("div");
    cover.className = "exit-cover";
    document.body.append(cover);
    document.title = "";
    try { sessionStorage.clear(); } catch (error) { /* refused: nothing is kept there */ }
    var offline = location.protocol === "file:" || navigator.onLine === false;
    location.replace(offline ? new URL(link.dataset.offline, location.href) : link.href);
  }

  function reset(words) {
    clearTimeout(timer);
    count = 0;
    delete link.dataset.count;
    status.textContent = words || "";
  }

  function editing() {
    var active = document.activeElement;
    return active && (active.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(active.tagName));
  }

  link.addEventListener("click", leave);
  addEventListener("compositionstart", function () { composing = true; reset(); }, true);
  addEventListener("compositionend", function () { composing = false; }, true);
  addEventListener("keydown", function (event) {
    if (event.repeat) return;
    // Shift counts only when it is pressed and released by itself.
    alone = event.key === "Shift" && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (!alone && count) reset();
  }, true);
  addEventListener("keyup", function (event) {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    // Input methods switch language with Shift.
    if (composing || event.isComposing || editing()) return reset();
    count += 1;
    if (count > 2) return leave();
    clearTimeout(timer);
    timer = setTimeout(reset, 5000, "快速离开已取消");
    link.dataset.count = count;
    status.textContent = "再按 " + (3 - count) + " 次 Shift 离开";
  }, true);
  addEventListener("pageshow", function () {
    if (cover) { cover.remove(); cover = null; document.title = title; }
    reset();
  });
})();
