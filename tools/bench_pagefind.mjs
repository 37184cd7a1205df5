// The queries of the corpus in Pagefind, for comparison: `node tools/bench_pagefind.mjs DIST QUERIES.json`. Its script runs
// here with a fetch that reads from the folder and counts.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [dist, queries] = process.argv.slice(2);
let bytes = 0;
globalThis.fetch = async (address) => {
  const path = new URL(String(address), "http://host/pagefind/").pathname;
  const body = readFileSync(join(dist, path));
  bytes += body.length;
  return new Response(body);
};
globalThis.document = { querySelector: () => ({ getAttribute: () => "zh-cn" }), currentScript: null };
globalThis.window = globalThis;
globalThis.location = new URL("http://host/");
const { createInstance } = await import(pathToFileURL(resolve(dist, "pagefind/pagefind.js")));

const at = (numbers, share) => [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) * share)];
const sizes = [], times = [];
let absent = 0, found = 0;
for (const { q, kind } of JSON.parse(readFileSync(queries, "utf8"))) {
  bytes = 0;
  const start = performance.now();
  const pagefind = await createInstance({ basePath: "http://host/pagefind/", language: "zh-cn" });
  const { results } = await pagefind.search(q);
  for (const result of results.slice(0, 10)) await result.data();
  times.push(performance.now() - start);
  sizes.push(bytes);
  if (kind === "absent") {
    absent += 1;
    found += results.length > 0 ? 1 : 0;
  }
}
console.log(`Pagefind, a first query with ten passages: ${(at(sizes, 0.5) / 1e3).toFixed(1)} kB median, ${(at(sizes, 0.95) / 1e3).toFixed(1)} kB 95 %, ` +
  `${at(times, 0.5).toFixed(0)} ms median, ${at(times, 0.95).toFixed(0)} ms 95 %; of ${absent} words that stand nowhere ${found} are "found"`);
