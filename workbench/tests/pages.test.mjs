// Every page in both languages: no console errors, no axe violations in either theme, no sideways scrolling at 390 px.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { PAGES, browser, lang, watched } from "./page.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const said = (found) => found.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(" | ")}`);

const language = process.env.RAYZAN_LANG ?? "fa";
test(`pages in ${language}`, async (t) => {
  const context = await browser({ bypassCSP: true });
  await lang(context, language);
  const { page, errors } = await watched(context);
  for (const path of PAGES)
    await t.test(path, async () => {
      errors.length = 0;
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.emulateMedia({ colorScheme: "light" });
      await page.goto(path);
      await page.evaluate(() => document.fonts.ready);
      await page.addScriptTag({ content: AXE });
      const light = await page.evaluate(() => axe.run({ resultTypes: ["violations"] }));
      assert.deepEqual(said(light.violations), [], "light");
      await page.emulateMedia({ colorScheme: "dark" });
      const dark = await page.evaluate(() => axe.run({ resultTypes: ["violations"] }));
      assert.deepEqual(said(dark.violations), [], "dark");
      await page.setViewportSize({ width: 390, height: 844 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${wide} px wider than a screen of 390`);
      assert.deepEqual(errors, []);
    });
});
