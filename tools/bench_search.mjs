// Searching, measured in wasm on a built portal: `node tools/bench_search.mjs DIST [QUERIES.json DOCS.json]`.
// Of each query: the bytes of a first one (manifest included, wasm not) and of a later one, the time in wasm once the bytes
// are there, and, with documents, whether every page that holds the words was found and every result holds them.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { client } from "./client.mjs";

const [dist, queries, documents] = process.argv.slice(2);
const folder = join(dist, "data/search");
const cache = new Map();
const file = (name) => {
  if (!cache.has(name)) cache.set(name, readFileSync(join(folder, `${name}.bin`)));
  return cache.get(name);
};

// The answer, the bytes that were fetched for it, and the milliseconds of the last question, when all was there.
const ask = (search, typed, wanted = 10) => {
  let bytes = 0;
  for (;;) {
    const start = performance.now();
    const told = JSON.parse(search.ask(typed, -1, wanted));
    const took = performance.now() - start;
    if (!told.fetch) return { told, bytes, took };
    for (const name of told.fetch) {
      bytes += file(name).length;
      search.give(name, file(name));
    }
  }
};

const at = (numbers, share) => [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) * share)];
const row = (name, numbers, unit, scale = 1) =>
  console.log(`${name.padEnd(44)}${(at(numbers, 0.5) / scale).toFixed(1).padStart(8)}${(at(numbers, 0.95) / scale).toFixed(1).padStart(8)}  ${unit}`);

const size = (path) => readdirSync(path, { withFileTypes: true })
  .reduce((sum, it) => sum + (it.isDirectory() ? size(join(path, it.name)) : statSync(join(path, it.name)).size), 0);
console.log(`search index on disk${(size(folder) / 1e6).toFixed(1).padStart(32)}  MB, texts included`);

const own = ["未保站", "孤儿补贴", "爸爸打我怎么办", "12355", "未保法17条", "强制报告", "低保怎么申请", "校园欺凌", "网游充值退款", "白云区"];
const asked = queries ? JSON.parse(readFileSync(queries, "utf8")) : own.map((q) => ({ q, terms: [] }));
const first = [], later = [], times = [], other = [];
let found = 0, expected = 0, wrong = 0, absent = 0, claimed = 0;
const pages = documents ? new Map(JSON.parse(readFileSync(documents, "utf8")).map((it) => [it.url, it])) : new Map();
for (const { q, kind, terms } of asked) {
  const fresh = new client.Search();
  const one = ask(fresh, q);
  first.push(one.bytes);
  times.push(one.took);
  fresh.free();
  // A later query: the manifest is there, nothing else.
  later.push(one.bytes - file("manifest").length);
  if (kind === "absent") {
    absent += 1;
    claimed += one.told.hits.length > 0 && !one.told.partial ? 1 : 0;
  }
  if (!documents) continue;
  const holds = [...pages.values()].filter((it) => terms.every((term) => it.text.includes(term)));
  if (!holds.length || holds.length > 400) continue;
  const all = new client.Search();
  const { told, took } = ask(all, q, 1_000);
  other.push(took);
  all.free();
  const paths = new Set(told.hits.map((it) => it.path));
  expected += holds.length;
  found += holds.filter((it) => paths.has(`bench${it.url.replace(/\/$/, ".html")}`)).length;
  wrong += told.partial ? told.hits.length : 0;
}
console.log(`${"search, " + asked.length + " queries".padEnd(36)}${"median".padStart(8)}${"95 %".padStart(8)}`);
row("a first query, manifest included", first, "kB", 1000);
row("a later query, ten passages included", later, "kB", 1000);
row("in wasm, once the bytes are there", times, "ms");
if (documents) {
  row("in wasm, with up to 1,000 results", other, "ms");
  console.log(`recall of literal queries ${(found / expected).toFixed(4)} (${found} of ${expected}), partial results beside them: ${wrong}; of ${absent} words that stand nowhere ${claimed} are "found"`);
}
