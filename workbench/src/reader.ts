// The source reader: layers on and off, a fact chosen and lit, what stands under a click, copying with the citation.
import { SourceText, light, show, typing, type Span } from "./text";

interface Fact extends Span {
  row: HTMLLIElement;
  link: HTMLAnchorElement;
  layer: string;
  more: Span[];
}

const root = document.getElementById("text");
if (root) start(new SourceText(root));

function start(text: SourceText): void {
  const facts = [...document.querySelectorAll<HTMLLIElement>("#facts > li[data-key]")].map(factOf);
  const layers = [...document.querySelectorAll<HTMLInputElement>("input[name=layer]")];
  let chosen: Fact | null = null;

  function paint(): void {
    for (const box of layers) {
      const its = facts.filter((fact) => fact.layer === box.value);
      for (const fact of its) fact.row.hidden = !box.checked && fact !== chosen;
      light(box.value, text, box.checked ? its : [], 1);
    }
  }

  function light_up(span: Span, more: Span[] = []): void {
    document.body.classList.add("lit");
    light("chosen", text, [span], 3);
    light("more", text, more, 4);
    cite(span);
    show(text, span);
  }

  function choose(fact: Fact, focus = false): void {
    chosen?.row.removeAttribute("aria-current");
    chosen = fact;
    fact.row.hidden = false;
    fact.row.setAttribute("aria-current", "true");
    fact.row.scrollIntoView({ block: "nearest" });
    if (focus) fact.link.focus({ preventScroll: true });
    history.replaceState(null, "", fact.link.hash);
    light_up(fact, fact.more);
  }

  function cite(span: Span): void {
    const cited = document.getElementById("cited");
    if (cited) cited.textContent = `${span.start}–${span.end}`;
    const address = document.getElementById("address") as HTMLAnchorElement | null;
    if (address) {
      address.hash = `c=${span.start}-${span.end}`;
      address.textContent = decodeURI(address.href);
    }
  }

  function step(by: number): void {
    const shown = facts.filter((fact) => !fact.row.hidden);
    const at = chosen ? shown.indexOf(chosen) + by : by > 0 ? 0 : shown.length - 1;
    const next = shown[at];
    if (next) choose(next, true);
  }

  function here(offset: number): void {
    const box = document.getElementById("here");
    const list = box?.querySelector("ul");
    if (!box || !list) return;
    const found = facts.filter((fact) => fact.start <= offset && offset < fact.end);
    list.replaceChildren(
      ...found.map((fact) => {
        const item = document.createElement("li");
        const link = document.createElement("a");
        link.href = fact.link.hash;
        link.append(...[...fact.link.childNodes].filter((n) => !(n instanceof HTMLElement && n.classList.contains("words"))).map((n) => n.cloneNode(true)));
        link.addEventListener("click", (event) => {
          event.preventDefault();
          choose(fact);
        });
        item.append(link);
        return item;
      }),
    );
    box.querySelector<HTMLElement>(".none")!.hidden = found.length > 0;
    box.hidden = false;
    const inner = found[found.length - 1];
    if (inner && found.length === 1) choose(inner);
  }

  async function copy(): Promise<void> {
    const citation = document.getElementById("citation");
    const button = document.getElementById("copy");
    const span = text.selected() ?? chosen;
    if (!citation || !button) return;
    if (span) cite(span);
    const words = span ? `«${String(text.range(span))}» ` : "";
    const address = document.getElementById("address") as HTMLAnchorElement;
    await navigator.clipboard.writeText(`${words}(${citation.textContent?.replace(/\s+/g, " ").trim()}) ${address.href}`);
    const said = button.textContent;
    button.textContent = button.dataset["done"] ?? said;
    setTimeout(() => (button.textContent = said), 1600);
  }

  function from_address(): void {
    const m = /^#c=(\d+)-(\d+)/.exec(location.hash);
    if (!m) return;
    const span = { start: Number(m[1]), end: Number(m[2]) };
    const fact = facts.find((f) => f.start === span.start && f.end === span.end && !f.row.hidden) ?? facts.find((f) => f.start === span.start && f.end === span.end);
    if (fact) choose(fact);
    else light_up(span);
  }

  for (const box of layers) box.addEventListener("change", paint);
  document.getElementById("facts")?.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-start]") : null;
    const fact = facts.find((f) => f.link === link);
    if (!fact) return;
    event.preventDefault();
    choose(fact);
  });
  root?.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest(".ladder")) return;
    const selected = text.selected();
    if (selected) return cite(selected);
    const offset = text.under(event.clientX, event.clientY);
    if (offset !== null) here(offset);
  });
  document.querySelector("#here .close")?.addEventListener("click", () => (document.getElementById("here")!.hidden = true));
  addEventListener("keydown", (event) => {
    if (typing(event)) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "c") void copy();
  });
  const button = document.getElementById("copy");
  if (button && navigator.clipboard) {
    button.hidden = false;
    button.addEventListener("click", () => void copy());
  }
  addEventListener("hashchange", from_address);
  paint();
  from_address();
}

function factOf(row: HTMLLIElement): Fact {
  const link = row.querySelector<HTMLAnchorElement>("a[data-start]")!;
  const more = (link.dataset["more"] ?? "").split(" ").filter(Boolean).map((pair) => pair.split("-").map(Number));
  return {
    row,
    link,
    layer: row.classList[0] ?? "",
    start: Number(link.dataset["start"]),
    end: Number(link.dataset["end"]),
    more: more.map(([start, end]) => ({ start: start ?? 0, end: end ?? 0 })),
  };
}
