import { createHash, randomUUID } from "node:crypto";
import { keySigner } from "../../../functions/domain/early/link-signer.ts";
import { addSeconds, type Instant } from "../../../functions/domain/instant.ts";
import type { Submission } from "../../../functions/domain/registration/decisions/submit.ts";
import type { RegistrationEvent, RegistrationPlace } from "../../../functions/domain/registration/event.ts";
import { keySeal } from "../../../functions/domain/registration/links/token-seal.ts";

export const OPENED: Instant = "2027-06-01T05:00:00Z";
export const BEGINS: Instant = "2027-07-30T05:00:00Z";
const CLOSES: Instant = "2027-07-29T13:00:00Z";

export function placeOf(id: string, changes: Partial<RegistrationPlace> = {}): RegistrationPlace {
  return {
    id,
    sessions: ["opening"],
    mode: "in-person",
    audience: "public",
    capacity: 5,
    approval: false,
    opens: OPENED,
    closes: CLOSES,
    begins: BEGINS,
    ends: addSeconds(BEGINS, 7200),
    ...changes,
  };
}

/** An event on 30 July 2027 with the places given; each has its words in English, Russian and Kazakh. */
export function eventOf(
  places: readonly RegistrationPlace[],
  changes: Partial<RegistrationEvent> = {},
): RegistrationEvent {
  const words = (["en", "ru", "kk"] as const).map((language) => ({
    language,
    title: `World Day 2027 (${language})`,
    path: `/${language}/events/world-day-2027`,
    city: "Astana",
    venue: { name: "Conference hall", address: "1 Street" },
    places: Object.fromEntries(
      places.map(({ id }) => [id, { title: `Place ${id} (${language})`, note: "Bring a document." }]),
    ),
    questions: {},
    contact: {
      name: "Events desk",
      phone: "+7 727 000 00 00",
      email: "events@example.org",
      hours: "Monday to Friday",
      zone: "Asia/Almaty",
      languages: ["ru", "kk"] as ("ru" | "kk")[],
    },
  }));
  return {
    kind: "registration-event",
    id: randomUUID(),
    slug: "world-day-2027",
    source: "en",
    publishAt: OPENED,
    status: "scheduled",
    start: BEGINS,
    end: addSeconds(BEGINS, 7200),
    zone: "Asia/Almaty",
    authority: "newsroom.example.org",
    places: [...places],
    joining: {},
    questions: [],
    reminderHours: 24,
    keepDays: 90,
    words,
    ...changes,
  };
}

/** One person who wants one seat at the place `hall`, or what is said otherwise. */
export function submissionOf(changes: Partial<Submission> = {}): Submission {
  const id = changes.id ?? randomUUID();
  return {
    id,
    language: "en",
    contact: { name: "Aigul Serik", email: `person-${id.slice(0, 13)}@example.org` },
    places: ["hall"],
    people: [{ name: "Aigul Serik" }],
    answers: {},
    ...changes,
  };
}

export const people = (n: number): { name: string }[] =>
  Array.from({ length: n }, (_, i) => ({ name: `Person ${i + 1}` }));

/** The seal of tests, which each of them can open. */
export const SIGNER = keySigner(new TextEncoder().encode("a key of tests"));
export const SEAL = keySeal(createHash("sha256").update("a key of tests").digest());
