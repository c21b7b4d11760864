// What every page has: filters that change the rows in place, the key of the search box, the slider of a day.
import "htmx.org";
import { typing } from "./text";

addEventListener("keydown", (event) => {
  if (typing(event)) return;
  if (event.key === "/") {
    event.preventDefault();
    document.getElementById("q")?.focus();
  }
});

const slider = document.getElementById("asof") as HTMLInputElement | null;
if (slider) {
  const days = (slider.dataset["days"] ?? "").split(" ");
  const field = slider.form?.elements.namedItem("at") as HTMLInputElement;
  slider.hidden = false;
  slider.addEventListener("input", () => (field.value = days[Number(slider.value)] ?? ""));
  slider.addEventListener("change", () => slider.form?.requestSubmit());
}
