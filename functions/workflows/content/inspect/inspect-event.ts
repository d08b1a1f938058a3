import type { Instant } from "../../../domain/instant.ts";
import type { Parsed } from "../read/parse-source.ts";
import { readUnit } from "../read/read-unit.ts";
import { EVENT, type ValidEvent } from "../read/source-files.ts";
import { suggestion } from "../read/suggestion.ts";
import type { UnitFacts } from "../read/unit-record.ts";
import { inspectToldAddress } from "./inspect-disclosed-address.ts";
import { inspectLanguages } from "./inspect-languages.ts";
import { inspectMailWords } from "./inspect-mail-words.ts";
import { inspectUnusedPictures } from "./inspect-pictures.ts";
import { inspectPublication, licencesOf, publicationFacts } from "./inspect-publication.ts";
import { inspectQuestionWords, inspectRegistration } from "./inspect-registration.ts";
import { inspectWords } from "./inspect-words.ts";
import { type Inspection, spot, time, uniqueIds } from "./inspection.ts";
import { titlesOf } from "./words-of.ts";

export function inspectEvent(inspection: Inspection, siteZone: string): UnitFacts | undefined {
  const { unit, problems, uses } = inspection;
  const { facts, languages } = readUnit(unit, EVENT, problems);
  const { sound } = facts;
  const { zone, publishAt } = inspectPublication(inspection, facts, sound, siteZone);
  const span = inspectSpan(inspection, sound, zone, spot(facts, "end").line, facts);
  if (sound.series) uses.push({ to: "series", id: sound.series, ...spot(facts, "series") });
  if (sound.kit) uses.push({ to: "kit", id: sound.kit, ...spot(facts, "kit") });
  uniqueIds(inspection, sound.sessions, facts, "sessions");
  uniqueIds(inspection, sound.places, facts, "places");
  inspectSessions(inspection, facts, zone, span);
  inspectPlaces(inspection, facts, zone);
  inspectRegistration(inspection, facts);
  inspectToldAddress(inspection, facts, languages, zone);
  time(inspection, sound.recording?.publishAt, zone, spot(facts, "recording", "publishAt"));
  inspectLanguages(inspection, sound.source, languages, []);
  for (const { words, file } of languages.values()) {
    inspectWords(inspection, facts, words, "sessions");
    inspectWords(inspection, facts, words, "places");
    inspectQuestionWords(inspection, facts, words);
    inspectMailWords(inspection, words);
    if (facts.has("recording") && !words.has("recording"))
      problems.error(
        { file, line: 1 },
        { problem: "the recording has no title in this language", expected: "the field recording" },
      );
    if (!facts.has("recording") && words.has("recording"))
      problems.error(spot(words, "recording"), {
        problem: "a title for a recording that event.yaml does not have",
        expected: "recording in event.yaml, with its url",
      });
  }
  inspectUnusedPictures(inspection, facts, sound);
  if (!facts.whole || !publishAt || !span.start || !span.end) return undefined;
  const { kit, series } = facts.whole;
  return {
    ...publicationFacts(facts.whole, titlesOf(languages), publishAt),
    goals: [],
    licences: licencesOf(facts.whole),
    ...(kit !== undefined && { kit }),
    edition: { start: span.start, end: span.end, ...(series !== undefined && { series }) },
    figures: [],
    statements: [],
    downloads: [],
  };
}

interface Span {
  readonly start: Instant | undefined;
  readonly end: Instant | undefined;
}

type EventFacts<Whole> = Parsed<Whole, ValidEvent>;

/** Start and end, with the problem reported when they are not in order. */
function inspectSpan<Whole>(
  inspection: Inspection,
  times: { readonly start?: string | undefined; readonly end?: string | undefined },
  zone: string,
  line: number,
  facts: EventFacts<Whole>,
  path: readonly (string | number)[] = [],
): Span {
  const start = time(inspection, times.start, zone, spot(facts, ...path, "start"));
  const end = time(inspection, times.end, zone, spot(facts, ...path, "end"));
  if (start && end && end <= start)
    inspection.problems.error(
      { file: facts.file, line },
      {
        problem: `the end ${times.end} is not after the start ${times.start}`,
        expected: "an end after the start",
      },
    );
  return { start, end };
}

function inspectSessions<Whole>(
  inspection: Inspection,
  facts: EventFacts<Whole>,
  zone: string,
  event: Span,
): void {
  facts.sound.sessions?.forEach((session, i) => {
    const endsAt = spot(facts, "sessions", i, "end");
    const { start, end } = inspectSpan(inspection, session, zone, endsAt.line, facts, ["sessions", i]);
    const outside = `the session ${session.id} is outside the event`;
    const expected = `times between ${facts.sound.start} and ${facts.sound.end}`;
    if (start && event.start && start < event.start)
      inspection.problems.error(spot(facts, "sessions", i, "start"), { problem: outside, expected });
    else if (end && event.end && end > event.end)
      inspection.problems.error(endsAt, { problem: outside, expected });
  });
}

function inspectPlaces<Whole>(inspection: Inspection, facts: EventFacts<Whole>, zone: string): void {
  const sessions = facts.mentioned("sessions");
  facts.sound.places?.forEach((place, i) => {
    place.sessions.forEach((id, j) => {
      if (!sessions.has(id))
        inspection.problems.error(spot(facts, "places", i, "sessions", j), {
          problem: `the place ${place.id} admits to ${id}, which is no session of this event`,
          expected: `one of ${[...sessions].join(", ")}`,
          suggestion: suggestion(id, sessions),
        });
    });
    const opens = time(inspection, place.opens, zone, spot(facts, "places", i, "opens"));
    const closes = time(inspection, place.closes, zone, spot(facts, "places", i, "closes"));
    if (opens && closes && closes <= opens)
      inspection.problems.error(spot(facts, "places", i, "closes"), {
        problem: `registration for ${place.id} closes before it opens`,
        expected: "closes after opens",
      });
  });
}
