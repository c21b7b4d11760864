// `make screenshots`: ten pages over a dossier of the samples, in both languages, themes and widths, into docs/screenshots.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { open } from "./browser.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const OUT = join(ROOT, "docs", "screenshots");
const RAYZAN = process.env.RAYZAN ?? join(ROOT, ".venv", "bin", "rayzan");
const PORT = 8799;
const BASE = `http://127.0.0.1:${PORT}`;
const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 844 };

const first = async (list, keep = () => true) => JSON.parse((await (await fetch(`${BASE}/export/${list}.jsonl`)).text()).split("\n").filter(Boolean).find((line) => keep(JSON.parse(line))));

async function pages() {
  const said = await first("statements", (s) => s.report === "s06-press-conference");
  const instrument = await first("instruments");
  return [
    ["today", "/", "fa", "light", WIDE],
    ["instruments", "/instruments", "fa", "light", WIDE],
    ["instrument", `/i/${instrument.key}`, "en", "dark", WIDE],
    ["reader", `/r/s06-press-conference#c=${said.start}-${said.end}`, "fa", "light", WIDE],
    ["matrix", "/statements/matrix", "en", "light", WIDE],
    ["review", "/review", "fa", "dark", WIDE],
    ["story", "/t/s05-signing", "fa", "light", WIDE],
    ["discrepancies", "/discrepancies", "en", "light", WIDE],
    ["timeline", "/timeline", "fa", "light", WIDE],
    ["narrow", "/instruments", "fa", "light", NARROW],
  ];
}

const dossier = join(mkdtempSync(join(tmpdir(), "rayzan-screenshots-")), "samples.dossier");
execFileSync(RAYZAN, ["add", join(ROOT, "samples", "reports"), "--pack", join(ROOT, "samples", "pack"), "--dossier", dossier], { stdio: "inherit" });
const server = spawn(RAYZAN, ["serve", "--dossier", dossier, "--pack", join(ROOT, "samples", "pack"), "--port", String(PORT)], { stdio: "ignore" });
try {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await fetch(`${BASE}/about`).then((answer) => answer.ok, () => false)) break;
    await new Promise((done) => setTimeout(done, 100));
  }
  mkdirSync(OUT, { recursive: true });
  const context = await open({ baseURL: BASE, reducedMotion: "reduce" });
  const page = await context.newPage();
  for (const [name, path, lang, theme, size] of await pages()) {
    await context.addCookies([{ name: "lang", value: lang, url: BASE }, { name: "theme", value: theme, url: BASE }]);
    await page.setViewportSize(size);
    await page.goto(path);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(OUT, `${name}.png`) });
  }
  await context.close();
} finally {
  server.kill();
}
