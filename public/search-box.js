// The search box, once somebody has come to it. It fetches what wasm asks for and shows what wasm has found, in the combobox
// pattern. What is typed stays in the memory of the page.
"use strict";
(function () {
  var box = document.querySelector("[data-search]");
  var input = box.querySelector("input");
  var root = box.dataset.search;
  var panel = element("div", "lookup-panel"), status = element("p", "lookup-status"), filters = element("div", "lookup-kinds");
  var list = element("div", "lookup-list"), note = element("p", "lookup-note", "有一部分没有读到，结果可能不全。");
  var none = element("p", "lookup-none");
  var search = null, kind = -1, wanted = 10, asked = 0, active = -1, composing = false, timer;
  var coming = new Map();

  // --- the parts of the box ---

  function element(name, className, words) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (words) made.textContent = words;
    return made;
  }

  function link(words, path) {
    var made = element("a", "", words);
    made.href = path;
    return made;
  }

  function build() {
    panel.hidden = true;
    list.id = "lookup-list";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "搜索结果");
    status.setAttribute("role", "status");
    filters.setAttribute("role", "group");
    filters.setAttribute("aria-label", "只看一类");
    var again = element("button", "", "再试一次");
    again.type = "button";
    again.addEventListener("click", function () { search = null; input.focus(); look(); });
    note.append(again);
    none.append("换个说法再试，只写两三个字。也可以", link("打 12345 问", "tel:12345"), "；有危险，先", link("打 110", "tel:110"), "。",
      link("看看能从哪里求助", root + "help/index.html"), "，或者", link("从目录里找", root + "search.html"), "。");
    panel.append(status, note, filters, list, none);
    box.append(panel);
    ["combobox", "false", "list", list.id].forEach(function (value, index) {
      input.setAttribute(["role", "aria-expanded", "aria-autocomplete", "aria-controls"][index], value);
    });
  }

  // --- the client, which may still be on its way ---

  function client() {
    return new Promise(function (done, failed) {
      var tries = 0;
      (function look() {
        var state = document.documentElement.dataset.client;
        if (state === "ready") done(search = search || new wasm_bindgen.Search());
        else if (state === "failed" || ++tries > 600) failed(new Error("no client"));
        else setTimeout(look, 50);
      })();
    });
  }

  // --- files of the index: fetched from a host, as scripts from disk ---

  function script(source) {
    return new Promise(function (done, failed) {
      var element = document.createElement("script");
      element.src = source;
      element.onload = done;
      element.onerror = failed;
      document.head.append(element);
    });
  }

  globalThis.qingmiaoSearch = function (name, text) {
    search.give(name, Uint8Array.from(atob(text), function (character) { return character.charCodeAt(0); }));
  };

  function bring(name) {
    if (coming.has(name)) return coming.get(name);
    var address = root + "data/search/" + name;
    var brought = location.protocol === "file:"
      ? script(address + ".js")
      : fetch(address + ".bin").then(function (answer) {
        if (!answer.ok) throw new Error(answer.status);
        return answer.arrayBuffer();
      }).then(function (bytes) { search.give(name, new Uint8Array(bytes)); });
    brought = brought.catch(function () { search.give(name, new Uint8Array()); }).then(function () { coming.delete(name); });
    coming.set(name, brought);
    return brought;
  }

  function ask(number) {
    if (number !== asked) return undefined;
    var told = JSON.parse(search.ask(input.value, kind, wanted));
    return told.fetch ? Promise.all(told.fetch.map(bring)).then(function () { return ask(number); }) : told;
  }

  function look() {
    var number = ++asked;
    if (!input.value.trim()) return close();
    client().then(function () { return ask(number); }).then(function (told) {
      if (told && number === asked) show(told);
    }).catch(function () {
      if (number === asked) show({ hits: [], suggestions: [], meant: [], counts: [], broken: true });
    });
  }

  // --- what is shown ---

  // Words in turn not marked and marked.
  function marked(name, className, runs) {
    var made = element(name, className);
    runs.forEach(function (words, index) { made.append(index % 2 ? element("mark", "", words) : words); });
    return made;
  }

  // A button that shows one kind only, or all again.
  function filter(words, index) {
    var button = element("button", "", words + " ");
    button.type = "button";
    button.append(element("span"));
    button.addEventListener("click", function () {
      kind = kind === index ? -1 : index;
      wanted = 10;
      look();
    });
    filters.append(button);
    return button;
  }

  function option(made) {
    made.setAttribute("role", "option");
    made.setAttribute("aria-selected", "false");
    made.id = "lookup-" + list.children.length;
    made.tabIndex = -1;
    list.append(made);
    return made;
  }

  function hit(it, first) {
    // Red is for help.
    var link = option(element("a", !first ? "" : it.kind === "求助" ? "lookup-first" : "lookup-calm"));
    link.href = root + it.path.split("/").map(encodeURIComponent).join("/") + (it.anchor ? "#" + encodeURIComponent(it.anchor) : "");
    var head = element("span", "lookup-title");
    head.append(element("span", "lookup-kind", first ? "先看这一页" : it.kind), marked("b", "", it.title));
    link.append(head);
    if (it.call) link.append(element("span", "lookup-call", "电话 " + it.call));
    var passage = marked("span", "lookup-passage", it.passage);
    if (it.heading.length) passage.prepend(marked("span", "lookup-heading", it.heading), " ");
    link.append(passage);
  }

  function line(it) {
    var link = option(element("a", "lookup-first"));
    link.href = "tel:" + it.number.replace(/[^0-9+]/g, "");
    var head = element("span", "lookup-title");
    head.append(element("span", "lookup-kind", "拨打"), element("b", "", it.number + " " + it.name));
    link.append(head, element("span", "lookup-passage", [it.purpose, it.hours].filter(Boolean).join("。")));
  }

  function suggestion(words) {
    var made = option(element("button", "lookup-likely", "你是不是要找：" + words));
    made.type = "button";
    made.addEventListener("click", function () {
      input.value = words;
      input.focus();
      reset();
      look();
    });
  }

  function told(it) {
    var count = it.counts.reduce(function (sum, of) { return sum + of.count; }, 0);
    if (it.broken) return "这台设备上搜不了。可以从目录里找。";
    if (it.refused) return it.refused;
    if (it.lost && !it.hits.length) return "这次没有读到搜索要用的文件。";
    if (!it.hits.length && !it.first && !it.line) return "没有找到写着这几个字的网页。";
    var words = it.partial ? "没有一页把这些字都写着。下面这些写着其中一部分："
      : !it.hits.length ? "先看这里：" : (it.exact ? "找到 " : "约 ") + count + " 页。";
    if (it.meant.length) words += "也找了：" + it.meant.join("、") + "。";
    if (it.missing) words += "本站没有单独讲" + it.missing + "。";
    return words;
  }

  function show(it) {
    list.textContent = "";
    active = -1;
    input.removeAttribute("aria-activedescendant");
    if (it.first) hit(it.first, true);
    if (it.line) line(it.line);
    it.suggestions.forEach(suggestion);
    it.hits.forEach(function (one) { hit(one, false); });
    if (it.more) {
      var more = option(element("button", "lookup-likely", "再看十条"));
      more.type = "button";
      more.addEventListener("click", function () { wanted += 10; look(); });
    }
    it.counts.forEach(function (of, index) {
      var button = filters.children[index] || filter(of.kind, index);
      button.hidden = index !== kind && !of.count;
      button.setAttribute("aria-pressed", String(index === kind));
      button.lastChild.textContent = of.count;
    });
    filters.hidden = it.partial || !it.counts.some(function (of) { return of.count; });
    list.hidden = !list.children.length;
    none.hidden = Boolean(it.hits.length) && !it.partial && !it.broken;
    note.hidden = !it.lost;
    if (panel.hidden) {
      panel.hidden = false;
      if (panel.getBoundingClientRect().bottom > innerHeight) box.scrollIntoView();
    }
    input.setAttribute("aria-expanded", String(!list.hidden));
    status.textContent = told(it);
  }

  function close() {
    asked++;
    panel.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    status.textContent = "";
  }

  function reset() {
    kind = -1;
    wanted = 10;
  }

  function move(to) {
    var options = Array.from(list.children);
    if (panel.hidden || !options.length) return;
    if (active >= 0 && options[active]) options[active].setAttribute("aria-selected", "false");
    // Before the first and after the last is the box itself.
    active = to < -1 ? options.length - 1 : to >= options.length ? -1 : to;
    if (active < 0) return input.removeAttribute("aria-activedescendant");
    options[active].setAttribute("aria-selected", "true");
    options[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[active].id);
  }

  // --- what the reader does ---

  function typed() {
    clearTimeout(timer);
    if (composing) return;
    reset();
    timer = setTimeout(look, 150);
  }

  input.addEventListener("input", typed);
  input.addEventListener("compositionstart", function () { composing = true; });
  input.addEventListener("compositionend", function () { composing = false; typed(); });
  input.addEventListener("keydown", function (event) {
    if (composing || event.isComposing) return;
    if (event.key === "ArrowDown") move(active + 1);
    else if (event.key === "ArrowUp") move(active - 1);
    else if (event.key === "Enter" && active >= 0) list.children[active].click();
    else if (event.key === "Enter") { clearTimeout(timer); look(); }
    else if (event.key === "Escape" && !panel.hidden) close();
    else if (event.key === "Escape") input.value = "";
    else return;
    event.preventDefault();
  });
  box.addEventListener("focusout", function (event) {
    if (event.relatedTarget && !box.contains(event.relatedTarget)) close();
  });
  document.addEventListener("pointerdown", function (event) {
    if (!box.contains(event.target)) close();
  });
  // Whoever comes back to the page finds an empty box.
  addEventListener("pagehide", function () { input.value = ""; close(); list.textContent = ""; });

  build();
  client().then(function () { return bring("manifest"); }).catch(function () { /* told when something is asked */ });
  // What was typed while this came.
  typed();
})();
