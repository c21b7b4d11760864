// What the tests of the pages share: the server's address, a browser, the raw texts and facts as the dossier gives them.
import { after } from "node:test";
import { open } from "../browser.mjs";

export const BASE = process.env.RAYZAN_URL;
export const PAGES = JSON.parse(process.env.RAYZAN_PAGES ?? "[]");
if (!BASE) throw new Error("RAYZAN_URL is not set: these tests are run by tests/web/test_browser.py");

export async function browser(options = {}) {
  const context = await open({ baseURL: BASE, viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", ...options });
  after(() => context.close());
  return context;
}

/** The rows of a list, as its export has them. */
export async function rows(path) {
  const answer = await fetch(BASE + path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return (await answer.text()).split("\n").filter(Boolean).map((line) => JSON.parse(line));
}

/** A page whose console errors are collected in `errors`. */
export async function watched(context) {
  const page = await context.newPage();
  const errors = [];
  page.on("console", (message) => message.type() === "error" && !/status of 40[04]/.test(message.text()) && errors.push(`${page.url()}: ${message.text()}`));
  page.on("pageerror", (error) => errors.push(`${page.url()}: ${error.message}`));
  return { page, errors };
}

export const lang = (context, value) => context.addCookies([{ name: "lang", value, url: BASE }]);
