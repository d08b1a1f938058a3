import * as v from "valibot";
import { Language } from "../language.ts";
import { Contact, Picture, Topic } from "./parts.ts";

/**
 * What every page of one language carries around its document. It is read with every request, so it stays
 * below SITE_DOCUMENT_BYTES: half a read unit.
 */
export const SiteDocument = v.object({
  kind: v.literal("site"),
  language: Language,
  /** Scheme and host of the public address, without a slash at the end. */
  address: v.string(),
  /** The domain that names calendar entries and feeds for good, whatever the address becomes. */
  authority: v.string(),
  name: v.string(),
  organisation: v.string(),
  tagline: v.string(),
  notice: v.optional(v.string()),
  zone: v.string(),
  /** Of previews of pages without a picture of their own; none once it was taken back. */
  image: v.optional(Picture),
  navigation: v.array(v.object({ title: v.string(), path: v.string() })),
  topics: v.array(Topic),
  /** The first press contact, for the foot of every page. */
  contact: Contact,
  follow: v.array(v.object({ title: v.string(), href: v.string() })),
  /** The WebSub hub that is told of every change, if there is one. */
  hub: v.optional(v.string()),
  /** `mailto:` or `https:` address for security.txt. */
  security: v.string(),
  /** Hash of the code that renders; a new one means that every page's bytes may have changed. */
  rendering: v.string(),
});
export type SiteDocument = v.InferOutput<typeof SiteDocument>;

export const SITE_DOCUMENT_BYTES = 4096;

/** Whether search engines should read it: a newsroom that has no domain of its own yet is a trial. */
export function isForSearchEngines({ address }: SiteDocument): boolean {
  return !address.endsWith(".cloudfront.net");
}
