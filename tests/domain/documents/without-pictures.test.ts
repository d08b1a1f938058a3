import { expect, test } from "vitest";
import {
  htmlWithoutPictures,
  markdownWithoutPictures,
} from "../../../functions/domain/documents/without-pictures.ts";

const leaves = (target: string) => target === "hall.jpg";
const HALL = '<img src="hall.jpg" width="3" height="2" alt="A hall" loading="lazy">';
const YARD = '<img src="yard.jpg" width="3" height="2" alt="A yard" loading="lazy">';

test.each([
  [
    "a picture alone in its paragraph",
    `<p>Before.</p>\n<p>${HALL}</p>\n<p>After.</p>\n`,
    "<p>Before.</p>\n<p>After.</p>\n",
  ],
  [
    "its caption below it",
    `<p>${HALL}</p>\n<p><em>Seen <strong>at dawn</strong>.</em></p>\n<p>After.</p>\n`,
    "<p>After.</p>\n",
  ],
  [
    "its caption on the next line",
    `<p>${HALL}\n<em>Seen at dawn.</em></p>\n<p>After.</p>\n`,
    "<p>After.</p>\n",
  ],
  ["a picture within a line", `<p>Look: ${HALL} here.</p>\n`, "<p>Look:  here.</p>\n"],
  ["one of two pictures", `<p>${HALL} ${YARD}</p>\n`, `<p>${YARD}</p>\n`],
  [
    "a figure",
    `<p>A.</p>\n<figure class="x">${HALL}<figcaption>At dawn</figcaption></figure>\n<p>B.</p>`,
    "<p>A.</p>\n<p>B.</p>",
  ],
  ["a picture in a list or a table", `<ul>\n<li>${HALL}</li>\n</ul>\n`, "<ul>\n<li></li>\n</ul>\n"],
  ["a linked picture", `<p><a href="/en/about">${HALL}</a></p>\n<p>B.</p>\n`, "<p>B.</p>\n"],
  ["a link to the file", '<p>Read <a href="hall.jpg">the paper</a>.</p>\n', "<p>Read the paper.</p>\n"],
  [
    "another picture and its caption, which stay",
    `<p>${YARD}</p>\n<p><em>Yard.</em></p>\n`,
    `<p>${YARD}</p>\n<p><em>Yard.</em></p>\n`,
  ],
])("HTML loses %s", (_, html, left) => {
  expect(htmlWithoutPictures(html, leaves)).toBe(left);
});

test.each([
  ["a picture alone in its paragraph", "Before.\n\n![A hall](hall.jpg)\n\nAfter.\n", "Before.\n\nAfter.\n"],
  [
    "its caption below it",
    "Before.\n\n![A hall](hall.jpg)\n\n*Seen at dawn.*\n\nAfter.\n",
    "Before.\n\nAfter.\n",
  ],
  ["its caption on the next line", "![A hall](hall.jpg)\n_Seen at dawn._\n\nAfter.\n", "After.\n"],
  ["a picture within a line", "Look: ![A hall](hall.jpg) here.\n", "Look:  here.\n"],
  [
    "a picture with a title and brackets in its words",
    '![A [hall\\]](<hall.jpg> "At dawn")\n\nAfter.\n'.replace("[hall", "hall"),
    "After.\n",
  ],
  ["a linked picture", "[![A hall](hall.jpg)](/en/about)\n\nAfter.\n", "After.\n"],
  ["a link to the file", "Read [the paper](hall.jpg).\n", "Read the paper.\n"],
  ["a picture at the end", "Before.\r\n\r\n![A hall](hall.jpg)\r\n", "Before.\r\n\r\n"],
  [
    "strong words below it, which are no caption",
    "![A hall](hall.jpg)\n\n**Note.** More.\n",
    "**Note.** More.\n",
  ],
  ["another picture, which stays", "![A yard](yard.jpg)\n\n*Yard.*\n", "![A yard](yard.jpg)\n\n*Yard.*\n"],
])("Markdown loses %s", (_, markdown, left) => {
  const after = markdownWithoutPictures(markdown, leaves);
  expect(after).toBe(left);
  expect(markdownWithoutPictures(after, leaves)).toBe(after);
});
