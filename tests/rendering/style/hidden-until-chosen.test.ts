import { expect, test } from "vitest";
import { hiddenUntilChosen } from "../../../functions/rendering/style/hidden-until-chosen.ts";

test("style that waits for a choice only hides, and only in browsers that know :has()", () => {
  const style = hiddenUntilChosen([{ id: "asked-a", until: ["field-place", "field-place-b"] }]);
  expect(style).toBe(
    "@supports selector(:has(a)){.form:not(:has(#field-place:checked,#field-place-b:checked)) #asked-a{display:none}}",
  );
});

test("a form in which nothing waits has no style of its own", () => {
  expect(hiddenUntilChosen([])).toBe("");
});
