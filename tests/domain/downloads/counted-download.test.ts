import { describe, expect, test } from "vitest";
import {
  countedDownload,
  type DownloadRequest,
} from "../../../functions/domain/downloads/counted-download.ts";

const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

function counted(request: Partial<DownloadRequest> = {}) {
  const document = { path: "/downloads/world-day/heart.jpg", rendition: "original" } as const;
  return countedDownload(document, { method: "GET", userAgent: FIREFOX, ...request }, "2027-07-30T23:59:59Z");
}

test("of a download the day, the file and whether a person asked are kept, and nothing else", () => {
  expect(counted()).toEqual({
    day: "2027-07-30",
    kit: "world-day",
    file: "heart.jpg",
    rendition: "original",
    by: "reader",
  });
});

describe("a download is counted once, however it comes", () => {
  test.each([undefined, "", "bytes=0-", "bytes=0-1023", "Bytes = 0 - 2", "bytes=0-99,500-599", "lines=4-9"])(
    "the range %s begins one",
    (range) => {
      expect(counted({ range })).toBeDefined();
    },
  );

  test.each(["bytes=1-", "bytes=1048576-2097151", "bytes=-500", "bytes=500-,0-10"])(
    "the range %s goes on with one",
    (range) => {
      expect(counted({ range })).toBeUndefined();
    },
  );

  test.each(["bytes=0-0", "bytes=0-1"])("the range %s only tries whether ranges work", (range) => {
    expect(counted({ range })).toBeUndefined();
  });

  test.each(["HEAD", "OPTIONS"])("%s downloads nothing", (method) => {
    expect(counted({ method })).toBeUndefined();
  });

  test.each([{ secPurpose: "prefetch" }, { secPurpose: "prefetch;prerender" }, { purpose: "prefetch" }])(
    "what a browser fetches in advance (%o) is none",
    (request) => {
      expect(counted(request)).toBeUndefined();
    },
  );
});

test.each([
  ["reader", FIREFOX],
  [
    "reader",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1",
  ],
  ["robot", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"],
  ["robot", "TelegramBot (like TwitterBot)"],
  ["robot", "curl/8.14.1"],
  ["robot", ""],
  ["robot", undefined],
])("a %s asks as %s", (by, userAgent) => {
  expect(counted({ userAgent })?.by).toBe(by);
});
