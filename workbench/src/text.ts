// The untouched text of a page. Offsets are code points of the raw text; browser strings are UTF-16 and are met only in this file.

export interface Span {
  start: number;
  end: number;
}

interface Line {
  start: number;
  node: Text | null;
  element: HTMLElement;
  units: number[] | null;
}

/** The lines of the text on this page, in order; each knows where in the raw text it begins. */
export class SourceText {
  private readonly lines: Line[];

  constructor(private readonly root: HTMLElement) {
    this.lines = [...root.querySelectorAll<HTMLElement>(".raw")].map((element) => ({
      start: Number(element.dataset["start"]),
      node: element.firstChild instanceof Text ? element.firstChild : null,
      element,
      units: null,
    }));
  }

  /** Where each code point of a line stands in its UTF-16 string, and the end of the string. */
  private units(line: Line): number[] {
    if (!line.units) {
      const text = line.node?.data ?? "";
      const units: number[] = [];
      for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) units.push(at);
      units.push(text.length);
      line.units = units;
    }
    return line.units;
  }

  private lineAt(offset: number): Line | undefined {
    let found: Line | undefined;
    for (const line of this.lines) if (line.start <= offset) found = line;
    return found ?? this.lines[0];
  }

  private place(offset: number): [Node, number] | null {
    const line = this.lineAt(offset);
    if (!line) return null;
    const units = this.units(line);
    const at = units[Math.max(0, Math.min(offset - line.start, units.length - 1))] ?? 0;
    return line.node ? [line.node, at] : [line.element, 0];
  }

  /** The range of a span; null where this page does not show it. */
  range(span: Span): Range | null {
    const start = this.place(span.start);
    const end = this.place(span.end);
    if (!start || !end) return null;
    const range = document.createRange();
    range.setStart(...start);
    range.setEnd(...end);
    return range;
  }

  /** The code point that a place in the page stands for; null outside the text. */
  offset(node: Node, unit: number): number | null {
    const line = this.lines.find((l) => l.element === node || l.element.contains(node));
    if (!line) return null;
    if (node !== line.node) return line.start + (unit > 0 ? this.units(line).length - 1 : 0);
    let points = 0;
    for (const at of this.units(line)) if (at < unit) points += 1;
    return line.start + points;
  }

  /** The span that is selected with the mouse or the keys; null where nothing or something outside the text is. */
  selected(): Span | null {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    if (!this.root.contains(range.startContainer) || !this.root.contains(range.endContainer)) return null;
    const start = this.offset(range.startContainer, range.startOffset);
    const end = this.offset(range.endContainer, range.endOffset);
    return start === null || end === null || start >= end ? null : { start, end };
  }

  /** The code point under a point of the screen; null outside the text. */
  under(x: number, y: number): number | null {
    const caret = document.caretPositionFromPoint?.(x, y);
    return caret ? this.offset(caret.offsetNode, caret.offset) : null;
  }
}

/** Lights spans under a name of the style sheet; earlier ones of that name go out. */
export function light(name: string, text: SourceText, spans: Span[], priority = 0): void {
  if (!CSS.highlights) return;
  const ranges = spans.map((span) => text.range(span)).filter((range) => range !== null);
  const made = new Highlight(...ranges);
  made.priority = priority;
  CSS.highlights.set(name, made);
}

/** Brings a span into view, unless it is in view already. */
export function show(text: SourceText, span: Span): void {
  const box = text.range(span)?.getBoundingClientRect();
  if (!box || (box.top > 60 && box.bottom < innerHeight - 20)) return;
  scrollBy({ top: box.top - innerHeight / 3, behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
}

/** Whether keys that are typed are meant for a field, or for the browser. */
export function typing(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  return event.target instanceof Element && event.target.closest("input:not([type=checkbox]), textarea, select") !== null;
}
