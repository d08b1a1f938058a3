import { expect, test } from "vitest";
import { textValue } from "../../../functions/rendering/calendar/content-line.ts";

test.each([
  ["a semicolon", "Astana; Almaty", "Astana\\; Almaty"],
  ["a comma", "Astana, Almaty", "Astana\\, Almaty"],
  ["a backslash", "C:\\room", "C:\\\\room"],
  ["a line break", "one\r\ntwo\rthree\nfour", "one\\ntwo\\nthree\\nfour"],
  ["a control character", "one\u0007two", "onetwo"],
  ["a colon and quotation marks, which need nothing", 'at 10:00 "sharp"', 'at 10:00 "sharp"'],
])("calendars get %s as RFC 5545 writes it", (_, text, written) => {
  expect(textValue(text)).toBe(written);
});
