// Review by keys alone, and an edit with the mouse.
import assert from "node:assert/strict";
import { test } from "node:test";
import { browser, rows, watched } from "./page.mjs";

const waiting = async (page) => Number((await page.textContent(".count b")).replace(/\D/g, ""));
const press = async (page, key) => Promise.all([page.waitForNavigation(), page.keyboard.press(key)]);

test("ten records are judged with the keyboard alone", async () => {
  const context = await browser();
  await context.addCookies([{ name: "lang", value: "en", url: process.env.RAYZAN_URL }]);
  const { page, errors } = await watched(context);
  await page.goto("/review");
  const before = await waiting(page);
  const seen = new Set();
  for (const key of ["a", "r", "a", "a", "r", "a", "a", "r", "a", "a"]) {
    seen.add(await page.getAttribute(".review", "data-key"));
    await press(page, key);
  }
  assert.equal(seen.size, 10);
  assert.equal(await waiting(page), before - 10);
  await press(page, "u");
  assert.equal(await waiting(page), before - 9);
  const here = await page.getAttribute(".review", "data-key");
  await press(page, "s");
  assert.notEqual(await page.getAttribute(".review", "data-key"), here);
  await page.keyboard.press("e");
  assert.equal(await page.evaluate(() => document.activeElement.name), "start");
  await page.keyboard.press("Tab");
  await page.keyboard.press("End");
  const end = Number(await page.inputValue("input[name=end]"));
  await page.keyboard.press("Control+A");
  await page.keyboard.type(String(end - 1));
  const item = await page.getAttribute(".review", "data-key");
  await page.evaluate(() => document.querySelector("button[value=edit]").focus());
  await press(page, "Enter");
  await page.goto("/judgements");
  assert.match(await page.textContent("tbody tr:first-child"), /edited/);
  assert.ok((await page.textContent("tbody tr:first-child")).includes(item));
  assert.deepEqual(errors, []);
});

test("a span is edited with the mouse and shown at once", async () => {
  const context = await browser();
  const { page } = await watched(context);
  await page.goto("/review?kind=statement&report=odd+1");
  await page.evaluate(() => document.fonts.ready);
  const key = await page.getAttribute(".review", "data-key");
  const edges = await page.evaluate(() => {
    const [range] = CSS.highlights.get("chosen");
    const words = document.createRange();
    words.setStart(range.startContainer, range.startOffset);
    words.setEnd(range.startContainer, range.startOffset + range.startContainer.data.slice(range.startOffset).search(/ \S+$| \S+ \S+ /));
    const letter = (node, at) => { const r = document.createRange(); r.setStart(node, at); r.setEnd(node, at + 1); return r.getBoundingClientRect(); };
    const [first, last] = [letter(words.startContainer, words.startOffset), letter(words.endContainer, words.endOffset - 1)];
    return { from: [first.right - 1, first.top + first.height / 2], to: [last.left + 1, last.top + last.height / 2], words: String(words) };
  });
  await page.mouse.move(...edges.from);
  await page.mouse.down();
  await page.mouse.move(...edges.to, { steps: 5 });
  await page.mouse.up();
  assert.equal(await page.textContent("#picked"), edges.words);
  await Promise.all([page.waitForNavigation(), page.click("button[value=edit]")]);
  const changed = (await rows("/export/statements.jsonl?report=odd+1")).find((s) => s.key === key);
  assert.equal(changed.words, edges.words);
});
