// What the finder asks of wasm after an answer: 1,000 policies over 60 facts, of which 59 are unknown, and the next question.
import { createRequire } from "node:module";

const { setup, run } = createRequire(import.meta.url)("../../target/bench_policy/bench_policy.js");

for (const [constraints, name] of [[0, "every world possible"], [12, "12 constraints"]]) {
  for (const seed of [12345, 777, 99]) {
    setup(seed, 1000, constraints);
    let open = 0;
    const times = [];
    for (let round = 0; round < 40; round += 1) {
      const start = performance.now();
      open = run();
      times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    const spread = `${times[0].toFixed(2)} ms fastest, ${times[20].toFixed(2)} ms median, ${times[38].toFixed(2)} ms 95th percentile`;
    console.log(`policies, 1,000 over 60 facts, ${name}: ${open} open after one answer: ${spread}`);
  }
}
