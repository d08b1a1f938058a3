import { expect, test } from "vitest";
import { durationInWords, isoDuration } from "../../functions/rendering/messages/duration.ts";

test.each([
  [0.2, "1 s", "1 с", "PT1S"],
  [30.04, "30 s", "30 с", "PT30S"],
  [59.7, "1 min", "1 мин", "PT1M"],
  [3725, "1 h 2 min 5 s", "1 сағ 2 мин 5 с", "PT1H2M5S"],
])("%d seconds are “%s”, «%s», %s", (seconds, en, kk, iso) => {
  expect(durationInWords(seconds, "en").replaceAll("\u00a0", " ")).toBe(en);
  expect(durationInWords(seconds, "kk").replaceAll("\u00a0", " ")).toBe(kk);
  expect(isoDuration(seconds)).toBe(iso);
});
