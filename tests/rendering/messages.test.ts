import { expect, test } from "vitest";
import { fileSize } from "../../functions/rendering/messages/file-size.ts";
import { messagesOf } from "../../functions/rendering/messages/messages-of.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

test("counted nouns take the form that the language asks for", () => {
  const files = (language: "en" | "ru" | "kk") =>
    [1, 2, 5, 11, 21, 104].map((count) => plain(messagesOf(language).kit.files(count)));
  expect(files("en")).toEqual(["1 file", "2 files", "5 files", "11 files", "21 files", "104 files"]);
  expect(files("ru")).toEqual(["1 файл", "2 файла", "5 файлов", "11 файлов", "21 файл", "104 файла"]);
  expect(files("kk")).toEqual(["1 файл", "2 файл", "5 файл", "11 файл", "21 файл", "104 файл"]);
});

test("file sizes have two significant digits and units in the letters of the language", () => {
  expect(
    [12, 999, 1_204, 2_412_345, 9_960_000, 58_041_120].map((bytes) => plain(fileSize(bytes, "en"))),
  ).toEqual(["12 B", "999 B", "1.2 kB", "2.4 MB", "10 MB", "58 MB"]);
  expect(plain(fileSize(2_412_345, "ru"))).toBe("2,4 МБ");
  expect(fileSize(2_412_345, "kk")).toMatch(/^2,4\u00a0[\u0400-\u04ff]+$/);
});
