import { InvalidFile } from "../../../domain/content/invalid-file.ts";
import type { Finding } from "../../../domain/content/problem.ts";
import { withDrawing } from "./parsed-drawing.ts";

/** How large a drawing wants to be shown, in pixels, where it says so or has a view box. */
export interface DrawingFacts {
  readonly width?: number;
  readonly height?: number;
}

/** Reads the size of an SVG, or names why no browser would show it. */
export function drawingFacts(drawing: string): DrawingFacts | Finding {
  let facts: DrawingFacts = {};
  try {
    withDrawing(drawing, ({ svg }) => {
      facts = sizeIn(svg.attributes);
    });
  } catch (error) {
    if (error instanceof InvalidFile) return error.finding;
    return { problem: "the drawing cannot be read", expected: "a drawing that opens in a browser" };
  }
  return facts;
}

function sizeIn(attributes: Readonly<Record<string, string>>): DrawingFacts {
  const length = (value: string | undefined) => /^\s*(\d*\.?\d+)(?:px)?\s*$/.exec(value ?? "")?.[1];
  const [, , boxWidth, boxHeight] = (attributes.viewBox ?? "").trim().split(/[\s,]+/);
  const width = Math.round(Number(length(attributes.width) ?? boxWidth));
  const height = Math.round(Number(length(attributes.height) ?? boxHeight));
  return width > 0 && height > 0 ? { width, height } : {};
}
