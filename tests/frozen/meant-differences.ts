import type { Answer } from "./answers.ts";
import {
  hasCyrillic,
  hasFormerWords,
  inPresentWords,
  isCalendar,
  unfolded,
  withPlainSpaces,
} from "./other-words.ts";
import { isFeed, withoutLinksOfRemoved, withoutMarkedEntries } from "./removals-in-feeds.ts";
import { withCreditAsked, withoutLicenceRules } from "./rights-in-answers.ts";

/** Something in which later code answers otherwise than a former version, and means to. */
export interface MeantDifference {
  /** Why, for whoever reads an answer that differs. */
  readonly reason: string;
  /** Answers of the former version that it is about. */
  readonly of: (former: Answer) => boolean;
  /** The former answer as it is now. Where only a part of it can be told, `ignores` takes that part out of both. */
  readonly becomes?: (former: Answer) => Answer;
  /** Takes out of an answer what differs, of the former one and of the present one. */
  readonly ignores?: (answer: Answer) => Answer;
}

export const isHtml = ({ headers }: Answer): boolean =>
  headers["content-type"]?.startsWith("text/html") === true;

/** @param value undefined for a header that is no longer sent */
export const withHeader =
  (name: string, value: string | undefined) =>
  (answer: Answer): Answer => {
    const { [name]: _, ...headers } = answer.headers;
    return { ...answer, headers: value === undefined ? headers : { ...headers, [name]: value } };
  };

/** Takes a part out of the body and out of every header, such as a style sheet and its hash. */
export const withoutPart =
  (part: RegExp) =>
  (answer: Answer): Answer => ({
    ...answer,
    headers: Object.fromEntries(
      Object.entries(answer.headers).map(([name, value]) => [name, value.replace(part, "")]),
    ),
    body: answer.body.replace(part, ""),
  });

const STRUCTURED_DATA = '<script type="application/ld+json">';
const ICONS =
  /<link rel="(?:icon|apple-touch-icon)"[^>]*>\n|\s*<icon>[^<]*<\/icon>|\s*"(?:icon|favicon)": "[^"]*",/g;
