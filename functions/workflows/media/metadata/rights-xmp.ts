import { digitalSourceTypeUri } from "../../../domain/digital-source-type.ts";
import { LANGUAGES } from "../../../domain/language.ts";
import { storedCountryName } from "../../../domain/naming.ts";
import type { InLanguages, Rights } from "../../../domain/rights.ts";
import { Xml, xml } from "../../../rendering/format/xml.ts";

/**
 * XMP of a published file: what IPTC Photo Metadata 2024.1 (https://iptc.org/std/photometadata/specification/) has a
 * property for. One packet without padding, always the same for the same rights, and with nothing of the program that
 * wrote it.
 */
export function rightsXmp(rights: Rights): string {
  return packet(properties(rights));
}

/**
 * What whoever finds a thumbnail must know, in the language of the source alone: all the words would weigh more than
 * its pixels.
 */
export function smallRightsXmp(rights: Rights): string {
  const { language, headline, caption, credit, source, usageTerms, copyrightNotice, licence } = rights;
  const one = (name: string, said: string | undefined) =>
    said && languageAlternative(name, [["x-default", said]]);
  return packet(
    xml`${one("dc:description", caption[language])}${one("dc:rights", copyrightNotice)}${text("photoshop:Headline", headline[language])}${text("photoshop:Credit", credit[language])}${text("photoshop:Source", source)}${one("xmpRights:UsageTerms", usageTerms[language])}${text("xmpRights:WebStatement", licence.url)}`,
  );
}

function properties(rights: Rights): Xml {
  const { alt, creator, created, digitalSourceType, licence, place, source, copyrightNotice } = rights;
  const one = (texts: InLanguages | undefined) => texts?.[rights.language];
  const alternative = (name: string, texts: InLanguages | undefined) =>
    texts && Object.keys(texts).length > 0 ? languageAlternative(name, inEvery(texts, rights)) : undefined;
  return xml`${alternative("dc:title", rights.headline)}${alternative("dc:description", rights.caption)}${languageAlternative("dc:rights", [["x-default", copyrightNotice]])}${list("dc:creator", creator)}${
    // no property is made for them: the caption's own instructions are what agencies read
    text("photoshop:Instructions", joined(one(rights.specialInstructions), one(rights.alterations)))
  }${text("photoshop:Headline", one(rights.headline))}${text("photoshop:Credit", one(rights.credit))}${text("photoshop:Source", source)}${text("photoshop:DateCreated", created)}${text("photoshop:City", one(place?.name))}${text("photoshop:Country", place && storedCountryName(place.country, rights.language))}${text("Iptc4xmpCore:CountryCode", place?.country)}${alternative("Iptc4xmpCore:AltTextAccessibility", alt)}${text("Iptc4xmpExt:DigitalSourceType", digitalSourceType && digitalSourceTypeUri(digitalSourceType))}${text("xmpRights:Marked", rights.publicDomain ? "False" : "True")}${alternative("xmpRights:UsageTerms", rights.usageTerms)}${text("xmpRights:WebStatement", licence.url)}`;
}

const NAMESPACES = [
  ["dc", "http://purl.org/dc/elements/1.1/"],
  ["photoshop", "http://ns.adobe.com/photoshop/1.0/"],
  ["Iptc4xmpCore", "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"],
  ["Iptc4xmpExt", "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"],
  ["xmpRights", "http://ns.adobe.com/xap/1.0/rights/"],
] as const;

/** XMP Specification Part 1, section 7.3: the wrapper, read-only and without padding. */
function packet({ source }: Xml): string {
  const used = NAMESPACES.filter(([prefix]) => source.includes(`<${prefix}:`));
  const namespaces = used.map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join("");
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""${namespaces}>${source}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`;
}

/** The source's language twice: once as what is shown where no language is asked for. */
function inEvery(texts: InLanguages, { language }: Rights): [string, string][] {
  const own = texts[language];
  const each = LANGUAGES.flatMap((one): [string, string][] => {
    const found = texts[one];
    return found === undefined ? [] : [[one, found]];
  });
  return own === undefined ? each : [["x-default", own], ...each];
}

function languageAlternative(name: string, texts: readonly [string, string][]): Xml {
  const items = texts.map(([language, said]) => xml`<rdf:li xml:lang="${language}">${said}</rdf:li>`);
  return element(name, xml`<rdf:Alt>${items}</rdf:Alt>`);
}

function list(name: string, item: string): Xml {
  return element(name, xml`<rdf:Seq><rdf:li>${item}</rdf:li></rdf:Seq>`);
}

function text(name: string, said: string | undefined): Xml | undefined {
  return said === undefined || said === "" ? undefined : element(name, xml`${said}`);
}

/** @param name one of ours, never of anybody's content */
function element(name: string, content: Xml): Xml {
  return new Xml(`<${name}>${content.source}</${name}>`);
}

const joined = (...texts: (string | undefined)[]): string =>
  texts.filter((each) => each !== undefined).join(" ");
