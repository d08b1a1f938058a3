import { expect, test } from "vitest";
import { apiPage } from "../../../functions/rendering/api/api-page.tsx";
import { openApiDocument } from "../../../functions/rendering/api/openapi-document.ts";
import { siteDocument } from "../../worlds/documents/documents.ts";

const api = openApiDocument();
const context = {
  site: siteDocument("en"),
  language: "en",
  now: "2026-10-01T00:00:00Z",
  preview: false,
} as const;

test("the API's page tells every address and every parameter of its OpenAPI document", () => {
  const page = apiPage(context, api);
  for (const path of Object.keys(api.paths)) expect(page).toContain(`<code>GET ${path}</code>`);
  for (const { name } of Object.values(api.components.parameters)) {
    expect(page).toContain(`<li id="parameter-${name}">`);
  }
});

test("the API's page explains every field of every collection", () => {
  const page = apiPage(context, api);
  const fields = page.match(/<li><code>\w+<\/code> – [^<]*<\/li>/g) ?? [];
  expect(fields.length).toBeGreaterThan(60);
  for (const field of fields) expect(field).toMatch(/ – [“\p{L}].*\.<\/li>$/u);
});
