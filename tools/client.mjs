// The wasm of a built portal, for what is measured in it.
import { readdirSync, readFileSync } from "node:fs";
import vm from "node:vm";

const assets = new URL("../dist/assets/", import.meta.url);
const files = readdirSync(assets);
const glue = files.find((name) => /^qingmiao-.*\.js$/.test(name) && !name.endsWith(".wasm.js"));
const wasm = files.find((name) => name.endsWith("_bg.wasm"));
vm.runInThisContext(`${readFileSync(new URL(glue, assets), "utf8")};globalThis.wasm_bindgen = wasm_bindgen`);
globalThis.wasm_bindgen.initSync({ module: readFileSync(new URL(wasm, assets)) });

export const client = globalThis.wasm_bindgen;
