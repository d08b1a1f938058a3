/** Ends of hosts that stand in what is sent to be clicked; names with dots, such as `J.R.Smith`, end otherwise. */
const ENDS =
  "com|net|org|info|biz|edu|gov|int|io|me|ly|gl|gg|cc|co|to|tv|ai|app|dev|xyz|top|site|online|website|space|club|shop|store|live|link|click|page|pro|vip|win|bet|tk|ml|su|eu|ru|kz|by|ua|uz|kg|рф|қаз|бел|укр";

/** A scheme, `www.`, a path after a host, the number of a machine, or a host with an end that is known. */
const WEB_ADDRESS = new RegExp(
  [
    String.raw`\p{L}[\p{L}\d+.-]{0,20}:\/\/`,
    String.raw`(?<![\p{L}\p{N}])www\.`,
    String.raw`[\p{L}\p{N}]\.\p{L}{2,24}[/?#]`,
    String.raw`(?<![\p{N}.])\d{1,3}(?:\.\d{1,3}){3}(?![\p{N}.])`,
    String.raw`[\p{L}\p{N}]\.(?:${ENDS})(?![\p{L}\p{N}])`,
  ].join("|"),
  "iu",
);

/** What a program that opens addresses takes for a dot (UTS 46, section 2.3), and what looks like one. */
const OTHER_DOTS = /[\u2024\u3002\uff0e\uff61]/g;

/**
 * Whether a name carries a web address: it would stand in our mail, which is trusted, as a link to anywhere.
 * @param text as typed, of any length: a look at each letter
 */
export const carriesWebAddress = (text: string): boolean => WEB_ADDRESS.test(text.replace(OTHER_DOTS, "."));
