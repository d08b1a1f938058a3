import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { captionsFinding } from "../../../functions/workflows/media/captions.ts";

test.each(["en", "ru", "kk"])("captions as in the example kit are sound (%s)", async (language) => {
  const path = `content/media-kits/world-day-2020/heart-of-stars.${language}.vtt`;
  expect(captionsFinding(await readFile(path, "utf8"))).toBeUndefined();
});

test("captions may have notes, names of cues, settings, hours and a byte order mark", () => {
  const text =
    "\ufeffWEBVTT - Title\r\n\r\nNOTE a word\r\n\r\nfirst\r\n00:01.000 --> 00:02.000 line:0\r\nHello\r\n\r\n01:00:00.000 --> 01:00:01.500\r\nBye\r\n";
  expect(captionsFinding(text)).toBeUndefined();
});

test.each([
  ["SubRip", "1\n00:00:01,000 --> 00:00:02,000\nHello", "line 1: the captions do not begin with WEBVTT"],
  ["a comma", "WEBVTT\n\n00:01,000 --> 00:02,000\nHello", "line 3: these are no times of a cue"],
  [
    "an end before the beginning",
    "WEBVTT\n\n00:02.000 --> 00:01.000\nHello",
    "line 3: the cue ends before it begins",
  ],
  [
    "cues out of order",
    "WEBVTT\n\n00:05.000 --> 00:06.000\na\n\n00:01.000 --> 00:02.000\nb",
    "line 6: the cue begins before the one above it",
  ],
  ["nothing", "WEBVTT\n", "the captions hold no cue"],
])("%s is named with its line", (_, text, problem) => {
  expect(captionsFinding(text)?.problem).toContain(problem);
});
