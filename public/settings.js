// Puts the reader's display settings on the page before it is painted. Blocking, so at most 1,000 bytes.
"use strict";
(function () {
  var root = document.documentElement;
  root.classList.add("js");
  try {
    var kept = JSON.parse(localStorage.getItem("qingmiao:display")) || {};
    if (/^(light|dark|contrast)$/.test(kept.theme)) root.dataset.theme = kept.theme;
    if (/^[123]$/.test(kept.size)) root.dataset.size = kept.size;
    if (kept.elder === true) root.dataset.elder = "";
  } catch (error) {
    // Storage is refused or broken: the page keeps the look of the device.
  }
})();
