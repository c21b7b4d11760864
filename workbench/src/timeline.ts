// The line of time by keys: arrows move from mark to mark, + and − zoom, Enter opens the row of a mark.
import { typing } from "./text";

const line = document.getElementById("line");
const drawing = document.getElementById("timeline");
const CLOSEST = 8; // times the width of the page

if (line && drawing) begin(line, drawing);

function begin(frame: HTMLElement, svg: HTMLElement): void {
  const marks = [...svg.querySelectorAll<SVGAElement>("a")];
  const places = new Map(marks.map((mark) => [mark, place(mark)]));
  const order = [...marks].sort((a, b) => places.get(a)! - places.get(b)!);
  let zoom = 1;
  for (const mark of marks.slice(1)) mark.setAttribute("tabindex", "-1");

  function go(to: SVGAElement | undefined): void {
    if (!to) return;
    for (const mark of marks) mark.setAttribute("tabindex", mark === to ? "0" : "-1");
    to.focus();
    to.scrollIntoView({ block: "nearest", inline: "center" });
    const id = to.href.baseVal.slice(1);
    for (const row of document.querySelectorAll("#lines tr.on")) row.classList.remove("on");
    document.getElementById(id)?.classList.add("on");
  }

  frame.addEventListener("keydown", (event) => {
    if (typing(event)) return;
    const now = document.activeElement instanceof SVGAElement ? order.indexOf(document.activeElement) : -1;
    if (event.key === "ArrowRight") go(order[now + 1] ?? order[order.length - 1]);
    else if (event.key === "ArrowLeft") go(order[Math.max(now - 1, 0)]);
    else if (event.key === "+" || event.key === "=" || event.key === "-") {
      zoom = Math.max(1, Math.min(CLOSEST, event.key === "-" ? zoom / 1.5 : zoom * 1.5));
      svg.setAttribute("width", `${zoom * 100}%`);
    } else return;
    event.preventDefault();
  });
}

/** How far a mark stands from the left edge, in per cent. */
function place(mark: SVGAElement): number {
  const shape = mark.firstElementChild;
  return Number.parseFloat(shape?.getAttribute("cx") ?? shape?.getAttribute("x") ?? "0");
}
