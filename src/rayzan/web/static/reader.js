// Lights up exactly raw[start:end] in the text, by the CSS Custom Highlight API: no element ever stands inside a word.
// Offsets are code points; browser strings are UTF-16, so each is mapped once.
const text = document.getElementById("text");
const node = text.firstChild;
const raw = node.data;
const units = [];
for (let at = 0; at < raw.length; at += raw.codePointAt(at) > 0xffff ? 2 : 1) units.push(at);
units.push(raw.length);

function range(start, end) {
  const r = document.createRange();
  r.setStart(node, units[start]);
  r.setEnd(node, units[Math.min(end, units.length - 1)]);
  return r;
}

const facts = [...document.querySelectorAll("#facts li")];
const shown = () => facts.filter((li) => !li.hidden);
const layers = [...document.querySelectorAll("input[name=layer]")];

function paint() {
  for (const box of layers) {
    for (const li of facts) if (li.classList.contains(box.value)) li.hidden = !box.checked;
    if (!CSS.highlights) continue;
    const spans = box.checked ? facts.filter((li) => li.classList.contains(box.value)).map((li) => spanOf(li)) : [];
    CSS.highlights.set(box.value, new Highlight(...spans));
  }
}

function spanOf(li) {
  const a = li.firstElementChild;
  return range(+a.dataset.start, +a.dataset.end);
}

let chosen = null;
function choose(li, scroll = true) {
  if (chosen) chosen.removeAttribute("aria-current");
  chosen = li;
  li.setAttribute("aria-current", "true");
  const a = li.firstElementChild;
  light(+a.dataset.start, +a.dataset.end, a.dataset.more.trim().split(" ").filter(Boolean), scroll);
}

function light(start, end, more = [], scroll = true) {
  const r = range(start, end);
  if (CSS.highlights) {
    CSS.highlights.set("chosen", new Highlight(r));
    CSS.highlights.set("more", new Highlight(...more.map((m) => range(...m.split("-").map(Number)))));
  }
  document.getElementById("cited").textContent = `c. ${start}–${end}`;
  if (scroll) {
    const box = r.getBoundingClientRect();
    if (box.top < 80 || box.bottom > innerHeight) scrollBy({ top: box.top - innerHeight / 3, behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  }
}

document.getElementById("facts").addEventListener("click", (e) => {
  const li = e.target.closest("li");
  if (!li) return;
  e.preventDefault();
  history.replaceState(null, "", li.firstElementChild.getAttribute("href"));
  choose(li);
});
addEventListener("keydown", (e) => {
  if (e.target.closest("input, textarea") || (e.key !== "j" && e.key !== "k")) return;
  const rows = shown();
  const at = rows.indexOf(chosen) + (e.key === "j" ? 1 : -1);
  if (rows[at]) {
    choose(rows[at]);
    rows[at].scrollIntoView({ block: "nearest" });
  }
});
for (const box of layers) box.addEventListener("change", paint);

function fromAddress() {
  const m = /^#c=(\d+)-(\d+)$/.exec(location.hash);
  if (!m) return;
  const li = facts.find((f) => f.firstElementChild.dataset.start === m[1] && f.firstElementChild.dataset.end === m[2]);
  if (li) choose(li);
  else light(+m[1], +m[2]);
}
addEventListener("hashchange", fromAddress);
paint();
fromAddress();