const BUTTON = /action="\/(?:en|ru|kk)\/registration\//;
const TO_VERIFY = /action="\/(?:en|ru|kk)\/registration\/[^"]+\/verify"/;
const MAIN = /<main[\s\S]*<\/main>/;
const SEEN = /<input type="hidden" name="seen" value="[^"]*">/g;
const FORM_STYLE = /<style>\.form\{[^<]*<\/style>/;
const PAGE_STYLE = /<style>(?!\.form\{)[^<]*<\/style>/;
const STYLE_HASHES = /(?<=style-src )[^;]+/;
const REGISTERS = /action="\/(?:en|ru|kk)\/register\/[^"/]+"/;
const PLACES = /<li class="place">/;
const PLACE_LINKS = /<p class="actions"><a class="button quiet" href="[^"]*\?place=[^"]*">.*?<\/a><\/p>/g;
/** The line of buttons at the head of an event: with the calendar's file. */
const EVENT_ACTIONS = /<p class="actions">(?:(?!<\/p>)[\s\S])*\.ics"(?:(?!<\/p>)[\s\S])*<\/p>/;
const DESCRIPTION = /<meta name="description" content="(?:It takes about|Это займёт|Бұл шамамен)[^"]*">/;
const CHECK_MAIL = /<h1>(?:Check your mail|Проверьте почту|Поштаңызды тексеріңіз)</;
/** What to do there, as 0.1 said it and as it is said now. */
const STEPS =
  /(?:It says how your|The email has six|В нём сказано|В письме шесть|Онда тіркелуіңіздің|Хатта алты)[^<"]*/g;
const ON_THE_WEB = /<a class="button quiet" href="https:\/\/(?:calendar\.google|outlook)\.[^>]*>.*?<\/a>/g;
/** What the OpenAPI document says of seats that are left. */
const SEATS_LEFT = /,"availability":(?:"few"|\{[^{}]*\})/g;
/** The refusal of a method, as the example of the OpenAPI document had it and has it. */
const METHOD_REFUSED = /"title":"(?:POST means nothing here\.|This address does not accept POST\.)"/g;
/** Sections of the page of a registration that have to do with details, needs and links for guests. */
const TO_CHANGE =
  /<section class="part"><h2>(?:(?!<\/section>)[\s\S])*?(?:class="facts"|\/guests"|\/needs"|forget-needs")(?:(?!<\/section>)[\s\S])*<\/section>/g;
/** The credit of a picture, and what the OpenAPI document says of it. */
const PICTURE_CREDIT =
  /,"credit":(?:"[^"]*"(?=,"width")|\{"type":"string","description":"Whom to name with a picture\."\})/g;
/** Notes to editors, and then the targets of a release. */
const NOTES_AND_GOALS =
  /(<section class="block"><h2>[^<]*<\/h2><div class="text">(?:(?!<\/section>)[\s\S])*<\/section>)(<section class="block"><h2>[^<]*<\/h2><dl class="pairs">(?:(?!<\/section>)[\s\S])*<\/section>)/;

/**
 * All of them, by the version that answered otherwise. `ETag` and `Content-Length` need not be named: they follow
 * the bytes.
 *
 * @example
 * { reason: "Frames are refused everywhere.", of: () => true, becomes: withHeader("x-frame-options", "DENY") }
 * { reason: "Buttons.", of: isHtml, ignores: withoutPart(/<style>[^<]*<\/style>|'sha256-[^']+'/g) }
 */
export const MEANT_DIFFERENCES: Readonly<Record<string, readonly MeantDifference[]>> = {
  "0.1": [
    {
      reason: "No other site may load a page.",
      of: (former) => isHtml(former),
      becomes: (former) => withHeader("cross-origin-resource-policy", "same-origin")(former),
    },
    {
      reason: "Pages with forms have their errors at the top, and the form hides what is not asked yet.",
      of: ({ body }) => FORM_STYLE.test(body),
      ignores: (answer) => withoutPart(STYLE_HASHES)(withoutPart(FORM_STYLE)(answer)),
    },
    {
      reason:
        "The form asks one person for five things at most, folds away what few need, and reads lists from office files.",
      of: ({ body }) => REGISTERS.test(body),
      ignores: withoutPart(MAIN),
    },
    {
      reason: "Each of several places has a link of its own to the form.",
      of: ({ body }) => PLACES.test(body),
      ignores: withoutPart(PLACE_LINKS),
    },
    {
      reason: "Below its time an event says first that one can register.",
      of: ({ body }) => PLACES.test(body),
      ignores: withoutPart(EVENT_ACTIONS),
    },
    {
      reason: "Places stand apart from the button above them, and name their sessions in one line.",
      of: ({ body }) => PAGE_STYLE.test(body),
      ignores: (answer) => withoutPart(STYLE_HASHES)(withoutPart(PAGE_STYLE)(answer)),
    },
    {
      reason: "The API says of places whether seats are left.",
      of: ({ body }) => body.startsWith('{"openapi"'),
      ignores: withoutPart(SEATS_LEFT),
    },
    {
      reason: "The API names whom to credit with the picture of a publication.",
      of: ({ address }) => /^\/api\/|\/releases\/[^/]+\.json$/.test(address),
      ignores: withoutPart(PICTURE_CREDIT),
    },
    {
      reason: "A method that an address does not accept is refused in plain words.",
      of: ({ body }) => body.startsWith('{"openapi"'),
      ignores: withoutPart(METHOD_REFUSED),
    },
    {
      reason: "Registering takes a minute, and no longer three.",
      of: ({ body }) => DESCRIPTION.test(body),
      ignores: withoutPart(DESCRIPTION),
    },
    {
      reason:
        "Pages for one person name their site in `Origin`, so that a form of another site is known by it.",
      of: ({ headers }) => headers["referrer-policy"] === "no-referrer",
      becomes: withHeader("referrer-policy", "strict-origin"),
    },
    {
      reason: "Buttons name the state that they were shown with, so that a stale one changes nothing.",
      of: (former) => BUTTON.test(former.body),
      ignores: withoutPart(SEEN),
    },
    {
      reason:
        "What is to be verified is shown and can be corrected before it counts, with what else was submitted.",
      of: (former) => TO_VERIFY.test(former.body),
      ignores: withoutPart(MAIN),
    },
    {
      reason: "The page after the form says that the mail has six digits.",
      of: ({ body }) => CHECK_MAIL.test(body),
      ignores: withoutPart(STEPS),
    },
    {
      reason: "Calendars on the web are offered beside the file.",
      of: (former) => isHtml(former) && former.body.includes('/calendar.ics"'),
      ignores: withoutPart(ON_THE_WEB),
    },
    {
      reason: "An entry of a registration says when it was last changed.",
      of: ({ body }) => body.startsWith("BEGIN:VCALENDAR") && !body.includes("REFRESH-INTERVAL"),
      ignores: withoutPart(/^LAST-MODIFIED:.*\r\n/gm),
    },
    {
      reason: "Details and needs lead to the forms that change them, and people to a link for each.",
      of: (former) => BUTTON.test(former.body),
      ignores: withoutPart(TO_CHANGE),
    },
    {
      reason:
        "Pages show the targets of a release before its notes to editors, as its other forms always did.",
      of: ({ body }) => NOTES_AND_GOALS.test(body),
      becomes: (former) => ({ ...former, body: former.body.replace(NOTES_AND_GOALS, "$2$1") }),
    },
    {
      reason: "Markdown and plain text of a release carry whole addresses.",
      of: ({ address }) => /\/releases\/[^/]+\.(?:md|txt)$/.test(address),
      ignores: withoutPart(/https:\/\/newsroom\.example\.org(?=\/)/g),
    },
    {
      reason: "Other words fold the lines of a calendar elsewhere.",
      of: isCalendar,
      ignores: unfolded,
    },
    {
      reason: "Some things are said in other words (other-words.ts).",
      of: hasFormerWords,
      ignores: inPresentWords,
    },
    {
      reason: "In Russian and Kazakh no line break parts a number from its word, or comes before a dash.",
      of: hasCyrillic,
      ignores: withPlainSpaces,
    },
    {
      reason:
        "In Atom an entry under the id of what was retired stands beside its tombstone, whose namespace no other feed names.",
      of: ({ address }) => address.endsWith("/feed.atom"),
      ignores: withoutMarkedEntries,
    },
    {
      reason: "What is gone has a link in feeds, to its own address.",
      of: isFeed,
      ignores: withoutLinksOfRemoved,
    },
    {
      reason: "robots.txt names the news sitemap while that is not empty, and changes with it.",
      of: ({ address }) => address === "/robots.txt",
      ignores: (answer) =>
        withHeader("last-modified", undefined)(withoutPart(/^Sitemap: .*\/news-sitemap\.xml\n/m)(answer)),
    },
    {
      reason: "The sitemap of pages names no year.",
      of: ({ address }) => address === "/sitemap.xml",
      becomes: (former) => ({ ...former, body: former.body.replace("/pages-1970-1.xml", "/pages-1.xml") }),
    },
    {
      reason: "The former address of the sitemap of pages leads to it.",
      of: ({ address }) => address === "/sitemaps/pages-1970-1.xml",
      becomes: (former) => ({
        ...former,
        status: 301,
        headers: { "cache-control": "no-store", location: "/sitemaps/pages-1.xml" },
        body: "",
      }),
    },
    {
      reason: "The API says what a licence permits and requires, and names no holder in the public domain.",
      of: ({ address }) => address.startsWith("/api/"),
      ignores: withoutLicenceRules,
    },
    {
      reason:
        "Credit is welcome and not asked for, and no copyright is named, of what is in the public domain.",
      of: ({ address }) => /^\/..\/kits\/./.test(address),
      ignores: withCreditAsked,
    },
    {
      reason: "A page of a list is its own canonical address, with its year and its cursor.",
      of: ({ address }) => /^\/..\/(?:releases|events|kits|topics\/[^/?]+)\?/.test(address),
      ignores: withoutPart(/\?(?:year|before)=[^"]*(?=")/g),
    },
    {
      reason: "Structured data keeps to the types of schema.org, and names every node.",
      of: ({ address, body }) => body.includes(STRUCTURED_DATA) && !/\/releases\//.test(address),
      ignores: withoutPart(/<script type="application\/ld\+json">[^<]*<\/script>/),
    },
    {
      reason: "The OpenAPI document says that nothing needs a key.",
      of: ({ body }) => body.startsWith('{"openapi"'),
      ignores: withoutPart(/,"security":\[\]/),
    },
    {
      reason: "Pages and feeds name icons that are no SVG.",
      of: (former) => isHtml(former) || isFeed(former),
      ignores: withoutPart(ICONS),
    },
  ],
};
