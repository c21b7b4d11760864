// Review by keys, and a span edited by selecting its words in the text.
import { SourceText, light, show, typing, type Span } from "./text";

const root = document.getElementById("text");
const form = document.getElementById("judge") as HTMLFormElement | null;
const undo = document.getElementById("undo") as HTMLFormElement | null;

addEventListener("keydown", (event) => {
  if (typing(event)) return;
  if (event.key === "u") undo?.requestSubmit();
  else if (event.key === "?") location.assign("/about");
  else if (form && (event.key === "a" || event.key === "r")) press(event.key === "a" ? "accept" : "reject");
  else if (event.key === "s") document.getElementById("skip")?.click();
  else if (event.key === "e") unfold("edit", event);
  else if (event.key === "m") unfold("merge", event);
});

function press(verdict: string): void {
  form?.querySelector<HTMLButtonElement>(`button[value=${verdict}]`)?.click();
}

/** Opens a part of the form and goes to its first field; the key that was pressed is not typed into it. */
function unfold(id: string, event: KeyboardEvent): void {
  const part = document.getElementById(id) as HTMLDetailsElement | null;
  if (!part) return;
  event.preventDefault();
  part.open = true;
  part.querySelector<HTMLInputElement>("input:not([type=hidden])")?.focus();
}

if (root && form) begin(new SourceText(root), form);

function begin(text: SourceText, judge: HTMLFormElement): void {
  const item = document.getElementById("item");
  const span = { start: Number(item?.dataset["start"]), end: Number(item?.dataset["end"]) };
  const [start, end] = ["start", "end"].map((name) => judge.elements.namedItem(name) as HTMLInputElement) as [HTMLInputElement, HTMLInputElement];
  const picked = document.getElementById("picked");

  function pick(chosen: Span): void {
    start.value = String(chosen.start);
    end.value = String(chosen.end);
    if (picked) picked.textContent = String(text.range(chosen) ?? "");
    light("more", text, [chosen], 4);
  }

  document.addEventListener("selectionchange", () => {
    const chosen = text.selected();
    if (!chosen) return;
    (document.getElementById("edit") as HTMLDetailsElement).open = true;
    pick(chosen);
  });
  for (const field of [start, end])
    field.addEventListener("input", () => {
      if (Number(start.value) < Number(end.value)) pick({ start: Number(start.value), end: Number(end.value) });
    });
  light("chosen", text, [span], 3);
  show(text, span);
}
