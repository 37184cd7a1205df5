// Wakes the islands. Whatever goes wrong leaves the page as it is without script, with one sentence that says so.
"use strict";
(function () {
  var root = document.documentElement;
  // A module whose only function returns a reference: what wasm-bindgen's glue needs of the browser.
  var referenceTypes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 111];

  function fail() {
    if (root.dataset.client === "failed") return;
    root.dataset.client = "failed";
    // What an island has hidden was there without script, so it comes back.
    document.querySelectorAll("leptos-children [hidden]").forEach(function (element) { element.hidden = false; });
    document.querySelectorAll("[data-client-note]").forEach(function (note) { note.hidden = false; });
  }

  function source() {
    var kept = globalThis.qingmiaoWasm;
    if (kept) return Uint8Array.from(atob(kept), function (character) { return character.charCodeAt(0); });
    return new URL(document.querySelector("script[data-wasm]").dataset.wasm, location.href);
  }

  async function start() {
    if (!WebAssembly.validate(new Uint8Array(referenceTypes))) throw new Error("an old browser");
    await wasm_bindgen({ module_or_path: await source() });
    wasm_bindgen.hydrate();
    document.querySelectorAll("leptos-island").forEach(function (island) {
      var wake = wasm_bindgen[island.dataset.component];
      if (wake) wake(island);
    });
    root.dataset.client = "ready";
  }

  // A panic traps the one instance that all islands share.
  addEventListener("error", function (event) {
    if (globalThis.WebAssembly && event.error instanceof WebAssembly.RuntimeError) fail();
  });
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", function () { start().catch(fail); });
  } else {
    start().catch(fail);
  }
})();
