// The reader: a fact chosen lights exactly raw[start:end]; a mouse gives the same offsets back; words keep their shapes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { browser, rows, watched } from "./page.mjs";

const REPORTS = ["odd 1", "s03-two-presidents", "s06-press-conference", "s13-arabic-letters", "s14-spaced"];

/** Runs in the page: what is lit under a name, as words and code points, counted without the page's own modules. */
function lit(name) {
  const offset = (node, unit) => {
    const line = node.parentElement.closest(".raw") ?? node;
    return Number(line.dataset.start) + [...(node.data ?? "").slice(0, unit)].length;
  };
  return [...(CSS.highlights.get(name) ?? [])].map((r) => ({
    words: [...document.querySelectorAll(".raw")].map((p) => p.textContent).join("\n") && String(r),
    start: offset(r.startContainer, r.startOffset),
    end: offset(r.endContainer, r.endOffset),
  }));
}

test("a fact chosen lights exactly its words", async (t) => {
  const context = await browser();
  const { page, errors } = await watched(context);
  let nested = 0;
  for (const id of REPORTS)
    await t.test(id, async () => {
      const statements = await rows(`/export/statements.jsonl?report=${encodeURIComponent(id)}`);
      const times = await rows(`/export/times.jsonl?report=${encodeURIComponent(id)}`);
      assert.ok(statements.length > 0);
      await page.goto(`/r/${encodeURIComponent(id)}`);
      await page.check("input[value=time]", { force: true }).catch(() => {});
      for (const fact of [...statements, ...times]) {
        nested += fact.within ? 1 : 0;
        await page.locator(`#facts li[data-key="${fact.key}"] > a[data-start]`).click();
        const [chosen, ...others] = await page.evaluate(lit, "chosen");
        assert.equal(others.length, 0);
        assert.deepEqual([chosen.start, chosen.end], [fact.start, fact.end]);
        assert.equal(chosen.words, fact.words.replaceAll("\n", ""));
        assert.equal(new URL(page.url()).hash, `#c=${fact.start}-${fact.end}`);
        assert.equal(await page.textContent("#cited"), `${fact.start}–${fact.end}`);
      }
    });
  assert.ok(nested > 0, "no statement within another among the reports");
  assert.deepEqual(errors, []);
});

test("a permanent address lights its place", async () => {
  const context = await browser();
  const { page } = await watched(context);
  const [fact] = await rows("/export/statements.jsonl?report=odd+1");
  await page.goto(`/r/odd%201#c=${fact.start}-${fact.end}`);
  const [chosen] = await page.evaluate(lit, "chosen");
  assert.deepEqual(chosen, { words: fact.words, start: fact.start, end: fact.end });
});

test("a selection with the mouse gives the same offsets back", async () => {
  const context = await browser();
  const { page } = await watched(context);
  for (const id of ["odd 1", "s06-press-conference"]) {
    const facts = (await rows(`/export/statements.jsonl?report=${encodeURIComponent(id)}`)).slice(0, 4);
    for (const fact of facts) {
      await page.goto(`/r/${encodeURIComponent(id)}#c=${fact.start}-${fact.end}`);
      await page.evaluate(() => document.fonts.ready);
      const edges = await page.evaluate(() => {
        const [range] = CSS.highlights.get("chosen");
        range.startContainer.parentElement.scrollIntoView({ block: "center" });
        const letter = (node, at) => { const r = document.createRange(); r.setStart(node, at); r.setEnd(node, at + 1); return r.getBoundingClientRect(); };
        const [first, last] = [letter(range.startContainer, range.startOffset), letter(range.endContainer, range.endOffset - 1)];
        return { from: [first.right - 1, first.top + first.height / 2], to: [last.left + 1, last.top + last.height / 2] };
      });
      await page.mouse.move(...edges.from);
      await page.mouse.down();
      await page.mouse.move(...edges.to, { steps: 6 });
      await page.mouse.up();
      assert.equal(await page.textContent("#cited"), `${fact.start}–${fact.end}`, fact.words);
    }
  }
});

test("words keep their shapes when they are lit", async () => {
  const context = await browser({ colorScheme: "light" });
  const { page } = await watched(context);
  const [fact] = await rows("/export/statements.jsonl?report=s06-press-conference");
  await page.goto("/r/s06-press-conference");
  await page.evaluate(() => {
    for (const box of document.querySelectorAll("input[name=layer]:checked")) box.click();
    return document.fonts.ready;
  });
  // The colour that lights a fact and the paper have the same red: whatever differs in red is ink that moved.
  const line = page.locator(".para:has(.raw)").filter({ hasText: fact.words.slice(0, 30) }).first().locator(".raw");
  const before = await line.screenshot();
  const [widths, lights] = await page.evaluate(({ start, end }) => {
    const measure = () => [...document.querySelectorAll(".raw")].map((p) => { const r = document.createRange(); r.selectNodeContents(p); return [...r.getClientRects()].map((b) => b.width); });
    const old = JSON.stringify(measure());
    const link = document.querySelector(`#facts a[data-start="${start}"][data-end="${end}"]`);
    document.querySelectorAll("[data-more]").forEach((a) => a.removeAttribute("data-more"));
    link.click();
    CSS.highlights.delete("more");
    return [old === JSON.stringify(measure()), CSS.highlights.get("chosen").size];
  }, fact);
  assert.ok(widths && lights === 1);
  const after = await line.screenshot();
  const moved = await page.evaluate(async ([a, b]) => {
    const pixels = async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const pen = canvas.getContext("2d");
      pen.drawImage(image, 0, 0);
      return { width: image.width, height: image.height, data: pen.getImageData(0, 0, image.width, image.height).data };
    };
    const [x, y] = [await pixels(a), await pixels(b)];
    let red = 0, blue = 0;
    for (let at = 0; at < x.data.length; at += 4) {
      if (Math.abs(x.data[at] - y.data[at]) > 3) red += 1;
      if (Math.abs(x.data[at + 2] - y.data[at + 2]) > 40) blue += 1;
    }
    return { same: x.width === y.width && x.height === y.height, red, blue };
  }, [before.toString("base64"), after.toString("base64")]);
  assert.ok(moved.same && moved.blue > 200, "nothing was lit");
  assert.equal(moved.red, 0, "ink moved");
});

test("keys go from fact to fact, and a click says what stands under it", async () => {
  const context = await browser();
  const { page } = await watched(context);
  await page.goto("/r/odd%201");
  for (const [key, at] of [["j", 0], ["j", 1], ["k", 0]]) {
    await page.keyboard.press(key);
    const shown = page.locator("#facts > li:visible");
    assert.equal(await shown.nth(at).getAttribute("aria-current"), "true");
  }
  const nested = (await rows("/export/statements.jsonl?report=odd+1")).find((s) => s.within);
  await page.evaluate(({ start, end }) => (location.hash = `c=${start}-${end}`), nested);
  const box = await page.evaluate(() => { const [lit] = CSS.highlights.get("chosen"); const r = document.createRange(); r.setStart(lit.startContainer, lit.startOffset + 4); r.setEnd(lit.startContainer, lit.startOffset + 5); const b = r.getBoundingClientRect(); return [b.left + b.width / 2, b.top + b.height / 2]; });
  await page.mouse.click(...box);
  assert.ok((await page.locator("#here li").count()) >= 2, "a statement within another: both are listed");
});
