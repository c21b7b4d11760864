// Without scripts every page still reads; the way from home to all claims about an agreement; filters in place.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PAGES, browser, rows, watched } from "./page.mjs";

test("with scripts off every page reads", async () => {
  const context = await browser({ javaScriptEnabled: false });
  const { page } = await watched(context);
  for (const path of PAGES) {
    await page.goto(path);
    assert.ok((await page.locator("main").innerText()).length > 60, path);
  }
  const [fact] = await rows("/export/statements.jsonl?report=s06-press-conference");
  await page.goto(`/r/s06-press-conference#c=${fact.start}-${fact.end}`);
  assert.ok((await page.locator(".para:has(.at:target) .raw").innerText()).includes(fact.words.slice(0, 20)));
  assert.ok((await page.locator("#facts li").count()) > 20);
  await page.goto("/review");
  await Promise.all([page.waitForNavigation(), page.click("button[value=accept]")]);
  assert.match(page.url(), /\/review/);
});

test("every claim about the Cairo agreement and its state is at most four clicks from home", async () => {
  const context = await browser();
  const { page } = await watched(context);
  await page.goto("/");
  let clicks = 0;
  const click = async (name) => {
    clicks += 1;
    await Promise.all([page.waitForNavigation(), page.getByRole("link", { name, exact: true }).first().click()]);
  };
  await click("اسناد و توافق‌ها");
  await click("توافق قاهره");
  const claims = await rows("/export/states.jsonl?instrument=cairo-agreement");
  assert.ok(claims.length >= 2);
  assert.equal(await page.locator(".claims > li").count(), claims.length);
  for (const claim of claims) {
    const row = page.locator(`[id="${claim.key}"]`);
    assert.ok((await row.innerText()).includes(claim.words));
    assert.equal(await row.locator(".words").getAttribute("href"), `/r/${encodeURIComponent(claim.report)}#c=${claim.start}-${claim.end}`);
    assert.equal(await row.locator(".source").count(), 1);
  }
  assert.ok(clicks <= 4);
});

test("a filter changes the rows in place and keeps its address", async () => {
  const context = await browser();
  const { page, errors } = await watched(context);
  await page.goto("/statements");
  await page.evaluate(() => (window.stays = true));
  const link = page.locator(".facets section li a").first();
  const number = await link.locator("b").innerText();
  await Promise.all([page.waitForURL(/\?/), link.click()]);
  await page.locator(".chips").waitFor();
  assert.equal(await page.locator(".count b").innerText(), number);
  assert.equal(await page.evaluate(() => window.stays), true);
  await page.goBack();
  await page.locator(".chips").waitFor({ state: "detached" });
  assert.deepEqual(errors, []);
});
