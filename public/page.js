// The small things of every page: display settings, dates that have passed, and what is fetched once it is wanted.
"use strict";
(function () {
  var PREFIX = "qingmiao:";
  var DISPLAY = PREFIX + "display";
  var root = document.documentElement;

  // Scripts of the page may write HTML only if nothing in it can run.
  if (globalThis.trustedTypes && !trustedTypes.defaultPolicy) {
    trustedTypes.createPolicy("default", {
      createHTML: function (html) {
        if (/<\s*\/?\s*(script|iframe|object|embed)\b|[\s"'\/]on\w+\s*=|javascript\s*:/i.test(html)) {
          throw new TypeError("HTML that could run is refused");
        }
        return html;
      },
      createScriptURL: function (url) {
        var target = new URL(url, document.baseURI);
        if (target.protocol !== location.protocol || target.host !== location.host) {
          throw new TypeError("a script from elsewhere is refused");
        }
        return url;
      },
      createScript: function () {
        throw new TypeError("a script as text is refused");
      },
    });
  }

  // --- display settings: kept only when a button is pressed ---

  function show(settings) {
    function set(name, value) {
      if (value === undefined) delete root.dataset[name];
      else root.dataset[name] = value;
    }
    set("theme", settings.theme === "auto" ? undefined : settings.theme);
    set("elder", settings.elder ? "" : undefined);
    set("size", settings.size || undefined);
    document.querySelectorAll("[data-set-theme], [data-set-size], [data-set-elder]").forEach(function (button) {
      var data = button.dataset;
      var chosen = "setElder" in data ? settings.elder
        : "setSize" in data ? Number(data.setSize) === settings.size
        : data.setTheme === settings.theme;
      button.setAttribute("aria-pressed", String(chosen));
    });
  }

  function plain() { return { theme: "auto", elder: false, size: 0 }; }

  // What the blocking script has put on the page.
  var settings = {
    theme: root.dataset.theme || "auto", elder: "elder" in root.dataset, size: Number(root.dataset.size || 0),
  };

  function press(event) {
    var data = event.currentTarget.dataset;
    if ("setElder" in data) settings.elder = !settings.elder;
    else if ("setSize" in data) settings.size = Number(data.setSize);
    else if ("setTheme" in data) settings.theme = data.setTheme;
    else settings = plain();
    show(settings);
    try {
      var text = JSON.stringify(settings);
      if (text === JSON.stringify(plain())) localStorage.removeItem(DISPLAY);
      else localStorage.setItem(DISPLAY, text);
    } catch (error) {
      // Storage is refused: the setting holds until the page is left.
    }
  }

  document.querySelectorAll(".display button").forEach(function (button) {
    button.addEventListener("click", press);
  });
  show(settings);

  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.addEventListener("click", function () { print(); });
  });

  // --- which village: its person is the first to turn to ---

  document.querySelectorAll("select[data-village]").forEach(function (list) {
    list.addEventListener("change", function () {
      document.querySelectorAll("[data-village-of]").forEach(function (name) {
        name.hidden = name.dataset.villageOf !== list.value;
      });
    });
  });

  // What somebody asked to keep for a day or a week begins with its end, and goes then, whatever page is opened next.
  try {
    ["finder", "cast"].forEach(function (name) {
      if (parseInt(localStorage.getItem(PREFIX + name), 10) < Date.now() / 1000) localStorage.removeItem(PREFIX + name);
    });
  } catch (error) { /* refused: nothing is kept */ }

  document.querySelectorAll("[data-copy-of]").forEach(function (button) {
    button.addEventListener("click", function () {
      var told = function (words) { button.nextElementSibling.textContent = words; };
      // What is on paper: the details open, the buttons gone, as long as the text is read.
      var part = document.querySelector(button.dataset.copyOf);
      var closed = part.querySelectorAll("details:not([open])");
      closed.forEach(function (details) { details.open = true; });
      root.toggleAttribute("data-copying", true);
      var text = part.innerText;
      root.toggleAttribute("data-copying", false);
      closed.forEach(function (details) { details.open = false; });
      if (!navigator.clipboard) return told("这个浏览器不让复制。");
      navigator.clipboard.writeText(text).then(function () { told("已复制"); }, function () { told("这个浏览器不让复制。"); });
    });
  });

  // A page that comes back from the browser's memory has forgotten what was answered on it.
  addEventListener("pageshow", function (event) {
    if (event.persisted && document.querySelector("[data-forget]")) location.reload();
  });

  // --- the map, loaded when it is opened ---

  document.querySelectorAll("[data-map-open]").forEach(function (button) {
    button.addEventListener("click", function () {
      var note = document.querySelector("[data-map-note]");
      var script = document.createElement("script");
      button.disabled = true;
      note.textContent = "正在打开……";
      script.src = document.querySelector("script[data-leaflet]").src;
      script.onerror = function () {
        button.disabled = false;
        note.textContent = "图没有打开。下面的名单里有同样的内容。";
      };
      document.head.append(script);
    });
  });

  // --- searching: its files are fetched when somebody comes to the box ---

  var field = document.querySelector("[data-search] input");
  var files = null;
  var fetching = false;

  // A file as [element, attributes]; `./` is where the portal begins.
  function bring(file) {
    var top = field.closest("[data-search]").dataset.search;
    var element = document.createElement(file[0]);
    Object.keys(file[1]).forEach(function (key) { element.setAttribute(key, file[1][key].replace(/^\.\//, top)); });
    // A page with an island has the client already.
    if (document.querySelector('script[src="' + element.getAttribute("src") + '"]')) return;
    element.async = false;
    element.onerror = function () {
      element.remove();
      fetching = false;
      field.placeholder = "没有连上，再按一次";
    };
    document.head.append(element);
  }

  if (field) {
    // The list of the files calls it.
    globalThis.qingmiaoSearchFiles = function (list) { (files = list).forEach(bring); };
    ["focus", "click"].forEach(function (type) {
      field.addEventListener(type, function () {
        if (fetching) return;
        fetching = true;
        if (files) files.forEach(bring);
        else bring(["script", { src: "./data/search/files.js" }]);
      });
    });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input, textarea, select")) return;
      event.preventDefault();
      field.focus();
    });
  }

  // --- an address for another app ---

  document.querySelectorAll("[data-copy]").forEach(function (button) {
    button.addEventListener("click", function () {
      var told = function (words) { button.nextElementSibling.textContent = words; };
      if (!navigator.clipboard) return told("这个浏览器不让复制，长按上面的字来复制。");
      navigator.clipboard.writeText(button.dataset.copy).then(
        function () { told("已复制"); },
        function () { told("这个浏览器不让复制，长按上面的字来复制。"); });
    });
  });

  // --- what a citation or a word means, on pointing at it or reaching it (WCAG 1.4.13) ---

  var gist = null;
  var owner = null;

  function hide() {
    if (!gist) return;
    gist.remove();
    owner.removeAttribute("aria-describedby");
    gist = owner = null;
  }

  function tell(link) {
    if (owner === link) return;
    hide();
    owner = link;
    gist = document.createElement("span");
    gist.id = "gist";
    gist.className = "gist";
    gist.setAttribute("role", "tooltip");
    gist.textContent = link.dataset.gist;
    document.body.append(gist);
    link.setAttribute("aria-describedby", "gist");
    var box = link.getClientRects()[0] || link.getBoundingClientRect();
    var left = Math.max(8, Math.min(box.left, root.clientWidth - gist.offsetWidth - 8));
    var above = box.bottom + gist.offsetHeight + 8 > innerHeight && box.top > gist.offsetHeight + 8;
    gist.style.setProperty("left", left + scrollX + "px");
    gist.style.setProperty("top", (above ? box.top - gist.offsetHeight - 6 : box.bottom + 6) + scrollY + "px");
  }

  function near(node) { return node && (node === gist || (node.closest && node.closest("[data-gist]") === owner)); }

  ["pointerover", "focusin"].forEach(function (type) {
    document.addEventListener(type, function (event) {
      var link = event.target.closest && event.target.closest("a[data-gist]");
      if (link && event.pointerType !== "touch") tell(link);
      else if (gist && !near(event.target)) hide();
    });
  });
  document.addEventListener("focusout", hide);
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") hide(); });

  // --- checks that have run out by the device's calendar ---

  function two(number) { return String(number).padStart(2, "0"); }
  var now = new Date();
  var today = now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  document.querySelectorAll("[data-due], [data-from]").forEach(function (element) {
    var early = element.dataset.from > today;
    if (!early && !(element.dataset.due < today)) return;
    element.classList.add("overdue");
    var words = document.createElement("strong");
    words.textContent = early ? "尚未施行" : element.dataset.past || "已过核验日期";
    element.append(" ", words);
  });
})();
