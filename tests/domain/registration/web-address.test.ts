import { expect, test } from "vitest";
import { checkForm } from "../../../functions/domain/registration/form/check-form.ts";
import { readForm } from "../../../functions/domain/registration/form/form.ts";
import { carriesWebAddress } from "../../../functions/domain/registration/text/web-address.ts";
import { eventOf, placeOf } from "../../worlds/registration/registration-events.ts";

test.each([
  "Win https://evil.example/x",
  "hxxp://evil",
  "www.evil.example",
  "WWW.Evil",
  "Visit casino.COM now",
  "bit.ly/abc",
  "Приз: сайт.рф",
  "t.me/somebody",
  "evil.example?a=1",
  "http://[::1]/",
  "127.0.0.1",
  "Win at 10.0.0.1:8080",
  "casino\u3002com",
  "casino\uff0ecom",
])("a name that carries a web address is known: %s", (name) => {
  expect(carriesWebAddress(name)).toBe(true);
});

test.each([
  "J.R.R. Tolkien",
  "А.С.Пушкин",
  "Dr.Smith",
  "И.Иванов",
  "Әйгүл Серікқызы Нұрмағамбетова",
  "O'Brien-Smith, PhD.",
  "St. John",
  "Anna Com",
  "Anna 01.02.1990",
])("a name of a person carries none: %s", (name) => {
  expect(carriesWebAddress(name)).toBe(false);
});

test("each field with a name says that it carries a web address", () => {
  const { errors } = checkForm(
    readForm({
      place: ["hall"],
      name: ["Aigul www.evil.example"],
      email: ["aigul@example.org"],
      coming: ["self"],
      badge: ["casino.com"],
      "person-1-name": ["Dana https://evil.example"],
      "person-1-badge": ["bit.ly/x"],
      delegation: ["Erlan Omarov\nevil.ru Bolat"],
      language: ["en"],
      agree: ["yes"],
    }),
    eventOf([placeOf("hall")]),
    ["hall"],
  );
  expect(errors?.map(({ field, code }) => `${field} ${code}`)).toEqual([
    "name web-address",
    "badge web-address",
    "person-1-name web-address",
    "person-1-badge web-address",
    "delegation web-address",
  ]);
});
