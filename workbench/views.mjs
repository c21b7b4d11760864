// `node workbench/views.mjs URL FOLDER [PART]`: every page of a served dossier in both languages, themes and widths, as pictures to look through.
// PART keeps only the views whose name has it, such as «fact-» or «fa-dark-390».
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { open } from "./browser.mjs";

const [BASE, OUT, PART = ""] = process.argv.slice(2);
const WIDTHS = { 1440: 900, 390: 844 };
const TALLEST = 2600; // px of a page that a picture shows

const rows = async (list) => (await (await fetch(`${BASE}/export/${list}.jsonl`)).text()).split("\n").filter(Boolean).map((line) => JSON.parse(line));
const links = async (path, like) => [...(await (await fetch(BASE + path)).text()).matchAll(/href="([^"#?]+)/g)].map((m) => m[1]).filter((to) => like.test(to));

async function pages() {
  const [report] = await rows("reports");
  const [instrument] = await rows("instruments");
  const [actor] = await rows("actors");
  const [story] = await links("/stories", /^\/t\//);
  const [discrepancy] = await links("/discrepancies", /^\/d\//);
  const out = {
    today: "/", about: "/about", search: "/search", found: "/search?q=همکاری های", nothing: "/search?q=قلعه‌نشینان", wrong: '/search?q="', reports: "/reports", reader: `/r/${encodeURI(report.id)}`,
    statements: "/statements", matrix: "/statements/matrix", questions: "/questions", events: "/events", states: "/states", commitments: "/commitments", figures: "/figures", times: "/times",
    notes: "/notes", instruments: "/instruments", instrument: `/i/${encodeURI(instrument.key)}`, actors: "/actors", actor: `/a/${encodeURI(actor.id)}`, meetings: "/meetings", timeline: "/timeline", graph: "/graph",
    stories: "/stories", discrepancies: "/discrepancies", review: "/review", judgements: "/judgements", follow: "/follow", runs: "/runs", export: "/export", values: "/statements/by/speaker", lost: "/r/nothing-of-the-kind",
    refused: "/statements?since=neverday", empty: "/statements?speaker=nobody", compare: "/compare",
  };
  if (story) out.story = story;
  if (discrepancy) {
    out.discrepancy = discrepancy;
    const [beside] = (await (await fetch(BASE + discrepancy)).text()).match(/\/compare\?[^"]+/) ?? [];
    if (beside) out.beside = beside.replaceAll("&amp;", "&");
  }
  const letters = { statements: "s", questions: "q", events: "m", states: "x", commitments: "c", figures: "f", times: "w", notes: "n" };
  for (const [list, letter] of Object.entries(letters)) {
    const [row] = await rows(list);
    if (row) out[`fact-${list}`] = `/${letter}/${encodeURI(row.key)}`;
  }
  return out;
}

mkdirSync(OUT, { recursive: true });
const context = await open({ baseURL: BASE, reducedMotion: "reduce" });
const page = await context.newPage();
for (const [name, path] of Object.entries(await pages()))
  for (const lang of ["fa", "en"])
    for (const theme of ["light", "dark"])
      for (const [width, height] of Object.entries(WIDTHS)) {
        const view = `${name}-${lang}-${theme}-${width}`;
        if (!view.includes(PART)) continue;
        await context.addCookies([{ name: "lang", value: lang, url: BASE }, { name: "theme", value: theme, url: BASE }]);
        await page.setViewportSize({ width: Number(width), height });
        await page.goto(path);
        await page.evaluate(() => document.fonts.ready);
        const tall = await page.evaluate(() => document.documentElement.scrollHeight);
        await page.screenshot({ path: join(OUT, `${view}.png`), fullPage: true, clip: { x: 0, y: 0, width: Number(width), height: Math.min(tall, TALLEST) } });
      }
await context.close();
