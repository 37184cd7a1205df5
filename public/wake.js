// The stage keeps the screen lit while it is seen. The browser lets go whenever the page is hidden; we do when it is left.
"use strict";
(function () {
  if (!document.querySelector("[data-stage]") || !navigator.wakeLock) return;
  var lock = null;
  var light = function () {
    if (document.visibilityState !== "visible" || lock && !lock.released) return;
    navigator.wakeLock.request("screen").then(function (held) { lock = held; }, function () { /* not now */ });
  };
  document.addEventListener("visibilitychange", light);
  addEventListener("pagehide", function () { if (lock) lock.release(); });
  light();
})();
