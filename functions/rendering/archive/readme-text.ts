import { dateInWords } from "../../domain/date-in-words.ts";
import type { Asset, KitDocument } from "../../domain/documents/kit.ts";
import type { Contact } from "../../domain/documents/parts.ts";
import type { Language } from "../../domain/language.ts";
import { storedCountryName } from "../../domain/naming.ts";
import { licenceRules, mustCredit } from "../../domain/rights.ts";
import { localIso, offset } from "../format/dates.ts";
import { messagesOf } from "../messages/messages-of.ts";
import { README } from "../messages/readme.ts";
import { underlined, wrapped } from "./text-blocks.ts";

/**
 * The text that goes with the files of a kit, in the language of the document: what each file shows, whom to credit,
 * on what terms, whom to ask. In lines of at most 76 characters, in UTF-8 with its mark and with CR LF, which is what
 * opens right in every editor. It names no address of the newsroom, so it is the same wherever that is served.
 *
 * @param alongside names of the files that go with one, by the id of its asset
 */
export function readmeText(kit: KitDocument, alongside: ReadonlyMap<string, readonly string[]>): string {
  const { language, zone, publishAt } = kit;
  const { publication, kit: labels } = messagesOf(language);
  const words = README[language];
  const section = (title: string, blocks: readonly string[]) =>
    blocks.length === 0 ? [] : [underlined(title, "="), ...blocks];
  const blocks = [
    underlined(kit.title, "="),
    wrapped(kit.summary),
    wrapped(`${publication.published}: ${dateInWords(localIso(publishAt, zone).slice(0, 10), language)}`),
    ...section(labels.howToCredit, [...creditBlocks(kit), words.keepToTerms].map(wrapped)),
    ...section(
      labels.filesTitle,
      kit.assets.flatMap((asset) => assetBlocks(asset, language, alongside.get(asset.id) ?? [])),
    ),
    ...section(
      publication.contacts,
      kit.contacts.map((contact) => contactBlock(contact, kit)),
    ),
    ...section(words.intact, words.intactText.map(wrapped)),
  ];
  return `\uFEFF${blocks.join("\n\n")}\n`.replaceAll("\n", "\r\n");
}

/** Which of the files must be credited, and how. */
function creditBlocks({ assets, language }: KitDocument): string[] {
  const { howToCreditText, notToCredit, creditWelcomeText } = README[language];
  const free = assets.filter(({ licence }) => !mustCredit(licence));
  if (free.length === 0) return [howToCreditText];
  if (free.length === assets.length) return [creditWelcomeText];
  return [howToCreditText, notToCredit(free.map(({ file }) => file).join(", "))];
}

/** A file under its name: what it shows, then the lines that one copies. */
function assetBlocks(asset: Asset, language: Language, alongside: readonly string[]): string[] {
  const { kit, languageNames } = messagesOf(language);
  const words = README[language];
  const { licence, digitalSourceType } = asset;
  const lines: [string, string | undefined][] = [
    [mustCredit(licence) ? words.credit : kit.creditWelcome, asset.credit],
    [kit.instructions, asset.specialInstructions],
    [words.alt, asset.alt],
    [words.creator, asset.creator],
    [kit.source, asset.source],
    [kit.copyright, licenceRules(licence)?.publicDomain === undefined ? asset.copyright : undefined],
    [kit.created, dateInWords(asset.created, language)],
    [kit.place, asset.place && storedPlace(asset.place, language)],
    [kit.origin, digitalSourceType && kit.origins[digitalSourceType]],
    [kit.language, asset.language && languageNames[asset.language]],
    [kit.alterations, asset.alterations],
    [kit.licence, licence.url === undefined ? licence.name : `${licence.name}, ${licence.url}`],
    [kit.terms, asset.usageTerms],
    [words.alongside, alongside.join(", ")],
  ];
  return [
    underlined(asset.file, "-"),
    wrapped(asset.headline),
    wrapped(asset.caption),
    lines.flatMap(([label, value]) => (value ? [wrapped(`${label}: ${value}`)] : [])).join("\n"),
  ];
}

function contactBlock(
  { name, role, phone, email, hours, zone, languages }: Contact,
  { language, publishAt }: KitDocument,
): string {
  const { languageNames, publication } = messagesOf(language);
  return [
    [name, role].filter(Boolean).join(", "),
    phone,
    email,
    `${README[language].hours}: ${hours} (${offset(publishAt, zone)})`,
    `${publication.languages}: ${languages.map((each) => languageNames[each]).join(", ")}`,
  ]
    .map(wrapped)
    .join("\n");
}

/** As on the page of the kit, in names that do not depend on the machine: archives are named by their bytes. */
function storedPlace({ country, name }: NonNullable<Asset["place"]>, language: Language): string {
  return [...(name === undefined ? [] : [name]), storedCountryName(country, language)].join(", ");
}
