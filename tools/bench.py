#!/usr/bin/env python3
"""Measures what wasm is asked at size, the generator (pages per second, peak memory, the bytes of each type of page), and
searching, beside Pagefind.

    make bench                                   10,000 pages of the corpus beside our own content
    PAGES=1000 RUNS=5 make bench                 another size, more runs
    CORPUS=path/to/gen_corpus.py make bench      where the corpus generator is
    PAGEFIND=no make bench                       without Pagefind, which takes minutes and gigabytes at 10,000 pages

The corpus is not part of the project; without its generator only our own content is measured.
"""
import collections
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
GENERATOR = ROOT / "target/release/qingmiao"
CORPUS = pathlib.Path(os.environ.get("CORPUS", ROOT / "../shared/bench/gen_corpus.py"))
CACHE = pathlib.Path(os.environ.get("QINGMIAO_CACHE", os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache") / pathlib.Path("qingmiao")))
PAGES = int(os.environ.get("PAGES", "10000"))
PAGEFIND = "1.6.0"
RUNS = int(os.environ.get("RUNS", "3"))
BROTLI = "const z=require('zlib'),f=require('fs');for(const p of f.readFileSync(0,'utf8').split('\\n'))if(p)console.log(z.brotliCompressSync(f.readFileSync(p)).length)"


def corpus_pages():
    """The corpus's folder of PAGES pages, made once for this machine."""
    folder = CACHE / "corpus" / str(PAGES)
    if not folder.is_dir():
        print(f"making the corpus of {PAGES} pages (once for this machine)")
        subprocess.run([sys.executable, CORPUS, "--out", folder.parent, "--sizes", str(PAGES)], check=True, stdout=subprocess.DEVNULL)
    return folder


def adapt(text):
    """A page of the corpus in our format: our front matter, links by id, no count so small that a child could be known by it."""
    title = re.search(r"^title: (.*)$", text, re.M)[1]
    body = text.split("---\n", 2)[2]
    body = re.sub(r"\]\(/(\w+/p\d+)/\)", r"](page:bench/\1)", body)
    body = re.sub(r"(?<![十百])([一二三四五六七八九])名(?=[，、])", r"\1个", body)
    return f"---\n标题: {title}\n摘要: {title}\n---\n{body}"


def timed(command):
    """Seconds and peak resident memory (MB) of a whole process, and the seconds that it says it spent on the search index."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(errors.decode()[-2000:])
    index = re.search(r"search index in ([0-9.]+) s", errors.decode(errors="replace"))
    return time.perf_counter() - start, usage.ru_maxrss / 1024, float(index[1]) if index else 0.0


def measure(name, content, out, pages):
    runs = [timed([GENERATOR, "build", "--content", content, "--client", ROOT / "dist/assets", "--out", out]) for _ in range(RUNS)]
    seconds = statistics.median(run[0] for run in runs)
    memory = max(run[1] for run in runs)
    spread = f"{min(run[0] for run in runs):.2f}–{max(run[0] for run in runs):.2f}"
    index = statistics.median(run[2] for run in runs)
    print(f"{name}: search index in {index:.1f} s, which is part of the following")
    print(f"{name}: {pages} pages in {seconds:.2f} s (median of {RUNS}, {spread}), {pages / seconds:,.0f} pages/s, peak {memory:.0f} MB")


def searching(out, *of_corpus):
    """Bytes and times of queries, in the wasm that the pages use."""
    print(flush=True)
    subprocess.run(["node", ROOT / "tools/bench_search.mjs", out, *of_corpus], check=True)


def pagefind(out):
    """The same pages in Pagefind, from npm, kept in the cache: time, memory, disk; then the bytes of its queries."""
    if os.environ.get("PAGEFIND") == "no":
        return
    folder = CACHE / f"pagefind-{PAGEFIND}"
    if not folder.is_dir():
        subprocess.run(["npm", "install", "--silent", "--prefix", folder, f"pagefind@{PAGEFIND}"], check=True)
    program = next(folder.glob("node_modules/@pagefind/*/bin/pagefind_extended"), None) or folder / "node_modules/.bin/pagefind"
    seconds, memory, _ = timed([program, "--site", out, "--root-selector", "main", "--silent"])
    size = sum(file.stat().st_size for file in (out / "pagefind").rglob("*") if file.is_file())
    print(f"Pagefind {PAGEFIND}: index in {seconds:.1f} s, peak {memory:.0f} MB, {size / 1e6:.1f} MB on disk", flush=True)
    subprocess.run(["node", ROOT / "tools/bench_pagefind.mjs", out, CACHE / "corpus/queries.json"], check=True)


def page_type(path):
    parts = path.parts
    if parts[0] == "bench":
        return "corpus page"
    return path.name if len(parts) == 1 else f"{parts[0]}/*"


def bytes_of_pages(out):
    """A table: bytes of the HTML alone, as written and with brotli."""
    pages = sorted(path for path in out.rglob("*.html") if path.parent.name != "assets" and (path.parts[-3:-2] != ("bench",) or path.name < "p000050"))
    files = pages + sorted((out / "assets").iterdir())
    sizes = subprocess.run(["node", "-e", BROTLI], input="\n".join(map(str, files)), capture_output=True, text=True, check=True)
    sizes = dict(zip(files, map(int, sizes.stdout.split())))
    types = collections.defaultdict(list)
    for page in pages:
        types[page_type(page.relative_to(out))].append(page)
    print(f"\n{'type of page':24}{'pages':>6}{'HTML, median':>14}{'brotli':>8}")
    for name, of_type in sorted(types.items()):
        raw = statistics.median(page.stat().st_size for page in of_type)
        packed = statistics.median(sizes[page] for page in of_type)
        print(f"{name:24}{len(of_type):6}{raw:14,.0f}{packed:8,.0f}")
    print(f"\n{'file of the client':48}{'bytes':>10}{'brotli':>8}")
    for file in files[len(pages):]:
        print(f"{file.name:48}{file.stat().st_size:10,}{sizes[file]:8,}")


def main():
    subprocess.run(["node", ROOT / "tools/bench_policy/run.mjs"], check=True)
    subprocess.run(["node", ROOT / "tools/bench_map.mjs"], check=True)
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        own = len(list((ROOT / "content").rglob("*.md")))
        measure("own content", ROOT / "content", scratch / "own", own)
        searching(scratch / "own")
        if not CORPUS.exists():
            print(f"no corpus generator at {CORPUS}: set CORPUS to measure at size")
            bytes_of_pages(scratch / "own")
            return
        content = scratch / "content"
        shutil.copytree(ROOT / "content", content)
        source = corpus_pages()
        for page in source.rglob("*.md"):
            target = content / "pages/bench" / page.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(adapt(page.read_text(encoding="utf-8")), encoding="utf-8")
        measure("corpus", content, scratch / "corpus", PAGES + own)
        searching(scratch / "corpus", CACHE / "corpus/queries.json", CACHE / f"corpus/docs-{PAGES}.json")
        pagefind(scratch / "corpus")
        bytes_of_pages(scratch / "corpus")


main()
