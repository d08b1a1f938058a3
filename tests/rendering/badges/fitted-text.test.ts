import { expect, test } from "vitest";
import { fittedText, LEADING } from "../../../functions/rendering/badges/fitted-text.ts";
import { fc } from "../../worlds/documents/fast-check.ts";

/** Every letter is half as wide as it is high. */
const widthOf = (text: string) => text.length / 2;
const box = { width: 100, height: 60, largest: 30, smallest: 6 };

test("a short name is set as large as it may be, on one line", () => {
  expect(fittedText("Dana", widthOf, box)).toEqual({ lines: ["Dana"], size: 30 });
});

test("words go to the next line before letters become smaller", () => {
  expect(fittedText("Dana Serik", widthOf, box)).toEqual({ lines: ["Dana", "Serik"], size: 25 });
});

test("a word that is too wide at the smallest size is broken, and loses nothing", () => {
  const word = "x".repeat(80);
  expect(fittedText(word, widthOf, box).lines.join("")).toBe(word);
});

test("what fits at no size says by an ellipsis that it goes on", () => {
  const { lines } = fittedText("long ".repeat(200), widthOf, box);
  expect(lines.at(-1)).toMatch(/…$/);
});

test("whatever is written, no line is wider than the box and all lines are within its height", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 200 }), (text) => {
      const { lines, size } = fittedText(text, widthOf, box);
      for (const line of lines) expect(widthOf(line) * size).toBeLessThanOrEqual(box.width);
      expect(lines.length * size * LEADING).toBeLessThanOrEqual(box.height);
    }),
  );
});
