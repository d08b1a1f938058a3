import { describe, expect, test } from "vitest";
import { BOOKING_STATES } from "../../../../functions/domain/registration/booking.ts";
import { SELF_ACTIONS } from "../../../../functions/rendering/pages/registration/registration-page-facts.ts";
import {
  bookingOf,
  everyRegistrationPage,
  mailPage,
  registrationOf,
  selfPage,
  typedAt,
} from "../../../worlds/registration/registration-pages.ts";

/** What the page offers to do: the ends of the addresses to which its forms are sent. */
const offered = (html: string) => [
  ...new Set(
    [...html.matchAll(/<form method="post" action="[^"]+\/([a-z-]+)"/g)].map(([, action]) => action),
  ),
];
const ALWAYS = ["address", "delete"];

describe("a registration", () => {
  test.each([
    ["unverified", ["verify", "not-me", "cancel"]],
    ["unverified-waiting", ["verify", "not-me", "cancel"]],
    ["pending", ["cancel", "people"]],
    ["waitlisted", ["cancel", "people"]],
    ["offered", ["accept", "pass-up", "people"]],
    ["confirmed", ["cancel", "people"]],
    ["declined", []],
    ["cancelled", ["add-place"]],
    ["expired", ["add-place"]],
  ] as const)("that is %s says so and can be acted upon by %j", (state, actions) => {
    const html = selfPage("en", {
      registration: registrationOf([bookingOf("hall", state)]),
      available: ["hall"],
    });
    const extra = state === "declined" ? ["add-place"] : [];
    expect(offered(html).sort()).toEqual([...actions, ...extra, ...ALWAYS].sort());
    expect(actions.every((action) => SELF_ACTIONS.includes(action))).toBe(true);
  });

  test("that is to be verified shows names, places and when it was asked for, and what stands beside it", () => {
    const other = registrationOf([bookingOf("stream", "unverified")], { id: "other-id" });
    const registration = registrationOf([bookingOf("hall", "unverified")]);
    const html = selfPage("en", { registration, beside: [other] });
    expect(html).toContain("Asked for on 1 June 2027, 10:00 (UTC+05:00)");
    expect(html).toContain('value="Дана Қуатқызы Ержанова"');
    expect(html).toContain('name="submission" value="other-id"');
    expect(html.match(/This was not me/g)).toHaveLength(2);
    expect(html.match(/Confirm registration/g)).toHaveLength(1);
  });

  test("that ended with another one of its address says so", () => {
    const registration = registrationOf([bookingOf("hall", "expired")]);
    expect(selfPage("en", { registration, isOutdone: true })).toMatch(/so this one ended.*\/join"/s);
  });

  test("whose hold has ended is shown as expired, whatever is stored", () => {
    const ended = bookingOf("hall", "offered", { until: "2027-07-01T05:00:00Z" });
    const html = selfPage("en", { registration: registrationOf([ended]) });
    expect(html).toContain("Expired");
    expect(offered(html)).not.toContain("accept");
  });

  test("shows passes and where one joins only once it is confirmed", () => {
    for (const state of BOOKING_STATES) {
      const online = selfPage("en", { registration: registrationOf([bookingOf("stream", state)]) });
      expect(online.includes("https://video.example/room")).toBe(state === "confirmed");
      expect(online).not.toContain("7K3QX0M2ZB"); // there is no door
      const hall = selfPage("en", { registration: registrationOf([bookingOf("hall", state)]) });
      expect(hall.includes("7K3QX0M2ZB")).toBe(state === "confirmed");
    }
  });

  test("that an offer is made for tells until when it holds", () => {
    const html = selfPage("en", { registration: registrationOf([bookingOf("hall", "offered")]) });
    expect(html).toContain("Until 3 July 2027, 10:00 (UTC+05:00)");
  });

  test("shows people as typed with what is wrong, in the form in which they were typed", () => {
    const typed = typedAt("stream", "add-place");
    const errors = [{ field: "person-1-name", code: "person-name-missing" as const }];
    const html = selfPage("en", { typed, errors });
    expect(html).toContain("<details open");
    expect(html).toContain('value="Dana"');
    expect(html.match(/id="field-person-1-name"/g)).toHaveLength(1);
  });

  test("offers a link to a new address nothing but to confirm it", () => {
    expect(offered(everyRegistrationPage("en")["new address"] ?? "")).toEqual(["verify"]);
  });
});

describe("“Check your email”", () => {
  test.each([
    ["en", "The email has six digits: type them here, or press its button."],
    ["ru", "В письме шесть цифр: введите их здесь или нажмите кнопку в письме."],
    ["kk", "Хатта алты цифр бар: оларды осында енгізіңіз немесе хаттағы түймені басыңыз."],
  ] as const)("says in %s what the mail has: %s", (language, said) => {
    expect(mailPage(language)).toContain(said);
  });

  test("shows the address as typed, and takes a code as telephones suggest it", () => {
    const html = mailPage("en", { address: "Aigul+news@Example.org" });
    expect(html).toContain("Aigul+news@Example.org");
    expect(html).toMatch(/name="code" autocomplete="one-time-code"[^>]+inputmode="numeric"/);
    expect(offered(html)).toEqual(["sent", "resend", "address"]);
  });

  test("without an address only says to look into the mail", () => {
    const html = mailPage("en", { address: undefined });
    expect(html).toContain("If you have just registered, we have sent you an email.");
    expect(html).not.toContain("<form");
  });
});

test("no page of registration is found by search engines, nor names an address of its own to them", () => {
  for (const [name, html] of Object.entries(everyRegistrationPage("kk"))) {
    expect([name, html.includes('<meta name="robots" content="noindex">')]).toEqual([name, true]);
    expect([name, /rel="canonical"|og:url/.test(html)]).toEqual([name, false]);
  }
});

test("no page of registration has a script", () => {
  for (const html of Object.values(everyRegistrationPage("ru")))
    expect(html).not.toMatch(/<script|\son[a-z]+=/);
});
