// What the map asks of wasm, measured in wasm: the markers of a part of a map with 50,000 points.
import { client } from "./client.mjs";

// A generator that gives the same points everywhere (that of `tests/it/cluster.rs`).
let state = 1;
const next = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return (state >>> 8) / 2 ** 24;
};
const points = new Float64Array(100_000);
for (let at = 0; at < points.length; at += 2) {
  points[at] = 73 + 62 * next();
  points[at + 1] = 18 + 36 * next();
}

const timed = (work) => {
  const times = [];
  for (let round = 0; round < 60; round += 1) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return `${times[30].toFixed(2)} ms median, ${times[57].toFixed(2)} ms 95th percentile`;
};

console.log(`map, 50,000 points: index ${timed(() => new client.Clusters(points).free())}`);
const clusters = new client.Clusters(points);
for (const [name, box, zoom] of [
  ["all of China", [73, 18, 135, 54], 4],
  ["a province", [109, 20, 117, 26], 7],
  ["a city", [112.9, 22.6, 114, 23.9], 10],
]) {
  let markers = 0;
  const times = timed(() => {
    markers = clusters.query(...box, zoom, 500).length / 4;
  });
  console.log(`map, 50,000 points: ${name} at zoom ${zoom}, ${markers} markers: ${times}`);
}
