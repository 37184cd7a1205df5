// 快速离开: leaves the page at once, by click or by pressing Shift three times.
"use strict";
(() => {
  var link = document.querySelector("a.exit");
  var status = document.querySelector("[data-exit-status]");
  var title = document.title, count = 0, alone = false, composing = false, timer;
  var cover = document.createElement("div");

  function leave(event) {
    if (event) event.preventDefault();
    cover.className = "exit-cover";
    document.body.append(cover);
    document.title = "";
    try { sessionStorage.clear(); localStorage.removeItem("qingmiao:finder"); } catch { /* refused */ }
    var offline = location.protocol === "file:" || navigator.onLine === false;
    location.replace(offline ? new URL(link.dataset.offline, location) : link.href);
  }

  function reset(words) {
    clearTimeout(timer);
    count = 0;
    delete link.dataset.count;
    status.textContent = words || "";
  }

  function typing() {
    var at = document.activeElement;
    return composing || at && (at.isContentEditable || /INPUT|TEXTAREA|SELECT/.test(at.tagName));
  }

  link.onclick = leave;
  addEventListener("compositionstart", () => { composing = true; });
  addEventListener("compositionend", () => { composing = false; });
  addEventListener("keydown", (event) => {
    if (event.repeat) return;
    // A Shift that changes another key does not count.
    alone = event.key === "Shift" && !(event.ctrlKey || event.altKey || event.metaKey || event.isComposing);
    if (!alone) reset();
  });
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    if (typing()) return reset(); // Input methods change language by Shift.
    if (++count > 2) return leave();
    clearTimeout(timer);
    timer = setTimeout(reset, 5000, "快速离开已取消");
    link.dataset.count = count;
    status.textContent = "再按 " + (3 - count) + " 次 Shift 离开";
  });
  addEventListener("pageshow", () => {
    cover.remove();
    document.title = title;
    reset();
  });
})();
