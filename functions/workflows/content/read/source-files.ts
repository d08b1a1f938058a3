import * as v from "valibot";
import { EventSource, EventText } from "../../../domain/content/event-source.ts";
import { KitSource, KitText } from "../../../domain/content/kit-source.ts";
import { PageSource, PageText } from "../../../domain/content/page-source.ts";
import { ReleaseSource, ReleaseText } from "../../../domain/content/release-source.ts";
import { SiteSource } from "../../../domain/content/site-source.ts";

/** The schemas of every kind of content file, whole and with every field optional. */
export const SITE = { whole: SiteSource, sound: v.partial(v.object(SiteSource.entries)) };

export const RELEASE = {
  facts: { whole: ReleaseSource, sound: v.partial(v.object(ReleaseSource.entries)) },
  words: { whole: ReleaseText, sound: v.partial(v.object(ReleaseText.entries)) },
};
export const EVENT = {
  facts: { whole: EventSource, sound: v.partial(v.object(EventSource.entries)) },
  words: { whole: EventText, sound: v.partial(v.object(EventText.entries)) },
};
export const KIT = {
  facts: { whole: KitSource, sound: v.partial(v.object(KitSource.entries)) },
  words: { whole: KitText, sound: v.partial(v.object(KitText.entries)) },
};
export const PAGE = {
  facts: { whole: PageSource, sound: v.partial(v.object(PageSource.entries)) },
  words: { whole: PageText, sound: v.partial(v.object(PageText.entries)) },
};

/** The parts of a file that are right by themselves. */
export type ValidSite = v.InferOutput<typeof SITE.sound>;
export type ValidRelease = v.InferOutput<typeof RELEASE.facts.sound>;
export type ValidReleaseText = v.InferOutput<typeof RELEASE.words.sound>;
export type ValidEvent = v.InferOutput<typeof EVENT.facts.sound>;
export type ValidEventText = v.InferOutput<typeof EVENT.words.sound>;
export type ValidKit = v.InferOutput<typeof KIT.facts.sound>;
export type ValidKitText = v.InferOutput<typeof KIT.words.sound>;
