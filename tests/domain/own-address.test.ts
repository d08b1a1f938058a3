import { expect, test } from "vitest";
import { ownPath } from "../../functions/domain/own-address.ts";

const OWN = { address: "https://newsroom.example.org", authority: "iom.example.kz" };

test.each([
  ["https://newsroom.example.org/en/releases/first", "/en/releases/first"],
  ["HTTPS://NewsRoom.Example.ORG/en/about#text-who", "/en/about#text-who"],
  ["http://newsroom.example.org/en/", "/en/"],
  ["https://www.newsroom.example.org:443/en/?a=1", "/en/?a=1"],
  ["http://localhost:8787/kk/events/day", "/kk/events/day"],
  ["http://127.0.0.1:9000/downloads/kit/a.jpg", "/downloads/kit/a.jpg"],
  ["https://iom.example.kz/ru/releases/first", "/ru/releases/first"],
])("%s leads to the newsroom itself", (href, path) => {
  expect(ownPath(href, OWN)).toBe(path);
});

test.each([
  "https://iom.example.kz/en/about-us",
  "https://other.example.org/en/releases/first",
  "https://newsroom.example.org.evil.example/en/",
  "https://newsroom.example.org:8443/en/",
  "mailto:press@newsroom.example.org",
  "/en/releases/first",
  "https://",
])("%s does not", (href) => {
  expect(ownPath(href, OWN)).toBeUndefined();
});
