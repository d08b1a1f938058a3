/** Encodings in which a text may stand in a file, as what makes bytes of a letter. */
export interface Encoding {
  readonly name: string;
  /** Bytes, each as a character of Latin-1; undefined for a letter that it does not have. */
  encode(letter: string): string | undefined;
  /** What stands at the end of some bytes, as far as the encoding tells; undefined where any byte can be a letter. */
  lastOf?(bytes: string): string;
}

/** Kazakh code pages, which no decoder of the platform knows: bytes 0x80 to 0xBF; above, both are windows-1251. */
const KAZAKH = {
  "KZ-1048": "ЂЃ‚ѓ„…†‡€‰Љ‹ЊҚҺЏђ‘’“”•–—\uFFFD™љ›њқһџ\u00A0ҰұӘ¤Ө¦§Ё©Ғ«¬\u00AD®Ү°±Ііөµ¶·ё№ғ»әҢңү",
  PT154: "ҖҒӮғ„…ҶҮҲүҠӢҢҚҺҸҗ‘’“”•–—ҳҷҡӣңқһҹ\u00A0ЎўЈӨҘҰ§Ё©Ә«¬ӯ®Ҝ°ұІіҙө¶·ё№ә»јҪҫҝ",
};

/** By their labels in the WHATWG Encoding Standard. */
const KNOWN_TO_THE_PLATFORM = [
  "windows-1251",
  "koi8-r",
  "koi8-u",
  "ibm866",
  "iso-8859-5",
  "x-mac-cyrillic",
  "windows-1252",
  "windows-1254",
  "macintosh",
];

export const ENCODINGS: readonly Encoding[] = [
  { name: "UTF-8", encode: (letter) => latin1(Buffer.from(letter, "utf8")), lastOf: lastOfUtf8 },
  {
    name: "UTF-16LE",
    encode: (letter) => latin1(Buffer.from(letter, "utf16le")),
    lastOf: (bytes) => Buffer.from(bytes.slice(-2), "latin1").toString("utf16le"),
  },
  {
    name: "UTF-16BE",
    encode: (letter) => latin1(Buffer.from(letter, "utf16le").swap16()),
    lastOf: (bytes) =>
      bytes.length < 2 ? "" : Buffer.from(bytes.slice(-2), "latin1").swap16().toString("utf16le"),
  },
  ...KNOWN_TO_THE_PLATFORM.map((name) => codePage(name, upperHalf(name))),
  ...Object.entries(KAZAKH).map(([name, half]) =>
    codePage(name, `${half}${upperHalf("windows-1251").slice(half.length)}`),
  ),
];

/** @param half what its bytes from 0x80 on stand for */
function codePage(name: string, half: string): Encoding {
  const bytes = new Map(Array.from(half, (letter, i) => [letter, String.fromCharCode(0x80 + i)]));
  return {
    name,
    encode: (letter) => {
      const encoded = Array.from(letter, (each) => (each < "\x80" ? each : bytes.get(each)));
      return encoded.includes(undefined) ? undefined : encoded.join("");
    },
  };
}

function upperHalf(label: string): string {
  const decoder = new TextDecoder(label);
  return Array.from({ length: 0x80 }, (_, i) => decoder.decode(Uint8Array.of(0x80 + i))).join("");
}

function lastOfUtf8(bytes: string): string {
  return Buffer.from(bytes, "latin1").toString("utf8").slice(-1);
}

function latin1(bytes: Buffer): string {
  return bytes.toString("latin1");
}
