// Waits for news of the preview: reloads after a good build, shows what is wrong after a bad one.
"use strict";
(async () => {
  let version = 0;
  const first = await news(0);
  version = first.version;
  show(first);
  for (;;) {
    try {
      const next = await news(version);
      if (next.version <= version) continue;
      version = next.version;
      const broken = next.failure || next.diagnostics.some((it) => it.severity === "error");
      if (broken) show(next);
      else location.reload();
    } catch {
      // The server is gone for now: it may be started again.
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }

  async function news(after) {
    return (await fetch(`/-preview/news.json?${after}`)).json();
  }

  function show({ failure, diagnostics }) {
    document.getElementById("-preview")?.remove();
    if (!failure && !diagnostics.length) return;
    const box = document.createElement("details");
    box.id = "-preview";
    box.open = Boolean(failure) || diagnostics.some((it) => it.severity === "error");
    const summary = document.createElement("summary");
    const errors = diagnostics.filter((it) => it.severity === "error").length;
    summary.textContent = `内容检查：${errors} 个错误，${diagnostics.length - errors} 个提醒`;
    const list = document.createElement("ol");
    if (failure) add(list, "error", failure, "");
    for (const it of diagnostics) {
      add(list, it.severity, `${it.file}:${it.line}:${it.column} ${it.message}`, it.hint);
    }
    box.append(summary, list);
    document.body.append(box);
  }

  function add(list, severity, text, hint) {
    const item = document.createElement("li");
    item.className = severity;
    const line = document.createElement("strong");
    line.textContent = text;
    const help = document.createElement("span");
    help.textContent = hint;
    item.append(line, document.createElement("br"), help);
    list.append(item);
  }
})();
